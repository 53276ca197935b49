"""Articles 40 and 41 of the Rome Statute: independence of the judges; excusing and disqualification."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.roll import Challenge, Roll
from curule.statutes.rome.part_04.article_34 import BENCH_AND_REGISTRY, judge, judge_serving
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of, stated
from curule.statutes.rome.part_04.judges_votes import in_favour, judges_majority, votes_of_judges

__all__ = ["CASE_PARTIES", "case", "law"]

law = Chapter("rome", __name__)

law.clause("40(1)", Class.NOT_EXECUTABLE, ("Judicial independence", "Indépendance des juges"), ("Judges are independent in the exercise of their functions.", "Les juges exercent leurs fonctions en toute indépendance."),
           reason=("It binds conscience and conduct; what software adds, that drafts of a Chamber are closed to others, follows from the audience of each act.",
                   "Elle s'adresse à la conscience et à la conduite ; ce que le logiciel ajoute, la confidentialité des projets, tient au public de chaque acte."))
law.clause("40(2)", Class.RULE, ("No interfering activity", "Aucune activité incompatible"), ("No activity that could interfere with the functions or with confidence in independence.", "Aucune activité pouvant nuire aux fonctions ou faire douter de l'indépendance."))
law.clause("40(3)", Class.RULE, ("No other profession", "Aucune autre profession"), ("Judges who serve full-time at the seat have no other occupation of a professional nature.", "Les juges à plein temps au siège n'exercent aucune autre activité professionnelle."))
law.clause("40(4)", Class.RULE, ("The judges decide", "Les juges décident"), ("By absolute majority, without the judge concerned.", "À la majorité absolue, sans le juge concerné."))
law.clause("41(1)", Class.RULE, ("Excusing a judge", "Décharge d'un juge"), ("The Presidency may excuse a judge who asks for it.", "La Présidence peut décharger un juge qui le demande."))
law.clause("41(2)(a)", Class.RULE, ("Grounds for disqualification", "Motifs de récusation"), ("Reasonable doubt about impartiality on any ground, an earlier role in the case or in a related national case among them.",
           "Doute raisonnable sur l'impartialité, notamment pour être intervenu auparavant dans l'affaire ou dans une affaire nationale connexe."))
law.clause("41(2)(b)", Class.RULE, ("Who may ask for it", "Qui peut la demander"), ("The Prosecutor, or the person investigated or prosecuted.", "Le Procureur, ou la personne faisant l'objet de l'enquête ou des poursuites."))
law.clause("41(2)(c)", Class.RULE, ("The judges decide on it", "Les juges statuent"), ("By absolute majority; the judge challenged may comment but takes no part.", "À la majorité absolue ; le juge visé peut présenter des observations mais ne participe pas."))

CASE_PARTIES = ("bench", "organ:presidency", "organ:registrar", "organ:registry", "organ:prosecutor", "organ:defence")
case = Particular("case", "text", "case", "affaire")
activity = Particular("activity", "text", "activity", "activité")
challenge = Particular("challenge", "text", "request number", "numéro de la demande", suggest=lambda v: [(n, n) for n in v.posture.challenges])


def _declare(draft: Roll, entry: Entry) -> None:
    draft.activities[f"{entry.particulars['judge']}:{entry.particulars['activity']}"] = entry


def _decide(draft: Roll, entry: Entry) -> None:
    draft.activities_decided[f"{entry.particulars['judge']}:{entry.particulars['activity']}"] = entry


def _request_excusal(draft: Roll, entry: Entry) -> None:
    draft.excusals_requested[f"{entry.particulars['judge']}:{entry.particulars['case']}"] = entry


def _excuse(draft: Roll, entry: Entry) -> None:
    draft.excusals[f"{entry.particulars['judge']}:{entry.particulars['case']}"] = entry


def _request(draft: Roll, entry: Entry) -> None:
    given = entry.particulars
    draft.challenges[given["challenge"]] = Challenge(given["judge"], given["case"], entry)


def _on_challenge(field: str) -> Any:
    def effect(draft: Roll, entry: Entry) -> None:
        known = draft.challenges.get(entry.particulars["challenge"])
        if known is not None:
            setattr(known, field, entry)

    return effect


declare = law.act("declare_activity", "roll", ("Declare an activity", "Déclarer une activité"), ("{judge} declared an activity: {activity}", "{judge} a déclaré une activité : {activity}"),
                  [judge, activity], _declare, audience=BENCH_AND_REGISTRY)
decide = law.act("decide_on_activity", "roll", ("Decide on a judge's activity", "Statuer sur l'activité d'un juge"), ("The judges decided on the activity of {judge} ({activity}): {outcome}",
                 "Les juges ont statué sur l'activité de {judge} ({activity}) : {outcome}"), [judge, activity, in_favour, Particular("outcome", "choice", "outcome", "décision", choices=(
                     Choice("compatible", "compatible", "compatible"), Choice("incompatible", "incompatible", "incompatible")))], _decide, audience=BENCH_AND_REGISTRY)
take_up = law.act("take_up_activity", "roll", ("Take up an activity", "Exercer une activité"), ("{judge} took up an activity: {activity}", "{judge} exerce une activité : {activity}"), [
    judge, activity, Particular("professional", "yes_no", "of a professional nature", "de caractère professionnel"), Particular("at_seat", "yes_no", "the judge serves at the seat", "le juge siège à la Cour")], audience=BENCH_AND_REGISTRY)
request_excusal = law.act("request_excusal", "roll", ("Ask to be excused", "Demander à être déchargé"), ("{judge} asked to be excused from case {case}", "{judge} a demandé à être déchargé de l'affaire {case}"),
                          [judge, case], _request_excusal, audience=BENCH_AND_REGISTRY)
excuse = law.act("excuse_judge", "roll", ("Excuse a judge", "Décharger un juge"), ("The Presidency excused {judge} from case {case}", "La Présidence a déchargé {judge} de l'affaire {case}"), [judge, case], _excuse)
request = law.act("request_disqualification", "roll", ("Request the disqualification of a judge", "Demander la récusation d'un juge"), ("Disqualification of {judge} was requested in case {case}",
                  "La récusation de {judge} a été demandée dans l'affaire {case}"), [Particular("challenge", "text", "request number", "numéro de la demande"), judge, case], _request, audience=CASE_PARTIES)
invite = law.act("invite_comments", "roll", ("Invite the judge's comments", "Inviter le juge à présenter ses observations"), ("Comments on request {challenge} were invited", "Des observations ont été demandées sur la demande {challenge}"),
                 [challenge], _on_challenge("invited"), audience=CASE_PARTIES)
disqualify = law.act("disqualify_judge", "roll", ("Disqualify a judge", "Récuser un juge"), ("The judges granted request {challenge} for disqualification", "Les juges ont fait droit à la demande de récusation {challenge}"), [
    challenge, in_favour, Particular("earlier_role", "choice", "earlier role", "rôle antérieur", choices=(
        Choice("none", "none", "aucun"), Choice("case", "in this case before the Court", "dans cette affaire devant la Cour"),
        Choice("national", "in a related criminal case at national level", "dans une affaire pénale connexe au niveau national")))], _on_challenge("decided"))


def _asked(v: View) -> Challenge | None:
    found: Challenge | None = v.posture.challenges.get(v.given.get("challenge", ""))
    return found


def _challenged(v: View) -> str:
    found = _asked(v)
    return found.person if found is not None else ""


def _of_activity(v: View, table: Any) -> Any:
    return table.get(f"{v.given.get('judge', '')}:{v.given.get('activity', '')}")


declared = entry_fact(law, "activity_declared", "40(2)", ("the activity was declared", "l'activité a été déclarée"), lambda v: _of_activity(v, v.posture.activities), ("declare_activity",), needs=("judge", "activity"))


@law.fact("40(2)", ("the judges found it incompatible with the office", "les juges l'ont jugée incompatible avec la fonction"), needs=("judge", "activity"))
def found_incompatible(v: View) -> Any:
    entry = _of_activity(v, v.posture.activities_decided)
    return (entry if entry.particulars["outcome"] == "incompatible" else False) if entry is not None else False


professional = stated(law, "professional", "40(3)", ("it is a professional occupation", "il s'agit d'une activité professionnelle"), "professional")
at_seat = stated(law, "serves_at_seat", "40(3)", ("the judge serves at the seat", "le juge exerce au siège"), "at_seat")


@law.fact("40(3)", ("the judge is required to serve full-time", "le juge est tenu d'exercer à plein temps"), needs=("judge",))
def full_time(v: View) -> Any:
    known = v.posture.judges.get(v.given.get("judge", ""))
    return None if known is None else known.extent == "full"


activity_majority = judges_majority(law, "majority_on_activity", "40(4)", excluded=lambda v: v.given.get("judge", ""))
activity_voters = votes_of_judges(law, "voters_on_activity", "40(4)", lambda v: v.given.get("judge", ""))
excusal_requested = entry_fact(law, "excusal_requested", "41(1)", ("the judge asked for it", "le juge l'a demandé"),
                               lambda v: v.posture.excusals_requested.get(f"{v.given.get('judge', '')}:{v.given.get('case', '')}"), ("request_excusal",), needs=("judge", "case"))


@law.fact("41(2)(b)", ("that request number is free", "ce numéro de demande est libre"), needs=("challenge",), says_not=("that number is taken", "ce numéro est pris"))
def challenge_free(v: View) -> Any:
    number = v.given.get("challenge")
    return None if number is None else number not in v.posture.challenges


@law.stage("41(2)(b)", ("such a request is pending", "une telle demande est pendante"), cured_by=("request_disqualification",))
def challenge_pending(v: View) -> Any:
    found = _asked(v)
    return None if v.given.get("challenge") is None else (found is not None and found.decided is None and found.requested) or False


comments_invited = entry_fact(law, "comments_invited", "41(2)(c)", ("the judge could comment", "le juge a pu présenter des observations"), lambda v: (c := _asked(v)) and c.invited, ("invite_comments",), needs=("challenge",))
impartiality_doubted = law.finding("impartiality_doubted", "41(2)(a)", ("impartiality might reasonably be doubted", "l'impartialité pourrait raisonnablement être mise en doute"), "judges",
                                   ("reasonable doubt, on any ground", "doute raisonnable, pour quelque motif que ce soit"), lasting=False)
earlier_role = is_one_of(law, "earlier_role", "41(2)(a)", ("the judge had a role in the case or in a related national case", "le juge est intervenu dans l'affaire ou dans une affaire nationale connexe"),
                         "earlier_role", ("case", "national"))
disqualification_majority = judges_majority(law, "majority_to_disqualify", "41(2)(c)", excluded=_challenged)
disqualification_voters = votes_of_judges(law, "voters_on_disqualification", "41(2)(c)", _challenged)


@law.fact("41(2)(a)", ("one of the judges is disqualified from that case", "l'un des juges est récusé dans cette affaire"), needs=("judges", "case"))
def one_disqualified(v: View) -> Any:
    chosen, number = v.given.get("judges"), v.given.get("case")
    return None if chosen is None else next((c.decided for c in v.posture.challenges.values() if c.decided is not None and c.case == number and c.person in chosen), False)


@law.fact("41(1)", ("one of the judges is excused from that case", "l'un des juges est déchargé de cette affaire"), needs=("judges", "case"))
def one_excused(v: View) -> Any:
    chosen = v.given.get("judges")
    return None if chosen is None else next((e for c in chosen if (e := v.posture.excusals.get(f"{c}:{v.given.get('case', '')}"))), False)


law.power("40(2)", declare, "judges", judge_serving)
law.power("40(4)", decide, "judges", all_of(declared, activity_voters, activity_majority))
law.power("40(2)", take_up, "judges", all_of(judge_serving, declared))
law.prohibition("40(2)", take_up, found_incompatible, name="incompatible")
law.prohibition("40(3)", take_up, all_of(professional, full_time, at_seat), name="profession")
law.power("41(1)", request_excusal, "judges", judge_serving)
law.power("41(1)", excuse, "presidency", excusal_requested)
law.power("41(2)(b)", request, ("prosecutor", "defence"), all_of(judge_serving, challenge_free))
law.power("41(2)(c)", invite, ("presidency", "registrar"), challenge_pending)
law.power("41(2)(c)", disqualify, "judges", all_of(challenge_pending, any_of(impartiality_doubted, earlier_role), comments_invited, disqualification_voters, disqualification_majority))
law.prohibition("41(1)", "constitute_chamber", one_excused, name="excused")
law.prohibition("41(2)(a)", "constitute_chamber", one_disqualified, name="disqualified")
