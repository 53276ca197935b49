"""Background work of search."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from curule.jobs.kinds import Progress, work
from curule.search.models import Mark
from curule.search.upkeep import catch_up

__all__ = ["bring_up_to_date"]


@work("search.index", _("Indexing for search"))
def bring_up_to_date(progress: Progress, mark: int) -> None:
    """Index what is marked. ``mark``: the mark that asked for it; where it is settled already, nothing is left to do."""
    waiting = Mark.objects.filter(pk__lte=mark).count()
    done = 0

    def more(count: int) -> None:
        nonlocal done
        done += count
        progress(min(done, waiting), waiting)

    if waiting:
        catch_up(max(waiting, 1), more)
