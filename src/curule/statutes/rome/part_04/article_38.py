"""Article 38 of the Rome Statute: the Presidency."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.roll import Roll, Tenure, holder_on, judges_in_office, presidency_on
from curule.statutes.rome.part_04.article_34 import BENCH_AND_REGISTRY, day_since, day_until, judge, judge_serving, presidency_in_office
from curule.statutes.rome.part_04.article_37 import last_day
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of
from curule.statutes.rome.part_04.judges_votes import in_favour, judges_majority, votes_of_judges

law = Chapter("rome", __name__)

law.clause("38(1)", Class.RULE, ("Election of the Presidency", "Élection de la Présidence"), ("An absolute majority of the judges elects the President and both Vice-Presidents for three years or the rest of the judge's term; one re-election each.",
           "Les juges élisent à la majorité absolue le Président et les deux Vice-Présidents pour trois ans ou jusqu'à la fin de leur mandat ; chacun est rééligible une fois."))
law.clause("38(2)", Class.RULE, ("Acting for the President", "Remplacement du Président"), ("The First Vice-President; the Second where both are unavailable or disqualified.",
           "Le Premier Vice-Président ; le Second si tous deux sont empêchés ou récusés."))
law.clause("38(3)", Class.RULE, ("The Presidency", "La Présidence"), ("President and Vice-Presidents, three different judges.", "Président et Vice-Présidents, trois juges différents."))
law.clause("38(3)(a)", Class.RULE, ("Administration of the Court", "Administration de la Cour"), ("Except the Office of the Prosecutor.", "À l'exception du Bureau du Procureur."))
law.clause("38(3)(b)", Class.RULE, ("Other functions", "Autres fonctions"), ("Those that the Statute confers.", "Celles que le Statut lui confère."))
law.clause("38(4)", Class.RULE, ("Together with the Prosecutor", "En concertation avec le Procureur"), ("In matters of common concern the Presidency seeks the Prosecutor's agreement.",
           "Pour les questions d'intérêt commun, la Présidence recherche l'accord du Procureur."))

law.reading("judges_base", "38(1)", ("Of whom is a majority of the judges counted?", "Sur quelle base la majorité des juges se compte-t-elle ?"),
            {"in_office": ("of all judges in office", "de tous les juges en fonctions"), "taking_part": ("of all judges entitled to take part", "de tous les juges pouvant prendre part à la décision")})

OFFICES = (Choice("president", "President", "Président"), Choice("first_vice", "First Vice-President", "Premier Vice-Président"), Choice("second_vice", "Second Vice-President", "Second Vice-Président"))
office = Particular("office", "choice", "office", "fonction", choices=OFFICES)
subject = Particular("subject", "text", "subject", "objet")


def _elect(draft: Roll, entry: Entry) -> None:
    given = entry.particulars
    draft.offices.append(Tenure(given["office"], given["judge"], "", given["since"], given["until"], entry))


def _absent(draft: Roll, entry: Entry) -> None:
    draft.absent_officers[entry.particulars["office"]] = entry


def _seek(draft: Roll, entry: Entry) -> None:
    draft.agreements[entry.particulars["subject"]] = entry


elect = law.act("elect_to_presidency", "roll", ("Elect to the Presidency", "Élire à la Présidence"), ("{judge} was elected {office}, {since} to {until}", "{judge} a été élu {office}, du {since} au {until}"),
                [office, judge, in_favour, day_since, day_until], _elect)
absent = law.act("record_unavailability_in_presidency", "roll", ("Record that a member of the Presidency is unavailable or disqualified", "Inscrire l'empêchement ou la récusation d'un membre de la Présidence"),
                 ("The {office} is unavailable or disqualified ({subject})", "{office} : empêchement ou récusation ({subject})"), [office, subject], _absent, audience=BENCH_AND_REGISTRY)
act_for = law.act("act_for_president", "roll", ("Act in place of the President", "Agir en lieu et place du Président"), ("The {office} acted for the President: {subject}", "{office} a agi en lieu et place du Président : {subject}"),
                  [Particular("office", "choice", "by the", "par", choices=OFFICES[1:]), subject])
seek = law.act("seek_prosecutors_agreement", "roll", ("Seek the Prosecutor's agreement", "Rechercher l'accord du Procureur"), ("The Presidency sought the Prosecutor's agreement on {subject}",
               "La Présidence a recherché l'accord du Procureur : {subject}"), [subject], _seek, audience=("organ:presidency", "organ:prosecutor", "organ:registrar"))
administer = law.act("decide_on_administration", "roll", ("Decide on a matter of administration", "Statuer sur une question d'administration"), ("The Presidency decided: {subject}", "La Présidence a statué : {subject}"), [
    subject, Particular("area", "choice", "area", "domaine", choices=(
        Choice("court", "administration of the Court", "administration de la Cour"), Choice("common", "common concern with the Prosecutor", "intérêt commun avec le Procureur"),
        Choice("statute", "another function under the Statute", "autre fonction prévue par le Statut"), Choice("prosecutor", "Office of the Prosecutor", "Bureau du Procureur"))),
    Particular("basis", "provision", "provision of the Statute", "disposition du Statut", required=False)], audience=BENCH_AND_REGISTRY)

majority = judges_majority(law, "majority_for_presidency", "38(1)")
voters = votes_of_judges(law, "voters_for_presidency", "38(1)")


def _cap(v: View) -> date | None:
    known, first = v.posture.judges.get(v.given.get("judge", "")), v.given.get("since")
    return None if known is None or first is None else min(last_day(first, 3), known.until)


within_three_years = law.measure("within_three_years", "38(1)", ("until three years have passed or the judge's own term ends, whichever is first", "jusqu'à trois ans ou jusqu'à la fin du mandat de juge, si elle survient plus tôt"),
                                 lambda v: v.given.get("until"), "==", _cap, needs=("since", "until"))
elected_at_most_once_before = law.measure(
    "elected_at_most_once_before", "38(1)", ("elected to that office once before at most", "élu une fois au plus à cette fonction auparavant"),
    lambda v: sum(1 for t in v.posture.offices if t.office == v.given["office"] and t.person == v.given.get("judge")) if "office" in v.given else None, "<=", 1, needs=("office", "judge"),
    says_not=("elected to that office twice already", "déjà élu deux fois à cette fonction"))


@law.fact("38(3)", ("that judge holds no office of the Presidency then", "ce juge n'exerce alors aucune fonction de la Présidence"), needs=("judge", "since"),
          says_not=("that judge holds an office of the Presidency then", "ce juge exerce alors une fonction de la Présidence"))
def no_other_office(v: View) -> Any:
    code, first = v.given.get("judge"), v.given.get("since")
    return None if code is None or first is None else code not in presidency_on(v.posture, first)


@law.fact("38(3)", ("the office is free then", "la fonction est alors libre"), needs=("office", "since"), says_not=("the office is held then", "la fonction est alors occupée"))
def office_free(v: View) -> Any:
    held, first = v.given.get("office"), v.given.get("since")
    return None if held is None or first is None else not holder_on(v.posture, held, first)


president_away = entry_fact(law, "president_away", "38(2)", ("the President is unavailable or disqualified", "le Président est empêché ou récusé"),
                            lambda v: _away(v, "president"), ("record_unavailability_in_presidency",))
first_vice_away = entry_fact(law, "first_vice_away", "38(2)", ("the First Vice-President is unavailable or disqualified too", "le Premier Vice-Président est lui aussi empêché ou récusé"),
                             lambda v: _away(v, "first_vice"), ("record_unavailability_in_presidency",), says_not=("the First Vice-President is available", "le Premier Vice-Président est disponible"))
by_first = is_one_of(law, "by_first", "38(2)", ("the First Vice-President acts", "le Premier Vice-Président agit"), "office", ("first_vice",))
by_second = is_one_of(law, "by_second", "38(2)", ("the Second Vice-President acts", "le Second Vice-Président agit"), "office", ("second_vice",))


def _away(v: View, held: str) -> Entry | None:
    entry: Entry | None = v.posture.absent_officers.get(held)
    return entry if entry is not None and entry.particulars["subject"] == v.given.get("subject") else None


of_the_court = is_one_of(law, "of_the_court", "38(3)(a)", ("it concerns the administration of the Court", "il s'agit de l'administration de la Cour"), "area", ("court", "common"))
conferred = is_one_of(law, "conferred", "38(3)(b)", ("it is another function", "il s'agit d'une autre fonction"), "area", ("statute",))
common_concern = is_one_of(law, "common_concern", "38(4)", ("it is of common concern with the Prosecutor", "la question est d'intérêt commun avec le Procureur"), "area", ("common",))


@law.fact("38(3)(b)", ("a provision of the Statute confers it", "une disposition du Statut la confère"), needs=("basis",))
def basis_given(v: View) -> Any:
    return bool(v.given.get("basis"))


agreement_sought = entry_fact(law, "agreement_sought", "38(4)", ("the Prosecutor's agreement was sought", "l'accord du Procureur a été recherché"),
                              lambda v: v.posture.agreements.get(v.given.get("subject", "")), ("seek_prosecutors_agreement",), needs=("subject",), says_not=("the Prosecutor's agreement was not sought", "l'accord du Procureur n'a pas été recherché"))


@law.stage("38(1)", ("judges are in office", "des juges sont en fonctions"), cured_by=("enter_judge",))
def bench_in_office(v: View) -> Any:
    return bool(judges_in_office(v.posture, v.on))


@law.fact("38(3)", ("all three offices of the Presidency are held", "les trois fonctions de la Présidence sont occupées"), cured_by=("elect_to_presidency",))
def presidency_complete(v: View) -> Any:
    return len(presidency_on(v.posture, v.on)) >= 3


law.power("38(1)", elect, "judges", all_of(judge_serving, voters, majority, within_three_years, elected_at_most_once_before, no_other_office, office_free))
law.duty("38(3)", elect, "judges", bench_in_office, presidency_complete, name="complete_presidency", empowers=False)
law.power("38(2)", absent, ("presidency", "registrar"), presidency_in_office)
law.power("38(2)", act_for, "presidency", all_of(president_away, ~first_vice_away, by_first), name="first")
law.power("38(2)", act_for, "presidency", all_of(president_away, first_vice_away, by_second), name="second")
law.power("38(4)", seek, "presidency", presidency_in_office)
law.power("38(3)(a)", administer, "presidency", of_the_court)
law.power("38(3)(b)", administer, "presidency", all_of(conferred, basis_given), name="other_function")
law.prohibition("38(4)", administer, all_of(common_concern, ~agreement_sought), name="without_agreement")
