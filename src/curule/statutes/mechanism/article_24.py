"""Article 24 of the Statute of the Mechanism: review proceedings."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
