"""Leaves and particulars of the trial on which several articles of Part 6 rely."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import no
from curule.law.leaves import Fact
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_trial import Accused, Evidence, Trial
from curule.statutes.rome.matters.situation_investigation import Chamber
from curule.statutes.rome.part_05.facts import person_code

__all__ = ["TC", "accused", "accused_in", "chosen", "every_accused", "evidence_in", "item_particular", "judgement_on", "judges_particular", "law", "mark", "mark_accused", "given_in",
           "suggest_items", "suggest_trial_judges", "told", "trial_bench", "trial_of", "trial_runs"]

law = Chapter("rome", __name__)

TC = "trial_chamber"


def trial_of(v: View) -> Trial:
    """The trial of the case."""
    found: Trial = v.posture.trial
    return found


def trial_bench(v: View) -> Chamber | None:
    """The Trial Chamber of the case, if constituted."""
    found: Chamber | None = v.posture.chambers.get("trial")
    return found


def accused(v: View) -> Accused | None:
    """What the trial holds of the person a question is about."""
    return trial_of(v).accused.get(person_code(v) or "")


def every_accused(v: View) -> list[str]:
    """The persons on trial: those against whom a charge stands confirmed; after the judgement those on whom it was given."""
    tried = {c.person for c in v.posture.charges.values() if c.status == "confirmed"}
    return sorted(tried or {c.person for c in v.posture.charges.values() if c.status in ("convicted", "acquitted")})


def judgement_on(case: Case, person: str | None) -> Entry | None:
    """The judgement of the Trial Chamber on a person, or of the case where nobody is named. A new trial of one leaves that on the others."""
    known = case.trial.accused.get(person) if person else None
    return known.verdict if known is not None else None if person else case.judgement


def accused_in(draft: Case, person: str) -> Accused:
    """The accused of a draft, made on first mention."""
    return draft.trial.accused.setdefault(person, Accused())


def evidence_in(draft: Case, item: str) -> Evidence:
    """The item of evidence of a draft, made on first mention."""
    return draft.trial.evidence.setdefault(item, Evidence())


def mark(field: str) -> Callable[[Case, Entry], None]:
    """An effect that keeps the entry under a field of the trial."""
    return lambda draft, entry: setattr(draft.trial, field, entry)


def mark_accused(field: str) -> Callable[[Case, Entry], None]:
    """An effect that keeps the entry under a field of the accused."""
    return lambda draft, entry: setattr(accused_in(draft, entry.particulars["person"]), field, entry)


def suggest_items(v: View) -> list[tuple[str, str]]:
    """The items of evidence of the trial, for forms."""
    return [(item, item) for item in trial_of(v).evidence]


def suggest_trial_judges(v: View) -> list[tuple[str, str]]:
    """The judges of the Trial Chamber, for forms."""
    bench = trial_bench(v)
    return [(j, j) for j in bench.judges] if bench else []


def item_particular() -> Particular:
    """One item of evidence, offered from the record."""
    return Particular("item", "text", "item", "pièce", suggest=suggest_items)


def judges_particular(name: str, en: str, fr: str, *, required: bool = True) -> Particular:
    """Judges of the Trial Chamber; all of them by default."""
    return Particular(name, "judge", en, fr, many=True, required=required, suggest=suggest_trial_judges)


def told(law: Chapter, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], name: str) -> Fact:
    """A leaf: a question of the act is answered yes."""
    return chosen(law, id, provision, says, says_not, name, True)


def chosen(law: Chapter, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], name: str, *values: Any) -> Fact:
    """A leaf: a particular of the act has one of these values; open until it is given."""

    def test(v: View) -> Any:
        given = v.given.get(name)
        return None if given is None else given in values

    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=(name,))(test)


def given_in(law: Chapter, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], name: str) -> Fact:
    """A leaf: an optional particular of the act is given."""

    def test(v: View) -> Any:
        return bool(v.given.get(name))

    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=(name,))(test)


@law.stage("64(8)(a)", ("the trial is open and the evidence not closed", "le procès est ouvert et la présentation des preuves n'est pas close"), cured_by=("open_trial",),
           says_not=("the trial has not opened, or the evidence is closed", "le procès n'est pas ouvert, ou la présentation des preuves est close"))
def trial_runs(v: View) -> Any:
    if v.posture.trial.evidence_closed:
        return no(v.posture.trial.evidence_closed)
    return v.posture.trial_begun or False
