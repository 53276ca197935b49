"""The report: its figures, its proof that nothing was dropped, and that nothing is guessed when a file is hurt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.texts.sample_texts import (
    GARDEN,
    GARDEN_LAYOUT,
    GARDEN_LINES,
    POND,
    POND_LAYOUT,
    SEEDS,
    SEEDS_TEXT,
    garden_text,
    pond_text,
    write,
)

from curule.texts import Imported, NotAStatuteError, read_statute
from curule.texts.report import conserve
from curule.texts.units import Evidence, Kind, Placement, Span, Unit
from curule.texts.words import PHRASES, phrase, say

SAMPLES = {
    "garden": (garden_text(), GARDEN, GARDEN_LAYOUT),
    "pond": (pond_text(), POND, POND_LAYOUT),
    "seeds": (SEEDS_TEXT, SEEDS, None),
}


def read(folder: Path, sample: str, text: str | None = None) -> Imported:
    """A sample read, with another text if one is given."""
    own, outline, layout = SAMPLES[sample]
    return read_statute(write(folder, own if text is None else text), outline=outline, layout=layout)


def placement(*spans: tuple[int, int], kind: Kind = Kind.TEXT) -> Placement:
    """A placement of these stretches."""
    unit = Unit("en", "", "", tuple(Span(*span) for span in spans))
    return Placement(unit, kind, "rome:1", Evidence.PRINTED)


@pytest.mark.parametrize(
    ("placements", "lost", "doubled", "holds"),
    [
        pytest.param([placement((0, 2)), placement((3, 5))], 0, 0, True, id="each once"),
        pytest.param([placement((0, 2), (3, 5))], 0, 0, True, id="one unit of two stretches"),
        pytest.param([placement((0, 2)), placement((3, 5), kind=Kind.FURNITURE)], 0, 0, True, id="frame"),
        pytest.param([placement((0, 2))], 2, 0, False, id="dropped at the end"),
        pytest.param([placement((3, 5))], 2, 0, False, id="dropped at the start"),
        pytest.param([placement((0, 2)), placement((1, 5))], 0, 1, False, id="twice in part"),
        pytest.param([placement((0, 5)), placement((1, 2))], 0, 1, False, id="one inside another"),
        pytest.param([], 4, 0, False, id="nothing"),
    ],
)
def test_account_finds_what_was_dropped_or_doubled(placements: list[Placement], lost: int, doubled: int, holds: bool) -> None:
    """The account looks at the stretches alone and counts each character."""
    account = conserve("ab cd", placements)
    assert (account.lost, account.doubled, account.holds) == (lost, doubled, holds)


@pytest.mark.parametrize("sample", SAMPLES)
def test_figures_agree_with_the_lists(tmp_path: Path, sample: str) -> None:
    """Found is aligned and unaligned together, and both are as many as are listed."""
    imported = read(tmp_path, sample)
    for count in imported.report.languages:
        assert count.found == count.aligned + count.unaligned
        own = [e for e in imported.entries if e.language == count.language]
        assert len(own) == count.aligned == sum(count.evidence.values())
        assert count.unaligned == sum(u.place.language == count.language for u in imported.report.unaligned)
        assert count.provisions + len(count.missing) == imported.report.provisions


@pytest.mark.parametrize("sample", SAMPLES)
def test_sequence_counts_the_texts_of_a_provision(tmp_path: Path, sample: str) -> None:
    """The texts of a provision in a language are 1, 2, 3 … in the order of the file."""
    counted: dict[tuple[str, str], int] = {}
    for entry in read(tmp_path, sample).entries:
        if entry.kind == "heading":
            assert entry.sequence == 0
            continue
        key = (entry.provision, entry.language)
        counted[key] = counted.get(key, 0) + 1
        assert entry.sequence == counted[key]


@pytest.mark.parametrize("sample", SAMPLES)
def test_report_is_told_to_machines_and_people(tmp_path: Path, sample: str) -> None:
    """The report goes through JSON unharmed, and is told in English and in French."""
    report = read(tmp_path, sample).report
    told = cast("dict[str, Any]", json.loads(json.dumps(report.as_dict())))
    assert told["conservation"]["holds"] is True
    assert set(told["languages"]) == {count.language for count in report.languages}
    for item in told["unaligned"]:
        assert item["reason"]["en"] != item["reason"]["fr"]
        assert item["line"] >= 1
    english, french = report.lines("en"), report.lines("fr")
    assert len(english) == len(french)
    assert not set(english) & set(french)


def test_phrases_have_the_same_values_in_both_languages() -> None:
    """No phrase loses a value on its way into French."""
    for code, (english, french) in PHRASES.items():
        assert _fields(english) == _fields(french), code


def _fields(template: str) -> set[str]:
    return {part.split("}")[0] for part in template.split("{")[1:]}


def test_values_of_a_phrase_are_never_read_as_templates() -> None:
    """A text from a file that looks like a template is said as it is."""
    assert say("no_number", number="{0} {provision}").count("{provision}") == 1
    assert phrase("no_number", number="%s{}").of("fr").count("%s{}") == 1


def test_unknown_phrase_is_an_error() -> None:
    """A phrase that has no words is noticed where it is made."""
    with pytest.raises(KeyError):
        phrase("no such phrase")


hurting = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def hurt(draw: st.DrawFn, text: str) -> str:
    """A text with a few stretches removed, doubled or replaced by hostile ones."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        new = draw(
            st.sampled_from(["", "()", "1.", "(a)", "\n", "\n\n", " ", "。 ", "第三条", "Article 4", "[deleted: 2.", "]"])
            | st.text(max_size=8)
            | st.just(text[start:end] * 2)
        )
        text = text[:start] + new + text[end:]
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


@pytest.mark.parametrize("sample", SAMPLES)
@hurting
@given(data=st.data())
def test_nothing_is_dropped_from_a_hurt_file(tmp_path: Path, sample: str, data: st.DataObject) -> None:
    """However a file is hurt, every character is accounted for once, and the figures agree."""
    text = data.draw(hurt(SAMPLES[sample][0]))
    try:
        report = read(tmp_path, sample, text).report
    except NotAStatuteError:
        return
    assert report.conservation.holds
    assert report.conservation.characters == sum(map(len, text.split()))
    for count in report.languages:
        assert count.found == count.aligned + count.unaligned


@hurting
@given(lost=st.sets(st.integers(17, len(GARDEN_LINES) - 1), min_size=1, max_size=2))
def test_texts_that_remain_never_move_to_another_provision(tmp_path: Path, lost: set[int]) -> None:
    """One or two lines that fell out leave the rest where it was, or unaligned: nothing slides into their place."""
    whole = {(e.language, e.text): e.provision for e in read(tmp_path, "garden").entries}
    lines = [line for index, line in enumerate(GARDEN_LINES) if index not in lost]
    for entry in read(tmp_path, "garden", garden_text(lines)).entries:
        if (entry.language, entry.text) in whole:
            assert entry.provision == whole[entry.language, entry.text]
