"""Importing official texts: whole or not at all, once, the newer instead of the older; and what the command says."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from curule.cli.statute import command
from curule.lawbook.importing import import_text, store
from curule.lawbook.models import Edition, ImportedText, TextUnit
from curule.texts import TextError
from tests.web.law_samples import STATUTE, imported

pytestmark = pytest.mark.django_db


@pytest.fixture
def statute(tmp_path):
    """A file with an invented statute."""
    file = tmp_path / "statute.txt"
    file.write_text(STATUTE, encoding="utf-8")
    return file


def run(*arguments):
    """The command, as a person starts it."""
    return CliRunner().invoke(command, [str(a) for a in arguments])


def test_the_command_tells_units_found_aligned_and_not_aligned_with_line_and_reason(statute):
    """Each language has its figures; the item that no table knows is listed with its line and why; all of it is stored."""
    came = run("import", statute)
    assert came.exit_code == 0, came.output
    assert "English: 11 units found, 10 aligned, 1 unaligned" in came.output
    assert "line 16, column 1, English: “(q) an item which no table knows.” — " in came.output
    edition = Edition.objects.get()
    assert (edition.instrument, edition.language, edition.found, edition.aligned, edition.unaligned) == ("irmct", "en", 11, 10, 1)
    lost = TextUnit.objects.get(kind="unaligned")
    assert (lost.line, lost.provision) == (16, "")
    assert lost.reason["en"]
    assert lost.reason["fr"]


def test_texts_stand_at_their_provisions_with_heading_and_line(statute):
    """A paragraph is found at its provision with its line; the heading at its article, counted zero."""
    run("import", statute)
    found = {(u.provision, u.sequence): (u.kind, u.text, u.line) for u in TextUnit.objects.all()}
    assert found[("irmct:7", 0)] == ("heading", "Invented heading of earlier trials", 3)
    assert found[("irmct:7(2)(b)", 1)] == ("text", "another invented item.", 12)
    assert TextUnit.objects.get(provision="irmct:7(2)(b)").article == "irmct:7"


def test_json_for_machines(statute):
    """With --json the whole report comes as one document, and nothing else is printed."""
    told = json.loads(run("import", statute, "--json").output)
    assert told["languages"]["en"]["aligned"] == 10
    assert told["unaligned"][0]["line"] == 16
    assert told["stored"] is True
    assert json.loads(run("list", "--json").output)[0]["current"] is True


def test_the_same_file_again_is_harmless(statute):
    """Importing a file twice, even under another name, stores it once and changes nothing."""
    run("import", statute)
    before = list(TextUnit.objects.order_by("pk").values_list("pk", "text"))
    other = statute.with_name("renamed.txt")
    other.write_bytes(statute.read_bytes())
    came = run("import", other)
    assert came.exit_code == 0
    assert "nothing was added" in came.output
    assert list(TextUnit.objects.order_by("pk").values_list("pk", "text")) == before
    assert ImportedText.objects.count() == 1


def test_a_newer_import_supersedes_the_languages_that_it_holds():
    """A newer text takes the place of the older in its own languages only; the older comes back when it is imported again."""
    store(imported("en", "zh"))
    newer = store(imported("zh", sha256="b" * 64))
    assert newer.superseded == ("zh",)
    current = {e.language: e.imported.sha256[0] for e in Edition.objects.filter(is_current=True).select_related("imported")}
    assert current == {"en": "a", "zh": "b"}
    again = store(imported("en", "zh"))
    assert not again.is_new
    assert again.superseded == ("zh",)
    assert Edition.objects.get(language="zh", is_current=True).imported.sha256[0] == "a"


def test_nothing_half_written_when_storing_fails(monkeypatch):
    """A fault in the middle of the units leaves the earlier text as it was, and no trace of the new one."""
    store(imported("en"))
    broken = imported("en", sha256="b" * 64)
    monkeypatch.setattr("curule.lawbook.importing.BATCH", 2)
    # The fifth entry is of a language that the report does not know.
    broken.entries[4:] = [e.__class__(**{**{f: getattr(e, f) for f in e.__slots__}, "language": "xx"}) for e in broken.entries[4:]]
    with pytest.raises(KeyError):
        store(broken)
    assert [t.sha256[0] for t in ImportedText.objects.all()] == ["a"]
    assert Edition.objects.get().is_current


@pytest.mark.parametrize(("content", "says"), [
    (b"A shopping list: bread, milk.\n", "not the text of an instrument"),
    (b"", "empty"),
    (b"Statute\x00of nothing", "zero"),
    (bytes(range(128, 256)) * 40, ""),
])
def test_what_is_no_statute_is_refused_with_a_message(tmp_path, content, says):
    """A file that is no statute, empty, binary or in no known encoding: a message that names it, status not zero, nothing stored."""
    file = tmp_path / "wrong.txt"
    file.write_bytes(content)
    came = run("import", file)
    assert came.exit_code == 1
    assert "wrong.txt" in came.output
    assert says in came.output
    assert "Traceback" not in came.output
    assert not ImportedText.objects.exists()


def test_a_missing_file_and_one_too_large_are_refused(tmp_path):
    """A file that is not there, a folder, and a file beyond the limit: each a message and no trace."""
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    for path in (tmp_path / "absent.txt", tmp_path, huge):
        came = run("import", path, "--lang", "fr")
        assert came.exit_code == 1, came.output
        assert path.name in came.output
    assert not ImportedText.objects.exists()


def test_a_hostile_name_is_stored_as_codes(tmp_path):
    """A file name that would turn a terminal's text round is kept and shown with its characters as codes."""
    file = tmp_path / "stat\u202eute.txt"
    file.write_text(STATUTE, encoding="utf-8")
    came = run("import", file)
    assert "\u202e" not in came.output
    assert ImportedText.objects.get().file_name == "stat\\u202eute.txt"


def test_reading_errors_come_through_the_library_function(tmp_path):
    """Whoever imports from Python gets the reader's own error."""
    with pytest.raises(TextError):
        import_text(tmp_path / "absent.txt")


@pytest.mark.parametrize(("name", "instrument", "figures"), [
    ("resolution_1966_statute_zh.txt", "irmct", {"zh": 157}),
    ("rome_statute_en_zh.txt", "rome", {"en": 892, "zh": 885}),
    ("a68491_zh.txt", "a68491", {"zh": 182}),
])
def test_the_real_files_are_stored_as_they_are(law_files, name, instrument, figures):
    """Every unit that the reader aligned is stored, and as many provisions have a text as the report says."""
    read, stored = import_text(law_files / name)
    assert stored.text.instrument == instrument
    units = TextUnit.objects.filter(edition__imported=stored.text)
    assert units.exclude(kind="unaligned").count() == len(read.entries)
    assert units.filter(kind="unaligned").count() == len(read.report.unaligned)
    for language, least in figures.items():
        held = units.filter(edition__language=language).exclude(kind__in=["heading", "unaligned"]).values("provision").distinct().count()
        assert held >= least


# Through the browser ----------------------------------------------------------------------------------------------------


def sent(content, name="statute.txt"):
    """An upload."""
    return {"file": SimpleUploadedFile(name, content)}


@pytest.mark.parametrize("office", ["registrar", "archivist"])
def test_registrar_and_archivist_import_through_the_page(client, make_user, office):
    """The page takes the file, tells the figures on the instrument's page, and keeps who imported it; a repeat adds nothing."""
    user = make_user(office)
    client.force_login(user)
    assert "/law/import" in client.get("/law/").content.decode()
    answer = client.post("/law/import", sent(STATUTE.encode()), follow=True)
    assert answer.redirect_chain[0][0] == "/law/irmct#texts"
    assert "10 of 11 units aligned, 1 listed as not aligned" in answer.content.decode()
    assert ImportedText.objects.get().imported_by == user
    again = client.post("/law/import", sent(STATUTE.encode(), "other.txt"), follow=True)
    assert "nothing was added" in again.content.decode()
    assert ImportedText.objects.count() == 1


def test_for_everybody_else_there_is_no_such_page(client, make_user):
    """Visitors, counsel and a registrar of one matter only find nothing, and can send nothing."""
    readers = [None, make_user("judge"), make_user(("registrar", "MICT-26-1", "")), make_user("public")]
    for reader in readers:
        client.logout()
        if reader is not None:
            client.force_login(reader)
        assert client.get("/law/import").status_code == 404
        assert client.post("/law/import", sent(STATUTE.encode())).status_code == 404
        assert "/law/import" not in client.get("/law/irmct/12").content.decode()
    assert not ImportedText.objects.exists()


@pytest.mark.parametrize(("content", "name", "says"), [
    (b"A shopping list", "list.txt", "is not the text of an instrument"),
    (b"", "empty.txt", "This file is empty"),
    (b"x" * (8 * 1024 * 1024 + 1), "huge.txt", "an instrument has 8 MB at most"),
    (STATUTE.encode().replace(b"Article 7", b"Article\x007"), "zero.txt", "zero"),
    (b"<script>alert(1)</script>", "<script>x.txt", "is not the text"),
])
def test_hostile_uploads_are_sent_back_with_a_remedy(client, make_user, content, name, says):
    """What is no statute, empty, too large or binary comes back with a message, escaped; nothing is stored and nothing left on the disk."""
    client.force_login(make_user("archivist"))
    answer = client.post("/law/import", sent(content, name))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "<script>x" not in answer.content.decode()
    assert not ImportedText.objects.exists()
    assert not list(Path(tempfile.gettempdir()).glob("curule-text-*"))


def test_a_name_cannot_lead_out_of_its_folder(client, make_user):
    """An upload that calls itself by a path is stored under the last part of it."""
    client.force_login(make_user("archivist"))
    client.post("/law/import", sent(STATUTE.encode(), "../../../tmp/owned.txt"))
    assert ImportedText.objects.get().file_name == "owned.txt"
