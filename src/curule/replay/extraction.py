"""Taking particulars out of free words: terms of years, States, judges, months, counts, lists after "convicted of"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global

from curule.replay.history import Event

__all__ = [
    "NUMBERS", "NUMBER_WORD", "choice_in", "count_list", "crimes_in", "day_in", "days_in", "money_in", "months_in", "number_in", "period_end",
    "state_in", "surname", "years_in",
]

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_FRENCH = {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12, "quinze": 15, "vingt": 20,
           "trente": 30, "quarante": 40, "soixante": 60}
NUMBERS = {**{word: n for n, word in enumerate(_ONES, 1)}, **_TENS, **{f"{ten}-{one}": n + k for ten, n in _TENS.items() for k, one in enumerate(_ONES[:9], 1)},
           **_FRENCH, "hundred": 100, "one hundred and twenty": 120}
MONTHS = {name.casefold(): n for lang in ("en", "fr") for n, name in Locale(lang).months["format"]["wide"].items()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
NUMBER_WORD = r"(\d{1,4}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"


def number_in(word: str) -> int:
    """A whole number in figures or in words."""
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]


def years_in(text: str) -> int | None:
    """The last term of years that the words give ("reduce the sentence from 35 to 30 years" gives 30)."""
    found = re.findall(NUMBER_WORD + r"[- ]+(?:year|ans?\b|année)", text, re.IGNORECASE)
    return number_in(found[-1]) if found else None


def months_in(text: str) -> int | None:
    """The last number of months that the words give."""
    found = re.findall(NUMBER_WORD + r"[- ]+(?:month|mois)", text, re.IGNORECASE)
    return number_in(found[-1]) if found else None


def money_in(text: str) -> int | None:
    """A fine in cents."""
    found = re.search(r"(?:fine|amende)[^.;]*?(\d[\d,. \u202f']*\d|\d)", text, re.IGNORECASE) or re.search(
        r"(\d[\d,. \u202f']*\d)\s*(?:euros?|EUR|€|USD|dollars?)", text, re.IGNORECASE)
    if not found:
        return None
    digits = re.sub(r"\D", "", re.sub(r"[.,]\d{2}\b(?!\d)", "", found.group(1)))
    return int(digits) * 100 if digits else None


@cache
def state_names() -> dict[str, str]:
    """Names of States in English and French, small letters, with their three-letter codes."""
    three = {two[0]: code for code, two in get_global("territory_aliases").items() if len(code) == 3 and code.isalpha() and len(two) == 1}
    names = {}
    for lang in ("en", "fr"):
        for two, name in Locale(lang).territories.items():
            if len(two) == 2 and two in three:
                names[name.casefold()] = three[two]
    return names


def state_in(text: str, more: Mapping[str, str] | None = None) -> str | None:
    """The State that the words name last, as a three-letter code; ``more`` has other names for States."""
    folded = text.casefold()
    best: tuple[int, int, str] | None = None
    for name, code in {**state_names(), **(more or {})}.items():
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
            place = (found.start(), len(name), code)
            if best is None or place[:2] > best[:2]:
                best = place
    if best is not None:
        return best[2]
    codes = set(state_names().values())
    # Codes from XAA to XZZ are free for States that nobody knows: histories that are invented use them.
    found_code = [c for c in re.findall(r"\b[A-Z]{3}\b", text) if c in codes or c.startswith("X")]
    return found_code[-1] if found_code else None


def period_end(text: str) -> date | None:
    """The last day of the period that the words name ("July-August 2013" ends on 31 August 2013)."""
    found = re.findall(rf"({_MONTH})\.?(?:\s+(\d{{4}}))?", text, re.IGNORECASE)
    years = re.findall(r"\b(?:19|20)\d{2}\b", text)
    if not found or not years:
        return None
    month, year = MONTHS[found[-1][0].casefold()], int(found[-1][1] or years[-1])
    return date(year, month, calendar.monthrange(year, month)[1])


def day_in(text: str) -> date | None:
    """A day that the words name."""
    iso = re.search(r"\b(\d{4}-\d{2}-\d{2})\b", text)
    written = re.search(rf"\b(\d{{1,2}})\s+({_MONTH})\s+(\d{{4}})\b", text, re.IGNORECASE)
    try:
        if iso:
            return date.fromisoformat(iso.group(1))
        return date(int(written.group(3)), MONTHS[written.group(2).casefold()], int(written.group(1))) if written else None
    except ValueError:
        return None


def days_in(text: str) -> list[date]:
    """Every day that the words name, in their order."""
    found = re.findall(rf"\d{{4}}-\d{{2}}-\d{{2}}|\b\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}}\b", text, re.IGNORECASE)
    return [day for words in found if (day := day_in(words)) is not None]


def crimes_in(text: str) -> tuple[str, ...]:
    """The crimes named behind "convicted of", "guilty of" or "counts:"."""
    found = re.search(r"(?:convict\w*|guilty|charged with|counts?|coupable|reconnu\w* coupable)\s*(?:of|on|for|with|:|de|d')\s*([^.;:(]+)", text, re.IGNORECASE)
    if not found:
        return ()
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+|\s+et\s+|;", found.group(1))
    crimes = [" ".join(p.split())[:200] for p in parts if p.strip()]
    return tuple(c for c in dict.fromkeys(crimes) if not re.fullmatch(r"\d+|(?:all|\w+)?\s*counts?", c, re.IGNORECASE))


def count_list(charges: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    """As many unnamed counts as the file's ``charges`` say."""
    for name in names:
        number = charges.get(name)
        if isinstance(number, int) and not isinstance(number, bool) and 0 < number <= 200:
            return tuple(f"count {n}" for n in range(1, number + 1))
    return ()


def choice_in(text: str, patterns: Mapping[str, str], many: bool) -> Any:
    """The choices whose patterns the words match: all of them, or the first."""
    found = tuple(value for value, words in patterns.items() if re.search(words, text, re.IGNORECASE))
    if many:
        return found or None
    return found[0] if found else None


def surname(name: str) -> str:
    """The last word of a name, by which histories cite persons; particles stay with it."""
    words = name.split()
    return words[-1] if words else ""


Taker = Callable[[Event, str], Any]
PLAIN: dict[str, Taker] = {
    "=years": lambda event, text: years_in(text), "=months": lambda event, text: months_in(text), "=fine": lambda event, text: money_in(text),
    "=period_end": lambda event, text: period_end(text), "=day": lambda event, text: day_in(text), "=date": lambda event, text: event.on,
    "=text": lambda event, text: text or None, "=outcome": lambda event, text: event.outcome or None, "=actor": lambda event, text: event.actor or None,
    "=life": lambda event, text: True if re.search(r"\blife\b|perpétuité", text, re.IGNORECASE) else None,
}
"""Extractors that need nothing but the event."""
