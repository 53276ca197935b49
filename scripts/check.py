"""What ./test runs after the set-up: the checks of the code, then the tests on each database that answers.

With arguments: only pytest, with these arguments, on SQLite. Says at the end what ran, what did not, and why;
CURULE_REQUIRE_ALL=1 turns "did not run" into a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
# Where Debian and Ubuntu, by default, let the user of the same name in without a password.
LOCAL_POSTGRES = "postgresql:///postgres?host=/var/run/postgresql"
STRICT = ("law", "statutes", "texts", "access", "desk", "cli", "store", "jobs", "registry", "pages", "citations", "search", "notices", "chambers",
          "hearings", "portal")


@dataclass
class Report:
    """What ran, and what did not."""

    passed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)

    def run(self, name: str, *command: str, env: Mapping[str, str] | None = None) -> None:
        """Run one check, its output on the screen."""
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, **(env or {})}, check=False)
        line = f"{name} ({time.monotonic() - began:.0f} s)"
        (self.passed if done.returncode == 0 else self.failed).append(line)

    @contextmanager
    def beside(self, name: str, *command: str, env: Mapping[str, str]) -> Iterator[None]:
        """Run one check beside what the body runs, on the machine's other processor; its output is shown when both are done."""
        began = time.monotonic()
        with tempfile.TemporaryFile("w+") as output:
            running = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **env}, stdout=output, stderr=subprocess.STDOUT)
            yield
            code = running.wait()
            output.seek(0)
            print(f"\n== {name}\n{output.read()}", flush=True)
        (self.passed if code == 0 else self.failed).append(f"{name} ({time.monotonic() - began:.0f} s)")

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


def check_code(report: Report) -> None:
    """Style, types, boundaries, migrations."""
    report.run("ruff", str(BIN / "ruff"), "check", "--quiet", ".")
    strict = [f"src/curule/{name}" for name in STRICT if any((ROOT / "src/curule" / name).glob("*.py"))]
    report.run("mypy, strict", str(BIN / "mypy"), "--no-error-summary", *strict)
    report.run("import contracts", str(BIN / "lint-imports"), "--no-logo")
    report.run(
        "migrations complete",
        sys.executable,
        "-m",
        "curule",
        "manage",
        "makemigrations",
        "--check",
        "--dry-run",
    )


def run_tests(report: Report) -> None:
    """The suite on SQLite, with the browser where there is one; then what touches the database again on
    PostgreSQL.
    """
    browser = chromium()
    where = {"CURULE_CHROMIUM": browser} if browser else {}
    pytest = (sys.executable, "-m", "pytest", "-q")
    sqlite = {"CURULE_TEST_DATABASE_URL": "", **where}
    if not browser:
        report.skip("browser tests", "no Chromium was found. Debian and Ubuntu: sudo apt-get install chromium")
    address = os.environ.get("CURULE_TEST_DATABASE_URL") or LOCAL_POSTGRES
    if fault := postgres_fault(address):
        report.skip(
            "tests on PostgreSQL",
            f"{fault}. Name a server: CURULE_TEST_DATABASE_URL=postgresql://user:password@host/name",
        )
        report.run("tests on SQLite", *pytest, env=sqlite)
        return
    postgres = {"CURULE_TEST_DATABASE_URL": address, "CURULE_ONLY_DATABASE": "1"}
    with report.beside("tests on PostgreSQL", *pytest, "-m", "not browser", env=postgres):
        report.run("tests on SQLite", *pytest, env=sqlite)


def main(arguments: list[str]) -> int:
    """Everything, or pytest alone with the arguments."""
    os.chdir(ROOT)
    if arguments:
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, check=False).returncode
    report = Report()
    check_code(report)
    run_tests(report)
    return report.close(require_all=os.environ.get("CURULE_REQUIRE_ALL") == "1")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
