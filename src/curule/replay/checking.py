"""Figures and days that a file expects, reckoned again by the library, and compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from curule.law.answers import cite
from curule.law.duty_stations import DutyStation
from curule.law.words import T, Text, long_date, weekday
from curule.replay.explaining import Category, Explained
from curule.replay.extraction import NUMBERS, day_in, days_in
from curule.replay.history import Computed
from curule.replay.phrasebook import Check
from curule.replay.running import EMPTY_FAULTS

if TYPE_CHECKING:
    from curule.replay.case_file import CaseFile
    from curule.replay.running import Runner

__all__ = ["Checked", "Checker", "NotReckoned", "check", "line_of"]


@dataclass(slots=True)
class Checked:
    """One expected figure: what the library reckons, and whether the two agree (``None`` where it cannot reckon it)."""

    computed: Computed
    reckoned: Text
    agrees: bool | None
    provisions: tuple[str, ...] = ()
    explained: tuple[Explained, ...] = ()


class NotReckoned(Exception):
    """The figure cannot be reckoned, and why."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


Way = Callable[["Checker", Check, Mapping[str, Any]], Checked]


def check(runner: Runner, file: CaseFile) -> list[Checked]:
    """Every figure that the file expects."""
    return [Checker(runner, file, computed).run() for computed in runner.run.history.computed]


class Checker:
    """Reckons one figure: the pack says by which words a rule is known and which way answers it."""

    def __init__(self, runner: Runner, file: CaseFile, computed: Computed) -> None:
        self.runner = runner
        self.library = runner.library
        self.file = file
        self.computed = computed

    def run(self) -> Checked:
        """The figure reckoned by the first way that fits; told as not reckoned where none does."""
        from curule.replay.asking import ASKING
        from curule.replay.reckoning import RECKONING

        ways: dict[str, Way] = {**ASKING, **RECKONING}
        why = T("no rule of the pack is recognised in these words", "aucune règle reconnue dans ces mots")
        for way in self.file.book.checks:
            inputs = self._inputs(way)
            if inputs is None or not way.rule.search(self.computed.rule):
                continue
            try:
                return ways[way.how](self, way, inputs)
            except NotReckoned as error:
                why = error.why
            except EMPTY_FAULTS:
                why = T("the history or the figure leaves out what this reckoning counts on", "l'historique ou le chiffre omet ce sur quoi repose ce calcul")
        return Checked(self.computed, why, None)

    # -- what the file gives -----------------------------------------------------------------------------------------

    def _inputs(self, way: Check) -> dict[str, Any] | None:
        """The inputs that a way needs, under its own first name for each; ``None`` when one is missing."""
        found = {}
        for names in way.inputs:
            options = names.split("|")
            key = next((k for k in options if self.computed.inputs.get(k) not in (None, "")), None)
            if key is None:
                return None
            found[options[0]] = self.computed.inputs[key]
        return found

    def day(self, value: Any) -> date:
        """A day among the inputs.

        :raises NotReckoned: for what is no day.
        """
        found = value if type(value) is date else day_in(str(value))
        if found is None:
            raise NotReckoned(T(f"{value!r} is no day", f"{value!r} n'est pas une date"))
        return found

    def whole(self, value: Any) -> int:
        """A whole number among the inputs, in figures or words; of a list, its length.

        :raises NotReckoned: for what is no number.
        """
        words = str(value).strip().casefold()
        if isinstance(value, list):
            return len(value)
        if words.isdigit():
            return int(words)
        if words in NUMBERS:
            return NUMBERS[words]
        raise NotReckoned(T(f"{value!r} is no whole number", f"{value!r} n'est pas un nombre entier"))

    @property
    def told(self) -> str:
        """All that the file expects, as words."""
        return " ".join(self.computed.expected.values())

    @property
    def refused(self) -> bool:
        """Whether the file expects a no."""
        return bool(re.search(r"\bnot\b|\bno\b|\bfalse\b|invalid|exceed|unlawful|inadmissible|refus|above|non valable|barred", self.told.casefold()))

    def expects(self, *words: str) -> bool:
        """Whether the file expects one of these words."""
        return any(re.search(rf"(?<!\w){re.escape(w.casefold())}(?!\w)", self.told.casefold()) for w in words if w)

    def station(self) -> DutyStation | None:
        """The duty station whose calendar counts: that of the branch, or the pack's first."""
        stations = self.library.duty_stations
        return stations.get(self.branch()) or next(iter(stations.values()), None)

    def branch(self) -> str:
        """The branch that the inputs name, or that of the case."""
        told = str(self.computed.inputs.get("branch", "")).casefold().replace(" ", "_").removeprefix("the_")
        named = next((b for b in self.file.book.branches if b.removeprefix("the_") == told), "")
        return named or self.file.recogniser.origin.get("branch", "")

    # -- comparing ---------------------------------------------------------------------------------------------------

    def compare(self, candidates: list[tuple[date, Text]], provisions: tuple[str, ...], explained: tuple[Explained, ...] = ()) -> Checked:
        """Compare days that the law may mean (with the convention of each) with what is expected: that day, not before, not after.

        Where the file names several days, each must be one of the candidates.
        """
        agrees: bool | None = None
        chosen = candidates[0]
        for name, told in self.computed.expected.items():
            named = days_in("; ".join(c for c in told.split(";") if not _happened(c, candidates)))
            if not named:
                continue
            if name.endswith("not_after"):
                agrees = agrees is not False and any(day <= named[0] for day, _how in candidates)
            elif name.endswith("not_before"):
                agrees = agrees is not False and any(day >= named[0] for day, _how in candidates)
            else:
                agrees = agrees is not False and all(any(day == d for day, _how in candidates) for d in named) and _weekdays_fit(told)
                chosen = next((c for c in candidates if c[0] == named[-1]), chosen)
        day, how = chosen
        says = T(long_date(day, "en") + (f" ({how.en})" if how.en else ""), long_date(day, "fr") + (f" ({how.fr})" if how.fr else ""))
        explained = (*explained, *(_later(c, candidates) for t in self.computed.expected.values() for c in t.split(";") if _happened(c, candidates)))
        others = [Explained(Category.READING, T(f"{h.en}: {d}", f"{h.fr} : {d}")) for d, h in candidates if (d, h) != chosen and d != day]
        return Checked(self.computed, says, agrees, provisions, (*explained, *dict.fromkeys(others)))

    def number(self, found: int, provisions: tuple[str, ...], explained: tuple[Explained, ...] = ()) -> Checked:
        """Compare a number with the first number that is expected."""
        told = re.search(r"\d+", self.told)
        return Checked(self.computed, T(str(found), str(found)), int(told.group()) == found if told else None, provisions, explained)


def _happened(clause: str, candidates: list[tuple[date, Text]]) -> bool:
    """Whether a clause tells the day on which something happened, other than the law's own day: it is told, and proves nothing of the reckoning."""
    days = days_in(clause)
    told = re.search(r"\b(?:given|actual|decided|issued|delivered|came|filed|held|rendue?)\b", clause, re.IGNORECASE)
    return bool(told and days and all(day != days[0] for day, _how in candidates))


def _later(clause: str, candidates: list[tuple[date, Text]]) -> Explained:
    late = (days_in(clause)[0] - max(day for day, _how in candidates)).days
    if late < 0:
        return Explained(Category.PRACTICE, T(f"what the file tells came {-late} days before the last day",
                                              f"ce que rapporte le fichier est venu {-late} jours avant le dernier jour"))
    return Explained(Category.PRACTICE, T(f"what the file tells came {late} days after the last day; an extension is not in the history",
                                          f"ce que rapporte le fichier est venu {late} jours après le dernier jour ; aucune prorogation dans l'historique"))


def _weekdays_fit(told: str) -> bool:
    """Whether every weekday that stands before a day is the weekday of that day."""
    names = [name.casefold() for n in range(7) for name in (weekday(date(2024, 1, 1) + timedelta(days=n)).en, weekday(date(2024, 1, 1) + timedelta(days=n)).fr)]
    pairs = re.findall(r"\b(" + "|".join(names) + r")\b,?\s+(?:le\s+)?(\S+(?:\s+\S+\s+\d{4})?)", told.casefold())
    return all(names.index(name) // 2 == days[0].weekday() for name, rest in pairs if (days := days_in(rest)))


def line_of(checked: Checked, lang: str) -> str:
    """One check as a line."""
    words = {True: T("agrees", "concorde"), False: T("DIFFERS", "DIFFÈRE"), None: T("not reckoned", "non recalculé")}[checked.agrees]
    expected = "; ".join(f"{k.replace('_', ' ')} {v}" for k, v in checked.computed.expected.items())
    sources = "; ".join(cite(p, lang, "short") for p in dict.fromkeys(checked.provisions))
    return f"{checked.computed.id}: {words.of(lang)} — {checked.reckoned.of(lang)} ({expected})" + (f" [{sources}]" if sources else "")


