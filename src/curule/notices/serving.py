"""Serving: notices are written with the entry, in its transaction; e-mails are asked for there and sent after it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.dispatch import receiver
from django.utils import timezone

from curule.jobs.asking import enqueue
from curule.matters.models import EntryRow, Matter
from curule.matters.signals import entered, reclassified
from curule.notices.models import Delivery, Notice, new_code
from curule.notices.recipients import recipients_of

__all__ = ["serve"]


def serve(matter: Matter, row: EntryRow) -> int:
    """Tell those who are not told yet of an entry; how many were. Called within the transaction that makes the entry or opens it to more."""
    told = frozenset(Notice.objects.filter(entry=row).values_list("user_id", flat=True))
    now = timezone.now()
    made = [Notice(entry=row, user=user, office=office.code, made_at=now) for user, office in recipients_of(matter, row).items() if user.pk not in told]
    Notice.objects.bulk_create(made, batch_size=500)
    by_mail = [n for n in made if n.user.email] if settings.EMAIL_ON else []
    Delivery.objects.bulk_create([Delivery(notice=n, message_id=f"<{new_code()}@{settings.MAIL_DOMAIN}>", due_at=now) for n in by_mail], batch_size=500)
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
