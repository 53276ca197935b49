"""The demonstration for the tests in the browser, as ./run makes it: entered through the pipeline once in a run, and copied from then on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from curule.access.demo import ensure_demo_accounts
from curule.matters.demonstration.entering import enter_demonstration
from curule.matters.records import forget
from curule.matters.seen import forget_seen
from curule.search.models import Generation

__all__ = ["demonstrate"]

_kept: dict[tuple[str, ...], Path] = {}


def demonstrate(folder: Path) -> None:
    """Fill the empty database with the demonstration of the tribunals that are hosted; ``folder`` keeps the copy for the next test that wants the same."""
    hosted = tuple(settings.TRIBUNALS)
    if hosted in _kept:
        _copied(_kept[hosted])
        return
    ensure_demo_accounts()
    faults: list[str] = []
    assert list(enter_demonstration(timezone.localdate(), faults.append))
    assert faults == []
    if connection.vendor == "sqlite":
        _kept[hosted] = folder / f"{'-'.join(hosted)}.sqlite3"
        with closing(sqlite3.connect(_kept[hosted])) as copy:
            connection.connection.backup(copy)


def _copied(file: Path) -> None:
    """The database as it was kept. Keys of rows come again, so whatever was remembered under them is forgotten, and the index is begun anew."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        copy.backup(connection.connection)
    forget()
    forget_seen()
    cache.clear()
    Generation.objects.all().delete()
