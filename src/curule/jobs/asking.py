"""Asking for work, inside the transaction that makes it necessary: with it, the request is kept or forgotten."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from curule.jobs.kinds import kind_of
from curule.jobs.models import Job
from curule.jobs.running import something_to_do

__all__ = ["again", "enqueue", "send"]

IDENTIFIER = re.compile(r"[A-Za-z0-9._:/-]{1,100}\Z")
log = logging.getLogger("curule.jobs")


def enqueue(kind: str, key: str, **arguments: int | str | bool) -> Job:
    """Ask for work once: the same key again is the same work, done or not.

    :raises ValueError: an unknown kind, or an argument that is no identifier (content and names have no place in a queue).
    """
    if kind_of(kind) is None:
        raise ValueError(f"no application declares the kind of work {kind!r}")
    _only_identifiers(arguments)
    job, is_new = Job.objects.get_or_create(key=key, defaults={"kind": kind, "arguments": arguments})
    if is_new:
        transaction.on_commit(lambda: send(job))
    return job


def _only_identifiers(arguments: Mapping[str, int | str | bool]) -> None:
    for name, value in arguments.items():
        if not isinstance(value, int) and not (isinstance(value, str) and IDENTIFIER.match(value)):
            raise ValueError(f"the argument {name!r} is not an identifier")


def again(job: Job) -> bool:
    """Have failed work tried again from the beginning; False when it is not failed (any more)."""
    wanted = {"state": Job.State.WAITING, "attempts": 0, "due_at": timezone.now(), "sent_at": None, "finished_at": None, "done": 0}
    changed = Job.objects.filter(pk=job.pk, state=Job.State.FAILED).update(**wanted) == 1
    if changed:
        transaction.on_commit(lambda: send(job))
    return changed


def send(job: Job) -> None:
    """Say that there is something to do. When nobody can be told, the row still says it, and whoever works looks for rows."""
    if not settings.BROKER_URL:
        something_to_do.set()
        return
    from curule.jobs.broker import publish

    try:
        publish(job.pk)
    except Exception as fault:  # the broker's library raises what its transport raises
        log.warning("the broker cannot be reached (%s); job %s waits for the next look", type(fault).__name__, job.code)
        return
    Job.objects.filter(pk=job.pk).update(sent_at=timezone.now())
