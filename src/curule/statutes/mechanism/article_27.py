"""Article 27 of the Statute of the Mechanism: management of the archives."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
