"""``filed``: a rendition was filed; ``rendition``. Sent within the transaction that enters it: listeners write rows and enqueue work, no more."""

from __future__ import annotations

from django.dispatch import Signal

__all__ = ["filed"]

filed = Signal()
