"""What a Chamber writes: the kinds of paper, each with headings in both languages and a text to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from curule.law.words import T, Text

__all__ = ["KINDS", "OPINIONS", "PaperKind"]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind: its name, its heading, the text that a new one begins with, the kind of document it is filed as, and whether each judge signs."""

    code: str
    name: Text
    begins: Text
    filed_as: tuple[str, ...]
    each_signs: bool = False


_ORDER = T(
    "**THE CHAMBER**,\n\n**BEING SEISED** of …\n\n**PURSUANT TO** [[{provision}]],\n\n**FOR THE FOREGOING REASONS**,\n\n**HEREBY ORDERS** as follows.\n",
    "**LA CHAMBRE**,\n\n**SAISIE** de …\n\n**EN APPLICATION DE** [[{provision}]],\n\n**PAR CES MOTIFS**,\n\n**ORDONNE** ce qui suit.\n")
_SCHEDULING = T(
    "**THE CHAMBER**,\n\n**NOTING** that …\n\n**PURSUANT TO** [[{provision}]],\n\n**SCHEDULES** a hearing on … at … in …\n",
    "**LA CHAMBRE**,\n\n**ATTENDU** que …\n\n**EN APPLICATION DE** [[{provision}]],\n\n**FIXE** une audience au … à … à …\n")
_DECISION = T(
    "## Procedural background\n\n1. …\n\n## Submissions\n\n2. …\n\n## Applicable law\n\n3. …\n\n## Discussion\n\n4. …\n\n"
    "**PURSUANT TO** [[{provision}]], the Chamber decides as follows.\n",
    "## Rappel de la procédure\n\n1. …\n\n## Arguments des parties\n\n2. …\n\n## Droit applicable\n\n3. …\n\n## Examen\n\n4. …\n\n"
    "**EN APPLICATION DE** [[{provision}]], la Chambre statue comme suit.\n")
_JUDGEMENT = T(
    "## Introduction\n\n1. …\n\n## Findings of fact\n\n2. …\n\n## Legal findings\n\n3. …\n\n"
    "**PURSUANT TO** [[{provision}]], the Chamber pronounces as follows.\n",
    "## Introduction\n\n1. …\n\n## Constatations\n\n2. …\n\n## Conclusions juridiques\n\n3. …\n\n**EN APPLICATION DE** [[{provision}]], la Chambre prononce.\n")

KINDS = {kind.code: kind for kind in (
    PaperKind("order", T("Order", "Ordonnance"), _ORDER, ("order",)),
    PaperKind("scheduling", T("Scheduling order", "Ordonnance portant calendrier"), _SCHEDULING, ("order",)),
    PaperKind("decision", T("Decision", "Décision"), _DECISION, ("decision",)),
    PaperKind("judgement", T("Judgement", "Jugement"), _JUDGEMENT, ("judgement", "judgment", "decision"), each_signs=True),
)}

OPINIONS = {"separate": T("Separate opinion", "Opinion individuelle"), "dissenting": T("Dissenting opinion", "Opinion dissidente")}
