"""Part 13 of the Rome Statute: final clauses."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_13 import article_119, article_121, article_121_acceptance, article_125, article_127

CHAPTERS: tuple[Chapter, ...] = (article_119.law, article_121.law, article_121_acceptance.law, article_125.law, article_127.law)
