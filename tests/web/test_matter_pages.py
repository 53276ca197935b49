"""The pages of matters: list, matter, entry, tabs, why-not, look back, judges, benches, the demonstration."""

from __future__ import annotations

import csv
import io
import re
import time
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from curule.matters.models import EntryAudience, EntryRow, Matter
from curule.matters.pipeline import enter
from curule.matters.reading import Reading
from tests.web.matter_samples import SEALED, ago, case_with_a_hidden_entry, indicted_case, open_case, request

pytestmark = pytest.mark.django_db


def text_of(answer):
    """A page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_list_has_only_what_the_reader_may_know_of(client, make_user):
    """A visitor finds the public case, the Registry the sealed one, too; the count says the same."""
    open_case("MICT-26-1")
    open_case("MICT-26-2", SEALED, title="The Prosecutor v. Kilimanjaro")
    assert "1 matter " in text_of(client.get("/matters/"))
    assert "0 matters" in text_of(client.get("/matters/?q=kiliman"))
    client.force_login(make_user("registry_officer"))
    assert "2 matters" in text_of(client.get("/matters/"))


def test_absent_and_sealed_are_the_same_page(client):
    """The page of a sealed case is that of a case that does not exist, for every address below it."""
    open_case("MICT-26-2", SEALED)
    for below in ("", "people/", "about/", "entries/1/", "record.csv", "about.json", "acts/open_trial/why/"):
        sealed, absent = client.get(f"/matters/MICT-26-2/{below}"), client.get(f"/matters/MICT-26-3/{below}")
        assert sealed.status_code == absent.status_code == 404
        cleaned = [re.sub(r"MICT-26-\d|csrfmiddlewaretoken\" value=\"\w+|X-CSRFToken\": \"\w+", "", a.content.decode()) for a in (sealed, absent)]
        assert cleaned[0] == cleaned[1]


def test_the_list_filters_and_sorts(client):
    """Words, kind, branch and stage narrow the list; the columns sort it."""
    open_case("MICT-26-1", title="The Prosecutor v. Zebra")
    indicted_case("MICT-26-2")
    assert "1 matter " in text_of(client.get("/matters/?q=zebra"))
    assert "2 matters" in text_of(client.get("/matters/?kind=case&branch=arusha"))
    assert "1 matter " in text_of(client.get("/matters/?stage=indictment"))
    assert "0 matters" in text_of(client.get("/matters/?branch=the_hague"))
    page = client.get("/matters/?sort=-number").content.decode()
    assert page.index("/matters/MICT-26-2/") < page.index("/matters/MICT-26-1/")


def test_the_list_as_csv_is_safe_for_spreadsheets(client):
    """Every visible matter is a line, and a title that begins like a formula is text."""
    open_case("MICT-26-1", title="=1+1")
    open_case("MICT-26-2", SEALED)
    rows = list(csv.DictReader(io.StringIO(b"".join(client.get("/matters.csv").streaming_content).decode("utf-8-sig"))))
    assert [row["number"] for row in rows] == ["MICT-26-1"]
    assert rows[0]["title"] == "'=1+1"


def test_the_matter_page_says_what_where_and_what_next(client):
    """Head, stage, next acts with provisions, clocks and the record stand on the page."""
    indicted_case()
    words = text_of(client.get("/matters/MICT-26-1/"))
    for wanted in ("The Prosecutor v. A. Example", "Stage indictment under review", "What may happen next", "Confirm the indictment", "Clocks",
                   "The Prosecutor submitted an indictment against A. Example"):
        assert wanted in words


def test_mine_and_everybodys(client, make_user):
    """Signed in, the box begins with the acts of one's own office; a link shows all."""
    indicted_case()
    client.force_login(make_user(("judge", "", "J1")))
    page = client.get("/matters/MICT-26-1/").content.decode()
    assert "/acts/confirm_indictment/" in page
    assert "?acts=all" in page
    assert "Record the death of an accused" in text_of(client.get("/matters/MICT-26-1/?acts=all"))


def test_why_not_is_a_page_and_a_fragment(client):
    """A refused act explains itself on its own page, and in place when asked for by htmx."""
    indicted_case()
    whole = client.get("/matters/MICT-26-1/acts/open_trial/why/")
    part = client.get("/matters/MICT-26-1/acts/open_trial/why/", headers={"HX-Request": "true"})
    assert "<html" in whole.content.decode()
    assert "<html" not in part.content.decode()
    for answer in (whole, part):
        assert "Not now" in text_of(answer)
        assert "What would cure it" in text_of(answer)


def test_an_entry_has_its_page(client):
    """One entry: phrase, particulars, organ, audience, the law's answer."""
    indicted_case()
    words = text_of(client.get("/matters/MICT-26-1/entries/3/"))
    for wanted in ("The Prosecutor submitted an indictment", "murder, deportation", "Facts.", "art. 16(4)"):
        assert wanted in words
    assert client.get("/matters/MICT-26-1/entries/4/").status_code == 404
    assert client.get("/matters/MICT-26-1/entries/0/").status_code == 404


def test_officers_are_named_to_the_tribunal_only(client, make_user):
    """The organs of the tribunal see who made an entry; a visitor sees the organ and no name of an officer."""
    officer = make_user("registry_officer", username="registry", display_name="Grace Officer")
    indicted_case()
    for page in ("/matters/MICT-26-1/", "/matters/MICT-26-1/entries/3/"):
        assert "Grace Officer" not in client.get(page).content.decode()
    client.force_login(officer)
    page = client.get("/matters/MICT-26-1/entries/3/").content.decode()
    assert page.count("Grace Officer") == 3  # at the head of the page, at the head of its print, and with the entry


def test_corrected_and_withdrawn_entries_are_marked(client):
    """The record shows a withdrawn entry struck through and a corrected one with a link to its correction."""
    indicted_case()
    enter("MICT-26-1", request(9, "registry", "correct_entry", entry=3, done_on=ago(391).isoformat(), reason="slip"))
    enter("MICT-26-1", request(8, "registrar", "withdraw_entry", entry=2, reason="slip", authority="order of the President"))
    page = client.get("/matters/MICT-26-1/").content.decode()
    assert "corrected by entry 4" in page
    assert "withdrawn by entry 5" in page
    assert page.count("<s>") == 1


def test_searching_the_record_ignores_case_and_accents(client):
    """Words are found in phrases and particulars, without regard to accents."""
    open_case()
    enter("MICT-26-1", request(395, "president", "assign_single_judge", judge="J1", task="confirmation"))
    words = text_of(client.get("/matters/MICT-26-1/?q=ASSIGNED"))
    assert "1 of 2 entries" in words
    assert "No entry of this matter that is open to you says so" in text_of(client.get("/matters/MICT-26-1/?q=nowhere"))


def test_looking_back_shows_a_banner_and_no_forms(client, make_user):
    """The position of an earlier day says so, shows that day's stage, and lets nothing be entered."""
    indicted_case()
    client.force_login(make_user("registry_officer"))
    words = text_of(client.get(f"/matters/MICT-26-1/?on={ago(396).isoformat()}"))
    assert "A look back" in words
    assert "Stage investigation" in words
    assert "1 entry" in words
    assert "/acts/record_death_of_accused/\"" not in client.get(f"/matters/MICT-26-1/?on={ago(396).isoformat()}").content.decode()
    assert "what was on the record on" in text_of(client.get(f"/matters/MICT-26-1/?known={ago(3).isoformat()}"))
    assert client.get("/matters/MICT-26-1/?on=yesterday").status_code == 404


def test_every_page_is_there_in_french(client):
    """The pages of a matter speak French, the law's own words included."""
    indicted_case()
    page = client.get("/matters/MICT-26-1/", headers={"accept-language": "fr"})
    assert "Le Procureur a présenté un acte d'accusation contre A. Example" in page.content.decode().replace("&#x27;", "'")
    assert 'lang="fr"' in page.content.decode()


def test_the_tabs_have_their_own_addresses(client):
    """People and charges are pages of their own; a tab without content is none."""
    indicted_case()
    assert "A. Example" in text_of(client.get("/matters/MICT-26-1/people/"))
    assert "deportation" in text_of(client.get("/matters/MICT-26-1/charges/"))
    assert client.get("/matters/MICT-26-1/hearings/").status_code == 404
    assert client.get("/matters/MICT-26-1/nonsense/").status_code == 404


def test_the_about_tab_tells_that_a_chain_is_broken(client):
    """An entry altered behind the application's back is told on the About tab."""
    matter = indicted_case()
    assert "the chain holds" in text_of(client.get("/matters/MICT-26-1/about/"))
    row = EntryRow.objects.get(matter=matter, number=2)
    EntryRow.objects.filter(pk=row.pk).update(content={**row.content, "note": "altered"})
    assert "The chain is broken" in text_of(client.get("/matters/MICT-26-1/about/"))


def test_what_stands_on_a_record_is_escaped(client):
    """A title and particulars with code in them are shown as text on every page."""
    open_case(title="<script>alert(1)</script>")
    enter("MICT-26-1", request(395, "president", "assign_single_judge", judge="<b>J1</b>", task="confirmation"))
    for page in ("/matters/", "/public/", "/matters/MICT-26-1/", "/matters/MICT-26-1/entries/2/", "/matters/MICT-26-1/people/"):
        body = client.get(page).content.decode()
        assert "<script>alert" not in body, page
        assert "<b>J1" not in body, page


def test_the_public_list_is_the_visitors_whoever_looks(client, make_user):
    """The public page shows what everybody may see, also to an officer who may see more."""
    case_with_a_hidden_entry("MICT-26-1")
    open_case("MICT-26-2", SEALED, title="Sealed")
    client.force_login(make_user("registry_officer"))
    assert "Sealed" not in client.get("/public/").content.decode()


def test_judges_without_a_roll(client):
    """Where there is no roll yet, the page of judges says so."""
    assert "There is no roll of judges" in text_of(client.get("/judges/"))


def test_the_demonstration_is_entered_as_written(client, make_user, settings):
    """Every act of the Mechanism's demonstration is entered, with divergences only where its data say so; its pages are there."""
    from curule.matters.demonstration.entering import enter_demonstration

    settings.TRIBUNALS = ("mechanism",)
    faults: list[str] = []
    numbers = list(enter_demonstration(timezone.localdate(), faults.append))
    assert faults == []
    assert "MICT-14-75" in numbers
    client.force_login(make_user("registry_officer"))
    for number in numbers:
        assert client.get(f"/matters/{number}/").status_code == 200
    client.force_login(make_user(("president", "", "J01")))
    assert "Judge Henrik Solberg" in text_of(client.get("/judges/"))
    proposal = client.get("/matters/MICT-26-140/bench/?task=trial")
    assert "Compose this bench" in text_of(proposal)
    link = re.search(r'href="(/matters/MICT-26-140/acts/compose_trial_chamber/\?[^"]+)"', proposal.content.decode())[1].replace("&amp;", "&")
    assert len(re.findall(r'name="p_judges"[^>]*checked', client.get(link).content.decode())) == 3


def long_record(entries: int) -> Matter:
    """A public case with that many entries, written straight into the tables (the pipeline is tested elsewhere)."""
    matter = indicted_case()
    template = EntryRow.objects.get(matter=matter, number=3)
    rows = []
    for number in range(4, entries + 1):
        content = {**template.content, "number": number, "act": "hold_session", "organ": "trial_chamber", "particulars": {"session": "public"}}
        rows.append(EntryRow(matter=matter, number=number, act="hold_session", organ="trial_chamber", done_on=date(2026, 1, 1),
                             entered_at=datetime(2026, 1, 1, tzinfo=UTC), content=content, previous="0" * 64, hash=f"{number:064}"))
    EntryRow.objects.bulk_create(rows, batch_size=500)
    EntryAudience.objects.bulk_create([EntryAudience(entry=row, token="public") for row in EntryRow.objects.filter(number__gte=4)], batch_size=900)
    matter.count, matter.head = entries, f"{entries:064}"
    matter.save()
    return matter


def test_a_long_record_is_paged_and_quick(client):
    """A thousand entries: a hundred on a page, the last first, and well under a second on the slowest machine once kept in memory."""
    long_record(1000)
    assert Reading(Matter.objects.get(), {"public"}).entries[-1].number == 1000
    page = client.get("/matters/MICT-26-1/")
    assert page.content.decode().count('<tr id="e') == 100
    began = time.process_time()
    client.get("/matters/MICT-26-1/?page=10")
    assert time.process_time() - began < 0.6  # 0.06 s of the processor here; the clock of a loaded machine says nothing
