"""Article 10 of the Statute of the Mechanism: election of judges."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
