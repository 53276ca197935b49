"""Article 9 of the Statute of the Mechanism: qualifications of judges."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
