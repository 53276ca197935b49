"""Figures: editable numbers with their source and their mark."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curule.law.calendar import days, working_days
from curule.law.figures import Figure, FigureError, load_figures
from curule.law.words import T

FILE = """
["notice_of_appeal"]
value = 30
unit = "days"
source = { en = "Rules, rule 133", fr = "Règlement, règle 133" }
note = "from the judgement"

[acknowledgement]
value = 3
unit = "working_days"
source = "Report, paragraph 12"
verified = true

[eligibility]
value = "2/3"
unit = "fraction"
source = "practice"

[vacancy]
value = 12.5
unit = "percent"
source = "Report"

[posts]
value = 250000
unit = "count"
source = "Report"

[opening]
value = 2012-07-01
unit = "date"
source = "resolution"

[minimum]
value = 18
unit = "age"
source = "Statute"
"""


@pytest.fixture
def figures(tmp_path: Path) -> dict[str, Figure]:
    """The figures of the sample file."""
    path = tmp_path / "figures.toml"
    path.write_text(FILE, encoding="utf-8")
    return load_figures(path)


def test_figures_are_read_with_source_and_mark(figures: dict[str, Figure]) -> None:
    """A figure carries its source in both languages, and is unverified unless the file says otherwise."""
    appeal = figures["notice_of_appeal"]
    assert appeal.source == T("Rules, rule 133", "Règlement, règle 133")
    assert appeal.note == T("from the judgement", "from the judgement")
    assert (appeal.verified, appeal.mark) == (False, T("unverified", "non vérifié"))
    assert figures["acknowledgement"].mark == T("verified", "vérifié")


def test_figures_of_time_are_lengths(figures: dict[str, Figure]) -> None:
    """A figure in a unit of time can be counted with."""
    assert figures["notice_of_appeal"].length == days(30)
    assert figures["acknowledgement"].length == working_days(3)
    with pytest.raises(FigureError, match=r"'posts' is counted in count, not in time"):
        _ = figures["posts"].length


def test_shares_are_ratios(figures: dict[str, Figure]) -> None:
    """Fractions and percentages give numerator and denominator; nothing else does."""
    assert figures["eligibility"].ratio == (2, 3)
    above, below = figures["vacancy"].ratio
    assert above / below == pytest.approx(0.125)
    with pytest.raises(FigureError, match="no share"):
        _ = figures["posts"].ratio


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("notice_of_appeal", T("30 days", "30 jours")),
        ("eligibility", T("2/3", "2/3")),
        ("vacancy", T("12.5%", "12.5 %")),
        ("posts", T("250000", "250000")),
        ("opening", T("1 July 2012", "1er juillet 2012")),
        ("minimum", T("18 years", "18 ans")),
    ],
)
def test_figures_in_words(figures: dict[str, Figure], id: str, expected: T) -> None:  # type: ignore[valid-type]
    """Each unit prints as it is read."""
    assert figures[id].words == expected


def test_a_date_is_a_date(figures: dict[str, Figure]) -> None:
    """A figure may be a day."""
    assert figures["opening"].value == date(2012, 7, 1)


def test_what_the_caller_relies_on_must_be_there_in_its_unit(tmp_path: Path) -> None:
    """A missing figure and one in another unit are found when the file is loaded, not when the limit is
    needed.
    """
    path = tmp_path / "figures.toml"
    path.write_text(FILE, encoding="utf-8")
    assert load_figures(path, {"posts": "count"})["posts"].value == 250_000
    with pytest.raises(FigureError, match="review: this figure is missing"):
        load_figures(path, {"review": "days"})
    with pytest.raises(FigureError, match=r"notice_of_appeal\.unit: 'days' is the wrong unit\. Give it in working_days"):
        load_figures(path, {"notice_of_appeal": "working_days"})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[f]\nvalue = 3\nunit = 'days'", r"f\.source: the source is missing"),
        ("[f]\nvalue = 3\nunit = 'days'\nsource = ' '", r"f\.source: no words"),
        ("[f]\nvalue = 3\nunit = 'days'\nsource = 5", r"f\.source: no words"),
        ("[f]\nvalue = 3\nunit = 'days'\nsorce = 'S'", r"f\.sorce: unknown key\. Did you mean 'source'"),
        ("[f]\nvalue = 3\nsource = 'S'", r"f\.unit: a string is wanted"),
        ("[f]\nvalue = 3\nunit = 'dyas'\nsource = 'S'", r"f\.unit: 'dyas' is no unit"),
        ("[f]\nunit = 'days'\nsource = 'S'", r"f\.value: None does not fit"),
        ("[f]\nvalue = -3\nunit = 'days'\nsource = 'S'", r"f\.value: out of range"),
        ("[f]\nvalue = -3\nunit = 'count'\nsource = 'S'", r"f\.value: out of range"),
        ("[f]\nvalue = 1000000\nunit = 'days'\nsource = 'S'", r"f\.value: out of range"),
        ("[f]\nvalue = true\nunit = 'days'\nsource = 'S'", r"f\.value: True does not fit"),
        ("[f]\nvalue = true\nunit = 'percent'\nsource = 'S'", r"f\.value: True does not fit"),
        ("[f]\nvalue = 101\nunit = 'percent'\nsource = 'S'", r"f\.value: 101 does not fit"),
        ("[f]\nvalue = 1.5\nunit = 'days'\nsource = 'S'", r"f\.value: 1.5 does not fit"),
        ("[f]\nvalue = '30'\nunit = 'days'\nsource = 'S'", r"f\.value: '30' does not fit"),
        ("[f]\nvalue = '3/2'\nunit = 'fraction'\nsource = 'S'", r"f\.value: '3/2' does not fit"),
        ("[f]\nvalue = '0/0'\nunit = 'fraction'\nsource = 'S'", r"f\.value: '0/0' does not fit"),
        ("[f]\nvalue = 2012-07-01T00:00:00\nunit = 'date'\nsource = 'S'", r"f\.value: .* does not fit"),
        ("[f]\nvalue = 3\nunit = 'days'\nsource = 'S'\nverified = 'yes'", r"f\.verified: 'yes' is neither"),
        ("[f]\nvalue = 3\nunit = 'days'\nsource = 'S'\nnote = 7", r"f\.note: no words"),
        ("f = 3", r"f: a table is wanted"),
        ("[f", "not TOML"),
    ],
)
def test_faults_name_file_key_and_remedy(tmp_path: Path, text: str, named: str) -> None:
    """Each fault of a figures file names the file and the key, in both languages."""
    path = tmp_path / "figures.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FigureError, match=named) as caught:
        load_figures(path)
    assert str(path) in str(caught.value)
    assert str(path) in caught.value.text.fr
    assert str(caught.value).rstrip().endswith((".", "?"))
