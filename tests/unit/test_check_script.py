"""The script behind ./test: several checks at a time, each told whole, none forgotten."""

from __future__ import annotations

import importlib.util
import signal
import subprocess
import sys
import time

import pytest


@pytest.fixture
def check(root):
    """The script as a module."""
    found = importlib.util.spec_from_file_location("check_script", root / "scripts" / "check.py")
    module = importlib.util.module_from_spec(found)
    sys.modules["check_script"] = module  # its dataclasses look themselves up there
    found.loader.exec_module(module)
    yield module
    del sys.modules["check_script"]


def python(check, name, code):
    """A check that runs that code."""
    return check.Check(name, (sys.executable, "-c", code))


def test_a_check_that_fails_is_told_and_counts(check, capsys):
    """The output of each check is whole, and one failure makes the exit status."""
    report = check.Report()
    report.run([python(check, "good", "print('all well')"), python(check, "bad", "print('a fault'); raise SystemExit(3)")], lanes=2)
    assert report.close(require_all=False) == 1
    said = capsys.readouterr().out
    assert "all well" in said
    assert "a fault" in said
    assert [line.split(" (")[0] for line in report.failed] == ["bad"]
    assert [line.split(" (")[0] for line in report.passed] == ["good"]


def test_what_was_not_run_counts_only_where_everything_is_required(check):
    """A component that is missing is named; on the integration server it is a failure."""
    report = check.Report()
    report.skip("tests on PostgreSQL", "no server")
    assert report.close(require_all=False) == 0
    assert report.close(require_all=True) == 1


def test_checks_run_beside_each_other(check, tmp_path):
    """Two checks that wait for each other both end: they run at the same time."""
    def meets(mine, other):
        return (f"import pathlib, time\npathlib.Path({str(tmp_path / mine)!r}).touch()\n"
                f"end = time.monotonic() + 30\nwhile not pathlib.Path({str(tmp_path / other)!r}).exists():\n"
                "    assert time.monotonic() < end\n    time.sleep(0.02)")

    report = check.Report()
    report.run([python(check, "a", meets("a", "b")), python(check, "b", meets("b", "a"))], lanes=2)
    assert report.failed == []


def test_an_interrupt_ends_every_check(root, tmp_path):
    """After Ctrl-C nothing goes on in the background, and nothing new begins."""
    started = tmp_path / "started"
    code = (f"import sys; sys.path.insert(0, {str(root / 'scripts')!r})\nimport check, pathlib\n"
            f"long = check.Check('long', (sys.executable, '-c', \"import pathlib, time; pathlib.Path({str(started)!r}).touch(); time.sleep(120)\"))\n"
            f"late = check.Check('late', (sys.executable, '-c', \"import pathlib; pathlib.Path({str(tmp_path / 'late')!r}).touch()\"))\n"
            "try:\n    check.Report().run([long, late], lanes=1)\nexcept KeyboardInterrupt:\n    raise SystemExit(130)")
    running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while not started.exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    assert running.returncode == 130
    assert not (tmp_path / "late").exists()


def test_every_test_belongs_to_a_check_on_sqlite(check, monkeypatch):
    """A folder of tests that is not run apart is run with the libraries: none is left out."""
    monkeypatch.setattr(check, "postgres_fault", lambda address: "none here")
    monkeypatch.setattr(check, "chromium", lambda: "/usr/bin/chromium")
    commands = [one.command for one in check.checks_by_test(check.Report())]
    apart = {word for command in commands for word in command if word in check.APART}
    assert apart == set(check.APART)
    assert {f"--ignore={folder}" for folder in check.APART} <= set(commands[-1])
