"""Article 22 of the Statute of the Mechanism: penalties."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
