"""Article 119 of the Rome Statute: disputes about judicial functions go to the Court, others between Parties to the Assembly after three months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.calendar import add, months
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.state_files import Dispute, StatesRegister
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_13.party_facts import party_leaf, suggest_parties

__all__ = ["law"]

law = Chapter("rome", __name__)

law.clause("119(1)", Class.RULE, ("Disputes on judicial functions", "Différends relatifs aux fonctions judiciaires"),
           ("The Court itself decides them.", "La Cour les tranche elle-même."))
law.clause("119(2)", Class.RULE, ("Other disputes between Parties", "Autres différends entre Parties"),
           ("Not settled three months after negotiations began, they go to the Assembly, which settles or recommends means.",
            "Non réglés trois mois après le début des négociations, ils vont à l'Assemblée, qui règle ou recommande des moyens."))


def suggest_disputes(v: View) -> list[tuple[str, str]]:
    """The disputes on the register, for forms."""
    return [(name, name) for name in v.posture.disputes]


def dispute_particular() -> Particular:
    """The dispute concerned."""
    return Particular("dispute", "text", "dispute", "différend", suggest=suggest_disputes)


def _begin(draft: StatesRegister, entry: Entry) -> None:
    draft.disputes[entry.particulars["dispute"]] = Dispute(judicial=entry.particulars["judicial"], states=entry.particulars["states"], began=entry)


def _refer(draft: StatesRegister, entry: Entry) -> None:
    draft.disputes[entry.particulars["dispute"]].referred = entry


def _end(draft: StatesRegister, entry: Entry) -> None:
    draft.disputes[entry.particulars["dispute"]].ended = entry


begin = law.act("begin_negotiations", "states", ("Enter a dispute: negotiations begin", "Inscrire un différend : début des négociations"),
                ("Negotiations began in the dispute {dispute} between {states}", "Les négociations ont commencé sur le différend {dispute} entre {states}"),
                [Particular("dispute", "text", "name of the dispute", "nom du différend"),
                 Particular("states", "state", "States", "États", many=True, suggest=suggest_parties),
                 Particular("judicial", "yes_no", "it concerns the judicial functions of the Court", "il concerne les fonctions judiciaires de la Cour")], _begin)
refer = law.act("refer_dispute", "states", ("Refer a dispute to the Assembly", "Renvoyer un différend à l'Assemblée"),
                ("The dispute {dispute} was referred to the Assembly", "Le différend {dispute} a été renvoyé à l'Assemblée"), [dispute_particular()], _refer)
settle = law.act("settle_dispute_by_negotiation", "states", ("Settle a dispute by negotiation", "Régler un différend par la négociation"),
                 ("The dispute {dispute} was settled by negotiation", "Le différend {dispute} a été réglé par la négociation"), [dispute_particular()], _end)
decide = law.act("decide_dispute", "states", ("Decide a dispute on judicial functions", "Trancher un différend sur les fonctions judiciaires"),
                 ("The Court decided the dispute {dispute}", "La Cour a tranché le différend {dispute}"), [dispute_particular()], _end)
dispose = law.act("dispose_of_dispute", "states", ("Settle a dispute or recommend means", "Régler un différend ou recommander des moyens"),
                  ("The Assembly dealt with the dispute {dispute}: {outcome}", "L'Assemblée s'est prononcée sur le différend {dispute} : {outcome}"),
                  [dispute_particular(), Particular("outcome", "choice", "outcome", "issue", choices=[
                      Choice("settled", "settled by the Assembly", "réglé par l'Assemblée"),
                      Choice("icj", "referral to the International Court of Justice recommended", "saisine de la Cour internationale de Justice recommandée"),
                      Choice("other", "other means recommended", "autres moyens recommandés")])], _end)


def _dispute(v: View) -> Dispute | None:
    found: Dispute | None = v.posture.disputes.get(v.given.get("dispute", ""))
    return found


@law.fact("119(2)", ("the dispute is on the register", "le différend est inscrit"), needs=("dispute",), cured_by=("begin_negotiations",))
def dispute_known(v: View) -> Any:
    found = _dispute(v)
    return (None if "dispute" not in v.given else False) if found is None else found.began


@law.fact("119(1)", ("it concerns the judicial functions of the Court", "il concerne les fonctions judiciaires de la Cour"), needs=("dispute",))
def judicial(v: View) -> Any:
    found = _dispute(v)
    return None if found is None else (found.began if found.judicial else no(found.began))


@law.fact("119(2)", ("the dispute is not ended", "le différend n'est pas clos"), says_not=("the dispute is ended", "le différend est clos"), needs=("dispute",))
def not_ended(v: View) -> Any:
    found = _dispute(v)
    return None if found is None else (no(found.ended) if found.ended else True)


@law.fact("119(2)", ("it was referred to the Assembly", "il a été renvoyé à l'Assemblée"), needs=("dispute",), cured_by=("refer_dispute",))
def referred(v: View) -> Any:
    found = _dispute(v)
    return None if found is None else found.referred or False


def _three_months(v: View) -> date | None:
    found = _dispute(v)
    return add(found.began.done_on, months(3)).day if found is not None and found.began is not None else None


three_months_over = law.measure("three_months_over", "119(2)", ("three months have passed since negotiations began", "trois mois se sont écoulés depuis le début des négociations"),
                                lambda v: v.on, ">", _three_months, needs=("dispute",))
two_states = law.measure("two_states", "119(2)", ("two States or more are in dispute", "deux États au moins sont en cause"),
                         lambda v: len(v.given["states"]) if "states" in v.given else None, ">=", 2, needs=("states",))
all_parties = party_leaf(law, "disputants_are_parties", "119(2)", ("each of them is a State Party", "chacun d'eux est partie"), ("one of them is not a State Party", "l'un d'eux n'est pas partie"), name="states")


@law.fact("119(2)", ("the dispute has not been entered", "le différend n'est pas encore inscrit"), needs=("dispute",))
def dispute_new(v: View) -> Any:
    found = _dispute(v)
    return None if "dispute" not in v.given else (no(found.began) if found else True)


def _each_dispute(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"dispute": name} for name in v.posture.disputes]


law.power("119(2)", begin, "state_party", all_of(dispute_new, two_states, all_parties))
law.duty("119(2)", refer, "state_party", all_of(dispute_known, not_ended, three_months_over), referred, each=_each_dispute)
law.prohibition("119(1)", refer, judicial)
law.power("119(2)", settle, "state_party", all_of(dispute_known, not_ended))
law.power("119(1)", decide, (*BENCH, "judges", "presidency"), all_of(dispute_known, not_ended, judicial))
law.power("119(2)", dispose, "assembly", all_of(referred, not_ended))
