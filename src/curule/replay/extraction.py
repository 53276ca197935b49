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

__all__ = ["choice_in", "count_list", "crimes_in", "day_in", "money_in", "months_in", "period_end", "state_in", "surname", "years_in"]

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
           "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "dix": 10}
MONTHS = {name.casefold(): n for lang in ("en", "fr") for n, name in Locale(lang).months["format"]["wide"].items()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMBER = r"(\d{1,3}|" + "|".join(NUMBERS) + r")"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]


def years_in(text: str) -> int | None:
    """The last term of years that the words give ("reduce the sentence from 35 to 30 years" gives 30)."""
    found = re.findall(_NUMBER + r"[- ]+(?:year|ans?\b|année)", text, re.IGNORECASE)
    return _number(found[-1]) if found else None


def months_in(text: str) -> int | None:
    """The last number of months that the words give."""
    found = re.findall(_NUMBER + r"[- ]+(?:month|mois)", text, re.IGNORECASE)
    return _number(found[-1]) if found else None


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
    found_code = [c for c in re.findall(r"\b[A-Z]{3}\b", text) if c in codes]
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
