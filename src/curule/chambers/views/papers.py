"""A paper: its text, its deliberation, its versions."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from curule.chambers.bench import bench_words, is_judge, members_of
from curule.chambers.deliberation import MAIN, compared, opinion_part, tally
from curule.chambers.filing import organs_for
from curule.chambers.forms import CommentForm, FileForm, OpinionForm, SignForm, WithdrawForm, WriteForm
from curule.chambers.kinds import KINDS, opinion_title
from curule.chambers.models import ChambersKey, PaperKey
from curule.chambers.sealing import fingerprint
from curule.chambers.standing import Standing, standing_of
from curule.chambers.views.guarding import guarded, paper_asked, reader
from curule.chambers.wording import html_of, unknown_citations
from curule.matters.explanation import citation
from curule.matters.phrases import judge_names, language
from curule.matters.reading import Reading
from curule.matters.views.asked import tokens_asked
from curule.registry.numbering import court_of

__all__ = ["compare", "edit", "paper", "print_out", "shown"]


@guarded
@require_GET
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """The paper as it stands, with what may be done with it."""
    return shown(request, standing_of(paper_asked(request, code)), 200)


def shown(request: HttpRequest, standing: Standing, status: int, **forms: Any) -> HttpResponse:
    """The page of a paper; ``forms`` are those that were sent back."""
    matter, version, contents, lang, user = standing.matter, standing.version, standing.contents, language(), reader(request)
    judge, own = standing.opened.bench is not None, contents.opinions.get(user.pk)
    organs = organs_for(user, matter, version) if standing.is_signed else []
    court, judges = court_of(matter), len(standing.bench.judges)
    return render(request, "chambers/paper.html", {
        "paper": standing.opened.paper, "matter": matter, "last": version, "contents": contents, "kind": KINDS[version.kind].name.of(lang),
        "bench": bench_words(version.task).of(lang), "html": html_of(version.text, version.language), "unknown": unknown_citations(version.text),
        "judge": judge,
        "tallies": [(one, contents.votes.get(one.disposition, {}).get(user.pk)) for one in tally(contents, judges, court.majority(judges))] if judge else [],
        "majority": {"needed": court.majority(judges), "of": judges, "cite": citation(court.majority_provision(version.task), lang)},
        "opinions": [(o, opinion_title(o.kind, o.author, lang), html_of(o.text, version.language)) for o in contents.opinions.values()],
        "left": [opinion_title(o.kind, o.author, lang) for o in contents.left], "own": own,
        "comment_form": forms.get("comment_form") or CommentForm(),
        "opinion_form": forms.get("opinion_form") or OpinionForm(None, lang, prefix="opinion", initial={"kind": own.kind, "text": own.text} if own else None),
        "members": _members(standing), "parts": _parts(standing, lang), "may_sign": bool(standing.waits_for(user)),
        "sign_form": forms.get("sign_form") or SignForm(prefix="sign"), "lacking": _lacking(request, standing), "main": contents.parts.get(MAIN),
        "is_signed": standing.is_signed, "withdraw_form": forms.get("withdraw_form") or WithdrawForm(prefix="withdraw"),
        "file_form": forms.get("file_form") or (FileForm(None, Reading(matter, tokens_asked(request)), organs, lang, version) if organs else None),
    }, status=status)


def _parts(standing: Standing, lang: str) -> list[dict[str, Any]]:
    """What is signed, with who signs it and when they did."""
    opinions = {opinion_part(one.author_id): one for one in standing.contents.opinions.values()}
    made = []
    for part in standing.parts:
        found = standing.contents.parts.get(part)
        at = {who: moment for who, _name, moment in found.signed} if found is not None else {}
        title = opinion_title(opinions[part].kind, opinions[part].author, lang) if part in opinions else ""
        made.append({"code": part, "title": title, "signers": [(user, at.get(user.pk)) for user in standing.signers_of(part)]})
    return made


def _lacking(request: HttpRequest, standing: Standing) -> list[str]:
    """The judges who have to sign and have no account here, by their names where the roll tells them."""
    if not standing.lacking:
        return []
    names = judge_names(Reading(standing.matter, tokens_asked(request)))
    return [names.get(code, code) for code in standing.lacking]


def _members(standing: Standing) -> list[dict[str, Any]]:
    """Everybody who may have a part in the paper: with a key, admitted or not."""
    opened, matter = standing.opened, standing.matter
    members = [m for m in members_of(matter) if m in standing.judges or not is_judge(m, matter)]
    keys = {key.user_id: bytes(key.public) for key in ChambersKey.objects.filter(user__in=members)}
    admitted = set(PaperKey.objects.filter(paper=opened.paper).values_list("user_id", flat=True))
    return [{"user": m, "signs": fingerprint(keys[m.pk]) if m.pk in keys else "", "public": keys[m.pk].hex() if m.pk in keys else "",
             "admitted": m.pk in admitted, "judge": is_judge(m, matter)} for m in members]


@guarded
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write a new version. Somebody else's version that came in between is not overwritten: the writer sees both."""
    opened = paper_asked(request, code)
    standing = standing_of(opened)
    contents, version = standing.contents, standing.version
    if contents.is_closed:
        raise Http404
    start = {"title": version.title, "text": version.text, "dispositions": "\n".join(version.dispositions)}
    form = WriteForm(request.POST or None, initial=start)
    overtaken = None
    if request.method == "POST" and form.is_valid():
        if request.POST.get("seen") == str(version.number):
            opened.put({"what": "version", "kind": version.kind, "language": version.language, "task": version.task, "title": form.cleaned_data["title"],
                        "text": form.cleaned_data["text"].replace("\r\n", "\n"), "dispositions": form.points()})
            return HttpResponseRedirect(reverse("chambers:paper", args=[code]))
        overtaken = version
        form.add_error(None, _("Version %(number)d by %(author)s was written meanwhile. Compare, take over what is missing, then save again.") % {
            "number": version.number, "author": version.author})
    return render(request, "chambers/edit.html", {"paper": opened.paper, "matter": opened.paper.matter, "last": version, "form": form, "contents": contents,
                                                  "overtaken": overtaken}, status=422 if request.method == "POST" else 200)


@guarded
@require_GET
def compare(request: HttpRequest, code: str) -> HttpResponse:
    """Two versions, line by line."""
    opened = paper_asked(request, code)
    contents = standing_of(opened).contents
    numbers = [request.GET.get(name, "") for name in ("a", "b")]
    if not all(n.isdecimal() and len(n) < 6 and 0 < int(n) <= len(contents.versions) for n in numbers):
        raise Http404
    before, after = (contents.versions[int(n) - 1] for n in numbers)
    return render(request, "chambers/compare.html", {"paper": opened.paper, "matter": opened.paper.matter, "before": before, "after": after,
                                                     "contents": contents, "lines": compared(before, after)})


@guarded
@require_GET
def print_out(request: HttpRequest, code: str) -> HttpResponse:
    """The PDF of the paper, or with ``?part=`` of an opinion that is an annex: signed as far as it is, otherwise as it would be signed now."""
    standing = standing_of(paper_asked(request, code))
    part = request.GET.get("part", MAIN)
    if part not in standing.parts:
        raise Http404
    response = HttpResponse(standing.pdf(part), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="paper.pdf"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
