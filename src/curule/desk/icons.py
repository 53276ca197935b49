"""The icons: drawn here, set into the page (no request, no font, and they print)."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Each in a square of 16 by 16.
_DRAWINGS = {
    "met": '<path d="M2.5 8.5l3.5 3.5 7.5-8"/>',
    "not-met": '<path d="M3.5 3.5l9 9m0-9l-9 9"/>',
    "open": '<circle cx="8" cy="8" r="5.5"/>',
    "in-time": '<circle class="full" cx="8" cy="8" r="5"/>',
    "due-soon": '<path class="full" d="M8 2l6.5 12h-13z"/>',
    "overdue": '<path class="full" d="M3 3h10v10H3z"/>',
    "refusal": '<circle cx="8" cy="8" r="6"/><path d="M4 4l8 8"/>',
    "divergence": '<path d="M8 14V9M8 9L3 3.5M8 9l5-5.5"/>',
    "entered": '<path d="M3 2h10v12H3z"/><path d="M5.5 8.5l2 2 3.5-4"/>',
    "notice": '<circle cx="8" cy="8" r="6"/><path d="M8 7.5v4M8 4.5v.5"/>',
    "sealed": '<path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 015 0v2.5"/>',
    "loading": '<path d="M8 2a6 6 0 106 6"/>',
    "offline": '<path d="M2 14L14 2M3 6.5a8 8 0 014-2M13 6.5a8 8 0 00-1.5-.9M5.5 9.5a4 4 0 012-.9"/>',
    "person": '<circle cx="8" cy="5" r="2.8"/><path d="M2.5 14c.6-3.4 2.6-5 5.5-5s4.9 1.6 5.5 5"/>',
    # The magistrate's folding chair, from which the name comes.
    "chair": '<path d="M2 5h12M3 2.5C3 7.5 5.5 9 8 9s5-1.5 5-6.5M3 14C3 10.5 5.5 9 8 9s5 1.5 5 5"/>',
}


def icon(name: str) -> SafeString:
    """The drawing of that name, hidden from screen readers: the word beside it speaks."""
    drawing = mark_safe(_DRAWINGS[name])  # noqa: S308  # from the table above, never from data
    return format_html(
        '<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{}</svg>', drawing
    )
