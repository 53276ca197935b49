"""What the portal measures: publication in time, page views without people."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from curule.law.record import RECLASSIFICATION
from curule.matters.pipeline import enter
from curule.matters.projections import rebuild
from curule.portal.counting import page_views
from curule.portal.delays import punctuality, station_of, time_on_working_days, working_time
from curule.portal.models import PageViews
from tests.web.matter_samples import open_case, request

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}


def test_working_time_is_that_of_the_duty_station() -> None:
    """From Friday afternoon to Monday morning only the hours that are worked count."""
    station = station_of(open_case())
    friday = datetime(2026, 6, 5, 23, 0, tzinfo=UTC)
    assert working_time(friday, friday + timedelta(hours=24), station) == timedelta()
    monday = datetime(2026, 6, 8, 0, 0, tzinfo=station.zone)
    whole_day = sum((datetime.combine(date(2026, 6, 8), b) - datetime.combine(date(2026, 6, 8), a) for a, b in station.hours), timedelta())
    assert working_time(monday, monday + timedelta(hours=24), station) == whole_day
    assert working_time(monday, monday - timedelta(hours=5), station) == timedelta()


def test_publication_in_time_is_measured(documents) -> None:
    """A document that is public at once is in time; one that waited two weeks is not, and the target is not met; what was never to be public is not counted."""
    public, hidden = documents
    today = timezone.localdate()
    figures = punctuality(today - timedelta(days=1), today + timedelta(days=1))
    assert (figures.documents, figures.in_time, figures.met) == (1, 1, True)
    type(public).objects.filter(pk=public.pk).update(filed_at=public.filed_at - timedelta(days=14))
    assert any("listed otherwise" in difference.what for difference in rebuild(public.entry.matter))
    figures = punctuality(today - timedelta(days=30), today + timedelta(days=1))
    assert (figures.documents, figures.in_time, figures.met) == (1, 0, False)
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries=[hidden.entry.number], classification="public", reason="No longer needed."))
    figures = punctuality(today - timedelta(days=30), today + timedelta(days=1))
    assert (figures.documents, figures.in_time) == (2, 1)


def test_page_views_count_people_and_know_nobody(client: Client) -> None:
    """A view is one more in a number for that page and day; robots and pages that are not there count nothing; no cookie is set."""
    open_case()
    today = timezone.localdate()
    for _ in range(3):
        answer = client.get("/public/cases/MICT-26-1/", **BROWSER)
    assert not answer.cookies
    client.get("/public/cases/MICT-26-1/", HTTP_USER_AGENT="ExampleBot/1.0 (+https://example.org/bot)")
    client.get("/public/cases/MICT-26-1/", HTTP_USER_AGENT="curl/8.0")
    client.get("/public/cases/MICT-26-99/", **BROWSER)
    client.get("/public/", **BROWSER)
    assert page_views(today, today) == 4
    assert page_views(today, today, "case") == 3
    assert page_views(today - timedelta(days=9), today - timedelta(days=1)) == 0
    assert {f.name for f in PageViews._meta.get_fields()} == {"id", "day", "page", "address", "count"}


@pytest.mark.parametrize(("branch", "begins", "ends", "open_hours", "clock_hours"), [
    ("the-hague", "2026-06-05T16:00", "2026-06-08T12:00", 4.5, 20.0),
    ("arusha", "2026-06-05T16:00", "2026-06-08T12:00", 5.0, 20.0),
    ("the-hague", "2026-04-02T16:00", "2026-04-07T12:00", 4.5, 20.0),  # Good Friday and Easter Monday between
    ("arusha", "2026-12-24T16:00", "2026-12-28T12:00", 5.0, 20.0),  # Christmas and a weekend between
    ("the-hague", "2026-12-24T16:00", "2026-12-28T12:00", 4.5, 20.0),
    ("the-hague", "2026-06-06T10:00", "2026-06-07T23:00", 0.0, 0.0),  # a weekend
    ("the-hague", "2026-03-27T16:00", "2026-03-30T12:00", 4.5, 20.0),  # the clocks go forward on that Sunday
    ("the-hague", "2026-06-08T09:00", "2026-06-11T09:00", 22.5, 72.0),
])
def test_working_hours_of_both_branches(branch, begins, ends, open_hours, clock_hours) -> None:
    """A filing of Friday at four that is public by Monday noon is inside 24 working hours on any reading; closed days count nothing."""
    matter = open_case()
    matter.branch = branch
    station = station_of(matter)
    first, second = (datetime.fromisoformat(moment).replace(tzinfo=station.zone) for moment in (begins, ends))
    assert working_time(first, second, station) == timedelta(hours=open_hours)
    assert time_on_working_days(first, second, station) == timedelta(hours=clock_hours)


def test_late_documents_can_be_looked_at(client: Client, documents) -> None:
    """The statistics give numerator and denominator; behind them stand the months and each document that was late, with its hours."""
    public, _hidden = documents
    assert "1 of 1" in client.get("/public/statistics/").content.decode()
    assert "No document was published late" in client.get("/public/statistics/publication/").content.decode()
    type(public).objects.filter(pk=public.pk).update(filed_at=public.filed_at - timedelta(days=14))
    rebuild(public.entry.matter)
    assert "0 of 1" in client.get("/public/statistics/").content.decode()
    page = client.get("/public/statistics/publication/").content.decode()
    assert public.number in page
    assert "No document was published late" not in page


def test_statistics_have_a_table_behind_each_plot(client: Client, documents) -> None:
    """Every plot stands with the numbers that it draws, and only public ones."""
    page = client.get("/public/statistics/").content.decode()
    assert page.count("<svg viewBox") == page.count("<summary>") >= 3
    assert page.count("<svg viewBox") == page.count("<caption class=")
    tables = [re.search(rf">Public documents by {what}</caption>.*?<tbody>(.*?)</tbody>", page, re.DOTALL)[1] for what in ("type", "language")]
    assert [re.findall(r'class="number">(\d+)<', rows) for rows in tables] == [["1"], ["1"]]  # the notice, and not the confidential motion
