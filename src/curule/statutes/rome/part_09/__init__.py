"""Part 9 of the Rome Statute: international cooperation and judicial assistance."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.statutes.rome.part_09 import article_87, article_89, non_compliance, postponement, request_facts

CHAPTERS: tuple[Chapter, ...] = (request_facts.law, article_87.law, non_compliance.law, article_89.law, postponement.law)
