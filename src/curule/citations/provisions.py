"""Provisions as English and French texts cite them: lists, ranges, paragraphs in words, the inverted order.

A scanner: a head ("articles") is found, then numbers, places, lists and ranges are read from there on, each step by an anchored
pattern without unbounded repetition. What is read is never read again, so the time is proportional to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from curule.citations.numerals import roman
from curule.law.provisions import LATIN, place_key

__all__ = ["latin_provisions"]

MOST_IN_RANGE = 60
"""A longer range is cited by its two ends."""

_S = "[\\s\u00a0\u202f]"
_LATIN = "|".join(filter(None, LATIN))
_NUMBER = rf"(?:\d{{1,3}}(?!\d)(?!\.\d)(?:{_S}?(?:{_LATIN})(?!\w))?|premier|première|1er|1re)"
_HEAD = re.compile(rf"(?<![\w.-])(?P<word>articles?|arts?\.|Arts?|rules?|regulations?|regs?\.|règles?|normes?){_S}{{1,8}}(?={_NUMBER})", re.IGNORECASE)
_UNITS = {"ar": "article", "ru": "rule", "rè": "rule", "re": "regulation", "no": "regulation"}
_PLURALS = ("articles", "arts.", "arts", "rules", "règles", "regulations", "regs.", "normes")
_MONTHS = ("January|February|March|April|May|June|July|August|September|October|November|December|"
           "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")
_NOT_A_PLACE = rf"(?!{_S}{{0,2}}(?:{_MONTHS}|%|°|€|\$|st\b|nd\b|rd\b|th\b|years?\b|days?\b|months?\b|persons?\b|pages?\b|ans\b|jours\b|mois\b))"
_ELEMENT = re.compile(_NUMBER + _NOT_A_PLACE, re.IGNORECASE)
_PLACE = rf"\d{{1,3}}(?!\d)(?:{_S}?(?:{_LATIN})(?!\w))?|[a-z]{{1,6}}|[A-Z]{{1,2}}"
_BRACKETED = re.compile(rf"{_S}{{0,2}}\({_S}?({_PLACE}){_S}?\)")
_CLOSED = re.compile(rf"{_S}{{1,2}}(\d{{1,2}}(?:{_S}?(?:{_LATIN}))?|[a-z]{{1,5}})\)")
_DASHED = re.compile(rf"-(\d{{1,2}}(?:{_S}(?:{_LATIN})(?!\w))?|[a-z]{{1,6}})(?!\w)")
_LEVEL = (r"(?P<many>paragraphs|paragraphes|paras\.?|subparagraphs|sub-paragraphs|alinéas|§§)|paragraphe?|para\.?|par\.|§|sub-?paragraph|subpara\.|"
          r"alinéa|al\.|sous-alinéa|point")
_WORDED = re.compile(rf"(?:,{_S}|{_S})(?:{_LEVEL}){_S}{{1,2}}\(?({_PLACE})(?:\)|(?!\w))", re.IGNORECASE)
_AND = re.compile(rf"{_S}{{0,2}}[,;]{_S}{{1,3}}(?:(?P<last>and|or|et|ou|and/or|et/ou){_S}{{1,3}})?|{_S}{{1,3}}(?P<word>and|or|et|ou|&|and/or|et/ou){_S}{{1,3}}")
_TO = re.compile(rf"{_S}?[-\u2010\u2011–—]{_S}?|{_S}{{1,3}}(?:to|à|through){_S}{{1,3}}")
_INVERTED = re.compile(
    rf"(?<![\w-])(?:(?:alinéa|sous-alinéa|subparagraph|sub-paragraph){_S}{{1,2}}\(?(?P<item>[a-z]{{1,5}})\)(?:{_S}(?P<subitem>[a-z]{{1,5}})\))?{_S}{{1,2}}(?:du|of){_S}{{1,2}})?"
    rf"(?:paragraphe?|para\.|par\.){_S}{{1,2}}(?P<number>\d{{1,2}}(?!\d)(?:{_S}?(?:{_LATIN})(?!\w))?)(?P<path>(?:{_S}{{0,2}}\([a-z]{{1,5}}\)){{0,4}})"
    rf"(?:,)?{_S}{{1,2}}(?:of|de){_S}{{1,2}}(?:l['’]|the{_S})?(?P<unit>article|rule|regulation|règle|norme){_S}{{1,3}}(?P<head>{_NUMBER})", re.IGNORECASE)


@dataclass(slots=True)
class _Reader:
    """Reads the places behind one head."""

    text: str
    at: int
    plural: bool
    found: list[tuple[str, ...]] = field(default_factory=list)
    many_level: int | None = None
    """The level whose noun stood in the plural: "paragraphs 2 and 3"."""

    def read(self) -> list[tuple[str, ...]]:
        """The places cited, outermost number first; empty where there is none."""
        if not self._element():
            return []
        while self._range() or self._next():
            pass
        return self.found

    def _element(self) -> bool:
        found = _ELEMENT.match(self.text, self.at)
        if found is None:
            return False
        self.at = found.end()
        self.found.append((_normal(found.group()),))
        self.many_level = None
        self._places()
        return True

    def _places(self) -> None:
        """The places behind a number or a place, appended to the last one found."""
        while (step := self._place()) is not None:
            place, self.at = step
            self.found[-1] = (*self.found[-1], place)

    def _place(self) -> tuple[str, int] | None:
        patterns = (_BRACKETED, _CLOSED, _WORDED) if self.plural else (_BRACKETED, _CLOSED, _DASHED, _WORDED)
        for pattern in patterns:
            found = pattern.match(self.text, self.at)
            if found is None:
                continue
            place = _normal(found.groups()[-1])
            if place_key(place) is None or len(self.found[-1]) > 6:
                return None
            if pattern is _WORDED and found["many"]:
                self.many_level = len(self.found[-1])
            return place, found.end()
        return None

    def _range(self) -> bool:
        """ "(a)-(c)", "5 to 8": everything between is cited."""
        to = _TO.match(self.text, self.at)
        if to is None or not self.found:
            return False
        last = self.found[-1]
        if len(last) == 1 or (self.many_level is not None and len(last) == self.many_level + 1):
            end = _ELEMENT.match(self.text, to.end()) if self.plural or len(last) > 1 else None
        else:
            end = _bare(self.text, to.end())
        if end is None:
            return False
        place = _normal(end.groups()[-1] if end.groups() else end.group())
        between = _between(last[-1], place)
        if between is None:
            return False
        self.found += [(*last[:-1], p) for p in between]
        self.at = end.end()
        return True

    def _next(self) -> bool:
        """The next of a list: another place beside the last one ("(a) or (b)"), another number where the head is in the plural."""
        link = _AND.match(self.text, self.at)
        if link is None:
            return False
        before, self.at = self.at, link.end()
        if self._beside() or (self.many_level is not None and self._counted()) or (self.plural and self._element()):
            return True
        self.at = before
        return False

    def _beside(self) -> bool:
        found = _bare(self.text, self.at)
        if found is None:
            return False
        place, last = _normal(found.groups()[-1]), self.found[-1]
        level = next((i for i in range(len(last) - 1, 0, -1) if _alike(last[i], place)), None)
        if level is None:
            return False
        self.at = found.end()
        self.found.append((*last[:level], place))
        self._places()
        return True

    def _counted(self) -> bool:
        found = _ELEMENT.match(self.text, self.at)
        if found is None or self.many_level is None or place_key(_normal(found.group())) is None:
            return False
        self.at = found.end()
        self.found.append((*self.found[-1][:self.many_level], _normal(found.group())))
        self._places()
        return True


_BARE = re.compile(rf"(?:\({_S}?({_PLACE}){_S}?\))")
_BARE_CLOSED = re.compile(r"(\d{1,2}|[a-z]{1,5})\)")


def _bare(text: str, at: int) -> re.Match[str] | None:
    found = _BARE.match(text, at) or _BARE_CLOSED.match(text, at)
    return found if found is not None and place_key(_normal(found.groups()[-1])) is not None else None


def _normal(written: str) -> str:
    """ "8 bis" is 8bis, "premier" is 1."""
    plain = "".join(written.split()).replace("\u00a0", "").replace("\u202f", "")
    return "1" if plain.lower() in ("premier", "première", "1er", "1re") else plain.lower() if plain[:1].isdigit() else plain


def _kind(place: str) -> str:
    if place[:1].isdigit():
        return "number"
    if place.isupper():
        return "capital"
    return "roman" if len(place) > 1 and set(place) <= set("ivxl") else "letter"


def _alike(one: str, other: str) -> bool:
    """Whether two places can stand beside each other; (i), (v) and (x) are letters or roman numerals."""
    kinds = {_kind(one), _kind(other)}
    if len(kinds) == 1:
        return not (one == "i" and other not in "ivxhjklmno")
    return kinds == {"roman", "letter"} and all(_kind(p) == "roman" or p in "ivx" for p in (one, other))


def _between(first: str, last: str) -> list[str] | None:
    """The places behind ``first`` up to ``last``; nothing where they make no range."""
    if not _alike(first, last):
        return None
    kind = _kind(first) if _kind(first) == _kind(last) else "roman"
    if kind == "number":
        if not (first.isdigit() and last.isdigit()):
            return [last]
        low, high = int(first), int(last)
        if low >= high:
            return None
        return [str(n) for n in range(low + 1, high + 1)] if high - low <= MOST_IN_RANGE else [last]
    if kind == "roman" or (first == "i" and last in "vx"):
        romans = [str(roman(n)) for n in range(1, 40)]
        if first in romans and last in romans and romans.index(first) < romans.index(last):
            return romans[romans.index(first) + 1:romans.index(last) + 1]
        return None
    if len(first) != 1 or len(last) != 1 or first >= last:
        return None
    return [chr(n) for n in range(ord(first) + 1, ord(last) + 1)]


def latin_provisions(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """Spans with the unit and the places cited: ``(start, end, "article", ["61(7)(b)"])``."""
    for found in _INVERTED.finditer(text):
        path = [_normal(found["number"]), *re.findall(r"[a-z]{1,5}", found["path"]), *filter(None, (found["item"], found["subitem"]))]
        if all(place_key(p) is not None for p in path):
            yield found.start(), found.end(), _unit(found["unit"]), [_normal(found["head"]) + "".join(f"({p})" for p in path)]
    at = 0
    while (head := _HEAD.search(text, at)) is not None:
        word = head["word"].lower()
        reader = _Reader(text, head.end(), word in _PLURALS)
        places = reader.read()
        at = max(reader.at, head.end())
        if places:
            yield head.start(), at, _unit(word), [number + "".join(f"({p})" for p in path) for number, *path in places]


def _unit(word: str) -> str:
    return _UNITS[word.lower()[:2]]
