"""The desk: clocks that run for the office acted in, what waits for it, its matters, what was begun."""

from __future__ import annotations

import re

import pytest

from curule.matters.pipeline import enter
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
