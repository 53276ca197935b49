"""Tables as files for spreadsheets: no cell is taken for a formula, accents are read, long tables flow."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import StreamingHttpResponse

__all__ = ["as_csv", "safe_cell"]


class _Echo:
    """Gives each line back as it is written."""

    def write(self, line: str) -> str:
        return line


def safe_cell(cell: Any) -> str:
    """A cell that no spreadsheet takes for a formula; nothing for ``None``.

    >>> safe_cell("=1+1"), safe_cell(None), safe_cell(12)
    ("'=1+1", '', '12')
    """
    text = "" if cell is None else str(cell)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def as_csv(name: str, rows: Iterable[list[Any]]) -> StreamingHttpResponse:
    """The rows as a file of that name, the first row being the names of the columns."""
    return StreamingHttpResponse(_lines(rows), content_type="text/csv; charset=utf-8",
                                 headers={"Content-Disposition": f'attachment; filename="{name}.csv"'})


def _lines(rows: Iterable[list[Any]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    for number, row in enumerate(rows):
        # The mark at the start makes spreadsheets read the accents.
        yield ("" if number else "\ufeff") + writer.writerow([safe_cell(cell) for cell in row])
