"""The language of what was received, read from its first pages in the background: whoever declared another one is told, and so is the Registry."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from curule.jobs.asking import enqueue
from curule.jobs.kinds import Progress, Unworkable, work
from curule.jobs.models import Job
from curule.pages.reading import languages_of_files
from curule.pages.telling import Stopped
from curule.registry.models import Submission, SubmittedFile
from curule.store import NotKept, store

__all__ = ["are_being_read", "ask_for_languages", "copy_of", "read_languages"]

UNSURE = ""
AT_ONCE = 10
"""Files that one confined process reads: it loads what it knows of languages once."""


def _key(submission: Submission) -> str:
    return f"read_languages:{submission.code}"


def ask_for_languages(submission: Submission) -> None:
    """Ask for the languages of a submission's files, in the transaction that received it."""
    enqueue("read_languages", _key(submission), submission=submission.code)


def are_being_read(submission: Submission) -> bool:
    """Whether the languages of its files will be known soon."""
    return Job.objects.filter(key=_key(submission), state__in=(Job.State.WAITING, Job.State.RUNNING)).exists()


@contextmanager
def copy_of(file: SubmittedFile) -> Iterator[Path]:
    """A received file on this machine, while it is read. :raises NotKept: the store does not hold it."""
    with tempfile.TemporaryDirectory(prefix="curule-received-") as folder:
        copy = Path(folder) / ("file." + file.path.rpartition(".")[2])
        with store().read(file.object_id, file.path) as stream, copy.open("xb") as out:
            shutil.copyfileobj(stream, out, 1024 * 1024)
        yield copy


@work("read_languages", _("Languages of what was received"), attempts=3)
def read_languages(progress: Progress, submission: str) -> None:
    """Read the language of each file, and note it with what the door found; a file that cannot be read leaves it open, like one that is not sure."""
    found = Submission.objects.filter(code=submission).first()
    if found is None:
        raise Unworkable
    files = [file for file in found.files.all() if "reads_as" not in file.checks]
    for first in range(0, len(files), AT_ONCE):
        some = files[first:first + AT_ONCE]
        for file, language in zip(some, _read(some), strict=True):
            _note(file, language)
        progress(min(first + AT_ONCE, len(files)), len(files))


def _note(file: SubmittedFile, language: str) -> None:
    with transaction.atomic():
        now = SubmittedFile.objects.select_for_update().get(pk=file.pk)  # whoever decides meanwhile notes things there too
        now.checks["reads_as"] = language
        now.save(update_fields=["checks"])


def _read(files: Sequence[SubmittedFile]) -> list[str]:
    """Their languages; where one of them stops the reader, each is read alone."""
    try:
        with ExitStack() as copies:
            return languages_of_files([(copies.enter_context(copy_of(file)), tuple(dict.fromkeys((file.language, "en", "fr")))) for file in files])
    except (Stopped, NotKept):
        return [UNSURE] if len(files) == 1 else [_read([file])[0] for file in files]
