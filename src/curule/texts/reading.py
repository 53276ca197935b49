"""Reading the official text of an instrument from a file, aligned by provision and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curule.texts.errors import NotAStatuteError, OutlineError
from curule.texts.identify import Identity, Printing, check_size, identify
from curule.texts.outline import Layout, Outline
from curule.texts.readers.budget import read_budget
from curule.texts.readers.interleaved import read_interleaved
from curule.texts.readers.running import read_running
from curule.texts.report import ImportReport, make_report
from curule.texts.source import DEFAULT_LIMIT, Source, open_source
from curule.texts.units import Kind, Placement


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a provision in one language.

    `kind` is "text", "heading" (then `provision` is the article, `sequence` 0) or "deleted". Texts of a
    provision are counted from 1 by `sequence`: chapeau, further subparagraphs, closing text. `text` is for
    display, without the number; `raw` is what the file holds, its number and spaces included; `label` is
    the number as printed. `evidence` tells why it stands there: see `curule.texts.units.Evidence`.
    """

    provision: str
    language: str
    kind: str
    sequence: int
    text: str
    raw: str
    label: str
    line: int
    evidence: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read from a file: the texts in the order of the file, the table used, and the report."""

    instrument: str
    sha256: str
    outline: Outline
    entries: list[Entry]
    report: ImportReport


def read_statute(
    path: str | Path,
    *,
    outline: Outline | None = None,
    layout: Layout | None = None,
    derive: bool = False,
    limit: int = DEFAULT_LIMIT,
) -> Imported:
    """Read a file. `limit` is in bytes.

    `outline` is the table of provisions to align to; without it the packaged one is used, or, with
    `derive`, none: the structure is then found from the numbering. `layout` are the facts of layout;
    without it the packaged ones are used, unless an outline of one's own or `derive` is given.

    Raises UnreadableFileError, NotAStatuteError, OutlineError; each says what is wrong and what to do.
    """
    source = open_source(path, limit=limit)
    identity = identify(source.text, source.name)
    check_size(source.text, source.name)
    if outline is not None and outline.instrument != identity.instrument:
        raise OutlineError("other_table", name=source.name, instrument=identity.instrument, other=outline.instrument)
    if outline is None and not derive:
        outline = Outline.packaged(identity.instrument)
        layout = layout if layout is not None else Layout.packaged(identity.instrument)
    placements, table = _read(source, identity, outline, layout)
    report = make_report(source, identity.instrument, table, placements)
    entries = _entries(source, placements)
    if not any(entry.kind == Kind.TEXT for entry in entries):
        raise NotAStatuteError("nothing_aligned", name=source.name, instrument=identity.instrument)
    return Imported(identity.instrument, source.sha256, table, entries, report)


def _read(source: Source, identity: Identity, outline: Outline | None, layout: Layout | None) -> tuple[list[Placement], Outline]:
    if identity.printing is Printing.INTERLEAVED:
        return read_interleaved(source, identity.instrument, outline, layout)
    if identity.printing is Printing.REPORT:
        return read_budget(source, identity.instrument, outline)
    if outline is None:
        raise OutlineError("needs_table", name=source.name, instrument=identity.instrument)
    return read_running(source, outline, layout or Layout()), outline


def _entries(source: Source, placements: Sequence[Placement]) -> list[Entry]:
    counted: Counter[tuple[str, str]] = Counter()
    entries = []
    for placement in placements:
        if not placement.is_aligned:
            continue
        unit = placement.unit
        key = (placement.provision, unit.language)
        sequence = 0
        if placement.kind is not Kind.HEADING:
            counted[key] += 1
            sequence = counted[key]
        entries.append(
            Entry(
                provision=placement.provision,
                language=unit.language,
                kind=str(placement.kind),
                sequence=sequence,
                text=unit.text,
                raw="\n".join(source.text[span.start : span.end] for span in unit.spans),
                label=unit.label,
                line=source.line_at(unit.start),
                evidence=str(placement.evidence or ""),
            )
        )
    return entries
