"""The pages of the Court's matters: each kind for each office, what is sealed stays sealed, the judges, the desk; both tribunals side by side."""

from __future__ import annotations

import re

import pytest

from curule.access.audiences import tokens_of
from curule.matters.models import Matter
from curule.matters.numbers import in_address
from curule.matters.reading import matters_for
from curule.statutes import load_pack
from tests.web.court_samples import CASE, CHALLENGED, SEALED_CASE, SITUATION, court  # noqa: F401  # the fixture
from tests.web.matter_samples import open_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("court")]
TABS = ("people", "charges", "hearings", "custody", "languages", "rights", "about", "file", "timeline", "ballots", "admissibility", "jurisdiction")


def text_of(answer):
    """A page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_every_kind_of_matter_is_in_the_demonstration(court):  # noqa: F811
    """The demonstration has a matter of each kind of the Court."""
    assert set(Matter.objects.filter(number__in=court).values_list("kind", flat=True)) == set(load_pack("rome").kinds)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_of_every_matter_opens(client, make_user, court, language):  # noqa: F811
    """For the Registry, in both languages: each matter, its tabs, its first entry; no word is left as a code of the library."""
    client.force_login(make_user("registry_officer", tribunal="rome", language=language))
    client.cookies["curule-language"] = language
    for number in court:
        place = f"/matters/{in_address(number)}/"
        page = client.get(place)
        assert page.status_code == 200, number
        for tab in re.findall(rf'href="{re.escape(place)}([a-z]+)/"', page.content.decode()):
            assert tab in TABS
            assert client.get(f"{place}{tab}/", follow=True).status_code == 200, (number, tab)
        assert client.get(f"{place}entries/1/").status_code == 200, number


@pytest.mark.parametrize("code", list(load_pack("rome").chairs))
def test_every_office_has_a_desk(client, make_user, code):
    """Whoever signs in for the Court in any of its chairs finds a desk, and a list of matters of the Court alone."""
    matter = CASE if load_pack("rome").chairs[code].bound else ""
    open_case("MICT-26-1")
    client.force_login(make_user((code, matter, "P03"), tribunal="rome"))
    assert client.get("/").status_code == 200
    assert client.get(f"/matters/{in_address(CASE)}/").status_code == 200


def test_the_sealed_case_is_nowhere_for_others(client, make_user):
    """A case under seal: the Prosecutor, the Bench and the Registry find it; counsel of another case, the Trust Fund, a State and a visitor do not."""
    address = f"/matters/{in_address(SEALED_CASE)}/"
    for office in ("prosecutor", "judge_pre_trial", "registry_officer"):
        client.force_login(make_user(office, tribunal="rome"))
        assert client.get(address).status_code == 200, office
    others = [make_user(office, tribunal="rome") for office in ("trust_fund", "assembly_secretariat", "victims_counsel", "public",
                                                                ("defence", CASE, "C1"), ("national_authority", CASE, "state-XLA"))]
    for user in (*others, make_user("registrar"), make_user("prosecutor"), make_user("judge")):
        client.force_login(user)
        assert client.get(address).status_code == 404
        assert SEALED_CASE not in client.get("/matters/").content.decode()
        assert SEALED_CASE not in client.get("/api/matters?limit=200").content.decode()


def test_what_is_for_one_state_is_hidden_from_another(client, make_user):
    """In a situation that concerns many States each sees the notice to all and its own correspondence, and nothing of another's."""
    told = {}
    for state in ("XLF", "XLC", "XLX"):
        client.force_login(make_user(("national_authority", SITUATION, f"state-{state}"), tribunal="rome"))
        entries = client.get(f"/api/matters/{in_address(SITUATION)}/record").json()["entries"]
        told[state] = {entry["act"]: entry["particulars"].get("state") for entry in entries}
        assert "notify_states" in told[state]
    answers = ("record_receipt_of_notice", "inform_of_national_proceedings", "apply_despite_deferral_request", "rule_on_deferral_request")
    assert {told["XLF"].get(act) for act in answers} == {"XLF"}
    assert {told["XLC"].get(act) for act in answers} == {"XLC", None}
    assert {told["XLX"].get(act) for act in answers} == {None}


def test_an_officer_of_one_tribunal_enters_nothing_in_another(client, make_user):
    """The Mechanism's Registry reads what is public of the Court and is offered no act there; and the other way round."""
    open_case("MICT-26-1")
    client.force_login(make_user("registry_officer"))
    page = client.get(f"/matters/{in_address(CASE)}/").content.decode()
    assert f"/matters/{in_address(CASE)}/acts/" not in re.sub(r"acts/[a-z_]+/why/", "", page)
    assert client.get(f"/matters/{in_address(CASE)}/acts/record_counsel/?organ=registry").status_code == 200  # why-not, no form
    assert 'name="p_counsel"' not in client.get(f"/matters/{in_address(CASE)}/acts/record_counsel/").content.decode()
    client.force_login(make_user("registry_officer", tribunal="rome"))
    assert 'name="p_person"' not in client.get("/matters/MICT-26-1/acts/assign_counsel/").content.decode()
    assert client.get("/matters/open/mechanism/case/").status_code == 404
    assert client.get("/matters/open/rome/situation/").status_code == 200


def test_what_is_not_public_of_one_tribunal_is_hidden_from_another(make_user):
    """Both Registries, both Prosecutors and both benches: each sees the sealed matter of its own tribunal alone."""
    open_case("MICT-26-1", audience=("organ:prosecutor", "bench", "organ:registry"))
    pairs = [("registry_officer", "registry_officer"), ("prosecutor", "prosecutor"), ("judge", "judge_trial"), ("registrar", "registrar")]
    for here, there in pairs:
        mine = set(matters_for(tokens_of(make_user(here))).values_list("number", flat=True))
        theirs = set(matters_for(tokens_of(make_user(there, tribunal="rome"))).values_list("number", flat=True))
        assert ("MICT-26-1" in mine, SEALED_CASE in mine) == (True, False), here
        assert ("MICT-26-1" in theirs, SEALED_CASE in theirs) == (False, True), there


def test_a_tribunal_that_is_not_hosted_has_no_pages(client, make_user, settings):
    """Hosted alone, the Mechanism shows nothing of the Court that shares its database."""
    settings.TRIBUNALS = ("mechanism",)
    client.force_login(make_user("registry_officer", tribunal="rome"))
    assert client.get(f"/matters/{in_address(SITUATION)}/").status_code == 404
    assert SITUATION not in client.get("/matters/").content.decode()
    assert client.get(f"/api/matters/{in_address(SITUATION)}").status_code == 404


def test_judges_by_tribunal(client, make_user):
    """The page of judges shows the Court's roll to the Court's people, by name, State and Division."""
    client.force_login(make_user("registry_officer", tribunal="rome"))
    page = text_of(client.get("/judges/"))
    assert "Judge Teresa Almada President Appeals Division list A" in page
    assert "Lornia" in page
    assert client.get("/api/judges?tribunal=rome").json()[0]["name"] == "Judge Teresa Almada"


def test_names_stand_for_codes(client, make_user):
    """Judges, candidates and States are called by their names where the rolls and the register know them."""
    client.force_login(make_user("registry_officer", tribunal="rome"))
    assert "Lornia deposited its instrument" in text_of(client.get("/matters/ICC-STATES-1/?q=Lornia"))
    assert "Judge Mirela Stan" in text_of(client.get(f"/matters/{in_address(SITUATION)}/"))
    assert "Vera Malenko" in text_of(client.get("/matters/ICC-ELECTION-1/?q=Malenko"))


def test_where_a_challenged_case_stands(client, make_user):
    """The head of the case says that a State's challenge is pending and that the investigation is suspended."""
    client.force_login(make_user("prosecutor", tribunal="rome"))
    page = text_of(client.get(f"/matters/{in_address(CHALLENGED)}/"))
    assert "admissibility challenged by Castorra" in page
    assert "Investigation suspended" in page
