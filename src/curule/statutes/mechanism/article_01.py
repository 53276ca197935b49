"""Article 1 of the Statute of the Mechanism: competence."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
