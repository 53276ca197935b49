"""Boundaries that the import contracts cannot say alone, and the French catalogue."""

from __future__ import annotations

import ast
import sys

import pytest


def imported(path):
    """The top-level names of the modules that a file imports, relative imports left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


@pytest.mark.parametrize("package", ["law", "statutes", "texts"])
def test_the_library_uses_the_standard_library_only(root, package):
    """The law, the packs and the texts import standard modules and one another, nothing else at all."""
    ours = ("curule.law", "curule.statutes", "curule.texts")
    strangers = [
        f"{path.relative_to(root)}: {name}"
        for path in (root / "src" / "curule" / package).rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith(ours)
    ]
    assert strangers == []


def test_every_message_has_its_french():
    """Each sentence that a page can show is translated, with its placeholders; the remedy is
    scripts/translations.py.
    """
    from scripts.translations import faults

    assert faults() == []


def test_every_test_has_a_sentence(root):
    """Each test function of the repository says in a sentence what must hold."""
    silent = [
        f"{path.relative_to(root)}: {node.name}"
        for path in (root / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not (ast.get_docstring(node) or "").strip().endswith((".", "!", "?", "»"))
    ]
    assert silent == []
