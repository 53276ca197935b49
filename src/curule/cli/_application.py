"""Starts the Django side for a command that needs it."""

from __future__ import annotations

import os

import click


def start() -> None:
    """Load the settings and the models; a fault in the settings is told without a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "curule.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as fault:
        raise click.ClickException(str(fault)) from None
