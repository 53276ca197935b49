"""Citations: printed in two languages and three forms, and read back in many variants."""

from __future__ import annotations

import pytest
from tests.unit.law.sample_instruments import CHARTER, DECREE, REPORT, RULES

from curule.law.instruments import CitationError
from curule.law.provisions import Provision, cite_all, parse_citation
from curule.law.words import T

SAMPLES = (CHARTER, DECREE, REPORT, RULES)  # registered by the import

PRINTED = [
    ("charter:12(3)", "article 12, paragraph 3", "art. 12(3)", "article 12, paragraphe 3", "art. 12-3"),
    (
        "charter:1(4)(a)",
        "article 1, paragraph 4 (a)",
        "art. 1(4)(a)",
        "article premier, paragraphe 4, alinéa a)",
        "art. 1-4-a",
    ),
    ("charter:24", "article 24", "art. 24", "article 24", "art. 24"),
    (
        "charter:8bis(2)(a)",
        "article 8 bis, paragraph 2 (a)",
        "art. 8 bis(2)(a)",
        "article 8 bis, paragraphe 2, alinéa a)",
        "art. 8 bis-2-a",
    ),
    (
        "charter:25(3bis)",
        "article 25, paragraph 3 bis",
        "art. 25(3 bis)",
        "article 25, paragraphe 3 bis",
        "art. 25-3 bis",
    ),
    ("charter:4(a)", "article 4 (a)", "art. 4(a)", "article 4, alinéa a)", "art. 4-a"),
    (
        "charter:6(2)(iii)",
        "article 6, paragraph 2 (iii)",
        "art. 6(2)(iii)",
        "article 6, paragraphe 2, alinéa iii)",
        "art. 6-2-iii",
    ),
    (
        "charter:93(10)(b)(ii)(a)",
        "article 93, paragraph 10 (b) (ii) (a)",
        "art. 93(10)(b)(ii)(a)",
        "article 93, paragraphe 10, alinéa b) ii) a)",
        "art. 93-10-b-ii-a",
    ),
    ("charter:preamble", "preamble", "preamble", "préambule", "préambule"),
    (
        "charter:preamble(10)",
        "preamble, paragraph 10",
        "preamble(10)",
        "préambule, paragraphe 10",
        "préambule-10",
    ),
    (
        "charter:res4",
        "resolution 99 (2001), paragraph 4",
        "res. 99, para. 4",
        "résolution 99 (2001), paragraphe 4",
        "rés. 99, par. 4",
    ),
    (
        "charter:res4(b)",
        "resolution 99 (2001), paragraph 4 (b)",
        "res. 99, para. 4(b)",
        "résolution 99 (2001), paragraphe 4, alinéa b)",
        "rés. 99, par. 4-b",
    ),
    (
        "charter:ta1(2)",
        "transitional arrangements, article 1, paragraph 2",
        "trans. art. 1(2)",
        "dispositions transitoires, article premier, paragraphe 2",
        "disp. trans. art. 1-2",
    ),
    (
        "charter:ta7(a)",
        "transitional arrangements, article 7 (a)",
        "trans. art. 7(a)",
        "dispositions transitoires, article 7, alinéa a)",
        "disp. trans. art. 7-a",
    ),
    ("charter:annex2(1)", "annex 2, paragraph 1", "annex 2(1)", "annexe 2, paragraphe 1", "annexe 2-1"),
    ("charter:T9(b)(r)", "table 9 (b) (r)", "tab. 9(b)(r)", "tableau 9, alinéa b) r)", "tabl. 9-b-r"),
    ("charter:chart(3)", "staff chart, item 3", "staff chart(3)", "organigramme, point 3", "organigramme-3"),
    ("report7:20(b)", "paragraph 20 (b)", "para. 20(b)", "paragraphe 20, alinéa b)", "par. 20-b"),
    ("report7:20(1)", "paragraph 20 (1)", "para. 20(1)", "paragraphe 20, alinéa 1)", "par. 20-1"),
    ("rules:86(F)", "rule 86 (F)", "rule 86(F)", "règle 86, alinéa F)", "règle 86-F"),
]


@pytest.mark.parametrize(("id", "english", "short", "french", "court"), PRINTED)
def test_citations_are_printed_in_both_languages_and_forms(id: str, english: str, short: str, french: str, court: str) -> None:
    """Each kind of provision prints as lawyers of the language write it."""
    provision = Provision.parse(id)
    printed = (
        provision.cite(),
        provision.cite("en", "short"),
        provision.cite("fr"),
        provision.cite("fr", "short"),
    )
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


@pytest.mark.parametrize(
    ("text", "id"),
    [
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
    ],
)
def test_usual_variants_are_read(text: str, id: str) -> None:
    """Spaces, missing stops, capitals, inverted order and the instrument's name are all understood."""
    assert parse_citation(text, "charter") == Provision.parse(id)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("article 61 bananas", "bananas"),
        ("articles 5-8", "articles"),
        ("article", "number is missing"),
        ("", "number is missing"),
        ("bis", "bis"),
        ("article 61(7)(a)(0)", "0"),
        ("no such thing", "such"),
        ("article 9 " * 40, "characters"),
        ("charter:0", "'0'"),
    ],
)
def test_unreadable_citations_name_the_word_at_fault(text: str, named: str) -> None:
    """The error names what was not understood, in both languages."""
    with pytest.raises(CitationError) as caught:
        parse_citation(text, "charter")
    assert named in str(caught.value)
    assert caught.value.text.fr != caught.value.text.en


def test_a_name_that_is_also_a_division_is_read_as_the_division() -> None:
    """An instrument may be called like the decree that it is annexed to; the decree's paragraphs stay its own."""
    paragraph = Provision.parse("decree:res4")
    assert paragraph.cite() == "Decree 5, paragraph 4"
    assert parse_citation("Decree 5, paragraph 4", "decree") == paragraph
    assert parse_citation("article 4 of Decree 5 and annexed Statute") == Provision.parse("decree:4")


def test_a_citation_without_instrument_asks_for_one() -> None:
    """Nothing is guessed when neither the text nor the caller names the instrument."""
    assert parse_citation("Charter, article 2").id == "charter:2"
    with pytest.raises(CitationError, match="which instrument"):
        parse_citation("article 2")


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
