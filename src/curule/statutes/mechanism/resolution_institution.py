"""Resolution 1966 (2010), the paragraphs on the institution: branches, Rules, seats, start, reports, mandate."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
