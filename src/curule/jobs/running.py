"""Doing the work: taking a job, holding it while it is done, and what follows when it fails."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import close_old_connections, connection, models
from django.utils import timezone

from curule.jobs.kinds import Later, Unworkable, kind_of
from curule.jobs.models import Job

__all__ = ["TakenOver", "due", "run", "run_due", "something_to_do", "work_until"]

HOLD = timedelta(seconds=60)
"""Work whose holder has not been heard of for so long is taken up again."""
RENEW_S, TOLD_S, LOOK_S = 15.0, 0.5, 2.0
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=5), timedelta(minutes=30)
something_to_do = threading.Event()
log = logging.getLogger("curule.jobs")


class TakenOver(Exception):
    """Somebody else holds this work now: what this one still does would be done twice."""


def due(now: datetime | None = None) -> models.QuerySet[Job]:
    """What can be taken up: what waits and is due, and what its holder has let go of by dying; first come, first served."""
    now = now or timezone.now()
    waits = models.Q(state=Job.State.WAITING, due_at__lte=now)
    forsaken = models.Q(state=Job.State.RUNNING, held_until__lt=now)
    return Job.objects.filter(waits | forsaken).order_by("due_at", "pk")


def take(pk: int) -> Job | None:
    """Take a job, if it is there to be taken: of all who try, one gets it."""
    holder, now = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"[-80:], timezone.now()
    held = {"state": Job.State.RUNNING, "holder": holder, "held_until": now + HOLD, "started_at": now, "attempts": models.F("attempts") + 1}
    return Job.objects.get(pk=pk) if due(now).filter(pk=pk).order_by().update(**held) == 1 else None


def run(pk: int) -> bool:
    """Take a job and do it; False when it was not there to be taken. Its errors are kept with it and never raised."""
    job = take(pk)
    if job is None:
        return False
    kind = kind_of(job.kind)
    try:
        if kind is None or job.attempts > kind.attempts:  # nobody does it, or it killed whoever tried
            raise Unworkable
        with _held(job):
            kind.does(_Teller(job), **job.arguments)
    except TakenOver:
        return True
    except Later as later:
        put_off = {"state": Job.State.WAITING, "due_at": later.at, "sent_at": None, "holder": "", "attempts": models.F("attempts") - 1}
        Job.objects.filter(pk=job.pk, holder=job.holder).update(**put_off)
    except Exception as fault:
        log.warning("job %s (%s) failed: %s", job.code, job.kind, type(fault).__name__)
        _failed(job, fault, kind.attempts if kind is not None else 1)
    else:
        ended = {"state": Job.State.DONE, "finished_at": timezone.now(), "holder": "", "fault": "", "done": models.F("total")}
        Job.objects.filter(pk=job.pk, holder=job.holder).update(**ended)
    return True


def _failed(job: Job, fault: Exception, attempts: int) -> None:
    name = type(fault).__name__[:120]
    if isinstance(fault, Unworkable) or job.attempts >= attempts:
        after = {"state": Job.State.FAILED, "finished_at": timezone.now()}
    else:
        pause = min(FIRST_PAUSE * 2 ** (job.attempts - 1), LONGEST_PAUSE)
        after = {"state": Job.State.WAITING, "due_at": timezone.now() + pause, "sent_at": None}
    Job.objects.filter(pk=job.pk, holder=job.holder).update(fault=name, holder="", **after)


class _Teller:
    """Writes down how far the work has come, not more often than a reader could follow."""

    def __init__(self, job: Job) -> None:
        self.job, self.told = job, 0.0

    def __call__(self, done: int, total: int) -> None:
        """So much of so much is done."""
        now = time.monotonic()
        if now - self.told < TOLD_S and done != total:
            return
        self.told = now
        if Job.objects.filter(pk=self.job.pk, holder=self.job.holder).update(done=done, total=total, held_until=timezone.now() + HOLD) == 0:
            raise TakenOver


@contextmanager
def _held(job: Job) -> Iterator[None]:
    """Renew the hold from another thread while the work is done, however long a single step takes."""
    over = threading.Event()

    def renew() -> None:
        while not over.wait(RENEW_S):
            try:
                Job.objects.filter(pk=job.pk, holder=job.holder).update(held_until=timezone.now() + HOLD)
            except Exception as fault:  # the database was away for a moment: the next renewal comes
                log.warning("hold of job %s not renewed: %s", job.code, type(fault).__name__)
            finally:
                connection.close()

    renewing = threading.Thread(target=renew, name="curule-job-hold", daemon=True)
    renewing.start()
    try:
        yield
    finally:
        over.set()
        renewing.join()


def run_due(most: int = 1000) -> int:
    """Do what is due now, one after another; how many jobs were done or tried."""
    count = 0
    while count < most and (pk := due().values_list("pk", flat=True).first()) is not None:
        count += run(pk)
    return count


def work_until(over: threading.Event) -> None:
    """Do what is due, as it comes, until told to stop. The loop outlives a database that is away."""
    while not over.is_set():
        something_to_do.clear()
        try:
            close_old_connections()
            did = run_due(1)
        except Exception as fault:
            log.warning("looking for work failed: %s", type(fault).__name__)
            did = 0
        if not did:
            something_to_do.wait(LOOK_S)
    connection.close()
