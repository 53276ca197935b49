"""Other people's programs that judge ours: an environment of their own, ``.venv-peers``, which ``.ci/run`` makes.

They are no part of the product, and what they need may contradict what it needs. ``CURULE_PEERS`` names another environment.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT


def peer(program: str) -> str:
    """The path of a program of the peers' environment; the test is skipped where there is none, and fails where everything is demanded."""
    found = Path(os.environ.get("CURULE_PEERS") or ROOT / ".venv-peers") / "bin" / program
    if not found.exists():
        lacks = f"no {program}: python3 -m venv .venv-peers && .venv-peers/bin/pip install -r requirements/peers.in"
        if os.environ.get("CURULE_REQUIRE_ALL") == "1":
            pytest.fail(lacks)
        pytest.skip(lacks)
    return str(found)
