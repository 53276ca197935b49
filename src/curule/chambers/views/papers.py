"""A paper: its text, its deliberation, its versions."""

from __future__ import annotations

import base64
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from curule.access.models import User
from curule.chambers.bench import Bench, benches_of, is_judge, members_of
from curule.chambers.deliberation import Contents, Version, compared, tally
from curule.chambers.filing import organs_for
from curule.chambers.forms import CommentForm, FileForm, OpinionForm, SignForm, WriteForm
from curule.chambers.kinds import KINDS, OPINIONS
from curule.chambers.models import ChambersKey, PaperKey
from curule.chambers.papers import OpenPaper
from curule.chambers.printing import Caption, printed
from curule.chambers.sealing import fingerprint
from curule.chambers.views.guarding import guarded, paper_asked, reader
from curule.chambers.wording import html_of, unknown_citations
from curule.matters.explanation import citation
from curule.matters.models import Matter
from curule.matters.phrases import language
from curule.matters.reading import Reading
from curule.matters.tribunals import library
from curule.matters.views.asked import tokens_asked
from curule.registry.numbering import court_of

__all__ = ["bench_for", "cannot_sign", "compare", "edit", "final_pdf", "paper", "print_out", "signers_of"]


def bench_for(matter: Matter, version: Version) -> Bench:
    """The bench on which a paper is written."""
    found = benches_of(matter)
    return next((bench for bench in found if bench.task == version.task), found[0] if found else Bench("", (), ""))


def judges_of(matter: Matter, bench: Bench) -> list[User]:
    """The judges of a bench who have accounts; who presides comes first."""
    codes = list(dict.fromkeys(code for code in (bench.presiding, *bench.judges) if code))
    found: dict[User, int] = {}
    for user in members_of(matter):
        for office in user.offices_on(timezone.localdate()):
            if office.tribunal == matter.pack and office.person_code in codes:
                found[user] = min(found.get(user, 99), codes.index(office.person_code))
    return sorted(found, key=lambda user: found[user])


def signers_of(matter: Matter, version: Version) -> list[User]:
    """Who signs a paper: each judge, or who presides alone; where nobody is known to preside, the first judge."""
    bench = bench_for(matter, version)
    judges = judges_of(matter, bench)
    return judges if KINDS[version.kind].each_signs else judges[:1]


def cannot_sign(matter: Matter, version: Version) -> list[str]:
    """The judges who have to sign and have no account here, by their codes."""
    bench = bench_for(matter, version)
    held = {office.person_code for user in judges_of(matter, bench) for office in user.offices_on(timezone.localdate())}
    return [code for code in bench.judges if code not in held] if KINDS[version.kind].each_signs else []


@guarded
@require_GET
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """The paper as it stands, with what may be done with it."""
    opened = paper_asked(request, code)
    return shown(request, opened, opened.contents(), 200)


def shown(request: HttpRequest, opened: OpenPaper, contents: Contents, status: int, **forms: Any) -> HttpResponse:
    """The page of a paper; ``forms`` are those that were sent back."""
    matter, version, lang = opened.paper.matter, contents.last, language()
    if version is None:
        raise Http404
    bench, signers, user = bench_for(matter, version), signers_of(matter, version), reader(request)
    have_signed = {who for who, _name in contents.signed}
    own = contents.opinions.get(user.pk)
    organs, lacking = organs_for(user, matter, version), cannot_sign(matter, version)
    court = court_of(matter)
    return render(request, "chambers/paper.html", {
        "paper": opened.paper, "matter": matter, "last": version, "contents": contents, "kind": KINDS[version.kind].name.of(lang),
        "html": html_of(version.text, version.language), "unknown": unknown_citations(version.text), "judge": opened.bench is not None,
        "tallies": tally(contents, len(bench.judges), court.majority(len(bench.judges))) if opened.bench is not None else [],
        "majority": {"needed": court.majority(len(bench.judges)), "of": len(bench.judges), "cite": citation(court.majority_provision(bench.task), lang)},
        "mine": {t: c.get(user.pk) for t, c in contents.votes.items()},
        "opinions": [(o, OPINIONS[o.kind].of(lang), html_of(o.text, version.language)) for o in contents.opinions.values()],
        "comment_form": forms.get("comment_form") or CommentForm(),
        "opinion_form": forms.get("opinion_form") or OpinionForm(None, lang, prefix="opinion", initial={"kind": own.kind, "text": own.text} if own else None),
        "members": _members(opened), "signers": [(s, s.pk in have_signed) for s in signers], "may_sign": user in signers and user.pk not in have_signed,
        "sign_form": forms.get("sign_form") or SignForm(prefix="sign"), "lacking": lacking,
        "is_signed": bool(signers) and not lacking and all(s.pk in have_signed for s in signers),
        "file_form": forms.get("file_form") or (FileForm(None, Reading(matter, tokens_asked(request)), organs, lang, version) if organs else None),
    }, status=status)


def _members(opened: OpenPaper) -> list[dict[str, Any]]:
    """Everybody of the bench: with a key, admitted or not."""
    members = members_of(opened.paper.matter)
    keys = {key.user_id: bytes(key.public) for key in ChambersKey.objects.filter(user__in=members)}
    admitted = set(PaperKey.objects.filter(paper=opened.paper).values_list("user_id", flat=True))
    return [{"user": m, "signs": fingerprint(keys[m.pk]) if m.pk in keys else "", "public": keys[m.pk].hex() if m.pk in keys else "",
             "admitted": m.pk in admitted, "judge": is_judge(m, opened.paper.matter)} for m in members]


@guarded
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write a new version. Somebody else's version that came in between is not overwritten: the writer sees both."""
    opened = paper_asked(request, code)
    contents = opened.contents()
    version = contents.last
    if version is None or contents.filed:
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
    contents = opened.contents()
    numbers = [request.GET.get(name, "") for name in ("a", "b")]
    if not all(n.isdecimal() and len(n) < 6 and 0 < int(n) <= len(contents.versions) for n in numbers):
        raise Http404
    before, after = (contents.versions[int(n) - 1] for n in numbers)
    return render(request, "chambers/compare.html", {"paper": opened.paper, "matter": opened.paper.matter, "before": before, "after": after,
                                                     "contents": contents, "lines": compared(before, after)})


def final_pdf(matter: Matter, contents: Contents) -> bytes:
    """The paper as it will be signed."""
    version = contents.last
    if version is None:
        raise Http404
    bench = bench_for(matter, version)
    judges = [user.display_name for user in judges_of(matter, bench)]
    presided = bool(bench.presiding) and len(judges) > 1
    caption = Caption(library(matter.pack).pack.name, matter.number, matter.title, tuple(judges), presided, timezone.localdate())
    return printed(caption, version, list(contents.opinions.values()), len(signers_of(matter, version)))


@guarded
@require_GET
def print_out(request: HttpRequest, code: str) -> HttpResponse:
    """The PDF: signed as far as it is, otherwise as it would be signed now."""
    opened = paper_asked(request, code)
    contents = opened.contents()
    data = base64.b64decode(contents.final) if contents.final else final_pdf(opened.paper.matter, contents)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="paper.pdf"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
