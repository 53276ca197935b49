"""What strikes whoever looks at something that is to be filed: the same words before it is sent, on its receipt, and at the Registry's check.

Nothing of it bars a filing. What the law refuses is another matter (:mod:`curule.registry.examining`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from curule.access.models import User
from curule.law.clocks import limits
from curule.law.figures import Figure
from curule.law.words import worded
from curule.matters.models import Matter
from curule.matters.reading import Reading
from curule.matters.records import posture_of
from curule.matters.tribunals import library
from curule.registry.models import Rendition, Submission, SubmittedFile
from curule.registry.numbering import court_of
from curule.registry.sight import renditions_for, submissions_for
from curule.statutes.court_record.court import LANGUAGES
from curule.statutes.court_record.filings import DOCUMENT

__all__ = ["FileSeen", "Incoming", "Notice", "file_seen", "language_words", "last_day_missed", "limits_of", "noticed", "reads_otherwise"]

AHEAD = timedelta(days=400)
"""How far the times that run are looked up."""


@dataclass(frozen=True, slots=True)
class FileSeen:
    """One file as far as it was looked at. ``reads_as``: the code of the language of its text, empty where that is not sure or not known yet."""

    name: str
    language: str
    sha512: str
    pages: int | None = None
    words: int | None = None
    reads_as: str = ""
    is_repaired: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something that is to be filed, as one reader sees it; the document is the first of its files.

    ``given`` are its particulars, as far as they are there, with entries by the reader's numbers; ``stored`` the same by the numbers on the record itself.
    ``submission`` once it was received.
    """

    reading: Reading
    act: str
    organ: str
    day: date
    given: Mapping[str, Any]
    files: Sequence[FileSeen] = ()
    stored: Mapping[str, Any] = field(default_factory=dict)
    submission: Submission | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that strikes, in a sentence. ``kind``: late, limit, language, relation, damage, twice."""

    kind: str
    says: str


def file_seen(file: SubmittedFile) -> FileSeen:
    """A file that was received."""
    return FileSeen(file.name, file.language, file.sha512, file.pages, file.words, str(file.checks.get("reads_as", "")), bool(file.checks.get("repaired")))


def noticed(incoming: Incoming, user: User, tokens: frozenset[str], lang: str) -> list[Notice]:
    """What strikes in it, as far as this reader may know."""
    return [*_late(incoming, lang), *_over_limit(incoming, lang), *_languages(incoming, lang), *_relations(incoming.given), *_damage(incoming.files),
            *_twice(incoming, user, tokens)]


# -- time ---------------------------------------------------------------------------------------------------------------------------


def last_day_missed(matter: Matter, organ: str, stored: Mapping[str, Any], day: date) -> date | None:
    """The last day that a response or a reply missed, where its time was over on that day; ``stored`` names what it answers as the record numbers it."""
    answers = str(stored.get("responds_to") or stored.get("replies_to") or "")
    if not answers.isdecimal():
        return None
    kind = "response" if stored.get("responds_to") else "reply"
    running = limits(library(matter.pack), matter.kind, posture_of(matter), day + AHEAD)
    due = next((r.last for r in running if r.limit.id == f"{kind}_{organ}" and r.given.get("filing") == int(answers)), None)
    return due if due is not None and day > due else None


def _late(incoming: Incoming, lang: str) -> Iterator[Notice]:
    missed = last_day_missed(incoming.reading.matter, incoming.organ, incoming.stored, incoming.day)
    if missed is not None:
        yield Notice("late", _("Late: the time for it ended on %(day)s. It can be filed all the same; whether to accept it is for the Chamber.")
                     % {"day": worded(missed, lang)})


# -- length -------------------------------------------------------------------------------------------------------------------------


def limits_of(incoming: Incoming, lang: str) -> str:
    """The limits of pages and words of such a document, with their source; empty where it has none, or for this organ has none."""
    pages, words = _figures(incoming)
    told = [says % {"n": figure.value} for figure, says in ((pages, _("%(n)s pages")), (words, _("%(n)s words"))) if figure is not None]
    figure = pages or words
    if figure is None:
        return ""
    kind = court_of(incoming.reading.matter).types[incoming.given["document_type"]].name.of(lang)
    said = _("%(kind)s: at most %(limits)s. Source: %(source)s.") % {"kind": kind, "limits": _(" and ").join(told), "source": figure.source.of(lang)}
    return said if figure.verified else said + " " + _("The figure was not yet compared with its source.")


def _figures(incoming: Incoming) -> tuple[Figure | None, Figure | None]:
    """The limits of pages and of words: parties have them, for documents of some kinds."""
    court, law = court_of(incoming.reading.matter), incoming.reading.law
    kind = court.types.get(str(incoming.given.get("document_type", "")))
    if incoming.act != DOCUMENT or kind is None or incoming.organ not in court.parties:
        return None, None
    return tuple(law.figure(name) if name else None for name in (kind.pages, kind.words))  # type: ignore[return-value]


def _over_limit(incoming: Incoming, lang: str) -> Iterator[Notice]:
    main = next(iter(incoming.files), None)
    if main is None:
        return
    pages, words = _figures(incoming)
    over = [says % {"n": has} for has, most, says in ((main.pages, pages, _("%(n)s pages")), (main.words, words, _("%(n)s words")))
            if has is not None and most is not None and isinstance(most.value, int) and has > most.value]
    if over:
        said = _("It names a decision that gives leave for that.") if incoming.given.get("leave") else _(
            "It needs leave of the Bench: shorten it, or name the decision that gives leave.")
        yield Notice("limit", _("Longer than allowed: it has %(length)s.") % {"length": _(" and ").join(over)} + f" {limits_of(incoming, lang)} {said}")


# -- language -----------------------------------------------------------------------------------------------------------------------


def language_words(code: str, lang: str) -> str:
    """The name of a language, as the record has it."""
    return next((choice.label.of(lang) for choice in LANGUAGES if choice.value == code), code)


def reads_otherwise(file: FileSeen) -> bool:
    """Whether a file reads, without doubt, as another language than was declared."""
    return bool(file.reads_as) and file.reads_as != file.language


def _languages(incoming: Incoming, lang: str) -> Iterator[Notice]:
    for file in incoming.files:
        if reads_otherwise(file):
            yield Notice("language", _("%(name)s: declared as %(declared)s; the text reads as %(reads)s.") % {
                "name": file.name, "declared": language_words(file.language, lang), "reads": language_words(file.reads_as, lang)})


# -- how it hangs together ------------------------------------------------------------------------------------------------------------


def _relations(given: Mapping[str, Any]) -> Iterator[Notice]:
    if given.get("document_type") == "response" and "responds_to" not in given:
        yield Notice("relation", _("It is called a response and does not say to what: no time to respond ends with it. "
                                   "Where it answers something on the record, it should name it."))
    if given.get("document_type") == "reply" and "replies_to" not in given:
        yield Notice("relation", _("It is called a reply and does not say to what: no time to reply ends with it. "
                                   "Where it answers something on the record, it should name it."))


def _damage(files: Sequence[FileSeen]) -> Iterator[Notice]:
    for file in files:
        if file.is_repaired:
            yield Notice("damage", _("%(name)s is damaged and was repaired to be shown: pages or words may be missing. A whole file should take its "
                                     "place.") % {"name": file.name})


def _twice(incoming: Incoming, user: User, tokens: frozenset[str]) -> Iterator[Notice]:
    """Files and titles that came before: on the record or in another submission, as far as this reader sees them."""
    matter, submission = incoming.reading.matter, incoming.submission
    if submission is not None and submission.state != Submission.State.RECEIVED:
        return
    known = renditions_for(tokens, matter).order_by("filed_at")
    others = submissions_for(user, tokens).filter(matter=matter, state=Submission.State.RECEIVED).exclude(pk=submission.pk if submission is not None else 0)
    on_record: dict[str, list[str]] = {}
    waiting: dict[str, list[str]] = {}
    for file in incoming.files:
        if (entered := known.filter(sha512=file.sha512).first()) is not None:
            on_record.setdefault(entered.number, []).append(file.name)
        elif (waits := others.filter(files__sha512=file.sha512).order_by("received_at").first()) is not None:
            waiting.setdefault(waits.code, []).append(file.name)
    for number, names in on_record.items():
        yield Notice("twice", _("%(name)s is on this record already: it is the file of %(number)s.") % {"name": ", ".join(names), "number": number})
    for code, names in waiting.items():
        yield Notice("twice", _("%(name)s came in another submission as well, which waits too: %(code)s.") % {"name": ", ".join(names), "code": code})
    title = str(incoming.given.get("title", "")).strip()
    if not on_record and not waiting and title and incoming.act == DOCUMENT:
        same = known.filter(title__iexact=title, role=Rendition.Role.ORIGINAL, entry__organ=incoming.organ,
                            document__document_type=incoming.given.get("document_type", "")).first()
        if same is not None:
            yield Notice("twice", _("A document of this kind, title and organ is on this record already: %(number)s. Is this another one?")
                         % {"number": same.number})
