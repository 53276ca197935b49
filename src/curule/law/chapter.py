"""A chapter collects the declarations of one part of an instrument: clauses, acts, rules, limits, readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from curule.law.conditions import Condition, Kind
from curule.law.instruments import InForce
from curule.law.leaves import ALWAYS, Fact, Finding, Measure
from curule.law.particulars import Particular
from curule.law.rules import Act, Clause, Counting, Duty, Each, Power, Prohibition, Reading, Right, TimeLimit
from curule.law.words import T

if TYPE_CHECKING:
    from curule.law.calendar import Length
    from curule.law.record import Entry
    from curule.law.view import Actor, View

__all__ = ["Chapter"]

Pair = tuple[str, str]


class Chapter:
    """Declarations of one article or group of articles. Each method declares one thing, keeps it and gives it back.

    Provisions may be written short (``"12(1)"``); the chapter's instrument is put in front. Words are ``(English, French)`` pairs.
    """

    def __init__(self, instrument: str, module: str) -> None:
        self.instrument = instrument
        self.module = module
        self.clauses: list[Clause] = []
        self.acts: list[Act] = []
        self.powers: list[Power] = []
        self.prohibitions: list[Prohibition] = []
        self.rights: list[Right] = []
        self.limits: list[TimeLimit] = []
        self.readings: list[Reading] = []
        self.leaves: list[Fact | Measure | Finding] = []

    def full(self, provision: str) -> str:
        """The id of a provision that may be written short."""
        return provision if ":" in provision or not provision else f"{self.instrument}:{provision}"

    def clause(self, provision: str, cls: str, title: Pair, summary: Pair, *, carried_by: Sequence[str] = (),
               reason: Pair | None = None) -> Clause:
        """Classify a provision; see :class:`~curule.law.rules.Clause`."""
        made = Clause(self.full(provision), cls, T(*title), T(*summary), carried_by, T(*reason) if reason else None)
        self.clauses.append(made)
        return made

    def act(self, code: str, kinds: str | Sequence[str], title: Pair, done: Pair, particulars: Sequence[Particular] = (),
            effect: Callable[[Any, Entry], None] | None = None, *, audience: Sequence[str] = ("public",), group: str = "",
            sight: Callable[[Mapping[str, Any], Actor], Sequence[str]] | None = None, unsealed_by: Sequence[str] = (), by_filing: bool = False,
            shares: str = "") -> str:
        """Declare an act and give its code, by which rules name it."""
        made = Act(code, (kinds,) if isinstance(kinds, str) else kinds, T(*title), T(*done), particulars, effect, audience=audience, group=group,
                   sight=sight, unsealed_by=unsealed_by, by_filing=by_filing, shares=shares)
        self.acts.append(made)
        return code

    def power(self, provision: str, act: str, by: str | Sequence[str], when: Condition = ALWAYS, *, name: str = "", in_force: InForce | None = None,
              overrides: Sequence[str] = (), note: Pair | None = None) -> Power:
        """Declare that these organs may do this act when the condition is met."""
        full = self.full(provision)
        made = Power(f"{full}/{name or act}", full, act, (by,) if isinstance(by, str) else by, when, in_force=in_force, overrides=overrides,
                     note=T(*note) if note else None)
        self.powers.append(made)
        return made

    def duty(self, provision: str, act: str, by: str | Sequence[str], when: Condition, done: Condition, *, limit: TimeLimit | None = None,
             due: Callable[[View], date | None] | None = None, each: Each | None = None, name: str = "", in_force: InForce | None = None,
             overrides: Sequence[str] = (), note: Pair | None = None, empowers: bool = True) -> Duty:
        """Declare that these organs must do this act once ``when`` is met, until ``done`` is; ``empowers=False`` where another rule gives the power."""
        full = self.full(provision)
        made = Duty(f"{full}/{name or act}", full, act, (by,) if isinstance(by, str) else by, when, done=done, limit=limit.id if limit else "",
                    due=due, each=each, in_force=in_force, overrides=overrides, note=T(*note) if note else None, empowers=empowers)
        self.powers.append(made)
        return made

    def prohibition(self, provision: str, acts: str | Sequence[str], when: Condition, *, by: str | Sequence[str] = (), name: str = "",
                    in_force: InForce | None = None, overrides: Sequence[str] = (), note: Pair | None = None) -> Prohibition:
        """Declare that these acts are prohibited when the condition is met."""
        full = self.full(provision)
        acts = (acts,) if isinstance(acts, str) else acts
        made = Prohibition(f"{full}/not:{name or acts[0]}", full, acts, when, by=(by,) if isinstance(by, str) else by, in_force=in_force,
                           overrides=overrides, note=T(*note) if note else None)
        self.prohibitions.append(made)
        return made

    def right(self, provision: str, kinds: str | Sequence[str], title: Pair, holder: Pair, owed_by: str | Sequence[str], when: Condition,
              honoured: Condition, *, name: str = "", each: Each | None = None) -> Right:
        """Declare someone's right and the organs that owe it."""
        full = self.full(provision)
        made = Right(f"{full}/{name or 'right'}", full, (kinds,) if isinstance(kinds, str) else kinds, T(*title), T(*holder),
                     (owed_by,) if isinstance(owed_by, str) else owed_by, when, honoured, each=each)
        self.rights.append(made)
        return made

    def limit(self, id: str, kinds: str | Sequence[str], says: Pair, provision: str, length: Length | str, *, runs_from: Callable[[View], Any],
              stopped_by: Callable[[View], Any] | None = None, binds: Sequence[str] = (), counting: Counting | None = None,
              each: Each | None = None, subject: str = "") -> TimeLimit:
        """Declare a time limit; ``length`` is a ``Length`` or the id of a figure; ``subject`` names what it runs for each of."""
        made = TimeLimit(id, (kinds,) if isinstance(kinds, str) else kinds, T(*says), self.full(provision), length, runs_from=runs_from,
                         stopped_by=stopped_by, binds=binds, counting=counting, each=each, subject=subject)
        self.limits.append(made)
        return made

    def reading(self, id: str, provision: str, question: Pair, alternatives: Mapping[str, Pair], note: Pair | None = None) -> Reading:
        """Declare an interpretive choice; the first alternative is the default."""
        made = Reading(id, self.full(provision), T(*question), {k: T(*v) for k, v in alternatives.items()}, T(*note) if note else None)
        self.readings.append(made)
        return made

    def fact(self, provision: str, says: Pair, *, kind: Kind = Kind.CONDITION_NOT_MET, says_not: Pair | None = None, permanent: bool = False,
             reversible: bool = False, cured_by: Sequence[str] = (), needs: Sequence[str] = ()) -> Callable[[Callable[[View], Any]], Fact]:
        """Decorate a test and make it a fact; its id is the function's name. Test: entry/``True``, ``no(entry)``/``False``, or ``None``."""

        def declare(test: Callable[[View], Any]) -> Fact:
            made = Fact(test.__name__, T(*says), self.full(provision), test, kind=kind, says_not=T(*says_not) if says_not else None,
                        permanent=permanent, reversible=reversible, cured_by=cured_by, needs=needs)
            self.leaves.append(made)
            return made

        return declare

    def stage(self, provision: str, says: Pair, *, says_not: Pair | None = None, permanent: bool = False,
              cured_by: Sequence[str] = ()) -> Callable[[Callable[[View], Any]], Fact]:
        """A fact about where the proceedings stand: a refusal on it is NOT_AT_THIS_STAGE."""
        return self.fact(provision, says, kind=Kind.NOT_AT_THIS_STAGE, says_not=says_not, permanent=permanent, cured_by=cured_by)

    def measure(self, id: str, provision: str, says: Pair, value: Callable[[View], Any], op: str, bound: Callable[[View], Any] | int, *,
                kind: Kind = Kind.CONDITION_NOT_MET, says_not: Pair | None = None, permanent: bool = False, reversible: bool = False,
                cured_by: Sequence[str] = (), needs: Sequence[str] = ()) -> Measure:
        """Declare a leaf that compares a value with a bound (numbers or days)."""
        made = Measure(id, T(*says), self.full(provision), value, op, bound, kind=kind, says_not=T(*says_not) if says_not else None,
                       permanent=permanent, reversible=reversible, cured_by=cured_by, needs=needs)
        self.leaves.append(made)
        return made

    def finding(self, id: str, provision: str, says: Pair, organs: str | Sequence[str], standard: Pair, *, says_not: Pair | None = None,
                lasting: bool = True, subject: str = "") -> Finding:
        """Declare a determination that the law leaves to an organ."""
        made = Finding(id, T(*says), self.full(provision), (organs,) if isinstance(organs, str) else organs, T(*standard),
                       says_not=T(*says_not) if says_not else None, lasting=lasting, subject=subject)
        self.leaves.append(made)
        return made
