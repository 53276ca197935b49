"""The sign-in form."""

from __future__ import annotations

import math
from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from curule.access import throttle
from curule.access.models import User


class SignInForm(forms.Form):
    """User name and password; ``form.user`` holds the person once the form is valid."""

    username = forms.CharField(
        label=_("User name"),
        max_length=60,
        error_messages={"required": _("Enter your user name.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=500,
        error_messages={"required": _("Enter your password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        super().__init__(data)
        self.request = request
        self.user: User | None = None

    def clean(self) -> dict[str, Any]:
        """Ask the throttle, then the passwords; one message for every wrong pair, so that no account is
        betrayed.
        """
        cleaned = super().clean() or {}
        username, password = cleaned.get("username"), cleaned.get("password")
        if not username or not password:
            return cleaned
        address = self.request.META.get("REMOTE_ADDR", "")
        wait = throttle.waiting_time(username, address)
        if wait is not None:
            minutes = math.ceil(wait.total_seconds() / 60)
            raise forms.ValidationError(
                ngettext(
                    "Too many failed attempts. Wait %(minutes)d minute, then try again.",
                    "Too many failed attempts. Wait %(minutes)d minutes, then try again.",
                    minutes,
                )
                % {"minutes": minutes},
                code="throttled",
            )
        user = authenticate(self.request, username=username, password=password)
        if not isinstance(user, User):
            throttle.record_failure(username, address)
            raise forms.ValidationError(
                _(
                    "The user name or the password is not right. "
                    "Check both; passwords tell capital letters apart."
                ),
                code="refused",
            )
        throttle.forget_failures(username, address)
        self.user = user
        return cleaned
