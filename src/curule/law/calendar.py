"""Counting time as lawyers do, and saying how it was counted.

`add` counts forward from an event, `before` counts back from one ("at least 30 days before"). Both answer
with a `Reckoning`: the day or moment reached and the steps that lead there, in both languages, so that a
clerk can check them with a calendar in hand. Days are calendar days unless they are called working days.
Elapsed hours are exact: they run through the night, weekends and changes of the clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from curule.law.duty_stations import (
    DAY,
    Days,
    DutyStation,
    Holiday,
    aware,
    easter,
    load_duty_stations,
    moved,
    yearly,
)
from curule.law.lengths import (
    CalendarError,
    Length,
    Unit,
    days,
    hours,
    months,
    weeks,
    working_days,
    working_hours,
    years,
)
from curule.law.words import T, Text, listed, weekday

__all__ = [
    "COUNTED",
    "PROCEDURAL",
    "STATUTORY",
    "CalendarError",
    "CountingRule",
    "Days",
    "DutyStation",
    "Holiday",
    "Length",
    "Reckoning",
    "Unit",
    "add",
    "before",
    "days",
    "easter",
    "hours",
    "load_duty_stations",
    "months",
    "weeks",
    "working_days",
    "working_hours",
    "yearly",
    "years",
]

_MOST_LINES = 12  # days shown one by one in the working of a limit in working hours


@dataclass(frozen=True, slots=True)
class CountingRule:
    """How the ends of a limit are treated.

    counts_day_of_event: the day of the event is day one (by default counting starts on the day after).
    runs_on: a last day that is not worked at the duty station gives way to the next worked day (when counting
    back: to the last worked one before it, so that no time is lost). Neither touches elapsed hours.
    clamps: a month without the day of the event ends on its own last day (else the count ends on the first day of the next).
    `provision`: where the rule is laid down.
    """

    counts_day_of_event: bool = False
    runs_on: bool = False
    clamps: bool = True
    provision: str = ""


STATUTORY = CountingRule()
PROCEDURAL = CountingRule(runs_on=True)
COUNTED = CountingRule(counts_day_of_event=True)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The outcome of a count.

    start: the event. end: the last day (a date), or the moment (with a zone, for hours). nominal: the end
    before a day not worked moved it. working: the steps, in both languages.
    """

    start: date
    end: date
    nominal: date
    working: tuple[Text, ...]

    @property
    def day(self) -> date:
        """The day of the end, in the zone of the end."""
        return self.end.date() if isinstance(self.end, datetime) else self.end

    def explain(self, lang: str = "en") -> tuple[str, ...]:
        """The steps in one language."""
        return tuple(line.of(lang) for line in self.working)


def add(start: date, length: Length, station: DutyStation | None = None, rule: CountingRule = STATUTORY) -> Reckoning:
    """Count a length forward from an event.

    start: a date, or a moment with a zone (its local day at the station counts). Hours need a moment; working
    units and `rule.runs_on` need a station. Raises `CalendarError` saying what is lacking.
    """
    return _reckon(start, length, station, rule, 1)


def before(event: date, length: Length, station: DutyStation | None = None, rule: CountingRule = STATUTORY) -> Reckoning:
    """Count a length back from an event: the last day that is still at least that long before it."""
    return _reckon(event, length, station, rule, -1)


def _reckon(start: date, length: Length, station: DutyStation | None, rule: CountingRule, sign: int) -> Reckoning:
    if length.unit in (Unit.HOURS, Unit.WORKING_HOURS):
        if not isinstance(start, datetime):
            raise CalendarError(
                T(
                    f"{length.words.en} run from a moment: give the time and the zone of the event, not only its day.",
                    f"{length.words.fr} se comptent à partir d'un moment : donner l'heure et le fuseau, non le seul jour.",
                )
            )
        aware(start)
        if length.unit is Unit.HOURS:
            return _elapsed(start, length, station, sign)
        return _within_hours(start, length, _needed(station, length), sign)
    event = _day_of(start, station)
    working = [T("Event: {day}.", "Événement : {day}.").fill(day=event), _first_step(event, rule, sign)]
    seen: set[int] = set()
    if length.unit is Unit.WORKING_DAYS:
        nominal = _walk(event, length, _needed(station, length), rule, sign, working)
        seen.update(range(min(event, nominal).year, max(event, nominal).year + 1))
    else:
        nominal = _nominal(event, length, rule, sign, working)
    end = nominal
    if rule.runs_on:
        station = _needed(station, length)
        end = _run_on(nominal, station, sign, working)
        seen |= {nominal.year, end.year}
    if station is not None and (rule.runs_on or length.unit is Unit.WORKING_DAYS):
        working.extend(_unknown_years(station, seen))
    return Reckoning(start, end, nominal, tuple(working))


def _day_of(start: date, station: DutyStation | None) -> date:
    if station is not None:
        return station.day_of(start)
    return aware(start).date() if isinstance(start, datetime) else start


def _needed(station: DutyStation | None, length: Length) -> DutyStation:
    if station is None:
        raise CalendarError(
            T(
                f"{length.words.en} cannot be counted here without a duty station: say whose working days apply.",
                f"{length.words.fr} ne peuvent être comptés ici sans lieu d'affectation : dire quels jours ouvrables valent.",
            )
        )
    return station


def _first_step(event: date, rule: CountingRule, sign: int) -> Text:
    if rule.counts_day_of_event:
        return T(
            "The day of the event is counted as the first.",
            "Le jour de l'événement compte comme premier jour.",
        )
    neighbour = moved(event, DAY * sign)
    if sign > 0:
        return T(
            "That day is not counted: counting starts on {day}.",
            "Ce jour ne compte pas : le calcul commence le {day}.",
        ).fill(day=neighbour)
    return T(
        "That day is not counted: counting goes back from {day}.",
        "Ce jour ne compte pas : le calcul remonte à partir du {day}.",
    ).fill(day=neighbour)


def _nominal(event: date, length: Length, rule: CountingRule, sign: int, working: list[Text]) -> date:
    """The last day in calendar units, before any running on."""
    less = DAY * sign if rule.counts_day_of_event and length.n else timedelta()
    clamped = False
    if length.unit in (Unit.MONTHS, Unit.YEARS):
        reached, clamped = _same_day(event, length.n * (12 if length.unit is Unit.YEARS else 1) * sign)
        # A month without that day ends on its own last day, whether or not the day of the event counted.
        reached = reached if clamped else moved(reached, -less)
        if clamped and not rule.clamps:
            reached, clamped = moved(reached, DAY), False
    else:
        reached = moved(event, DAY * (length.n * (7 if length.unit is Unit.WEEKS else 1) * sign) - less)
    if sign > 0:
        line = T("{length}: the last day is {day}.", "{length} : le dernier jour est le {day}.")
    else:
        line = T("{length} back: the last day is {day}.", "{length} en arrière : le dernier jour est le {day}.")
    working.append(line.fill(length=length.words, day=reached))
    if clamped:
        line = T(
            "That month has no day {number}: its last day stands for it.",
            "Ce mois n'a pas de jour {number} : son dernier jour en tient lieu.",
        )
        working.append(line.fill(number=event.day))
    return reached


def _same_day(day: date, by_months: int) -> tuple[date, bool]:
    """The same day of another month, and whether it had to be clamped to that month's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + by_months, 12)
    if not 1 <= year <= 9999:
        moved(day, timedelta.max if by_months > 0 else timedelta.min)
    last = 31 if month == 11 else (date(year, month + 2, 1) - DAY).day
    return date(year, month + 1, min(day.day, last)), day.day > last


def _walk(event: date, length: Length, station: DutyStation, rule: CountingRule, sign: int, working: list[Text]) -> date:
    """The n-th working day from an event, noting the holidays passed over."""
    passed: list[Text] = []
    left, day = length.n, event
    if rule.counts_day_of_event and left:
        if station.works_on(event):
            left -= 1
        else:
            line = T("It is not worked at {place} and adds nothing.", "Non ouvrable ({place}), il n'ajoute rien.")
            working.append(line.fill(place=station.name))
    for _ in range(left):
        day, closed = _next_worked(day, station, sign)
        passed.extend(closed)
    if passed:
        line = T("Holidays passed over at {place}: {list}.", "Jours fériés non comptés ({place}) : {list}.")
        working.append(line.fill(place=station.name, list=listed(passed)))
    line = T(
        "{length}, weekends and holidays at {place} left out: {day}.",
        "{length}, sans les jours de repos ni les jours fériés ({place}) : {day}.",
    )
    working.append(line.fill(length=length.words, place=station.name, day=day))
    return day


def _next_worked(day: date, station: DutyStation, sign: int) -> tuple[date, list[Text]]:
    """The nearest worked day beyond a day, and the holidays (not the weekends) between the two."""
    closed: list[Text] = []
    day = moved(day, DAY * sign)
    reached = station.next_working_day(day) if sign > 0 else station.previous_working_day(day)
    while day != reached:
        if day.weekday() not in station.weekend:
            closed.append(T("{day} ({name})", "{day} ({name})").fill(day=day, name=station.closure(day)))
        day += DAY * sign
    return reached, closed


def _run_on(nominal: date, station: DutyStation, sign: int, working: list[Text]) -> date:
    reason = station.closure(nominal)
    if reason is None:
        return nominal
    if sign > 0:
        end = station.next_working_day(nominal)
        line = T(
            "{day} is not worked at {place} ({reason}): the limit runs on to {weekday} {end}.",
            "Le {day} n'est pas ouvrable ({place}, {reason}) : le délai court jusqu'au {weekday} {end}.",
        )
    else:
        end = station.previous_working_day(nominal)
        line = T(
            "{day} is not worked at {place} ({reason}): the last day goes back to {weekday} {end}.",
            "Le {day} n'est pas ouvrable ({place}, {reason}) : le dernier jour est ramené au {weekday} {end}.",
        )
    working.append(line.fill(day=nominal, place=station.name, reason=reason, weekday=weekday(end), end=end))
    return end


def _unknown_years(station: DutyStation, seen: set[int]) -> list[Text]:
    """A warning for each year whose list of holidays nobody completed."""
    line = T(
        "The list of holidays of {year} at {place} is not complete: check the days by hand.",
        "La liste des jours fériés de {year} ({place}) n'est pas complète : vérifier les jours à la main.",
    )
    return [line.fill(year=year, place=station.name) for year in sorted(seen) if not station.knows(year)]


def _elapsed(start: datetime, length: Length, station: DutyStation | None, sign: int) -> Reckoning:
    """Exact hours, counted in universal time so that changes of the clock neither add nor take any."""
    zone = station.zone if station is not None else start.tzinfo
    try:
        end = (start.astimezone(UTC) + timedelta(hours=length.n * sign)).astimezone(zone)
    except OverflowError:
        moved(start, timedelta.max * sign)
        raise
    local = start.astimezone(zone)
    working = [T("Event: {moment}.", "Événement : {moment}.").fill(moment=local)]
    if sign > 0:
        line = T("{length} on, elapsed: {moment}.", "{length} plus tard, temps écoulé : {moment}.")
    else:
        line = T("{length} back, elapsed: {moment}.", "{length} plus tôt, temps écoulé : {moment}.")
    working.append(line.fill(length=length.words, moment=end))
    if local.utcoffset() != end.utcoffset():
        working.append(
            T(
                "The clock changed in between; the hours are exact.",
                "L'heure légale a changé entre-temps ; les heures sont exactes.",
            )
        )
    return Reckoning(start, end, end, tuple(working))


def _within_hours(start: datetime, length: Length, station: DutyStation, sign: int) -> Reckoning:
    """Hours counted only while the duty station works."""
    zone, left = station.zone, timedelta(hours=length.n)
    local, now = start.astimezone(zone), start.astimezone(UTC)
    steps: list[Text] = []
    day, seen = local.date(), {local.year}
    while left:
        used, now = _worked_on(day, station, now, left, sign)
        left -= used
        if used:
            line = T("{day}: {time} counted.", "{day} : {time} comptées.")
            steps.append(line.fill(day=day, time=_clock(used)))
        if left:
            day, closed = _next_worked(day, station, sign)
            seen.add(day.year)
            line = T("Not worked: {day}.", "Non ouvrable : {day}.")
            steps.extend(line.fill(day=holiday) for holiday in closed)
    end = now.astimezone(zone)
    first = T("Event: {moment}.", "Événement : {moment}.").fill(moment=local)
    last = T("{length} at {place}: {moment}.", "{length} ({place}) : {moment}.").fill(length=length.words, place=station.name, moment=end)
    working = (first, *_shortened(steps), last, *_unknown_years(station, seen))
    return Reckoning(start, end, end, working)


def _worked_on(day: date, station: DutyStation, now: datetime, left: timedelta, sign: int) -> tuple[timedelta, datetime]:
    """How much of the remaining time that day takes, and the moment then reached."""
    used = timedelta()
    for opens, closes in _periods(day, station, sign):
        begin, finish = (max(opens, now), closes) if sign > 0 else (opens, min(closes, now))
        spell = min(max(finish - begin, timedelta()), left - used)
        if spell:
            now = begin + spell if sign > 0 else finish - spell
            used += spell
    return used, now


def _periods(day: date, station: DutyStation, sign: int) -> list[tuple[datetime, datetime]]:
    """The working periods of a day in universal time, in the direction of counting."""
    if not station.works_on(day):
        return []
    zone = station.zone
    periods = [
        (
            datetime.combine(day, opens, zone).astimezone(UTC),
            datetime.combine(day, closes, zone).astimezone(UTC),
        )
        for opens, closes in station.hours
    ]
    return periods[::sign]


def _clock(spell: timedelta) -> Text:
    minutes, seconds = divmod(round(spell.total_seconds()), 60)
    whole, rest = divmod(minutes, 60)
    tail = f":{seconds:02d}" if seconds else ""
    return T(f"{whole}:{rest:02d}{tail} hours", f"{whole} h {rest:02d}{tail}")


def _shortened(steps: list[Text]) -> list[Text]:
    if len(steps) <= _MOST_LINES:
        return steps
    left_out = len(steps) - _MOST_LINES + 1
    gap = T(f"… and {left_out} more days in the same way …", f"… et {left_out} jours de même …")
    return [*steps[:6], gap, *steps[-(_MOST_LINES - 7) :]]
