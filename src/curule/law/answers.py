"""Answers: what the law library says to "may this organ do this act, here, today?", and why.

The library never decides. An answer is PERMITTED, REFUSED or OPEN, with the whole tree of reasons; a refusal says its
kinds and the smallest sets of things that would cure it, split into what can still happen and what no longer can.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from curule.law.conditions import AllOf, AnyOf, AtLeast, Condition, Kind, NoneOf, Reason, Truth
from curule.law.leaves import Finding, Leaf, shifted
from curule.law.provisions import Provision
from curule.law.words import T, Text

if TYPE_CHECKING:
    from curule.law.record import Entry
    from curule.law.rules import Act, Rule
    from curule.law.view import Actor, View

__all__ = ["Verdict", "Answer", "Cure", "Remedy", "Empowered", "Barred", "Competent", "cures", "describe"]

MOST_CURES = 12


class Verdict(Enum):
    """The three answers."""

    PERMITTED = "PERMITTED"
    REFUSED = "REFUSED"
    OPEN = "OPEN"


_VERDICTS = (Verdict.REFUSED, Verdict.OPEN, Verdict.PERMITTED)


class Competent(Leaf):
    """The leaf that every power carries: the act is done by one of these organs.

    Without an actor the question is "may anyone?": then a power's leaf is met, and that of a prohibition which binds only some
    organs (``anyone=False``) is not.
    """

    __slots__ = ("by", "names", "anyone")

    def __init__(self, by: tuple[str, ...], names: Text, provision: str, *, anyone: bool = True) -> None:
        self.id = "competent:" + "+".join(by)
        self.by = by
        self.says = T(f"the act is done by: {names.en}", f"l'acte est accompli par : {names.fr}")
        self.says_not = T(f"the act belongs to: {names.en}", f"l'acte appartient à : {names.fr}")
        self.names = names
        self.anyone = Truth.MET if anyone else Truth.NOT_MET
        self.provision = provision
        self.kind = Kind.NOT_COMPETENT
        self.permanent, self.reversible, self.cured_by, self.needs = False, True, (), ()

    def truth(self, v: View) -> Truth:
        if v.actor is None:
            return self.anyone
        return Truth.MET if v.actor.organ in self.by else Truth.NOT_MET

    def reason(self, v: View) -> Reason:
        return Reason(self, self.truth(v))


class InForceOn(Leaf):
    """The leaf that a rule with dates carries: the rule is in force on the day of the question."""

    __slots__ = ("in_force",)

    def __init__(self, in_force: Any, provision: str) -> None:
        self.id = "in_force"
        self.in_force = in_force
        self.says = T("this provision is in force that day", "cette disposition est en vigueur ce jour-là")
        self.says_not = T("this provision is not in force that day", "cette disposition n'est pas en vigueur ce jour-là")
        self.provision = provision
        self.kind = Kind.NOT_IN_FORCE
        self.permanent, self.reversible, self.cured_by, self.needs = False, False, (), ()

    def truth(self, v: View) -> Truth:
        return Truth.MET if self.in_force.on(v.on) else Truth.NOT_MET

    def reason(self, v: View) -> Reason:
        return Reason(self, self.truth(v))

    def can_still_happen(self, v: View) -> bool:
        return self.in_force.since is not None and v.on < self.in_force.since

    def mutants(self, v: View, truth: Truth) -> Iterator[tuple[str, Truth]]:
        yield "negated", truth.negated
        for name, by in (("one day earlier", 1), ("one day later", -1)):
            yield name, Truth.MET if self.in_force.on(shifted(v.on, by)) else Truth.NOT_MET

    def mutant_names(self) -> tuple[str, ...]:
        return ("negated", "one day earlier", "one day later")


class Empowered(AllOf):
    """All that one power asks: its organ, its dates, its condition."""

    __slots__ = ("rule",)

    def __init__(self, rule: Rule, parts: tuple[Condition, ...]) -> None:
        super().__init__(parts, None, rule.provision)
        self.rule = rule


class Barred(NoneOf):
    """What one prohibition forbids: met (harmless) while its condition is not."""

    __slots__ = ("rule",)

    def __init__(self, rule: Rule, parts: tuple[Condition, ...]) -> None:
        super().__init__(parts, None, rule.provision)
        self.rule = rule


class Remedy:
    """One thing that would have to change: a leaf that would have to be met, or to cease to be."""

    __slots__ = ("reason", "leaf", "wanted", "kind", "possible")

    def __init__(self, reason: Reason, wanted: bool, kind: Kind, possible: bool) -> None:
        self.reason = reason
        self.leaf: Leaf = reason.condition  # type: ignore[assignment]
        self.wanted = wanted
        self.kind = kind
        self.possible = possible

    def says(self, lang: str) -> str:
        """What would have to be so, for people."""
        if self.wanted:
            return self.leaf.says.of(lang)
        if self.leaf.says_not is not None:
            return self.leaf.says_not.of(lang)
        return {"fr": "qu'il n'en soit pas ainsi : ", "en": "it were not so that "}[lang] + self.leaf.says.of(lang)


class Cure:
    """A smallest set of remedies that together would lift the refusal; ``possible`` when each can still happen."""

    __slots__ = ("remedies",)

    def __init__(self, remedies: tuple[Remedy, ...]) -> None:
        self.remedies = remedies

    @property
    def possible(self) -> bool:
        return all(r.possible for r in self.remedies)


def cures(reason: Reason, v: View) -> list[Cure]:
    """The smallest sets of leaf changes after which the answer is no longer a refusal, at most :data:`MOST_CURES`."""
    made = []
    for combination in _smallest(_flips(reason, True, v, False)):
        made.append(Cure(tuple(combination)))
    made.sort(key=lambda c: (not c.possible, any(r.kind is Kind.NOT_COMPETENT for r in c.remedies), len(c.remedies)))
    return made[:MOST_CURES]


def _flips(reason: Reason, wanted: bool, v: View, barred: bool) -> list[tuple[Remedy, ...]]:
    """Sets of leaves to flip so that this node is no longer against us (open is not against us)."""
    bad = Truth.NOT_MET if wanted else Truth.MET
    if reason.truth is not bad:
        return [()]
    condition = reason.condition
    if not reason.children:
        if not isinstance(condition, Leaf):
            return []
        possible = condition.can_still_happen(v) if wanted else condition.can_still_cease(v)
        return [(Remedy(reason, wanted, Kind.PROHIBITED if barred else condition.kind, possible),)]
    below = wanted != isinstance(condition, NoneOf)
    barred = barred or isinstance(condition, Barred)
    each = [_flips(child, below, v, barred) for child in reason.children]
    if isinstance(condition, AtLeast):
        return _enough(condition, reason, each, wanted)
    every = isinstance(condition, AllOf) if wanted else isinstance(condition, AnyOf)
    if isinstance(condition, NoneOf):
        every = wanted
    return _product(each) if every else [s for sets in each for s in sets]


def _enough(condition: AtLeast, reason: Reason, each: list[list[tuple[Remedy, ...]]], wanted: bool) -> list[tuple[Remedy, ...]]:
    from itertools import combinations

    bad = Truth.NOT_MET if wanted else Truth.MET
    against = [i for i, child in enumerate(reason.children) if child.truth is bad]
    total = len(reason.children)
    missing = condition.n - (total - len(against)) if wanted else len(against) - condition.n + 1
    return [s for chosen in combinations(against, max(missing, 0)) for s in _product([each[i] for i in chosen])]


def _product(each: list[list[tuple[Remedy, ...]]]) -> list[tuple[Remedy, ...]]:
    sets: list[tuple[Remedy, ...]] = [()]
    for options in each:
        sets = [left + right for left in sets for right in options][: MOST_CURES * 4]
    return sets


def _smallest(sets: list[tuple[Remedy, ...]]) -> list[tuple[Remedy, ...]]:
    """Without sets that contain another one."""
    unique = {frozenset((r.leaf.id, r.wanted) for r in s): s for s in sorted(sets, key=len)}
    kept: list[frozenset[tuple[str, bool]]] = []
    for key in unique:
        if not any(other <= key for other in kept):
            kept.append(key)
    return [unique[key] for key in kept]


class Answer:
    """The answer to one question. The verdict is worked out at once, the reasons when they are asked for.

    ``reason`` is ``None`` only where no power to do the act exists at all.
    """

    __slots__ = ("verdict", "act", "view", "_tree", "_reason", "_cures")

    def __init__(self, act: Act, view: View, tree: Condition | None) -> None:
        self.act = act
        self.view = view
        self._tree = tree
        self._reason: Reason | None = None
        self._cures: list[Cure] | None = None
        self.verdict = _VERDICTS[Truth.NOT_MET if tree is None else tree.truth(view)]

    @property
    def reason(self) -> Reason | None:
        """The whole tree of reasons."""
        if self._reason is None and self._tree is not None:
            self._reason = self._tree.reason(self.view)
        return self._reason

    @property
    def actor(self) -> Actor | None:
        return self.view.actor

    @property
    def on(self) -> date:
        return self.view.on

    @property
    def cures(self) -> list[Cure]:
        """The smallest cures of a refusal, those that can still happen first; empty for any other answer."""
        if self._cures is None:
            self._cures = cures(self.reason, self.view) if self.verdict is Verdict.REFUSED and self.reason is not None else []
        return self._cures

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of the refusal, the most basic first: those of the cure that leaves the actor as it is, if there is one."""
        if self.verdict is not Verdict.REFUSED:
            return ()
        if self.reason is None:
            return (Kind.NO_SUCH_POWER,)
        best = min(self.cures, key=lambda c: (any(r.kind is Kind.NOT_COMPETENT for r in c.remedies), len(c.remedies)), default=None)
        return tuple(sorted({r.kind for r in best.remedies})) if best else (Kind.CONDITION_NOT_MET,)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The powers that permit the act (or may, when open), or for a refusal every power and prohibition that was asked."""
        found: list[Rule] = []

        def walk(node: Reason) -> None:
            if isinstance(node.condition, Empowered) and (self.verdict is Verdict.REFUSED or node.truth is not Truth.NOT_MET):
                found.append(node.condition.rule)
            if isinstance(node.condition, Barred) and node.truth is not Truth.MET:
                found.append(node.condition.rule)
            for child in node.children:
                walk(child)

        if self.reason is not None:
            walk(self.reason)
        return tuple(found)

    @property
    def provisions(self) -> tuple[str, ...]:
        """The provisions of :attr:`rules`, each once."""
        return tuple(dict.fromkeys(rule.provision for rule in self.rules))

    @property
    def relied_on(self) -> tuple[Entry, ...]:
        """The entries on which the answer relies, by number."""
        if self.reason is None:
            return ()
        return tuple(sorted({e.number: e for leaf in self.reason.leaves() for e in leaf.entries}.values(), key=lambda e: e.number))

    @property
    def open_leaves(self) -> tuple[Reason, ...]:
        """What is still open and matters: findings that an organ has to make, particulars not given yet. Open leaves below a node that is
        decided already change nothing and are left out.
        """

        def walk(node: Reason) -> Iterator[Reason]:
            if node.truth is not Truth.OPEN:
                return
            if node.condition.is_leaf:
                yield node
            for child in node.children:
                yield from walk(child)

        return tuple(walk(self.reason)) if self.reason is not None else ()

    def as_dict(self, lang: str = "en") -> dict[str, Any]:
        """The answer as data, with phrases in one language."""
        return {
            "verdict": self.verdict.value, "act": self.act.code, "title": self.act.title.of(lang), "on": self.on.isoformat(),
            "actor": str(self.actor) if self.actor else None, "kinds": [k.name for k in self.kinds],
            "provisions": [{"id": p, "cite": cite(p, lang)} for p in self.provisions],
            "rules": [r.id for r in self.rules], "relied_on": [e.number for e in self.relied_on],
            "reason": describe(self.reason, lang) if self.reason else None,
            "cures": [{"possible": c.possible, "remedies": [
                {"leaf": r.leaf.id, "says": r.says(lang), "possible": r.possible, "kind": r.kind.name, "provision": r.leaf.provision,
                 "by_acts": list(r.leaf.cured_by)} for r in c.remedies]} for c in self.cures],
        }

    def lines(self, lang: str = "en") -> list[str]:
        """The answer as indented lines for a terminal."""
        return _lines(self, lang)


WORDS = {
    "all": T("all of", "toutes ces conditions"), "any": T("at least one of", "au moins une de ces conditions"),
    "none": T("none of", "aucune de ces conditions"), "open": T("open", "en suspens"), "met": T("met", "remplie"), "not_met": T("not met", "non remplie"),
    "finding": T("for {organ} to find, to the standard: {standard}", "à constater par {organ}, selon le critère : {standard}"),
    "give": T("depends on particulars not given yet: {names}", "dépend d'éléments non encore donnés : {names}"),
}


def cite(provision: str, lang: str, form: str = "long") -> str:
    """A provision id printed as a citation; an empty id stays empty."""
    return Provision.parse(provision).cite(lang, form) if provision else ""


def headline(condition: Condition, lang: str) -> str:
    """The words of one node."""
    if isinstance(condition, Leaf):
        return condition.says.of(lang)
    says: Text | None = getattr(condition, "says", None)
    if says is not None:
        return says.of(lang)
    if isinstance(condition, Empowered):
        return f"{condition.rule.noun.of(lang)}"
    if isinstance(condition, Barred):
        return {"en": "not prohibited", "fr": "pas d'interdiction"}[lang]
    if isinstance(condition, AtLeast):
        return {"en": f"at least {condition.n} of", "fr": f"au moins {condition.n} de ces conditions"}[lang]
    return WORDS["none" if isinstance(condition, NoneOf) else "any" if isinstance(condition, AnyOf) else "all"].of(lang)


def describe(reason: Reason, lang: str) -> dict[str, Any]:
    """One node of a reason tree as data."""
    condition = reason.condition
    out: dict[str, Any] = {
        "truth": reason.truth.name.lower(), "says": headline(condition, lang), "provision": condition.provision,
        "cite": cite(condition.provision, lang, "short"), "entries": [e.number for e in reason.entries],
    }
    if isinstance(condition, Leaf):
        out["leaf"] = condition.id
        out["kind"] = condition.kind.name
    rule = getattr(condition, "rule", None)
    if rule is not None:
        out["rule"] = rule.id
    if reason.detail is not None:
        out["detail"] = reason.detail.of(lang)
    if reason.truth is Truth.OPEN and isinstance(condition, Finding):
        out["standard"] = condition.standard.of(lang)
        out["for"] = list(condition.organs)
    elif reason.truth is Truth.OPEN and isinstance(condition, Leaf) and condition.needs:
        out["needs"] = list(condition.needs)
    if reason.children:
        out["children"] = [describe(child, lang) for child in reason.children]
    return out


SIGNS = {Truth.MET: "✓", Truth.NOT_MET: "✗", Truth.OPEN: "?"}


def _lines(answer: Answer, lang: str) -> list[str]:
    verdict = {"PERMITTED": T("permitted", "permis"), "REFUSED": T("refused", "refusé"), "OPEN": T("open", "en suspens")}[answer.verdict.value]
    kinds = f" ({', '.join(k.name for k in answer.kinds)})" if answer.kinds else ""
    out = [f"{answer.act.title.of(lang)}: {verdict.of(lang)}{kinds}" + "".join(f" — {cite(p, lang)}" for p in answer.provisions[:3])]

    def walk(node: Reason, depth: int) -> None:
        entries = "".join(f" [{'entry' if lang == 'en' else 'inscription'} {e.number}]" for e in node.entries)
        source = cite(node.condition.provision, lang, "short")
        detail = f" ({node.detail.of(lang)})" if node.detail else ""
        out.append("  " * depth + f"{SIGNS[node.truth]} {headline(node.condition, lang)}{detail}" + (f" · {source}" if source else "") + entries)
        for child in node.children:
            walk(child, depth + 1)

    if answer.reason is not None:
        walk(answer.reason, 1)
    for cure in answer.cures[:4]:
        lead = {True: T("would be cured by", "remède possible"), False: T("could only have been cured by", "n'aurait pu être corrigé que par")}[cure.possible]
        out.append(f"  → {lead.of(lang)}: " + "; ".join(r.says(lang) for r in cure.remedies))
    return out
