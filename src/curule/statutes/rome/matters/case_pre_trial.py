"""Where a case stands before trial, one concern each: persons, charges, warrants and summonses, custody, proceedings in the custodial
State, interim release, confirmation (articles 57 to 61)."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Series, Table, concern, series, table
from curule.law.record import Entry

__all__ = ["Charge", "Confirmation", "Custodial", "Custody", "Detention", "Person", "Release", "Summons", "Warrant", "end_detention", "lapse", "new_person",
           "person_in", "pleads", "resume_detention", "warrants_in_force"]


@concern
class Charge(Concern):
    """One charge, numbered through the case.

    ``status``: sought, confirmed, declined, adjourned, withdrawn (before trial); convicted, acquitted (set by the judgement).
    ``request``: what the Chamber asked when it adjourned (evidence, amend). ``entry`` made the status so.
    ``elements``: what is stated of the crime (see ``ELEMENTS``); ``since``: first day of the conduct.
    """

    crime: str = ""
    person: str = ""
    status: str = "sought"
    request: str = ""
    elements: tuple[str, ...] = ()
    since: date | None = None
    entry: Entry | None = None


@concern
class Warrant(Concern):
    """One warrant of arrest, numbered through the case: its crimes, those that lapsed (article 61(10)) with the entry, how it ended as a whole."""

    person: str = ""
    crimes: tuple[str, ...] = ()
    entry: Entry | None = None
    lapsed: Table[str, Entry] = table()
    ended: Entry | None = None
    amendment_sought: Entry | None = None
    amended: Entry | None = None

    @property
    def crimes_in_force(self) -> tuple[str, ...]:
        """The crimes for which it still has effect."""
        return () if self.ended else tuple(c for c in self.crimes if c not in self.lapsed)


@concern
class Summons(Concern):
    """A summons to appear: the day fixed, the crimes, service on the person."""

    day: date | None = None
    crimes: tuple[str, ...] = ()
    entry: Entry | None = None
    served: Entry | None = None


@concern
class Detention(Concern):
    """One time in custody, first and last day; ``where``: custodial_state or court. Days may differ from those of the entries."""

    since: date = date.min
    until: date | None = None
    where: str = ""
    begun: Entry | None = None
    ended: Entry | None = None


@concern
class Custody(Concern):
    """Custody of one person: every time in detention, and whether it lasts."""

    times: Series[Detention] = series()

    @property
    def current(self) -> Detention | None:
        """The detention that lasts, if any."""
        return self.times[-1] if self.times and self.times[-1].until is None else None


@concern
class Custodial(Concern):
    """Proceedings in the custodial State (article 59)."""

    request_received: Entry | None = None
    steps: Series[Entry] = series()
    arrested: Entry | None = None
    hearing: Entry | None = None
    release_sought: Entry | None = None
    chamber_notified: Entry | None = None
    recommended: Entry | None = None
    decided: Entry | None = None
    released: Entry | None = None
    reports_ordered: Entry | None = None
    reports: Series[Entry] = series()
    surrender_ordered: Entry | None = None


@concern
class Release(Concern):
    """Interim release before the Court (article 60): application, rulings with their outcome, requests for review, delay."""

    sought: Entry | None = None
    rulings: Series[Entry] = series()
    outcome: str = ""
    review_sought: Entry | None = None
    delay: Entry | None = None
    delay_considered: Entry | None = None


@concern
class Confirmation(Concern):
    """Confirmation proceedings of one person (article 61). ``evidence_served``: when the person was first informed of evidence; ``evidence_told``: when last.

    ``adjourned``: the last decision adjourned the hearing on a charge.
    """

    set: Entry | None = None
    day: date | None = None
    document: Entry | None = None
    document_served: Entry | None = None
    evidence: Table[str, Entry] = table()
    evidence_served: Entry | None = None
    evidence_told: Entry | None = None
    waived: Entry | None = None
    absence_sought: Entry | None = None
    steps: Table[str, Entry] = table()
    opened: Entry | None = None
    defence_acts: Series[Entry] = series()
    defence_called: Entry | None = None
    closed: Entry | None = None
    decisions: Series[Entry] = series()
    changed: Entry | None = None
    change_notified: Entry | None = None
    amendment_permitted: Entry | None = None
    amendment_notified: Entry | None = None
    withdrawal_permitted: Entry | None = None

    @property
    def adjourned(self) -> bool:
        """Whether the last decision adjourned the hearing on a charge, so that it is still in progress."""
        return bool(self.decisions) and bool(self.decisions[-1].particulars.get("adjourned"))

    @property
    def in_progress(self) -> Entry | None:
        """The opening of a hearing that is not closed, or was adjourned by a decision after it was closed."""
        return self.opened if self.closed is None or (self.adjourned and self.decisions[-1].number > self.closed.number) else None


@concern
class Person(Concern):
    """One person of the case, from the application to committal for trial."""

    name: str = ""
    nationality: str = ""
    language: str = ""
    warrant_sought: Entry | None = None
    warrant_decided: Entry | None = None
    summons_sought: Entry | None = None
    summons: Summons | None = None
    surrendered: Entry | None = None
    appeared: Entry | None = None
    first_appearance: Entry | None = None
    assistance_sought: Entry | None = None
    committed: Entry | None = None
    custodial: Custodial = None  # type: ignore[assignment]
    release: Release = None  # type: ignore[assignment]
    confirmation: Confirmation = None  # type: ignore[assignment]


def new_person(name: str, nationality: str = "", language: str = "") -> Person:
    """A person with empty concerns."""
    return Person(name=name, nationality=nationality, language=language, custodial=Custodial(), release=Release(), confirmation=Confirmation())


def person_in(persons: Table[str, Person], code: str) -> Person:
    """The person of that code; one not entered before is entered now, for what is on the record happened."""
    return persons.setdefault(code, new_person(""))


def warrants_in_force(warrants: Table[str, Warrant], person: str | None) -> list[Warrant]:
    """The warrants that still have effect for at least one crime, for a person."""
    return [w for w in warrants.values() if w.person == person and w.crimes_in_force]


def pleads(charge: str, crime: str) -> bool:
    """Whether a charge pleads that crime of a warrant: the same provision, or one instance of it (``7(1)(a):village V`` of ``7(1)(a)``)."""
    return charge == crime or charge.startswith(crime + ":")


def lapse(warrants: Table[str, Warrant], charges: Table[str, Charge], person: str, entry: Entry) -> None:
    """Let every warrant of a person lapse for crimes all of whose charges were declined or withdrawn (article 61(10)); for no other crime."""
    for warrant in warrants.values():
        if warrant.person != person:
            continue
        for crime in warrant.crimes:
            fates = [c.status for c in charges.values() if c.person == person and pleads(c.crime, crime)]
            if fates and all(status in ("declined", "withdrawn") for status in fates):
                warrant.lapsed.setdefault(crime, entry)


def resume_detention(custody: Table[str, Custody], decision: int) -> None:
    """Let the detention that a decision ended go on as if it had not: the decision has no effect while its appeal suspends it (article 82(3))."""
    for held in custody.values():
        last = held.times[-1] if held.times else None
        if last is not None and last.ended is not None and last.ended.number == decision:
            last.until, last.ended = None, None


def end_detention(custody: Table[str, Custody], person: str, entry: Entry) -> None:
    """End the detention of a person that lasts, if any, on the day of the entry."""
    held = custody.get(person)
    if held is not None and held.current is not None:
        last = held.times[-1]
        last.until, last.ended = entry.done_on, entry
