"""What is found, and that nothing hidden leaves a trace."""

from __future__ import annotations

import json

import pytest

from curule.law.record import RECLASSIFICATION
from curule.matters.models import EntryAudience, EntryRow
from curule.matters.pipeline import enter
from curule.matters.reading import reading_of
from curule.search import questions as q
from curule.search.compiling import words_asked
from curule.search.finding import find
from curule.search.models import Mark
from curule.search.shown import hits_of
from curule.search.upkeep import catch_up, rebuild
from tests.web.matter_samples import case_with_a_hidden_entry, indicted_case, open_case, request

pytestmark = pytest.mark.django_db
EVERYBODY = frozenset({"public"})
REGISTRY = frozenset({"public", "organ:mechanism:registry"})
SEALED = ("organ:prosecutor", "bench", "organ:registry")


def numbers(text: str, tokens: frozenset[str] = EVERYBODY, **more: object) -> list[int]:
    return [row.number for row in find(tokens, q.read(text), **more).rows]  # type: ignore[arg-type]


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
    assert numbers("deportation, murder: the indictment") == [3]
    for named in ("filer:prosecutor", 'filer:"the Prosecutor"', "auteur:procureur", 'filer:"Le Procureur"'):
        assert numbers(named) == [3], named
    assert numbers("classification:public", sort="oldest") == numbers("classement:Public", sort="oldest") == [1, 2, 3]
    assert numbers("type:open_case") == numbers('type:"Open a case"') == [1]


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
