"""Sending the e-mails that call people to the portal. Content never goes into an e-mail: what it says is a :class:`curule.notices.calls.Call`, asked for
when it goes out.

A delivery is claimed before it is sent and marked afterwards, each by itself, so that two senders never send the same one. A sender that is killed
between the mail server's yes and the mark leaves a claim behind; it is sent again after a while under the same Message-ID, by which
mail systems know a message again. So none is lost; a doubled one can come of nothing but such a kill.
"""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext

from curule.notices.calls import says_of
from curule.notices.models import Delivery

__all__ = ["ATTEMPTS", "FORSAKEN", "PATIENCE", "next_due", "send_open", "written"]

ATTEMPTS = 8
"""How often a message is offered that the mail server refuses for good."""
PATIENCE = timedelta(days=5)
"""How long a message is offered while the mail server is away or puts it off, as mail servers themselves do."""
FORSAKEN = timedelta(minutes=5)
"""How long a claim stands: a sender that lives marks its delivery within seconds."""
ALL = Q()
_FIRST_WAIT_S, _LONGEST_WAIT_S = 30, 3600


def written(delivery: Delivery) -> EmailMessage | None:
    """The e-mail, in its reader's language; nothing where there is no reason for it any more."""
    with translation.override(delivery.user.language):
        call = says_of(delivery)
        if call is None:
            return None
        body = f"{call.says}\n\n{settings.SITE_URL}{call.path}\n\n" + gettext("This message holds no content of the record.")
    return EmailMessage(call.subject, body, settings.DEFAULT_FROM_EMAIL, [delivery.user.email],
                        headers={"Message-ID": delivery.message_id, "Auto-Submitted": "auto-generated"})


def _claimed(wanted: Q) -> Iterator[Delivery]:
    """One open delivery after another, each claimed for this sender alone."""
    while True:
        now = timezone.now()
        is_open = Q(state="waiting", due_at__lte=now) | Q(state="sending", claimed_at__lt=now - FORSAKEN)
        found = Delivery.objects.filter(wanted, is_open).order_by("due_at", "pk").first()
        if found is None:
            return
        # Only if nobody claimed it meanwhile: of two senders that found it, one changes the row.
        untouched = Q(claimed_at=found.claimed_at) if found.claimed_at else Q(claimed_at__isnull=True)
        if Delivery.objects.filter(untouched, pk=found.pk, state=found.state).update(state="sending", claimed_at=now):
            yield Delivery.objects.select_related("user").get(pk=found.pk)


def send_open(wanted: Q = ALL, tell: Any = None) -> int:
    """Send what is due of these (of all); how many the mail server took. One that fails is tried again later, and the others go on."""
    connection, sent = get_connection(), 0
    try:
        for delivery in _claimed(wanted):
            message = written(delivery)
            if message is None:
                _claim_of(delivery).update(state=Delivery.State.WITHDRAWN)
                continue
            fault = _sent(connection, message)
            _mark(delivery, fault)
            sent += fault is None
            if tell is not None:
                tell(sent)
            if fault is not None:
                connection.close()
                connection = get_connection()
    finally:
        connection.close()
    return sent


def next_due(wanted: Q) -> datetime | None:
    """When the next open e-mail of these can be sent; nothing when all are sent, withdrawn or given up."""
    opened = Delivery.objects.filter(wanted, state__in=["waiting", "sending"]).values_list("state", "due_at", "claimed_at")
    return min((claimed + FORSAKEN if state == "sending" and claimed else due for state, due, claimed in opened), default=None)


def _sent(connection: Any, message: EmailMessage) -> Exception | None:
    """Hand one e-mail to the mail server; what went wrong, or nothing."""
    message.connection = connection
    try:
        connection.open()
        message.send()
    except (OSError, smtplib.SMTPException, ValueError) as fault:
        return fault
    return None


def _is_for_good(fault: Exception) -> bool:
    """Whether the mail server refuses this message itself, and would again."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _said in fault.recipients.values())
    return isinstance(fault, ValueError) or (isinstance(fault, smtplib.SMTPResponseException) and fault.smtp_code >= 500)


def _claim_of(delivery: Delivery) -> QuerySet[Delivery]:
    """The delivery, as long as the claim on it is this sender's."""
    return Delivery.objects.filter(pk=delivery.pk, state="sending", claimed_at=delivery.claimed_at)


def _mark(delivery: Delivery, fault: Exception | None) -> None:
    now = timezone.now()
    mine = _claim_of(delivery)
    if fault is None:
        mine.update(state="sent", sent_at=now, fault="")
        return
    attempts = delivery.attempts + 1
    over = attempts >= ATTEMPTS if _is_for_good(fault) else now > delivery.made_at + PATIENCE
    wait = min(_FIRST_WAIT_S * 2 ** min(attempts, 10), _LONGEST_WAIT_S)
    mine.update(state="failed" if over else "waiting", attempts=attempts, fault=type(fault).__name__[:80], due_at=now + timedelta(seconds=wait))
