"""What day it is in a matter while it is tomorrow at one duty station and still today at another."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from curule.access.audiences import tokens_of
from curule.matters.days import day_of
from curule.matters.models import Clock
from curule.matters.pipeline import Faulty, enter
from curule.matters.reading import reading_of
from tests.web.matter_samples import request
from tests.web.registry_samples import NUMBER, filed, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_store")]
EVENING = datetime(2026, 11, 28, 23, 20, tzinfo=UTC)
"""The 28th on a server, the 29th in The Hague and in Arusha."""
THE_DAY = date(2026, 11, 29)


@pytest.fixture
def evening(monkeypatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: EVENING)


def test_what_was_filed_tomorrow_has_been_filed(evening, case, prosecutor, counsel, tmp_path):
    """A motion of the 29th starts the response time at once, for whoever reads it by whatever clock; the record is read as of its day."""
    made = filed(case, prosecutor, tmp_path)[0]
    assert made.entry.done_on == THE_DAY
    assert timezone.localdate() == THE_DAY - timedelta(days=1)
    assert day_of(case) == THE_DAY
    for user in (counsel, prosecutor):
        assert reading_of(case, tokens_of(user)).on == THE_DAY
    assert [c.rule for c in Clock.objects.filter(matter=case, is_limit=True)] == ["response_defence"]


def test_a_hidden_entry_of_tomorrow_makes_no_day(evening, case, prosecutor, counsel, tmp_path):
    """Who does not see what was filed tomorrow reads the record as of the day of their own clock: the day tells nothing."""
    filed(case, prosecutor, tmp_path, classification="ex_parte")
    assert day_of(case) == THE_DAY
    assert reading_of(case, tokens_of(counsel)).on == THE_DAY - timedelta(days=1)
    assert reading_of(case, tokens_of(prosecutor)).on == THE_DAY


def test_the_form_proposes_a_day_that_the_law_takes(evening, client, case, prosecutor, officer, tmp_path):
    """A correction by a reader for whom it is still the 28th: the form proposes the day of the record, and the act is entered."""
    made = filed(case, prosecutor, tmp_path)[0]
    registrar = person("registrar-one", "registrar")
    registrar.duty_station = ""
    registrar.save()
    client.force_login(registrar)
    page = client.get(f"/matters/{NUMBER}/acts/correct_entry/").content.decode()
    assert 'value="2026-11-29"' in page
    enter(NUMBER, request(0, "registry", "correct_entry", entry=made.entry.number, reason="slip", particulars={"title": "Other"}))


@pytest.mark.parametrize(("day", "says"), [("2026-12-24", "future"), ("1911-01-01", "too long ago")])
def test_a_correction_gives_no_impossible_day(evening, case, prosecutor, tmp_path, day, says):
    """An act cannot be corrected to a day on which it could not have been entered."""
    made = filed(case, prosecutor, tmp_path)[0]
    with pytest.raises(Faulty, match=says):
        enter(NUMBER, request(0, "registry", "correct_entry", entry=made.entry.number, reason="slip", done_on=day))
