"""Where a complaint stands."""

from __future__ import annotations

from curule.law.posture import Posture, concern
from curule.law.record import Entry


@concern
class Complaint(Posture):
    """One complaint, from lodging to appeal."""

    admitted: Entry | None = None
    bench: Entry | None = None
    judged: Entry | None = None
    appealed: Entry | None = None
    reported: Entry | None = None
    interpreter: Entry | None = None
    language: str = ""
