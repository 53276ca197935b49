"""What members do with a paper: comment, vote, give an opinion, admit, sign, withdraw, file."""

from __future__ import annotations

from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from curule.access.models import User
from curule.chambers.filing import file_paper, organs_for
from curule.chambers.forms import CommentForm, FileForm, OpinionForm, SignForm, WithdrawForm
from curule.chambers.models import Paper
from curule.chambers.papers import Overtaken, admit
from curule.chambers.signing import signer_of
from curule.chambers.standing import Standing, standing_of
from curule.chambers.views.guarding import guarded, paper_asked, reader
from curule.chambers.views.papers import shown
from curule.matters.entering import stored_raw
from curule.matters.phrases import language
from curule.matters.pipeline import Faulty, NotEntered
from curule.matters.reading import Reading
from curule.matters.views.asked import tokens_asked
from curule.pages.signature import KeyRefused, Signer
from curule.statutes.court_record.filings import DOCUMENT

__all__ = ["admit_member", "comment", "file_it", "opinion", "sign_paper", "vote", "withdraw"]


def _asked(request: HttpRequest, code: str, *, judge: bool = False) -> Standing:
    """The paper, neither filed nor withdrawn; for a judge of its bench where that is needed."""
    standing = standing_of(paper_asked(request, code))
    if standing.contents.is_closed or (judge and standing.opened.bench is None):
        raise Http404
    return standing


def _back(code: str, part: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("chambers:paper", args=[code]) + f"#{part}")


@guarded
@require_POST
def comment(request: HttpRequest, code: str) -> HttpResponse:
    """Remark on the last version."""
    standing = _asked(request, code)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return shown(request, standing, 422, comment_form=form)
    standing.opened.put({"what": "comment", "text": form.cleaned_data["text"], "version": standing.version.number})
    return _back(code, "comments")


@guarded
@require_POST
def vote(request: HttpRequest, code: str) -> HttpResponse:
    """A judge votes on one point of the disposition; a later vote replaces it."""
    standing = _asked(request, code, judge=True)
    points = standing.version.dispositions
    place, choice = request.POST.get("point", ""), request.POST.get("choice")
    if not place.isdecimal() or len(place) > 4 or not 0 < int(place) <= len(points) or choice not in ("for", "against"):
        raise Http404
    standing.opened.put({"what": "vote", "disposition": points[int(place) - 1], "in_favour": choice == "for"}, of_bench=True)
    return _back(code, "votes")


@guarded
@require_POST
def opinion(request: HttpRequest, code: str) -> HttpResponse:
    """A judge writes a separate or dissenting opinion; nobody else writes in it."""
    standing = _asked(request, code, judge=True)
    form = OpinionForm(request.POST, language(), prefix="opinion")
    if not form.is_valid():
        return shown(request, standing, 422, opinion_form=form)
    standing.opened.put({"what": "opinion", "kind": form.cleaned_data["kind"], "text": form.cleaned_data["text"].replace("\r\n", "\n")})
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
    """Sign with one's own key what waits for one's signature: the last version, one's own opinion. A later change of the text gives it up."""
    standing, user = _asked(request, code, judge=True), reader(request)
    if not standing.waits_for(user):
        raise Http404
    form = SignForm(request.POST, prefix="sign")
    if form.is_valid():
        try:
            signer = signer_of(user, form.cleaned_data["passphrase"])
            _sign_all(standing, user, signer)
        except KeyRefused as refused:
            form.add_error("passphrase", refused.says.of(language()))
        except Overtaken:
            standing = _read_again(request, code, form)
        else:
            return _back(code, "signatures")
    return shown(request, standing, 422, sign_form=form)


def _sign_all(standing: Standing, user: User, signer: Signer) -> None:
    """Every part that waits for this person: together, or none."""
    with transaction.atomic():
        for part in standing.waits_for(user):
            standing.sign(user, signer, part)
            standing.contents.seen += 1


def _read_again(request: HttpRequest, code: str, form: Form) -> Standing:
    """The paper as it is by now, for a form that was filled in on an earlier state of it."""
    form.add_error(None, _("Something was added to this paper while you had it open. Look at it again below; then repeat."))
    return standing_of(paper_asked(request, code))


@guarded
@require_POST
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """A judge of the bench puts the paper away without filing it, or takes it up again; signatures are given up."""
    standing = standing_of(paper_asked(request, code))
    if standing.contents.filed or standing.opened.bench is None:
        raise Http404
    paper = standing.opened.paper
    if standing.contents.withdrawn:
        with transaction.atomic():
            standing.opened.put({"what": "reopened"})
            Paper.objects.filter(pk=paper.pk, filed_at=None).update(withdrawn_at=None)
        return _back(code, "main")
    form = WithdrawForm(request.POST, prefix="withdraw")
    if not form.is_valid():
        return shown(request, standing, 422, withdraw_form=form)
    with transaction.atomic():
        # Against an act that files it at the same moment: whoever comes second finds the paper changed.
        item = standing.opened.put({"what": "withdrawn", "why": form.cleaned_data["why"]}, after=standing.contents.seen)
        Paper.objects.filter(pk=paper.pk, filed_at=None).update(withdrawn_at=item.at)
    return _back(code, "main")


@guarded
@require_POST
def file_it(request: HttpRequest, code: str) -> HttpResponse:
    """File what was signed: from then on it is on the record, for those whom its classification lets read it."""
    standing, user = _asked(request, code), reader(request)
    if not standing.is_signed:
        raise Http404
    reading = Reading(standing.matter, tokens_asked(request))
    form = FileForm(request.POST, reading, organs_for(user, standing.matter, standing.version), language(), standing.version)
    if form.is_valid():
        try:
            made = file_paper(standing, user, organ=form.chosen_organ, given=stored_raw(reading, DOCUMENT, form.declared_given))
        except Faulty as refused:
            form.refuse(refused.errors)
        except NotEntered as refused:
            form.add_error(None, refused.says.of(language()))
        except Overtaken:
            standing = _read_again(request, code, form)
        else:
            return HttpResponseRedirect(reverse("registry:document", args=[made.code]))
    return shown(request, standing, 422, file_form=form)
