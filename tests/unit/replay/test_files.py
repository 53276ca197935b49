"""Files of histories: hostile ones are refused with place and remedy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.unit.replay.support import EVENT, HEAD, TODAY, written

from curule.replay.reading import HistoryError, read_history


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x [1]\nb: *x\n", "anchors and aliases"),
        ("court: !!python/object/apply:os.system [echo]\n", "tags such as"),
        ("court: IRMCT\ncourt: ICC\n", "given twice"),
        ("- just\n- a list\n", "no history"),
        ("court: [\n", "no YAML"),
        ("court: " + "[" * 60 + "]" * 60, "nested too deeply"),
        (HEAD + "events: many\n", "'events' is no list"),
        (HEAD, "'events' is missing"),
        (HEAD + "events:\n- just words\n", "event 1: this is no event"),
        (HEAD + "events:\n- {date: '2015-13-05', act: arrest}\n", "event 1: '2015-13-05' is no day"),
        (HEAD + "events:\n- {date: '2015-01-05'}\n", "event 1: 'act' is missing"),
        (HEAD + "events:\n- {date: '2031-01-05', act: arrest}\n", "event 1: 2031-01-05 lies in the future"),
        (HEAD + "events:\n- {date: '1015-01-05', act: arrest}\n", "event 1: 1015-01-05 is too long ago"),
        (HEAD + "events:\n- {date: '2015-01-05', act: arrest}\n- {date: '2014-01-05', act: plea}\n", "event 2: 2014-01-05 comes after 2015-01-05"),
        (HEAD + "events:\n- {date: '2015-01-05', act: arrest, verified: perhaps}\n", "event 1: 'verified' is neither"),
        (HEAD + "events:\n- {date: '2015-01-05', act: {a: b}}\n", "event 1: 'act' is no text"),
        ("case_number: X\nevents:\n" + EVENT, "'court' is missing"),
    ],
)
def test_a_bad_file_is_told_with_its_place_and_remedy(tmp_path: Path, text: str, says: str) -> None:
    """Whatever is wrong with a history, the message names the file, the event and what to do, and nothing is replayed."""
    with pytest.raises(HistoryError) as caught:
        read_history(written(tmp_path, text), TODAY)
    message = str(caught.value)
    assert says in message
    assert "history.yaml" in message
    assert all(fault.remedy.en.endswith((".", "'.")) for fault in caught.value.faults)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """A file with three faulty events gets three messages, in both languages."""
    text = HEAD + "events:\n- {date: x, act: a}\n- {date: '2015-01-05'}\n- nothing\n"
    with pytest.raises(HistoryError) as caught:
        read_history(written(tmp_path, text), TODAY)
    assert len(caught.value.lines("fr").splitlines()) == 3
    assert "événement" in caught.value.lines("fr")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """More than 2 MiB, or more than 5,000 events, is refused with the limit."""
    with pytest.raises(HistoryError, match="larger than 2 MiB"):
        read_history(written(tmp_path, "# " + "x" * 2**21 + "\n"), TODAY)
    with pytest.raises(HistoryError, match="At most 5000"):
        read_history(written(tmp_path, HEAD + "events:\n" + "- {date: '2015-01-05', act: a}\n" * 5001), TODAY)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and a folder instead of a file, are told as such."""
    path = tmp_path / "history.yaml"
    path.write_bytes(b"court: \xff\xfe\n")
    with pytest.raises(HistoryError, match="not UTF-8"):
        read_history(path, TODAY)
    with pytest.raises(HistoryError, match="no file"):
        read_history(tmp_path, TODAY)


def test_a_month_or_a_year_alone_is_a_date_that_is_not_exact(tmp_path: Path) -> None:
    """An event of which only the month is known is placed at the month's end and marked."""
    history = read_history(written(tmp_path, HEAD + "events:\n- {date: 2015-02, act: arrest}\n- {date: 2016, act: plea}\n"), TODAY)
    assert [(e.on, e.exact) for e in history.events] == [(date(2015, 2, 28), False), (date(2016, 12, 31), False)]
