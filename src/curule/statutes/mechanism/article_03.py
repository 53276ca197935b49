"""Article 3 of the Statute of the Mechanism: structure and seats."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
