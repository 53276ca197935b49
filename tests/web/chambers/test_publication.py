"""Signature and filing: from the draft to the record."""

from __future__ import annotations

import hashlib

import pytest
from django.urls import reverse

from curule.chambers import sealing
from curule.chambers.filing import file_paper, organs_for
from curule.chambers.models import ChambersKey, Paper, SealedItem
from curule.chambers.papers import OpenPaper, open_paper
from curule.chambers.sealing import NotOpened
from curule.chambers.standing import standing_of
from curule.chambers.verification import anchors_of_papers, verify_papers
from curule.matters.pipeline import NotEntered
from curule.pages.signature import verify
from curule.registry.models import Rendition
from curule.registry.signatures import authorities
from tests.web.chambers.samples import PASS, SECRET, begin
from tests.web.registry_samples import filed

pytestmark = pytest.mark.django_db


def test_a_decision_goes_from_draft_to_record(people, inside, signing, case):
    """Who presides signs the decision; one act files it with its number; what is on the record is the signed PDF, and the paper is closed."""
    from curule.store import store

    one = inside("j1")
    paper = begin(one, people)
    address = reverse("chambers:paper", args=[paper.code])
    assert one.post(reverse("chambers:file", args=[paper.code]), {}).status_code == 404
    assert inside("j2").post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"}).status_code == 404
    assert one.post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "wrong"}).status_code == 422
    assert one.post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"}).status_code == 302
    before = case.entries.count()
    answer = one.post(reverse("chambers:file", args=[paper.code]), {"organ": "trial_chamber", "p_classification": "public"})
    assert answer.status_code == 302, answer.content.decode()[-2500:]
    rendition = Rendition.objects.get()
    assert case.entries.count() == before + 1
    assert rendition.title == f"Title {SECRET}"
    assert rendition.entry.organ == "trial_chamber"
    with store().read(rendition.document.object_id, rendition.path) as stream:
        filed = stream.read()
    (signature,) = verify(filed, authorities())
    assert signature.holds
    assert signature.name == "Judge 1"
    page = one.get(address).content.decode()
    assert rendition.number in page
    for name in ("edit", "comment", "vote", "sign", "file"):
        assert one.post(reverse(f"chambers:{name}", args=[paper.code]), {"text": "x", "point": "1", "choice": "for"}).status_code == 404


def test_each_judge_signs_a_judgement_and_a_change_gives_the_signatures_up(people, inside, signing):
    """A judgement needs every judge's signature; a new version begins them anew."""

    one = inside("j1")
    paper = begin(one, people, kind="judgement")
    for name in ("j1", "j2", "j3"):
        assert inside(name).post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"}).status_code == 302
    data = one.get(reverse("chambers:print", args=[paper.code])).content
    found = verify(data, authorities())
    assert [s.name for s in found] == ["Judge 1", "Judge 2", "Judge 3"]
    assert all(s.holds for s in found)
    inside("j2").post(reverse("chambers:opinion", args=[paper.code]), {"opinion-kind": "dissenting", "opinion-text": "I dissent."})
    data = one.get(reverse("chambers:print", args=[paper.code])).content
    assert verify(data, authorities()) == []
    assert one.post(reverse("chambers:file", args=[paper.code]), {"organ": "trial_chamber", "p_classification": "public"}).status_code == 404


def test_a_judgement_waits_for_judges_without_accounts(people, inside, signing):
    """When a judge who has to sign has no account here, the page says so and the judgement cannot be filed as signed by all."""
    one = inside("j1")
    paper = begin(one, people, kind="judgement")
    people["j3"].is_active = False
    people["j3"].save()
    for name in ("j1", "j2"):
        inside(name).post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"})
    page = one.get(reverse("chambers:paper", args=[paper.code])).content.decode()
    assert "J3" in page
    assert "Version(" not in page
    assert one.post(reverse("chambers:file", args=[paper.code]), {"organ": "trial_chamber", "p_classification": "public"}).status_code == 404


def key_of(user):
    """The private key of a person, as the passphrase opens it."""
    kept = ChambersKey.objects.get(user=user)
    return sealing.open_private(bytes(kept.sealed_private), bytes(kept.salt), PASS, f"private key of {user.pk}".encode())


@pytest.fixture
def signed(people, inside, signing):
    """A decision of the Trial Chamber with the signature of its presiding judge."""
    one = inside("j1")
    paper = begin(one, people)
    assert one.post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"}).status_code == 302
    return paper


def test_a_paper_is_filed_under_any_classification_with_its_addressees(people, inside, signed, client_of):
    """A decision ex parte the Prosecutor is seen by the Prosecutor and the Bench; the Defence does not learn that it exists."""
    answer = inside("j1").post(reverse("chambers:file", args=[signed.code]), {
        "organ": "trial_chamber", "p_classification": "ex_parte", "p_addressees": ["organ:prosecutor"]})
    assert answer.status_code == 302, answer.content.decode()[-2500:]
    rendition = Rendition.objects.get()
    assert rendition.entry.content["particulars"]["classification"] == "ex_parte"
    for name, status in (("prosecutor", 200), ("j2", 200), ("registry", 200), ("defence", 404), ("root", 404)):
        assert client_of(people[name]).get(answer.url).status_code == status, name


def test_addressees_make_no_secret_of_what_is_public(people, inside, signed):
    """The form of publication refuses what a filing refuses: addressees of a public decision."""
    answer = inside("j1").post(reverse("chambers:file", args=[signed.code]), {
        "organ": "trial_chamber", "p_classification": "public", "p_addressees": ["organ:prosecutor"]})
    assert answer.status_code == 422
    assert not Rendition.objects.exists()


def test_a_decision_says_which_motion_it_decides(people, inside, signed, case, tmp_path):
    """What it decides is chosen among the filings of the matter, and stands in the entry."""
    (motion,) = filed(case, people["prosecutor"], tmp_path)
    answer = inside("j1").post(reverse("chambers:file", args=[signed.code]), {
        "organ": "trial_chamber", "p_classification": "public", "p_decides": [str(motion.entry.number)]})
    assert answer.status_code == 302, answer.content.decode()[-2500:]
    assert Rendition.objects.exclude(pk=motion.pk).get().entry.content["particulars"]["decides"] == [motion.entry.number]


@pytest.mark.parametrize("broken", ["put", "update"])
def test_a_fault_in_the_middle_files_nothing_and_a_repeat_files_once(people, inside, signed, case, monkeypatch, broken):
    """Whatever fails between the entry and the note in the paper undoes both; asked again, the paper is filed once, and asked a third time it is the same."""
    one, address, given = inside("j1"), reverse("chambers:file", args=[signed.code]), {"organ": "trial_chamber", "p_classification": "public"}
    before = case.entries.count()

    def fails(*_args, **_kwargs):
        raise RuntimeError("the power failed")

    one.raise_request_exception = False
    with monkeypatch.context() as patched:
        patched.setattr(*((OpenPaper, "put", fails) if broken == "put" else ("curule.chambers.filing.file_together", fails)))
        assert one.post(address, given).status_code == 500
    assert case.entries.count() == before
    assert not Rendition.objects.exists()
    assert Paper.objects.get(pk=signed.pk).filed_at is None
    assert one.post(address, given).status_code == 302
    opened = open_paper(signed, people["j1"], key_of(people["j1"]))
    again = file_paper(standing_of(opened), people["j1"], organ="trial_chamber", given={"classification": "public"})
    assert again == Rendition.objects.get()
    assert case.entries.count() == before + 1


def test_items_that_were_taken_from_the_end_are_missed(people, inside, signed):
    """Whoever deletes the last item in the database is found out by the members who open the paper and by ``curule verify``, which opens nothing."""
    assert [v.faults for v in verify_papers()] == [()]
    kept = anchors_of_papers()
    last = SealedItem.objects.filter(paper=signed).latest("number")
    before = SealedItem.objects.get(paper=signed, number=last.number - 1)
    last.delete()
    assert [f.kind for v in verify_papers() for f in v.faults] == ["cut short"]
    with pytest.raises(NotOpened):
        open_paper(signed, people["j1"], key_of(people["j1"])).contents()
    # Whoever mends the count as well is found out by the anchors that were kept elsewhere.
    Paper.objects.filter(pk=signed.pk).update(count=before.number, head=hashlib.sha256(bytes(before.content)).hexdigest())
    assert [f for v in verify_papers() for f in v.faults] == []
    assert [f.kind for v in verify_papers(kept) for f in v.faults] == ["cut short"]
    assert [f.kind for v in verify_papers({"paper:gone": {"count": 1, "head": ""}}) for f in v.faults] == ["removed"]


def test_an_exchanged_last_item_is_missed(people, inside, signed):
    """The last item exchanged for another one of the same number does not agree with what the paper names."""
    SealedItem.objects.filter(pk=SealedItem.objects.filter(paper=signed).latest("number").pk).update(content=b"another")
    assert [f.kind for v in verify_papers() for f in v.faults] == ["altered"]


def test_a_paper_is_filed_by_the_bench_that_wrote_it(people, signed, case):
    """A paper of the Trial Chamber is offered for the Trial Chamber alone, and refused for another organ that its judges could be."""
    standing = standing_of(open_paper(signed, people["j1"], key_of(people["j1"])))
    assert organs_for(people["j1"], case, standing.version) == ["trial_chamber"]
    for organ in ("appeals_chamber", "single_judge", "president"):
        with pytest.raises(NotEntered):
            file_paper(standing, people["j1"], organ=organ, given={"classification": "public"})
    assert not Rendition.objects.exists()
    assert file_paper(standing, people["j1"], organ="trial_chamber", given={"classification": "public"}).entry.organ == "trial_chamber"
