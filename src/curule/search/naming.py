"""The values of fields by their names: ``filer:procureur`` and ``type:"décision"`` ask for what the pages call so, in either language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from curule.law.sight import CLASSES
from curule.matters.tribunals import codes, libraries, library
from curule.search.folding import words
from curule.statutes.court_record.court import LANGUAGES

__all__ = ["values_named"]

SPOKEN = ("en", "fr")
ARTICLES = ("the", "le", "la", "les", "l")


def values_named(field: str, written: str) -> list[str]:
    """The values of a field that are called so; what was written itself where nothing is."""
    asked = tuple(words(written.replace("_", " ")))
    return sorted({written.replace("-", "_") if field in (*NAMED, "branch") else written, *_by_name(field).get(asked, ())})


@cache
def _by_name(field: str) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for value, name in NAMED[field]() if field in NAMED else ():
        for called in (name, value.replace("_", " ")):
            whole = tuple(words(called))
            for form in {whole, whole[1:] if whole[0] in ARTICLES else whole}:
                found.setdefault(form, set()).add(value)
    return {called: frozenset(values) for called, values in found.items()}


def _types() -> Iterator[tuple[str, str]]:
    for law in libraries():
        for code, act in law.acts.items():
            yield from ((code, act.title.of(lang)) for lang in SPOKEN)
        if "file_document" in law.acts:
            for choice in next((p.choices for p in law.particulars("file_document") if p.name == "document_type"), ()):
                yield from ((choice.value, choice.label.of(lang)) for lang in SPOKEN)


def _organs() -> Iterator[tuple[str, str]]:
    for law in libraries():
        for code, organ in law.organs.items():
            yield from ((code, organ.name.of(lang)) for lang in SPOKEN)


def _languages() -> Iterator[tuple[str, str]]:
    yield from ((choice.value, choice.label.of(lang)) for choice in LANGUAGES for lang in SPOKEN)


def _classes() -> Iterator[tuple[str, str]]:
    yield from ((choice.value, choice.label.of(lang).partition(":")[0]) for choice in CLASSES for lang in SPOKEN)


def _tribunals() -> Iterator[tuple[str, str]]:
    yield from ((code, library(code).pack.name.of(lang)) for code in codes() for lang in SPOKEN)


NAMED = {"type": _types, "organ": _organs, "lang": _languages, "class": _classes, "tribunal": _tribunals}
