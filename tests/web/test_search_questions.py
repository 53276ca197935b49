"""The language of questions, and how words are made comparable."""

from __future__ import annotations

from datetime import date

import pytest

from curule.search import questions as q
from curule.search.finding import find
from curule.search.folding import fold, loose_of_word, sound, words

pytestmark = pytest.mark.django_db
EVERYBODY = frozenset({"public"})


def test_a_question_is_read_into_a_tree() -> None:
    """Words, phrases, prefixes, operators, brackets and fields have their places in the tree."""
    assert q.read('motion "provisional release" deport* NOT bail') == q.All((
        q.Word("motion"), q.Phrase(("provisional", "release")), q.Prefix(("deport",)), q.Not(q.Word("bail"))))
    assert q.read("a AND (b OR c)") == q.All((q.Word("a"), q.Any((q.Word("b"), q.Word("c")))))
    assert q.read("case:MICT-26-1 -filer:registry") == q.All((q.Field("matter", "mict-26-1"), q.Not(q.Field("organ", "registry"))))
    assert q.read("date:2020-02") == q.Days(date(2020, 2, 1), date(2020, 2, 29))
    assert q.read("date:..2020") == q.Days(None, date(2020, 12, 31))
    assert q.read('cites:"article 61(7)(b)"') == q.Cites(("article:61(7)(b)",))
    assert q.read("(cites:MICT-12-25)") == q.Cites(("MICT-12-25",))
    assert q.read("  ") is None
    assert q.read("un ET deux SAUF trois") == q.All((q.Word("un"), q.Word("deux"), q.Not(q.Word("trois"))))


def test_signs_beside_words_do_not_change_them() -> None:
    """Commas, colons, enumerations, soft hyphens and joined accents leave the words as they are; fields may have a space behind the colon and longer names."""
    assert q.read("motion, release.") == q.All((q.Word("motion"), q.Word("release")))
    assert q.read("Article 5: crimes") == q.All((q.Word("Article"), q.Word("5"), q.Word("crimes")))
    assert q.read("article 61, paragraphe 7, alinéa b)") == q.All(tuple(map(q.Word, ("article", "61", "paragraphe", "7", "alinéa", "b"))))
    assert q.read("re\u00adlease e\u0301tat") == q.All((q.Word("release"), q.Word("état")))
    assert q.read("title: judgement") == q.Word("judgement", "title")
    assert q.read("classification:public language:fr") == q.All((q.Field("class", "public"), q.Field("lang", "fr")))
    assert q.read("a || b") == q.Any((q.Word("a"), q.Word("b")))
    assert q.read("cites:icc-01/04-01/06-3121-red") == q.Cites(("ICC-01/04-01/06-3121-Red",))
    assert q.read("cites:mict-12-25") == q.Cites(("MICT-12-25",))


@pytest.mark.parametrize("text", ["?", "😀", "*paper", "pa*er", "title:", "case: ",
                                  '"open', "(open", "close)", "a AND", "OR b", "NOT", "nofield:x", "date:yesterday", "date:2020-13", "date:..",
                                  "cites:nothing", "a*", "x" * 700, "a " * 50, "(" * 20 + "a" + ")" * 20, "-" * 1 + '"', "-(" * 200])
def test_a_question_that_cannot_be_read_says_what_to_do(text: str) -> None:
    """Every fault is told in both languages, and is never an error of the index."""
    with pytest.raises(q.QuestionFault) as caught:
        find(EVERYBODY, q.read(text))
    assert caught.value.says.en
    assert caught.value.says.fr
    assert caught.value.says.en != caught.value.says.fr


@pytest.mark.parametrize("text", ["§", "***", "-", "a:b:c", "'; DROP TABLE", "\x00", "[1 TO 2]", "title:^~", "\\", "+a", "case:*", "case:.*+?[",
             "a**", "日本 法庭", "𝕏",
                                  "type:a/b", "%", "/", "\u202e", "ﬁn", "case:\\"])
def test_strange_questions_are_answered(text: str) -> None:
    """Whatever is typed gives hits, none, or a fault in words."""
    try:
        found = find(EVERYBODY, q.read(text))
    except q.QuestionFault:
        return
    assert found.total >= 0

def test_names_are_found_in_every_spelling() -> None:
    """Diacritics, Cyrillic, Georgian and usual transliterations of a name come to the same."""
    assert {fold(name) for name in ("Karadžić", "KARADZIC", "Караџић", "Караджич")} == {"karadzic"}
    assert {fold(name) for name in ("Đorđević", "Djordjevic", "Ђорђевић")} == {"djordjevic"}
    assert sound(fold("Dordevic")) == sound(fold("Đorđević"))
    assert sound(fold("Miloshevich")) == sound(fold("Милошевић"))
    assert fold("Ⅳ Œuvre ﬁn") == "iv oeuvre fin"


def test_words_are_found_in_other_forms() -> None:
    """Stems meet in English and in French, with and without accents; Chinese is cut into words."""
    assert set(loose_of_word("judgements")) & set(loose_of_word("judgement"))
    assert set(loose_of_word("condamnée")) & set(loose_of_word("condamnés"))
    assert set(loose_of_word("déclarera")) & set(loose_of_word("déclarait"))  # by the endings of French alone
    assert len(words("国际刑事法院的检察官")) > 2
