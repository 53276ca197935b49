"""Saved searches: what they find anew is noted for their owner, and told where notices can be sent."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import QueryDict

from curule.access.audiences import tokens_of
from curule.access.models import User
from curule.matters.models import EntryRow
from curule.matters.reading import entries_for
from curule.search.asking import asked_of
from curule.search.finding import newly_touched
from curule.search.index import opened
from curule.search.models import Alert, SavedSearch
from curule.search.questions import All, QuestionFault
from curule.search.upkeep import catch_up, current

__all__ = ["alert", "news_count", "news_of", "save", "seen", "tell_of"]

log = logging.getLogger(__name__)
SHOWN = 20


def save(owner: User, name: str, query: str, *, alerts: bool = True, by_mail: bool = True) -> SavedSearch:
    """Keep a search; what is there now is not news."""
    return SavedSearch.objects.create(owner=owner, name=name[:120], query=query[:1000], alerts=alerts, by_mail=by_mail, through=_reached())


def tell_of(one: SavedSearch, *, alerts: bool, by_mail: bool) -> None:
    """Change how its owner is told; what came while nobody was to be told is not news."""
    through = _reached() if alerts and not one.alerts else one.through
    SavedSearch.objects.filter(pk=one.pk).update(alerts=alerts, by_mail=by_mail, through=max(through, one.through))


def _reached() -> int:
    """The number of the last change in the index, after what waits has been put into it."""
    catch_up()
    return opened(current().code).last_touched()


def alert(tell: Callable[[SavedSearch], None] | None = None) -> int:
    """Run every saved search that wants alerts as its owner may search today; how many new finds there were.

    ``tell`` is given each search that found something, in the transaction that notes the finds: whoever is told, is told with them or not at all.
    """
    through = _reached()
    return sum(_noted(one, _finds(one), through, tell) for one in SavedSearch.objects.filter(alerts=True, owner__is_active=True).select_related("owner"))


def _noted(one: SavedSearch, found: list[EntryRow], through: int, tell: Callable[[SavedSearch], None] | None) -> int:
    """Note what is new among these. The search is held meanwhile, so that two runs at once tell one thing once."""
    with transaction.atomic():
        held = SavedSearch.objects.select_for_update(of=("self",)).select_related("owner").filter(pk=one.pk, alerts=True).first()
        if held is None:
            return 0
        known = set(Alert.objects.filter(saved=held, entry__in=found).values_list("entry_id", flat=True))
        new = [Alert(saved=held, entry=row) for row in found if row.pk not in known]
        Alert.objects.bulk_create(new)
        SavedSearch.objects.filter(pk=held.pk, through__lt=through).update(through=through)
        if new and tell is not None:
            tell(held)
    return len(new)


def _finds(one: SavedSearch) -> list[EntryRow]:
    """What a search finds among what was changed since it last looked."""
    asked = asked_of(QueryDict(one.query))
    try:
        parts = [part for part in (asked.node, *asked.limits) if part is not None]
    except QuestionFault:  # written for an earlier form of the language
        log.warning("a saved search can no longer be read; its owner is to save it anew")
        return []
    node = All(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
    return newly_touched(tokens_of(one.owner), node, one.through)


def news_of(one: SavedSearch, tokens: frozenset[str]) -> list[EntryRow]:
    """The unread finds that the reader reads today, newest first."""
    unread = EntryRow.objects.filter(pk__in=one.found.filter(read=False).values("entry"))
    return list(entries_for(tokens, unread).select_related("matter").prefetch_related("audience").order_by("-pk")[:SHOWN])


def news_count(owner: User | AnonymousUser, tokens: frozenset[str]) -> int:
    """How many unread finds a person has, of those that the person reads today: for the desk."""
    if not isinstance(owner, User):
        return 0
    unread = Alert.objects.filter(saved__owner=owner, read=False)
    return unread.filter(entry__in=entries_for(tokens, EntryRow.objects.filter(pk__in=unread.values("entry")))).count()


def seen(one: SavedSearch) -> None:
    """The finds of a search were read."""
    one.found.filter(read=False).update(read=True)
