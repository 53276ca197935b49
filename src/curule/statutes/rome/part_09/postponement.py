"""Articles 94 and 95 of the Rome Statute, with 89(2): when a State may postpone execution, for how long, and the rulings on admissibility it waits for."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Cooperation
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    REQUESTED,
    given_is,
    given_yes,
    is_surrender,
    keep,
    noted,
    on_record,
    request_received,
)

__all__ = ["challenged_at_home", "law", "postponement_stands", "ruled_admissible", "ruled_inadmissible"]

law = Chapter("rome", __name__)

law.clause("94(1)", Class.RULE, ("Postponement for another case", "Report en raison d'une autre affaire"), (
    "If execution now would disturb national proceedings in another case, the State postpones for a time agreed with the Court, no longer than these need, after considering help under conditions.",
    "Si l'exécution immédiate nuit à une procédure nationale dans une autre affaire, l'État la diffère pour un temps convenu avec la Cour, sans excéder cette procédure, après avoir envisagé une aide sous conditions."))
law.clause("94(2)", Class.RULE, ("Preservation meanwhile", "Préservation dans l'intervalle"), (
    "The Prosecutor may still ask that evidence be preserved.", "Le Procureur peut néanmoins demander la préservation des preuves."))
law.clause("95", Class.RULE, ("Postponement for an admissibility challenge", "Report en cas d'exception d'irrecevabilité"), (
    "While the Court considers a challenge the State may wait for the ruling, unless the Court ordered that collection go on.",
    "Tant que la Cour examine une exception, l'État peut attendre la décision, sauf si la Cour a ordonné de poursuivre la collecte."))


def _rule(draft: Cooperation, entry: Entry) -> None:
    draft.rulings.append(entry)


challenge = law.act("note_national_challenge", "cooperation", ("Enter a challenge before a national court", "Inscrire une contestation devant une juridiction nationale"), (
    "The person raised ne bis in idem before a national court", "La personne a soulevé ne bis in idem devant une juridiction nationale"), [], keep("challenge"), audience=CONFIDENTIAL)
postpone = law.act("postpone_execution", "cooperation", ("Postpone execution", "Différer l'exécution"), ("The State postponed execution: {ground}", "L'État a différé l'exécution : {ground}"), [
    Particular("ground", "choice", "ground", "motif", choices=[
        Choice("ne_bis_in_idem", "challenge before a national court (89(2))", "contestation devant une juridiction nationale (89-2)"),
        Choice("other_case", "ongoing proceedings in another case (94)", "enquête ou poursuites dans une autre affaire (94)"),
        Choice("admissibility", "admissibility challenge before the Court (95)", "exception d'irrecevabilité devant la Cour (95)")]),
    Particular("agreed_until", "date", "until the day agreed with the Court", "jusqu'à la date convenue avec la Cour", required=False),
    Particular("completion", "date", "expected completion of the national proceedings", "achèvement prévu de la procédure nationale", required=False),
    Particular("alternatives_considered", "yes_no", "immediate help under conditions was considered", "une aide immédiate sous conditions a été envisagée", required=False)],
    keep("postponed"), audience=CONFIDENTIAL)
resume = law.act("end_postponement", "cooperation", ("End the postponement", "Mettre fin au report"), ("Execution was resumed", "L'exécution a repris"), [], keep("resumed"), audience=CONFIDENTIAL)
note_challenge = law.act("note_admissibility_challenge", "cooperation", ("Note a challenge to admissibility before the Court", "Noter une exception d'irrecevabilité devant la Cour"), (
    "A challenge under article {article} is before the Court", "Une exception au titre de l'article {article} est devant la Cour"), [
    Particular("article", "choice", "article", "article", choices=[Choice("18", "article 18", "article 18"), Choice("19", "article 19", "article 19")])], keep("admissibility"))
rule = law.act("record_admissibility_ruling", "cooperation", ("Record the ruling on admissibility", "Inscrire la décision sur la recevabilité"), (
    "The Court ruled the case {outcome}", "La Cour a jugé l'affaire : {outcome}"), [
    Particular("outcome", "choice", "outcome", "issue", choices=[Choice("admissible", "admissible", "recevable"), Choice("inadmissible", "inadmissible", "irrecevable")]),
    Particular("weighed", "state", "takes account of the proceedings of", "tient compte des procédures de", many=True, required=False,
               suggest=lambda v: [(s, s) for s in v.posture.rivals])], _rule)
order = law.act("order_collection", "cooperation", ("Order that collection of evidence go on", "Ordonner la poursuite de la collecte des preuves"), (
    "The Court ordered that collection of evidence go on", "La Cour a ordonné de poursuivre la collecte des preuves"), [], keep("collection_order"), audience=CONFIDENTIAL)
preserve = law.act("ask_preservation", "cooperation", ("Ask for preservation of evidence", "Demander la préservation de preuves"), (
    "Preservation of evidence was asked for: {what}", "La préservation de preuves a été demandée : {what}"), [Particular("what", "text", "what", "objet")], keep("preserved"), audience=CONFIDENTIAL)

challenged_at_home = on_record(law, "challenged_at_home", "89(2)", "challenge", ("a challenge is before a national court", "une contestation est portée devant une juridiction nationale"),
                               ("no challenge is before a national court", "aucune contestation n'est portée devant une juridiction nationale"), ("note_national_challenge",))


def _ground(code: str, provision: str, en: str, fr: str) -> Any:
    return given_is(law, f"ground_{code}", provision, "ground", (code,), (f"the ground is {en}", f"le motif est {fr}"), (f"the ground is not {en}", f"le motif n'est pas {fr}"))


ground_ne_bis = _ground("ne_bis_in_idem", "89(2)", "a challenge before a national court", "une contestation devant une juridiction nationale")
ground_other_case = _ground("other_case", "94(1)", "another ongoing case", "une autre affaire en cours")
ground_admissibility = _ground("admissibility", "95", "an admissibility challenge before the Court", "une exception d'irrecevabilité devant la Cour")
for_ne_bis, for_other_case, for_admissibility = (
    noted(law, f"postponed_for_{code}", provision, "postponed", "ground", (code,), (f"it was postponed for {en}", f"elle a été différée en raison {fr}"),
          (f"it was not postponed for {en}", f"elle n'a pas été différée en raison {fr}"))
    for code, provision, en, fr in (
        ("ne_bis_in_idem", "89(2)", "a challenge before a national court", "d'une contestation devant une juridiction nationale"),
        ("other_case", "94(1)", "another case", "d'une autre affaire"), ("admissibility", "95", "a challenge before the Court", "d'une exception devant la Cour")))
agreed_period = given_yes(law, "agreed_period", "94(1)", "agreed_until", ("a period was agreed with the Court", "une durée a été convenue avec la Cour"),
                          ("no period was agreed with the Court", "aucune durée n'a été convenue avec la Cour"))
alternatives_considered = given_yes(law, "alternatives_considered", "94(1)", "alternatives_considered", (
    "immediate help under conditions was considered", "une aide immédiate sous conditions a été envisagée"), (
    "immediate help under conditions was not considered", "une aide immédiate sous conditions n'a pas été envisagée"))
no_longer_than_needed = law.measure("no_longer_than_needed", "94(1)", ("it ends no later than the national proceedings", "il prend fin au plus tard avec la procédure nationale"),
                                    lambda v: v.given.get("agreed_until", v.given.get("completion")), "<=", lambda v: v.given.get("completion"), needs=("agreed_until", "completion"),
                                    says_not=("it outlasts the national proceedings", "il dure plus que la procédure nationale"))
interferes = law.finding("interferes_with_other_case", "94(1)", ("immediate execution would interfere with an ongoing investigation or prosecution of a different case",
                         "l'exécution immédiate nuirait à une enquête ou des poursuites en cours dans une autre affaire"), REQUESTED, ("the requested State's own view", "appréciation de l'État requis"),
                         lasting=False, says_not=("immediate execution would not interfere with a different case", "l'exécution immédiate ne nuirait à aucune autre affaire"))


def _ruling(v: View, outcome: str) -> Any:
    if not v.posture.rulings:
        return False
    last = v.posture.rulings[-1]
    return last if last.particulars["outcome"] == outcome else no(last)


@law.fact("89(2)", ("the Court ruled the case admissible", "la Cour a jugé l'affaire recevable"), cured_by=("record_admissibility_ruling",),
          says_not=("the Court has not ruled the case admissible", "la Cour n'a pas jugé l'affaire recevable"))
def ruled_admissible(v: View) -> Any:
    return _ruling(v, "admissible")


@law.fact("90(3)", ("the Court ruled the case inadmissible", "la Cour a jugé l'affaire irrecevable"), cured_by=("record_admissibility_ruling",),
          says_not=("the Court has not ruled the case inadmissible", "la Cour n'a pas jugé l'affaire irrecevable"))
def ruled_inadmissible(v: View) -> Any:
    return _ruling(v, "inadmissible")


@law.stage("95", ("a challenge is under consideration by the Court", "une exception est à l'examen devant la Cour"), cured_by=("note_admissibility_challenge",),
           says_not=("no challenge is under consideration by the Court", "aucune exception n'est à l'examen devant la Cour"))
def challenge_pending(v: View) -> Any:
    made = v.posture.admissibility
    if made is None:
        return False
    later = [r for r in v.posture.rulings if r.number > made.number]
    return no(later[0]) if later else made


@law.stage("95", ("the Court has ruled on the challenge", "la Cour a statué sur l'exception"), cured_by=("record_admissibility_ruling",),
           says_not=("the Court has not ruled on the challenge", "la Cour n'a pas statué sur l'exception"))
def challenge_ruled(v: View) -> Any:
    return v.posture.rulings[-1] if v.posture.rulings else False


collection_ordered = on_record(law, "collection_ordered", "95", "collection_order", ("the Court ordered that collection go on", "la Cour a ordonné de poursuivre la collecte"),
                               ("the Court did not order that collection go on", "la Cour n'a pas ordonné de poursuivre la collecte"), ("order_collection",))


@law.stage("94(1)", ("execution is postponed", "l'exécution est différée"), says_not=("execution is not postponed", "l'exécution n'est pas différée"), cured_by=("postpone_execution",))
def postponement_stands(v: View) -> Any:
    made, resumed = v.posture.postponed, v.posture.resumed
    return no(resumed) if made and resumed and resumed.number > made.number else made or False


@law.stage("94(1)", ("execution was resumed", "l'exécution a repris"), says_not=("execution was not resumed", "l'exécution n'a pas repris"), cured_by=("end_postponement",))
def resumed(v: View) -> Any:
    made, again = v.posture.postponed, v.posture.resumed
    return again if again and made and again.number > made.number else False


law.power("89(2)", challenge, REQUESTED, all_of(is_surrender, request_received))
law.power("95", note_challenge, COURT, request_received)
law.power("90(3)", rule, BENCH, request_received)
law.power("95", order, BENCH, challenge_pending)
law.power("89(2)", postpone, REQUESTED, all_of(ground_ne_bis, challenged_at_home, challenge_pending))
law.power("94(1)", postpone, REQUESTED, all_of(request_received, ground_other_case, interferes, agreed_period, no_longer_than_needed, alternatives_considered), name="other_case")
law.power("95", postpone, REQUESTED, all_of(ground_admissibility, challenge_pending, ~collection_ordered), name="admissibility")
law.power("94(1)", resume, REQUESTED, postponement_stands)
law.duty("89(2)", resume, REQUESTED, all_of(for_ne_bis, ruled_admissible), resumed, empowers=False)
law.duty("94(1)", resume, REQUESTED, for_other_case, resumed, name="agreed_day", empowers=False, due=lambda v: v.posture.postponed.particulars.get("agreed_until"))
law.duty("95", resume, REQUESTED, all_of(for_admissibility, challenge_ruled), resumed, empowers=False)
law.power("94(2)", preserve, "prosecutor", all_of(postponement_stands, for_other_case))
