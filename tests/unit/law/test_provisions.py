"""Provisions: ids, order, printing and reading of citations; instruments and spans in force."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from curule.law.instruments import (
    ALWAYS,
    ITEM,
    PARAGRAPH,
    RULE,
    CitationError,
    Division,
    InForce,
    Instrument,
    instrument_of,
    register,
)
from curule.law.provisions import Provision, cite_all, parse_citation
from curule.law.words import T

CHARTER = register(Instrument(
    "charter", T("Charter of the Sample Court", "Charte de la Cour d'essai"), T("Charter", "Charte"), date(2001, 5, 4),
    divisions={
        "res": Division(T("resolution 99 (2001)", "résolution 99 (2001)"), T("res. 99", "rés. 99"), unit=PARAGRAPH,
                        names_itself=True),
        "chart": Division(T("staff chart", "organigramme"), unit=None, child=ITEM),
    }))
REPORT = register(Instrument(
    "report7", T("Report A/1/7", "Rapport A/1/7"), T("A/1/7", "A/1/7"), divisions={"": Division(unit=PARAGRAPH)}))
RULES = register(Instrument(
    "rules", T("Rules of the Sample Court", "Règlement de la Cour d'essai"), T("Rules", "Règlement"),
    divisions={"": Division(unit=RULE)}))

PRINTED = [
    ("charter:12(3)", "article 12, paragraph 3", "art. 12(3)", "article 12, paragraphe 3", "art. 12-3"),
    ("charter:1(4)(a)", "article 1, paragraph 4 (a)", "art. 1(4)(a)",
     "article premier, paragraphe 4, alinéa a)", "art. 1-4-a"),
    ("charter:24", "article 24", "art. 24", "article 24", "art. 24"),
    ("charter:8bis(2)(a)", "article 8 bis, paragraph 2 (a)", "art. 8 bis(2)(a)",
     "article 8 bis, paragraphe 2, alinéa a)", "art. 8 bis-2-a"),
    ("charter:25(3bis)", "article 25, paragraph 3 bis", "art. 25(3 bis)", "article 25, paragraphe 3 bis", "art. 25-3 bis"),
    ("charter:4(a)", "article 4 (a)", "art. 4(a)", "article 4, alinéa a)", "art. 4-a"),
    ("charter:6(2)(iii)", "article 6, paragraph 2 (iii)", "art. 6(2)(iii)",
     "article 6, paragraphe 2, alinéa iii)", "art. 6-2-iii"),
    ("charter:93(10)(b)(ii)(a)", "article 93, paragraph 10 (b) (ii) (a)", "art. 93(10)(b)(ii)(a)",
     "article 93, paragraphe 10, alinéa b) ii) a)", "art. 93-10-b-ii-a"),
    ("charter:preamble", "preamble", "preamble", "préambule", "préambule"),
    ("charter:preamble(10)", "preamble, paragraph 10", "preamble(10)", "préambule, paragraphe 10", "préambule-10"),
    ("charter:res4", "resolution 99 (2001), paragraph 4", "res. 99, para. 4",
     "résolution 99 (2001), paragraphe 4", "rés. 99, par. 4"),
    ("charter:res4(b)", "resolution 99 (2001), paragraph 4 (b)", "res. 99, para. 4(b)",
     "résolution 99 (2001), paragraphe 4, alinéa b)", "rés. 99, par. 4-b"),
    ("charter:ta1(2)", "transitional arrangements, article 1, paragraph 2", "trans. art. 1(2)",
     "dispositions transitoires, article premier, paragraphe 2", "disp. trans. art. 1-2"),
    ("charter:ta7(a)", "transitional arrangements, article 7 (a)", "trans. art. 7(a)",
     "dispositions transitoires, article 7, alinéa a)", "disp. trans. art. 7-a"),
    ("charter:annex2(1)", "annex 2, paragraph 1", "annex 2(1)", "annexe 2, paragraphe 1", "annexe 2-1"),
    ("charter:T9(b)(r)", "table 9 (b) (r)", "tab. 9(b)(r)", "tableau 9, alinéa b) r)", "tabl. 9-b-r"),
    ("charter:chart(3)", "staff chart, item 3", "staff chart(3)", "organigramme, point 3", "organigramme-3"),
    ("report7:20(b)", "paragraph 20 (b)", "para. 20(b)", "paragraphe 20, alinéa b)", "par. 20-b"),
    ("rules:86(F)", "rule 86 (F)", "r. 86(F)", "règle 86, alinéa F)", "règle 86-F"),
]


@pytest.mark.parametrize(("id", "english", "short", "french", "court"), PRINTED)
def test_citations_are_printed_in_both_languages_and_forms(id: str, english: str, short: str, french: str,
                                                           court: str) -> None:
    """Each kind of provision prints as lawyers of the language write it."""
    provision = Provision.parse(id)
    printed = (provision.cite(), provision.cite("en", "short"), provision.cite("fr"), provision.cite("fr", "short"))
    assert printed == (english, short, french, court)


@pytest.mark.parametrize("id", [row[0] for row in PRINTED])
def test_every_printed_form_is_read_back(id: str) -> None:
    """Reading what was printed gives the provision, also with capitals and narrow spaces."""
    provision = Provision.parse(id)
    for lang in ("en", "fr"):
        for form in ("long", "short", "full"):
            printed = provision.cite(lang, form)
            assert parse_citation(printed, provision.instrument) == provision
            assert parse_citation(printed[:1].upper() + printed[1:].replace(" ", "\u00a0"), provision.instrument) == provision


@pytest.mark.parametrize(("text", "id"), [
    ("Article 61(7)(a)", "charter:61(7)(a)"),
    ("Art. 61 (7) (a)", "charter:61(7)(a)"),
    ("art.61(7)(a)", "charter:61(7)(a)"),
    ("61(7)(a)", "charter:61(7)(a)"),
    ("Charter, article 61, paragraph 7 (a)", "charter:61(7)(a)"),
    ("article 61, paragraph 7 (a), of the Charter", "charter:61(7)(a)"),
    ("Article 61(7)(a) of the Charter of the Sample Court", "charter:61(7)(a)"),
    ("paragraph 7 (a) of article 61", "charter:61(7)(a)"),
    ("sub-paragraph (a) of paragraph 7 of article 61 of the Charter", "charter:61(7)(a)"),
    ("alinéa a) du paragraphe 7 de l’article 61 de la Charte", "charter:61(7)(a)"),
    ("article 1er, paragraphe 2", "charter:1(2)"),
    ("art 8 bis (2)(a)", "charter:8bis(2)(a)"),
    ("article 8bis", "charter:8bis"),
    ("article 1(2) of the transitional arrangements", "charter:ta1(2)"),
    ("article premier des dispositions transitoires", "charter:ta1"),
    ("operative paragraph 4 of resolution 99 (2001)", "charter:res4"),
    ("Rules, rule 86 (F)", "rules:86(F)"),
    ("charter: 61 (7)(a)", "charter:61(7)(a)"),
    ("Charter:61(7)(a)", "charter:61(7)(a)"),
])
def test_usual_variants_are_read(text: str, id: str) -> None:
    """Spaces, missing stops, capitals, inverted order and the instrument's name are all understood."""
    assert parse_citation(text, "charter") == Provision.parse(id)


@pytest.mark.parametrize(("text", "named"), [
    ("article 61 bananas", "bananas"),
    ("articles 5-8", "articles"),
    ("article", "number is missing"),
    ("", "number is missing"),
    ("bis", "bis"),
    ("article 61(7)(a)(0)", "0"),
    ("no such thing", "such"),
    ("article 9 " * 40, "characters"),
    ("charter:0", "'0'"),
])
def test_unreadable_citations_name_the_word_at_fault(text: str, named: str) -> None:
    """The error names what was not understood, in both languages."""
    with pytest.raises(CitationError, match=".") as caught:
        parse_citation(text, "charter")
    assert named in str(caught.value)
    assert caught.value.text.fr != caught.value.text.en


def test_a_citation_without_instrument_asks_for_one() -> None:
    """Nothing is guessed when neither the text nor the caller names the instrument."""
    assert parse_citation("Charter, article 2").id == "charter:2"
    with pytest.raises(CitationError, match="which instrument"):
        parse_citation("article 2")


@pytest.mark.parametrize("id", [
    "", "charter", "charter:", ":1", "charter:(1)", "charter:1(", "charter:1()", "charter:1(2", "charter:1(2)x",
    "charter:1(foo)", "charter:1(iiii)", "charter:01", "charter:1(bis)", "charter:1(2quux)", "charter:ta", "charter:preamble1",
    "charter:nowhere4", "Charter:1", "charter:1 (2)", "charter:1(٣)", "charter:12345", "charter:1((2))",
])
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
    assert (first.instrument, first.kind, first.article, first.path) == ("charter", "article", "61", ("7", "a"))


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


@pytest.mark.parametrize(("id", "kind"), [
    ("charter:5", "article"), ("charter:res4", "resolution"), ("charter:ta1", "transitional"),
    ("charter:preamble", "preamble"), ("charter:T9", "table"), ("charter:annex2", "annex"), ("charter:chart", "chart"),
])
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


@pytest.mark.parametrize(("inner", "outer", "expected"), [
    ("charter:6(2)(iii)", "charter:6(2)", True), ("charter:6(2)", "charter:6(2)", True),
    ("charter:6(2)", "charter:6(2)(iii)", False), ("charter:6(2)", "charter:6(3)", False),
    ("charter:61", "charter:6", False), ("charter:ta1(2)", "charter:1", False), ("rules:6(2)", "charter:6", False),
])
def test_within(inner: str, outer: str, expected: bool) -> None:
    """A provision lies within itself and within every place around it, and nowhere else."""
    assert Provision.parse(inner).is_within(Provision.parse(outer)) is expected


def test_natural_order() -> None:
    """Operative paragraphs, preamble, articles by number and suffix, transitional arrangements, then the rest."""
    ordered = ["res2", "res10", "preamble", "7", "7(1)", "7(1)(h)", "7(1)(i)", "7(1)(j)", "7(2)", "8", "8(2)(a)(i)",
               "8(2)(a)(ii)", "8(2)(a)(iv)", "8(2)(a)(v)", "8(2)(a)(viii)", "8(2)(a)(ix)", "8(2)(a)(x)", "8(2)(a)(xi)",
               "8(2)(a)(xix)", "8(2)(a)(xx)", "8bis", "8ter(1)", "9", "25(3)", "25(3)(d)", "25(3bis)", "25(4)", "25(10)",
               "ta1(2)", "ta7"]
    provisions = [Provision.parse(f"charter:{id}") for id in ordered]
    assert sorted(reversed(provisions)) == provisions
    assert sorted(reversed(provisions), key=lambda provision: provision.order) == provisions


def test_double_letters_follow_the_alphabet() -> None:
    """A long list of letters goes on with double ones."""
    ordered = [Provision.parse(f"charter:3({place})") for place in ("y", "z", "aa", "bb")]
    assert sorted(reversed(ordered)) == ordered


def test_several_citations_make_a_list() -> None:
    """Each is cited once, in natural order."""
    provisions = [Provision.parse(f"charter:{id}") for id in ("9", "8bis", "8", "9")]
    assert cite_all(provisions) == "art. 8, art. 8 bis and art. 9"
    assert cite_all(provisions, "fr") == "art. 8, art. 8 bis et art. 9"


def test_full_citations_name_the_instrument() -> None:
    """The full form adds the instrument unless the division names it."""
    assert Provision.parse("charter:1(2)").cite("fr", "full") == "Charte, article premier, paragraphe 2"
    assert Provision.parse("charter:res4").cite("en", "full") == "resolution 99 (2001), paragraph 4"
    assert Provision.parse("charter:4").citation("full") == T("Charter, article 4", "Charte, article 4")


def test_an_unknown_form_is_refused() -> None:
    """A form that does not exist is named with those that do."""
    with pytest.raises(CitationError, match="'long', 'short' or 'full'"):
        Provision.parse("charter:4").cite("en", "tiny")


def test_an_unregistered_instrument_is_cited_in_common_words() -> None:
    """Ids can be read and printed before, or without, a description of the instrument."""
    assert Provision.parse("unheard:ta1(2)").cite() == "transitional arrangements, article 1, paragraph 2"
    assert parse_citation("art. 5(1)", "unheard") == Provision.parse("unheard:5(1)")


def test_registering_twice_is_harmless_but_a_code_has_one_owner() -> None:
    """The same description may come again; a different one under the same code may not."""
    assert register(CHARTER) is CHARTER
    with pytest.raises(CitationError, match="already belongs"):
        register(Instrument("charter", T("Another", "Une autre"), T("Other", "Autre")))
    assert instrument_of("charter") is CHARTER


@pytest.mark.parametrize("code", ["", "Charter", "two words", "a:b", "é"])
def test_instrument_codes_are_small_letters_and_digits(code: str) -> None:
    """A code that could not stand in an id is refused."""
    with pytest.raises(CitationError, match="not usable"):
        register(Instrument(code, T("x", "x"), T("x", "x")))


def test_an_unknown_instrument_is_named() -> None:
    """Asking for an instrument that nobody registered says so and lists the known ones."""
    with pytest.raises(CitationError, match=r"'nobody'.*charter"):
        instrument_of("nobody")


def test_a_division_needs_words_or_a_unit() -> None:
    """A division that could not be printed is refused when it is described."""
    with pytest.raises(CitationError, match="phrase"):
        Division(unit=None)


def test_in_force_from_the_first_day_up_to_the_day_of_the_change() -> None:
    """The first day is in, the day of the change belongs to the next version."""
    old, new = InForce(date(2010, 1, 1), date(2018, 7, 17)), InForce(date(2018, 7, 17))
    change, day = date(2018, 7, 17), timedelta(days=1)
    assert [old.on(date(2010, 1, 1) - day), old.on(date(2010, 1, 1)), old.on(change - day), old.on(change)] == [
        False, True, True, False]
    assert [new.on(change - day), new.on(change), new.on(change + day)] == [False, True, True]
    assert ALWAYS.on(date.min)
    assert ALWAYS.on(date.max)
    assert old.change_days() == (date(2010, 1, 1), change)
    assert not old.overlaps(new)
    assert not new.overlaps(old)
    assert old.overlaps(ALWAYS)


def test_in_force_in_words() -> None:
    """A span says its ends in both languages."""
    assert ALWAYS.words() == T("at all times", "en tout temps")
    assert InForce(date(2010, 1, 1), date(2018, 7, 17)).words() == T(
        "from 1 January 2010 and before 17 July 2018", "à partir du 1er janvier 2010 et avant le 17 juillet 2018")


def test_a_span_without_days_is_refused() -> None:
    """A text cannot end on the day it begins."""
    with pytest.raises(CitationError, match="no day"):
        InForce(date(2010, 1, 1), date(2010, 1, 1))


def test_a_pack_can_read_ids_without_loading_what_only_pages_need() -> None:
    """Importing provisions loads neither the citation reader nor time zones nor TOML."""
    source = Path(sys.modules["curule.law.provisions"].__file__ or "").parents[2]
    program = ("import sys; sys.path.insert(0, sys.argv[1]); import curule.law.provisions, curule.law.calendar, "
               "curule.law.figures; print([n for n in ('curule.law.citations', 'zoneinfo', 'tomllib', 'difflib') "
               "if n in sys.modules])")
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program, str(source)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
