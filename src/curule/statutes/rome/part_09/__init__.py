"""Part 9 of the Rome Statute: international cooperation and judicial assistance."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_09 import article_87, article_89, article_90, article_91, article_92, non_compliance, postponement, request_facts, transit

CHAPTERS: tuple[Chapter, ...] = (
    request_facts.law, article_87.law, non_compliance.law, article_89.law, transit.law, postponement.law, article_90.law, article_91.law, article_92.law)
