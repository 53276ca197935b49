"""Saved searches: what they find anew is noted for their owner, and told where notices can be sent."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max
from django.http import QueryDict

from curule.access.audiences import tokens_of
from curule.access.models import User
from curule.matters.models import EntryRow
from curule.matters.reading import entries_for
from curule.search.asking import asked_of
from curule.search.finding import newly_touched
from curule.search.models import Alert, Mark, SavedSearch
from curule.search.questions import All, QuestionFault

__all__ = ["alert", "news_count", "news_of", "save", "seen"]

log = logging.getLogger(__name__)
SHOWN = 20


def save(owner: User, name: str, query: str, *, alerts: bool = True) -> SavedSearch:
    """Keep a search; what is there now is not news."""
    return SavedSearch.objects.create(owner=owner, name=name[:120], query=query[:1000], alerts=alerts, through=_last_mark())


def _last_mark() -> int:
    """The last mark that was given out, whether or not it has been settled since."""
    held = Mark.objects.aggregate(last=Max("pk"))["last"] or 0
    reached = SavedSearch.objects.aggregate(last=Max("through"))["last"] or 0
    return max(held, reached, _highest_touched())


def _highest_touched() -> int:
    from curule.search.index import opened
    from curule.search.upkeep import catch_up, current

    files = opened(current().code)
    catch_up()
    import tantivy

    result = files.searcher().search(tantivy.Query.all_query(), limit=1, order_by_field="touched")
    return int(result.hits[0][0]) if result.hits else 0


def alert(tell: Callable[[SavedSearch, list[EntryRow]], None] | None = None) -> int:
    """Run every saved search that wants alerts as its owner may search today; how many new finds there were.

    ``tell`` is given each search with its new finds, after they are noted.
    """
    through = _highest_touched()
    count = 0
    for one in SavedSearch.objects.filter(alerts=True, owner__is_active=True).select_related("owner"):
        found = _new_finds(one)
        Alert.objects.bulk_create([Alert(saved=one, entry=row) for row in found])
        SavedSearch.objects.filter(pk=one.pk).update(through=max(through, one.through))
        count += len(found)
        if found and tell is not None:
            tell(one, found)
    return count


def _new_finds(one: SavedSearch) -> list[EntryRow]:
    asked = asked_of(QueryDict(one.query))
    try:
        parts = [part for part in (asked.node, *asked.limits) if part is not None]
    except QuestionFault:  # written for an earlier form of the language
        log.warning("a saved search can no longer be read; its owner is to save it anew")
        return []
    node = All(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
    found = newly_touched(tokens_of(one.owner), node, one.through)
    known = set(Alert.objects.filter(saved=one, entry__in=found).values_list("entry_id", flat=True))
    return [row for row in found if row.pk not in known]


def news_of(one: SavedSearch, tokens: frozenset[str]) -> list[EntryRow]:
    """The unread finds that the reader still sees, newest first."""
    wanted = [alert.entry_id for alert in one.found.filter(read=False)[:SHOWN]]
    rows = entries_for(tokens, EntryRow.objects.filter(pk__in=wanted)).select_related("matter")
    return sorted(rows, key=lambda row: -row.pk)


def news_count(owner: User | AnonymousUser, tokens: frozenset[str]) -> int:
    """How many unread finds a person has, of those that the person still sees: for the desk."""
    if not isinstance(owner, User):
        return 0
    unread = Alert.objects.filter(saved__owner=owner, read=False)
    return unread.filter(entry__in=entries_for(tokens, EntryRow.objects.filter(pk__in=unread.values("entry")))).count()


def seen(one: SavedSearch) -> None:
    """The finds of a search were read."""
    one.found.filter(read=False).update(read=True)
