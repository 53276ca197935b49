"""Who acts for a Chamber: the judges of the matter's bench and the officers whom they assigned, on every path, and nobody else."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from curule.api.tokens import make_token
from curule.matters.acting import not_of_the_bench, organs_of
from curule.matters.models import Assignment
from curule.matters.pipeline import enter
from curule.matters.tribunals import library
from curule.notices.recipients import recipients_of
from tests.web.matter_samples import assign, indicted_case, open_case, request

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
BENCH = {"trial_chamber", "single_judge", "appeals_chamber"}


@pytest.fixture
def case(db):
    """A case in which the judge J1 alone sits."""
    return indicted_case(NUMBER)


@pytest.fixture
def people(case, make_user):
    """Judges and officers who sit or do not, each with one office."""
    made = {
        "the judge of the bench": make_user(("judge", "", "J1")), "another judge": make_user(("judge", "", "J7")),
        "an assigned officer": make_user("legal_officer"), "another officer": make_user("legal_officer"),
        "an officer of yesterday": make_user("legal_officer"), "an officer of tomorrow": make_user("legal_officer"),
        "an officer of another case": make_user("legal_officer"), "the President": make_user(("president", "", "J8")),
        "the duty judge": make_user(("duty_judge", "", "J3")), "a registry officer": make_user("registry_officer"),
    }
    today = timezone.localdate()
    assign(made["an assigned officer"], case)
    assign(made["an officer of another case"], open_case("MICT-26-2"))
    for who, since, until in (("an officer of yesterday", today - timedelta(9), today - timedelta(1)), ("an officer of tomorrow", today + timedelta(1), None)):
        Assignment.objects.create(matter=case, user=made[who], by=made["the judge of the bench"], since=since, until=until)
    return made


SITTING = {"the judge of the bench", "an assigned officer"}
OTHERS = {"another judge": set(), "another officer": set(), "an officer of yesterday": set(), "an officer of tomorrow": set(),
          "an officer of another case": set(), "the President": {"president", "judges"}, "the duty judge": {"duty_judge"}}


def seat_of(user):
    """The one office that the person holds."""
    return user.offices_on(timezone.localdate())[0]


def test_who_sits_acts_for_the_chamber_and_others_keep_the_rest_of_their_office(case, people):
    """The organs of each: the bench's for who sits; of the President what is the President's, of the duty judge what is on duty."""
    law = library("mechanism")
    for who in SITTING:
        assert BENCH & set(organs_of(seat_of(people[who]), law, case)), who
    for who, kept in OTHERS.items():
        held = set(organs_of(seat_of(people[who]), law, case))
        assert held & (BENCH | kept) == kept, who
    assert "registry" in organs_of(seat_of(people["a registry officer"]), law, case)


def test_a_matter_without_a_bench_is_open_to_every_judge_and_officer(people):
    """Nobody can have been assigned where no bench sits: what may be done then the law says."""
    empty = open_case("MICT-26-3")
    for who in ("another judge", "another officer"):
        assert BENCH & set(organs_of(seat_of(people[who]), library("mechanism"), empty)), who


PATHS = {
    "form": lambda page, api: page.get(f"/matters/{NUMBER}/acts/issue_order/"),
    "preview": lambda page, api: page.post(f"/matters/{NUMBER}/acts/issue_order/", {"organ": "single_judge", "step": "preview", "p_order": "arrest"}),
    "entry": lambda page, api: page.post(f"/matters/{NUMBER}/acts/issue_order/", {"organ": "single_judge", "step": "enter", "p_order": "arrest"}),
    "draft": lambda page, api: page.post(f"/matters/{NUMBER}/acts/issue_order/draft/", {"organ": "single_judge"}),
    "filing page": lambda page, api: page.get(f"/matters/{NUMBER}/file/"),
    "API entry": lambda page, api: api("acts/issue_order", {"by": "single_judge", "particulars": {"order": "arrest"}}),
}


@pytest.mark.parametrize("path", sorted(PATHS))
@pytest.mark.parametrize("who", ["another judge", "another officer", "an officer of yesterday"])
def test_no_path_lets_others_act_for_the_bench(case, people, path, who):
    """Form, preview, entry, draft, filing and API: whoever does not sit is told so or sees nothing, and the record does not grow."""
    page = Client()
    page.force_login(people[who])
    token = make_token(people[who], "test")[1]

    def api(rest, body):
        return Client().post(f"/api/matters/{NUMBER}/{rest}", json.dumps(body), content_type="application/json", headers={"Authorization": f"Bearer {token}"})

    before = case.entries.count()
    answer = PATHS[path](page, api)
    assert case.entries.count() == before
    assert answer.status_code in (302, 403, 404) or b'name="step"' not in answer.content
    if path == "API entry":
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "not_of_the_bench")
    if path in ("form", "filing page"):
        shown = page.get(answer.url) if answer.status_code == 302 else answer
        said = shown.content.decode()
        assert ("a judge of the bench assigns officers" in said) == (who != "another judge")
        assert ("assigns its bench to other judges" in said) == (who == "another judge")


def test_the_judge_of_the_bench_and_the_assigned_officer_reach_the_form(case, people):
    """The same address offers the form to whoever sits."""
    for who in SITTING:
        page = Client()
        page.force_login(people[who])
        assert 'name="step"' in page.get(f"/matters/{NUMBER}/acts/issue_order/").content.decode(), who
        assert page.get(f"/matters/{NUMBER}/file/").status_code == 200, who


def test_an_assigned_officer_is_told_of_what_is_entered(case, people):
    """Whoever works for the bench gets its notices; an officer of another bench, or of yesterday, does not."""
    row = enter(NUMBER, request(380, "prosecutor", "state_scope_of_count", ("bench", "organ:prosecutor"), counts="1,2", place="former_yugoslavia",
                                began="1993-04-01", ended="1993-09-30", crime="icty:5")).row
    told = recipients_of(case, row)
    assert people["an assigned officer"] in told
    assert people["the judge of the bench"] in told
    assert not {people[who] for who in OTHERS} & set(told)


def test_the_reason_is_given_only_where_the_office_would_otherwise_act(case, people):
    """A registry officer is not told of benches when asking for an act that was never theirs."""
    law = library("mechanism")
    assert not_of_the_bench(seat_of(people["a registry officer"]), law, case, BENCH) is None
    assert not_of_the_bench(seat_of(people["an assigned officer"]), law, case, BENCH) is None
    assert not_of_the_bench(seat_of(people["another officer"]), law, case, BENCH) is not None
