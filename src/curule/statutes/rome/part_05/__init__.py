"""Part 5 of the Rome Statute: investigation and prosecution."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_05 import article_58, facts

CHAPTERS: tuple[Chapter, ...] = (facts.law, article_58.law)
