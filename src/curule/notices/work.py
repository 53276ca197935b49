"""The work of notices: sending the e-mails of one entry, and what was left behind."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from curule.jobs.kinds import Progress, work
from curule.notices.mail import send_open
from curule.notices.models import Delivery

__all__ = ["send_notices"]


class StillOpen(RuntimeError):
    """Some of them could not be sent yet: the work is tried again later."""


@work("send_notices", _("Send notices"), attempts=12)
def send_notices(progress: Progress, entry: int) -> None:
    """Send the e-mails of one entry."""
    total = Delivery.objects.filter(notice__entry_id=entry, state__in=["waiting", "sending"]).count()
    send_open(entry, lambda done: progress(done, total))
    if Delivery.objects.filter(notice__entry_id=entry, state__in=["waiting", "sending"]).exists():
        raise StillOpen
