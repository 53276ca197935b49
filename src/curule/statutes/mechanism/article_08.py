"""Article 8 of the Statute of the Mechanism: roster of judges."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
