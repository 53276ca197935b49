"""Signing in and out, the office acted in, and the language."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from curule.access.forms import SignInForm
from curule.access.models import User
from curule.access.offices import pack_of, spoken
from curule.access.seat import take_seat

_BACKEND = "curule.access.backend.Accounts"


def _way_back(request: HttpRequest) -> str:
    """Where the form asked to return to, if that is a page of this site; the desk otherwise."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else settings.LOGIN_REDIRECT_URL


def _speak(response: HttpResponse, language: str) -> HttpResponse:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    return response


def _enter(request: HttpRequest, user: User) -> HttpResponse:
    login(request, user, backend=_BACKEND)
    return _speak(HttpResponseRedirect(_way_back(request)), user.language)


def _demo_tribunals() -> list[tuple[str, list[User]]]:
    """The demonstration accounts by the name of their tribunal, of those tribunals that are hosted here."""
    found: dict[str, list[User]] = {code: [] for code in settings.TRIBUNALS}
    for account in User.objects.filter(is_demo=True).prefetch_related("offices").order_by("pk"):
        first = next(iter(account.offices.all()), None)
        if first is not None and first.tribunal in found:
            found[first.tribunal].append(account)
    named = ((pack_of(code), accounts) for code, accounts in found.items() if accounts)
    return [(pack.name.of(spoken()), accounts) for pack, accounts in named if pack is not None]


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page; in a demonstration it lists the demonstration accounts too."""
    if request.method == "GET" and request.user.is_authenticated:
        return redirect(_way_back(request))
    form = SignInForm(request, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and form.user is not None:
        return _enter(request, form.user)
    page = {"form": form, "demo_tribunals": _demo_tribunals() if settings.DEMO else [], "next": _way_back(request)}
    # 422, as for every form that was sent back: htmx and machines can tell it from success.
    return render(request, "access/sign_in.html", page, status=422 if form.is_bound else 200)


@never_cache
@require_POST
def demo_sign_in(request: HttpRequest, username: str) -> HttpResponse:
    """Sign in to a demonstration account with one click; where there is no demonstration there is no such
    page.
    """
    if not settings.DEMO:
        raise Http404
    return _enter(request, get_object_or_404(User, username=username, is_demo=True, is_active=True))


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@require_POST
def choose_office(request: HttpRequest) -> HttpResponse:
    """Act in another of the offices held today."""
    wanted = request.POST.get("office", "")
    if not wanted.isdecimal() or len(wanted) > 18 or take_seat(request, int(wanted)) is None:
        raise Http404
    return redirect(_way_back(request))


@csrf_exempt  # the cookie of the protection would be one more thing kept of every visitor; a language that another site chose harms nobody
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Show the same page in the other language, and remember it: in a cookie, and for the person who is
    signed in.
    """
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise Http404
    user = request.user
    if isinstance(user, User) and user.language != language:
        user.language = language
        user.save(update_fields=["language"])
    return _speak(HttpResponseRedirect(_way_back(request)), language)
