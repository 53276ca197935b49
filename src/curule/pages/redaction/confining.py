"""Redaction in confinement (:mod:`curule.pages.confined`): plain data in, plain data out, files by their paths."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from curule.pages.opening import Unreadable, open_pdf
from curule.pages.redaction.document import sheet_of
from curule.pages.redaction.marks import Area, Phrase
from curule.pages.redaction.redacting import NotProved, release
from curule.pages.redaction.schedule import schedule_sheet

__all__ = ["sheet_sizes", "write_redacted"]


def sheet_sizes(path: str) -> list[tuple[float, float]]:
    """Width and height of each page as the reader sees it, in points."""
    with open_pdf(Path(path).read_bytes()) as pdf:
        return [sheet_of(page).size for page in pdf.pages]


def write_redacted(path: str, target: str, schedule: str, title: str, areas: list[dict[str, Any]], phrases: list[dict[str, Any]], scans: list[int],
                   languages: list[str]) -> dict[str, Any]:
    """Write the public file and its schedule; what was done and what was proved. ``refused`` has the reason in both languages when nothing is released."""
    try:
        made = release(Path(path).read_bytes(), [Area(**area) for area in areas], [Phrase(**phrase) for phrase in phrases], scans=scans, languages=languages)
    except NotProved as refused:
        return {"refused": {"en": refused.says.en, "fr": refused.says.fr}, "proof": refused.proof.as_data() if refused.proof is not None else None}
    except Unreadable as refused:
        return {"refused": {"en": refused.says.en, "fr": refused.says.fr}, "proof": None}
    Path(target).write_bytes(made.public)
    Path(schedule).write_bytes(schedule_sheet(title, made.redactions, made.pictured))
    with open_pdf(made.public) as pdf:
        pages = len(pdf.pages)
    return {"pages": pages, "redactions": [redaction.as_data() for redaction in made.redactions],
            "pictured": {str(page): why for page, why in made.pictured.items()},
            "unfound": list(made.unfound), "cleared": made.cleared, "inside": list(made.inside), "proof": made.proof.as_data()}
