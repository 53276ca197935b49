"""Serving: notices are written with the entry, in its transaction; e-mails are asked for there and sent after it."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext

from curule.access.audiences import tokens_of
from curule.access.models import User
from curule.jobs.asking import enqueue
from curule.matters.models import EntryRow, Matter
from curule.matters.signals import entered, reclassified
from curule.notices.calls import Call, calls_to, delivery_for
from curule.notices.models import Delivery, Notice, new_code
from curule.notices.recipients import recipients_of
from curule.notices.sight import notices_for

__all__ = ["serve"]

KIND = "notice"


def serve(matter: Matter, row: EntryRow) -> int:
    """Tell those who are not told yet of an entry; how many were. Called within the transaction that makes the entry or opens it to more."""
    told = frozenset(Notice.objects.filter(entry=row).values_list("user_id", flat=True))
    now = timezone.now()
    made = [Notice(entry=row, user=user, office=office.code, made_at=now) for user, office in recipients_of(matter, row).items() if user.pk not in told]
    Notice.objects.bulk_create(made, batch_size=500)
    by_mail = [d for n in made if (d := delivery_for(n.user, KIND, n.code, notice=n)) is not None]
    Delivery.objects.bulk_create(by_mail, batch_size=500)
    if by_mail:
        enqueue("send_notices", f"notices:{row.pk}:{len(told)}", entry=row.pk)
    return len(made)


@receiver(entered)
def _tell(sender: type[Matter], matter: Matter, row: EntryRow, **_kwargs: Any) -> None:
    serve(matter, row)


@receiver(reclassified)
def _tell_those_who_see_now(sender: type[Matter], matter: Matter, rows: list[EntryRow], **_kwargs: Any) -> None:
    for row in rows:
        serve(matter, row)
        _call_again(row)


def _call_again(row: EntryRow) -> None:
    """E-mails that were withdrawn while the entry was closed to their readers are due again: those who still may not see it are asked for again in vain."""
    now = timezone.now()
    if Delivery.objects.filter(notice__entry=row, state=Delivery.State.WITHDRAWN).update(state=Delivery.State.WAITING, made_at=now, due_at=now):
        enqueue("send_notices", f"notices:{row.pk}:again:{new_code()}", entry=row.pk)


@calls_to(KIND)
def _says(user: User, about: str) -> Call | None:
    """Only as long as the entry is open to its reader; the number of a matter only where everybody may know it."""
    notice = notices_for(user, tokens_of(user)).filter(code=about).first()
    if notice is None:
        return None
    matter = notice.entry.matter
    is_public = matter.audience.filter(token="public").exists()  # noqa: S106
    subject = gettext("Curule: a notice in %(matter)s") % {"matter": matter.number} if is_public else gettext("Curule: a notice for you")
    return Call(subject, gettext("A notice awaits you in the portal. Sign in to read it:"), f"/inbox/{notice.code}/")
