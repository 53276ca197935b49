"""Redaction that removes: text, pixels, drawings and everything behind the pages; then the proof that it is gone.

``release(data, marks)`` gives the public file with its schedule and its proof, or raises :class:`NotProved`. How it is done, and what it does not
do, is told in ``docs/explanation/redaction.md``.
"""

from curule.pages.redaction.marks import Area, Phrase, Redaction
from curule.pages.redaction.proof import Proof, prove
from curule.pages.redaction.redacting import NotProved, Released, redact, release
from curule.pages.redaction.schedule import schedule_sheet

__all__ = ["Area", "NotProved", "Phrase", "Proof", "Redaction", "Released", "prove", "redact", "release", "schedule_sheet"]
