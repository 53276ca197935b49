"""The index follows the record: whatever happens while it is written or made anew, nothing is lost and nothing old is shown."""

from __future__ import annotations

import pytest

from curule.law.record import RECLASSIFICATION
from curule.matters.models import EntryRow
from curule.matters.pipeline import enter
from curule.search import questions as q
from curule.search import records, upkeep
from curule.search.finding import find
from curule.search.models import Generation, Mark
from curule.search.upkeep import GivenUp, catch_up, current, rebuild
from tests.web.matter_samples import indicted_case, open_case, request

pytestmark = pytest.mark.django_db
EVERYBODY = frozenset({"public"})
REGISTRY = frozenset({"public", "organ:mechanism:registry"})


def numbers(text: str, tokens: frozenset[str] = EVERYBODY) -> list[int]:
    return sorted(row.number for row in find(tokens, q.read(text)).rows)


def test_what_is_entered_and_closed_while_an_index_is_made_is_right_in_it() -> None:
    """Changes that the old index took while the new one was being made are in the new one too: an entry, and a classification with its counts."""
    indicted_case()
    assert numbers("deportation") == [3]

    def meanwhile(_count: int) -> None:
        enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
        enter("MICT-26-1", request(10, "single_judge", RECLASSIFICATION, entries=[3], classification="confidential", reason="Protection."))
        assert numbers("title:confirmed") == [4]  # the old index has them, and their marks are settled
        assert not Mark.objects.filter(settled=False).exists()

    rebuild(meanwhile)
    assert numbers("title:confirmed") == [4]
    assert numbers("deportation") == []
    assert numbers("deportation", REGISTRY) == [3]
    assert find(EVERYBODY, q.read("filer:prosecutor")).total == 0
    assert not Mark.objects.exists()


def test_marks_that_a_new_index_covers_are_not_done_twice(monkeypatch) -> None:
    """What was marked before the index was begun anew is read once."""
    indicted_case()
    done: list[int] = []
    original = records._document
    monkeypatch.setattr(records, "_document", lambda row, *more: done.append(row.pk) or original(row, *more))
    assert Mark.objects.exists()
    rebuild()
    assert sorted(done) == sorted(EntryRow.objects.values_list("pk", flat=True))
    assert catch_up() == 0


def test_whoever_settles_marks_of_an_old_index_leaves_them_to_the_new_one(monkeypatch) -> None:
    """An index that took the place of another between writing and settling still has to get what was written into the other."""
    indicted_case()
    old = current()
    original = upkeep._settle

    def late(generation: Generation, marks: list[int]) -> bool:
        monkeypatch.setattr(upkeep, "_settle", original)
        Generation.objects.create(form=upkeep.FORM, complete=True)
        Generation.objects.filter(pk=old.pk).delete()
        return original(generation, marks)

    monkeypatch.setattr(upkeep, "_settle", late)
    assert catch_up() == 0
    assert Mark.objects.count() >= 3
    assert numbers("deportation") == [3]


def test_a_making_that_was_killed_is_begun_anew() -> None:
    """What a killed process left is swept away; the index in use answered all the time."""
    indicted_case()
    assert numbers("deportation") == [3]

    def killed(_count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(killed)
    enter("MICT-26-1", request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    assert numbers("title:confirmed") == [4]
    assert rebuild() == EntryRow.objects.count()
    assert numbers("title:confirmed") == [4]
    assert Generation.objects.count() == 1
    assert not Mark.objects.exists()


def test_of_two_makings_the_later_one_is_used() -> None:
    """The earlier one says that it was given up, and takes nobody's place."""
    indicted_case()

    turns: list[int] = []

    def other(_count: int) -> None:
        turns.append(1)
        assert len(turns) == 1
        assert rebuild() == EntryRow.objects.count()

    with pytest.raises(GivenUp):
        rebuild(other)
    assert numbers("deportation") == [3]
    assert Generation.objects.filter(complete=True).count() == 1


def test_a_record_that_cannot_be_read_holds_up_no_other(monkeypatch, caplog) -> None:
    """It is left out, the log tells its key and none of its words, and everything else is found."""
    indicted_case()
    original = records._document

    def broken(row: EntryRow, *more: object) -> object:
        if row.number == 2:
            raise ValueError("Secretname")
        return original(row, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(records, "_document", broken)
    open_case("MICT-26-2")
    assert numbers("deportation") == [3]
    assert numbers("case:MICT-26-2") == [1]
    assert "left out of the index: ValueError" in caplog.text
    assert "Secretname" not in caplog.text
