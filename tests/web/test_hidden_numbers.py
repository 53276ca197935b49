"""Numbers tell nobody of what is hidden: neither a gap in endings, nor a count of a series that the reader is not of."""

from __future__ import annotations

import re

import pytest

from curule.matters.models import Matter
from curule.matters.pipeline import enter
from curule.registry.models import Rendition
from tests.web.matter_samples import open_case, request
from tests.web.registry_samples import filed, pdf, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


@pytest.fixture
def people(settings, tmp_path):
    """The Prosecutor and counsel for two accused of one public case."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    open_case(NUMBER)
    return {"prosecutor": person("n-prosecutor", "prosecutor"), "one": person("n-one", "defence", NUMBER, "C01"),
            "two": person("n-two", "defence", NUMBER, "C02"), "registrar": person("n-registrar", "registrar")}


def one(people, who: str, folder, **given) -> Rendition:
    """One document, filed and accepted."""
    return filed(Matter.objects.get(number=NUMBER), people[who], folder, officer=people["registrar"], **given)[0]


def reclassified(made: Rendition, classification: str, addressees: str = "") -> Rendition:
    """The document after a Chamber classified it otherwise."""
    named = {"addressees": addressees} if addressees else {}
    enter(NUMBER, request(0, "single_judge", "reclassify_entries", entries=str(made.entry.number), classification=classification, reason="decided", **named))
    made.refresh_from_db()
    return made


@pytest.mark.parametrize("act", ["file_annex", "file_corrigendum", "file_translation"])
def test_an_ending_counts_nothing_that_others_filed_ex_parte(people, tmp_path, act):
    """What one party files ex parte to a public motion does not show in the number of what the other files ex parte to it."""
    motion = one(people, "prosecutor", tmp_path)
    given = {"act": act, "of": motion.entry.number, "classification": "ex_parte", "title": "Other form", "language": "fr"}
    numbers = {}
    for hidden in (False, True):
        if hidden:
            one(people, "prosecutor", tmp_path, **given)
        numbers[hidden] = one(people, "one", tmp_path, **{**given, "addressees": ["person:C01"], "of": motion.entry.number})
        if not hidden:
            first = numbers[False].number
            motion = one(people, "prosecutor", tmp_path)
            given["of"] = motion.entry.number
    assert _shape(first) == _shape(numbers[True].number)


def _shape(number: str) -> str:
    """A number without what differs by right: the letters of its series and its count there, the number of the document to which it belongs."""
    return re.sub(r"/X?[A-Z]*\d+", "/…", number)


def test_a_confidential_redacted_version_does_not_count_the_ex_parte_filings(people, tmp_path):
    """The third ex parte motion gets a confidential redacted version: its number is of the confidential series, where it is the first."""
    for _n in range(2):
        one(people, "prosecutor", tmp_path, classification="ex_parte")
    original = one(people, "prosecutor", tmp_path, classification="ex_parte")
    hidden = original.document.stem
    redacted = one(people, "prosecutor", tmp_path, act="file_redacted_version", of=original.entry.number, classification="confidential", title="Redacted")
    assert redacted.number == f"{NUMBER}/C1 conf. red"
    original.refresh_from_db()
    assert (original.number, original.former_number) == (f"{NUMBER}/C1 ex parte", f"{hidden} ex parte")


def test_what_is_opened_to_the_parties_is_numbered_in_their_series(people, tmp_path):
    """The third ex parte motion becomes confidential: the other side does not learn from its number that there were two before it."""
    for _n in range(2):
        one(people, "prosecutor", tmp_path, classification="ex_parte")
    made = reclassified(one(people, "prosecutor", tmp_path, classification="ex_parte"), "confidential")
    assert made.number == f"{NUMBER}/C1 conf."
    assert reclassified(made, "public").number == f"{NUMBER}/1"


def test_whoever_is_added_as_addressee_does_not_count_what_was_before(people, tmp_path):
    """The second ex parte motion is opened to counsel: it is the first of the series of those two."""
    one(people, "prosecutor", tmp_path, classification="ex_parte")
    before = one(people, "prosecutor", tmp_path, classification="ex_parte")
    stem = before.document.stem
    assert stem.endswith("2")
    made = reclassified(before, "ex_parte", "person:C01")
    assert made.document.stem != stem
    assert re.fullmatch(rf"{NUMBER}/X[A-Z]+1 ex parte", made.number)


def test_annexes_move_with_their_document(people, tmp_path):
    """A confidential motion with an annex becomes public: one public number for both, and the next filing takes the one after it."""
    made = filed(Matter.objects.get(number=NUMBER), people["prosecutor"], tmp_path, pdf("A"), pdf("B"),
                 officer=people["registrar"], classification="confidential")
    reclassified(made[0], "public")
    assert sorted(Rendition.objects.values_list("number", flat=True)) == [f"{NUMBER}/1", f"{NUMBER}/1 annex 1"]
    assert one(people, "prosecutor", tmp_path).number == f"{NUMBER}/2"
