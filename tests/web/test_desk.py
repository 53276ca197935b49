"""The desk: clocks that run for the office acted in, what waits for it, its matters, what was begun."""

from __future__ import annotations

import re

import pytest

from curule.access.audiences import tokens_of, visible
from curule.desk import waiting
from curule.matters.models import Clock
from curule.matters.pipeline import enter
from curule.matters.reading import Reading
from tests.web.matter_samples import PERSON, SEALED, indicted_case, open_case, request

pytestmark = pytest.mark.django_db


def desk_of(client, user):
    """The desk's words and its source."""
    client.force_login(user)
    answer = client.get("/")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())), answer.content.decode()


def test_a_person_without_office_is_told(client, make_user):
    """Who holds no office today is told who gives offices."""
    words, _page = desk_of(client, make_user())
    assert "You hold no office today" in words


def test_empty_desks_say_so(client, make_user):
    """With no matter at all each part of the desk says that it is empty."""
    words, _page = desk_of(client, make_user("president"))
    for told in ("No clock runs for your office.", "Nothing waits for you.", "You have no matters."):
        assert told in words


def test_what_waits_says_why_and_since_when(client, make_user):
    """An act that only the judge may do waits on the judge's desk with the entry that brought it about."""
    indicted_case()
    words, page = desk_of(client, make_user(("judge", "", "J1")))
    assert "Confirm the indictment" in words or "Dismiss the indictment" in words
    assert "because: The Prosecutor submitted an indictment" in words
    assert "since" in words
    assert "/matters/MICT-26-1/acts/" in page


def test_a_clock_runs_for_its_organ_only(client, make_user):
    """A duty with a day stands on the desk of the organ that owes it, and on no other."""
    indicted_case()
    enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    enter("MICT-26-1", request(300, "state", "record_arrest", person=PERSON, state="XBB"))
    enter("MICT-26-1", request(299, "state", "record_transfer", person=PERSON))
    enter("MICT-26-1", request(298, "trial_chamber", "hold_initial_appearance", person=PERSON, read="yes", rights="yes", understood="yes"))
    enter("MICT-26-1", request(298, "trial_chamber", "enter_plea", person=PERSON, plea="not_guilty"))
    judge, _page = desk_of(client, make_user(("judge", "", "J1")))
    archivist, _page = desk_of(client, make_user("archivist"))
    assert "Hold a status conference" in judge.split("What waits for you")[0]
    assert "overdue" in judge
    assert "Hold a status conference" not in archivist.split("My matters")[0]


def test_a_sealed_matter_is_on_no_desk_but_its_own(client, make_user):
    """The desk of an office outside the audience shows neither the matter nor its clocks."""
    open_case("MICT-26-2", SEALED, title="Sealed matter")
    assert "Sealed matter" in desk_of(client, make_user("registry_officer"))[0]
    assert "Sealed matter" not in desk_of(client, make_user("national_authority"))[0]
    assert "Sealed matter" not in desk_of(client, make_user(("defence", "MICT-26-1", "C1")))[0]


def _to_the_plea(number, audience):
    """What brings about the duty to hold status conferences."""
    enter(number, request(300, "state", "record_arrest", audience, person=PERSON, state="XBB"))
    enter(number, request(299, "state", "record_transfer", audience, person=PERSON))
    enter(number, request(298, "trial_chamber", "hold_initial_appearance", audience, person=PERSON, read="yes", rights="yes", understood="yes"))
    enter(number, request(298, "trial_chamber", "enter_plea", audience, person=PERSON, plea="not_guilty"))


def test_a_clock_from_a_hidden_entry_neither_chooses_nor_orders(client, make_user, monkeypatch):
    """A matter is not looked at because of a clock that follows from what the reader does not see; for whoever sees it, it is."""
    monkeypatch.setattr(waiting, "MOST_MATTERS", 2)
    indicted_case()
    enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    indicted_case("MICT-26-2")
    open_case("MICT-26-3", title="Moved last")
    judge, prosecutor = make_user(("judge", "", "J1")), make_user("prosecutor")
    before = {user: desk_of(client, user)[0] for user in (judge, prosecutor)}
    _to_the_plea("MICT-26-1", ("organ:prosecutor", "organ:registry"))
    enter("MICT-26-3", request(0, "president", "assign_single_judge", ("organ:prosecutor",), judge="J9", task="other"))
    assert desk_of(client, judge)[0] == before[judge]
    assert not visible(Clock.objects.filter(rule__contains="status_conference"), tokens_of(judge)).exists()
    assert visible(Clock.objects.filter(rule__contains="status_conference"), tokens_of(prosecutor)).exists()
    _to_the_plea("MICT-26-2", ("public",))
    assert "Hold a status conference" in desk_of(client, judge)[0].split("What waits for you")[0]


def test_stored_clocks_are_those_of_each_reading(make_user):
    """Whatever stored clock a reader is given follows from the record as this reader reads it; each reader of all has all of them."""
    matter = indicted_case()
    enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    _to_the_plea("MICT-26-1", SEALED)
    matter.refresh_from_db()
    seen = {}
    readers = {"public": None, "judge": make_user(("judge", "", "J1")), "prosecutor": make_user("prosecutor"), "archivist": make_user("archivist")}
    for name, user in readers.items():
        tokens = tokens_of(user)
        reading = Reading(matter, tokens)
        mine = {(d.duty.id, d.due) for d in reading.duties} | {(r.limit.id, r.last) for r in reading.limits}
        seen[name] = set(visible(Clock.objects.filter(matter=matter), tokens).values_list("rule", "due"))
        assert seen[name] <= mine, name
    assert seen["public"] < seen["judge"] == seen["prosecutor"]


def test_counsel_has_one_matter(client, make_user):
    """Counsel finds the own case and no other."""
    open_case("MICT-26-1", title="Own case")
    open_case("MICT-26-2", title="Other case")
    words, _page = desk_of(client, make_user(("defence", "MICT-26-1", "C1")))
    assert "Own case" in words
    assert "Other case" not in words


def test_a_judge_has_the_cases_on_whose_benches_the_judge_sits(client, make_user):
    """A judge's matters are those in which the judge was assigned; what is open to all stays in the list of matters."""
    indicted_case("MICT-26-1")
    open_case("MICT-26-2", title="Other case")
    words, _page = desk_of(client, make_user(("judge", "", "J1")))
    mine = words.split("My matters")[1]
    assert "MICT-26-1" in mine
    assert "MICT-26-2" not in mine


def test_what_was_begun_is_found_again(client, make_user):
    """A draft is on the desk of its writer with a link to the form."""
    indicted_case()
    officer = make_user("registry_officer")
    client.force_login(officer)
    client.post("/matters/MICT-26-1/acts/record_death_of_accused/draft/", {"organ": "registry", "p_proof": "half"})
    words, page = desk_of(client, officer)
    assert "Begun and not entered" in words
    assert "/matters/MICT-26-1/acts/record_death_of_accused/" in page
