"""The Chambers are sealed from the Registry, from administrators and from judges who do not sit; who is of the bench comes in."""

from __future__ import annotations

import base64
import re

import pytest
from django.db import connection
from django.urls import reverse

from curule.chambers import sealing
from curule.chambers.bench import is_member, members_of
from curule.chambers.models import ChambersKey, SealedItem
from curule.chambers.papers import NotAdmitted, admit, open_paper, start
from curule.chambers.sealing import NotOpened
from curule.chambers.unlocking import COOKIE
from curule.matters.models import Assignment
from curule.matters.pipeline import enter
from tests.web.chambers.samples import NUMBER, PASS, SECRET, addresses, begin
from tests.web.matter_samples import request

pytestmark = pytest.mark.django_db


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
