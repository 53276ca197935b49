"""Chinese as the files print it: numerals, spaces between segmented words, figures that lost a part."""

from __future__ import annotations

import re

from curule.texts.words import Phrase, phrase

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}
_LATER = {"之二": "bis", "之三": "ter", "之四": "quater"}

NUMERAL = "[〇零一二三四五六七八九十百两]"
ARTICLE_NUMBER = rf"第\s*(?P<number>{NUMERAL}{{1,7}}|\d{{1,3}})\s*条(?P<later>之[二三四])?"

_SPACE = re.compile(r"(?<=(\S))[ \t\u3000\r\n\f]+(?=(\S))")
_PLAIN = re.compile(r"[A-Za-z0-9]")

# A date whose "year" and "month" fell out ("1949812日"), or a figure that the segmenter cut in two ("200 4").
_DAMAGED = (
    (re.compile(r"(?<!\d)\d{5,9}\s?日"), "lost_date"),
    (re.compile(r"(?<![\d.])\d{1,3} \d{1,3}(?=\s*[)）])"), "cut_figure"),
    (re.compile(r"(?<!\d)\d \d{3}\s*年"), "cut_figure"),
    (re.compile(r"(?<=[\u4e00-\u9fff])\(\)"), "empty_brackets"),
    (re.compile("\ufffd"), "lost_character"),
)
_DAMAGED_LATIN = (
    (re.compile(r"\b[Aa]rticle\d+"), "no_space"),
    (re.compile("\ufffd"), "lost_character"),
)


def number_of(numeral: str) -> int | None:
    """The number that a Chinese or Arabic numeral writes: 一百二十八, 一〇, 32. None if it writes none."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if not numeral or any(c not in _DIGITS and c not in _UNITS for c in numeral):
        return None
    if not any(c in _UNITS for c in numeral):
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total = current = 0
    for character in numeral:
        if character in _UNITS:
            total += (current or 1) * _UNITS[character]
            current = 0
        else:
            current = _DIGITS[character]
    return total + current


def article_label(match: re.Match[str]) -> str | None:
    """The article's number as ids write it ("8bis"), from a match of ARTICLE_NUMBER."""
    number = number_of(match["number"])
    return None if number is None else f"{number}{_LATER.get(match['later'] or '', '')}"


def later_label(suffix: str) -> str:
    """ "bis" for 之二, "" for nothing."""
    return _LATER.get(suffix, "")


def without_spaces(text: str) -> str:
    """The text for display: spaces go unless Latin letters or figures stand on both sides of them."""

    def keep(match: re.Match[str]) -> str:
        return " " if _PLAIN.match(match[1]) and _PLAIN.match(match[2]) else ""

    return _SPACE.sub(keep, text.strip())


def damage_in(text: str, language: str) -> list[Phrase]:
    """What has visibly been lost in a text, each with the place as it is printed."""
    patterns = _DAMAGED if language == "zh" else _DAMAGED_LATIN
    return [phrase(what, printed=match.group()) for pattern, what in patterns for match in pattern.finditer(text)]
