"""Part 4 of the Rome Statute: composition and administration of the Court."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_04 import article_34, article_36, article_36_ballot, article_36_seats, article_37, article_38, article_39

CHAPTERS: tuple[Chapter, ...] = (article_34.law, article_36_seats.law, article_36.law, article_36_ballot.law, article_37.law,
                                 article_38.law, article_39.law)
