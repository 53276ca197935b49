"""From a filled-in form to an entry: what the law says beforehand, and the entry itself, for a reader who may not see everything."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser

from curule.access.models import User
from curule.law.answers import Answer, Verdict
from curule.law.particulars import ParticularError
from curule.law.record import CORRECTION, WITHDRAWAL, Entry
from curule.law.view import Actor
from curule.law.words import T
from curule.matters.changes import Preview, preview
from curule.matters.models import EntryRow
from curule.matters.pipeline import Entered, Faulty, NotEntered, Overtaken, Refused, Request, enter
from curule.matters.reading import Reading

__all__ = ["Asked", "Behind", "ask_first", "enter_for", "entries_since", "own_key", "stored_raw"]


LONGEST_NUMBER = 9
"""Digits that the number of an entry can have."""


class Behind(NotEntered):
    """The reader's record has grown since the form was made; ``entries`` are those that this reader may see."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries
        super().__init__(T("the record has changed since this form was made: look at what was entered, and go on if your act still stands",
                           "le dossier a changé depuis l'ouverture de ce formulaire : voyez ce qui a été inscrit, puis continuez s'il y a lieu"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the law says of an act before it is entered, and what it would change."""

    answer: Answer
    preview: Preview
    diverges: bool
    refused: bool


def own_key(way: str, user: User | AnonymousUser, key: str) -> str:
    """The idempotency key under which a person's request is kept: keys of different persons, and those that the application makes for itself (for what
    the Registry accepts, say), never meet. So nobody learns by a key what somebody else entered, nor uses up another's key beforehand.
    """
    return f"{way}:" + hashlib.sha256(f"{user.pk}:{key}".encode("utf-8", "replace")).hexdigest() if key else ""


def ask_first(reading: Reading, act: str, actor: Actor, done_on: date, given: dict[str, Any], lang: str) -> Asked:
    """Ask the law about an act on the record that this reader sees; nothing is entered."""
    then = Reading(reading.matter, reading.tokens, as_at=done_on) if reading.matter.pk else reading
    answer = reading.law.may(act, then.posture, done_on, actor, given, then.related)
    entry = Entry(len(reading.entries) + 1, act, actor, done_on, typed(reading, act, given), datetime.now(UTC))
    advised = reading.law.organ(actor.organ).advised
    return Asked(answer, preview(reading, entry, lang), advised and answer.verdict is Verdict.REFUSED,
                 not advised and answer.verdict is not Verdict.PERMITTED)


def typed(reading: Reading, act: str, given: dict[str, Any]) -> dict[str, Any]:
    """Particulars as the fold reads them: those of a correction are typed by the act that it corrects."""
    if act != CORRECTION or not isinstance(given.get("particulars"), dict):
        return given
    target = reading.at(given.get("entry", 0))
    if target is None:
        return given
    made = {}
    for particular in reading.law.particulars(target.act):
        if particular.name in given["particulars"]:
            try:
                made[particular.name] = particular.read(given["particulars"][particular.name])
            except ParticularError:
                continue  # the pipeline says so when the act is entered
    return {**given, "particulars": made}


def stored_raw(reading: Reading, act: str, raw: dict[str, Any]) -> dict[str, Any]:
    """The particulars with references to entries as the record itself numbers them."""
    if reading.is_whole:
        return raw
    made = dict(raw)
    for particular in reading.law.particulars(act):
        if particular.kind != "entry" or particular.name not in made:
            continue
        written = made[particular.name]
        values = written if particular.many and isinstance(written, (list, tuple)) else [written]
        numbers = [reading.stored_number(int(v)) if isinstance(v, (int, str)) and str(v).isdecimal() and len(str(v)) <= LONGEST_NUMBER else None
                   for v in values]
        if None in numbers:
            raise Faulty([ParticularError(particular.name, particular.label,
                                          T("there is no such entry on this record", "il n'y a pas de telle inscription au dossier"))])
        made[particular.name] = numbers if particular.many else numbers[0]
    return made


def entries_since(reading: Reading, expected: int) -> list[Entry]:
    """The entries made since a form was opened that this reader may see."""
    return list(reading.entries[expected:])


def enter_for(reading: Reading, request: Request, expected: int) -> Entered:
    """Enter an act through the pipeline, as somebody who saw ``expected`` entries.

    :raises NotEntered: :class:`Behind` when entries that this person may see were made meanwhile; otherwise as the pipeline.
    """
    if request.key and EntryRow.objects.filter(key=request.key).exists():
        return enter(reading.matter.number, request)
    if expected != len(reading.entries):
        raise Behind(entries_since(reading, expected))
    try:
        return enter(reading.matter.number, request)
    except Overtaken:
        reading.matter.refresh_from_db()
        now = Reading(reading.matter, reading.tokens)
        raise Behind(entries_since(now, expected)) from None


def reasons_may_be_shown(reading: Reading, refusal: Refused) -> bool:
    """A refusal that relies on entries which this reader may not see is told without its reasons."""
    return reading.is_whole or all(reading.shown_number(e.number) is not None for e in refusal.answer.relied_on)


def is_about_the_record(act: str) -> bool:
    """Whether an act corrects or withdraws another entry."""
    return act in (CORRECTION, WITHDRAWAL)
