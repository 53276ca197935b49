"""Article 31 of the Statute of the Mechanism: working languages."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
