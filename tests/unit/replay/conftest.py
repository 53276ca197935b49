"""The law and the phrases of both tribunals, for the tests of replay."""

from __future__ import annotations

import pytest

from curule.law.library import Library
from curule.replay.phrasebook import Phrasebook
from curule.replay.phrases_file import load_phrases
from curule.statutes import load_pack


def phrases(library: Library) -> Phrasebook:
    """The phrases of a pack that has some."""
    found = load_phrases(library.pack)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def library() -> Library:
    """The Mechanism's law."""
    return Library(load_pack("mechanism"))


@pytest.fixture(scope="session")
def book(library: Library) -> Phrasebook:
    """The Mechanism's phrases."""
    return phrases(library)


@pytest.fixture(scope="session")
def court() -> Library:
    """The law of the International Criminal Court."""
    return Library(load_pack("rome"))
