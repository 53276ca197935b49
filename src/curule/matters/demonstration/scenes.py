"""The demonstration of each tribunal: its data file, its officers, and what is made by count rather than written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from curule.matters.demonstration import court, mechanism

__all__ = ["SCENES", "Entering", "Said", "Scene"]


@dataclass(slots=True)
class Said:
    """One act as written, with the line of the file for messages."""

    where: str
    written: str


@dataclass(slots=True)
class Entering:
    """One matter of the demonstration, to be opened and continued."""

    number: str
    kind: str
    branch: str
    title: str
    public: bool
    links: dict[str, str]
    acts: list[Said] = field(default_factory=list)


Lines = Callable[[date], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Scene:
    """The demonstration of one tribunal.

    ``officers``: who enters the acts of an organ; what comes from outside is entered by the Registry (``registry``). ``made``: words of the
    data file that stand for acts made by count.
    """

    pack: str
    file: Path
    officers: Mapping[str, str]
    registry: str
    made: Mapping[str, Lines]

    def officer(self, organ: str) -> str:
        """Who enters an act of that organ."""
        return self.officers.get(organ, self.registry)


HERE = Path(__file__).parent
SCENES: dict[str, Scene] = {
    "mechanism": Scene("mechanism", HERE / "mechanism.acts", {
        "president": "president", "judges": "president", "trial_chamber": "legal-officer", "single_judge": "legal-officer", "duty_judge": "duty-judge",
        "appeals_chamber": "legal-officer", "prosecutor": "prosecutor", "defence": "defence", "registrar": "registrar",
        "witness_unit": "witness-support", "archivist": "archivist",
    }, "registry-officer", {"judges": mechanism.roll_lines, "reports": mechanism.report_lines}),
    "rome": Scene("rome", HERE / "court.acts", {
        "president": "icc-president", "presidency": "icc-president", "judges": "icc-president", "pre_trial_chamber": "icc-legal-officer",
        "pre_trial_division": "icc-judge-pre-trial", "single_judge": "icc-judge-pre-trial", "trial_chamber": "icc-legal-officer",
        "appeals_chamber": "icc-legal-officer", "prosecutor": "icc-prosecutor", "deputy_prosecutor": "icc-deputy-prosecutor", "defence": "icc-defence",
        "victims": "icc-victims", "registrar": "icc-registrar", "victims_witnesses_unit": "icc-witness-unit", "assembly": "icc-assembly",
        "bureau": "icc-assembly", "state_party": "icc-state",
    }, "icc-registry-officer", {"states": court.state_lines, "judges": court.roll_lines, "election": court.election_lines,
                                "attendance": court.attendance_lines, "votes": court.vote_lines, "notices": court.notice_lines}),
}
"""By the code of the pack."""
