"""Article 61 of the Rome Statute, paragraphs 7, 8, 10 and 11: the decision on each charge, renewed requests, lapse of warrants, committal."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.counting import regulation_33
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import end_detention, lapse, person_in
from curule.statutes.rome.matters.roll import offered_judges
from curule.statutes.rome.matters.situation_investigation import Chamber
from curule.statutes.rome.part_05.article_57_chamber import chamber_assigned, majority_concurs
from curule.statutes.rome.part_05.article_61_hearing import suggest_evidence
from curule.statutes.rome.part_05.facts import (
    CHAMBERS,
    charge_particular,
    charges_of,
    confirmation_of,
    each_person,
    in_detention,
    in_favour_particular,
    of_person,
    on_record,
    person_code,
    person_particular,
    stated,
)

law = Chapter("rome", __name__)

PTC = "pre_trial_chamber"
OUTCOMES = ("confirmed", "declined", "adjourned")


def _decide(draft: Case, entry: Entry) -> None:
    person = entry.particulars["person"]
    for outcome in OUTCOMES:
        for number in entry.particulars.get(outcome, ()):
            charge = draft.charges.get(number)
            if charge is not None:
                charge.status, charge.entry = outcome, entry
                charge.request = entry.particulars.get("request", "") if outcome == "adjourned" else ""
    person_in(draft.persons, person).confirmation.decisions.append(entry)
    if entry.particulars.get("confirmed"):
        person_in(draft.persons, person).committed = entry
    lapse(draft.warrants, draft.charges, person, entry)


def _renew(draft: Case, entry: Entry) -> None:
    confirmation = person_in(draft.persons, entry.particulars["person"]).confirmation
    for number in entry.particulars["counts"]:
        if number in draft.charges:
            draft.charges[number].status, draft.charges[number].entry = "sought", entry
    for item in entry.particulars.get("items", ()):
        confirmation.evidence.setdefault(item, entry)
    confirmation.set = confirmation.day = confirmation.opened = confirmation.closed = confirmation.defence_called = None
    confirmation.document_served = confirmation.evidence_served = confirmation.evidence_told = None


def _release(draft: Case, entry: Entry) -> None:
    end_detention(draft.custody, entry.particulars["person"], entry)


def _constitute(draft: Case, entry: Entry) -> None:
    earlier = draft.chambers.get("trial")
    judges = entry.particulars["judges"]
    former = tuple(j for j in (*earlier.former, *earlier.judges) if j not in judges) if earlier else ()
    draft.chambers["trial"] = Chamber(judges=judges, presiding=entry.particulars.get("presiding", ""), former=former, entry=entry)


decide = law.act(
    "decide_confirmation", "case", ("Decide on the confirmation of charges", "Statuer sur la confirmation des charges"),
    ("The Pre-Trial Chamber decided on the charges against {person}", "La Chambre préliminaire a statué sur les charges contre {person}"),
    [person_particular(),
     charge_particular("sufficient", "charges with sufficient evidence for substantial grounds to believe", "charges appuyées par des preuves suffisantes (motifs substantiels de croire)", required=False),
     charge_particular("confirmed", "charges confirmed", "charges confirmées", required=False), charge_particular("declined", "charges declined", "charges non confirmées", required=False),
     charge_particular("adjourned", "charges on which the hearing is adjourned", "charges pour lesquelles l'audience est ajournée", required=False),
     Particular("request", "choice", "what the Prosecutor is asked to consider", "ce que le Procureur est prié d'envisager", required=False, choices=[
         Choice("evidence", "more evidence or investigation", "complément de preuves ou d'enquête"), Choice("amend", "amending the charge to another crime", "modifier la charge : autre crime")]),
     Particular("different_crime", "text", "the other crime that the evidence seems to show", "l'autre crime que les preuves semblent établir", required=False),
     in_favour_particular()],
    _decide, group="confirmation")
renew = law.act(
    "renew_request_for_confirmation", "case", ("Request confirmation again", "Demander à nouveau la confirmation"),
    ("The Prosecutor asked again for confirmation of charges {counts}", "Le Procureur a demandé à nouveau la confirmation des charges {counts}"),
    [person_particular(), charge_particular("counts", "charges", "charges"), Particular("items", "text", "additional evidence", "éléments de preuve supplémentaires", many=True, required=False,
                                                                                           suggest=suggest_evidence)], _renew, group="confirmation")
release = law.act(
    "release_after_lapse", "case", ("Release a person whose warrants have lapsed", "Libérer une personne dont les mandats sont caducs"),
    ("{person} was released, no warrant being in effect", "{person} a été libéré(e), aucun mandat n'étant en vigueur"), [person_particular()], _release, group="confirmation")
constitute = law.act(
    "constitute_trial_chamber", "case", ("Constitute a Trial Chamber", "Constituer une Chambre de première instance"),
    ("The Presidency constituted a Trial Chamber: {judges}", "La Présidence a constitué une Chambre de première instance : {judges}"),
    [Particular("judges", "judge", "judges", "juges", many=True, suggest=offered_judges), Particular("presiding", "judge", "presiding judge", "juge président", required=False, suggest=offered_judges)],
    _constitute, group="chambers")

hearing_closed = of_person(law, "hearing_closed", "61(7)", ("the confirmation hearing was held and closed", "l'audience de confirmation a eu lieu et a été close"),
                           ("the confirmation hearing was not held and closed", "l'audience de confirmation n'a pas eu lieu ou n'est pas close"), lambda p: p.confirmation.closed,
                           cured_by=("close_confirmation_hearing",))


def _pending(v: View) -> set[str]:
    return set(charges_of(v, "sought", "adjourned"))


def _named(v: View) -> list[str]:
    return [n for outcome in OUTCOMES for n in v.given.get(outcome, ())]


def _given(v: View) -> bool:
    return any(v.given.get(outcome) for outcome in OUTCOMES)


@law.stage("61(7)", ("every charge has been decided", "chaque charge a été tranchée"), says_not=("a charge is still to be decided", "une charge reste à trancher"))
def all_decided(v: View) -> Any:
    confirmation = confirmation_of(v)
    if confirmation is None or not confirmation.decisions:
        return False
    return no(confirmation.decisions[-1]) if charges_of(v, "sought") else confirmation.decisions[-1]


@law.fact("61(7)", ("each pending charge, and no other, has its outcome", "chaque charge pendante, et nulle autre, reçoit son issue"), needs=OUTCOMES,
          says_not=("a pending charge has no outcome, or another charge is named", "une charge pendante est sans issue, ou une autre charge est désignée"))
def each_has_outcome(v: View) -> Any:
    return set(_named(v)) == _pending(v) if _given(v) else None


@law.fact("61(7)", ("no charge has two outcomes", "aucune charge n'a deux issues"), says_not=("a charge has two outcomes", "une charge a deux issues"), needs=OUTCOMES)
def one_outcome_each(v: View) -> Any:
    return len(_named(v)) == len(set(_named(v))) if _given(v) else None


@law.fact("61(7)(a)", ("only charges with sufficient evidence are confirmed", "seules sont confirmées des charges appuyées par des preuves suffisantes"), needs=("confirmed", "sufficient"),
          says_not=("a charge without sufficient evidence is confirmed", "une charge sans preuves suffisantes est confirmée"))
def confirmed_sufficient(v: View) -> Any:
    return set(v.given.get("confirmed", ())) <= set(v.given.get("sufficient", ())) if _given(v) else None


@law.fact("61(7)(b)", ("only charges without sufficient evidence are declined", "seules sont rejetées des charges sans preuves suffisantes"), needs=("declined", "sufficient"),
          says_not=("a charge with sufficient evidence is declined", "une charge appuyée par des preuves suffisantes est rejetée"))
def declined_insufficient(v: View) -> Any:
    return not set(v.given.get("declined", ())) & set(v.given.get("sufficient", ())) if _given(v) else None


@law.fact("61(7)(c)", ("the hearing is adjourned on a charge", "l'audience est ajournée sur une charge"), says_not=("the hearing is adjourned on no charge", "l'audience n'est ajournée sur aucune charge"),
          needs=("adjourned",))
def adjourns(v: View) -> Any:
    return bool(v.given.get("adjourned")) if _given(v) else None


request_made = stated(law, "request_made", "61(7)(c)", ("the decision says what the Prosecutor is asked to consider", "la décision dit ce que le Procureur est prié d'envisager"),
                      ("the decision does not say what the Prosecutor is asked to consider", "la décision ne dit pas ce que le Procureur est prié d'envisager"), "request")


@law.fact("61(7)(c)(i)", ("more evidence or investigation is asked for", "un complément de preuves ou d'enquête est demandé"), needs=("request",),
          says_not=("no further evidence or investigation is asked for", "aucun complément de preuves ou d'enquête n'est demandé"))
def evidence_requested(v: View) -> Any:
    return v.given.get("request") == "evidence"


@law.fact("61(7)(c)(ii)", ("amendment to another crime is asked for", "la modification pour un autre crime est demandée"), needs=("request",),
          says_not=("no amendment is asked for", "aucune modification n'est demandée"))
def amendment_requested(v: View) -> Any:
    return v.given.get("request") == "amend"


crime_shown = stated(law, "crime_shown", "61(7)(c)(ii)", ("the other crime that the evidence seems to show is named", "l'autre crime que les preuves semblent établir est désigné"),
                     ("the other crime is not named", "l'autre crime n'est pas désigné"), "different_crime")


@law.fact("61(8)", ("the charges were declined", "les charges n'ont pas été confirmées"), says_not=("a charge named was not declined", "une charge désignée n'a pas fait l'objet d'un refus"), needs=("counts",))
def counts_declined(v: View) -> Any:
    counts = v.given.get("counts")
    return None if counts is None else set(counts) <= set(charges_of(v, "declined"))


@law.fact("61(8)", ("the request is supported by additional evidence", "la demande est étayée par des preuves supplémentaires"), needs=("items",),
          says_not=("the request brings no evidence that was not before the Chamber", "la demande n'apporte aucune preuve nouvelle"))
def additional_evidence(v: View) -> Any:
    confirmation = confirmation_of(v)
    if confirmation is None or "counts" not in v.given:
        return None
    return bool(set(v.given.get("items", ())) - set(confirmation.evidence))


@law.stage("61(10)", ("every warrant against the person has lapsed", "tous les mandats visant la personne sont caducs"),
           says_not=("a warrant against the person is in effect for some crime, or none lapsed", "un mandat visant la personne reste en vigueur pour un crime, ou aucun n'est caduc"))
def all_lapsed(v: View) -> Any:
    mine = [w for w in v.posture.warrants.values() if w.person == person_code(v)]
    return tuple(w.lapsed[w.crimes[-1]] for w in mine if w.lapsed) if mine and not any(w.crimes_in_force for w in mine) else False


committed = on_record(law, "charges_confirmed", "61(11)", ("charges have been confirmed", "des charges ont été confirmées"), ("no charge has been confirmed", "aucune charge n'a été confirmée"),
                      lambda v: next((v.posture.persons[c.person].committed for c in v.posture.charges.values()
                                    if c.status in ("confirmed", "convicted", "acquitted") and c.person in v.posture.persons), None), cured_by=("decide_confirmation",))
trial_chamber = on_record(law, "trial_chamber_constituted", "61(11)", ("a Trial Chamber is constituted", "une Chambre de première instance est constituée"),
                          ("no Trial Chamber is constituted", "aucune Chambre de première instance n'est constituée"),
                          lambda v: v.posture.chambers["trial"].entry if "trial" in v.posture.chambers else None, cured_by=("constitute_trial_chamber",))

decision_time = law.limit("confirmation_decision", "case", ("decision on the confirmation of charges", "décision relative à la confirmation des charges"), "61(7)", "confirmation_decision",
                          runs_from=lambda v: c.closed if (c := confirmation_of(v)) else None,
                          stopped_by=lambda v: next((d for d in c.decisions if c.closed and d.number > c.closed.number), None) if (c := confirmation_of(v)) else None, binds=(PTC,), counting=regulation_33, each=each_person)

law.duty("61(7)", decide, PTC, all_of(hearing_closed, chamber_assigned), all_decided, limit=decision_time, each=each_person)
law.prohibition("57(2)(a)", decide, ~majority_concurs, name="confirmation")
law.prohibition("61(7)", decide, ~all_of(each_has_outcome, one_outcome_each), name="outcomes")
law.prohibition("61(7)(a)", decide, ~confirmed_sufficient)
law.prohibition("61(7)(b)", decide, ~declined_insufficient)
law.prohibition("61(7)(c)", decide, all_of(adjourns, ~request_made), name="purpose")
law.prohibition("61(7)(c)(i)", decide, all_of(evidence_requested, ~adjourns), name="charge")
law.prohibition("61(7)(c)(ii)", decide, all_of(amendment_requested, ~crime_shown), name="crime")
law.power("61(8)", renew, "prosecutor", all_of(counts_declined, additional_evidence))
law.duty("61(10)", release, (*CHAMBERS, "registry"), all_lapsed, ~in_detention, each=each_person)
law.prohibition("61(10)", release, ~in_detention, name="detained")
law.duty("61(11)", constitute, "presidency", committed, trial_chamber)

for provision, title, summary in (
    ("61(7)", ("Decision on each charge", "Décision sur chaque charge"), ("After the hearing the Chamber decides, charge by charge, whether the evidence suffices.",
                                                                         "Après l'audience, la Chambre décide, charge par charge, si les preuves suffisent.")),
    ("61(7)(a)", ("Confirmation and committal", "Confirmation et renvoi"), ("Sufficient evidence: confirmed, and committed for trial on those charges.", "Preuves suffisantes : charge confirmée et renvoi en jugement.")),
    ("61(7)(b)", ("Refusal to confirm", "Refus de confirmer"), ("Insufficient evidence: not confirmed.", "Preuves insuffisantes : non confirmée.")),
    ("61(7)(c)", ("Adjournment", "Ajournement"), ("The hearing is adjourned with one of two requests to the Prosecutor.", "L'audience est ajournée avec l'une de deux demandes au Procureur.")),
    ("61(7)(c)(i)", ("Adjournment for evidence", "Ajournement : preuves"), ("More evidence or investigation on a given charge.", "Complément de preuves ou d'enquête sur une charge précise.")),
    ("61(7)(c)(ii)", ("Adjournment for amendment", "Ajournement : modification"), ("The evidence seems to show another crime.", "Les preuves semblent établir un autre crime.")),
    ("61(8)", ("Renewed request", "Nouvelle demande"), ("A declined charge may be brought again on additional evidence.", "Une charge rejetée peut être représentée avec des preuves supplémentaires.")),
    ("61(10)", ("Lapse of warrants", "Caducité des mandats"), ("A warrant ends for charges declined or withdrawn, and for no other.", "Le mandat cesse pour les charges rejetées ou retirées, et pour elles seules.")),
    ("61(11)", ("Trial Chamber", "Chambre de première instance"), ("The Presidency constitutes the Trial Chamber, which conducts what follows.", "La Présidence constitue la Chambre de première instance, qui conduit la suite.")),
):
    law.clause(provision, Class.RULE, title, summary)
