"""Where the enforcement of one person's sentence stands, and the register of agreements under which sentences are served.

One concern each: the sentence, custody, the State of enforcement, supervision, the question of release.
"""

from __future__ import annotations

from datetime import date, timedelta

from curule.law.posture import Concern, Posture, Series, Table, concern, series, table
from curule.law.record import Entry
from curule.law.rules import MatterKind
from curule.law.words import T

__all__ = ["AGREEMENTS", "Agreement", "Agreements", "CustodyPeriod", "Enforcement", "KIND", "Placement", "ReleaseQuestion", "Sentence",
           "Supervision", "presumed_custody"]


@concern
class Sentence(Concern):
    """The sentence as it stands, commutation included. ``imposed_by``: icty, ictr or mechanism; the fine is in cents."""

    imposed_by: str = ""
    form: str = ""
    years: int = 0
    months: int = 0
    begins: date | None = None
    final_on: date | None = None
    fine: int = 0
    fine_paid: int = 0
    entry: Entry | None = None


@concern
class CustodyPeriod(Concern):
    """One stretch of custody, both days counted; it goes on while ``end`` is ``None``."""

    start: date | None = None
    end: date | None = None
    entry: Entry | None = None


@concern
class Placement(Concern):
    """Where the sentence is served: States asked, the State designated, the State to which the person was transferred.

    ``eligible_on`` is the day on which that State's law makes the person eligible, where the State has told it.
    """

    declined: Table[str, Entry] = table()
    state: str = ""
    designated: Entry | None = None
    transferred: Entry | None = None
    serving_in: str = ""
    eligible_on: date | None = None


@concern
class Supervision(Concern):
    """How the Mechanism has supervised: inspections and reports of the State."""

    inspections: Series[Entry] = series()


@concern
class ReleaseQuestion(Concern):
    """The question of pardon, commutation or early release that is before the President, or was last."""

    notice: Entry | None = None
    petition: Entry | None = None
    requested: Entry | None = None
    received: Series[Entry] = series()
    consulted: Entry | None = None
    decided: Entry | None = None
    granted: Entry | None = None


@concern
class Enforcement(Posture):
    """The enforcement of the sentence of one person, from the final judgement to its end."""

    branch: str = ""
    duty_station: str = ""
    person: str = ""
    sentence: Sentence = None  # type: ignore[assignment]
    custody: Series[CustodyPeriod] = series()
    placement: Placement = None  # type: ignore[assignment]
    supervision: Supervision = None  # type: ignore[assignment]
    question: ReleaseQuestion = None  # type: ignore[assignment]
    released: Entry | None = None
    died: Entry | None = None
    closed: Entry | None = None


def draft() -> Enforcement:
    """A fresh file."""
    return Enforcement(sentence=Sentence(), placement=Placement(), supervision=Supervision(), question=ReleaseQuestion())


def presumed_custody(file: Enforcement) -> CustodyPeriod | None:
    """Custody that follows from the sentence itself: from its first day to the first period entered, to release or to death.

    ``None`` where the record has custody from that day on, or no imprisonment runs.
    """
    begins = file.sentence.begins
    if begins is None or file.sentence.form not in ("term", "life"):
        return None
    later = [p.start for p in file.custody if p.start is not None and (p.end is None or p.end >= begins)]
    over = [e.done_on for e in (file.released, file.died) if e is not None]
    if not later:
        last = min(over, default=None)
        return CustodyPeriod(begins, None if last is None else max(last, begins), file.sentence.entry)
    first = min(later)
    return CustodyPeriod(begins, first - timedelta(days=1), file.sentence.entry) if first > begins else None


STAGES = {
    "opened": T("State to be designated", "État à désigner"), "designated": T("transfer pending", "transfèrement en attente"),
    "serving": T("serving the sentence", "peine en cours d'exécution"), "release": T("release before the President", "libération devant le Président"),
    "fine": T("fine to be paid", "amende à recouvrer"), "released": T("released", "libération effectuée"), "died": T("deceased", "personne décédée"),
    "closed": T("closed", "dossier clos"),
}


def stage(posture: Enforcement, on: date) -> str:
    """The stage shown at the head of the file."""
    if posture.closed:
        return "closed"
    if posture.died:
        return "died"
    if posture.released:
        return "released"
    if posture.sentence.form == "fine":
        return "fine"
    question = posture.question
    if (question.notice or question.petition) and not question.decided:
        return "release"
    if posture.placement.serving_in and posture.placement.serving_in == posture.placement.state:
        return "serving"
    return "designated" if posture.placement.state else "opened"


@concern
class Agreement(Concern):
    """An agreement with one State: from which day it is in force, and from which day no more."""

    entry: Entry | None = None
    in_force_from: date | None = None
    ended_on: date | None = None


@concern
class Agreements(Posture):
    """The register of agreements: with States for the service of sentences, with other bodies for its inspection and support."""

    branch: str = ""
    duty_station: str = ""
    states: Table[str, Agreement] = table()
    bodies: Table[str, Entry] = table()
    reports: Series[Entry] = series()


KIND = MatterKind("enforcement", "enforcement of a sentence", "exécution d'une peine", draft=draft, stage=stage, stages=STAGES,
                  opened_by="open_enforcement", reads=("case", "agreements"))
AGREEMENTS = MatterKind("agreements", "register of enforcement agreements", "registre des accords d'exécution des peines", draft=Agreements,
                        stage=lambda posture, on: "open", stages={"open": T("open", "en cours")}, opened_by="open_agreements", one=True)
