"""Reading citations as lawyers write them, in English and French, back into provisions.

The law that holds it together: `read_citation(p.cite(lang, form), p.instrument) == p` for every provision,
language and form. Beyond what Curule prints it takes the usual variants: spaces inside "61 (7) (a)", missing
full stops, capitals, the instrument named before or after, and the inverted order "paragraph 7 (a) of article
61".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from curule.law.instruments import (
    COMMON_DIVISIONS,
    NOUNS,
    CitationError,
    Division,
    find_instrument,
    registered,
)
from curule.law.provisions import LATIN, Provision, place_key
from curule.law.words import T, Text

LONGEST = 200  # characters; the longest printed citation is about 120

_TOKEN = re.compile(r"\d+|[^\W\d_]+|\S")
_LINK = r"(?:of the|of|du|des|de la|de l'|de)"
_BETWEEN = re.compile(rf"(?:^|\s){_LINK}\s", re.IGNORECASE)
_LINK_AT_END = re.compile(rf"(?:^|\s){_LINK}$", re.IGNORECASE)
_PLAIN = str.maketrans({".": " ", ",": " ", ";": " ", "'": "' ", "’": "' ", "–": "-", "‑": "-"})
_MARKS = frozenset("()-/")
_FIRST = frozenset({"premier", "première", "1er", "1re"})
_SILENT = frozenset(
    {
        "er",
        "re",
        "al",
        "art",
        "alinéa",
        "alinea",
        "sub",
        "sous",
        "subparagraph",
        "subpara",
        "para",
        "par",
        "§",
        "point",
        "no",
        "op",
        "operative",
    }
)


def read_citation(text: str, instrument: str | None = None) -> Provision:
    """Read a citation or an id.

    `instrument` is the code to assume when the text names none. Raises `CitationError` naming the word that
    could not be read, or asking for the instrument.
    """
    if len(text) > LONGEST:
        raise CitationError(
            T(
                f"A citation of {len(text)} characters cannot be read: give one provision, in at most {LONGEST}.",
                f"Une référence de {len(text)} caractères ne peut être lue : donner une seule disposition, en {LONGEST} caractères au plus.",
            )
        )
    plain = _plain(text)
    code, colon, places = "".join(text.split()).partition(":")
    if colon:
        return Provision.parse(f"{code.lower()}:{places}")
    failure: CitationError | None = None
    for code, remainder in _readings(plain, instrument):
        try:
            return _read_within(remainder, code)
        except CitationError as error:
            failure = failure or error
    raise failure or CitationError(
        T(
            f"{text!r} does not say which instrument it belongs to: put the instrument's name before it.",
            f"{text!r} n'indique pas l'instrument visé : faire précéder la référence du nom de l'instrument.",
        )
    )


def _plain(text: str) -> str:
    """The text with single spaces and without the punctuation that carries no meaning in a citation."""
    return " ".join(text.translate(_PLAIN).split())


def _readings(plain: str, instrument: str | None) -> Iterator[tuple[str, str]]:
    """The instruments that the text may belong to, each with the text less the instrument's name.

    A name in the text goes before the assumed instrument, unless that name is also how one of its divisions
    is cited.
    """
    named = [(name, known) for known in registered() for name in known.names()]
    for name, known in sorted(named, key=lambda pair: -len(pair[0])):
        remainder = _without(plain, name)
        cited = [wording.lower() for division in known.divisions.values() for wording in division.wordings()]
        if remainder is not None and name.lower() not in cited:
            yield known.code, remainder
    if instrument is not None:
        yield instrument, plain


def _without(plain: str, wording: str) -> str | None:
    """The text less a wording at its start or its end, or `None` when the wording is at neither."""
    lowered, wanted = plain.lower(), _plain(wording).lower()
    if len(lowered) != len(plain) or not wanted:
        return None
    if lowered.startswith(wanted) and not lowered[len(wanted) : len(wanted) + 1].isalpha():
        return plain[len(wanted) :].strip()
    return _LINK_AT_END.sub("", plain[: -len(wanted)].strip()) if lowered.endswith(" " + wanted) else None


def _read_within(plain: str, code: str) -> Provision:
    prefix, division, remainder = _find_division(plain, code)
    places = _places(" ".join(reversed(_BETWEEN.split(remainder))), plain)
    if division.unit is None:
        number = ""
    elif places:
        number = places.pop(0)
    else:
        raise _unread(plain, T("a number is missing", "il manque un numéro"))
    return Provision.parse(f"{code}:{prefix}{number}" + "".join([f"({place})" for place in places]))


def _find_division(plain: str, code: str) -> tuple[str, Division, str]:
    """The division that the words announce (the main body when none), with the rest of the text."""
    for wanted, prefix, division in _announcements(code, find_instrument(code) is not None):
        remainder = _without(plain, wanted)
        if remainder is not None:
            return prefix, division, remainder
    return "", _divisions(code)[""], plain


@lru_cache(maxsize=64)
def _announcements(code: str, known: bool) -> tuple[tuple[str, str, Division], ...]:
    """Wordings that announce a division other than the main body, longest first; `known` keeps an answer
    given before the instrument was registered from being reused after."""
    wordings = [(wording, prefix, division) for prefix, division in _divisions(code).items() if prefix for wording in division.wordings()]
    return tuple(sorted(wordings, key=lambda found: -len(found[0])))


def _divisions(code: str) -> dict[str, Division]:
    instrument = find_instrument(code)
    return {**COMMON_DIVISIONS, **(instrument.divisions if instrument else {})}


@lru_cache(maxsize=1)
def _silent_words() -> frozenset[str]:
    """Words that only name the level of the place that follows."""
    words = {word for noun in NOUNS for text in (noun.long, noun.short) for word in (text.en, text.fr)}
    return _SILENT | {word.rstrip(".") for word in words}


def _places(remainder: str, plain: str) -> list[str]:
    """The places in the order of the text, outermost first: "61 (7) (a)" gives 61, 7, a."""
    places: list[str] = []
    after_number = False
    for token in _TOKEN.findall(remainder):
        word = token.lower()
        if word in _FIRST:
            places.append("1")
        elif after_number and word in LATIN:
            places[-1] += word
        elif token in _MARKS or word in _silent_words():
            pass
        elif place_key(token) is not None:
            places.append(token)
        else:
            raise _unread(plain, T(f"{token!r} is not understood", f"{token!r} n'est pas compris"))
        after_number = token.isdigit()
    return places


def _unread(plain: str, reason: Text) -> CitationError:
    return CitationError(
        T(
            f"The citation {plain!r} cannot be read: {reason.en}. Write for example: article 7, paragraph 2 (a).",
            f"La référence {plain!r} ne peut être lue : {reason.fr}. Écrire par exemple : article 7, paragraphe 2, alinéa a).",
        )
    )
