"""``curule manage``: Django's own management commands (migrate, shell, createsuperuser ...)."""

from __future__ import annotations

import os

import click


@click.command(
    context_settings={
        "ignore_unknown_options": True,
        "allow_interspersed_args": False,
        "help_option_names": [],
    },
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run a management command of Django: migrate, shell, createsuperuser ..."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "curule.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["curule manage", *arguments])
    except ImproperlyConfigured as fault:
        raise click.ClickException(str(fault)) from None
