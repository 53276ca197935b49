"""Identifiers of decisions in the form of the European Case Law Identifier, and back.

``ECLI:XX:ICC:2026:01.21.01.24.17.RED``: XX, since no code has been assigned to these courts; the court's code; the year of the decision; the
number of the filing without the court's letters, its separators written as full stops. A number is the public one, so that an identifier
tells of nothing hidden.
"""

from __future__ import annotations

import re

from curule.access.audiences import PUBLIC
from curule.matters.models import Matter
from curule.portal.models import Publication
from curule.registry.models import Rendition
from curule.registry.sight import renditions_for

__all__ = ["COURT_CODES", "DECISIONS", "ecli_of", "found_by"]

DECISIONS = ("judgement", "decision", "order", "opinion")
"""Types of document that are identified."""
COUNTRY = "XX"
COURT_CODES = {"rome": "ICC", "mechanism": "IRMCT"}
"""The code of each tribunal; another one is known by its own code in capitals."""
_LETTERS = re.compile(r"^(?:ICC|MICT|IRMCT)-")


def ecli_of(rendition: Rendition, matter: Matter | None = None, year: int = 0) -> str:
    """The identifier of a decision; its matter and year where they are at hand."""
    matter = matter or rendition.entry.matter
    court = COURT_CODES.get(matter.pack, matter.pack.upper()[:7])
    return f"ECLI:{COUNTRY}:{court}:{year or rendition.entry.done_on.year}:{_ordinal(rendition.number)}"


def _ordinal(number: str) -> str:
    return re.sub(r"[^A-Z0-9]+", ".", _LETTERS.sub("", number).upper()).strip(".")


def found_by(ecli: str) -> Rendition | None:
    """The public document of an identifier; nothing where there is none, or none that is public."""
    keys = list(Publication.objects.filter(ecli=ecli.upper()).exclude(ecli="").values_list("rendition_id", flat=True)[:1])
    return renditions_for({PUBLIC}).filter(pk__in=keys).first()
