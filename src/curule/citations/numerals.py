"""Chinese numerals, and counts turned into the letters and roman numerals of the other languages."""

from __future__ import annotations

__all__ = ["letter", "number", "roman"]

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_ROMANS = tuple(ten + one for ten in ("", "x", "xx", "xxx") for one in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))


def number(numeral: str) -> int | None:
    """The number that a Chinese or Arabic numeral writes, up to 999; nothing for anything else.

    >>> number("一百二十八"), number("六十一"), number("32"), number("十")
    (128, 61, 32, 10)
    """
    if numeral.isascii() and numeral.isdigit():
        return int(numeral) if len(numeral) <= 3 else None
    total = current = 0
    for character in numeral:
        if character in _DIGITS:
            current = current * 10 + _DIGITS[character] if "十" not in numeral and "百" not in numeral else _DIGITS[character]
        elif character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            return None
    return total + current or None


def letter(count: int) -> str | None:
    """The letter of an item that the Chinese text counts: 2 is (b)."""
    return chr(96 + count) if 1 <= count <= 26 else None


def roman(count: int) -> str | None:
    """The roman numeral of a sub-item that the Chinese text counts."""
    return _ROMANS[count] if 1 <= count < len(_ROMANS) else None
