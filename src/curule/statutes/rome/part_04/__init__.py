"""Part 4 of the Rome Statute: composition and administration of the Court."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_04 import (
                                 article_34,
                                 article_36,
                                 article_36_ballot,
                                 article_36_seats,
                                 article_37,
                                 article_38,
                                 article_39,
                                 article_40,
                                 article_42,
                                 article_44,
                                 article_45,
)

CHAPTERS: tuple[Chapter, ...] = (article_34.law, article_36_seats.law, article_36.law, article_36_ballot.law, article_37.law,
                                 article_38.law, article_39.law, article_40.law, article_42.law, article_44.law, article_45.law)
