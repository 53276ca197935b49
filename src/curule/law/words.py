"""Words in the two working languages: texts, dates, lists, numbers.

Everything that a reader sees exists in English and in French. A `Text` holds both; the functions below make
the small phrases (dates, lists, ordinals, counted nouns) that citations, reasons and computed time limits
share. Nothing here knows a tribunal or an instrument.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

LANGUAGES: tuple[str, ...] = ("en", "fr")

_MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTHS_FR = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_FR = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_NUMBERS_EN = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_NUMBERS_FR = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
    "vingt",
)


def is_french(lang: str) -> bool:
    """Whether a language tag ("fr", "fr-CA") asks for French; every other tag is answered in English."""
    return lang[:2].lower() == "fr"


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in English and in French."""

    en: str
    fr: str

    def of(self, lang: str) -> str:
        """The words in one language: French for "fr" and its variants, English for everything else."""
        return self.fr if lang == "fr" or is_french(lang) else self.en

    def fill(self, **values: object) -> Text:
        """Both languages with their `{name}` places filled.

        A `Text` is filled language by language; a date or moment is written out long; anything else by `str`.
        Raises `KeyError` when a place has no value (a mistake of the programmer, not of a user).
        """
        return Text(
            self.en.format_map({name: worded(value, "en") for name, value in values.items()}),
            self.fr.format_map({name: worded(value, "fr") for name, value in values.items()}),
        )

    def __str__(self) -> str:
        return self.en


def T(en: str, fr: str) -> Text:  # noqa: N802 - one letter, because packs write it thousands of times
    """Short constructor: `T("charge", "charge")`."""
    return Text(en, fr)


class StatedError(ValueError):
    """An error said in both languages: what was wrong, where, and what to do.

    `str(error)` is English; `error.text` carries both for a page to show.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def worded(value: object, lang: str) -> str:
    """One value as a reader of this language would write it."""
    if isinstance(value, Text):
        return value.of(lang)
    if isinstance(value, datetime):
        return long_moment(value, lang)
    if isinstance(value, date):
        return long_date(value, lang)
    return str(value)


def long_date(day: date, lang: str = "en") -> str:
    """A date written out.

    >>> long_date(date(2026, 3, 3), "en"), long_date(date(2026, 3, 1), "fr")
    ('3 March 2026', '1er mars 2026')
    """
    if is_french(lang):
        number = "1er" if day.day == 1 else str(day.day)
        return f"{number} {_MONTHS_FR[day.month - 1]} {day.year}"
    return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


def long_moment(moment: datetime, lang: str = "en") -> str:
    """A moment written out to the minute (to the second when it has seconds), with its zone when it has one.

    >>> long_moment(datetime(2026, 3, 3, 14, 5), "fr")
    '3 mars 2026 à 14 h 05'
    """
    zone = f" ({moment.tzname()})" if moment.tzinfo is not None else ""
    if is_french(lang):
        seconds = f" min {moment.second:02d} s" if moment.second else ""
        return f"{long_date(moment, lang)} à {moment.hour} h {moment.minute:02d}{seconds}{zone}"
    seconds = f":{moment.second:02d}" if moment.second else ""
    return f"{long_date(moment, lang)}, {moment.hour:02d}:{moment.minute:02d}{seconds}{zone}"


def weekday(day: date) -> Text:
    """The name of the day of the week."""
    index = day.weekday()
    return Text(_WEEKDAYS_EN[index], _WEEKDAYS_FR[index])


def listing(items: Sequence[str], lang: str = "en", *, alternative: bool = False) -> str:
    """Items as a list in prose; `alternative` joins the last with "or"/"ou".

    >>> listing(["a", "b", "c"]), listing(["a", "b"], "fr", alternative=True), listing([])
    ('a, b and c', 'a ou b', '')
    """
    if len(items) < 2:
        return items[0] if items else ""
    if is_french(lang):
        last = " ou " if alternative else " et "
    else:
        last = " or " if alternative else " and "
    return ", ".join(items[:-1]) + last + items[-1]


def listed(items: Iterable[Text], *, alternative: bool = False) -> Text:
    """Texts as a list in prose, in both languages."""
    texts = tuple(items)
    return Text(
        listing([text.en for text in texts], "en", alternative=alternative),
        listing([text.fr for text in texts], "fr", alternative=alternative),
    )


def ordinal(number: int, lang: str = "en", *, feminine: bool = False) -> str:
    """A rank in figures; `feminine` is for the French first only.

    >>> [ordinal(n) for n in (1, 2, 3, 11, 22)]
    ['1st', '2nd', '3rd', '11th', '22nd']
    >>> ordinal(1, "fr"), ordinal(1, "fr", feminine=True), ordinal(2, "fr")
    ('1er', '1re', '2e')
    """
    if is_french(lang):
        if number == 1:
            return "1re" if feminine else "1er"
        return f"{number}e"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def number_word(number: int, lang: str = "en") -> str:
    """A small whole number as a word (0 to 20); a larger or negative one in figures."""
    if 0 <= number <= 20:
        return (_NUMBERS_FR if is_french(lang) else _NUMBERS_EN)[number]
    return str(number)


def counted(number: int, one: Text, many: Text) -> Text:
    """A number with its noun; English takes the plural for nought, French the singular.

    >>> counted(0, T("day", "jour"), T("days", "jours"))
    Text(en='0 days', fr='0 jour')
    """
    return Text(f"{number} {one.en if number == 1 else many.en}", f"{number} {one.fr if abs(number) < 2 else many.fr}")
