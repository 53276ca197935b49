"""The pipeline of acts: faults leave nothing behind, repeats are harmless, two clerks meet, tampering is named, projections equal records."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.utils import timezone

from curule.law.library import Unknown
from curule.law.record import GENESIS, digest
from curule.law.view import Actor
from curule.matters import pipeline
from curule.matters.models import AppendOnlyError, Clock, EntryAudience, EntryRow, Matter, Projection
from curule.matters.pipeline import Entered, Faulty, KeyReused, NotEntered, Overtaken, Refused, Request, enter, open_matter
from curule.matters.projections import rebuild
from curule.matters.records import record_of
from curule.matters.verification import anchors, read_anchors, verify, verify_matter
from tests.web.matter_samples import PERSON, ago, indicted_case, open_case, request

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


def booking(day: int = 300, **more: Any) -> Request:
    """An act of the Registry that an open case always takes."""
    return Request("book_interpreter", Actor("registry"), ago(day), {"person": PERSON, "language": more.pop("language", "rw")}, user="clerk", **more)


def stored() -> tuple[int, int, int, tuple[str, ...]]:
    """Everything that an entry would change."""
    return EntryRow.objects.count(), EntryAudience.objects.count(), Matter.objects.count(), tuple(Matter.objects.order_by("pk").values_list("head", flat=True))


# -- what is entered -------------------------------------------------------------------------------------------------


def test_an_entry_continues_the_chain_and_keeps_its_answer() -> None:
    """Act, organ, days, particulars, rules and library stand in the hashed content; the chain holds."""
    matter = indicted_case()
    entered = enter(NUMBER, booking())
    content = entered.row.content
    assert (content["number"], content["act"], content["entered_by"]) == (4, "book_interpreter", "clerk")
    assert content["answer"]["rules"]
    assert content["library"].startswith("mechanism ")
    assert entered.row.hash == digest(content, entered.row.previous)
    assert EntryRow.objects.get(matter=matter, number=1).previous == GENESIS
    assert verify_matter(Matter.objects.get(pk=matter.pk)).faults == ()


def test_an_entry_is_never_changed_or_deleted() -> None:
    """The model itself refuses."""
    indicted_case()
    row = EntryRow.objects.get(number=1)
    with pytest.raises(AppendOnlyError, match="correction"):
        row.save()
    with pytest.raises(AppendOnlyError, match="withdrawal"):
        row.delete()


def test_the_notice_comes_after_the_entry_is_safe(django_capture_on_commit_callbacks: Callable[..., Any]) -> None:
    """Who is told is told on commit, and not at all when the entry did not come about."""
    indicted_case()
    told: list[Entered] = []
    with django_capture_on_commit_callbacks(execute=True):
        enter(NUMBER, booking(), notify=told.append)
        assert told == []
    assert [t.row.number for t in told] == [4]
    with pytest.raises(Refused), django_capture_on_commit_callbacks(execute=True):
        enter(NUMBER, request(300, "registry", "record_transfer", person=PERSON), notify=told.append)
    assert len(told) == 1


# -- faults ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (Request("book_interpreter", Actor("registry"), ago(300), {}), Faulty),
        (Request("book_interpreter", Actor("registry"), ago(300), {"person": PERSON, "language": "rw", "colour": "red"}), Faulty),
        (Request("book_interpreter", Actor("registry"), ago(300), {"person": PERSON, "language": "x\x00y"}), Faulty),
        (Request("book_interpreter", Actor("registry"), timezone.localdate() + timedelta(days=2), {"person": PERSON, "language": "rw"}), Faulty),
        (Request("book_interpreter", Actor("registry"), date(1900, 1, 1), {"person": PERSON, "language": "rw"}), Faulty),
        (Request("book_interpreter", Actor("registry"), ago(500), {"person": PERSON, "language": "rw"}), Faulty),
        (Request("record_transfer", Actor("registry"), ago(300), {"person": PERSON}), Refused),
        (Request("book_interpreter", Actor("defence"), ago(300), {"person": PERSON, "language": "rw"}), Refused),
        (Request("fly", Actor("registry"), ago(300), {}), Unknown),
        (Request("book_interpreter", Actor("janitor"), ago(300), {"person": PERSON, "language": "rw"}), Unknown),
        (Request("designate_duty_judge", Actor("president"), ago(300), {}), Unknown),
        (Request("correct_entry", Actor("registry"), ago(300), {"entry": 99, "reason": "x", "particulars": {"language": "fr"}}), Faulty),
        (Request("correct_entry", Actor("registry"), ago(300), {"entry": 1, "reason": "x", "particulars": {"colour": "red"}}), Faulty),
        (Request("correct_entry", Actor("registry"), ago(300), {"entry": 1, "reason": "x"}), Faulty),
        (booking(expected=1), Overtaken),
    ],
)
def test_a_fault_leaves_nothing_behind(asked: Request, kind: type[Exception]) -> None:
    """Unknown names, missing or malformed particulars, impossible days, refusals: a clear message, and not one row more."""
    indicted_case()
    before = stored()
    with pytest.raises(kind) as caught:
        enter(NUMBER, asked)
    assert str(caught.value)
    if isinstance(caught.value, NotEntered):
        assert caught.value.says.en != caught.value.says.fr
    assert stored() == before


def test_a_crash_in_the_middle_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """When projecting fails after the entry was written, entry, audience and head are as before."""
    indicted_case()
    before = stored()

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(pipeline, "project", broken)
    with pytest.raises(RuntimeError, match="disk"):
        enter(NUMBER, booking())
    assert stored() == before
    monkeypatch.undo()
    assert enter(NUMBER, booking()).row.number == 4


def test_a_matter_is_opened_with_its_first_act_or_not_at_all() -> None:
    """A wrong first act, a faulty one, a number that is taken: no matter comes about."""
    open_case(NUMBER)
    before = stored()
    given = {"origin": "ictr", "branch": "arusha", "person": "B", "group": "1(3)", "indicted_by": "ictr"}
    for act, raw, number in (("open_trial", {}, ""), ("open_case", {}, ""), ("open_case", given, NUMBER)):
        with pytest.raises(NotEntered):
            open_matter("mechanism", "case", "x", Request(act, Actor("registry"), ago(10), raw), number=number)
    assert stored() == before
    matter, _entered = open_matter("mechanism", "case", "x", Request("open_case", Actor("registry"), ago(10), given))
    assert matter.number != NUMBER


def test_there_is_one_roll() -> None:
    """A second matter of a kind of which there is one is refused."""
    first = Request("invite_nominations", Actor("secretary_general"), date(2011, 7, 1), {"states": ["XAA"]})
    open_matter("mechanism", "roll", "Roll", first)
    with pytest.raises(NotEntered, match="there is one"):
        open_matter("mechanism", "roll", "Roll", first)


# -- repeats and rivals ----------------------------------------------------------------------------------------------


def test_a_repeat_is_harmless_and_a_reused_key_is_refused() -> None:
    """The same request under the same key is the same entry, even when the record has grown; another request is not."""
    indicted_case()
    first = enter(NUMBER, booking(key="k", expected=3))
    enter(NUMBER, booking(200))
    again = enter(NUMBER, booking(key="k", expected=3))
    assert (again.row.pk, again.repeated, first.repeated) == (first.row.pk, True, False)
    with pytest.raises(KeyReused):
        enter(NUMBER, booking(key="k", language="fr"))
    assert Matter.objects.get(number=NUMBER).count == 5


def test_who_comes_late_is_told_by_whom() -> None:
    """The message names the act and the organ that came first."""
    indicted_case()
    enter(NUMBER, booking(expected=3))
    with pytest.raises(Overtaken) as caught:
        enter(NUMBER, booking(200, expected=3))
    assert [e.number for e in caught.value.entries] == [4]
    assert "Registry" in caught.value.says.en
    assert "Greffe" in caught.value.says.fr


def in_threads(*work: Callable[[], Any]) -> list[Any]:
    """Each piece of work in its own thread with its own connection, begun together; what came of each."""
    start, results = threading.Barrier(len(work)), [None] * len(work)

    def run(place: int, do: Callable[[], Any]) -> None:
        start.wait()
        try:
            results[place] = do()
        except Exception as error:  # a rival's defeat is a result
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(n, do)) for n, do in enumerate(work)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


@pytest.mark.django_db(transaction=True)
def test_of_two_clerks_one_wins_and_the_other_is_told() -> None:
    """Two acts prepared on the same record at the same moment: one entry, one Overtaken that names it."""
    indicted_case()
    results = in_threads(lambda: enter(NUMBER, booking(expected=3)), lambda: enter(NUMBER, booking(200, expected=3)))
    won, lost = [r for r in results if isinstance(r, Entered)], [r for r in results if isinstance(r, Overtaken)]
    assert (len(won), len(lost)) == (1, 1), results
    assert lost[0].entries[0].number == won[0].row.number == 4
    assert verify_matter(Matter.objects.get(number=NUMBER)).faults == ()


@pytest.mark.django_db(transaction=True)
def test_many_clerks_at_once_leave_one_unbroken_chain() -> None:
    """Six acts at the same moment are entered one after the other."""
    indicted_case()
    results = in_threads(*(lambda n=n: enter(NUMBER, booking(300 - n)) for n in range(6)))  # type: ignore[misc]
    assert sorted(r.row.number for r in results) == [4, 5, 6, 7, 8, 9], results
    matter = Matter.objects.get(number=NUMBER)
    assert (matter.count, verify_matter(matter).faults) == (9, ())
    assert rebuild(matter) == []


@pytest.mark.django_db(transaction=True)
def test_the_same_key_at_the_same_moment_is_one_entry() -> None:
    """A request sent twice by an impatient browser is entered once."""
    indicted_case()
    results = in_threads(*[lambda: enter(NUMBER, booking(key="k"))] * 3)
    assert all(isinstance(r, Entered) for r in results), results
    assert sorted(r.repeated for r in results) == [False, True, True]
    assert Matter.objects.get(number=NUMBER).count == 4


@pytest.mark.django_db(transaction=True)
def test_two_matters_opened_at_once_have_two_numbers() -> None:
    """Or one of them is told that its number was taken; never two of the same number."""
    given = {"origin": "ictr", "branch": "arusha", "person": "B", "group": "1(3)", "indicted_by": "ictr"}
    asked = Request("open_case", Actor("registry"), ago(10), given)
    results = in_threads(*[lambda: open_matter("mechanism", "case", "x", asked)[0].number] * 3)
    opened = [r for r in results if isinstance(r, str)]
    assert len(opened) == len(set(opened)) == Matter.objects.count() >= 1
    assert all(EntryRow.objects.filter(matter=m).count() == 1 for m in Matter.objects.all())


# -- corrections -----------------------------------------------------------------------------------------------------


def test_a_correction_is_read_in_place_of_what_it_corrects() -> None:
    """The entry stays as it was; the posture follows the correction; the projection is the same as from scratch."""
    matter = indicted_case()
    enter(NUMBER, Request("correct_entry", Actor("registry"), ago(100), {"entry": 3, "reason": "typing", "particulars": {"crimes": "murder,torture"}}))
    assert EntryRow.objects.get(number=3).content["particulars"]["crimes"] == ["murder", "deportation"]
    posture = Projection.objects.get(matter=matter).posture
    assert [c["crime"] for c in posture["counts"].values()] == ["murder", "torture"]
    matter.refresh_from_db()
    assert rebuild(matter) == []
    assert [e.particulars["crimes"] for e in record_of(matter).effective() if e.number == 3] == [("murder", "torture")]


def test_a_withdrawn_entry_no_longer_counts() -> None:
    """The indictment withdrawn from the record: the stage goes back; the entry stays to be read."""
    matter = indicted_case()
    enter(NUMBER, Request("withdraw_entry", Actor("registrar"), ago(100), {"entry": 3, "reason": "entered in the wrong case"}))
    assert Projection.objects.get(matter=matter).stage == "investigation"
    assert EntryRow.objects.filter(matter=matter).count() == 4
    with pytest.raises(Faulty, match="no entry 3"):
        enter(NUMBER, Request("withdraw_entry", Actor("registrar"), ago(90), {"entry": 3, "reason": "again"}))


# -- tampering -------------------------------------------------------------------------------------------------------


def with_sql(statement: str, *values: Any) -> None:
    """What somebody with the database password could do."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def faults(number: str = NUMBER, anchored: Any = None) -> list[tuple[str, int]]:
    """Kind and entry of every break that verification finds."""
    found = next(v for v in verify(anchored) if v.number == number)
    return [(f.kind, f.number) for f in found.faults]


@pytest.fixture
def seven() -> Matter:
    """A case with seven entries."""
    indicted_case()
    for day in (300, 299, 298, 297):
        enter(NUMBER, booking(day))
    return Matter.objects.get(number=NUMBER)


def test_an_altered_entry_is_named(seven: Matter) -> None:
    """Its content, or a column that repeats it."""
    assert faults() == []
    row = EntryRow.objects.get(matter=seven, number=5)
    EntryRow.objects.filter(pk=row.pk).update(content={**row.content, "particulars": {**row.content["particulars"], "language": "fr"}})
    assert faults() == [("altered", 5)]
    EntryRow.objects.filter(pk=row.pk).update(content=row.content, organ="president")
    assert faults() == [("altered", 5)]


def test_a_removed_entry_is_named(seven: Matter) -> None:
    """From the middle, and from the end."""
    row = EntryRow.objects.get(matter=seven, number=5)
    with_sql("DELETE FROM matters_entryaudience WHERE entry_id = %s", row.pk)
    with_sql("DELETE FROM search_mark WHERE entry_id = %s", row.pk)
    with_sql("DELETE FROM portal_publication WHERE entry_id = %s", row.pk)
    with_sql("DELETE FROM matters_entryrow WHERE id = %s", row.pk)
    assert faults() == [("removed", 5)]


def test_entries_that_changed_places_are_named(seven: Matter) -> None:
    """Two numbers swapped: both are named."""
    pks = {n: EntryRow.objects.get(matter=seven, number=n).pk for n in (4, 6)}
    EntryRow.objects.filter(pk=pks[4]).update(number=99)
    EntryRow.objects.filter(pk=pks[6]).update(number=4)
    EntryRow.objects.filter(pk=pks[4]).update(number=6)
    found = faults()
    assert {number for _kind, number in found} >= {4, 6}
    assert "reordered" in {kind for kind, _number in found}


def test_an_entry_put_in_is_named(seven: Matter) -> None:
    """A forged entry with a good hash of its own does not continue the chain."""
    last = EntryRow.objects.get(matter=seven, number=7)
    content = {**last.content, "number": 8}
    EntryRow(matter=seven, number=8, act=last.act, organ=last.organ, done_on=last.done_on, entered_at=last.entered_at, content=content,
             previous=GENESIS, hash=digest(content, GENESIS)).save(force_insert=True)
    assert ("inserted", 8) in faults()


def test_a_record_cut_short_is_told(seven: Matter) -> None:
    """By the matter's own count; and by anchors kept elsewhere when count and head were changed too."""
    kept = anchors()
    for row in EntryRow.objects.filter(matter=seven, number__gte=6):
        with_sql("DELETE FROM matters_entryaudience WHERE entry_id = %s", row.pk)
        with_sql("DELETE FROM search_mark WHERE entry_id = %s", row.pk)
        with_sql("DELETE FROM portal_publication WHERE entry_id = %s", row.pk)
        with_sql("DELETE FROM matters_entryrow WHERE id = %s", row.pk)
    assert ("cut short", 6) in faults()
    Matter.objects.filter(pk=seven.pk).update(count=5, head=EntryRow.objects.get(matter=seven, number=5).hash)
    assert faults() == []
    assert faults(anchored=kept) == [("cut short", 6)]


def test_a_chain_written_anew_is_shown_by_anchors_alone(seven: Matter) -> None:
    """Whoever rewrites every hash after a change deceives the chain, not the anchors."""
    kept, previous = anchors(), GENESIS
    for row in EntryRow.objects.filter(matter=seven).order_by("number"):
        content = {**row.content, "note": "never said"} if row.number == 2 else row.content
        own = digest(content, previous)
        EntryRow.objects.filter(pk=row.pk).update(content=content, previous=previous, hash=own)
        previous = own
    Matter.objects.filter(pk=seven.pk).update(head=previous)
    assert faults() == []
    assert faults(anchored=kept) == [("altered", 7)]


def test_a_matter_that_vanished_is_told_by_anchors(seven: Matter, tmp_path: Any) -> None:
    """And a file that is no anchors file is refused with the remedy."""
    found = list(verify({"MICT-00-0": {"count": 3, "head": GENESIS}}))
    assert [(v.number, v.faults[0].kind) for v in found if v.faults] == [("MICT-00-0", "removed")]
    path = tmp_path / "anchors.json"
    path.write_text('["nothing"]', encoding="utf-8")
    with pytest.raises(ValueError, match="write-anchors"):
        read_anchors(path)


# -- projections -----------------------------------------------------------------------------------------------------


def test_rebuilt_projections_are_equal_and_a_false_one_is_told(seven: Matter) -> None:
    """What was stored is what the record gives; a projection that was changed is found and put right."""
    assert rebuild(seven) == []
    clocks = list(Clock.objects.filter(matter=seven).values_list("rule", "due"))
    Projection.objects.filter(matter=seven).update(posture={"stage": "released"})
    assert [d.number for d in rebuild(seven)] == [NUMBER]
    assert rebuild(seven) == []
    assert list(Clock.objects.filter(matter=seven).values_list("rule", "due")) == clocks
    Projection.objects.filter(matter=seven).delete()
    assert [d.what for d in rebuild(seven)] == ["no projection"]
