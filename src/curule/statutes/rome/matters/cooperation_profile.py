"""What a State has designated for requests of the Court: channel, language, and the procedures of its own law (articles 87(1)(a), 87(2), 88);
and whether it receives sentenced persons (article 103(1))."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from curule.law.calendar import add
from curule.law.lengths import Length
from curule.law.posture import Concern, Series, concern, series
from curule.law.record import Entry

__all__ = ["WORKING_LANGUAGES", "CooperationProfile", "designation_on"]

WORKING_LANGUAGES = ("en", "fr")
"""The working languages of the Court; they serve where a State chose none."""


@concern
class CooperationProfile(Concern):
    """Designations in the order in which they were made, and the last table of national procedures.

    ``willing``: the last declaration of willingness to receive sentenced persons (article 103(1)), ``conditions_agreed``: the Court's agreement to it.
    """

    channels: Series[Entry] = series()
    languages: Series[Entry] = series()
    procedures: Entry | None = None
    willing: Entry | None = None
    conditions_agreed: Entry | None = None


def takes_effect(designation: Entry, notice: Length) -> date:
    """The day from which a designation counts: at once on joining, else the day agreed with the Court or the end of the notice."""
    given = designation.particulars
    if given["occasion"] == "joining":
        return designation.done_on
    agreed: date | None = given.get("agreed_from")
    return agreed if agreed is not None else add(designation.done_on, notice).day


def designation_on(designations: Iterable[Entry], day: date, notice: Length) -> Entry | None:
    """The designation that counts on a day: the last one that has taken effect."""
    return next((d for d in reversed(list(designations)) if takes_effect(d, notice) <= day), None)
