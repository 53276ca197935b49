"""The work of notices: sending the e-mails of one entry, and what was left behind."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from curule.jobs.kinds import Later, Progress, work
from curule.notices.mail import next_due, send_open
from curule.notices.models import Delivery

__all__ = ["send_notices"]


@work("send_notices", _("Send notices"), attempts=12)
def send_notices(progress: Progress, entry: int) -> None:
    """Send the e-mails of one entry; comes back as long as one of them is open, and each of them says itself when it is given up."""
    total = Delivery.objects.filter(notice__entry_id=entry, state__in=["waiting", "sending"]).count()
    send_open(entry, lambda done: progress(done, total))
    if (at := next_due(entry)) is not None:
        raise Later(at)
