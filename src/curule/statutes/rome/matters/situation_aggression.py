"""Where the crime of aggression stands in a situation (articles 15 bis and 15 ter): the Council step, authorisation, decision to proceed."""

from __future__ import annotations

from curule.law.posture import Concern, concern
from curule.law.record import Entry

__all__ = ["Aggression"]


@concern
class Aggression(Concern):
    """What was ascertained of the Council, the notice to the Secretary-General, the Council's determination, the Division's authorisation."""

    ascertained: Entry | None = None
    notified: Entry | None = None
    determined: Entry | None = None
    authorised: Entry | None = None
    proceeded: Entry | None = None
