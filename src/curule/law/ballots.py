"""Ballots: votes read and checked, results with their reasons; each statute counts by rules of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from curule.law.record import Entry
from curule.law.words import StatedError, T, Text

__all__ = ["BallotError", "Contest", "Outcome", "Requirement", "Result", "Round", "Standing", "check_votes", "ranked", "read_votes"]


class BallotError(StatedError):
    """Votes that cannot be counted: says which, and what to correct."""


class Outcome(Enum):
    """What a ballot gives for one candidate."""

    ELECTED = "elected"
    BELOW_MAJORITY = "below the majority"
    NATIONALITY_FULL = "nationality full"
    KEPT_FOR_LIST = "seat kept for the other list"
    SEATS_FULL = "seats full"
    TIED = "tied"


@dataclass(frozen=True, slots=True)
class Result:
    """One candidate's votes with the outcome, the reason in both languages and its provision; ``chosen_list`` where there are lists."""

    candidate: str
    nationality: str
    votes: int
    outcome: Outcome
    reason: Text
    provision: str
    chosen_list: str = ""


class Requirement(NamedTuple):
    """What the bench must have at least: how many, how many it has, and where that stands."""

    says: Text
    needed: int
    have: int
    provision: str


class Round(NamedTuple):
    """One ballot as held: its entry, how many votes counted, how many were needed, the result of everyone."""

    entry: Entry
    base: int
    needed: int
    results: list[Result]
    fault: Text | None = None


class Standing(NamedTuple):
    """One candidate: nationality, list, by whom nominated, the entries of nomination and election."""

    candidate: str
    nationality: str
    chosen_list: str
    nominated_by: str
    nominated: Entry | None
    elected: Entry | None


class Contest(NamedTuple):
    """One election: how many seats, the candidates, what the bench must have, the ballots in order, what is still missing."""

    seats: int
    filled: int
    base: Text
    candidates: list[Standing]
    requirements: list[Requirement]
    rounds: list[Round]


def read_votes(items: Iterable[str]) -> dict[str, int]:
    """Votes written as ``candidate:number``; items that cannot be read count for nothing.

    >>> read_votes(["J01:120", "J02:x"])
    {'J01': 120}
    """
    read = {}
    for item in items:
        code, _, number = item.partition(":")
        if number.strip().isdecimal():
            read[code.strip()] = int(number)
    return read


def ranked(candidates: Iterable[str], votes: Mapping[str, int]) -> list[str]:
    """The candidates, most votes first; equal ones by their code."""
    return sorted(candidates, key=lambda c: (-votes.get(c, 0), c))


def check_votes(candidates: Collection[str], votes: Mapping[str, int], voters: int, seats: int, said: Text) -> None:
    """Refuse votes that cannot be so; ``said`` names those who vote ("States Parties voted").

    :raises BallotError: for strangers, for more votes than voters, and for more than so many voters can cast for so many seats.
    """
    unknown = sorted(set(votes) - set(candidates))
    if unknown:
        raise BallotError(T(f"votes for {', '.join(unknown)}, who are not on the list of candidates; correct the codes",
                            f"voix pour {', '.join(unknown)}, qui ne figurent pas sur la liste des candidats ; corrigez les codes"))
    for code, number in votes.items():
        if not 0 <= number <= voters:
            raise BallotError(T(f"{code} has {number} votes, but {voters} {said.en}; correct one of the two",
                                f"{code} a {number} voix, mais {voters} {said.fr} ; corrigez l'un des deux"))
    if sum(votes.values()) > voters * seats:
        raise BallotError(T(f"more votes than {voters} voters can cast for {seats} seats; check the count",
                            f"plus de voix que {voters} votants n'en peuvent donner pour {seats} sièges ; vérifiez le décompte"))
