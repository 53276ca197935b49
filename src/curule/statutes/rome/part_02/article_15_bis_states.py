"""Article 15 bis, paragraphs 3 and 4, of the Rome Statute: the decision that activates jurisdiction; declarations of non-acceptance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.rome.matters.state_files import Declaration, StateFile, StatesRegister
from curule.statutes.rome.membership import needed, years_after
from curule.statutes.rome.part_02.charge_facts import chosen
from curule.statutes.rome.part_13.party_facts import party_leaf, register_of, state_file, state_particular, total_parties

law = Chapter("rome", __name__)

BASIS = "15bis(4)"
CONSIDERED_WITHIN = 3
DECIDED_AFTER = date(2017, 1, 1)


def _file(draft: StatesRegister, entry: Entry) -> StateFile:
    return draft.states.setdefault(entry.particulars["state"], StateFile())


def _declare(draft: StatesRegister, entry: Entry) -> None:
    """A declaration that did not reach the Registrar stays on the record without effect."""
    if entry.particulars.get("received_by", "registrar") == "registrar":
        _file(draft, entry).declarations.append(Declaration(basis=BASIS, entry=entry))


def _mark(field: str) -> Any:
    def effect(draft: StatesRegister, entry: Entry) -> None:
        for declaration in _file(draft, entry).declarations:
            if declaration.basis == BASIS and declaration.withdrawn is None:
                setattr(declaration, field, entry)

    return effect


decline = law.act(
    "declare_non_acceptance_of_aggression", "states", ("Declare non-acceptance for aggression", "Déclarer la non-acceptation pour l'agression"),
    ("{state} declared that it does not accept jurisdiction over aggression", "{state} a déclaré ne pas accepter la compétence pour l'agression"),
    [state_particular(parties=True), Particular("received_by", "choice", "lodged with", "déposée auprès de", choices=[
        Choice("registrar", "the Registrar", "le Greffier"), Choice("other", "another", "une autre autorité")])], _declare)
withdraw = law.act(
    "withdraw_non_acceptance_of_aggression", "states", ("Withdraw the declaration on aggression", "Retirer la déclaration sur l'agression"),
    ("{state} withdrew its declaration on aggression", "{state} a retiré sa déclaration sur l'agression"), [state_particular()], _mark("withdrawn"))
consider = law.act(
    "consider_withdrawal_of_non_acceptance", "states", ("Consider withdrawing the declaration on aggression", "Envisager le retrait de la déclaration sur l'agression"),
    ("{state} considered withdrawing its declaration on aggression", "{state} a envisagé le retrait de sa déclaration sur l'agression"), [state_particular()], _mark("considered"))
activate = law.act(
    "record_activation_of_aggression", "states", ("Decide to activate jurisdiction over aggression", "Décider d'activer la compétence pour l'agression"),
    ("The States Parties activated jurisdiction over aggression from {effective}", "Les États Parties ont activé la compétence pour l'agression à compter du {effective}"),
    [Particular("effective", "date", "with effect from", "avec effet au"), Particular("consensus", "yes_no", "by consensus", "par consensus"),
     Particular("votes_for", "integer", "votes for", "voix pour", required=False, least=0)], lambda draft, entry: setattr(draft, "aggression_activated", entry))


def _live(v: View) -> Declaration | None:
    file = state_file(v)
    return next((d for d in file.declarations if d.basis == BASIS and d.withdrawn is None), None) if file else None


party = party_leaf(law, "declaring_party", "15bis(4)", ("the State is a Party", "l'État est partie"), ("the State is not a Party", "l'État n'est pas partie"))
with_registrar = chosen(law, "non_acceptance_with_registrar", "15bis(4)", ("it is lodged with the Registrar", "elle est déposée auprès du Greffier"), "received_by", "registrar")


@law.stage("15bis(4)", ("a declaration of non-acceptance stands", "une déclaration de non-acceptation est en vigueur"), cured_by=("declare_non_acceptance_of_aggression",))
def declaration_stands(v: View) -> Any:
    if "state" not in v.given:
        return None
    live = _live(v)
    return live.entry if live else False


@law.fact("15bis(4)", ("the State considered its withdrawal", "l'État a envisagé son retrait"), needs=("state",), cured_by=("consider_withdrawal_of_non_acceptance",))
def withdrawal_considered(v: View) -> Any:
    live = _live(v)
    return None if "state" not in v.given else live.considered or False if live else False


def _each(v: View) -> Iterable[Mapping[str, Any]]:
    register = register_of(v)
    return [{"state": s} for s, f in (register.states.items() if register else ()) if any(d.basis == BASIS for d in f.declarations)]


def _three_years(v: View) -> date | None:
    live = _live(v)
    return years_after(live.entry.done_on, CONSIDERED_WITHIN) if live and live.entry else None


late_enough = law.measure("decided_after_2017", "15bis(3)", ("the decision follows 1 January 2017", "la décision est postérieure au 1er janvier 2017"), lambda v: v.on, ">", lambda v: DECIDED_AFTER)
by_consensus = chosen(law, "activation_by_consensus", "15bis(3)", ("by consensus", "par consensus"), "consensus", True)


def _two_thirds(v: View) -> int | None:
    total = total_parties(v)
    return None if total is None else needed(2, 3, total)


by_two_thirds = law.measure("activation_majority", "15bis(3)", ("two thirds of the States Parties", "deux tiers des États Parties"), lambda v: v.given.get("votes_for", 0), ">=", _two_thirds,
                            needs=("votes_for",))


@law.fact("15bis(3)", ("jurisdiction was activated before", "la compétence a déjà été activée"))
def activated_before(v: View) -> Any:
    return v.posture.aggression_activated or False


law.power("15bis(4)", decline, "state_party", all_of(party, with_registrar, ~declaration_stands))
law.power("15bis(4)", withdraw, "state_party", declaration_stands)
law.duty("15bis(4)", consider, "state_party", declaration_stands, withdrawal_considered, due=_three_years, each=_each)
law.power("15bis(3)", activate, "assembly", all_of(late_enough, any_of(by_consensus, by_two_thirds), ~activated_before))
