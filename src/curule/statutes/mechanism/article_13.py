"""Article 13 of the Statute of the Mechanism: Rules of Procedure and Evidence."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
