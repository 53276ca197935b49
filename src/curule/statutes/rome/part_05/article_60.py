"""Article 60 of the Rome Statute: initial proceedings before the Court, interim release and its review."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.counting import regulation_33
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import Warrant, end_detention, person_in
from curule.statutes.rome.part_05.article_58_summons import summons_served
from curule.statutes.rome.part_05.article_59 import detain
from curule.statutes.rome.part_05.facts import (
    CHAMBERS,
    case_open,
    each_person,
    in_detention,
    of_person,
    person_code,
    person_particular,
    present_before_court,
    release_of,
    warrant_for_person,
    wording,
    yes_no,
)

law = Chapter("rome", __name__)

COURT = (*CHAMBERS, "trial_chamber")
"""The chamber seised: before trial the Pre-Trial Chamber, then the Trial Chamber (article 61(11))."""


def _appear(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).appeared = entry


def _first(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).first_appearance = entry


def _mark(field: str) -> Any:
    def effect(draft: Case, entry: Entry) -> None:
        setattr(person_in(draft.persons, entry.particulars["person"]).release, field, entry)

    return effect


def _rule(draft: Case, entry: Entry) -> None:
    person, outcome = entry.particulars["person"], entry.particulars["outcome"]
    release = person_in(draft.persons, person).release
    release.rulings.append(entry)
    release.outcome = outcome if outcome != "maintain" else release.outcome
    if outcome == "detain":
        detain(draft, person, "court", entry)
    elif outcome != "maintain":
        end_detention(draft.custody, person, entry)


def _consider(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).release.delay_considered = entry
    if entry.particulars["outcome"] != "detain":
        _rule(draft, entry)


def _rearrest(draft: Case, entry: Entry) -> None:
    person = entry.particulars["person"]
    earlier = [w for w in draft.warrants.values() if w.person == person]
    draft.warrants[str(len(draft.warrants) + 1)] = Warrant(person=person, crimes=earlier[-1].crimes_in_force if earlier else (), entry=entry)


OUTCOMES = (Choice("detain", "continued detention", "maintien en détention"), Choice("release", "release", "mise en liberté"),
            Choice("release_with_conditions", "release with conditions", "mise en liberté sous condition"))
MAINTAIN = Choice("maintain", "the ruling stands", "la décision est maintenue")


def _outcome(*more: Choice) -> Particular:
    return Particular("outcome", "choice", "outcome", "issue", choices=(*OUTCOMES, *more))


record_appearance = law.act(
    "record_appearance", "case", ("Record an appearance without arrest", "Consigner une comparution sans arrestation"),
    ("{person} appeared before the Court ({manner})", "{person} a comparu devant la Cour ({manner})"),
    [person_particular(), Particular("manner", "choice", "manner", "modalité", choices=[
        Choice("voluntary", "voluntarily", "volontairement"), Choice("summons", "on a summons", "sur citation")])], _appear, group="pre_trial")
first_appearance = law.act(
    "hold_first_appearance", "case", ("Hold the first appearance", "Tenir la première comparution"),
    ("{person} first appeared before the Pre-Trial Chamber", "{person} a comparu pour la première fois devant la Chambre préliminaire"),
    [person_particular(), yes_no("crimes_told", "informed of the crimes alleged", "informée des crimes allégués"),
     yes_no("rights_told", "informed of the rights under the Statute", "informée des droits reconnus par le Statut"),
     yes_no("release_told", "informed of the right to apply for interim release", "informée du droit de demander la mise en liberté provisoire")],
    _first, group="pre_trial")
apply_release = law.act(
    "apply_for_interim_release", "case", ("Apply for interim release", "Demander la mise en liberté provisoire"),
    ("{person} applied for interim release", "{person} a demandé sa mise en liberté provisoire"), [person_particular()], _mark("sought"), group="pre_trial")
decide_release = law.act(
    "decide_interim_release", "case", ("Decide on interim release", "Statuer sur la mise en liberté provisoire"),
    ("The Chamber decided on the interim release of {person}: {outcome}", "La Chambre a statué sur la mise en liberté provisoire de {person} : {outcome}"),
    [person_particular(), _outcome(), wording("conditions", "conditions", "conditions")], _rule, group="pre_trial")
ask_review = law.act(
    "request_review_of_detention", "case", ("Request review of the ruling", "Demander le réexamen de la décision"),
    ("Review of the ruling on the detention or release of {person} was requested", "Le réexamen de la décision sur la détention ou la liberté de {person} a été demandé"),
    [person_particular()], _mark("review_sought"), group="pre_trial")
review = law.act(
    "review_detention", "case", ("Review the ruling on detention or release", "Réexaminer la décision sur la détention ou la liberté"),
    ("The Chamber reviewed its ruling on {person}: {outcome}", "La Chambre a réexaminé sa décision concernant {person} : {outcome}"),
    [person_particular(), _outcome(MAINTAIN), wording("conditions", "conditions", "conditions")], _rule, group="pre_trial")
find_delay = law.act(
    "find_inexcusable_delay", "case", ("Find inexcusable delay by the Prosecutor", "Constater un retard injustifiable du Procureur"),
    ("The Chamber found that inexcusable delay prolongs the detention of {person}", "La Chambre a constaté qu'un retard injustifiable prolonge la détention de {person}"),
    [person_particular(), wording("reasons", "reasons", "motifs", required=True)], _mark("delay"), group="pre_trial")
consider = law.act(
    "consider_release_for_delay", "case", ("Consider release because of delay", "Envisager la mise en liberté en raison du retard"),
    ("The Court considered the release of {person} because of delay: {outcome}", "La Cour a examiné la mise en liberté de {person} en raison du retard : {outcome}"),
    [person_particular(), _outcome(), wording("reasons", "reasons", "motifs", required=True)], _consider, group="pre_trial")
rearrest = law.act(
    "issue_warrant_for_released_person", "case", ("Issue a warrant against a person released", "Délivrer un mandat contre une personne libérée"),
    ("The Chamber issued a warrant to secure the presence of {person}", "La Chambre a délivré un mandat pour garantir la présence de {person}"),
    [person_particular()], _rearrest, group="pre_trial")


def _told(id: str, en: str, fr: str, not_en: str, not_fr: str, name: str) -> Any:
    def test(v: View) -> Any:
        return v.given.get(name)

    test.__name__ = id
    return law.fact("60(1)", (en, fr), says_not=(not_en, not_fr), needs=(name,))(test)


told_crimes = _told("crimes_told", "the person was informed of the crimes", "la personne a été informée des crimes", "the person was not informed of the crimes",
                    "la personne n'a pas été informée des crimes", "crimes_told")
told_rights = _told("rights_told", "the person was informed of the rights", "la personne a été informée de ses droits", "the person was not informed of the rights",
                    "la personne n'a pas été informée de ses droits", "rights_told")
told_release = _told("release_told", "the person was informed of the right to apply for interim release", "la personne a été informée du droit de demander sa liberté",
                     "the person was not informed of the right to apply for interim release", "la personne n'a pas été informée du droit de demander sa liberté", "release_told")
first_held = of_person(law, "first_appearance_held", "60(1)", ("the first appearance was held", "la première comparution a eu lieu"),
                       ("the first appearance was not held", "la première comparution n'a pas eu lieu"), lambda p: p.first_appearance, cured_by=("hold_first_appearance",))


@law.fact("60(1)", ("the person comes voluntarily", "la personne se présente volontairement"), needs=("manner",),
          says_not=("the person comes on a summons", "la personne se présente sur citation"))
def comes_voluntarily(v: View) -> Any:
    manner = v.given.get("manner")
    return None if manner is None else manner == "voluntary"


release_sought = of_person(law, "interim_release_sought", "60(2)", ("the person applied for interim release", "la personne a demandé sa mise en liberté provisoire"),
                           ("the person did not apply for interim release", "la personne n'a pas demandé sa mise en liberté provisoire"),
                           lambda p: p.release.sought, cured_by=("apply_for_interim_release",))
release_decided = of_person(law, "interim_release_decided", "60(2)", ("the application was decided", "il a été statué sur la demande"),
                            ("the application is pending", "la demande est pendante"),
                            lambda p: next((r for r in p.release.rulings if p.release.sought and r.number > p.release.sought.number), None))
ruling_made = of_person(law, "ruling_made", "60(3)", ("there is a ruling on release or detention", "il existe une décision sur la liberté ou la détention"),
                        ("there is no ruling on release or detention", "il n'existe aucune décision sur la liberté ou la détention"),
                        lambda p: p.release.rulings[-1] if p.release.rulings else None, cured_by=("decide_interim_release",))
delay_found = of_person(law, "delay_found", "60(4)", ("inexcusable delay was found", "un retard injustifiable a été constaté"),
                        ("no inexcusable delay was found", "aucun retard injustifiable n'a été constaté"), lambda p: p.release.delay, cured_by=("find_inexcusable_delay",))
delay_considered = of_person(law, "delay_considered", "60(4)", ("release was considered because of the delay", "la mise en liberté a été examinée en raison du retard"),
                             ("release was not considered", "la mise en liberté n'a pas été examinée"), lambda p: p.release.delay_considered, cured_by=("consider_release_for_delay",))
released = of_person(law, "released_by_court", "60(5)", ("the person was released", "la personne a été mise en liberté"), ("the person was not released", "la personne n'a pas été mise en liberté"),
                     lambda p: p.release.rulings[-1] if p.release.outcome.startswith("release") else p.custodial.released, cured_by=("decide_interim_release",))


@law.stage("60(3)", ("no charge against the person remains", "aucune charge ne subsiste contre la personne"),
           says_not=("charges against the person remain or are still to be brought", "des charges subsistent contre la personne ou restent à formuler"))
def no_charge_remains(v: View) -> Any:
    mine = [c for c in v.posture.charges.values() if c.person == person_code(v)]
    return mine[-1].entry if mine and all(c.status in ("declined", "withdrawn", "acquitted") for c in mine) else False


@law.fact("60(2)", ("detention continues", "la détention est maintenue"), says_not=("the person is released", "la personne est mise en liberté"), needs=("outcome",))
def detention_continues(v: View) -> Any:
    outcome = v.given.get("outcome")
    return None if outcome is None else outcome == "detain"


@law.fact("60(3)", ("the ruling is changed", "la décision est modifiée"), says_not=("the ruling stands", "la décision est maintenue"), needs=("outcome",))
def ruling_changed(v: View) -> Any:
    outcome = v.given.get("outcome")
    return None if outcome is None else outcome != "maintain"


grounds = law.finding("grounds_persist", "60(2)", ("reasonable grounds persist (article 58(1)(a))", "les motifs raisonnables subsistent (article 58-1-a)"), COURT,
                      ("reasonable grounds to believe", "motifs raisonnables de croire"), lasting=False)
necessity = law.finding("necessity_persists", "60(2)", ("detention still appears necessary (article 58(1)(b))", "la détention apparaît toujours nécessaire (article 58-1-b)"), COURT,
                        ("appears necessary", "apparaît nécessaire"), lasting=False)
changed = law.finding("circumstances_changed", "60(3)", ("changed circumstances require it", "un changement de circonstances l'exige"), COURT, ("satisfied", "convaincue"), lasting=False)
needed = law.finding("warrant_needed", "60(5)", ("a warrant is necessary to secure presence", "un mandat est nécessaire pour garantir la présence"), COURT, ("necessary", "nécessaire"),
                     lasting=False)


def last_ruling(v: View) -> Entry | None:
    """The ruling on release or detention from which the next periodic review is counted."""
    release = release_of(v)
    return release.rulings[-1] if release and release.rulings else None


review_time = law.limit("detention_review", "case", ("periodic review of the ruling on detention or release", "réexamen périodique de la décision sur la détention ou la liberté"), "60(3)",
                        "detention_review", runs_from=last_ruling, binds=CHAMBERS, counting=regulation_33, each=each_person)

law.power("60(1)", record_appearance, "registry", all_of(case_open, any_of(comes_voluntarily, summons_served)))
law.duty("60(1)", first_appearance, CHAMBERS, present_before_court, first_held, each=each_person)
law.prohibition("60(1)", record_appearance, present_before_court, name="appeared")
law.prohibition("60(1)", first_appearance, first_held, name="held")
law.prohibition("60(1)", first_appearance, ~all_of(told_crimes, told_rights, told_release), name="information")
law.power("60(2)", apply_release, "defence", all_of(warrant_for_person, in_detention))
law.duty("60(2)", decide_release, COURT, release_sought, release_decided, each=each_person)
law.prohibition("60(2)", decide_release, release_decided, name="decided")
law.prohibition("60(2)", (decide_release, consider), all_of(detention_continues, ~all_of(grounds, necessity)), name="detention")
law.prohibition("60(2)", decide_release, all_of(~detention_continues, grounds, necessity), name="release")
law.power("60(3)", ask_review, ("prosecutor", "defence"), ruling_made)
law.duty("60(3)", review, COURT, ruling_made, no_charge_remains, limit=review_time, each=each_person)
law.prohibition("60(3)", review, all_of(ruling_changed, ~changed), name="circumstances")
law.power("60(4)", find_delay, COURT, in_detention)
law.duty("60(4)", consider, COURT, delay_found, delay_considered, each=each_person)
law.power("60(5)", rearrest, COURT, all_of(released, needed))

for provision, title, summary in (
    ("60(1)", ("First appearance", "Première comparution"), ("The Chamber makes sure that the person knows the crimes, the rights and the way to interim release.",
                                                           "La Chambre s'assure que la personne connaît les crimes, ses droits et la voie de la liberté provisoire.")),
    ("60(2)", ("Interim release", "Mise en liberté provisoire"), ("Detention continues while the conditions of a warrant are met; otherwise release, with or without conditions.",
                                                                "La détention dure tant que les conditions du mandat sont réunies ; sinon mise en liberté, avec ou sans conditions.")),
    ("60(3)", ("Review of the ruling", "Réexamen de la décision"), ("Periodic, and at any time on request; changed only on changed circumstances.",
                                                                  "Périodique, et à tout moment sur demande ; modifiée seulement si les circonstances ont changé.")),
    ("60(4)", ("Delay by the Prosecutor", "Retard du Procureur"), ("Inexcusable delay makes the Court consider release.", "Un retard injustifiable conduit la Cour à envisager la liberté.")),
    ("60(5)", ("Warrant after release", "Mandat après mise en liberté"), ("A warrant may secure the presence of a person released.", "Un mandat peut garantir la présence d'une personne libérée.")),
):
    law.clause(provision, Class.RULE, title, summary)
