"""The Court's agreements, places where it sits or works, and the Elements of Crimes (articles 2 to 4 and 9)."""

from __future__ import annotations

from curule.law.posture import Concern, Table, concern, table
from curule.law.record import Entry

__all__ = ["Foundation"]


@concern
class Foundation(Concern):
    """Agreements by name (``un``, ``host``): approved, concluded; places decided; special agreements by State; Elements proposed and adopted."""

    approved: Table[str, Entry] = table()
    concluded: Table[str, Entry] = table()
    places: Table[str, Entry] = table()
    special: Table[str, Entry] = table()
    elements_proposed: Entry | None = None
    elements_adopted: Entry | None = None
