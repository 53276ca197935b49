"""The page of a matter: what it is, where it stands, what may happen next; then its record and the other tabs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from curule.law.clocks import Standing, rights
from curule.matters.acting import organs_of_reader
from curule.matters.docket import Filters, docket, found_entries, organs_present
from curule.matters.explanation import KINDS, citation, reason_tree
from curule.matters.models import Matter
from curule.matters.phrases import branch_words, detail, judge_names, language
from curule.matters.prospects import ClockLine, all_prospects, clocks, folded, prospects, refusals
from curule.matters.reading import Reading
from curule.matters.standing import sheets, standing_lines, told_by
from curule.matters.tabs import offered
from curule.matters.views.asked import page_asked, reading_asked

__all__ = ["entry", "frame", "matter", "tab"]

A_PAGE = 100
FIRST_CLOCKS, MOST_CLOCKS = 12, 60
FIRST_ACTS = 8
"""How many acts the box shows before the record would be pushed off the first screen."""
SHEET_TABS = {"people": _("People"), "charges": _("Charges"), "hearings": _("Hearings"), "custody": _("Custody"),
              "languages": _("Languages")}
RIGHT_STATUS = {Standing.KEPT: "met", Standing.BREACHED: "not-met", Standing.OPEN: "open"}


def frame(request: HttpRequest, reading: Reading, here: str, lang: str) -> dict[str, Any]:
    """What every page of a matter shows: its head, where it stands, its tabs."""
    mine = () if reading.is_past else organs_of_reader(request, reading.law, reading.matter)
    return {
        "matter": reading.matter, "reading": reading, "lang": lang, "here": here, "mine": mine,
        "kind_name": reading.kind.name.of(lang), "branch": branch_words(_branch(reading)),
        "is_public": is_public(reading.matter), "lines": standing_lines(reading, lang),
        "print_name": reading.law.pack.name.of(lang), "tabs": _tabs(reading, lang), "days": _days(reading), "today": reading.on,
    }


def _branch(reading: Reading) -> str:
    return reading.matter.branch or getattr(reading.posture, "branch", "")


def is_public(matter: Matter) -> bool:
    """Whether everybody may know of the matter."""
    return matter.audience.filter(token="public").exists()  # noqa: S106


def _days(reading: Reading) -> str:
    """The days asked for, to be carried along in links."""
    parts = [f"{name}={value.isoformat()}" for name, value in (("on", reading.as_at), ("known", reading.known)) if value]
    return "?" + "&".join(parts) if parts else ""


def _tabs(reading: Reading, lang: str) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = [("", _("Record"))]
    found += [(code, _tab_name(reading, code, lang)) for code in SHEET_TABS if sheets(reading, code, lang)]
    if _rights(reading):
        found.insert(-1 if found[-1][0] == "languages" else len(found), ("rights", _("Rights")))
    return [*found, *offered(reading), ("about", _("About"))]


def _tab_name(reading: Reading, code: str, lang: str) -> Any:
    """The name of a tab: the pack's own for this kind of matter, or the usual one."""
    own = getattr(told_by(reading.law.pack.package, "sheets"), "TAB_NAMES", {}).get((reading.matter.kind, code))
    return own.of(lang) if own is not None else SHEET_TABS[code]


def _rights(reading: Reading) -> list[Any]:
    nothing: list[Any] = []
    return reading.ask(lambda: rights(reading.law, reading.matter.kind, reading.posture, reading.on, reading.related), nothing)


def matter(request: HttpRequest, number: str) -> HttpResponse:
    """The page of a matter, with its record."""
    reading, lang = reading_asked(request, number), language()
    page = frame(request, reading, "", lang)
    only_mine = bool(page["mine"]) and request.GET.get("acts", "mine") == "mine"
    asked = all_prospects(reading, page["mine"], lang)
    filters = Filters(request.GET.get("q", "").strip()[:200], request.GET.get("organ", ""), request.GET.get("order") == "oldest")
    entries = found_entries(reading, filters, lang)
    shown = Paginator(entries, A_PAGE).get_page(page_asked(request))
    groups, more, more_count = folded(prospects(reading, asked, only_mine=only_mine), FIRST_ACTS)
    page |= {
        "groups": groups, "more": more, "more_count": more_count, "refused": refusals(asked, only_mine=only_mine), "only_mine": only_mine,
        **clocks_shown(clocks(reading, lang, page["mine"])), "filters": filters, "page": shown,
        "docket": docket(reading, list(shown.object_list), lang), "total": len(reading.entries), "found": len(entries),
        "organs_present": organs_present(reading, lang), "may_propose": _may_propose(reading), "may_file": _may_file(reading, page["mine"]),
    }
    return render(request, "matters/matter.html", page)


def _may_file(reading: Reading, mine: Iterable[str]) -> bool:
    """Whether the reader files documents in this matter."""
    court = reading.law.pack.court
    return court is not None and not reading.is_past and any(o in court.filers for o in mine)


def clocks_shown(lines: list[ClockLine]) -> dict[str, Any]:
    """The most urgent clocks for the box, those that follow for who unfolds them, and how many there are beyond."""
    return {"clock_lines": lines[:FIRST_CLOCKS], "later_clocks": lines[FIRST_CLOCKS:MOST_CLOCKS], "clocks_beyond": max(len(lines) - MOST_CLOCKS, 0)}


def _may_propose(reading: Reading) -> bool:
    """Whether the reader is of Chambers, for whom benches are proposed."""
    of_chambers = f"organ:{reading.matter.pack}:chambers" in reading.tokens
    return of_chambers and reading.matter.kind == "case" and not reading.is_past and told_by(reading.law.pack.package, "proposer") is not None


def entry(request: HttpRequest, number: str, entry_number: int) -> HttpResponse:
    """One entry: what was done, its particulars, the law's answer, its place in the chain."""
    reading, lang = reading_asked(request, number), language()
    found, row = reading.at(entry_number), reading.row(entry_number)
    if found is None or row is None or (reading.is_past and found not in found_entries(reading, Filters(), lang)):
        raise Http404
    page = frame(request, reading, "", lang)
    content = row.content
    kinds = [str(k) for code, k in ((kind.name, words) for kind, words in KINDS.items()) if code in content["answer"]["kinds"]]
    relied = [n for n in map(reading.shown_number, content["answer"]["relied_on"]) if n is not None]
    page |= {
        "line": docket(reading, [found], lang)[0], "detail": detail(reading.law, found, lang, judge_names(reading)),
        "act_title": reading.law.acts[found.act].title.of(lang) if found.act in reading.law.acts else found.act,
        "content": content, "row": row, "kind_words": kinds, "relied": relied,
        "rules": [(r, citation(reading.law.rules[r].provision, lang, "long")) for r in content["answer"]["rules"] if r in reading.law.rules],
        "before": entry_number - 1 if entry_number > 1 else None,
        "after": entry_number + 1 if reading.at(entry_number + 1) else None,
        "may_correct": not found.act.endswith("_entry") and any(o in ("registry", "registrar") for o in page["mine"]),
    }
    return render(request, "matters/entry.html", page)


def tab(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """One of the other tabs."""
    reading, lang = reading_asked(request, number), language()
    page = frame(request, reading, code, lang)
    if code == "rights":
        held = [{"title": r.right.title.of(lang), "holder": r.right.holder.of(lang), "subject": ", ".join(map(str, r.given.values())),
                 "owed_by": ", ".join(reading.law.organs[o].name.of(lang) for o in r.right.owed_by),
                 "cite": citation(r.right.provision, lang), "status": RIGHT_STATUS[r.standing],
                 "tree": reason_tree(r.reason, lang, reading)} for r in _rights(reading)]
        return render(request, "matters/rights.html", {**page, "rights": held})
    found = sheets(reading, code, lang) if code in SHEET_TABS else []
    if not found:
        raise Http404
    return render(request, "matters/sheets.html", {**page, "sheets": found, "tab_name": _tab_name(reading, code, lang)})
