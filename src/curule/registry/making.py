"""Making a public redacted version and its proof, in the background: it takes seconds a page where words stand in pictures.

The work reads the marks, makes the file in confinement and writes what came of it in one step, if the marks are still the same: killed at any moment, it
leaves nothing half-made, and whoever takes it up begins anew.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from curule.jobs.kinds import Progress, work
from curule.law.words import Text
from curule.pages.confined import Confines, Stopped, confined
from curule.registry.derived import local_copy
from curule.registry.hiding import GROUND, hidden_of, kept
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.registry.redaction_work import RedactionWork

__all__ = ["languages_of", "make_redaction"]

SECONDS, SECONDS_A_PAGE, SECONDS_A_SCAN = 900.0, 2.0, 60.0
"""The most that a redaction may take: in any case, for each page, for each page whose picture is read in the proof."""
MARK = ("page", "left", "top", "right", "bottom")


def languages_of(rendition: Rendition) -> list[str]:
    """The languages in which the pictures of a document are read: its own, and those in which names and quotations stand."""
    return list(dict.fromkeys((rendition.language, "en", "fr")))


@work("make_redaction", _("Public redacted version with its proof"), attempts=3)
def make_redaction(progress: Progress, rendition: str, work: int, revision: int) -> None:
    """Redact the file as it was filed, and prove the result; what came of it is kept with the marks. Nothing unproved is kept."""
    asked = RedactionWork.objects.filter(pk=work, revision=revision).select_related("rendition__document", "rendition__entry__matter").first()
    if asked is None or asked.result:  # marked anew or filed meanwhile; or done before, by whoever was thought dead
        return
    result, public, schedule = _made(asked, progress)
    with transaction.atomic():
        now = RedactionWork.objects.select_for_update().filter(pk=work, revision=revision).first()
        if now is not None:
            now.result, now.public, now.schedule = result, public, schedule
            now.save(update_fields=["result", "public", "schedule", "changed_at"])


def _made(work: RedactionWork, progress: Progress) -> tuple[dict[str, Any], bytes | None, bytes | None]:
    found, grounds = work.rendition, court_of(work.rendition.entry.matter).grounds
    areas = [{**{k: mark[k] for k in MARK}, "ground": _worded(mark, grounds)} for mark in work.marks if mark["kind"] == "area"]
    phrases = [{**{k: mark[k] for k in ("text", "whole", "exact")}, "ground": _worded(mark, grounds)} for mark in work.marks if mark["kind"] == "phrase"]
    try:
        hidden = hidden_of(found)
    except Stopped as fault:
        return {"stopped": fault.why}, None, None
    if hidden.has_more:
        return {"hides_more": True}, None, None
    own, stays = len(phrases), kept(work, hidden)
    phrases += [{"text": piece, "whole": False, "exact": True, "ground": GROUND} for piece in hidden.pieces if piece not in stays]
    scans = list(found.page_words.filter(recognised=True).values_list("page", flat=True))
    seconds = SECONDS + SECONDS_A_PAGE * (found.pages or 0) + SECONDS_A_SCAN * len(scans)
    with tempfile.TemporaryDirectory(prefix="curule-redact-") as folder, local_copy(found, found.plain_pdf) as copy:
        target, schedule = Path(folder) / "public.pdf", Path(folder) / "schedule.pdf"
        try:
            result = confined("redact", Confines(seconds, memory=3 * 1024**3, output=1024**3), progress, path=str(copy), target=str(target),
                              schedule=str(schedule), title=found.title, areas=areas, phrases=phrases, scans=scans, languages=languages_of(found))
        except Stopped as fault:
            return {"stopped": fault.why}, None, None
        # A hidden piece that is not found where it should stand may stand there otherwise: then nothing is public before somebody has seen to it.
        missed = [phrases[place]["text"] for place in result.get("unfound", ()) if place >= own]
        result |= {"unfound": [place for place in result.get("unfound", ()) if place < own], "hidden_unfound": missed}
        if not missed and target.exists() and (result.get("proof") or {}).get("holds"):
            return result, target.read_bytes(), schedule.read_bytes()
    return result, None, None


def _worded(mark: Mapping[str, Any], grounds: Mapping[str, Text]) -> str:
    """The ground of a mark in both languages, as the schedule prints it; one in the words of whoever redacts as it is."""
    ground = grounds.get(mark["ground"])
    return f"{ground.en} / {ground.fr}" if ground is not None else str(mark["ground"])
