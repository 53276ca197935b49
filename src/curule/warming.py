"""What the first reader would otherwise wait for, made ready when the process starts: addresses with their views, the law, templates, catalogues.

Nothing here asks the database: a server may start before it.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines
from django.template.backends.django import DjangoTemplates
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import translation

from curule.matters.tribunals import libraries

__all__ = ["warm"]

log = logging.getLogger(__name__)


def warm() -> None:
    """Make ready what every page needs. A template with a fault is left to its page, which tells it; a fault in the law or in an address is told at once.

    :raises ImproperlyConfigured: as :func:`~curule.matters.tribunals.library`.
    """
    addresses = get_resolver()
    addresses.reverse_dict  # noqa: B018  # reads every urls.py, and with them the views
    for status in (400, 403, 404, 500):
        addresses.resolve_error_handler(status)
    for engine in engines.all():
        if isinstance(engine, DjangoTemplates):
            engine.engine.template_context_processors  # noqa: B018
    libraries()
    for name in _templates():
        try:
            get_template(name)
        except (TemplateDoesNotExist, TemplateSyntaxError):
            log.exception("%s cannot be read", name)
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("")
    # What was loaded stays: a full collection then walks what requests leave, not the whole law again (200 ms in one request of thirty).
    gc.collect()
    gc.freeze()


def _templates() -> Iterator[str]:
    for app in apps.get_app_configs():
        if app.name.startswith("curule."):
            folder = Path(app.path) / "templates"
            yield from (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
