"""Rows of documents that an earlier version wrote: what it left out is made anew when records are derived anew."""

from __future__ import annotations

import pytest

from curule.jobs.models import Job
from curule.jobs.running import run_due
from curule.matters.projections import rebuild
from curule.registry.models import Document, PageWords, Rendition
from tests.web.registry_samples import filed, pdf
from tests.web.test_standing_in import letter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_store")]


def test_what_an_earlier_version_left_out_is_made_anew(case, prosecutor, tmp_path):
    """Places of words, the ending of an annex, the pages that stand for a letter; a second time there is nothing to do."""
    filed(case, prosecutor, tmp_path, pdf("A motion with words"), pdf("An annex"))
    office = filed(case, prosecutor, tmp_path, letter(), names=["letter.docx"], title="Letter")[0]
    run_due()
    office.refresh_from_db()
    assert office.body_path.endswith("-body-2.pdf")
    ending = Document.objects.get(document_type="annex").ending
    assert ending == " annex 1"
    PageWords.objects.all().delete()
    Document.objects.update(ending="")
    Rendition.objects.filter(pk=office.pk).update(body_path=office.body_path.replace("-body-2.pdf", "-body.pdf"))
    assert rebuild(case) == []
    assert Document.objects.get(document_type="annex").ending == ending
    assert office.served_path, "readers get what is there until then"
    run_due()
    assert {words.rendition.media_type for words in PageWords.objects.all()} == {"application/pdf"}
    assert PageWords.objects.count() == 2
    office.refresh_from_db()
    assert office.body_path.endswith("-body-2.pdf")
    jobs = Job.objects.count()
    rebuild(case)
    assert Job.objects.count() == jobs
