"""The OpenAPI document: valid, with the particulars of every act, and an operation for every page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.urls import get_resolver
from openapi_spec_validator import validate

from curule.api.site import api

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The OpenAPI document as a program gets it."""
    return json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/"), default=str))


def test_the_openapi_document_is_valid(document: dict[str, Any]) -> None:
    """By the rules of OpenAPI itself."""
    validate(document)


def test_every_act_has_an_operation_with_its_own_particulars(document: dict[str, Any]) -> None:
    """The document's schema of an act is the one that the law library declares."""
    from curule.matters.tribunals import libraries

    for law in libraries():
        for code in law.acts:
            operation = document["paths"][f"/api/matters/{{number}}/acts/{code}"]["post"]
            body, name = operation["requestBody"]["content"]["application/json"]["schema"], f"Act_{law.pack.code}_{code}"
            several = sum(code in other.acts for other in libraries()) > 1
            assert {"$ref": f"#/components/schemas/{name}"} in (body["anyOf"] if several else [body])
            declared = document["components"]["schemas"][f"{name}_particulars"]
            assert set(declared["properties"]) == {p.name for p in law.particulars(code)}
            assert set(declared["required"]) == {p.name for p in law.particulars(code) if p.required}


def test_operations_have_words_and_their_own_names(document: dict[str, Any]) -> None:
    """A summary each, and no operation id twice."""
    operations = [o for path in document["paths"].values() for o in path.values()]
    assert all(o.get("summary") for o in operations)
    ids = [o["operationId"] for o in operations]
    assert len(ids) == len(set(ids))


PAGES: dict[str, str] = {
    "matters:list": "GET /matters", "matters:list-csv": "GET /matters", "matters:open": "GET /law",
    "matters:open-kind": "POST /matters", "matters:matter": "GET /matters/{number}", "matters:record-csv": "GET /matters/{number}/record",
    "matters:entry": "GET /matters/{number}/entries/{entry}", "matters:act": "POST /matters/{number}/acts/{act}", "matters:why": "POST /matters/{number}/ask",
    "matters:about": "GET /matters/{number}", "matters:about-json": "GET /matters/{number}", "matters:bench": "GET /matters/{number}/benches",
    "matters:tab": "GET /matters/{number}", "matters:judges": "GET /judges",
    "lawbook:index": "GET /law", "lawbook:search": "GET /search/law", "lawbook:acts": "GET /law/{tribunal}/acts",
    "lawbook:act": "GET /law/{tribunal}/acts/{act}",
    "lawbook:chart": "GET /law/{tribunal}/chart/{kind}", "lawbook:mermaid": "GET /law/{tribunal}/chart/{kind}",
    "lawbook:instrument": "GET /law/{tribunal}/articles", "lawbook:instrument-csv": "GET /law/{tribunal}/articles",
    "lawbook:instrument-json": "GET /law/{tribunal}/articles", "lawbook:article": "GET /law/{tribunal}/texts/{provision}",
    "lawbook:import": "POST /law/texts", "lawbook:article-json": "GET /law/{tribunal}/articles/{provision}", "desk:home": "GET /desk",
    "court:jurisdiction": "GET /law/rome/jurisdiction", "court:register-jurisdiction": "GET /law/rome/states",
    "court:jurisdiction-csv": "GET /law/rome/states", "court:timeline": "GET /matters/{number}/timeline",
    "court:timeline-csv": "GET /matters/{number}/timeline", "court:ballots": "GET /matters/{number}/ballots",
    "court:admissibility": "POST /matters/{number}/ask",
}
"""Each page with the operation that does the same for a program."""

ONLY_PAGES = frozenset({
    "matters:draft",  # what was typed into a form and not sent
    "desk:styleguide", "access:sign-in", "access:demo-sign-in", "access:sign-out", "access:office", "access:language",  # of the session of a browser
})  # fmt: skip


def test_every_page_has_an_operation(document: dict[str, Any]) -> None:
    """Whoever adds a page says which operation does the same, or why none is needed."""
    spaces = ("court", "matters", "lawbook", "desk", "access")
    pages = {f"{space}:{name}" for space, (_prefix, resolver) in get_resolver().namespace_dict.items() if space in spaces
             for name in resolver.reverse_dict if isinstance(name, str)}
    assert pages - PAGES.keys() - ONLY_PAGES == set(), "say in PAGES which operation does what this page does"
    operations = {f"{method.upper()} {path.removeprefix('/api')}" for path, item in document["paths"].items() for method in item}
    assert set(PAGES.values()) <= operations
