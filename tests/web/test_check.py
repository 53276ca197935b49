"""What ./test runs its checks with: side by side, the output of each whole, nothing that was not run taken for passed, and an interrupt ends them all."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

PATIENCE = 120


@pytest.fixture
def check(root: Path) -> ModuleType:
    """The script as a module."""
    told = importlib.util.spec_from_file_location("check", root / "scripts" / "check.py")
    assert told is not None
    assert told.loader is not None
    module = importlib.util.module_from_spec(told)
    sys.modules["check"] = module
    told.loader.exec_module(module)
    return module


def python(check: ModuleType, name: str, code: str):
    """A check that is a line of Python."""
    return check.Check(name, (sys.executable, "-S", "-c", code))


MEETS = """import pathlib, time
own, other = map(pathlib.Path, {paths!r})
own.touch()
print("here")
while not other.exists():
    time.sleep(0.02)
print("met")"""


def test_checks_run_side_by_side_and_their_output_is_whole(check, tmp_path, capsys):
    """Two checks that wait for each other both end; the lines of one are not mixed with those of the other; a failed one is told, and is the exit status."""
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    report = check.Report()
    report.run([python(check, "first", MEETS.format(paths=(one, two))), python(check, "second", MEETS.format(paths=(two, one))),
                python(check, "third", "raise SystemExit('broken')")], 2)
    said = capsys.readouterr().out
    assert said.count("here\nmet\n") == 2
    assert "broken" in said
    assert [[line.split(" (")[0] for line in sorted(lines)] for lines in (report.passed, report.failed)] == [["first", "second"], ["third"]]
    assert report.close(require_all=False) == 1


def test_what_was_not_run_is_said_and_fails_where_all_is_demanded(check, capsys):
    """A component that is missing stands in the report; it is no failure, unless everything was to run."""
    report = check.Report()
    report.skip("tests in the browser", "no Chromium was found")
    assert report.close(require_all=False) == 0
    assert report.close(require_all=True) == 1
    assert "NOT RUN  tests in the browser: no Chromium was found" in capsys.readouterr().out


def test_an_interrupt_ends_every_check(root, tmp_path):
    """Ctrl-C: what runs is interrupted and can put its things away, what waits is not begun."""
    here, tidy = tmp_path / "here", tmp_path / "tidy"
    long = f"import time, pathlib\ntry:\n    pathlib.Path({str(here)!r}).touch(); time.sleep(600)\nfinally:\n    pathlib.Path({str(tidy)!r}).touch()"
    late = f"import pathlib; pathlib.Path({str(tmp_path / 'late')!r}).touch()"
    script = (f"import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); sys.path.insert(0, {str(root / 'scripts')!r})\n"
              f"import check\ncheck.Report().run([check.Check('long', (sys.executable, '-S', '-c', {long!r})), "
              f"check.Check('late', (sys.executable, '-S', '-c', {late!r}))], 1)")
    running = subprocess.Popen([sys.executable, "-c", script], env={**os.environ}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + PATIENCE
    while not here.exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _out, err = running.communicate(timeout=PATIENCE)
    assert "KeyboardInterrupt" in err
    assert tidy.exists()
    assert not (tmp_path / "late").exists()


def test_every_test_belongs_to_a_check_on_sqlite(check, monkeypatch):
    """A folder of tests that is not run apart is run with the libraries: none is left out."""
    monkeypatch.setattr(check, "postgres_fault", lambda address: "none here")
    monkeypatch.setattr(check, "chromium", lambda: "/usr/bin/chromium")
    commands = [one.command for one in check.checks_by_test(check.Report())]
    apart = {word for command in commands for word in command if word in check.APART}
    assert apart == set(check.APART)
    assert {f"--ignore={folder}" for folder in check.APART} <= set(commands[-1])
