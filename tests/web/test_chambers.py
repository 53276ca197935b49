"""The Chambers: sealed from the Registry, from administrators and from judges who do not sit; drafting, voting, signing, filing."""

from __future__ import annotations

import base64
import io
import logging
import re

import pikepdf
import pytest
from django.db import connection
from django.urls import reverse

from curule.chambers import sealing
from curule.chambers.bench import is_member, members_of
from curule.chambers.deliberation import Item, contents_of, tally
from curule.chambers.models import ChambersKey, Paper, PaperKey, SealedItem
from curule.chambers.papers import NotAdmitted, admit, open_paper, start
from curule.chambers.sealing import NotOpened
from curule.chambers.unlocking import COOKIE, make_key
from curule.chambers.wording import blocks_of, html_of, unknown_citations
from curule.matters.models import Assignment
from curule.matters.pipeline import enter
from curule.pages.signature import verify
from curule.pages.throwaway import ThrowawayAuthority
from curule.registry.models import Rendition
from tests.web.matter_samples import open_case, request

pytestmark = pytest.mark.django_db
SECRET = "zyxxwyqquu"
PASS = "four words nobody guesses"
NUMBER = "MICT-26-1"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Stretching the passphrase costs little in tests."""
    monkeypatch.setattr(sealing, "MEMORY", 64)
    monkeypatch.setattr(sealing, "PASSES", 1)
    monkeypatch.setattr(sealing, "LANES", 1)


@pytest.fixture
def case(db):
    """A case whose Trial Chamber are the judges J1 (presiding), J2 and J3."""
    matter = open_case(NUMBER)
    enter(NUMBER, request(395, "president", "compose_trial_chamber", judges="J1,J2,J3", presiding="J1", task="trial"))
    matter.refresh_from_db()
    return matter


@pytest.fixture
def people(case, make_user):
    """The three judges of the bench, a legal officer who is assigned, and those who are not of the bench."""
    made = {f"j{n}": make_user(("judge", "", f"J{n}"), username=f"judge{n}", display_name=f"Judge {n}") for n in (1, 2, 3, 9)}
    made["officer"] = make_user("legal_officer", username="officer")
    made["stranger"] = make_user("legal_officer", username="stranger")
    made["registry"] = make_user("registry_officer", username="registry", is_staff=True)
    made["registrar"] = make_user("registrar", username="registrar")
    made["prosecutor"] = make_user("prosecutor", username="prosecutor")
    made["root"] = make_user(username="root", is_superuser=True, is_staff=True)
    made["defence"] = make_user(("defence", NUMBER, "C1"), username="defence")
    Assignment.objects.create(matter=case, user=made["officer"], by=made["j1"], since="2012-07-01")
    for name in ("j1", "j2", "j3", "j9", "officer", "stranger"):
        make_key(made[name], PASS)
    return made


@pytest.fixture
def inside(people, client_of):
    """``inside("j1")``: a browser of that person with the Chambers open."""
    def opened(name):
        browser = client_of(people[name])
        assert browser.post(reverse("chambers:open"), {"passphrase": PASS}).status_code == 302
        return browser

    return opened


@pytest.fixture
def client_of():
    from django.test import Client

    def signed_in(user):
        browser = Client()
        browser.force_login(user)
        return browser

    return signed_in


def begin(browser, people, admit_names=("j2", "j3", "officer"), **given):
    """A paper begun in the browser, with a version that holds the secret word everywhere."""
    answer = browser.post(reverse("chambers:begin", args=[NUMBER]), {
        "kind": "decision", "title": f"Title {SECRET}", "language": "en", "task": "trial", "admitted": [people[n].pk for n in admit_names], **given})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    paper = Paper.objects.order_by("-pk").first()
    answer = browser.post(reverse("chambers:edit", args=[paper.code]), {
        "seen": "1", "title": f"Title {SECRET}", "text": f"## Part\n\n1. Text {SECRET} [[irmct:12(1)]]\n", "dispositions": f"Motion {SECRET} granted\nCosts"})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return paper


def addresses(paper):
    """Every address that leads to a paper or to its matter's room, with how it is asked."""
    code = paper.code
    return [("get", reverse("chambers:room", args=[NUMBER])), ("post", reverse("chambers:begin", args=[NUMBER])),
            ("post", reverse("chambers:assign", args=[NUMBER])), ("get", reverse("chambers:compare", args=[code]) + "?a=1&b=2"),
            *(("get", reverse(f"chambers:{name}", args=[code])) for name in ("paper", "edit", "print")),
            *(("post", reverse(f"chambers:{name}", args=[code])) for name in ("edit", "comment", "vote", "opinion", "admit", "sign", "file"))]


@pytest.mark.parametrize("name", ["registry", "registrar", "prosecutor", "root", "defence", "j9", "stranger"])
def test_who_is_not_of_the_bench_finds_nothing(name, people, inside, client_of):
    """The Registry, a superuser, counsel, a judge who does not sit and an officer who is not assigned get the same "not found" everywhere."""
    paper = begin(inside("j1"), people)
    browser = inside(name) if name in ("j9", "stranger") else client_of(people[name])
    missing = browser.get(reverse("chambers:paper", args=["0" * 20])).content
    for how, address in addresses(paper):
        answer = getattr(browser, how)(address)
        assert answer.status_code == 404, address
        assert SECRET.encode() not in answer.content
    nothing = re.compile(rb'value="[^"]*"|csrf[^>]*|X-CSRFToken[^}]*')
    told = browser.get(reverse("chambers:paper", args=[paper.code])).content
    assert nothing.sub(b"", told).replace(paper.code.encode(), b"") == nothing.sub(b"", missing).replace(b"0" * 20, b"")


@pytest.mark.parametrize("name", ["registry", "root", "prosecutor", "defence"])
def test_who_is_not_of_chambers_finds_no_chambers(name, people, client_of):
    """The pages of keys are not there for people outside Chambers; a visitor is asked to sign in."""
    browser = client_of(people[name])
    for address in ("chambers:home", "chambers:key"):
        assert browser.get(reverse(address)).status_code == 404
    from django.test import Client

    assert Client().get(reverse("chambers:home")).status_code == 302


def dumped():
    """Everything that the database holds, as bytes, whatever its type; also in the encodings in which it could be hidden from a glance."""
    held = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    held.append(bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode())
    found = b"\n".join(held)
    for text in re.findall(rb"[A-Za-z0-9+/=_-]{24,}", found):
        for decode in (base64.b64decode, base64.urlsafe_b64decode):
            try:
                found += decode(text + b"=" * (-len(text) % 4))
            except ValueError:
                continue
    return found


def test_the_whole_database_holds_none_of_a_drafts_words(people, inside):
    """After drafting, comments, opinions and votes by three judges with open sessions, no table holds a word of it, nor a private key."""
    one, two = inside("j1"), inside("j2")
    paper = begin(one, people)
    one.post(reverse("chambers:comment", args=[paper.code]), {"text": f"comment {SECRET}"})
    two.post(reverse("chambers:opinion", args=[paper.code]), {"opinion-kind": "dissenting", "opinion-text": f"I dissent {SECRET}"})
    two.post(reverse("chambers:vote", args=[paper.code]), {"point": "1", "choice": "against"})
    page = one.get(reverse("chambers:paper", args=[paper.code])).content.decode()
    assert page.count(SECRET) >= 6
    held = dumped()
    assert b"curule" in held or b"judge1" in held
    for word in (SECRET, SECRET.upper(), "I dissent", "Costs", "dissenting", PASS):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert word.encode(encoding) not in held, word
    carried = base64.urlsafe_b64decode(one.cookies[COOKIE].value)
    assert carried not in held


def test_neither_the_cookie_nor_the_session_alone_opens_anything(people, inside, client_of):
    """A thief of the database's sessions lacks the cookie; a thief of the cookie lacks the session; each sees a closed door."""
    browser = inside("j1")
    paper = begin(browser, people)
    address = reverse("chambers:paper", args=[paper.code])
    assert browser.get(address).status_code == 200
    carried = browser.cookies[COOKIE]
    assert carried["httponly"]
    assert (carried["samesite"], carried["path"]) == ("Strict", "/chambers/")
    value = carried.value
    del browser.cookies[COOKIE]
    assert browser.get(address).status_code == 302
    thief = client_of(people["j1"])
    thief.cookies[COOKIE] = value
    assert thief.get(address).status_code == 302
    browser.cookies[COOKIE] = base64.urlsafe_b64encode(bytes(32)).decode()
    assert browser.get(address).status_code == 302


def test_the_door_opens_with_the_passphrase_and_closes(people, inside, client_of):
    """A wrong passphrase opens nothing and says so; the right one leads where one wanted to go; closing closes."""
    browser = client_of(people["j1"])
    answer = browser.post(reverse("chambers:open"), {"passphrase": "wrong"})
    assert answer.status_code == 422
    assert COOKIE not in answer.cookies
    paper = begin(inside("j1"), people)
    wanted = reverse("chambers:paper", args=[paper.code])
    assert browser.post(reverse("chambers:open"), {"passphrase": PASS, "next": wanted}).url == wanted
    assert browser.post(reverse("chambers:open"), {"passphrase": PASS, "next": "https://elsewhere.example/chambers/"}).url == reverse("chambers:home")
    browser.post(reverse("chambers:lock"))
    assert browser.get(wanted).status_code == 302


def test_passphrases_cannot_be_tried_without_end(people, client_of):
    """After several wrong passphrases even the right one has to wait."""
    browser = client_of(people["j1"])
    for _ in range(12):
        browser.post(reverse("chambers:open"), {"passphrase": "wrong"})
    assert browser.post(reverse("chambers:open"), {"passphrase": PASS}).status_code == 422


def test_who_lost_the_passphrase_is_admitted_anew(people, inside):
    """A new key opens nothing until a colleague admits it; then everything is there again."""
    paper = begin(inside("j1"), people)
    two = inside("j2")
    address = reverse("chambers:paper", args=[paper.code])
    assert two.get(address).status_code == 200
    answer = two.post(reverse("chambers:key"), {"passphrase": "another phrase of words", "again": "another phrase of words", "confirmed": "yes"})
    assert answer.status_code == 200
    assert two.get(address).status_code == 302
    two.post(reverse("chambers:open"), {"passphrase": "another phrase of words"})
    assert two.get(address).status_code == 403
    assert SECRET.encode() not in two.get(address).content
    key = ChambersKey.objects.get(user=people["j2"])
    inside("j1").post(reverse("chambers:admit", args=[paper.code]), {"member": people["j2"].pk, "public": bytes(key.public).hex()})
    assert SECRET.encode() in two.get(address).content


def test_a_key_that_was_exchanged_in_the_database_is_not_admitted(people, case):
    """Whoever puts a key of their own in a judge's place in the database is not admitted with the signs that the page showed."""
    mine, _public = sealing.make_pair()
    ChambersKey.objects.filter(user=people["j1"]).update(public=sealing.public_of(mine))
    opened = start(case, people["j1"], mine, {"kind": "order", "title": "t", "text": "x", "language": "en", "task": "trial"})
    seen = bytes(ChambersKey.objects.get(user=people["j2"]).public)
    _theirs, swapped = sealing.make_pair()
    ChambersKey.objects.filter(user=people["j2"]).update(public=swapped)
    with pytest.raises(NotAdmitted):
        admit(opened, people["j2"], seen)
    with pytest.raises(NotAdmitted):
        admit(opened, people["j9"], bytes(ChambersKey.objects.get(user=people["j9"]).public))


def test_items_that_are_moved_or_changed_in_the_database_do_not_open(people, case):
    """An item put in another place, under another author, in another paper, or taken out of the middle is noticed."""
    private, public = sealing.make_pair()
    ChambersKey.objects.filter(user=people["j1"]).update(public=public)
    says = {"kind": "order", "title": "t", "text": "x", "language": "en", "task": "trial"}
    changes = (
        lambda rows: rows.filter(number=2).update(author=people["j2"]),
        lambda rows: rows.filter(number=2).update(content=bytes(rows.get(number=1).content)),
        lambda rows: rows.filter(number=2).delete(),
        lambda rows: rows.filter(number=1).update(at="2020-01-01T00:00:00Z"),
        lambda rows: rows.filter(number=3).update(content=bytes(rows.get(number=3).content)[:-1] + b"x"),
    )
    for change in changes:
        opened = start(case, people["j1"], private, says)
        opened.put({"what": "comment", "text": "a", "version": 1})
        opened.put({"what": "comment", "text": "b", "version": 1})
        assert len(opened.contents().comments) == 2
        change(SealedItem.objects.filter(paper=opened.paper))
        with pytest.raises(NotOpened):
            opened.contents()


def test_a_legal_officer_drafts_and_never_sees_a_vote(people, inside):
    """An assigned officer reads and writes the text; the votes are sealed with a key that the officer does not have, and are on no page of theirs."""
    paper = begin(inside("j1"), people)
    inside("j2").post(reverse("chambers:vote", args=[paper.code]), {"point": "1", "choice": "against"})
    officer = inside("officer")
    page = officer.get(reverse("chambers:paper", args=[paper.code])).content.decode()
    assert SECRET in page
    assert 'id="votes"' not in page
    assert PaperKey.objects.get(paper=paper, user=people["officer"]).bench is None
    for name in ("vote", "opinion", "sign"):
        assert officer.post(reverse(f"chambers:{name}", args=[paper.code]), {"point": "1", "choice": "for"}).status_code == 404
    assert 'id="votes"' in inside("j3").get(reverse("chambers:paper", args=[paper.code])).content.decode()


def test_a_paper_that_an_officer_began_gives_the_officer_no_votes(people, inside):
    """An officer who begins a paper wraps the judges' key for the judges and keeps none."""
    paper = begin(inside("officer"), people, ("j1", "j2"))
    assert PaperKey.objects.get(paper=paper, user=people["officer"]).bench is None
    assert inside("j1").post(reverse("chambers:vote", args=[paper.code]), {"point": "2", "choice": "for"}).status_code == 302


def test_when_the_assignment_ends_the_door_closes(people, inside, case):
    """An officer whose assignment was ended by a judge is not of the bench any more."""
    paper = begin(inside("j1"), people)
    officer = inside("officer")
    assert officer.get(reverse("chambers:paper", args=[paper.code])).status_code == 200
    inside("j1").post(reverse("chambers:assign", args=[NUMBER]), {"end": Assignment.objects.get(user=people["officer"]).pk})
    assert officer.get(reverse("chambers:paper", args=[paper.code])).status_code == 404
    assert officer.post(reverse("chambers:assign", args=[NUMBER]), {"officer": people["officer"].pk}).status_code == 404


def test_a_judge_who_is_replaced_goes_and_the_new_one_waits(people, inside, case):
    """Membership follows the record: the judge who was replaced finds nothing, the new one has to be admitted."""
    paper = begin(inside("j1"), people)
    enter(NUMBER, request(10, "president", "replace_judge", bench="trial", judge="J3", replacement="J9", cannot_continue="found"))
    assert [u.username for u in members_of(case)] == ["judge1", "judge2", "judge9", "officer"]
    address = reverse("chambers:paper", args=[paper.code])
    assert inside("j3").get(address).status_code == 404
    assert inside("j9").get(address).status_code == 403
    assert is_member(people["j9"], case)


def test_two_writers_do_not_overwrite_each_other(people, inside):
    """Who saves after somebody else saved gets both texts back, and nothing is lost."""
    one = inside("j1")
    paper = begin(one, people)
    given = {"title": "t", "text": "mine", "dispositions": ""}
    inside("j2").post(reverse("chambers:edit", args=[paper.code]), {**given, "seen": "2", "text": "theirs"})
    answer = one.post(reverse("chambers:edit", args=[paper.code]), {**given, "seen": "2"})
    assert answer.status_code == 422
    assert "theirs" in answer.content.decode()
    assert "mine" in answer.content.decode()
    page = one.get(reverse("chambers:compare", args=[paper.code]), {"a": "2", "b": "3"}).content.decode()
    assert "<ins>" in page
    assert "<del>" in page
    assert one.get(reverse("chambers:compare", args=[paper.code]), {"a": "2", "b": "9"}).status_code == 404


def test_text_that_is_markup_is_text(people, inside):
    """Markup in titles, texts, points, comments and opinions is shown as it was typed."""
    one = inside("j1")
    paper = begin(one, people)
    evil = "<script>alert(1)</script><img src=x onerror=y>[a](javascript:b)"
    text = f"{evil}\n\n`{evil}`\n\n    {evil}\n\n> {evil}"
    one.post(reverse("chambers:edit", args=[paper.code]), {"seen": "2", "title": evil, "text": text, "dispositions": evil})
    one.post(reverse("chambers:comment", args=[paper.code]), {"text": evil})
    one.post(reverse("chambers:opinion", args=[paper.code]), {"opinion-kind": "separate", "opinion-text": evil})
    page = one.get(reverse("chambers:paper", args=[paper.code])).content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert page.count("&lt;script&gt;") >= 7


def test_a_fault_tells_nothing_of_the_draft(people, inside, monkeypatch, caplog):
    """When a page of the Chambers fails, neither the log nor the error carries a word of what was typed."""
    from curule.chambers.views import acts

    one = inside("j1")
    paper = begin(one, people)

    def broken(*_args, **_kwargs):
        raise ValueError(f"cannot do {SECRET}")

    monkeypatch.setattr(acts.CommentForm, "is_valid", broken)
    one.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        answer = one.post(reverse("chambers:comment", args=[paper.code]), {"text": f"typed {SECRET}"})
    assert answer.status_code == 500
    assert SECRET.encode() not in answer.content
    assert SECRET not in caplog.text
    assert "ValueError" in caplog.text


@pytest.fixture
def signing(tmp_path, settings):
    """A folder of throw-away keys for the three judges."""
    settings.SIGNING_FOLDER = tmp_path
    authority = ThrowawayAuthority()
    authority.write_root(tmp_path / "roots")
    for n in (1, 2, 3):
        authority.write_key(tmp_path / "keys" / f"judge{n}.p12", f"Judge {n}", "key phrase")


def test_a_decision_goes_from_draft_to_record(people, inside, signing, case):
    """Who presides signs the decision; one act files it with its number; what is on the record is the signed PDF, and the paper is closed."""
    from curule.chambers.signing import roots
    from curule.store import store

    one = inside("j1")
    paper = begin(one, people)
    address = reverse("chambers:paper", args=[paper.code])
    assert one.post(reverse("chambers:file", args=[paper.code]), {}).status_code == 404
    assert inside("j2").post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"}).status_code == 404
    assert one.post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "wrong"}).status_code == 422
    assert one.post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"}).status_code == 302
    before = case.entries.count()
    answer = one.post(reverse("chambers:file", args=[paper.code]), {"file-organ": "trial_chamber", "file-classification": "public"})
    assert answer.status_code == 302, answer.content.decode()[-2500:]
    rendition = Rendition.objects.get()
    assert case.entries.count() == before + 1
    assert rendition.title == f"Title {SECRET}"
    assert rendition.entry.organ == "trial_chamber"
    with store().read(rendition.document.object_id, rendition.path) as stream:
        filed = stream.read()
    (signature,) = verify(filed, roots())
    assert signature.holds
    assert signature.name == "Judge 1"
    page = one.get(address).content.decode()
    assert rendition.number in page
    for name in ("edit", "comment", "vote", "sign", "file"):
        assert one.post(reverse(f"chambers:{name}", args=[paper.code]), {"text": "x", "point": "1", "choice": "for"}).status_code == 404


def test_each_judge_signs_a_judgement_and_a_change_gives_the_signatures_up(people, inside, signing):
    """A judgement needs every judge's signature; a new version begins them anew."""
    from curule.chambers.signing import roots

    one = inside("j1")
    paper = begin(one, people, kind="judgement")
    for name in ("j1", "j2", "j3"):
        assert inside(name).post(reverse("chambers:sign", args=[paper.code]), {"sign-passphrase": "key phrase"}).status_code == 302
    data = one.get(reverse("chambers:print", args=[paper.code])).content
    found = verify(data, roots())
    assert [s.name for s in found] == ["Judge 1", "Judge 2", "Judge 3"]
    assert all(s.holds for s in found)
    inside("j2").post(reverse("chambers:opinion", args=[paper.code]), {"opinion-kind": "dissenting", "opinion-text": "I dissent."})
    data = one.get(reverse("chambers:print", args=[paper.code])).content
    assert verify(data, roots()) == []
    assert one.post(reverse("chambers:file", args=[paper.code]), {"file-organ": "trial_chamber", "file-classification": "public"}).status_code == 404


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
    assert one.post(reverse("chambers:file", args=[paper.code]), {"file-organ": "trial_chamber", "file-classification": "public"}).status_code == 404


def test_the_printed_paper_has_caption_text_points_and_opinions(people, inside):
    """The PDF has both languages in its caption, the case, the judges, the citation in words, the points and the opinion with its author."""
    import pypdfium2

    one = inside("j1")
    paper = begin(one, people)
    one.post(reverse("chambers:opinion", args=[paper.code]), {"opinion-kind": "separate", "opinion-text": "My *own* words 证人."})
    data = one.get(reverse("chambers:print", args=[paper.code])).content
    with pypdfium2.PdfDocument(data) as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf).replace("\r\n", " ")
    for words in (NUMBER, "Before / Devant", "Judge 1, Presiding / Président", "DECISION / DÉCISION", SECRET, "rticle 12",
                  "Separate opinion / Opinion individuelle",
                  "Judge 1", "Motion", "Costs", "own words"):
        assert words in text, words
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2


def test_a_majority_is_more_than_half_of_the_bench():
    """Two of three carry or lose a point; one vote leaves it open; a later vote replaces the earlier one; of four, two against two is lost."""
    from datetime import UTC, datetime

    at = datetime(2026, 1, 1, tzinfo=UTC)
    said = [(1, {"what": "version", "text": "", "title": "", "kind": "order", "language": "en", "dispositions": ["a", "b", "c", "d"]})]
    votes = [(1, "a", True), (2, "a", True), (1, "b", True), (1, "c", True), (2, "c", False), (3, "c", False), (1, "d", False), (1, "d", True), (3, "d", True)]
    said += [(who, {"what": "vote", "disposition": point, "in_favour": favour}) for who, point, favour in votes]
    contents = contents_of([Item(n, who, f"J{who}", at, says) for n, (who, says) in enumerate(said, 1)])
    assert [t.outcome for t in tally(contents, 3)] == ["carried", "open", "lost", "carried"]
    assert [t.outcome for t in tally(contents, 4)] == ["open", "open", "lost", "open"]
    assert tally(contents, 3)[0].missing == 1


def test_the_text_of_drafts_knows_points_headings_quotations_and_citations():
    """Plain structured text becomes blocks with their marks; a citation leads to the law library; an unknown one is told."""
    text = "## Head\n\n3. point [[irmct:12(3)]]\n4. next\n   - inner\n\n> quoted **strong**\n"
    assert [(b.kind, b.mark) for b in blocks_of(text)] == [("heading", ""), ("item", "3."), ("item", "4."), ("item", "–"), ("quote", "")]
    assert 'href="/law/irmct/12#3"' in html_of(text, "en")
    assert unknown_citations("[[irmct:12(3)]] [[nowhere:9]]") == ["nowhere:9"]


def test_a_paper_needs_the_members_own_key(people, case):
    """Another private key opens no paper, though the row for the member is there."""
    private, public = sealing.make_pair()
    ChambersKey.objects.filter(user=people["j1"]).update(public=public)
    opened = start(case, people["j1"], private, {"kind": "order", "title": "t", "text": "x", "language": "en", "task": "trial"})
    assert open_paper(opened.paper, people["j1"], private).contents().last.title == "t"
    with pytest.raises(NotAdmitted):
        open_paper(opened.paper, people["j1"], sealing.make_pair()[0])
    with pytest.raises(NotAdmitted):
        start(case, people["j9"], private, {"title": "x"})


def test_sealed_things_open_nowhere_else():
    """Sealing and wrapping are bound to key and place; sizes tell nothing below a kilobyte."""
    key = sealing.new_key()
    assert sealing.opened(key, sealing.seal(key, b"vote", b"here"), b"here") == b"vote"
    assert len(sealing.seal(key, b"for", b"")) == len(sealing.seal(key, b"against" * 50, b""))
    for other, bound in ((sealing.new_key(), b"here"), (key, b"there")):
        with pytest.raises(NotOpened):
            sealing.opened(other, sealing.seal(key, b"vote", b"here"), bound)
    private, public = sealing.make_pair()
    wrapped = sealing.wrap(public, key, b"p")
    assert sealing.unwrap(private, wrapped, b"p") == key
    for attempt in (lambda: sealing.unwrap(sealing.make_pair()[0], wrapped, b"p"), lambda: sealing.unwrap(private, wrapped, b"q"),
                    lambda: sealing.unwrap(private, b"short", b"p"), lambda: sealing.unwrap(private, bytes(len(wrapped)), b"p")):
        with pytest.raises(NotOpened):
            attempt()
