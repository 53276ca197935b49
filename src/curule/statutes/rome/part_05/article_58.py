"""Article 58 of the Rome Statute, paragraphs 1 to 6: application for a warrant of arrest, issue, effect in time, amendment."""

from __future__ import annotations

import re
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_pre_trial import Warrant, new_person, person_in, warrants_in_force
from curule.statutes.rome.part_05.facts import (
    CHAMBERS,
    SEALED,
    case_open,
    crimes_particular,
    each_person,
    in_detention,
    investigation_opened,
    of_person,
    person_code,
    person_of,
    person_particular,
    stated,
    warrant_for_person,
    wording,
)

law = Chapter("rome", __name__)

CRIME = re.compile(r"(6\([a-e]\)|7\(1\)\([a-k]\)|8\(2\)\([abce]\)(\([ivx]+\))+|8bis(\(\d\))*|70\(1\)\([a-f]\))")
"""A crime by its provision, as specific as the Statute makes it; offences of article 70 follow the same procedure by rule 163."""


def _crime(crime: str) -> bool:
    return CRIME.fullmatch(crime.replace(" ", "").split(":")[0]) is not None


# -- opening of the case, application ---------------------------------------------------------------------------------


def _open(draft: Case, entry: Entry) -> None:
    draft.situation = entry.particulars.get("situation", "")
    _add(draft, entry)


def _add(draft: Case, entry: Entry) -> None:
    given = entry.particulars
    draft.persons[given["person"]] = new_person(given.get("name", ""), given.get("nationality", ""), given.get("language", ""))


PERSON_OF_CASE = (
    Particular("person", "person", "person (code)", "personne (code)"), Particular("name", "text", "name", "nom", required=False),
    Particular("nationality", "state", "nationality", "nationalité", required=False),
    Particular("language", "text", "language fully understood and spoken", "langue parfaitement comprise et parlée", required=False),
)

open_case = law.act(
    "open_case", "case", ("Open a case", "Ouvrir une affaire"), ("The Registry opened the case concerning {person}", "Le Greffe a ouvert l'affaire concernant {person}"),
    [*PERSON_OF_CASE, Particular("situation", "matter", "situation", "situation", required=False)], _open, audience=SEALED, group="warrant")
add_person = law.act(
    "add_person", "case", ("Join a person to the case", "Joindre une personne à l'affaire"), ("{person} was joined to the case", "{person} a été joint à l'affaire"),
    PERSON_OF_CASE, _add, audience=SEALED, group="warrant")


def _apply(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).warrant_sought = entry


PURPOSES = (
    Choice("appearance", "to ensure appearance at trial", "garantir la comparution au procès"),
    Choice("obstruction", "to prevent obstruction of the investigation or proceedings", "prévenir l'entrave à l'enquête ou à la procédure"),
    Choice("continuation", "to prevent the crime or a related one from continuing", "empêcher la poursuite du crime ou d'un crime connexe"),
)

apply_for_warrant = law.act(
    "apply_for_warrant", "case", ("Apply for a warrant of arrest", "Requérir un mandat d'arrêt"),
    ("The Prosecutor applied for a warrant of arrest against {person}", "Le Procureur a requis un mandat d'arrêt contre {person}"),
    [person_particular(), wording("identity", "name and identifying information", "nom et éléments d'identification"),
     crimes_particular("crimes alleged, by provision", "crimes allégués, par disposition", required=False),
     wording("facts", "concise statement of the facts", "exposé succinct des faits"), wording("evidence", "summary of the evidence", "résumé des éléments de preuve"),
     wording("necessity", "why arrest is believed necessary", "raisons de croire l'arrestation nécessaire")],
    _apply, audience=SEALED, group="warrant")

no_person_yet = ~of_person(law, "known_person", "58(2)(a)", ("the person is in the case already", "la personne figure déjà dans l'affaire"),
                           ("the person is not in the case", "la personne ne figure pas dans l'affaire"), lambda p: True)

identity_stated = stated(law, "identity_stated", "58(2)(a)", ("the application names and identifies the person", "la requête nomme et identifie la personne"),
                         ("the application does not identify the person", "la requête n'identifie pas la personne"), "identity")


@law.fact("58(2)(b)", ("each crime alleged is cited by its provision", "chaque crime allégué est visé par sa disposition"), needs=("crimes",),
          says_not=("a crime alleged is not cited by its provision", "un crime allégué n'est pas visé par sa disposition"))
def crimes_cited(v: View) -> Any:
    crimes = v.given.get("crimes")
    return (None if "person" not in v.given else False) if crimes is None else all(_crime(c) for c in crimes)


facts_stated = stated(law, "facts_stated", "58(2)(c)", ("the application states the facts", "la requête expose les faits"),
                      ("the application does not state the facts", "la requête n'expose pas les faits"), "facts")
evidence_summarised = stated(law, "evidence_summarised", "58(2)(d)", ("the application summarises the evidence", "la requête résume les éléments de preuve"),
                             ("the application does not summarise the evidence", "la requête ne résume pas les éléments de preuve"), "evidence")
necessity_stated = stated(law, "necessity_stated", "58(2)(e)", ("the application says why arrest is necessary", "la requête dit pourquoi l'arrestation est nécessaire"),
                          ("the application does not say why arrest is necessary", "la requête ne dit pas pourquoi l'arrestation est nécessaire"), "necessity")

law.power("58(2)", open_case, "registry", ~case_open)
law.power("58(2)", add_person, "registry", all_of(case_open, no_person_yet))
law.power("58(2)", apply_for_warrant, "prosecutor", all_of(case_open, investigation_opened, identity_stated, crimes_cited, facts_stated, evidence_summarised, necessity_stated))

# -- issue --------------------------------------------------------------------------------------------------------------


def _issue(draft: Case, entry: Entry) -> None:
    person = entry.particulars["person"]
    draft.warrants[str(len(draft.warrants) + 1)] = Warrant(person=person, crimes=tuple(entry.particulars.get("crimes", ())), entry=entry)
    person_in(draft.persons, person).warrant_decided = entry


def crimes_sought(v: View) -> list[tuple[str, str]]:
    """The crimes of the pending application, for forms."""
    person = person_of(v)
    sought = (person.warrant_sought or person.summons_sought) if person else None
    return [(c, c) for c in sought.particulars.get("crimes", ())] if sought else []


def grounds_particular() -> Particular:
    """The crimes for which the Chamber found reasonable grounds."""
    return Particular("grounds_for", "text", "crimes for which reasonable grounds were found", "crimes pour lesquels des motifs raisonnables ont été constatés", many=True,
                      suggest=crimes_sought)


issue_warrant = law.act(
    "issue_warrant", "case", ("Issue a warrant of arrest", "Délivrer un mandat d'arrêt"),
    ("The Chamber issued a warrant of arrest against {person} for {crimes}", "La Chambre a délivré un mandat d'arrêt contre {person} pour {crimes}"),
    [person_particular(), wording("identity", "name and identifying information", "nom et éléments d'identification"),
     Particular("crimes", "text", "crimes for which arrest is sought", "crimes justifiant l'arrestation", many=True, required=False, suggest=crimes_sought),
     wording("facts", "concise statement of the facts", "exposé succinct des faits"), grounds_particular()],
    _issue, audience=SEALED, unsealed_by=("unseal_warrant",), group="warrant")


def _reject(draft: Case, entry: Entry) -> None:
    person_in(draft.persons, entry.particulars["person"]).warrant_decided = entry


reject_warrant = law.act(
    "reject_application_for_warrant", "case", ("Reject the application for a warrant", "Rejeter la requête aux fins de mandat"),
    ("The Chamber rejected the application for a warrant against {person}", "La Chambre a rejeté la requête aux fins de mandat contre {person}"),
    [person_particular(), wording("reasons", "reasons", "motifs", required=True)], _reject, audience=SEALED, group="warrant")

warrant_sought = of_person(law, "warrant_sought", "58(1)", ("the Prosecutor applied for a warrant", "le Procureur a requis un mandat"),
                           ("the Prosecutor did not apply for a warrant", "le Procureur n'a pas requis de mandat"), lambda p: p.warrant_sought, cured_by=("apply_for_warrant",))
application_decided = of_person(law, "application_decided", "58(1)", ("the application for a warrant was decided or replaced", "il a été statué sur la requête, ou elle a été remplacée"),
                                ("the application for a warrant is pending", "la requête aux fins de mandat est pendante"),
                                lambda p: p.warrant_decided if p.warrant_sought and p.warrant_decided and p.warrant_decided.number > p.warrant_sought.number else None)
grounds_found = law.finding("grounds_found", "58(1)(a)", ("reasonable grounds point to the person as having committed the crime",
                            "il y a des motifs raisonnables de croire que la personne a commis le crime"), CHAMBERS,
                            ("reasonable grounds to believe", "motifs raisonnables de croire"), lasting=False)


@law.fact("58(1)(a)", ("reasonable grounds were found for each crime of the warrant or summons", "des motifs raisonnables ont été constatés pour chaque crime visé"),
          says_not=("reasonable grounds were not found for each crime named", "des motifs raisonnables n'ont pas été constatés pour chacun des crimes visés"),
          needs=("crimes", "grounds_for"))
def grounds_cover_crimes(v: View) -> Any:
    crimes, found = v.given.get("crimes"), v.given.get("grounds_for")
    return None if crimes is None or found is None else set(crimes) <= set(found)


for_appearance = law.finding("arrest_for_appearance", "58(1)(b)(i)", ("arrest appears necessary to ensure appearance at trial",
                             "l'arrestation apparaît nécessaire pour garantir la comparution"), CHAMBERS, ("appears necessary", "apparaît nécessaire"), lasting=False)
for_proceedings = law.finding("arrest_against_obstruction", "58(1)(b)(ii)", ("arrest appears necessary so that the person does not obstruct or endanger the proceedings",
                              "l'arrestation apparaît nécessaire pour que la personne ne fasse pas obstacle à la procédure"), CHAMBERS,
                              ("appears necessary", "apparaît nécessaire"), lasting=False)
for_prevention = law.finding("arrest_against_continuation", "58(1)(b)(iii)", ("arrest appears necessary to stop that crime or a related one of the same circumstances",
                             "l'arrestation apparaît nécessaire pour faire cesser ce crime ou un crime connexe né des mêmes circonstances"), CHAMBERS,
                             ("appears necessary", "apparaît nécessaire"), lasting=False)
person_identified = stated(law, "person_identified", "58(3)(a)", ("the warrant names and identifies the person", "le mandat nomme et identifie la personne"),
                           ("the warrant does not identify the person", "le mandat n'identifie pas la personne"), "identity", after="grounds_for")
crimes_named = stated(law, "crimes_named", "58(3)(b)", ("the warrant names the crimes", "le mandat désigne les crimes"),
                      ("the warrant names no crime", "le mandat ne désigne aucun crime"), "crimes", after="grounds_for")
facts_in_warrant = stated(law, "facts_in_warrant", "58(3)(c)", ("the warrant states the facts", "le mandat expose les faits"),
                          ("the warrant does not state the facts", "le mandat n'expose pas les faits"), "facts", after="grounds_for")

necessary = any_of(for_appearance, for_proceedings, for_prevention)
law.duty("58(1)", issue_warrant, CHAMBERS, all_of(warrant_sought, investigation_opened), application_decided, each=each_person)
law.power("58(1)", reject_warrant, CHAMBERS, all_of(warrant_sought, ~all_of(grounds_found, necessary)))
law.prohibition("58(1)", (issue_warrant, reject_warrant), application_decided, name="decided")
law.prohibition("58(1)(a)", issue_warrant, ~grounds_cover_crimes, name="grounds")
law.prohibition("58(1)(b)", issue_warrant, ~necessary, name="necessity")
law.prohibition("58(3)", issue_warrant, ~all_of(person_identified, crimes_named, facts_in_warrant), name="contents")

# -- effect in time, requests based on it, amendment ----------------------------------------------------------------------


def _end(draft: Case, entry: Entry) -> None:
    for warrant in draft.warrants.values():
        if warrant.person == entry.particulars["person"] and warrant.ended is None:
            warrant.ended = entry


end_warrant = law.act(
    "end_warrant", "case", ("Order that a warrant ceases to have effect", "Ordonner qu'un mandat cesse de produire effet"),
    ("The Court ended the warrant of arrest against {person}", "La Cour a mis fin au mandat d'arrêt contre {person}"),
    [person_particular(), wording("reasons", "reasons", "motifs")], _end, group="warrant")
direct_request = law.act(
    "direct_request_for_arrest", "case", ("Direct that a request for arrest be made", "Ordonner qu'une demande d'arrestation soit faite"),
    ("The Court directed that {state} be asked for {request} of {person}", "La Cour a ordonné que soit demandée à {state} la mesure suivante : {request} ({person})"),
    [person_particular(), Particular("state", "state", "State addressed", "État requis"),
     Particular("request", "choice", "request", "demande", choices=[
         Choice("provisional_arrest", "provisional arrest", "arrestation provisoire"), Choice("arrest_and_surrender", "arrest and surrender", "arrestation et remise")])],
    audience=SEALED, group="warrant")
unseal = law.act("unseal_warrant", "case", ("Unseal the warrant or summons", "Lever les scellés"), ("The Chamber made the warrant or summons for {person} public",
                 "La Chambre a rendu public le mandat ou la citation visant {person}"), [person_particular()], group="warrant")

law.power("58(4)", end_warrant, (*CHAMBERS, "trial_chamber", "appeals_chamber"), warrant_for_person)
law.power("58(5)", direct_request, (*CHAMBERS, "trial_chamber"), warrant_for_person)
law.prohibition("58(5)", direct_request, in_detention)
law.power("58(1)", unseal, CHAMBERS, any_of(warrant_for_person, of_person(
    law, "summons_issued", "58(7)", ("a summons was issued", "une citation à comparaître a été délivrée"), ("no summons was issued", "aucune citation n'a été délivrée"),
    lambda p: p.summons.entry if p.summons else None, cured_by=("issue_summons",))))


def _seek_amendment(draft: Case, entry: Entry) -> None:
    for warrant in warrants_in_force(draft.warrants, entry.particulars["person"])[-1:]:
        warrant.amendment_sought = entry


def _amend(draft: Case, entry: Entry) -> None:
    for warrant in warrants_in_force(draft.warrants, entry.particulars["person"])[-1:]:
        kept = [c for c in warrant.crimes if c not in entry.particulars.get("replaced", ())]
        warrant.crimes = (*kept, *(c for c in entry.particulars["crimes"] if c not in kept))
        warrant.amended = entry


REPLACED = Particular("replaced", "text", "crimes replaced", "crimes remplacés", many=True, required=False)
seek_amendment = law.act(
    "request_amendment_of_warrant", "case", ("Request amendment of the warrant", "Demander la modification du mandat"),
    ("The Prosecutor asked that the warrant against {person} be amended: {crimes}", "Le Procureur a demandé la modification du mandat contre {person} : {crimes}"),
    [person_particular(), crimes_particular("crimes as modified or added", "crimes modifiés ou ajoutés"), REPLACED], _seek_amendment, audience=SEALED, group="warrant")
amend_warrant = law.act(
    "amend_warrant", "case", ("Amend the warrant", "Modifier le mandat"), ("The Chamber amended the warrant against {person}: {crimes}",
                                                                         "La Chambre a modifié le mandat contre {person} : {crimes}"),
    [person_particular(), crimes_particular("crimes as modified or added", "crimes modifiés ou ajoutés"), REPLACED, grounds_particular()],
    _amend, audience=SEALED, group="warrant")


@law.stage("58(6)", ("the Prosecutor asked to amend the warrant", "le Procureur a demandé la modification du mandat"), cured_by=("request_amendment_of_warrant",),
           says_not=("the Prosecutor did not ask to amend the warrant", "le Procureur n'a pas demandé la modification du mandat"))
def amendment_sought(v: View) -> Any:
    return next((w.amendment_sought for w in warrants_in_force(v.posture.warrants, person_code(v)) if w.amendment_sought), False)


@law.stage("58(6)", ("the request to amend the warrant was granted", "la demande de modification a été accueillie"),
           says_not=("the request to amend the warrant is pending", "la demande de modification est pendante"))
def amendment_decided(v: View) -> Any:
    return next((w.amended for w in warrants_in_force(v.posture.warrants, person_code(v))
                 if w.amendment_sought and w.amended and w.amended.number > w.amendment_sought.number), False)


@law.fact("58(6)", ("the amendment keeps to the crimes in the Prosecutor's request", "la modification s'en tient aux crimes visés par la demande"), needs=("crimes",),
          says_not=("a crime goes beyond the Prosecutor's request", "un crime excède la demande du Procureur"))
def within_amendment_request(v: View) -> Any:
    crimes, asked = v.given.get("crimes"), amendment_sought.test(v)
    return None if crimes is None or not asked else set(crimes) <= set(asked.particulars["crimes"])


law.power("58(6)", seek_amendment, "prosecutor", warrant_for_person)
law.duty("58(6)", amend_warrant, CHAMBERS, amendment_sought, amendment_decided, each=each_person)
law.prohibition("58(6)", amend_warrant, amendment_decided, name="decided")
law.prohibition("58(6)", amend_warrant, ~all_of(within_amendment_request, grounds_cover_crimes))

# -- classes ---------------------------------------------------------------------------------------------------------------

for provision, title, summary in (
    ("58(1)", ("Issue of a warrant of arrest", "Délivrance d'un mandat d'arrêt"),
     ("Once an investigation is open, on the Prosecutor's application, a warrant issues where grounds and necessity are both found.",
      "L'enquête ouverte et sur requête du Procureur, le mandat est délivré si motifs et nécessité sont constatés.")),
    ("58(1)(a)", ("Reasonable grounds", "Motifs raisonnables"), ("Reasonable grounds for each crime that the warrant names.", "Motifs raisonnables pour chaque crime visé.")),
    ("58(1)(b)", ("Necessity of arrest", "Nécessité de l'arrestation"), ("At least one of three purposes makes arrest appear necessary.",
                                                                        "L'une au moins de trois fins fait apparaître l'arrestation nécessaire.")),
    ("58(1)(b)(i)", ("Purpose: appearance", "Fin : comparution"), ("Appearance at trial.", "Comparution au procès.")),
    ("58(1)(b)(ii)", ("Purpose: proceedings", "Fin : procédure"), ("No obstruction of investigation or proceedings.", "Aucune entrave à l'enquête ou à la procédure.")),
    ("58(1)(b)(iii)", ("Purpose: prevention", "Fin : prévention"), ("The crime or a related one does not go on.", "Ni ce crime ni un crime connexe ne se poursuit.")),
    ("58(2)", ("Application for a warrant", "Requête aux fins de mandat"), ("Five elements, all required.", "Cinq éléments, tous exigés.")),
    ("58(2)(a)", ("Application: identity", "Requête : identité"), ("Name and identifying information.", "Nom et éléments d'identification.")),
    ("58(2)(b)", ("Application: crimes", "Requête : crimes"), ("Each crime by its provision.", "Chaque crime par sa disposition.")),
    ("58(2)(c)", ("Application: facts", "Requête : faits"), ("A concise account of the facts.", "Un exposé succinct des faits.")),
    ("58(2)(d)", ("Application: evidence", "Requête : preuves"), ("A summary of what gives reasonable grounds.", "Un résumé de ce qui fonde les motifs raisonnables.")),
    ("58(2)(e)", ("Application: necessity", "Requête : nécessité"), ("Why arrest is thought necessary.", "Pourquoi l'arrestation est jugée nécessaire.")),
    ("58(3)", ("Contents of a warrant", "Contenu du mandat"), ("Three elements, all required; no summary of evidence.", "Trois éléments, tous exigés ; pas de résumé des preuves.")),
    ("58(3)(a)", ("Warrant: identity", "Mandat : identité"), ("Name and identifying information.", "Nom et éléments d'identification.")),
    ("58(3)(b)", ("Warrant: crimes", "Mandat : crimes"), ("The crimes for which arrest is sought.", "Les crimes justifiant l'arrestation.")),
    ("58(3)(c)", ("Warrant: facts", "Mandat : faits"), ("A concise account of the facts.", "Un exposé succinct des faits.")),
    ("58(4)", ("Effect in time", "Durée d'effet"), ("A warrant has effect, without expiry, until the Court orders otherwise.", "Le mandat produit effet, sans échéance, tant que la Cour n'en décide autrement.")),
    ("58(5)", ("Requests based on the warrant", "Demandes fondées sur le mandat"), ("Provisional arrest, or arrest and surrender, may be asked for while it has effect.",
                                                                                  "L'arrestation provisoire, ou l'arrestation et la remise, peuvent être demandées tant qu'il produit effet.")),
    ("58(6)", ("Amendment of a warrant", "Modification du mandat"), ("At the Prosecutor's request and on reasonable grounds for the crimes changed or added.",
                                                                    "À la demande du Procureur et pour motifs raisonnables quant aux crimes modifiés ou ajoutés.")),
):
    law.clause(provision, Class.RULE, title, summary)
