"""Part 8 of the Rome Statute: appeal and revision."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_08 import appeal_time, article_81, article_81_custody, article_82, article_82_steps, article_83, article_84, article_85

CHAPTERS: tuple[Chapter, ...] = (article_81.law, appeal_time.law, article_81_custody.law, article_82.law, article_82_steps.law, article_83.law, article_84.law, article_85.law)
