"""What hostile and careless people send: acts of other organs, numbers of sealed matters, far days, deep nesting, long digits."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from curule.api.models import ApiToken
from curule.api.tokens import make_token
from curule.cli import rebuild as rebuild_command
from curule.cli import verify as verify_command
from curule.matters.models import EntryAudience, EntryRow, Matter
from tests.web.matter_samples import PERSON, SEALED, assign, case_with_a_hidden_entry, indicted_case, open_case

pytestmark = pytest.mark.django_db
Users = Callable[..., Any]
NUMBER = "MICT-26-1"
DIGITS = "9" * 5000


@pytest.fixture(autouse=True)
def fresh_count() -> None:
    """The counts of calls of one test do not weigh on the next."""
    cache.clear()


def post(user: Any, path: str, body: Any, token: str = "") -> Any:
    """POST JSON (or the text as it is) to the API with a token of that person."""
    text = body if isinstance(body, str) else json.dumps(body)
    bearer = token or make_token(user, "test")[1]
    return Client().post(f"/api{path}", text, content_type="application/json", headers={"Authorization": f"Bearer {bearer}"})


@pytest.mark.parametrize(("office", "by"), [("registry_officer", "state"), ("registry_officer", "national_court"), (("judge", "", "J1"), "trial_chamber")])
def test_advised_organs_enter_no_act_of_another_organ(make_user: Users, office: Any, by: str) -> None:
    """An organ whose acts are entered with their divergence still withdraws no entry: that power is another organ's."""
    matter = indicted_case(NUMBER)
    answer = post(make_user(office), f"/matters/{NUMBER}/acts/withdraw_entry", {"by": by, "particulars": {"entry": 3, "reason": "hostile"}})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "refused")
    assert answer.json()["error"]["answer"]["kinds"] == ["NOT_COMPETENT"]
    assert EntryRow.objects.filter(matter=matter).count() == 3


def test_a_national_authority_without_a_matter_acts_for_no_state(make_user: Users) -> None:
    """Whose authority it is says the matter in which the office is held; an office held in none enters nothing."""
    matter = indicted_case(NUMBER)
    answer = post(make_user("national_authority"), f"/matters/{NUMBER}/acts/record_arrest", {"by": "state", "particulars": {"state": "XBB"}})
    assert answer.status_code in (403, 404)
    assert EntryRow.objects.filter(matter=matter).count() == 3


def test_no_matter_is_opened_by_an_organ_without_the_power(make_user: Users) -> None:
    """A State opens no case, not even with a divergence."""
    told = {"by": "state", "tribunal": "mechanism", "kind": "case", "title": "Hostile",
            "particulars": {"origin": "ictr", "branch": "arusha", "person": PERSON, "group": "1(3)", "indicted_by": "ictr"}}
    answer = post(make_user("registry_officer"), "/matters", told)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "refused")
    assert not Matter.objects.exists()


@pytest.mark.parametrize(("office", "by"), [("national_authority", "state"), ("archivist", "archivist")])
def test_the_number_of_a_sealed_matter_is_not_told_to_who_may_open_none(make_user: Users, office: str, by: str) -> None:
    """A number that a sealed case has and one that no matter has get the same answer."""
    open_case("MICT-26-7", SEALED)
    user = make_user(office)
    taken, free = (post(user, "/matters", {"by": by, "tribunal": "mechanism", "kind": "case", "title": "x", "number": number, "particulars": {}})
                   for number in ("MICT-26-7", "MICT-26-8"))
    assert taken.status_code == free.status_code
    assert taken.status_code in (403, 422)
    assert taken.json() == free.json()


def test_a_token_makes_no_token_that_outlives_it(make_user: Users) -> None:
    """Whoever finds a token that ends on a day cannot exchange it for one without an end."""
    user = make_user("prosecutor")
    today = timezone.localdate()
    _row, token = make_token(user, "short", today)
    for until in (None, str(today + timedelta(days=400))):
        answer = post(user, "/tokens", {"name": "long", "until": until}, token)
        assert (answer.status_code, answer.json()["until"]) == (201, str(today))
    assert {row.until for row in ApiToken.objects.all()} == {today}


@pytest.mark.parametrize("value", ["[" * 900 + "]" * 900, json.dumps('{"a":' * 5000 + "1" + "}" * 5000)])
def test_deep_nesting_is_a_fault_of_the_request(make_user: Users, value: str) -> None:
    """Particulars nested a thousand times are told as malformed, in the form of every fault."""
    matter = indicted_case(NUMBER)
    body = f'{{"by": "registry", "particulars": {{"entry": 1, "reason": "x", "particulars": {value}}}}}'
    answer = post(make_user("registry_officer"), f"/matters/{NUMBER}/acts/correct_entry", body)
    assert answer.status_code == 422
    assert answer.json()["error"]["remedy"]
    assert EntryRow.objects.filter(matter=matter).count() == 3


@pytest.mark.parametrize("day", ["9999-12-30", "0001-01-01"])
def test_a_day_in_an_impossible_year_is_told(make_user: Users, day: str) -> None:
    """The fault names the particular and the years, asked or entered, and nothing is entered."""
    matter = indicted_case(NUMBER)
    body = {"by": "registry", "particulars": {"entry": 1, "reason": "x", "done_on": day}}
    answer = post(make_user("registry_officer"), f"/matters/{NUMBER}/acts/correct_entry", body)
    assert answer.status_code == 422
    assert "1800 to 2300" in {e["name"]: e["says"] for e in answer.json()["error"]["errors"]}["done_on"]
    assert EntryRow.objects.filter(matter=matter).count() == 3


def test_long_digits_break_no_page(make_user: Users) -> None:
    """Numbers of five thousand digits in queries and forms are answered like any other that is out of place."""
    indicted_case(NUMBER)
    client = Client()
    client.force_login(make_user("registry_officer"))
    assert client.get(f"/matters/{NUMBER}/", {"page": DIGITS}).status_code == 200
    assert client.get("/matters/", {"page": DIGITS}).status_code == 200
    assert client.post("/office/", {"office": DIGITS}).status_code == 404
    form = {"step": "enter", "key": "k", "expected": DIGITS, "organ": "registry", "done_on": str(timezone.localdate()), "audience": "usual",
            "p_entry": "1", "p_reason": "slip", "p_particulars": "language = fr"}
    assert client.post(f"/matters/{NUMBER}/acts/correct_entry/", form).status_code in (200, 422)


@pytest.mark.parametrize("written", ["1e999999999999", "1e999999", "NaN", "Infinity", DIGITS])
def test_impossible_amounts_are_left_for_the_law_to_refuse(written: str) -> None:
    """An amount that no computer reckons with is no fault of the software."""
    from curule.matters.forms import _cents

    assert _cents(written) == written or isinstance(_cents(written), int)


@pytest.mark.parametrize("entries", ['7', f'"{DIGITS}"', f'["{DIGITS}"]', '[null]', '[{"a": 1}]', '[[1]]'])
def test_a_reader_in_part_may_write_any_nonsense_for_entries(make_user: Users, entries: str) -> None:
    """References to entries that are no numbers are told at the particular, also where the reader's numbers are not the record's own."""
    matter = case_with_a_hidden_entry(NUMBER)
    user = make_user("legal_officer")
    assign(user, matter)
    EntryAudience.objects.filter(entry__matter=matter, entry__number=3).delete()
    body = f'{{"by": "trial_chamber", "particulars": {{"entries": {entries}, "classification": "confidential", "reason": "x"}}}}'
    answer = post(user, f"/matters/{NUMBER}/acts/reclassify_entries", body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "faulty")
    assert [e["name"] for e in answer.json()["error"]["errors"]] == ["entries"]


@pytest.mark.parametrize("content", [[], "torn", 7])
def test_an_entry_that_is_no_entry_any_more_is_named(content: Any) -> None:
    """``verify`` and ``rebuild`` name the matter and the entry whose content was replaced by something else, and nothing is rebuilt from it."""
    matter = indicted_case(NUMBER)
    EntryRow.objects.filter(matter=matter, number=2).update(content=content)
    for command, says in ((verify_command.command, "entry 2 was altered"), (rebuild_command.command, "not rebuilt")):
        result = CliRunner().invoke(command, [])
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit)
        assert NUMBER in result.output
        assert says in result.output


def test_demonstration_accounts_end_with_the_demonstration(make_user: Users, settings: Any) -> None:
    """Sessions and tokens of accounts without passwords open nothing once the demonstration is switched off."""
    user = make_user("president", is_demo=True)
    client, token = Client(), make_token(user, "left over")[1]
    settings.DEMO = True
    client.force_login(user)
    bearer = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/me").json()["user"] == Client().get("/api/me", headers=bearer).json()["user"] == user.username
    settings.DEMO = False
    assert client.get("/api/me").json()["user"] == ""
    assert Client().get("/api/me", headers=bearer).status_code == 401


def test_anchors_that_are_none_are_told(tmp_path: Path) -> None:
    """A file whose count is no number is refused with the remedy, before any chain is walked against it."""
    indicted_case(NUMBER)
    file = tmp_path / "anchors.json"
    file.write_text(json.dumps({NUMBER: {"count": "zz", "head": 1}}), encoding="utf-8")
    result = CliRunner().invoke(verify_command.command, ["--anchors", str(file)])
    assert result.exit_code == 1
    assert "no anchors file" in result.output
