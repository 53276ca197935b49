"""The report of an import: what was found, aligned and not, and the proof that nothing was dropped."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from curule.texts.chinese import damage_in
from curule.texts.outline import Outline
from curule.texts.source import Oddity, Source
from curule.texts.units import Kind, Placement
from curule.texts.words import Phrase, say

_SHOWN = 40  # characters of a text that a report shows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of the source begins, and how: line and column from 1."""

    line: int
    column: int
    language: str
    beginning: str


@dataclass(frozen=True, slots=True)
class Unaligned:
    """A unit that was not aligned, and why."""

    place: Place
    label: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch that carries no provision, and what it is."""

    place: Place
    what: Phrase


@dataclass(frozen=True, slots=True)
class Damage:
    """A loss that shows in a text: the text was kept as it is."""

    line: int
    language: str
    provision: str
    what: Phrase


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """The figures of one language. `found` is `aligned` + `unaligned`; headings and deleted are in them."""

    language: str
    found: int
    aligned: int
    unaligned: int
    headings: int
    deleted: int
    evidence: dict[str, int]
    provisions: int
    missing: list[str]


@dataclass(frozen=True, slots=True)
class Conservation:
    """Characters of the source, white space apart: in units, furniture, neither (`lost`), two (`doubled`)."""

    characters: int
    in_units: int
    in_furniture: int
    lost: int
    doubled: int

    @property
    def holds(self) -> bool:
        """Whether each character is in one unit or one piece of furniture."""
        return not self.lost and not self.doubled and self.characters == self.in_units + self.in_furniture


@dataclass(frozen=True)
class ImportReport:
    """Everything an import has to tell."""

    file: str
    instrument: str
    sha256: str
    encoding: str
    provisions: int
    languages: list[LanguageCount]
    conservation: Conservation
    unaligned: list[Unaligned] = field(default_factory=list)
    furniture: list[Frame] = field(default_factory=list)
    damaged: list[Damage] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether every unit was aligned and every character is accounted for."""
        return not self.unaligned and self.conservation.holds

    def as_dict(self) -> dict[str, object]:
        """The report for machines; phrases in both languages."""
        return {
            "file": self.file,
            "instrument": self.instrument,
            "sha256": self.sha256,
            "encoding": self.encoding,
            "provisions": self.provisions,
            "languages": {count.language: asdict(count) for count in self.languages},
            "conservation": {**asdict(self.conservation), "holds": self.conservation.holds},
            "unaligned": [{**asdict(u.place), "label": u.label, "code": u.reason.code, "reason": _both(u.reason)} for u in self.unaligned],
            "furniture": [{**asdict(f.place), "code": f.what.code, "what": _both(f.what)} for f in self.furniture],
            "damaged": [
                {"line": d.line, "language": d.language, "provision": d.provision, "code": d.what.code} | {"what": _both(d.what)} for d in self.damaged
            ],
            "oddities": [asdict(oddity) for oddity in self.oddities],
        }

    def lines(self, lang: str = "en") -> list[str]:
        """The report for people, in English or French; characters that do not show appear as their codes."""
        told = [
            say(
                "heading_line", lang, file=self.file, instrument=self.instrument, encoding=self.encoding,
                characters=self.conservation.characters, sha256=self.sha256,
            )
        ]  # fmt: skip
        for count in self.languages:
            told.extend(self._language_lines(count, lang))
        told.extend(
            say(
                "unaligned_line", lang, line=u.place.line, column=u.place.column, beginning=u.place.beginning,
                language=say(u.place.language, lang), reason=u.reason.of(lang),
            )
            for u in self.unaligned
        )  # fmt: skip
        told.extend(say("damage_line", lang, line=d.line, provision=d.provision or "—", what=d.what.of(lang)) for d in self.damaged)
        told.extend(say("oddity_line", lang, line=o.first_line, codepoint=o.codepoint, name=o.name, count=o.count) for o in self.oddities)
        told.append(self._conservation_line(lang))
        return [visible(line) for line in told]

    def _language_lines(self, count: LanguageCount, lang: str) -> list[str]:
        language = say(count.language, lang)
        told = [
            say(
                "language_line", lang, language=language, found=count.found, aligned=count.aligned,
                unaligned=count.unaligned, headings=count.headings,
            ),
            say("provisions_line", lang, language=language, covered=count.provisions, total=self.provisions),
        ]  # fmt: skip
        if count.missing:
            told.append(say("missing_line", lang, language=language, provisions=", ".join(count.missing)))
        return told

    def _conservation_line(self, lang: str) -> str:
        kept = self.conservation
        if kept.holds:
            return say("conserved", lang, units=kept.in_units, furniture=kept.in_furniture)
        return say("not_conserved", lang, lost=kept.lost, doubled=kept.doubled)


def make_report(source: Source, instrument: str, outline: Outline, placements: Sequence[Placement]) -> ImportReport:
    """The report on what the reader made of a source."""
    units = [placement for placement in placements if placement.kind is not Kind.FURNITURE]
    frames = [placement for placement in placements if placement.kind is Kind.FURNITURE]
    languages = sorted({placement.unit.language for placement in units})
    return ImportReport(
        file=source.name,
        instrument=instrument,
        sha256=source.sha256,
        encoding=source.encoding,
        provisions=len(outline),
        languages=[_count(language, units, outline) for language in languages],
        conservation=conserve(source.text, placements),
        unaligned=[Unaligned(_place(source, p), p.unit.label, p.reason) for p in units if not p.is_aligned and p.reason],
        furniture=[Frame(_place(source, p), p.reason) for p in frames if p.reason],
        damaged=[
            Damage(source.line_at(p.unit.start), p.unit.language, p.provision, what) for p in units for what in damage_in(_raw(source.text, p), p.unit.language)
        ],
        oddities=source.oddities(),
    )


def conserve(text: str, placements: Sequence[Placement]) -> Conservation:
    """Account for every character of the text by the spans alone, whatever the reader believes."""
    spans = sorted((span, p.kind is Kind.FURNITURE) for p in placements for span in p.unit.spans)
    counts = {True: 0, False: 0}
    lost = doubled = position = 0
    for span, is_frame in spans:
        lost += _ink(text[position : span.start])
        doubled += _ink(text[span.start : min(position, span.end)])
        counts[is_frame] += _ink(text[span.start : span.end])
        position = max(position, span.end)
    lost += _ink(text[position:])
    return Conservation(_ink(text), counts[False], counts[True], lost, doubled)


def _ink(text: str) -> int:
    """How many characters are not white space."""
    return sum(map(len, text.split()))


def _count(language: str, units: Sequence[Placement], outline: Outline) -> LanguageCount:
    own = [placement for placement in units if placement.unit.language == language]
    aligned = [placement for placement in own if placement.is_aligned]
    held = {placement.provision for placement in aligned if placement.kind is not Kind.HEADING}
    return LanguageCount(
        language=language,
        found=len(own),
        aligned=len(aligned),
        unaligned=len(own) - len(aligned),
        headings=sum(placement.kind is Kind.HEADING for placement in own),
        deleted=sum(placement.kind is Kind.DELETED for placement in own),
        evidence=dict(Counter(str(placement.evidence) for placement in aligned)),
        provisions=sum(provision in held for provision in outline.provisions),
        missing=[provision for provision in outline.provisions if provision not in held],
    )


def _place(source: Source, placement: Placement) -> Place:
    start = placement.unit.start
    beginning = " ".join(source.text[start : placement.unit.spans[0].end][: _SHOWN * 2].split())[:_SHOWN]
    return Place(source.line_at(start), source.column_at(start), placement.unit.language, beginning)


def _raw(text: str, placement: Placement) -> str:
    return "\n".join(text[span.start : span.end] for span in placement.unit.spans)


def _both(phrase: Phrase) -> dict[str, str]:
    return {lang: phrase.of(lang) for lang in ("en", "fr")}


def visible(text: str) -> str:
    """The text with control and direction characters as codes: a file must not steer a terminal."""
    if text.isprintable():
        return text
    return "".join(c if unicodedata.category(c) not in {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"} else f"\\u{ord(c):04x}" for c in text)
