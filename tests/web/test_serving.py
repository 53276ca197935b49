"""The server brings the tribunal up to date before it opens."""

from __future__ import annotations

import pytest

from curule.cli.serve import _derive_anew
from curule.matters.models import Clock, Projection
from curule.portal.models import PublicSummary
from tests.web.matter_samples import indicted_case

pytestmark = pytest.mark.django_db


def test_after_a_migration_what_is_derived_is_made_anew():
    """Tables that a new version adds are empty: they are filled from the records, so that no public list is missing what it had."""
    matter = indicted_case("MICT-26-1")
    before = Clock.objects.filter(matter=matter).count()
    assert before
    for model in (PublicSummary, Projection, Clock):
        model.objects.all().delete()
    _derive_anew()
    assert PublicSummary.objects.filter(matter=matter).exists()
    assert Projection.objects.get(matter=matter).head == matter.head
    assert Clock.objects.filter(matter=matter).count() == before


def test_an_empty_tribunal_has_nothing_to_derive(capsys):
    """The first start says nothing of records."""
    _derive_anew()
    assert "Deriving" not in capsys.readouterr().err
