"""Article 84 of the Rome Statute: revision of conviction or sentence."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_appeal import Revision
from curule.statutes.rome.matters.roll import offered_judges
from curule.statutes.rome.part_05.facts import charge_particular, listed, on_record, person_code, person_particular
from curule.statutes.rome.part_06.facts import chosen, given_in, told
from curule.statutes.rome.part_08.appeal_time import final
from curule.statutes.rome.part_08.article_81 import AC, convicted_person

__all__ = ["law"]

law = Chapter("rome", __name__)

TC = "trial_chamber"
RELATIVES = (Choice("spouse", "spouse", "conjoint"), Choice("child", "child", "enfant"), Choice("parent", "parent", "parent"))


def _apply(draft: Case, entry: Entry) -> None:
    draft.appeals.revisions.append(Revision(person=entry.particulars["person"], applied=entry))


def _last(draft: Case) -> Revision:
    if not draft.appeals.revisions:
        draft.appeals.revisions.append(Revision())
    return draft.appeals.revisions[-1]


def _decide(draft: Case, entry: Entry) -> None:
    revision = _last(draft)
    revision.decided, revision.outcome = entry, entry.particulars["outcome"]


def _hear(draft: Case, entry: Entry) -> None:
    _last(draft).heard = entry


def _determine(draft: Case, entry: Entry) -> None:
    revision = _last(draft)
    revision.determined = entry
    for number in entry.particulars.get("acquitted", ()):
        if number in draft.charges:
            draft.charges[number].status, draft.charges[number].entry = "acquitted", entry
    if entry.particulars.get("acquitted"):
        draft.appeals.reversed[revision.person] = entry


death = law.act("record_death", "case", ("Record a death", "Constater un décès"), ("The death of {person} was recorded", "Le décès de {person} a été constaté"), [person_particular()],
                lambda draft, entry: draft.appeals.deaths.__setitem__(entry.particulars["person"], entry), group="revision")
apply_for = law.act(
    "apply_for_revision", "case", ("Apply for revision", "Demander la révision"), ("Revision of the judgement on {person} was applied for by: {applicant}", "La révision du jugement concernant {person} a été demandée par : {applicant}"),
    [person_particular(),
     Particular("applicant", "choice", "applicant", "requérant", choices=[
         Choice("convicted", "the convicted person", "la personne condamnée"), *RELATIVES, Choice("mandated", "a person mandated by the convicted person", "une personne mandatée par le condamné"),
         Choice("prosecutor", "the Prosecutor on that person's behalf", "le Procureur au nom du condamné")]),
     Particular("mandate", "text", "express written instructions (reference)", "instructions écrites expresses (référence)", required=False),
     Particular("alive_at_death", "yes_no", "the mandated person was alive at the death", "le mandataire était en vie au décès", required=False),
     Particular("grounds", "choice", "grounds", "motifs", many=True, choices=[
         Choice("new_evidence", "new evidence", "fait nouveau"), Choice("false_evidence", "decisive evidence was false", "preuve décisive fausse"), Choice("misconduct", "serious misconduct of a judge", "faute grave d'un juge")]),
     Particular("unavailable", "long_text", "why the evidence was not available at trial, without fault of the applicant", "pourquoi la preuve n'était pas disponible au procès, sans faute du requérant", required=False),
     Particular("weight", "long_text", "why another verdict would have been likely", "pourquoi un autre verdict aurait été vraisemblable", required=False),
     Particular("judge", "judge", "judge concerned", "juge concerné", required=False)], _apply, group="revision")
decide = law.act(
    "decide_on_revision", "case", ("Decide on an application for revision", "Statuer sur une demande en révision"), ("The application for revision was decided: {outcome}", "Il a été statué sur la demande en révision : {outcome}"),
    [Particular("outcome", "choice", "outcome", "issue", choices=[
        Choice("reject", "rejected as unfounded", "rejetée comme non fondée"), Choice("reconvene", "original Trial Chamber reconvened", "Chambre initiale réunie de nouveau"),
        Choice("new_chamber", "new Trial Chamber constituted", "nouvelle Chambre constituée"), Choice("retain", "retained by the Appeals Chamber", "affaire retenue par la Chambre d'appel")]),
     Particular("judges", "judge", "judges of the Trial Chamber", "juges de la Chambre de première instance", many=True, required=False, suggest=offered_judges)], _decide, group="revision")
hear = law.act("hear_parties_on_revision", "case", ("Hear the parties on revision", "Entendre les parties sur la révision"), ("The parties were heard on revision", "Les parties ont été entendues sur la révision"), [], _hear, group="revision")
determine = law.act("determine_revision", "case", ("Determine whether the judgement is revised", "Dire si le jugement est révisé"), ("Revision: {result}", "Révision : {result}"),
                    [Particular("result", "choice", "result", "résultat", choices=[Choice("revised", "revised", "révisé"), Choice("not_revised", "not revised", "non révisé")]),
                     charge_particular("acquitted", "charges on which the conviction is reversed", "charges dont la condamnation est annulée", required=False)], _determine, group="revision")

dead = on_record(law, "convicted_person_dead", "84(1)", ("the convicted person has died", "la personne condamnée est décédée"), ("the convicted person is not recorded as dead", "le décès de la personne condamnée n'est pas constaté"),
                 lambda v: v.posture.appeals.deaths.get(person_code(v) or ""), cured_by=(death,))
by_convicted = chosen(law, "applies_in_person", "84(1)", ("the convicted person applies", "la personne condamnée présente la demande"), ("another than the convicted person applies", "un autre que la personne condamnée présente la demande"), "applicant", "convicted")
by_relative = chosen(law, "applicant_is_relative", "84(1)", ("the applicant is spouse, child or parent", "le requérant est conjoint, enfant ou parent"), ("the applicant is neither spouse, child nor parent", "le requérant n'est ni conjoint, ni enfant, ni parent"),
                     "applicant", *(c.value for c in RELATIVES))
by_mandated = chosen(law, "applicant_is_mandated", "84(1)", ("the applicant was mandated", "le requérant a été mandaté"), ("the applicant was not mandated", "le requérant n'a pas été mandaté"), "applicant", "mandated")
on_behalf = chosen(law, "applicant_is_prosecutor", "84(1)", ("the Prosecutor applies on the person's behalf", "le Procureur présente la demande au nom de la personne"), ("the Prosecutor does not apply on the person's behalf", "le Procureur n'agit pas au nom de la personne"), "applicant", "prosecutor")
mandate = given_in(law, "written_instructions", "84(1)", ("express written instructions are shown", "des instructions écrites expresses sont produites"), ("no express written instructions are shown", "aucune instruction écrite expresse n'est produite"), "mandate")
alive = told(law, "mandated_alive_at_death", "84(1)", ("the mandated person was alive at the death", "le mandataire était en vie au décès"), ("the mandated person was not alive at the death", "le mandataire n'était pas en vie au décès"), "alive_at_death")
new_evidence = listed(law, "pleads_new_evidence", "84(1)(a)", ("new evidence is pleaded", "un fait nouveau est invoqué"), ("no new evidence is pleaded", "aucun fait nouveau n'est invoqué"), "grounds", "new_evidence")
misconduct = listed(law, "pleads_misconduct", "84(1)(c)", ("misconduct of a judge is pleaded", "la faute d'un juge est invoquée"), ("no misconduct of a judge is pleaded", "aucune faute d'un juge n'est invoquée"), "grounds", "misconduct")
says_unavailable = given_in(law, "unavailability_pleaded", "84(1)(a)(i)", ("the application says why the evidence was not available", "la demande dit pourquoi la preuve n'était pas disponible"), ("the application is silent on availability", "la demande est muette sur la disponibilité"), "unavailable")
says_weight = given_in(law, "weight_pleaded", "84(1)(a)(ii)", ("the application says why another verdict would have been likely", "la demande dit pourquoi un autre verdict aurait été vraisemblable"), ("the application is silent on the weight of the evidence", "la demande est muette sur le poids de la preuve"), "weight")


@law.fact("84(1)(c)", ("the judge took part in the conviction or the confirmation of charges in this case", "le juge a participé à la condamnation ou à la confirmation des charges dans cette affaire"), needs=("judge",),
          says_not=("the judge took part in neither conviction nor confirmation here", "le juge n'a participé ici ni à la condamnation ni à la confirmation"))
def judge_took_part(v: View) -> Any:
    benches = [v.posture.chambers.get(task) for task in ("trial", "pre_trial")]
    return any(b is not None and v.given.get("judge") in (*b.judges, *b.former) for b in benches)


unavailable = law.finding("evidence_was_unavailable", "84(1)(a)(i)", ("the evidence was not available at trial, through no fault of the applicant", "la preuve n'était pas disponible au procès, sans faute du requérant"), AC, ("no fault, even in part", "aucune faute, même partielle"), lasting=False)
weighty = law.finding("other_verdict_likely", "84(1)(a)(ii)", ("another verdict would have been likely", "un autre verdict aurait été vraisemblable"), AC, ("likely", "vraisemblable"), lasting=False)
false_evidence = law.finding("decisive_evidence_false", "84(1)(b)", ("decisive evidence proved false, forged or falsified", "une preuve décisive s'est révélée fausse, contrefaite ou falsifiée"), AC, ("newly discovered, and the conviction rests on it", "découvert depuis, et la condamnation en dépend"), lasting=False)
grave = law.finding("judge_misconduct_grave", "84(1)(c)", ("the judge's act in that case was grave enough for removal", "l'acte du juge dans l'affaire était assez grave pour une révocation"), AC, ("article 46", "article 46"), lasting=False)


def _pleaded(id: str, provision: str, ground: str, says: tuple[str, str], says_not: tuple[str, str]) -> Any:
    """A leaf: the application that is pending pleads that ground."""

    def read(v: View) -> Any:
        applied = v.posture.appeals.revisions[-1].applied if v.posture.appeals.revisions else None
        return applied if applied is not None and ground in applied.particulars["grounds"] else None

    return on_record(law, id, provision, says, says_not, read, cured_by=(apply_for,))


on_new_evidence = _pleaded("applied_on_new_evidence", "84(1)(a)", "new_evidence", ("the application pleads new evidence", "la demande invoque un fait nouveau"), ("the application pleads no new evidence", "la demande n'invoque aucun fait nouveau"))
on_false_evidence = _pleaded("applied_on_false_evidence", "84(1)(b)", "false_evidence", ("the application pleads that decisive evidence was false", "la demande invoque la fausseté d'une preuve décisive"), ("the application does not plead false evidence", "la demande n'invoque pas la fausseté d'une preuve"))
on_misconduct = _pleaded("applied_on_misconduct", "84(1)(c)", "misconduct", ("the application pleads misconduct of a judge", "la demande invoque la faute d'un juge"), ("the application pleads no misconduct of a judge", "la demande n'invoque aucune faute d'un juge"))
meritorious = any_of(all_of(on_new_evidence, unavailable, weighty), all_of(on_false_evidence, false_evidence), all_of(on_misconduct, grave))

rejects = chosen(law, "revision_rejected", "84(2)", ("the application is rejected", "la demande est rejetée"), ("the application is not rejected", "la demande n'est pas rejetée"), "outcome", "reject")
reconvenes = chosen(law, "original_reconvened", "84(2)(a)", ("the original Chamber is reconvened", "la Chambre initiale est réunie"), ("the original Chamber is not reconvened", "la Chambre initiale n'est pas réunie"), "outcome", "reconvene")
renews = chosen(law, "new_chamber_constituted", "84(2)(b)", ("a new Chamber is constituted", "une nouvelle Chambre est constituée"), ("no new Chamber is constituted", "aucune nouvelle Chambre n'est constituée"), "outcome", "new_chamber")


def _first_bench(v: View) -> set[str]:
    bench = v.posture.chambers.get("trial")
    return {*bench.judges, *bench.former} if bench else set()


@law.fact("84(2)(a)", ("all its judges sat in the original Chamber", "tous ses juges ont siégé dans la Chambre initiale"), needs=("judges",), says_not=("one of its judges did not sit in the original Chamber", "l'un de ses juges n'a pas siégé dans la Chambre initiale"))
def all_from_original(v: View) -> Any:
    return bool(v.given.get("judges")) and {*v.given["judges"]} <= _first_bench(v)


@law.fact("84(2)(a)", ("a judge whose misconduct is the ground would sit", "un juge dont la faute est le motif siégerait"), needs=("judges",), says_not=("no judge whose misconduct is the ground would sit", "aucun juge dont la faute est le motif ne siégerait"))
def sits_despite_misconduct(v: View) -> Any:
    applied = v.posture.appeals.revisions[-1].applied if v.posture.appeals.revisions else None
    return applied is not None and applied.particulars.get("judge") in v.given.get("judges", ())


@law.fact("84(2)(b)", ("none of its judges sat in the original Chamber", "aucun de ses juges n'a siégé dans la Chambre initiale"), needs=("judges",), says_not=("one of its judges sat in the original Chamber", "l'un de ses juges a siégé dans la Chambre initiale"))
def none_from_original(v: View) -> Any:
    return bool(v.given.get("judges")) and not {*v.given["judges"]} & _first_bench(v)


@law.fact("39(4)", ("one of its judges took part in the pre-trial phase of the case", "l'un de ses juges a participé à la phase préliminaire de l'affaire"), needs=("judges",), says_not=("none of its judges took part in the pre-trial phase", "aucun de ses juges n'a participé à la phase préliminaire"))
def from_pre_trial(v: View) -> Any:
    bench = v.posture.chambers.get("pre_trial")
    return bool({*v.given.get("judges", ())} & {*bench.judges, *bench.former}) if bench is not None else False


def _revision(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Any, *cured_by: str) -> Any:
    return on_record(law, id, provision, says, says_not, lambda v: read(v.posture.appeals.revisions[-1]) if v.posture.appeals.revisions else None, cured_by=cured_by)


pending = _revision("revision_pending", "84(2)", ("an application for revision is pending", "une demande en révision est pendante"), ("no application for revision is pending", "aucune demande en révision n'est pendante"),
                    lambda r: r.applied if r.decided is None else None, apply_for)
heard = _revision("parties_heard_on_revision", "84(2)", ("the parties were heard", "les parties ont été entendues"), ("the parties were not heard", "les parties n'ont pas été entendues"), lambda r: r.heard, hear)
granted = _revision("revision_to_be_determined", "84(2)", ("the application was found meritorious, and revision is not determined", "la demande a été jugée fondée et la révision n'est pas tranchée"),
                    ("no revision is to be determined", "aucune révision n'est à trancher"), lambda r: r.decided if r.outcome in ("reconvene", "new_chamber", "retain") and r.determined is None else None, decide)
by_original = _revision("before_original_chamber", "84(2)(a)", ("the original Trial Chamber was reconvened", "la Chambre initiale a été réunie"), ("the original Trial Chamber was not reconvened", "la Chambre initiale n'a pas été réunie"),
                        lambda r: r.decided if r.outcome == "reconvene" and r.determined is None else None, decide)
by_new = _revision("before_new_chamber", "84(2)(b)", ("a new Trial Chamber was constituted for it", "une nouvelle Chambre a été constituée à cet effet"), ("no new Trial Chamber was constituted for it", "aucune nouvelle Chambre n'a été constituée à cet effet"),
                   lambda r: r.decided if r.outcome == "new_chamber" and r.determined is None else None, decide)
by_appeals = _revision("retained_on_appeal", "84(2)(c)", ("the Appeals Chamber kept the matter", "la Chambre d'appel a retenu l'affaire"), ("the Appeals Chamber did not keep the matter", "la Chambre d'appel n'a pas retenu l'affaire"),
                       lambda r: r.decided if r.outcome == "retain" and r.determined is None else None, decide)

law.power("84(1)", death, ("registrar", "registry"))
law.power("84(1)", apply_for, "defence", all_of(convicted_person, final, any_of(by_convicted, all_of(dead, any_of(by_relative, all_of(by_mandated, mandate, alive))))))
law.power("84(1)", apply_for, "prosecutor", all_of(convicted_person, final, on_behalf), name="apply_on_behalf")
law.prohibition("84(1)(a)", apply_for, new_evidence & ~all_of(says_unavailable, says_weight))
law.prohibition("84(1)(c)", apply_for, misconduct & ~judge_took_part)
law.power("84(2)", decide, AC, pending)
law.prohibition("84(2)", decide, ~any_of(rejects, meritorious), name="unfounded")
law.prohibition("84(2)", decide, all_of(rejects, meritorious), name="meritorious")
law.prohibition("39(4)", decide, all_of(renews, from_pre_trial), name="revision_by_pre_trial_judge")
law.prohibition("84(2)(a)", decide, reconvenes & any_of(~all_from_original, sits_despite_misconduct))
law.prohibition("84(2)(b)", decide, renews & ~none_from_original)
law.power("84(2)", hear, (AC, TC), granted)
law.power("84(2)(a)", determine, TC, by_original, name="by_original_chamber")
law.power("84(2)(b)", determine, TC, by_new, name="by_new_chamber")
law.power("84(2)(c)", determine, AC, by_appeals, name="by_appeals_chamber")
law.prohibition("84(2)", determine, ~heard, name="unheard")

for provision, title, summary in (
    ("84(1)", ("Who applies", "Qui la demande"),
     ("The convicted person, family or a mandated person after death, the Prosecutor for the person; no time limit.", "Le condamné, après sa mort ses proches ou une personne mandatée, le Procureur en son nom ; sans délai.")),
    ("84(1)(a)", ("New evidence", "Fait nouveau"),
     ("Both conditions below.", "Les deux conditions qui suivent.")),
    ("84(1)(a)(i)", ("Not available at trial", "Inconnu au procès"),
     ("And not through the applicant's fault, even in part.", "Sans faute, même partielle, du requérant.")),
    ("84(1)(a)(ii)", ("Decisive weight", "Importance"),
     ("Another verdict would have been likely.", "Un verdict différent aurait été probable.")),
    ("84(1)(b)", ("False evidence", "Preuve fausse"),
     ("Decisive evidence proves false, forged or falsified.", "Une preuve décisive se révèle fausse, contrefaite ou falsifiée.")),
    ("84(1)(c)", ("Misconduct of a judge", "Faute d'un juge"),
     ("Grave enough for removal, in that case.", "Assez grave pour une révocation, dans cette affaire.")),
    ("84(2)", ("Decision", "Décision"),
     ("Rejection if unfounded; otherwise one of three courses.", "Rejet si elle est infondée ; sinon une de trois voies.")),
    ("84(2)(a)", ("Original Trial Chamber", "Chambre initiale"),
     ("It is reconvened.", "Elle est réunie de nouveau.")),
    ("84(2)(b)", ("New Trial Chamber", "Nouvelle Chambre"),
     ("Another is constituted.", "Une autre est constituée.")),
    ("84(2)(c)", ("Kept on appeal", "Affaire retenue"),
     ("The Appeals Chamber keeps the matter.", "La Chambre d'appel reste saisie.")),
):
    law.clause(provision, Class.RULE, title, summary)
