"""E-mails that call the owner of a saved search to its new finds. They say that there are some, and nothing of what was asked or found."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext

from curule.access.audiences import tokens_of
from curule.access.models import User
from curule.notices.calls import Call, call, calls_to
from curule.search.alerting import news_of
from curule.search.models import SavedSearch

__all__ = ["call_owner"]

KIND = "saved search"
REST = timedelta(hours=1)
"""Between two e-mails about one search: what is found meanwhile is told with the next."""


def call_owner(one: SavedSearch) -> None:
    """Call the owner of a search that found something, if the owner wants that. Within the transaction that notes the finds."""
    if one.by_mail:
        call(one.owner, KIND, one.code, rest=REST)


@calls_to(KIND)
def _says(user: User, about: str) -> Call | None:
    """Nothing where the search was forgotten or silenced, or where its finds were read or closed to its owner since."""
    one = SavedSearch.objects.filter(code=about, owner=user, alerts=True, by_mail=True).first()
    if one is None or not news_of(one, tokens_of(user)):
        return None
    return Call(gettext("Curule: new results of a saved search"), gettext("One of your saved searches has new results. Sign in to read them:"),
                reverse("search:saved"))
