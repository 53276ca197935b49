"""Part 5 of the Rome Statute: investigation and prosecution."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_05 import (
    article_53,
    article_54,
    article_55,
    article_56,
    article_57_chamber,
    article_57_powers,
    article_58,
    article_58_summons,
    article_59,
    article_60,
    article_61_changes,
    article_61_decision,
    article_61_hearing,
    article_61_pleading,
    facts,
)

CHAPTERS: tuple[Chapter, ...] = (
    facts.law, article_53.law, article_54.law, article_55.law, article_56.law, article_57_chamber.law, article_57_powers.law, article_58.law, article_58_summons.law,
    article_59.law, article_60.law, article_61_hearing.law, article_61_pleading.law, article_61_decision.law, article_61_changes.law,
)
