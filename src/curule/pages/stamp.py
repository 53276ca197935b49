"""The stamp of a filed PDF on each of its pages: number, moment of receipt, page k of n, classification.

The stamp stands in a strip that is added above what the page showed: nothing that was filed is covered, however close to the edge it
goes. "Above" is what the reader sees: rotation and cropping are followed. What lay hidden outside the cropped page stays hidden.

The bytes that were filed are never touched: the stamped file is a copy beside them. So a signature on the filed file stays valid there;
in the copy its value is taken out, since no signature can cover a page that was stamped later (:attr:`Stamped.was_signed`).

PDF/A: the packet of metadata, the output intents and the structure tree are left byte for byte; the typeface of the stamp is embedded, its
black does not depend on a device, no transparency is added, and the stamp is marked as an artifact. :func:`archival_faults` checks exactly
these things; it is no validator of the whole standard.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from curule.pages import fonts
from curule.pages.boxes import resources_of, rotation_of, seen_box
from curule.pages.opening import open_pdf, taken_apart, written

__all__ = ["Stamp", "Stamped", "archival_faults", "stamped"]

SIZE, LEADING, MARGIN = 8.0, 10.5, 8.0
"""Points: the size of the letters, from line to line, and what is left free around."""
_SUSPECT = re.compile(rb"(?<![^\s\]>)}])([qQ])(?=[\s\[(</{]|$)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is stamped, in words: the number, the moment of receipt, the classification; ``page`` has ``{k}`` and ``{n}``."""

    number: str
    received: str
    classification: str
    page: str = "{k}/{n}"

    def parts(self, k: int, n: int) -> list[str]:
        """The parts in the order in which they are read."""
        return [part for part in (self.number, self.received, self.page.format(k=k, n=n), self.classification) if part]


@dataclass(frozen=True, slots=True)
class Stamped:
    """The stamped copy. ``was_signed``: the filed file carries signatures, which are valid there alone."""

    data: bytes
    pages: int
    was_signed: bool


@dataclass(frozen=True, slots=True)
class _Strip:
    """Where the strip of one page lies: the box that the reader sees, its rotation, the lines and their size."""

    box: tuple[float, float, float, float]
    rotation: int
    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return self.size * (LEADING / SIZE) * len(self.lines) + self.size

    @property
    def grown(self) -> tuple[float, float, float, float]:
        """The box with the strip: the reader's top is the left side of a page turned by 90 degrees, and so on."""
        x0, y0, x1, y1 = self.box
        h = self.height
        return {0: (x0, y0, x1, y1 + h), 90: (x0 - h, y0, x1, y1), 180: (x0, y0 - h, x1, y1), 270: (x0, y0, x1 + h, y1)}[self.rotation]

    @property
    def matrix(self) -> tuple[float, ...]:
        """From the strip's own coordinates (origin at its lower left as the reader sees it) to the page's."""
        x0, y0, x1, y1 = self.box
        return {0: (1, 0, 0, 1, x0, y1), 90: (0, 1, -1, 0, x0, y0), 180: (-1, 0, 0, -1, x1, y0), 270: (0, -1, 1, 0, x1, y1)}[self.rotation]


@taken_apart()
def stamped(data: bytes, stamp: Stamp) -> Stamped:
    """A copy of the PDF with the stamp on each page.

    :raises Unreadable: the file is no PDF that can be opened.
    """
    with open_pdf(data) as pdf:
        count = len(pdf.pages)
        was_signed = _without_signatures(pdf)
        strips = [_strip(page, stamp.parts(k, count)) for k, page in enumerate(pdf.pages, 1)]
        with pikepdf.Pdf.open(io.BytesIO(_printed(strips))) as overlay:
            gray = pdf.make_indirect(Array([Name.CalGray, Dictionary(WhitePoint=Array([0.9505, 1, 1.089]), Gamma=2.2)]))
            for page, strip, printed in zip(pdf.pages, strips, overlay.pages, strict=True):
                _put(pdf, page, strip, pdf.copy_foreign(printed.as_form_xobject(handle_transformations=False)), gray)
        return Stamped(written(pdf), count, was_signed)


def _strip(page: pikepdf.Page, parts: list[str]) -> _Strip:
    box, rotation = seen_box(page), rotation_of(page)
    width = box[3] - box[1] if rotation in (90, 270) else box[2] - box[0]
    try:
        size = SIZE / max(float(page.obj.get("/UserUnit", 1)), 0.01)
    except (TypeError, ValueError):
        size = SIZE
    return _Strip(box, rotation, *_set(parts, width, size))


def _set(parts: list[str], width: float, size: float) -> tuple[float, tuple[str, ...]]:
    """The parts in as few lines as the width takes; on a page narrower than a part the letters become smaller."""
    fonts.ready()
    room = max(width - 2 * MARGIN * size / SIZE, 1)
    widest = max(pdfmetrics.stringWidth(part, fonts.NARROW, size) for part in parts)
    size *= min(1.0, room / widest)
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]}   ·   {part}"
        if pdfmetrics.stringWidth(longer, fonts.NARROW, size) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return size, tuple(lines)


def _printed(strips: list[_Strip]) -> bytes:
    """One page a strip, of the strip's size: only letters, in the colour that is set where it is used."""
    fonts.ready()
    into = io.BytesIO()
    canvas = Canvas(into, initialFontName=fonts.NARROW, pageCompression=1)
    for strip in strips:
        x0, y0, x1, y1 = strip.box
        width = y1 - y0 if strip.rotation in (90, 270) else x1 - x0
        canvas.setPageSize((max(width, 1), strip.height))
        canvas.setFont(fonts.NARROW, strip.size)
        for number, line in enumerate(strip.lines):
            canvas.drawCentredString(width / 2, strip.height - strip.size * (1.2 + number * LEADING / SIZE), line)
        canvas.showPage()
    canvas.save()
    return into.getvalue()


def _put(pdf: pikepdf.Pdf, page: pikepdf.Page, strip: _Strip, form: pikepdf.Object, gray: pikepdf.Object) -> None:
    """Grow the page by its strip; what was there is held inside its old box, drawn after the stamp and unable to reach it."""
    if "/Group" in form:
        del form["/Group"]
    body = _isolated(pdf, page)
    resources = resources_of(page)
    for kind, name, thing in (("/XObject", "/CuruleStamp", form), ("/ColorSpace", "/CuruleGray", gray)):
        own = Dictionary(dict(resources.get(kind, {})))
        own[name] = thing
        resources[kind] = own
    x0, y0, x1, y1 = strip.box
    matrix = " ".join(f"{value:.4f}" for value in strip.matrix)
    before = (f"/Artifact <</Type/Pagination>> BDC q /CuruleGray cs 0 sc {matrix} cm /CuruleStamp Do Q EMC\n"
              f"q {x0:.4f} {y0:.4f} {x1 - x0:.4f} {y1 - y0:.4f} re W n\n")
    page.obj["/Contents"] = Array([pdf.make_stream(before.encode()), *body, pdf.make_stream(b"\nQ\n")])
    page.obj["/Resources"] = resources
    page.obj["/MediaBox"] = Array(list(strip.grown))
    for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]
    page.obj["/CropBox"] = Array(list(strip.grown))


def _isolated(pdf: pikepdf.Pdf, page: pikepdf.Page) -> list[pikepdf.Object]:
    """The page's own content streams; as one closed form where they would undo a graphics state that they did not make."""
    streams = list(_streams(page))
    if not _escapes(page, streams):
        return streams
    form = page.as_form_xobject(handle_transformations=False)
    resources = resources_of(page)
    resources["/XObject"] = Dictionary({**dict(resources.get("/XObject", {})), "/CuruleFiled": form})
    page.obj["/Resources"] = resources
    return [pdf.make_stream(b"/CuruleFiled Do")]


def _streams(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    contents = page.obj.get("/Contents")
    for part in contents if isinstance(contents, pikepdf.Array) else [contents]:
        if isinstance(part, pikepdf.Stream):
            yield part


def _escapes(page: pikepdf.Page, streams: list[pikepdf.Object]) -> bool:
    """Whether the content restores more graphics states than it saved. A quick look first: only a page that may be such a one is parsed."""
    try:
        raw = b"\n".join(stream.read_bytes() for stream in streams)
    except (pikepdf.PdfError, MemoryError):
        return True
    if not _sinks(found.group(1) for found in _SUSPECT.finditer(raw)):
        return False
    try:
        return _sinks(str(told.operator).encode() for told in pikepdf.parse_content_stream(page, "q Q"))
    except (pikepdf.PdfError, pikepdf.PdfParsingError):
        return True


def _sinks(operators: Iterator[bytes]) -> bool:
    depth = 0
    for operator in operators:
        depth += 1 if operator == b"q" else -1
        if depth < 0:
            return True
    return False


def _without_signatures(pdf: pikepdf.Pdf) -> bool:
    """Take the values of signatures out of a copy in which they could not hold; whether there were any."""
    found = False
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/FT") == Name.Sig and "/V" in thing:
            del thing["/V"]
            found = True
    if found and "/AcroForm" in pdf.Root and "/SigFlags" in pdf.Root.AcroForm:
        pdf.Root.AcroForm.SigFlags = 0
    if "/Perms" in pdf.Root:
        del pdf.Root["/Perms"]
    return found


def archival_faults(before: bytes, after: bytes) -> list[str]:
    """What a change took from a PDF/A file that made it one: metadata, output intents, structure, embedded typefaces, no transparency of its own,
    no encryption, no object streams where there were none. Empty when nothing.
    """
    with open_pdf(before) as one, open_pdf(after) as two:
        kept = ("/Metadata", "/OutputIntents", "/MarkInfo", "/Lang")
        faults = [f"{name} changed" for name in kept if _plain(one.Root.get(name)) != _plain(two.Root.get(name))]
        if ("/StructTreeRoot" in one.Root) != ("/StructTreeRoot" in two.Root):
            faults.append("the structure tree is gone")
        if two.is_encrypted:
            faults.append("encrypted")
        faults += [f"typeface {name} is not embedded" for name in sorted(_unembedded(two) - _unembedded(one))]
        if _kinds(two, "/ObjStm") and not _kinds(one, "/ObjStm"):
            faults.append("object streams were added")
        if _groups(two) > _groups(one):
            faults.append("transparency was added")
    return faults


def _plain(thing: pikepdf.Object | None) -> bytes | None:
    if thing is None:
        return None
    return thing.read_bytes() if isinstance(thing, pikepdf.Stream) else thing.unparse(resolved=True)


def _unembedded(pdf: pikepdf.Pdf) -> set[str]:
    faces = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.Font)
    return {str(face.get("/BaseFont", "?")) for face in faces if face.get("/Subtype") not in (Name.Type0, Name.Type3)
            and not any(key in face.get("/FontDescriptor", {}) for key in ("/FontFile", "/FontFile2", "/FontFile3"))}


def _kinds(pdf: pikepdf.Pdf, kind: str) -> int:
    return sum(1 for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Type") == Name(kind))


def _groups(pdf: pikepdf.Pdf) -> int:
    return sum(1 for thing in pdf.objects if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)) and "/Group" in thing)
