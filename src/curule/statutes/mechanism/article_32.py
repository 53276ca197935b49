"""Article 32 of the Statute of the Mechanism: reports."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
