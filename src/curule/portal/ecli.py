"""Identifiers of decisions in the form of the European Case Law Identifier, and back.

``ECLI:XX:ICC:2026:01.21.01.24.17.RED``: XX, since no code has been assigned to these courts; the court's code; the year of the decision; the
number of the filing without the court's letters, its separators written as full stops. A number is the public one, so that an identifier
tells of nothing hidden.
"""

from __future__ import annotations

import re

from curule.portal.seen import public_documents
from curule.registry.models import Rendition

__all__ = ["COURT_CODES", "ecli_of", "found_by"]

COUNTRY = "XX"
COURT_CODES = {"rome": "ICC", "mechanism": "IRMCT"}
"""The code of each tribunal; another one is known by its own code in capitals."""
_ECLI = re.compile(r"ECLI:XX:([A-Z]{2,7}):(\d{4}):([A-Z0-9.]{1,60})")
_LETTERS = re.compile(r"^(?:ICC|MICT|IRMCT)-")


def ecli_of(rendition: Rendition) -> str:
    """The identifier of a decision."""
    matter = rendition.entry.matter
    court = COURT_CODES.get(matter.pack, matter.pack.upper()[:7])
    return f"ECLI:{COUNTRY}:{court}:{rendition.entry.done_on.year}:{_ordinal(rendition.number)}"


def _ordinal(number: str) -> str:
    return re.sub(r"[^A-Z0-9]+", ".", _LETTERS.sub("", number).upper()).strip(".")


def found_by(ecli: str) -> Rendition | None:
    """The public document of an identifier; nothing where there is none, or none that is public."""
    form = _ECLI.fullmatch(ecli.upper())
    if form is None:
        return None
    packs = [pack for pack, code in COURT_CODES.items() if code == form[1]] or [form[1].lower()]
    candidates = public_documents().filter(entry__matter__pack__in=packs, entry__done_on__year=int(form[2]))
    return next((r for r in candidates.iterator(200) if _ordinal(r.number) == form[3]), None)
