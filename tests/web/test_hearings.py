"""The calendar: from the entry to the month, hidden hearings hidden, conflicts told, feeds for calendars outside."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from curule.hearings.calendar import conflicts, sittings_for
from curule.hearings.models import Feed, Sitting
from curule.law.view import Actor
from curule.matters.pipeline import Faulty, Refused, Request, enter
from curule.matters.projections import rebuild
from tests.web.matter_samples import open_case, request
from tests.web.registry_samples import person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
PUBLIC = frozenset({"public"})


@pytest.fixture
def case():
    """A public case."""
    return open_case(NUMBER)


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def schedule(number=NUMBER, **changed):
    given = {"subject": "Status conference", "day": tomorrow().isoformat(), "begins": "09:30", "ends": "13:00", "courtroom": "hague_1", "session": "open",
             **changed}
    return enter(number, Request("schedule_hearing", Actor("registry"), timezone.localdate(), given, user="registry"))


def test_a_hearing_stands_in_the_calendar_by_the_clock_of_its_courtroom(client, case):
    """Half past nine in Arusha is half past seven, in winter, by the clock of Greenwich; the page shows the courtroom's time."""
    schedule(courtroom="arusha_1", day=f"{timezone.localdate().year + 1}-01-15")
    sitting = Sitting.objects.get()
    assert sitting.begins_at.strftime("%H:%M %z") in ("06:30 +0000", "09:30 +0300")
    page = client.get(f"/calendar/?month={timezone.localdate().year + 1}-01").content.decode()
    assert "09:30" in page
    assert "Dar es Salaam" in page


def test_a_moved_and_a_vacated_hearing_are_struck_out(client, case):
    """A hearing that another one replaces, and one that is vacated, stay visible as such."""
    first = schedule().entry.number
    second = schedule(begins="14:00", ends="16:00", instead_of=str(first)).entry.number
    assert [s.ended_by_id is None for s in Sitting.objects.order_by("pk")] == [False, True]
    enter(NUMBER, request(0, "registry", "vacate_hearing", hearing=str(second), reason="a judge is ill"))
    assert all(s.ended_by_id for s in Sitting.objects.all())
    assert "vacated" in client.get(f"/calendar/?month={tomorrow():%Y-%m}").content.decode()


def test_an_ex_parte_hearing_is_hidden(client, case):
    """Whoever is not addressed sees no ex parte hearing: not in the month, not in a feed, not as a conflict."""
    schedule()
    before = client.get("/calendar.ics").content
    schedule(session="ex_parte", ground="protection", addressees="organ:prosecutor", begins="10:00", ends="11:00", subject="Ex parte matter")
    assert sittings_for(PUBLIC).count() == 1
    assert client.get("/calendar.ics").content == before
    page = client.get(f"/calendar/?month={tomorrow():%Y-%m}").content.decode()
    assert "Ex parte matter" not in page
    assert "other's way" not in page
    prosecutor = person("prosecutor-one", "prosecutor")
    client.force_login(prosecutor)
    page = client.get(f"/calendar/?month={tomorrow():%Y-%m}").content.decode()
    assert "Ex parte matter" in page
    assert "the same courtroom" in page


def test_conflicts_name_what_is_shared(case):
    """Two hearings at one time share a courtroom, or a participant; two in a row share nothing."""
    open_case("MICT-26-2")
    schedule(participants="Counsel X")
    schedule("MICT-26-2", begins="12:00", ends="14:00", participants="counsel x")
    schedule("MICT-26-2", begins="14:00", ends="15:00")
    found = conflicts(list(sittings_for(PUBLIC)))
    assert [c.why for c in found] == [("the same courtroom", "the same participant")]


@pytest.mark.parametrize("changed", [{"begins": "13:00", "ends": "09:30"}, {"begins": "25:00"}, {"begins": "9.30"}, {"session": "closed"},
                                     {"day": "2020-01-01"}])
def test_a_faulty_hearing_is_refused(case, changed):
    """Hours out of order, hours that do not exist, a closed session without a ground, a day that is past: refused, and nothing is scheduled."""
    with pytest.raises((Refused, Faulty)):
        schedule(**changed)
    assert not Sitting.objects.exists()


def test_the_feed_can_be_read_by_calendars(client, case):
    """The public feed is an iCalendar that another program reads: number, hours, place; a vacated hearing is cancelled in it."""
    number = schedule().entry.number
    event = next(iter(Calendar.from_ical(client.get("/calendar.ics").content).walk("VEVENT")))
    assert str(event["summary"]) == f"{NUMBER}: Status conference"
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=3, minutes=30)
    enter(NUMBER, request(0, "registry", "vacate_hearing", hearing=str(number), reason="a judge is ill"))
    event = next(iter(Calendar.from_ical(client.get(f"/matters/{NUMBER}/calendar.ics").content).walk("VEVENT")))
    assert str(event["status"]) == "CANCELLED"


def test_a_person_has_a_feed_of_their_own(client, case):
    """The secret address shows what the person sees, and stops working when a new one is made; the secret itself is not kept."""
    schedule(session="ex_parte", ground="protection", addressees="organ:prosecutor", subject="Ex parte matter")
    prosecutor = person("prosecutor-one", "prosecutor")
    secret = Feed.make(prosecutor)
    assert b"Ex parte matter" in client.get(f"/calendar/own/{secret}.ics").content
    assert not Feed.objects.filter(digest__contains=secret).exists()
    Feed.make(prosecutor)
    assert client.get(f"/calendar/own/{secret}.ics").status_code == 404
    assert client.get("/calendar/own/none.ics").status_code == 404


def test_the_calendar_is_made_anew_from_the_record(case):
    """A row that was altered behind the application's back is found and put right."""
    schedule()
    Sitting.objects.update(courtroom="arusha_1")
    assert "calendar" in " ".join(d.what for d in rebuild(case))
    assert Sitting.objects.get().courtroom == "hague_1"
    assert rebuild(case) == []
