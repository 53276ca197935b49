"""What the door wrote down of a file, in words for whoever checks it: what in it is active, hidden or attached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

__all__ = ["remarks"]

MOST_ATTACHED = 20


def remarks(checks: Mapping[str, Any]) -> list[str]:
    """One line for each thing that an officer should know before the file is accepted."""
    said = [says for fact, says in _plain().items() if checks.get(fact)]
    if checks.get("active"):
        said.append(_("It holds scripts or actions, which nobody carries out here: %(names)s") % {"names": ", ".join(map(str, checks["active"]))})
    return [*said, *_attached(checks)]


def _plain() -> dict[str, str]:
    return {
        "restricted": _("Its author restricted what may be done with it."),
        "macros": _("It holds macros, which nobody carries out here."),
        "embedded": _("Other files are embedded in it."),
        "external": _("It refers to things outside itself, which are not fetched."),
        "layers": _("It has layers that can be switched off: look for what is hidden."),
        "xfa": _("It holds a dynamic form; readers may show other things than its pages."),
        "revisions": _("It holds earlier revisions of itself: what was removed from it may still be there."),
    }


def _attached(checks: Mapping[str, Any]) -> Iterator[str]:
    listed = checks.get("attached") or ()
    for one in listed[:MOST_ATTACHED]:
        yield _("Attached: %(name)s (by its content %(media)s, %(size)d bytes)") % {"name": one["name"], "media": one["media"], "size": one["size"]}
    more = int(checks.get("attachments") or 0) - min(len(listed), MOST_ATTACHED)
    if more > 0:
        yield _("Attachments that are not listed here: %(n)d") % {"n": more}
