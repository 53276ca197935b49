"""Matters for the tests of the pages: a case of the Mechanism with public and hidden entries, made through the pipeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from curule.access.offices import STATION_ZONES, DutyStation
from curule.law.view import Actor
from curule.matters.models import Assignment, Matter
from curule.matters.pipeline import Request, enter, open_matter

PERSON = "A. Example"
PUBLIC = ("public",)
SEALED = ("organ:prosecutor", "bench", "organ:registry")


def ago(days: int) -> date:
    """A day before today, which begins first at the easternmost duty station: no act is then dated before another that was made before it."""
    return timezone.localdate(timezone=ZoneInfo(STATION_ZONES[DutyStation.ARUSHA])) - timedelta(days=days)


def request(day: int, actor: str, act: str, audience: tuple[str, ...] = PUBLIC, **raw: Any) -> Request:
    """A request as an officer would make it."""
    return Request(act, Actor.parse(actor), ago(day), raw, user="registry", audience=audience)


def open_case(number: str = "MICT-26-1", audience: tuple[str, ...] = PUBLIC, title: str = "The Prosecutor v. A. Example") -> Matter:
    """A case that was opened, and nothing more."""
    first = request(400, "registry", "open_case", audience, origin="ictr", branch="arusha", person=PERSON, group="1(3)", indicted_by="ictr",
                    nationality="XAA", language="rw")
    return open_matter("mechanism", "case", title, first, number=number, branch="arusha")[0]


def indicted_case(number: str = "MICT-26-1", audience: tuple[str, ...] = PUBLIC) -> Matter:
    """A case with an indictment before the judge."""
    matter = open_case(number, audience)
    enter(number, request(395, "president", "assign_single_judge", audience, judge="J1", task="confirmation"))
    enter(number, request(390, "prosecutor", "submit_indictment", audience, person=PERSON, crimes="murder,deportation", facts="Facts.", judge="J1",
                          prosecutor_prima_facie="found"))
    matter.refresh_from_db()
    return matter


def assign(user: Any, matter: Matter) -> None:
    """A legal officer assigned to a matter, as a judge of its bench does it."""
    Assignment.objects.create(matter=matter, user=user, by=user, since=date(2012, 7, 1))


def case_with_a_hidden_entry(number: str = "MICT-26-1") -> Matter:
    """A public case whose third entry of five only the Bench and the Registry may see."""
    matter = open_case(number)
    enter(number, request(395, "president", "assign_single_judge", judge="J1", task="confirmation"))
    enter(number, request(394, "president", "assign_single_judge", ("bench", "organ:registry"), judge="J2", task="other"))
    enter(number, request(390, "prosecutor", "submit_indictment", person=PERSON, crimes="murder,deportation", facts="Facts.", judge="J1",
                          prosecutor_prima_facie="found"))
    enter(number, request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    matter.refresh_from_db()
    return matter
