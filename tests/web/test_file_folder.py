"""Filing from a folder: each subfolder is a filing; what is wrong is told; a repeat sends nothing twice."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from curule.cli.file_folder import command
from curule.registry.models import Submission
from tests.web.matter_samples import open_case
from tests.web.registry_samples import pdf, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
MANIFEST = """matter = "{matter}"
organ = "prosecutor"
main = "{main}"
annexes = ["a.pdf"]
[particulars]
document_type = "motion"
title = "Motion from a folder"
language = "en"
classification = "public"
"""


@pytest.fixture
def folder(settings, tmp_path):
    """A folder with one good filing, by a Prosecutor, in a case that is open."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    open_case(NUMBER)
    person("prosecutor-one", "prosecutor")
    made = tmp_path / "in"
    add(made, "first")
    return made


def add(folder, name, *, matter=NUMBER, main="m.pdf"):
    inner = folder / name
    inner.mkdir(parents=True)
    (inner / "filing.toml").write_text(MANIFEST.format(matter=matter, main=main), encoding="utf-8")
    (inner / "m.pdf").write_bytes(pdf("M"))
    (inner / "a.pdf").write_bytes(pdf("A"))
    return inner


def run(folder, *more):
    return CliRunner().invoke(command, [str(folder), "--user", "prosecutor-one", *more])


def test_a_folder_is_filed_once(folder):
    """The document and its annex are received; a second run finds the same submission."""
    assert "1 sent, 0 not" in run(folder).output
    assert run(folder).exit_code == 0
    assert Submission.objects.get().files.count() == 2


def test_an_annex_has_a_title_and_a_language(folder):
    """Where its manifest gives them; what a table says beside that is a fault."""
    manifest = folder / "first" / "filing.toml"
    told = manifest.read_text(encoding="utf-8")
    manifest.write_text(told.replace('["a.pdf"]', '[{ file = "a.pdf", titel = "x" }]'), encoding="utf-8")
    assert "not titel" in run(folder).output
    manifest.write_text(told.replace('["a.pdf"]', '[{ file = "a.pdf", title = "Maps", language = "tlh" }]'), encoding="utf-8")
    assert "none of those known here" in run(folder).output
    manifest.write_text(told.replace('["a.pdf"]', '[{ file = "a.pdf", title = "Maps", language = "fr" }]'), encoding="utf-8")
    assert run(folder).exit_code == 0
    annex = Submission.objects.get().files.get(position=1)
    assert (annex.title, annex.language) == ("Maps", "fr")


@pytest.mark.parametrize(("changed", "says"), [({"matter": "MICT-99-9"}, "no matter"), ({"main": "../first/m.pdf"}, "no file of this folder"),
                                               ({"main": "none.pdf"}, "no file of this folder")])
def test_a_faulty_filing_is_told_and_the_others_are_sent(folder, changed, says):
    """What cannot be sent is named with its reason, the exit status says so, and the good ones are received."""
    add(folder, "second", **changed)
    told = run(folder)
    assert told.exit_code == 1
    assert says in told.output
    assert Submission.objects.count() == 1


def test_a_link_that_leads_out_is_no_file(folder, tmp_path):
    """A symbolic link to a file elsewhere is refused."""
    (tmp_path / "secret").write_bytes(pdf("S"))
    inner = add(folder, "second")
    (inner / "m.pdf").unlink()
    (inner / "m.pdf").symlink_to(tmp_path / "secret")
    assert "no file of this folder" in run(folder).output


def test_a_dry_run_sends_nothing(folder):
    """Asked only, it says what it would do."""
    assert "1 could be sent" in run(folder, "--dry-run").output
    assert not Submission.objects.exists()
