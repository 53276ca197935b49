"""What day it is in a matter.

A day begins at one duty station hours before it does at another, and on the servers at a third time. What was done at the first is on the record with its
own day, which is then, for some hours, tomorrow elsewhere. A record is never read as of a day before the last act on it: such an act has been done, its
limits run and what it allows is allowed, whatever clock the reader goes by.
"""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from curule.matters.models import Matter
from curule.matters.records import kept_record

__all__ = ["day_in", "day_of"]


def day_in(latest: date) -> date:
    """Today by the reader's clock, or the day of the last act (``latest``), whichever is later."""
    return max(timezone.localdate(), latest)


def day_of(matter: Matter) -> date:
    """Today in a matter, from its whole record: for what the product itself does there. What one person reads goes by ``Reading.on``."""
    return day_in(kept_record(matter).latest)
