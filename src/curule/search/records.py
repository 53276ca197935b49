"""From an entry, with its document where it has one, to what the index holds of it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import tantivy
from django.db.models import Prefetch

from curule.citations import COURTS, find, index_keys
from curule.law.library import Library
from curule.law.record import CORRECTION, RECLASSIFICATION, WITHDRAWAL, Entry
from curule.matters.classification import history_of
from curule.matters.models import EntryRow
from curule.matters.phrases import judge_names, phrase, words_of
from curule.matters.reading import matters_for, reading_of
from curule.matters.records import as_entry
from curule.matters.tribunals import codes, library
from curule.registry.models import Rendition
from curule.search.folding import loose, words
from curule.search.index import OPEN

__all__ = ["RESTRICTED", "documents_of", "order_of", "public_names", "type_of", "without_references", "words_shown"]

log = logging.getLogger(__name__)
RESTRICTED = "restricted"
"""The class of entries that are not public and say no more."""
OWN_TO_READERS = frozenset({"number", "received", "files"})
"""Particulars of filings that are not for the index: a number may have been another one for earlier readers; digests are no words."""
PER_DAY = 10_000_000_000
LANGUAGES = ("en", "fr")


def documents_of(pks: Iterable[int], touched: Mapping[int, int] | None = None) -> Iterator[tuple[int, Any]]:
    """Each of these entries that exists, with what the index holds of it; ``touched``: the number of its change, by entry.

    One that cannot be read holds up no other: it is left out, and the log tells its key.
    """
    rows = EntryRow.objects.filter(pk__in=list(pks), matter__pack__in=codes()).select_related("matter").prefetch_related(
        "audience", "matter__audience", Prefetch("rendition", Rendition.objects.select_related("document").prefetch_related("texts")))
    abouts = _abouts(rows)
    names: dict[str, Mapping[str, str]] = {}
    for row in rows:
        pack = row.matter.pack
        if pack not in names:
            names[pack] = public_names(pack)
        try:
            document = _document(row, names[pack], abouts.get(row.pk), (touched or {}).get(row.pk, 0))
        except Exception as fault:  # whatever it is: a record that is not found is better than a search that does not answer
            log.error("search: entry %d is left out of the index: %s", row.pk, type(fault).__name__)
            continue
        yield row.pk, document


def _abouts(rows: Iterable[EntryRow]) -> dict[int, frozenset[str]]:
    """For entries about other entries: the tokens of those. Whoever may not see them is not shown that something was said of them."""
    wanted: dict[int, tuple[int, list[int]]] = {}
    for row in rows:
        given = row.content["particulars"]
        if row.act in (CORRECTION, WITHDRAWAL):
            wanted[row.pk] = (row.matter_id, [given.get("entry", 0)])
        elif row.act == RECLASSIFICATION:
            wanted[row.pk] = (row.matter_id, list(given.get("entries", ())))
    found = {}
    for pk, (matter, numbers) in wanted.items():
        others = EntryRow.objects.filter(matter_id=matter, number__in=numbers).prefetch_related("audience")
        found[pk] = frozenset(a.token for other in others for a in other.audience.all())
    return found


def _document(row: EntryRow, names: Mapping[str, str], about: frozenset[str] | None, touched: int) -> Any:
    law, matter = library(row.matter.pack), row.matter
    rendition = getattr(row, "rendition", None)
    made = tantivy.Document()
    _sight(made, row, about)
    title, text = _texts(row, law, names, rendition)
    for name, value in {"type": type_of(row, rendition), "matter": matter.number.lower(), "kind": matter.kind, "tribunal": matter.pack,
                        "branch": matter.branch.replace("-", "_"), "organ": row.organ, "lang": rendition.language if rendition else "",
                        "class": _class(row)}.items():
        if value:
            made.add_text(name, value)
    made.add_text("title", " ".join(words(title)))
    made.add_text("body", " ".join(words(text)))
    made.add_text("loose", " ".join(loose(text)))
    for key in _cited(text, matter.pack):
        made.add_text("cites", key)
    made.add_unsigned("pk", row.pk)
    made.add_unsigned("touched", touched)
    made.add_integer("order", order_of(row))
    made.add_integer("day", row.done_on.toordinal())
    made.add_integer("year", row.done_on.year)
    return made


def order_of(row: EntryRow) -> int:
    """Days and, within a day, entries in the order in which they were made; unique, so that no order depends on anything hidden."""
    return row.done_on.toordinal() * PER_DAY + row.pk


def _sight(made: Any, row: EntryRow, about: frozenset[str] | None) -> None:
    seen = frozenset(a.token for a in row.audience.all())
    known = frozenset(a.token for a in row.matter.audience.all())
    about = seen if about is None else about
    for token in sorted(seen):
        made.add_text("seen", token)
    if all(OPEN in tokens or seen <= tokens for tokens in (about, known)):
        return
    made.add_text("narrow", "yes")
    for token in sorted(about):
        made.add_text("about", token)
    for token in sorted(known):
        made.add_text("known", token)


def type_of(row: EntryRow, rendition: Rendition | None) -> str:
    """The type of the document, or the act."""
    return rendition.document.document_type if rendition is not None and rendition.document.document_type else row.act


def _class(row: EntryRow) -> str:
    """How the entry is classified now."""
    if any(a.token == OPEN for a in row.audience.all()):
        return OPEN
    declared = row.content["particulars"].get("classification", "")
    if row.act in (RECLASSIFICATION,) or not declared:
        return RESTRICTED
    if declared != OPEN:
        return str(declared)
    history = history_of(row)
    return history[-1][1] if history and history[-1][1] != OPEN else RESTRICTED


def _texts(row: EntryRow, law: Library, names: Mapping[str, str], rendition: Rendition | None) -> tuple[str, str]:
    """Title and text: what the docket says in both languages without what depends on its reader, then the document's own words."""
    entry = without_references(law, as_entry(law, row))
    said = [phrase(law, entry, lang, names) for lang in LANGUAGES]
    act, organ = law.acts.get(row.act), law.organs.get(row.organ)
    said += [text.of(lang) for lang in LANGUAGES for text in ((act.title if act else None), (organ.name if organ else None)) if text is not None]
    said += [row.matter.number, row.matter.title, *words_shown(law, entry, names)]
    title = said[0]
    if rendition is not None:
        title = rendition.title
        said = [rendition.number, rendition.title, *said, *(page.text for page in rendition.texts.all())]
    return title, "\n".join(said)


def without_references(law: Library, entry: Entry) -> Entry:
    """The entry without its references to other entries, whose numbers differ from reader to reader, and without its own former number."""
    references = {p.name for p in law.particulars(entry.act) if p.kind == "entry"} if entry.act in law.acts else set()
    if entry.act in (CORRECTION, WITHDRAWAL, RECLASSIFICATION):
        references |= {"entry", "entries"}
    references |= OWN_TO_READERS
    return entry.replaced(particulars={name: value for name, value in entry.particulars.items() if name not in references})


def words_shown(law: Library, entry: Entry, names: Mapping[str, str], languages: Iterable[str] = LANGUAGES) -> list[str]:
    """The values of the particulars, as words in these languages; digests and other machinery left out."""
    if entry.act not in law.acts:
        return []
    declared = {p.name: p for p in law.particulars(entry.act)}
    found = []
    for name, value in entry.particulars.items():
        particular = declared.get(name)
        if particular is not None and not isinstance(value, Mapping) and particular.kind not in ("object", "yes_no", "entry"):
            found += list(dict.fromkeys(words_of(particular, value, lang, names) for lang in languages))
        elif entry.act == CORRECTION and isinstance(value, Mapping):
            found += [text for text in value.values() if isinstance(text, str)]
    return found


def public_names(pack: str) -> Mapping[str, str]:
    """The names of a tribunal's judges that everybody may read."""
    roll = matters_for({OPEN}).filter(kind="roll", pack=pack).first()
    return judge_names(reading_of(roll, {OPEN})) if roll is not None else {}


def _cited(text: str, pack: str) -> set[str]:
    court = pack if pack in COURTS else None
    return {form for citation in find(text, court) for key in citation.keys for form in index_keys(key)}

