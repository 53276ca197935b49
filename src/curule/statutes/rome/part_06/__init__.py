"""Part 6 of the Rome Statute: the trial."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_06 import (
    article_62,
    article_63,
    article_64,
    article_64_hearing,
    article_65,
    article_66,
    article_67,
    article_68,
    article_69,
    article_70,
    article_71,
    article_72,
    article_73,
    article_74,
    article_75,
    article_76,
    facts,
)

CHAPTERS: tuple[Chapter, ...] = (
    facts.law, article_62.law, article_63.law, article_64.law, article_64_hearing.law, article_65.law, article_66.law, article_67.law, article_68.law, article_69.law,
    article_70.law, article_71.law, article_72.law, article_73.law, article_74.law, article_75.law, article_76.law,
)
