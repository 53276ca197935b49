"""Article 28(1)-(2) of the Statute of the Mechanism: requests and orders to States, from issue to execution or report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.matters.cooperation import Cooperation, Request

law = Chapter("irmct", __name__)

law.clause("28(1)", Class.RULE, ("Cooperation of States", "Coopération des États"), (
    "States cooperate with the Mechanism in investigating and prosecuting the persons of article 1.",
    "Les États coopèrent avec le Mécanisme à la recherche et au jugement des personnes visées à l'article premier."))
law.clause("28(2)", Class.RULE, ("Requests and orders to States", "Demandes et ordonnances adressées aux États"), (
    "States comply without undue delay with requests for assistance and with orders of a single judge or Trial Chamber; the five kinds named are not all.",
    "Les États donnent suite sans retard injustifié aux demandes d'assistance et aux ordonnances d'un juge unique ou d'une Chambre ; la liste n'est pas close."))
for _letter, _title, _summary in (
    ("a", ("Identify and locate persons", "Identifier et localiser des personnes"), (
        "Persons are identified and located; the request gives what is known of them.", "Identification et localisation de personnes, d'après les éléments fournis.")),
    ("b", ("Testimony and evidence", "Témoignages et preuves"), (
        "Testimony is taken and evidence produced; what arrives enters the chain of custody.",
        "Recueil de témoignages et production de preuves ; ce qui est reçu entre dans la chaîne de conservation.")),
    ("c", ("Service of documents", "Signification de documents"), ("Documents are served; service is proved.", "Documents signifiés, avec preuve de la signification.")),
    ("d", ("Arrest or detention", "Arrestation ou détention"), ("Persons are arrested or detained on a warrant or order.", "Arrestation ou détention sur mandat ou ordonnance.")),
    ("e", ("Surrender or transfer", "Remise ou transfèrement"), (
        "The accused is surrendered or transferred to the branch seised of the case.", "L'accusé est remis ou transféré à la division saisie de l'affaire."))):
    law.clause(f"28(2)({_letter})", Class.RULE, _title, _summary)

BENCH = ("single_judge", "trial_chamber")
SEALED = ("organ:prosecutor", "bench", "organ:registrar", "organ:registry", "organ:state")
KINDS = [Choice("location", "identify and locate a person", "identifier et localiser une personne"), Choice("testimony", "take testimony", "recueillir un témoignage"),
         Choice("evidence", "produce evidence", "produire des preuves"), Choice("service", "serve documents", "signifier des documents"),
         Choice("arrest", "arrest or detain a person", "arrêter ou détenir une personne"),
         Choice("transfer", "surrender or transfer the accused", "remettre ou transférer l'accusé"), Choice("other", "another kind", "autre")]


def outstanding_requests(v: View) -> list[tuple[str, str]]:
    """The requests that are neither executed nor withdrawn, for forms."""
    return [(number, f"{number} {r.kind}") for number, r in v.posture.requests.items() if not r.executed and not r.withdrawn]


request_given = Particular("request", "entry", "request or order (entry)", "demande ou ordonnance (inscription)", suggest=outstanding_requests)


def _open(draft: Cooperation, entry: Entry) -> None:
    given = entry.particulars
    draft.state, draft.case, draft.group = given["state"], given["case"], given["group"]
    draft.branch = draft.duty_station = given["branch"]


def _issue(draft: Cooperation, entry: Entry) -> None:
    given = entry.particulars
    draft.requests[str(entry.number)] = Request(given["kind"], given["form"], given["reply_by"], entry)


def _on_request(attribute: str) -> Any:
    """An effect that keeps the entry in one attribute of the request."""

    def effect(draft: Cooperation, entry: Entry) -> None:
        found = draft.requests.get(str(entry.particulars["request"]))
        if found is not None:
            setattr(found, attribute, entry)

    return effect


def _reply(draft: Cooperation, entry: Entry) -> None:
    found = draft.requests.get(str(entry.particulars["request"]))
    if found is not None:
        found.answered, found.answer = entry, entry.particulars["answer"]


def _execute(draft: Cooperation, entry: Entry) -> None:
    found = draft.requests.get(str(entry.particulars["request"]))
    if found is None:
        return
    if entry.particulars["extent"] == "whole":
        found.executed = entry
    else:
        found.partly = entry


open_file = law.act("open_cooperation", "cooperation", ("Open a cooperation file", "Ouvrir un dossier de coopération"), (
    "A cooperation file with {state} was opened in case {case}", "Un dossier de coopération avec l'État {state} a été ouvert dans l'affaire {case}"), [
    Particular("state", "state", "State", "État"), Particular("case", "matter", "case", "affaire"),
    Particular("group", "choice", "person concerned", "personne concernée", choices=[
        Choice("1(2)", "most senior leader (article 1(2))", "plus haut dirigeant (article premier, par. 2)"),
        Choice("1(3)", "other person indicted by a Tribunal (article 1(3))", "autre personne mise en accusation par un Tribunal (article premier, par. 3)"),
        Choice("1(4)", "contempt or false testimony (article 1(4))", "outrage ou faux témoignage (article premier, par. 4)"),
        Choice("none", "none of these", "aucune de celles-ci")]),
    Particular("branch", "choice", "branch seised of the case", "division saisie de l'affaire", choices=[
        Choice("arusha", "Arusha", "Arusha"), Choice("the_hague", "The Hague", "La Haye")])], _open, audience=SEALED)
issue = law.act("issue_request", "cooperation", ("Address a request or order to the State", "Adresser une demande ou une ordonnance à l'État"), (
    "{form} to the State: {kind}", "{form} adressée à l'État : {kind}"), [
    Particular("form", "choice", "form", "forme", choices=[Choice("request", "request for assistance", "demande d'assistance"), Choice("order", "order", "ordonnance")]),
    Particular("kind", "choice", "kind", "objet", choices=KINDS), Particular("reply_by", "date", "reply expected by", "réponse attendue le"),
    Particular("identifying", "long_text", "what is known of the person: names, aliases, last place", "ce que l'on sait de la personne : noms, alias, dernier lieu", required=False),
    Particular("documents", "text", "documents to be served", "documents à signifier", required=False),
    Particular("warrant", "text", "warrant or order attached", "mandat ou ordonnance joint", required=False),
    Particular("destination", "choice", "branch of destination", "division de destination", required=False, default=lambda v: v.posture.branch or None, choices=[
        Choice("arusha", "Arusha", "Arusha"), Choice("the_hague", "The Hague", "La Haye")])], _issue, audience=SEALED)
reply = law.act("reply_to_request", "cooperation", ("Enter the State's reply", "Inscrire la réponse de l'État"), (
    "The State replied to request {request}: {answer}", "L'État a répondu à la demande {request} : {answer}"), [
    request_given, Particular("answer", "choice", "answer", "réponse", choices=[
        Choice("complies", "complies", "donne suite"), Choice("partly", "complies in part", "donne suite en partie"), Choice("time", "asks for time", "demande un délai"),
        Choice("refuses", "refuses", "refuse")])], _reply, audience=SEALED)
execute = law.act("record_execution", "cooperation", ("Enter the execution of a request", "Inscrire l'exécution d'une demande"), (
    "Request {request} was executed: {extent}", "La demande {request} a été exécutée : {extent}"), [
    request_given, Particular("extent", "choice", "extent", "mesure", choices=[Choice("whole", "in whole", "en totalité"), Choice("part", "in part", "en partie")]),
    Particular("proof", "text", "proof of service", "preuve de la signification", required=False),
    Particular("custody_chain", "text", "entry in the chain of custody", "inscription dans la chaîne de conservation", required=False)], _execute, audience=SEALED)
remind = law.act("remind_state", "cooperation", ("Remind the State", "Adresser un rappel à l'État"), ("The State was reminded of request {request}", "Un rappel de la demande {request} a été adressé à l'État"),
                 [request_given], _on_request("reminded"), audience=SEALED)
find_delay = law.act("find_undue_delay", "cooperation", ("Find undue delay", "Constater un retard injustifié"), (
    "Undue delay was found in the execution of {request}", "Un retard injustifié a été constaté dans l'exécution de {request}"), [request_given], _on_request("delay_found"))
escalate = law.act("advise_president", "cooperation", ("Advise the President of non-compliance", "Informer le Président du manquement"), (
    "The President was advised of the non-compliance with {request}", "Le Président a été informé du manquement concernant {request}"), [request_given], _on_request("escalated"))
report = law.act("report_noncompliance", "cooperation", ("Report non-compliance to the Security Council", "Rendre compte du manquement au Conseil de sécurité"), (
    "The non-compliance with {request} was reported to the Security Council", "Le manquement concernant {request} a été porté devant le Conseil de sécurité"), [request_given],
    _on_request("reported"))
withdraw = law.act("withdraw_request", "cooperation", ("Withdraw a request", "Retirer une demande"), ("Request {request} was withdrawn", "La demande {request} a été retirée"), [request_given],
                   _on_request("withdrawn"), audience=SEALED)


@law.stage("28(1)", ("no cooperation file is open yet", "aucun dossier de coopération n'est encore ouvert"), says_not=("the file is open already", "le dossier est déjà ouvert"),
           permanent=True)
def cooperation_not_open(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.fact("28(1)", ("the person is one of article 1", "la personne relève de l'article premier"), needs=("group",),
          says_not=("the person is outside article 1", "la personne ne relève pas de l'article premier"))
def person_of_article_1(v: View) -> Any:
    return None if "group" not in v.given else v.given["group"] != "none"


@law.stage("28(1)", ("the cooperation file is open", "le dossier de coopération est ouvert"), says_not=("no cooperation file is open", "aucun dossier de coopération n'est ouvert"),
           cured_by=("open_cooperation",))
def cooperation_open(v: View) -> Any:
    return v.posture.opened or False


@law.fact("28(2)", ("an order comes from a single judge or Trial Chamber", "une ordonnance émane d'un juge unique ou d'une Chambre de première instance"), needs=("form",),
          says_not=("only a single judge or Trial Chamber orders", "seuls un juge unique ou une Chambre de première instance ordonnent"))
def order_from_the_bench(v: View) -> Any:
    return None if "form" not in v.given else v.given["form"] == "request" or v.actor is None or v.actor.organ in BENCH


reply_not_past = law.measure(
    "reply_not_past", "28(2)", ("a reply is expected on the day of the request or later", "la réponse est attendue le jour de la demande ou plus tard"),
    lambda v: v.given.get("reply_by"), ">=", lambda v: v.on, needs=("reply_by",), says_not=("a reply would be due before the request", "la réponse serait due avant la demande"))


def _kind(code: str, provision: str, en: str, fr: str) -> Any:
    """The leaf "this kind is asked for"."""

    def test(v: View) -> Any:
        return None if "kind" not in v.given else v.given["kind"] == code

    test.__name__ = f"asks_{code}"
    return law.fact(provision, (f"it asks for: {en}", f"elle porte sur : {fr}"), needs=("kind",))(test)


asks_location = _kind("location", "28(2)(a)", "identification or location", "une identification ou localisation")
asks_service = _kind("service", "28(2)(c)", "service of documents", "une signification de documents")
asks_arrest = _kind("arrest", "28(2)(d)", "arrest or detention", "une arrestation ou détention")
asks_transfer = _kind("transfer", "28(2)(e)", "surrender or transfer", "une remise ou un transfèrement")


@law.fact("28(2)(a)", ("it says what is known of the person", "elle indique ce que l'on sait de la personne"), needs=("identifying",),
          says_not=("it gives no identifying data", "elle ne donne aucun élément d'identification"))
def identifying_data(v: View) -> Any:
    return bool(v.given.get("identifying"))


@law.fact("28(2)(c)", ("the documents to be served are attached", "les documents à signifier sont joints"), needs=("documents",),
          says_not=("no document is attached", "aucun document n'est joint"))
def documents_attached(v: View) -> Any:
    return bool(v.given.get("documents"))


@law.fact("28(2)(d)", ("a warrant or order is attached", "un mandat ou une ordonnance est joint"), needs=("warrant",),
          says_not=("no warrant or order is attached", "ni mandat ni ordonnance n'est joint"))
def warrant_attached(v: View) -> Any:
    return bool(v.given.get("warrant"))


@law.fact("28(2)(e)", ("the branch of destination is the one seised of the case", "la division de destination est celle saisie de l'affaire"), needs=("destination",),
          says_not=("the branch seised of the case is not the destination", "la division saisie de l'affaire n'est pas la destination"))
def to_the_branch_seised(v: View) -> Any:
    return v.given.get("destination") == v.posture.branch


def _request(v: View) -> Request | None:
    found: Request | None = v.posture.requests.get(str(v.given.get("request")))
    return found


@law.stage("28(2)", ("that request or order is outstanding", "cette demande ou ordonnance est en suspens"), cured_by=("issue_request",),
           says_not=("no such request or order is outstanding", "aucune demande ou ordonnance de ce numéro n'est en suspens"))
def outstanding(v: View) -> Any:
    if "request" not in v.given:
        return None
    found = _request(v)
    if found is None:
        return False
    return no(found.executed, found.withdrawn) if found.executed or found.withdrawn else found.issued


@law.stage("28(2)", ("it was addressed to the State and not withdrawn", "elle a été adressée à l'État et n'a pas été retirée"), cured_by=("issue_request",),
           says_not=("no such request or order stands", "aucune demande ou ordonnance de ce numéro n'est maintenue"))
def asked_of_the_state(v: View) -> Any:
    if "request" not in v.given:
        return None
    found = _request(v)
    return (no(found.withdrawn) if found.withdrawn else found.issued) if found else False


@law.stage("28(2)", ("it was executed in whole", "elle a été exécutée en totalité"), cured_by=("record_execution",))
def executed(v: View) -> Any:
    found = _request(v)
    return (found.executed or False) if found else None


@law.fact("28(2)(b)", ("evidence was asked for", "des preuves ont été demandées"), says_not=("no evidence was asked for", "aucune preuve n'a été demandée"), needs=("request",))
def evidence_was_asked(v: View) -> Any:
    found = _request(v)
    return None if found is None else found.kind == "evidence"


@law.fact("28(2)(b)", ("the evidence is entered in the chain of custody", "les preuves sont inscrites dans la chaîne de conservation"), needs=("custody_chain",),
          says_not=("the chain of custody has no entry of it", "la chaîne de conservation n'en porte pas trace"))
def in_the_chain_of_custody(v: View) -> Any:
    return bool(v.given.get("custody_chain"))


@law.fact("28(2)(c)", ("service was asked for", "une signification a été demandée"), says_not=("no service was asked for", "aucune signification n'a été demandée"), needs=("request",))
def service_was_asked(v: View) -> Any:
    found = _request(v)
    return None if found is None else found.kind == "service"


@law.fact("28(2)(c)", ("proof of service has come back", "la preuve de la signification est parvenue"), needs=("proof",),
          says_not=("no proof of service has come back", "aucune preuve de la signification n'est parvenue"))
def service_proved(v: View) -> Any:
    return bool(v.given.get("proof"))


reply_overdue = law.measure(
    "reply_overdue", "28(2)", ("the day by which a reply was expected has passed", "la date à laquelle une réponse était attendue est passée"), lambda v: v.on, ">",
    lambda v: found.reply_by if (found := _request(v)) else None,
    says_not=("the day by which a reply is expected has not passed", "la date à laquelle une réponse est attendue n'est pas passée"))


@law.stage("28(2)", ("the State was reminded", "un rappel a été adressé à l'État"), says_not=("the State was not reminded", "aucun rappel n'a été adressé à l'État"), cured_by=("remind_state",))
def reminded(v: View) -> Any:
    found = _request(v)
    return (found.reminded or False) if found else None


@law.fact("28(2)", ("the State refused", "l'État a refusé"), says_not=("the State did not refuse", "l'État n'a pas refusé"), cured_by=("reply_to_request",))
def state_refused(v: View) -> Any:
    found = _request(v)
    return None if found is None else (found.answered if found.answer == "refuses" else False)


@law.fact("28(2)", ("it is an order, which only the Bench withdraws", "il s'agit d'une ordonnance, que seuls les juges retirent"), needs=("request",),
          says_not=("it is a request, or the Bench withdraws it", "il s'agit d'une demande, ou les juges la retirent"))
def order_withdrawn_by_another(v: View) -> Any:
    found = _request(v)
    return None if found is None else found.form == "order" and v.actor is not None and v.actor.organ not in BENCH and (found.issued or False)


undue_delay = law.finding("undue_delay", "28(2)", ("the State has not complied without undue delay", "l'État n'a pas donné suite sans retard injustifié"), BENCH,
                          ("undue delay, in view of what was asked and of the State's explanations", "retard injustifié, compte tenu de l'objet et des explications de l'État"),
                          lasting=False)


@law.stage("28(2)", ("undue delay was found", "un retard injustifié a été constaté"), says_not=("undue delay was not found", "aucun retard injustifié n'a été constaté"), cured_by=("find_undue_delay",))
def delay_found(v: View) -> Any:
    found = _request(v)
    return (found.delay_found or False) if found else None


@law.stage("28(2)", ("the President was advised", "le Président a été informé"), says_not=("the President was not advised", "le Président n'a pas été informé"), cured_by=("advise_president",))
def president_advised(v: View) -> Any:
    found = _request(v)
    return (found.escalated or False) if found else None


@law.stage("28(2)", ("it was reported to the Security Council", "il en a été rendu compte au Conseil de sécurité"), cured_by=("report_noncompliance",))
def reported(v: View) -> Any:
    found = _request(v)
    return (found.reported or False) if found else None


def each_request(v: View) -> Iterable[Mapping[str, Any]]:
    """For what is owed on each request or order."""
    return [{"request": int(number)} for number in v.posture.requests]


law.power("28(1)", open_file, ("prosecutor", "registrar", *BENCH), all_of(cooperation_not_open, person_of_article_1))
law.power("28(2)", issue, ("prosecutor", "registrar", *BENCH), all_of(cooperation_open, order_from_the_bench, reply_not_past))
law.prohibition("28(2)(a)", issue, all_of(asks_location, ~identifying_data), name="unidentified")
law.prohibition("28(2)(b)", execute, all_of(evidence_was_asked, ~in_the_chain_of_custody), name="outside_the_chain")
law.prohibition("28(2)(c)", issue, all_of(asks_service, ~documents_attached), name="nothing_to_serve")
law.prohibition("28(2)(c)", execute, all_of(service_was_asked, ~service_proved), name="unproved_service")
law.prohibition("28(2)(d)", issue, all_of(asks_arrest, ~warrant_attached), name="without_warrant")
law.prohibition("28(2)(e)", issue, all_of(asks_transfer, ~to_the_branch_seised), name="wrong_branch")
law.duty("28(2)", reply, "state", asked_of_the_state, executed, due=lambda v: found.reply_by if (found := _request(v)) else None, each=each_request)
law.power("28(2)", execute, "registrar", outstanding)
law.duty("28(2)", remind, ("registrar", "prosecutor"), all_of(outstanding, reply_overdue), reminded, each=each_request)
law.power("28(2)", find_delay, BENCH, all_of(outstanding, any_of(reminded, state_refused), undue_delay))
law.duty("28(2)", escalate, BENCH, all_of(outstanding, delay_found), president_advised, each=each_request)
law.duty("28(2)", report, "president", all_of(outstanding, president_advised), reported, each=each_request)
law.prohibition("28(2)", report, reported, name="reported_already")
law.prohibition("28(2)", withdraw, order_withdrawn_by_another, name="order_of_the_bench")
law.power("28(2)", withdraw, ("prosecutor", "registrar", *BENCH), outstanding)
