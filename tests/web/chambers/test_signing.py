"""What is signed and by whom: opinions, late signatures, a bench that changes, papers that are withdrawn, long names."""

from __future__ import annotations

import io
from datetime import timedelta
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

from curule.access.offices import STATION_ZONES
from curule.chambers.kinds import KINDS
from curule.chambers.models import ChambersKey, Paper, PaperKey
from curule.chambers.papers import Overtaken, open_paper
from curule.chambers.printing import Caption, heading_of, printed
from curule.chambers.signing import signer_of
from curule.chambers.standing import standing_of
from curule.law.words import T
from curule.matters.pipeline import enter
from curule.matters.tribunals import library
from curule.pages.signature import BLOCK, verify
from curule.registry.models import Rendition
from curule.registry.signatures import authorities
from curule.statutes.court_record import Court
from curule.store import store
from tests.web.chambers.samples import NUMBER, begin
from tests.web.chambers.test_publication import key_of
from tests.web.matter_samples import request

pytestmark = pytest.mark.django_db
PHRASE = {"sign-passphrase": "key phrase"}
PUBLICLY = {"organ": "trial_chamber", "p_classification": "public"}


@pytest.fixture
def annexed(monkeypatch):
    """A tribunal whose opinions are annexes, as those of the Court are."""
    monkeypatch.setattr(Court, "joins_opinions", property(lambda _court: False))


def asked(browser, name, paper, data=()):
    """One act on a paper; its status."""
    return browser.post(reverse(f"chambers:{name}", args=[paper.code]), dict(data)).status_code


def page_of(browser, paper):
    return browser.get(reverse("chambers:paper", args=[paper.code])).content.decode()


def printout(browser, paper, part="main"):
    return browser.get(reverse("chambers:print", args=[paper.code]), {"part": part}).content


def words_of(data):
    """The words of each page of a PDF."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def dissent(text="I dissent.", kind="dissenting"):
    return {"opinion-kind": kind, "opinion-text": text}


@pytest.mark.parametrize(("pack", "joined"), [("mechanism", True), ("rome", False)])
def test_each_tribunal_says_how_opinions_are_published(pack, joined):
    """In the file of the decision at the Mechanism, as annexes at the Court."""
    assert library(pack).pack.court.joins_opinions is joined


def test_a_joined_opinion_is_signed_by_its_author_in_the_file_of_the_decision(people, inside, signing, case):
    """The presiding judge signs below the text, the dissenting judge below the opinion; the decision waits for both, and names the opinion."""
    one, two = inside("j1"), inside("j2")
    paper = begin(one, people)
    assert asked(two, "opinion", paper, dissent()) == 302
    assert asked(inside("j3"), "sign", paper, PHRASE) == 404
    assert asked(one, "sign", paper, PHRASE) == 302
    assert asked(one, "file", paper, PUBLICLY) == 404
    assert asked(two, "sign", paper, PHRASE) == 302
    data = printout(one, paper)
    assert [s.name for s in verify(data, authorities())] == ["Judge 1", "Judge 2"]
    assert all(s.holds for s in verify(data, authorities()))
    text, opinion = words_of(data)
    assert "Judge 2 appends a dissenting opinion." in text
    assert "DISSENTING OPINION / OPINION DISSIDENTE Judge 2" in opinion
    assert signatures_by_page(data) == [1, 1]
    assert asked(one, "file", paper, PUBLICLY) == 302
    assert Rendition.objects.count() == 1


def test_who_presides_and_dissents_signs_in_both_places_at_once(people, inside, signing):
    """One passphrase signs the text and the own opinion below it."""
    one = inside("j1")
    paper = begin(one, people)
    asked(one, "opinion", paper, dissent(kind="partly_dissenting"))
    assert asked(one, "sign", paper, PHRASE) == 302
    assert signatures_by_page(printout(one, paper)) == [1, 1]
    assert asked(one, "sign", paper, PHRASE) == 404


def signatures_by_page(data):
    """How many visible signatures each page has."""
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        return [sum(1 for a in page.obj.get("/Annots", []) if a.get("/FT") == "/Sig") for page in pdf.pages]


def test_annexed_opinions_are_filed_with_the_decision_under_its_classification(people, inside, signing, case, annexed, client_of):
    """Each opinion is a file of its own, signed by its author, named as what it is; its readers are those of the decision."""
    one, two = inside("j1"), inside("j2")
    paper = begin(one, people)
    asked(two, "opinion", paper, dissent())
    asked(inside("j3"), "opinion", paper, dissent("Yes, but.", "separate"))
    assert asked(one, "sign", paper, PHRASE) == 302
    for name in ("j2", "j3"):
        assert asked(one, "file", paper, PUBLICLY) == 404
        assert asked(inside(name), "sign", paper, PHRASE) == 302
    part = f"opinion-{people['j2'].pk}"
    assert "DISSENTING OPINION" in words_of(printout(one, paper, part))[0]
    assert one.get(reverse("chambers:print", args=[paper.code]), {"part": "opinion-1000000"}).status_code == 404
    answer = one.post(reverse("chambers:file", args=[paper.code]), {
        "organ": "trial_chamber", "p_classification": "ex_parte", "p_addressees": ["organ:prosecutor"]})
    assert answer.status_code == 302, answer.content.decode()[-2500:]
    made = list(Rendition.objects.order_by("document__position"))
    assert [r.title for r in made[1:]] == ["Dissenting opinion of Judge 2", "Separate opinion of Judge 3"]
    assert ["annex" in r.number for r in made] == [False, True, True]
    assert len({r.document.filing_id for r in made}) == 1
    for rendition, name in zip(made, ("Judge 1", "Judge 2", "Judge 3"), strict=True):
        assert rendition.entry.content["particulars"]["classification"] == "ex_parte"
        with store().read(rendition.document.object_id, rendition.path) as stream:
            (signature,) = verify(stream.read(), authorities())
        assert signature.holds
        assert signature.name == name
        address = reverse("registry:document", args=[rendition.code])
        assert client_of(people["prosecutor"]).get(address).status_code == 200
        assert client_of(people["defence"]).get(address).status_code == 404


def test_a_changed_annexed_opinion_gives_up_its_own_signature_alone(people, inside, signing, annexed):
    """Another text of the opinion leaves the decision signed; another kind of opinion does not, for the decision names it."""
    one, two = inside("j1"), inside("j2")
    paper = begin(one, people)
    asked(two, "opinion", paper, dissent())
    asked(one, "sign", paper, PHRASE)
    asked(two, "sign", paper, PHRASE)
    asked(two, "opinion", paper, dissent("I dissent all the more."))
    part = f"opinion-{people['j2'].pk}"
    assert len(verify(printout(one, paper), authorities())) == 1
    assert verify(printout(one, paper, part), authorities()) == []
    asked(two, "opinion", paper, dissent(kind="separate"))
    assert verify(printout(one, paper), authorities()) == []


def test_a_judge_who_signs_late_signs_with_the_day_of_signing(people, inside, signing, monkeypatch):
    """The judgement bears the day of its first signature; the last judge signs nine days later, both signatures hold, and only then can it be filed."""
    one = inside("j1")
    paper = begin(one, people, kind="judgement")
    for name in ("j1", "j2"):
        assert asked(inside(name), "sign", paper, PHRASE) == 302
    later = timezone.now() + timedelta(days=9)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    one, three = inside("j1"), inside("j3")  # their sessions are over by then
    assert "not signed yet" in page_of(three, paper)
    assert asked(one, "file", paper, PUBLICLY) == 404
    assert asked(three, "sign", paper, PHRASE) == 302
    data = printout(three, paper)
    assert all(s.holds for s in verify(data, authorities()))
    told, zone = page_of(one, paper), ZoneInfo(STATION_ZONES[people["j1"].duty_station])
    assert f"{timezone.localdate(later, zone):%-d %B %Y}" in told
    assert f"first signature, {timezone.localdate(later - timedelta(days=9), zone):%-d %B %Y}" in told
    assert asked(one, "file", paper, PUBLICLY) == 302


def replace_j3(case):
    enter(NUMBER, request(0, "president", "replace_judge", bench="trial", judge="J3", replacement="J9", cannot_continue="found"))
    case.refresh_from_db()


def test_a_judge_replaced_between_deliberation_and_signature(people, inside, signing, case):
    """The vote of the judge who went counts no longer, the opinion is not published, the signatures are given up; the new judge votes and signs."""
    people["j9"].display_name = "Judge 9"
    authority_key(signing, people["j9"])
    one = inside("j1")
    paper = begin(one, people, kind="judgement")
    three = inside("j3")
    asked(three, "vote", paper, {"point": "1", "choice": "for"})
    asked(three, "opinion", paper, dissent())
    asked(one, "vote", paper, {"point": "1", "choice": "for"})
    assert asked(one, "sign", paper, PHRASE) == 302
    assert 'class="status met">carried' in page_of(one, paper) or "carried</" in page_of(one, paper)
    replace_j3(case)
    page = page_of(one, paper)
    assert "The bench has changed" in page
    assert "its author sits no more" in page
    assert verify(printout(one, paper), authorities()) == []
    assert "appends" not in " ".join(words_of(printout(one, paper)))
    assert "carried</" not in page
    assert asked(three, "sign", paper, PHRASE) == 404
    key = ChambersKey.objects.get(user=people["j9"])
    asked(one, "admit", paper, {"member": people["j9"].pk, "public": bytes(key.public).hex()})
    for name in ("j1", "j2", "j9"):
        assert asked(inside(name), "sign", paper, PHRASE) == 302
    assert [s.name for s in verify(printout(one, paper), authorities())] == ["Judge 1", "Judge 2", "Judge 9"]
    assert "Judge 3" not in " ".join(words_of(printout(one, paper)))
    assert asked(one, "file", paper, PUBLICLY) == 302


def authority_key(authority, user):
    from django.conf import settings

    authority.write_key(settings.SIGNING_FOLDER / "keys" / f"{user.username}.p12", user.display_name, "key phrase")


def test_what_was_filed_stays_when_the_bench_changes(people, inside, signing, case):
    """A filed paper keeps its votes and its signatures, whoever sits later."""
    one = inside("j1")
    paper = begin(one, people)
    asked(inside("j3"), "vote", paper, {"point": "1", "choice": "for"})
    asked(one, "sign", paper, PHRASE)
    assert asked(one, "file", paper, PUBLICLY) == 302
    replace_j3(case)
    page = page_of(one, paper)
    assert "The bench has changed" not in page
    assert "Judge 3" in page
    assert len(verify(printout(one, paper), authorities())) == 1


def test_a_withdrawn_paper_is_put_away_and_taken_up_again(people, inside, signing):
    """A judge withdraws it with a reason: nothing more is done with it, its signatures are given up, nothing is lost; an officer cannot."""
    one = inside("j1")
    paper = begin(one, people)
    asked(one, "sign", paper, PHRASE)
    assert asked(inside("officer"), "withdraw", paper, {"withdraw-why": "x"}) == 404
    assert asked(one, "withdraw", paper, {"withdraw-why": ""}) == 422
    assert asked(one, "withdraw", paper, {"withdraw-why": "The motion was withdrawn."}) == 302
    page = page_of(one, paper)
    assert "The motion was withdrawn." in page
    assert one.get(reverse("chambers:home")).content.decode().count(">0</td>") == 1
    assert "withdrawn" in one.get(reverse("chambers:room", args=[NUMBER])).content.decode()
    for name, data in (("comment", {"text": "x"}), ("vote", {"point": "1", "choice": "for"}), ("opinion", dissent()), ("sign", PHRASE), ("file", PUBLICLY)):
        assert asked(one, name, paper, data) == 404, name
    assert one.get(reverse("chambers:edit", args=[paper.code])).status_code == 404
    assert asked(inside("j2"), "withdraw", paper) == 302
    assert Paper.objects.get(pk=paper.pk).withdrawn_at is None
    assert verify(printout(one, paper), authorities()) == []
    assert asked(one, "sign", paper, PHRASE) == 302
    assert asked(one, "file", paper, PUBLICLY) == 302
    assert asked(one, "withdraw", paper, {"withdraw-why": "too late"}) == 404


def test_nobody_signs_or_files_what_changed_meanwhile(people, inside, signing):
    """What was put into the paper between reading and signing, or between reading and filing, stops the act: nobody signs a text they did not see."""
    one = inside("j1")
    paper = begin(one, people)
    read = standing_of(open_paper(paper, people["j1"], key_of(people["j1"])))
    asked(inside("j2"), "opinion", paper, dissent())
    with pytest.raises(Overtaken):
        read.sign(people["j1"], signer_of(people["j1"], "key phrase"), "main")
    assert "signed</" not in page_of(one, paper).replace("not signed", "")
    for name in ("j1", "j2"):
        asked(inside(name), "sign", paper, PHRASE)
    read = standing_of(open_paper(paper, people["j1"], key_of(people["j1"])))
    assert read.is_signed
    asked(one, "comment", paper, {"text": "Wait."})
    from curule.chambers.filing import file_paper

    with pytest.raises(Overtaken):
        file_paper(read, people["j1"], organ="trial_chamber", given={"classification": "public"})
    assert not Rendition.objects.exists()


def test_a_judge_of_another_bench_has_no_part_in_the_deliberation(people, inside, case):
    """A judge who sits in the same matter on another bench is not admitted, and a key that lies there from before opens nothing."""
    enter(NUMBER, request(0, "president", "assign_single_judge", judge="J9", task="other"))
    one, nine = inside("j1"), inside("j9")
    paper = begin(one, people)
    key = ChambersKey.objects.get(user=people["j9"])
    address = reverse("chambers:paper", args=[paper.code])
    assert asked(one, "admit", paper, {"member": people["j9"].pk, "public": bytes(key.public).hex()}) == 403
    assert not PaperKey.objects.filter(paper=paper, user=people["j9"]).exists()
    assert nine.get(address).status_code == 403
    assert "Judge 9" not in page_of(one, paper)
    answer = one.post(reverse("chambers:begin", args=[NUMBER]), {
        "kind": "order", "title": "t", "language": "en", "task": "trial", "admitted": [people["j9"].pk]})
    assert answer.status_code == 422
    assert nine.post(reverse("chambers:begin", args=[NUMBER]), {"kind": "order", "title": "t", "language": "en", "task": "trial"}).status_code == 422


def test_who_presides_has_no_account_and_nobody_signs_instead(people, inside, signing):
    """Where the presiding judge cannot sign here, no other judge's signature stands for theirs."""
    two = inside("j2")
    paper = begin(two, people, ("j1", "j3"))
    people["j1"].is_active = False
    people["j1"].save()
    assert asked(two, "sign", paper, PHRASE) == 302
    assert "has no account here" in page_of(two, paper)
    assert asked(two, "file", paper, PUBLICLY) == 404


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_text_to_begin_with_is_that_of_a_chamber_or_of_a_judge(kind):
    """In French the words agree: "la Chambre, saisie", "le juge, saisi"; no place is left unfilled."""
    for alone, french in ((False, "la chambre"), (True, "le juge")):
        text = KINDS[kind].begins_for("fr", "irmct:15(1)", alone=alone)
        assert french in text.lower()
        assert ("SAISIE" in text) == (kind == "order" and not alone)
        assert "{" not in text + KINDS[kind].begins_for("en", "irmct:15(1)", alone=alone)


def test_an_appeal_judgement_is_called_arret_in_french():
    """The tribunal's own English spelling, and the French name of a judgement on appeal."""
    from curule.chambers.deliberation import Version

    def heading(pack, task, kind="judgement"):
        version = Version(1, "a", timezone.now(), "", "t", kind, "en", (), task)
        return heading_of(version, library(pack).pack.court)

    assert heading("mechanism", "trial") == T("Judgement", "Jugement")
    assert heading("rome", "appeal:1") == T("Judgment", "Arrêt")
    assert heading("rome", "trial", "scheduling") == KINDS["scheduling"].name


LONG = "Judge Maria-Magdalena Wilhelmina de la Fuente y Ortega-Villanueva of the Invented Province of Examples 法官示例 " * 2


def test_long_names_stay_in_their_place(people, inside, signing):
    """A very long name, with Chinese letters, is wrapped in the caption and in the block of its signature, whole and legible; nothing overflows."""
    for name in ("j1", "j2", "j3"):
        people[name].display_name = LONG[:120].rstrip()
        people[name].save()
    one = inside("j1")
    paper = begin(one, people, kind="judgement")
    asked(one, "opinion", paper, dissent())
    for name in ("j1", "j2", "j3"):
        assert asked(inside(name), "sign", paper, PHRASE) == 302
    data = printout(one, paper)
    assert all(s.holds for s in verify(data, authorities()))
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            for found in page.get_objects(filter=[1]):
                left, _bottom, right, _top = found.get_bounds()
                assert left >= 0
                assert right <= page.get_width()
    blocks = blocks_of(data)
    assert len(blocks) == 4
    for words, height in blocks:
        assert "Invented Province" in words
        assert "法官示例" in words
        assert height >= 3  # a capital letter of 5 points


def blocks_of(data):
    """The words of each visible signature, and the height of the first letter of the name in points."""
    made = []
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for annotation in page.obj.get("/Annots", []):
                look = annotation.AP.N
                with pikepdf.Pdf.new() as apart:
                    sheet = apart.add_blank_page(page_size=BLOCK)
                    name = sheet.add_resource(apart.copy_foreign(look), pikepdf.Name.XObject)
                    sheet.contents_add(f"{name} Do".encode())
                    into = io.BytesIO()
                    apart.save(into)
                with pypdfium2.PdfDocument(into.getvalue()) as shown:
                    text = shown[0].get_textpage()
                    box = text.get_charbox(text.get_text_range().index("Maria"))
                    made.append((" ".join(text.get_text_bounded().split()), box[3] - box[1]))
    return made


def test_a_bench_of_five_with_opinions_of_three_pages_fits():
    """Room for the signatures is kept on the page where they will stand, however long text and opinions are."""
    from curule.chambers.deliberation import Opinion, Version

    now = timezone.now()
    text = "\n\n".join(f"{n}. Words " + "and more " * 60 for n in range(1, 30))
    version = Version(1, "a", now, text, "A judgement", "judgement", "fr", ("Un point.",), "trial")
    opinions = [Opinion(n, f"Juge {n}", "separate", "\n\n".join("Mots " * 200 for _ in range(6)), now) for n in (7, 8)]
    caption = Caption(T("A", "B"), NUMBER, "The Prosecutor v. A. Example", T("Judgement", "Jugement"), tuple(f"Juge {n}" for n in range(5)), True, now.date())
    made = printed(caption, version, opinions, 5, joined=True)
    pages = words_of(made.data)
    assert "Juge 8 joint une opinion individuelle." in pages[made.areas["text"]]
    assert made.areas["text"] < made.areas["opinion-7"] < made.areas["opinion-8"] == len(pages) - 1
    with pypdfium2.PdfDocument(made.data) as pdf:
        for name, signers in (("text", 5), ("opinion-7", 1), ("opinion-8", 1)):
            lowest = min(found.get_bounds()[1] for found in pdf[made.areas[name]].get_objects(filter=[1]) if found.get_bounds()[1] > 40)
            assert lowest >= 56 + -(-signers // 2) * (BLOCK[1] + 8) - 8, name
