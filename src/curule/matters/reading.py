"""What one reader may read of one matter, and everything that follows from it.

Pages, lists, exports and the API read matters here. A reader who may not see every entry reads a record that is whole in
itself: the entries that are visible, numbered from one without a gap, and the posture, next acts and clocks folded from them
alone. So nothing betrays that there is more: no number, no count, no reason that relies on a hidden entry.
"""

from __future__ import annotations

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from curule.access.audiences import visible
from curule.law.clocks import DueDuty, RunningLimit, duties, limits
from curule.law.library import Library
from curule.law.posture import apply, fold
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL, Entry, Record, canonical
from curule.matters.days import day_in
from curule.matters.models import EntryRow, Matter
from curule.matters.records import kept_record, related_matters
from curule.matters.seen import Seen, Shelf, seen_by
from curule.matters.tribunals import codes, library

__all__ = ["Reading", "Unopened", "entries_for", "matters_for", "reading_of", "record_for", "stage_seen"]

log = logging.getLogger(__name__)
KEPT_ANSWERS, KEPT_STAGES = 2_048, 50_000
KEPT_POSTURES, POSTURE = 4_000_000, 500
"""How much the postures kept may weigh together: each its entries and as much again as it is, whatever they are."""
PARTIAL_FAULTS = (LookupError, AttributeError, TypeError, ValueError, StopIteration)
"""What an effect or a test may raise on a record of which parts are missing: it counts on entries that it cannot see."""

ABOUT_ENTRIES = (CORRECTION, WITHDRAWAL, RECLASSIFICATION)
"""Acts that say something of other entries, and are hidden with them."""

REGISTERS = ("roll", "states")
"""Kinds of matter that name judges and States."""

_Made = TypeVar("_Made")
_postures = Shelf(KEPT_POSTURES)
_answers: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
_stages: OrderedDict[tuple[Any, ...], str] = OrderedDict()
_lock = Lock()


def matters_for(tokens: Iterable[str]) -> QuerySet[Matter]:
    """The matters that a holder of these tokens may know of, of the tribunals hosted here."""
    return visible(Matter.objects.filter(pack__in=codes()), tokens)


def entries_for(tokens: Iterable[str], among: QuerySet[EntryRow]) -> QuerySet[EntryRow]:
    """Those among these entries that a holder of these tokens reads: the entry is for them, its matter is, and it speaks of no hidden entry alone.

    Whatever lists or counts entries of several matters (notices, finds of searches, work) asks here, so that a count never tells of what a list leaves out.
    """
    held = frozenset(tokens)
    found = visible(among, held).filter(matter__in=matters_for(held))
    readings: dict[int, Reading] = {}
    left_out = []
    for row in found.filter(act__in=ABOUT_ENTRIES).select_related("matter"):
        if row.matter_id not in readings:
            readings[row.matter_id] = Reading(row.matter, held)
        if readings[row.matter_id].number_of(row) is None:
            left_out.append(row.pk)
    return found.exclude(pk__in=left_out) if left_out else found


def _keep(kept: OrderedDict[Any, Any], key: Any, value: Any, most: int) -> None:
    with _lock:
        kept[key] = value
        kept.move_to_end(key)
        while len(kept) > most:
            kept.popitem(last=False)


class Reading:
    """One matter as one reader reads it: today, or as the record stood or was known on an earlier day.

    ``on`` is the day for which questions are asked. ``as_at``: what the record says of that day; ``known``: what was known
    on that day. ``entries`` carry the numbers that this reader sees.
    """

    def __init__(self, matter: Matter, tokens: Iterable[str], *, as_at: date | None = None, known: date | None = None,
                 seen: Seen | None = None) -> None:
        self.matter = matter
        self.tokens = frozenset(tokens)
        self.as_at = as_at
        self.known = known
        self.law: Library = library(matter.pack)
        self.kind = self.law.kind(matter.kind)
        stored = kept_record(matter)
        seen = seen_by(self.tokens, matter, stored) if seen is None else seen
        self.is_whole = seen.is_whole
        """Whether this reader sees every entry there is. Never shown to a reader who does not."""
        self.entries, self.keys, self._print = seen.entries, seen.keys, seen.print
        self._stored, self._seen = stored, seen
        self.on = as_at or known or day_in(seen.latest)

    @property
    def seen_print(self) -> tuple[str, str]:
        """One for all who see the same entries, and of this record alone. Shown on no page, as its head is not."""
        return self._seen.state, self._seen.print

    @property
    def is_past(self) -> bool:
        """Whether this is a look back, where nothing can be entered."""
        return self.as_at is not None or self.known is not None

    @cached_property
    def record(self) -> Record:
        """The record as this reader sees it, on the day asked for."""
        found = Record(self.entries)
        if self.known is not None:
            found = found.known_on(self.known)
        return found if self.as_at is None else found.as_at(self.as_at)

    @cached_property
    def posture(self) -> Any:
        """The posture folded from what this reader sees; kept in memory, since the same entries give the same posture."""
        if self.is_whole and not self.is_past:
            return self._stored.posture
        key = (self.matter.pk, self._seen.state, self._seen.print, self.as_at, self.known)
        kept = _postures.get(key)
        if kept is None:
            kept = self._continued()
            _postures.keep(key, kept, len(self.entries) + POSTURE)
        return kept

    def _continued(self) -> Any:
        """The posture from that of the shorter record, where it is known and nothing in it was corrected; else from the start."""
        state, print_, count = self._seen.before
        before = _postures.get((self.matter.pk, state, print_, None, None))
        if before is None or self.is_past or self._seen.changes_itself:
            return self.fold(self.record)
        for entry in self.entries[count:]:
            before = apply(before, entry, self._effects)
        return before

    def fold(self, record: Iterable[Entry]) -> Any:
        """Fold entries of this matter; where parts are hidden or not yet there, an effect that misses them leaves no trace."""
        if self.is_whole and not self.is_past:
            return self.law.fold(self.matter.kind, record)
        return fold(self.kind.draft(), record, self._effects)

    @property
    def _effects(self) -> Mapping[str, Callable[[Any, Entry], None]]:
        return _tolerant_effects(self.law)

    @cached_property
    def related_readings(self) -> Mapping[str, Reading]:
        """The matters that this one's law looks at, as far as this reader may read them."""
        return {kind: Reading(other, self.tokens, as_at=self.as_at, known=self.known) for kind, other in related_matters(self.matter).items()
                if matters_for(self.tokens).filter(pk=other.pk).exists()}

    @cached_property
    def related(self) -> Mapping[str, Any]:
        """The postures of :attr:`related_readings`."""
        return {kind: other.posture for kind, other in self.related_readings.items()}

    @cached_property
    def naming(self) -> list[Any]:
        """The postures in which judges and States have their names: the related ones, and the roll and the register of the tribunal."""
        lacking = [k for k in REGISTERS if k in self.law.kinds and k not in self.related and k != self.matter.kind]
        others = matters_for(self.tokens).filter(pack=self.matter.pack, kind__in=lacking) if lacking else ()
        return [*self.related.values(), *(Reading(other, self.tokens, as_at=self.as_at, known=self.known).posture for other in others)]

    @cached_property
    def duties(self) -> list[DueDuty]:
        """The duties pending on that day; asked once for the page, which shows them in several places."""
        nothing: list[DueDuty] = []
        return self._once("duties", lambda: self.ask(lambda: duties(self.law, self.matter.kind, self.posture, self.on, self.related), nothing))

    @cached_property
    def limits(self) -> list[RunningLimit]:
        """The limits that run, ran out or were met."""
        nothing: list[RunningLimit] = []
        return self._once("limits", lambda: self.ask(lambda: limits(self.law, self.matter.kind, self.posture, self.on, self.related), nothing))

    def _once(self, what: str, make: Callable[[], _Made]) -> _Made:
        """What follows from the record, the related ones and the day alone: made once, kept in memory, never changed by whoever reads it."""
        if not self.entries:
            return make()
        state = tuple((other.matter.pk, other._seen.state, other._seen.print) for other in self.related_readings.values())
        key = (what, self.matter.pk, self._seen.state, self._seen.print, self.as_at, self.known, self.on, state)
        with _lock:
            if key in _answers:
                _answers.move_to_end(key)
                kept: _Made = _answers[key]
                return kept
        made = make()
        _keep(_answers, key, made, KEPT_ANSWERS)
        return made

    def place_of(self, entry: Entry) -> Matter | None:
        """The matter on whose record an entry stands, this one or a related one; nothing for an entry that nobody made yet."""
        for reading in (self, *self.related_readings.values()):
            found = reading.at(entry.number)
            if found is not None and (found is entry or (found.act, found.entered_at) == (entry.act, entry.entered_at)):
                return reading.matter
        return None

    @cached_property
    def stage(self) -> str:
        """The code of the stage."""
        return self.ask(lambda: self.kind.stage(self.posture, self.on), "")

    def stage_words(self, lang: str) -> str:
        """The stage in words."""
        words = self.kind.stages.get(self.stage)
        return words.of(lang) if words is not None else self.stage

    def ask(self, question: Callable[[], _Made], otherwise: _Made) -> _Made:
        """The answer to a question about the posture; on a partial record a test that misses what it counts on gives ``otherwise``."""
        if self.is_whole and not self.is_past:
            return question()
        try:
            return question()
        except PARTIAL_FAULTS as fault:
            log.debug("%s: not answered from a partial record: %r", self.matter, fault)
            return otherwise

    def at(self, number: int) -> Entry | None:
        """The entry that this reader sees under that number."""
        return self.entries[number - 1] if 1 <= number <= len(self.entries) else None

    def row(self, number: int) -> EntryRow | None:
        """The stored row of the entry that this reader sees under that number."""
        if self.at(number) is None:
            return None
        return EntryRow.objects.prefetch_related("audience").get(pk=self.keys[number - 1])

    def rows(self, numbers: Iterable[int]) -> dict[int, EntryRow]:
        """The stored rows of several entries, by the number that this reader sees."""
        keys = {self.keys[n - 1]: n for n in numbers if self.at(n) is not None}
        found = EntryRow.objects.filter(pk__in=keys).select_related("rendition").prefetch_related("audience")
        return {keys[row.pk]: row for row in found}

    def referring(self, names: tuple[str, ...]) -> Mapping[int, Sequence[tuple[int, str]]]:
        """For each entry that this reader sees: those that refer to it in particulars of these names, and in which."""
        return self._seen.referring(names)

    def stored_number(self, number: int) -> int | None:
        """The number on the record itself of the entry that this reader sees under that number."""
        return None if self.at(number) is None else self._seen.stored[number - 1]

    def shown_number(self, stored: int) -> int | None:
        """The number under which this reader sees an entry of the record itself."""
        return self._seen.shown.get(stored)

    @cached_property
    def fingerprint(self) -> str:
        """A digest of the record as this reader sees it: two readers who see the same have the same.

        The head of the chain itself is shown on no page: it changes with every hidden entry, and to show it only to those who see
        everything would tell all others that there is more.
        """
        print_ = hashlib.sha256()
        for e in self.record:
            moment = e.entered_at.isoformat() if e.entered_at else ""
            print_.update(canonical({"number": e.number, "act": e.act, "by": str(e.actor), "on": e.done_on, "entered": moment,
                                     "particulars": _listed(e.particulars)}))
        return print_.hexdigest()

    def number_of(self, row: EntryRow) -> int | None:
        """The number under which this reader sees a stored row."""
        return self._seen.numbers.get(row.pk)


def _listed(value: Any) -> Any:
    """Particulars with lists in place of tuples and plain mappings, as they are digested."""
    if isinstance(value, Mapping):
        return {str(k): _listed(v) for k, v in value.items()}
    return [_listed(v) for v in value] if isinstance(value, (tuple, list)) else value


@lru_cache(maxsize=32)
def _tolerant_effects(law: Library) -> Mapping[str, Callable[[Any, Entry], None]]:
    return {code: _tolerant(effect) for code, effect in law.effects.items()}


def _tolerant(effect: Callable[[Any, Entry], None]) -> Callable[[Any, Entry], None]:
    def applied(draft: Any, entry: Entry) -> None:
        try:
            effect(draft, entry)
        except PARTIAL_FAULTS as fault:
            log.debug("entry %s: effect not applied to a partial record: %r", entry.number, fault)

    return applied


def stage_seen(matter: Matter, tokens: frozenset[str]) -> str:
    """The stage of a matter as this reader sees it; kept, because a list asks it of every matter."""
    key = (matter.pk, matter.head, matter.sight_mark, tokens, timezone.localdate())
    with _lock:
        kept = _stages.get(key)
    if kept is None:
        kept = Reading(matter, tokens).stage
        _keep(_stages, key, kept, KEPT_STAGES)
    return kept


class Unopened(Reading):
    """A matter that somebody is about to open: there is no record yet."""

    def __init__(self, matter: Matter, tokens: Iterable[str]) -> None:
        self.matter, self.tokens = matter, frozenset(tokens)
        self.as_at = self.known = None
        self.on = timezone.localdate()
        self.law = library(matter.pack)
        self.kind = self.law.kind(matter.kind)
        self._seen = Seen((), (), (), True, "", "")
        self.entries, self.keys, self.is_whole = (), (), True
        self.__dict__["posture"] = self.law.fold(matter.kind, Record())


def reading_of(matter: Matter, tokens: Iterable[str], *, as_at: date | None = None, known: date | None = None) -> Reading:
    """A matter as a holder of these tokens reads it."""
    return Reading(matter, tokens, as_at=as_at, known=known)


def record_for(matter: Matter, tokens: Iterable[str]) -> Record:
    """The record of a matter as a holder of these tokens reads it."""
    return Reading(matter, tokens).record
