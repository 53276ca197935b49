"""Article 4 of the Statute of the Mechanism: organisation."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
