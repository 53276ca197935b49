"""Press releases: what the public reads, and the form by which a Registry publishes and withdraws them."""

from __future__ import annotations

from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from curule.access.models import User
from curule.matters.phrases import language
from curule.matters.sight import forms_of
from curule.matters.tribunals import codes, library
from curule.matters.views.asked import tokens_asked
from curule.portal.counting import counted
from curule.portal.models import PressRelease
from curule.portal.seen import public_case

__all__ = ["new", "press", "release", "withdraw"]

A_PAGE = 40


class ReleaseForm(forms.ModelForm):  # type: ignore[type-arg]
    """A press release in both languages."""

    case = forms.CharField(label=gettext_lazy("Number of the case"), required=False, max_length=40)

    class Meta:
        model = PressRelease
        fields = ("title_en", "title_fr", "text_en", "text_fr")

    def clean_case(self) -> object:
        """The matter of the number: one that everybody may know of."""
        number = self.cleaned_data["case"].strip()
        if not number:
            return None
        matter = public_case(number)
        if matter is None:
            raise forms.ValidationError(_("No public case has this number. Leave it out, or write it as on the page of the case."))
        return matter


def registries(tokens: frozenset[str]) -> list[str]:
    """The tribunals for whose Registry the reader may speak."""
    return [pack for pack in codes() if not tokens.isdisjoint(forms_of(pack, ("organ:registry",)))]


@require_safe
@counted("press")
def press(request: HttpRequest) -> HttpResponse:
    """The press releases, the newest first."""
    lang = language()
    lines = [{"release": r, "title": r.title(lang), "tribunal": library(r.tribunal).pack.name.of(lang)}
             for r in PressRelease.objects.filter(withdrawn=False, tribunal__in=codes())[:A_PAGE]]
    return render(request, "portal/press.html", {"here": "press", "lines": lines, "may_publish": bool(registries(tokens_asked(request)))})


@require_safe
@counted("press")
def release(request: HttpRequest, code: str) -> HttpResponse:
    """One press release."""
    found = get_object_or_404(PressRelease, code=code, withdrawn=False, tribunal__in=codes())
    lang = language()
    case = public_case(found.matter.number) if found.matter else None
    return render(request, "portal/release.html", {"here": "press", "release": found, "title": found.title(lang), "case": case,
                                                   "paragraphs": found.text(lang).split("\n\n"),
                                                   "tribunal": library(found.tribunal).pack.name.of(lang),
                                                   "may_withdraw": found.tribunal in registries(tokens_asked(request))})


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """The form for a press release."""
    mine = registries(tokens_asked(request))
    if not mine:
        raise Http404
    form = ReleaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.save(commit=False)
        made.tribunal = request.POST.get("tribunal") if request.POST.get("tribunal") in mine else mine[0]
        made.matter, made.published_by = form.cleaned_data["case"], cast(User, request.user)
        made.save()
        messages.success(request, _("The press release is published."))
        return redirect("portal:press-release", code=made.code)
    names = [(pack, library(pack).pack.name.of(language())) for pack in mine]
    return render(request, "portal/new_release.html", {"here": "press", "form": form, "tribunals": names})


@login_required
@require_POST
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Withdraw a press release: it is kept, and shown no more."""
    found = get_object_or_404(PressRelease, code=code, withdrawn=False, tribunal__in=registries(tokens_asked(request)))
    PressRelease.objects.filter(pk=found.pk).update(withdrawn=True)
    messages.success(request, _("The press release is withdrawn."))
    return redirect("portal:press")
