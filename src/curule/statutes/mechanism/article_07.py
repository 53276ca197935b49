"""Article 7 of the Statute of the Mechanism: non bis in idem."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
