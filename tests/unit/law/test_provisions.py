"""Provisions: ids, kinds, parents and natural order."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.law.sample_instruments import CHARTER, RULES

from curule.law.instruments import CitationError
from curule.law.provisions import Provision

SAMPLES = (CHARTER, RULES)  # registered by the import


@pytest.mark.parametrize(
    "id",
    [
        "",
        "charter",
        "charter:",
        ":1",
        "charter:(1)",
        "charter:1(",
        "charter:1()",
        "charter:1(2",
        "charter:1(2)x",
        "charter:1(foo)",
        "charter:1(iiii)",
        "charter:01",
        "charter:1(bis)",
        "charter:1(2quux)",
        "charter:ta",
        "charter:preamble1",
        "charter:nowhere4",
        "Charter:1",
        "charter:1 (2)",
        "charter:1(٣)",
        "charter:12345",
        "charter:1((2))",
    ],
)
def test_malformed_ids_are_refused(id: str) -> None:
    """A typing mistake in an id is an error that quotes it, never a new provision."""
    with pytest.raises(CitationError) as caught:
        Provision.parse(id)
    assert repr(id) in str(caught.value)


def test_reading_is_cached_and_printing_gives_the_id() -> None:
    """The same id is the same object; str gives the id back."""
    first = Provision.parse("charter:61(7)(a)")
    assert Provision.parse("charter:61(7)(a)") is first
    assert (str(first), repr(first)) == ("charter:61(7)(a)", "Provision('charter:61(7)(a)')")
    assert (first.instrument, first.kind, first.article, first.path) == (
        "charter",
        "article",
        "61",
        ("7", "a"),
    )


def test_a_provision_is_a_value() -> None:
    """Built by hand, copied or pickled, it equals the one that was read, and cannot be changed."""
    read = Provision.parse("charter:ta1(2)")
    built = Provision("charter", "transitional", "1", ("2",))
    for other in (built, copy.deepcopy(read), pickle.loads(pickle.dumps(read))):
        assert other == read
        assert hash(other) == hash(read)
    assert read != "charter:ta1(2)"
    with pytest.raises(AttributeError):
        read.article = "2"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        ("charter:5", "article"),
        ("charter:res4", "resolution"),
        ("charter:ta1", "transitional"),
        ("charter:preamble", "preamble"),
        ("charter:T9", "table"),
        ("charter:annex2", "annex"),
        ("charter:chart", "chart"),
    ],
)
def test_kinds(id: str, kind: str) -> None:
    """The prefix of an id tells what kind of provision it is."""
    assert Provision.parse(id).kind == kind


def test_parents_lead_to_the_article() -> None:
    """Each place has the place around it as parent; an article has none."""
    provision: Provision | None = Provision.parse("charter:8bis(2)(b)(xxii)")
    climbed = []
    while provision is not None:
        climbed.append(str(provision))
        provision = provision.parent
    assert climbed == ["charter:8bis(2)(b)(xxii)", "charter:8bis(2)(b)", "charter:8bis(2)", "charter:8bis"]


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("charter:6(2)(iii)", "charter:6(2)", True),
        ("charter:6(2)", "charter:6(2)", True),
        ("charter:6(2)", "charter:6(2)(iii)", False),
        ("charter:6(2)", "charter:6(3)", False),
        ("charter:61", "charter:6", False),
        ("charter:ta1(2)", "charter:1", False),
        ("rules:6(2)", "charter:6", False),
    ],
)
def test_within(inner: str, outer: str, expected: bool) -> None:
    """A provision lies within itself and within every place around it, and nowhere else."""
    assert Provision.parse(inner).is_within(Provision.parse(outer)) is expected


def test_natural_order() -> None:
    """Operative paragraphs, preamble, articles by number and suffix, transitional arrangements, then the
    rest.
    """
    ordered = [
        "res2",
        "res10",
        "preamble",
        "7",
        "7(1)",
        "7(1)(h)",
        "7(1)(i)",
        "7(1)(j)",
        "7(2)",
        "8",
        "8(2)(a)(i)",
        "8(2)(a)(ii)",
        "8(2)(a)(iv)",
        "8(2)(a)(v)",
        "8(2)(a)(viii)",
        "8(2)(a)(ix)",
        "8(2)(a)(x)",
        "8(2)(a)(xi)",
        "8(2)(a)(xix)",
        "8(2)(a)(xx)",
        "8bis",
        "8ter(1)",
        "9",
        "25(3)",
        "25(3)(d)",
        "25(3bis)",
        "25(4)",
        "25(10)",
        "ta1(2)",
        "ta7",
    ]
    provisions = [Provision.parse(f"charter:{id}") for id in ordered]
    shuffled = provisions[1::2] + provisions[::2]
    assert sorted(shuffled) == provisions
    assert sorted(shuffled, key=lambda provision: provision.order) == provisions


def test_double_letters_follow_the_alphabet() -> None:
    """A long list of letters goes on with double ones."""
    ordered = [Provision.parse(f"charter:3({place})") for place in ("y", "z", "aa", "bb")]
    shuffled = ordered[1::2] + ordered[::2]
    assert sorted(shuffled) == ordered


def test_a_pack_can_read_ids_without_loading_what_only_pages_need() -> None:
    """Importing provisions loads neither the citation reader nor time zones nor TOML."""
    source = Path(sys.modules["curule.law.provisions"].__file__ or "").parents[2]
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import curule.law.provisions, curule.law.calendar, "
        "curule.law.figures; print([n for n in ('curule.law.citations', 'zoneinfo', 'tomllib', 'difflib') "
        "if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program, str(source)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
