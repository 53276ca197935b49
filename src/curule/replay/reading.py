"""From a history file to a :class:`~curule.replay.history.History`: every fault at once, each with its place and remedy."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from curule.law.words import T, Text
from curule.replay.history import NO, PARTLY, YES, Chamber, Computed, Deed, Event, History, MatterName, Person
from curule.replay.yaml_file import UnreadableError, load

__all__ = ["Fault", "HistoryError", "read_history"]

MOST_EVENTS = 5_000
MOST_TEXT = 20_000
MOST_ITEMS = 500
EARLIEST = date(1945, 1, 1)
MOST_FAULTS = 50


class Fault:
    """One thing that is wrong with a history: where, what, and the remedy."""

    __slots__ = ("where", "says", "remedy")

    def __init__(self, where: str, says: Text, remedy: Text) -> None:
        self.where = where
        self.says = says
        self.remedy = remedy

    def line(self, lang: str) -> str:
        """The fault as one line."""
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.says.of(lang)}. {self.remedy.of(lang)}"


class HistoryError(ValueError):
    """A file that is no history that can be replayed; names the file and every fault."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults
        super().__init__(self.lines("en"))

    def lines(self, lang: str) -> str:
        """All faults, one on each line, with the file."""
        return "\n".join(f"{self.file}: {fault.line(lang)}" for fault in self.faults[:MOST_FAULTS])


class _Reader:
    """Collects faults while it reads."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, where: str, en: str, fr: str, remedy_en: str, remedy_fr: str) -> None:
        self.faults.append(Fault(where, T(en, fr), T(remedy_en, remedy_fr)))

    def text(self, data: Mapping[str, Any], key: str, where: str, *, needed: bool = False) -> str:
        """A text; numbers and days are taken as they are written."""
        value = data.get(key)
        if value is None or value == "":
            if needed:
                self.fault(where, f"{key!r} is missing", f"{key!r} manque", f"Give {key!r} as text.", f"Donnez {key!r} en texte.")
            return ""
        if isinstance(value, (bool, float)) or not isinstance(value, (str, int, date)):
            self.fault(where, f"{key!r} is no text", f"{key!r} n'est pas un texte", "Give text, in quotes if need be.",
                       "Donnez un texte, entre guillemets au besoin.")
            return ""
        text = str(value).strip()
        if len(text) > MOST_TEXT or any(ord(c) < 32 and c not in "\n\t\r" for c in text):
            self.fault(where, f"{key!r} is too long or has control characters", f"{key!r} est trop long ou contient des caractères de contrôle",
                       f"At most {MOST_TEXT} characters of plain text.", f"Au plus {MOST_TEXT} caractères de texte brut.")
            return ""
        return text

    def items(self, data: Mapping[str, Any], key: str, where: str, most: int = MOST_ITEMS) -> list[Any]:
        """A list; nothing is an empty one."""
        value = data.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(where, f"{key!r} is no list", f"{key!r} n'est pas une liste", "Begin each item with a dash.",
                       "Faites précéder chaque élément d'un tiret.")
            return []
        if len(value) > most:
            self.fault(where, f"{key!r} has {len(value)} items", f"{key!r} compte {len(value)} éléments", f"At most {most}.", f"Au plus {most}.")
            return []
        return value

    def texts(self, data: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        value = data.get(key)
        if isinstance(value, str):
            return (value,)
        found = self.items(data, key, where)
        if not all(isinstance(v, str) for v in found):
            self.fault(where, f"{key!r} holds something that is no text", f"{key!r} contient autre chose que du texte", "Give texts.", "Donnez des textes.")
            return ()
        return tuple(v.strip()[:MOST_TEXT] for v in found)

    def table(self, value: Any, where: str, what: str) -> Mapping[str, Any]:
        """A mapping with names as keys."""
        if value is None:
            return {}
        if not isinstance(value, dict) or not all(isinstance(k, str) for k in value):
            self.fault(where, f"{what} is not a set of names with values", f"{what} n'est pas un ensemble de noms et de valeurs",
                       "Write 'name: value' on each line.", "Écrivez « nom: valeur » sur chaque ligne.")
            return {}
        return value

    def verified(self, data: Mapping[str, Any], where: str) -> str:
        """yes, partly or no; what says nothing is taken as verified."""
        value = data.get("verified", True)
        if isinstance(value, bool):
            return YES if value else NO
        if value in ("partial", "partly"):
            return PARTLY
        self.fault(where, "'verified' is neither true, false nor partial", "'verified' n'est ni true, ni false, ni partial", "Write true, false or partial.",
                   "Écrivez true, false ou partial.")
        return NO

    def day(self, value: Any, where: str) -> tuple[date, bool] | None:
        """A day, and whether it is exact: a month or a year alone stands for its last day."""
        if type(value) is date:
            return value, True
        written = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
        found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", written)
        try:
            if found and found.group(3):
                return date.fromisoformat(written), True
            if found:
                year, month = int(found.group(1)), int(found.group(2) or 12)
                return date(year, month, calendar.monthrange(year, month)[1]), False
        except (ValueError, calendar.IllegalMonthError):
            pass
        shown = "" if value is None else str(value)[:40]
        self.fault(where, f"{shown!r} is no day", f"{shown!r} n'est pas une date", "Write the day as YYYY-MM-DD.", "Écrivez la date sous la forme AAAA-MM-JJ.")
        return None


def read_history(path: Path, today: date | None = None) -> History:
    """Read a history file.

    :raises HistoryError: naming the file, each faulty event, and what to do; nothing else has happened.
    """
    try:
        data = load(path)
    except UnreadableError as error:
        raise HistoryError(str(path), [Fault("", error.says, error.remedy)]) from None
    reader = _Reader()
    if not isinstance(data, dict) or not all(isinstance(k, str) for k in data):
        reader.fault("", "this is no history: it has no names such as 'court' and 'events'", "ce n'est pas un historique : ni 'court' ni 'events'",
                     "See docs/reference/history-file.md.", "Voir docs/reference/history-file.md.")
        raise HistoryError(str(path), reader.faults)
    made = _history(reader, data, path, today or date.today())
    if reader.faults:
        raise HistoryError(str(path), reader.faults)
    return made


def _history(reader: _Reader, data: Mapping[str, Any], path: Path, today: date) -> History:
    events = _events(reader, data, today)
    return History(
        file=path.name, court=reader.text(data, "court", "", needed=True), number=reader.text(data, "case_number", "", needed=not data.get("matters")),
        events=events, former=reader.text(data, "former_case_number", ""), situation=reader.text(data, "situation", ""), title=reader.text(data, "title", ""),
        persons=tuple(_person(reader, p, n) for n, p in enumerate(reader.items(data, "persons", ""), 1)),
        charges=reader.table(data.get("charges"), "", "'charges'"),
        chambers=tuple(_chamber(reader, c, n) for n, c in enumerate(reader.items(data, "chambers", ""), 1)),
        computed=tuple(_computed(reader, c, n) for n, c in enumerate(reader.items(data, "computed", ""), 1)),
        traps=reader.texts(data, "traps", ""), matters=_matters(reader, data), head=_head(reader, data))


def _head(reader: _Reader, data: Mapping[str, Any]) -> dict[str, Any]:
    """What the file says of custody (one table for each person), of the sentence and of its enforcement: tables of plain values."""
    found: dict[str, Any] = {"detention": [reader.table(one, "detention", "the detention") for one in reader.items(data, "detention", "")]}
    for name in ("sentence", "enforcement"):
        found[name] = reader.table(data.get(name), "", f"{name!r}")
    return found


def _events(reader: _Reader, data: Mapping[str, Any], today: date) -> tuple[Event, ...]:
    raw = reader.items(data, "events", "", MOST_EVENTS)
    if not raw and not reader.faults:
        reader.fault("", "'events' is missing or empty", "'events' manque ou est vide", "Give at least one event with date and act.",
                     "Donnez au moins un événement avec date et acte.")
    events = [e for n, one in enumerate(raw, 1) if (e := _event(reader, one, n, today)) is not None]
    for before, after in pairwise(events):
        if after.on < before.on and after.exact and before.exact:
            reader.fault(f"event {after.number}", f"{after.on} comes after {before.on} (event {before.number}) in the file: the dates are out of order",
                         f"{after.on} suit {before.on} (événement {before.number}) : les dates ne sont pas dans l'ordre",
                         "Put the events in the order of their days.", "Mettez les événements dans l'ordre des dates.")
    return tuple(sorted(events, key=lambda e: e.on))


def _event(reader: _Reader, one: Any, number: int, today: date) -> Event | None:
    where = f"event {number}"
    if not isinstance(one, dict):
        reader.fault(where, "this is no event", "ce n'est pas un événement", "Give 'date' and 'act' (or 'do').", "Donnez 'date' et 'act' (ou 'do').")
        return None
    day = reader.day(one.get("date"), where)
    deed = _deed(reader, one["do"], where) if "do" in one else None
    act = reader.text(one, "act", where, needed=deed is None and "do" not in one)
    if day is None:
        return None
    on, exact = day
    if on > today and not (not exact and date(on.year, 1, 1) <= today):
        reader.fault(where, f"{on} lies in the future", f"{on} est dans l'avenir", "A history tells what happened: correct the year.",
                     "Un historique relate ce qui s'est passé : corrigez l'année.")
    if on < EARLIEST:
        reader.fault(where, f"{on} is too long ago", f"{on} est trop ancien", "Correct the year.", "Corrigez l'année.")
    return Event(number, on, act, reader.text(one, "actor", where), reader.text(one, "provision", where), reader.text(one, "outcome", where),
                 reader.texts(one, "source", where), reader.verified(one, where), exact, deed, reader.text(one, "matter", where))


def _deed(reader: _Reader, do: Any, where: str) -> Deed | None:
    found = reader.table(do, where, "'do'")
    act, by = reader.text(found, "act", where, needed=True), reader.text(found, "by", where, needed=True)
    given = reader.table(found.get("with"), where, "'with'")
    organ, _colon, person = by.partition(":")
    return Deed(act, organ, person, given) if act and by else None


def _person(reader: _Reader, one: Any, number: int) -> Person:
    where = f"person {number}"
    found = reader.table({"name": one} if isinstance(one, str) else one, where, "the person")
    # A comma would end the name where particulars take lists.
    name = reader.text(found, "name", where, needed=True).replace(",", " ")[:120]
    return Person(" ".join(name.split()), reader.text(found, "nationality", where), reader.text(found, "status", where))


def _chamber(reader: _Reader, one: Any, number: int) -> Chamber:
    where = f"chamber {number}"
    found = reader.table(one, where, "the chamber")
    judges = tuple(" ".join(j.replace(",", " ").split())[:120] for j in reader.texts(found, "judges", where))
    presiding = " ".join(reader.text(found, "presiding", where).replace(",", " ").split())[:120]
    return Chamber(reader.text(found, "chamber", where), reader.text(found, "phase", where), tuple(dict.fromkeys(judges)), presiding,
                   reader.verified(found, where))


def _computed(reader: _Reader, one: Any, number: int) -> Computed:
    where = f"computed {number}"
    found = reader.table(one, where, "the figure")
    expected = {k: str(v) for k, v in found.items() if k.startswith("expected") and v is not None}
    return Computed(reader.text(found, "id", where) or str(number), reader.text(found, "rule", where), reader.table(found.get("inputs"), where, "'inputs'"),
                    expected, reader.verified(found, where))


def _matters(reader: _Reader, data: Mapping[str, Any]) -> dict[str, MatterName]:
    found = {}
    for name, one in reader.table(data.get("matters"), "", "'matters'").items():
        where = f"matter {name[:40]}"
        kind = reader.table({"kind": one} if isinstance(one, str) else one, where, "the matter")
        links = reader.table(kind.get("with"), where, "'with'")
        found[name] = MatterName(reader.text(kind, "kind", where, needed=True), {k: str(v) for k, v in links.items()})
    return found
