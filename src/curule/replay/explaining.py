"""Why the law's answer and what happened differ: each divergence is put into a category and given its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from curule.law.answers import Answer, Cure, Remedy, Verdict, cite
from curule.law.conditions import Kind, Truth
from curule.law.leaves import Finding, Leaf
from curule.law.library import Library
from curule.law.view import View
from curule.law.words import T, Text, listing
from curule.replay.history import NO, YES, Event
from curule.replay.phrasebook import Phrasebook

__all__ = ["Category", "Explained", "Explainer"]


class Category(Enum):
    """The kinds of explanation."""

    READING = "reading"
    FIGURE = "figure"
    PRACTICE = "practice"
    PARTICULAR = "missing particular"
    ENTRY = "missing entry"
    DATE = "unverified date"
    BODY = "other body"
    OUTSIDE = "outside the statute"
    UNRECOGNISED = "not recognised"
    DISAGREEMENT = "disagreement"

    @property
    def words(self) -> Text:
        """The category for people."""
        return WORDS[self]


WORDS = {
    Category.READING: T("a reading", "une interprétation"), Category.FIGURE: T("a figure from another text", "un chiffre tiré d'un autre texte"),
    Category.PRACTICE: T("practice or the Rules", "la pratique ou le Règlement"),
    Category.PARTICULAR: T("not told by the history", "non indiqué par l'historique"),
    Category.ENTRY: T("an act that is not in the history", "un acte absent de l'historique"),
    Category.DATE: T("an unverified date", "une date non vérifiée"), Category.BODY: T("an act of another body", "un acte d'un autre organe"),
    Category.OUTSIDE: T("outside the Statute", "hors du Statut"), Category.UNRECOGNISED: T("not recognised", "non reconnu"),
    Category.DISAGREEMENT: T("a genuine disagreement", "un véritable désaccord"),
}


@dataclass(frozen=True, slots=True)
class Explained:
    """One explanation: its category, in words, with the provision or other source."""

    category: Category
    says: Text
    provision: str = ""
    source: Text | None = None

    def line(self, lang: str) -> str:
        """As one line."""
        where = cite(self.provision, lang, "short") or (self.source.of(lang) if self.source else "")
        return f"{self.category.words.of(lang)}: {self.says.of(lang)}" + (f" [{where}]" if where else "")

    def as_dict(self, lang: str) -> dict[str, Any]:
        """As data."""
        return {"category": self.category.value, "says": self.says.of(lang), "provision": self.provision,
                "source": self.source.of(lang) if self.source else ""}


class Explainer:
    """Explains answers that differ from what happened."""

    def __init__(self, library: Library, book: Phrasebook) -> None:
        self.library = library
        self.book = book
        self._others: list[tuple[str, str, Library]] | None = None

    @property
    def others(self) -> list[tuple[str, str, Library]]:
        """The library under each alternative reading, one reading changed at a time."""
        if self._others is None:
            self._others = [(id, alternative, self.library.under(id, alternative)) for id, reading in self.library.readings.items()
                            for alternative in reading.alternatives if alternative != self.library.reading(id)]
        return self._others

    def explain(self, known: Answer, full: Answer, done: Iterable[str], event: Event | None, actor_assumed: bool,
                assumed: Mapping[str, Any]) -> list[Explained]:
        """The explanations of one answer. ``known`` goes by what the history tells, ``full`` by that and what was assumed."""
        if known.verdict is Verdict.PERMITTED:
            return []
        found = self._not_told(known, full, assumed)
        if full.verdict is Verdict.REFUSED:
            found += self._refused(full, frozenset(done), event, actor_assumed, frozenset(assumed))
        elif full.verdict is Verdict.OPEN:
            found += self._open(full)
        if event is not None and event.verified != YES and any(e.category in (Category.FIGURE, Category.DISAGREEMENT) for e in found):
            found.append(Explained(Category.DATE, _unverified(event)))
        return list(dict.fromkeys(found))

    def _not_told(self, known: Answer, full: Answer, assumed: Mapping[str, Any]) -> list[Explained]:
        """The particulars that had to be assumed, as far as the answer depended on them."""
        if known.reason is None or (known.verdict is full.verdict is Verdict.REFUSED and not assumed):
            return []
        labels = {p.name: p.label for p in self.library.particulars(known.act.code)}
        asked = {n for leaf in known.reason.leaves() if leaf.truth is not Truth.MET for n in getattr(leaf.condition, "needs", ())}
        names = [n for n in assumed if n in asked and n in labels]
        if not names and full.verdict is Verdict.PERMITTED:
            names = [n for n in assumed if n in labels]
        if not names:
            return []
        return [Explained(Category.PARTICULAR, T(
            "assumed so that the record can go on: " + listing([labels[n].en for n in names], "en"),
            "tenu pour acquis afin de poursuivre le dossier : " + listing([labels[n].fr for n in names], "fr")),
            known.provisions[0] if known.provisions else "")]

    def _open(self, answer: Answer) -> list[Explained]:
        """What is open: the particulars that the history leaves out, each once, and the findings that it does not tell."""
        labels = {p.name: p.label for p in self.library.particulars(answer.act.code)}
        untold: dict[str, str] = {}
        found = []
        for open_leaf in answer.open_leaves:
            leaf = open_leaf.condition
            if not isinstance(leaf, Leaf):
                continue
            names = [n for n in leaf.needs if n in labels and n not in answer.view.given]
            if isinstance(leaf, Finding) or not names:
                found.append(Explained(Category.PARTICULAR, T(f"the history does not say whether {leaf.says.en}",
                                                              f"l'historique ne dit pas si {leaf.says.fr}"), leaf.provision))
            for name in names if not isinstance(leaf, Finding) else ():
                untold.setdefault(name, leaf.provision)
        # Of several names under which a leaf would take its answer, those of the act's own required particulars are meant.
        required = {p.name for p in self.library.particulars(answer.act.code) if p.required}
        names = [n for n in untold if n in required] or list(untold)
        return [*(Explained(Category.PARTICULAR, T(f"the history does not tell: {labels[n].en}", f"l'historique n'indique pas : {labels[n].fr}"), untold[n])
                  for n in names), *found]

    def _refused(self, answer: Answer, done: frozenset[str], event: Event | None, actor_assumed: bool, assumed: frozenset[str]) -> list[Explained]:
        if answer.reason is None and answer.act.code in self.library.trees:
            return [Explained(Category.PARTICULAR, T("the history leaves out something on which this question depends",
                                                     "l'historique omet un élément dont dépend cette question"))]
        if answer.reason is None:
            return [Explained(Category.DISAGREEMENT, T("the Statute gives nobody the power to do this act",
                                                       "le Statut ne confère à personne le pouvoir d'accomplir cet acte"))]
        best = min(answer.cures, key=lambda c: self._weight(c, answer, done, actor_assumed, event, assumed), default=None)
        found = [] if best is None else [self._remedy(r, answer, done, actor_assumed, event, assumed) for r in best.remedies]
        if any(e.category is Category.DISAGREEMENT for e in found) or not found:
            reading = self._reading(answer)
            if reading is not None:
                return [reading]
        return found or [Explained(Category.DISAGREEMENT, T("the law library refuses the act", "la bibliothèque du droit refuse l'acte"))]

    def _weight(self, cure: Cure, answer: Answer, done: frozenset[str], actor_assumed: bool, event: Event | None,
                assumed: frozenset[str]) -> tuple[int, int, int]:
        made = [self._remedy(r, answer, done, actor_assumed, event, assumed) for r in cure.remedies]
        return (sum(e.category is Category.DISAGREEMENT for e in made), any(r.kind is Kind.NOT_COMPETENT for r in cure.remedies), len(made))

    def _remedy(self, remedy: Remedy, answer: Answer, done: frozenset[str], actor_assumed: bool, event: Event | None,
                assumed: frozenset[str]) -> Explained:
        leaf, view = remedy.leaf, answer.view
        wanted = Text(remedy.says("en"), remedy.says("fr"))
        practice = self.book.practices.get(f"{answer.act.code}/{leaf.id}") or self.book.practices.get(leaf.id)
        limit = self.library.limits.get(leaf.id.removeprefix("within_"))
        if practice is not None:
            return Explained(Category(practice.category), practice.says, leaf.provision, practice.source)
        if limit is not None and isinstance(limit.length, str):
            return self._figure(limit.length, wanted, view, limit)
        taken = {p.name for p in self.library.particulars(answer.act.code)}
        missing = [n for n in leaf.needs if n not in view.given and n in taken]
        if missing and remedy.kind is not Kind.NOT_COMPETENT:
            return self._missing(missing, answer, leaf, wanted)
        if resting := [n for n in leaf.needs if n in assumed and n in taken]:
            return self._missing(resting, answer, leaf, wanted)
        if remedy.kind is Kind.NOT_COMPETENT and actor_assumed:
            return Explained(Category.PARTICULAR, T("the history does not say who did it", "l'historique ne dit pas qui l'a accompli"), leaf.provision)
        # A stage that was reached once may have to be reached again: a bench that has decided is no longer seised.
        if leaf.cured_by and remedy.wanted and (remedy.kind is Kind.NOT_AT_THIS_STAGE or not done & frozenset(leaf.cured_by)):
            acts = [self.library.acts[a].title for a in leaf.cured_by if a in self.library.acts]
            says = T(f"{wanted.en} (would be shown by: {listing([a.en for a in acts], 'en', alternative=True)})",
                     f"{wanted.fr} (serait établi par : {listing([a.fr for a in acts], 'fr', alternative=True)})")
            return Explained(Category.ENTRY, says, leaf.provision)
        if remedy.kind in (Kind.OUT_OF_TIME, Kind.NOT_IN_FORCE) and event is not None and event.verified == NO:
            return Explained(Category.DATE, T(f"{wanted.en}; {_unverified(event).en}", f"{wanted.fr} ; {_unverified(event).fr}"), leaf.provision)
        return Explained(Category.DISAGREEMENT, wanted, leaf.provision)

    def _figure(self, id: str, wanted: Text, view: View, limit: Any) -> Explained:
        figure = self.library.figure(id)
        due = self.library.due(limit, view)
        length = self.library.length(limit).words
        mark = ("", "") if figure.verified else (", unverified", ", non vérifié")
        return Explained(Category.FIGURE, T(f"{length.en} ended on {due}{mark[0]}; an extension is not in the history ({wanted.en})",
                                            f"{length.fr} expiré le {due}{mark[1]} ; aucune prorogation dans l'historique ({wanted.fr})"),
                         limit.provision, figure.source)

    def _missing(self, names: list[str], answer: Answer, leaf: Leaf, wanted: Text) -> Explained:
        labels = {p.name: p.label for p in self.library.particulars(answer.act.code)}
        told = [labels[n] for n in names if n in labels]
        if isinstance(leaf, Finding) or not told:
            return Explained(Category.PARTICULAR, T(f"the history does not say whether {leaf.says.en}",
                                                    f"l'historique ne dit pas si {leaf.says.fr}"), leaf.provision)
        return Explained(Category.PARTICULAR, T(f"{listing([t.en for t in told], 'en')} ({wanted.en})", f"{listing([t.fr for t in told], 'fr')} ({wanted.fr})"),
                         leaf.provision)

    def _reading(self, answer: Answer) -> Explained | None:
        """The reading under which the act would not be refused, if there is one."""
        v = answer.view
        for id, alternative, library in self.others:
            other = library.may(answer.act.code, v.posture, v.on, v.actor, v.given, v.related)
            if other.verdict is not Verdict.REFUSED:
                reading = library.readings[id]
                words = reading.alternatives[alternative]
                return Explained(Category.READING, T(f"{reading.question.en} With {id}={alternative} ({words.en}) the act is not refused",
                                                     f"{reading.question.fr} Avec {id}={alternative} ({words.fr}) l'acte n'est pas refusé"), reading.provision)
        return None


def _unverified(event: Event) -> Text:
    if event.verified == NO:
        return T("the file marks this date as unverified", "le fichier marque cette date comme non vérifiée")
    return T("the file marks this date as verified in part only", "le fichier marque cette date comme vérifiée en partie seulement")
