"""The calendar: from the entry to the month, hidden hearings hidden, conflicts told, feeds for calendars outside."""

from __future__ import annotations

import io
import logging
from datetime import date, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from curule.access.audiences import tokens_of
from curule.hearings.calendar import calendar_of, sittings_for
from curule.hearings.conflicts import conflicts
from curule.hearings.models import Feed, Sitting
from curule.law.view import Actor
from curule.matters.classification import SHARERS, declassified, history_of
from curule.matters.models import EntryRow
from curule.matters.pipeline import Faulty, Refused, Request, enter
from curule.matters.projections import rebuild
from curule.matters.tribunals import library
from curule.quiet_log import PatternsOnly
from curule.statutes import PACKS
from tests.web.matter_samples import open_case, request
from tests.web.registry_samples import person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
PUBLIC = frozenset({"public"})


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
    assert "Arusha</small>" in page


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
    """Two hearings at one time share a courtroom, the accused, or a participant; two in a row share nothing."""
    open_case("MICT-26-2")
    schedule(participants="Counsel X")
    schedule("MICT-26-2", begins="12:00", ends="14:00", participants="counsel x")
    schedule("MICT-26-2", begins="14:00", ends="15:00")
    found = conflicts(list(sittings_for(PUBLIC)), PUBLIC)
    assert [c.why for c in found] == [("the same courtroom", "the same accused", "the same participant")]


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


def found(tokens=PUBLIC):
    """Why hearings are in each other's way, as a reader is told."""
    return [c.why for c in conflicts(calendar_of(tokens), tokens)]


def test_a_judge_an_accused_counsel_and_an_interpreter_cannot_be_in_two_places(case, make_user):
    """The bench and the accused of two matters, counsel by the list of offices (told to the Registry alone), interpreters by name."""
    open_case("MICT-26-2")
    for number in (NUMBER, "MICT-26-2"):
        enter(number, request(10, "president", "assign_single_judge", judge="J1", task="confirmation"))
        person("counsel-one", "defence", number, "C01")
    schedule(interpreters="I. Example, I. Other")
    schedule("MICT-26-2", courtroom="arusha_1", begins="11:00", ends="12:00", interpreters="i.  example")
    assert found() == [("the same judge", "the same accused", "the same interpreter")]
    registry = tokens_of(person("clerk", "registry_officer"))
    assert found(registry) == [("the same judge", "the same accused", "the same counsel", "the same interpreter")]


def test_a_hidden_bench_makes_no_conflict_for_those_who_do_not_see_it(case):
    """That a judge sits in a bench that the reader does not see is not told by a conflict either."""
    enter(NUMBER, request(10, "president", "assign_single_judge", judge="J1", task="confirmation"))
    open_case("MICT-26-2", title="Another")
    enter("MICT-26-2", request(10, "president", "assign_single_judge", ("bench", "organ:registry"), judge="J1", task="confirmation"))
    schedule()
    schedule("MICT-26-2", courtroom="arusha_1")
    assert all("the same judge" not in why for why in found())
    assert any("the same judge" in why for why in found(tokens_of(person("clerk", "registry_officer"))))


@pytest.mark.parametrize(("arusha", "hague", "overlap"), [
    (("10:00", "11:00"), ("08:30", "09:30"), True),   # winter: Arusha is two hours ahead
    (("10:00", "11:00"), ("09:00", "10:00"), False),
    (("00:30", "01:30"), ("23:00", "23:59"), False),  # the same day there is the evening before here
])
def test_hearings_are_compared_as_moments_not_as_clocks(case, arusha, hague, overlap):
    """Two branches with different clocks: what overlaps is a matter of moments."""
    open_case("MICT-26-2")
    day = f"{timezone.localdate().year + 1}-01-15"
    schedule(courtroom="arusha_1", day=day, begins=arusha[0], ends=arusha[1], participants="P. Example")
    schedule("MICT-26-2", courtroom="hague_1", day=day, begins=hague[0], ends=hague[1], participants="P. Example")
    assert bool(found()) is overlap


def test_midnight_and_the_change_of_clocks(case):
    """Late in The Hague and early in Arusha are one night: they overlap over midnight. A day on which the clocks change has 23 or 25 hours."""
    open_case("MICT-26-2")
    year = timezone.localdate().year + 1
    schedule(courtroom="hague_1", day=f"{year}-01-15", begins="21:30", ends="23:30", participants="P. Example")
    schedule("MICT-26-2", courtroom="arusha_1", day=f"{year}-01-16", begins="00:30", ends="02:00", participants="P. Example")
    assert found() == [("the same accused", "the same participant")]
    spring = next(d for d in (date(year, 3, n) for n in range(31, 24, -1)) if d.weekday() == 6)
    schedule("MICT-26-2", courtroom="hague_1", day=spring.isoformat(), begins="", ends="")
    whole = Sitting.objects.get(all_day=True)
    assert whole.ends_at - whole.begins_at == timedelta(hours=23)
    schedule(courtroom="hague_1", day=spring.isoformat(), begins="01:30", ends="03:30")
    assert Sitting.objects.latest("pk").ends_at - Sitting.objects.latest("pk").begins_at == timedelta(hours=1)


def closed(**changed):
    return schedule(**{"session": "closed", "ground": "protection", "subject": "Testimony of W. Hidden", "participants": "W. Hidden",
                       "video_link": "a place that nobody may know", "interpreters": "I. Hidden", **changed})


def test_of_a_closed_session_the_public_is_told_that_it_is_held(client, case):
    """Case, place, hours, and that it is closed: on the calendar, the portal and in feeds; names and places are for the parties, who see all of it."""
    closed()
    month = f"/calendar/?month={tomorrow():%Y-%m}"
    for path in (month, "/calendar.ics", f"/matters/{NUMBER}/calendar.ics", "/public/calendar/", "/public/", f"/public/cases/{NUMBER}/"):
        told = client.get(path).content.decode()
        assert "Hearing in closed session" in told, path
        assert NUMBER in told
        assert "Hidden" not in told, path
        assert "nobody may know" not in told, path
    for path in (f"/matters/{NUMBER}/", f"/matters/{NUMBER}/record.csv", "/public/feed.atom", f"/open-data/v1/cases/{NUMBER}/entries"):
        answer = client.get(path)
        assert b"Hidden" not in (b"".join(answer.streaming_content) if answer.streaming else answer.content), path
    client.force_login(person("counsel-one", "defence", NUMBER, "C01"))
    assert "W. Hidden" in client.get(month).content.decode()
    assert "nobody may know" in client.get(f"/matters/{NUMBER}/calendar.ics").content.decode().replace("\r\n ", "")


def test_what_was_sealed_is_announced_no_more(client, case):
    """A closed hearing whose entry is put under seal leaves the public calendar; one that is vacated is struck out in it, and its reason is not told."""
    first, second = closed().entry.number, closed(begins="14:00", ends="15:00").entry.number
    assert client.get("/calendar.ics").content.count(b"BEGIN:VEVENT") == 2
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(first), classification="under_seal", reason="safety"))
    assert client.get("/calendar.ics").content.count(b"BEGIN:VEVENT") == 1
    enter(NUMBER, request(0, "registry", "vacate_hearing", (), hearing=str(second), reason="W. Hidden is ill"))
    feed = client.get("/calendar.ics").content
    assert feed.count(b"STATUS:CANCELLED") == 1
    assert b"Hidden" not in feed
    assert "Hidden" not in client.get(f"/matters/{NUMBER}/").content.decode()


def test_that_an_ex_parte_hearing_was_vacated_is_told_to_those_who_knew_of_it(client, case):
    """The entry that vacates a hearing has the readers of the one that scheduled it: nobody else sees a byte more."""
    before = client.get(f"/matters/{NUMBER}/record.csv")
    before = b"".join(before.streaming_content)
    number = schedule(session="ex_parte", ground="protection", addressees="organ:prosecutor", subject="Ex parte matter").entry.number
    vacated = enter(NUMBER, request(0, "registry", "vacate_hearing", (), hearing=str(number), reason="settled"))
    assert b"".join(client.get(f"/matters/{NUMBER}/record.csv").streaming_content) == before
    tokens = {row.token for row in vacated.row.audience.all()}
    assert tokens == {row.token for row in EntryRow.objects.get(matter=case, number=number).audience.all()}
    assert "public" not in tokens


def readers_of(number):
    """The tokens of an entry, and whether they are what the record says."""
    return {row.token for row in EntryRow.objects.get(matter__number=NUMBER, number=number).audience.all()}


@pytest.mark.parametrize("alone", ["", "yes"])
@pytest.mark.parametrize("classification", ["under_seal", "ex_parte", "strictly_confidential", "confidential"])
def test_that_a_hearing_was_vacated_is_hidden_with_the_hearing(client, case, classification, alone):
    """Once the hearing is reclassified, whoever may not know of it is not told that it was vacated either; its entry goes with the hearing, both ways."""
    number = schedule(subject="Testimony of W. Hidden").entry.number
    vacated = enter(NUMBER, request(0, "registry", "vacate_hearing", (), hearing=str(number), reason="W. Hidden is ill")).entry.number
    assert "Hidden is ill" in client.get(f"/matters/{NUMBER}/").content.decode()
    before = readers_of(number)
    addressees = {"addressees": "organ:prosecutor"} if classification in ("under_seal", "ex_parte") else {}
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(number), classification=classification, reason="safety",
                          **addressees, **({"alone": alone} if alone else {})))
    assert readers_of(vacated) == readers_of(number) != before
    assert history_of(EntryRow.objects.get(matter=case, number=vacated))[-1][1] == classification
    for path in (f"/matters/{NUMBER}/", "/public/feed.atom", f"/open-data/v1/cases/{NUMBER}/entries", f"/matters/{NUMBER}/entries/{vacated}/"):
        answer = client.get(path)
        assert b"Hidden" not in (b"".join(answer.streaming_content) if answer.streaming else answer.content), path
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(number), classification="public", reason="no longer needed"))
    assert readers_of(vacated) == readers_of(number) == before
    assert not declassified(case)


def test_the_entry_that_vacates_a_hearing_may_have_fewer_readers_but_never_more(case):
    """Opened by itself, it stays as closed as the hearing; closed by itself, it stays closed when the hearing is opened."""
    number = schedule(session="ex_parte", ground="protection", addressees="organ:prosecutor").entry.number
    vacated = enter(NUMBER, request(0, "registry", "vacate_hearing", (), hearing=str(number), reason="settled")).entry.number
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(vacated), classification="public", reason="by mistake"))
    assert readers_of(vacated) == readers_of(number)
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(vacated), classification="strictly_confidential", reason="health"))
    assert readers_of(vacated) < readers_of(number) | {f"office:{case.pack}:registrar"}
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(number), classification="public", reason="no longer needed"))
    assert "public" in readers_of(number)
    assert "public" not in readers_of(vacated)


def test_every_act_that_shares_readers_keeps_sharing_them():
    """The acts of all packs that share the readers of another entry are those that follow it when it is reclassified."""
    declared = {act.code: act.shares for code in PACKS for act in library(code).acts.values() if act.shares}
    assert declared == SHARERS


def test_feeds_hold_long_names_whole_days_and_cancellations(client, case):
    """An event of a whole day has days, a long French title is folded and read back whole, a cancellation counts its version on."""
    subject = "Conférence de mise en état relative à l’échéancier — " + "très longue désignation, avec virgules ; et points-virgules " * 4
    number = schedule(subject=subject.strip(), begins="", ends="", participants="É. Example, B. Example", interpretation="fr").entry.number
    content = client.get("/calendar.ics", headers={"accept-language": "fr"}).content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    assert (str(calendar["version"]), str(calendar["method"])) == ("2.0", "PUBLISH")
    event = next(iter(calendar.walk("VEVENT")))
    assert str(event["summary"]) == f"{NUMBER}: {subject.strip()}"
    assert (event["dtstart"].dt, event["dtend"].dt) == (tomorrow(), tomorrow() + timedelta(days=1))
    assert "Interprétation" in str(event["description"])
    for needed in ("uid", "dtstamp", "sequence", "last-modified", "url"):
        assert needed in event
    uid = str(event["uid"])
    enter(NUMBER, request(0, "registry", "vacate_hearing", hearing=str(number), reason="a judge is ill"))
    event = next(iter(Calendar.from_ical(client.get("/calendar.ics").content).walk("VEVENT")))
    assert (str(event["uid"]), str(event["status"]), event["sequence"]) == (uid, "CANCELLED", 1)
    page = client.get(f"/calendar/?month={tomorrow():%Y-%m}", headers={"accept-language": "fr"}).content.decode()
    assert "toute la journée" in page


def test_a_feed_can_be_stopped_and_its_secret_is_in_no_log(client, case):
    """Whoever stops the feed leaves no address that works; what was asked is logged without the secret, in messages and in faults."""
    prosecutor = person("prosecutor-one", "prosecutor")
    secret = Feed.make(prosecutor)
    client.force_login(prosecutor)
    assert "Stop my calendar feed" in client.get("/calendar/").content.decode()
    assert client.get(f"/calendar/own/{secret}.ics")["Referrer-Policy"] == "no-referrer"
    client.post("/calendar/own/stop/")
    console = next(h for h in logging.getLogger().handlers if any(isinstance(f, PatternsOnly) for f in h.filters))
    written = io.StringIO()
    before = console.setStream(written)
    try:
        assert client.get(f"/calendar/own/{secret}.ics").status_code == 404
        try:
            raise ValueError(f"/calendar/own/{secret}.ics")
        except ValueError:
            logging.getLogger("curule").exception("a fault")
    finally:
        console.setStream(before)
    assert "calendar/own/" in written.getvalue()
    assert "ValueError" in written.getvalue()
    assert secret not in written.getvalue()
