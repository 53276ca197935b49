"""Where a matter of the Mechanism stands, in a few words for each concern: the line at the head of its page.

Pure functions of posture, day and language. Each line is ``(label, value, provision, entry)``; ``names`` gives the names of
judges by their codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from curule.law.record import Entry
from curule.law.told import Line, Names
from curule.law.words import T, listing, long_date
from curule.statutes.mechanism.matters.case import Accused, Bench, Case
from curule.statutes.mechanism.matters.case import Sentence as CaseSentence
from curule.statutes.mechanism.matters.enforcement import Enforcement
from curule.statutes.mechanism.matters.roll import Roll, judges_in_office, president_on

__all__ = ["bench_words", "custody_words", "sentence_words", "summary"]

def summary(kind: str, posture: Any, on: date, lang: str, names: Names | None = None) -> list[Line]:
    """Where a matter of that kind stands; an empty list for kinds with nothing to say beyond their stage."""
    told = SUMMARIES.get(kind)
    return list(told(posture, on, lang, names or {})) if told is not None else []


def custody_words(accused: Accused, on: date, lang: str) -> tuple[str, str, Entry | None]:
    """Where one accused is: words, provision, entry. Days in custody are counted from the arrest, that day included."""
    fr = lang == "fr"
    if accused.dead:
        return ("décédé" if fr else "deceased"), "", accused.dead
    if accused.released:
        return ("libéré" if fr else "released"), "irmct:18(2)", accused.released
    if accused.provisional_release:
        return ("en liberté provisoire" if fr else "on provisional release"), "irmct:18(2)", accused.provisional_release
    if accused.arrested:
        day = (on - accused.arrested.done_on).days + 1
        place = ("en détention" if fr else "in custody") if accused.transferred else ("arrêté, non transféré" if fr else "arrested, not yet transferred")
        return f"{place}, {'jour' if fr else 'day'} {day}", "irmct:17(2)", accused.arrested
    if accused.warrants:
        return ("en fuite, mandat délivré" if fr else "at large, warrant issued"), "irmct:17(2)", accused.warrants[-1]
    return ("en liberté" if fr else "at liberty"), "", None


def bench_words(bench: Bench, lang: str, names: Names) -> str:
    """The judges of a bench by name, with the one who presides and the reserve judge."""
    marks = {bench.presiding: T("presiding", "président"), bench.reserve: T("reserve", "suppléant")}
    shown = []
    for code in dict.fromkeys((bench.presiding, *bench.judges, bench.reserve)):
        if code:
            mark = marks.get(code) if len(bench.judges) > 1 or code == bench.reserve else None
            shown.append(names.get(code, code) + (f" ({mark.of(lang)})" if mark else ""))
    return ", ".join(shown)


def sentence_words(sentence: CaseSentence, lang: str) -> str:
    """A penalty in words: years and months or life, and a fine."""
    parts = []
    if sentence.life:
        parts.append(T("imprisonment for life", "emprisonnement à vie").of(lang))
    elif sentence.months:
        years, months = divmod(sentence.months, 12)
        lengths = [f"{years} {'an' if lang == 'fr' else 'year'}{'s' if years > 1 else ''}"] if years else []
        lengths += [f"{months} mois" if lang == "fr" else f"{months} month{'s' if months > 1 else ''}"] if months else []
        parts.append(listing(lengths, lang) + (" d'emprisonnement" if lang == "fr" else " of imprisonment"))
    if sentence.fine:
        amount = f"{sentence.fine / 100:,.2f}"
        parts.append(("amende de " + amount.replace(",", "\u202f").replace(".", ",")) if lang == "fr" else f"fine of {amount}")
    return listing(parts, lang) or T("no penalty", "aucune peine").of(lang)


TASKS = {"trial": T("Trial bench", "Formation de jugement"), "single": T("Single judge", "Juge unique"), "duty": T("Duty judge", "Juge de permanence"),
         "referral": T("Referral bench", "Formation de renvoi"), "appeal": T("Appeal bench", "Formation d'appel"),
         "review": T("Review bench", "Formation de révision"), "confirmation": T("Confirming judge", "Juge de la confirmation"),
         "other": T("Single judge, other matters", "Juge unique, autres questions")}


def _case(posture: Case, on: date, lang: str, names: Names) -> Iterable[Line]:
    fr = lang == "fr"
    several = len(posture.accused) > 1
    for code, accused in posture.accused.items():
        words, provision, entry = custody_words(accused, on, lang)
        label = ("Accusé" if fr else "Accused") + (f" {code}" if several else "")
        if accused.acquitted:
            words, provision, entry = ("acquitté" if fr else "acquitted") + ", " + words, "irmct:21(1)", accused.acquitted
        yield Line(label, words, provision, entry)
    counts = [c for c in posture.counts.values() if c.status not in ("dismissed", "withdrawn")]
    if counts:
        yield Line("Chefs" if fr else "Counts", str(len(counts)), "irmct:16(4)", posture.confirmed or posture.indictment)
    for task, bench in posture.benches.items():
        if bench.judges or bench.presiding:
            name, _, number = task.partition(":")
            label = TASKS[name].of(lang) if name in TASKS else name
            yield Line(label + (f" {number}" if number else ""), bench_words(bench, lang, names), "irmct:12", bench.entry)
    referral = posture.referral
    if referral.ordered:
        words = ("renvoi révoqué : " if fr else "revoked: ") if referral.revoked else ""
        yield Line("Renvoi" if fr else "Referral", words + referral.state, "irmct:6", referral.revoked or referral.ordered)
    yield from _outcome(posture, lang)


def _outcome(posture: Case, lang: str) -> Iterable[Line]:
    fr = lang == "fr"
    for code, accused in posture.accused.items():
        if accused.sentence is not None and accused.sentence.entry is not None:
            label = ("Peine" if fr else "Sentence") + (f" {code}" if len(posture.accused) > 1 else "")
            yield Line(label, sentence_words(accused.sentence, lang), "irmct:22", accused.sentence.entry)
    pending = [n for n, a in posture.appeals.items() if a.pending]
    if pending:
        yield Line("Appels pendants" if fr else "Appeals pending", str(len(pending)), "irmct:23", posture.appeals[pending[0]].notice)
    reviews = [n for n, r in posture.reviews.items() if r.pending]
    if reviews:
        yield Line("Révision" if fr else "Review", "pendante" if fr else "pending", "irmct:24", posture.reviews[reviews[0]].application)
    if posture.measures:
        last = list(posture.measures.values())[-1]
        yield Line("Mesures de protection" if fr else "Protective measures", str(len(posture.measures)), "irmct:20", last)


def _enforcement(posture: Enforcement, on: date, lang: str, names: Names) -> Iterable[Line]:
    fr = lang == "fr"
    if posture.person:
        yield Line("Personne condamnée" if fr else "Convicted person", posture.person, "irmct:25", posture.opened)
    sentence = posture.sentence
    if sentence.entry is not None:
        yield Line("Peine" if fr else "Sentence", _term(sentence, lang), "irmct:25(1)", sentence.entry)
    served = sum(((min(p.end or on, on) - p.start).days + 1) for p in posture.custody if p.start and p.start <= on)
    if served > 0:
        yield Line("Détention subie" if fr else "Time in custody", f"{served} {'jours' if fr else 'days'}", "irmct:25", posture.custody[-1].entry)
    placement = posture.placement
    if placement.state:
        state = placement.state + ("" if placement.serving_in == placement.state else (", transfèrement en attente" if fr else ", transfer pending"))
        yield Line("État d'exécution" if fr else "State of enforcement", state, "irmct:25(1)", placement.transferred or placement.designated)
    if placement.eligible_on:
        yield Line("Admissible le" if fr else "Eligible on", long_date(placement.eligible_on, lang), "irmct:26", None)


def _term(sentence: Any, lang: str) -> str:
    term = CaseSentence(months=sentence.years * 12 + sentence.months, life=sentence.form == "life", fine=sentence.fine)
    return sentence_words(term, lang)


def _roll(posture: Roll, on: date, lang: str, names: Names) -> Iterable[Line]:
    fr = lang == "fr"
    serving = list(judges_in_office(posture, on))
    yield Line("Juges en fonctions" if fr else "Judges in office", str(len(serving)), "irmct:8(1)", posture.ballots[-1] if posture.ballots else None)
    president = president_on(posture, on)
    if president:
        yield Line("Président" if fr else "President", names.get(president, president), "irmct:11(1)", posture.presidents[-1].entry)


SUMMARIES: dict[str, Callable[[Any, date, str, Names], Iterable[Line]]] = {"case": _case, "enforcement": _enforcement, "roll": _roll}
