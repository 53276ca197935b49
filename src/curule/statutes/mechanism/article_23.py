"""Article 23 of the Statute of the Mechanism: appellate proceedings."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
