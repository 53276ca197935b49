"""Provisions as Chinese texts cite them: 第六十一条第七款第二项, 《罗马规约》第5条和第6条, 规则68(B)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curule.citations.numerals import letter, number, roman

__all__ = ["chinese_provisions"]

_N = r"[〇零一二三四五六七八九十百两\d]{1,6}"
_S = r"[\s\u3000]{0,2}"
_ARTICLE = re.compile(rf"第{_S}(?P<numbers>{_N}(?:{_S}[、,，和及至或]{_S}(?:第{_S})?{_N}){{0,20}}){_S}条(?:{_S}之{_S}(?P<later>[二三四]))?")
_PARAGRAPH = re.compile(rf"{_S}第{_S}({_N}){_S}款")
_ITEM = re.compile(rf"{_S}(?:第{_S}[(（]?({_N}|[a-z]{{1,2}})[)）]?|[(（]([a-z]{{1,2}}|[A-Z])[)）]){_S}项")
_SUB_ITEM = re.compile(rf"{_S}(?:第{_S}[(（]?({_N}|[ivx]{{1,5}})[)）]?|[(（]([ivx]{{1,5}})[)）]){_S}目")
_NUMBER = re.compile(_N)
_RULE = re.compile(r"(?:规则|条例)\s?(?P<number>\d{1,3}(?!\d))(?P<path>(?:\s?[(（](?:\d{1,2}|[a-z]{1,5}|[A-Z])[)）]){0,5})")
_LATER = {"": "", "二": "bis", "三": "ter", "四": "quater"}
_PLACE = re.compile(r"[(（](\w{1,5})[)）]")
_BEFORE = re.compile(r"(?P<rules>规则》?|(?P<regs>条例》?))\s?$")


def chinese_provisions(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """Spans with the unit and the places cited: ``(start, end, "article", ["61(7)(b)"])``."""
    for found in _ARTICLE.finditer(text):
        numbers = [number(n) for n in _NUMBER.findall(found["numbers"])]
        if None in numbers:
            continue
        heads = [f"{n}{_LATER[found['later'] or '']}" for n in numbers if n]
        path, end = _path(text, found.end())
        if "至" in found["numbers"] and len(numbers) == 2 and numbers[0] and numbers[1] and 0 < numbers[1] - numbers[0] <= 40:
            heads = [str(n) for n in range(numbers[0], numbers[1] + 1)]
        heads[-1] += path
        before = _BEFORE.search(text[max(0, found.start() - 4):found.start()])
        unit = "article" if before is None else "regulation" if before["regs"] else "rule"
        yield found.start(), end, unit, heads
    for found in _RULE.finditer(text):
        places = "".join(f"({p})" for p in _PLACE.findall(found["path"]))
        yield found.start(), found.end(), "regulation" if text[found.start()] == "条" else "rule", [found["number"] + places]


def _path(text: str, at: int) -> tuple[str, int]:
    """What follows 条: paragraph, item, sub-item, as the other languages write them."""
    path = ""
    for pattern, written in ((_PARAGRAPH, str), (_ITEM, letter), (_SUB_ITEM, roman)):
        found = pattern.match(text, at)
        if found is None:
            continue
        place = next(group for group in found.groups() if group)
        count = number(place)
        shown = written(count) if count is not None else place
        if shown is None:
            break
        path, at = f"{path}({shown})", found.end()
    return path, at
