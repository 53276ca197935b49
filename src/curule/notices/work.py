"""The work of notices: sending the e-mails of one entry, or one e-mail, and what was left behind."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from curule.jobs.kinds import Later, Progress, work
from curule.notices.mail import next_due, send_open
from curule.notices.models import Delivery

__all__ = ["send_call", "send_notices"]


@work("send_notices", _("Send notices"), attempts=12)
def send_notices(progress: Progress, entry: int) -> None:
    """Send the e-mails of one entry; comes back as long as one of them is open, and each of them says itself when it is given up."""
    _send(progress, Q(notice__entry_id=entry))


@work("send_call", _("Send an e-mail"), attempts=12)
def send_call(progress: Progress, delivery: int) -> None:
    """Send one e-mail that stands for itself; comes back as long as it is open."""
    _send(progress, Q(pk=delivery))


def _send(progress: Progress, wanted: Q) -> None:
    total = Delivery.objects.filter(wanted, state__in=["waiting", "sending"]).count()
    send_open(wanted, lambda done: progress(done, total))
    if (at := next_due(wanted)) is not None:
        raise Later(at)
