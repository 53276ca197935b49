"""Article 5 of the Statute of the Mechanism: concurrent jurisdiction."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
