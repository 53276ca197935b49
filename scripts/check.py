"""What ./test runs after the set-up: the checks of the code, then the tests on each database that answers.

With arguments: only pytest, with these arguments, on SQLite. The checks share the processors of the machine; the output of each is
shown whole when it ends. Says at the end what ran, what did not, and why; CURULE_REQUIRE_ALL=1 turns "did not run" into a failure.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
# Where Debian and Ubuntu, by default, let the user of the same name in without a password.
LOCAL_POSTGRES = "postgresql:///postgres?host=/var/run/postgresql"
TO_END = 30.0
"""Seconds that an interrupted check has to put its things away."""
MOST_LANES = 4
"""One more than there are processors, for each waits now and then; more than this do not end earlier: there are only so many long ones."""
APART = ("tests/web", "tests/browser")
"""Tests that have a check of their own; whatever else there is goes with the libraries."""


@dataclass(frozen=True)
class Check:
    """One command whose exit status says whether all is well."""

    name: str
    command: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)


def _environment() -> dict[str, str]:
    """Our own, with leave to keep what is compiled: four processes read the same modules and tests."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Report:
    """What ran, and what did not."""

    def __init__(self) -> None:
        self.passed: list[str] = []
        self.failed: list[str] = []
        self.not_run: list[str] = []
        self._running: set[subprocess.Popen[str]] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def run(self, checks: Iterable[Check], lanes: int) -> None:
        """Run the checks in their order, so many at a time; an interrupt ends all of them."""
        with ThreadPoolExecutor(lanes) as executor:
            waiting = [executor.submit(self._one, check) for check in checks]
            try:
                for future in waiting:
                    future.result()
            except KeyboardInterrupt:
                self._stop()
                raise

    def _one(self, check: Check) -> None:
        began = time.monotonic()
        with tempfile.TemporaryFile("w+") as output:
            with self._lock:
                if self._stopped:
                    return
                print(f"-- {check.name} ...", flush=True)
                running = subprocess.Popen(check.command, cwd=ROOT, env={**_environment(), **check.env}, stdin=subprocess.DEVNULL,
                                           stdout=output, stderr=subprocess.STDOUT, text=True, process_group=0)
                self._running.add(running)
            code = running.wait()
            line = f"{check.name} ({time.monotonic() - began:.0f} s)"
            output.seek(0)
            with self._lock:
                self._running.discard(running)
                (self.failed if code else self.passed).append(line)
                print(f"\n== {line}\n{output.read()}", flush=True)

    def _stop(self) -> None:
        """Interrupt whatever runs, so that it can put away its databases and its browser; end what does not listen."""
        with self._lock:
            self._stopped = True
            running = list(self._running)
        for process in running:
            process.send_signal(signal.SIGINT)
        until = time.monotonic() + TO_END
        for process in running:
            try:
                process.wait(max(until - time.monotonic(), 0))
            except subprocess.TimeoutExpired:
                process.kill()

    def skip(self, name: str, why: str) -> None:
        """Note what could not be run, and what would make it run."""
        self.not_run.append(f"{name}: {why}")

    def close(self, require_all: bool) -> int:
        """Print the whole, and give the exit status."""
        print()
        for word, lines in (("passed", self.passed), ("NOT RUN", self.not_run), ("FAILED", self.failed)):
            for line in lines:
                print(f"  {word:8} {line}")
        if require_all and self.not_run:
            print("\nCURULE_REQUIRE_ALL=1: what was not run counts as failed.")
            return 1
        return 1 if self.failed else 0


def postgres_fault(address: str) -> str:
    """Why no test database can be made at that address; nothing when it can."""
    import psycopg

    try:
        with psycopg.connect(address, connect_timeout=3) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.Error as fault:
        return str(fault).strip().splitlines()[0]
    return "" if row and row[0] else "its user may not create databases (ALTER ROLE ... CREATEDB)"


def chromium() -> str:
    """The browser that the tests drive, or nothing."""
    names = (os.environ.get("CURULE_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), "")


def checks_of_code() -> list[Check]:
    """Style, types, boundaries, migrations."""
    return [
        Check("ruff", (str(BIN / "ruff"), "check", "--quiet", ".")),
        Check("import contracts", (str(BIN / "lint-imports"), "--no-logo")),
        Check("mypy, strict", (str(BIN / "mypy"), "--no-error-summary", "src/curule")),
        Check("migrations complete", (sys.executable, "-m", "curule", "manage", "makemigrations", "--check", "--dry-run")),
    ]


def checks_by_test(report: Report) -> list[Check]:
    """The suite on SQLite, with the browser where there is one, and what touches the database again on PostgreSQL: the longest first."""
    browser = chromium()
    pytest = (sys.executable, "-m", "pytest", "-q", "--durations=12")
    sqlite = {"CURULE_TEST_DATABASE_URL": "", **({"CURULE_CHROMIUM": browser} if browser else {})}
    found = [Check("tests on SQLite: the application", (*pytest, "tests/web"), sqlite)]
    if browser:
        found.append(Check("tests in the browser", (*pytest, "tests/browser"), sqlite))
    else:
        report.skip("tests in the browser", "no Chromium was found. Debian and Ubuntu: sudo apt-get install chromium")
    address = os.environ.get("CURULE_TEST_DATABASE_URL") or LOCAL_POSTGRES
    if fault := postgres_fault(address):
        report.skip("tests on PostgreSQL", f"{fault}. Name a server: CURULE_TEST_DATABASE_URL=postgresql://user:password@host/name")
    else:
        only = {"CURULE_TEST_DATABASE_URL": address, "CURULE_ONLY_DATABASE": "1"}
        found.append(Check("tests on PostgreSQL", (*pytest, "-m", "not browser"), only))
    return [*found, Check("tests on SQLite: the libraries", (*pytest, *(f"--ignore={folder}" for folder in APART)), sqlite)]


def main(arguments: list[str]) -> int:
    """Everything, or pytest alone with the arguments."""
    os.chdir(ROOT)
    if arguments:
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, check=False).returncode
    report = Report()
    try:
        report.run([*checks_of_code(), *checks_by_test(report)], min((os.cpu_count() or 1) + 1, MOST_LANES))
    except KeyboardInterrupt:
        return 130
    return report.close(require_all=os.environ.get("CURULE_REQUIRE_ALL") == "1")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
