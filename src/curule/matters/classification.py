"""Who may see the entries of a matter: what each entry said when it was entered, and what later entries changed.

Audience rows are derived. The audience stands in the hashed content of the entry. Later entries change it: a reclassification, with its
reason; and, for what is under seal until something is done, the entry of that act. So the history of who could see what can be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from curule.law.record import RECLASSIFICATION
from curule.law.sight import narrowed, sight_of
from curule.law.view import Actor
from curule.matters.models import EntryAudience, EntryRow, Matter, MatterAudience
from curule.matters.sight import participants_of, states_named, tokens_for
from curule.matters.signals import reclassified
from curule.statutes.court_record.filings import ANNEX, CORRIGENDUM, TRANSLATION
from curule.statutes.court_record.hearings import VACATE

__all__ = ["audiences_of", "classifications_of", "classify", "declassified", "history_of", "opened_by", "words_of"]

FOLLOWERS = (ANNEX, TRANSLATION, CORRIGENDUM)
"""Acts whose entries are reclassified with the document to which they belong; a redacted version is not."""

SHARERS = {VACATE: "hearing"}
"""Acts whose entries have the readers of another entry, and the particular that names it (``Act.shares`` of the packs)."""

OPEN = ("public",)


def _changes(contents: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """Each time that an entry was given an audience: the entry, the words of the audience, the entry that gave it. In the order of the record.

    An entry that shares the readers of another follows it whenever it changes. It may be given fewer readers of its own, never more.
    """
    now: dict[int, tuple[str, ...]] = {}
    own: dict[int, tuple[str, ...]] = {}
    shared: dict[int, int] = {content["number"]: said for content in contents if isinstance(said := _shared(content), int) and said < content["number"]}
    for entry, words, by in _given(contents):
        above = shared.get(entry)
        if above in now and words != now[above]:
            own[entry] = words
        now[entry] = narrowed(words, now[above]) if above in now else words
        yield entry, now[entry], by
        for sharer in (each for each, above in shared.items() if above == entry and each in now):
            now[sharer] = narrowed(own.get(sharer, words), words)
            yield sharer, now[sharer], by


def _shared(content: Mapping[str, Any]) -> Any:
    return content["particulars"].get(SHARERS.get(content["act"], ""))


def _given(contents: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """The audiences that entries themselves and reclassifications say, in the order of the record."""
    sealed: dict[int, Mapping[str, Any]] = {}
    family: dict[int, list[int]] = {}
    filers: dict[int, Actor] = {}
    for content in contents:
        number, given = content["number"], content["particulars"]
        for opened in _unsealed(sealed, content):
            yield opened, OPEN, number
            del sealed[opened]
        yield number, tuple(content["audience"]), number
        filers[number] = Actor(content["organ"], content["person"])
        if content.get("unsealed_by"):
            sealed[number] = content
        if content["act"] in FOLLOWERS and isinstance(given.get("of"), int):
            family.setdefault(given["of"], []).append(number)
        if content["act"] == RECLASSIFICATION:
            for entry in _reclassified(given, family):
                if entry in filers:
                    yield entry, sight_of(given["classification"], given.get("addressees", ()), filers[entry]), number
                    sealed.pop(entry, None)


def words_of(contents: Sequence[Mapping[str, Any]]) -> dict[int, tuple[str, ...]]:
    """The audience words of each entry by its number, from the contents of the whole record in order."""
    return {entry: words for entry, words, _by in _changes(contents)}


def opened_by(contents: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """The entries that are public now, by number, with the number of the entry since which each is: its own, or the one that opened it.

    Nothing of a matter that nobody knew of was public before its first entry was.
    """
    since: dict[int, int] = {}
    for entry, words, by in _changes(contents):
        if not frozenset(OPEN) <= frozenset(words):
            since.pop(entry, None)
        else:
            since.setdefault(entry, by)
    first = since.get(1, 0)
    return {entry: max(by, first) for entry, by in since.items()}


def _unsealed(sealed: Mapping[int, Mapping[str, Any]], content: Mapping[str, Any]) -> list[int]:
    """The entries that were sealed until such an act, of the same person where both name one."""
    found = []
    for number, before in sealed.items():
        persons = {before["particulars"].get("person"), content["particulars"].get("person")} - {None}
        if content["act"] in before["unsealed_by"] and len(persons) <= 1:
            found.append(number)
    return found


def _reclassified(given: Mapping[str, Any], family: Mapping[int, Sequence[int]]) -> list[int]:
    """The entries that a reclassification names, with what belongs to them unless it says otherwise."""
    found = list(given["entries"])
    if not given.get("alone"):
        for number in found:  # grows while it is walked: the translation of an annex follows too
            found += [follower for follower in family.get(number, ()) if follower not in found]
    return found


def audiences_of(matter: Matter, contents: Sequence[Mapping[str, Any]]) -> dict[int, frozenset[str]]:
    """The tokens of each entry by its number, from the contents of the whole record in order."""
    states = {content["number"]: states_named(content["particulars"]) for content in contents}
    return {number: tokens_for(matter, words, states[number]) for number, words in words_of(contents).items()}


def classifications_of(contents: Sequence[Mapping[str, Any]], number: int) -> list[tuple[int, str, str]]:
    """How an entry was classified, from its filing on: the entry that said so, the classification, the reason given."""
    found: list[tuple[int, str, str]] = []
    family: dict[int, list[int]] = {}
    concerned = {number}
    for content in contents:
        given = content["particulars"]
        if content["act"] in FOLLOWERS and isinstance(given.get("of"), int):
            family.setdefault(given["of"], []).append(content["number"])
        if content["number"] == number:
            found.append((number, given.get("classification", ""), ""))
            concerned |= {_shared(content)}
        elif content["act"] == RECLASSIFICATION and found and not concerned.isdisjoint(_reclassified(given, family)):
            found.append((content["number"], given["classification"], given.get("reason", "")))
    return found


def history_of(row: EntryRow) -> list[tuple[int, str, str]]:
    """:func:`classifications_of` one stored entry, from what speaks of it alone: itself, what it belongs to, every reclassification of its matter."""
    of_matter = EntryRow.objects.filter(matter=row.matter_id)
    told, last = [row.content], row.content
    while last is not None and last["act"] in FOLLOWERS and isinstance(above := last["particulars"].get("of"), int) and above < last["number"]:
        last = of_matter.filter(number=above).values_list("content", flat=True).first()
        told += [last] if last is not None else []
    told += of_matter.filter(act=RECLASSIFICATION).exclude(pk=row.pk).order_by().values_list("content", flat=True)
    return classifications_of(sorted(told, key=lambda content: content["number"]), row.number)


def matter_tokens(matter: Matter, opening: frozenset[str]) -> frozenset[str]:
    """Who may know of a matter: who may see its first entry, and whoever holds an office in it. What they may read is another question."""
    return opening | participants_of(matter)


def classify(matter: Matter, row: EntryRow) -> None:
    """Write the audience rows that follow from a new entry: its own, and those that it changes."""
    tokens = tokens_for(matter, row.content["audience"], states_named(row.content["particulars"]))
    EntryAudience.objects.of_new_entry([EntryAudience(entry=row, token=t) for t in sorted(tokens)])
    if row.number == 1:
        MatterAudience.objects.bulk_create(MatterAudience(matter=matter, token=t) for t in sorted(matter_tokens(matter, tokens)))
    if row.act == RECLASSIFICATION or matter.unsealing.filter(act=row.act).exists():
        declassified(matter)
    for act in row.content.get("unsealed_by", ()):
        matter.unsealing.get_or_create(act=act)


def declassified(matter: Matter) -> bool:
    """Make the audience rows of a matter anew from its record; whether any differed from what was stored."""
    rows = list(EntryRow.objects.filter(matter=matter).order_by("number").prefetch_related("audience"))
    wanted = audiences_of(matter, [row.content for row in rows])
    stored = {row.number: frozenset(a.token for a in row.audience.all()) for row in rows}
    changed = [row for row in rows if stored[row.number] != wanted[row.number]]
    if changed:
        EntryAudience.objects.filter(entry__in=changed).delete()
        EntryAudience.objects.bulk_create([EntryAudience(entry=row, token=t) for row in changed for t in sorted(wanted[row.number])])
    known = frozenset(MatterAudience.objects.filter(matter=matter).values_list("token", flat=True))
    should = matter_tokens(matter, wanted[1]) if rows else frozenset()
    if known != should:
        MatterAudience.objects.filter(matter=matter).delete()
        MatterAudience.objects.bulk_create(MatterAudience(matter=matter, token=t) for t in sorted(should))
    if changed:
        matter.refresh_from_db(fields=["sight_mark"])
        reclassified.send(sender=Matter, matter=matter, rows=changed)
    return bool(changed) or known != should
