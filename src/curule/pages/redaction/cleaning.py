"""Content streams taken apart and written anew without what lies in the redacted zones.

Letters are removed one by one from the operators that show text, and the run that is left keeps its place; images that reach into a zone get new
pixels; drawings inside a zone are dropped. What is drawn on layers that are switched off, and the marks around content (with the texts that they may
carry), are dropped everywhere. Only resources that are still used stay. Wherever the place of something cannot be known, :class:`Uncertain`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

from curule.law.words import T
from curule.pages.boxes import resources_of
from curule.pages.opening import Unreadable
from curule.pages.redaction.drawing import Outline
from curule.pages.redaction.geometry import IDENTITY, Matrix, around, inside, inverse, mapped, meets, times
from curule.pages.redaction.glyphs import Face, Uncertain, face_of
from curule.pages.redaction.marks import Box
from curule.pages.redaction.pictures import MOST_PIXELS, painted

__all__ = ["Cleaner"]

DEEPEST = 12
KEPT_AS_THEY_ARE = frozenset(["w", "J", "j", "M", "d", "ri", "i", "G", "g", "RG", "rg", "K", "k"])
PAINTS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"))
_ACROSS, _UPWARDS = (0.1, 0.3, 0.5, 0.7, 0.9), (0.02, 0.2, 0.35, 0.5)
"""Where a letter is probed, as shares of its advance and of its size: the band in which nearly every letter has ink."""


@dataclass(slots=True)
class _State:
    """The graphics state, as far as it says where things are."""

    matrix: Matrix = IDENTITY
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    tiled: bool = False


class Cleaner:
    """Cleans pages of one file. On a page with zones, what cannot be placed for certain stops it; on others it stays as it is."""

    def __init__(self, pdf: pikepdf.Pdf, is_hidden: Callable[[pikepdf.Object | None], bool]) -> None:
        self.pdf = pdf
        self.is_hidden = is_hidden
        self.faces: dict[tuple[int, int], Face] = {}

    def clean(self, page: pikepdf.Page, zones: Sequence[Box], beyond: Sequence[Box]) -> None:
        """Write the content of a page anew without what lies in the zones, or beyond what the page shows.

        :raises Uncertain: then the page is as it was.
        """
        try:
            told = pikepdf.parse_content_stream(page)
            stream = _Stream(self, resources_of(page), _State(), zones, beyond, 0)
            content, resources = stream.read(told)
        except Uncertain:
            raise
        except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError, ZeroDivisionError, RecursionError, pikepdf.PdfError) as fault:
            raise Uncertain("content that is not well formed") from fault
        page.obj["/Contents"] = self.pdf.make_stream(content)
        page.obj["/Resources"] = resources

    def face(self, font: pikepdf.Object) -> Face:
        """The face of a font, read once."""
        key = font.objgen
        if key == (0, 0):
            return face_of(font)
        if key not in self.faces:
            self.faces[key] = face_of(font)
        return self.faces[key]


class _Stream:
    """One content stream (a page's or a form's) on its way from what it was to what stays of it."""

    def __init__(self, cleaner: Cleaner, resources: pikepdf.Object, state: _State, zones: Sequence[Box], beyond: Sequence[Box],
                 depth: int) -> None:
        if depth > DEEPEST:
            raise Uncertain("forms within forms without end")
        self.cleaner, self.resources, self.state, self.depth = cleaner, resources, state, depth
        self.zones, self.beyond, self.everywhere, self.strict = zones, beyond, (*zones, *beyond), bool(zones)
        self.out: list[Any] = []
        self.saved: list[_State] = []
        self.marks: list[bool] = [False]
        self.kept = Dictionary()
        self.outline = Outline(zones, beyond)
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY
        self.after_removed = False

    def read(self, told: Iterable[Any]) -> tuple[bytes, pikepdf.Dictionary]:
        """What stays: the content and the resources that it uses."""
        for one in told:
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                self._inline(one)
            else:
                self._take(list(one.operands), str(one.operator))
        self.out += [([], Operator("Q"))] * len(self.saved)
        return pikepdf.unparse_content_stream(self.out), self.kept

    @property
    def unseen(self) -> bool:
        """Whether the content here stands on a layer that is switched off."""
        return any(self.marks)

    def _emit(self, operator: str, *operands: Any) -> None:
        self.out.append((list(operands), Operator(operator)))

    def _take(self, operands: list[Any], operator: str) -> None:
        if operator in KEPT_AS_THEY_ARE:
            if operator in ("g", "rg", "k"):
                self.state.tiled = False
            self._emit(operator, *operands)
        elif operator in PAINTS:
            self._paint(operator)
        elif self.outline.takes(operator, operands, self.state.matrix):
            return
        else:
            method = _METHODS.get(operator)
            if method is not None:  # what is no operator shows nothing, and its operands could carry anything
                method(self, operands, operator)

    # Resources ------------------------------------------------------------------------------------

    def _resource(self, kind: str, name: Any) -> pikepdf.Object | None:
        return self.resources.get(kind, Dictionary()).get(str(name))

    def _keep(self, kind: str, name: Any) -> pikepdf.Object | None:
        """A resource that is used from now on; nothing where there is none of that name."""
        found = self._resource(kind, name)
        if found is not None:
            if kind not in self.kept:
                self.kept[kind] = Dictionary()
            self.kept[kind][str(name)] = found
        return found

    def _add(self, thing: pikepdf.Object) -> Name:
        """A new form or image, under a name that nothing has."""
        if "/XObject" not in self.kept:
            self.kept["/XObject"] = Dictionary()
        number = 1
        while f"/C{number}" in self.kept["/XObject"] or f"/C{number}" in self.resources.get("/XObject", Dictionary()):
            number += 1
        self.kept["/XObject"][f"/C{number}"] = thing
        return Name(f"/C{number}")

    # State ----------------------------------------------------------------------------------------

    def _save(self, _operands: list[Any], _operator: str) -> None:
        self.saved.append(copy.copy(self.state))
        self._emit("q")

    def _restore(self, _operands: list[Any], _operator: str) -> None:
        if self.saved:
            self.state = self.saved.pop()
            self._emit("Q")

    def _concat(self, operands: list[Any], operator: str) -> None:
        self.state.matrix = times(_matrix(operands), self.state.matrix)
        self._emit(operator, *operands)

    def _graphics(self, operands: list[Any], operator: str) -> None:
        found = self._keep("/ExtGState", operands[0])
        if found is None:
            return
        if isinstance(found.get("/SMask"), pikepdf.Dictionary) and self.strict:
            raise Uncertain("a soft mask that is drawn")
        if "/Font" in found:
            self.state.face, self.state.size = self.cleaner.face(found.Font[0]), float(found.Font[1])
        self._emit(operator, *operands)

    def _colour(self, operands: list[Any], operator: str) -> None:
        if operator in ("cs", "CS"):
            self._keep("/ColorSpace", operands[0])
        if operands and isinstance(operands[-1], pikepdf.Name) and operator in ("scn", "SCN"):
            pattern = self._keep("/Pattern", operands[-1])
            self.state.tiled = pattern is not None and pattern.get("/PatternType") == 1
        elif operator in ("sc", "scn", "cs"):
            self.state.tiled = False
        self._emit(operator, *operands)

    def _mark(self, operands: list[Any], operator: str) -> None:
        """Marks around content go; what stands on a hidden layer is not shown."""
        hidden = False
        if operator == "BDC" and len(operands) == 2 and operands[0] == Name.OC:
            layer = self._resource("/Properties", operands[1]) if isinstance(operands[1], pikepdf.Name) else operands[1]
            hidden = self.cleaner.is_hidden(layer)
        self.marks.append(hidden)

    def _unmark(self, _operands: list[Any], _operator: str) -> None:
        if len(self.marks) > 1:
            self.marks.pop()

    # Drawings and images --------------------------------------------------------------------------

    def _paint(self, operator: str) -> None:
        if self.state.tiled and operator != "n" and self.strict and self.outline.touches():
            raise Uncertain("a surface filled with a drawn pattern")
        self.out += self.outline.painted(operator, self.unseen)

    def _shade(self, operands: list[Any], operator: str) -> None:
        found = self._keep("/Shading", operands[0])
        if found is not None and int(found.get("/ShadingType", 0)) >= 4 and self.strict:
            raise Uncertain("a shading that may be a picture")
        if not self.unseen:
            self._emit(operator, *operands)

    def _do(self, operands: list[Any], operator: str) -> None:
        thing = self._resource("/XObject", operands[0])
        if thing is None or self.unseen or self.cleaner.is_hidden(thing.get("/OC")):
            return
        if thing.get("/Subtype") == Name.Form:
            self._emit("Do", self._add(self._form(thing)))
        elif thing.get("/Subtype") == Name.Image:
            _check_size(int(thing.get("/Width", 0)), int(thing.get("/Height", 0)))
            met = self._met(self.state.matrix)
            if not met:
                self._keep("/XObject", operands[0])
                self._emit(operator, *operands)
            else:
                self._picture(pikepdf.PdfImage(cast(pikepdf.Stream, thing)), met)

    def _form(self, form: pikepdf.Object) -> pikepdf.Object:
        state = copy.copy(self.state)
        state.matrix = times(_matrix(form.get("/Matrix", IDENTITY)), state.matrix)
        stream = _Stream(self.cleaner, form.get("/Resources", self.resources), state, self.zones, self.beyond, self.depth + 1)
        content, resources = stream.read(pikepdf.parse_content_stream(form))
        made = self.cleaner.pdf.make_stream(content)
        made.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/Resources": resources})
        for key in ("/BBox", "/Matrix", "/Group"):
            if key in form:
                made[key] = form[key]
        return made

    def _met(self, placed: Matrix) -> list[Box]:
        """The zones that an image in this place reaches into."""
        box = around(mapped(placed, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)))
        return [zone for zone in self.everywhere if meets(box, zone)]

    def _picture(self, image: pikepdf.PdfImage | pikepdf.PdfInlineImage, met: list[Box]) -> None:
        self._emit("Do", self._add(painted(self.cleaner.pdf, image, self.state.matrix, met)))

    def _inline(self, one: pikepdf.ContentStreamInlineImage) -> None:
        if self.unseen:
            return
        _check_size(one.iimage.width, one.iimage.height)
        met = self._met(self.state.matrix)
        for name in self.resources.get("/ColorSpace", Dictionary()):
            self._keep("/ColorSpace", name)
        if met:
            self._picture(one.iimage, met)
        else:
            self.out.append(one)

    # Text -----------------------------------------------------------------------------------------

    def _begin(self, _operands: list[Any], operator: str) -> None:
        self.text = self.line = IDENTITY
        self._emit(operator)

    def _end(self, _operands: list[Any], operator: str) -> None:
        self._emit(operator)

    def _set(self, operands: list[Any], operator: str) -> None:
        value = float(operands[0])
        field = {"Tc": "spacing", "Tw": "word_spacing", "Tz": "scale", "TL": "leading", "Ts": "rise"}.get(operator)
        if field is not None:
            setattr(self.state, field, value / 100 if operator == "Tz" else value)
        self._emit(operator, *operands)

    def _font(self, operands: list[Any], operator: str) -> None:
        found = self._keep("/Font", operands[0])
        self.state.face = self.cleaner.face(found) if found is not None else Face(1, doubtful="a font that is not there")
        self.state.size = float(operands[1])
        self._emit(operator, *operands)

    def _move(self, operands: list[Any], operator: str) -> None:
        x, y = (float(operands[0]), float(operands[1])) if operands else (0.0, -self.state.leading)
        if operator == "TD":
            self.state.leading = -y
        self.text = self.line = times((1, 0, 0, 1, x, y), self.line)
        self._emit(operator, *operands)

    def _place(self, operands: list[Any], operator: str) -> None:
        self.text = self.line = _matrix(operands)
        self._emit(operator, *operands)

    def _next_line_and_show(self, operands: list[Any], operator: str) -> None:
        if operator == '"':
            self._set([operands[0]], "Tw")
            self._set([operands[1]], "Tc")
        self._move([], "T*")
        self._show(operands[-1:], "Tj")

    def _show(self, operands: list[Any], operator: str) -> None:
        shown = list(operands[0]) if operator == "TJ" else [operands[0]]
        try:
            made = self._without(shown)
        except Uncertain:
            if self.strict or self.unseen:
                raise
            made = None
        if made is None:
            self._emit(operator, *operands)
        else:
            self._emit("TJ", Array(made))

    def _without(self, shown: list[Any]) -> list[Any] | None:
        """What is shown without the letters in the zones, moved over by as much as they took; nothing where all stay."""
        state, gap, changed = self.state, 0.0, False
        made: list[Any] = []
        if state.face is None:
            raise Uncertain("text without a font")
        run = bytearray()
        for item in shown:
            if not isinstance(item, pikepdf.String):
                gap += float(item)
                self._advance(-float(item) / 1000 * state.size * state.scale)
                continue
            for code, number in state.face.codes(bytes(item)):
                width = state.face.width(number) / 1000
                extra = state.spacing + (state.word_spacing if code == b" " else 0.0)
                removed = self.unseen or self._in_zone(width)
                if removed:
                    changed = True
                    gap -= (width + (extra / state.size if state.size else 0.0)) * 1000
                else:
                    if gap:
                        made += [pikepdf.String(bytes(run)), round(gap, 2)] if run else [round(gap, 2)]
                        run, gap = bytearray(), 0.0
                    run += code
                self.after_removed = removed
                self._advance((width * state.size + extra) * state.scale)
        made += [pikepdf.String(bytes(run))] if run else []
        made += [round(gap, 2)] if gap else []
        return made if changed else None

    def _advance(self, by: float) -> None:
        self.text = times((1, 0, 0, 1, by, 0), self.text)

    def _in_zone(self, width: float) -> bool:
        """Whether a letter that is set now reaches into a zone; a mark without width goes with the letter that it stands on."""
        if width == 0 and self.after_removed:
            return True
        state = self.state
        letter = times(times((state.size * state.scale, 0, 0, state.size, 0, state.rise), self.text), state.matrix)
        box = around(mapped(letter, x, y) for x in (0, width or -0.3) for y in (-0.1, 0.6))
        near = [zone for zone in self.everywhere if meets(box, zone)]
        if not near:
            return False
        if any(inside(mapped(letter, x * (width or -0.3), y), near) for x in _ACROSS for y in _UPWARDS):
            return True
        return any(_within_letter(letter, zone, width) for zone in near)


def _within_letter(letter: Matrix, zone: Box, width: float) -> bool:
    """Whether a zone that is smaller than the letter lies on it."""
    back = inverse(letter)
    if back is None:
        return True
    x0, y0, x1, y1 = zone
    points = [mapped(back, x, y) for x in (x0, (x0 + x1) / 2, x1) for y in (y0, (y0 + y1) / 2, y1)]
    return any(0.1 * width <= x <= 0.9 * width and 0 <= y <= 0.6 for x, y in points)


def _check_size(width: int, height: int) -> None:
    """An image that no reader could show is not worked on: it would stop the machine, not the redaction.

    :raises Unreadable: too many pixels.
    """
    if width * height > MOST_PIXELS:
        raise Unreadable(T("the PDF has an image of an impossible size; have the page scanned anew",
                           "le PDF contient une image d’une taille impossible ; numérisez la page de nouveau"))


def _matrix(listed: Iterable[Any]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in listed)
    return (a, b, c, d, e, f)


_METHODS: dict[str, Callable[[_Stream, list[Any], str], None]] = {
    "q": _Stream._save, "Q": _Stream._restore, "cm": _Stream._concat, "gs": _Stream._graphics, "Do": _Stream._do, "sh": _Stream._shade,
    "BT": _Stream._begin, "ET": _Stream._end, "Tf": _Stream._font, "Td": _Stream._move, "TD": _Stream._move, "T*": _Stream._move, "Tm": _Stream._place,
    "Tj": _Stream._show, "TJ": _Stream._show, "'": _Stream._next_line_and_show, '"': _Stream._next_line_and_show,
    "BMC": _Stream._mark, "BDC": _Stream._mark, "EMC": _Stream._unmark,
    **dict.fromkeys(("cs", "CS", "sc", "SC", "scn", "SCN"), _Stream._colour), **dict.fromkeys(("Tc", "Tw", "Tz", "TL", "Ts", "Tr"), _Stream._set),
}
