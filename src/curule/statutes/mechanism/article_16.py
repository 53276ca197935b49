"""Article 16 of the Statute of the Mechanism: investigation and preparation of the indictment."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Kind, all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.case_facts import GROUPS
from curule.statutes.mechanism.matters.case import Accused, Case, Count

law = Chapter("irmct", __name__)

SEALED = ("organ:prosecutor", "bench", "organ:registry", "organ:registrar")

ORIGINS = (Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR"), Choice("mechanism", "Mechanism", "Mécanisme"))
BRANCHES = (Choice("arusha", "Arusha", "Arusha"), Choice("the_hague", "The Hague", "La Haye"))


def _open(draft: Case, entry: Entry) -> None:
    draft.origin = entry.particulars["origin"]
    draft.branch = draft.duty_station = entry.particulars["branch"]
    if "person" in entry.particulars:
        draft.accused[entry.particulars["person"]] = Accused(
            group=entry.particulars["group"], indicted_by=entry.particulars.get("indicted_by", ""),
            nationality=entry.particulars.get("nationality", ""), language=entry.particulars.get("language", ""))


open_case = law.act(
    "open_case", "case", ("Open a case", "Ouvrir une affaire"), ("The Registry opened the case concerning {person}", "Le Greffe a ouvert l'affaire concernant {person}"),
    [Particular("origin", "choice", "tribunal of origin", "tribunal d'origine", choices=ORIGINS),
     Particular("branch", "choice", "branch", "division", choices=BRANCHES),
     Particular("person", "person", "suspect or accused", "suspect ou accusé"),
     Particular("group", "choice", "group of article 1", "catégorie de l'article premier", choices=GROUPS),
     Particular("indicted_by", "choice", "indicted earlier by", "mis en accusation auparavant par", choices=ORIGINS, required=False),
     Particular("nationality", "state", "nationality", "nationalité", required=False),
     Particular("language", "text", "language understood", "langue comprise", required=False)],
    _open, audience=SEALED)


def _submit(draft: Case, entry: Entry) -> None:
    draft.indictment = entry
    person = entry.particulars["person"]
    for number, crime in enumerate(entry.particulars["crimes"], 1):
        draft.counts[str(number)] = Count(crime=crime, person=person, entry=entry)


submit_indictment = law.act(
    "submit_indictment", "case", ("Submit an indictment", "Présenter un acte d'accusation"),
    ("The Prosecutor submitted an indictment against {person}", "Le Procureur a présenté un acte d'accusation contre {person}"),
    [Particular("person", "person", "accused", "accusé"),
     Particular("crimes", "text", "crime charged in each count", "crime reproché dans chaque chef", many=True),
     Particular("facts", "long_text", "concise statement of the facts", "exposé concis des faits"),
     Particular("judge", "judge", "submitted to judge", "présenté au juge")],
    _submit, audience=SEALED)


@law.stage("16(4)", ("the case is open", "l'affaire est ouverte"), cured_by=("open_case",))
def case_open(v: View) -> Any:
    return v.posture.opened or False


@law.stage("16(4)", ("no indictment is under review or confirmed", "aucun acte d'accusation n'est à l'examen ni confirmé"),
           says_not=("an indictment is under review or confirmed", "un acte d'accusation est à l'examen ou confirmé"))
def no_live_indictment(v: View) -> Any:
    case: Case = v.posture
    return no(case.indictment) if case.indictment is not None and case.dismissed is None else True


prima_facie_prosecutor = law.finding("prosecutor_prima_facie", "16(4)", ("a prima facie case exists", "des éléments établissent une présomption de culpabilité"),
                                     "prosecutor", ("prima facie", "à première vue"))

law.clause("16(4)", Class.RULE, ("Indictment on a prima facie case", "Acte d'accusation au vu de présomptions"),
           ("Once the Prosecutor finds a prima facie case, an indictment with facts and crimes goes to the duty judge or a designated single judge.",
            "Dès que le Procureur constate des présomptions suffisantes, l'acte d'accusation, avec faits et crimes, va au juge de permanence ou au juge unique désigné."))

law.power("16(4)", submit_indictment, "prosecutor", all_of(case_open, no_live_indictment, prima_facie_prosecutor))
law.power("16(4)", open_case, "registry", ~case_open)
_ = (Kind, any_of)
