"""A case whose Trial Chamber drafts, votes and signs: what the tests of the Chambers share."""

from __future__ import annotations

from django.urls import reverse

from curule.chambers.models import Paper

SECRET = "zyxxwyqquu"
PASS = "four words nobody guesses"
NUMBER = "MICT-26-1"


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
            *(("post", reverse(f"chambers:{name}", args=[code])) for name in ("edit", "comment", "vote", "opinion", "admit", "sign", "withdraw", "file"))]
