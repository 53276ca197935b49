"""Articles 86 to 88 of the Rome Statute: the duty to cooperate, how requests travel, in which language, who keeps them confidential, procedures at home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.cooperation import Cooperation
from curule.statutes.rome.matters.cooperation_profile import WORKING_LANGUAGES
from curule.statutes.rome.matters.state_files import StateFile, StatesRegister
from curule.statutes.rome.matters.states import parties_on, party_on
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    REQUESTED,
    addressed_to_party,
    file_not_open,
    given_is,
    given_yes,
    in_language_chosen,
    is_organization,
    keep,
    on_record,
    request_file_open,
    request_received,
    request_sent,
)

__all__ = ["FORMS", "SENDS", "law"]

law = Chapter("rome", __name__)

law.clause("86", Class.RULE, ("General duty to cooperate", "Obligation générale de coopérer"), (
    "States Parties cooperate fully in investigation and prosecution; a request received opens a tracked duty.",
    "Les États Parties coopèrent pleinement à l'enquête et aux poursuites ; toute demande reçue ouvre une obligation suivie."))
law.clause("87(1)(a)", Class.RULE, ("Requests and their channel", "Demandes et voie de transmission"), (
    "The Court may make requests; they go by the diplomatic channel or one that the State designated on joining or changed since.",
    "La Cour peut adresser des demandes, par la voie diplomatique ou par celle que l'État a désignée en adhérant ou modifiée depuis."))
law.clause("87(1)(b)", Class.RULE, ("INTERPOL and regional organizations", "INTERPOL et organisations régionales"), (
    "They may carry a request as well; they do not replace the State's channel.", "Elles peuvent aussi transmettre une demande, sans remplacer la voie de l'État."))
law.clause("87(2)", Class.RULE, ("Language of requests", "Langue des demandes"), (
    "Request and annexes are in, or translated into, an official language of the State or a working language, as the State chose.",
    "Demande et annexes sont rédigées ou traduites dans une langue officielle de l'État ou une langue de travail, au choix de l'État."))
law.clause("87(3)", Class.RULE, ("The State keeps requests confidential", "Confidentialité dans l'État requis"), (
    "Disclosure only so far as execution needs it.", "Divulgation limitée aux besoins de l'exécution."))
law.clause("87(4)", Class.RULE, ("Protection of victims and witnesses", "Protection des victimes et des témoins"), (
    "The Court may order protective measures for requests; they then ask for protective handling.",
    "La Cour peut ordonner des mesures de protection ; les demandes exigent alors un traitement protecteur."))
law.clause("87(5)(a)", Class.RULE, ("States not party", "États non parties"), (
    "They are invited, on an arrangement, an agreement or another basis; without a basis nothing is demanded of them.",
    "Ils sont invités, sur la base d'un arrangement, d'un accord ou autre ; sans base, rien n'est exigé d'eux."))
law.clause("87(6)", Class.RULE, ("Intergovernmental organizations", "Organisations intergouvernementales"), (
    "Information and documents may be asked of them; other help if agreed and within their mandate.",
    "Renseignements et documents peuvent leur être demandés ; toute autre aide suppose leur accord et leur mandat."))
law.clause("88", Class.RULE, ("Procedures under national law", "Procédures de droit interne"), (
    "States Parties have procedures for every form of cooperation.", "Les États Parties disposent de procédures pour chaque forme de coopération."))

SENDS = ("send_surrender_request", "request_provisional_arrest", "send_transit_request", "send_assistance_request")
"""The acts by which requests go to a State."""
FORMS = [Choice(code, en, fr) for code, en, fr in (
    ("a", "(a) find persons or items", "a) identifier ou localiser"), ("b", "(b) take and produce evidence", "b) recueillir et produire des preuves"),
    ("c", "(c) question a suspect or accused", "c) interroger un suspect ou un accusé"), ("d", "(d) serve documents", "d) signifier des documents"),
    ("e", "(e) ease voluntary appearance", "e) faciliter la comparution volontaire"), ("f", "(f) temporary transfer", "f) transfèrement temporaire"),
    ("g", "(g) examine places", "g) examiner des sites"), ("h", "(h) search and seizure", "h) perquisitions et saisies"),
    ("i", "(i) records and documents", "i) dossiers et documents"), ("j", "(j) protect witnesses, preserve evidence", "j) protéger les témoins, préserver les preuves"),
    ("k", "(k) trace, freeze or seize assets", "k) localiser, geler ou saisir des avoirs"), ("l", "(l) another form", "l) autre forme"))]
"""The forms of assistance of article 93(1)."""


def _open(draft: Cooperation, entry: Entry) -> None:
    given = entry.particulars
    draft.kind, draft.state, draft.council = given["kind"], given.get("state", ""), given.get("trigger") == "council"
    draft.person, draft.begun = given.get("person", ""), given.get("begun")


def _file(draft: StatesRegister, entry: Entry) -> StateFile:
    made: StateFile = draft.states.setdefault(entry.particulars["state"], StateFile())
    return made


def _channel(draft: StatesRegister, entry: Entry) -> None:
    _file(draft, entry).cooperation.channels.append(entry)


def _language(draft: StatesRegister, entry: Entry) -> None:
    _file(draft, entry).cooperation.languages.append(entry)


def _procedures(draft: StatesRegister, entry: Entry) -> None:
    _file(draft, entry).cooperation.procedures = entry


def _suggest_states(v: View) -> list[tuple[str, str]]:
    register = v.posture if isinstance(v.posture, StatesRegister) else v.other("states")
    return [(s, s) for s in register.states] if register is not None else []


def _suggest_persons(v: View) -> list[tuple[str, str]]:
    case: Case | None = v.other("case")
    return [(code, person.name or code) for code, person in case.persons.items()] if case is not None else []


STATE = Particular("state", "state", "State", "État", suggest=_suggest_states)
OCCASION = (
    Particular("occasion", "choice", "made", "faite", choices=[Choice("joining", "on joining", "lors de l'adhésion au Statut"), Choice("change", "as a change", "à titre de modification")]),
    Particular("in_writing_to_registrar", "yes_no", "communicated in writing to the Registrar", "communiquée par écrit au Greffier", required=False),
    Particular("agreed_from", "date", "takes effect on the day agreed", "prend effet à la date convenue", required=False))

open_request = law.act("open_request", "cooperation", ("Open a request file", "Ouvrir un dossier de demande"), ("A file was opened: {kind}", "Un dossier a été ouvert : {kind}"), [
    Particular("kind", "choice", "purpose", "objet", choices=[
        Choice("surrender", "arrest and surrender", "arrestation et remise"), Choice("transit", "transit", "transit"),
        Choice("assistance", "another form of assistance", "autre forme d'assistance"), Choice("organization", "request to an organization", "demande à une organisation"),
        Choice("to_court", "request of a State to the Court", "demande d'un État à la Cour")]),
    Particular("state", "state", "State", "État", required=False), Particular("organization", "text", "organization", "organisation", required=False),
    Particular("case", "matter", "case or situation", "affaire ou situation", required=False), Particular("person", "person", "person concerned", "personne concernée", required=False, suggest=_suggest_persons),
    Particular("trigger", "choice", "situation referred by", "situation déférée par", required=False, choices=[
        Choice("state", "a State Party", "un État Partie"), Choice("prosecutor", "opened by the Prosecutor", "ouverte par le Procureur"),
        Choice("council", "the Security Council", "le Conseil de sécurité")]),
    Particular("begun", "date", "investigation or proceedings began on", "enquête ou procédure ouverte le", required=False)], _open, audience=CONFIDENTIAL)
acknowledge = law.act("acknowledge_request", "cooperation", ("Acknowledge receipt of the request", "Accuser réception de la demande"), (
    "The State received the request", "L'État a reçu la demande"), [], keep("received"), audience=CONFIDENTIAL)
withdraw = law.act("withdraw_cooperation_request", "cooperation", ("Withdraw the request", "Retirer la demande"), ("The Court withdrew its request", "La Cour a retiré sa demande"), [
    Particular("why", "text", "why", "pourquoi", required=False)], keep("withdrawn"), audience=CONFIDENTIAL)
record_basis = law.act("record_basis", "cooperation", ("Record the basis with a State not party", "Inscrire la base convenue avec un État non partie"), (
    "Basis for cooperation: {basis}", "Base de la coopération : {basis}"), [Particular("basis", "choice", "basis", "base", choices=[
        Choice("ad_hoc", "ad hoc arrangement", "arrangement ad hoc"), Choice("agreement", "agreement", "accord"), Choice("other", "other appropriate basis", "autre base appropriée")])],
    keep("basis"), audience=CONFIDENTIAL)
protect = law.act("order_request_protection", "cooperation", ("Order protective measures for the request", "Ordonner des mesures de protection pour la demande"), (
    "Protective measures were ordered: {measures}", "Des mesures de protection ont été ordonnées : {measures}"), [Particular("measures", "long_text", "measures", "mesures")],
    keep("protection"), audience=CONFIDENTIAL)
disclose = law.act("disclose_request", "cooperation", ("Enter a disclosure by the State", "Inscrire une divulgation par l'État"), (
    "The State disclosed the request to {to}", "L'État a divulgué la demande à {to}"), [
    Particular("to", "text", "to", "à"), Particular("needed", "yes_no", "needed to execute the request", "nécessaire à l'exécution de la demande")], audience=CONFIDENTIAL)
ask_organization = law.act("ask_organization", "cooperation", ("Ask an organization", "S'adresser à une organisation"), ("The organization was asked for: {help}", "Demandé à l'organisation : {help}"), [
    Particular("help", "choice", "help", "aide", choices=[Choice("information", "information or documents", "renseignements ou documents"), Choice("other", "another form", "autre forme")]),
    Particular("agreed", "yes_no", "agreed with the organization", "convenue avec l'organisation", required=False),
    Particular("within_mandate", "yes_no", "within its competence or mandate", "conforme à sa compétence ou à son mandat", required=False)], keep("sent"), audience=CONFIDENTIAL)
designate_channel = law.act("designate_channel", "states", ("Designate a channel for requests", "Désigner une voie pour les demandes"), (
    "{state} designated a channel: {channel}", "{state} a désigné une voie : {channel}"), [
    STATE, Particular("channel", "choice", "channel", "voie", choices=[
        Choice("diplomatic", "diplomatic channel", "voie diplomatique"), Choice("ministry", "a ministry", "un ministère"), Choice("embassy", "its embassy", "son ambassade"),
        Choice("interpol", "INTERPOL", "INTERPOL"), Choice("regional", "regional organization", "organisation régionale")]),
    Particular("authority", "text", "authority", "autorité", required=False), *OCCASION], _channel)
choose_language = law.act("choose_language", "states", ("Choose the language of requests", "Choisir la langue des demandes"), (
    "{state} chose for requests: {languages}", "{state} a choisi pour les demandes : {languages}"), [
    STATE, Particular("languages", "text", "languages (codes)", "langues (codes)", many=True), Particular("official", "yes_no", "official languages of the State", "langues officielles de l'État"),
    *OCCASION], _language)
record_procedures = law.act("record_national_procedures", "states", ("Record national procedures", "Inscrire les procédures internes"), (
    "{state} has procedures for: {forms}", "{state} dispose de procédures pour : {forms}"), [STATE, Particular("forms", "choice", "forms", "formes", many=True, choices=[
        Choice("surrender", "arrest and surrender", "arrestation et remise"), Choice("provisional", "provisional arrest", "arrestation provisoire"),
        Choice("transit", "transit", "transit"), *FORMS])], _procedures)


@law.fact("87(2)", ("an annex is without translation", "une annexe n'est pas traduite"), says_not=("every annex is translated", "toutes les annexes sont traduites"), needs=("untranslated",))
def annex_untranslated(v: View) -> Any:
    return bool(v.given.get("untranslated"))


protection_ordered = on_record(law, "protection_ordered", "87(4)", "protection", ("protective measures were ordered", "des mesures de protection ont été ordonnées"),
                               ("no protective measures were ordered", "aucune mesure de protection n'a été ordonnée"), ("order_request_protection",))
carries_caveat = given_yes(law, "carries_caveat", "87(4)", "caveat", ("it asks for protective handling", "elle demande un traitement protecteur"),
                           ("it does not ask for protective handling", "elle ne demande pas de traitement protecteur"))
basis_recorded = on_record(law, "basis_recorded", "87(5)(a)", "basis", ("there is a basis with the State", "il existe une base convenue avec l'État"),
                           ("there is no basis with the State", "aucune base n'est convenue avec l'État"), ("record_basis",))
sets_deadline = given_yes(law, "sets_deadline", "87(5)(a)", "reply_by", ("it demands compliance by a day", "elle exige une suite à une date fixée"),
                          ("it demands nothing by a day", "elle n'exige rien à une date fixée"))
needed_for_execution = given_yes(law, "needed_for_execution", "87(3)", "needed", ("execution needs the disclosure", "l'exécution exige la divulgation"),
                                 ("execution does not need the disclosure", "l'exécution n'exige pas la divulgation"))
asks_information = given_is(law, "asks_information", "87(6)", "help", ("information",), ("information or documents are asked for", "des renseignements ou documents sont demandés"),
                            ("something other than information is asked for", "autre chose que des renseignements est demandé"))
agreed_with_organization = given_yes(law, "agreed_with_organization", "87(6)", "agreed", ("the organization agreed to it", "l'organisation y a consenti"),
                                     ("the organization did not agree to it", "l'organisation n'y a pas consenti"))
within_mandate = given_yes(law, "within_mandate", "87(6)", "within_mandate", ("it is within the organization's mandate", "elle relève du mandat de l'organisation"),
                           ("it is outside the organization's mandate", "elle excède le mandat de l'organisation"))
as_a_change = given_is(law, "as_a_change", "87(1)(a)", "occasion", ("change",), ("it changes an earlier designation", "elle modifie une désignation antérieure"),
                       ("it is made on joining", "elle est faite lors de l'adhésion au Statut"))
communicated = given_yes(law, "communicated", "87(1)(a)", "in_writing_to_registrar", ("the Registrar was told in writing", "le Greffier a été informé par écrit"),
                         ("the Registrar was not told in writing", "le Greffier n'a pas été informé par écrit"))
police_or_regional = given_is(law, "police_or_regional", "87(1)(b)", "channel", ("interpol", "regional"), (
    "INTERPOL or a regional organization is named as the State's own channel", "INTERPOL ou une organisation régionale est indiquée comme voie propre de l'État"), (
    "the channel is one of the State's own", "la voie est propre à l'État"))
official_language = given_yes(law, "official_language", "87(2)", "official", ("they are official languages of the State", "ce sont des langues officielles de l'État"),
                              ("they are not official languages of the State", "ce ne sont pas des langues officielles de l'État"))


@law.fact("87(2)", ("they are working languages of the Court", "ce sont des langues de travail de la Cour"), needs=("languages",),
          says_not=("they are not working languages of the Court", "ce ne sont pas des langues de travail de la Cour"))
def working_languages(v: View) -> Any:
    languages = v.given.get("languages")
    return None if languages is None else all(code in WORKING_LANGUAGES for code in languages)


@law.fact("87(1)(a)", ("the State deposited its instrument that day", "l'État a déposé son instrument ce jour-là"), needs=("state",),
          says_not=("the State did not deposit its instrument that day", "l'État n'a pas déposé son instrument ce jour-là"))
def deposits_that_day(v: View) -> Any:
    state = v.given.get("state")
    if state is None:
        return None
    file = v.posture.states.get(state)
    return next((d for d in file.deposits if d.done_on == v.on), False) if file is not None else False


@law.fact("88", ("the State is a Party", "l'État est Partie"), says_not=("the State is not a Party", "l'État n'est pas Partie"), needs=("state",))
def owes_procedures(v: View) -> Any:
    return party_on(v.posture, v.given.get("state"), v.on)


@law.fact("88", ("procedures exist for every form of cooperation", "des procédures existent pour chaque forme de coopération"), cured_by=("record_national_procedures",),
          says_not=("a form of cooperation has no procedure", "une forme de coopération n'a pas de procédure"))
def procedures_for_every_form(v: View) -> Any:
    file = v.posture.states.get(v.given.get("state"))
    entry = file.cooperation.procedures if file is not None else None
    wanted = {"surrender", "provisional", "transit", *(form.value for form in FORMS)}
    return entry if entry is not None and wanted <= set(entry.particulars["forms"]) else False


def _each_party(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"state": s} for s in parties_on(v.posture, v.on)]


law.power("87(1)(a)", open_request, COURT, file_not_open)
law.power("87(1)(a)", withdraw, COURT, request_sent)
law.duty("86", acknowledge, "state_party", all_of(request_sent, addressed_to_party), request_received)
law.power("87(5)(a)", acknowledge, "state", all_of(request_sent, ~addressed_to_party))
law.power("87(5)(a)", record_basis, COURT, all_of(request_file_open, ~addressed_to_party))
law.prohibition("87(5)(a)", SENDS, all_of(~addressed_to_party, ~basis_recorded, sets_deadline), name="demand")
law.prohibition("87(2)", SENDS, ~in_language_chosen, name="language")
law.prohibition("87(2)", SENDS, annex_untranslated, name="annexes")
law.power("87(3)", disclose, REQUESTED, all_of(request_received, needed_for_execution))
law.power("87(4)", protect, (*BENCH, "prosecutor"), request_file_open)
law.prohibition("87(4)", SENDS, all_of(protection_ordered, ~carries_caveat), name="caveat")
law.power("87(6)", ask_organization, COURT, all_of(is_organization, any_of(asks_information, all_of(agreed_with_organization, within_mandate))))
law.power("87(1)(a)", designate_channel, REQUESTED, any_of(deposits_that_day, all_of(as_a_change, communicated)))
law.prohibition("87(1)(b)", designate_channel, police_or_regional)
law.power("87(2)", choose_language, REQUESTED, any_of(official_language, working_languages))
law.duty("88", record_procedures, "state_party", owes_procedures, procedures_for_every_form, each=_each_party)

