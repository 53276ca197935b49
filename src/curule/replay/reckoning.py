"""Ways of reckoning days that a file expects: shares and ends of a term, custody credited, limits, lengths that the words state, entry into force."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from curule.law.lengths import Length, Unit, months
from curule.law.words import T, Text, long_date
from curule.replay.checking import Checked, Checker, NotReckoned
from curule.replay.explaining import Category, Explained
from curule.replay.extraction import day_in, days_in
from curule.replay.phrasebook import Check
from curule.replay.terms import complete, counted_from, lengths_in, month_after, periods, share_in, whole_years, with_working_day

__all__ = ["RECKONING"]

DAY = timedelta(days=1)
STARTS = ("counted_from", "credit_from", "arrest", "detained_from", "custody_from", "from", "start", "sentence")
LIFE_YEARS = 25
IN_TIME, LATE = r"in time|timely|within|valid|\byes\b|\btrue\b", r"\blate\b|out of time|untimely|not in time|not timely|not within|invalid|\bno\b|\bfalse\b"
EVE, ANNIVERSARY = T("the last day served, the eve of the anniversary", "dernier jour purgé, veille de la date anniversaire"), T(
    "the anniversary: decisions state one or the other", "date anniversaire : les décisions indiquent l'une ou l'autre")
PLAIN, MOVED = T("", ""), T("moved to the next working day", "reporté au premier jour ouvrable suivant")


def _provisions(way: Check) -> tuple[str, ...]:
    provision = way.given.get("provision", "")
    return (provision,) if provision else ()


def _source(way: Check, checker: Checker, says: Text) -> tuple[Explained, ...]:
    figure = checker.library.figures.get(way.given.get("figure", ""))
    source = figure.source if figure is not None else way.source
    return (Explained(Category.FIGURE, says, source=source),) if source is not None else ()


def _first_day(checker: Checker) -> date:
    """The first day of the term: the day from which custody counts, or the sentence with every time in custody credited."""
    inputs = checker.computed.inputs
    custody = periods(next((inputs[k] for k in ("custody", "periods", "detention") if inputs.get(k)), []))
    stated = next((inputs[k] for k in STARTS if inputs.get(k)), None)
    if custody:
        return counted_from(checker.day(inputs.get("sentence") or stated), custody)
    if stated is None:
        raise NotReckoned(T("there is no day to count from", "il n'y a pas de date d'où compter"))
    first = checker.day(stated)
    return first - timedelta(days=checker.whole(inputs["credit_days"])) if inputs.get("credit_days") else first


def _months_of(checker: Checker, prefix: str = "") -> int:
    inputs = checker.computed.inputs
    return 12 * checker.whole(inputs.get(f"{prefix}years") or 0) + checker.whole(inputs.get(f"{prefix}months") or 0)


def _life(checker: Checker) -> bool:
    inputs = checker.computed.inputs
    return str(inputs.get("life", "")).casefold() in ("true", "yes", "1") or "life" in str(inputs.get("years", ""))


def _term(way: Check, checker: Checker) -> int:
    """The term in months; life counts as the pack's figure or practice says."""
    if not _life(checker):
        return _months_of(checker)
    equivalent = checker.library.figures.get("life_equivalent")
    stated = next((length.n for length in lengths_in(checker.computed.rule) if length.unit is Unit.YEARS), 0)
    return 12 * (int(str(equivalent.value)) if equivalent is not None else int(way.given.get("life_years", stated or LIFE_YEARS)))


def _ends(checker: Checker, end: date, way: Check, explained: tuple[Explained, ...] = ()) -> Checked:
    return checker.compare([(end - DAY, EVE), (end, ANNIVERSARY)], _provisions(way), explained)


def share_of_sentence(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """The day on which a share of the sentence is complete; of life, where the pack counts its years whole, those years."""
    share = share_in(checker.computed.rule) or Fraction(*way.given.get("share", (2, 3)))
    if _life(checker) and "life_years" in way.given:
        share = Fraction(1)
    says = T(f"{share.numerator}/{share.denominator} of the term", f"{share.numerator}/{share.denominator} de la peine")
    if not days_in(checker.told) and (told := _in_months(lengths_in(checker.told))):
        return _term_alone(checker, way, _term(way, checker) * share, told, _source(way, checker, says))
    return _ends(checker, complete(_first_day(checker), _term(way, checker), share), way, _source(way, checker, says))


def _in_months(lengths: list[Length]) -> int:
    return sum({Unit.YEARS: 12, Unit.MONTHS: 1}.get(length.unit, 0) * length.n for length in lengths)


def _term_alone(checker: Checker, way: Check, found: Fraction, told: int, explained: tuple[Explained, ...]) -> Checked:
    """A term expected as years and months, without a day."""
    years_found, rest = divmod(int(found), 12)
    part = "" if found.denominator == 1 else f" + {found - int(found)}"
    says = T(f"{years_found} years {rest}{part} months", f"{years_found} ans {rest}{part} mois")
    return Checked(checker.computed, says, found == told, _provisions(way), explained)


def end_of_sentence(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """The last day of a term, less what a decision took off it."""
    taken = _months_of(checker, "reduced_") or _reduced_in_words(checker.computed.rule)
    return _ends(checker, complete(_first_day(checker), _term(way, checker) - taken), way)


def _reduced_in_words(rule: str) -> int:
    """The months that a rule's words take off: ``a reduction of 3 years 8 months``, ``reduced by two years``."""
    found = re.search(r"reduc\w*\s+(?:the sentence\s+|of\s+|by\s+)+([^;:,.]*)|less\s+([^;:,.]*)", rule, re.IGNORECASE)
    return _in_months(lengths_in(re.split(r"\bof the\b|\bfrom\b|\bof an?\b", found.group(1) or found.group(2) or "")[0])) if found else 0


def credited_days(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """How many days of custody are deducted, both ends counted."""
    custody = periods(next(iter(inputs.values())))
    sentence = checker.computed.inputs.get("sentence")
    last = checker.day(sentence) if sentence else None
    total = sum(((until or last or since) - since).days + 1 for since, until in custody)
    return checker.number(total, _provisions(way))


def limit(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """A time limit of the pack, or a length that its figures file holds, counted from a day."""
    library, rule = checker.library, checker.library.limits.get(way.given.get("limit", ""))
    figure = library.figures.get(way.given.get("figure", ""))
    if rule is None and figure is None:
        raise NotReckoned(T("the pack has no such limit", "ce droit n'a pas ce délai"))
    length = library.length(rule) if rule is not None else figure.length if figure is not None else months(0)
    if rule is not None and isinstance(rule.length, str):
        figure = library.figure(rule.length)
    stated = [one for one in lengths_in(checker.computed.rule) if one.unit is length.unit]
    explained = (Explained(Category.FIGURE, T(length.words.en, length.words.fr), source=figure.source),) if figure is not None else ()
    if stated and stated[0].n != length.n:
        explained = (Explained(Category.FIGURE, T(f"the file's rule says {stated[0].words.en}, the pack's figure {length.words.en}",
                                                  f"la règle du fichier dit {stated[0].words.fr}, le chiffre du droit {length.words.fr}")), *explained)
        length = stated[0]
    return _from_day(checker, way, checker.day(next(iter(inputs.values()))), length, (rule.provision,) if rule is not None else _provisions(way), explained)


def stated_length(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """A length that the rule's words state, counted from the first day among the inputs; back from it where the words say so."""
    found = lengths_in(checker.computed.rule)
    starts = [d for v in checker.computed.inputs.values() if (d := v if type(v) is date else day_in(str(v))) is not None]
    if not found or not starts:
        raise NotReckoned(T("there is no day to count from", "il n'y a pas de date d'où compter"))
    length = found[0]
    source = Explained(Category.FIGURE, T(f"{length.words.en}, as the file's rule says", f"{length.words.fr}, selon la règle du fichier"), source=way.source)
    return _from_day(checker, way, starts[0], length, _provisions(way), (source,))


def _from_day(checker: Checker, way: Check, start: date, length: Length, provisions: tuple[str, ...], explained: tuple[Explained, ...]) -> Checked:
    """A length from a day, with the day that follows where the last is not worked, if the pack's texts move it."""
    back = bool(re.search(r"\bbefore the\b|\bat least .* before\b|\bavant\b", checker.computed.rule, re.IGNORECASE))
    plain, moved = with_working_day(start, length, checker.station(), back)
    candidates = [(plain, PLAIN)] + ([(moved, MOVED)] if moved != plain else [])
    done = [d for v in list(checker.computed.inputs.values())[1:] if (d := v if type(v) is date else day_in(str(v))) is not None]
    if done and not days_in(checker.told) and re.search(IN_TIME + "|" + LATE, checker.told, re.IGNORECASE):
        return _in_time(checker, done[0], candidates, back, provisions, explained)
    return checker.compare(candidates, provisions, explained)


def _in_time(checker: Checker, done: date, candidates: list[tuple[date, Text]], back: bool, provisions: tuple[str, ...],
             explained: tuple[Explained, ...]) -> Checked:
    """Whether what was done on a day kept a limit, where the file expects that rather than the limit's last day."""
    last = candidates[-1][0]
    kept = done <= last if not back else done <= candidates[0][0]
    says = T(f"{long_date(done, 'en')} is {'in time' if kept else 'late'}: the last day is {long_date(last, 'en')}",
             f"le {long_date(done, 'fr')} est {'dans le délai' if kept else 'tardif'} : le dernier jour est le {long_date(last, 'fr')}")
    return Checked(checker.computed, says, kept is not bool(re.search(LATE, checker.told, re.IGNORECASE)), provisions, explained)


def entry_into_force(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """The first day of the month after so many days from a deposit."""
    length = next(iter(lengths_in(f"{way.given.get('length', '60 days')}")))
    return checker.compare([(month_after(checker.day(next(iter(inputs.values()))), length), PLAIN)], _provisions(way))


def age(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """Full years of age on a day; or the day on which so many are complete."""
    born, on = (checker.day(v) for v in inputs.values())
    return checker.number(whole_years(born, on), _provisions(way))


def interval(checker: Checker, way: Check, inputs: Mapping[str, Any]) -> Checked:
    """How many days lie between two days."""
    since, until = (checker.day(v) for v in list(inputs.values())[:2])
    return checker.number((until - since).days, _provisions(way))


RECKONING = {"share_of_sentence": share_of_sentence, "end_of_sentence": end_of_sentence, "credited_days": credited_days, "limit": limit,
             "stated_length": stated_length, "entry_into_force": entry_into_force, "age": age, "interval": interval}
