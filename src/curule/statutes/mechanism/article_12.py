"""Article 12 of the Statute of the Mechanism: assignment of judges and composition of the Chambers."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
