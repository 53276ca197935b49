"""How the Court counts days (regulation 33 of the Regulations of the Court) and months: chosen by figures and a reading, never fixed in a rule."""

from __future__ import annotations

from curule.law.calendar import CountingRule
from curule.law.view import View

__all__ = ["calendar_months", "regulation_33"]


def regulation_33(v: View) -> CountingRule:
    """Whether the day of the event counts, and whether a limit runs on over days that are not worked, as the figures say."""
    return CountingRule(counts_day_of_event=bool(v.figure("event_day_counts").value), runs_on=bool(v.figure("runs_on_to_working_day").value))


def calendar_months(v: View) -> CountingRule:
    """Months as the Statute counts them: the reading says what becomes of a month that lacks the day of the event."""
    return CountingRule(clamps=v.reading("months_end") == "clamped")
