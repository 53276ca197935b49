"""The About tab: which law was applied, in which version and readings, with which figures, and whether the chain holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from curule import __version__
from curule.law.posture import plain
from curule.law.record import Fault
from curule.matters.explanation import citation
from curule.matters.phrases import language
from curule.matters.reading import Reading
from curule.matters.verification import verify_matter
from curule.matters.views.asked import reading_asked
from curule.matters.views.matter import frame

__all__ = ["about", "about_json"]


def about(request: HttpRequest, number: str) -> HttpResponse:
    """The law applied to a matter, and the verification of its record."""
    reading, lang = reading_asked(request, number), language()
    law = reading.law
    verified = verify_matter(reading.matter)
    page = {
        **frame(request, reading, "about", lang), "version": __version__, "pack": law.pack,
        "pack_name": law.pack.name.of(lang), "instruments": [i.title.of(lang) for i in law.pack.instruments],
        "readings": [_reading(law, r, lang) for r in law.readings.values()], "figures": [_figure(f, lang) for f in law.figures.values()],
        "holds": not verified.faults, "faults": _faults_shown(reading, verified.faults),
        "count": len(reading.record), "fingerprint": reading.fingerprint,
        "versions": sorted(set(reading.matter.entries.filter(pk__in=reading.keys[-500:]).values_list("content__library", flat=True))),
    }
    return render(request, "matters/about.html", page)


def _reading(law: Any, reading: Any, lang: str) -> dict[str, Any]:
    chosen = law.reading(reading.id)
    return {"question": reading.question.of(lang), "chosen": reading.alternatives[chosen].of(lang), "is_default": chosen == reading.default,
            "others": [text.of(lang) for name, text in reading.alternatives.items() if name != chosen],
            "cite": citation(reading.provision, lang)}


def _figure(figure: Any, lang: str) -> dict[str, Any]:
    return {"id": figure.id, "value": f"{figure.value} {figure.unit}", "source": figure.source.of(lang), "verified": figure.verified}


def about_json(request: HttpRequest, number: str) -> JsonResponse:
    """The posture and the state of the chain as data, as far as this reader may read."""
    reading = reading_asked(request, number)
    verified = verify_matter(reading.matter)
    return JsonResponse({
        "number": reading.matter.number, "kind": reading.matter.kind, "title": reading.matter.title, "on": reading.on.isoformat(),
        "stage": reading.stage, "entries": len(reading.record), "library": f"{reading.law.pack.code} {__version__}",
        "readings": {r: reading.law.reading(r) for r in reading.law.readings}, "chain": {"holds": not verified.faults}, "fingerprint": reading.fingerprint,
        "posture": plain(reading.posture)}, json_dumps_params={"ensure_ascii": False})


def _faults_shown(reading: Reading, faults: Iterable[Fault]) -> list[Fault]:
    """The faults of entries that this reader sees, under the numbers that this reader sees; the others are for the Registry."""
    if reading.is_whole:
        return list(faults)
    return []
