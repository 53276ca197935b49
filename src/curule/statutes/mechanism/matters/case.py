"""Where a case stands, one concern each: persons and custody, charges, chamber, referral, trial, judgement, appeal, review."""

from __future__ import annotations

from datetime import date

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["Accused", "Appeal", "Bench", "Case", "Count", "Hearings", "KIND", "Questioning", "Referral", "ReviewProceedings", "Sentence", "Testimony",
           "appeal_bench", "day_of_arrest", "review_bench", "trial_bench"]


@concern
class Count(Concern):
    """One count: the crime, whom it charges, and where it stands.

    ``status``: charged, confirmed, dismissed, withdrawn, convicted, acquitted; ``entry`` made it so.
    """

    crime: str = ""
    person: str = ""
    status: str = "charged"
    entry: Entry | None = None


@concern
class Sentence(Concern):
    """The penalty of one convicted person as it stands: a term in whole months (0: none) or life, a fine in cents, credits in days."""

    months: int = 0
    life: bool = False
    fine: int = 0
    credit_days: int = 0
    national_credit_days: int = 0
    entry: Entry | None = None

    @property
    def imprisonment(self) -> bool:
        """Whether it includes imprisonment."""
        return self.life or self.months > 0


@concern
class Questioning(Concern):
    """One questioning by the Prosecutor: in which capacity the person spoke, and what was afforded."""

    person: str = ""
    capacity: str = ""
    entry: Entry | None = None


@concern
class Testimony(Concern):
    """One witness heard: who called the witness, whether the other side could examine, whether the testimony was given freely."""

    witness: str = ""
    called_by: str = ""
    examined: bool = False
    rule: str = ""
    chosen: bool = False
    entry: Entry | None = None


@concern
class Accused(Concern):
    """One person of the case, from charge to release.

    ``group`` is the group of article 1: ``1(2)``, ``1(3)``, ``1(4)(a)`` or ``1(4)(b)``. ``indicted_by``: icty, ictr or mechanism.
    ``severed``: tried in a case of the person's own; ``referred``: the order of referral that stands for this person.
    """

    group: str = ""
    indicted_by: str = ""
    nationality: str = ""
    language: str = ""
    warrants: Series[Entry] = series()
    arrested: Entry | None = None
    informed: Entry | None = None
    transferred: Entry | None = None
    appeared: Entry | None = None
    pleas: Table[str, str] = table()
    pleaded: Entry | None = None
    released: Entry | None = None
    counsel: Entry | None = None
    self_represented: Entry | None = None
    served_in: Table[str, Entry] = table()
    convicted: Entry | None = None
    acquitted: Entry | None = None
    sentenced: Entry | None = None
    national_trial: Entry | None = None
    national_sentence: Entry | None = None
    dead: Entry | None = None
    investigated: Entry | None = None
    told_of_counsel: Entry | None = None
    asked_for_counsel: Entry | None = None
    means: Entry | None = None
    legal_aid: Entry | None = None
    interpreter: Entry | None = None
    presence_waived: Entry | None = None
    preparation_waived: Entry | None = None
    plea_accepted: Entry | None = None
    provisional_release: Entry | None = None
    severed: Entry | None = None
    referred: Entry | None = None
    sentence: Sentence | None = None


@concern
class Bench(Concern):
    """Judges assigned to one task: trial, referral, appeal, review, single, duty. ``former`` sat and were replaced."""

    judges: tuple[str, ...] = ()
    presiding: str = ""
    reserve: str = ""
    former: tuple[str, ...] = ()
    entry: Entry | None = None


@concern
class Referral(Concern):
    """Referral of the case to a State, monitoring, revocation.

    ``by`` is the body that ordered it: icty, ictr or mechanism. ``willing``: by State, its statement that it is ready.
    ``national_judgement``: the first judgement there, even if not final, which ends the time for revocation.
    """

    by: str = ""
    considered: Entry | None = None
    attempts: Series[Entry] = series()
    willing: Table[str, Entry] = table()
    bench: Entry | None = None
    requested: Entry | None = None
    heard: Table[str, Entry] = table()
    ordered: Entry | None = None
    state: str = ""
    declined: Entry | None = None
    monitor: Entry | None = None
    reports: Series[Entry] = series()
    state_heard: Entry | None = None
    national_judgement: Entry | None = None
    revocation_requested: Entry | None = None
    revoked: Entry | None = None
    revocation_denied: Entry | None = None


@concern
class Jurisdiction(Concern):
    """What bears on jurisdiction over the case: scope of the counts, proceedings elsewhere, penalties served there.

    ``scopes`` by count; ``leads``, ``measures`` (of States against fugitives), ``tribunal_trials`` (acquittals there),
    ``national`` (proceedings begun), ``stayed``, ``served`` (national penalty) by person.
    """

    scopes: Table[str, Entry] = table()
    leads: Table[str, Entry] = table()
    measures: Table[str, Entry] = table()
    tribunal_trials: Table[str, Entry] = table()
    retrial_ordered: Entry | None = None
    national: Table[str, Entry] = table()
    stayed: Table[str, Entry] = table()
    served: Table[str, Entry] = table()


@concern
class Hearings(Concern):
    """The trial: when it is to begin, when it began, which sessions were closed on which decision, when it ended."""

    date_set: Entry | None = None
    opened: Entry | None = None
    sessions: Series[Entry] = series()
    closed_ordered: Entry | None = None
    closed_on: Table[str, Entry] = table()
    testimonies: Series[Testimony] = series()
    disclosed: Entry | None = None
    early_ordered: Entry | None = None
    conference: Entry | None = None
    ended: Entry | None = None


@concern
class Appeal(Concern):
    """One appeal, numbered in the order of the notices (``"1"``, ``"2"``); ``by``: defence or prosecutor."""

    by: str = ""
    person: str = ""
    grounds: tuple[str, ...] = ()
    notice: Entry | None = None
    brief: Entry | None = None
    response: Entry | None = None
    reply: Entry | None = None
    heard: Entry | None = None
    decided: Entry | None = None
    withdrawn: Entry | None = None
    outcome: tuple[str, ...] = ()

    @property
    def pending(self) -> bool:
        """Neither decided nor withdrawn."""
        return self.decided is None and self.withdrawn is None


@concern
class ReviewProceedings(Concern):
    """One application for review of the final judgement, numbered in order (``"1"``, ``"2"``); ``by``: defence or prosecutor."""

    by: str = ""
    person: str = ""
    application: Entry | None = None
    examined: Entry | None = None
    granted: bool = False
    heard: Entry | None = None
    decided: Entry | None = None
    outcome: str = ""

    @property
    def pending(self) -> bool:
        """Neither rejected on preliminary examination nor decided."""
        return self.decided is None and (self.examined is None or self.granted)


@concern
class Case(Posture):
    """One case of the Mechanism.

    ``origin``: icty, ictr or mechanism (contempt before the Mechanism itself); ``branch``: arusha or the_hague.
    ``judgement`` is the entry of the judgement in first instance, ``judged_on`` the day it was pronounced; time for appeal runs from the
    day its written form was filed, ``filed_on``. ``final_on`` is the day on which the judgement that became final was pronounced, ``final_by`` the organ that pronounced it (so, for
    the first instance, ``judged_by``). These
    days differ from the entries' days where an earlier tribunal's judgement is taken over. ``benches`` is keyed by task: ``trial``,
    ``single``, ``duty``, ``referral``, ``appeal:1``, ``review:1``.
    """

    origin: str = ""
    branch: str = ""
    duty_station: str = ""
    investigation: Entry | None = None
    suspects_questioned: Series[Entry] = series()
    questionings: Series[Questioning] = series()
    evidence: Series[Entry] = series()
    inquiries: Series[Entry] = series()
    indictment: Entry | None = None
    confirmed: Entry | None = None
    dismissed: Entry | None = None
    leave: Table[str, Entry] = table()
    accused: Table[str, Accused] = table()
    counts: Table[str, Count] = table()
    benches: Table[str, Bench] = table()
    conflicts: Table[str, Entry] = table()
    absences: Series[Entry] = series()
    referral: Referral = None  # type: ignore[assignment]
    jurisdiction: Jurisdiction = None  # type: ignore[assignment]
    trial: Hearings = None  # type: ignore[assignment]
    judgement: Entry | None = None
    judgement_filed: Entry | None = None
    judged_by: str = ""
    judged_on: date | None = None
    filed_on: date | None = None
    final_on: date | None = None
    final_by: str = ""
    earlier_judgement: Entry | None = None
    retrial: Entry | None = None
    appeals: Table[str, Appeal] = table()
    final_judgement: Entry | None = None
    reviews: Table[str, ReviewProceedings] = table()
    restitution: Entry | None = None
    measures: Table[str, Entry] = table()
    rights: Table[str, Entry] = table()
    deferral_requests: Series[Entry] = series()
    closed: Entry | None = None


def draft() -> Case:
    """A fresh case."""
    return Case(referral=Referral(), jurisdiction=Jurisdiction(), trial=Hearings())


def day_of_arrest(accused: Accused) -> date | None:
    """The day on which a person was arrested: the one that the entry states, where a Tribunal ordered it, else the day of the entry."""
    arrest = accused.arrested
    return None if arrest is None else arrest.particulars.get("arrested_on", arrest.done_on)


def trial_bench(case: Case) -> Bench | None:
    """The bench for the trial: the Trial Chamber or the single judge assigned, if any; after an order for retrial, a newer one."""
    bench = case.benches.get("trial") or case.benches.get("single")
    if bench is None or case.retrial is None or bench.entry is None or bench.entry.number > case.retrial.number:
        return bench
    return None


def appeal_bench(case: Case, number: str) -> Bench | None:
    """The bench composed for that appeal, if any."""
    return case.benches.get(f"appeal:{number}")


def review_bench(case: Case, number: str) -> Bench | None:
    """The bench composed for that application for review, if any."""
    return case.benches.get(f"review:{number}")


STAGES = {
    "investigation": T("investigation", "enquête"), "indictment": T("indictment under review", "acte d'accusation à l'examen"),
    "confirmed": T("indictment confirmed", "acte d'accusation confirmé"), "pre_trial": T("pre-trial", "mise en état"),
    "trial": T("trial", "procès"), "judgement": T("judgement given", "jugement rendu"), "appeal": T("appeal", "appel"),
    "final": T("final judgement", "jugement définitif"), "review": T("review", "révision"), "referred": T("referred to a State", "renvoyée à un État"),
    "closed": T("closed", "close"),
}


def stage(posture: Case, on: date) -> str:
    """The stage shown at the head of the case."""
    if posture.closed:
        return "closed"
    if posture.referral.ordered and not posture.referral.revoked:
        return "referred"
    if any(r.pending for r in posture.reviews.values()):
        return "review"
    if posture.final_judgement:
        return "final"
    if any(a.pending for a in posture.appeals.values()):
        return "appeal"
    if posture.judgement:
        return "judgement"
    if posture.trial.opened:
        return "trial"
    if posture.confirmed:
        return "pre_trial" if any(a.appeared for a in posture.accused.values()) else "confirmed"
    return "indictment" if posture.indictment else "investigation"


KIND = MatterKind("case", "case", "affaire", draft=draft, stage=stage, stages=STAGES, opened_by="open_case", reads=("roll", "institution"),
                  number_form="MICT-{yy}-{n}")
