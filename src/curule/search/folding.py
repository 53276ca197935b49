"""How words are made comparable: without case and accents, in Latin letters, names by their sound, Chinese cut into words.

The same functions make the index and read the question, so that both sides agree; docs/explanation/search.md says what is folded.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import tantivy
from django.conf import settings

__all__ = ["fold", "loose", "loose_of_word", "seen", "sound", "words"]

_SPECIAL = {"đ": "dj", "ø": "o", "ł": "l", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "’": "'", "ʼ": "'"}
_CYRILLIC = {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "dj", "е": "e", "є": "je", "ж": "z", "з": "z", "и": "i", "і": "i", "ј": "j", "к": "k",
             "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ф": "f", "х": "h",
             "ц": "c", "ч": "c", "џ": "dz", "ш": "s", "щ": "sc", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "ґ": "g", "ѕ": "dz"}
_GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცწჭხჯჰ", "abgdevztiklmnopzrstupkgqscccchjh", strict=True)) | {"ძ": "dz"}
_FOLDED = str.maketrans({**_SPECIAL, **_CYRILLIC, **_GEORGIAN}) | dict.fromkeys(range(0x0300, 0x0370))
_UNSEEN = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF])
"""Soft hyphens, joiners and marks of direction: they stand within words, and nobody sees or types them."""

_WORD = re.compile(r"[^\W_]+")
_ASCII_GAPS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""For text in ASCII alone, whose words are found five times as fast without the expression."""
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]{3,}\b")
_SOUNDS = (("tch", "c"), ("sch", "s"), ("dzh", "z"), ("dj", "d"), ("dz", "z"), ("zh", "z"), ("sh", "s"), ("ch", "c"), ("kh", "k"), ("gh", "g"), ("dh", "d"),
           ("th", "t"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k"), ("y", "i"), ("j", "i"), ("w", "v"))
_DOUBLED = re.compile(r"(.)\1+")
REMEMBERED = 100_000
"""Words whose stems are kept in memory: texts repeat their words. Some 20 MB."""
LONGEST_WORD = 80
"""Longer runs of letters are no words; they are cut there, on both sides."""


def fold(text: str) -> str:
    """Small letters without accents, in Latin script where the script is Cyrillic or Georgian.

    >>> fold("Караџић"), fold("Karadžić"), fold("Đorđević"), fold("Ђорђевић"), fold("Côte d'Ivoire")
    ('karadzic', 'karadzic', 'djordjevic', 'djordjevic', "cote d'ivoire")
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDED)


def seen(text: str) -> str:
    """The text without the characters that nobody sees, accents joined with their letters."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_UNSEEN)


def sound(word: str) -> str:
    """The rough sound of a folded name, the same for its usual spellings.

    >>> sound(fold("Milošević")), sound(fold("Miloshevich")), sound(fold("Djordjevic")), sound(fold("Dordevic")), sound("qadhafi"), sound("kadafi")
    ('milosevic', 'milosevic', 'dordevic', 'dordevic', 'kadafi', 'kadafi')
    """
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)


def words(text: str) -> list[str]:
    """The words of a text in order, folded; Chinese cut into words.

    >>> words("MICT-26-1: l'Accusé")
    ['mict', '26', '1', 'l', 'accuse']
    """
    folded = fold(seen(text))
    found = _runs(folded)
    if folded.isascii() or not _HAN.search(folded):
        return found if max(map(len, found), default=0) <= LONGEST_WORD else [word[:LONGEST_WORD] for word in found]
    return [piece for word in found for piece in _pieces(word)]


def _runs(text: str) -> list[str]:
    """The runs of letters and figures."""
    return text.translate(_ASCII_GAPS).split() if text.isascii() else _WORD.findall(text)


def _pieces(word: str) -> Iterator[str]:
    at = 0
    for run in _HAN.finditer(word):
        if run.start() > at:
            yield word[at:run.start()][:LONGEST_WORD]
        yield from (piece for piece in _cutter().lcut(run.group()) if piece.strip())
        at = run.end()
    if at < len(word):
        yield word[at:][:LONGEST_WORD]


def loose(text: str) -> set[str]:
    """The looser forms of a text: stems in English and French, sounds of names, shorter words inside Chinese ones."""
    text = seen(text)
    small = text.casefold()
    found = set(map(_sound_of_name, set(_NAME.findall(text))))
    found.update(*map(_stems, set(_runs(small))))
    if not small.isascii():
        for run in _HAN.finditer(small):
            found.update(f"z:{piece}" for piece in _cutter().lcut_for_search(run.group()))
    return found


@lru_cache(REMEMBERED)
def _sound_of_name(name: str) -> str:
    return f"s:{sound(fold(name))}"


@lru_cache(REMEMBERED)
def _stems(small: str) -> tuple[str, ...]:
    """The stems of a word without case, and of the same word without accents, in each language, folded."""
    written = small if small.isascii() else f"{small} {fold(small)}"
    return tuple({f"m:{fold(stem)}": None for stemmer in _stemmers() for stem in stemmer.analyze(written)})


def loose_of_word(word: str) -> list[str]:
    """The looser forms that one word of a question may be found by."""
    small = word.casefold()
    if _HAN.search(small):
        return [f"z:{small}"]
    folded = fold(small)
    found = set(_stems(small))
    if len(folded) >= 5 and folded.isalpha():
        found.add(f"s:{sound(folded)}")
    return sorted(found)


@cache
def _stemmers() -> tuple[Any, ...]:
    def made(language: str) -> Any:
        return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).filter(tantivy.Filter.stemmer(language)).build()

    return made("English"), made("French")


@cache
def _cutter() -> Any:
    """The cutter of Chinese text. Its memory lies in our own folder: in a shared one somebody else could have written it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the package's own old constructions
        import jieba

        jieba.setLogLevel(60)
        folder = Path(settings.HOME) / "search"
        folder.mkdir(parents=True, exist_ok=True)
        cutter = jieba.Tokenizer()
        cutter.tmp_dir = str(folder)
        cutter.initialize()
    return cutter
