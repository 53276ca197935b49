"""What other parts of the application are told, within the transaction that makes an entry.

``entered``: an entry was appended and projected; ``matter``, ``row``, ``entry`` (the typed entry). ``reclassified``: the audiences of existing entries
changed; ``matter``, ``rows``. ``rebuilding``: what is derived from the entries of ``matter`` is made anew; a listener returns
what differed, in words. A listener that raises undoes the entry: it may only write rows and enqueue work, never reach outside.
"""

from __future__ import annotations

from django.dispatch import Signal

__all__ = ["entered", "rebuilding", "reclassified"]

entered = Signal()
rebuilding = Signal()
reclassified = Signal()
