"""Ways of answering a file's figures by asking the law: which body, how many judges, which penalty, whether an act may be done, which majority."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from typing import Any

from curule.law.answers import Verdict
from curule.law.leaves import Measure
from curule.law.lengths import Unit
from curule.law.posture import fold
from curule.law.view import Actor
from curule.law.words import T, long_date
from curule.replay.allocating import allocate
from curule.replay.checking import Checked, Checker, NotReckoned
from curule.replay.extraction import NUMBER_WORD, number_in
from curule.replay.history import Event
from curule.replay.phrasebook import Allocation, Check
from curule.replay.terms import lengths_in, share_in

__all__ = ["ASKING"]

MONTHS_IN = {Unit.YEARS: 12, Unit.MONTHS: 1}
VERDICTS = {Verdict.PERMITTED: T("permitted", "permis"), Verdict.REFUSED: T("refused", "refusé"), Verdict.OPEN: T("open", "en suspens")}


def _powers(checker: Checker, act: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.provision for p in checker.library.powers.get(act, ())))


def _last_day(checker: Checker) -> Any:
    return checker.runner.run.history.events[-1].on


def allocation(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """Which body is competent for a proceeding, by the day of its trigger."""
    day, given, branch = checker.day(next(iter(inputs.values()))), way.given, checker.branch()
    rule = Allocation("", given["subject"], given["trigger"], given["asks"], given["records"], given["by"])
    found = allocate(checker.library, rule, day, branch, max(day, checker.file.book.branches[branch]))
    names = [checker.library.organs[b].name for b in found.competent]
    plain = given.get("names", {})
    agrees = bool(found.competent) and all(checker.expects(*plain.get(b, (b,))) for b in found.competent)
    says = T(", ".join(n.en for n in names) or "nobody", ", ".join(n.fr for n in names) or "personne")
    return Checked(checker.computed, says, agrees, found.provisions)


def body_over_time(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """From which day this court does what another body did before."""
    start, told, act, case = checker.file.book.branches[checker.branch()], checker.day(inputs["commencement"]), way.given["act"], checker.file.book.case
    posture = checker.runner.posture(case) if case in checker.runner.run.records else None
    last = start - timedelta(days=1)
    before, after = (checker.library.may(act, posture, d).verdict if posture is not None else Verdict.OPEN for d in (last, start))
    own = checker.library.organs[way.given["body"]].name
    origin = checker.library.organs.get(checker.file.recogniser.origin.get("origin", ""))
    earlier = origin.name if origin is not None else own
    says = T(f"{earlier.en} until {long_date(last, 'en')}, {own.en} from {long_date(start, 'en')}",
             f"{earlier.fr} jusqu'au {long_date(last, 'fr')}, {own.fr} à compter du {long_date(start, 'fr')}")
    holds = told == start and (posture is None or (before is Verdict.REFUSED and after is not Verdict.REFUSED) or before is after)
    agrees = (holds and long_date(start, "en") in checker.told) or start.isoformat() in checker.told
    return Checked(checker.computed, says, agrees, _powers(checker, act))


# -- benches ---------------------------------------------------------------------------------------------------------


def _posture_before(checker: Checker, act: str) -> Any:
    """The case as it stood when the act was first done, or at the end."""
    case = checker.file.book.case
    kind, entries = checker.runner.run.records.get(case, (case, []))
    place = next((n for n, e in enumerate(entries) if e.act == act), len(entries))
    return fold(checker.library.kinds[kind].draft(), entries[:place], checker.runner.effects)


def _sizes(checker: Checker, way: Check, act: str, number: int) -> list[tuple[str, bool]]:
    """The leaves of an act that speak of the number of judges, and whether that number meets them."""
    given: dict[str, Any] = {"judges": tuple(f"judge {n}" for n in range(1, number + 1)), **way.given.get("with", {})}
    view = checker.library.view(_posture_before(checker, act), _last_day(checker), Actor(way.given["by"]), given, None, act)
    return [(leaf.id, leaf.truth(view).name == "MET") for power in checker.library.powers.get(act, ()) for leaf in power.when.leaves()
            if isinstance(leaf, Measure) and re.search(way.given["leaves"], leaf.id)]


def bench_size(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """Whether a bench of so many judges is valid."""
    number = checker.whole(next(iter(inputs.values())))
    single = way.given.get("single", "")
    act = single if number == 1 and single else way.given["act"]
    done = next((d for s in checker.runner.run.steps for d in s.done if d.entry.act == act), None)
    sizes = dict(_sizes(checker, way, act, number))
    asked = [leaf for leaf in (done.full.reason.leaves() if done and done.full.reason else ()) if getattr(leaf.condition, "id", "") in sizes]
    if done is not None and len(done.entry.particulars.get("judges", ())) == number and asked:
        valid = any(leaf.truth.name == "MET" for leaf in asked)
    else:
        valid = any(sizes.values()) or (number == 1 and act == single)
    says = T(f"{number} judges: " + ("valid" if valid else "not valid"), f"{number} juges : " + ("valable" if valid else "non valable"))
    return Checked(checker.computed, says, valid is not checker.refused, _powers(checker, act))


def bench_of_act(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """How many judges decide, by the class of the case and the reading that the pack names."""
    given, library = way.given, checker.library
    alone = given["reading"] in library.readings and library.reading(given["reading"]) == given["alternative"] and re.search(
        given["group"], checker.file.recogniser.group()) is not None
    says = T("a single judge", "un juge unique") if alone else T(given["chamber"]["en"], given["chamber"]["fr"])
    agrees = checker.expects("1" if alone else "3", "single judge" if alone else "three", "un juge" if alone else "trois")
    return Checked(checker.computed, says, agrees, (*given.get("provisions", ()), *_powers(checker, given["act"])))


# -- penalties, questions, majorities --------------------------------------------------------------------------------


def penalty(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """Whether a penalty lies within the maximum that the law allows for the case."""
    act, told = way.given["act"], checker.computed.inputs
    given: dict[str, Any] = dict(way.given.get("with", {}))
    if total := way.given.get("total"):
        given[total] = 12 * checker.whole(told.get("years") or 0) + checker.whole(told.get("months") or 0)
    else:
        given.update({n: checker.whole(told[n]) for n in ("years", "months") if told.get(n)})
    if told.get("fine"):
        given["fine"] = 100 * checker.whole(told["fine"])
    answer = checker.library.may(act, _posture_before(checker, act), _last_day(checker), None, given)
    over = [leaf for leaf in (answer.reason.leaves() if answer.reason else ()) if re.search(way.given["bounds"], getattr(leaf.condition, "id", ""))
            and leaf.truth.name == "NOT_MET"]
    valid = not over
    says = T("within the maximum" if valid else "above the maximum", "dans le maximum" if valid else "au-dessus du maximum")
    return Checked(checker.computed, says, valid is not checker.refused, (way.given["provision"],))


def may(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """Whether acts may be done where the case stands at the end: the pack says which answer each must get for the figure to agree."""
    case = checker.file.book.case
    if case not in checker.runner.run.records:
        raise NotReckoned(T("the history opens no case", "l'historique n'ouvre aucune affaire"))
    posture, related, event = checker.runner.posture(case), checker.runner.related(case), Event(10**6, _last_day(checker), "")
    told: list[tuple[str, str, Verdict]] = []
    agrees = True
    persons = checker.runner.run.history.persons
    for one in way.given["asks"]:
        made = checker.file.recogniser.compose(one["act"], one["by"], (one.get("with", {}),), {}, event, posture, {"person": persons[0]} if persons else {})
        answer = checker.runner.may(one["act"], posture, event.on, Actor(one["by"]), made.known, related)
        told.append((one["says"]["en"], one["says"]["fr"], answer.verdict))
        agrees = agrees and answer.verdict.name in one["answers"]
    says = T("; ".join(f"{en}: {VERDICTS[v].en}" for en, _fr, v in told), " ; ".join(f"{fr} : {VERDICTS[v].fr}" for _en, fr, v in told))
    return Checked(checker.computed, says, agrees, _powers(checker, way.given["asks"][0]["act"]))


def majority(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """The least number of votes for a majority of a number, or whether the votes given reach it."""
    base = checker.whole(next(iter(inputs.values())))
    share = share_in(checker.computed.rule)
    needed = base // 2 + 1 if share is None or share == Fraction(1, 2) else -(-base * share.numerator // share.denominator)
    votes = next((checker.computed.inputs[k] for k in ("in_favour", "votes", "for") if checker.computed.inputs.get(k) not in (None, "")), None)
    if votes is None:
        return checker.number(needed, tuple(filter(None, [way.given.get("provision", "")])))
    reached = checker.whole(votes) >= needed
    says = T(f"{votes} of {base}, {needed} needed", f"{votes} sur {base}, {needed} requises")
    return Checked(checker.computed, says, reached is not checker.refused, tuple(filter(None, [way.given.get("provision", "")])))


def bound(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """Whether a number keeps within the most or the least that the rule's words state."""
    rule, told = checker.computed.rule, checker.computed.inputs
    least = bool(re.search(r"at least|not (?:less|fewer) than|no fewer|minimum", rule, re.IGNORECASE))
    lengths = lengths_in(rule)
    if lengths and any(told.get(k) not in (None, "") for k in ("years", "months")):
        found = 12 * checker.whole(told.get("years") or 0) + checker.whole(told.get("months") or 0)
        edge = MONTHS_IN.get(lengths[0].unit, 0) * lengths[0].n
    else:
        stated = [number_in(n) for n in re.findall(rf"(?<![\w(.]){NUMBER_WORD}(?![\w(.)])", rule, re.IGNORECASE)]
        if not stated and not lengths:
            raise NotReckoned(T("the rule states no number", "la règle n'indique aucun nombre"))
        found, edge = checker.whole(next(iter(inputs.values()))), lengths[0].n if lengths else stated[-1]
    kept = found >= edge if least else found <= edge
    says = T("within the bound" if kept else "beyond the bound", "dans la limite" if kept else "hors de la limite")
    return Checked(checker.computed, says, kept is not checker.refused, tuple(filter(None, [way.given.get("provision", "")])))


def joint_sentence(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """Whether a joint sentence is no less than the highest of the single ones, and no more than their sum or the most that the law allows."""
    joint, single = checker.whole(inputs["joint"]), inputs["individual"]
    terms = [checker.whole(t) for t in single] if isinstance(single, list) else [checker.whole(single)]
    most = min(way.given["most"], sum(terms)) if isinstance(single, list) else way.given["most"]
    valid = max(terms) <= joint <= most
    says = T(f"{joint} years, between {max(terms)} and {most}" if valid else f"{joint} years, not between {max(terms)} and {most}",
             f"{joint} ans, entre {max(terms)} et {most}" if valid else f"{joint} ans, non compris entre {max(terms)} et {most}")
    return Checked(checker.computed, says, valid is not checker.refused, (way.given["provision"],))


ASKING = {"bound": bound, "joint_sentence": joint_sentence,
          "allocation": allocation, "body_over_time": body_over_time, "bench_size": bench_size, "bench_of_act": bench_of_act, "penalty": penalty, "may": may,
          "majority": majority}
