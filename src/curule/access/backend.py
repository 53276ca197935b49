"""Who may sign in and stay signed in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

__all__ = ["Accounts", "may_enter"]


def may_enter(user: Any) -> bool:
    """Whether an account opens anything: it is active, and demonstration accounts exist only in a demonstration.

    So switching the demonstration off also ends its sessions and its API tokens, which need no password.
    """
    return bool(user.is_active and (settings.DEMO or not user.is_demo))


class Accounts(ModelBackend):
    """The accounts of this installation; asked at sign-in and again at every request of a session."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Whether the account opens anything now."""
        return may_enter(user)
