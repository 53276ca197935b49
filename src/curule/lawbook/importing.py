"""Importing an official text: read by :mod:`curule.texts`, stored whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from curule.access.models import User
from curule.lawbook.models import Edition, ImportedText, TextUnit
from curule.texts import Imported, read_statute
from curule.texts.chinese import damage_in
from curule.texts.report import visible

__all__ = ["Stored", "import_text", "store"]

BATCH = 500
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of an import. ``superseded`` are the languages whose earlier text is shown no longer."""

    text: ImportedText
    is_new: bool
    superseded: tuple[str, ...]


def import_text(path: str | Path, by: User | None = None, progress: Progress | None = None) -> tuple[Imported, Stored]:
    """Read a file and store it.

    :raises TextError: for a file that is too large, unreadable or no statute; nothing is stored then.
    """
    imported = read_statute(path)
    return imported, store(imported, by, progress)


def store(imported: Imported, by: User | None = None, progress: Progress | None = None) -> Stored:
    """Store what was read, and make it the current text of its languages, in one transaction.

    The same reading of the same file is stored once: importing it again changes nothing, unless another text has taken its place
    since, which it then takes back. ``progress`` is told how many units were written.
    """
    with transaction.atomic():
        text, is_new = ImportedText.objects.get_or_create(sha256=imported.sha256, result=_result(imported), defaults={
            "instrument": imported.instrument, "file_name": visible(imported.report.file)[:255], "imported_by": by,
            "report": imported.report.as_dict()})
        if is_new:
            _write(text, imported, progress or (lambda written: None))
        return Stored(text, is_new, _make_current(text))


def _result(imported: Imported) -> str:
    """A digest of what the reader made of the file, whatever the file is called."""
    report = {name: told for name, told in imported.report.as_dict().items() if name != "file"}
    made = [imported.instrument, report, [(e.provision, e.language, e.kind, e.sequence, e.text, e.line)
                                          for e in imported.entries]]
    return hashlib.sha256(json.dumps(made, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _write(text: ImportedText, imported: Imported, progress: Progress) -> None:
    editions = {}
    for count in imported.report.languages:
        editions[count.language] = Edition.objects.create(
            imported=text, instrument=text.instrument, language=count.language, found=count.found, aligned=count.aligned, unaligned=count.unaligned)
    batch: list[TextUnit] = []
    for unit in _units(imported, editions):
        batch.append(unit)
        if len(batch) == BATCH:
            TextUnit.objects.bulk_create(batch)
            progress(len(batch))
            batch = []
    TextUnit.objects.bulk_create(batch)
    progress(len(batch))


def _units(imported: Imported, editions: dict[str, Edition]) -> Iterator[TextUnit]:
    """The units in the order of the file; those that were not aligned come last, with the reason."""
    for order, entry in enumerate(imported.entries, 1):
        notes = [{"en": found.of("en"), "fr": found.of("fr")} for found in damage_in(entry.raw, entry.language)]
        yield TextUnit(
            edition=editions[entry.language], provision=entry.provision, article=entry.provision.partition("(")[0], kind=entry.kind, order=order,
            sequence=entry.sequence, label=entry.label[:80], text=entry.text, raw=entry.raw, notes=notes, line=entry.line, evidence=entry.evidence)
    for order, lost in enumerate(imported.report.unaligned, len(imported.entries) + 1):
        yield TextUnit(
            edition=editions[lost.place.language], kind=TextUnit.Kind.UNALIGNED, order=order, label=lost.label[:80], text=lost.place.beginning,
            reason={"en": lost.reason.of("en"), "fr": lost.reason.of("fr")}, line=lost.place.line)


def _make_current(text: ImportedText) -> tuple[str, ...]:
    """Show these editions instead of those that were shown; the languages in which another text was shown before."""
    own = text.editions.filter(is_current=False)
    languages = list(own.values_list("language", flat=True))
    others = Edition.objects.select_for_update().filter(instrument=text.instrument, language__in=languages, is_current=True)
    superseded = tuple(others.order_by("language").values_list("language", flat=True))
    others.update(is_current=False)
    own.update(is_current=True)
    return superseded
