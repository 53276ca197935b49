"""Numbers of filings, drawn from the series of those who may know that the filing exists, so that nobody sees a gap.

The public series of a matter has plain numbers. Each other audience has a series of its own with letters in front; its count is known to
that audience alone. The forms are the tribunal's (``filing.toml`` of its pack).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q

from curule.law.pack import PackError
from curule.matters.models import Matter
from curule.matters.tribunals import library
from curule.registry.models import NumberSeries, Rendition
from curule.statutes.court_record import Court

__all__ = ["Stem", "belonging", "court_of", "draw", "is_taken", "series_of", "written"]

_CONSONANTS = "BCDFGHJKLMNPQRTVWXZ"
_SHARED = {"confidential": "C", "strictly_confidential": "S"}


@dataclass(frozen=True, slots=True)
class Stem:
    """The number of a filing without its endings: ``ICC-01/04-01/06-3121``; ``series`` is the audience whose count it continues."""

    text: str
    series: str


def court_of(matter: Matter) -> Court:
    """The court record of the matter's tribunal.

    :raises PackError: where the tribunal keeps none.
    """
    court = library(matter.pack).pack.court
    if not isinstance(court, Court):
        raise PackError(f"{matter.pack} declares no court record: give its pack a Court")
    return court


def series_of(tokens: Iterable[str]) -> str:
    """The name of the series of an audience; empty for the public."""
    held = sorted(frozenset(tokens))
    return "" if "public" in held else hashlib.sha256("\n".join(held).encode()).hexdigest()


def draw(matter: Matter, tokens: Iterable[str], classification: str) -> Stem:
    """The next number in the series of that audience. Called while the matter is locked, so that no number is drawn twice."""
    audience = series_of(tokens)
    series = NumberSeries.objects.filter(matter=matter, audience=audience).first()
    if series is None:
        series = NumberSeries(matter=matter, audience=audience, letters=_letters(matter, audience, classification))
    series.last += 1
    series.save()
    numbers = court_of(matter).numbers
    form = numbers.hidden_form if audience else numbers.form
    return Stem(form.format(case=matter.number, series=series.letters, n=series.last), audience)


def _letters(matter: Matter, audience: str, classification: str) -> str:
    """Letters that no other series of the matter has; those of an ex parte series are random, for an order would tell how many there are."""
    if not audience:
        return ""
    taken = frozenset(NumberSeries.objects.filter(matter=matter).values_list("letters", flat=True))
    shared = _SHARED.get(classification, "")
    if shared and shared not in taken:
        return shared
    first = "U" if classification == "under_seal" else "X"
    while (made := first + "".join(secrets.choice(_CONSONANTS) for _ in range(3))) in taken:
        continue
    return made


def written(matter: Matter, stem: str, classification: str, ending: str = "", language: str = "", within: str = "") -> str:
    """A number in full: the stem, the ending of its classification, that of the annex ``within`` which it is, and that of an annex, translation,
    corrigendum or redacted version.

    Where such a number is taken, the ending counts on: ``-Red``, ``-Red2``; ``-AnxA``, ``-AnxB``.
    """
    numbers = court_of(matter).numbers
    base = stem + numbers.classes.get(classification, "") + within
    if not ending:
        return base
    form = numbers.endings[ending]
    tongue = numbers.languages.get(language, language.upper())
    label = _letter if ending == "annex" and numbers.annexes == "letters" else str
    first = label(1) if ending == "annex" else ""
    if "{k}" not in form:
        plain = base + form.format(language=tongue)
        return plain if not is_taken(plain) else _counted(plain + "{k}", label)
    plain = base + form.format(k=first, language=tongue).rstrip(".")
    return plain if not is_taken(plain) else _counted(base + form.format(k="{k}", language=tongue), label)


def _letter(k: int) -> str:
    """A, B … Z, AA, AB …"""
    made = ""
    while k:
        k, rest = divmod(k - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def _counted(form: str, label: Callable[[int], str] = str) -> str:
    k = 2
    while is_taken(number := form.format(k=label(k))):
        k += 1
    return number


def is_taken(number: str) -> bool:
    """Whether something has or had that number."""
    return Rendition.objects.filter(Q(number=number) | Q(former_number=number)).exists()


def belonging(parent: Rendition, tokens: frozenset[str]) -> bool:
    """Whether a document that belongs to another may carry its number: whether all of its readers know of the other one."""
    known = frozenset(row.token for row in parent.entry.audience.all())
    return "public" in known or ("public" not in tokens and tokens <= known)
