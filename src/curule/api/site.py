"""The API as a whole: its operations, its faults, and its OpenAPI document with one typed operation for each act."""

from __future__ import annotations

from functools import cache
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from curule import __version__
from curule.api import account, court, entering, faults, filings, judges, law, matters, searching, texts, verifying
from curule.api.callers import CallRate
from curule.api.plain import PlainJson
from curule.law.library import Library
from curule.lawbook.acts import schema_of
from curule.matters.tribunals import libraries

__all__ = ["api"]

ABOUT = """The records of the tribunal, and the law library that answers for them. Everything that the pages do can be done here.

Sign in with a token (`Authorization: Bearer TOKEN`) or with the session of the site and its CSRF token. Whoever is not signed in reads what
is public. What you may not see is answered like what does not exist. Words come in the language of `Accept-Language` (English, French)."""


class CuruleApi(NinjaAPI):
    """The API; its document also has, for each act, an operation with that act's own particulars."""

    def get_openapi_schema(self, **arguments: Any) -> OpenAPISchema:
        """The OpenAPI document."""
        schema = super().get_openapi_schema(**arguments)
        general = next(path for path in schema["paths"] if path.endswith("/acts/{act}") and "/matters/" in path)
        for code, (act_operation, parts) in _acts().items():
            schema["paths"][general.replace("{act}", code)] = {"post": _operation(schema["paths"][general]["post"], act_operation)}
            schema["components"]["schemas"].update(parts)
        return schema


@cache
def _acts() -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """For each act of every tribunal hosted here: what its operation says, and its schemas. Two tribunals may have acts of the same code; the
    matter's number says which is meant, and the operation takes the particulars of either.
    """
    found: dict[str, list[Library]] = {}
    for library in libraries():
        for code in library.acts:
            found.setdefault(code, []).append(library)
    return {code: _act(code, laws) for code, laws in found.items()}


def _act(code: str, laws: list[Library]) -> tuple[dict[str, Any], dict[str, Any]]:
    acts = [library.acts[code] for library in laws]
    provisions = sorted({p.provision for library in laws for p in library.powers.get(code, ())})
    kinds = dict.fromkeys(kind for act in acts for kind in act.kinds)
    parts: dict[str, Any] = {}
    for library in laws:
        parts |= _schemas(library, code)
    deeds = [{"$ref": f"#/components/schemas/Act_{library.pack.code}_{code}"} for library in laws]
    says = {"summary": acts[0].title.en, "operationId": f"enter_{code}", "tags": ["acts: " + ", ".join(kinds)],
            "description": f"{acts[0].title.fr}. {', '.join(provisions)}", "deed": deeds[0] if len(deeds) == 1 else {"anyOf": deeds}}
    return says, parts


def _schemas(library: Library, code: str) -> dict[str, Any]:
    """The body of the operation for the act of one tribunal, and its particulars."""
    by = list(dict.fromkeys(organ for power in library.powers.get(code, ()) for organ in power.by))
    name = f"Act_{library.pack.code}_{code}"
    deed = {"allOf": [{"$ref": "#/components/schemas/Deed"}, {"type": "object", "properties": {
        "by": {"type": "string", **({"enum": by} if by else {})}, "particulars": {"$ref": f"#/components/schemas/{name}_particulars"}}}],
        "title": library.acts[code].title.en}
    return {name: deed, f"{name}_particulars": schema_of(library, code)}


def _operation(general: dict[str, Any], says: dict[str, Any]) -> dict[str, Any]:
    made = {**general, **{k: v for k, v in says.items() if k != "deed"}}
    made["parameters"] = [p for p in general["parameters"] if p["name"] != "act"]
    made["requestBody"] = {"required": True, "content": {"application/json": {"schema": says["deed"]}}}
    return made


api = CuruleApi(title="Curule", version=__version__, description=ABOUT, urls_namespace="api", openapi_url="openapi.json", docs_url=None,
                throttle=[CallRate()], parser=PlainJson())
faults.install(api)
for part in (account, court, matters, filings, entering, judges, texts, law, verifying, searching):
    api.add_router("", part.router)
