"""The page of oversight: the queue by officer, and handing over all that somebody has."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.http import require_http_methods

from curule.access.models import User
from curule.matters.phrases import language
from curule.matters.views.asked import tokens_asked
from curule.registry.desk import is_registry
from curule.registry.oversight import Burden, burdens, hand_over_all, officers_for
from curule.registry.views.submissions import line_of

__all__ = ["oversight"]

SHOWN = 30


class HandOverForm(forms.Form):
    """All of one officer's items, to another or back to everybody."""

    away = forms.ChoiceField(label=gettext_lazy("All that is with"))
    to = forms.ChoiceField(label=pgettext_lazy("an officer", "To"), required=False)
    why = forms.CharField(label=gettext_lazy("Why"), max_length=200)

    def __init__(self, data: object, found: list[Burden]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        having = {str(b.officer.pk): b.officer for b in found if b.officer is not None}
        of_each_kind = {(item.matter.pack, item.sealed): item for b in found for item in b.items}
        others = {str(user.pk): user for item in of_each_kind.values() for user in officers_for(item)}
        self.fields["away"].choices = [(key, user.display_name) for key, user in having.items()]  # type: ignore[attr-defined]
        self.fields["to"].choices = [("", _("nobody: back to the queue")), *((k, u.display_name) for k, u in others.items())]  # type: ignore[attr-defined]


@login_required
@require_http_methods(["GET", "POST"])
def oversight(request: HttpRequest) -> HttpResponse:
    """Who of the Registry has what, how old it is, and what nobody has."""
    if not is_registry(tokens_asked(request)) or not isinstance(request.user, User):
        raise Http404
    tokens, lang = tokens_asked(request), language()
    found = burdens(request.user, tokens)
    form = HandOverForm(request.POST if request.method == "POST" else None, found)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        to = User.objects.filter(pk=given["to"]).first() if given["to"] else None
        came = hand_over_all(User.objects.get(pk=given["away"]), to, request.user, tokens, given["why"])
        messages.success(request, ngettext("%(n)s item was handed over.", "%(n)s items were handed over.", came.gone) % {"n": came.gone})
        if came.stayed:
            messages.warning(request, ngettext("%(n)s item stays: it is for others, or was decided meanwhile.",
                                               "%(n)s items stay: they are for others, or were decided meanwhile.", came.stayed) % {"n": came.stayed})
        return redirect("registry:oversight")
    shown = [{"burden": b, "lines": [line_of(item, lang) for item in b.items[:SHOWN]], "more": max(len(b.items) - SHOWN, 0)} for b in found]
    return render(request, "registry/oversight.html", {"burdens": shown, "form": form, "total": sum(len(b.items) for b in found)},
                  status=422 if form.is_bound else 200)
