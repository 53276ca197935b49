"""Every path out, every classification, every role: what may not be seen changes not one byte of any answer.

For each classification a document with a word of its own is filed. Before and after, every role asks every path. Whoever may see the document finds its word
where the path shows such things; for everybody else the answer after is, byte for byte, the answer before: no list, count, number, clock,
hit, snippet, feed, export or message can tell that something was filed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve
from django.utils import timezone

from curule.access.audiences import may_see, tokens_of
from curule.access.models import User
from curule.jobs.running import run_due
from curule.matters.models import Matter
from curule.notices.views import service
from curule.registry.models import Rendition, Submission
from curule.search.upkeep import catch_up
from tests.web.matter_samples import open_case
from tests.web.registry_samples import filed, pdf, person

pytestmark = pytest.mark.django_db
NUMBER = "MICT-26-1"
CHANGING = [re.compile(p) for p in (r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"\w+"', r'name="key" value="\w+"')]

CLASSES: dict[str, dict[str, object]] = {
    "confidential": {"classification": "confidential"},
    "strictly confidential": {"classification": "strictly_confidential"},
    "ex parte": {"classification": "ex_parte"},
    "ex parte, one addressee": {"classification": "ex_parte", "addressees": ["person:C01"]},
    "under seal": {"classification": "under_seal"},
    "under seal until an act": {"classification": "under_seal", "unsealed_by": "assign_single_judge"},
    # The last: what the public sees of it would cover the traces of those that follow.
    "public": {"classification": "public"},
}
SECOND_DATABASE = os.environ.get("CURULE_ONLY_DATABASE") == "1"
FEWER = ("visitor", "prosecutor", "counsel", "counsel of a co-accused", "registrar", "registry officer", "registry officer of the other tribunal",
         "superuser without an office")
if SECOND_DATABASE:
    # The second database answers the same questions for the classes and roles that differ most; the whole runs on the first.
    CLASSES = {name: CLASSES[name] for name in ("confidential", "ex parte, one addressee", "under seal")}
SHOWING = (
    "/matters/{number}/", "/matters/{number}/record.csv", "/api/matters/{number}/record", "/api/matters/{number}/documents",
    "/matters/{number}/?q={word}", "/api/search?q={word}",
    "/search/?q={word}", "/search.json?q={word}", "/search.csv?q={word}", "/search/?q=Zirkonwo*", "/search/?q=title:{word}",
    "/search/?q={word}&sort=newest",
)
"""Paths that list a matter's documents to whoever sees them."""
OPEN = (
    "/public/", "/public/feed.atom", "/public/cases/", "/public/cases/{number}/", "/public/cases/{number}/feed.atom", "/public/cases/{number}/data.jsonld",
    "/public/documents/", "/public/documents/?type=motion&language=en", "/public/cases/{number}/documents/", "/sitemap.xml", "/sitemap-pages.xml",
    "/sitemaps/{number}.xml", "/public/statistics/publication/", "/public/decisions/", "/public/calendar/", "/public/statistics/",
    "/public/press/", "/open-data/", "/open-data/v1/documents", "/open-data/v1/cases",
    "/open-data/v1/cases/{number}", "/open-data/v1/cases/{number}/entries",
)
"""Paths of the public portal: only what everybody may see, whoever asks."""
QUIET = (
    "/", "/matters/", "/matters.csv", "/matters/{number}/people/", "/matters/{number}/about/", "/matters/{number}/about.json",
    "/matters/{number}/?organ=prosecutor", "/matters/{number}/?order=oldest", "/matters/{number}/acts/file_document/why/",
    "/matters/{number}/acts/extend_time_limit/why/", "/matters/{number}/entries/2/", "/matters/{number}/entries/3/", "/matters/{number}/entries/9/",
    "/matters/{number}/entries/2/service/", "/matters/{number}/file/", "/matters/{number}/calendar.ics", "/matters/{number}/rights/", "/api/matters",
    "/api/matters/{number}", "/api/matters/{number}/next", "/api/matters/{number}/clocks", "/api/matters/{number}/record?start=2", "/inbox/",
    "/inbox/?view=unread", "/filings/?view=sent", "/calendar/", "/calendar.ics", "/judges/", "/search/?q=Zirkonwort", "/search/?q=type:motion",
    "/search/saved/", "/chambers/", "/jobs/", "/jobs/?state=done", "/jobs/lines/", "/filings/oversight/", "/chambers/matters/{number}/",
    "/matters/{number}/timeline/", "/matters/{number}/timeline.csv", "/matters/{number}/jurisdiction/", "/matters/{number}/ballots/",
    "/matters/{number}/admissibility/", "/matters/{number}/bench/", "/matters/{number}/entries/2/service.pdf", "/matters/{number}/acts/extend_time_limit/",
    "/matters/{number}/file/file_translation/", "/matters/open/", "/matters/open/mechanism/case/", "/api/matters/{number}/timeline",
    "/api/matters/{number}/ballots", "/api/matters/{number}/entries/2", "/api/matters/{number}/entries/9", "/api/matters/{number}/rights", "/api/desk",
    "/api/search?q=Zirkonwort", "/api/verify", "/api/verify/{number}", "/api/judges", "/law/search?q={word}", "/api/search/law?q={word}", *OPEN,
)
"""Everything else that answers somebody."""
DIRECT = ("/documents/{code}/", "/documents/{code}/file", "/documents/{code}/pages/1/page.png", "/documents/{code}/pages/1/thumbnail.png",
          "/documents/{code}/play", "/documents/{code}/?q=words", "/documents/{code}/redact/", "/documents/{code}/redact/public.pdf",
          "/documents/{code}/redact/filed/1.png", "/public/documents/{code}/",
          "/documents/{code}/pages/0/page.png", "/documents/{code}/redact/progress/", "/documents/{code}/redact/find/",
          "/documents/{code}/redact/place/1.png?box=1,1,9,9",
          "/documents/{code}/signatures/", "/public/documents/{code}/signatures/",
          "/public/documents/{code}/data.jsonld",
          "/open-data/v1/documents/{code}")
"""Addresses of one document: whoever may not see it is answered as with a code that was never given."""


SENT = ("/filings/{code}/", "/api/filings/{code}", "/filings/{code}/files/0/", "/filings/{code}/files/0/file", "/filings/{code}/files/0/pages/1.png",
        "/filings/{code}/files/0/play")
"""Addresses of what was sent to be filed: for its filer and for those of the Registry who may see it."""


def exists(path: str) -> bool:
    """Whether the site has such an address."""
    try:
        resolve(path.partition("?")[0])
    except Resolver404:
        return False
    return True


@pytest.fixture
def roles(settings, tmp_path, monkeypatch) -> dict[str, User | None]:
    """One person for each office, and those who hold none. Certificates of service say when they were made: here always at the same moment."""
    made_at = timezone.now()
    monkeypatch.setattr(service, "timezone", SimpleNamespace(now=lambda: made_at))
    settings.STORE_URL = (tmp_path / "store").as_uri()
    held = {
        "visitor": None, "reader": person("m-reader", "public"), "president": person("m-president", "president", person_code="J01"),
        "judge": person("m-judge", "judge", person_code="J02"), "legal officer": person("m-legal", "legal_officer"),
        "prosecutor": person("m-prosecutor", "prosecutor"), "counsel": person("m-counsel", "defence", NUMBER, "C01"),
        "counsel of a co-accused": person("m-counsel-2", "defence", NUMBER, "C02"),
        "counsel of another case": person("m-counsel-3", "defence", "MICT-26-2", "C03"),
        "registrar": person("m-registrar", "registrar"), "registry officer": person("m-officer", "registry_officer"),
        "witness support": person("m-witness", "witness_support"), "archivist": person("m-archivist", "archivist"),
        "State's authority": person("m-state", "national_authority", NUMBER, "state-XAA"),
        "registry officer of the other tribunal": person("m-rome", "registry_officer", tribunal="rome"),
        "prosecutor of the other tribunal": person("m-rome-2", "prosecutor", tribunal="rome"),
    }
    held["superuser without an office"] = User.objects.create_superuser("m-super", password=None, display_name="Super")
    return {name: held[name] for name in FEWER} if SECOND_DATABASE else held


def clients(roles: dict[str, User | None]) -> dict[str, Client]:
    made = {}
    for name, user in roles.items():
        made[name] = Client()
        if user is not None:
            made[name].force_login(user)
    return made


def body(client: Client, path: str) -> bytes:
    """Status and content, without what changes with each request."""
    answer = client.get(path)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = content.decode("utf-8", "replace")
    for pattern in CHANGING:
        text = pattern.sub("", text)
    return f"{answer.status_code} {answer.get('Location', '')}\n{text}".encode()


def paths(templates: tuple[str, ...], **names: str) -> Iterator[str]:
    for template in templates:
        path = template.format(**names)
        if exists(path):
            yield path


COMMON = "Zirkonword"
"""A word of every document that is filed here: what a search asks for, so that each answer can be compared with the one before."""


class Matrix:
    """What each role was answered last on each path, and what was found to differ."""

    def __init__(self, roles: dict[str, User | None]) -> None:
        self.roles, self.browsers = roles, clients(roles)
        self.paths = [*paths(SHOWING, number=NUMBER, word=COMMON), *paths(QUIET, number=NUMBER, word=COMMON)]
        self.showing = frozenset(paths(SHOWING, number=NUMBER, word=COMMON))
        self.last: dict[tuple[str, str], bytes] = {}
        self.asked = 0
        self.differences: list[str] = []

    def ask(self, role: str, path: str) -> bytes:
        self.asked += 1
        return body(self.browsers[role], path)

    def prepare(self, role: str) -> None:
        """What a role is answered now, where that is not known from the time before."""
        for path in self.paths:
            if (role, path) not in self.last:
                self.last[role, path] = self.ask(role, path)

    def entitled(self, role: str, name: str, word: str, made: Rendition) -> None:
        """Whoever may see it finds it where documents are shown."""
        self.last = {asked: answer for asked, answer in self.last.items() if asked[0] != role}
        for path in self.paths:
            if path in self.showing and word.encode() not in self.ask(role, path):
                self.differences.append(f"{name}: {role} may see it, {path} does not show it")
        if self.ask(role, f"/documents/{made.code}/").startswith(b"404"):
            self.differences.append(f"{name}: {role} may see it, its page is not found")
        for path in paths(OPEN, number=NUMBER, word=COMMON):
            if name != "public" and word.encode() in self.ask(role, path):
                self.differences.append(f"{name}: {path} shows it to {role} as if it were public")

    def never(self, role: str, address: str) -> bytes:
        """What a role is answered on a code that was never given: asked once, for what is hidden changes nothing for it either."""
        if (role, address) not in self.last:
            self.last[role, address] = self.ask(role, address).replace(b"0" * 20, b"")
        return self.last[role, address]

    def hidden(self, role: str, name: str, made: Rendition) -> None:
        """For everybody else not one byte has changed, and its addresses are those of nothing."""
        for path in self.paths:
            if self.ask(role, path) != self.last[role, path]:
                self.differences.append(f"{name}: {role} may not see it, {path} changed")
        sent = Submission.objects.get(entry=made.entry).code
        for address, code in [*((a, made.code) for a in paths(DIRECT, code=made.code)), *((a, sent) for a in paths(SENT, code=sent))]:
            if self.ask(role, address).replace(code.encode(), b"") != self.never(role, address.replace(code, "0" * 20)):
                self.differences.append(f"{name}: {role} may not see it, {address.replace(code, '…')} can be told apart")


def settle() -> None:
    """Do what follows a filing in the background: text, stamp, images, index."""
    run_due()
    catch_up()


def test_what_may_not_be_seen_changes_nothing(roles, tmp_path, capsys, django_capture_on_commit_callbacks):
    """Paths × classifications × roles: 0 differences."""
    matter = open_case(NUMBER)
    open_case("MICT-26-2")
    matrix, unseen = Matrix(roles), {name: expected_blind(name, roles) for name in CLASSES}
    for n, (name, given) in enumerate(CLASSES.items()):
        for role in unseen[name]:
            matrix.prepare(role)
        word = f"Zirkon{n}word"
        with django_capture_on_commit_callbacks(execute=True):
            made = filed(matter, roles["prosecutor"], tmp_path, pdf(f"The text says {COMMON} {word} here"), title=f"Motion {COMMON} {word}",
                         officer=roles["registrar"], **given)[0]
        settle()
        audience = frozenset(made.entry.audience.values_list("token", flat=True))
        for role, user in roles.items():
            sees = may_see(tokens_of(user), audience)
            assert sees == (role not in unseen[name]), (name, role)
            if sees:
                matrix.entitled(role, name, word, made)
            else:
                matrix.hidden(role, name, made)
    with capsys.disabled():
        n_paths = len(matrix.paths) + len(list(paths(DIRECT, code="0")))
        print(f"\naccess matrix: {n_paths} paths × {len(CLASSES)} classifications × {len(roles)} roles, {matrix.asked} answers, "  # noqa: T201
              f"{len(matrix.differences)} differences")
    assert matrix.differences == []


def expected_blind(name: str, roles: dict[str, User | None]) -> frozenset[str]:
    """Who must not see a document of a classification: written out here, so that the test does not ask the code that it tests."""
    bench, parties = {"president", "judge", "legal officer"}, {"prosecutor", "counsel", "counsel of a co-accused"}
    readers = {
        "public": set(roles),
        "confidential": bench | parties | {"registrar", "registry officer"},
        "strictly confidential": bench | parties | {"registrar"},
        "ex parte": bench | {"prosecutor", "registrar", "registry officer"},
        "ex parte, one addressee": bench | {"prosecutor", "counsel", "registrar", "registry officer"},
        "under seal": bench | {"prosecutor", "registrar"},
        "under seal until an act": bench | {"prosecutor", "registrar"},
    }
    return frozenset(roles) - readers[name]


def test_not_found_and_not_yours_ask_as_much_of_the_database(roles, tmp_path):
    """The questions to the database are the same for a code that is hidden and one that was never given: time tells nothing either."""
    open_case(NUMBER)
    hidden = filed(Matter.objects.get(number=NUMBER), roles["prosecutor"], tmp_path, classification="under_seal", officer=roles["registrar"])[0]
    counts = {}
    for code in (hidden.code, "0" * 20):
        for path in paths(DIRECT, code=code):
            browser = Client()
            browser.force_login(roles["counsel"])
            browser.get(path)
            with CaptureQueriesContext(connection) as found:
                assert browser.get(path).status_code in (404, 302)
            counts.setdefault(path.replace(code, ""), []).append(len(found))
    assert all(len(set(pair)) == 1 for pair in counts.values()), counts
    assert Rendition.objects.count() == 1
