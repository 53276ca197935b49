"""Courts and their instruments: by which codes provisions are known, and by which names texts mention them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["COURTS", "OTHER", "UNIT_OF", "UNITS", "Court", "named_after", "named_before", "present"]

UNITS = ("article", "rule", "regulation")
OTHER = "other"
"""The instrument of a provision that belongs to none of these courts: the Vienna Convention, a national code."""


@dataclass(frozen=True, slots=True)
class Court:
    """A court: the instrument in which it has articles, rules and regulations, and what betrays that a text is about it."""

    code: str
    instruments: Mapping[str, str]
    marks: str


COURTS: Mapping[str, Court] = {court.code: court for court in (
    Court("rome", {"article": "rome", "rule": "iccrpe", "regulation": "iccreg"},
          r"(?<![\w-])ICC[-‑]\d\d/|Rome Statute|Statut de Rome|罗马规约|International Criminal Court|Cour pénale internationale|国际刑事法院"),
    Court("mechanism", {"article": "irmct", "rule": "mictrpe"},
          r"(?<![\w-])MICT[-‑]\d\d[-‑]|Residual Mechanism|Statute of the Mechanism|Mécanisme international|Statut du Mécanisme|余留机制|余留事项"),
    Court("icty", {"article": "ictyst", "rule": "ictyrpe"}, r"(?<![\w-])IT[-‑]\d\d[-‑]\d|ICTY|TPIY|former Yugoslavia|ex-Yougoslavie|前南"),
    Court("ictr", {"article": "ictrst", "rule": "ictrrpe"}, r"ICTR|TPIR|Tribunal for Rwanda|Tribunal pénal international pour le Rwanda|卢旺达"),
)}
UNIT_OF: Mapping[str, str] = {instrument: unit for court in COURTS.values() for unit, instrument in court.instruments.items()}
"""The unit that each instrument counts."""

_MARKS = re.compile("|".join(f"(?P<{court.code}>{court.marks})" for court in COURTS.values()))

# A name gives an instrument, or the unit of the court in question ("the Rules"); the longest are tried first.
_NAMES: tuple[tuple[str, str], ...] = (
    (r"(?i:Rome Statute(?: of the International Criminal Court)?)|(?i:Statut de Rome(?: de la Cour pénale internationale)?)"
     r"|ICC Statute|《?(?:国际刑事法院)?罗马规约》?", "rome"),
    (r"(?i:Statute of the (?:International Residual )?Mechanism(?: for Criminal Tribunals)?)|(?i:(?:IRMCT|MICT|Mechanism(?:['’]s)?) Statute)"
     r"|(?i:Statut du Mécanisme(?: international appelé à exercer les fonctions résiduelles des Tribunaux pénaux)?)|《?(?:余留)?机制规约》?", "irmct"),
    (r"ICTY Statute|(?i:Statut du TPIY)|(?i:Statute of the (?:International )?Tribunal for the former Yugoslavia)", "ictyst"),
    (r"ICTR Statute|(?i:Statut du TPIR)|(?i:Statute of the (?:International )?Tribunal for Rwanda)", "ictrst"),
    (r"(?i:ICC Rules of Procedure and Evidence)|ICC RPE", "iccrpe"), (r"ICTY Rules", "ictyrpe"), (r"ICTR Rules", "ictrrpe"),
    (r"(?i:(?:MICT|IRMCT|Mechanism(?:['’]s)?) Rules(?: of Procedure and Evidence)?)", "mictrpe"),
    (r"(?i:Regulations of the Court)|(?i:Règlement de la Cour)|《?法院条例》?", "iccreg"),
    (r"(?i:Rules of Procedure and Evidence)|(?i:Règlement de procédure et de preuve)|RPE|《?程序和证据规则》?|Rules|Règlement", "rule"),
    (r"本?规约|Statute|Statut", "article"),
    (r"(?:[A-Z][\w’'-]{1,25} |(?:on|for|sur|des|de|the|la|of|and|et) ){0,6}"
     r"(?:Convention|Covenant|Treaty|Charter|Constitution|Protocol|Code|Law|Act|Agreement|Pacte|Traité|Charte|Protocole|Loi|Accord)s?\b", OTHER),
)
_NAME = "|".join(f"(?P<n{number}>{pattern})" for number, (pattern, _code) in enumerate(_NAMES))
_AFTER = re.compile(rf"\s?(?:,\s)?(?:(?:of|in|under|du|de|des|de la)\s{{1,2}}(?:l['’]|(?:the|la|le|its)\s{{1,2}})?|\(?)(?:{_NAME})(?![\w-])")
_BEFORE = re.compile(rf"(?<![\w-])(?:{_NAME})[,:]?[\s\u00a0]{{0,2}}(?:,\s)?$")
_WINDOW = 110
"""Characters in which an instrument may be named beside a provision."""


def _code(found: re.Match[str]) -> str:
    return next(code for number, (_pattern, code) in enumerate(_NAMES) if found[f"n{number}"] is not None)


def named_after(text: str, end: int) -> tuple[str, int] | None:
    """The instrument (or unit) named directly behind a provision that ends there, and where the name ends."""
    found = _AFTER.match(text, end, min(len(text), end + _WINDOW))
    return (_code(found), found.end()) if found else None


def named_before(text: str, start: int) -> str | None:
    """The instrument (or unit) named directly before a provision that starts there."""
    found = _BEFORE.search(text[max(0, start - _WINDOW):start])
    return _code(found) if found else None


def present(text: str) -> frozenset[str]:
    """The courts that a text is visibly about."""
    return frozenset(str(found.lastgroup) for found in _MARKS.finditer(text))


def instrument(unit: str, courts: Iterable[str]) -> str:
    """The instrument in which one of these courts has that unit; the unit itself where it is not certain."""
    found = {COURTS[code].instruments[unit] for code in courts if unit in COURTS[code].instruments}
    return found.pop() if len(found) == 1 else unit
