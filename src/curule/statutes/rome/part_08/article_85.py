"""Article 85 of the Rome Statute: compensation to a person arrested or convicted."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_appeal import Claim
from curule.statutes.rome.part_05.facts import person_particular
from curule.statutes.rome.part_06.facts import chosen

law = Chapter("rome", __name__)

COURT = ("pre_trial_chamber", "trial_chamber", "appeals_chamber")


def _claim(draft: Case, entry: Entry) -> None:
    given, claims = entry.particulars, draft.appeals.claims
    claims[str(len(claims) + 1)] = Claim(person=given["person"], ground=given["ground"], made=entry)


def _decide(draft: Case, entry: Entry) -> None:
    draft.appeals.claims.setdefault(entry.particulars["claim"], Claim()).decided = entry


claim = law.act("claim_compensation", "case", ("Claim compensation", "Demander une indemnité"), ("{person} claimed compensation: {ground}", "{person} a demandé une indemnité : {ground}"),
                [person_particular(), Particular("ground", "choice", "ground", "motif", choices=[
                    Choice("unlawful", "unlawful arrest or detention", "arrestation ou détention illégales"), Choice("reversed", "conviction reversed on a new fact", "condamnation annulée sur un fait nouveau"),
                    Choice("miscarriage", "grave and manifest miscarriage of justice", "erreur judiciaire grave et manifeste")]),
                 Particular("facts", "long_text", "facts", "faits", required=False)], _claim, group="compensation")
decide = law.act("decide_compensation", "case", ("Decide a claim for compensation", "Statuer sur une demande d'indemnité"), ("Claim {claim} for compensation was decided: {outcome}", "Il a été statué sur la demande d'indemnité {claim} : {outcome}"),
                 [Particular("claim", "text", "claim", "demande", suggest=lambda v: [(n, n) for n, c in v.posture.appeals.claims.items() if c.decided is None]),
                  Particular("outcome", "choice", "outcome", "issue", choices=[Choice("awarded", "awarded", "accordée"), Choice("rejected", "rejected", "rejetée")]),
                  Particular("amount", "amount", "amount", "montant", required=False)], _decide, group="compensation")


def _named(v: View) -> Claim | None:
    found: Claim | None = v.posture.appeals.claims.get(v.given.get("claim", ""))
    return found


@law.fact("85(1)", ("the claim was made and is not decided", "la demande a été présentée et n'est pas tranchée"), needs=("claim",), cured_by=(claim,), says_not=("no such claim is pending", "aucune demande de ce numéro n'est pendante"))
def claim_pending(v: View) -> Any:
    named = _named(v)
    return named.made if named is not None and named.decided is None else False


def _on(ground: str, provision: str, en: str, fr: str) -> Fact:
    def test(v: View) -> Any:
        named = _named(v)
        return named.made if named is not None and named.ground == ground else False

    test.__name__ = f"claims_{ground}"
    return law.fact(provision, (f"the claim rests on {en}", f"la demande se fonde sur {fr}"), needs=("claim",), says_not=(f"the claim does not rest on {en}", f"la demande ne se fonde pas sur {fr}"))(test)


@law.fact("85(2)", ("a final conviction of the person was reversed in revision", "une condamnation définitive de la personne a été annulée en révision"), needs=("claim",), cured_by=("determine_revision",),
          says_not=("no final conviction of the person was reversed in revision", "aucune condamnation définitive de la personne n'a été annulée en révision"))
def conviction_reversed(v: View) -> Any:
    named = _named(v)
    return (v.posture.appeals.reversed.get(named.person) if named else None) or False


@law.fact("85(3)", ("the person is no longer in detention", "la personne n'est plus en détention"), needs=("claim",), says_not=("the person is still in detention", "la personne est toujours en détention"))
def released_from_detention(v: View) -> Any:
    named = _named(v)
    if named is None:
        return False
    held = v.posture.custody.get(named.person)
    return held.times[-1].ended if held and held.times and held.times[-1].until is not None else False


@law.fact("85(3)", ("the proceedings against the person ended with acquittal or termination", "la procédure contre la personne s'est terminée par un acquittement ou un arrêt"), needs=("claim",),
          says_not=("the proceedings against the person did not so end", "la procédure contre la personne ne s'est pas ainsi terminée"))
def proceedings_ended(v: View) -> Any:
    named = _named(v)
    mine = [c for c in v.posture.charges.values() if named is not None and c.person == named.person]
    return (mine[-1].entry or True) if mine and all(c.status in ("acquitted", "declined", "withdrawn") for c in mine) else False


unlawful, reversed_, miscarriage = (_on("unlawful", "85(1)", "unlawful arrest or detention", "une arrestation ou une détention illégales"), _on("reversed", "85(2)", "a conviction reversed", "une condamnation annulée"),
                                    _on("miscarriage", "85(3)", "a grave miscarriage", "une erreur judiciaire grave"))
awarded = chosen(law, "compensation_awarded", "85(3)", ("compensation is awarded", "l'indemnité est accordée"), ("compensation is refused", "l'indemnité est refusée"), "outcome", "awarded")
arrest_unlawful = law.finding("arrest_or_detention_unlawful", "85(1)", ("the arrest or detention was unlawful", "l'arrestation ou la détention était illégale"), COURT, ("as the Chamber finds", "selon la Chambre"), lasting=False)
conclusive = law.finding("new_fact_conclusive", "85(2)", ("a new fact shows a miscarriage of justice conclusively", "un fait nouveau prouve l'erreur judiciaire"), COURT, ("conclusive", "de façon concluante"), lasting=False)
punished = law.finding("punishment_suffered", "85(2)", ("punishment was suffered", "une peine a été subie"), COURT, ("as a result of the conviction", "en raison de la condamnation"), lasting=False)
own_fault = law.finding("late_disclosure_own_fault", "85(2)", ("the late disclosure is due to the person, if only in part", "la révélation tardive est imputable à la personne, fût-ce en partie"), COURT, ("proved", "prouvé"), lasting=False)
exceptional = law.finding("compensation_exceptional", "85(3)", ("the circumstances are exceptional", "les circonstances sont exceptionnelles"), COURT, ("exceptional", "exceptionnelles"), lasting=False)
manifest = law.finding("miscarriage_grave_manifest", "85(3)", ("conclusive facts show a grave and manifest miscarriage", "des faits concluants révèlent une erreur grave et manifeste"), COURT, ("conclusive facts", "faits concluants"), lasting=False)

owed_2 = all_of(conviction_reversed, conclusive, punished, ~own_fault)
law.power("85(1)", claim, "defence")
law.power("85(1)", decide, COURT, claim_pending)
law.prohibition("85(1)", decide, all_of(unlawful, arrest_unlawful, ~awarded), name="refused_though_unlawful")
law.prohibition("85(1)", decide, all_of(unlawful, ~arrest_unlawful, awarded), name="awarded_though_lawful")
law.prohibition("85(2)", decide, all_of(reversed_, owed_2, ~awarded), name="refused_though_owed")
law.prohibition("85(2)", decide, all_of(reversed_, ~owed_2, awarded), name="awarded_though_not_owed")
law.prohibition("85(3)", decide, all_of(miscarriage, awarded, ~all_of(exceptional, manifest, released_from_detention, proceedings_ended)))

for provision, title, summary in (
    ("85(1)", ("Unlawful arrest or detention", "Arrestation ou détention illégales"),
     ("An enforceable right to compensation.", "Un droit à réparation.")),
    ("85(2)", ("Conviction reversed", "Condamnation annulée"),
     ("After a final conviction, on a new fact, unless the person hid it.", "Après condamnation définitive, sur un fait nouveau, sauf dissimulation imputable à l'intéressé.")),
    ("85(3)", ("Grave miscarriage", "Erreur judiciaire grave"),
     ("In exceptional circumstances the Court may award compensation.", "Dans des circonstances exceptionnelles, la Cour peut accorder une indemnité.")),
):
    law.clause(provision, Class.RULE, title, summary)
