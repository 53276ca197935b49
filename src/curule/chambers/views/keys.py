"""The way in: a key, its passphrase, the matters on whose bench one sits."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from curule.access import throttle
from curule.access.models import User
from curule.chambers.bench import matters_of, members_of
from curule.chambers.forms import KeyForm, UnlockForm
from curule.chambers.models import ChambersKey, Paper
from curule.chambers.sealing import NotOpened, fingerprint
from curule.chambers.signing import DEMO_PASSPHRASE, ensure_demo_key
from curule.chambers.unlocking import lock, make_key, private_key_of, unlock
from curule.chambers.views.guarding import guarded, reader
from curule.matters.models import Matter

__all__ = ["home", "key", "lock_up", "open_up"]


@guarded
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The Chambers: locked, with the form that opens them; open, with the matters on whose bench the reader sits."""
    return _home(request, UnlockForm(), 200)


def _home(request: HttpRequest, form: UnlockForm, status: int) -> HttpResponse:
    user = reader(request)
    rooms = matters_of(user)
    if settings.DEMO:
        _prepare_demonstration(user, rooms)
    mine = ChambersKey.objects.filter(user=user).first()
    lines = [(matter, Paper.objects.filter(matter=matter, filed_at=None, withdrawn_at=None).count()) for matter in rooms]
    return render(request, "chambers/home.html", {
        "rooms": lines, "key": mine, "signs": fingerprint(bytes(mine.public)) if mine else "", "is_open": private_key_of(request) is not None, "form": form,
        "next": request.GET.get("next", request.POST.get("next", "")), "demo_passphrase": DEMO_PASSPHRASE if settings.DEMO and user.is_demo else "",
    }, status=status)


def _prepare_demonstration(user: User, rooms: Sequence[Matter]) -> None:
    """In a demonstration the invented people of a bench have their keys from the start, under the passphrase that the page shows."""
    for member in {user, *(member for matter in rooms for member in members_of(matter))}:
        if member.is_demo:
            if not ChambersKey.objects.filter(user=member).exists():
                make_key(member, DEMO_PASSPHRASE)
            ensure_demo_key(member)


@guarded
@require_POST
def open_up(request: HttpRequest) -> HttpResponse:
    """Open the Chambers for this session; wrong passphrases are slowed down like wrong passwords."""
    user, form = reader(request), UnlockForm(request.POST)
    account, address = f"chambers:{user.username}"[:60], request.META.get("REMOTE_ADDR", "")
    if throttle.waiting_time(account, address) is not None:
        form.add_error(None, _("Too many failed attempts. Wait a little, then try again."))
    elif form.is_valid():
        wanted = request.POST.get("next", "")
        safe = wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/chambers/") else reverse("chambers:home")
        response = HttpResponseRedirect(safe)
        try:
            unlock(request, response, form.cleaned_data["passphrase"])
        except NotOpened:
            throttle.record_failure(account, address)
            form.add_error("passphrase", _("This passphrase does not open your key. Capital letters count."))
        else:
            throttle.forget_failures(account, address)
            return response
    return _home(request, form, 422)


@guarded
@require_POST
def lock_up(request: HttpRequest) -> HttpResponse:
    """Close the Chambers for this session."""
    response = HttpResponseRedirect(reverse("chambers:home"))
    lock(request.session, response)
    return response


@guarded
@require_http_methods(["GET", "POST"])
def key(request: HttpRequest) -> HttpResponse:
    """Make one's key, or a new one when the passphrase is lost; then the papers open again once a colleague has admitted the new key."""
    user, form = reader(request), KeyForm(request.POST or None)
    has = ChambersKey.objects.filter(user=user).exists()
    if request.method == "POST" and form.is_valid() and (not has or request.POST.get("confirmed") == "yes"):
        made = make_key(user, form.cleaned_data["passphrase"])
        return render(request, "chambers/key_made.html", {"signs": fingerprint(bytes(made.public))})
    return render(request, "chambers/key.html", {"form": form, "has": has}, status=422 if request.method == "POST" else 200)
