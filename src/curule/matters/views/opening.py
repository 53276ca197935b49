"""Opening a matter: which kinds this reader's office may open, and the form of the act that opens one."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from curule.access.models import NUMBER
from curule.access.seat import seat_of
from curule.law.answers import Verdict
from curule.law.library import Library
from curule.law.rules import MatterKind
from curule.matters.acting import actor_for, organs_of_reader
from curule.matters.drafts import as_posted, drop_draft, keep_draft, kept_draft
from curule.matters.entering import ask_first, own_key
from curule.matters.forms import AS_DECLARED, PREFIX, ActForm
from curule.matters.models import Matter
from curule.matters.phrases import language
from curule.matters.pipeline import Faulty, NotEntered, Refused, Request, open_matter
from curule.matters.reading import Reading, Unopened, matters_for
from curule.matters.tribunals import has_branches, libraries, library
from curule.matters.views.acts import entered_page, explained, holders
from curule.matters.views.asked import tokens_asked

__all__ = ["kinds", "opening"]


class OpeningForm(ActForm):
    """The form of an act that opens a matter: title and number come first, then the act itself."""

    def __init__(self, data: Any, reading: Reading, act: str, organs: list[str], lang: str, **more: Any) -> None:
        super().__init__(data, reading, act, organs, lang, **more)
        self.fields["title"] = forms.CharField(label=_("Title of the matter"), max_length=300,
                                               help_text=_("As it is to be cited, as in: The Prosecutor v. A. Example."),
                                               error_messages={"required": _("Enter the title of the matter.")})
        self.fields["number"] = forms.CharField(label=_("Number"), required=False, max_length=40, validators=[NUMBER],
                                                help_text=_("Leave it empty to be given the next one."))
        self.fields["branch"] = forms.ChoiceField(label=_("Branch"), required=False,
                                                  choices=[("", "—"), ("arusha", _("Arusha")), ("the_hague", _("The Hague"))])
        names = {p.name for p in self.declared}
        if "branch" in names or not has_branches(reading.matter.pack):
            del self.fields["branch"]
        if "public" not in reading.law.act(act).audience:
            # A case whose indictment an earlier Tribunal made public long ago is not sealed by being taken over.
            choices = [*self.audiences, ("public", _("everybody: it is public already"))]
            self.fields["audience"] = forms.ChoiceField(label=_("Who may see the matter and this entry"), choices=choices, initial=AS_DECLARED,
                                                        widget=forms.RadioSelect)
        linked = [k for k in reading.kind.reads if not reading.law.kind(k).one]
        named = {p.name for p in self.declared if p.kind == "matter"}
        # Where the act itself names the other matter, it is asked once.
        self.linked = {k: PREFIX + k if k in named else f"link_{k}" for k in linked}
        for kind in (k for k in linked if k not in named):
            self.fields[f"link_{kind}"] = forms.CharField(label=reading.law.kind(kind).name.of(lang).capitalize(), required=False, max_length=40,
                                                          help_text=_("The number of the matter that this one concerns."))
        first = ["title", "number", *(["branch"] if "branch" in self.fields else []), *(name for name in self.linked.values() if name.startswith("link_"))]
        self.order = [*first, *self.order]

    @property
    def chosen_audience(self) -> tuple[str, ...]:
        """The audience that was chosen; empty for the act's own."""
        return ("public",) if self.cleaned_data.get("audience") == "public" else super().chosen_audience

    def clean(self) -> dict[str, Any]:
        """Find the matters that are named."""
        cleaned = super().clean()
        self.links: dict[str, Matter] = {}
        for kind, name in self.linked.items():
            number = cleaned.get(name)
            if not number:
                continue
            found = matters_for(self.reading.tokens).filter(number=number, kind=kind, pack=self.reading.matter.pack).first()
            if found is None:
                self.add_error(name, _("There is no such matter of that kind that you may see; check its number."))
            else:
                self.links[kind] = found
        return cleaned


def _openable(request: HttpRequest, law: Library, kind: MatterKind) -> list[str]:
    """The organs of this reader that may open a matter of a kind; none where there can be only one and there is one."""
    if kind.opened_by not in law.acts or (kind.one and Matter.objects.filter(pack=law.pack.code, kind=kind.code).exists()):
        return []
    return [o for o in organs_of_reader(request, law) if o in holders(law, kind.opened_by)]


@login_required
@require_GET
def kinds(request: HttpRequest) -> HttpResponse:
    """The kinds of matter that this reader's office may open."""
    lang = language()
    found = [{"pack": law.pack.code, "tribunal": law.pack.short.of(lang), "kind": kind.code, "name": kind.name.of(lang),
              "act": law.acts[kind.opened_by].title.of(lang)}
             for law in libraries() for kind in law.kinds.values() if _openable(request, law, kind)]
    return render(request, "matters/open.html", {"kinds": found})


@login_required
@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest, pack: str, kind: str) -> HttpResponse:
    """The form of the act that opens a matter of a kind; posted with ``step``: preview, change, enter."""
    law = next((law for law in libraries() if law.pack.code == pack), None)
    if law is None or kind not in law.kinds:
        raise Http404
    organs = _openable(request, law, law.kinds[kind])
    if not organs:
        raise Http404
    lang, code = language(), law.kinds[kind].opened_by
    reading = Unopened(Matter(pack=pack, kind=kind), tokens_asked(request))
    if request.method == "GET":
        kept = kept_draft(request.user, None, f"{pack}.{code}")
        data = as_posted(kept.fields if kept is not None else {})
        initial = {name: v if len(v) > 1 else v[0] for name in data if (v := data.getlist(name))}
        return _show(request, OpeningForm(None, reading, code, organs, lang, held=reading.tokens, initial=initial), lang,
                     draft_kept=kept.kept_at if kept else None)
    step = request.POST.get("step", "preview")
    keep_draft(request.user, None, f"{pack}.{code}", request.POST)
    form = OpeningForm(request.POST, reading, code, organs, lang, held=reading.tokens)
    if step == "change" or not form.is_valid():
        return _show(request, form, lang, status=200 if step == "change" else 422)
    if step == "enter" and request.POST.get("key"):
        return _open(request, form, code, lang)
    actor = actor_for(seat_of(request), form.chosen_organ)
    asked = ask_first(reading, code, actor, form.cleaned_data["done_on"], form.given, lang)
    if asked.answer.verdict is not Verdict.PERMITTED and asked.refused:
        return _show(request, form, lang, status=422, refusal=explained(asked.answer, lang, reading))
    hidden = [(n, v) for n in request.POST for v in request.POST.getlist(n) if n not in ("csrfmiddlewaretoken", "step", "key")]
    return _show(request, form, lang, asked=asked, preview=asked.preview, posted=hidden, key=uuid.uuid4().hex,
                 answer=explained(asked.answer, lang, reading))


def _open(request: HttpRequest, form: OpeningForm, code: str, lang: str) -> HttpResponse:
    cleaned, reading = form.cleaned_data, form.reading
    actor = actor_for(seat_of(request), form.chosen_organ)
    wanted = Request(code, actor, cleaned["done_on"], form.raw, user=request.user.get_username(), key=own_key("page", request.user, request.POST["key"]),
                     audience=form.chosen_audience)
    try:
        matter, entered = open_matter(reading.matter.pack, reading.matter.kind, cleaned["title"], wanted, number=cleaned["number"],
                                      branch=cleaned.get("branch") or str(form.given.get("branch", "")), links=form.links)
    except Faulty as faulty:
        form.refuse(faulty.errors)
        return _show(request, form, lang, status=422)
    except Refused as refused:
        return _show(request, form, lang, status=422, refusal=explained(refused.answer, lang, reading))
    except NotEntered as fault:
        form.add_error(None, fault.says.of(lang))
        return _show(request, form, lang, status=422)
    drop_draft(request.user, None, f"{reading.matter.pack}.{code}")
    return entered_page(request, Reading(matter, reading.tokens), entered, lang)


def _show(request: HttpRequest, form: OpeningForm, lang: str, *, status: int = 200, refusal: dict[str, Any] | None = None, **more: Any) -> HttpResponse:
    law = library(form.reading.matter.pack)
    page = {"form": form, "act_title": form.act.title.of(lang), "kind_name": form.reading.kind.name.of(lang), "refusal": refusal,
            "tribunal": law.pack.short.of(lang), "here_link": request.path, **more}
    return render(request, "matters/opening.html", page, status=status)
