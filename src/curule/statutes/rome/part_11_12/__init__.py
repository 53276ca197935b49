"""Parts 11 and 12 of the Rome Statute: Assembly of States Parties; financing."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_11_12 import article_112, article_112_votes, article_113

CHAPTERS: tuple[Chapter, ...] = (article_112.law, article_112_votes.law, article_113.law)
