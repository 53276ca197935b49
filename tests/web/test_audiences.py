"""The one access decision, in memory and in the database."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from curule.access.audiences import may_see, tokens_of, visible
from curule.access.models import FailedSignIn, Office
from curule.access.offices import COUNSEL
from curule.matters.models import MatterAudience
from curule.matters.tribunals import library
from curule.statutes import PACKS, load_pack
from tests.web.audience_sample.models import Paper, PaperAudience
from tests.web.matter_samples import open_case

POOL = [
    "public",
    "organ:mechanism:registry",
    "organ:mechanism:chambers",
    "organ:rome:registry",
    "person:rome:J07",
    "office:mechanism:president",
    "matter:M-1:defence",
    "matter:M-1:defence:A",
    "matter:M-11:defence",
    "person:mechanism:J07",
    "person:mechanism:j07",
    "person:mechanism:J0_",
    "%",
]
TOKENS = st.frozensets(st.sampled_from(POOL))


class InMemoryAndInTheDatabase(TestCase):
    """Hypothesis and Django's transactions meet in a TestCase."""

    @given(audiences=st.lists(TOKENS, max_size=6), tokens=TOKENS)
    def test_both_give_the_same_papers(self, audiences: list[frozenset[str]], tokens: frozenset[str]) -> None:
        """For any audiences and any reader, the database shows exactly the papers that memory shows, each
        once.
        """
        papers = [Paper.objects.create(title=str(number)) for number in range(len(audiences))]
        PaperAudience.objects.bulk_create(
            PaperAudience(paper=paper, token=token)
            for paper, audience in zip(papers, audiences, strict=True)
            for token in audience
        )
        expected = [p.pk for p, audience in zip(papers, audiences, strict=True) if may_see(tokens, audience)]
        found = visible(Paper.objects.filter(pk__in=[paper.pk for paper in papers]), tokens).order_by("pk")
        assert list(found.values_list("pk", flat=True)) == expected
        assert found.count() == len(expected)


@given(audience=TOKENS, tokens=TOKENS, more=TOKENS)
def test_more_tokens_never_show_less(audience, tokens, more):
    """Whoever sees a thing still sees it with more tokens, or when its audience grows."""
    if may_see(tokens, audience):
        assert may_see(tokens | more, audience)
        assert may_see(tokens, audience | more)


@pytest.mark.django_db
def test_without_an_audience_nobody_sees():
    """A thing without audience rows is closed to everybody, not open to everybody."""
    Paper.objects.create(title="no audience")
    assert not visible(Paper.objects.all(), POOL).exists()


@pytest.mark.django_db
def test_a_filtered_list_stays_filtered():
    """Visibility narrows the list that it was given, and counts, slices and orders like any other."""
    for title in ("a", "b", "c"):
        paper = Paper.objects.create(title=title)
        for token in ("public", "organ:mechanism:registry"):
            PaperAudience.objects.create(paper=paper, token=token)
    shown = visible(Paper.objects.exclude(title="b"), {"public", "organ:mechanism:registry"}).order_by("-title")
    assert [paper.title for paper in shown] == ["c", "a"]
    assert shown.count() == 2


def test_a_model_without_audience_is_a_mistake_of_the_programmer():
    """Asking for the visible rows of a model that has no audience fails at once, and says what to write."""
    with pytest.raises(ImproperlyConfigured, match="derived from AudienceRow"):
        visible(FailedSignIn.objects.all(), {"public"})


def test_a_visitor_holds_the_public_token_only():
    """Nobody, and somebody who has not signed in, hold "public" and nothing else."""
    assert tokens_of(None) == tokens_of(AnonymousUser()) == {"public"}


CASES = [
    (["president", "judge"], {"organ:mechanism:chambers", "office:mechanism:president", "office:mechanism:judge"}),
    ([("judge", "", "J07")], {"organ:mechanism:chambers", "office:mechanism:judge", "person:mechanism:J07"}),
    (["witness_support"], {"organ:mechanism:witness-unit", "office:mechanism:witness_support"}),
    (["prosecutor"], {"organ:mechanism:prosecutor", "office:mechanism:prosecutor"}),
    ([("defence", "MICT-14-75", "C01")], {"matter:MICT-14-75:defence", "matter:MICT-14-75:defence:C01", "person:mechanism:C01"}),
    ([("judge", "MICT-14-75", "")], {"matter:MICT-14-75:judge"}),
    ([("national_authority", "", "state-XA")], {"person:mechanism:state-XA"}),
    (["public"], set()),
    ([], set()),
]


@pytest.mark.parametrize(("offices", "expected"), CASES, ids=[str(case[0]) for case in CASES])
def test_tokens_of_each_office(make_user, offices, expected):
    """Each office gives its own tokens beside "public"; an office in one matter gives nothing of its organ.
    """
    assert tokens_of(make_user(*offices)) == {"public"} | expected


@pytest.mark.parametrize("pack", [code for code in PACKS if code != "model"])
def test_no_chair_of_a_participant_belongs_to_a_part(pack):
    """Counsel, representatives, States' authorities and readers are in no part of a tribunal, so that nothing is addressed to all of them;
    and the database refuses counsel without a case.
    """
    chairs = load_pack(pack).chairs.values()
    assert {c.code for c in chairs if not c.part} == {c.code for c in chairs if c.bound} | {"public"}
    assert {c.code for c in chairs if c.needs_matter} == {c.code for c in chairs} & set(COUNSEL)


@pytest.mark.parametrize("pack", [code for code in PACKS if code != "model"])
def test_every_audience_of_an_act_has_readers(pack):
    """Each audience word of each act is known to its tribunal, and names parts and chairs that the tribunal has."""
    declared = load_pack(pack)
    used = {word for act in library(pack).acts.values() for word in act.audience}
    assert used - {"public"} <= set(declared.audiences)
    parts = {f"organ:{c.part}" for c in declared.chairs.values() if c.part}
    chairs = {f"{kind}:{c.code}" for c in declared.chairs.values() for kind in (["matter", "state"] if c.bound else ["office"])}
    assert {meant for all_meant in declared.audiences.values() for meant in all_meant} <= parts | chairs


@pytest.mark.parametrize("pack", [code for code in PACKS if code != "model"])
def test_a_chair_acts_for_organs_of_its_tribunal(pack):
    """Every organ that a chair acts for is an organ of that tribunal, and every organ with powers has a chair that acts for it."""
    law = library(pack)
    held = {organ for chair in law.pack.chairs.values() for organ in chair.acts_for}
    assert held <= set(law.organs)
    assert {organ for powers in law.powers.values() for power in powers for organ in power.by} <= held


@pytest.mark.parametrize("code", ["registrar", "prosecutor", "president", "legal_officer", "registry_officer"])
def test_an_office_of_one_tribunal_opens_nothing_of_another(make_user, code):
    """Two persons with the same code in the same chair of two tribunals share no token but "public"."""
    here = tokens_of(make_user((code, "", "J01")))
    there = tokens_of(make_user((code, "", "J01"), tribunal="rome"))
    assert here & there == {"public"}


def test_an_office_in_a_chair_that_there_is_not_opens_nothing(make_user):
    """A chair that its tribunal does not have, and a tribunal that there is not, give no token, not even a person's."""
    assert tokens_of(make_user(("archivist", "", "A1"), tribunal="rome")) == {"public"}
    assert tokens_of(make_user(("registrar", "", "A1"), tribunal="nowhere")) == {"public"}


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2020, 2, 29), False),
        (date(2020, 3, 1), True),
        (date(2021, 3, 1), True),
        (date(2021, 3, 2), False),
    ],
)
def test_a_term_includes_its_first_and_last_day(make_user, day, held):
    """An office counts on its first and its last day, and neither the day before nor the day after."""
    user = make_user()
    Office.objects.create(user=user, tribunal="mechanism", code="registrar", since=date(2020, 3, 1), until=date(2021, 3, 1))
    assert ("office:mechanism:registrar" in tokens_of(user, day)) is held


def test_who_may_not_sign_in_any_more_holds_nothing(make_user):
    """A closed account falls back to what the public sees, whatever offices are still written down."""
    assert tokens_of(make_user("registrar", is_active=False)) == {"public"}


def test_running_the_machine_opens_no_record(make_user):
    """A superuser without an office sees what the public sees."""
    assert tokens_of(make_user(is_superuser=True, is_staff=True)) == {"public"}


@pytest.mark.django_db
def test_rows_of_before_name_their_tribunal():
    """Audience rows written before tribunals were told apart get the tribunal of their matter, those that name none stay, and back again."""
    move = import_module("curule.matters.migrations.0003_tokens_of_tribunals")
    matter = open_case("MICT-26-1", audience=("bench", "organ:registry"))
    before = {"organ:registry", "organ:chambers", "person:J07", "office:president", "public", "matter:MICT-26-1:defence"}
    MatterAudience.objects.filter(matter=matter).delete()
    MatterAudience.objects.bulk_create(MatterAudience(matter=matter, token=token) for token in before)
    move.name_the_tribunal(apps, None)
    after = {"organ:mechanism:registry", "organ:mechanism:chambers", "person:mechanism:J07", "office:mechanism:president", "public", "matter:MICT-26-1:defence"}
    assert set(matter.audience.values_list("token", flat=True)) == after
    move.leave_it_out(apps, None)
    assert set(matter.audience.values_list("token", flat=True)) == before
