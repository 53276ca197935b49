"""The page of saved searches, and what is done on it."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from curule.access.models import User
from curule.matters.phrases import language
from curule.matters.views.asked import tokens_asked
from curule.search.alerting import news_of, save, seen, tell_of
from curule.search.asking import asked_of
from curule.search.models import SavedSearch
from curule.search.questions import QuestionFault
from curule.search.shown import hits_of

__all__ = ["forget", "keep", "read", "saved", "tell"]

MOST_SAVED = 100


def _owner(request: HttpRequest) -> User:
    return cast(User, request.user)  # every page here asks for a person who is signed in


@login_required
@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """The searches that a person saved, with what they found anew."""
    lang, tokens = language(), tokens_asked(request)
    lines = [{"saved": one, "news": hits_of(news_of(one, tokens), tokens, (), lang)} for one in SavedSearch.objects.filter(owner=_owner(request))]
    return render(request, "search/saved.html", {"lines": lines, "gets_mail": settings.EMAIL_ON and bool(_owner(request).email)})


@login_required
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Save a search under a name."""
    asked = asked_of(QueryDict(request.POST.get("query", "")[:1000]))
    name = request.POST.get("name", "").strip()[:120]
    try:
        _read = asked.node, asked.limits  # a question that cannot be read is not kept
    except QuestionFault as fault:
        messages.error(request, fault.says.of(language()))
        return redirect("search:search")
    if asked.is_empty or SavedSearch.objects.filter(owner=_owner(request)).count() >= MOST_SAVED:
        messages.error(request, _("Nothing was saved: search for something first, and keep at most %(n)d searches.") % {"n": MOST_SAVED})
        return redirect("search:saved")
    save(_owner(request), name or asked.words[:120] or asked.query()[:120], asked.query(), alerts=request.POST.get("alerts") == "on",
         by_mail=request.POST.get("by_mail") == "on")
    messages.success(request, _("The search is saved."))
    return redirect("search:saved")


@login_required
@require_POST
def read(request: HttpRequest, code: str) -> HttpResponse:
    """Mark what a saved search found as read."""
    one = get_object_or_404(SavedSearch, code=code, owner=_owner(request))
    seen(one)
    return redirect(reverse("search:search") + "?" + one.query)


@login_required
@require_POST
def tell(request: HttpRequest, code: str) -> HttpResponse:
    """Choose how one is told of new finds."""
    one = get_object_or_404(SavedSearch, code=code, owner=_owner(request))
    tell_of(one, alerts=request.POST.get("alerts") == "on", by_mail=request.POST.get("by_mail") == "on")
    messages.success(request, _("Your choice is kept."))
    return redirect("search:saved")


@login_required
@require_POST
def forget(request: HttpRequest, code: str) -> HttpResponse:
    """Forget a saved search."""
    deleted, _details = SavedSearch.objects.filter(code=code, owner=_owner(request)).delete()
    if not deleted:
        raise Http404
    messages.success(request, _("The search is forgotten."))
    return redirect("search:saved")
