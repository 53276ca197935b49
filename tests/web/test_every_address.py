"""Every address of the site is asked by the access matrix, or stands here with the reason why it need not be. Whoever adds an address decides which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import Resolver404, get_resolver, resolve

from tests.web.test_access_matrix import DIRECT, QUIET, SENT, SHOWING

LAW = "the law library, the same for everybody: no record is read"
PERSON = "the person's own account, the office acted in, the language: no record is read"
CHANGES = "takes POST alone; what it changes is looked up through the page that the matrix asks, and tests of its part try it as others"
CHAMBERS = "for the members of a paper alone, by keys: tests/web/chambers asks it as everybody else"
PRESS = "written for the public by a Registry; names public cases alone (tests/web/portal/test_measures.py)"
ELSEWHERE = "has a code of its own, which the matrix cannot guess beforehand: "

REASONS = {
    "sign-in/": PERSON, "sign-in/demo/<slug:username>/": PERSON, "sign-out/": PERSON, "office/": PERSON, "language/": PERSON, "api/me": PERSON,
    "api/tokens": PERSON, "api/tokens/<int:token>": "the person's own tokens; another's number is not found (tests/web/api/test_signing_in.py)",
    "signing-authorities.pem": "the public certificates of the authorities that are trusted here, the same for everybody",
    "styleguide/": "invented specimens of the design", "robots.txt": "the same lines for everybody",
    "law/rome/jurisdiction": "asked of the public registers of States alone (tests/web/test_court_pages.py)",
    "law/rome/jurisdiction.csv": "asked of the public registers of States alone (tests/web/test_court_pages.py)",
    "api/law/rome/states": "the public registers of States", "api/law/rome/jurisdiction": "the public registers of States",
    "law/": LAW, "law/import": LAW, "law/acts/<slug:pack>": LAW, "law/acts/<slug:pack>/<slug:act>": LAW, "law/charts/<slug:pack>/<slug:kind>": LAW,
    "law/charts/<slug:pack>/<slug:kind>.mmd": LAW, r"^law/(?P<instrument>[a-z][a-z0-9]*)\.csv$": LAW, r"^law/(?P<instrument>[a-z][a-z0-9]*)\.json$": LAW,
    r"^law/(?P<instrument>[a-z][a-z0-9]*)$": LAW, r"^law/(?P<instrument>[a-z][a-z0-9]*)/(?P<article>[A-Za-z0-9]+)\.json$": LAW,
    r"^law/(?P<instrument>[a-z][a-z0-9]*)/(?P<article>[A-Za-z0-9]+)$": LAW, "api/law": LAW, "api/law/texts": LAW, "api/law/<tribunal>": LAW,
    "api/law/<tribunal>/texts/<provision>": LAW, "api/law/<tribunal>/acts": LAW, "api/law/<tribunal>/acts/<act>": LAW, "api/law/<tribunal>/articles": LAW,
    "api/law/<tribunal>/articles/<provision>": LAW, "api/law/<tribunal>/rules": LAW, "api/law/<tribunal>/explain": LAW,
    "api/law/<tribunal>/scenarios": LAW, "api/law/<tribunal>/coverage": LAW, "api/law/<tribunal>/readings": LAW, "api/law/<tribunal>/figures": LAW,
    "api/law/<tribunal>/chart/<kind>": LAW,
    "api/": "the root of the interface: an address and nothing else", "api/openapi.json": "the description of the interface, the same for everybody",
    "open-data/v1/": "the root of the interface: an address and nothing else", "open-data/v1/openapi.json": "the same for everybody",
    "api/matters/<number:number>/ask": "POST; asks the law on the reading that GET /next of the matrix shows",
    "api/matters/<number:number>/filings": CHANGES, "api/filings/<code>/accept": CHANGES, "api/filings/<code>/return": CHANGES,
    "api/matters/<number:number>/acts/<act>": CHANGES, "api/matters/<number:number>/benches": "POST; proposes judges from the public roll to Chambers",
    "jobs/<slug:code>/again/": CHANGES, "search/saved/keep/": CHANGES, "search/saved/<slug:code>/read/": CHANGES,
    "search/saved/<slug:code>/forget/": CHANGES, "matters/<number:number>/acts/<slug:code>/draft/": CHANGES,
    "search/saved/<slug:code>/tell/": CHANGES, "calendar/own/": CHANGES, "calendar/own/stop/": CHANGES,
    "inbox/<slug:code>/": ELSEWHERE + "tests/web/test_notices.py and test_hidden_counters.py",
    "calendar/own/<str:secret>.ics": ELSEWHERE + "tests/web/test_hearings.py; it shows what /calendar/ shows its person",
    "chambers/open/": CHAMBERS, "chambers/lock/": CHAMBERS, "chambers/key/": CHAMBERS, "chambers/matters/<number:number>/begin/": CHAMBERS,
    "chambers/matters/<number:number>/assign/": CHAMBERS, "chambers/papers/<slug:code>/": CHAMBERS, "chambers/papers/<slug:code>/edit/": CHAMBERS,
    "chambers/papers/<slug:code>/compare/": CHAMBERS, "chambers/papers/<slug:code>/print.pdf": CHAMBERS, "chambers/papers/<slug:code>/comment/": CHAMBERS,
    "chambers/papers/<slug:code>/vote/": CHAMBERS, "chambers/papers/<slug:code>/opinion/": CHAMBERS, "chambers/papers/<slug:code>/admit/": CHAMBERS,
    "chambers/papers/<slug:code>/sign/": CHAMBERS, "chambers/papers/<slug:code>/withdraw/": CHAMBERS, "chambers/papers/<slug:code>/file/": CHAMBERS,
    "public/press/feed.atom": PRESS, "public/press/new/": PRESS, "public/press/<slug:code>/": PRESS, "public/press/<slug:code>/withdraw/": PRESS,
    "open-data/v1/press": PRESS,
    "ecli/<str:written>/": "leads to /public/documents/ of the matrix, for public documents alone (tests/web/portal/test_pages.py)",
    "open-data/files/<str:name>": ELSEWHERE + "tests/web/portal/test_data.py; withdrawn with the first document that is closed",
    r"^matters/(?P<written>[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)+)/$": "looks nothing up: brought to the address of the matrix, whether or not there is one",
}


def routes(patterns: list[Any], before: str = "") -> Iterator[str]:
    """Every address pattern of the site, those of the interfaces among them."""
    for pattern in patterns:
        here = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns, here)
        else:
            yield here


def asked_by_the_matrix() -> set[str]:
    """The patterns of the addresses that the matrix asks."""
    found = set()
    for template in (*SHOWING, *QUIET, *DIRECT, *SENT):
        path = template.format(number="MICT-26-1", word="word", code="0" * 20).partition("?")[0]
        found.add(resolve(path).route)
    return found


def test_every_address_is_in_the_matrix_or_has_a_reason() -> None:
    """An address in neither would be a way out that nobody has looked at."""
    unseen = set(routes(get_resolver().url_patterns)) - asked_by_the_matrix() - set(REASONS)
    assert not unseen, f"ask them in tests/web/test_access_matrix.py, or say here why not: {sorted(unseen)}"


def test_the_reasons_are_of_addresses_that_exist() -> None:
    """A reason for an address that is gone, or that the matrix asks, is taken out."""
    assert not set(REASONS) - set(routes(get_resolver().url_patterns))
    assert not set(REASONS) & asked_by_the_matrix()


def test_every_path_of_the_matrix_is_an_address() -> None:
    """A path that leads nowhere would be compared with itself and prove nothing."""
    for template in (*SHOWING, *QUIET, *DIRECT, *SENT):
        path = template.format(number="MICT-26-1", word="word", code="0" * 20).partition("?")[0]
        try:
            resolve(path)
        except Resolver404:
            raise AssertionError(f"{path} is no address of the site") from None
