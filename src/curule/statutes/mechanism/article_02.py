"""Article 2 of the Statute of the Mechanism: functions."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
