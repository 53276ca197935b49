"""Facts about a case that several articles rely on: who is meant, how far the proceedings have come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.law.words import T, Text
from curule.statutes.mechanism.matters.case import (
    Accused,
    Appeal,
    Bench,
    Case,
    ReviewProceedings,
    appeal_bench,
    review_bench,
    trial_bench,
)

__all__ = [
    "BENCH_OF_TRIAL", "GROUPS", "ORIGINS", "SEALED", "WORKING_LANGUAGES", "accused_code", "accused_of", "appeal_of",
    "appeal_particular", "bench_of", "case_confirmed", "case_open",
    "clear", "core_crimes", "count_particular", "each_accused",
    "each_appeal", "each_review", "group_of", "involved", "judgement_given", "law", "mark", "not_judged", "on_trial", "person_particular",
    "review_of", "review_particular", "title_of", "suggest_bench", "suggest_counts", "trial_not_opened", "trial_opened",
]

law = Chapter("irmct", __name__)

SEALED = ("organ:prosecutor", "bench", "organ:registry", "organ:registrar")
"""Who sees an indictment and what goes with it until it is made public."""

BENCH_OF_TRIAL = ("single_judge", "trial_chamber")

WORKING_LANGUAGES = ("en", "fr")
"""English and French (article 31)."""

ORIGINS = (Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR"), Choice("mechanism", "Mechanism", "Mécanisme"))

GROUPS = (
    Choice("1(2)", "most senior leader (article 1(2))", "plus haut dirigeant (article premier, par. 2)"),
    Choice("1(3)", "other person indicted by a Tribunal (article 1(3))",
           "autre personne mise en accusation par un Tribunal (article premier, par. 3)"),
    Choice("1(4)(a)", "interference with the administration of justice (article 1(4)(a))",
           "entrave à l'administration de la justice (article premier, par. 4 a)"),
    Choice("1(4)(b)", "false testimony (article 1(4)(b))", "faux témoignage (article premier, par. 4 b)"),
)


def suggest_accused(v: View) -> list[tuple[str, str]]:
    """The accused of the case, for forms."""
    return [(code, code) for code in getattr(v.posture, "accused", {})]


def sole_accused(v: View) -> str | None:
    """The accused where there is one only."""
    accused = getattr(v.posture, "accused", {})
    return next(iter(accused)) if len(accused) == 1 else None


def suggest_counts(v: View) -> list[tuple[str, str]]:
    """The counts of the indictment, for forms."""
    return [(number, f"{number} - {count.crime}") for number, count in v.posture.counts.items()]


def suggest_bench(v: View) -> list[tuple[str, str]]:
    """The judges of the bench in question, for forms: that of the latest pending appeal or review, else that of the trial."""
    case: Case = v.posture
    appeals = [n for n, a in case.appeals.items() if a.pending] if v.act == "decide_appeal" else []
    reviews = [n for n, r in case.reviews.items() if r.pending] if v.act.endswith(("review", "review_application")) else []
    bench = appeal_bench(case, appeals[-1]) if appeals else review_bench(case, reviews[-1]) if reviews else bench_of(v)
    return [(judge, judge) for judge in bench.judges] if bench else []


def person_particular(en: str = "accused", fr: str = "accusé", *, required: bool = True) -> Particular:
    """The particular "which accused": offered from the record, defaulting to the only one."""
    return Particular("person", "person", en, fr, suggest=suggest_accused, default=sole_accused, required=required)


def count_particular(name: str, en: str, fr: str, *, required: bool = True) -> Particular:
    """A particular that names counts, offered from the indictment."""
    return Particular(name, "count", en, fr, many=True, suggest=suggest_counts, required=required)


def appeal_particular() -> Particular:
    """The particular "which appeal": its number in the order of the notices, the latest pending one by default."""
    return Particular(
        "appeal", "text", "appeal number", "numéro de l'appel",
        suggest=lambda v: [(n, f"{n} ({a.by})") for n, a in v.posture.appeals.items()],
        default=lambda v: next((n for n, a in reversed(v.posture.appeals.items()) if a.pending), None))


def review_particular() -> Particular:
    """The particular "which application for review": its number, the latest pending one by default."""
    return Particular(
        "review", "text", "review number", "numéro de la demande en révision",
        suggest=lambda v: [(n, f"{n} ({r.by})") for n, r in v.posture.reviews.items()],
        default=lambda v: next((n for n, r in reversed(v.posture.reviews.items()) if r.pending), None))


def accused_code(v: View) -> str | None:
    """The code of the accused that a question is about: the one named, or the only one."""
    code: str | None = v.given.get("person")
    return code if code is not None else sole_accused(v)


def accused_of(v: View) -> Accused | None:
    """The accused that a question is about: the one named, or the only one; ``None`` while that is open."""
    code = accused_code(v)
    return None if code is None else v.posture.accused.get(code)


def involved(v: View) -> dict[str, Accused]:
    """The accused whom a question concerns: of the appeal, review or counts named, the person named, or else all who were not severed."""
    case: Case = v.posture
    given = v.given
    about = case.appeals.get(given.get("appeal", "")) or case.reviews.get(given.get("review", ""))
    if about is not None:
        return {about.person: case.accused[about.person]} if about.person in case.accused else {}
    if given.get("person") is not None:
        return {c: a for c, a in case.accused.items() if c == given["person"]}
    if given.get("counts"):
        charged = {case.counts[n].person for n in given["counts"] if n in case.counts}
        return {c: a for c, a in case.accused.items() if c in charged}
    return {c: a for c, a in case.accused.items() if a.severed is None}


def on_trial(case: Case) -> dict[str, Accused]:
    """The accused for whom this case is still to be tried: alive, not severed, not referred to a State."""
    return {c: a for c, a in case.accused.items() if not (a.dead or a.severed or a.referred)}


def appeal_of(v: View) -> Appeal | None:
    """The appeal that a question is about: the one named, or the only one."""
    appeals = v.posture.appeals
    number = v.given.get("appeal")
    if number is None:
        return next(iter(appeals.values())) if len(appeals) == 1 else None
    found: Appeal | None = appeals.get(number)
    return found


def review_of(v: View) -> ReviewProceedings | None:
    """The application for review that a question is about: the one named, or the only one."""
    reviews = v.posture.reviews
    number = v.given.get("review")
    if number is None:
        return next(iter(reviews.values())) if len(reviews) == 1 else None
    found: ReviewProceedings | None = reviews.get(number)
    return found


def the_only(v: View, name: str, numbers: Mapping[str, Any]) -> str | None:
    """The number given under that name, or the only one there is, when a question names none."""
    given = v.given.get(name)
    if given is None and len(numbers) == 1:
        return next(iter(numbers))
    return str(given) if given is not None else None


def bench_of(v: View) -> Bench | None:
    """The bench that a question is about: that of the appeal or review named, else that of the trial."""
    if "appeal" in v.given:
        return appeal_bench(v.posture, v.given["appeal"])
    if "review" in v.given:
        return review_bench(v.posture, v.given["review"])
    return trial_bench(v.posture)


def group_of(v: View) -> str | None:
    """The group of article 1 of the accused in question, without the letter: ``1(2)``, ``1(3)`` or ``1(4)``.

    Without a person named, the group that calls for the largest bench among the accused.
    """
    case: Case = v.posture
    person = accused_of(v)
    groups = [person.group] if person else sorted(a.group for a in case.accused.values())
    return groups[0][:4] if groups and groups[0] else None


def title_of(accused: Accused) -> Text:
    """What the person is called: the presumption of innocence (article 19(3)) holds until a finding of guilt."""
    if accused.convicted:
        return T("convicted person", "personne condamnée")
    if accused.acquitted:
        return T("acquitted person", "personne acquittée")
    return T("accused", "accusé") if accused.warrants or accused.arrested or accused.pleaded else T("person charged", "mis en cause")


def each_accused(v: View) -> Iterable[Mapping[str, Any]]:
    """For duties, limits and rights that hold for each accused."""
    return [{"person": code} for code in v.posture.accused]


def each_appeal(v: View) -> Iterable[Mapping[str, Any]]:
    """For duties and limits that hold for each appeal."""
    return [{"appeal": number} for number in v.posture.appeals]


def each_review(v: View) -> Iterable[Mapping[str, Any]]:
    """For duties that hold for each application for review."""
    return [{"review": number} for number in v.posture.reviews]


def mark(field: str) -> Callable[[Case, Entry], None]:
    """The effect that writes an entry under ``field`` of the accused it names."""

    def effect(draft: Case, entry: Entry) -> None:
        setattr(draft.accused.setdefault(entry.particulars["person"], Accused()), field, entry)

    return effect


def clear(field: str) -> Callable[[Case, Entry], None]:
    """The effect that leaves ``field`` of the accused it names empty again."""

    def effect(draft: Case, entry: Entry) -> None:
        setattr(draft.accused.setdefault(entry.particulars["person"], Accused()), field, None)

    return effect


@law.stage("16(4)", ("the case is open", "l'affaire est ouverte"), cured_by=("open_case",),
           says_not=("the case has not been opened", "l'affaire n'a pas été ouverte"))
def case_open(v: View) -> Any:
    return v.posture.opened or False


@law.stage("17(1)", ("the indictment has been confirmed", "l'acte d'accusation a été confirmé"),
           says_not=("the indictment has not been confirmed", "l'acte d'accusation n'a pas été confirmé"),
           cured_by=("confirm_indictment",))
def case_confirmed(v: View) -> Any:
    case: Case = v.posture
    code = v.given.get("person")
    if case.confirmed is None or code is None:
        return case.confirmed or False
    return next((c.entry for c in case.counts.values() if c.person == code and c.status in ("confirmed", "convicted", "acquitted")), False)


@law.stage("18(3)", ("the trial has begun", "le procès s'est ouvert"),
           says_not=("the trial has not begun", "le procès ne s'est pas ouvert"), cured_by=("open_trial",))
def trial_opened(v: View) -> Any:
    return v.posture.trial.opened or False


@law.stage("6(2)", ("the trial has not begun", "le procès ne s'est pas ouvert"),
           says_not=("the trial has begun", "le procès s'est ouvert"), permanent=True)
def trial_not_opened(v: View) -> Any:
    return no(v.posture.trial.opened) if v.posture.trial.opened else True


@law.stage("21(1)", ("judgement has been given", "le jugement a été rendu"),
           says_not=("judgement has not been given", "le jugement n'a pas été rendu"), cured_by=("give_judgement",))
def judgement_given(v: View) -> Any:
    return v.posture.judgement or False


@law.stage("21(1)", ("judgement has not yet been given", "le jugement n'a pas encore été rendu"),
           says_not=("judgement has been given", "le jugement a été rendu"), permanent=True)
def not_judged(v: View) -> Any:
    return no(v.posture.judgement) if v.posture.judgement else True


@law.fact("1(4)", ("the accused answers for core crimes (article 1(2) or 1(3))",
                   "l'accusé répond de crimes relevant de l'article premier, par. 2 ou 3"),
          says_not=("the accused answers for contempt or false testimony (article 1(4))",
                    "l'accusé répond d'outrage ou de faux témoignage (article premier, par. 4)"))
def core_crimes(v: View) -> Any:
    about = involved(v)
    accused = next(iter(about.values())) if len(about) == 1 else None
    return None if accused is None or not accused.group else not accused.group.startswith("1(4)")
