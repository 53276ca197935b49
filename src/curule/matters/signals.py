"""What other parts of the application are told, within the transaction that makes an entry.

``entered``: an entry was appended and projected; ``matter``, ``row``, ``entry`` (the typed entry). ``reclassified``: the audiences of existing entries
changed; ``matter``, ``rows``. A listener that raises undoes the entry: it may only write rows and enqueue work, never
reach outside.
"""

from __future__ import annotations

from django.dispatch import Signal

__all__ = ["entered", "reclassified"]

entered = Signal()
reclassified = Signal()
