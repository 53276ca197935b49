"""What other parts of the application are told of renditions.

``filed``: a rendition was filed; ``rendition``. Sent within the transaction that enters it: listeners write rows and enqueue work, no more.
``text_ready``: the text of its pages is there, within the transaction that wrote it; ``rendition``.
"""

from __future__ import annotations

from django.dispatch import Signal

__all__ = ["filed", "text_ready"]

filed = Signal()
text_ready = Signal()
