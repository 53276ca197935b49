"""Part 7 of the Rome Statute: penalties."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_07 import article_77, article_79

CHAPTERS: tuple[Chapter, ...] = (article_77.law, article_79.law,)
