"""Article 26 of the Statute of the Mechanism: pardon or commutation of sentences."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
