"""Article 16 of the Statute of the Mechanism: investigation and preparation of the indictment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.leaves import ALWAYS
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.case_facts import (
    GROUPS,
    ORIGINS,
    SEALED,
    accused_code,
    accused_of,
    case_open,
    mark,
    person_particular,
    trial_not_opened,
)
from curule.statutes.mechanism.matters.case import Accused, Case, Count, Questioning
from curule.statutes.mechanism.matters.roll import duty_judges, roll_of

law = Chapter("irmct", __name__)

OF_THE_PROSECUTOR = ("organ:prosecutor",)

law.clause("16(1)", Class.RULE, ("Whom the Prosecutor may investigate", "Qui le Procureur peut poursuivre"),
           ("Investigation of persons covered by article 1; no new indictment against anyone else.",
            "Enquêtes sur les personnes visées à l'article premier ; aucun nouvel acte d'accusation contre d'autres."))
law.clause("16(2)", Class.RULE, ("Investigative measures", "Mesures d'enquête"),
           ("Questioning of suspects, victims and witnesses, evidence, on-site inquiries, with a State's help where fitting.",
            "Interrogatoires et auditions, preuves, enquêtes sur place, au besoin avec l'aide d'un État."))
law.clause("16(3)", Class.RULE, ("Rights of a suspect who is questioned", "Droits du suspect interrogé"),
           ("Counsel of choice, free legal assistance where means are lacking, translation into a language understood.",
            "Conseil de son choix, assistance gratuite faute de moyens, traduction dans une langue comprise."))
law.clause("16(4)", Class.RULE, ("Indictment on a prima facie case", "Acte d'accusation au vu de présomptions"),
           ("On a prima facie case the Prosecutor prepares an indictment with facts and crimes for the duty judge or a designated "
            "single judge.",
            "Si les présomptions suffisent, le Procureur établit l'acte d'accusation (faits, crimes) pour le juge de permanence "
            "ou un juge unique désigné."))

BRANCHES = (Choice("arusha", "Arusha", "Arusha"), Choice("the_hague", "The Hague", "La Haye"))


def _open(draft: Case, entry: Entry) -> None:
    draft.origin = entry.particulars["origin"]
    draft.branch = draft.duty_station = entry.particulars["branch"]
    _add(draft, entry)


def _add(draft: Case, entry: Entry) -> None:
    draft.accused[entry.particulars["person"]] = Accused(
        group=entry.particulars["group"], indicted_by=entry.particulars.get("indicted_by", ""),
        nationality=entry.particulars.get("nationality", ""), language=entry.particulars.get("language", ""))


def _investigate(draft: Case, entry: Entry) -> None:
    draft.investigation = entry
    mark("investigated")(draft, entry)


PERSON_OF_CASE = (
    Particular("person", "person", "suspect or accused", "suspect ou accusé"),
    Particular("group", "choice", "group of article 1", "catégorie de l'article premier", choices=GROUPS),
    Particular("indicted_by", "choice", "indicted earlier by", "mis en accusation auparavant par", choices=ORIGINS,
               required=False),
    Particular("nationality", "state", "nationality", "nationalité", required=False),
    Particular("language", "text", "language understood", "langue comprise", required=False),
)

open_case = law.act(
    "open_case", "case", ("Open a case", "Ouvrir une affaire"),
    ("The Registry opened the case concerning {person}", "Le Greffe a ouvert l'affaire concernant {person}"),
    [Particular("origin", "choice", "tribunal of origin", "tribunal d'origine", choices=ORIGINS),
     Particular("branch", "choice", "branch", "division", choices=BRANCHES), *PERSON_OF_CASE], _open, audience=SEALED, group="investigation")
add_person = law.act(
    "add_person", "case", ("Join a person to the case", "Joindre une personne à l'affaire"),
    ("{person} was joined to the case", "{person} a été joint à l'affaire"), PERSON_OF_CASE, _add, audience=SEALED, group="investigation")
open_investigation = law.act(
    "open_investigation", "case", ("Open an investigation", "Ouvrir une enquête"),
    ("The Prosecutor opened an investigation concerning {person}", "Le Procureur a ouvert une enquête concernant {person}"),
    [person_particular("person investigated", "personne visée")],
    _investigate,
    audience=OF_THE_PROSECUTOR, group="investigation")


def _question(draft: Case, entry: Entry) -> None:
    draft.questionings.append(Questioning(entry.particulars["name"], entry.particulars["capacity"], entry))
    if entry.particulars["capacity"] == "suspect":
        draft.suspects_questioned.append(entry)


def _yes_no(name: str, en: str, fr: str) -> Particular:
    return Particular(name, "yes_no", en, fr, required=False)


question_person = law.act(
    "question_person", "case", ("Question a person", "Interroger ou entendre une personne"),
    ("The Prosecutor questioned {name} ({capacity}) in {language}", "Le Procureur a entendu {name} ({capacity}) en {language}"),
    [Particular("name", "text", "name or pseudonym", "nom ou pseudonyme"),
     Particular("capacity", "choice", "questioned as", "entendu en qualité de", choices=[
         Choice("suspect", "suspect", "suspect"), Choice("victim", "victim", "victime"),
         Choice("witness", "witness", "témoin")]),
     Particular("language", "text", "language of the questioning", "langue de l'audition"),
     _yes_no("counsel_present", "counsel was present", "un conseil était présent"),
     _yes_no("waiver", "the person voluntarily waived counsel", "la personne a renoncé de plein gré au conseil"),
     _yes_no("means_insufficient", "the person lacked means for counsel", "la personne n'avait pas de quoi payer un conseil"),
     _yes_no("assistance_assigned", "free legal assistance was assigned", "une assistance gratuite a été fournie"),
     _yes_no("speaks_language", "the person speaks and understands that language", "la personne parle et comprend cette langue"),
     _yes_no("interpreter", "an interpreter was present", "un interprète était présent")],
    _question, audience=OF_THE_PROSECUTOR, group="investigation")
collect_evidence = law.act(
    "collect_evidence", "case", ("Collect evidence", "Recueillir un élément de preuve"),
    ("The Prosecutor collected evidence: {item}", "Le Procureur a recueilli un élément de preuve : {item}"),
    [Particular("item", "text", "item", "pièce"), Particular("source", "text", "source", "provenance")],
    lambda draft, entry: draft.evidence.append(entry), audience=OF_THE_PROSECUTOR, group="investigation")
inquire = law.act(
    "conduct_on_site_inquiry", "case", ("Conduct an on-site inquiry", "Enquêter sur place"),
    ("The Prosecutor inquired on site at {place}, {state}", "Le Procureur a enquêté sur place à {place}, {state}"),
    [Particular("place", "text", "place", "lieu"), Particular("state", "state", "State", "État"),
     Particular("assistance", "text", "assistance sought from the State", "aide demandée à l'État", required=False)],
    lambda draft, entry: draft.inquiries.append(entry), audience=OF_THE_PROSECUTOR, group="investigation")
determine = law.act(
    "determine_prima_facie_case", "case", ("Determine that a prima facie case exists", "Constater des présomptions suffisantes"),
    ("The Prosecutor determined whether a prima facie case exists: {prosecutor_prima_facie}",
     "Le Procureur s'est prononcé sur l'existence de présomptions suffisantes : {prosecutor_prima_facie}"),
    [Particular("prosecutor_prima_facie", "finding", "a prima facie case exists", "des présomptions suffisantes existent")],
    lambda draft, entry: draft.findings.__setitem__("prosecutor_prima_facie", entry), audience=OF_THE_PROSECUTOR, group="investigation")


def _submit(draft: Case, entry: Entry) -> None:
    draft.indictment, draft.dismissed = entry, None
    person = entry.particulars["person"]
    before = len(draft.counts)
    for number, crime in enumerate(entry.particulars["crimes"], before + 1):
        draft.counts[str(number)] = Count(crime=crime, person=person, entry=entry)


def _reviewing(v: View) -> Sequence[tuple[str, str]]:
    """The judges to whom an indictment can go on the day of the question, for forms: the one whom the President designated, then those on duty."""
    roll, designated = roll_of(v), v.posture.benches.get("confirmation")
    on_duty = duty_judges(roll, v.posture.branch, v.on) if roll is not None else ()
    return [(code, code) for code in dict.fromkeys((*(designated.judges if designated is not None else ()), *on_duty))]


def _designated(v: View) -> str | None:
    designated = v.posture.benches.get("confirmation")
    return next(iter(designated.judges), None) if designated is not None else None


submit_indictment = law.act(
    "submit_indictment", "case", ("Submit an indictment", "Présenter un acte d'accusation"),
    ("The Prosecutor submitted an indictment against {person}", "Le Procureur a présenté un acte d'accusation contre {person}"),
    [person_particular(),
     Particular("crimes", "text", "crime charged in each count", "crime reproché dans chaque chef", many=True),
     Particular("facts", "long_text", "concise statement of the facts", "exposé concis des faits"),
     Particular("judge", "judge", "submitted to judge", "présenté au juge", suggest=_reviewing, default=_designated)],
    _submit, audience=SEALED, group="investigation")


@law.stage("16(4)", ("no indictment of the person is under review or confirmed",
                     "aucun acte d'accusation visant la personne n'est à l'examen ni confirmé"),
           says_not=("an indictment of the person is under review or confirmed",
                     "un acte d'accusation visant la personne est à l'examen ou confirmé"))
def no_live_indictment(v: View) -> Any:
    code = accused_code(v)
    live = [c for c in v.posture.counts.values() if c.person == code and c.status not in ("dismissed", "withdrawn")]
    return no(live[0].entry) if live else True


@law.fact("16(4)", ("an indictment has been submitted", "un acte d'accusation a été présenté"), cured_by=("submit_indictment",))
def indictment_submitted(v: View) -> Any:
    return v.posture.indictment or False


@law.fact("16(4)", ("the indictment goes to a duty judge or to the single judge whom the President designated",
                    "l'acte d'accusation est présenté à un juge de permanence ou au juge unique désigné par le Président"),
          says_not=("that judge is neither on duty nor designated", "ce juge n'est ni de permanence ni désigné"),
          needs=("judge",), cured_by=("assign_single_judge", "designate_duty_judge"))
def to_reviewing_judge(v: View) -> Any:
    judge, designated, roll = v.given.get("judge"), v.posture.benches.get("confirmation"), roll_of(v)
    if judge is None:
        return None
    if designated is not None and judge in designated.judges:
        return designated.entry
    return None if roll is None else judge in duty_judges(roll, v.posture.branch, v.on)


@law.fact("16(1)", ("the person is covered by article 1", "la personne relève de l'article premier"),
          says_not=("the person is not covered by article 1: no Tribunal indicted them for core crimes, nor is it contempt or "
                    "false testimony",
                    "la personne ne relève pas de l'article premier : ni accusée par un Tribunal, ni outrage ou faux témoignage"))
def covered_person(v: View) -> Any:
    accused = accused_of(v)
    if accused is None:
        return None
    return accused.group.startswith("1(4)") or accused.indicted_by in ("icty", "ictr")


@law.fact("16(4)", ("the person is in the case already", "la personne figure déjà dans l'affaire"), needs=("person",))
def joined_already(v: View) -> Any:
    code = v.given.get("person")
    return None if code is None else code in v.posture.accused


@law.fact("3", ("a Tribunal that indicted the person is the one from which the case comes", "le Tribunal qui a mis la personne en accusation est celui dont vient l'affaire"),
          says_not=("another Tribunal than that of the case indicted the person", "un autre Tribunal que celui de l'affaire a mis la personne en accusation"),
          needs=("indicted_by",))
def indicted_at_home(v: View) -> Any:
    home = v.given.get("origin") or v.posture.origin
    return not home or v.given.get("indicted_by") in (None, "mechanism", home)


@law.stage("16(2)", ("an investigation is open", "une enquête est ouverte"), cured_by=("open_investigation",),
           says_not=("no investigation has been opened", "aucune enquête n'a été ouverte"))
def investigation_open(v: View) -> Any:
    return v.posture.investigation or False


prima_facie_prosecutor = law.finding(
    "prosecutor_prima_facie", "16(4)", ("a prima facie case exists", "des éléments établissent des présomptions suffisantes"),
    "prosecutor", ("prima facie", "à première vue"))


@law.fact("16(3)", ("the person is questioned as a suspect", "la personne est interrogée comme suspect"), needs=("capacity",))
def suspect(v: View) -> Any:
    capacity = v.given.get("capacity")
    return None if capacity is None else capacity == "suspect"


@law.fact("16(3)", ("counsel was present", "un conseil était présent"), needs=("counsel_present",))
def counsel_present(v: View) -> Any:
    return v.given.get("counsel_present")


@law.fact("16(3)", ("the suspect waived counsel", "le suspect a renoncé à l'assistance d'un conseil"), needs=("waiver",))
def counsel_waived(v: View) -> Any:
    return v.given.get("waiver")


@law.fact("16(3)", ("the suspect lacked means to pay", "le suspect n'avait pas les moyens de payer"),
          needs=("means_insufficient",))
def means_insufficient(v: View) -> Any:
    return v.given.get("means_insufficient")


@law.fact("16(3)", ("free legal assistance was assigned", "une assistance gratuite a été fournie"),
          needs=("assistance_assigned",))
def assistance_assigned(v: View) -> Any:
    return v.given.get("assistance_assigned")


@law.fact("16(3)", ("the suspect speaks and understands the language used", "le suspect parle et comprend la langue employée"),
          needs=("speaks_language",))
def speaks_language(v: View) -> Any:
    return v.given.get("speaks_language")


@law.fact("16(3)", ("an interpreter was present", "un interprète était présent"), needs=("interpreter",))
def interpreter_present(v: View) -> Any:
    return v.given.get("interpreter")


def each_suspect_questioned(v: View) -> list[dict[str, Any]]:
    """The questionings of suspects on the record, each by the number of its entry."""
    return [{"entry": e.number} for e in v.posture.suspects_questioned]


def _questioning(v: View) -> Any:
    return next((e for e in v.posture.suspects_questioned if e.number == v.given.get("entry")), None)


def _afforded(v: View, *names: str) -> Any:
    """The questioning's entry where one of these was recorded as so, ``no`` of it where all were denied, open otherwise."""
    entry = _questioning(v)
    if entry is None:
        return None
    answers = [entry.particulars.get(name) for name in names]
    if any(answers):
        return entry
    return None if None in answers else no(entry)


@law.fact("16(3)", ("counsel was present or was waived", "un conseil était présent ou il y fut renoncé"))
def counsel_afforded(v: View) -> Any:
    return _afforded(v, "counsel_present", "waiver")


@law.fact("16(3)", ("the language was understood or interpreted", "la langue était comprise ou interprétée"))
def language_afforded(v: View) -> Any:
    return _afforded(v, "speaks_language", "interpreter")


@law.fact("16(3)", ("free assistance was given where means were lacking", "l'assistance gratuite fut fournie faute de moyens"))
def assistance_afforded(v: View) -> Any:
    entry = _questioning(v)
    if entry is None:
        return None
    return entry if entry.particulars.get("means_insufficient") is False else _afforded(v, "assistance_assigned", "waiver")


law.right("16(3)", "case", ("rights of a questioned suspect", "droits du suspect interrogé"), ("the suspect", "le suspect"),
          "prosecutor", ALWAYS, all_of(counsel_afforded, language_afforded, assistance_afforded), each=each_suspect_questioned)
law.power("16(4)", open_case, "registry", ~case_open)
law.power("16(4)", add_person, "registry", all_of(case_open, trial_not_opened, ~joined_already))
law.prohibition("3", (open_case, add_person), ~indicted_at_home, name="other_tribunal")
law.power("16(1)", open_investigation, "prosecutor", all_of(case_open, covered_person))
law.power("16(2)", question_person, "prosecutor", investigation_open)
law.power("16(2)", collect_evidence, "prosecutor", investigation_open)
law.power("16(2)", inquire, "prosecutor", investigation_open)
law.prohibition("16(3)", question_person, all_of(suspect, ~any_of(counsel_present, counsel_waived)), name="counsel")
law.prohibition("16(3)", question_person, all_of(suspect, means_insufficient, ~any_of(assistance_assigned, counsel_waived)),
                name="assistance")
law.prohibition("16(3)", question_person, all_of(suspect, ~any_of(speaks_language, interpreter_present)), name="language")
law.power("16(4)", determine, "prosecutor", case_open)
law.duty("16(4)", submit_indictment, "prosecutor", all_of(case_open, no_live_indictment, prima_facie_prosecutor), indictment_submitted)
law.prohibition("16(4)", submit_indictment, ~to_reviewing_judge)
law.prohibition("16(1)", submit_indictment, ~covered_person)
