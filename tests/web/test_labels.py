"""The signs between words: each language writes its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils import translation

from curule.desk.labels import colon, labelled, quoted
from curule.desk.templatetags.curule import page_numbers
from curule.matters.phrases import case_name
from curule.registry.templatetags.registry import file_kind

SOURCE = Path(__file__).resolve().parents[2] / "src" / "curule"
TEMPLATES = sorted(path for path in SOURCE.rglob("templates/**/*.html") if path.name != "styleguide.html")
TOLD = re.compile(r"\{% blocktranslate.*?endblocktranslate %\}|\{% comment %\}.*?\{% endcomment %\}", re.S)


@pytest.mark.parametrize(("lang", "written"), [("en", "Branch: “Arusha”"), *((lang, "Branch\u00a0: «\u00a0Arusha\u00a0»") for lang in ("fr", "fr-ch"))])
def test_a_label_and_a_quotation_follow_the_language(lang, written):
    """French puts a space before the colon and within its quotation marks, and no line breaks there."""
    assert labelled("Branch", quoted("Arusha", lang), lang) == written
    with translation.override(lang):
        assert labelled("Branch", quoted("Arusha")) == written


def test_in_a_page_the_value_is_escaped():
    """What somebody wrote is quoted as text, never as markup."""
    page = Template("{% load curule %}{% colon %}{{ words|quoted }}")
    with translation.override("fr"):
        assert page.render(Context({"words": "<b>"})) == "\u00a0: «\u00a0&lt;b&gt;\u00a0»"
    assert colon("xx") == ": "


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_page_writes_the_colon_or_the_quotation_marks_of_one_language(path):
    """Between what pages put in, colons and quotation marks come from the language; those within a message are its translator's."""
    text = TOLD.sub("", path.read_text(encoding="utf-8"))
    found = re.findall(r"(?:%\}|\}\}|</(?:a|span|strong)>): (?=\{|<).{0,40}|“\{\{.{0,40}", text)
    assert not found, found


@pytest.mark.parametrize(("title", "english", "french"), [
    ("The Prosecutor v. A. Example", "The Prosecutor v. A. Example", "Le Procureur c. A. Example"),
    ("Le Procureur c. A. Example", "The Prosecutor v. A. Example", "Le Procureur c. A. Example"),
    ("Le Procureur général", "Le Procureur général", "Le Procureur général"),
])
def test_a_case_is_cited_in_the_language_of_the_page(title, english, french):
    """Whichever language a case was opened in; any other title stays as it was given."""
    assert (case_name(title, "en"), case_name(title, "fr")) == (english, french)


@pytest.mark.parametrize(("media_type", "english", "french"), [
    ("application/pdf", "PDF", "PDF"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document", "Document Word"),
    ("application/vnd.ms-excel.sheet.macroEnabled.12", "Excel spreadsheet with macros", "Classeur Excel avec macros"),
    ("video/x-msvideo", "Video recording (MSVIDEO)", "Enregistrement vidéo (MSVIDEO)"),
    ("application/x-none", "application/x-none", "application/x-none"),
])
def test_files_are_called_by_what_they_are(media_type, english, french):
    """In the words of a clerk, not those of the network."""
    assert file_kind(media_type) == english
    with translation.override("fr"):
        assert file_kind(media_type) == french


@pytest.mark.parametrize(("here", "count", "numbers"), [
    (1, 2, []), (1, 200, [1, 2, 3, None, 200]), (100, 200, [1, None, 98, 99, 100, 101, 102, None, 200]), (200, 200, [1, None, 198, 199, 200]),
])
def test_pages_far_away_are_reached_by_their_numbers(here, count, numbers, rf):
    """The first, the last and the neighbours lead on, and what narrows the list goes along."""
    page = Paginator(range(count), 1).get_page(here)
    assert page_numbers(page) == numbers
    context = Context({"page": page})
    context.request = rf.get("/inbox/?view=done&matter=MICT-26-1")
    shown = Template("{% include 'matters/parts/pages.html' %}").render(context)
    assert shown.count("?view=done&amp;matter=MICT-26-1&amp;page=") == len([n for n in numbers if n not in (None, here)]) + (here > 1) + (here < count)
