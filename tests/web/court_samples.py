"""The Court's demonstration for the tests of its pages: made once for a module, through the pipeline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from curule.access.demo import DEMO_CASE, DEMO_SITUATION

__all__ = ["CASE", "CHALLENGED", "SEALED_CASE", "SITUATION", "court"]

SITUATION, CASE = DEMO_SITUATION, DEMO_CASE
CHALLENGED, SEALED_CASE = "ICC-01/21-04/25", "ICC-01/21-05/26"


@pytest.fixture(scope="module")
def court(django_db_setup: None, django_db_blocker: object) -> Iterator[list[str]]:
    """The numbers of the matters of the Court's demonstration; every act entered as its data say. Undone after the module."""
    from django.conf import settings
    from django.db import transaction

    from curule.matters.demonstration.entering import enter_demonstration
    from curule.matters.records import forget

    before = settings.TRIBUNALS
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        atomic = transaction.atomic()
        atomic.__enter__()
        settings.TRIBUNALS = ("rome",)
        faults: list[str] = []
        try:
            numbers = list(enter_demonstration(timezone.localdate(), faults.append))
        finally:
            settings.TRIBUNALS = before
        assert faults == []
        yield numbers
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)
        forget()
