"""Acts that words come close to: by the act's own title, the organ that acts, and the provision that is cited."""

from __future__ import annotations

import re
from functools import cache

from curule.law.library import Library

__all__ = ["by_title", "nearest"]

PLAIN_WORDS = frozenset([
    "a", "an", "the", "of", "to", "in", "on", "for", "at", "by", "with", "and", "or", "as", "is", "be", "his", "her", "its", "their", "from", "that",
    "this", "under", "against", "upon", "into", "it", "not", "no", "one's", "court", "case", "person", "persons", "record", "enter", "le", "la",
    "les", "l", "un", "une", "de", "du", "des", "d", "à", "au", "aux", "et", "ou", "en", "sur", "par", "pour", "dans", "son", "sa", "ses",
])
MOST_LISTED = 3
NEAR = 0.34


@cache
def stems(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, without their endings."""
    words = re.findall(r"[\w']+", text.casefold())
    return frozenset(re.sub(r"(?:ations?|ing|ied|ies|ed|es|s|e|y|'s)$", "", w)[:7] for w in words if w not in PLAIN_WORDS and len(w) > 1 and not w.isdigit())


def cited(provision: str) -> frozenset[str]:
    """The articles that a citation names, without paragraphs: ``art. 61(7)(a), 74`` gives 61 and 74."""
    return frozenset(re.findall(r"(?<![\w(])\d{1,3}(?:\s?(?:bis|ter|quater))?(?![\w)])", provision))


def _articles(library: Library, act: str) -> frozenset[str]:
    rules = (*library.powers.get(act, ()), *library.prohibitions.get(act, ()))
    return frozenset(re.match(r"[^(]*", r.provision.partition(":")[2]).group(0).strip() for r in rules)  # type: ignore[union-attr]


def _scores(library: Library, words: str, organ: str, provision: str) -> list[tuple[float, float, str]]:
    """For each act: how near it is, and which share of its title the words repeat."""
    told, articles = stems(words), cited(provision)
    found = []
    for code, act in library.acts.items():
        best = max((len(told & title) / len(title), len(told & title)) if (title := stems(text)) else (0.0, 0) for text in (act.title.en, act.title.fr))
        if not best[1]:
            continue
        may = any(organ in p.by for p in library.powers.get(code, ()))
        score = best[0] * 0.6 + (0.2 if may else 0) + (0.2 if articles & _articles(library, code) else 0)
        found.append((score, best[0], code))
    return sorted(found, key=lambda f: (-f[0], f[2]))


def by_title(library: Library, words: str, organ: str, provision: str) -> str:
    """The one act whose whole title of two words or more the words repeat and that the organ may do; nothing where there is none or more than one."""
    def fits(share: float, code: str) -> bool:
        act = library.acts[code]
        long = min(len(stems(act.title.en)), len(stems(act.title.fr))) >= 2
        return share == 1.0 and long and any(organ in p.by for p in library.powers.get(code, ()))

    whole = [(score, code) for score, share, code in _scores(library, words, organ, provision) if fits(share, code)]
    if not whole or (len(whole) > 1 and whole[0][0] == whole[1][0]):
        return ""
    return whole[0][1]


def nearest(library: Library, words: str, organ: str, provision: str) -> tuple[str, ...]:
    """The acts that come nearest to words that no phrase recognises, at most three, the nearest first."""
    return tuple(code for score, _share, code in _scores(library, words, organ, provision)[:MOST_LISTED] if score >= NEAR)
