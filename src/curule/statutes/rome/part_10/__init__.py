"""Part 10 of the Rome Statute: enforcement."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_10 import (
    article_103,
    article_103_change,
    article_103_list,
    article_105,
    article_107,
    article_108,
    article_109,
    article_110,
    article_111,
)

CHAPTERS: tuple[Chapter, ...] = (
    article_103_list.law, article_103.law, article_103_change.law, article_105.law, article_107.law, article_108.law, article_109.law, article_110.law, article_111.law)
