"""Reading the demonstration's data and entering it through the pipeline, as the people of the demonstration would.

A matter begins with ``matter NUMBER KIND BRANCH "TITLE" [public] [KIND=NUMBER]``; below it stand acts as in a scenario:
``DAY ORGAN[:PERSON] ACT name=value``. A day is a date, or days before today (``-400``); ``@-400`` is such a day as a value.
``reports`` stands for all periodic reports until today.
``audience=a+b`` names who may see the entry; ``!`` in front says that the library will read the law otherwise.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from curule.law.view import Actor
from curule.matters.demonstration.judges import report_lines, roll_lines
from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import NotEntered, Request, enter, open_matter

__all__ = ["Entering", "Said", "enter_demonstration", "read_demonstration"]

FILE = Path(__file__).with_name("matters.acts")
PACK = "mechanism"
OFFICERS = {
    "president": "president", "judges": "president", "trial_chamber": "legal-officer", "single_judge": "legal-officer", "duty_judge": "duty-judge",
    "appeals_chamber": "legal-officer", "prosecutor": "prosecutor", "defence": "defence", "registrar": "registrar",
    "witness_unit": "witness-support", "archivist": "archivist",
}
"""Who enters the acts of an organ; what comes from outside is entered by the Registry."""
_DAY = re.compile(r"@(-?\d+)")


@dataclass(slots=True)
class Said:
    """One act as written, with the line of the file for messages."""

    where: str
    written: str


@dataclass(slots=True)
class Entering:
    """One matter of the demonstration, to be opened and continued."""

    number: str
    kind: str
    branch: str
    title: str
    public: bool
    links: dict[str, str]
    acts: list[Said] = field(default_factory=list)


def read_demonstration(today: date) -> list[Entering]:
    """The matters of the data file, the roll first."""
    roll = Entering("ROLL-1", "roll", "", "Roll of Judges", True, {}, [Said("judges", line) for line in roll_lines(today)])
    found = [roll]
    for number, written in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        words = written.strip()
        if not words or words.startswith("#"):
            continue
        if words.startswith("matter "):
            found.append(_matter(words))
        elif words == "reports":
            found[-1].acts += [Said("reports", line) for line in report_lines(today)]
        else:
            found[-1].acts.append(Said(f"{FILE.name}:{number}", words))
    return found


def _matter(words: str) -> Entering:
    _word, number, kind, branch, title, *more = shlex.split(words)
    links = dict(link.split("=", 1) for link in more if "=" in link)
    return Entering(number, kind, "" if branch == "-" else branch, title, "public" in more, links)


def _day(written: str, today: date) -> date:
    return today + timedelta(days=int(written)) if written.startswith("-") else date.fromisoformat(written)


def request_of(said: Said, today: date, public: bool) -> Request:
    """A written act as the request that its officer would make."""
    written = _DAY.sub(lambda m: (today + timedelta(days=int(m[1]))).isoformat(), said.written.removeprefix("!").strip())
    day, actor, act, *pairs = shlex.split(written)
    raw = dict(pair.split("=", 1) for pair in pairs)
    audience = tuple(raw.pop("audience").split("+")) if "audience" in raw else (("public",) if public else ())
    who = Actor.parse(actor)
    return Request(act, who, _day(day, today), raw, user=OFFICERS.get(who.organ, "registry-officer"), audience=audience)


def enter_demonstration(today: date, tell: Callable[[str], None] = lambda line: None) -> Iterator[str]:
    """Enter every matter, giving each number as it is done; what could not be entered is told and left out."""
    for wanted in read_demonstration(today):
        if Matter.objects.filter(number=wanted.number).exists():
            continue
        if _open(wanted, today, tell):
            _continue(wanted, today, tell)
            yield wanted.number


def _open(wanted: Entering, today: date, tell: Callable[[str], None]) -> bool:
    first = wanted.acts[0]
    links = {kind: found for kind, number in wanted.links.items() if (found := Matter.objects.filter(number=number).first()) is not None}
    try:
        open_matter(PACK, wanted.kind, wanted.title, request_of(first, today, wanted.public), number=wanted.number, branch=wanted.branch, links=links)
    except (NotEntered, LookupError) as fault:
        tell(f"{first.where}: {wanted.number} was not opened: {_why(fault)}")
        return False
    return True


def _continue(wanted: Entering, today: date, tell: Callable[[str], None]) -> None:
    for said in wanted.acts[1:]:
        try:
            entered = enter(wanted.number, request_of(said, today, wanted.public))
        except (NotEntered, LookupError) as fault:
            tell(f"{said.where}: {wanted.number}: not entered: {said.written[:70]}: {_why(fault)}")
            continue
        if entered.row.diverges != said.written.startswith("!"):
            tell(f"{said.where}: {wanted.number}: {said.written[:70]}: {'diverges' if entered.row.diverges else 'no divergence'}: {_told(entered.row)}")


def _told(row: EntryRow) -> str:
    return ", ".join(row.content["answer"]["kinds"])


def _why(fault: Exception) -> str:
    answer = getattr(fault, "answer", None)
    return " / ".join(line.strip() for line in answer.lines() if "✗" in line or "?" in line)[:600] if answer is not None else str(fault)


def is_empty() -> bool:
    """Whether there is no matter at all."""
    return not Matter.objects.exists()


def entries_made(numbers: Iterable[str]) -> int:
    """How many entries these matters have."""
    return EntryRow.objects.filter(matter__number__in=list(numbers)).count()
