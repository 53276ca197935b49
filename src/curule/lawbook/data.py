"""Articles as data, for spreadsheets and machines."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.views import ArticlePage
from curule.lawbook.aligned import rows_of
from curule.lawbook.articles import article_told
from curule.lawbook.instruments import Article, Shelf
from curule.lawbook.measured import Mark

__all__ = ["article_data", "instrument_rows"]


def instrument_rows(shelf: Shelf) -> list[dict[str, Any]]:
    """One flat row for each article."""
    return [{"id": a.key, "cite": a.citation, "about": a.about, "text": "yes" if a.has_text else "no", **_figures(a.mark)} for a in shelf.articles]


def _figures(mark: Mark | None) -> dict[str, Any]:
    mark = mark or Mark()
    return {"provisions": mark.provisions, **{cls.lower(): n for cls, n in sorted(mark.classes.items())}, "unclassified": len(mark.unclassified),
            "rules": mark.rules, "leaves": mark.leaves, "leaves_covered_both_ways": mark.covered, "mutants": mark.mutants, "mutants_killed": mark.killed,
            "scenarios": mark.scenarios}


def article_data(shelf: Shelf, article: Article, lang: str, on: date | None) -> dict[str, Any]:
    """An article with its texts in every language imported, and what Curule does with it."""
    languages = [edition.language for edition in shelf.editions]
    rows, heading = rows_of(shelf.editions, article.key, languages, lang)
    data: dict[str, Any] = {
        "id": article.key, "cite": article.citation, "about": article.about, "marks": _figures(article.mark),
        "heading": {cell.tongue.code: cell.text for cell in heading if cell},
        "text": [{"provision": row.provision, "sequence": row.sequence, "label": row.label,
                  "languages": {cell.tongue.code: {"text": cell.text, "deleted": cell.is_deleted, "damage": cell.notes, "line": cell.line}
                                for cell in row.cells if cell}} for row in rows],
    }
    if shelf.measured is None:
        return data
    told = article_told(shelf.measured, shelf.measured.pages.get(article.key, ArticlePage(article.key)), lang, on, set())
    data["provisions"] = [{"id": c["provision"], "class": c["cls"], "title": c["title"], "summary": c["summary"], "carried_by": list(c["carried_by"]),
                           "reason": c["reason"]} for c in told["clauses"]]
    data["rules"] = [{"id": r["id"], "kind": r["noun"], "provision": r["provision"], "in_force": r["in_force"], "acts": [a["code"] for a in r["acts"]],
                      "says": ["  " * line.depth + line.words + (f" [{line.citation}]" if line.citation else "") for line in r["lines"]]}
                     for r in told["rules"]]
    data["readings"] = told["readings"]
    data["limits"] = told["limits"]
    data["scenarios"] = [{"outcome": s.outcome, "provision": s.provision, "sentence": s.sentence, "where": s.where, "before": s.before, "lines": s.lines,
                          "because": s.because, "expects": s.expects, "but": s.changes, "held": s.held} for s in told["scenarios"]]
    return data
