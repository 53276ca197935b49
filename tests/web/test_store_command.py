"""``curule store``: verification and clearing from the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from curule.cli.store import command
from curule.store import User, store

pytestmark = pytest.mark.usefixtures("own_store")

def test_the_store_is_verified_and_cleared(db):
    """A sound store gives status 0 and its count; an altered byte gives status 1 and its place; a killed writer's deposit is cleared."""
    store().put("document/1", {"a.txt": b"content"}, "filed", User("clerk"))
    sound = CliRunner().invoke(command, ["verify", "--json"])
    assert (sound.exit_code, json.loads(sound.stdout)) == (0, {"objects": 1, "faults": []})
    (place,) = store().root.glob("*/*/*/*/v1/content/a.txt")
    place.chmod(0o640)
    place.write_bytes(b"cOntent")
    altered = CliRunner().invoke(command, ["verify"])
    assert altered.exit_code == 1
    assert "document/1/v1/content/a.txt" in altered.stderr
    (store().deposits / "dead").mkdir()
    (store().deposits / "dead.lock").touch()
    assert CliRunner().invoke(command, ["sweep"]).stdout == "1 found\n"
