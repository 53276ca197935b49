"""The filing data of the packs: every kind of document is whole, names known organs, and its page limit is a figure with a source."""

from __future__ import annotations

import pytest

from curule.law.library import Library
from curule.statutes import PACKS, load_pack

COURTS = {code: load_pack(code).court for code in PACKS if load_pack(code).court is not None}


@pytest.mark.parametrize("code", COURTS)
def test_every_kind_of_document_is_whole(code):
    """Each has its names in both languages, organs that exist, and a page limit that the figures file knows."""
    court, library = COURTS[code], Library(load_pack(code))
    for kind in court.types.values():
        assert kind.name.en
        assert kind.name.fr
        assert set(kind.by) <= set(library.organs)
        assert not kind.pages or library.figure(kind.pages).source.en


@pytest.mark.parametrize("code", COURTS)
def test_the_figures_of_filing_are_there(code):
    """Response, reply and translation times have their figure with its source in both languages."""
    library = Library(load_pack(code))
    for figure in ("response_time", "reply_time", "translation_time"):
        assert library.figure(figure).length.n > 0
        assert library.figure(figure).source.fr


@pytest.mark.parametrize("code", COURTS)
def test_numbers_are_written_with_every_ending(code):
    """The forms of numbers take their parts: the case, the count, the letters of a hidden series, the ending of each form of a document."""
    numbers = COURTS[code].numbers
    assert "7" in numbers.form.format(case="X", series="", n=7)
    assert "C7" in numbers.hidden_form.format(case="X", series="C", n=7)
    assert all(form.format(k=2, language="FRA") for form in numbers.endings.values())


def test_both_tribunals_keep_a_court_record():
    """The Mechanism and the Court both declare how documents are filed."""
    assert {"mechanism", "rome"} <= set(COURTS)
