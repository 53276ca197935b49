"""Which instrument a text is, told by its title and the numbers of its articles; any other is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from curule.texts.chinese import NUMERAL
from curule.texts.errors import NotAStatuteError

LEAST = 3
"""Articles or paragraphs that must be there: a page that only names an instrument has fewer of them."""

MOST = 200_000
"""Lines and numbers that may be there. The longest instrument known to us has under ten thousand."""

_SEARCHED = 400_000  # characters in which a title is looked for; the longest instrument is shorter
_LINE_ARTICLE = re.compile(rf"(?:^|(?<=\r))[ \t]*(?:Article\s{{1,3}}\d{{1,3}}\b|第\s?(?:{NUMERAL}{{1,7}}|\d{{1,3}})\s?条(?=\s|之))", re.MULTILINE)
_CONTENTS_ARTICLE = re.compile(r"第\s{0,2}\d{1,3}\s{0,2}条\s{0,2}[：:]")
_LINE_PARAGRAPH = re.compile(r"(?:^|(?<=\r))[ \t]*\d{1,3}\.\s", re.MULTILINE)


_LINE_OR_NUMBER = re.compile(r"(?:^|(?<=\r))[ \t]*\S|第\s?\d{1,3}\s?条|[(（][^()（）\s]{0,5}[)）]|\d{1,3}\.(?!\d)", re.MULTILINE)


class Printing(StrEnum):
    """How a file prints an instrument."""

    INTERLEAVED = "interleaved"  # article by article, in one language or two
    RUNNING = "running"  # one running text, headings in a table of contents
    REPORT = "report"  # numbered paragraphs and tables


@dataclass(frozen=True, slots=True)
class Identity:
    """The instrument's code and how the file prints it."""

    instrument: str
    printing: Printing


@dataclass(frozen=True, slots=True)
class _Sign:
    instrument: str
    titles: tuple[str, ...]
    printings: tuple[Printing, ...]


_SIGNS = (
    _Sign(
        "irmct",
        (
            "刑事法庭余留事项国际处理机制规约",
            "Statute of the International Residual Mechanism for Criminal Tribunals",
        ),
        (Printing.RUNNING, Printing.INTERLEAVED),
    ),
    _Sign(
        "rome",
        ("Rome Statute of the International Criminal Court", "国际刑事法院罗马规约"),
        (Printing.INTERLEAVED,),
    ),
    _Sign("a68491", ("两年期刑事法庭余留事项国际处理机制的预算",), (Printing.REPORT,)),
)
_COUNTED = {
    Printing.INTERLEAVED: _LINE_ARTICLE,
    Printing.RUNNING: _CONTENTS_ARTICLE,
    Printing.REPORT: _LINE_PARAGRAPH,
}


def identify(text: str, name: str = "text") -> Identity:
    """The instrument that a text holds. Raises NotAStatuteError; `name` is the file's, for the message.

    Where several titles stand in a text the first decides: an instrument names others after its own title.
    """
    squeezed = _squeeze(text[:_SEARCHED])
    named = [(at, sign, title) for sign in _SIGNS for title in sign.titles if (at := squeezed.find(_squeeze(title))) >= 0]
    if not named:
        titles = "; ".join(sign.titles[0] for sign in _SIGNS)
        raise NotAStatuteError("no_title", name=name, titles=titles)
    most, nearest = 0, min(named, key=lambda each: each[0])[2]
    for _, sign, _title in sorted(named, key=lambda each: each[0]):
        for printing in sign.printings:
            found = len(set(_numbers(text, printing)))
            most = max(most, found)
            if found >= LEAST:
                return Identity(sign.instrument, printing)
    raise NotAStatuteError("no_structure", name=name, title=nearest, found=most)


def check_size(text: str, name: str) -> None:
    """Refuse a text of so many lines and numbers that it is no instrument. Raises NotAStatuteError."""
    for found, _ in enumerate(_LINE_OR_NUMBER.finditer(text), 1):
        if found > MOST:
            raise NotAStatuteError("too_many", name=name, found=f"> {MOST}", limit=MOST)


def _numbers(text: str, printing: Printing) -> list[str]:
    return [_squeeze(match.group()) for match in _COUNTED[printing].finditer(text)]


def _squeeze(text: str) -> str:
    """The text without white space and in small letters: a title may be broken or segmented."""
    return "".join(text.split()).casefold()
