"""Numbers of matters: the forms of each tribunal, and numbers with slashes in addresses, files, tokens and the interface for programs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from curule.law.view import Actor
from curule.matters.models import Matter
from curule.matters.numbers import NumberLacking, in_address, next_number
from curule.matters.pipeline import NotEntered, Refused, Request, enter, open_matter
from curule.matters.reading import matters_for
from curule.matters.records import posture_of
from curule.matters.tribunals import libraries, library
from curule.registry.models import Rendition
from curule.registry.numbering import _letter
from tests.web.matter_samples import ago, open_case
from tests.web.registry_samples import filed, pdf, person

pytestmark = pytest.mark.django_db
SITUATION, CASE = "ICC-01/04", "ICC-01/04-01/06"


def opened(kind: str, act: str, actor: str, number: str = "", links: dict[str, Matter] | None = None, audience: tuple[str, ...] = ("public",),
           day: int = 400, **raw: object) -> Matter:
    """A matter of the Court."""
    return open_matter("rome", kind, "The situation in Sample", Request(act, Actor(actor), ago(day), raw, user="officer", audience=audience),
                       number=number, links=links)[0]


@pytest.fixture
def situation() -> Matter:
    """A public situation with the number of the first of 2004, referred by the Security Council."""
    made = opened("situation", "open_situation", "registry", SITUATION, name="Sample")
    referred = {"symbol": "S/RES/1 (2004)", "instrument": "resolution", "chapter_vii": "yes"}
    enter(SITUATION, Request("refer_situation_by_council", Actor("security_council"), ago(400), referred, user="officer"))
    made.refresh_from_db()
    return made


@pytest.fixture
def case(situation: Matter) -> Matter:
    """Its first case of 2006, which the parties and the Registry may see."""
    return opened("case", "open_case", "registry", CASE, {"situation": situation}, ("matter:parties", "organ:registry"), person="A. Example",
                  situation=SITUATION)


def test_the_court_counts_situations_by_year_and_cases_by_situation_and_year(situation: Matter, case: Matter) -> None:
    """The next situation of a year, of another year; the next case of a situation, of another year."""
    law = library("rome")
    assert next_number(law, "situation", date(2004, 5, 1), {}) == "ICC-02/04"
    assert next_number(law, "situation", date(2005, 5, 1), {}) == "ICC-01/05"
    assert next_number(law, "case", date(2006, 5, 1), {"situation": situation}) == "ICC-01/04-02/06"
    assert next_number(law, "case", date(2011, 5, 1), {"situation": situation}) == "ICC-01/04-01/11"


def test_a_case_without_its_situation_has_no_number() -> None:
    """The number of a case begins with that of its situation: one must be named, or a number given; nothing is half-written."""
    with pytest.raises(NumberLacking, match="name the situation"):
        next_number(library("rome"), "case", date(2006, 5, 1), {})
    with pytest.raises(NotEntered, match="name the situation"):
        opened("case", "open_case", "registry", person="A. Example")
    assert not Matter.objects.exists()


def test_no_two_tribunals_number_alike() -> None:
    """The form of a number says whose matter it is: no form belongs to two kinds, here or there."""
    forms = [kind.number_form for law in libraries() for kind in law.kinds.values()]
    assert len(forms) == len(set(forms))


def test_a_number_with_slashes_has_an_address(client, make_user, case: Matter) -> None:
    """Every page of the matter answers under the number with tildes; written with slashes it leads there."""
    client.force_login(make_user("registry_officer", tribunal="rome"))
    assert reverse("matters:matter", args=[CASE]) == "/matters/ICC-01~04-01~06/"
    act = next(iter(library("rome").acts_by_kind["case"])).code
    for path in ("", "about/", "about.json", "entries/1/", "record.csv", f"acts/{act}/", f"acts/{act}/why/"):
        assert client.get(f"/matters/ICC-01~04-01~06/{path}").status_code == 200, path
    page = client.get("/matters/ICC-01~04-01~06/").content.decode()
    assert CASE in page
    assert "/api/matters/ICC-01~04-01~06/record" in page
    led = client.get(f"/matters/{CASE}/")
    assert (led.status_code, led.url) == (302, "/matters/ICC-01~04-01~06/")
    assert client.get("/matters/ICC-09/99/").url == "/matters/ICC-09~99/"  # nothing is looked up


def test_a_file_has_no_slash_in_its_name(client, make_user, case: Matter) -> None:
    """The record as CSV is saved under the number with underscores."""
    client.force_login(make_user("registry_officer", tribunal="rome"))
    assert 'filename="record-ICC-01_04-01_06.csv"' in client.get("/matters/ICC-01~04-01~06/record.csv").headers["Content-Disposition"]


def test_programs_address_it_alike(client, make_user, case: Matter) -> None:
    """The interface for programs takes the number with tildes and gives the number itself."""
    client.force_login(make_user("registry_officer", tribunal="rome"))
    found = client.get("/api/matters/ICC-01~04-01~06")
    assert found.status_code == 200
    assert found.json()["number"] == CASE
    assert found.json()["links"] == {"situation": SITUATION}
    for part in ("record", "entries/1", "next", "clocks", "rights"):
        assert client.get(f"/api/matters/ICC-01~04-01~06/{part}").status_code == 200, part


def test_counsel_of_a_numbered_case_sees_it_and_no_other(make_user, case: Matter) -> None:
    """The token of a matter holds the number with its slashes: counsel in one case does not see the next, nor the situation's other cases."""
    other = opened("case", "open_case", "registry", "ICC-01/04-01/0", {"situation": Matter.objects.get(number=SITUATION)}, ("matter:parties",),
                   person="B. Example")
    from curule.access.audiences import tokens_of

    tokens = tokens_of(make_user(("defence", CASE, "C1"), tribunal="rome"))
    assert f"matter:{CASE}:defence" in tokens
    assert set(matters_for(tokens).values_list("number", flat=True)) == {SITUATION, CASE}
    assert other.number not in set(matters_for(tokens).values_list("number", flat=True))


def test_opening_a_case_in_the_browser_asks_for_the_situation_once(client, make_user, situation: Matter) -> None:
    """The act names the situation: there is one field for it, it links the matters, and the number follows from it."""
    client.force_login(make_user("registry_officer", tribunal="rome"))
    page = client.get("/matters/open/rome/case/").content.decode()
    assert page.count('name="p_situation"') == 1
    assert "link_situation" not in page
    posted = {"title": "The Prosecutor v. A. Example", "p_person": "A. Example", "p_situation": "ICC-09/09", "done_on": ago(30).isoformat(),
              "organ": "registry", "audience": "usual", "step": "enter", "key": "k1"}
    refused = client.post("/matters/open/rome/case/", posted)
    assert refused.status_code == 422
    assert "There is no such matter of that kind" in refused.content.decode()
    assert client.post("/matters/open/rome/case/", {**posted, "p_situation": SITUATION}).status_code == 302
    made = Matter.objects.get(kind="case")
    # Hidden from the public: its count is drawn by lot.
    assert re.fullmatch(rf"{SITUATION}-\d{{4}}/{ago(30).year % 100:02}", made.number)
    assert {link.to.number for link in made.links.all()} == {SITUATION}


@pytest.mark.parametrize("written", ["/x", "x/", "a//b", "a/../b", "a/ b", "a:b", "~", "a~b"])
def test_what_is_no_number_is_refused(client, make_user, written: str, situation: Matter) -> None:
    """A slash joins two parts and nothing else; a colon would end a token, a tilde stands for a slash in addresses."""
    client.force_login(make_user("registry_officer", tribunal="rome"))
    answer = client.post("/matters/open/rome/situation/", {"title": "X", "number": written, "p_name": "X", "done_on": ago(3).isoformat(),
                                                           "organ": "registry", "audience": "usual", "step": "enter", "key": "k2"})
    assert answer.status_code == 422
    assert Matter.objects.count() == 1


def test_a_refused_opening_leaves_nothing_for_the_next(situation: Matter) -> None:
    """Where opening a matter of one tribunal is refused, the next matter, of another tribunal, starts from its own posture."""
    untriggered = opened("situation", "open_situation", "registry", "ICC-02/04", name="No trigger")
    with pytest.raises(Refused):
        opened("case", "open_case", "registry", "ICC-02/04-01/06", {"situation": untriggered}, person="A. Example")
    case = open_case("MICT-26-1")
    assert type(posture_of(case)).__module__.startswith("curule.statutes.mechanism")


def test_tildes_and_slashes_come_and_go() -> None:
    """What the address says is the number again."""
    from curule.matters.numbers import MatterNumber

    assert MatterNumber().to_python(in_address(CASE)) == CASE


def test_annexes_are_lettered_where_the_tribunal_letters_them(case: Matter, tmp_path: Path, settings: Any) -> None:
    """The Court's annexes are AnxA, AnxB; their redacted versions and translations say whose they are, in the order of the Court's data."""
    settings.STORE_URL, matter = (tmp_path / "store").as_uri(), case
    prosecutor = person("icc-prosecutor", "prosecutor", tribunal="rome")
    officer = person("icc-officer", "registry_officer", tribunal="rome")
    made = filed(matter, prosecutor, tmp_path, pdf("M"), pdf("A"), pdf("B"), officer=officer, classification="confidential")
    assert [one.number.rpartition("C1")[2] for one in made] == ["-Conf", "-Conf-AnxA", "-Conf-AnxB"]
    annex = {"of": made[2].entry.number, "officer": officer}
    (closed,) = filed(matter, prosecutor, tmp_path, act="file_redacted_version", classification="confidential", **annex)
    (opened,) = filed(matter, prosecutor, tmp_path, act="file_redacted_version", **annex)
    (french,) = filed(matter, prosecutor, tmp_path, act="file_translation", language="fr", classification="confidential", **annex)
    stem = f"{matter.number}-1"
    assert (opened.number, french.number) == (f"{stem}-AnxB-Red", f"{stem}-Conf-AnxB-tFRA")
    assert closed.number.endswith("-C1-Conf-AnxB-Red")
    assert Rendition.objects.get(pk=closed.pk).number == f"{stem}-Conf-AnxB-Red"
    assert [Rendition.objects.get(pk=one.pk).number for one in made] == [f"{stem}-Conf", f"{stem}-Conf-AnxA", f"{stem}-Conf-AnxB"]
    assert [_letter(k) for k in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]
