"""A name is found in scans, in texts and in what belongs to a document; it is marked when somebody confirms it; the proof reads the scans."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from curule.access.models import User
from curule.jobs.running import run_due
from curule.pages.words import Word, apart, joined
from curule.registry.models import PageWords
from curule.registry.occurrences import occurrences
from curule.registry.redaction_work import RedactionWork
from tests.unit.pages.papers import image, paper
from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, pdf, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"


@pytest.fixture
def folder(tmp_path, settings):
    """A store and a home of this test alone."""
    settings.STORE_URL, settings.HOME = (tmp_path / "store").as_uri(), tmp_path
    (tmp_path / "sent").mkdir()
    return tmp_path / "sent"


def scan(*pages, font="Helvetica"):
    """A PDF of pictures alone: what these pages would be after a scanner."""
    drawn = [image(paper(text, points=18, font=font), scale=2.5) for text in pages]
    into = io.BytesIO()
    drawn[0].save(into, "PDF", save_all=True, append_images=drawn[1:], resolution=180)
    return into.getvalue()


def browser(username="officer"):
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


@pytest.fixture
def statement(folder):
    """A confidential scan of two pages in English with the text of an annex beside it, read in the background."""
    matter, defence, officer = open_case(NUMBER), person("counsel", "defence", NUMBER, "C1"), person("officer", "registry_officer")
    files = (scan("The witness Petar Jankovic spoke", "Nobody was there when Jankovic left"), pdf("Annex: list of Jankovic and others"))
    found = filed(matter, defence, folder, *files, officer=officer, classification="confidential", title="Statement")
    run_due()
    return found


@pytest.fixture
def unread(folder):
    """A confidential document whose background work is still to be done."""
    matter, defence, officer = open_case(NUMBER), person("counsel", "defence", NUMBER, "C1"), person("officer", "registry_officer")
    return filed(matter, defence, folder, pdf("Words"), officer=officer, classification="confidential")[0]


def find(client, rendition, names="Jankovic", **more):
    return client.post(reverse("registry:redact-find", args=[rendition.code]), {"names": names, "step": "find", **more})


def test_words_of_scans_and_texts_have_their_places(statement):
    """Recognised pages and text layers keep where each word stands, inside the page."""
    for one, recognised in zip(statement, (True, False), strict=True):
        for page in one.page_words.all():
            assert page.recognised is recognised
            boxes = [word[1:] for line in page.lines for word in line]
            assert boxes
            assert all(0 <= left < right <= page.width + 20 and 0 <= top < bottom <= page.height + 20 for left, top, right, bottom in boxes)


def test_a_name_is_marked_in_a_scan_and_its_annex(statement):
    """All places are shown with their pictures, those of the annex too; what is confirmed is marked in each document; the proof reads the pictures."""
    client, (main, annex) = browser(), statement
    page = find(client, main)
    shown = page.content.decode()
    assert page.status_code == 200
    assert f'value="{annex.code}"' in shown
    keys = [f"{main.code}:{one.key}" for one in occurrences(main, ["Jankovic"], 10)]
    assert len(keys) == 2
    assert all(key in shown for key in keys)
    place = shown.partition(reverse("registry:redact-place", args=[main.code, 1]))[2].partition('"')[0]
    picture = client.get(reverse("registry:redact-place", args=[main.code, 1]) + place)
    assert (picture.status_code, picture["Content-Type"], picture["Cache-Control"]) == (200, "image/png", "private, no-store")
    assert Image.open(io.BytesIO(picture.content)).width > 100
    answer = find(client, main, step="mark", place=keys, words=[annex.code], ground="witness")
    assert answer.status_code == 302
    works = {work.rendition_id: work for work in RedactionWork.objects.all()}
    assert [mark["kind"] for mark in works[main.pk].marks] == ["area", "area"]
    assert [(mark["kind"], mark["text"], mark["ground"]) for mark in works[annex.pk].marks] == [("phrase", "Jankovic", "witness")]
    find(client, main, step="mark", place=keys, words=[annex.code, main.code], ground="witness")  # again: nothing twice; the words are proved now
    client.post(reverse("registry:redact", args=[main.code]), {"step": "make"})
    run_due()
    work = RedactionWork.objects.get(rendition=main)
    assert len(work.marks) == 3
    assert work.is_proved, work.result
    assert any("Tesseract (eng+fra)" in check for check in work.result["proof"]["checks"])


def test_a_name_left_in_a_scan_is_found_by_the_proof(statement):
    """Where one of two places of a name stays in the pixels, nothing is released, and the page is named."""
    client, main = browser(), statement[0]
    first = occurrences(main, ["Jankovic"], 10)[0]
    find(client, main, step="mark", place=[f"{main.code}:{first.key}"], words=[main.code], ground="witness")
    client.post(reverse("registry:redact", args=[main.code]), {"step": "make"})
    run_due()
    work = RedactionWork.objects.get(rendition=main)
    assert not work.is_proved
    assert work.public is None
    assert {fault["page"] for fault in work.result["proof"]["faults"]} == {2}


def test_a_chinese_name_is_found_and_proved_in_chinese(folder):
    """In a Chinese scan the name is found by its characters, and the proof reads Chinese: left in place it is seen, marked it is gone."""
    matter, defence, officer = open_case(NUMBER), person("counsel", "defence", NUMBER, "C1"), person("officer", "registry_officer")
    content = scan("证人王小明出庭作证\n会议在上海举行", font="STSong-Light")
    (one,) = filed(matter, defence, folder, content, officer=officer, classification="confidential", language="zh", title="陈述")
    run_due()
    client = browser()
    (place,) = occurrences(one, ["王小明"], 10)
    client.post(reverse("registry:redact", args=[one.code]), {"step": "phrase", "phrase-text": "王小明", "phrase-ground": "witness"})
    client.post(reverse("registry:redact", args=[one.code]), {"step": "make"})
    run_due()
    assert not RedactionWork.objects.get().is_proved
    find(client, one, "王小明", step="mark", place=[f"{one.code}:{place.key}"], ground="witness")
    client.post(reverse("registry:redact", args=[one.code]), {"step": "make"})
    run_due()
    work = RedactionWork.objects.get()
    assert work.is_proved, work.result
    assert any("chi_sim" in check for check in work.result["proof"]["checks"])


@pytest.mark.parametrize(("read", "name", "exact"), [
    ("Jankovic", "Janković", True), ("Jankov1c", "Jankovic", False), ("Janko- vic", "Jankovic", False), ("Jarnkovic", "Jankovic", False),
    ("Petar Jankovic", "Petar Jankovic", True), ("PetarJankovic", "Petar Jankovic", False), ("王小朋", "王小明", False), ("Jones", "Jankovic", None),
    ("Ana", "Ann", None), ("anna", "Anne", False)])
def test_what_is_nearly_the_name_is_suggested(unread, read, name, exact):
    """Recognition errs: letters misread, run together or torn apart are shown as near; other words are not."""
    words = [w for place, part in enumerate(read.split()) for w in apart(Word(part, 50.0 + 60 * place, 50, 100.0 + 60 * place, 60))]
    PageWords.objects.create(rendition=unread, page=1, width=5950, height=8420, recognised=True,
                             lines=[[[w.text, *(round(v * 10) for v in w[1:])] for w in words]])
    assert [one.exact for one in occurrences(unread, [name], 10)] == ([] if exact is None else [exact])


def test_ideographs_are_words_of_their_own():
    """Between ideographs stands no blank, between other words one."""
    words = [*apart(Word("证人Wang", 0, 0, 60, 10)), Word("spoke", 70, 0, 90, 10)]
    assert [word.text for word in words] == ["证", "人", "Wang", "spoke"]
    assert joined(words)[0] == "证人 Wang spoke"


def test_for_others_nothing_is_searched(unread):
    """Who may not redact finds neither the search nor the pictures of places; what somebody else is to redact is named and not marked."""
    person("prosecutor", "prosecutor")
    assert find(browser("prosecutor"), unread).status_code == 404
    assert browser("prosecutor").get(reverse("registry:redact-place", args=[unread.code, 1]) + "?box=1,1,9,9").status_code == 404
    assert Client().post(reverse("registry:redact-find", args=[unread.code]), {"names": "x"}).status_code == 302
    for box in ("", "a,b,c,d", "1,1,9", "99999,1,99999,9"):
        assert browser().get(reverse("registry:redact-place", args=[unread.code, 1]), {"box": box}).status_code == 404


def test_the_layer_lies_over_the_picture_and_marks_what_is_found(statement, client):
    """The viewer lays the text of a scan over its picture and marks the place of what is looked for; markup in a text stays text."""
    officer = browser()
    shown = officer.get(reverse("registry:document", args=[statement[0].code]), {"q": "jankovic"}).content.decode()
    assert shown.count('<svg class="layer"') == 2
    assert shown.count("<rect x=") == 2
    assert "Petar Jankovic" in shown.partition('<svg class="layer"')[2].partition("</svg>")[0]
    page = statement[0].page_words.get(page=1)
    page.lines = [[["<script>alert(1)</script>", 10, 10, 90, 20]]]
    page.save()
    assert "<script>alert(1)" not in officer.get(reverse("registry:document", args=[statement[0].code])).content.decode()


def test_nothing_is_found_with_words_that_are_none(unread):
    """Without a letter or a digit nothing is searched."""
    assert find(browser(), unread, " ;- ;").status_code == 302
    assert browser().get(reverse("registry:redact-find", args=[unread.code])).url == reverse("registry:redact", args=[unread.code])
    assert not RedactionWork.objects.get().marks
