"""The scripts that set up, serve and test; and what no file of the repository may say."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

SCRIPTS = ("run", "test", "scripts/setup.sh", "scripts/soak", ".ci/run", "requirements/lock")
LOCKS = ("app.txt", "production.txt", "dev.txt", "bench.txt")
PATIENCE = 120
"""Seconds that a program of ours is waited for: so many that a busy machine fails no test."""
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.M)


def curule(home: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """A program of ours with its own home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CURULE_", "DJANGO_"))}
    source = str(Path(__file__).resolve().parents[2] / "src")
    env = {**kept, "PYTHONPATH": source, "CURULE_HOME": str(home), **environment}
    return subprocess.Popen(
        [sys.executable, "-m", "curule", *arguments],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_well_formed(root, script):
    """Each script parses in its shell, is executable unless it is sourced, and shellcheck (where present)
    is content.
    """
    path = root / script
    first = path.read_text(encoding="utf-8").splitlines()[0]
    subprocess.run(["bash" if "bash" in first else "sh", "-n", path], check=True)
    assert os.access(path, os.X_OK) or "sourced" in path.read_text(encoding="utf-8")
    if shutil.which("shellcheck"):
        found = subprocess.run(
            ["shellcheck", "--external-sources", path], cwd=root, capture_output=True, text=True, check=False
        )
        assert found.returncode == 0, found.stdout


def pins(root: Path, lock: str) -> dict[str, str]:
    """The packages of a lock file and their versions."""
    return dict(PIN.findall((root / "requirements" / lock).read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_hashes_and_no_address(root, lock):
    """Every package is pinned with hashes, and the file names no index and no address."""
    text = (root / "requirements" / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--(extra-)?index|--find-links|git\+", text)
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        assert "==" in block.splitlines()[0]
        assert "--hash=sha256:" in block, block.splitlines()[0]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_agree(root, lock):
    """One virtual environment can hold any of the locks: a package has one version in all of them."""
    dev, other = pins(root, "dev.txt"), pins(root, lock)
    assert {name: version for name, version in other.items() if dev.get(name, version) != version} == {}
    if lock in {"app.txt", "production.txt"}:
        assert set(other) <= set(dev)


def test_the_lock_follows_the_project(root):
    """Every dependency that pyproject.toml names is in the lock of its kind."""
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        "app.txt": project["dependencies"],
        **{f"{k}.txt": v for k, v in project["optional-dependencies"].items()},
    }
    for lock, requirements in wanted.items():
        names = {
            re.split(r"[\[<>=~; ]", line, maxsplit=1)[0].lower().replace("_", "-") for line in requirements
        }
        assert names <= {name.lower() for name in pins(root, lock)}, lock


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_serve_opens_a_tribunal_and_closes_cleanly(tmp_path):
    """From nothing: the database is made, the demonstration's people can sign in, and Ctrl-C ends it with
    status 0.
    """
    port = free_port()
    server = curule(tmp_path, "serve", CURULE_DEMO="1", CURULE_PORT=str(port))
    try:
        page = answer_of(f"http://127.0.0.1:{port}/sign-in/", server)
        assert "Judge Amina Okoro" in page
    finally:
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=PATIENCE)
    assert server.returncode == 0, err
    assert f"http://127.0.0.1:{port}/" in out
    assert "Traceback" not in err


def answer_of(address: str, server: subprocess.Popen[str]) -> str:
    """The page at that address, as soon as the server answers."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        assert server.poll() is None, server.communicate()[1]
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not answer within {PATIENCE} seconds")


def test_a_taken_port_is_told_with_a_way_out(tmp_path):
    """When the port is in use the message says so and names the variable that chooses another."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = curule(tmp_path, "serve", "--port", str(port))
        _, err = server.communicate(timeout=PATIENCE)
    assert server.returncode != 0
    assert f"port {port}" in err
    assert "CURULE_PORT=" in err
    assert "Traceback" not in err


def test_an_unknown_command_is_told(tmp_path):
    """A misspelt command names itself and fails."""
    done = curule(tmp_path, "verfiy")
    _, err = done.communicate(timeout=PATIENCE)
    assert done.returncode == 2
    assert "verfiy" in err


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_no_file_names_a_package_index(root):
    """No file that is, or may be, committed names the host of a package registry."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root,
        capture_output=True,
        check=True,
    ).stdout.decode()
    # Put together here, so that this file does not name one itself.
    hosts = re.compile(
        "|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "index" + "-url"))
    )
    for name in filter(None, listed.split("\0")):
        path = root / name
        if path.is_file() and path.suffix not in {".png", ".mo"}:
            found = hosts.search(path.read_text(encoding="utf-8", errors="replace"))
            assert found is None, f"{name}: {found.group()}"
