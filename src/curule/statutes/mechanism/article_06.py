"""Article 6 of the Statute of the Mechanism: referral of cases to national authorities."""

from __future__ import annotations

from curule.law.chapter import Chapter

law = Chapter("irmct", __name__)
