"""Confined processes: forked from one that is warm, alone all the same."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from curule.pages import confined as module
from curule.pages.confined import Confines, Stopped, confined


def test_a_fork_is_alone(monkeypatch):
    """Nothing of the service's environment, no open file, a session and a folder of its own."""
    monkeypatch.setenv("CURULE_SECRET_KEY", "secret")
    module._server.stop()  # the next one is started with this environment
    found = confined("try_confinement", leave="a")
    assert "CURULE_SECRET_KEY" not in found["environment"]
    told = {"CURULE_TELLS", "HOME", "TMPDIR", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "PYTHONPATH", "LC_CTYPE", "PWD"}
    assert set(found["environment"]) <= {*module._KEPT, *told}
    assert found["session"]
    assert found["files"] == []
    assert not Path(found["folder"]).exists(), "the folder goes with the work"


def test_a_file_leaves_nothing_for_the_next():
    """What one task writes into the memory of its process is not there for another."""
    assert confined("try_confinement", leave="of the first")["left"] == ["of the first"]
    assert confined("try_confinement", leave="of the second")["left"] == ["of the second"]


def test_what_a_fork_started_ends_with_it(tmp_path):
    """A process that a reader left behind is ended before the answer is given."""
    confined("try_confinement", leave="", sleeper=str(tmp_path / "pid"))
    gone((tmp_path / "pid").read_text())


def test_at_the_end_of_its_time_all_of_it_ends(tmp_path):
    """A reader that does not come back is ended with what it started, and the next one works."""
    with pytest.raises(Stopped, match="time"):
        confined("try_confinement", Confines(seconds=1.0), leave="", sleeper=str(tmp_path / "pid"), end=signal.SIGSTOP)
    gone((tmp_path / "pid").read_text())
    assert confined("try_confinement", leave="b")["left"] == ["b"]


def gone(pid: str) -> None:
    for _ in range(50):
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] in "ZX":
            return
        time.sleep(0.1)
    pytest.fail(f"process {pid} lives")


@pytest.mark.parametrize("end", [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT])
def test_a_crash_is_told_and_costs_nothing_else(end):
    """A file that crashes its reader."""
    with pytest.raises(Stopped, match="broken"):
        confined("try_confinement", leave="", end=end)
    assert confined("try_confinement", leave="c")["left"] == ["c"]


def test_a_killed_server_is_started_again():
    """Between two files, and while one is read."""
    confined("try_confinement", leave="")
    os.kill(module._server._process.pid, signal.SIGKILL)
    assert confined("try_confinement", leave="d")["left"] == ["d"]
    threading.Timer(1.0, lambda: os.kill(module._server._process.pid, signal.SIGKILL)).start()
    with pytest.raises(Stopped, match="broken"):
        confined("try_confinement", Confines(seconds=20.0), leave="", sleeper="", end=signal.SIGCONT)
    assert confined("try_confinement", leave="e")["left"] == ["e"]


def test_many_at_once_get_each_their_answer():
    """Eight threads, five files each."""
    found: dict[str, list[str]] = {}

    def work(name: str) -> None:
        for n in range(5):
            found[f"{name}{n}"] = confined("try_confinement", leave=f"{name}{n}")["left"]

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {f"{name}{n}": [f"{name}{n}"] for name in "abcdefgh" for n in range(5)}


def test_the_end_of_the_time_and_of_the_work_may_meet():
    """Given up in the very moment in which they end: an answer or none, and the server goes on."""
    confined("try_confinement", leave="")
    server = module._server._process.pid
    began = time.monotonic()
    confined("try_confinement", leave="")
    usual = time.monotonic() - began
    told = []
    for n in range(60):
        try:
            told += confined("try_confinement", Confines(seconds=usual * (0.5 + n / 60)), leave="g")["left"]
        except Stopped as fault:
            told.append(fault.why)
    assert set(told) <= {"g", "time"}
    assert confined("try_confinement", leave="h")["left"] == ["h"]
    assert module._server._process.pid == server


def test_a_fork_of_the_service_has_a_server_of_its_own():
    """A worker forked by a web server or a queue starts its own, and ending it leaves the first alone."""
    confined("try_confinement", leave="")
    first = module._server._process.pid
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            confined("try_confinement", leave="")
            os.write(writes, str(module._server._process.pid).encode())
            module._server.stop()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(writes)
    other = os.read(reads, 20).decode()
    os.close(reads)
    assert other
    assert int(other) != first
    assert confined("try_confinement", leave="f")["left"] == ["f"]
    assert module._server._process.pid == first


def test_the_usual_work_is_quick(tmp_path):
    """Once it is warm, a task is begun and ended in some milliseconds, not in the half second that its libraries take to load."""
    confined("sheet_sizes", path=str(one_page(tmp_path)))
    taken = []
    for _ in range(5):
        began = time.monotonic()
        confined("sheet_sizes", path=str(one_page(tmp_path)))
        taken.append(time.monotonic() - began)
    assert min(taken) < 0.2, taken


def one_page(folder: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "page.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, "Motion")
    canvas.save()
    return path
