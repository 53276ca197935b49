"""What a submission says, what strikes in it, what the law says of filing it, and what it would start and end: for its filer and for the Registry.

Everything is asked on the record that this reader sees, and nothing is entered. The pipeline asks again, on the whole record, when it is accepted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from curule.access.models import User
from curule.desk.labels import labelled
from curule.law.record import Entry
from curule.law.view import Actor
from curule.matters.entering import Asked, ask_first
from curule.matters.phrases import detail, judge_names, phrase
from curule.matters.pipeline import read_given
from curule.matters.reading import Reading
from curule.registry.models import Submission
from curule.registry.noticing import Incoming, Notice, file_seen, limits_of, noticed

__all__ = ["Examination", "as_shown", "examine", "notices_of"]

NOT_DETAILS = ("title", "classification", "addressees", "pages", "words")
"""Particulars that the page says elsewhere."""


@dataclass(frozen=True, slots=True)
class Examination:
    """One submission as a reader sees it. ``details``: what its filer said of it, as label and words. ``notices``: what strikes in it; ``limits``: of its
    length, with their source; ``remarks``: why the law cannot be asked.
    """

    sentence: str
    details: list[tuple[str, str]]
    asked: Asked | None
    notices: list[Notice]
    limits: str
    remarks: list[str]
    reading: Reading


def examine(submission: Submission, reader: User, tokens: frozenset[str], lang: str) -> Examination:
    """The submission as it would be filed if it were accepted as its filer asked."""
    reading = Reading(submission.matter, tokens)
    main = submission.files.order_by("position").first()
    raw, hidden = as_shown(reading, submission)
    if main is not None:
        raw |= {k: v for k, v in (("pages", main.pages), ("words", main.words)) if v is not None}
    given, errors = read_given(reading.law.particulars(submission.act), raw)
    day, actor = _day(submission), Actor(submission.organ, submission.person)
    entry = Entry(0, submission.act, actor, day, given)
    remarks = [labelled(e.label.of(lang), e.problem.of(lang), lang) for e in errors if e.name not in hidden]
    if hidden:
        remarks.append(_("It refers to an entry that is not open to you: the law is asked when it is accepted; the Registrar may see more."))
    waits = submission.state == Submission.State.RECEIVED
    asked = ask_first(reading, submission.act, actor, day, given, lang) if waits and not errors and not hidden else None
    incoming = _incoming(reading, submission, given, hidden)
    details = [(label, words) for label, words in _details(reading, entry, lang) if words]
    return Examination(phrase(reading.law, entry, lang, judge_names(reading)), details, asked, noticed(incoming, reader, tokens, lang),
                       limits_of(incoming, lang), remarks, reading)


def notices_of(submission: Submission, reader: User, tokens: frozenset[str], lang: str) -> list[Notice]:
    """What strikes in a submission, without asking the law about it."""
    reading = Reading(submission.matter, tokens)
    raw, hidden = as_shown(reading, submission)
    given, _errors = read_given(reading.law.particulars(submission.act), raw)
    return noticed(_incoming(reading, submission, given, hidden), reader, tokens, lang)


def _incoming(reading: Reading, submission: Submission, given: Mapping[str, Any], hidden: Sequence[str]) -> Incoming:
    """A submission as it is looked at; what refers to something hidden from this reader is there all the same."""
    return Incoming(reading, submission.act, submission.organ, _day(submission), {**given, **dict.fromkeys(hidden, True)},
                    [file_seen(file) for file in submission.files.order_by("position")], submission.declared, submission)


def _day(submission: Submission) -> date:
    return submission.received_at.astimezone(ZoneInfo(submission.zone)).date()


def as_shown(reading: Reading, submission: Submission) -> tuple[dict[str, Any], list[str]]:
    """The particulars with entries by the numbers that this reader sees, and the names of those that refer to what the reader does not see."""
    raw, hidden = dict(submission.declared), []
    for particular in reading.law.particulars(submission.act):
        if particular.kind != "entry" or particular.name not in raw or reading.is_whole:
            continue
        values = raw[particular.name] if particular.many else [raw[particular.name]]
        shown = [reading.shown_number(int(v)) for v in values if str(v).isdecimal()]
        if None in shown:
            hidden.append(particular.name)
            raw.pop(particular.name)
        elif shown:
            raw[particular.name] = shown if particular.many else shown[0]
    return raw, hidden


def _details(reading: Reading, entry: Entry, lang: str) -> list[tuple[str, str]]:
    """What the filer said; an entry that is referred to stands with the number and title of its document."""
    kept = {k: v for k, v in entry.particulars.items() if k not in NOT_DETAILS}
    found = []
    names = {p.name: p for p in reading.law.particulars(entry.act)}
    for name, value in kept.items():
        if names[name].kind != "entry":
            found += [(label, words) for label, words, _long in detail(reading.law, Entry(0, entry.act, entry.actor, entry.done_on, {name: value}), lang,
                                                                         judge_names(reading))]
            continue
        label = names[name].label.of(lang)
        numbers = value if isinstance(value, (tuple, list)) else (value,)
        found.append((label[:1].upper() + label[1:], "; ".join(_document(reading, int(n)) for n in numbers)))
    return found


def _document(reading: Reading, number: int) -> str:
    row = reading.row(number)
    rendition = getattr(row, "rendition", None) if row is not None else None
    return f"{rendition.number} · {rendition.title}" if rendition is not None else _("entry %(number)d") % {"number": number}
