"""Entering acts by the API: idempotency, overtaking, refusals, offices, audiences, new matters."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import enter
from tests.web.api.callers import BOOK, NUMBER, Caller, Users, hearing
from tests.web.matter_samples import PERSON, indicted_case, request

pytestmark = pytest.mark.django_db


def test_an_act_is_entered_through_the_pipeline(make_user: Users) -> None:
    """The entry comes back as the caller sees it, with the law's answer and the new ETag."""
    indicted_case()
    done = Caller(make_user("registry_officer")).post(BOOK, hearing())
    assert done.status_code == 201, done.content
    told = done.json()
    assert (told["entry"]["number"], told["entry"]["act"], told["repeated"], done["ETag"]) == (4, "book_interpreter", False, '"4"')
    assert told["answer"]["verdict"] in ("PERMITTED", "OPEN")
    assert EntryRow.objects.get(number=4).content["entered_by"].startswith("user")


def test_the_same_key_enters_nothing_twice(make_user: Users) -> None:
    """A repeat gives the first entry again; another request under the key is refused; another person's key is another key."""
    indicted_case()
    clerk, other = Caller(make_user("registry_officer")), Caller(make_user("registrar"))
    first = clerk.post(BOOK, hearing(expected=3), **{"Idempotency-Key": "k1"})
    again = clerk.post(BOOK, hearing(expected=3), **{"Idempotency-Key": "k1"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert (again.json()["repeated"], again.json()["entry"]["number"]) == (True, 4)
    changed = clerk.post(BOOK, {**hearing(), "particulars": {"person": PERSON, "language": "French"}}, **{"Idempotency-Key": "k1"})
    assert (changed.status_code, changed.json()["error"]["code"]) == (400, "key_reused")
    assert other.post(BOOK, hearing(), **{"Idempotency-Key": "k1"}).status_code == 201
    assert Matter.objects.get(number=NUMBER).count == 5


def test_who_comes_late_is_told_what_was_entered_meanwhile(make_user: Users) -> None:
    """By ``expected`` or If-Match: 409 with the newer entries, and nothing is entered."""
    indicted_case()
    clerk = Caller(make_user("registry_officer"))
    assert clerk.post(BOOK, hearing(expected=3)).status_code == 201
    for late in (clerk.post(BOOK, hearing(expected=3)), clerk.post(BOOK, hearing(), **{"If-Match": '"3"'})):
        assert late.status_code == 409
        assert [e["number"] for e in late.json()["error"]["entries"]] == [4]
    assert clerk.post(BOOK, hearing(), **{"If-Match": "x"}).status_code == 400
    assert Matter.objects.get(number=NUMBER).count == 4


def test_what_the_caller_cannot_see_makes_nobody_late(make_user: Users) -> None:
    """A hidden entry made meanwhile does not turn the request of one who cannot see it into a late one."""
    matter = indicted_case()
    prosecutor = make_user("prosecutor")
    enter(NUMBER, request(1, "registry", "book_interpreter", ("organ:registry",), person=PERSON, language="fr"))
    matter.refresh_from_db()
    body = {"by": "prosecutor", "particulars": {"state": "XAA", "answer": "declined"}, "expected": 3}
    done = Caller(prosecutor).post(f"/matters/{NUMBER}/acts/record_referral_attempt", body)
    assert done.status_code == 201, done.content
    assert done.json()["entry"]["number"] == 4
    assert Matter.objects.get(number=NUMBER).count == 5


def test_every_fault_of_the_particulars_is_told_at_once_in_the_callers_language(make_user: Users) -> None:
    """422 names each particular with what is wrong, in French for who asks in French."""
    indicted_case()
    clerk = Caller(make_user("registry_officer"), **{"Accept-Language": "fr"})
    told = clerk.post(f"/matters/{NUMBER}/acts/record_arrest", {"by": "registry", "particulars": {"state": "12", "colour": "red"}})
    assert told.status_code == 422
    fault = told.json()["error"]
    assert fault["code"] == "faulty"
    assert {e["name"] for e in fault["errors"]} == {"state", "colour", "person"}
    assert any("élément" in e["says"] for e in fault["errors"])
    assert EntryRow.objects.count() == 3


@pytest.mark.parametrize("done_on", [str(timezone.localdate() + timedelta(days=9)), "1800-01-01", "2001-01-01"])
def test_an_impossible_day_is_refused(make_user: Users, done_on: str) -> None:
    """In the future, long ago, or before the matter was opened."""
    indicted_case()
    told = Caller(make_user("registry_officer")).post(BOOK, hearing(done_on=done_on))
    assert (told.status_code, told.json()["error"]["errors"][0]["name"]) == (422, "done_on")


def test_a_refusal_comes_with_its_reasons(make_user: Users) -> None:
    """An act of a gated organ that the law refuses is not entered; the answer has the tree and the cures."""
    indicted_case()
    told = Caller(make_user("registry_officer")).post(f"/matters/{NUMBER}/acts/record_transfer", {"by": "registry", "particulars": {"person": PERSON}})
    fault = told.json()["error"]
    assert (told.status_code, fault["code"], fault["answer"]["verdict"]) == (422, "refused", "REFUSED")
    assert fault["answer"]["reason"]
    assert EntryRow.objects.count() == 3


def test_an_act_of_the_bench_is_entered_with_its_divergence(make_user: Users) -> None:
    """The judge is the judge: the entry is made, and the disagreement stays on the record."""
    indicted_case()
    done = Caller(make_user(("judge", "", "J1"))).post(f"/matters/{NUMBER}/acts/open_trial", {"by": "trial_chamber", "particulars": {}})
    assert done.status_code == 201, done.content
    assert done.json()["diverges"] is True
    assert done.json()["answer"]["verdict"] == "REFUSED"


def test_only_an_organ_of_ones_office_can_act(make_user: Users) -> None:
    """A clerk cannot act for the President, counsel of another case not for the Defence, a reader for nobody."""
    indicted_case()
    body = {"by": "president", "particulars": {"judges": ["J1"], "presiding": "J1", "task": "trial"}}
    clerk = Caller(make_user("registry_officer")).post(f"/matters/{NUMBER}/acts/compose_trial_chamber", body)
    assert (clerk.status_code, clerk.json()["error"]["code"]) == (403, "not_your_organ")
    assert "registry" in clerk.json()["error"]["remedy"]
    counsel = Caller(make_user(("defence", "MICT-26-9", "C1")))
    assert counsel.post(f"/matters/{NUMBER}/acts/apply_for_review", {"by": "defence", "particulars": {}}).status_code == 403
    assert Caller(make_user("public")).post(BOOK, hearing()).status_code == 403
    assert Caller().post(BOOK, hearing()).status_code == 401
    assert EntryRow.objects.count() == 3


def test_unknown_acts_and_organs_are_named(make_user: Users) -> None:
    """With the nearest names there are."""
    indicted_case()
    clerk = Caller(make_user("registry_officer"))
    told = clerk.post(f"/matters/{NUMBER}/acts/book_interpeter", hearing())
    assert (told.status_code, "book_interpreter" in told.json()["error"]["says"]) == (404, True)
    assert clerk.post(BOOK, hearing(by="janitor")).status_code == 404
    assert clerk.post(BOOK, {"particulars": {}}).json()["error"]["errors"][0]["name"].endswith("by")


def test_a_narrower_audience_is_chosen_and_a_wrong_one_refused(make_user: Users) -> None:
    """The entry is seen by those whom its maker names, among them the maker."""
    indicted_case()
    clerk = Caller(make_user("registry_officer"))
    assert clerk.post(BOOK, hearing(audience="registry")).status_code == 201
    assert len(Caller().get(f"/matters/{NUMBER}/record").json()["entries"]) == 3
    told = clerk.post(BOOK, hearing(audience="everybody else"))
    assert (told.status_code, told.json()["error"]["errors"][0]["name"]) == (422, "audience")


def test_a_matter_is_opened_with_its_first_act(make_user: Users) -> None:
    """It is given the next number; a number that is taken is refused, and so is whoever may not open it."""
    clerk = Caller(make_user("registry_officer"))
    new = {"tribunal": "mechanism", "kind": "case", "title": "The Prosecutor v. C. New", "branch": "arusha", "by": "registry", "particulars": {
        "origin": "ictr", "branch": "arusha", "person": "C. New", "group": "1(3)", "indicted_by": "ictr"}}
    done = clerk.post("/matters", new)
    assert done.status_code == 201, done.content
    assert done.json()["matter"].startswith("MICT-")
    taken = clerk.post("/matters", {**new, "number": done.json()["matter"]})
    assert (taken.status_code, taken.json()["error"]["code"]) == (422, "not_entered")
    assert clerk.post("/matters", {**new, "kind": "picnic"}).status_code == 404
    assert clerk.post("/matters", {**new, "tribunal": "moon"}).status_code == 404
    assert Caller(make_user("prosecutor")).post("/matters", new).status_code == 403
    assert Matter.objects.count() == 1
