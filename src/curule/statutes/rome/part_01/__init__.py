"""Part 01 of the Rome Statute."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_01 import article_01

CHAPTERS: tuple[Chapter, ...] = (article_01.law,)
