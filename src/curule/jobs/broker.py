"""Work by Celery on RabbitMQ (extra ``production``): messages carry a job's row number and nothing else.

A message is acknowledged after the work, so that a worker that dies loses none. The row decides whether there is anything to do: a message that comes twice,
or too late, does no harm, and a message that is lost is sent again by whoever looks (:func:`send_again`).
"""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.db import close_old_connections, connection, models
from django.utils import timezone

from curule.jobs.models import Job
from curule.jobs.running import due, run

__all__ = ["application", "looking", "publish", "send_again"]

QUEUE = "curule.jobs"
LOST_AFTER = timedelta(minutes=10)
LOOK_S = 5.0
log = logging.getLogger("curule.jobs")


@cache
def application() -> Any:
    """The Celery application with its one task."""
    from celery import Celery

    app = Celery("curule", broker=settings.BROKER_URL, set_as_current=False)
    app.conf.update(
        task_default_queue=QUEUE, task_acks_late=True, task_ignore_result=True, worker_prefetch_multiplier=1,
        broker_connection_retry_on_startup=True, task_serializer="json", accept_content=["json"], worker_hijack_root_logger=False,
        broker_transport_options={"confirm_publish": True},
    )
    app.task(name="curule.run")(_run)
    return app


def _run(pk: int) -> None:
    close_old_connections()
    try:
        run(pk)
    finally:
        connection.close()


def publish(pk: int) -> None:
    """Send a job's message and wait until the broker has it. :raises Exception: the broker cannot be reached."""
    application().send_task("curule.run", args=[pk], queue=QUEUE, retry=False)


def send_again(now: Any = None) -> int:
    """Send what is due and was never sent, what was sent long ago, and what its holder has let go of."""
    now = now or timezone.now()
    unsent = models.Q(sent_at__isnull=True) | models.Q(sent_at__lt=now - LOST_AFTER) | models.Q(state=Job.State.RUNNING)
    wanted = list(due(now).filter(unsent).values_list("pk", flat=True)[:500])
    for pk in wanted:
        publish(pk)
        Job.objects.filter(pk=pk).update(sent_at=now)
    return len(wanted)


def looking(over: threading.Event) -> None:
    """Look for work that no message announces, until told to stop."""
    while not over.wait(LOOK_S):
        try:
            close_old_connections()
            send_again()
        except Exception as fault:
            log.warning("looking for unsent work failed: %s", type(fault).__name__)
