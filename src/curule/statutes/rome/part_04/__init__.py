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
    article_39_cases,
    article_40,
    article_42,
    article_44,
    article_45,
    article_48,
    article_50,
    article_51,
    ends_of_office,
)

CHAPTERS: tuple[Chapter, ...] = tuple(module.law for module in (
    article_34, article_36_seats, article_36, article_36_ballot, article_37, article_38, article_39, article_39_cases, article_40, article_42, article_44, article_45, article_48, article_50, article_51,
    ends_of_office))
