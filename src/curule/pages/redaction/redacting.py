"""The whole way from the confidential file to the public one."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from curule.law.words import T, Text
from curule.pages.opening import Unreadable, open_pdf, taken_apart
from curule.pages.redaction.cleaning import Cleaner
from curule.pages.redaction.document import afresh, flattened, pictured, sheet_of
from curule.pages.redaction.geometry import meets, outside_of
from curule.pages.redaction.glyphs import Uncertain
from curule.pages.redaction.layers import hidden_layers
from curule.pages.redaction.marks import Area, Box, Phrase, Redaction, Sheet
from curule.pages.redaction.proof import PROVING, STEPS, Proof, prove
from curule.pages.redaction.reading import Found, clear_of, find, in_zones, inside_words, letters_of, opened, unseen_letters
from curule.pages.telling import tell

__all__ = ["NotProved", "Released", "redact", "release"]

DPI = 200


class NotProved(Exception):
    """The public file is not released: ``proof`` says which checks found something, ``says`` what to do."""

    def __init__(self, says: Text, proof: Proof | None = None) -> None:
        super().__init__(says.en)
        self.says = says
        self.proof = proof


@dataclass(frozen=True, slots=True)
class Released:
    """The public file, where it was redacted and why, and the proof.

    ``pictured``: the pages (from 1) that became pictures, each with the reason. ``unfound``: places in the list of phrases that were nowhere
    found. ``cleared``: how many letters went that the pages did not show. ``inside``: pages (from 1) where a phrase still stands inside longer words.
    """

    public: bytes
    redactions: tuple[Redaction, ...]
    pictured: Mapping[int, str]
    unfound: tuple[int, ...]
    cleared: int
    inside: tuple[int, ...]
    proof: Proof


@dataclass(slots=True)
class _Plan:
    """What goes, by page from 0: zones with a black box, zones that the page did not show, pages that become pictures."""

    boxes: dict[int, list[Box]] = field(default_factory=dict)
    quiet: dict[int, list[Box]] = field(default_factory=dict)
    pictures: dict[int, str] = field(default_factory=dict)

    def zones(self, page: int) -> list[Box]:
        return [*self.boxes.get(page, ()), *self.quiet.get(page, ())]


def release(data: bytes, areas: Sequence[Area], phrases: Sequence[Phrase], *, dpi: int = DPI, ocr: bool = False, scans: Collection[int] = (),
            languages: Sequence[str] = ("en",)) -> Released:
    """Redact and prove. Pages on which the proof finds something are made pictures, and it is all proved again.

    ``scans``: pages (from 1) whose words stand in pixels; the proof reads those of the result, in ``languages``, as it reads all pages with ``ocr``.

    :raises NotProved: it still does not hold, or nothing was found to redact. :raises Unreadable: no PDF that can be read.
    """
    if not areas and not phrases:
        raise NotProved(T("nothing is marked", "rien n’est marqué"))
    released = redact(data, areas, phrases, dpi=dpi, ocr=ocr, scans=scans, languages=languages)
    if not released.proof.holds:
        pages = {page - 1: "the proof found something on the page" for page in released.proof.pages if page}
        released = redact(data, areas, phrases, dpi=dpi, ocr=ocr, scans=scans, languages=languages, as_pictures=pages)
    if not released.proof.holds:
        raise NotProved(T("something of what was removed can still be found; nothing is released. Mark larger areas, or have the page typed anew",
                          "une partie de ce qui a été supprimé est encore décelable ; rien n’est diffusé. Élargissez les zones ou refaites la page"),
                        released.proof)
    return released


@taken_apart()
def redact(data: bytes, areas: Sequence[Area], phrases: Sequence[Phrase], *, dpi: int = DPI, ocr: bool = False,
           scans: Collection[int] = (), languages: Sequence[str] = ("en",), as_pictures: Mapping[int, str] | None = None) -> Released:
    """The redacted file with its proof, whether or not it holds; only :func:`release` may be shown to the public."""
    plan = _Plan(pictures=dict(as_pictures or {}))
    tell(0, STEPS)
    shown, prepared = _prepared(data, plan)
    tell(1, STEPS)
    with open_pdf(prepared) as pdf:
        sheets = [sheet_of(page) for page in pdf.pages]
    found = _found(shown, prepared, phrases)
    if not all(one.placed for one in found):
        raise NotProved(T("the place of a phrase on its page cannot be made out; have the page typed anew or scanned",
                          "l’emplacement d’une expression sur sa page ne peut être établi ; refaites ou numérisez la page"))
    marks = [(area, area.ground, "area") for area in _on_pages(areas, sheets)]
    for one in found:
        marks += [(sheets[number].shown(box, number + 1), one.phrase.ground, "phrase") for number, box in one.boxes]
    marks = _ordered(marks)
    for area, _ground, _how in marks:
        plan.boxes.setdefault(area.page - 1, []).append(sheets[area.page - 1].own(area))
    tell(2, STEPS)
    cleared = _unseen(prepared, plan)
    tell(3, STEPS)
    public = _made(prepared, plan, phrases, dpi)
    redactions = tuple(Redaction(number, area, ground, how) for number, (area, ground, how) in enumerate(marks, 1))
    read = None if ocr else {*scans, *(page + 1 for page in plan.pictures)}
    tell(PROVING, STEPS)
    proof = prove(public, phrases, [area for area, _ground, _how in marks], ocr=ocr or bool(read), ocr_pages=read, languages=languages)
    seen = {id(one.phrase) for one in found}
    unfound = tuple(place for place, phrase in enumerate(phrases) if id(phrase) not in seen)
    return Released(public, redactions, {page + 1: why for page, why in sorted(plan.pictures.items())}, unfound, cleared,
                    tuple(inside_words(public, phrases)), proof)


def _found(shown: bytes, prepared: bytes, phrases: Sequence[Phrase]) -> list[Found]:
    """Where the phrases stand, by both readings: marks around content may say how its letters are to be read ("c" and an accent as one), and then the
    place of those letters is less certain than without the marks; so what stands there without them goes whole.
    """
    found, marked = find(prepared, phrases), find(shown, phrases)
    loose = find(prepared, [replace(phrase, whole=False) for phrase in phrases if phrase.whole]) if len(marked) > len(found) else []
    for one in loose:
        again = next((other for other in marked if other.phrase.text == one.phrase.text and _overlap(one, other)), None)
        if again is not None:
            found.append(Found(again.phrase, one.boxes, one.placed))
    return [*found, *marked]


def _overlap(one: Found, other: Found) -> bool:
    return any(a == b and meets(box, place) for a, box in one.boxes for b, place in other.boxes)


def _on_pages(areas: Sequence[Area], sheets: Sequence[Sheet]) -> list[Area]:
    """The areas, cut to the pages that they are on.

    :raises Unreadable: an area on no page of the file.
    """
    made = []
    for area in areas:
        if area.page > len(sheets):
            raise Unreadable(T(f"there is no page {area.page}; the document has {len(sheets)}",
                               f"il n’y a pas de page {area.page} ; le document en a {len(sheets)}"))
        width, height = sheets[area.page - 1].size
        left, top, right, bottom = max(area.left, 0), max(area.top, 0), min(area.right, width), min(area.bottom, height)
        if left >= right or top >= bottom:
            raise Unreadable(T(f"an area lies beside page {area.page}", f"une zone se trouve hors de la page {area.page}"))
        made.append(Area(area.page, left, top, right, bottom, area.ground))
    return made


def _ordered(marks: list[tuple[Area, str, str]]) -> list[tuple[Area, str, str]]:
    """In reading order, each place once."""
    seen: set[tuple[float, ...]] = set()
    made = []
    for mark in sorted(marks, key=lambda m: (m[0].page, round(m[0].top), m[0].left)):
        area = mark[0]
        place = (area.page, *(round(value) for value in (area.left, area.top, area.right, area.bottom)))
        if place not in seen:
            seen.add(place)
            made.append(mark)
    return made


def _prepared(data: bytes, plan: _Plan) -> tuple[bytes, bytes]:
    """The file with its forms made part of the pages; and then without hidden layers, marks around content and what lies beside the pages."""
    with open_pdf(data) as pdf:
        cleaner = Cleaner(pdf, hidden_layers(pdf))
        flattened(pdf)
        shown = io.BytesIO()
        pdf.save(shown)
        for number, page in enumerate(pdf.pages):
            try:
                cleaner.clean(page, (), outside_of(sheet_of(page).box))
            except Uncertain as why:
                plan.pictures.setdefault(number, str(why))
        into = io.BytesIO()
        pdf.save(into)
        return shown.getvalue(), into.getvalue()


def _unseen(prepared: bytes, plan: _Plan) -> int:
    """Plan to remove what the pages do not show though their text says it: what lies under boxes that others drew, white letters on white."""
    count = 0
    with opened(prepared) as pdf:
        for number, page in enumerate(pdf):
            found = unseen_letters(page)
            if found:
                count += len(found)
                plan.quiet[number] = [box for _c, box in found]
    return count


def _made(prepared: bytes, plan: _Plan, phrases: Sequence[Phrase], dpi: int) -> bytes:
    """Clean, look whether it is clean, and make pictures of the pages that are not."""
    public = _written(prepared, plan, dpi)
    doubtful = _doubtful(prepared, public, plan, phrases)
    if doubtful:
        plan.pictures.update(doubtful)
        public = _written(prepared, plan, dpi)
    return public


def _written(prepared: bytes, plan: _Plan, dpi: int) -> bytes:
    with open_pdf(prepared) as pdf, open_pdf(prepared) as untouched:
        cleaner = Cleaner(pdf, hidden_layers(pdf))
        for number in sorted({*plan.boxes, *plan.quiet} - set(plan.pictures)):
            page = pdf.pages[number]
            try:
                cleaner.clean(page, plan.zones(number), outside_of(sheet_of(page).box))
            except Uncertain as why:
                plan.pictures[number] = str(why)
        pictures = {}
        if plan.pictures:
            with opened(prepared) as shown:
                pictures = {number: pictured(shown[number], plan.boxes.get(number, ()), dpi) for number in plan.pictures}
        return afresh(pdf, plan.boxes, pictures, untouched)


def _doubtful(prepared: bytes, public: bytes, plan: _Plan, phrases: Sequence[Phrase]) -> dict[int, str]:
    """The pages on which text is still in a zone, a phrase is still found, or a letter outside the zones is lost."""
    doubtful: dict[int, str] = {}
    with opened(prepared) as before, opened(public) as after:
        for number in sorted({*plan.boxes, *plan.quiet} - set(plan.pictures)):
            zones = plan.zones(number)
            left = letters_of(after[number], tight=True)
            if in_zones(left, zones):
                doubtful[number] = "text stayed where it was to be removed"
            elif Counter(clear_of(letters_of(before[number]), zones)) - Counter(c for c in left.text if c.isalnum()):
                doubtful[number] = "text would have been lost that is not redacted"
    for one in find(public, phrases):
        doubtful |= {number: "a phrase was still found" for number, _box in one.boxes if number not in plan.pictures}
    return doubtful
