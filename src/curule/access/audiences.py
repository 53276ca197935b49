"""The one access decision: a reader holds a set of tokens, a thing has a set of tokens, and it is visible
when they meet.

Pages, lists, counts, search, exports, feeds, notices and the API all come here. Classification is a set of
named audiences and never a ladder: *ex parte* is a list of people, and whoever is not on it cannot tell
that the thing exists.

Tokens::

    public                            everybody, signed in or not
    organ:mechanism:registry          everyone in that part of that tribunal: chambers, prosecutor, registry
    office:mechanism:president        holders of that office, in the tribunal as a whole
    matter:MICT-14-75:defence         holders of that office in that matter (a number is one tribunal's alone)
    matter:ICC-01/04:national_authority:state-XAA   of these, the authority of that State
    person:mechanism:J07              that judge, that counsel, and nobody else

An office belongs to one tribunal, and so does every token that it gives: the registry of one court reads nothing of another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils import timezone

from curule.access.models import AudienceRow, Office, User

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

PUBLIC = "public"

_Thing = TypeVar("_Thing", bound=Model)


def tokens_of(user: User | AnonymousUser | None, on: date | None = None) -> frozenset[str]:
    """Every token that the person holds on that day (by default today, at the person's duty station).

    A superuser holds no more than others: running the machine is no reason to read a sealed record.
    """
    if not isinstance(user, User) or not user.is_active:
        return frozenset({PUBLIC})
    held = user.offices_on(on or timezone.localdate())
    return frozenset({PUBLIC}).union(*map(tokens_of_office, held))


def tokens_of_office(office: Office) -> frozenset[str]:
    """The tokens of one office; an office in one matter opens that matter only, and nothing of the organ."""
    chair = office.chair
    if chair is None:
        return frozenset()
    tokens = {f"person:{office.tribunal}:{office.person_code}"} if office.person_code else set()
    if office.matter:
        tokens.add(f"matter:{office.matter}:{office.code}")
        if chair.bound and office.person_code:
            # In a matter that concerns several States, each State's authority has what is for that State.
            tokens.add(f"matter:{office.matter}:{office.code}:{office.person_code}")
    elif chair.part:
        tokens |= {f"organ:{office.tribunal}:{chair.part}", f"office:{office.tribunal}:{office.code}"}
    return frozenset(tokens)


def may_see(tokens: Iterable[str], audience: Iterable[str]) -> bool:
    """Whether a holder of ``tokens`` sees a thing with that audience: whether the two sets meet.

    >>> may_see({"public", "person:rome:J07"}, {"person:rome:J07"})
    True
    >>> may_see({"public", "organ:rome:registry"}, {"organ:mechanism:registry"})
    False
    >>> may_see({"public"}, set())
    False
    """
    return not frozenset(tokens).isdisjoint(audience)


def visible(things: QuerySet[_Thing], tokens: Iterable[str]) -> QuerySet[_Thing]:
    """Those of ``things`` that a holder of ``tokens`` sees; the model's rows are found by the name
    ``audience``.

    The same answer as :func:`may_see`, given by the database (``EXISTS``, so that no row is repeated).
    """
    rows, link = _audience_rows(things.model)
    # Sorted: the same reader's query is the same text each time, which the database can reuse.
    meets = rows._default_manager.filter(**{link: OuterRef("pk")}, token__in=sorted(frozenset(tokens)))
    return things.filter(Exists(meets))


def _audience_rows(model: type[Model]) -> tuple[type[Model], str]:
    relation = {found.get_accessor_name(): found for found in model._meta.related_objects}.get("audience")
    if relation is None or not issubclass(relation.related_model, AudienceRow):
        raise ImproperlyConfigured(
            f"{model._meta.label} has no audience: give it a model derived from AudienceRow, with a foreign "
            "key of related_name='audience'"
        )
    return relation.related_model, relation.field.name
