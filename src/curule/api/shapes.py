"""The shapes of what the API gives and takes, as the OpenAPI document shows them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

__all__ = ["Answered", "ClockShape", "Deed", "Done", "EntryShape", "FaultShape", "MatterLine", "MatterShape", "Matters", "NewMatter", "NewToken", "NextShape",
           "Question", "RecordShape", "RightShape", "TokenMade", "TokenShape"]


class FaultDetail(Schema):
    """One part of a request that is wrong."""

    name: str
    label: str = ""
    says: str


class FaultWords(Schema):
    """What is wrong and what to do."""

    code: str
    says: str
    remedy: str = ""
    errors: list[FaultDetail] = []
    answer: dict[str, Any] | None = Field(None, description="For a refusal: the answer of the law library with its reasons and cures.")
    entries: list[dict[str, Any]] = Field([], description="For a request that was overtaken: the entries made meanwhile.")


class FaultShape(Schema):
    """The body of every answer that is not a success."""

    error: FaultWords


class MatterLine(Schema):
    """A matter in a list."""

    number: str
    title: str
    tribunal: str
    kind: str
    kind_name: str
    branch: str
    opened_on: date
    stage: str = Field(description="Code of the stage.")
    stage_name: str


class Matters(Schema):
    """One page of a list of matters; ``total`` counts those that the caller may see."""

    total: int
    offset: int
    items: list[MatterLine]


class EntryShape(Schema):
    """One entry as the caller sees it; numbers run without a gap over what the caller may see."""

    number: int
    act: str
    title: str
    says: str
    organ: str
    organ_name: str
    person: str
    done_on: date
    entered_at: datetime | None
    particulars: dict[str, Any]
    diverges: bool
    audience: str
    corrected_by: list[int] = []
    provisions: list[str] = []


class RecordShape(Schema):
    """The record of a matter."""

    matter: str
    entries: list[EntryShape]


class MatterShape(MatterLine):
    """A matter: where it stands, as words by concern and as data."""

    entries: int = Field(description="How many entries the caller sees: give it as `expected`, or in If-Match, with the next act.")
    standing: list[dict[str, Any]]
    posture: dict[str, Any]
    links: dict[str, str]
    fingerprint: str = Field(description="A digest of the record as the caller sees it: two callers who see the same have the same.")
    law: dict[str, Any] = Field(description="The library's version, the readings that apply, whether the chain of the record holds.")
    acts_for: list[str] = Field(description="The organs for which the caller may enter acts here.")


class NextShape(Schema):
    """One act of the law library with its answer today."""

    act: str
    title: str
    verdict: str
    by: list[str]
    mine: bool
    provisions: list[str]
    due: date | None = None
    standing: str = ""
    particulars: dict[str, Any] | None = None


class ClockShape(Schema):
    """A pending duty or a running time limit."""

    says: str
    subject: str
    by: list[str]
    provision: str
    due: date | None
    standing: str
    act: str = ""
    starts: date | None = None
    working: list[str] = []
    unverified: str = Field("", description="The source of a figure that nobody has compared with its text yet.")


class RightShape(Schema):
    """A right that applies in a matter, with whether it is kept."""

    rule: str
    title: str
    holder: str
    owed_by: list[str]
    provision: str
    standing: str
    given: dict[str, Any]
    reason: dict[str, Any]


class Question(Schema):
    """A question to the law: may this act be done by this organ, on this day, with these particulars?"""

    act: str
    by: str = Field("", description="Code of the organ; empty asks for any organ.")
    on: date | None = Field(None, description="Today when left out.")
    particulars: dict[str, Any] = {}
    preview: bool = Field(False, description="Also tell what the entry would change.")


class Answered(Schema):
    """The answer with the whole tree of reasons and the smallest cures."""

    answer: dict[str, Any]
    faults: list[FaultDetail] = []
    changes: list[dict[str, str]] | None = None


class Deed(Schema):
    """An act to be entered."""

    by: str = Field(description="Code of the organ that acts; one for which your office may enter acts.")
    done_on: date | None = Field(None, description="The day on which it was done; today when left out.")
    particulars: dict[str, Any] = {}
    expected: int | None = Field(None, description="How many entries you saw; If-Match says the same.")
    audience: str = Field("", description="A narrower audience than the act's own: participants, ex_parte_prosecutor, ex_parte_defence, bench, registry.")
    note: str = Field("", max_length=2000)


class NewMatter(Deed):
    """A matter to be opened with its first act."""

    tribunal: str
    kind: str
    title: str = Field(min_length=1, max_length=300)
    number: str = Field("", max_length=40, pattern=r"^(?:[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*)?$",
                        description="Left out, the next number is given.")
    branch: str = Field("", max_length=30)
    links: dict[str, str] = Field({}, description="Other matters that the law looks at: kind and number.")


class Done(Schema):
    """An act that was entered."""

    matter: str
    entry: EntryShape | None = Field(description="The entry as the caller sees it; null where its audience leaves the caller out.")
    repeated: bool
    diverges: bool
    answer: dict[str, Any] = Field(description="The law's answer, on the record as the caller sees it.")
    stage: str


class NewToken(Schema):
    """A token to be made."""

    name: str = Field(min_length=1, max_length=80)
    until: date | None = None


class TokenShape(Schema):
    """A token without its secret part."""

    id: int
    name: str
    beginning: str
    made_at: datetime
    used_at: datetime | None
    until: date | None
    revoked: bool


class TokenMade(TokenShape):
    """A token that was made: the only time that it is shown."""

    token: str
