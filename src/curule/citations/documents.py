"""Cases, filings, transcripts and United Nations documents, by the numbers that courts print.

Every repetition in these patterns is bounded, so that no text makes them slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curule.citations.model import Citation, Kind

__all__ = ["broader", "documents"]

YEAR_OF_SHORT = "2010"
"""The year of resolution 1966, which is cited without it: "res. 1966"."""

_D = "[-\u2010\u2011]"
_IN_WORD = "[\\w/\u2010\u2011-]"
_END = r"(?![\w])(?!-\w)"
_SUFFIX = (rf"(?:{_D}(?:tENG|tFRA|tARA|tRUS|tKIS|Conf|Exp|US|Secret|SECRET|CONF|EXP|PUB|Pub|Red\d{{0,2}}|RED\d{{0,2}}|Corr\d{{0,2}}|ENG|FRA|ET|CT|WT|CT2|ET2|"
           r"(?:Anx|ANX)[A-Z0-9]{0,5}(?:\.\d{1,3}){0,2}|AnxI{1,3}|OA\d{0,2}|A\d{0,2}|Add\d{0,2}|App\d{0,2}))")
_ICC = re.compile(
    rf"(?<!{_IN_WORD})(?P<case>ICC{_D}(?:RoC\d{{1,3}}\(\d\){_D})?\d\d/\d\d(?:{_D}\d\d/\d\d)?)"
    rf"(?:{_D}(?P<number>T{_D}\d{{1,4}}|\d{{1,5}}))?(?P<suffixes>{_SUFFIX}{{0,8}}){_END}")
_RESIDUAL = re.compile(
    rf"(?<!{_IN_WORD})(?P<case>(?:MICT|ICTR|IT|SCSL|STL){_D}\d{{2,4}}{_D}\d{{1,3}}[A-Z]?(?:/\d{{1,3}})?)"
    rf"(?:{_D}(?P<stage>(?:A|T|I|PT|S|D|DP|R|ES|AR|PRES|MISC|REQ|RA|SC)\d{{0,3}}(?:bis)?[A-Z]?(?:\.\d{{1,3}}){{0,3}}))?(?:{_D}(?P<second>[A-Z]{{1,3}}\d{{0,3}}(?:\.\d{{1,2}})?))?{_END}")
_UN = re.compile(
    r"(?<![\w/.])(?P<symbol>(?:A|S|E)/(?:(?:RES|DEC|PRST|CONF\.\d{1,3}|C\.\d|HRC|INF|PV\.|CN\.\d{1,2})/)?"
    r"(?:(?P<numbers>\d{1,4}(?:/\d{1,5}){0,3})(?:/(?:Add|Rev|Corr|L)\.\d{1,3}){0,2}))(?P<year>\s?\(\d{4}\))?(?![\w/])")
_RESOLUTION = re.compile(
    r"(?<![\w])(?:(?i:resolution|résolution)\s{1,2}(?P<latin>\d{3,4})\s?\((?P<year>(?:19|20)\d\d)\)|第\s?(?P<han>\d{3,4})\s?[(（]\s?(?P<han_year>(?:19|20)\d\d)\s?[)）]\s?号\s?决\s?议"
    r"|(?i:res\.|rés\.)\s{1,2}(?P<short>1966)(?!\s?\(|\d)"
    r"|(?i:resolution|résolution)\s{1,2}(?P<session>\d\d)/(?P<one>\d{1,3})(?![\d/]))")
_ASP = re.compile(rf"(?<!{_IN_WORD})ICC{_D}ASP/\d{{1,2}}/(?:Res\.)?\d{{1,3}}(?:/(?:Add|Rev|Corr)\.\d)?{_END}")
_KSC = re.compile(rf"(?<!{_IN_WORD})(?P<case>KSC{_D}(?:BC|CA|SC|CC){_D}\d{{4}}{_D}\d\d)(?P<filing>(?:/(?:[A-Z]{{1,2}}\d{{1,5}}|RED\d?|COR\d?)){{1,4}})?{_END}")


def documents(text: str) -> Iterator[Citation]:
    """Every case, filing and document that the text names, in no order."""
    for found in _ICC.finditer(text):
        yield _of_court(found, _plain(found["case"]), f"-{_plain(found['number'])}" if found["number"] else "", _plain(found["suffixes"]))
    for found in _RESIDUAL.finditer(text):
        stage = "".join(f"-{part}" for part in (found["stage"], found["second"]) if part)
        yield Citation(Kind.CASE, *found.span(), found.group(), (_plain(found["case"]) + stage,))
    for found in _KSC.finditer(text):
        yield Citation(Kind.FILING if found["filing"] else Kind.CASE, *found.span(), found.group(), (_plain(found.group()),))
    for found in _ASP.finditer(text):
        yield Citation(Kind.UN_DOCUMENT, *found.span(), found.group(), (_plain(found.group()),))
    for found in _UN.finditer(text):
        if (key := _symbol(found)) is not None:
            yield Citation(Kind.UN_DOCUMENT, *found.span(), found.group(), (key,))
    for found in _RESOLUTION.finditer(text):
        number, year = (found["latin"] or found["han"] or found["short"], found["year"] or found["han_year"] or YEAR_OF_SHORT)
        key = f"S/RES/{number} ({year})" if number else f"A/RES/{found['session']}/{found['one']}"
        yield Citation(Kind.UN_DOCUMENT, *found.span(), found.group(), (key,))


def _of_court(found: re.Match[str], case: str, number: str, suffixes: str) -> Citation:
    kind = Kind.FILING if number else Kind.CASE
    return Citation(kind, *found.span(), found.group(), (case + number + suffixes,))


def _plain(written: str) -> str:
    return written.replace("\u2010", "-").replace("\u2011", "-")


def _symbol(found: re.Match[str]) -> str | None:
    """The symbol as the United Nations write it; nothing for what only looks like one ("A/4", "S/2")."""
    symbol, year = found["symbol"], found["year"]
    plain_series = symbol.count("/") == found["numbers"].count("/") + 1
    if plain_series and "/" not in found["numbers"]:
        return None
    if symbol.startswith("S/RES/") and year:
        return f"{symbol} {year.strip()}"
    return symbol


_RED = re.compile(rf"{_SUFFIX}+$")


def broader(key: str) -> tuple[str, ...]:
    """The keys of what contains a document: the filing without its suffixes, the case, the situation.

    >>> broader("ICC-01/04-01/06-3121-Red2")
    ('ICC-01/04-01/06-3121', 'ICC-01/04-01/06', 'ICC-01/04')
    >>> broader("MICT-13-55-A")
    ('MICT-13-55',)
    """
    key, _hash, paragraph = key.partition("#")
    found = [key] if paragraph else []
    icc, residual = _ICC.fullmatch(key), _RESIDUAL.fullmatch(key)
    if icc is not None:
        number = f"{icc['case']}-{icc['number']}" if icc["number"] else icc["case"]
        found += [number, icc["case"]]
        parts = icc["case"].split("-")
        if len(parts) == 3 and not parts[1].startswith("RoC"):
            found.append("-".join(parts[:2]))
    elif residual is not None:
        found.append(residual["case"])
    elif (kosovo := _KSC.fullmatch(key)) is not None:
        found.append(kosovo["case"])
    return tuple(k for k in dict.fromkeys(found) if k != (key if not paragraph else f"{key}#{paragraph}"))
