"""Settings, all from the environment.

Two ways to run, and the same code: *embedded* (one process, SQLite, files under ``CURULE_HOME``; for a demonstration, a small tribunal or a developer)
and *production* (PostgreSQL, behind a proxy that ends TLS). What each variable means: ``docs/reference/settings.md``.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from curule.databases import database
from curule.mail_servers import mail_server
from curule.statutes import PACKS

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent


def _is_on(name: str, default: bool = False) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "1", "true", "yes", "on", "0", "false", "no", "off"}:
        return default if not value else value in {"1", "true", "yes", "on"}
    raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0")


def _home() -> Path:
    in_checkout = (CHECKOUT / "pyproject.toml").is_file()
    return Path(os.environ.get("CURULE_HOME") or (CHECKOUT if in_checkout else Path.cwd()) / "var").absolute()


def _kept_secret(path: Path) -> str:
    """The secret key of this installation: made at the first start, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii")


def _tribunals() -> tuple[str, ...]:
    named = tuple(code.strip() for code in os.environ.get("CURULE_TRIBUNALS", "").split(",") if code.strip())
    for code in named:
        if code not in PACKS:
            raise ImproperlyConfigured(f"CURULE_TRIBUNALS names {code!r}; there are: {', '.join(PACKS)}")
    return named or tuple(code for code in PACKS if code != "model")


HOME = _home()
TRIBUNALS = _tribunals()
# Seconds that a page of the law waits for the scenarios to be run, once in the life of a process.
LAW_PATIENCE = 3.0
DATABASE_URL = os.environ.get("CURULE_DATABASE_URL") or f"sqlite:///{HOME / 'curule.sqlite3'}"
DATABASES = {"default": database(DATABASE_URL)}
EMBEDDED = _is_on("CURULE_EMBEDDED", default=DATABASE_URL.startswith("sqlite:"))
DEMO = _is_on("CURULE_DEMO")
DEBUG = _is_on("CURULE_DEBUG")
BROKER_URL = os.environ.get("CURULE_BROKER_URL", "")
SIGNING_FOLDER = Path(os.environ.get("CURULE_SIGNING_FOLDER") or HOME / "signing")
STORE_URL = os.environ.get("CURULE_STORE_URL") or (HOME / "store").as_uri()
ALLOWED_HOSTS = [
    host for host in os.environ.get("CURULE_ALLOWED_HOSTS", "").replace(" ", "").split(",") if host
]

# E-mail calls people to the portal; what it is about is read there.
SITE_URL = os.environ.get("CURULE_SITE_URL", "http://127.0.0.1:8000").rstrip("/")
MAIL_DOMAIN = urlsplit(SITE_URL).hostname or "localhost"
EMAIL_ON = bool(os.environ.get("CURULE_EMAIL_URL"))
DEFAULT_FROM_EMAIL = os.environ.get("CURULE_EMAIL_FROM", f"registry@{MAIL_DOMAIN}")
globals().update(mail_server(os.environ.get("CURULE_EMAIL_URL", "")))

if EMBEDDED:
    HOME.mkdir(parents=True, exist_ok=True)
    SECRET_KEY = os.environ.get("CURULE_SECRET_KEY") or _kept_secret(HOME / "secret-key")
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]
else:
    SECRET_KEY = os.environ.get("CURULE_SECRET_KEY", "")
    if DEMO or DEBUG:
        raise ImproperlyConfigured(
            "CURULE_DEMO=1 opens accounts without passwords, and CURULE_DEBUG=1 shows the program's inside: "
            "they are for an embedded tribunal only. Remove them."
        )
    if len(SECRET_KEY) < 50:
        raise ImproperlyConfigured(
            "CURULE_SECRET_KEY must be set in production, to 50 characters or more: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
        )
    if not ALLOWED_HOSTS:
        raise ImproperlyConfigured(
            "CURULE_ALLOWED_HOSTS must name the site in production, as in record.example.org"
        )

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # the templates of its fields, for our renderer
    "csp",
    "ninja",  # its API page then comes from our own server, as the content security policy demands
    "curule.access",
    # Its tabs stand below a matter's number, and its page of the law below an instrument: it answers before both.
    "curule.court",
    "curule.matters",
    "curule.lawbook",
    "curule.desk",
    "curule.api",
    "curule.store",
    "curule.jobs",
    "curule.registry",
    "curule.search",
    "curule.notices",
    "curule.chambers",
    "curule.hearings",
    "curule.portal",
]

MIDDLEWARE = [
    "curule.access.under_way.UnderWay",
    "curule.access.middleware.OwnAddress",
    # The browser's protections first: whatever answers below, a static file, a refusal at the door or a fault, carries them.
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "curule.access.middleware.PlainAddresses",
    "django.middleware.common.CommonMiddleware",
    "curule.access.door.Door",  # before forms are read
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "curule.access.pace.Pace",
    "curule.access.middleware.StationTime",
    "curule.access.middleware.PrivatePages",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "curule.urls"
WSGI_APPLICATION = "curule.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "curule.desk.surroundings.surroundings",
            ],
        },
    },
]

FORM_RENDERER = "curule.desk.renderers.HouseRenderer"

# Sign-in ------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["curule.access.backend.Accounts"]
LOGIN_URL = "access:sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# A working day at one desk; a shared computer forgets its reader when the browser is closed.
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "curule.desk.faults.csrf_failure"

# The browser's protections ------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        # Everything comes from this site; no inline script or style, no plug-in, no frame, no other site's
        # form.
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
BEHIND_PROXY = _is_on("CURULE_BEHIND_PROXY")
if not EMBEDDED:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    # The prefix makes the browser itself refuse a cookie set by a neighbouring site or over plain HTTP.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-curule-session", "__Host-curule-csrf"
    if BEHIND_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
else:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "curule-session", "curule-csrf"

# What is uploaded is read from the disk, never held whole in memory; forms of a person stay small.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_PERMISSIONS = 0o600
# Seconds of working time in a minute, and requests at once that last for over a second, of one person or one visitor's address in one process.
PACE = (120.0, 6)

# Languages and time -------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LANGUAGE_COOKIE_NAME = "curule-language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Files of the site itself -------------------------------------------------------------------------
STATIC_URL = "/static/"
# Embedded, the files are served from the package as they lie; in production `curule manage collectstatic`
# gathers them under names that change with their content, so that browsers may keep them for ever.
STATIC_ROOT = None if EMBEDDED else HOME / "static"
WHITENOISE_USE_FINDERS = EMBEDDED
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 60
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if EMBEDDED
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{", **({} if DEBUG else {"()": "curule.quiet_log.QuietLine"})}},
    "filters": {"patterns": {"()": "curule.quiet_log.PatternsOnly"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": [] if DEBUG else ["patterns"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "curule": {"level": "INFO"},
        # Django's own handler writes each fault a second time, and posts it to nobody.
        "django": {"handlers": [], "propagate": True},
    },
}
