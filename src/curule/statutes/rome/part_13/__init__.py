"""Part 13 of the Rome Statute: final clauses."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_13 import article_125

CHAPTERS: tuple[Chapter, ...] = (article_125.law,)
