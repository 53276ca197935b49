"""The API under whatever its own document permits: no fault of ours, answers of the documented shape, JSON even when something breaks.

``CURULE_FUZZ_EXAMPLES`` is how many requests are drawn for each operation and caller (few by default; hundreds for a long run).
"""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
import requests
import schemathesis
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from curule.api.site import api
from curule.api.tokens import make_token
from tests.web.matter_samples import case_with_a_hidden_entry
from tests.web.registry_samples import filed, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
EXAMPLES = int(os.environ.get("CURULE_FUZZ_EXAMPLES", "2"))
ACTS = 8
"""How many of the operations with an act's own particulars take part; a long run takes all."""
CALLERS = ("visitor", "registry", "counsel")


@pytest.fixture(scope="module")
def operations() -> list[Any]:
    """The operations of the document: all the general ones, some of those of single acts."""
    document = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/")))
    acts = sorted(path for path in document["paths"] if "/acts/" in path and "{act}" not in path)
    chosen = acts if EXAMPLES > 20 else acts[:: max(1, len(acts) // ACTS)]
    document["paths"] = {path: item for path, item in document["paths"].items() if path not in acts or path in chosen}
    return [found.ok() for found in schemathesis.openapi.from_dict(document).get_all_operations()]


@pytest.fixture
def headers(request: pytest.FixtureRequest, settings: Any, tmp_path: Any) -> dict[str, str]:
    """What the caller of this name sends, on a case with a hidden entry and a document."""
    settings.STORE_URL = (tmp_path / "store").as_uri()
    (tmp_path / "sent").mkdir()
    matter = case_with_a_hidden_entry(NUMBER)
    filed(matter, person("prosecutor-one", "prosecutor"), tmp_path / "sent")
    users = {"registry": lambda: person("officer-one", "registry_officer"), "counsel": lambda: person("counsel-one", "defence", NUMBER, "C01")}
    made = users.get(request.param)
    return {"Authorization": f"Bearer {make_token(made(), 'fuzz')[1]}"} if made else {}


def sent(case: Any, headers: dict[str, str]) -> schemathesis.Response:
    """The answer of the site to one drawn request, as the checks read answers."""
    prepared = requests.Request(**{k: v for k, v in case.as_transport_kwargs(base_url="http://testserver").items()
                                   if k in ("method", "url", "headers", "params", "data", "json", "files", "cookies")}).prepare()
    address = prepared.path_url
    own = {k: v for k, v in prepared.headers.items() if k.lower() not in ("content-length", "content-type", "authorization", "cookie")}
    body = prepared.body or b""
    told = Client(raise_request_exception=False).generic(
        prepared.method, address, body.encode() if isinstance(body, str) else body, content_type=prepared.headers.get("Content-Type", ""),
        headers={**own, **headers})
    return schemathesis.Response(told.status_code, {name.lower(): [value] for name, value in told.headers.items()}, told.content, prepared, 0.0, verify=False)


@pytest.mark.parametrize("headers", CALLERS, indirect=True)
def test_whatever_the_document_permits_gets_an_answer_of_the_documented_shape(operations: list[Any], headers: dict[str, str]) -> None:
    """No request drawn from the OpenAPI document makes the API fail, and each answer has the form that the document says."""
    count = 0
    for operation in operations:
        @settings(max_examples=EXAMPLES, database=None, deadline=None, derandomize=EXAMPLES < 10, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def asked(case: Any) -> None:
            nonlocal count
            count += 1
            if count % 2 and "number" in (case.path_parameters or {}):
                case.path_parameters["number"] = NUMBER
            cache.clear()
            with transaction.atomic():
                answer = sent(case, headers)
                transaction.set_rollback(True)
            assert answer.headers["content-type"][0].startswith("application/json"), (case.method, case.formatted_path, answer.text[:300])
            case.validate_response(answer, checks=[not_a_server_error, response_schema_conformance])

        asked()
    assert count >= len(operations)


@pytest.mark.parametrize("path", ["/api/matters", f"/api/matters/{NUMBER}/documents"])
def test_an_unexpected_error_is_told_in_json_without_content(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, path: str) -> None:
    """A fault of ours is an answer in JSON; neither the answer nor the log quotes what was being worked on."""
    def breaks(*_given: Any, **_named: Any) -> Any:
        raise KeyError("the name of the protected witness")

    monkeypatch.setattr("curule.api.matters.matters_for", breaks)
    monkeypatch.setattr("curule.api.seen.matters_for", breaks)
    case_with_a_hidden_entry(NUMBER)
    answer = Client(raise_request_exception=False).get(path)
    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (500, "application/json")
    assert answer.json()["error"]["code"] == "broken"
    assert "KeyError at" in caplog.text
    assert "witness" not in answer.content.decode() + caplog.text


@pytest.mark.parametrize(("path", "status"), [("/api/nothing/here", 404), ("/api/filings/%00", 400), ("/api/search?q=%00", 400)])
def test_what_reaches_no_operation_is_answered_in_json(path: str, status: int) -> None:
    """An unknown address and one that holds a zero byte are told in the form of every fault."""
    answer = Client().get(path)
    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (status, "application/json")
    assert answer.json()["error"]["says"]


@pytest.mark.parametrize("body", ['{"by": "registrar", "particulars": {"reason": "\\ud800"}}', '{"by": "registrar", "note": "\\u0000"}',
                                  '{"by": "registrar", "particulars": {"x": NaN}}', '{"by": "registrar", "particulars": {"x": 1e999}}', "[" * 100_000])
def test_text_that_no_record_can_hold_is_refused(body: str) -> None:
    """Half a character, a zero byte, a number that is none and endless nesting are malformed requests, not faults of ours."""
    case_with_a_hidden_entry(NUMBER)
    token = make_token(person("officer-one", "registry_officer"), "fuzz")[1]
    answer = Client().post(f"/api/matters/{NUMBER}/acts/withdraw_entry", body, content_type="application/json", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["code"] in ("http", "malformed")
