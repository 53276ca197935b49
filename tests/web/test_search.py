"""Search: what is found, how it is asked for, and that nothing hidden leaves a trace."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from curule.access.audiences import tokens_of
from curule.law.record import RECLASSIFICATION
from curule.matters.models import EntryAudience, EntryRow
from curule.matters.pipeline import enter
from curule.matters.reading import reading_of
from curule.registry.models import PageText, Rendition
from curule.registry.signals import text_ready
from curule.search import questions as q
from curule.search.alerting import alert, news_of, save
from curule.search.compiling import words_asked
from curule.search.finding import find
from curule.search.folding import fold, loose_of_word, sound, words
from curule.search.models import Mark
from curule.search.shown import hits_of
from curule.search.snippets import snippet
from curule.search.upkeep import catch_up, rebuild
from tests.web.matter_samples import case_with_a_hidden_entry, indicted_case, open_case, request
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
EVERYBODY = frozenset({"public"})
REGISTRY = frozenset({"public", "organ:mechanism:registry"})
SEALED = ("organ:prosecutor", "bench", "organ:registry")


def numbers(text: str, tokens: frozenset[str] = EVERYBODY, **more: object) -> list[int]:
    return [row.number for row in find(tokens, q.read(text), **more).rows]  # type: ignore[arg-type]


# -- the language of questions ---------------------------------------------------------------------------------------


def test_a_question_is_read_into_a_tree() -> None:
    """Words, phrases, prefixes, operators, brackets and fields have their places in the tree."""
    assert q.read('motion "provisional release" deport* NOT bail') == q.All((
        q.Word("motion"), q.Phrase(("provisional", "release")), q.Prefix(("deport",)), q.Not(q.Word("bail"))))
    assert q.read("a AND (b OR c)") == q.All((q.Word("a"), q.Any((q.Word("b"), q.Word("c")))))
    assert q.read("case:MICT-26-1 -filer:registry") == q.All((q.Field("matter", "mict-26-1"), q.Not(q.Field("organ", "registry"))))
    assert q.read("date:2020-02") == q.Days(date(2020, 2, 1), date(2020, 2, 29))
    assert q.read("date:..2020") == q.Days(None, date(2020, 12, 31))
    assert q.read('cites:"article 61(7)(b)"') == q.Cites(("article:61(7)(b)",))
    assert q.read("(cites:MICT-12-25)") == q.Cites(("MICT-12-25",))
    assert q.read("  ") is None
    assert q.read("un ET deux SAUF trois") == q.All((q.Word("un"), q.Word("deux"), q.Not(q.Word("trois"))))


@pytest.mark.parametrize("text", ['"open', "(open", "close)", "a AND", "OR b", "NOT", "nofield:x", "date:yesterday", "date:2020-13", "date:..",
                                  "cites:nothing", "a*", "x" * 700, "a " * 50, "(" * 20 + "a" + ")" * 20, "-" * 1 + '"', "-(" * 200])
def test_a_question_that_cannot_be_read_says_what_to_do(text: str) -> None:
    """Every fault is told in both languages, and is never an error of the index."""
    with pytest.raises(q.QuestionFault) as caught:
        find(EVERYBODY, q.read(text))
    assert caught.value.says.en
    assert caught.value.says.fr
    assert caught.value.says.en != caught.value.says.fr


@pytest.mark.parametrize("text", ["§", "***", "-", "a:b:c", "'; DROP TABLE", "\x00", "[1 TO 2]", "title:^~", "\\", "+a", "case:*", "case:.*+?[",
             "a**", "日本 法庭", "𝕏",
                                  "type:a/b", "%", "/", "\u202e", "ﬁn", "case:\\"])
def test_strange_questions_are_answered(text: str) -> None:
    """Whatever is typed gives hits, none, or a fault in words."""
    try:
        found = find(EVERYBODY, q.read(text))
    except q.QuestionFault:
        return
    assert found.total >= 0


# -- folding ---------------------------------------------------------------------------------------------------------


def test_names_are_found_in_every_spelling() -> None:
    """Diacritics, Cyrillic, Georgian and usual transliterations of a name come to the same."""
    assert {fold(name) for name in ("Karadžić", "KARADZIC", "Караџић", "Караджич")} == {"karadzic"}
    assert {fold(name) for name in ("Đorđević", "Djordjevic", "Ђорђевић")} == {"djordjevic"}
    assert sound(fold("Dordevic")) == sound(fold("Đorđević"))
    assert sound(fold("Miloshevich")) == sound(fold("Милошевић"))
    assert fold("Ⅳ Œuvre ﬁn") == "iv oeuvre fin"


def test_words_are_found_in_other_forms() -> None:
    """Stems meet in English and in French, with and without accents; Chinese is cut into words."""
    assert set(loose_of_word("judgements")) & set(loose_of_word("judgement"))
    assert set(loose_of_word("condamnée")) & set(loose_of_word("condamnés"))
    assert len(words("国际刑事法院的检察官")) > 2


# -- finding ---------------------------------------------------------------------------------------------------------


def test_entries_are_found_by_their_words_in_both_languages() -> None:
    """What the docket says is found in English and in French, whole, as a phrase, by its beginning, by fields."""
    indicted_case()
    assert numbers("deportation") == [3]
    assert numbers("acte accusation")[0] == 3
    assert numbers("deporta*") == [3]
    assert numbers("indictment")[0] == 3
    assert set(numbers("case:MICT-26-1")) == {1, 2, 3}
    assert numbers("case:MICT-26-1 filer:prosecutor") == [3]
    assert numbers("case:mict-26-*", sort="oldest") == [1, 2, 3]
    assert numbers("title:indictment NOT title:assigned")[0] == 3
    assert numbers("murder OR deportation") == [3]
    assert numbers("tribunal:rome") == []


def test_the_best_comes_first_and_days_decide_between_equals() -> None:
    """Hits with all words in the title stand before others; within a rank the newest first; sorts by day go both ways."""
    indicted_case()
    assert numbers("example", sort="newest") == [3, 2, 1]
    assert numbers("example", sort="oldest") == [1, 2, 3]
    first = find(EVERYBODY, q.read("example"), size=1)
    second = find(EVERYBODY, q.read("example"), size=1, page=2)
    third = find(EVERYBODY, q.read("example"), size=1, page=3)
    assert first.total == second.total == third.total == 3
    assert len({first.rows[0].pk, second.rows[0].pk, third.rows[0].pk}) == 3
    assert [first.rows[0].number, second.rows[0].number, third.rows[0].number] == numbers("example")


def test_citations_are_found() -> None:
    """A record that cites a case is found by it, and by what contains it."""
    indicted_case()
    open_case("MICT-26-2", title="Referral as in MICT-12-25-A and article 16(3) of the Statute")

    def cases(text: str) -> list[str]:
        return [row.matter.number for row in find(EVERYBODY, q.read(text)).rows]

    assert cases("cites:MICT-12-25") == ["MICT-26-2"]
    assert cases("cites:MICT-12-25-A") == ["MICT-26-2"]
    assert cases('cites:"article 16(3)"') == ["MICT-26-2"]
    assert cases("cites:irmct:16") == ["MICT-26-2"]
    assert cases('cites:"article 16(4)"') == []


def test_a_better_spelling_is_suggested() -> None:
    """A word that nothing has is answered with the nearest that the reader's records have."""
    indicted_case()
    assert find(EVERYBODY, q.read("indictmnet")).suggestion == ("indictmnet", "indictment")


# -- nothing hidden leaves a trace -----------------------------------------------------------------------------------


def _told(text: str, tokens: frozenset[str]) -> str:
    """Everything that a reader is told, as text."""
    found = find(tokens, q.read(text))
    hits = hits_of(found.rows, tokens, words_asked(q.read(text)), "en")
    return json.dumps([found.total, sorted(found.facets.items()), found.suggestion, [(h.title, h.number, h.type, str(h.snippet), h.href) for h in hits]])


QUESTIONS = ("confirmation", "other", "judge", "single judge", "example", "case:MICT-26-1", "secretword", "sekretword", "secretw*", "confirmtaion",
             "filer:president", "NOT indictment", "date:2000..2100", "indictment OR secretword", "J2", "class:confidential", "class:restricted",
             "kind:case", "MICT-26-2", "")


def test_all_that_a_reader_is_told_is_the_same_with_and_without_hidden_records() -> None:
    """Counts, facets, order, snippets and suggestions of the public are byte for byte those of a tribunal without the hidden entries and cases."""
    indicted_case()
    enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    without = [_told(text, EVERYBODY) for text in QUESTIONS]
    for n in range(12):
        enter("MICT-26-1", request(360, "president", "assign_single_judge", SEALED, judge="J2", task="other"))
        open_case(f"MICT-26-{n + 20}", SEALED, title="Secretword confirmation example indictment")
    assert find(REGISTRY, q.read("secretword")).total == 12
    assert [_told(text, EVERYBODY) for text in QUESTIONS] == without


def test_a_word_of_hidden_records_alone_is_never_suggested() -> None:
    """The Registry is offered the spelling that its records have; the public, who has no such record, is offered nothing."""
    open_case("MICT-26-9", SEALED, title="Zanzibarium")
    open_case("MICT-26-1")
    assert find(REGISTRY, q.read("zanzibarum")).suggestion == ("zanzibarum", "zanzibarium")
    assert find(EVERYBODY, q.read("zanzibarum")).suggestion is None


def test_a_correction_of_a_hidden_entry_is_hidden_with_it() -> None:
    """What is public in itself but speaks of a hidden entry is found by those who see that entry alone."""
    matter = case_with_a_hidden_entry()
    enter("MICT-26-1", request(300, "registrar", "withdraw_entry", entry=3, reason="Entered twice.", authority="order"))
    assert numbers("twice", REGISTRY) == [6]
    assert numbers("twice") == []
    assert len(reading_of(matter, EVERYBODY).entries) == find(EVERYBODY, q.read("case:MICT-26-1")).total


def test_reclassification_takes_effect_before_the_index_knows(django_capture_on_commit_callbacks) -> None:
    """From the moment of the entry nobody finds what was hidden by it, although the index still holds its old audience; then the index is right."""
    matter = indicted_case()
    assert numbers("deportation") == [3]
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        enter("MICT-26-1", request(10, "single_judge", RECLASSIFICATION, entries=[3], classification="confidential", reason="Protection."))
        marked = set(Mark.objects.filter(stale=True).values_list("entry__number", flat=True))
        assert 3 in marked
    assert callbacks
    assert not Mark.objects.exists()
    assert numbers("deportation") == []
    assert numbers("deportation", REGISTRY) == [3]
    assert find(EVERYBODY, q.read("case:MICT-26-1")).total == len(reading_of(matter, EVERYBODY).entries)


def test_a_stale_index_hides_and_never_shows(caplog) -> None:
    """Where audiences were changed behind the application's back, the second check keeps the hit from the reader and logs no content."""
    matter = indicted_case()
    assert numbers("deportation") == [3]
    EntryAudience.objects.filter(entry__matter=matter, entry__number=3).delete()
    assert numbers("deportation") == []
    assert "not for their reader" in caplog.text
    assert "deportation" not in caplog.text.lower()


def test_while_marked_stale_an_entry_is_in_no_count() -> None:
    """A mark alone takes an entry out of hits, counts and facets."""
    indicted_case()
    total = find(EVERYBODY, q.read("")).total
    row = EntryRow.objects.get(number=3)
    from curule.search import finding

    original = finding.catch_up
    try:
        finding.catch_up = lambda: 0
        Mark.objects.create(entry=row, stale=True)
        found = find(EVERYBODY, q.read(""))
    finally:
        finding.catch_up = original
    assert found.total == total - 1
    assert sum(count for _value, count in found.facets["type"]) == total - 1


# -- upkeep ----------------------------------------------------------------------------------------------------------


def test_an_index_made_anew_says_the_same() -> None:
    """A rebuilt index gives the same answers as the one that grew."""
    case_with_a_hidden_entry()
    grown = [_told(text, tokens) for text in QUESTIONS for tokens in (EVERYBODY, REGISTRY)]
    assert rebuild() == EntryRow.objects.count()
    assert [_told(text, tokens) for text in QUESTIONS for tokens in (EVERYBODY, REGISTRY)] == grown
    assert catch_up() == 0


def test_an_entry_that_is_undone_leaves_nothing_behind() -> None:
    """A refused act makes no mark."""
    from curule.matters.pipeline import NotEntered

    open_case()
    before = Mark.objects.count()
    with pytest.raises(NotEntered):
        enter("MICT-26-1", request(5, "registry", "open_case"))
    assert Mark.objects.count() == before


# -- pages -----------------------------------------------------------------------------------------------------------


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


# -- saved searches --------------------------------------------------------------------------------------------------


def test_a_saved_search_tells_of_new_finds_once_and_of_nothing_hidden(client: Client, make_user) -> None:
    """Only what came after saving, only what the owner sees, each once; what is hidden later is shown no more."""
    indicted_case()
    owner = make_user(username="reader")
    one = save(owner, "indictments", "q=confirm*")
    assert alert() == 0
    enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    enter("MICT-26-1", request(360, "president", "assign_single_judge", SEALED, judge="J2", task="confirmation"))
    assert alert() == 1
    assert alert() == 0
    assert [row.number for row in news_of(one, tokens_of(owner))] == [4]
    client.force_login(owner)
    assert "1 new find of your saved searches" in client.get("/").content.decode()
    enter("MICT-26-1", request(10, "single_judge", RECLASSIFICATION, entries=[4], classification="confidential", reason="Protection."))
    assert news_of(one, tokens_of(owner)) == []


def test_saved_searches_are_their_owners_alone(client: Client, make_user) -> None:
    """Another person's saved search is not found; a person keeps, reads and forgets their own."""
    mine, other = make_user(username="mine"), make_user(username="other")
    theirs = save(other, "theirs", "q=secret")
    client.force_login(mine)
    assert client.post(reverse("search:forget", args=[theirs.code])).status_code == 404
    assert client.post(reverse("search:read", args=[theirs.code])).status_code == 404
    client.post(reverse("search:keep"), {"query": "q=example", "name": "My search", "alerts": "on"})
    page = client.get(reverse("search:saved")).content.decode()
    assert "My search" in page
    assert "theirs" not in page
    assert client.get(reverse("search:saved")).status_code == 200
    client.logout()
    assert client.get(reverse("search:saved")).status_code == 302


# -- documents -------------------------------------------------------------------------------------------------------


@pytest.fixture
def papers(settings, tmp_path):
    """A public motion and a confidential one, with their texts."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    matter = open_case()
    sender = person("prosecutor-one", "prosecutor")
    made = [filed(matter, sender, tmp_path, title="Motion concerning a witness")[0],
            filed(matter, sender, tmp_path, title="Motion concerning protection", classification="confidential")[0]]
    for rendition, words_of_page in zip(made, ("Provisional release of Karadžić; see MICT-12-25, para. 4. 检察官", "Wardrobe of the protected witness"),
            strict=True):
        rendition.texts.all().delete()
        PageText.objects.create(rendition=rendition, page=1, text="Cover page")
        PageText.objects.create(rendition=rendition, page=2, text=words_of_page)
        text_ready.send(sender=Rendition, rendition=rendition)
    return made


def test_documents_are_found_by_their_text_and_shown_at_the_page(papers) -> None:
    """Words of a page, in any spelling and script, find the document; the hit leads to the page and shows its words."""
    public, _confidential = papers
    for text in ("release", "Karadzic", "Караџић", "检察官", "cites:MICT-12-25", 'cites:"MICT-12-25"', "type:motion release", "lang:en release",
            "title:witness release"):
        assert [row.pk for row in find(EVERYBODY, q.read(text)).rows] == [public.entry_id], text
    hit = hits_of(find(EVERYBODY, q.read("release")).rows, EVERYBODY, ["release"], "en")[0]
    assert hit.href.endswith(f"/documents/{public.code}/?page=2#page-2")
    assert "<mark>release</mark>" in str(hit.snippet)
    assert hit.number == public.number


def test_texts_of_confidential_documents_are_found_by_their_readers_alone(papers) -> None:
    """A word that only a confidential document has is found by the Registry and by nobody else, in no count and no suggestion."""
    _public, confidential = papers
    assert find(REGISTRY, q.read("wardrobe")).rows[0].pk == confidential.entry_id
    assert find(REGISTRY, q.read("class:confidential")).total == 1
    nothing = find(EVERYBODY, q.read("wardrobe"))
    assert (nothing.total, nothing.rows, nothing.suggestion) == (0, [], None)
    assert find(EVERYBODY, q.read("wardrobes")).suggestion is None
    assert find(EVERYBODY, q.read("class:confidential")).total == 0


def test_a_document_that_becomes_public_is_found_under_its_public_number_alone(papers) -> None:
    """After the order everybody finds it; the number that it had for its earlier readers leads nobody to it."""
    _public, confidential = papers
    before = confidential.number
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries=[confidential.entry.number], classification="public", reason="Over."))
    confidential.refresh_from_db()
    assert find(EVERYBODY, q.read("wardrobe")).total == 1
    assert confidential.number != before
    assert confidential.entry_id in [row.pk for row in find(EVERYBODY, q.read(f'"{confidential.number}"')).rows]
    assert confidential.entry_id not in [row.pk for row in find(EVERYBODY, q.read(f'"{before}"')).rows]


def test_while_another_process_writes_the_marks_wait(papers) -> None:
    """A busy index loses nothing: the marks stay, and the next question settles them."""
    from curule.search.index import opened
    from curule.search.upkeep import current

    find(EVERYBODY, None)
    writer = opened(current().code)._index.writer(15_000_000, 1)
    text_ready.send(sender=Rendition, rendition=papers[0])
    assert catch_up() == 0
    assert Mark.objects.exists()
    del writer
    assert catch_up() == 1
    assert not Mark.objects.exists()
