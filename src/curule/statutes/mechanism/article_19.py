"""Article 19 of the Statute of the Mechanism: rights of the accused."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
