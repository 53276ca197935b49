"""Who calls the API in its tests, and what they ask most."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.test import Client
from django.utils import timezone

from curule.api.tokens import make_token
from tests.web.matter_samples import PERSON

Users = Callable[..., Any]
NUMBER = "MICT-26-1"


class Caller:
    """A program that speaks for a person (or for nobody) and sends JSON."""

    def __init__(self, user: Any = None, **headers: str) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.headers = dict(headers)
        if user is not None:
            self.headers["Authorization"] = f"Bearer {make_token(user, 'test')[1]}"

    def get(self, path: str, **query: Any) -> Any:
        """GET and the answer."""
        return self.client.get(f"/api{path}", query, headers=self.headers)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """POST JSON and the answer."""
        return self.client.post(f"/api{path}", json.dumps(body), content_type="application/json", headers={**self.headers, **headers})


def hearing(expected: int | None = None, **more: Any) -> dict[str, Any]:
    """An act that the Registry may always do on an open case: to book an interpreter."""
    return {"by": "registry", "done_on": str(timezone.localdate()), "particulars": {"person": PERSON, "language": "Kinyarwanda"}, "expected": expected, **more}


BOOK = f"/matters/{NUMBER}/acts/book_interpreter"
