"""What a reader who may not see everything reads: a record whole in itself, in which nothing betrays that there is more."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from curule.law.posture import plain
from curule.law.record import RECLASSIFICATION, Record
from curule.matters import reading
from curule.matters.models import EntryRow, Matter
from curule.matters.pipeline import enter
from curule.matters.reading import Reading, matters_for, record_for
from curule.matters.records import forget
from curule.matters.seen import forget_seen
from tests.web.matter_samples import case_with_a_hidden_entry, indicted_case, open_case, request

pytestmark = pytest.mark.django_db
PUBLIC = frozenset({"public"})
REGISTRY = frozenset({"public", "organ:mechanism:registry"})


def test_visible_entries_are_numbered_without_a_gap():
    """Who may not see the third of five entries reads four, numbered from one to four."""
    matter = case_with_a_hidden_entry()
    assert [e.number for e in record_for(matter, PUBLIC)] == [1, 2, 3, 4]
    assert [e.number for e in record_for(matter, REGISTRY)] == [1, 2, 3, 4, 5]
    assert [e.act for e in record_for(matter, PUBLIC)][2] == "submit_indictment"


def test_the_posture_is_folded_from_what_the_reader_sees():
    """The bench that a hidden entry composed is in nobody's posture but theirs who may see it, and its references are the reader's."""
    matter = case_with_a_hidden_entry()
    assert "other" not in Reading(matter, PUBLIC).posture.benches
    assert Reading(matter, REGISTRY).posture.benches["other"].judges == ("J2",)
    assert Reading(matter, PUBLIC).posture.confirmed.number == 4
    assert Reading(matter, REGISTRY).posture.confirmed.number == 5


def test_two_readers_do_not_share_a_kept_posture():
    """A posture kept for one reader is never given to another, in whichever order they come."""
    matter = case_with_a_hidden_entry()
    for tokens, number in ((REGISTRY, 5), (PUBLIC, 4), (REGISTRY, 5)):
        assert Reading(matter, tokens).posture.confirmed.number == number


def test_a_new_audience_is_seen_at_once():
    """When an entry's audience widens, the next reading has it: what was kept does not stand in the way."""
    matter = case_with_a_hidden_entry()
    assert len(Reading(matter, PUBLIC).entries) == 4
    EntryRow.objects.get(matter=matter, number=3).audience.create(token="public")
    assert len(Reading(matter, PUBLIC).entries) == 5


def test_a_correction_of_a_hidden_entry_is_hidden_and_others_are_renumbered():
    """A public correction of an entry that the reader may not see is not shown; one of a visible entry names the reader's number."""
    matter = case_with_a_hidden_entry()
    enter(matter.number, request(9, "registry", "correct_entry", entry=3, done_on="2020-01-01", reason="a slip"))
    enter(matter.number, request(8, "registry", "correct_entry", entry=4, particulars='{"facts": "Other facts."}', reason="a slip"))
    matter.refresh_from_db()
    seen = Reading(matter, PUBLIC)
    assert [e.act for e in seen.entries] == ["open_case", "assign_single_judge", "submit_indictment", "confirm_indictment", "correct_entry"]
    assert seen.entries[-1].particulars["entry"] == 3
    assert seen.record.effective()[2].particulars["facts"] == "Other facts."


def test_a_reclassification_of_hidden_entries_is_hidden_too():
    """Who may not see an entry is not told that it was reclassified; who sees one of several is told of that one."""
    matter = case_with_a_hidden_entry()
    enter(matter.number, request(9, "single_judge", "reclassify_entries", entries="3", classification="under_seal", reason="safety"))
    enter(matter.number, request(8, "single_judge", "reclassify_entries", entries="3,4", classification="public", reason="no longer needed"))
    matter.refresh_from_db()
    assert [e.act for e in record_for(matter, PUBLIC)][-1] == "reclassify_entries"
    EntryRow.objects.get(matter=matter, number=3).audience.filter(token="public").delete()
    acts = [(e.act, e.particulars.get("entries")) for e in record_for(matter, PUBLIC)]
    assert acts[-1] == ("reclassify_entries", (3,))
    assert [act for act, _entries in acts].count("reclassify_entries") == 1


def test_a_partial_record_never_breaks_a_page(client):
    """Entries that count on hidden ones (a confirmation without the visible opening) still give a page."""
    matter = indicted_case(audience=("bench", "organ:registry", "organ:prosecutor"))
    matter.audience.create(token="public")
    enter(matter.number, request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    answer = client.get(f"/matters/{matter.number}/")
    assert answer.status_code == 200
    matter.refresh_from_db()
    assert [e.act for e in Reading(matter, PUBLIC).entries] == ["confirm_indictment"]


def test_numbers_go_both_ways():
    """The number that a reader sees and that of the record are found from one another; a hidden one from neither."""
    matter = case_with_a_hidden_entry()
    seen = Reading(matter, PUBLIC)
    assert [seen.stored_number(n) for n in (1, 2, 3, 4)] == [1, 2, 4, 5]
    assert [seen.shown_number(n) for n in (1, 2, 3, 4, 5)] == [1, 2, None, 3, 4]
    assert seen.stored_number(5) is None
    assert seen.row(5) is None


def test_what_was_known_and_what_is_known_of_a_day():
    """``known`` keeps what had been entered by a day, ``as_at`` what was done by it."""
    matter = case_with_a_hidden_entry()
    done = sorted({e.done_on for e in record_for(matter, REGISTRY)})
    assert len(Reading(matter, REGISTRY, as_at=done[0]).record) == 1
    assert isinstance(Reading(matter, REGISTRY, known=done[-1]).record, Record)
    assert len(Reading(matter, REGISTRY, known=done[-1]).record) == 0  # everything was entered today
    assert len(Reading(matter, REGISTRY, known=timezone.localdate()).record) == len(done)


def test_a_matter_that_is_not_public_is_in_no_list():
    """A sealed case is found by those of its audience and by nobody else."""
    matter = open_case("MICT-26-9", audience=("organ:prosecutor", "bench", "organ:registry"))
    assert not matters_for(PUBLIC).filter(pk=matter.pk).exists()
    assert matters_for(REGISTRY).filter(pk=matter.pk).exists()


PAGES = ("", "people/", "charges/", "rights/", "about/", "about.json", "record.csv", "entries/3/", "entries/4/", "acts/open_trial/why/",
         "?on={day}", "?q=assigned", "?order=oldest")
CHANGING = re.compile(r'[0-9a-f]{64}|(csrfmiddlewaretoken" value=|X-CSRFToken": )"\w+"|\d{4}-\d\d-\d\dT[\d:+]+|\d\d:\d\d \(')


def pages_of(client, number, day):
    """All that a visitor is given of a matter, without what differs each time."""
    texts = []
    for page in PAGES:
        answer = client.get(f"/matters/{number}/" + page.format(day=day))
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        texts.append((page, answer.status_code, CHANGING.sub("", body.decode())))
    return texts


def test_hidden_entries_leave_no_trace_on_any_page(client):
    """A visitor is given byte for byte the same pages whether or not the hidden entry exists."""
    from curule.matters.models import Matter

    matter = case_with_a_hidden_entry("MICT-26-1")
    day = record_for(matter, PUBLIC)[2].done_on
    with_hidden = pages_of(client, "MICT-26-1", day)
    plain = open_case("MICT-26-2")
    enter(plain.number, request(395, "president", "assign_single_judge", judge="J1", task="confirmation"))
    enter(plain.number, request(390, "prosecutor", "submit_indictment", person="A. Example", crimes="murder,deportation", facts="Facts.", judge="J1",
                                prosecutor_prima_facie="found"))
    enter(plain.number, request(370, "single_judge:J1", "confirm_indictment", counts="1,2", prima_facie="found"))
    without = pages_of(client, "MICT-26-2", day)
    for (page, status, text), (_page, other_status, other) in zip(with_hidden, without, strict=True):
        assert status == other_status, page
        assert text.replace("MICT-26-1", "N") == other.replace("MICT-26-2", "N"), page
    assert Matter.objects.count() == 2


def test_the_posture_as_data_tells_no_more_than_the_page(client):
    """The JSON of the About tab has the entries that the reader sees, and never the head of the chain."""
    matter = case_with_a_hidden_entry()
    part = json.loads(client.get(f"/matters/{matter.number}/about.json").content)
    assert part["entries"] == 4
    assert part["chain"] == {"holds": True}


def test_the_head_of_the_chain_is_shown_to_nobody(client, make_user):
    """Not even who sees every entry is shown the head: to show it to some would tell the others that there is more."""
    matter = case_with_a_hidden_entry()
    client.force_login(make_user("registry_officer"))
    for page in ("about/", "about.json", "entries/5/", ""):
        assert matter.head not in client.get(f"/matters/{matter.number}/{page}").content.decode()


def test_the_fingerprint_is_of_what_the_reader_sees():
    """Two readers who see the same have the same fingerprint; one who sees more has another."""
    matter = case_with_a_hidden_entry()
    visitor, counsel, officer = (Reading(matter, t).fingerprint for t in (PUBLIC, PUBLIC | {"matter:MICT-26-1:defence"}, REGISTRY))
    assert visitor == counsel != officer


class Undone(Exception):
    """A transaction that came to nothing."""


def test_what_was_undone_is_not_read_from_memory():
    """A reclassification that was read within its transaction and then undone has opened nothing, for the same head and for the next."""
    matter = case_with_a_hidden_entry()
    assert len(Reading(matter, PUBLIC).entries) == 4
    try:
        with transaction.atomic():
            enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries="3", classification="public", reason="No longer needed."))
            assert len(Reading(Matter.objects.get(pk=matter.pk), PUBLIC).entries) == 6
            raise Undone
    except Undone:
        pass
    again = Matter.objects.get(pk=matter.pk)
    assert len(Reading(again, PUBLIC).entries) == 4
    enter("MICT-26-1", request(0, "president", "assign_single_judge", ("bench",), judge="J7", task="other"))
    assert len(Reading(Matter.objects.get(pk=matter.pk), PUBLIC).entries) == 4


def test_a_reclassification_counts_at_once_for_whoever_holds_an_old_row():
    """What was closed is gone even for a page that read the matter before and its entries after."""
    matter = case_with_a_hidden_entry()
    assert [e.act for e in Reading(matter, PUBLIC).entries][-1] == "confirm_indictment"
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries="5", classification="confidential", reason="Protection."))
    assert "confirm_indictment" not in [e.act for e in Reading(matter, PUBLIC).entries]


def test_a_record_that_grows_reads_as_one_read_from_the_start():
    """Entry after entry, each reader's record and posture, continued from what was kept, are those of a memory that is empty."""
    matter = case_with_a_hidden_entry()
    for n, audience in enumerate((("public",), ("bench",), ("organ:registry",), ("public",), ("bench", "organ:registry"))):
        enter("MICT-26-1", request(100 - n, "president", "assign_single_judge", audience, judge=f"J{n}", task="other"))
        matter = Matter.objects.get(pk=matter.pk)
        readers = (PUBLIC, REGISTRY, PUBLIC | {"organ:mechanism:chambers"})
        kept = [(r.entries, r.keys, r.posture) for r in (Reading(matter, tokens) for tokens in readers)]
        forget_seen()
        reading._postures.clear()
        forget()
        anew = [(r.entries, r.keys, r.posture) for r in (Reading(matter, tokens) for tokens in readers)]
        assert [k[1] for k in kept] == [a[1] for a in anew]
        assert [[(e.number, e.act, e.particulars) for e in k[0]] for k in kept] == [[(e.number, e.act, e.particulars) for e in a[0]] for a in anew]
        assert [plain(k[2]) for k in kept] == [plain(a[2]) for a in anew]
        for tokens in readers:  # warm again, so that the next turn continues
            Reading(matter, tokens).posture  # noqa: B018


def test_growth_is_continued_and_not_read_anew():
    """One more entry of a record that is known costs a few small questions, none of all its audiences."""
    matter = case_with_a_hidden_entry()
    Reading(matter, PUBLIC).posture  # noqa: B018
    enter("MICT-26-1", request(90, "president", "assign_single_judge", judge="J5", task="other"))
    matter = Matter.objects.get(pk=matter.pk)
    with CaptureQueriesContext(connection) as asked:
        seen = Reading(matter, PUBLIC)
    assert seen._seen.before[2] in (4, 5)
    assert len(asked) <= 4
