"""Documents move from one series of numbers to another when more people may see them: a number tells how many were drawn before it, so that it is
drawn from the series of those who read it now. Whoever knew the former number goes on finding the document by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from curule.law.record import RECLASSIFICATION
from curule.law.sight import ADDRESSED, PUBLIC
from curule.matters.classification import audiences_of
from curule.matters.models import EntryRow, Matter
from curule.matters.sight import states_named, tokens_for
from curule.registry.models import Document, NumberSeries, Rendition
from curule.registry.numbering import Stem, belonging, court_of, draw, is_taken, series_of

__all__ = ["bring_into_series", "carries_number", "former_number_shown", "readers_know_series", "renumbered"]


def _tokens(rendition: Rendition) -> frozenset[str]:
    return frozenset(row.token for row in rendition.entry.audience.all())


def readers_know_series(document: Document, tokens: frozenset[str]) -> bool:
    """Whether all of these readers are of the audience in whose series the document is numbered."""
    if not document.series:
        return True
    held = (_tokens(r) for r in document.renditions.select_related("entry").prefetch_related("entry__audience"))
    return any(series_of(readers) == document.series and tokens <= readers for readers in held)


def carries_number(of: Rendition, tokens: frozenset[str], classification: str, *, redacted: bool) -> bool:
    """Whether what belongs to a document carries its number with an ending.

    Endings are counted. What is for named addressees alone counts with others of the same addressees only: in any other series its ending
    would tell of what was filed for somebody else.
    """
    if classification in ADDRESSED:
        return series_of(tokens) == of.document.series and (redacted or belonging(of, tokens))
    return redacted or belonging(of, tokens)


def bring_into_series(matter: Matter, document: Document, tokens: frozenset[str], classification: str) -> None:
    """Number a document, with all its forms, in the series of more readers: because a redacted version is filed for them.

    What carries its number (its annexes) goes with it, if all of its readers are of the new series' audience: that they see no gap there.
    """
    stem, drawn = document.stem, draw(matter, tokens, classification)
    for other in Document.objects.filter(filing__matter=matter, stem=stem).exclude(pk=document.pk).order_by("position", "pk"):
        held = [_tokens(r) for r in other.renditions.select_related("entry").prefetch_related("entry__audience")]
        if not drawn.series or all(readers <= tokens for readers in held):
            _moved(matter, other, stem, drawn, {})
    _moved(matter, document, stem, drawn, {})


def renumbered(matter: Matter, rows: Sequence[EntryRow]) -> None:
    """After a reclassification or an unsealing, what more people see is numbered in their series: its old number would tell of what they do not see.

    What fewer people see keeps its number, which has been read and cited.
    """
    contents = list(EntryRow.objects.filter(matter=matter).order_by("number").values_list("content", flat=True))
    before, last = audiences_of(matter, contents[:-1]), contents[-1] if contents else {}
    said = str(last["particulars"].get("classification", PUBLIC)) if last.get("act") == RECLASSIFICATION else PUBLIC
    drawn: dict[tuple[str, str], Stem] = {}
    found = Rendition.objects.filter(entry__in=rows).order_by("document__filing", "document__position", "pk").values_list("pk", flat=True)
    for key in list(found):
        # Read one by one: moving a document renames its other forms.
        rendition = Rendition.objects.select_related("document", "entry").get(pk=key)
        now, old = _tokens(rendition), _stem_of(matter, rendition.number)
        if now <= before.get(rendition.entry.number, frozenset()) or _series_of_stem(matter, rendition, old) in ("", series_of(now)):
            continue
        place = (old, series_of(now))
        if place not in drawn:
            drawn[place] = draw(matter, now, said)
        _moved(matter, rendition.document, old, drawn[place], {rendition.pk: said})


def _stem_of(matter: Matter, number: str) -> str:
    """A number without its endings."""
    form = re.escape(court_of(matter).numbers.hidden_form.format(case=matter.number, series="\x01", n="\x02"))
    found = re.match(form.replace("\x01", "[A-Z]*").replace("\x02", r"\d+"), number)
    return found.group() if found else number


def _series_of_stem(matter: Matter, rendition: Rendition, stem: str) -> str:
    """The series in which a stem was drawn; empty for the public one."""
    if stem == rendition.document.stem:
        return rendition.document.series
    form = court_of(matter).numbers.hidden_form
    for series in NumberSeries.objects.filter(matter=matter).exclude(letters=""):
        if re.fullmatch(re.escape(form.format(case=matter.number, series=series.letters, n="\x02")).replace("\x02", r"\d+"), stem):
            return series.audience
    return ""


def _moved(matter: Matter, document: Document, old: str, to: Stem, classes: Mapping[int, str]) -> None:
    """Every form of a document that has the old stem takes the new one; ``classes``: the classification of those that have another one now."""
    for rendition in document.renditions.select_related("entry").prefetch_related("entry__audience"):
        if _stem_of(matter, rendition.number) != old:
            continue
        rendition.former_number = rendition.former_number or rendition.number
        rendition.number = _restyled(matter, rendition, old, to.text, classes.get(rendition.pk))
        rendition.save(update_fields=["number", "former_number"])
    if document.stem == old:
        document.stem, document.series = to.text, to.series
        document.save(update_fields=["stem", "series"])


def _restyled(matter: Matter, rendition: Rendition, old: str, stem: str, classification: str | None) -> str:
    """The number with another stem, and with the ending of the classification that it has now."""
    endings, rest = court_of(matter).numbers.classes, rendition.number[len(old):]
    said = next((ending for ending in sorted(endings.values(), key=len, reverse=True) if rest.startswith(ending)), "")
    rest = rest[len(said):]
    if "public" in _tokens(rendition):
        said = ""
    elif classification is not None:
        said = endings.get(classification, "")
    wanted = made = stem + said + rest
    k = 2
    while is_taken(made):
        made, k = f"{wanted}.{k}", k + 1
    return made


def former_number_shown(rendition: Rendition) -> str:
    """The former number, where all who may read the document now could read it when it had that number; to others it would tell of a hidden series."""
    row = rendition.entry
    first = tokens_for(row.matter, row.content["audience"], states_named(row.content["particulars"]))
    return rendition.former_number if _tokens(rendition) <= first else ""
