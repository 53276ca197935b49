"""What the tests of the portal start from."""

from __future__ import annotations

import pytest

from curule.registry.models import PageText
from tests.web.matter_samples import indicted_case, open_case
from tests.web.registry_samples import filed, person

SEALED = ("organ:prosecutor", "bench", "organ:registry")
SECRET = "Zanzibarium"


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.STORE_URL = (tmp_path / "store").as_uri()
    settings.HOME = tmp_path / "home"


@pytest.fixture
def documents(tmp_path):
    """A public notice, a confidential motion, and a case that nobody may know of."""
    matter = indicted_case()
    public = filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title="Notice of the Prosecutor")[0]
    hidden = filed(matter, person("prosecutor-one", "prosecutor"), tmp_path, title=f"{SECRET} motion", classification="confidential")[0]
    open_case("MICT-26-77", SEALED, title=f"The Prosecutor v. {SECRET}")
    PageText.objects.create(rendition=public, page=1, text="Words of the public page, para. 4 of MICT-12-25.")
    PageText.objects.create(rendition=hidden, page=1, text=f"{SECRET} stands here.")
    return public, hidden
