"""Work that was asked for and how far it has come. The row is the truth; threads and messages only say that there is something to do."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

__all__ = ["Job", "new_code"]


def new_code() -> str:
    """A random code for an address."""
    return get_random_string(20, "0123456789abcdef")


class Job(models.Model):
    """One piece of work: what kind, on what, and where it stands.

    ``arguments`` are identifiers alone, never content or names. ``key`` makes a repeat of the request harmless. Whoever does the work holds it until
    ``held_until`` and renews that; work whose holder died is taken up again. ``fault`` is the class of the last error, never its words.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=200, unique=True)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=120, blank=True)
    due_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    holder = models.CharField(max_length=80, blank=True)
    held_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects: models.Manager[Job] = models.Manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-created_at", "-pk"]
        indexes = [
            # Whoever looks for work reads what is not finished, however much has been done.
            models.Index(fields=["due_at"], name="job_waiting", condition=models.Q(state="waiting")),
            models.Index(fields=["held_until"], name="job_running", condition=models.Q(state="running")),
            models.Index(fields=["-created_at"], name="job_failed", condition=models.Q(state="failed")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"

    @property
    def percent(self) -> int:
        """How much is done, in hundredths; none where nobody has counted yet."""
        return min(100, 100 * self.done // self.total) if self.total else 0
