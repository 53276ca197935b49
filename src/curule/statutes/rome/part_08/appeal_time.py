"""While a judgement may still be appealed, and while an appeal is pending, it is not executed (article 81(4)); afterwards it is final."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_05.facts import person_code
from curule.statutes.rome.part_06.facts import judgement_on
from curule.statutes.rome.part_08.article_81 import notice_time, sentence_time

__all__ = ["appeal_open", "execution_suspended", "final", "law", "suspended_by"]

law = Chapter("rome", __name__)


def suspended_by(v: View, case: Case, person: str) -> Entry | None:
    """What keeps the judgement on a person from execution on the day of the question: the appeal that is pending, or the judgement or sentence
    against which the time for appeal still runs. ``case`` may be another matter than that of the question."""
    pending = next((a.filed for a in case.appeals.appeals.values() if a.person == person and a.pending and not a.other), None)
    if pending is not None:
        return pending
    view = View(case, v.on, v.actor, {"person": person}, v.library, v.related, v.act)
    for limit, entry in ((notice_time, judgement_on(case, person)), (sentence_time, s.entry if (s := case.sentences.persons.get(person)) else None)):
        last = v.library.due(limit, view)
        if last is not None and v.on <= last:
            return entry
    return None


def _code(v: View) -> str:
    return person_code(v) or ""


@law.stage("81(4)", ("the time for appeal runs, or an appeal is pending", "le délai d'appel court ou un appel est pendant"),
           says_not=("the time for appeal is over and no appeal is pending", "le délai d'appel a expiré et aucun appel n'est pendant"))
def appeal_open(v: View) -> Any:
    return suspended_by(v, v.posture, _code(v)) or False


@law.stage("81(4)", ("execution is suspended by an appeal or by the time for one", "l'exécution est suspendue par un appel ou par le délai d'appel"),
           says_not=("execution is not suspended", "l'exécution n'est pas suspendue"))
def execution_suspended(v: View) -> Any:
    return suspended_by(v, v.posture, _code(v)) or False


@law.stage("84(1)", ("the judgement on the person is final", "le jugement concernant la personne est définitif"), cured_by=("decide_appeal",),
           says_not=("the judgement on the person is not final", "le jugement concernant la personne n'est pas définitif"))
def final(v: View) -> Any:
    made = judgement_on(v.posture, _code(v))
    return made if made is not None and suspended_by(v, v.posture, _code(v)) is None else False
