"""Article 15 of the Statute of the Mechanism: the Registry."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
