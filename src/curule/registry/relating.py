"""How documents hang together, as one reader sees it: what each answers, decides or concerns, what answers it, and what its reader may file next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from curule.law.docket import Docket, Pending
from curule.law.record import Entry
from curule.law.words import T
from curule.matters.reading import Reading
from curule.registry.models import Rendition
from curule.registry.numbering import court_of
from curule.statutes.court_record.filings import CORRIGENDUM, DOCUMENT, TRANSLATION

__all__ = ["DECIDED", "OPINION", "Related", "Step", "awaiting_reply", "awaiting_response", "next_steps", "related_to"]

RELATIONS = {
    "responds_to": (T("In response to", "En réponse à"), T("Responses", "Réponses")),
    "replies_to": (T("In reply, concerning", "En réplique, au sujet de"), T("Replies", "Répliques")),
    "decides": (T("Decides on", "Statue sur"), T("Decided by", "Tranché par")),
    "opinion_on": (T("Opinion appended to", "Opinion jointe à"), T("Separate and dissenting opinions", "Opinions individuelles et dissidentes")),
    "complies_with": (T("Complies with", "Exécute"), T("Complied with by", "Exécuté par")),
    "leave": (T("With leave given by", "Autorisé par"), T("Filed with this leave", "Déposé avec cette autorisation")),
    "relates_to": (T("Relates to", "Concerne"), T("Related documents", "Documents connexes")),
}
"""By the name of the particular: the words on the document that refers, and on the one that is referred to."""
OPINION = "opinion"
DECIDED = ("decision", "judgement", "order")
"""Kinds of documents to which a judge may append an opinion."""
MOST = 20
"""How many documents are named under one heading; the matter's search finds the others."""


@dataclass(frozen=True, slots=True)
class Related:
    """Documents that stand in one relation to the one that is read. ``more``: how many others there are."""

    words: str
    renditions: Sequence[Rendition]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """Something that the reader may file next, and the address of its form, filled in as far as it follows from the document."""

    words: str
    address: str


def related_to(reading: Reading, number: int, lang: str) -> list[Related]:
    """The documents to which that of entry ``number`` refers, and those that refer to it, among what the reader sees."""
    entry = reading.at(number)
    if entry is None:
        return []
    referring = reading.referring(tuple(RELATIONS)).get(number, ())
    wanted = [(words[0], _listed(entry, name)) for name, words in RELATIONS.items()]
    wanted += [(words[1], [n for n, by in referring if by == name]) for name, words in RELATIONS.items()]
    rows = reading.rows(n for _words, numbers in wanted for n in numbers[:MOST])
    made = []
    for words, numbers in wanted:
        found = [rows[n].rendition for n in numbers[:MOST] if n in rows and hasattr(rows[n], "rendition")]
        if found:
            made.append(Related(words.of(lang), found, max(len(numbers) - MOST, 0)))
    return made


def _listed(entry: Entry, name: str) -> list[int]:
    value = entry.particulars.get(name, ())
    return [n for n in (value if isinstance(value, tuple) else (value,)) if isinstance(n, int)]


def awaiting_response(reading: Reading, organs: Collection[str]) -> frozenset[str]:
    """The entries, by number, whose documents await a response of these organs."""
    return frozenset(n for n, p in _pending(reading).items() if set(organs) & set(p.asked) - set(p.answered))


def awaiting_reply(reading: Reading, organs: Collection[str]) -> frozenset[str]:
    """The entries, by number, of these organs whose responses await a reply."""
    return frozenset(n for n, p in _pending(reading).items() if p.entry is not None and p.entry.actor.organ in organs and p.first_answer and not p.replied)


def _pending(reading: Reading) -> Mapping[str, Pending]:
    return (getattr(reading.posture, "docket", None) or Docket()).pending


def next_steps(reading: Reading, number: int, rendition: Rendition, mine: Sequence[str], lang: str) -> list[Step]:
    """What somebody who acts for these organs files on a document: a response to it, a reply, a decision, a translation, a correction."""
    entry, court = reading.at(number), court_of(reading.matter)
    organs = [organ for organ in mine if organ in court.filers]
    if entry is None or not organs or reading.is_past:
        return []
    own = entry.actor.organ in organs
    told = T(f"Response to {rendition.title}", f"Réponse à : {rendition.title}").of(lang)
    found = []
    if str(number) in awaiting_response(reading, organs):
        found.append((T("Respond", "Répondre"), DOCUMENT, {"document_type": _type("response", court.types), "responds_to": number, "title": told}))
    answers = reading.at(next(iter(_listed(entry, "responds_to")), 0))
    if answers is not None and str(answers.number) in awaiting_reply(reading, organs):
        told = T(f"Reply concerning {rendition.title}", f"Réplique : {rendition.title}").of(lang)
        found.append((T("Reply", "Répliquer"), DOCUMENT, {"document_type": _type("reply", court.types), "replies_to": answers.number, "title": told}))
    if str(number) in _pending(reading) and set(organs) & set(court.judicial):
        told = T(f"Decision on {rendition.title}", f"Décision relative à : {rendition.title}").of(lang)
        found.append((T("File the decision on it", "Déposer la décision"), DOCUMENT, {"document_type": _type("decision", court.types), "decides": number,
                                                                                     "title": told}))
    if rendition.document.document_type in DECIDED and set(organs) & set(court.judicial) and OPINION in court.types:
        told = T(f"Separate opinion on {rendition.title}", f"Opinion individuelle jointe à : {rendition.title}").of(lang)
        found.append((T("File an opinion on it", "Y joindre une opinion"), DOCUMENT, {"document_type": OPINION, "opinion_on": number, "title": told}))
    found.append((T("File a translation", "Déposer une traduction"), TRANSLATION, {"of": number, "title": rendition.title}))
    if own:
        found.append((T("Correct it", "La rectifier"), CORRIGENDUM, {"of": number, "title": rendition.title}))
    return [Step(words.of(lang), _address(reading, act, entry, given)) for words, act, given in found]


def _type(code: str, known: object) -> str:
    return code if isinstance(known, dict) and code in known else ""


def _address(reading: Reading, act: str, entry: Entry, given: dict[str, object]) -> str:
    """The form with what is known: the classification of the document to which it belongs, unless its filer chooses otherwise."""
    known = {"classification": entry.particulars.get("classification", ""), **given}
    return (reverse("registry:file-act", args=[reading.matter.number, act]) + "?"
            + urlencode({name: str(value)[:300] for name, value in known.items() if value}))
