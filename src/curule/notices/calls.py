"""What an e-mail can call a person to. Each application says in a function of its own what stands in its e-mails, and whether there is still a reason for one.

No e-mail holds content: no title, no name of a search, no word of a question.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Max
from django.utils import timezone

from curule.access.models import User
from curule.jobs.asking import enqueue
from curule.notices.models import Delivery, new_code

if TYPE_CHECKING:
    from curule.notices.models import Notice

__all__ = ["Call", "Says", "call", "calls_to", "delivery_for", "says_of"]


@dataclass(frozen=True, slots=True)
class Call:
    """What an e-mail says, in its reader's language. ``path``: where in the portal it leads."""

    subject: str
    says: str
    path: str


Says = Callable[[User, str], Call | None]
_kinds: dict[str, Says] = {}


def calls_to(kind: str) -> Callable[[Says], Says]:
    """Declare that a function says what e-mails of this kind say: ``says(user, about)``, asked when the e-mail goes out, in the reader's language.

    It answers nothing where nothing is left that this person may see; then no e-mail goes.
    """

    def declare(says: Says) -> Says:
        known = _kinds.get(kind)
        if known is not None and (known.__module__, known.__qualname__) != (says.__module__, says.__qualname__):
            raise ValueError(f"e-mails of the kind {kind!r} are declared twice")
        _kinds[kind] = says
        return says

    return declare


def says_of(delivery: Delivery) -> Call | None:
    """What the e-mail says now; nothing where it is no longer needed, or its person takes no e-mail any more."""
    if not delivery.user.is_active or not delivery.user.email:
        return None
    return _kinds[delivery.kind](delivery.user, delivery.about)


def delivery_for(user: User, kind: str, about: str, *, notice: Notice | None = None, rest: timedelta = timedelta()) -> Delivery | None:
    """An e-mail to be kept; nothing for a person without an address, or where the installation sends none. ``rest``: not before that time."""
    if not (settings.EMAIL_ON and user.email and user.is_active):
        return None
    first = timezone.now() + rest
    return Delivery(user=user, kind=kind, about=about, notice=notice, message_id=f"<{new_code()}@{settings.MAIL_DOMAIN}>", made_at=first, due_at=first)


def call(user: User, kind: str, about: str, *, rest: timedelta) -> Delivery | None:
    """Call a person by e-mail, within the transaction that makes it necessary. One that has not begun to go out stands for this as well; and after one
    that went out there is ``rest``. Whoever calls holds a lock on what it is about.
    """
    same = Delivery.objects.filter(user=user, kind=kind, about=about)
    waiting = same.filter(state=Delivery.State.WAITING).select_for_update().first()
    if waiting is not None:
        return waiting
    last = same.filter(state=Delivery.State.SENT).aggregate(last=Max("sent_at"))["last"]
    made = delivery_for(user, kind, about, rest=max(last + rest - timezone.now(), timedelta()) if last is not None else timedelta())
    if made is not None:
        made.save()
        enqueue("send_call", f"call:{made.pk}", delivery=made.pk)
    return made
