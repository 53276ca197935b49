"""What members do with a paper: comment, vote, give an opinion, admit, sign, file."""

from __future__ import annotations

import base64

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from curule.access.models import User
from curule.chambers.bench import office_of
from curule.chambers.deliberation import Contents
from curule.chambers.filing import file_paper, organs_for
from curule.chambers.forms import CommentForm, FileForm, OpinionForm, SignForm
from curule.chambers.papers import OpenPaper, admit
from curule.chambers.signing import signer_of
from curule.chambers.views.guarding import guarded, paper_asked, reader
from curule.chambers.views.papers import cannot_sign, final_pdf, shown, signers_of
from curule.matters.entering import stored_raw
from curule.matters.phrases import language
from curule.matters.pipeline import Faulty, NotEntered
from curule.matters.reading import Reading
from curule.matters.views.asked import tokens_asked
from curule.pages.signature import KeyRefused, Signatory, sign
from curule.statutes.court_record.filings import DOCUMENT

__all__ = ["admit_member", "comment", "file_it", "opinion", "sign_paper", "vote"]


def _asked(request: HttpRequest, code: str, *, judge: bool = False) -> tuple[OpenPaper, Contents]:
    """The paper, not filed yet; for a judge of its bench where that is needed."""
    opened = paper_asked(request, code)
    contents = opened.contents()
    if contents.last is None or contents.filed or (judge and opened.bench is None):
        raise Http404
    return opened, contents


def _back(code: str, part: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("chambers:paper", args=[code]) + f"#{part}")


@guarded
@require_POST
def comment(request: HttpRequest, code: str) -> HttpResponse:
    """Remark on the last version."""
    opened, contents = _asked(request, code)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return shown(request, opened, contents, 422, comment_form=form)
    opened.put({"what": "comment", "text": form.cleaned_data["text"], "version": len(contents.versions)})
    return _back(code, "comments")


@guarded
@require_POST
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """A judge votes on one point of the disposition; a later vote replaces it."""
    opened, contents = _asked(request, code, judge=True)
    points = contents.last.dispositions if contents.last else ()
    place, choice = request.POST.get("point", ""), request.POST.get("choice")
    if not place.isdecimal() or len(place) > 4 or not 0 < int(place) <= len(points) or choice not in ("for", "against"):
        raise Http404
    opened.put({"what": "vote", "disposition": points[int(place) - 1], "in_favour": choice == "for"}, of_bench=True)
    return _back(code, "votes")


@guarded
@require_POST
def opinion(request: HttpRequest, code: str) -> HttpResponse:
    """A judge writes a separate or dissenting opinion; nobody else writes in it."""
    opened, contents = _asked(request, code, judge=True)
    form = OpinionForm(request.POST, language(), prefix="opinion")
    if not form.is_valid():
        return shown(request, opened, contents, 422, opinion_form=form)
    opened.put({"what": "opinion", "kind": form.cleaned_data["kind"], "text": form.cleaned_data["text"].replace("\r\n", "\n")})
    return _back(code, "opinions")


@guarded
@require_POST
def admit_member(request: HttpRequest, code: str) -> HttpResponse:
    """Admit a member with the key whose signs the page showed."""
    opened = paper_asked(request, code)
    member, public = request.POST.get("member", ""), request.POST.get("public", "")
    if not member.isdecimal() or len(public) != 64 or not set(public) <= set("0123456789abcdef"):
        raise Http404
    admit(opened, get_object_or_404(User, pk=member), bytes.fromhex(public))
    return _back(code, "members")


@guarded
@require_POST
def sign_paper(request: HttpRequest, code: str) -> HttpResponse:
    """Sign the last version with one's own key. Any later change of the text gives up the signatures."""
    opened, contents = _asked(request, code, judge=True)
    user, version, matter = reader(request), contents.last, opened.paper.matter
    if version is None or user not in signers_of(matter, version) or user.pk in {who for who, _n in contents.signed}:
        raise Http404
    form = SignForm(request.POST, prefix="sign")
    if form.is_valid():
        try:
            signer = signer_of(user, form.cleaned_data["passphrase"])
        except KeyRefused as refused:
            form.add_error("passphrase", refused.says.of(language()))
        else:
            before = base64.b64decode(contents.final) if contents.final else final_pdf(matter, contents)
            who = Signatory(user.display_name, office_of(user, matter), timezone.localdate())
            made = sign(before, signer, who, place=len(contents.signed))
            opened.put({"what": "signed", "pdf": base64.b64encode(made).decode("ascii"), "version": version.number})
            return _back(code, "signatures")
    return shown(request, opened, contents, 422, sign_form=form)


@guarded
@require_POST
def file_it(request: HttpRequest, code: str) -> HttpResponse:
    """File the signed paper: from then on it is on the record, for those whom its classification lets read it."""
    opened, contents = _asked(request, code)
    user, version, matter = reader(request), contents.last, opened.paper.matter
    signed = {who for who, _name in contents.signed}
    if version is None or not contents.final or cannot_sign(matter, version) or any(s.pk not in signed for s in signers_of(matter, version)):
        raise Http404
    reading = Reading(matter, tokens_asked(request))
    form = FileForm(request.POST, reading, organs_for(user, matter, version), language(), version)
    if form.is_valid():
        try:
            made = file_paper(opened, user, version, base64.b64decode(contents.final), organ=form.chosen_organ,
                              given=stored_raw(reading, DOCUMENT, form.declared_given))
        except Faulty as refused:
            form.refuse(refused.errors)
        except NotEntered as refused:
            form.add_error(None, refused.says.of(language()))
        else:
            return HttpResponseRedirect(reverse("registry:document", args=[made.code]))
    return shown(request, opened, contents, 422, file_form=form)
