"""The sentence in a case (articles 77 and 78): per charge, joint, additional penalties, and transfers to the Trust Fund."""

from __future__ import annotations

from curule.law.posture import Concern, Series, Table, concern, series, table
from curule.law.record import Entry

__all__ = ["Sentence", "Sentences"]


@concern
class Sentence(Concern):
    """The sentence of one person: months per charge (0: life), the joint sentence, the additional penalties."""

    entry: Entry | None = None
    single: Table[str, int] = table()
    joint: int | None = None
    life: bool = False


@concern
class Sentences(Concern):
    """Sentences by person; orders of transfer to the Trust Fund and the transfers made."""

    persons: Table[str, Sentence] = table()
    orders: Series[Entry] = series()
    transfers: Series[Entry] = series()
