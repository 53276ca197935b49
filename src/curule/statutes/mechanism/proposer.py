"""The proposer of benches: for a task of article 12, lawful benches in a sensible order, and for every judge left out the reasons.

It proposes; the President decides. Every bench offered was put to the law as the act by which the President would compose it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import heappop, heappush
from typing import Any

from curule.law.answers import Answer, Verdict
from curule.law.conditions import Truth
from curule.law.library import Library
from curule.law.view import Actor
from curule.law.words import T, Text, long_date
from curule.statutes.mechanism.bench_facts import contempt_only, earlier_judges, every_referral_by_three, from_single_judge, reviews_appeal
from curule.statutes.mechanism.matters.case import Case
from curule.statutes.mechanism.matters.roll import Roll, in_office, president_on, unavailability

__all__ = ["FIELDS", "Exclusion", "Proposal", "ProposedBench", "propose"]

FIELDS = {"criminal": T("criminal law", "droit pénal"), "international": T("international law", "droit international"),
          "humanitarian": T("international humanitarian law", "droit international humanitaire"), "human_rights": T("human rights law", "droits de l'homme")}

_MOST_TRIED = 600
_MOST_REFUSED = 60
_PRESIDENT = Actor("president")


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Why a judge of the roll is not proposed: the reason, its provision (empty for a wish of the caller) and the entry relied on."""

    judge: str
    reason: Text
    provision: str
    entry: Any = None


@dataclass(frozen=True, slots=True)
class ProposedBench:
    """One bench: judges, presiding judge, benches that they sit on already, fields nobody covers, the law's answer.

    ``score`` is the ranking: one point for each bench that the judges sit on, two for each field of article 9(2) that nobody covers.
    """

    judges: tuple[str, ...]
    presiding: str
    workload: int
    missing: tuple[str, ...]
    answer: Answer

    @property
    def score(self) -> int:
        """Lower is better."""
        return self.workload + 2 * len(self.missing)


@dataclass(slots=True)
class Proposal:
    """What the proposer gives: the act to do, benches in order, exclusions, notes, and the obstacle where no bench is lawful."""

    act: str
    size: int
    benches: list[ProposedBench] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    obstacle: Text | None = None
    refusal: Answer | None = None


@dataclass(frozen=True, slots=True)
class _Shape:
    """Which act composes the bench, how many judges it takes, which key it has, whether the President must preside."""

    act: str
    size: int
    key: str
    given: Mapping[str, Any]
    president: bool = False


def propose(library: Library, case: Case, roll: Roll, on: date, task: str, limit: int = 10, *, workload: Mapping[str, int] | None = None,
            most_benches: int | None = None) -> Proposal:
    """Benches for a task on a day: ``trial``, ``referral``, ``other``, ``appeal:1``, ``review:1``.

    ``workload`` counts the benches on which each judge sits; who sits on ``most_benches`` or more is left out.

    :raises ValueError: for a task that article 12 does not know.
    """
    shape = _shape(library, case, roll, on, task)
    loads = workload or {}
    proposal = Proposal(shape.act, shape.size)
    president = president_on(roll, on)
    fit = []
    for code in roll.judges:
        why = _reasons(library, case, roll, on, shape, code, loads, None if shape.president and code == president else most_benches)
        proposal.exclusions.extend(why)
        if not why:
            fit.append(code)
    proposal.notes = _notes(case, roll, fit)
    fixed: tuple[str, ...] = ()
    if shape.president:
        if president not in fit:
            proposal.obstacle = T("the President must sit and preside, but no President who may sit is in office that day",
                                  "le Président doit siéger et présider, mais aucun Président en mesure de siéger n'est en fonctions ce jour-là")
            return proposal
        fixed = (president,)
    if len(fit) < shape.size:
        proposal.obstacle = T(f"{shape.size} judges are needed and {len(fit)} may sit", f"il faut {shape.size} juges et {len(fit)} peuvent siéger")
        return proposal
    _fill(proposal, library, case, roll, on, shape, fixed, [c for c in fit if c not in fixed], loads, limit)
    return proposal


def _shape(library: Library, case: Case, roll: Roll, on: date, task: str) -> _Shape:
    kind, _, number = task.partition(":")
    view = library.view(case, on, _PRESIDENT, {}, {"roll": roll})
    replaced = library.reading("president_withdrawn") == "replaced" and president_on(roll, on) in case.conflicts
    if kind == "appeal" and number:
        size = 3 if from_single_judge.truth(view) is Truth.MET else 5
        return _Shape("compose_appeals_chamber", size, task, {"appeal": number}, president=not replaced)
    if kind == "review" and number:
        on_appeal = reviews_appeal.truth(view) is Truth.MET
        return _Shape("compose_review_chamber", 5 if on_appeal else 3, task, {"review": number}, president=on_appeal and not replaced)
    alone = contempt_only.truth(view) is Truth.MET
    if task == "referral":
        return _Shape("designate_referral_chamber", 1 if alone and every_referral_by_three.truth(view) is not Truth.MET else 3, task, {})
    if task == "other" or (task == "trial" and alone):
        return _Shape("assign_single_judge", 1, {"trial": "single"}.get(task, task), {"task": task})
    if task == "trial":
        return _Shape("compose_trial_chamber", 3, task, {"task": task})
    raise ValueError(f"no task {task[:40]!r}; give trial, referral, other, appeal:NUMBER or review:NUMBER")


def _reasons(library: Library, case: Case, roll: Roll, on: date, shape: _Shape, code: str, loads: Mapping[str, int], most: int | None) -> list[Exclusion]:
    """Every reason against one judge, so that all show at once."""
    found = []
    if not in_office(roll, code, on):
        found.append(Exclusion(code, _term(roll, code, on), "irmct:10(3)"))
    away = unavailability(roll, code, on)
    if away is not None:
        found.append(Exclusion(code, T(f"declared unavailable from {long_date(away.particulars['since'], 'en')}",
                                       f"déclaré indisponible à compter du {long_date(away.particulars['since'], 'fr')}"), "irmct:8(3)", away))
    conflict = case.conflicts.get(code)
    if conflict is not None:
        ground = conflict.particulars.get("ground", "")
        found.append(Exclusion(code, T(f"declared a conflict of interest: {ground}", f"a déclaré un conflit d'intérêts : {ground}"), "irmct:9(1)", conflict))
    earlier = earlier_judges(case, shape.key).get(code)
    if earlier is not None and library.reading("earlier_part") == "barred":
        found.append(Exclusion(code, T(f"sat in this case at another instance ({earlier})", f"a siégé dans cette affaire à un autre degré ({earlier})"), "irmct:9(1)",
                               case.benches[earlier].entry))
    if most is not None and loads.get(code, 0) >= most:
        found.append(Exclusion(code, T(f"sits on {loads[code]} benches already", f"siège déjà dans {loads[code]} formations"), ""))
    return found


def _term(roll: Roll, code: str, on: date) -> Text:
    known = roll.judges[code]
    if known.ended is not None:
        day = known.ended.particulars.get("effective", known.ended.done_on)
        return T(f"left office on {long_date(day, 'en')}", f"a cessé ses fonctions le {long_date(day, 'fr')}")
    coming = next((t.since for t in known.terms if t.since > on), None)
    if coming is not None:
        return T(f"the term begins on {long_date(coming, 'en')}", f"le mandat commence le {long_date(coming, 'fr')}")
    last = max((t.until for t in known.terms), default=on)
    return T(f"the term ended on {long_date(last, 'en')}", f"le mandat a pris fin le {long_date(last, 'fr')}")


def _notes(case: Case, roll: Roll, fit: Sequence[str]) -> list[Text]:
    """What the President may wish to know though it bars nobody: article 12 does not look at nationality."""
    nationalities = {a.nationality for a in case.accused.values() if a.nationality}
    return [T(f"{code} has the nationality of an accused ({roll.judges[code].nationality}); this is no bar",
              f"{code} a la nationalité d'un accusé ({roll.judges[code].nationality}) ; ce n'est pas un empêchement")
            for code in fit if roll.judges[code].nationality in nationalities]


def _fill(proposal: Proposal, library: Library, case: Case, roll: Roll, on: date, shape: _Shape, fixed: tuple[str, ...], others: list[str],
          loads: Mapping[str, int], limit: int) -> None:
    """Try benches from the lightest workload on, put each to the law, keep the best."""
    others = _mixed(roll, sorted(others, key=lambda c: (loads.get(c, 0), c)), loads)
    found: list[ProposedBench] = []
    refused = 0
    for tried, rest in enumerate(_lightest(others, shape.size - len(fixed), loads), 1):
        judges = (*fixed, *rest)
        presiding = fixed[0] if fixed else max(judges, key=lambda c: (len(roll.judges[c].experience), -loads.get(c, 0)))
        answer = library.may(shape.act, case, on, _PRESIDENT, _given(shape, judges, presiding), {"roll": roll})
        if answer.verdict is Verdict.REFUSED:
            refused += 1
            proposal.refusal = proposal.refusal or answer
        else:
            covered = {f for c in judges for f in roll.judges[c].experience}
            found.append(ProposedBench(judges, presiding, sum(loads.get(c, 0) for c in judges), tuple(f for f in FIELDS if f not in covered), answer))
        if tried >= _MOST_TRIED or (refused >= _MOST_REFUSED and not found) or len(found) >= limit * 8:
            break
    found.sort(key=lambda b: (b.answer.verdict is not Verdict.PERMITTED, b.score))
    proposal.benches = found[:limit]
    if found:
        proposal.refusal = None
    elif proposal.refusal is not None:
        proposal.obstacle = T("the law refuses every bench that was tried; see the refusal", "le droit s'oppose à toutes les formations essayées ; voir le refus")


def _given(shape: _Shape, judges: tuple[str, ...], presiding: str) -> dict[str, Any]:
    if shape.act == "assign_single_judge":
        return {**shape.given, "judge": judges[0]}
    return {**shape.given, "judges": judges, "presiding": presiding}


def _mixed(roll: Roll, ranked: list[str], loads: Mapping[str, int]) -> list[str]:
    """Among judges of equal workload, alternate fields of experience, so that mixed benches come early."""
    mixed: list[str] = []
    left = list(ranked)
    covered: set[str] = set()
    while left:
        lightest = loads.get(left[0], 0)
        best = max((c for c in left if loads.get(c, 0) == lightest), key=lambda c: len(set(roll.judges[c].experience) - covered))
        left.remove(best)
        mixed.append(best)
        covered = covered | set(roll.judges[best].experience) if len(covered) < len(FIELDS) else set(roll.judges[best].experience)
    return mixed


def _lightest(codes: Sequence[str], size: int, loads: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """Every choice of ``size`` judges, by total workload, one at a time (25 judges choose 5 is 53,130: most are never made)."""
    if size > len(codes):
        return
    first = tuple(range(size))
    heap = [(sum(loads.get(codes[i], 0) for i in first), first)]
    seen = {first}
    while heap:
        total, places = heappop(heap)
        yield tuple(codes[i] for i in places)
        for at, place in enumerate(places):
            after = place + 1
            if after >= len(codes) or (at + 1 < size and places[at + 1] == after):
                continue
            following = (*places[:at], after, *places[at + 1:])
            if following not in seen:
                seen.add(following)
                heappush(heap, (total - loads.get(codes[place], 0) + loads.get(codes[after], 0), following))
