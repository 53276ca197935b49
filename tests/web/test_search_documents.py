"""Documents are found by their text, by their readers alone, under the number that a reader knows."""

from __future__ import annotations

import pytest

from curule.law.record import RECLASSIFICATION
from curule.matters.pipeline import enter
from curule.registry.models import PageText, Rendition
from curule.registry.signals import text_ready
from curule.search import questions as q
from curule.search.finding import find
from curule.search.models import Mark
from curule.search.shown import hits_of
from curule.search.upkeep import catch_up
from tests.web.matter_samples import open_case, request
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
EVERYBODY = frozenset({"public"})
REGISTRY = frozenset({"public", "organ:mechanism:registry"})


@pytest.fixture
def papers(settings, tmp_path):
    """A public motion and a confidential one, with their texts."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    matter = open_case()
    sender = person("prosecutor-one", "prosecutor")
    made = [filed(matter, sender, tmp_path, title="Motion concerning a witness")[0],
            filed(matter, sender, tmp_path, title="Motion concerning protection", classification="confidential")[0]]
    for rendition, words_of_page in zip(made, ("Provisional release of Karadžić; see MICT-12-25, para. 4. 检察官", "Wardrobe of the protected witness"),
            strict=True):
        rendition.texts.all().delete()
        PageText.objects.create(rendition=rendition, page=1, text="Cover page")
        PageText.objects.create(rendition=rendition, page=2, text=words_of_page)
        text_ready.send(sender=Rendition, rendition=rendition)
    return made


def test_documents_are_found_by_their_text_and_shown_at_the_page(papers) -> None:
    """Words of a page, in any spelling and script, find the document; the hit leads to the page and shows its words."""
    public, _confidential = papers
    for text in ("release", "Karadzic", "Караџић", "检察官", "cites:MICT-12-25", 'cites:"MICT-12-25"', "type:motion release", "lang:en release",
            "title:witness release"):
        assert [row.pk for row in find(EVERYBODY, q.read(text)).rows] == [public.entry_id], text
    hit = hits_of(find(EVERYBODY, q.read("release")).rows, EVERYBODY, ["release"], "en")[0]
    assert hit.href.endswith(f"/documents/{public.code}/?page=2#page-2")
    assert "<mark>release</mark>" in str(hit.snippet)
    assert hit.number == public.number


def test_texts_of_confidential_documents_are_found_by_their_readers_alone(papers) -> None:
    """A word that only a confidential document has is found by the Registry and by nobody else, in no count and no suggestion."""
    _public, confidential = papers
    assert find(REGISTRY, q.read("wardrobe")).rows[0].pk == confidential.entry_id
    assert find(REGISTRY, q.read("class:confidential")).total == 1
    nothing = find(EVERYBODY, q.read("wardrobe"))
    assert (nothing.total, nothing.rows, nothing.suggestion) == (0, [], None)
    assert find(EVERYBODY, q.read("wardrobes")).suggestion is None
    assert find(EVERYBODY, q.read("class:confidential")).total == 0


def test_a_document_that_becomes_public_is_found_under_its_public_number_alone(papers) -> None:
    """After the order everybody finds it; the number that it had for its earlier readers leads nobody to it."""
    _public, confidential = papers
    before = confidential.number
    enter("MICT-26-1", request(0, "single_judge", RECLASSIFICATION, entries=[confidential.entry.number], classification="public", reason="Over."))
    confidential.refresh_from_db()
    assert find(EVERYBODY, q.read("wardrobe")).total == 1
    assert confidential.number != before
    assert confidential.entry_id in [row.pk for row in find(EVERYBODY, q.read(f'"{confidential.number}"')).rows]
    assert confidential.entry_id not in [row.pk for row in find(EVERYBODY, q.read(f'"{before}"')).rows]


def test_while_another_process_writes_the_marks_wait(papers) -> None:
    """A busy index loses nothing: the marks stay, and the next question settles them."""
    from curule.search.index import opened
    from curule.search.upkeep import current

    find(EVERYBODY, None)
    writer = opened(current().code)._index.writer(15_000_000, 1)
    text_ready.send(sender=Rendition, rendition=papers[0])
    assert catch_up() == 0
    assert Mark.objects.exists()
    del writer
    assert catch_up() == 1
    assert not Mark.objects.exists()
