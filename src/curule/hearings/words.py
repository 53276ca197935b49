"""What hearings are called, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from curule.statutes.court_record.court import LANGUAGES
from curule.statutes.court_record.hearings import SESSIONS

__all__ = ["session_name", "tongues_named"]


def session_name(session: str, lang: str) -> str:
    """A session by its name."""
    return next((choice.label.of(lang) for choice in SESSIONS if choice.value == session), session)


def tongues_named(tongues: Iterable[str], lang: str) -> str:
    """Languages by their names, one after the other."""
    names = {choice.value: choice.label.of(lang) for choice in LANGUAGES}
    return ", ".join(names.get(tongue, tongue) for tongue in tongues)
