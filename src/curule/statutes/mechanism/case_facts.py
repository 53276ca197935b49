"""Facts about a case that several articles rely on: who is meant, how far the proceedings have come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import no
from curule.law.particulars import Choice, Particular
from curule.law.view import View
from curule.statutes.mechanism.matters.case import Accused, Case

__all__ = ["accused_of", "case_confirmed", "each_accused", "group_of", "judgement_given", "law", "not_judged", "person_particular",
           "trial_not_opened", "trial_opened"]

law = Chapter("irmct", __name__)

GROUPS = (
    Choice("1(2)", "most senior leader (article 1(2))", "plus haut dirigeant (article premier, par. 2)"),
    Choice("1(3)", "other person indicted by a Tribunal (article 1(3))", "autre personne mise en accusation par un Tribunal (article premier, par. 3)"),
    Choice("1(4)(a)", "interference with the administration of justice (article 1(4)(a))", "entrave à l'administration de la justice (article premier, par. 4 a)"),
    Choice("1(4)(b)", "false testimony (article 1(4)(b))", "faux témoignage (article premier, par. 4 b)"),
)


def suggest_accused(v: View) -> list[tuple[str, str]]:
    """The accused of the case, for forms."""
    return [(code, code) for code in getattr(v.posture, "accused", {})]


def sole_accused(v: View) -> str | None:
    """The accused where there is one only."""
    accused = getattr(v.posture, "accused", {})
    return next(iter(accused)) if len(accused) == 1 else None


def person_particular(en: str = "accused", fr: str = "accusé", *, required: bool = True) -> Particular:
    """The particular "which accused": offered from the record, defaulting to the only one."""
    return Particular("person", "person", en, fr, suggest=suggest_accused, default=sole_accused, required=required)


def accused_of(v: View) -> Accused | None:
    """The accused that a question is about: the one named, or the only one; ``None`` while that is open."""
    case: Case = v.posture
    code = v.given.get("person")
    if code is None:
        return next(iter(case.accused.values())) if len(case.accused) == 1 else None
    return case.accused.get(code)


def group_of(v: View) -> str | None:
    """The group of article 1 of the accused in question, without the letter: ``1(2)``, ``1(3)`` or ``1(4)``.

    Without a person named, the group that calls for the largest bench among the accused.
    """
    case: Case = v.posture
    person = accused_of(v)
    groups = [person.group] if person else sorted(a.group for a in case.accused.values())
    return groups[0][:4] if groups and groups[0] else None


def each_accused(v: View) -> Iterable[Mapping[str, Any]]:
    """For duties, limits and rights that hold for each accused."""
    return [{"person": code} for code in v.posture.accused]


@law.stage("17(1)", ("the indictment has been confirmed", "l'acte d'accusation a été confirmé"),
           says_not=("the indictment has not been confirmed", "l'acte d'accusation n'a pas été confirmé"), cured_by=("confirm_indictment",))
def case_confirmed(v: View) -> Any:
    return v.posture.confirmed or False


@law.stage("18(3)", ("the trial has begun", "le procès s'est ouvert"), says_not=("the trial has not begun", "le procès ne s'est pas ouvert"),
           cured_by=("open_trial",))
def trial_opened(v: View) -> Any:
    return v.posture.trial.opened or False


@law.stage("6(2)", ("the trial has not begun", "le procès ne s'est pas ouvert"), says_not=("the trial has begun", "le procès s'est ouvert"), permanent=True)
def trial_not_opened(v: View) -> Any:
    return no(v.posture.trial.opened) if v.posture.trial.opened else True


@law.stage("21(1)", ("judgement has been given", "le jugement a été rendu"), says_not=("judgement has not been given", "le jugement n'a pas été rendu"),
           cured_by=("give_judgement",))
def judgement_given(v: View) -> Any:
    return v.posture.judgement or False


@law.stage("21(1)", ("judgement has not yet been given", "le jugement n'a pas encore été rendu"),
           says_not=("judgement has been given", "le jugement a été rendu"), permanent=True)
def not_judged(v: View) -> Any:
    return no(v.posture.judgement) if v.posture.judgement else True
