"""Part 9 of the Rome Statute: international cooperation and judicial assistance."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_09 import (
    article_87,
    article_89,
    article_90,
    article_91,
    article_92,
    article_93,
    article_99,
    assistance_to_states,
    consultations,
    denial,
    non_compliance,
    postponement,
    request_facts,
    transit,
)

CHAPTERS: tuple[Chapter, ...] = (
    request_facts.law, article_87.law, non_compliance.law, article_89.law, transit.law, article_90.law, article_91.law, article_92.law, article_93.law,
    denial.law, assistance_to_states.law, postponement.law, consultations.law, article_99.law)
