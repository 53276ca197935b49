"""Articles 91 and 96 of the Rome Statute: what a request for arrest and surrender, or for other assistance, must contain."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import warrants_in_force
from curule.statutes.rome.part_09.article_87 import FORMS
from curule.statutes.rome.part_09.article_89 import send
from curule.statutes.rome.part_09.request_facts import (
    CONFIDENTIAL,
    COURT,
    REQUESTED,
    SENDING,
    given_is,
    given_yes,
    in_writing,
    includes,
    is_assistance,
    is_surrender,
    keep,
    on_record,
    proper_channel,
    request_file_open,
    request_not_sent,
    urgent_with_record,
)

__all__ = ["law", "send_assistance"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("91(1)", ("Form of the request for surrender", "Forme de la demande de remise"), (
        "In writing; when urgent, by any medium leaving a written record, then confirmed through the State's channel.",
        "Par écrit ; en cas d'urgence, par tout moyen laissant une trace écrite, avec confirmation par la voie prévue.")),
    ("91(2)", ("Person sought on a warrant", "Personne recherchée en vertu d'un mandat"), ("Three contents, (a) to (c).", "Trois éléments, a) à c).")),
    ("91(2)(a)", ("Identity and location", "Identité et localisation"), ("An identifying description and the probable location.", "Un signalement suffisant et le lieu probable.")),
    ("91(2)(b)", ("Copy of the warrant", "Copie du mandat"), ("The warrant in force is attached.", "Le mandat en vigueur est joint.")),
    ("91(2)(c)", ("National requirements", "Exigences internes"), (
        "What the State's surrender procedure needs; no more than it asks for extradition.", "Ce qu'exige la procédure de remise de l'État, sans excéder ses exigences en matière d'extradition.")),
    ("91(3)", ("Person convicted", "Personne condamnée"), ("Four contents, (a) to (d).", "Quatre éléments, a) à d).")),
    ("91(3)(a)", ("Copy of any warrant", "Copie du mandat éventuel"), ("Attached if one exists.", "Jointe s'il en existe un.")),
    ("91(3)(b)", ("Judgement of conviction", "Jugement de condamnation"), ("A copy is attached.", "Une copie est jointe.")),
    ("91(3)(c)", ("Same person", "Identité avec le condamné"), ("Proof that the person sought is the one convicted.", "Preuve que la personne recherchée est celle condamnée.")),
    ("91(3)(d)", ("Sentence", "Peine"), ("If sentenced: copy, time served, time left.", "Si une peine a été prononcée : copie, durée purgée, reliquat.")),
    ("91(4)", ("Consultation on requirements (surrender)", "Consultation sur les exigences (remise)"), (
        "Asked by the Court, the State tells it the specific requirements of its law.", "À la demande de la Cour, l'État lui indique les exigences précises de son droit.")),
    ("96(1)", ("Form of other requests", "Forme des autres demandes"), (
        "In writing; when urgent, with a written record and confirmation.", "Par écrit ; en cas d'urgence, trace écrite puis confirmation.")),
    ("96(2)", ("Contents of other requests", "Contenu des autres demandes"), (
        "Items (a) to (f); one that does not apply is marked so, with the reason.", "Éléments a) à f) ; celui qui est sans objet est signalé comme tel, avec le motif.")),
    ("96(2)(a)", ("Purpose and grounds", "But et motifs"), ("Purpose, assistance, legal basis and grounds.", "But, assistance, base juridique et motifs.")),
    ("96(2)(b)", ("Persons and places", "Personnes et lieux"), ("Details of what must be found or identified.", "Précisions sur ce qui doit être trouvé ou identifié.")),
    ("96(2)(c)", ("Essential facts", "Faits essentiels"), ("In brief.", "En bref.")),
    ("96(2)(d)", ("Procedure to follow", "Procédure à suivre"), ("Each requirement with its reasons.", "Chaque exigence avec ses raisons.")),
    ("96(2)(e)", ("National-law information", "Éléments requis par le droit interne"), ("What the State's law needs to execute.", "Ce que le droit de l'État exige pour l'exécution.")),
    ("96(2)(f)", ("Other information", "Autres informations"), ("Whatever else is useful.", "Toute autre information utile.")),
    ("96(3)", ("Consultation on requirements (assistance)", "Consultation sur les exigences (assistance)"), (
        "Asked by the Court, the State tells it the specific requirements of its law.", "À la demande de la Cour, l'État lui indique les exigences précises de son droit.")),
):
    law.clause(_id, Class.RULE, _title, _summary)

ITEMS = [Choice(code, en, fr) for code, en, fr in (
    ("purpose", "purpose", "but"), ("assistance", "assistance sought", "assistance demandée"), ("legal_basis", "legal basis", "base juridique"), ("grounds", "grounds", "motifs"),
    ("details", "details of persons or places", "précisions sur les personnes ou les lieux"), ("facts", "essential facts", "faits essentiels"),
    ("procedure", "procedure to follow", "procédure à suivre"), ("other", "other relevant information", "autres informations utiles"))]

ask_requirements = law.act("ask_requirements", "cooperation", ("Ask the State for its requirements", "Demander à l'État ses exigences"), (
    "The State was asked what its law requires", "Il a été demandé à l'État ce qu'exige son droit"), [], keep("requirements_asked"), audience=CONFIDENTIAL)
advise = law.act("advise_requirements", "cooperation", ("Enter the State's requirements", "Inscrire les exigences de l'État"), (
    "The State's law requires: {items}", "Le droit de l'État exige : {items}"), [
    Particular("items", "text", "specific requirements", "exigences précises", many=True),
    Particular("heavier", "yes_no", "heavier than for extradition", "plus lourdes qu'en matière d'extradition", required=False)], keep("requirements"), audience=CONFIDENTIAL)
send_assistance = law.act("send_assistance_request", "cooperation", ("Send the request for assistance", "Transmettre la demande d'assistance"), (
    "The request for assistance was sent (form {form})", "La demande d'assistance a été transmise (forme {form})"), [
    *SENDING, Particular("form", "choice", "form of article 93(1)", "forme de l'article 93-1", choices=FORMS),
    Particular("contents", "choice", "contains", "contient", many=True, choices=ITEMS),
    Particular("not_applicable", "choice", "without object", "sans objet", many=True, required=False, choices=[c for c in ITEMS if c.value in ("details", "facts", "procedure", "other")]),
    Particular("why_not", "text", "why", "pourquoi", required=False),
    Particular("procedure_reasons", "text", "reasons for the procedure asked", "raisons de la procédure demandée", required=False),
    Particular("supplied", "text", "requirements of national law met", "conditions du droit interne remplies", many=True, required=False,
               suggest=lambda v: [(r, r) for r in v.posture.requirements.particulars["items"]] if v.posture.requirements else []),
    Particular("urgent_reply", "yes_no", "results to be sent urgently", "résultats à envoyer d'urgence", required=False),
    Particular("oath_of_accused", "yes_no", "the accused is to testify under oath", "l'accusé doit déposer sous serment", required=False),
    Particular("rights_notice", "yes_no", "notice of the rights of article 55(2) attached", "avis des droits de l'article 55-2 joint", required=False),
    Particular("compulsion", "yes_no", "the witness is to be brought by force", "le témoin doit être amené de force", required=False),
    Particular("site_in", "state", "State where the site lies", "État où se trouve le site", required=False),
    Particular("third_party_property", "yes_no", "may touch property of third parties in good faith", "peut toucher les biens de tiers de bonne foi", required=False),
    Particular("third_party_caveat", "yes_no", "their rights are reserved", "leurs droits sont réservés", required=False),
    Particular("barred_by_law", "yes_no", "the State's law prohibits it", "le droit de l'État l'interdit", required=False)], keep("sent"), audience=CONFIDENTIAL)

on_warrant = given_is(law, "on_warrant", "91(2)", "person_is", ("sought",), ("the person is sought on a warrant", "la personne est recherchée en vertu d'un mandat"),
                      ("the person is convicted", "la personne est condamnée"))
convicted = given_is(law, "convicted", "91(3)", "person_is", ("convicted",), ("the person is convicted", "la personne est condamnée"),
                     ("the person is sought on a warrant", "la personne est recherchée en vertu d'un mandat"))


def _item(id: str, provision: str, item: str, en: str, fr: str) -> Fact:
    return includes(law, id, provision, "contents", (item,), (f"{en}: included", f"{fr} : compris"), (f"{en}: missing", f"{fr} : manquant"))


has_identity = _item("has_identity", "91(2)(a)", "identity", "identifying description", "signalement suffisant")
has_location = _item("has_location", "91(2)(a)", "location", "probable location", "lieu probable")
has_warrant = _item("has_warrant", "91(2)(b)", "warrant", "copy of the warrant", "copie du mandat")
has_any_warrant = _item("has_any_warrant", "91(3)(a)", "warrant", "copy of the warrant", "copie du mandat")
has_judgement = _item("has_judgement", "91(3)(b)", "judgement", "judgement of conviction", "jugement de condamnation")
has_identity_link = _item("has_identity_link", "91(3)(c)", "identity_link", "proof of identity with the convicted person", "preuve d'identité avec la personne condamnée")
has_sentence = _item("has_sentence", "91(3)(d)", "sentence", "copy of the sentence", "copie de la décision sur la peine")
was_sentenced = given_yes(law, "was_sentenced", "91(3)(d)", "sentenced", ("a sentence was imposed", "une peine a été prononcée"), ("no sentence was imposed yet", "aucune peine n'a encore été prononcée"))
imprisonment = given_yes(law, "imprisonment", "91(3)(d)", "imposed_months", ("it is imprisonment", "il s'agit d'un emprisonnement"), ("it is not imprisonment", "il ne s'agit pas d'un emprisonnement"))


@law.fact("91(3)(a)", ("a warrant exists for the convicted person", "un mandat existe contre la personne condamnée"), needs=("warrant_exists", "person_is"),
          says_not=("no warrant exists for a convicted person", "aucun mandat n'existe contre une personne condamnée"))
def convicted_with_warrant(v: View) -> Any:
    return v.given.get("person_is") == "convicted" and bool(v.given.get("warrant_exists"))


@law.fact("91(2)(b)", ("the case shows no warrant in force against the person", "l'affaire ne montre aucun mandat en vigueur contre la personne"), cured_by=("issue_warrant",), reversible=True,
          says_not=("a warrant is in force, as far as the case shows", "un mandat est en vigueur, d'après l'affaire"))
def no_warrant_in_force(v: View) -> Any:
    case: Case | None = v.other("case")
    if case is None or not v.posture.person:
        return False
    if warrants_in_force(case.warrants, v.posture.person):
        return False
    return next((w.ended or next(iter(w.lapsed.values()), w.entry) for w in case.warrants.values() if w.person == v.posture.person), True)


def _months(v: View) -> int | None:
    served, left = v.given.get("served_months"), v.given.get("remaining_months")
    return -1 if served is None or left is None else served + left


adds_up = law.measure("adds_up", "91(3)(d)", ("time served and time left are stated and make up the sentence", "durée purgée et reliquat sont indiqués et font la peine"), _months, "==",
                      lambda v: v.given.get("imposed_months"), needs=("served_months", "remaining_months", "imposed_months"),
                      says_not=("time served and time left do not make up the sentence", "durée purgée et reliquat ne font pas la peine"))


def _all_supplied(provision: str, id: str) -> Fact:
    def test(v: View) -> Any:
        asked = v.posture.requirements
        return asked is None or set(asked.particulars["items"]) <= set(v.given.get("supplied", ()))

    test.__name__ = id
    return law.fact(provision, ("everything that the State's law requires is supplied", "tout ce qu'exige le droit de l'État est fourni"), needs=("supplied",),
                    says_not=("something that the State's law requires is missing", "un élément exigé par le droit de l'État manque"))(test)


surrender_requirements_met = _all_supplied("91(2)(c)", "surrender_requirements_met")
assistance_requirements_met = _all_supplied("96(2)(e)", "assistance_requirements_met")
heavier_than_extradition = given_yes(law, "heavier_than_extradition", "91(2)(c)", "heavier", ("the requirements are heavier than for extradition", "les exigences sont plus lourdes qu'en matière d'extradition"),
                                     ("the requirements are not heavier than for extradition", "les exigences ne sont pas plus lourdes qu'en matière d'extradition"))
requirements_asked = on_record(law, "requirements_asked", "91(4)", "requirements_asked", ("the Court asked for the State's requirements", "la Cour a demandé les exigences de l'État"),
                               ("the Court did not ask for the State's requirements", "la Cour n'a pas demandé les exigences de l'État"), ("ask_requirements",))
requirements_told = on_record(law, "requirements_told", "96(3)", "requirements", ("the State told the Court its specific requirements", "l'État a indiqué ses exigences précises"),
                              ("the State has not told its specific requirements", "l'État n'a pas indiqué ses exigences précises"), ("advise_requirements",))

has_purpose = includes(law, "has_purpose", "96(2)(a)", "contents", ("purpose", "assistance", "legal_basis", "grounds"), (
    "purpose, assistance, legal basis and grounds: included", "but, assistance, base juridique et motifs : compris"), (
    "purpose, assistance, legal basis or grounds: missing", "but, assistance, base juridique ou motifs : manquants"))


def _answered(item: str, provision: str, en: str, fr: str) -> Fact:
    """The leaf "this item is included or marked as without object"."""

    def test(v: View) -> Any:
        contents = v.given.get("contents")
        return None if contents is None else item in contents or item in v.given.get("not_applicable", ())

    test.__name__ = f"answers_{item}"
    return law.fact(provision, (f"{en}: included or without object", f"{fr} : compris ou sans objet"), needs=("contents", "not_applicable"), says_not=(f"{en}: left blank", f"{fr} : laissé en blanc"))(test)


blanks_justified = given_yes(law, "blanks_justified", "96(2)", "why_not", ("the reason is given", "le motif est donné"), ("no reason is given", "aucun motif n'est donné"))
marks_without_object = given_yes(law, "marks_without_object", "96(2)", "not_applicable", ("an item is marked as without object", "un élément est signalé comme sans objet"),
                                 ("no item is marked as without object", "aucun élément n'est signalé comme sans objet"))
has_procedure = includes(law, "has_procedure", "96(2)(d)", "contents", ("procedure",), ("a procedure is asked for", "une procédure est demandée"), ("no procedure is asked for", "aucune procédure n'est demandée"))
procedure_reasoned = given_yes(law, "procedure_reasoned", "96(2)(d)", "procedure_reasons", ("its reasons are given", "ses raisons sont données"), ("its reasons are not given", "ses raisons ne sont pas données"))

law.prohibition("91(2)(a)", send, all_of(on_warrant, ~all_of(has_identity, has_location)))
law.prohibition("91(2)(b)", send, all_of(on_warrant, ~has_warrant))
law.prohibition("91(2)(b)", send, all_of(on_warrant, no_warrant_in_force), name="not_in_force")
law.prohibition("91(2)(c)", send, all_of(on_warrant, ~surrender_requirements_met))
law.prohibition("91(2)(c)", advise, all_of(is_surrender, heavier_than_extradition))
law.prohibition("91(3)(a)", send, all_of(convicted_with_warrant, ~has_any_warrant))
law.prohibition("91(3)(b)", send, all_of(convicted, ~has_judgement))
law.prohibition("91(3)(c)", send, all_of(convicted, ~has_identity_link))
law.prohibition("91(3)(d)", send, all_of(was_sentenced, ~has_sentence), name="sentence")
law.prohibition("91(3)(d)", send, all_of(was_sentenced, imprisonment, ~adds_up), name="time")
law.power("91(4)", ask_requirements, COURT, request_file_open)
law.power("91(4)", advise, REQUESTED, requirements_asked)
law.duty("91(4)", advise, REQUESTED, all_of(is_surrender, requirements_asked), requirements_told, name="tell", empowers=False)
law.duty("96(3)", advise, REQUESTED, all_of(is_assistance, requirements_asked), requirements_told, name="tell", empowers=False)
law.power("93(1)", send_assistance, COURT, all_of(is_assistance, request_not_sent, any_of(all_of(in_writing, proper_channel), urgent_with_record)))
law.prohibition("96(2)", send_assistance, all_of(marks_without_object, ~blanks_justified))
law.prohibition("96(2)(a)", send_assistance, ~has_purpose)
law.prohibition("96(2)(b)", send_assistance, ~_answered("details", "96(2)(b)", "persons and places", "personnes et lieux"))
law.prohibition("96(2)(c)", send_assistance, ~_answered("facts", "96(2)(c)", "essential facts", "faits essentiels"))
law.prohibition("96(2)(d)", send_assistance, ~_answered("procedure", "96(2)(d)", "procedure to follow", "procédure à suivre"), name="procedure")
law.prohibition("96(2)(d)", send_assistance, all_of(has_procedure, ~procedure_reasoned), name="unreasoned")
law.prohibition("96(2)(e)", send_assistance, ~assistance_requirements_met)
law.prohibition("96(2)(f)", send_assistance, ~_answered("other", "96(2)(f)", "other information", "autres informations"))
