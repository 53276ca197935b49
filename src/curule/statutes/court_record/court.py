"""What the court record needs to know of a tribunal: its organs, the provisions on which they act, its documents and their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from curule.law.data_files import DataFile
from curule.law.particulars import Choice
from curule.law.rules import Organ
from curule.law.words import StatedError, T, Text

__all__ = ["Court", "Courtroom", "DocumentType", "FilingDataError", "FilingNumbers"]

ENDINGS = ("redacted", "annex", "corrigendum", "translation")
OPINION_FORMS = ("joined", "annexed")
LANGUAGES = (Choice("en", "English", "anglais"), Choice("fr", "French", "français"), Choice("ar", "Arabic", "arabe"), Choice("zh", "Chinese", "chinois"),
             Choice("ru", "Russian", "russe"), Choice("es", "Spanish", "espagnol"), Choice("sw", "Swahili", "swahili"),
             Choice("rw", "Kinyarwanda", "kinyarwanda"), Choice("bcs", "Bosnian/Croatian/Serbian", "bosniaque/croate/serbe"),
             Choice("sq", "Albanian", "albanais"), Choice("xx", "another language", "une autre langue"))


class FilingDataError(StatedError):
    """A filing data file that cannot be used."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: its name, whether others may answer it within a response time, its limits of pages and of words (ids of figures), who files it.

    ``by`` is empty where anybody with standing may file it.
    """

    code: str
    name: Text
    answered: bool = False
    pages: str = ""
    words: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilingNumbers:
    """How a tribunal writes the numbers of its filings; ``{case}``, ``{series}``, ``{n}`` stand for the case's number, the series' letters, the count.

    ``classes`` are the endings of classifications; ``endings`` those of redacted versions, annexes, corrigenda, translations; ``annexes``
    are counted by ``numbers`` or ``letters``.
    """

    form: str
    hidden_form: str
    classes: Mapping[str, str]
    endings: Mapping[str, str]
    languages: Mapping[str, str]
    annexes: str = "numbers"


@dataclass(frozen=True, slots=True)
class Courtroom:
    """A place of hearings, with the time zone of its clock (IANA)."""

    code: str
    name: Text
    zone: str


@dataclass(frozen=True)
class Court:
    """One tribunal as the court record sees it."""

    instrument: str
    package: Path
    organs: Sequence[Organ]
    kinds: tuple[str, ...]
    filers: tuple[str, ...]
    parties: tuple[str, ...]
    registry: tuple[str, ...]
    registrar: str
    bench: tuple[str, ...]
    judicial: tuple[str, ...]
    record_provision: str
    publicity_provision: str
    language_provision: str
    hearings_by: tuple[str, ...]
    courtrooms: tuple[Courtroom, ...]
    majority_provisions: Mapping[str, str]
    """Where the Statute says how a bench decides, by its task; that of the empty task for all others."""
    by_roster: tuple[str, ...] = ()
    """Organs of the Bench that are whoever has the duty that day, not who was assigned to the matter."""

    @property
    def assigned_benches(self) -> tuple[str, ...]:
        """The organs of the Bench for which, in a matter, only those act who were assigned to its bench."""
        return tuple(organ for organ in self.bench if organ not in self.by_roster)

    def majority(self, judges: int) -> int:
        """How many judges of a bench carry a point: more than half of all that sit on it, whether they vote or not (irmct:21(2); rome:57(2)(a),
        74(3), 83(4)). An even bench that is divided equally has decided nothing.
        """
        return judges // 2 + 1

    def majority_provision(self, task: str) -> str:
        """The provision by which a bench on that task (``trial``, ``appeal:1``) decides: ``irmct:21(2)``."""
        found = self.majority_provisions.get(task.partition(":")[0]) or self.majority_provisions[""]
        return f"{self.instrument}:{found}"

    @cached_property
    def data(self) -> dict[str, dict[str, Any]]:
        """The tribunal's filing data."""
        return DataFile(self.package / "filing.toml", FilingDataError).tables()

    @cached_property
    def organ_names(self) -> dict[str, tuple[str, str]]:
        """The organs' names in both languages, by code."""
        return {o.code: (o.name.en, o.name.fr) for o in self.organs}

    @cached_property
    def types(self) -> dict[str, DocumentType]:
        """The documents that are filed here, by code."""
        return {code: DocumentType(code, T(row["en"], row["fr"]), bool(row.get("answered")), row.get("pages", ""), row.get("words", ""),
                                   tuple(row.get("by", ()))) for code, row in self.data["types"].items()}

    @cached_property
    def numbers(self) -> FilingNumbers:
        """How filings are numbered here."""
        row = self.data["numbers"]
        return FilingNumbers(row["form"], row["hidden_form"], row.get("classes", {}), {e: row["endings"][e] for e in ENDINGS}, row.get("languages", {}),
                             row.get("annexes", "numbers"))

    @cached_property
    def grounds(self) -> dict[str, Text]:
        """Why something is redacted here, by code: the words that schedules print, with the provision where there is one."""
        return {code: T(_sourced(row, "en"), _sourced(row, "fr")) for code, row in self.data["grounds"].items()}

    @cached_property
    def working_languages(self) -> tuple[str, ...]:
        """The languages in which the tribunal works: a filing in another one waits for its translation."""
        return tuple(self.data["languages"]["working"])

    @property
    def joins_opinions(self) -> bool:
        """Whether separate and dissenting opinions stand in the file of the decision itself; otherwise each is an annex to it."""
        return self._opinions == "joined"

    @cached_property
    def _opinions(self) -> str:
        form = str(self.data.get("opinions", {}).get("form", ""))
        if form not in OPINION_FORMS:
            file = DataFile(self.package / "filing.toml", FilingDataError)
            raise file.fault("opinions.form", T(f"{form!r} is no form of opinions", f"{form!r} n'est pas une forme d'opinion"),
                             T(f"Write one of: {', '.join(OPINION_FORMS)}.", f"Écrire l'une de : {', '.join(OPINION_FORMS)}."))
        return form

    def type_choices(self) -> Sequence[Choice]:
        """The documents as choices of a particular."""
        return [Choice(t.code, t.name.en, t.name.fr) for t in self.types.values()]


def _sourced(row: dict[str, Any], lang: str) -> str:
    source = row.get("source", {}).get(lang, "")
    return f"{row[lang]} ({source})" if source else str(row[lang])
