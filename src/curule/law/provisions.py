"""Provisions: a place in an instrument, as an id, a sort key and a citation in English and French.

Ids are those of the requirements matrix: `model:7(2)(a)`, `model:8bis(1)`, `model:res4`, `model:ta1(2)`,
`model:preamble`. Printing is here; reading printed citations back is `curule.law.citations`, whose
`parse_citation` this module hands on. Ids are read thousands of times while packs are imported: reading is
cached and uses plain string splitting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from curule.law.instruments import (
    ALWAYS,
    ANNEX,
    ARTICLE,
    COMMON_DIVISIONS,
    ITEM,
    PARAGRAPH,
    REGULATION,
    RULE,
    SECTION,
    TABLE,
    CitationError,
    Division,
    InForce,
    Instrument,
    Noun,
    find_instrument,
    instrument_of,
    register,
    registered,
)
from curule.law.words import T, Text, listing

__all__ = [
    "ALWAYS",
    "ANNEX",
    "ARTICLE",
    "ITEM",
    "PARAGRAPH",
    "REGULATION",
    "RULE",
    "SECTION",
    "TABLE",
    "CitationError",
    "Division",
    "InForce",
    "Instrument",
    "Noun",
    "Provision",
    "cite_all",
    "find_instrument",
    "instrument_of",
    "parse_citation",
    "register",
    "registered",
]

LATIN: tuple[str, ...] = (
    "",
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "nonies",
    "decies",
)
_RANK_OF_LATIN = {suffix: rank for rank, suffix in enumerate(LATIN)}
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")
_ROMANS = {ten + one: 10 * i + j for i, ten in enumerate(_ROMAN_TENS) for j, one in enumerate(_ROMAN_ONES)}
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KIND_OF_PREFIX = {"": "article", "res": "resolution", "ta": "transitional", "T": "table"}
_PREFIX_OF_KIND = {kind: prefix for prefix, kind in _KIND_OF_PREFIX.items()}
_RANK_OF_KIND = {"resolution": 0, "preamble": 1, "article": 2, "transitional": 3}
_KEPT = 20_000  # ids remembered; the two Statutes hold about 1,000, the bound is against hostile input

Order = tuple[object, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Provision:
    """One place in an instrument.

    instrument: code, e.g. "model". kind: "article", "resolution" (operative paragraph), "preamble",
    "transitional", "table", or the instrument's own word for another division. article: its number as written
    in the id ("12", "8bis"), "" where the division has no numbers. path: the places below it, outermost first
    ("2", "a", "iii"). Build one with `Provision.parse`; equal ids are equal provisions.
    """

    instrument: str
    kind: str
    article: str
    path: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        tail = "".join([f"({place})" for place in self.path])
        object.__setattr__(self, "id", f"{self.instrument}:{self.prefix}{self.article}{tail}")

    @staticmethod
    def parse(text: str) -> Provision:
        """Read an id such as `model:7(2)(a)`; raises `CitationError` saying what is wrong with it."""
        found = _READ.get(text)
        return found if found is not None else _read_id(text)

    @property
    def prefix(self) -> str:
        """The letters before the number in the id: "" for an article, "ta", "res", "preamble"."""
        return _PREFIX_OF_KIND.get(self.kind, self.kind)

    @property
    def parent(self) -> Provision | None:
        """The provision that contains this one within its article, or `None` for a whole article."""
        if not self.path:
            return None
        return Provision.parse(self.id[: -len(self.path[-1]) - 2])

    def is_within(self, other: Provision) -> bool:
        """Whether this is `other` or a part of it."""
        return self.instrument == other.instrument and self.kind == other.kind and self.article == other.article and self.path[: len(other.path)] == other.path

    @property
    def order(self) -> Order:
        """Sort key: 8 < 8 bis < 9, (ii) < (ix) < (x), a provision before its parts; within an instrument
        operative paragraphs, preamble, articles, transitional arrangements, then its other divisions."""
        number = place_key(self.article) if self.article else (0, 0, 0)
        rank = _RANK_OF_KIND.get(self.kind, 9)
        return (self.instrument, rank, self.kind, number, tuple(map(place_key, self.path)))

    def __lt__(self, other: Provision) -> bool:
        return self.order < other.order

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Provision) and self.id == other.id)

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return self.id

    def __repr__(self) -> str:
        return f"Provision({self.id!r})"

    def cite(self, lang: str = "en", form: str = "long") -> str:
        """The citation as printed.

        form "long": "article 7, paragraph 2 (a)" / "article 7, paragraphe 2, alinéa a)"; "short": "art.
        7(2)(a)" / "art. 7-2-a"; "full": the long form with the instrument named. `CitationError` for another
        form.
        """
        french, division = lang[:2] == "fr", self._division()
        if form == "short":
            return _print_short(self, division, french)
        if form not in ("long", "full"):
            raise CitationError(
                T(
                    f"{form!r} is no form of citation: write 'long', 'short' or 'full'.",
                    f"{form!r} n'est pas une forme de référence : écrire 'long', 'short' ou 'full'.",
                )
            )
        printed = _print_long(self, division, french)
        instrument = find_instrument(self.instrument)
        if form == "full" and instrument is not None and not division.names_itself:
            return f"{instrument.short.of(lang)}, {printed}"
        return printed

    def citation(self, form: str = "long") -> Text:
        """The citation in both languages."""
        return Text(self.cite("en", form), self.cite("fr", form))

    def _division(self) -> Division:
        instrument = find_instrument(self.instrument)
        found = instrument.division(self.prefix) if instrument else COMMON_DIVISIONS.get(self.prefix)
        return found or Division(T(self.kind, self.kind), T(self.kind, self.kind), unit=None)


_READ: dict[str, Provision] = {}


def _read_id(text: str) -> Provision:
    code, colon, rest = text.partition(":")
    head, *tail = rest.split("(")
    number = head.lstrip(_LETTERS)
    prefix = head[: len(head) - len(number)]
    if not (colon and text.isascii() and code.isalnum() and code.islower() and head):
        raise _unreadable(
            text,
            T(
                "write an instrument code, a colon and a number",
                "écrire un code d'instrument, un deux-points et un numéro",
            ),
        )
    path = tuple([place[:-1] for place in tail])
    if not all(place.endswith(")") for place in tail):
        raise _unreadable(
            text,
            T(
                "each place below the article stands in its own brackets",
                "chaque subdivision se met entre ses propres parenthèses",
            ),
        )
    for place in path:
        if place_key(place) is None:
            raise _unreadable(
                text,
                T(
                    f"({place}) is neither a number, a letter nor a roman numeral",
                    f"({place}) n'est ni un numéro, ni une lettre, ni un chiffre romain",
                ),
            )
    if number and (place_key(number) or (1,))[0]:
        wrong = T(f"{number!r} is no article number", f"{number!r} n'est pas un numéro d'article")
        raise _unreadable(text, wrong)
    _check_division(text, code, prefix, number)
    provision = Provision(code, _KIND_OF_PREFIX.get(prefix, prefix), number, path)
    if len(_READ) < _KEPT:
        _READ[text] = provision
    return provision


def _check_division(text: str, code: str, prefix: str, number: str) -> None:
    """Refuse a prefix that nobody described, and a number missing or too many: they are typing mistakes."""
    instrument = find_instrument(code)
    division = instrument.division(prefix) if instrument else COMMON_DIVISIONS.get(prefix)
    if division is None:
        raise _unreadable(
            text,
            T(
                f"the instrument has no division {prefix!r}; describe it in its `divisions`",
                f"l'instrument n'a pas de division {prefix!r} ; la décrire dans `divisions`",
            ),
        )
    if bool(number) == (division.unit is None):
        raise _unreadable(
            text,
            T(f"{prefix!r} takes no number", f"{prefix!r} ne porte pas de numéro")
            if number
            else T(f"a number must follow {prefix!r}", f"un numéro doit suivre {prefix!r}"),
        )


def _unreadable(text: str, reason: Text) -> CitationError:
    shown = text if len(text) <= 80 else text[:77] + "..."
    return CitationError(
        T(
            f"{shown!r} is no provision id: {reason.en}. Example: model:7(2)(a).",
            f"{shown!r} n'est pas un identifiant de disposition : {reason.fr}. Exemple : model:7(2)(a).",
        )
    )


@lru_cache(maxsize=4096)
def place_key(place: str) -> tuple[int, int, int] | None:
    """Sort key of one place, or `None` when it is no place at all.

    Letters and roman numerals share one scale, for (i), (v) and (x) may be either: a numeral of several
    letters comes right after the letter that it grows from (ii-iv after i, vi-ix after v, the rest after x),
    which is the right order among letters and among numerals alike.
    """
    digits = place.rstrip(_LETTERS)
    if digits:
        rank = _RANK_OF_LATIN.get(place[len(digits) :])
        good = digits.isascii() and digits.isdigit() and digits[0] != "0" and len(digits) <= 4
        return (0, int(digits), rank) if good and rank is not None else None
    small = place.lower()
    if not (small == place or small.upper() == place) or not place:
        return None
    if len(place) == 1:
        return (1, ord(small) - 96, 0)
    value = _ROMANS.get(small)
    if value is not None:
        return (1, 9 if value < 5 else 22 if value < 10 else 24, value)
    return (1, 27, ord(small[0]) - 96) if len(place) == 2 and small[0] == small[1] else None


def spaced(place: str) -> str:
    """A number as printed: "8bis" becomes "8 bis"."""
    digits = place.rstrip(_LETTERS)
    return f"{digits} {place[len(digits) :]}" if digits and digits != place else place


def _print_long(provision: Provision, division: Division, french: bool) -> str:
    lang = "fr" if french else "en"
    pieces = [division.phrase.of(lang)] if division.phrase is not None else []
    if division.unit is not None:
        pieces.append(division.unit.numbered(spaced(provision.article), lang))
    path = [spaced(place) for place in provision.path]
    if path and path[0][0].isdigit() and division.unit is not division.child:
        pieces.append(division.child.numbered(path.pop(0), lang))
    if not path:
        return ", ".join(pieces)
    if french:
        return ", ".join(pieces) + ", alinéa " + " ".join([f"{place})" for place in path])
    return ", ".join(pieces) + "".join([f" ({place})" for place in path])


def _print_short(provision: Provision, division: Division, french: bool) -> str:
    lang = "fr" if french else "en"
    lead = division.short or division.phrase
    pieces = [lead.of(lang)] if lead is not None else []
    if division.unit is not None:
        pieces.append(division.unit.numbered(spaced(provision.article), lang, short=True))
    # An abbreviation runs on ("trans. art. 1"); a name is set off ("res. 1966, para. 4").
    printed = (" " if pieces[0].endswith(".") else ", ").join(pieces)
    if french:
        return printed + "".join([f"-{spaced(place)}" for place in provision.path])
    return printed + "".join([f"({spaced(place)})" for place in provision.path])


def cite_all(provisions: Iterable[Provision], lang: str = "en", form: str = "short") -> str:
    """Several provisions as a list in prose, in their natural order, each once."""
    return listing([provision.cite(lang, form) for provision in sorted(set(provisions))], lang)


def parse_citation(text: str, instrument: str | None = None) -> Provision:
    """Read a printed citation of either language back; see `curule.law.citations.read_citation`."""
    from curule.law.citations import read_citation  # packs only need ids: loaded at the first citation

    return read_citation(text, instrument)
