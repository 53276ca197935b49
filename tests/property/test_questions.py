"""Laws of the language of questions: any text is read or refused in words, and what is read can be asked."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from curule.search import questions as q
from curule.search.compiling import compiled, tiers, words_asked
from curule.search.folding import fold, loose, loose_of_word, words
from curule.search.index import gate

pieces = st.sampled_from(("AND", "OR", "NOT", "(", ")", '"', "-", "case:", "date:2020..2021", 'cites:"article 5"', "MICT-12-25", "deport*", "title:x",
                          "法庭", "Караџић", "a"))
asked = st.lists(pieces | st.text(max_size=8), max_size=14).map(" ".join) | st.text(max_size=80)


@given(asked)
@settings(max_examples=400)
def test_any_question_is_read_or_refused_in_words(text: str) -> None:
    """No text leads to another error than a fault that says what to write, in two languages; what is read compiles."""
    fault: q.QuestionFault | None = None
    node: q.Node | None = None
    try:
        node = q.read(text)
    except q.QuestionFault as told:
        fault = told
    if fault is not None:
        assert fault.says.en
        assert fault.says.fr
        return
    assert compiled(node) is not None
    assert all(tiers(node)) or not tiers(node)
    assert all(words_asked(node)) or not words_asked(node)


@given(st.text(max_size=120))
def test_folding_is_stable_and_words_of_a_text_find_it(text: str) -> None:
    """What is folded twice is folded once; each word of a text written in letters of the alphabet has a loose form that the text has too."""
    assert fold(fold(text)) == fold(text)
    held = loose(text)
    for word in words(text):
        if word.isascii() and word.isalpha() and word in text.casefold().split():
            assert held & set(loose_of_word(word)), word


@given(st.sets(st.text(min_size=1, max_size=30), max_size=12), st.sets(st.integers(0, 10**9), max_size=5))
def test_a_gate_can_be_made_for_any_tokens(tokens: set[str], stale: set[int]) -> None:
    """Tokens are opaque: whatever they are, the gate is a query of its own and no token is read as syntax."""
    with suppress(UnicodeEncodeError):  # half a character is no text, and no token
        assert gate(tokens, stale) is not None
