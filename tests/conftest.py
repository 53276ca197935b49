"""Fixtures for all tests, and what is run where."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import which

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
DATABASE_FIXTURES = frozenset(
    {"db", "transactional_db", "django_db_reset_sequences", "live_server", "admin_user"}
)

OF_ONE_DATABASE = {
    "tests/web/api/test_document.py": "what the document of the interface says",
    "tests/web/api/test_fuzz.py": "what the interface makes of nonsense; no query is other than in the tests that run on both",
    "tests/web/chambers/test_sign": "signatures of files",
    "tests/web/test_check.py": "the script behind ./test",
    "tests/web/test_court_pages.py::test_every_page_of_every_matter_opens[fr]": "the same pages in English run on both",
    "tests/web/test_door_and_pace.py": "what is refused before anything is asked",
    "tests/web/test_foundations.py": "catalogues and settings",
    "tests/web/test_frame.py": "the frame of the pages",
    "tests/web/test_growth.py::test_filing_does_no_more_on_a_longer_record": "calls of functions are counted",
    "tests/web/test_labels.py": "words in templates",
    "tests/web/test_lawbook.py": "the law, of which the database holds nothing",
    "tests/web/test_matter_pages.py::test_the_demonstration_is_entered_as_written": "the demonstration of the Court is entered on both",
    "tests/web/test_redaction_finding.py": "words and pictures of pages",
    "tests/web/test_scripts.py": "scripts and locks",
    "tests/web/test_standing_in.py": "files made of other files",
    "tests/web/test_upload_fuzz.py": "what the door makes of nonsense",
}
"""Beginnings of the names of tests that are not run again on a second database, and what they are about instead."""

# Two slow cores must not turn a property into a matter of luck: examples are counted, not timed.
settings.register_profile("curule", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", settings.get_profile("curule"), max_examples=5_000)
SOAK = os.environ.get("CURULE_SOAK") == "1"
"""Whether this is the long run (scripts/soak), in which everything is tried that ./test tries by sample."""
settings.load_profile("soak" if SOAK else "curule")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a Chromium the browser tests say so; on a second database only what touches a database and is about what it holds runs again."""
    if not found_chromium():
        lacks = pytest.mark.skip(reason="no Chromium: sudo apt-get install chromium")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(lacks)
    if os.environ.get("CURULE_ONLY_DATABASE") == "1":
        touching = [item for item in items if _is_of_both(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in touching])
        items[:] = touching


def _is_of_both(item: pytest.Item) -> bool:
    names = frozenset(getattr(item, "fixturenames", ()))
    if item.nodeid.startswith(tuple(OF_ONE_DATABASE)):
        return False
    return item.get_closest_marker("django_db") is not None or not DATABASE_FIXTURES.isdisjoint(names)


def found_chromium() -> str:
    """The browser of the system (CURULE_CHROMIUM names another); nothing where there is none."""
    names = (os.environ.get("CURULE_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := which(name))), "")


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A page shown in French in one test leaves the next one its English."""
    from django.utils import translation

    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


def _named_folder(variable: str, default: str) -> Path:
    folder = Path(os.environ.get(variable) or ROOT.parent / "shared" / default)
    if not folder.is_dir():
        message = f"{folder} does not exist; name the folder of the real files in {variable}"
        if os.environ.get(variable):
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def law_files() -> Path:
    """The folder of the real instruments (CURULE_LAW_FILES); the test is skipped where there is none."""
    return _named_folder("CURULE_LAW_FILES", "law")


@pytest.fixture(scope="session")
def case_files() -> Path:
    """The folder of real histories (CURULE_CASE_FILES); the test is skipped where there is none."""
    return _named_folder("CURULE_CASE_FILES", "cases")


@pytest.fixture
def make_user(db: None) -> Callable[..., object]:
    """``make_user("judge", "duty_judge")``: a person with these offices since 2012; ``password=`` gives a
    password.

    An office may be a triple of its code, its matter and its person code; ``tribunal=`` names another tribunal than the Mechanism.
    """
    from curule.access.models import Office, User

    def make(
        *offices: str | tuple[str, str, str], username: str = "", password: str = "", tribunal: str = "mechanism", **fields: object
    ) -> User:
        number = User.objects.count() + 1
        user = User(username=username or f"user{number}", **{"display_name": f"Person {number}", **fields})
        user.set_password(password or None)
        user.save()
        for office in offices:
            code, matter, person = (office, "", "") if isinstance(office, str) else office
            Office.objects.create(
                user=user, tribunal=tribunal, code=code, matter=matter, person_code=person, since=date(2012, 7, 1)
            )
        return user

    return make
