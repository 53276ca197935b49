"""Article 25 of the Statute of the Mechanism: enforcement of sentences."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
