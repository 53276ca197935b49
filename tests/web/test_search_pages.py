"""The pages of search and hits as data, in both languages."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from curule.search.snippets import snippet
from tests.web.matter_samples import case_with_a_hidden_entry, indicted_case, open_case

pytestmark = pytest.mark.django_db


def test_the_page_shows_hits_facets_and_escapes_what_is_typed(client: Client) -> None:
    """Hits link to their entries, found words are marked, and markup in a question or a title stays text."""
    open_case("MICT-26-1", title="<script>alert(1)</script> v. <b>Example</b>")
    page = client.get(reverse("search:search"), {"q": "example <img src=x>"}).content.decode()
    assert "<img src=x>" not in page
    assert "<script>alert" not in page
    page = client.get(reverse("search:search"), {"q": "example"}).content.decode()
    assert "<mark>Example</mark>" in page
    assert "/matters/MICT-26-1/entries/1/" in page
    assert "&lt;script&gt;" in page


def test_a_fault_in_a_question_is_told_on_the_page(client: Client) -> None:
    """The page says what to write; the interface for programs says it with a status of its own."""
    assert "quotation mark" in client.get(reverse("search:search"), {"q": '"open'}).content.decode()
    answer = client.get(reverse("search:json"), {"q": '"open'})
    assert answer.status_code == 422
    assert client.get(reverse("search:csv"), {"q": '"open'}).status_code == 422


def test_hits_come_as_data(client: Client) -> None:
    """JSON gives the page with facets, CSV all hits; both only what the reader sees."""
    case_with_a_hidden_entry()
    data = client.get(reverse("search:json"), {"case": "MICT-26-1"}).json()
    assert data["total"] == 4
    assert {value["value"]: value["count"] for value in data["facets"]["organ"]}["president"] == 1
    lines = b"".join(client.get(reverse("search:csv"), {"case": "MICT-26-1"}).streaming_content).decode().splitlines()
    assert len(lines) == 5


def test_the_page_speaks_french(client: Client) -> None:
    """Words of the page, of facets and of faults are French for a French reader."""
    indicted_case()
    page = client.get(reverse("search:search"), {"q": "accusation"}, headers={"accept-language": "fr"}).content.decode()
    assert "Recherche" in page
    assert "guillemet" in client.get(reverse("search:search"), {"q": '"x'}, headers={"accept-language": "fr"}).content.decode()


def test_snippets_mark_the_words_and_nothing_else() -> None:
    """Around the first hit, cut at both ends, every form marked, text escaped."""
    text = "x " * 200 + "The <b>Judgements</b> of Karadžić. " + "y " * 400
    made = str(snippet(text, ["judgement", "karadzic"]))
    assert "&lt;b&gt;<mark>Judgements</mark>" in made
    assert "<mark>Karadžić</mark>" in made
    assert made.startswith("…")
    assert made.endswith("…")
    assert len(made) < 500


def test_a_page_behind_the_last_leads_to_the_last(client: Client) -> None:
    """An address of a time with more hits leads to the last page; for programs such a page is empty, however far behind."""
    indicted_case()
    answer = client.get(reverse("search:search"), {"q": "example", "page": "7"})
    assert answer.status_code == 302
    assert "page=1" in answer["Location"]
    for page in ("7", "501", "999999"):
        told = client.get(reverse("search:json"), {"q": "example", "page": page}).json()
        assert (told["total"], told["items"]) == (3, [])


def test_a_reference_that_is_typed_leads_to_what_cites_it(client: Client) -> None:
    """Whoever types a provision or a number is offered the records that cite it."""
    open_case("MICT-26-2", title="Referral as in MICT-12-25 and article 16(3) of the Statute")
    for typed in ("MICT-12-25", "article 16(3)"):
        page = client.get(reverse("search:search"), {"q": typed}).content.decode()
        assert f"Records that cite {typed}" in page
    assert "Records that cite" not in client.get(reverse("search:search"), {"q": "referral"}).content.decode()
