"""Entering a simulated life in the tribunal's records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from curule.cli._application import start
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.simulation import Deed

if TYPE_CHECKING:
    from curule.matters.models import Matter

__all__ = ["Writer"]

USER = "simulation"


class Writer:
    """Enters deeds through the pipeline. ``prepared`` is what stood before: the tribunal's own records where it has them."""

    def __init__(self, library: Library, prepared: Mapping[str, list[Entry]]) -> None:
        start()
        from curule.matters.models import Matter
        from curule.matters.records import record_of

        self.pack = library.pack.code
        self.library = library
        self.matters: dict[str, Matter] = {}
        self.prepared: dict[str, list[Entry]] = {}
        for kind, entries in prepared.items():
            existing = Matter.objects.filter(pack=self.pack, kind=kind).first()
            if existing is None and entries:
                for entry in entries:
                    self._enter(f"{kind}-0", kind, entry, {})
                existing = self.matters[f"{kind}-0"]
                existing.refresh_from_db()
            self.prepared[kind] = list(record_of(existing)) if existing is not None else []

    @property
    def numbers(self) -> dict[str, str]:
        """The numbers that the matters were given, by their codes in the life."""
        return {code: matter.number for code, matter in self.matters.items()}

    def enter(self, deed: Deed) -> None:
        """One deed of the life."""
        links = {kind: self.matters[other.code] for kind, other in deed.matter.links.items() if other.code in self.matters}
        self._enter(deed.matter.code, deed.matter.kind, Entry(0, deed.act, deed.actor, deed.on, deed.given), links)

    def _enter(self, code: str, kind: str, entry: Entry, links: Mapping[str, Any]) -> None:
        from curule.matters.pipeline import Request, enter, open_matter

        raw = {name: list(value) if isinstance(value, tuple) else value for name, value in entry.particulars.items()}
        request = Request(act=entry.act, actor=entry.actor, done_on=entry.done_on, raw=raw, user=USER)
        if code in self.matters:
            enter(self.matters[code].number, request)
        else:
            title = f"{self.library.kind(kind).name.en} ({USER})"
            self.matters[code] = open_matter(self.pack, kind, title[:1].upper() + title[1:], request, links=links)[0]
