"""Facts and particulars of cases before trial on which several articles rely: who and which charges are meant, how far things have come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import no
from curule.law.leaves import Fact
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.law.words import T
from curule.statutes.rome.matters.case_pre_trial import Charge, Confirmation, Custodial, Person, Release, warrants_in_force
from curule.statutes.rome.matters.situation_investigation import Chamber

__all__ = [
    "CHAMBERS", "PROSECUTION_AND_BENCH", "SEALED", "STATES", "case_open", "chamber_of", "charge_particular", "charges_of",
    "confirmation_of", "crimes_particular", "custodial_of", "each_person", "in_detention", "in_favour_particular", "initiation_of", "investigation_opened",
    "law", "listed", "not_begun", "of_person", "on_record", "person_code", "person_of", "person_particular", "present_before_court",
    "release_of", "sole_person", "stated", "suggest_chamber", "suggest_charges", "suggest_persons", "trial_begun", "warrant_for_person",
    "wording", "yes_no",
]

law = Chapter("rome", __name__)

SEALED = ("organ:prosecutor", "bench", "organ:registry", "organ:registrar")
"""Who sees an application, warrant or summons under seal."""

CHAMBERS = ("pre_trial_chamber", "single_judge")
"""The Pre-Trial Chamber, or one of its judges where a single judge suffices (article 57(2)(b))."""

STATES = ("state_party", "state")

PROSECUTION_AND_BENCH = ("organ:prosecutor", "bench")


def yes_no(name: str, en: str, fr: str, *, required: bool = False) -> Particular:
    """A particular to be answered yes or no."""
    return Particular(name, "yes_no", en, fr, required=required)


def wording(name: str, en: str, fr: str, *, required: bool = False) -> Particular:
    """A particular of free text whose absence the law itself refuses."""
    return Particular(name, "long_text", en, fr, required=required)


def suggest_persons(v: View) -> list[tuple[str, str]]:
    """The persons of the case, for forms."""
    return [(code, f"{code} - {p.name}" if p.name else code) for code, p in getattr(v.posture, "persons", {}).items()]


def sole_person(v: View) -> str | None:
    """The person of the case where there is one only."""
    persons = getattr(v.posture, "persons", {})
    return next(iter(persons)) if len(persons) == 1 else None


def person_particular(en: str = "person", fr: str = "personne", *, required: bool = True) -> Particular:
    """Which person of the case: offered from the record, the only one by default."""
    return Particular("person", "person", en, fr, suggest=suggest_persons, default=sole_person, required=required)


def suggest_charges(v: View) -> list[tuple[str, str]]:
    """The charges of the case, for forms."""
    return [(number, f"{number} - {c.crime}") for number, c in v.posture.charges.items()]


def charge_particular(name: str, en: str, fr: str, *, required: bool = True) -> Particular:
    """Charges by their numbers, offered from the record."""
    return Particular(name, "count", en, fr, many=True, required=required, suggest=suggest_charges)


def person_code(v: View) -> str | None:
    """The code of the person a question is about: the one named, or the only one."""
    code: str | None = v.given.get("person")
    return code if code is not None else sole_person(v)


def person_of(v: View) -> Person | None:
    """The person a question is about; ``None`` while that is open."""
    code = person_code(v)
    return None if code is None else v.posture.persons.get(code)


def confirmation_of(v: View) -> Confirmation | None:
    """The confirmation proceedings of the person a question is about."""
    person = person_of(v)
    return person.confirmation if person else None


def custodial_of(v: View) -> Custodial | None:
    """The proceedings in the custodial State of the person a question is about."""
    person = person_of(v)
    return person.custodial if person else None


def release_of(v: View) -> Release | None:
    """The interim-release proceedings of the person a question is about."""
    person = person_of(v)
    return person.release if person else None


def charges_of(v: View, *statuses: str) -> dict[str, Charge]:
    """The charges against the person a question is about, with one of these statuses."""
    code = person_code(v)
    return {n: c for n, c in v.posture.charges.items() if c.person == code and c.status in statuses}


def each_person(v: View) -> Iterable[Mapping[str, Any]]:
    """For duties, limits and rights that hold for each person of the case."""
    return [{"person": code} for code in getattr(v.posture, "persons", {})]


def initiation_of(v: View) -> Any:
    """The initiation of the investigation: of this situation, or of the one to which the case belongs; ``None`` while it is not known."""
    own = getattr(v.posture, "initiation", None)
    situation = v.other("situation")
    return own if own is not None else situation.initiation if situation is not None else None


def chamber_of(v: View) -> Chamber | None:
    """The Pre-Trial Chamber seised: of this matter, or of the situation to which the case belongs."""
    own: Chamber | None = v.posture.chambers.get("pre_trial")
    situation = v.other("situation")
    return own if own is not None or situation is None else situation.chambers.get("pre_trial")


def suggest_chamber(v: View) -> list[tuple[str, str]]:
    """The judges of the Pre-Trial Chamber, for forms."""
    chamber = chamber_of(v)
    return [(j, j) for j in chamber.judges] if chamber else []


def in_favour_particular() -> Particular:
    """The judges who concur in a decision."""
    return Particular("in_favour", "judge", "judges in favour", "juges favorables", many=True, suggest=suggest_chamber)


def crimes_particular(en: str, fr: str, *, required: bool = True) -> Particular:
    """Crimes by their provisions, such as 8(2)(e)(vii)."""
    return Particular("crimes", "text", en, fr, many=True, required=required, hint=T(
        "by provision, such as 7(1)(a); several instances of one crime: 7(1)(a):village V", "par disposition, p. ex. 7(1)(a) ; plusieurs faits du même crime : 7(1)(a):village V"))


def stated(law: Chapter, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], name: str, *, after: str = "person",
           value: Any = None) -> Fact:
    """A leaf of a chapter: the particular is given (or has that value); not met as soon as ``after`` is given without it."""

    def test(v: View) -> Any:
        if after not in v.given:
            return None
        given = v.given.get(name)
        return bool(given) if value is None else given == value

    test.__name__ = id
    declare: Callable[[Callable[[View], Any]], Fact] = law.fact(provision, says, says_not=says_not, needs=(name,))
    return declare(test)


def listed(law: Chapter, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], name: str, item: str) -> Fact:
    """A leaf of a chapter: a list of choices that is given contains that one."""

    def test(v: View) -> Any:
        given: Sequence[str] | None = v.given.get(name)
        return None if given is None else item in given

    test.__name__ = id
    declare: Callable[[Callable[[View], Any]], Fact] = law.fact(provision, says, says_not=says_not, needs=(name,))
    return declare(test)


def on_record(law: Chapter, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Callable[[View], Entry | bool | None], *,
              cured_by: Sequence[str] = ()) -> Fact:
    """A stage of a chapter: something stands on the record of the person or matter in question."""

    def test(v: View) -> Any:
        return read(v) or False

    test.__name__ = id
    return law.stage(provision, says, says_not=says_not, cured_by=cured_by)(test)


def of_person(law: Chapter, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Callable[[Person], Entry | bool | None], *,
              cured_by: Sequence[str] = ()) -> Fact:
    """A stage of a chapter: something stands on the record of the person in question; open while it is open who that is."""

    def test(v: View) -> Any:
        person = person_of(v)
        if person is None:
            return None if person_code(v) is None and v.posture.persons else False
        return read(person) or False

    test.__name__ = id
    return law.stage(provision, says, says_not=says_not, cured_by=cured_by)(test)


case_open = on_record(law, "case_open", "58(2)", ("the case is open", "l'affaire est ouverte"), ("the case has not been opened", "l'affaire n'a pas été ouverte"),
                      lambda v: v.posture.opened, cured_by=("open_case",))


@law.stage("53(1)", ("an investigation has been opened", "une enquête a été ouverte"), cured_by=("open_investigation",),
           says_not=("no investigation has been opened", "aucune enquête n'a été ouverte"))
def investigation_opened(v: View) -> Any:
    initiation = initiation_of(v)
    return None if initiation is None else initiation.opened or False


trial_begun = on_record(law, "trial_begun", "61(9)", ("the trial has begun", "le procès s'est ouvert"), ("the trial has not begun", "le procès ne s'est pas ouvert"),
                        lambda v: v.posture.trial_begun, cured_by=("open_trial",))


@law.stage("61(9)", ("the trial has not begun", "le procès ne s'est pas ouvert"), says_not=("the trial has begun", "le procès s'est ouvert"), permanent=True)
def not_begun(v: View) -> Any:
    return no(v.posture.trial_begun) if v.posture.trial_begun else True


present_before_court = of_person(
    law, "present_before_court", "61(1)", ("the person was surrendered to the Court or appeared before it", "la personne a été remise à la Cour ou a comparu devant elle"),
    ("the person was neither surrendered to the Court nor appeared before it", "la personne n'a été ni remise à la Cour ni n'a comparu devant elle"),
    lambda p: p.surrendered or p.appeared, cured_by=("surrender_person", "record_appearance"))


@law.stage("58(4)", ("a warrant of arrest against the person is in effect", "un mandat d'arrêt visant la personne est en vigueur"),
           says_not=("no warrant of arrest against the person is in effect", "aucun mandat d'arrêt visant la personne n'est en vigueur"),
           cured_by=("issue_warrant",))
def warrant_for_person(v: View) -> Any:
    if person_code(v) is None and v.posture.persons:
        return None
    found = warrants_in_force(v.posture.warrants, person_code(v))
    return found[-1].entry if found else False


@law.stage("60(2)", ("the person is in detention", "la personne est en détention"), says_not=("the person is not in detention", "la personne n'est pas en détention"),
           cured_by=("surrender_person",))
def in_detention(v: View) -> Any:
    code = person_code(v)
    if code is None:
        return None if v.posture.persons else False
    held = v.posture.custody.get(code)
    return held.current.begun if held and held.current else False
