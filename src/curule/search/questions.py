"""The language of questions: words, "phrases", prefix*, AND, OR, NOT, brackets and fields, read into a tree.

Errors say what to do; no question, however strange, ends in anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from curule.citations import query_keys
from curule.law.words import T, Text
from curule.search.folding import seen, words

__all__ = ["All", "Any", "Cites", "Days", "Field", "Node", "Not", "Phrase", "Prefix", "QuestionFault", "Word", "read"]

LONGEST, MOST_TERMS, DEEPEST = 600, 40, 12
SHORTEST_PREFIX = 2


class QuestionFault(ValueError):
    """A question that cannot be read; ``says`` tells why and what to write, in both languages."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms; ``field`` "title" asks for it in the title."""

    text: str
    field: str = "body"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order."""

    words: tuple[str, ...]
    field: str = "body"


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so; several words: a phrase of which the last begins so."""

    words: tuple[str, ...]
    field: str = "body"


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a field: the number of a case, a type, a filer."""

    name: str
    value: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Filed on one of these days."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Cites:
    """Cites one of these (keys of the citation extractor)."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not find."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """What every part finds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """What any part finds."""

    parts: tuple[Node, ...]


Node = Word | Phrase | Prefix | Field | Days | Cites | Not | All | Any

FIELDS = {
    "case": "matter", "affaire": "matter", "type": "type", "filer": "organ", "auteur": "organ", "lang": "lang", "language": "lang", "langue": "lang",
    "class": "class", "classification": "class", "classement": "class",
    "tribunal": "tribunal", "kind": "kind", "nature": "kind", "branch": "branch", "division": "branch",
}
DATES = ("date", "year", "année", "annee")
CITES = ("cites", "cite")
TITLES = ("title", "titre")
_KNOWN = ("case", "type", "filer", "date", "language", "classification", "cites", "title", "tribunal", "kind", "branch", "year")
AND, OR, NOT = ("AND", "ET", "&&"), ("OR", "OU", "||"), ("NOT", "SAUF")

_TOKEN = re.compile(r'\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>-)(?=[^\s-])|'
                    rf'(?P<named>(?i:{"|".join((*FIELDS, *DATES, *CITES, *TITLES))})):\s*|(?P<field>[^\W\d_]{{1,20}}):(?=\S)|'
                    r'"(?P<phrase>[^"]*)"|(?P<quote>")|(?P<word>[^\s()"]+))')
_ENUMERATED = re.compile(r"(?:^|[\s,;])\w{1,3}$")
"""What stands before the bracket of an enumeration, as in ``alinéa b)``: that bracket closes nothing."""
_ABBREVIATED = re.compile(r"(?<=-)[A-Z]{3,}(?=\d*$)")
"""What a number ends with for a redacted version: -Red, -Corr."""
_INNER_STAR = re.compile(r"\*+[^\W_]")
_CORE = re.compile(r"[^\W_]+")
_OF_FIELD = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)')
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\x00": " "})


def read(text: str) -> Node | None:
    """The tree of a question; nothing for an empty one. Raises :class:`QuestionFault`."""
    if len(text) > LONGEST:
        raise QuestionFault(T(f"A question has at most {LONGEST} characters: leave words out.",
                              f"Une question compte {LONGEST} caractères au plus : retirer des mots."))
    text = seen(text).translate(_QUOTES)
    found = _Reader(text).whole()
    if found is None and text.strip(' *"'):
        raise QuestionFault(T("There is no letter and no figure in this question: write a word, a number or a name.",
                              "Cette question n'a ni lettre ni chiffre : écrire un mot, un numéro ou un nom."))
    return found


class _Reader:
    """Reads from left to right; ``terms`` and ``depth`` are bounded, so that no question can be costly."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.terms, self.depth = text, 0, 0, 0

    def whole(self) -> Node | None:
        parts = [self.either()]
        while (closing := self.peek()) is not None:
            if not _ENUMERATED.search(self.text[:closing.start("close")]):
                raise QuestionFault(T("There is a closing bracket without an opening one: remove it.",
                                      "Une parenthèse fermante n'a pas d'ouvrante : la supprimer."))
            self.at = closing.end()
            parts.append(self.either())
        held = tuple(part for part in parts if part is not None)
        return held[0] if len(held) == 1 else All(held) if held else None

    def peek(self) -> re.Match[str] | None:
        return _TOKEN.match(self.text, self.at)

    def operator(self, names: tuple[str, ...]) -> bool:
        token = self.peek()
        if token is None or token["word"] not in names:
            return False
        self.at = token.end()
        return True

    def either(self) -> Node | None:
        parts = [self.every()]
        while self.operator(OR):
            parts.append(self.every())
            if parts[-1] is None or parts[0] is None:
                raise _lonely("OR")
        held = [part for part in parts if part is not None]
        return held[0] if len(held) == 1 else Any(tuple(held)) if held else None

    def every(self) -> Node | None:
        parts: list[Node] = []
        while (token := self.peek()) is not None and token["close"] is None and token["word"] not in OR:
            joined = self.operator(AND)
            part = self.one() if not joined or parts else None
            if joined and part is None:
                raise _lonely("AND")
            if part is not None:
                parts.append(part)
        return parts[0] if len(parts) == 1 else All(tuple(parts)) if parts else None

    def one(self) -> Node | None:
        token = self.peek()
        if token is None or token["close"] is not None or token["word"] in (*OR, *AND):
            return None
        if token["minus"] is not None or token["word"] in NOT:
            self.at = token.end()
            self.deeper()
            part = self.one()
            if part is None:
                raise _lonely("NOT")
            self.depth -= 1
            return Not(part)
        if token["open"] is not None:
            return self.bracket(token)
        self.at = token.end()
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise QuestionFault(T(f"A question has at most {MOST_TERMS} words: leave some out.",
                                  f"Une question compte {MOST_TERMS} mots au plus : en retirer."))
        if token["named"] is not None or token["field"] is not None:
            return self.field((token["named"] or token["field"]).lower())
        if token["quote"] is not None:
            raise QuestionFault(T('A quotation mark is missing: close the phrase with ".', 'Il manque un guillemet : fermer l\'expression par ".'))
        return _words_of(token["word"]) if token["phrase"] is None else _phrase(token["phrase"])

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise QuestionFault(T(f"Brackets stand more than {DEEPEST} deep: write the question more simply.",
                                  f"Plus de {DEEPEST} niveaux de parenthèses : simplifier la question."))

    def bracket(self, token: re.Match[str]) -> Node | None:
        self.at = token.end()
        self.deeper()
        found = self.either()
        closing = self.peek()
        if closing is None or closing["close"] is None:
            raise QuestionFault(T("A bracket is not closed: add ).", "Une parenthèse n'est pas fermée : ajouter )."))
        self.at = closing.end()
        self.depth -= 1
        return found

    def field(self, name: str) -> Node | None:
        value = _OF_FIELD.match(self.text, self.at)
        if name not in (*FIELDS, *DATES, *CITES, *TITLES):
            raise QuestionFault(T(f"There is no field {name}: use one of {', '.join(_KNOWN)}, or put the words in quotation marks.",
                                  f"Il n'y a pas de champ {name} : utiliser l'un de {', '.join(_KNOWN)}, ou mettre les mots entre guillemets."))
        if value is None:
            raise QuestionFault(T(f"Nothing stands behind {name}: write a value, as in {name}:\"...\".",
                                  f"Rien ne suit {name} : donner une valeur, par exemple {name}:\"...\"."))
        self.at = value.end()
        written = (value["phrase"] if value["phrase"] is not None else self._unclosed(value["word"])).strip()
        if not written:
            raise QuestionFault(T(f"Nothing stands behind {name}: write a value.", f"Rien ne suit {name} : donner une valeur."))
        if name in DATES:
            return days(written)
        if name in CITES:
            return _cites(written)
        if name in TITLES:
            return _phrase(written, "title") if value["phrase"] is not None else _words_of(written, "title")
        return Field(FIELDS[name], written.rstrip("*").lower(), written.endswith("*"))

    def _unclosed(self, word: str) -> str:
        """A value without quotation marks; a bracket at its end that it did not open closes something else."""
        while word.endswith(")") and word.count(")") > word.count("("):
            word, self.at = word[:-1], self.at - 1
        return word


def _lonely(operator: str) -> QuestionFault:
    return QuestionFault(T(f"{operator} needs words on both sides; to look for the word itself, put it in quotation marks.",
                           f"{operator} demande des mots de part et d'autre ; pour chercher le mot lui-même, le mettre entre guillemets."))


def _phrase(text: str, field: str = "body") -> Node | None:
    found = tuple(words(text))
    if not found:
        return None
    return Phrase(found, field)


def _words_of(text: str, field: str = "body") -> Node | None:
    found = tuple(words(text))
    if not found:
        return None
    if _INNER_STAR.search(text):
        raise QuestionFault(T(f"{text}: a star stands at the end of a word only, as in deport*.",
                              f"{text} : l'étoile ne se met qu'à la fin d'un mot, par exemple déport*."))
    if text.endswith("*"):
        if len(found[-1]) < SHORTEST_PREFIX:
            raise QuestionFault(T(f"{text} begins too many words: write at least {SHORTEST_PREFIX} letters before *.",
                                  f"{text} commence trop de mots : écrire au moins {SHORTEST_PREFIX} lettres avant *."))
        return Prefix(found, field)
    core = _CORE.search(text)  # the word without the comma or the sign beside it, its accents kept for the stems
    return Word(core.group() if core else found[0], field) if len(found) == 1 else Phrase(found, field)


def _cites(written: str) -> Cites:
    keys = query_keys(written) or query_keys(_ABBREVIATED.sub(lambda part: part[0].capitalize(), written.upper()))
    if not keys:
        raise QuestionFault(T(f"{written!r} is nothing that is cited: write for example cites:\"article 61(7)(b)\" or cites:MICT-12-25.",
                              f"{written!r} n'est pas une référence : écrire par exemple cites:\"article 61(7)(b)\" ou cites:MICT-12-25."))
    return Cites(keys)


def days(written: str) -> Days:
    """Days as ``2020``, ``2020-05``, ``2020-05-17`` or a span ``2020-01-01..2020-12-31``, open at either end."""
    first, dots, last = written.partition("..")
    begins, ends = (_span(first) if first else None), (_span(last) if last else None)
    if not dots and begins is not None:
        return Days(*begins)
    if begins is None and ends is None:
        raise _no_day(written)
    return Days(begins[0] if begins else None, ends[1] if ends else None)


def _span(written: str) -> tuple[date, date]:
    found = _DAY.fullmatch(written)
    if found is None:
        raise _no_day(written)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        following = date(first.year + 1, 1, 1) if not month else date(first.year + month // 12, month % 12 + 1, 1)
    except ValueError:
        raise _no_day(written) from None
    return first, following - timedelta(days=1)


def _no_day(written: str) -> QuestionFault:
    return QuestionFault(T(f"{written!r} is no day: write date:2020, date:2020-05-17 or date:2020-01-01..2020-12-31.",
                           f"{written!r} n'est pas une date : écrire date:2020, date:2020-05-17 ou date:2020-01-01..2020-12-31."))
