"""Entering an act: its form, the preview with the law's answer, the entry; and why an act may not happen."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from curule.law.answers import Answer, Verdict
from curule.law.library import Library
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.view import NOTHING_GIVEN, Actor
from curule.matters.acting import actor_for, not_of_the_bench, organs_of_reader, seat_in
from curule.matters.docket import docket
from curule.matters.drafts import as_posted, drop_draft, keep_draft, kept_draft
from curule.matters.entering import Behind, ask_first, enter_for, own_key, reasons_may_be_shown, stored_raw
from curule.matters.explanation import cures_of, kinds_of, reason_tree
from curule.matters.forms import PREFIX, ActForm
from curule.matters.phrases import judge_names, language, organ_name, phrase
from curule.matters.pipeline import Entered, Faulty, NotEntered, Refused, Request
from curule.matters.reading import Reading
from curule.matters.views.asked import is_swap, reading_asked, tokens_asked
from curule.matters.views.matter import frame

__all__ = ["act", "draft", "explained", "why"]


def holders(law: Library, act: str) -> tuple[str, ...]:
    """The organs that hold a power to do an act."""
    return tuple(dict.fromkeys(organ for power in law.powers.get(act, ()) for organ in power.by))


def explained(answer: Answer, lang: str, reading: Reading) -> dict[str, Any]:
    """An answer for the templates: verdict, kinds, tree, cures."""
    return {
        "verdict": answer.verdict.value, "kinds": kinds_of(answer),
        "tree": reason_tree(answer.reason, lang, reading) if answer.reason is not None else None,
        "cures": cures_of(answer, lang, reading.matter.number if reading.matter.pk else ""),
    }


def _act_asked(request: HttpRequest, number: str, code: str) -> Reading:
    reading = reading_asked(request, number, with_days=False)
    if code not in reading.law.acts or reading.matter.kind not in reading.law.acts[code].kinds:
        raise Http404
    return reading


@require_GET
def why(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """Why an act may not happen now (or may): the tree of reasons, and what would cure a refusal."""
    reading = reading_asked(request, number)
    if code not in reading.law.acts or reading.matter.kind not in reading.law.acts[code].kinds:
        raise Http404
    lang, wanted = language(), request.GET.get("organ", "")
    found = holders(reading.law, code)
    organ = wanted if wanted in found else next((o for o in organs_of_reader(request, reading.law, reading.matter) if o in found), "")
    actor = actor_for(None, organ) if organ else None
    answer = reading.ask(lambda: reading.law.may(code, reading.posture, reading.on, actor, NOTHING_GIVEN, reading.related), None)
    closed = not_of_the_bench(seat_in(request, reading.matter), reading.law, reading.matter, found)
    page = {"closed": closed.of(lang) if closed is not None else "",
            "answer": explained(answer, lang, reading) if answer is not None else None, "act_title": reading.law.acts[code].title.of(lang),
            "act_code": code, "organ": reading.law.organs[organ].name.of(lang) if organ else "",
            "done_by": ", ".join(organ_name(reading.law, o, lang) for o in found)}
    if is_swap(request):
        return render(request, "matters/parts/why.html", {**page, "matter": reading.matter})
    return render(request, "matters/why.html", {**frame(request, reading, "", lang), **page})


@login_required
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """The form of an act; posted with ``step``: preview, change, enter or forget."""
    reading = _act_asked(request, number, code)
    lang = language()
    if reading.law.acts[code].by_filing:
        # A document is filed with its file, not by particulars alone.
        return _go(request, reverse("registry:file-act", args=[number, code]))
    mine = [o for o in organs_of_reader(request, reading.law, reading.matter) if o in holders(reading.law, code)]
    if not mine:
        return why(request, number, code) if request.method == "GET" else _gone()
    if request.method == "POST":
        return _posted(request, reading, code, mine, lang)
    kept = kept_draft(request.user, reading.matter, code)
    asked_for = _prefilled(request, reading, code)
    data = as_posted(kept.fields) if kept is not None and not asked_for else None
    form = ActForm(None, reading, code, mine, lang, held=tokens_asked(request),
                   initial={**asked_for, **(_initial(data) if data is not None else {})})
    return _show(request, reading, form, code, lang, draft_kept=kept.kept_at if kept and data is not None else None)


def _prefilled(request: HttpRequest, reading: Reading, code: str) -> dict[str, Any]:
    """Particulars that a link brings along, as the starting values of the form."""
    declared = {p.name: p for p in reading.law.particulars(code)}
    return {PREFIX + name: _listed(declared[name], request.GET.getlist(name)) for name in request.GET if name in declared}


def _listed(particular: Particular, values: list[str]) -> Any:
    if not particular.many:
        return values[0]
    return values if particular.suggest is not None or particular.kind == "choice" else "\n".join(values)


def _gone() -> HttpResponse:
    raise Http404


def _initial(data: Any) -> dict[str, Any]:
    """Kept fields as the starting values of a form."""
    return {name: values if len(values) > 1 else values[0] for name in data if (values := data.getlist(name))}


def _posted(request: HttpRequest, reading: Reading, code: str, mine: list[str], lang: str) -> HttpResponse:
    step = request.POST.get("step", "preview")
    if step == "forget":
        drop_draft(request.user, reading.matter, code)
        return _go(request, reverse("matters:act", args=[reading.matter.number, code]))
    keep_draft(request.user, reading.matter, code, request.POST)
    form = ActForm(request.POST, reading, code, mine, lang, held=tokens_asked(request))
    if step == "change" or not form.is_valid():
        if step == "change":
            form = ActForm(None, reading, code, mine, lang, held=tokens_asked(request), initial=_initial(request.POST))
            return _show(request, reading, form, code, lang)
        return _show(request, reading, form, code, lang, status=422)
    if step == "enter":
        return _enter(request, reading, form, code, lang)
    return _preview(request, reading, form, code, lang)


def _preview(request: HttpRequest, reading: Reading, form: ActForm, code: str, lang: str, *, unconfirmed: bool = False,
             behind: Behind | None = None) -> HttpResponse:
    actor = actor_for(seat_in(request, reading.matter), form.chosen_organ)
    asked = ask_first(reading, code, actor, form.cleaned_data["done_on"], form.given, lang)
    if asked.refused:
        return _show(request, reading, form, code, lang, status=422, refusal=explained(asked.answer, lang, reading))
    page = {
        "asked": asked, "answer": explained(asked.answer, lang, reading), "preview": asked.preview,
        "sentence": _sentence(reading, code, form, actor.organ, lang), "key": request.POST.get("key") or uuid.uuid4().hex,
        "expected": len(reading.entries), "posted": _hidden(request), "unconfirmed": unconfirmed, "organ": form.chosen_organ,
        "done_on": form.cleaned_data["done_on"], "audience_words": dict(form.audiences).get(form.cleaned_data["audience"], ""),
        "meanwhile": docket(reading, behind.entries, lang) if behind is not None else [], "was_overtaken": behind is not None,
    }
    return _show(request, reading, form, code, lang, status=422 if unconfirmed or behind else 200, template="preview", **page)


def _sentence(reading: Reading, code: str, form: ActForm, organ: str, lang: str) -> str:
    return phrase(reading.law, Entry(0, code, Actor(organ), form.cleaned_data["done_on"], form.given), lang, judge_names(reading))


def _hidden(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be sent again with the confirmation."""
    return [(name, value) for name in request.POST for value in request.POST.getlist(name)
            if name.startswith(PREFIX) or name in ("organ", "done_on", "audience")]


def _enter(request: HttpRequest, reading: Reading, form: ActForm, code: str, lang: str) -> HttpResponse:
    actor = actor_for(seat_in(request, reading.matter), form.chosen_organ)
    expected = request.POST.get("expected", "")
    if not expected.isdecimal() or len(expected) > 9 or not request.POST.get("key"):
        return _preview(request, reading, form, code, lang)
    asked = ask_first(reading, code, actor, form.cleaned_data["done_on"], form.given, lang)
    if asked.diverges and request.POST.get("confirmed") != "yes":
        return _preview(request, reading, form, code, lang, unconfirmed=True)
    try:
        wanted = Request(code, actor, form.cleaned_data["done_on"], stored_raw(reading, code, form.raw), user=request.user.get_username(),
                         key=own_key("page", request.user, request.POST["key"]), audience=form.chosen_audience)
        entered = enter_for(reading, wanted, int(expected))
    except Behind as behind:
        return _preview(request, Reading(reading.matter, reading.tokens), form, code, lang, behind=behind)
    except Faulty as faulty:
        form.refuse(faulty.errors)
        return _show(request, reading, form, code, lang, status=422)
    except Refused as refused:
        return _refused(request, reading, form, code, lang, refused)
    except NotEntered as fault:
        form.add_error(None, fault.says.of(lang))
        return _show(request, reading, form, code, lang, status=422)
    drop_draft(request.user, reading.matter, code)
    return entered_page(request, reading, entered, lang)


def _refused(request: HttpRequest, reading: Reading, form: ActForm, code: str, lang: str, refused: Refused) -> HttpResponse:
    if reasons_may_be_shown(reading, refused):
        refusal = explained(refused.answer, lang, reading)
    else:
        refusal = {"verdict": Verdict.REFUSED.value, "kinds": "", "tree": None, "cures": []}
    return _show(request, reading, form, code, lang, status=422, refusal=refusal)


def entered_page(request: HttpRequest, reading: Reading, entered: Entered, lang: str) -> HttpResponse:
    """Back to the matter, with word of what was entered."""
    matter = entered.row.matter
    matter.refresh_from_db()
    after = Reading(matter, reading.tokens)
    number = after.number_of(entered.row)
    if number is None:
        messages.success(request, gettext("Entered. Its audience does not include you."), extra_tags="entered")
        return _go(request, reverse("matters:matter", args=[matter.number]))
    found = after.entries[number - 1]
    words = gettext("Entered as %(number)d: %(phrase)s") % {"number": number, "phrase": phrase(after.law, found, lang, judge_names(after))}
    messages.success(request, words, extra_tags="divergence" if entered.row.diverges else "entered")
    return _go(request, reverse("matters:matter", args=[matter.number]))


def _go(request: HttpRequest, address: str) -> HttpResponse:
    if is_swap(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _show(request: HttpRequest, reading: Reading, form: ActForm, code: str, lang: str, *, status: int = 200, template: str = "form",
          refusal: dict[str, Any] | None = None, **more: Any) -> HttpResponse:
    page = {"form": form, "act_title": form.act.title.of(lang), "act_code": code, "matter": reading.matter, "refusal": refusal,
            "here_link": reverse("matters:act", args=[reading.matter.number, code]),
            "draft_link": reverse("matters:draft", args=[reading.matter.number, code]), "part": f"matters/parts/act_{template}.html", **more}
    if is_swap(request):
        return render(request, page["part"], page, status=status)
    return render(request, "matters/act.html", {**frame(request, reading, "", lang), **page}, status=status)


@login_required
@require_POST
def draft(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """Keep what has been typed so far."""
    reading = _act_asked(request, number, code)
    if not set(organs_of_reader(request, reading.law, reading.matter)) & set(holders(reading.law, code)):
        raise Http404
    kept = keep_draft(request.user, reading.matter, code, request.POST)
    if is_swap(request):
        return render(request, "matters/parts/draft_kept.html", {"draft_kept": kept.kept_at})
    return HttpResponseRedirect(reverse("matters:act", args=[number, code]))
