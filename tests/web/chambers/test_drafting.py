"""Drafting, commenting, voting, opinions: what members do with a paper."""

from __future__ import annotations

import io
import logging

import pikepdf
import pytest
from django.urls import reverse

from curule.chambers.deliberation import Item, contents_of, tally
from curule.chambers.models import PaperKey
from curule.chambers.wording import blocks_of, html_of, unknown_citations
from curule.matters.tribunals import library
from tests.web.chambers.samples import NUMBER, SECRET, begin

pytestmark = pytest.mark.django_db


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
                  "SEPARATE OPINION / OPINION INDIVIDUELLE", "Judge 1 appends a separate opinion.", "Motion", "Costs", "own words"):
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
    assert [t.outcome for t in tally(contents, 3, 2)] == ["carried", "open", "lost", "carried"]
    assert [t.outcome for t in tally(contents, 4, 3)] == ["open", "open", "lost", "open"]
    assert tally(contents, 3, 2)[0].missing == 1


@pytest.mark.parametrize(("pack", "task", "cite"), [
    ("mechanism", "trial", "irmct:21(2)"), ("rome", "trial", "rome:74(3)"), ("rome", "pre_trial", "rome:57(2)(a)"), ("rome", "appeal", "rome:83(4)")])
def test_the_majority_is_that_of_the_tribunals_statute(pack, task, cite):
    """Each tribunal says by which provision a bench decides, and how many judges carry a point; the provision is one of its own."""
    law = library(pack)
    assert [law.pack.court.majority(judges) for judges in (1, 2, 3, 4, 5)] == [1, 2, 2, 3, 3]
    assert law.pack.court.majority_provision(task) == cite
    assert any(rule.provision == cite for rule in law.rules.values())


def test_the_page_of_votes_says_how_many_carry_a_point(people, inside):
    """The rule stands beside the votes, with its provision."""
    one = inside("j1")
    page = one.get(reverse("chambers:paper", args=[begin(one, people).code])).content.decode()
    assert "carried by 2 of the 3 judges" in page
    assert "/law/irmct/21#2" in page


def test_the_text_of_drafts_knows_points_headings_quotations_and_citations():
    """Plain structured text becomes blocks with their marks; a citation leads to the law library; an unknown one is told."""
    text = "## Head\n\n3. point [[irmct:12(3)]]\n4. next\n   - inner\n\n> quoted **strong**\n"
    assert [(b.kind, b.mark) for b in blocks_of(text)] == [("heading", ""), ("item", "3."), ("item", "4."), ("item", "–"), ("quote", "")]
    assert 'href="/law/irmct/12#3"' in html_of(text, "en")
    assert unknown_citations("[[irmct:12(3)]] [[nowhere:9]]") == ["nowhere:9"]
