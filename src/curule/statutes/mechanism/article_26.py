"""Article 26 of the Statute of the Mechanism: pardon or commutation of sentences.

The State in which the sentence is served tells the Mechanism when its law makes the person eligible; only the President decides. The
practice treats early release as commutation and considers it after two thirds of the sentence: figures, not law (figures.toml).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_25 import released, serving_in_a_state, still_to_serve, time_served
from curule.statutes.mechanism.enforcement_agreements import CONFIDENTIAL
from curule.statutes.mechanism.matters.enforcement import Enforcement, ReleaseQuestion
from curule.statutes.mechanism.sentence_file import PRIVATE, release

law = Chapter("irmct", __name__)

law.clause("26", Class.RULE, ("Pardon or commutation decided by the President", "Grâce ou commutation décidée par le Président"), (
    "A State whose law makes the prisoner eligible says so to the Mechanism; nothing follows unless the President so decides in the interests of justice "
    "and on general principles of law.",
    "L'État dont le droit ouvre cette possibilité au condamné en avise le Mécanisme ; rien n'en découle sans décision du Président, dans l'intérêt de la "
    "justice et selon les principes généraux du droit."))

law.reading("release_trigger", "26", ("May the President decide without a notice of the State?", "Le Président peut-il statuer sans avis de l'État ?"), {
    "petition": ("yes, on the person's own petition too: the practice under the Rules", "oui, aussi à la demande du condamné : la pratique suivie selon le Règlement"),
    "notice": ("no, only once the State has given notice", "non, seulement après l'avis de l'État")})
law.reading("early_release", "26", ("Does article 26 cover early release, which it does not name?", "L'article 26 vise-t-il la libération anticipée, qu'il ne nomme pas ?"), {
    "commutation": ("yes, as a commutation: the practice", "oui, comme une commutation : la pratique"),
    "not_covered": ("no, only pardon and commutation", "non, seulement la grâce et la commutation")})

FORMS = [Choice("pardon", "pardon", "grâce"), Choice("commutation", "commutation of sentence", "commutation de peine"),
         Choice("early_release", "early release", "libération anticipée")]
form = Particular("form", "choice", "what is at issue", "objet", choices=FORMS)


def _question(draft: Enforcement) -> ReleaseQuestion:
    """The question that is pending, or a new one when the last was decided."""
    if draft.question.decided:
        draft.question = ReleaseQuestion()
    return draft.question


def _notify(draft: Enforcement, entry: Entry) -> None:
    _question(draft).notice = entry


def _petition(draft: Enforcement, entry: Entry) -> None:
    _question(draft).petition = entry


def _grant(draft: Enforcement, entry: Entry) -> None:
    draft.question.decided = draft.question.granted = entry
    years, months = entry.particulars.get("years", 0), entry.particulars.get("months", 0)
    if entry.particulars.get("form") == "commutation" and years + months > 0:
        draft.sentence.form, draft.sentence.years, draft.sentence.months = "term", years, months


def _deny(draft: Enforcement, entry: Entry) -> None:
    draft.question.decided = entry


notify = law.act("notify_eligibility", "enforcement", ("Notify eligibility under national law", "Aviser de l'ouverture d'une possibilité de libération"), (
    "{state} notified that its law makes the person eligible for {form} from {eligible_on}",
    "L'État {state} a avisé que son droit ouvre une possibilité de {form} à compter du {eligible_on}"), [
    Particular("state", "state", "State", "État", default=lambda v: v.posture.placement.serving_in or None), form,
    Particular("eligible_on", "date", "eligible from", "date d'ouverture du droit")], _notify, audience=PRIVATE)
petition = law.act("petition_release", "enforcement", ("Petition the President for release", "Demander une libération au Président"), (
    "The convicted person petitioned for {form}", "Le condamné a demandé : {form}"), [form, Particular("grounds", "long_text", "grounds", "motifs", required=False)],
    _petition, audience=PRIVATE)
ask = law.act("request_information", "enforcement", ("Ask the Registrar for information", "Demander des informations au Greffier"), (
    "The President asked for information on the person", "Le Président a demandé des informations sur le condamné"), [],
    lambda draft, entry: setattr(draft.question, "requested", entry), audience=CONFIDENTIAL)
inform = law.act("file_information", "enforcement", ("File information for the President", "Déposer des informations à l'intention du Président"), (
    "Information was filed: {subject}", "Des informations ont été déposées : {subject}"), [
    Particular("subject", "choice", "subject", "objet", choices=[
        Choice("conduct", "conduct in prison", "conduite en détention"), Choice("health", "physical and mental health", "santé physique et mentale"),
        Choice("cooperation", "cooperation with the Prosecutor", "coopération avec le Procureur"),
        Choice("rehabilitation", "rehabilitation", "réinsertion"), Choice("victims", "views of victims", "point de vue des victimes"),
        Choice("comments", "comments of the convicted person", "observations du condamné")]),
    Particular("text", "long_text", "text", "texte", required=False)], lambda draft, entry: draft.question.received.append(entry), audience=PRIVATE)
consult_judges = law.act("consult_judges", "enforcement", ("Consult judges on the release", "Consulter des juges sur la libération"), (
    "The President consulted {judges}", "Le Président a consulté {judges}"), [Particular("judges", "judge", "judges", "juges", many=True)],
    lambda draft, entry: setattr(draft.question, "consulted", entry), audience=("organ:president", "bench"))
grant = law.act("grant_release", "enforcement", ("Grant pardon, commutation or early release", "Accorder la grâce, la commutation ou la libération anticipée"), (
    "The President granted: {form}", "Le Président a accordé : {form}"), [
    form, Particular("effective_on", "date", "effective on", "avec effet le", required=False),
    Particular("years", "integer", "years of the commuted sentence", "années de la peine commuée", required=False, least=0, most=99),
    Particular("months", "integer", "months of the commuted sentence", "mois de la peine commuée", required=False, least=0, most=11)], _grant)
deny = law.act("deny_release", "enforcement", ("Deny pardon, commutation or early release", "Refuser la grâce, la commutation ou la libération anticipée"), (
    "The President denied release", "Le Président a refusé la libération"), [Particular("reasons", "long_text", "reasons", "motifs", required=False)], _deny)


@law.fact("26", ("the notice comes from the State in which the sentence is served", "l'avis émane de l'État où la peine est purgée"), needs=("state",),
          says_not=("the sentence is not served in that State", "la peine n'est pas purgée dans cet État"))
def notice_of_the_serving_state(v: View) -> Any:
    serving_in = v.posture.placement.serving_in
    return None if "state" not in v.given or not serving_in else v.given["state"] == serving_in


@law.stage("26", ("the State has given notice since the last decision", "l'État a donné avis depuis la dernière décision"),
           says_not=("the State has given no notice since the last decision", "l'État n'a pas donné avis depuis la dernière décision"),
           cured_by=("notify_eligibility",))
def notified(v: View) -> Any:
    return v.posture.question.notice or False


@law.stage("26", ("a question of release is before the President", "une question de libération est devant le Président"),
           says_not=("no question of release is before the President", "aucune question de libération n'est devant le Président"),
           cured_by=("notify_eligibility", "petition_release"))
def question_pending(v: View) -> Any:
    question: ReleaseQuestion = v.posture.question
    if question.decided:
        return no(question.decided)
    if v.reading("release_trigger") == "notice":
        return question.notice or False
    return question.notice or question.petition or False


@law.stage("26", ("the President has asked for information", "le Président a demandé des informations"),
           says_not=("the President has asked for no information", "le Président n'a pas demandé d'informations"), cured_by=("request_information",))
def information_asked(v: View) -> Any:
    return v.posture.question.requested or False


@law.stage("26", ("information has been filed", "des informations ont été déposées"), says_not=("no information has been filed", "aucune information n'a été déposée"),
           cured_by=("file_information",))
def information_filed(v: View) -> Any:
    return tuple(v.posture.question.received) or False


@law.fact("26", ("it is pardon or commutation, early release counting as one", "il s'agit d'une grâce ou d'une commutation, libération anticipée comprise"),
          needs=("form",), says_not=("early release is neither pardon nor commutation", "la libération anticipée n'est ni grâce ni commutation"))
def form_covered(v: View) -> Any:
    chosen = v.given.get("form")
    return None if chosen is None else chosen != "early_release" or v.reading("early_release") == "commutation"


@law.fact("26", ("it is a pardon", "il s'agit d'une grâce"), needs=("form",), says_not=("it is not a pardon", "il ne s'agit pas d'une grâce"))
def is_pardon(v: View) -> Any:
    chosen = v.given.get("form")
    return None if chosen is None else chosen == "pardon"


@law.fact("26", ("its effect is stated: a day of release, or a shorter sentence", "son effet est précisé : date de libération ou peine réduite"),
          needs=("form", "effective_on", "years", "months"),
          says_not=("a day of release, or a shorter sentence, is missing", "la date de libération ou la peine réduite fait défaut"))
def effect_stated(v: View) -> Any:
    if "form" not in v.given:
        return None
    if v.given["form"] != "commutation":
        return "effective_on" in v.given
    sentence, new = v.posture.sentence, 12 * v.given.get("years", 0) + v.given.get("months", 0)
    return new > 0 and (sentence.form == "life" or new < 12 * sentence.years + sentence.months)


effective_not_past = law.measure(
    "effective_not_past", "26", ("it takes effect on the day of the decision or later", "elle prend effet le jour de la décision ou plus tard"),
    lambda v: v.given.get("effective_on", v.on), ">=", lambda v: v.on, needs=("effective_on",),
    says_not=("it would take effect before the decision", "elle prendrait effet avant la décision"))
share_served = law.measure(
    "share_served", "26", ("no day is left of the share of the sentence after which the practice considers release",
                           "aucun jour ne manque à la part de la peine à partir de laquelle la pratique envisage la libération"),
    lambda v: served.until_eligible if (served := time_served(v)) else None, "<=", 0,
    says_not=("days are left of that share of the sentence", "il manque des jours à cette part de la peine"))
exceptional = law.finding("exceptional", "26", ("exceptional circumstances call for release before that share is served",
                                               "des circonstances exceptionnelles justifient une libération avant cette échéance"),
                          "president", ("exceptional circumstances, such as grave illness", "circonstances exceptionnelles, telles qu'une maladie grave"))
interests_of_justice = law.finding("interests_of_justice", "26", ("the interests of justice call for it", "l'intérêt de la justice le commande"), "president", (
    "the President's assessment: gravity, rehabilitation, cooperation, treatment of like prisoners",
    "appréciation du Président : gravité, réinsertion, coopération, traitement de condamnés dans la même situation"), lasting=False)
general_principles = law.finding("general_principles", "26", ("general principles of law allow it", "les principes généraux du droit le permettent"), "president",
                                 ("general principles of law", "principes généraux du droit"), lasting=False)
release_day_come = law.measure(
    "release_day_come", "26", ("the day set by the President has come", "la date fixée par le Président est arrivée"), lambda v: v.on, ">=", lambda v: release_day(v),
    says_not=("the day set by the President has not come", "la date fixée par le Président n'est pas arrivée"))


def release_day(v: View) -> date | None:
    """The day of release that the President set, if any."""
    granted = v.posture.question.granted
    return granted.particulars.get("effective_on") if granted else None


@law.stage("26", ("the President has decided that the person be released", "le Président a décidé la libération"),
           says_not=("no decision of the President to release exists", "aucune décision de libération du Président n'existe"), cured_by=("grant_release",))
def release_granted(v: View) -> Any:
    granted = v.posture.question.granted
    return granted if granted and granted.particulars.get("effective_on") else False


information_start = law.limit("release_information", "enforcement", ("information for the President on a release", "informations destinées au Président sur une libération"),
                              "26", "release_information_start", runs_from=lambda v: v.posture.question.requested,
                              stopped_by=lambda v: next(iter(v.posture.question.received), None), binds=("registrar",))

law.duty("26", notify, "state", all_of(serving_in_a_state, still_to_serve), notified, due=lambda v: v.posture.placement.eligible_on)
law.prohibition("26", notify, ~notice_of_the_serving_state, name="other_state")
law.power("26", petition, "defence", all_of(serving_in_a_state, still_to_serve))
law.power("26", ask, "president", question_pending)
law.duty("26", inform, ("registrar", "prosecutor"), information_asked, information_filed, limit=information_start)
law.power("26", consult_judges, "president", question_pending)
law.power("26", grant, "president", all_of(question_pending, still_to_serve, form_covered, effect_stated, effective_not_past, any_of(is_pardon, share_served, exceptional),
                                           interests_of_justice, general_principles))
law.power("26", deny, "president", question_pending)
law.duty("26", release, ("state", "registrar"), all_of(release_granted, release_day_come), released, due=release_day)

__all__ = ["law"]
