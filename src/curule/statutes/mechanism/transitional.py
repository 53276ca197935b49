"""Transitional arrangements 1 to 7: which body is competent for what was under way."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
