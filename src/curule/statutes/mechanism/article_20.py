"""Article 20 of the Statute of the Mechanism: protection of victims and witnesses."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
