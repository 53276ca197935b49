"""Settings: production is hard, the embedded tribunal is easy, and a mistake is told."""

from __future__ import annotations

import ast
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from curule.databases import database

PRODUCTION = {
    "CURULE_DATABASE_URL": "postgresql://curule:secret@db.example/curule",
    "CURULE_SECRET_KEY": "k9" * 40 + "!xyzw-Q",
    "CURULE_ALLOWED_HOSTS": "record.example.org",
}
ASK = """
import json
from curule import settings as s
names = "EMBEDDED DEBUG DEMO SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS"
print(json.dumps({name: getattr(s, name, None) for name in names.split()}))
"""


def python(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A fresh Python with these variables and none of the test's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CURULE_", "DJANGO_"))}
    source = str(Path(__file__).resolve().parents[2] / "src")
    env = {**kept, "PYTHONPATH": source, "CURULE_HOME": str(home), **environment}
    return subprocess.run(
        [sys.executable, *arguments], env=env, cwd=home, capture_output=True, text=True, check=False
    )


def test_production_passes_djangos_own_inspection(tmp_path):
    """`manage check --deploy` finds nothing to say about the production settings, warnings included."""
    done = python(
        tmp_path, "-m", "curule", "manage", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION
    )
    assert done.returncode == 0, done.stderr


def test_production_is_locked(tmp_path):
    """With a PostgreSQL address: secure cookies, TLS only, a year of HSTS, no debugging, no demonstration."""
    answer = json.loads(python(tmp_path, "-c", ASK, **PRODUCTION).stdout)
    assert not any(answer[name] for name in ("EMBEDDED", "DEBUG", "DEMO"))
    assert answer["SESSION_COOKIE_SECURE"]
    assert answer["CSRF_COOKIE_SECURE"]
    assert answer["SECURE_SSL_REDIRECT"]
    assert answer["SECURE_HSTS_SECONDS"] >= 31_536_000


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"CURULE_SECRET_KEY": ""}, "CURULE_SECRET_KEY"),
        ({"CURULE_SECRET_KEY": "short"}, "CURULE_SECRET_KEY"),
        ({"CURULE_ALLOWED_HOSTS": " , "}, "CURULE_ALLOWED_HOSTS"),
        ({"CURULE_DEMO": "1"}, "CURULE_DEMO"),
        ({"CURULE_DEBUG": "1"}, "CURULE_DEBUG"),
        ({"CURULE_EMBEDDED": "perhaps"}, "write 1 or 0"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_unsafe_production_does_not_start(tmp_path, change, message):
    """A missing key or host name, a demonstration or debugging stop the start with one sentence and no
    traceback.
    """
    done = python(tmp_path, "-m", "curule", "manage", "check", **{**PRODUCTION, **change})
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_the_embedded_key_is_made_once_and_for_its_owner_alone(tmp_path):
    """Without a key one is made: long, readable by its owner only, and the same at the next start."""
    show = "from curule.settings import SECRET_KEY; print(SECRET_KEY)"
    first, second = (python(tmp_path, "-c", show).stdout for _ in range(2))
    assert first == second
    assert len(first.strip()) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("mysql://x/y", "postgresql://"),
        ("", "postgresql://"),
        ("sqlite:///", "names no file"),
        ("postgresql://host/", "names no database"),
        ("postgresql://host:99999/db", "port"),
        ("postgresql://u:hunter2@host:port/db", "port"),
    ],
)
def test_a_bad_database_address_is_told_without_its_password(address, message):
    """The message says what is wrong and how to write it, and never repeats a password."""
    with pytest.raises(ImproperlyConfigured, match=message) as told:
        database(address)
    assert "hunter2" not in str(told.value)


def test_a_postgresql_address_is_read_whole():
    """User, password with escaped signs, host, port, name and options reach Django."""
    read = database("postgresql://us%40er:p%2Fw@db.example:5433/court?sslmode=require")
    assert (read["USER"], read["PASSWORD"], read["HOST"]) == ("us@er", "p/w", "db.example")
    assert (read["PORT"], read["NAME"], read["OPTIONS"]) == (5433, "court", {"sslmode": "require"})


@pytest.mark.django_db
def test_sqlite_takes_the_write_lock_at_once_and_lets_readers_read():
    """The embedded database runs with a write-ahead log, waits for a writer, and checks foreign keys."""
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("this run is on PostgreSQL")
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    with connection.cursor() as cursor:
        found = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "busy_timeout", "foreign_keys")
        ]
    assert found == ["wal", 20_000, 1]


ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"CURULE_[A-Z][A-Z_]*[A-Z]")
OF_TESTS = {"CURULE_FUZZ_EXAMPLES"}
"""What the documentation names and the tests alone read."""


def read_by_the_software():
    """Every variable in a string of the code by itself: docstrings and messages tell of more than they read."""
    strings = (node.value for path in (ROOT / "src").rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
               if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {value for value in strings if NAMED.fullmatch(value)}


def named_in(path):
    """The variables that a page of the documentation names."""
    return set(NAMED.findall(path.read_text(encoding="utf-8")))


def test_every_variable_is_documented_and_every_documented_one_is_read():
    """The reference has what the software reads, no more and no less; no other page names one that is not read."""
    read = read_by_the_software()
    assert len(read) > 15
    assert named_in(ROOT / "docs" / "reference" / "settings.md") == read
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    assert {name: page.name for page in pages for name in named_in(page) - read - OF_TESTS} == {}


@pytest.mark.parametrize(("written", "is_behind"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_the_server_and_the_settings_agree_on_a_proxy(tmp_path, written, is_behind):
    """However it is written that there is a proxy, the server keeps what it says of the connection; else every reader is led round in a circle."""
    ask = ("import django; django.setup()\nfrom django.conf import settings\nfrom curule.cli.serve import proxied\n"
           "print(settings.BEHIND_PROXY, bool(proxied()))")
    answer = python(tmp_path, "-c", ask, CURULE_BEHIND_PROXY=written, DJANGO_SETTINGS_MODULE="curule.settings")
    assert answer.stdout.split() == [str(is_behind)] * 2, answer.stderr
