"""Part 10 of the Rome Statute."""

from __future__ import annotations

from curule.law.chapter import Chapter

CHAPTERS: tuple[Chapter, ...] = ()
