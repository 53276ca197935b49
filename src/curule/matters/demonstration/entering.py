"""Reading the demonstrations' data and entering it through the pipeline, as the people of the demonstration would.

A matter begins with ``matter NUMBER KIND BRANCH "TITLE" [public] [KIND=NUMBER]``; below it stand acts as in a scenario:
``DAY ORGAN[:PERSON] ACT name=value``. A day is a date, or days before today (``-400``); ``@-400`` is such a day as a value.
One word alone (``reports``) stands for acts made by count (:mod:`curule.matters.demonstration.scenes`).
``audience=a+b`` names who may see the entry; ``!`` in front says that the library will read the law otherwise.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction

from curule.access.models import Office
from curule.law.answers import Answer
from curule.law.view import Actor
from curule.matters.demonstration.scenes import SCENES, Entering, Said, Scene
from curule.matters.models import Assignment, EntryRow, Matter
from curule.matters.pipeline import NotEntered, Request, enter, open_matter
from curule.matters.sitting import benches_of
from curule.matters.tribunals import library

__all__ = ["Entering", "Said", "enter_demonstration", "read_demonstration"]

_DAY = re.compile(r"@(-?\d+)")


def read_demonstration(scene: Scene, today: date) -> list[Entering]:
    """The matters of a tribunal's data file, in order."""
    found: list[Entering] = []
    for number, written in enumerate(scene.file.read_text(encoding="utf-8").splitlines(), 1):
        words = written.strip()
        if not words or words.startswith("#"):
            continue
        if words.startswith("matter "):
            found.append(_matter(words))
        elif words in scene.made:
            found[-1].acts += [Said(words, line) for line in scene.made[words](today)]
        else:
            found[-1].acts.append(Said(f"{scene.file.name}:{number}", words))
    return found


def _matter(words: str) -> Entering:
    _word, number, kind, branch, title, *more = shlex.split(words)
    links = dict(link.split("=", 1) for link in more if "=" in link)
    return Entering(number, kind, "" if branch == "-" else branch, title, "public" in more, links)


def _day(written: str, today: date) -> date:
    return today + timedelta(days=int(written)) if written.startswith("-") else date.fromisoformat(written)


def request_of(scene: Scene, said: Said, today: date, public: bool) -> Request:
    """A written act as the request that its officer would make."""
    written = _DAY.sub(lambda m: (today + timedelta(days=int(m[1]))).isoformat(), said.written.removeprefix("!").strip())
    day, actor, act, *pairs = shlex.split(written)
    raw = dict(pair.split("=", 1) for pair in pairs)
    audience = tuple(raw.pop("audience").split("+")) if "audience" in raw else (("public",) if public else ())
    who = Actor.parse(actor)
    return Request(act, who, _day(day, today), raw, user=scene.officer(who.organ), audience=audience)


def enter_demonstration(today: date, tell: Callable[[str], None] = lambda line: None) -> Iterator[str]:
    """Enter every matter of the tribunals hosted here, giving each number as it is done; what could not be entered is told and left out."""
    for scene in (SCENES[code] for code in settings.TRIBUNALS if code in SCENES):
        for wanted in read_demonstration(scene, today):
            if Matter.objects.filter(number=wanted.number).exists():
                continue
            with transaction.atomic():  # one commit for each matter, not for each act: a disk is slow
                opened = _open(scene, wanted, today, tell)
                if opened:
                    _continue(scene, wanted, today, tell)
                    _assign(scene, wanted.number)
            if opened:
                yield wanted.number


def _open(scene: Scene, wanted: Entering, today: date, tell: Callable[[str], None]) -> bool:
    first = wanted.acts[0]
    links = {kind: found for kind, number in wanted.links.items() if (found := Matter.objects.filter(number=number).first()) is not None}
    try:
        open_matter(scene.pack, wanted.kind, wanted.title, request_of(scene, first, today, wanted.public), number=wanted.number, branch=wanted.branch,
                    links=links)
    except (NotEntered, LookupError) as fault:
        tell(f"{first.where}: {wanted.number} was not opened: {_why(fault)}")
        return False
    return True


def _continue(scene: Scene, wanted: Entering, today: date, tell: Callable[[str], None]) -> None:
    for said in wanted.acts[1:]:
        try:
            entered = enter(wanted.number, request_of(scene, said, today, wanted.public))
        except (NotEntered, LookupError) as fault:
            tell(f"{said.where}: {wanted.number}: not entered: {said.written[:70]}: {_why(fault)}")
            continue
        if entered.row.diverges != said.written.startswith("!"):
            tell(f"{said.where}: {wanted.number}: {said.written[:70]}: {'diverges' if entered.row.diverges else 'no divergence'}: {_failing(entered.answer)}")


def _assign(scene: Scene, number: str) -> None:
    """The officers who enter acts for Chambers are assigned where a bench sits, as a judge of it would have done."""
    matter = Matter.objects.get(number=number)
    judges = [code for bench in benches_of(matter) for code in bench.judges]
    offices = Office.objects.filter(tribunal=scene.pack, matter="").select_related("user")
    by = offices.filter(person_code__in=judges).first() or offices.filter(code="president").first()
    wanted = {scene.officers[organ] for organ in library(scene.pack).pack.court.assigned_benches if organ in scene.officers}
    if judges and by is not None:
        Assignment.objects.bulk_create(Assignment(matter=matter, user=officer.user, by=by.user, since=matter.opened_on)
                                       for officer in offices.filter(user__username__in=wanted, person_code=""))


def _failing(answer: Answer | None) -> str:
    return " / ".join(line.strip() for line in answer.lines() if "✗" in line or "?" in line)[:600] if answer is not None else ""


def _why(fault: Exception) -> str:
    return _failing(getattr(fault, "answer", None)) or str(fault)


def is_empty() -> bool:
    """Whether there is no matter at all."""
    return not Matter.objects.exists()


def entries_made(numbers: Iterable[str]) -> int:
    """How many entries these matters have."""
    return EntryRow.objects.filter(matter__number__in=list(numbers)).count()
