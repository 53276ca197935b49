"""Instruments: the texts that provisions belong to, and the words in which their parts are cited.

The engine knows no tribunal. A pack describes its instruments here once (`register`): title, languages, and
for each id-prefix the words in which a provision of that division is printed and read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from curule.law.words import LANGUAGES, StatedError, T, Text, long_date


class CitationError(StatedError):
    """A provision id or a citation that cannot be read, or an instrument that nobody registered."""


@dataclass(frozen=True, slots=True)
class Noun:
    """What a numbered unit is called: in full, abbreviated, and its first member where a language has one."""

    long: Text
    short: Text
    first: Text | None = None

    def numbered(self, number: str, lang: str, *, short: bool = False) -> str:
        """The noun with its number: "article 8 bis", "article premier", "art. 1"."""
        if short:
            return f"{self.short.of(lang)} {number}"
        if number == "1" and self.first is not None:
            number = self.first.of(lang)
        return f"{self.long.of(lang)} {number}"


ARTICLE = Noun(T("article", "article"), T("art.", "art."), first=T("1", "premier"))
PARAGRAPH = Noun(T("paragraph", "paragraphe"), T("para.", "par."))
RULE = Noun(T("rule", "règle"), T("rule", "règle"))
REGULATION = Noun(T("regulation", "norme"), T("reg.", "norme"))
SECTION = Noun(T("section", "section"), T("sect.", "sect."))
TABLE = Noun(T("table", "tableau"), T("tab.", "tabl."))
ANNEX = Noun(T("annex", "annexe"), T("annex", "annexe"))
ITEM = Noun(T("item", "point"), T("item", "point"))

NOUNS: tuple[Noun, ...] = (ARTICLE, PARAGRAPH, RULE, REGULATION, SECTION, TABLE, ANNEX, ITEM)


@dataclass(frozen=True, slots=True)
class Division:
    """How the provisions under one id-prefix are cited.

    `phrase` and `short` are the words before the number ("transitional arrangements"; "trans."); `unit` is
    what the number counts, `None` for a division without numbers (a preamble); `child` is what a number
    inside it is called. `names_itself` says that the phrase already tells the instrument, so that a full
    citation does not add its name.
    """

    phrase: Text | None = None
    short: Text | None = None
    unit: Noun | None = ARTICLE
    child: Noun = PARAGRAPH
    names_itself: bool = False

    def __post_init__(self) -> None:
        if self.phrase is None and self.unit is None:
            raise CitationError(
                T(
                    "A division of an instrument needs words or a unit: give it a phrase.",
                    "Une division d'instrument a besoin de mots ou d'une unité : lui donner un libellé.",
                )
            )

    def wordings(self) -> Iterator[str]:
        """Every wording that announces this division in a citation."""
        for text in (self.phrase, self.short):
            if text is not None:
                yield from (text.en, text.fr)
        if self.phrase is None and self.unit is not None:
            yield from (self.unit.long.en, self.unit.long.fr, self.unit.short.en, self.unit.short.fr)


# What an instrument gets for a prefix that it does not describe itself.
COMMON_DIVISIONS: Mapping[str, Division] = {
    "": Division(),
    "preamble": Division(T("preamble", "préambule"), T("preamble", "préambule"), unit=None),
    "res": Division(T("resolution", "résolution"), T("res.", "rés."), unit=PARAGRAPH),
    "ta": Division(T("transitional arrangements", "dispositions transitoires"), T("trans.", "disp. trans.")),
    "annex": Division(unit=ANNEX),
    "T": Division(unit=TABLE),
}


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal text: code (the part of an id before the colon), names, date of adoption, languages of its
    official text.

    `divisions` maps an id-prefix to its words, e.g. `{"ta": Division(T("transitional arrangements", ...))}`;
    prefix "" is the main body (articles, unless it says otherwise). Prefixes beyond `COMMON_DIVISIONS` must
    be described here before any of their ids is parsed.
    """

    code: str
    title: Text
    short: Text
    adopted: date | None = None
    languages: tuple[str, ...] = LANGUAGES
    divisions: Mapping[str, Division] = field(default_factory=dict, hash=False)

    def division(self, prefix: str) -> Division | None:
        """The words of one id-prefix, or `None` when neither this instrument nor the common table has it."""
        return self.divisions.get(prefix) or COMMON_DIVISIONS.get(prefix)

    def names(self) -> tuple[str, ...]:
        """Every name by which a citation may mention the instrument."""
        return (self.title.en, self.title.fr, self.short.en, self.short.fr)


_REGISTERED: dict[str, Instrument] = {}


def register(instrument: Instrument) -> Instrument:
    """Make an instrument known; registering the same description again is harmless.

    Raises `CitationError` when the code is malformed, or already belongs to a different instrument.
    """
    code = instrument.code
    if not (code.isascii() and code.isalnum() and code.islower()):
        raise CitationError(
            T(
                f"The instrument code {code!r} is not usable: write small letters and digits only, such as 'model'.",
                f"Le code d'instrument {code!r} n'est pas utilisable : écrire seulement des minuscules et des chiffres, par exemple 'model'.",
            )
        )
    known = _REGISTERED.setdefault(code, instrument)
    if known != instrument:
        raise CitationError(
            T(
                f"The instrument code {code!r} already belongs to {known.title.en!r}: give {instrument.title.en!r} another.",
                f"Le code d'instrument {code!r} désigne déjà {known.title.fr!r} : en donner un autre à {instrument.title.fr!r}.",
            )
        )
    return known


def registered() -> tuple[Instrument, ...]:
    """The known instruments, in the order of registration."""
    return tuple(_REGISTERED.values())


def find_instrument(code: str) -> Instrument | None:
    """The instrument of a code, or `None`."""
    return _REGISTERED.get(code)


def instrument_of(code: str) -> Instrument:
    """The instrument of a code; raises `CitationError` naming the known codes when there is none."""
    found = _REGISTERED.get(code)
    if found is None:
        known = ", ".join(sorted(_REGISTERED)) or "-"
        raise CitationError(
            T(
                f"No instrument has the code {code!r}. Known codes: {known}. Import the pack that registers it first.",
                f"Aucun instrument n'a le code {code!r}. Codes connus : {known}. Charger d'abord le module qui l'enregistre.",
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class InForce:
    """A span of days in which a text applies: from `since`, up to but not including `until`.

    `None` leaves that end open. Half-open, so that two successive versions share one date without gap or
    overlap: the day of the change belongs to the later version. Raises `CitationError` when it would contain
    no day.
    """

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since is not None and self.until is not None and self.since >= self.until:
            raise CitationError(
                T(
                    f"A text cannot be in force from {self.since} until {self.until}: that holds no day. Give an end date later than the first day.",
                    f"Un texte ne peut être en vigueur du {self.since} au {self.until} : aucun jour n'y est "
                    f"compris. Donner une date de fin postérieure au premier jour.",
                )
            )

    def on(self, day: date) -> bool:
        """Whether the text is in force that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def change_days(self) -> tuple[date, ...]:
        """The days on which the answer of `on` changes."""
        return tuple(day for day in (self.since, self.until) if day is not None)

    def overlaps(self, other: InForce) -> bool:
        """Whether some day lies in both spans."""
        starts_before_end = self.since is None or other.until is None or self.since < other.until
        return starts_before_end and (other.since is None or self.until is None or other.since < self.until)

    def words(self) -> Text:
        """The span in prose."""
        if self.since is None and self.until is None:
            return T("at all times", "en tout temps")
        pieces = [], []  # type: tuple[list[str], list[str]]
        if self.since is not None:
            pieces[0].append(f"from {long_date(self.since, 'en')}")
            pieces[1].append(f"à partir du {long_date(self.since, 'fr')}")
        if self.until is not None:
            pieces[0].append(f"before {long_date(self.until, 'en')}")
            pieces[1].append(f"avant le {long_date(self.until, 'fr')}")
        return T(" and ".join(pieces[0]), " et ".join(pieces[1]))


ALWAYS = InForce()
