"""The proof of a public file is told in the reader's language, whatever the program finds."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

from curule.registry.proof_words import FORMS, PHRASES, proof_words

REDACTION = Path(__file__).resolve().parents[2] / "src" / "curule" / "pages" / "redaction"
LISTS = ("checks", "missing")


def said():
    """Everything that the making and the proof can say: arguments of Uncertain and Fault, doubts about fonts, members of the lists of checks."""
    for path in sorted(REDACTION.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Uncertain", "Fault"):
                yield from (words for argument in node.args for words in _words(argument))
            elif isinstance(node, ast.keyword) and node.arg == "doubtful":
                yield from _words(node.value)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") in LISTS:
                yield from (words for argument in node.args for words in _words(argument))
            elif isinstance(node, (ast.Assign, ast.AugAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if any(getattr(each, "id", "") in LISTS for target in targets for each in ast.walk(target)):
                    yield from _words(node.value)


def _words(node):
    if isinstance(node, ast.IfExp):
        yield from (*_words(node.body), *_words(node.orelse))
    elif isinstance(node, (ast.List, ast.Tuple)):
        yield from (words for each in node.elts for words in _words(each))
    elif isinstance(node, ast.ListComp):
        yield from _words(node.elt)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "X" for part in node.values)


def test_everything_that_is_said_has_french_words():
    """No check, finding or reason reaches a French page in English."""
    found = {words.replace("X, by Tesseract", "words in pictures, by Tesseract") for words in said()}
    assert len(found) > 40
    with translation.override("fr"):
        # « structure » is the same word in both languages.
        assert not [words for words in sorted(found) if proof_words(words) == words and words != "structure"]


@pytest.mark.parametrize(("words", "french"), [
    ("the page has /Annots", "la page comporte /Annots"),
    ("words in pictures, by Tesseract (eng+fra)", "mots dans les images, par Tesseract (eng+fra)"),
    ("something that a later release says", "something that a later release says"),
])
def test_names_within_what_is_said_stay(words, french):
    """Keys and languages are told as they are, and what has no words here is told as it was said."""
    assert proof_words(words) == words
    with translation.override("fr"):
        assert proof_words(words) == french


def test_forms_and_phrases_are_apart():
    """Each thing is said in one way alone."""
    assert not [phrase for phrase in PHRASES for form in FORMS if re.fullmatch(form, phrase)]
