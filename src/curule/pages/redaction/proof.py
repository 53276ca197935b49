"""The proof that a public file holds none of what was removed. It reads the file as others will: two extractors that share no code, the bare
streams and strings in several encodings, the document's own structure, the pixels of the boxes.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from curule.pages.recognising import installed, read_picture, rendered
from curule.pages.redaction.document import NEVER, PAGE_KEYS, ROOT_KEYS, sheet_of
from curule.pages.redaction.geometry import meets
from curule.pages.redaction.marks import Area, Phrase, fold
from curule.pages.redaction.reading import find, in_zones, letters_of, opened, unseen_letters
from curule.pages.telling import tell

__all__ = ["Fault", "Proof", "prove"]

SECONDS = 300
STEPS, PROVING = 5, 4
"""Steps of a redaction as they are told, of which the proof is the last; each page that it recognises is one more."""
LONG = 7
"""Letters from which a phrase is also searched in what is plainly no text."""
_PRINTED = bytes(range(32, 127)) + b"\n\r\t"
ENCODINGS = ("utf-8", "latin-1", "utf-16-be", "utf-16-le")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is still there: which check found it, on which page (0: in the document itself). It never repeats what was found."""

    check: str
    page: int
    says: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked and what was found. The file may be released when :attr:`holds`."""

    checks: tuple[str, ...]
    not_checked: tuple[str, ...]
    faults: tuple[Fault, ...] = field(default=())

    @property
    def holds(self) -> bool:
        """Whether nothing of what was removed was found."""
        return not self.faults

    @property
    def pages(self) -> frozenset[int]:
        """The pages with faults, from 1; 0 stands for the document."""
        return frozenset(fault.page for fault in self.faults)

    def as_data(self) -> dict[str, Any]:
        """As plain data."""
        return {"holds": self.holds, "checks": list(self.checks), "not_checked": list(self.not_checked),
                "faults": [{"check": f.check, "page": f.page, "says": f.says} for f in self.faults]}


def prove(public: bytes, phrases: Sequence[Phrase], areas: Sequence[Area], *, ocr: bool = False,
          ocr_pages: Collection[int] | None = None, languages: Sequence[str] = ("en",)) -> Proof:
    """Look for the phrases everywhere and for anything in the areas.

    ``ocr``: also read the pictures of the pages with Tesseract, which finds words in pixels, and takes seconds a page;
    all pages, or those of ``ocr_pages`` (from 1), in the ``languages`` of the document.
    """
    checks, missing = ["text by pdfium", "text in areas by pdfium", "pixels of areas", "text that is not seen", "streams and strings", "structure"], []
    faults = [Fault("text by pdfium", found.boxes[0][0] + 1 if found.boxes else 0, "a removed phrase is in the text") for found in find(public, phrases)]
    faults += _in_areas(public, areas)
    if shutil.which("pdftotext"):
        checks.append("text and words in areas by poppler")
        faults += _by_poppler(public, phrases, areas)
    else:
        missing.append("text by poppler: pdftotext is not on this machine")
    with pikepdf.Pdf.open(io.BytesIO(public), suppress_warnings=True) as pdf:
        faults += [*_bare_finds(pdf, phrases), *_structure(pdf, public)]
    if ocr and (spoken := installed(languages)):
        where = "words in pictures" if ocr_pages is None else "words in pages that are pictures"
        checks.append(f"{where}, by Tesseract ({'+'.join(spoken)})")
        missing += [f"words in pictures in {language}: Tesseract does not have this language here" for language in languages if not installed([language])]
        faults += _by_tesseract(public, phrases, ocr_pages, spoken)
    elif ocr:
        missing.append("words in pictures: tesseract is not on this machine")
    if unread := sorted(_with_pictures(public) - (set() if not ocr else set(_all(public) if ocr_pages is None else ocr_pages))):
        missing.append(f"words in pictures on pages {', '.join(map(str, unread))}: they were not read")
    return Proof(tuple(checks), tuple(missing), tuple(faults))


def _all(public: bytes) -> range:
    with opened(public) as pdf:
        return range(1, len(pdf) + 1)


def _with_pictures(public: bytes) -> set[int]:
    """The pages that show pictures, from 1."""
    with opened(public) as pdf:
        return {number for number, page in enumerate(pdf, 1) if any(True for _one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=5))}


def _in_areas(public: bytes, areas: Sequence[Area]) -> Iterator[Fault]:
    with pikepdf.Pdf.open(io.BytesIO(public)) as pdf:
        sheets = [sheet_of(page) for page in pdf.pages]
    with opened(public) as pdf:
        for number, page in enumerate(pdf, 1):
            if unseen_letters(page):
                yield Fault("text that is not seen", number, "there is text that the page does not show")
            here = [area for area in areas if area.page == number]
            if not here:
                continue
            boxes = [sheets[number - 1].own(area) for area in here]
            if in_zones(letters_of(page, tight=True), boxes):
                yield Fault("text in areas by pdfium", number, "there is text in a redacted area")
            if not _all_black(page, sheets[number - 1].size, here):
                yield Fault("pixels of areas", number, "a redacted area is not black")


def _all_black(page: pypdfium2.PdfPage, size: tuple[float, float], areas: Sequence[Area]) -> bool:
    scale = 2.0
    picture = page.render(scale=scale, grayscale=True).to_pil()
    for area in areas:
        left, top = max(area.left, 0) * scale + 2, max(area.top, 0) * scale + 2
        right, bottom = min(area.right, size[0]) * scale - 2, min(area.bottom, size[1]) * scale - 2
        if right - left >= 1 and bottom - top >= 1 and picture.crop((int(left), int(top), int(right), int(bottom))).getextrema()[1] > 40:
            return False
    return True


_PAGE = re.compile(r"<page [^>]*>(.*?)</page>", re.S)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">')


def _by_poppler(public: bytes, phrases: Sequence[Phrase], areas: Sequence[Area]) -> Iterator[Fault]:
    with tempfile.TemporaryDirectory(prefix="curule-proof-") as folder:
        path = Path(folder) / "public.pdf"
        path.write_bytes(public)
        for how in ([], ["-raw"], ["-layout"]) if phrases else ():
            for number, text in enumerate(_poppler(path, *how).split("\f"), 1):
                for phrase in phrases:
                    if phrase.pattern.search(fold(text, phrase.exact)[0]) or phrase.loose.search(fold(text, phrase.exact)[0]):
                        yield Fault("text by poppler", number, "a removed phrase is in the text")
        if areas:
            for number, told in enumerate(_PAGE.findall(_poppler(path, "-bbox", "-cropbox")), 1):
                here = [area for area in areas if area.page == number]
                words = [tuple(map(float, word)) for word in _WORD.findall(told)]
                if any(meets(_core(word), (area.left, area.top, area.right, area.bottom)) for word in words for area in here):
                    yield Fault("text and words in areas by poppler", number, "there is a word in a redacted area")


def _core(word: tuple[float, ...]) -> tuple[float, float, float, float]:
    """The middle of a word's box, whose edges reach into the line above and the words beside it."""
    x0, y0, x1, y1 = word
    margin = min(0.15 * (y1 - y0), 0.3 * (x1 - x0))
    return (x0 + margin, y0 + 0.35 * (y1 - y0), x1 - margin, y1 - 0.35 * (y1 - y0))


def _poppler(path: Path, *how: str) -> str:
    program = shutil.which("pdftotext") or "pdftotext"
    done = subprocess.run([program, "-enc", "UTF-8", *how, str(path), "-"], capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    return done.stdout.decode("utf-8", "replace")


def _bare_finds(pdf: pikepdf.Pdf, phrases: Sequence[Phrase]) -> Iterator[Fault]:
    """Each stream as it is when decoded, and each string of it and of the objects, in the encodings in which words are written."""
    if not phrases:
        return
    for thing in pdf.objects:
        for told in _bytes_of(thing):
            texts = [told.decode(encoding, "ignore") for encoding in ENCODINGS]
            for phrase in phrases:
                # In a font's program any three letters stand somewhere by chance.
                if (not _is_binary(told) or len(phrase.text) >= LONG) and any(phrase.pattern.search(fold(text, phrase.exact)[0]) for text in texts):
                    yield Fault("streams and strings", 0, "a removed phrase is in a stream or a string")


def _is_binary(told: bytes) -> bool:
    return len(told) > 200 and len(told.translate(None, _PRINTED)) > len(told) / 4


def _bytes_of(thing: pikepdf.Object) -> Iterator[bytes]:
    if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != pikepdf.Name.Image:
        try:
            read = thing.read_bytes()
        except pikepdf.PdfError:
            read = thing.read_raw_bytes()
        yield read
        yield from _strings_of(thing, read)
    for value in _values(thing):
        yield bytes(value)


def _strings_of(stream: pikepdf.Stream, read: bytes) -> Iterator[bytes]:
    """The strings that a content stream shows, joined: a word may be set letter by letter."""
    if b"Tj" not in read and b"TJ" not in read:
        return
    try:
        told = pikepdf.parse_content_stream(stream)
    except (pikepdf.PdfError, TypeError, ValueError):
        return
    shown = bytearray()
    for one in told:
        for operand in one.operands if not isinstance(one, pikepdf.ContentStreamInlineImage) else ():
            for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
                if isinstance(part, pikepdf.String):
                    shown += bytes(part)
        if str(one.operator) in ("ET", "Td", "TD", "T*", "Tm"):
            shown += b" "
    yield bytes(shown)


def _values(thing: Any, depth: int = 0) -> Iterator[pikepdf.String]:
    """The strings in an object, not those of the objects that it refers to."""
    if depth > 20:
        return
    if isinstance(thing, pikepdf.String):
        yield thing
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _values(value, depth + 1)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in thing.keys():  # noqa: SIM118 - not a mapping of Python's
            if not getattr(thing[key], "is_indirect", False):
                yield from _values(thing[key], depth + 1)


def _structure(pdf: pikepdf.Pdf, public: bytes) -> Iterator[Fault]:
    """One revision, no catalogue entries but the pages, pages without anything attached, no key that carries more than the page shows."""
    extra = set(pdf.Root.keys()) - ROOT_KEYS
    if extra:
        yield Fault("structure", 0, f"the catalogue has {', '.join(sorted(extra))}")
    if "/Info" in pdf.trailer or "/Prev" in pdf.trailer or public.count(b"startxref") != 1 or not public.rstrip().endswith(b"%%EOF"):
        yield Fault("structure", 0, "there is an information dictionary, an earlier revision, or something after the end")
    for number, page in enumerate(pdf.pages, 1):
        more = set(page.obj.keys()) - PAGE_KEYS
        if more:
            yield Fault("structure", number, f"the page has {', '.join(sorted(more))}")
    for thing in pdf.objects:
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)) and NEVER & set(thing.keys()):
            yield Fault("structure", 0, f"an object has {', '.join(sorted(NEVER & set(thing.keys())))}")


def _by_tesseract(public: bytes, phrases: Sequence[Phrase], pages: Collection[int] | None, spoken: Sequence[str]) -> Iterator[Fault]:
    with opened(public) as pdf:
        wanted = [number for number in range(1, len(pdf) + 1) if pages is None or number in pages]
        for place, number in enumerate(wanted):
            tell(PROVING + place, STEPS + len(wanted))
            text = read_picture(rendered(pdf[number - 1]), spoken)[0]
            if any(phrase.pattern.search(fold(text, phrase.exact)[0]) for phrase in phrases):
                yield Fault("words in pictures by Tesseract", number, "a removed phrase can be read in the picture of the page")
