"""The court record, for every tribunal alike: filings, translations, redacted versions, corrections, classification, hearings.

A pack says with which organs and under which of its own provisions (:class:`Court`); which documents there are, with their page limits and
whether they await an answer, is data of the pack (``filing.toml``), and so are the figures (``figures.toml``).
"""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.court_record import corrections, filings, hearings
from curule.statutes.court_record.court import Court, Courtroom, DocumentType, FilingNumbers

__all__ = ["Court", "Courtroom", "DocumentType", "FilingNumbers", "chapters"]


def chapters(court: Court) -> list[Chapter]:
    """The chapters of the court record for one tribunal."""
    return [corrections.chapter(court), filings.chapter(court), hearings.chapter(court)]
