"""Figures and days that a file expects, reckoned again by the library, and compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from curule.law.answers import Verdict, cite
from curule.law.calendar import add
from curule.law.leaves import Measure
from curule.law.lengths import Length, days, months, years
from curule.law.posture import fold
from curule.law.view import Actor
from curule.law.words import T, Text, long_date
from curule.replay.explaining import Category, Explained
from curule.replay.extraction import NUMBERS, day_in
from curule.replay.history import Computed
from curule.replay.phrasebook import Check

if TYPE_CHECKING:
    from curule.replay.case_file import CaseFile
    from curule.replay.running import Runner

__all__ = ["Checked", "check"]


@dataclass(slots=True)
class Checked:
    """One expected figure: what the library reckons, and whether the two agree (``None`` where it cannot reckon it)."""

    computed: Computed
    reckoned: Text
    agrees: bool | None
    provisions: tuple[str, ...] = ()
    explained: tuple[Explained, ...] = ()


class _NotReckoned(Exception):
    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def check(runner: Runner, file: CaseFile) -> list[Checked]:
    """Every figure that the file expects."""
    return [_Checker(runner, file, computed).run() for computed in runner.run.history.computed]


class _Checker:
    """Reckons one figure."""

    def __init__(self, runner: Runner, file: CaseFile, computed: Computed) -> None:
        self.runner = runner
        self.library = runner.library
        self.file = file
        self.computed = computed

    def run(self) -> Checked:
        ways: dict[str, Callable[[Check, Mapping[str, Any]], Checked]] = {
            "allocation": self._allocation, "bench_size": self._bench_size, "body_over_time": self._body_over_time, "bench_of_act": self._bench_of_act,
            "share_of_sentence": self._share, "end_of_sentence": self._end, "penalty": self._penalty, "review_year": self._limit, "limit": self._limit,
            "stated_length": self._stated}
        why = T("no rule of the pack is recognised in these words", "aucune règle reconnue dans ces mots")
        for way in self.file.book.checks:
            inputs = self._inputs(way)
            if inputs is None or not way.rule.search(self.computed.rule):
                continue
            try:
                return ways[way.how](way, inputs)
            except _NotReckoned as error:
                why = error.why
        return Checked(self.computed, why, None)

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

    def _day(self, value: Any) -> date:
        found = value if type(value) is date else day_in(str(value))
        if found is None:
            raise _NotReckoned(T(f"{value!r} is no day", f"{value!r} n'est pas une date"))
        return found

    def _expects(self, *words: str) -> bool:
        told = " ".join(self.computed.expected.values()).casefold()
        return any(re.search(rf"(?<!\w){re.escape(w.casefold())}(?!\w)", told) for w in words if w)

    def _branch(self) -> str:
        told = str(self.computed.inputs.get("branch", "")).casefold().replace(" ", "_").removeprefix("the_")
        return {"hague": "the_hague", "arusha": "arusha"}.get(told, self.file.recogniser.origin.get("branch", "the_hague"))

    # -- bodies ------------------------------------------------------------------------------------------------------

    def _allocation(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        day = self._day(next(iter(inputs.values())))
        given = way.given
        found = self.file.allocate(given["asks"], given["subject"], given["trigger"], day, self._branch(), max(day, self.file.book.branches[self._branch()]))
        names = [self.library.organs[b].name for b in found.competent]
        plain = {"mechanism": ("Mechanism", "MICT", "IRMCT"), "icty": ("ICTY",), "ictr": ("ICTR",)}
        agrees = bool(found.competent) and all(self._expects(*plain.get(b, (b,))) for b in found.competent)
        says = T(", ".join(n.en for n in names) or "nobody", ", ".join(n.fr for n in names) or "personne")
        return Checked(self.computed, says, agrees, found.provisions)

    def _body_over_time(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        """From which day the Mechanism does what a Tribunal did before."""
        start = self.file.book.branches[self._branch()]
        told = self._day(inputs["commencement"])
        posture = self.runner.posture("case") if "case" in self.runner.run.records else None
        before, after = (self._may_any(way.given["act"], posture, d) for d in (start - timedelta(days=1), start))
        origin = self.library.organs[self.file.recogniser.origin.get("origin", "mechanism")].name
        last = start - timedelta(days=1)
        says = T(f"{origin.en} until {long_date(last, 'en')}, the Mechanism from {long_date(start, 'en')}",
                 f"{origin.fr} jusqu'au {long_date(last, 'fr')}, le Mécanisme à compter du {long_date(start, 'fr')}")
        holds = told == start and (posture is None or (before is Verdict.REFUSED and after is not Verdict.REFUSED) or before is after)
        days_told = " ".join(self.computed.expected.values())
        agrees = (holds and long_date(start, "en") in days_told) or start.isoformat() in days_told
        provisions = tuple(dict.fromkeys(p.provision for p in self.library.powers.get(way.given["act"], ())))
        return Checked(self.computed, says, agrees, provisions)

    def _may_any(self, act: str, posture: Any, on: date) -> Verdict:
        return self.library.may(act, posture, on).verdict if posture is not None else Verdict.OPEN

    # -- benches -----------------------------------------------------------------------------------------------------

    def _sizes(self, act: str, number: int) -> list[tuple[str, bool]]:
        """The leaves of an act that speak of the number of judges, and whether that number meets them."""
        posture = self._posture_before(act)
        given: dict[str, Any] = {"judges": tuple(f"judge {n}" for n in range(1, number + 1)), "task": "trial"}
        view = self.library.view(posture, self.runner.run.history.events[-1].on, Actor("president"), given, None, act)
        found = []
        for power in self.library.powers.get(act, ()):
            for leaf in power.when.leaves():
                if isinstance(leaf, Measure) and re.search("three|five|one_judge", leaf.id):
                    found.append((leaf.id, leaf.truth(view).name == "MET"))
        return found

    def _posture_before(self, act: str) -> Any:
        """The case as it stood when the act was first done, or at the end."""
        kind, entries = self.runner.run.records.get("case", ("case", []))
        place = next((n for n, e in enumerate(entries) if e.act == act), len(entries))
        return fold(self.library.kinds[kind].draft(), entries[:place], self.runner.effects)

    def _bench_size(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        number = self._whole(next(iter(inputs.values())))
        act = way.given["act"]
        if act == "compose_trial_chamber" and number == 1:
            act = "assign_single_judge"
        done = next((d for s in self.runner.run.steps for d in s.done if d.entry.act == act), None)
        sizes = dict(self._sizes(act, number))
        asked = [leaf for leaf in (done.full.reason.leaves() if done and done.full.reason else ()) if getattr(leaf.condition, "id", "") in sizes]
        if done is not None and len(done.entry.particulars.get("judges", ())) == number and asked:
            valid = any(leaf.truth.name == "MET" for leaf in asked)
        else:
            valid = any(sizes.values()) or (act == "assign_single_judge" and number == 1)
        says = T(f"{number} judges: " + ("valid" if valid else "not valid"), f"{number} juges : " + ("valable" if valid else "non valable"))
        told = " ".join(self.computed.expected.values()).casefold()
        expected = not re.search(r"\bnot\b|invalid|unlawful|refus|non valable", told)
        return Checked(self.computed, says, valid is expected, tuple(dict.fromkeys(p.provision for p in self.library.powers.get(act, ()))))

    def _bench_of_act(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        """How many judges decide, by the group of article 1 and the reading."""
        contempt = self.file.recogniser.group().startswith("1(4)") and self.library.reading("referral_bench") == "single_judge" \
            if "referral_bench" in self.library.readings else False
        number = 1 if contempt else 3
        says = T("a single judge" if number == 1 else "a Trial Chamber of three judges", "un juge unique" if number == 1 else "une Chambre de trois juges")
        agrees = self._expects(str(number), "single judge" if number == 1 else "three", "un juge" if number == 1 else "trois")
        return Checked(self.computed, says, agrees, ("irmct:12(1)", *(p.provision for p in self.library.powers.get(way.given["act"], ()))))

    # -- time --------------------------------------------------------------------------------------------------------

    def _whole(self, value: Any) -> int:
        words = str(value).strip().casefold()
        if isinstance(value, list):
            return len(value)
        if words.isdigit():
            return int(words)
        if words in NUMBERS:
            return NUMBERS[words]
        raise _NotReckoned(T(f"{value!r} is no whole number", f"{value!r} n'est pas un nombre entier"))

    def _compare(self, last: date, provisions: tuple[str, ...], explained: tuple[Explained, ...] = (), tolerance: int = 0) -> Checked:
        """Compare a day with what is expected: the day itself, or a day before or after which."""
        agrees: bool | None = None
        for name, told in self.computed.expected.items():
            day = day_in(told)
            if day is None:
                continue
            if name.endswith("not_after"):
                agrees = last <= day
            elif name.endswith("not_before"):
                agrees = last >= day
            else:
                agrees = abs((last - day).days) <= tolerance
        return Checked(self.computed, T(long_date(last, "en"), long_date(last, "fr")), agrees, provisions, explained)

    def _term(self) -> tuple[int, int, bool]:
        inputs = self.computed.inputs
        life = str(inputs.get("life", "")).casefold() in ("true", "yes", "1") or "life" in str(inputs.get("years", ""))
        return (0, 0, True) if life else (self._whole(inputs.get("years") or 0), self._whole(inputs.get("months") or 0), False)

    def _reckoned(self, share: tuple[int, int]) -> tuple[date, tuple[Explained, ...]]:
        """The day on which a share of the sentence is complete, by calendar, counted from the first day of custody."""
        start = self._day(next(v for k, v in self.computed.inputs.items() if k in ("credit_from", "arrest", "detained_from", "custody_from", "from")))
        n_years, n_months, life = self._term()
        if life:
            n_years = int(str(self.library.figure("life_equivalent").value)) if "life_equivalent" in self.library.figures else 45
        whole, rest = divmod((12 * n_years + n_months) * share[0], share[1])
        end = add(start, months(whole)).day
        if rest:
            month = (add(start, months(whole + 1)).day - end).days
            end += timedelta(days=-(-month * rest // share[1]))
        last = end - timedelta(days=1)
        eve = Explained(Category.READING, T(f"the last day served is {last}, the anniversary {end}: decisions state one or the other",
                                            f"dernier jour purgé {last}, date anniversaire {end} : les décisions indiquent l'un ou l'autre"))
        return last, (eve,)

    def _share(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        share = (3, 4) if re.search(r"three[- ]quarters|3/4", self.computed.rule) else (2, 3)
        last, explained = self._reckoned(share)
        figure = self.library.figures.get("eligibility_share")
        says = T(f"{share[0]}/{share[1]} of the term", f"{share[0]}/{share[1]} de la peine")
        source = (Explained(Category.FIGURE, says, source=figure.source),) if figure else ()
        return self._compare(last, ("irmct:26",), (*explained, *source), tolerance=1)

    def _end(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        last, explained = self._reckoned((1, 1))
        return self._compare(last, ("irmct:25(1)",), explained, tolerance=1)

    def _limit(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        limit = self.library.limits.get(way.given["limit"])
        if limit is None:
            raise _NotReckoned(T("the pack has no such limit", "ce droit n'a pas ce délai"))
        length = self.library.length(limit)
        found = add(self._day(next(iter(inputs.values()))), length).day
        explained: tuple[Explained, ...] = ()
        if isinstance(limit.length, str):
            figure = self.library.figure(limit.length)
            explained = (Explained(Category.FIGURE, T(f"{length.words.en}", f"{length.words.fr}"), source=figure.source),)
        return self._compare(found, (limit.provision,), explained)

    def _stated(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        """A length that the rule's words state, counted from the only day among the inputs."""
        found = re.search(r"(\d+|" + "|".join(NUMBERS) + r")[- ]+(day|month|year|jour|mois|an)", self.computed.rule, re.IGNORECASE)
        starts = [d for v in self.computed.inputs.values() if (d := v if type(v) is date else day_in(str(v))) is not None]
        if found is None or len(starts) != 1:
            raise _NotReckoned(T("there is not exactly one day to count from", "il n'y a pas une date unique d'où compter"))
        make: dict[str, Callable[[int], Length]] = {"d": days, "j": days, "m": months, "y": years, "a": years}
        length = make[found.group(2)[0].casefold()](self._whole(found.group(1)))
        source = Explained(Category.FIGURE, T(f"{length.words.en}, as the file's rule says", f"{length.words.fr}, selon la règle du fichier"))
        return self._compare(add(starts[0], length).day, (), (source,))

    # -- penalties ---------------------------------------------------------------------------------------------------

    def _penalty(self, way: Check, inputs: Mapping[str, Any]) -> Checked:
        """Whether a penalty lies within what article 22 allows for the group of the case."""
        posture = self._posture_before("impose_sentence")
        given: dict[str, Any] = {"gravity_considered": True, "circumstances_considered": True}
        for name in ("years", "months", "fine"):
            if self.computed.inputs.get(name):
                given[name] = self._whole(self.computed.inputs[name]) * (100 if name == "fine" else 1)
        answer = self.library.may("impose_sentence", posture, self.runner.run.history.events[-1].on, None, given)
        leaves = [leaf for leaf in (answer.reason.leaves() if answer.reason else ()) if re.search("within|imprisonment|fined|for_life", leaf.condition.id)]  # type: ignore[attr-defined]
        over = [leaf for leaf in leaves if leaf.condition.id.startswith("within") and leaf.truth.name == "NOT_MET"]  # type: ignore[attr-defined]
        valid = not over
        expected = not re.search(r"\bnot\b|invalid|exceed|unlawful|refus|above", " ".join(self.computed.expected.values()).casefold())
        says = T("within the maximum" if valid else "above the maximum", "dans le maximum" if valid else "au-dessus du maximum")
        return Checked(self.computed, says, valid is expected, ("irmct:22(1)",))


def line_of(checked: Checked, lang: str) -> str:
    """One check as a line."""
    words = {True: T("agrees", "concorde"), False: T("DIFFERS", "DIFFÈRE"), None: T("not reckoned", "non recalculé")}[checked.agrees]
    expected = "; ".join(f"{k.replace('_', ' ')} {v}" for k, v in checked.computed.expected.items())
    sources = "; ".join(cite(p, lang, "short") for p in dict.fromkeys(checked.provisions))
    return f"{checked.computed.id}: {words.of(lang)} — {checked.reckoned.of(lang)} ({expected})" + (f" [{sources}]" if sources else "")


