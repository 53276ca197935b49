"""Rules as typed values: organs, acts, powers, duties, prohibitions, rights, limits, readings, clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Union

from curule.law.conditions import Condition, Kind
from curule.law.instruments import InForce
from curule.law.leaves import ALWAYS, Measure
from curule.law.words import T, Text

if TYPE_CHECKING:
    from curule.law.calendar import CountingRule, Length
    from curule.law.particulars import Particular
    from curule.law.record import Entry
    from curule.law.view import Actor, View

Each = Callable[["View"], Iterable[Mapping[str, Any]]]
"""For rules that hold for each person, count or State of a matter: the particulars that name each of them."""

Counting = Union["CountingRule", Callable[["View"], "CountingRule"]]
"""How the ends of a limit are treated, fixed or chosen by figures and readings."""

__all__ = ["Counting", "Each", "Organ", "Act", "MatterKind", "Rule", "Power", "Duty", "Prohibition", "Right", "TimeLimit", "Reading", "Clause", "Class"]


class Organ:
    """Who may act under a statute.

    ``advised`` organs (the Bench, sovereign States, principal organs of an organisation) are told when the library disagrees
    and act all the same, with the divergence kept; acts of the others are gated.
    """

    __slots__ = ("code", "name", "advised", "provision")

    def __init__(self, code: str, en: str, fr: str, *, advised: bool, provision: str = "") -> None:
        self.code = code
        self.name = T(en, fr)
        self.advised = advised
        self.provision = provision

    def __repr__(self) -> str:
        return self.code


class MatterKind:
    """A kind of matter of a tribunal: how its posture starts, which stage it is in, which other matters its law looks at."""

    __slots__ = ("code", "name", "draft", "stage", "stages", "reads", "opened_by", "number_form", "one")

    def __init__(self, code: str, en: str, fr: str, *, draft: Callable[[], Any], stage: Callable[[Any, date], str],
                 stages: dict[str, Text], opened_by: str, reads: Sequence[str] = (), number_form: str = "", one: bool = False) -> None:
        self.code = code
        self.name = T(en, fr)
        self.draft = draft
        self.stage = stage
        self.stages = stages
        self.opened_by = opened_by
        self.reads = tuple(reads)
        self.number_form = number_form or code.upper() + "-{n}"
        self.one = one


class Act:
    """A kind of act, declared once for form, schema, command line, timeline and documentation.

    ``done`` is the timeline phrase; ``{name}`` stands for a particular. ``effect`` writes the draft of a posture and checks nothing.
    ``audience`` names who may see entries of this act unless the entry says otherwise (audience words); where an entry carries its
    own classification, ``sight`` reads it from the particulars. ``unsealed_by`` names acts on whose entry it becomes public: a warrant under seal
    is opened by the arrest of the same person. ``by_filing``: entries are made by filing a document, never by the general form. ``shares``: the particular that
    names another entry whose readers are those of this one too; who may not know of a hearing is not told that it was vacated, now or
    after the hearing is reclassified.
    """

    __slots__ = ("code", "kinds", "title", "done", "particulars", "effect", "audience", "group", "sight", "unsealed_by", "by_filing", "shares")

    def __init__(self, code: str, kinds: Sequence[str], title: Text, done: Text, particulars: Sequence[Particular] = (),
                 effect: Callable[[Any, Entry], None] | None = None, *, audience: Sequence[str] = ("public",), group: str = "",
                 sight: Callable[[Mapping[str, Any], Actor], Sequence[str]] | None = None, unsealed_by: Sequence[str] = (),
                 by_filing: bool = False, shares: str = "") -> None:
        self.code = code
        self.kinds = tuple(kinds)
        self.title = title
        self.done = done
        self.particulars = tuple(particulars)
        self.effect = effect
        self.audience = tuple(audience)
        self.group = group
        self.sight = sight
        self.unsealed_by = tuple(unsealed_by)
        self.by_filing = by_filing
        self.shares = shares

    def audience_of(self, given: Mapping[str, Any], actor: Actor) -> tuple[str, ...]:
        """The audience words of an entry of this act with these particulars."""
        return tuple(self.sight(given, actor)) if self.sight is not None else self.audience

    def __repr__(self) -> str:
        return self.code


class Rule:
    """Base of rules. ``id`` is the provision with the act or a name behind ``/``: unique in a pack."""

    __slots__ = ("id", "provision", "when", "in_force", "overrides", "note")

    noun = T("rule", "règle")

    def __init__(self, id: str, provision: str, when: Condition, in_force: InForce | None, overrides: Sequence[str], note: Text | None) -> None:
        self.id = id
        self.provision = provision
        self.when = when
        self.in_force = in_force
        self.overrides = tuple(overrides)
        self.note = note

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"


class Power(Rule):
    """These organs may do this act when the condition is met."""

    __slots__ = ("act", "by")

    noun = T("power", "pouvoir")

    def __init__(self, id: str, provision: str, act: str, by: Sequence[str], when: Condition = ALWAYS, *, in_force: InForce | None = None,
                 overrides: Sequence[str] = (), note: Text | None = None) -> None:
        super().__init__(id, provision, when, in_force, overrides, note)
        self.act = act
        self.by = tuple(by)


class Duty(Power):
    """These organs must do this act once ``when`` is met, by the limit if there is one; until ``done`` it is pending.

    A duty to act is also the power to act, unless another rule gives the power (``empowers=False``). ``done`` is met when the duty is
    discharged.
    """

    __slots__ = ("done", "limit", "due", "each", "empowers")

    noun = T("duty", "obligation")

    def __init__(self, id: str, provision: str, act: str, by: Sequence[str], when: Condition, *, done: Condition, limit: str = "",
                 due: Callable[[View], date | None] | None = None, each: Each | None = None, in_force: InForce | None = None,
                 overrides: Sequence[str] = (), note: Text | None = None, empowers: bool = True) -> None:
        super().__init__(id, provision, act, by, when, in_force=in_force, overrides=overrides, note=note)
        self.empowers = empowers
        self.done = done
        self.limit = limit
        self.due = due
        self.each = each


class Prohibition(Rule):
    """These acts are prohibited (to everyone, or to the organs in ``by``) when the condition is met."""

    __slots__ = ("acts", "by")

    noun = T("prohibition", "interdiction")

    def __init__(self, id: str, provision: str, acts: Sequence[str], when: Condition, *, by: Sequence[str] = (), in_force: InForce | None = None,
                 overrides: Sequence[str] = (), note: Text | None = None) -> None:
        super().__init__(id, provision, when, in_force, overrides, note)
        self.acts = tuple(acts)
        self.by = tuple(by)


class Right(Rule):
    """Someone's right with the organs that owe it; it applies when ``when`` is met and is honoured when ``honoured`` is met."""

    __slots__ = ("kinds", "title", "holder", "owed_by", "honoured", "each")

    noun = T("right", "droit")

    def __init__(self, id: str, provision: str, kinds: Sequence[str], title: Text, holder: Text, owed_by: Sequence[str], when: Condition,
                 honoured: Condition, *, each: Each | None = None, in_force: InForce | None = None, overrides: Sequence[str] = (),
                 note: Text | None = None) -> None:
        super().__init__(id, provision, when, in_force, overrides, note)
        self.kinds = tuple(kinds)
        self.title = title
        self.holder = holder
        self.owed_by = tuple(owed_by)
        self.honoured = honoured
        self.each = each


class TimeLimit:
    """A time limit: what it is for, from what it runs, how long, when it stops, and where the figure comes from.

    Where a limit runs for each appeal, person or request (``each``), ``subject`` is the particular that names it, so that an
    extension in one does not move the other.

    ``length`` is a ``Length`` or the id of a figure (a number that the statute leaves to other texts). The day of the event is not
    counted unless ``counting`` says otherwise (a rule, or a function of the view where figures or readings choose it).
    ``runs_from`` and ``stopped_by`` give the entry or day, or ``None``.
    """

    __slots__ = ("id", "kinds", "says", "provision", "length", "runs_from", "stopped_by", "binds", "counting", "each", "subject")

    def __init__(self, id: str, kinds: Sequence[str], says: Text, provision: str, length: Length | str, *, runs_from: Callable[[View], Any],
                 stopped_by: Callable[[View], Any] | None = None, binds: Sequence[str] = (), counting: Counting | None = None,
                 each: Each | None = None, subject: str = "") -> None:
        self.id = id
        self.kinds = tuple(kinds)
        self.says = says
        self.provision = provision
        self.length = length
        self.runs_from = runs_from
        self.stopped_by = stopped_by
        self.binds = tuple(binds)
        self.counting = counting
        self.each = each
        self.subject = subject

    def start(self, v: View) -> date | None:
        """The day from which it runs here."""
        start = self.runs_from(v)
        day: date | None = start.done_on if hasattr(start, "done_on") else start
        return day

    def within(self, cured_by: Sequence[str] = ("extend_time_limit",)) -> Measure:
        """The leaf "within this limit": open while the limit does not run, out of time after its last day."""
        return Measure(f"within_{self.id}", T(f"in time: {self.says.en}", f"dans les délais : {self.says.fr}"), self.provision,
                       lambda v: v.on, "<=", lambda v: v.library.due(self, v), kind=Kind.OUT_OF_TIME,
                       says_not=T(f"out of time: {self.says.en}", f"hors délai : {self.says.fr}"), cured_by=cured_by)


class Reading:
    """An interpretive choice: named, with its alternatives; the first is the default unless the deployment chooses another."""

    __slots__ = ("id", "provision", "question", "alternatives", "note")

    def __init__(self, id: str, provision: str, question: Text, alternatives: dict[str, Text], note: Text | None = None) -> None:
        if len(alternatives) < 2:
            raise ValueError(f"reading {id}: a choice needs at least two alternatives")
        self.id = id
        self.provision = provision
        self.question = question
        self.alternatives = alternatives
        self.note = note

    @property
    def default(self) -> str:
        """The alternative that applies unless another is chosen."""
        return next(iter(self.alternatives))


class Class:
    """The classes of provisions for coverage of the law; every provision has exactly one."""

    RULE = "RULE"
    DEFINITION = "DEFINITION"
    DATA = "DATA"
    ELSEWHERE = "ELSEWHERE"
    NOT_EXECUTABLE = "NOT_EXECUTABLE"
    ALL = (RULE, DEFINITION, DATA, ELSEWHERE, NOT_EXECUTABLE)


class Clause:
    """One provision in our own words: its class, title and summary, and what carries it.

    ``carried_by`` names, for DEFINITION and DATA, the facts, particulars, figures or data sets; for ELSEWHERE the module and the test
    (``module::test``). NOT_EXECUTABLE gives its reason in ``reason``.
    """

    __slots__ = ("provision", "cls", "title", "summary", "carried_by", "reason")

    def __init__(self, provision: str, cls: str, title: Text, summary: Text, carried_by: Sequence[str] = (), reason: Text | None = None) -> None:
        if cls not in Class.ALL:
            raise ValueError(f"{provision}: unknown class {cls!r}; use one of {', '.join(Class.ALL)}")
        if cls in (Class.ELSEWHERE, Class.DATA, Class.DEFINITION) and not carried_by:
            raise ValueError(f"{provision}: class {cls} must name what carries it")
        if cls == Class.NOT_EXECUTABLE and reason is None:
            raise ValueError(f"{provision}: NOT_EXECUTABLE must give its reason")
        self.provision = provision
        self.cls = cls
        self.title = title
        self.summary = summary
        self.carried_by = tuple(carried_by)
        self.reason = reason
