"""Laws of citations: whatever is printed is read back, and order is a total order that parents begin."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from curule.law.instruments import PARAGRAPH, CitationError, Division, Instrument, register
from curule.law.provisions import LATIN, Provision, parse_citation
from curule.law.words import T

register(
    Instrument(
        "lawful",
        T("Lawful Statute of the Examples", "Statut exemplaire"),
        T("Lawful Statute", "Statut exemplaire"),
        date(2002, 7, 1),
        divisions={
            "res": Division(
                T("resolution 7 (2002)", "résolution 7 (2002)"),
                T("res. 7", "rés. 7"),
                unit=PARAGRAPH,
                names_itself=True,
            )
        },
    )
)

ROMANS = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xiv",
    "xix",
    "xx",
    "xxii",
    "xxix",
    "xxx",
)
numbers = st.builds(lambda n, suffix: f"{n}{suffix}", st.integers(1, 9999), st.sampled_from(LATIN))
letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz") | st.sampled_from("ABCDEF") | st.sampled_from(("aa", "bb"))
places = st.lists(numbers | letters | st.sampled_from(ROMANS), max_size=4).map(lambda path: "".join(f"({place})" for place in path))
heads = st.builds(lambda prefix, number: prefix + number, st.sampled_from(("", "res", "ta", "annex", "T")), numbers)
ids = st.builds(
    lambda code, head, tail: f"{code}:{head}{tail}",
    st.sampled_from(("lawful", "unknown")),
    heads | st.just("preamble"),
    places,
)
provisions = ids.map(Provision.parse)
small = st.builds(
    lambda head, one, two: Provision.parse(f"lawful:{head}{one}{two}"),
    st.sampled_from(("1", "1bis", "2", "ta1")),
    st.sampled_from(("(1)", "(1bis)", "(2)")),
    st.sampled_from(("", "(a)", "(ii)", "(x)")),
)
languages = st.sampled_from(("en", "fr"))
forms = st.sampled_from(("long", "short", "full"))


@given(ids)
def test_an_id_is_its_own_reading(id: str) -> None:
    """Parsing and printing an id gives the id."""
    assert str(Provision.parse(id)) == id


@given(provisions, languages, forms)
def test_what_is_printed_is_read_back(provision: Provision, lang: str, form: str) -> None:
    """Every printed form of either language is read back to the same provision."""
    assert parse_citation(provision.cite(lang, form), provision.instrument) == provision


@given(provisions, provisions, languages, forms)
def test_different_provisions_print_differently(one: Provision, other: Provision, lang: str, form: str) -> None:
    """Within an instrument, one citation never stands for two provisions."""
    if one.instrument == other.instrument and one != other:
        assert one.cite(lang, form) != other.cite(lang, form)


@given(provisions)
def test_a_parent_holds_its_child_and_comes_before_it(provision: Provision) -> None:
    """A provision lies within its parent, not the other way round, and sorts after it."""
    parent = provision.parent
    if parent is None:
        assert provision.path == ()
    else:
        assert provision.is_within(parent)
        assert not parent.is_within(provision)
        assert parent < provision
        assert provision.id.startswith(parent.id)


@given(provisions, provisions)
def test_order_is_total_and_agrees_with_equality(one: Provision, other: Provision) -> None:
    """Of two provisions exactly one is first, unless they are the same (capitals apart)."""
    assert (one < other) + (other < one) + (one.id.lower() == other.id.lower()) == 1


@given(small, small, small, small)
def test_parts_stay_together(low: Provision, middle: Provision, high: Provision, outer: Provision) -> None:
    """What sorts between two parts of a provision is a part of it too."""
    if not (middle < low or high < middle) and low.is_within(outer) and high.is_within(outer):
        assert middle.is_within(outer)


@given(st.text(max_size=60), st.sampled_from((None, "lawful")))
def test_any_text_is_read_or_refused(text: str, instrument: str | None) -> None:
    """Hostile text gives a provision or a citation error, never another kind of failure."""
    with suppress(CitationError):
        provision = parse_citation(text, instrument)
        assert Provision.parse(provision.id) == provision


@given(st.text(alphabet="lawfu:0123456789()abixresTp ", max_size=25))
def test_any_id_is_read_or_refused(text: str) -> None:
    """Hostile ids give a provision that prints as the id, or a citation error."""
    with suppress(CitationError):
        assert Provision.parse(text).id == text
