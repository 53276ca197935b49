"""Fixtures of the API."""

from __future__ import annotations

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def fresh_count() -> None:
    """The counts of calls of one test do not weigh on the next."""
    cache.clear()
