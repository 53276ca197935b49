"""Posture: where a matter stands, one small part per concern, folded from the record and then frozen.

The fold checks no rule: what is on the record happened. Effects write to a private draft; at the end the draft is
frozen in place by giving each object a class that refuses to be written. (A wide ``dataclasses.replace`` per entry
would be some hundred times slower.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from operator import attrgetter
from typing import Any, Generic, TypeVar, dataclass_transform

from curule.law.record import CORRECTION, WITHDRAWAL, Entry, Record

__all__ = ["Table", "Series", "Concern", "Posture", "concern", "table", "series", "fold", "apply", "plain"]

K = TypeVar("K")
V = TypeVar("V")


class FrozenError(TypeError):
    """A posture is never written: enter an act instead."""


def _refuse(self: Any, *_: Any, **__: Any) -> Any:
    raise FrozenError(f"{type(self).__name__} belongs to a posture and is frozen; only a fold writes postures")


class Table(dict[K, V], Generic[K, V]):
    """A dictionary that can be frozen."""

    __slots__ = ()


class FrozenTable(Table[K, V]):
    """A :class:`Table` after the fold."""

    __slots__ = ()
    __setitem__ = __delitem__ = pop = popitem = clear = update = setdefault = __ior__ = _refuse


class Series(list[V], Generic[V]):
    """A list that can be frozen."""

    __slots__ = ()


class FrozenSeries(Series[V]):
    """A :class:`Series` after the fold."""

    __slots__ = ()
    __setitem__ = __delitem__ = append = extend = insert = pop = remove = clear = sort = reverse = __iadd__ = _refuse


class Concern:
    """Base of the parts of a posture. Subclasses are declared with :func:`concern` and hold entries, values, tables and series.

    Comparison and representation stand here once: generated for each class they would make a fifth of the time that loading the law takes.
    """

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]  # compared by value, and drafts change

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        parts = _parts[type(self)]
        return parts(self) == parts(other)

    def __repr__(self) -> str:
        names = _names[_thawed.get(type(self), type(self))]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


C = TypeVar("C", bound=Concern)
_frozen: dict[type, type] = {Table: FrozenTable, Series: FrozenSeries}
_thawed: dict[type, type] = {}
_names: dict[type, tuple[str, ...]] = {}
_parts: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


@dataclass_transform(field_specifiers=(field,))
def concern(cls: type[C]) -> type[C]:
    """Make a class a concern: a slotted dataclass with a frozen twin."""
    made: type[C] = dataclass(slots=True, eq=False, repr=False, match_args=False)(cls)
    twin = type(made.__name__, (made,), {"__slots__": (), "__setattr__": _refuse, "__delattr__": _refuse, "__module__": made.__module__})
    _frozen[made] = twin
    _thawed[twin] = made
    names = tuple(f.name for f in fields(made))  # type: ignore[arg-type]  # a dataclass since two lines above
    _parts[made] = _parts[twin] = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)
    _names[made] = names
    return made


def table() -> Any:
    """Field default: an empty table."""
    return field(default_factory=Table)


def series() -> Any:
    """Field default: an empty series."""
    return field(default_factory=Series)


@concern
class Posture(Concern):
    """Base of every matter's posture: what every record has. ``folded`` are the entries it was folded from (not projected).

    ``docket`` is a :class:`~curule.law.docket.Docket` once something was filed.
    """

    opened: Entry | None = None
    last: Entry | None = None
    folded: tuple[Entry, ...] = ()
    findings: Table[str, Entry] = table()
    extensions: Table[str, Entry] = table()
    docket: Any = None


def freeze(value: Any) -> Any:
    """Freeze a draft in place, with everything below it, and give it back."""
    kind = type(value)
    twin = _frozen.get(kind)
    if twin is None:
        return value
    if kind is Table:
        below: Iterable[Any] = value.values()
    elif kind is Series:
        below = value
    else:
        below = _parts[kind](value)
    for part in below:
        if type(part) in _frozen:
            freeze(part)
    value.__class__ = twin
    return value


def thaw(value: Any) -> Any:
    """A draft that is a copy of a frozen posture; entries are shared, not copied."""
    if isinstance(value, dict):
        return Table((k, thaw(v) if isinstance(v, (Concern, dict, list)) else v) for k, v in value.items())
    if isinstance(value, list):
        return Series(thaw(v) if isinstance(v, (Concern, dict, list)) else v for v in value)
    base = _thawed.get(type(value))
    if base is None:
        return value
    draft: Any = object.__new__(base)
    for name in _names[base]:
        part = getattr(value, name)
        setattr(draft, name, thaw(part) if isinstance(part, (Concern, dict, list)) else part)
    return draft


Effects = Mapping[str, Callable[[Any, Entry], None]]


def fold(draft: Any, entries: Iterable[Entry], effects: Effects) -> Any:
    """Fold entries into a fresh draft and freeze it. Pure: the same record gives the same posture.

    An act without an effect only leaves its trace (``opened``, ``last``).
    """
    if isinstance(entries, Record):
        entries = entries.effective()
    entries = tuple(entries)
    draft.folded += entries
    get = effects.get
    last = draft.last
    for entry in entries:
        effect = get(entry.act)
        if effect is not None:
            effect(draft, entry)
        if last is None and draft.opened is None:
            draft.opened = entry
        last = entry
    draft.last = last
    return freeze(draft)


def apply(posture: Any, entry: Entry, effects: Effects) -> Any:
    """The posture after one more entry; equal to folding the longer record.

    A correction re-reads earlier entries, so it cannot be applied to a posture alone: fold the record instead.
    """
    if entry.act in (CORRECTION, WITHDRAWAL):
        raise ValueError("a correction changes earlier entries: fold the record anew")
    return fold(thaw(posture), (entry,), effects)


def plain(value: Any) -> Any:
    """A posture as plain data (for a projection or for export): entries become their numbers, days ISO text."""
    if isinstance(value, Entry):
        return {"entry": value.number, "on": value.done_on.isoformat()}
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(v) for v in (sorted(value) if isinstance(value, (set, frozenset)) else value)]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value) if f.name != "folded"}
    if isinstance(value, date):
        return value.isoformat()
    return value
