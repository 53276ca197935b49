"""The preservation store on a file system: versions, names, faults, and writers that are killed."""

from __future__ import annotations

import io
import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.peers import peer

from curule.store.faults import BadName, NotKept
from curule.store.folder import FolderStore
from curule.store.inventory import User
from curule.store.names import check_paths, place_of

CLERK = User("Registry clerk", "urn:curule:user:clerk")


@pytest.fixture
def kept(tmp_path):
    """A store with one object in two versions; the second repeats the bytes of the first under another name."""
    store = FolderStore(tmp_path / "store")
    store.put("document/1", {"original/motion.pdf": b"%PDF one", "annex/a.txt": io.BytesIO(b"annex")}, "filed", CLERK)
    store.put("document/1", {"redacted/motion.pdf": b"%PDF two", "copy.pdf": b"%PDF one"}, "public redacted version", CLERK)
    return store


def whole(store, *asked):
    with store.read(*asked) as stream:
        return stream.read()


def at(store, *parts):
    return store.root.joinpath(place_of("document/1"), *parts)


def test_every_version_stays_readable(kept):
    """What the first version held is read as it was, after the second."""
    assert kept.inventory("document/1").head == 2
    assert whole(kept, "document/1", "original/motion.pdf", 1) == b"%PDF one"
    assert whole(kept, "document/1", "redacted/motion.pdf") == b"%PDF two"
    assert whole(kept, "document/1", "annex/a.txt", 2) == b"annex"
    with pytest.raises(NotKept):
        kept.read("document/1", "redacted/motion.pdf", 1)
    with pytest.raises(NotKept):
        kept.read("document/1", "annex/a.txt", 3)


def test_a_replaced_file_keeps_its_old_bytes(kept):
    """A file put again under its name is a new version; the old version still gives the old bytes."""
    assert kept.put("document/1", {"annex/a.txt": b"corrected"}, "corrigendum", CLERK) == 3
    assert (whole(kept, "document/1", "annex/a.txt", 2), whole(kept, "document/1", "annex/a.txt")) == (b"annex", b"corrected")
    assert kept.verify("document/1") == []


def test_the_same_bytes_are_kept_once(kept):
    """A file with known content takes no second place in the object."""
    held = [path for path in kept._paths("document/1") if "/content/" in path]
    assert sorted(held) == ["v1/content/annex/a.txt", "v1/content/original/motion.pdf", "v2/content/redacted/motion.pdf"]


def test_a_repeat_makes_no_version(kept):
    """Putting what is there already returns the version that there is."""
    assert kept.put("document/1", {"copy.pdf": b"%PDF one"}, "again", CLERK) == 2


def test_a_part_of_a_file_is_read(kept):
    """A start and a length choose the bytes between."""
    with kept.read("document/1", "annex/a.txt", start=1, length=3) as part:
        assert part.read(2) + part.read() + part.read() == b"nne"
    assert kept.size("document/1", "annex/a.txt") == 5


def test_objects_are_told_and_verified(kept):
    """Every object is found by walking the store, and a sound one has no faults."""
    kept.put("document/2", {"a": b""}, "empty", CLERK)
    assert sorted(kept.objects()) == ["document/1", "document/2"]
    assert [fault for name in kept.objects() for fault in kept.verify(name)] == []
    assert not kept.exists("document/3")


def test_the_inventory_says_who_when_and_why(kept):
    """Each version tells its maker, its reason and its moment."""
    version = kept.inventory("document/1").version(2)
    assert (version.user, version.message) == (CLERK, "public redacted version")
    assert version.created.tzinfo is not None


@pytest.mark.parametrize("path", [
    "../x", "/etc/passwd", "a/../../b", "a//b", "", ".", "a/.", "nul\0", "line\nbreak", "c:\\x", "a ", "dot.", "x" * 201, "\ud800",
])
def test_paths_that_climb_or_hide_are_refused(kept, path):
    """A path that could leave the object or be written differently elsewhere is refused, and nothing is written."""
    with pytest.raises(BadName):
        kept.put("document/1", {path: b"x"}, "bad", CLERK)
    assert kept.inventory("document/1").head == 2


@pytest.mark.parametrize("paths", [("A.pdf", "a.pdf"), ("\u00e9", "e\u0301"), ("a", "a/b")])
def test_paths_that_meet_are_refused(paths):
    """Names that differ only by case or normal form, or that are both file and folder, cannot be kept together."""
    with pytest.raises(BadName):
        check_paths(paths)


@given(st.text(max_size=600))
def test_no_object_name_leads_out_of_the_store(name):
    """Whatever an object is called, its place is four folders of hexadecimal digits, or it is refused."""
    try:
        parts = place_of(name).split("/")
    except BadName:
        return
    assert [len(part) for part in parts] == [3, 3, 3, 64]
    assert set("".join(parts)) <= set("0123456789abcdef")


FLIPPED = ["0=ocfl_object_1.1", "inventory.json", "inventory.json.sha512", "v1/inventory.json", "v1/inventory.json.sha512", "v2/inventory.json",
           "v1/content/original/motion.pdf", "v2/content/redacted/motion.pdf"]


@pytest.mark.parametrize("path", FLIPPED)
def test_one_flipped_bit_is_found(kept, path):
    """A single bit changed in content, inventory, sidecar or declaration is told by verification."""
    file = at(kept, path)
    file.chmod(0o640)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 4
    file.write_bytes(content)
    assert kept.verify("document/1") != []
    assert len(list(kept.objects())) == 1


@pytest.mark.parametrize("path", FLIPPED)
def test_a_lost_file_is_found(kept, path):
    """A file that is gone is told by verification."""
    at(kept, path).unlink()
    assert kept.verify("document/1") != []


def test_a_strange_file_is_found(kept):
    """A file that no inventory knows is told."""
    at(kept, "v2", "content", "slipped-in").write_bytes(b"x")
    assert [(fault.kind, fault.path) for fault in kept.verify("document/1")] == [("strange", "v2/content/slipped-in")]


def test_a_rewritten_history_is_found(kept):
    """An inventory altered together with its sidecar contradicts the versions' own inventories."""
    from curule.store.inventory import sidecar_of

    content = json.loads(at(kept, "inventory.json").read_bytes())
    content["versions"]["v1"]["message"] = "filed later"
    written = json.dumps(content).encode()
    for name, value in (("inventory.json", written), ("inventory.json.sha512", sidecar_of(written))):
        at(kept, name).chmod(0o640)
        at(kept, name).write_bytes(value)
    assert {fault.kind for fault in kept.verify("document/1")} == {"inventory"}


def test_random_faults_are_all_found(tmp_path):
    """Two hundred random flips, cuts and losses, each on a fresh object: all are found, and the clean object shows none."""
    chance, missed = random.Random(27), []
    store = FolderStore(tmp_path / "store")
    for n in range(200):
        name = f"o{n}"
        store.put(name, {"a": chance.randbytes(300), "b/c": chance.randbytes(50)}, "one", CLERK)
        store.put(name, {"a": chance.randbytes(200)}, "two", CLERK)
        assert store.verify(name) == []
        folder = store.root / place_of(name)
        file = chance.choice(sorted(path for path in folder.rglob("*") if path.is_file()))
        content, kind = file.read_bytes(), chance.choice(("flip", "cut", "lose", "grow"))
        place = chance.randrange(len(content))
        changed = {"flip": content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1:], "cut": content[:place],
                   "grow": content + b"x", "lose": b""}[kind]
        file.unlink()
        if kind != "lose":
            file.write_bytes(changed)
        if not store.verify(name):
            missed.append((kind, file.name, place))
    assert missed == []


WRITER = """
import sys
from pathlib import Path
from curule.store.folder import FolderStore
from curule.store.inventory import User
store = FolderStore(Path(sys.argv[1]))
print("ready", flush=True)
n = 0
while True:
    n += 1
    store.put(f"object-{n % 3}", {f"file-{n}": bytes([n % 251]) * 5000, "same": b"same", "last": str(n).encode()}, f"put {n}", User("writer"))
    print(f"object-{n % 3} {n}", flush=True)
"""


def test_a_killed_writer_leaves_a_valid_store(tmp_path, root):
    """Killed at 25 random moments: every acknowledged version is there, every object verifies at once, and a sweep clears what was on its way."""
    chance, folder = random.Random(9), tmp_path / "store"
    for _round in range(25):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True,
                              env={**os.environ, "PYTHONPATH": str(root / "src")}) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 0.15))
            writer.send_signal(signal.SIGKILL)
            said = [line.split() for line in writer.stdout.read().splitlines() if line.count(" ") == 1]
        store = FolderStore(folder)
        assert [fault for name in store.objects() for fault in store.verify(name)] == []
        for name, n in said:
            assert whole(store, name, f"file-{n}") == bytes([int(n) % 251]) * 5000
        store.sweep()
        assert [path.name for path in store.deposits.iterdir()] == ["locks"]
    assert len(list(store.objects())) == 3


def test_a_sweep_leaves_a_living_writer_alone(kept):
    """What another process is still writing is not swept away."""
    with kept._deposit() as folder:
        (folder / "0").write_bytes(b"coming in")
        assert kept.sweep() == 0
        assert (folder / "0").exists()
    assert kept.sweep() == 0


def test_without_the_exchange_of_names_an_object_is_put_back(kept, monkeypatch):
    """On a system that cannot exchange two names, a writer that dies between the two renames loses nothing: the sweep puts the object back."""
    monkeypatch.setattr("curule.store.folder._exchange", lambda one, other: False)
    assert kept.put("document/1", {"more": b"more"}, "third", CLERK) == 3
    assert kept.verify("document/1") == []
    dead = kept.deposits / "dead"
    dead.mkdir()
    (kept.deposits / "dead.lock").touch()
    at(kept).rename(dead / f"old-{at(kept).name}")
    assert not kept.exists("document/1")
    assert kept.sweep() == 1
    assert kept.verify("document/1") == []


def test_two_writers_of_one_object_both_succeed(tmp_path):
    """Versions put at the same time from eight threads are all kept, one after another."""
    from concurrent.futures import ThreadPoolExecutor

    store = FolderStore(tmp_path / "store")
    with ThreadPoolExecutor(8) as pool:
        versions = list(pool.map(lambda n: store.put("shared", {f"f{n}": b"x%d" % n}, "put", CLERK), range(40)))
    assert sorted(versions) == list(range(1, 41))
    assert store.verify("shared") == []


def test_the_store_is_valid_for_another_implementation(kept):
    """The validator of an independent implementation of OCFL finds neither fault nor warning in the root and its objects."""
    judged = subprocess.run([peer("python"), peer("ocfl-validate.py"), str(kept.root), str(at(kept))], capture_output=True, text=True, check=False)
    assert judged.stdout.count("VALID") >= 1, judged.stdout + judged.stderr
    assert "INVALID" not in judged.stdout, judged.stdout
    assert "[E" not in judged.stdout + judged.stderr, judged.stdout
