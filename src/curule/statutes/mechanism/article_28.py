"""Article 28 of the Statute of the Mechanism: cooperation and judicial assistance."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
