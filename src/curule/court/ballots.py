"""Elections in words: candidates, what the bench needs, each ballot round by round with the reason for everyone."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from curule.law.ballots import Contest, Outcome, Result, Round
from curule.law.record import Entry, Record
from curule.matters.explanation import citation
from curule.matters.phrases import judge_names
from curule.matters.reading import Reading
from curule.matters.standing import told_by

__all__ = ["contest_of", "has_ballots", "told"]

OUTCOMES = {Outcome.ELECTED: _("elected"), Outcome.BELOW_MAJORITY: _("majority not reached"), Outcome.NATIONALITY_FULL: _("nationality taken"),
            Outcome.KEPT_FOR_LIST: _("seat kept for the other list"), Outcome.SEATS_FULL: _("no seat left"), Outcome.TIED: _("tied")}


def contest_of(reading: Reading) -> Contest | None:
    """The election that a matter holds, as far as this reader sees it."""
    module = told_by(reading.law.pack.package, "ballots_told")
    if module is None:
        return None

    def before(entry: Entry) -> Any:
        return reading.fold(Record(e for e in reading.record if e.number < entry.number))

    found: Contest | None = reading.ask(
        lambda: module.ballots_told(reading.law, reading.matter.kind, reading.posture, before, reading.related), None)
    return found


def has_ballots(reading: Reading) -> bool:
    """Whether the matter has an election to show; asked for every page of every matter, so that nothing is counted."""
    return getattr(reading.posture, "ballots", None) is not None and told_by(reading.law.pack.package, "ballots_told") is not None and (
        reading.matter.kind == "election" or bool(reading.posture.ballots))


def told(reading: Reading, contest: Contest, lang: str) -> dict[str, Any]:
    """The election for the page."""
    names = judge_names(reading)
    return {
        "seats": contest.seats, "filled": contest.filled, "left": max(contest.seats - contest.filled, 0),
        "candidates": [{"name": names.get(c.candidate, c.candidate), "code": c.candidate, "nationality": names.get(c.nationality, c.nationality),
                        "list": c.chosen_list, "by": names.get(c.nominated_by, c.nominated_by), "nominated": c.nominated, "elected": c.elected}
                       for c in contest.candidates],
        "requirements": [{"says": r.says.of(lang), "needed": r.needed, "have": r.have, "is_met": r.have >= r.needed, "lacking": max(r.needed - r.have, 0),
                          "cite": citation(r.provision, lang)} for r in contest.requirements],
        "rounds": [_round(r, contest, names, lang) for r in contest.rounds], "has_lists": any(c.chosen_list for c in contest.candidates),
    }


def _round(found: Round, contest: Contest, names: dict[str, str], lang: str) -> dict[str, Any]:
    given = found.entry.particulars
    chosen = set(given.get("elected", given.get("judges", ())))
    return {"entry": found.entry, "base": found.base, "needed": found.needed, "of": contest.base.of(lang), "present": given.get("present"),
            "abstaining": given.get("abstaining"), "fault": found.fault.of(lang) if found.fault else "",
            "results": [_result(r, r.candidate in chosen, names, lang) for r in found.results]}


def _result(result: Result, was_elected: bool, names: dict[str, str], lang: str) -> dict[str, Any]:
    counted = result.outcome is Outcome.ELECTED
    return {"name": names.get(result.candidate, result.candidate), "nationality": names.get(result.nationality, result.nationality), "list": result.chosen_list,
            "votes": result.votes, "outcome": OUTCOMES[result.outcome], "is_elected": counted, "differs": counted != was_elected, "was_elected": was_elected,
            "reason": result.reason.of(lang), "cite": citation(result.provision, lang)}
