"""Article 93(1), (2), (7) of the Rome Statute: the forms of assistance, safe conduct, temporary transfer of persons in custody."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.cooperation import Cooperation
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_09.article_91 import send_assistance
from curule.statutes.rome.part_09.request_facts import CONFIDENTIAL, COURT, REQUESTED, given_is, given_yes, includes, is_assistance, keep, noted, on_record

__all__ = ["law"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("93(1)", ("Forms of assistance", "Formes d'assistance"), ("States Parties comply with requests for the forms (a) to (l).", "Les États Parties font droit aux demandes visant les formes a) à l).")),
    ("93(1)(a)", ("Persons and items", "Personnes et objets"), ("Identity, whereabouts, location; the request says of whom or what.", "Identité, lieu, localisation ; la demande précise de qui ou de quoi.")),
    ("93(1)(b)", ("Evidence", "Preuves"), ("Evidence is taken, under oath too, and produced; no accused is made to testify.", "Recueil, y compris sous serment, et production ; nul accusé n'est contraint de déposer.")),
    ("93(1)(c)", ("Questioning", "Interrogatoire"), ("Suspects and accused are questioned with notice of their rights.", "Suspects et accusés sont interrogés, informés de leurs droits.")),
    ("93(1)(d)", ("Service", "Signification"), ("Documents are served; service is proved.", "Documents signifiés, avec preuve.")),
    ("93(1)(e)", ("Voluntary appearance", "Comparution volontaire"), ("Witnesses and experts are helped to come, not forced.", "Témoins et experts sont aidés à venir, sans contrainte.")),
    ("93(1)(f)", ("Temporary transfer", "Transfèrement temporaire"), ("Of persons in custody, under paragraph 7.", "De personnes détenues, selon le paragraphe 7.")),
    ("93(1)(g)", ("Places and sites", "Lieux et sites"), ("Examined in the State where they lie.", "Examinés dans l'État où ils se trouvent.")),
    ("93(1)(h)", ("Search and seizure", "Perquisitions et saisies"), ("Carried out by the State: they are compulsory.", "Exécutées par l'État, car contraignantes.")),
    ("93(1)(k)", ("Assets", "Avoirs"), ("Traced, frozen or seized for forfeiture, third parties in good faith unharmed.", "Localisés, gelés ou saisis en vue de confiscation, sans léser les tiers de bonne foi.")),
    ("93(1)(l)", ("Other assistance", "Autre assistance"), ("Anything that the State's law does not prohibit.", "Tout ce que le droit de l'État n'interdit pas.")),
    ("93(2)", ("Safe conduct", "Sauf-conduit"), (
        "The Court may assure witnesses and experts for conduct before they left the State.", "La Cour peut garantir témoins et experts pour leur conduite antérieure à leur départ.")),
    ("93(7)(a)", ("Transfer of a detained person", "Transfèrement d'une personne détenue"), ("On the two conditions (i) and (ii).", "Aux deux conditions i) et ii).")),
    ("93(7)(a)(i)", ("The person's consent", "Consentement de la personne"), ("Free, informed, and the person's own.", "Libre, éclairé et personnel.")),
    ("93(7)(a)(ii)", ("The State's agreement", "Accord de l'État"), ("With the conditions agreed.", "Aux conditions convenues.")),
    ("93(7)(b)", ("Custody and return", "Détention et retour"), ("In custody throughout; returned without delay.", "Détention continue ; retour sans retard.")),
):
    law.clause(_id, Class.RULE, _title, _summary)
law.clause("93(1)(i)", Class.DEFINITION, ("Records and documents", "Dossiers et documents"), ("Official ones included.", "Y compris officiels."), carried_by=("send_assistance_request.form",))
law.clause("93(1)(j)", Class.DEFINITION, ("Protection and preservation", "Protection et préservation"), (
    "Of victims and witnesses, of evidence; asked for during a postponement too.", "Des victimes et témoins, des preuves ; y compris pendant un report."), carried_by=("send_assistance_request.form", "ask_preservation"))

def _transfer(draft: Cooperation, entry: Entry) -> None:
    draft.temporary.transferred, draft.temporary.fulfilled, draft.temporary.returned = entry, None, None


def _give_back(draft: Cooperation, entry: Entry) -> None:
    draft.temporary.returned, draft.temporary.consent, draft.temporary.agreed = entry, None, None  # another transfer needs both anew


assure = law.act("give_safe_conduct", "cooperation", ("Assure safe conduct", "Accorder un sauf-conduit"), ("Safe conduct was assured to {person}", "Un sauf-conduit a été accordé à {person}"), [
    Particular("person", "text", "witness or expert", "témoin ou expert"), Particular("departure", "date", "departure from the requested State", "départ de l'État requis"),
    Particular("covers", "choice", "covers acts", "couvre les actes", many=True, default=lambda v: ("before",), choices=[
        Choice("before", "before departure", "antérieurs au départ"), Choice("after", "after departure", "postérieurs au départ")])], keep("assurance"), audience=CONFIDENTIAL)
proceed = law.act("proceed_against_assured", "cooperation", ("Proceed against a person under safe conduct", "Agir contre une personne sous sauf-conduit"), (
    "Proceedings against the person under safe conduct, for an act of {act_on}", "Mesures contre la personne sous sauf-conduit, pour un acte du {act_on}"), [
    Particular("act_on", "date", "act of", "acte du")], audience=CONFIDENTIAL)
consent = law.act("consent_to_transfer", "cooperation", ("Enter the person's consent to transfer", "Inscrire le consentement au transfèrement"), (
    "Consent to the transfer was recorded", "Le consentement au transfèrement a été recueilli"), [
    Particular("own", "yes_no", "given by the person", "donné par la personne elle-même"), Particular("informed", "yes_no", "free and informed", "libre et éclairé")],
    keep("temporary", "consent"), audience=CONFIDENTIAL)
agree = law.act("agree_to_transfer", "cooperation", ("Enter the State's agreement to transfer", "Inscrire l'accord de l'État au transfèrement"), (
    "The State agreed to the transfer", "L'État a consenti au transfèrement"), [
    Particular("conditions", "text", "conditions", "conditions", required=False), Particular("return_by", "date", "return by", "retour au plus tard le", required=False)], keep("temporary", "agreed"), audience=CONFIDENTIAL)
transfer = law.act("transfer_temporarily", "cooperation", ("Transfer the person temporarily", "Transférer temporairement la personne"), ("The person was transferred", "La personne a été transférée"), [],
                   _transfer, audience=CONFIDENTIAL)
fulfil = law.act("note_purpose_fulfilled", "cooperation", ("Note that the purposes are fulfilled", "Noter que les fins sont remplies"), (
    "The purposes of the transfer are fulfilled", "Les fins du transfèrement sont remplies"), [], keep("temporary", "fulfilled"), audience=CONFIDENTIAL)
give_back = law.act("return_person", "cooperation", ("Return the person to the State", "Renvoyer la personne à l'État"), ("The person was returned to the State", "La personne a été renvoyée à l'État"), [
    Particular("in_custody", "yes_no", "in custody throughout", "en détention continue")], _give_back, audience=CONFIDENTIAL)


def _form(code: str, en: str, fr: str) -> Any:
    return given_is(law, f"form_{code}", f"93(1)({code})", "form", (code,), (f"it asks for {en}", f"elle demande {fr}"), (f"it does not ask for {en}", f"elle ne demande pas {fr}"))


gives_details = includes(law, "gives_details", "93(1)(a)", "contents", ("details",), ("it says which person, item or place", "elle précise la personne, l'objet ou le lieu"), (
    "it does not say which person, item or place", "elle ne précise ni personne, ni objet, ni lieu"))
oath_of_accused = given_yes(law, "oath_of_accused", "93(1)(b)", "oath_of_accused", ("the accused is to testify under oath", "l'accusé doit déposer sous serment"), ("no accused is to testify", "aucun accusé ne doit déposer"))
rights_notice = given_yes(law, "rights_notice", "93(1)(c)", "rights_notice", ("notice of rights is attached", "l'avis des droits est joint"), ("no notice of rights is attached", "aucun avis des droits n'est joint"))
compulsion = given_yes(law, "compulsion", "93(1)(e)", "compulsion", ("the witness is to be brought by force", "le témoin doit être amené de force"), ("nobody is to be forced", "nul ne doit être contraint"))
third_party_property = given_yes(law, "third_party_property", "93(1)(k)", "third_party_property", ("property of third parties in good faith may be touched", "des biens de tiers de bonne foi peuvent être touchés"),
                                 ("no third party's property is touched", "aucun bien de tiers n'est touché"))
third_parties_reserved = given_yes(law, "third_parties_reserved", "93(1)(k)", "third_party_caveat", ("their rights are reserved", "leurs droits sont réservés"), ("their rights are not reserved", "leurs droits ne sont pas réservés"))
barred_by_law = given_yes(law, "barred_by_law", "93(1)(l)", "barred_by_law", ("the State's law prohibits it", "le droit de l'État l'interdit"), ("the State's law does not prohibit it", "le droit de l'État ne l'interdit pas"))


@law.fact("93(1)(g)", ("the site lies in the State addressed", "le site se trouve dans l'État requis"), says_not=("the site lies elsewhere", "le site se trouve ailleurs"), needs=("site_in",))
def site_in_state_addressed(v: View) -> Any:
    return v.given.get("site_in") == v.posture.state


covers_later_acts = includes(law, "covers_later_acts", "93(2)", "covers", ("after",), ("it covers acts after departure", "il couvre des actes postérieurs au départ"), ("it covers only acts before departure", "il ne couvre que des actes antérieurs au départ"))
assured = on_record(law, "assured", "93(2)", "assurance", ("safe conduct was assured", "un sauf-conduit a été accordé"), ("no safe conduct was assured", "aucun sauf-conduit n'a été accordé"), ("give_safe_conduct",))
after_departure = law.measure("after_departure", "93(2)", ("the act does not precede the departure", "l'acte n'est pas antérieur au départ"), lambda v: v.given.get("act_on"), ">=",
                              lambda v: v.posture.assurance.particulars["departure"] if v.posture.assurance else None, needs=("act_on",), says_not=("the act precedes the departure", "l'acte est antérieur au départ"))
transfer_asked = noted(law, "transfer_asked", "93(1)(f)", "sent", "form", ("f",), ("temporary transfer was asked for", "un transfèrement temporaire a été demandé"), ("temporary transfer was not asked for", "aucun transfèrement temporaire n'a été demandé"))
own_consent = given_yes(law, "own_consent", "93(7)(a)(i)", "own", ("the consent is the person's own", "le consentement émane de la personne"), ("somebody else consented", "un tiers a consenti"))
informed_consent = given_yes(law, "informed_consent", "93(7)(a)(i)", "informed", ("it is free and informed", "il est libre et éclairé"), ("it is not free and informed", "il n'est pas libre et éclairé"))
person_consents = on_record(law, "person_consents", "93(7)(a)(i)", "temporary.consent", ("the person consented", "la personne a consenti"), ("the person did not consent", "la personne n'a pas consenti"), ("consent_to_transfer",))
state_agrees = on_record(law, "state_agrees", "93(7)(a)(ii)", "temporary.agreed", ("the State agreed", "l'État a donné son accord"), ("the State did not agree", "l'État n'a pas donné son accord"), ("agree_to_transfer",))
transferred = on_record(law, "transferred", "93(7)(b)", "temporary.transferred", ("the person was transferred", "la personne a été transférée"), ("the person was not transferred", "la personne n'a pas été transférée"), ("transfer_temporarily",))
purpose_fulfilled = on_record(law, "purpose_fulfilled", "93(7)(b)", "temporary.fulfilled", ("the purposes are fulfilled", "les fins sont remplies"), ("the purposes are not fulfilled", "les fins ne sont pas remplies"), ("note_purpose_fulfilled",))
given_back = on_record(law, "given_back", "93(7)(b)", "temporary.returned", ("the person was returned", "la personne a été renvoyée"), ("the person was not returned", "la personne n'a pas été renvoyée"), ("return_person",))
kept_in_custody = given_yes(law, "kept_in_custody", "93(7)(b)", "in_custody", ("the person was in custody throughout", "la personne est restée détenue"), ("the person was not in custody throughout", "la personne n'est pas restée détenue"))

law.prohibition("93(1)(a)", send_assistance, all_of(_form("a", "persons or items to be found", "de localiser des personnes ou objets"), ~gives_details))
law.prohibition("93(1)(b)", send_assistance, all_of(_form("b", "evidence", "des preuves"), oath_of_accused))
law.prohibition("93(1)(c)", send_assistance, all_of(_form("c", "questioning", "un interrogatoire"), ~rights_notice))
law.prohibition("93(1)(e)", send_assistance, all_of(_form("e", "help with voluntary appearance", "de faciliter une comparution volontaire"), compulsion))
law.prohibition("93(1)(g)", send_assistance, all_of(_form("g", "examination of a site", "l'examen d'un site"), ~site_in_state_addressed))
law.prohibition("96(2)(b)", send_assistance, all_of(_form("h", "a search or seizure", "une perquisition ou une saisie"), ~gives_details), name="place")
law.prohibition("93(1)(k)", send_assistance, all_of(_form("k", "measures on assets", "des mesures sur des avoirs"), third_party_property, ~third_parties_reserved))
law.prohibition("93(1)(l)", send_assistance, all_of(_form("l", "another form of assistance", "une autre forme d'assistance"), barred_by_law))
law.power("93(2)", assure, BENCH, is_assistance)
law.prohibition("93(2)", assure, covers_later_acts)
law.power("93(2)", proceed, (*BENCH, "prosecutor"), all_of(assured, after_departure))
law.power("93(7)(a)(i)", consent, COURT, all_of(transfer_asked, own_consent, informed_consent))
law.power("93(7)(a)(ii)", agree, REQUESTED, transfer_asked)
law.power("93(7)(a)", transfer, COURT, all_of(person_consents, state_agrees))
law.prohibition("93(7)(a)", transfer, all_of(transferred, ~given_back), name="away")
law.power("93(7)(b)", fulfil, COURT, transferred)
law.duty("93(7)(b)", give_back, COURT, purpose_fulfilled, given_back)
law.prohibition("93(7)(b)", give_back, ~kept_in_custody)
