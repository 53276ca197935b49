"""Article 14 of the Statute of the Mechanism: the Prosecutor."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
