"""Answers of the law library as the pages show them: trees of reasons, citations with links, cures with the acts that cure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import quote

from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from curule.law.answers import Answer, Barred, Cure, cite, headline
from curule.law.conditions import Kind, Reason, Truth
from curule.law.leaves import Finding, Leaf
from curule.law.library import Library
from curule.law.record import Entry
from curule.law.words import listing
from curule.matters.reading import Reading

__all__ = ["KINDS", "citation", "cures_of", "kinds_of", "objections_of", "reason_tree"]

OUTCOMES = {Truth.MET: "met", Truth.NOT_MET: "not-met", Truth.OPEN: "open"}
KINDS = {
    Kind.NO_SUCH_POWER: _("there is no such power"), Kind.NOT_IN_FORCE: _("not in force that day"),
    Kind.NOT_COMPETENT: _("not for this organ"), Kind.PROHIBITED: _("prohibited"), Kind.NOT_AT_THIS_STAGE: _("not at this stage"),
    Kind.OUT_OF_TIME: _("out of time"), Kind.CONDITION_NOT_MET: _("a condition is not met"),
}


@cache
def law_page(provision: str) -> str:
    """The page of a provision in the law explorer; nothing while there is none."""
    if not provision:
        return ""
    instrument, _colon, rest = provision.partition(":")
    article, opened, deeper = rest.partition("(")
    path = f"/law/{quote(instrument)}/{quote(article)}"
    anchor = "#" + quote((opened + deeper).strip("()").replace(")(", "-")) if deeper else ""
    for candidate in (path, path + "/"):
        try:
            resolve(candidate)
        except Resolver404:
            continue
        return candidate + anchor
    return ""


def citation(provision: str, lang: str, form: str = "short") -> dict[str, str]:
    """A provision as the pages cite it: its words and its page."""
    return {"words": cite(provision, lang, form), "href": law_page(provision)}


def entry_links(reading: Reading, entries: Iterable[Entry]) -> list[dict[str, str]]:
    """The pages of entries; one of another matter is named with that matter, and one that nobody made yet is left out."""
    found = []
    for entry in entries:
        matter = reading.place_of(entry)
        if matter is not None:
            number = str(entry.number) if matter.pk == reading.matter.pk else f"{entry.number} ({matter.number})"
            found.append({"number": number, "href": reverse("matters:entry", args=[matter.number, entry.number])})
    return found


def reason_tree(reason: Reason, lang: str, reading: Reading) -> dict[str, Any]:
    """One node and those below it, for ``parts/reason.html``."""
    condition = reason.condition
    return {
        "outcome": OUTCOMES[reason.truth],
        "phrase": _phrase(reason, lang, reading.law),
        "citation": cite(condition.provision, lang, "short"),
        "href": law_page(condition.provision),
        "entries": entry_links(reading, reason.entries),
        "parts": [reason_tree(child, lang, reading) for child in reason.children] if _matters(reason) else [],
    }


def _matters(reason: Reason) -> bool:
    """Whether what a node is made of is worth reading: a prohibition that does not apply is one line."""
    return not (isinstance(reason.condition, Barred) and reason.truth is Truth.MET)


def _phrase(reason: Reason, lang: str, law: Library) -> str:
    condition = reason.condition
    words = headline(condition, lang)
    if reason.detail is not None:
        words += f" ({reason.detail.of(lang)})"
    if reason.truth is Truth.OPEN and isinstance(condition, Finding):
        organs = listing([law.organs[o].name.of(lang) for o in condition.organs if o in law.organs], lang, alternative=True)
        words += " — " + gettext("for %(organ)s to find; standard: %(standard)s") % {
            "organ": organs, "standard": condition.standard.of(lang)}
    elif reason.truth is Truth.OPEN and isinstance(condition, Leaf) and condition.needs:
        words += " — " + gettext("depends on what the act itself says")
    return words


def kinds_of(answer: Answer) -> str:
    """The kinds of a refusal, in words."""
    return ", ".join(str(KINDS[kind]) for kind in answer.kinds)


def cures_of(answer: Answer, lang: str, number: str) -> list[dict[str, Any]]:
    """The smallest sets of things that would cure a refusal, each with links to the acts that would."""
    return [_cure(answer, cure, lang, number) for cure in answer.cures[:6]]


def objections_of(answer: Answer, lang: str) -> list[dict[str, Any]]:
    """What stands in the way, one line each: what is so and should not be, or is not so and should be, with its provision."""
    found: dict[str, dict[str, Any]] = {}
    for cure in answer.cures:
        for remedy in cure.remedies:
            leaf, detail = remedy.leaf, remedy.reason.detail
            said = (leaf.says_not if remedy.wanted and leaf.says_not is not None else leaf.says).of(lang)
            words = f"{said} ({detail.of(lang)})" if detail is not None else said
            found.setdefault(words, {"says": words, "cite": citation(leaf.provision, lang)})
    return list(found.values())


def _cure(answer: Answer, cure: Cure, lang: str, number: str) -> dict[str, Any]:
    law: Library = answer.view.library
    remedies = []
    for remedy in cure.remedies:
        acts = [law.acts[code] for code in remedy.leaf.cured_by if code in law.acts]
        remedies.append({
            "says": remedy.says(lang),
            "cite": citation(remedy.leaf.provision, lang),
            "possible": remedy.possible,
            "acts": [{"title": act.title.of(lang), "href": act_link(number, act.code)} for act in acts] if remedy.possible else [],
        })
    return {"possible": cure.possible, "remedies": remedies}


def act_link(number: str, act: str) -> str:
    """The form of an act on a matter; nothing where there is no matter yet."""
    try:
        return reverse("matters:act", args=[number, act]) if number else ""
    except NoReverseMatch:
        return ""
