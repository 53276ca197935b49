"""Hearings in the calendar: scheduled, moved, vacated. What was said and decided there is for other acts."""

from __future__ import annotations

import re
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.docket import Docket, Hearing, docket_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.sight import classified
from curule.law.view import View
from curule.law.words import T
from curule.statutes.court_record.court import LANGUAGES, Court

__all__ = ["ANNOUNCED", "SCHEDULE", "SESSIONS", "VACATE", "chapter"]

SCHEDULE, VACATE = "schedule_hearing", "vacate_hearing"
SESSIONS = (Choice("open", "open session", "audience publique"), Choice("private", "private session", "audience à huis clos partiel"),
            Choice("closed", "closed session", "audience à huis clos"), Choice("ex_parte", "ex parte session", "audience ex parte"))
ANNOUNCED = ("private", "closed")
"""Sessions of which the public is told the case, the place and the hours, and no more."""
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def _seen_by(given: Any, actor: Any) -> tuple[str, ...]:
    """A hearing in open session is public. Who takes part in a private or closed one is for the parties; the calendar announces to all that it is held.

    One ex parte is for its addressees, and nobody else is told of it.
    """
    session = given.get("session")
    if session == "ex_parte":
        return classified({"classification": "ex_parte", "addressees": given.get("addressees", ())}, actor)
    return classified({"classification": "confidential"}, actor) if session in ANNOUNCED else ("public",)


def _scheduled(draft: Any, entry: Entry) -> None:
    hearings = docket_of(draft).hearings
    for number in [n for n, h in hearings.items() if h.day is not None and h.day < entry.done_on]:
        del hearings[number]
    hearings.pop(str(entry.particulars.get("instead_of", "")), None)
    hearings[str(entry.number)] = Hearing(entry=entry, day=entry.particulars["day"])


def _vacated(draft: Any, entry: Entry) -> None:
    docket_of(draft).hearings.pop(str(entry.particulars["hearing"]), None)


def chapter(court: Court) -> Chapter:
    """The chapter of hearings for one tribunal."""
    law = Chapter(court.instrument, __name__)
    rooms = [Choice(room.code, room.name.en, room.name.fr) for room in court.courtrooms]
    law.act(SCHEDULE, court.kinds, ("Schedule a hearing", "Fixer une audience"),
            ("A hearing was scheduled for {day}{begins}: {subject}", "Une audience a été fixée au {day}{begins} : {subject}"), [
        Particular("subject", "text", "subject", "objet"), Particular("day", "date", "day", "jour"),
        Particular("begins", "text", "begins at (hh:mm, by the clock of the courtroom)", "début (hh:mm, heure de la salle)", required=False,
                   hint=T("without hours: the whole day", "sans heures : toute la journée")),
        Particular("ends", "text", "ends at (hh:mm)", "fin (hh:mm)", required=False),
        Particular("courtroom", "choice", "courtroom", "salle d'audience", choices=rooms),
        Particular("session", "choice", "session", "séance", choices=SESSIONS),
        Particular("ground", "text", "ground, where the public is shut out", "motif, lorsque le public est exclu", required=False),
        Particular("participants", "text", "participants", "participants", many=True, required=False),
        Particular("interpretation", "choice", "interpretation into", "interprétation vers", many=True, required=False, choices=LANGUAGES),
        Particular("interpreters", "text", "interpreters", "interprètes", many=True, required=False),
        Particular("video_link", "text", "video link with", "liaison vidéo avec", required=False),
        Particular("addressees", "text", "addressees", "destinataires", many=True, required=False, hint=T("for an ex parte session", "pour une audience ex parte")),
        Particular("instead_of", "entry", "instead of the hearing", "au lieu de l'audience", required=False, least=1),
    ], _scheduled, sight=_seen_by, group="hearing")
    law.act(VACATE, court.kinds, ("Vacate a hearing", "Annuler une audience"), ("The hearing of entry {hearing} was vacated: {reason}", "L'audience de l'inscription {hearing} a été annulée : {reason}"), [
        Particular("hearing", "entry", "hearing", "audience", least=1, suggest=lambda v: [(n, f"{h.day}") for n, h in _hearings(v).items()]),
        Particular("reason", "text", "reason", "motif")], _vacated, group="hearing", shares="hearing")
    _rule(law, court)
    return law


def _hearings(v: View) -> Any:
    return (v.posture.docket or Docket()).hearings


def _rule(law: Chapter, court: Court) -> None:
    here = court.publicity_provision

    @law.fact(here, ("the hearing ends after it begins, by the clock, or takes the whole day",
                     "l'audience finit après son début, selon l'horloge, ou dure toute la journée"), needs=("day",),
              says_not=("the hours are not such as 09:30 and 13:00, in that order", "les heures ne sont pas de la forme 09:30 et 13:00, dans cet ordre"))
    def hours_in_order(v: View) -> Any:
        begins, ends = str(v.given.get("begins") or ""), str(v.given.get("ends") or "")
        if not begins and not ends:
            return True
        return bool(_TIME.fullmatch(begins) and _TIME.fullmatch(ends) and begins < ends)

    @law.fact(here, ("the public attends, or the ground for shutting it out is given", "le public assiste, ou le motif du huis clos est indiqué"), needs=("session",),
              says_not=("the ground for shutting the public out is missing", "le motif du huis clos manque"))
    def ground_given(v: View) -> Any:
        return v.given.get("session") == "open" or bool(v.given.get("ground"))

    ahead = law.measure("hearing_not_past", here, ("the day is not past", "le jour n'est pas passé"), lambda v: v.given.get("day", v.on), ">=", lambda v: v.on,
                        needs=("day",), says_not=("the day is past", "le jour est passé"))

    @law.stage(here, ("such a hearing is scheduled", "une telle audience est fixée"), says_not=("no such hearing is scheduled", "aucune audience de ce numéro n'est fixée"))
    def hearing_scheduled(v: View) -> Any:
        return str(v.given["hearing"]) in _hearings(v) if "hearing" in v.given else bool(_hearings(v)) or False

    law.power(here, SCHEDULE, court.hearings_by, all_of(hours_in_order, ground_given, ahead))
    law.power(here, VACATE, court.hearings_by, hearing_scheduled)
