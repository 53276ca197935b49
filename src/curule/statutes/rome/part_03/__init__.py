"""Part 03 of the Rome Statute."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_03 import article_22, article_25, article_30

CHAPTERS: tuple[Chapter, ...] = (article_22.law, article_25.law, article_30.law,)
