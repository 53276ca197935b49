"""Where responsibility stands in a case (Parts 2 and 3): elements and modes stated by charge, dates of birth, grounds and pleas, findings."""

from __future__ import annotations

from curule.law.posture import Concern, Table, concern, table
from curule.law.record import Entry

__all__ = ["Ground", "Responsibility"]


@concern
class Ground(Concern):
    """A ground excluding responsibility that was raised, and the decision on it. ``upheld``: the Chamber found that it applies."""

    raised: Entry | None = None
    decided: Entry | None = None
    upheld: bool = False


@concern
class Responsibility(Concern):
    """``elements``, ``modes``, ``findings`` by charge; ``born`` by person; ``grounds`` and ``pleas`` by ``person:ground``; ``ruled``: pleas ruled on."""

    elements: Table[str, Entry] = table()
    modes: Table[str, Entry] = table()
    findings: Table[str, Entry] = table()
    born: Table[str, Entry] = table()
    grounds: Table[str, Ground] = table()
    pleas: Table[str, Entry] = table()
    ruled: Table[str, Entry] = table()
