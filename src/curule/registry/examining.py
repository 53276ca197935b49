"""What the Registry is shown before it decides on a submission: what the law says of filing it, what it would start and end, and what else to look at.

Everything is asked on the record that this officer sees, and nothing is entered. The pipeline asks again, on the whole record, when it is accepted.
"""

from __future__ import annotations

from dataclasses import dataclass
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
from curule.registry.models import Submission, SubmittedFile
from curule.registry.sight import renditions_for, submissions_for

__all__ = ["Examination", "as_shown", "examine"]

NOT_DETAILS = ("title", "classification", "addressees", "pages", "words")
"""Particulars that the page says elsewhere."""


@dataclass(frozen=True, slots=True)
class Examination:
    """One submission as its checker sees it. ``details``: what its filer said of it, as label and words. ``remarks``: what to look at, in sentences."""

    sentence: str
    details: list[tuple[str, str]]
    asked: Asked | None
    remarks: list[str]
    reading: Reading


def examine(submission: Submission, officer: User, tokens: frozenset[str], lang: str) -> Examination:
    """The submission as it would be filed if it were accepted as its filer asked."""
    reading = Reading(submission.matter, tokens)
    main = submission.files.order_by("position").first()
    raw, hidden = as_shown(reading, submission)
    if main is not None:
        raw |= {k: v for k, v in (("pages", main.pages), ("words", main.words)) if v is not None}
    given, errors = read_given(reading.law.particulars(submission.act), raw)
    day = submission.received_at.astimezone(ZoneInfo(submission.zone)).date()
    actor = Actor(submission.organ, submission.person)
    entry = Entry(0, submission.act, actor, day, given)
    remarks = [labelled(e.label.of(lang), e.problem.of(lang), lang) for e in errors if e.name not in hidden]
    if hidden:
        remarks.append(_("It refers to an entry that is not open to you: the law is asked when it is accepted; the Registrar may see more."))
    remarks += _of_relations(submission) + _of_files(submission, officer, tokens)
    asked = ask_first(reading, submission.act, actor, day, given, lang) if not errors and not hidden else None
    details = [(label, words) for label, words in _details(reading, entry, lang) if words]
    return Examination(phrase(reading.law, entry, lang, judge_names(reading)), details, asked, remarks, reading)


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


def _of_relations(submission: Submission) -> list[str]:
    said = submission.declared
    if said.get("document_type") == "response" and "responds_to" not in said:
        return [_("It is called a response and does not say to what: no time to respond ends with it. Return it where it answers something on the record.")]
    if said.get("document_type") == "reply" and "replies_to" not in said:
        return [_("It is called a reply and does not say to what: no time to reply ends with it. Return it where it answers something on the record.")]
    return []


def _of_files(submission: Submission, officer: User, tokens: frozenset[str]) -> list[str]:
    """Damage that was repaired in reading, and files that came before: on the record or in another submission, as far as this officer sees them."""
    remarks = []
    for file in submission.files.all():
        if file.checks.get("repaired"):
            remarks.append(_("%(name)s is damaged and was repaired to be shown: pages or words may be missing. Look at it, or return it for a whole file.")
                           % {"name": file.name})
        remarks += _before(submission, file, officer, tokens)
    return remarks


def _before(submission: Submission, file: SubmittedFile, officer: User, tokens: frozenset[str]) -> list[str]:
    entered = renditions_for(tokens, submission.matter).filter(sha512=file.sha512).exclude(entry=submission.entry).order_by("filed_at").first()
    if entered is not None:
        return [_("%(name)s is on this record already: it is the file of %(number)s.") % {"name": file.name, "number": entered.number}]
    waits = submissions_for(officer, tokens).filter(
        matter=submission.matter, state=Submission.State.RECEIVED, files__sha512=file.sha512).exclude(pk=submission.pk).order_by("received_at").first()
    if waits is not None:
        return [_("%(name)s came in another submission as well, which waits too: %(code)s.") % {"name": file.name, "code": waits.code}]
    return []
