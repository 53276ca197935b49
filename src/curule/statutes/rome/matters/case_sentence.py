"""The sentence in a case (articles 77 and 78): per charge, joint, additional penalties, and transfers to the Trust Fund."""

from __future__ import annotations

from curule.law.posture import Concern, Series, Table, concern, series, table
from curule.law.record import Entry

__all__ = ["Sentence", "Sentences"]


@concern
class Sentence(Concern):
    """The sentence of one person: months per charge, the joint sentence, and what States did about fine and forfeiture (article 109).

    ``effect_given`` by fine or forfeiture; ``obtained`` and ``handed_over``: cents that States obtained and transferred to the Court.
    """

    entry: Entry | None = None
    single: Table[str, int] = table()
    joint: int | None = None
    life: bool = False
    effect_given: Table[str, Entry] = table()
    unable: Entry | None = None
    recovered: Entry | None = None
    obtained: int = 0
    handed_over: int = 0


@concern
class Sentences(Concern):
    """Sentences by person; orders of transfer to the Trust Fund and the transfers made."""

    persons: Table[str, Sentence] = table()
    orders: Series[Entry] = series()
    transfers: Series[Entry] = series()
