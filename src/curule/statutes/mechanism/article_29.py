"""Article 29 of the Statute of the Mechanism: status, privileges and immunities."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
