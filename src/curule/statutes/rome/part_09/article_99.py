"""Articles 99 to 101 of the Rome Statute: execution of requests, costs, and speciality after surrender."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Cooperation
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_09.article_89 import delivered
from curule.statutes.rome.part_09.postponement import postponement_stands, ruled_admissible
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    REQUESTED,
    addressed_to_party,
    consulted,
    ended,
    given_is,
    given_yes,
    is_assistance,
    is_to_court,
    keep,
    noted,
    on_record,
    request_file_open,
    request_received,
)

__all__ = ["law", "within_speciality"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("99(1)", ("Manner of execution", "Modalités d'exécution"), ("By the State's procedure and, unless its law forbids, as the request specifies.", "Selon la procédure de l'État et, sauf interdiction de son droit, comme la demande le précise.")),
    ("99(2)", ("Urgent replies", "Réponses urgentes"), ("Sent urgently if the Court asks.", "Envoyées d'urgence si la Cour le demande.")),
    ("99(3)", ("Original language and form", "Langue et forme originales"), ("Replies are sent as they are.", "Les réponses sont transmises telles quelles.")),
    ("99(4)", ("Direct execution by the Prosecutor", "Exécution directe par le Procureur"), ("Where necessary and without compulsion.", "Si nécessaire et sans contrainte.")),
    ("99(4)(a)", ("In the State of the crime", "Dans l'État du crime"), ("After an admissible ruling and all possible consultations.", "Après décision de recevabilité et toutes consultations possibles.")),
    ("99(4)(b)", ("In other cases", "Dans les autres cas"), ("After consultations, within the State's reasonable conditions.", "Après consultations, dans les conditions raisonnables posées par l'État.")),
    ("99(5)", ("National security in execution", "Sécurité nationale lors de l'exécution"), ("Restrictions of article 72 may be invoked.", "Les restrictions de l'article 72 peuvent être invoquées.")),
    ("100(1)", ("Costs", "Frais"), ("Ordinary costs fall on the requested State, six heads on the Court.", "Frais ordinaires à la charge de l'État requis, six postes à celle de la Cour.")),
    ("100(1)(a)", ("Witnesses, experts, transfers", "Témoins, experts, transfèrements"), ("The Court pays.", "La Cour paie.")),
    ("100(1)(b)", ("Translation, interpretation, transcription", "Traduction, interprétation, transcription"), ("The Court pays.", "La Cour paie.")),
    ("100(1)(c)", ("Travel of officials and staff", "Voyages des fonctionnaires"), ("The Court pays.", "La Cour paie.")),
    ("100(1)(d)", ("Expert reports", "Expertises"), ("The Court pays those that it asked for.", "La Cour paie celles qu'elle a demandées.")),
    ("100(1)(e)", ("Transport of the person surrendered", "Transport de la personne remise"), ("The Court pays.", "La Cour paie.")),
    ("100(1)(f)", ("Extraordinary costs", "Frais extraordinaires"), ("The Court pays, after consultations.", "La Cour paie, après consultations.")),
    ("100(2)", ("Costs of requests to the Court", "Frais des demandes adressées à la Cour"), ("The Court bears ordinary costs.", "La Cour supporte les frais ordinaires.")),
    ("101(1)", ("Speciality", "Spécialité"), ("No proceedings for earlier conduct other than that for which the person was surrendered.", "Pas de poursuites pour une conduite antérieure autre que celle motivant la remise.")),
    ("101(2)", ("Waiver of speciality", "Dérogation à la spécialité"), ("The surrendering State may waive it at the Court's request.", "L'État qui a remis la personne peut y déroger à la demande de la Cour.")),
):
    law.clause(_id, Class.RULE, _title, _summary)


def _waive(draft: Cooperation, entry: Entry) -> None:
    draft.speciality.waivers.append(entry)


HEADS = [Choice(code, en, fr) for code, en, fr in (
    ("ordinary", "ordinary costs of execution", "frais ordinaires d'exécution"), ("witnesses", "travel and security of witnesses and experts, transfers", "voyages et sécurité des témoins et experts, transfèrements"),
    ("language", "translation, interpretation, transcription", "traduction, interprétation, transcription"), ("staff", "travel of officials and staff", "voyages des fonctionnaires"),
    ("expert", "expert opinion or report", "avis ou rapport d'expert"), ("transport", "transport of the person surrendered", "transport de la personne remise"), ("extraordinary", "extraordinary costs", "frais extraordinaires"))]

execute = law.act("execute_request", "cooperation", ("Enter the execution of the request", "Inscrire l'exécution de la demande"), ("The State executed the request", "L'État a exécuté la demande"), [
    Particular("as_specified", "yes_no", "in the manner specified", "selon les modalités précisées"), Particular("law_forbids", "yes_no", "the State's law forbids that manner", "le droit de l'État interdit ces modalités", required=False),
    Particular("original", "yes_no", "reply in its original language and form", "réponse dans sa langue et sa forme originales"), Particular("sent_urgently", "yes_no", "sent urgently", "envoyée d'urgence", required=False),
    Particular("proof", "text", "proof of service", "preuve de la signification", required=False)], keep("executed"), audience=CONFIDENTIAL)
claim = law.act("invoke_security_restriction", "cooperation", ("Enter a claim of national security", "Inscrire une restriction de sécurité nationale"), (
    "A national security restriction was invoked", "Une restriction de sécurité nationale a été invoquée"), [], keep("security_claim"), audience=CONFIDENTIAL)
refer = law.act("take_article_72_step", "cooperation", ("Enter the step under article 72", "Inscrire la démarche de l'article 72"), ("The claim was taken up under article 72", "La restriction a été traitée selon l'article 72"), [],
                keep("security_step"), audience=CONFIDENTIAL)
directly = law.act("execute_directly", "cooperation", ("Execute directly on the State's territory", "Exécuter directement sur le territoire de l'État"), (
    "The Prosecutor executed the request directly", "Le Procureur a exécuté directement la demande"), [
    Particular("compulsory", "yes_no", "with compulsory measures", "avec des mesures de contrainte"), Particular("alters_site", "yes_no", "a site is altered", "un site est modifié"),
    Particular("authorities_absent", "yes_no", "without the authorities of the State", "hors la présence des autorités de l'État"),
    Particular("crime_there", "yes_no", "the crime was allegedly committed there", "le crime y aurait été commis"),
    Particular("keeps_conditions", "yes_no", "within the State's reasonable conditions", "dans les conditions raisonnables posées par l'État", required=False)], keep("executed"), audience=CONFIDENTIAL)
book = law.act("book_cost", "cooperation", ("Book a cost", "Imputer un coût"), ("{head}: charged to {payer}", "{head} : à la charge de {payer}"), [
    Particular("head", "choice", "head", "poste", choices=HEADS), Particular("payer", "choice", "charged to", "à la charge de", choices=[Choice("state", "the State", "l'État"), Choice("court", "the Court", "la Cour")]),
    Particular("amount", "amount", "amount", "montant", required=False), Particular("asked_by_court", "yes_no", "asked for by the Court", "demandé par la Cour", required=False)], audience=CONFIDENTIAL)
ask_waiver = law.act("request_speciality_waiver", "cooperation", ("Ask for a waiver of speciality", "Demander une dérogation à la spécialité"), ("A waiver of speciality was asked for", "Une dérogation à la spécialité a été demandée"), [
    Particular("conduct", "text", "conduct", "comportement", many=True)], keep("speciality", "asked"))
give_waiver = law.act("waive_speciality", "cooperation", ("Waive speciality", "Déroger à la spécialité"), ("{by_state} waived speciality for {conduct}", "{by_state} a dérogé à la spécialité pour {conduct}"), [
    Particular("by_state", "state", "State", "État", default=lambda v: v.posture.state), Particular("conduct", "text", "conduct", "comportement", many=True)], _waive)
proceed = law.act("proceed_for_conduct", "cooperation", ("Proceed for a conduct after surrender", "Poursuivre pour un comportement après la remise"), ("Proceedings for: {conduct}", "Poursuites pour : {conduct}"), [
    Particular("conduct", "text", "conduct", "comportement"), Particular("committed_on", "date", "committed on", "commis le")])

executed = on_record(law, "executed", "93(1)", "executed", ("the request was executed", "la demande a été exécutée"), ("the request was not executed", "la demande n'a pas été exécutée"), ("execute_request",))


@law.stage("93(4)", ("assistance was denied in whole on a ground that the Statute knows", "l'assistance a été refusée en totalité pour un motif que le Statut connaît"), cured_by=("deny_assistance",),
           says_not=("assistance was not denied in whole on such a ground", "l'assistance n'a pas été refusée en totalité pour un tel motif"))
def denied_in_whole(v: View) -> Any:
    denied = v.posture.denial.denied
    if denied is None:
        return False
    return denied if denied.particulars["extent"] == "whole" and denied.particulars["ground"] != "other" else no(denied)


as_specified = given_yes(law, "as_specified", "99(1)", "as_specified", ("it was executed as specified", "elle a été exécutée selon les modalités précisées"), ("it was not executed as specified", "elle n'a pas été exécutée selon les modalités précisées"))
law_forbids = given_yes(law, "law_forbids", "99(1)", "law_forbids", ("the State's law forbids that manner", "le droit de l'État interdit ces modalités"), ("the State's law does not forbid that manner", "le droit de l'État n'interdit pas ces modalités"))
urgent_reply_asked = noted(law, "urgent_reply_asked", "99(2)", "sent", "urgent_reply", (True,), ("the Court asked for an urgent reply", "la Cour a demandé une réponse urgente"), ("the Court did not ask for an urgent reply", "la Cour n'a pas demandé de réponse urgente"))
sent_urgently = given_yes(law, "sent_urgently", "99(2)", "sent_urgently", ("it was sent urgently", "elle a été envoyée d'urgence"), ("it was not sent urgently", "elle n'a pas été envoyée d'urgence"))
in_original = given_yes(law, "in_original", "99(3)", "original", ("the reply is in its original language and form", "la réponse est dans sa langue et sa forme originales"), ("the original was replaced", "l'original a été remplacé"))
service_asked = noted(law, "service_asked", "93(1)(d)", "sent", "form", ("d",), ("service was asked for", "une signification a été demandée"), ("service was not asked for", "aucune signification n'a été demandée"))
service_proved = given_yes(law, "service_proved", "93(1)(d)", "proof", ("service is proved", "la signification est prouvée"), ("service is not proved", "la signification n'est pas prouvée"))
security_claimed = on_record(law, "security_claimed", "99(5)", "security_claim", ("a national security restriction was invoked", "une restriction de sécurité nationale a été invoquée"), ("no national security restriction was invoked", "aucune restriction de sécurité nationale n'a été invoquée"),
                             ("invoke_security_restriction",))
security_step_taken = on_record(law, "security_step_taken", "99(5)", "security_step", ("it was taken up under article 72", "elle a été traitée selon l'article 72"), ("it was not taken up under article 72", "elle n'a pas été traitée selon l'article 72"),
                                ("take_article_72_step",))
direct_necessary = law.finding("direct_necessary", "99(4)", ("direct execution is necessary for success", "l'exécution directe est nécessaire au succès"), "prosecutor", ("necessary for the successful execution of the request", "nécessaire à la bonne exécution de la demande"),
                               lasting=False, says_not=("direct execution is not necessary", "l'exécution directe n'est pas nécessaire"))
absence_essential = law.finding("absence_essential", "99(4)", ("the absence of the authorities is essential", "l'absence des autorités est indispensable"), "prosecutor", ("essential for the request to be executed", "indispensable à l'exécution de la demande"),
                                lasting=False, says_not=("the absence of the authorities is not essential", "l'absence des autorités n'est pas indispensable"))
compulsory = given_yes(law, "compulsory", "99(4)", "compulsory", ("compulsory measures are taken", "des mesures de contrainte sont prises"), ("no compulsory measure is taken", "aucune mesure de contrainte n'est prise"))
alters_site = given_yes(law, "alters_site", "99(4)", "alters_site", ("a site is altered", "un site est modifié"), ("no site is altered", "aucun site n'est modifié"))
authorities_absent = given_yes(law, "authorities_absent", "99(4)", "authorities_absent", ("the State's authorities are absent", "les autorités de l'État sont absentes"), ("the State's authorities are present", "les autorités de l'État sont présentes"))
search_asked = noted(law, "search_asked", "93(1)(h)", "sent", "form", ("h",), ("search or seizure was asked for", "une perquisition ou saisie a été demandée"), ("no search or seizure was asked for", "ni perquisition ni saisie n'a été demandée"))
crime_there = given_yes(law, "crime_there", "99(4)(a)", "crime_there", ("the crime was allegedly committed there", "le crime y aurait été commis"), ("the crime was committed elsewhere", "le crime a été commis ailleurs"))
consulted_on_direct = consulted(law, "consulted_on_direct", "99(4)(b)", "direct", ("the State was consulted", "l'État a été consulté"), ("the State was not consulted", "l'État n'a pas été consulté"))
keeps_state_conditions = given_yes(law, "keeps_state_conditions", "99(4)(b)", "keeps_conditions", ("the State's reasonable conditions are kept", "les conditions raisonnables de l'État sont respectées"), ("a reasonable condition of the State is not kept", "une condition raisonnable de l'État n'est pas respectée"))


def _head(code: str, provision: str, en: str, fr: str) -> Any:
    return given_is(law, f"cost_{code}", provision, "head", (code,), (f"the head of cost is: {en}", f"le poste est : {fr}"), (f"the head of cost is not: {en}", f"le poste n'est pas : {fr}"))


ordinary = _head("ordinary", "100(1)", "ordinary execution", "exécution ordinaire")
expert = _head("expert", "100(1)(d)", "expert report", "expertise")
charged_to_state = given_is(law, "charged_to_state", "100(1)", "payer", ("state",), ("it is charged to the State", "il est à la charge de l'État"), ("it is charged to the Court", "il est à la charge de la Cour"))
asked_by_court = given_yes(law, "asked_by_court", "100(1)(d)", "asked_by_court", ("the Court asked for it", "la Cour l'a demandé"), ("the Court did not ask for it", "la Cour ne l'a pas demandé"))
costs_agreed = ended(law, "costs_agreed", "100(1)(f)", "costs", "resolved", ("consultations on costs were concluded", "les consultations sur les frais sont closes"), ("there was no concluded consultation on costs", "aucune consultation sur les frais n'est close"))

after_surrender = law.measure("after_surrender", "101(1)", ("the conduct does not precede the surrender", "le comportement n'est pas antérieur à la remise"), lambda v: v.given.get("committed_on"), ">=",
                              lambda v: v.posture.delivered.done_on if v.posture.delivered else None, needs=("committed_on",), says_not=("the conduct precedes the surrender", "le comportement est antérieur à la remise"))


@law.fact("101(1)", ("the person was surrendered for this conduct", "la personne a été remise pour ce comportement"), says_not=("the person was not surrendered for this conduct", "la personne n'a pas été remise pour ce comportement"), needs=("conduct",))
def surrendered_for(v: View) -> Any:
    conduct, sent = v.given.get("conduct"), v.posture.sent or v.posture.provisional.requested
    return None if conduct is None or sent is None else sent if conduct in sent.particulars.get("conduct", ()) else False


@law.fact("101(2)", ("speciality was waived for this conduct", "la spécialité a été levée pour ce comportement"), says_not=("speciality was not waived for this conduct", "la spécialité n'a pas été levée pour ce comportement"), needs=("conduct",),
          cured_by=("waive_speciality",))
def speciality_waived(v: View) -> Any:
    return None if "conduct" not in v.given else next((w for w in v.posture.speciality.waivers if v.given["conduct"] in w.particulars["conduct"]), False)


within_speciality = any_of(after_surrender, surrendered_for, speciality_waived)
waiver_asked = on_record(law, "waiver_asked", "101(2)", "speciality.asked", ("a waiver was asked for", "une dérogation a été demandée"), ("no waiver was asked for", "aucune dérogation n'a été demandée"), ("request_speciality_waiver",))


@law.fact("101(2)", ("it is the State that surrendered the person", "c'est l'État qui a remis la personne"), says_not=("it is not the State that surrendered the person", "ce n'est pas l'État qui a remis la personne"), needs=("by_state",))
def by_surrendering_state(v: View) -> Any:
    return None if "by_state" not in v.given else v.given["by_state"] == v.posture.state


law.duty("93(1)", execute, "state_party", all_of(is_assistance, request_received, addressed_to_party, ~postponement_stands), any_of(executed, denied_in_whole), due=lambda v: v.posture.sent.particulars.get("reply_by") if v.posture.sent else None)
law.power("99(1)", execute, "state", all_of(is_assistance, request_received, ~addressed_to_party))
law.prohibition("99(1)", execute, all_of(~as_specified, ~law_forbids), name="manner")
law.prohibition("99(2)", execute, all_of(urgent_reply_asked, ~sent_urgently))
law.prohibition("99(3)", execute, ~in_original)
law.prohibition("93(1)(d)", execute, all_of(service_asked, ~service_proved))
law.power("99(5)", claim, (*REQUESTED, "defence"), all_of(is_assistance, request_received))
law.duty("99(5)", refer, BENCH, security_claimed, security_step_taken)
law.prohibition("99(5)", (execute, directly), all_of(security_claimed, ~security_step_taken), name="unanswered")
law.power("99(4)(a)", directly, "prosecutor", all_of(direct_necessary, crime_there, addressed_to_party, ruled_admissible, consulted_on_direct))
law.power("99(4)(b)", directly, "prosecutor", all_of(direct_necessary, consulted_on_direct, keeps_state_conditions))
law.prohibition("99(4)", directly, any_of(compulsory, alters_site), name="compulsion")
law.prohibition("99(4)", directly, all_of(authorities_absent, ~absence_essential), name="absence")
law.prohibition("93(1)(h)", directly, search_asked)
law.power("100(1)", book, ("registrar", "registry"), request_file_open)
law.prohibition("100(1)", book, all_of(ordinary, ~charged_to_state, ~is_to_court))
law.prohibition("100(1)(a)", book, all_of(_head("witnesses", "100(1)(a)", "witnesses, experts or transfers", "témoins, experts ou transfèrements"), charged_to_state))
law.prohibition("100(1)(b)", book, all_of(_head("language", "100(1)(b)", "language services", "services linguistiques"), charged_to_state))
law.prohibition("100(1)(c)", book, all_of(_head("staff", "100(1)(c)", "travel of officials and staff", "voyages des fonctionnaires"), charged_to_state))
law.prohibition("100(1)(d)", book, all_of(expert, charged_to_state, asked_by_court))
law.prohibition("100(1)(d)", book, all_of(expert, ~charged_to_state, ~asked_by_court), name="not_asked_for")
law.prohibition("100(1)(e)", book, all_of(_head("transport", "100(1)(e)", "transport of the person surrendered", "transport de la personne remise"), charged_to_state))
law.prohibition("100(1)(f)", book, all_of(_head("extraordinary", "100(1)(f)", "extraordinary costs", "frais extraordinaires"), ~charged_to_state, ~costs_agreed))
law.prohibition("100(2)", book, all_of(ordinary, charged_to_state, is_to_court))
law.power("101(1)", proceed, (*BENCH, "prosecutor"), all_of(delivered, within_speciality))
law.power("101(2)", ask_waiver, BENCH, delivered)
law.power("101(2)", give_waiver, REQUESTED, all_of(waiver_asked, by_surrendering_state))
