"""What a Chamber writes: the kinds of paper, each with headings in both languages and a text to begin with; and the kinds of opinion."""

from __future__ import annotations

from dataclasses import dataclass

from curule.law.words import T, Text

__all__ = ["ATTACHED", "KINDS", "OPINIONS", "PaperKind", "opinion_title"]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind: its name, its heading, the text that a new one begins with, the kind of document it is filed as, and whether each judge signs."""

    code: str
    name: Text
    begins: Text
    filed_as: tuple[str, ...]
    each_signs: bool = False

    def begins_for(self, lang: str, provision: str, *, alone: bool) -> str:
        """The text to begin with: of a Chamber, or of a judge who sits ``alone``."""
        chamber, seised = (JUDGE, SEISED_JUDGE) if alone else (CHAMBER, SEISED_CHAMBER)
        said = {"chamber": chamber.of(lang), "CHAMBER": chamber.of(lang).upper(), "SEISED": seised.of(lang), "provision": provision}
        text = self.begins.of(lang)
        for name, words in said.items():
            text = text.replace(f"{{{name}}}", words)
        return text


CHAMBER, JUDGE = T("the Chamber", "la Chambre"), T("the Judge", "le juge")
SEISED_CHAMBER, SEISED_JUDGE = T("BEING SEISED", "SAISIE"), T("BEING SEISED", "SAISI")

_ORDER = T(
    "**{CHAMBER}**,\n\n**{SEISED}** of …\n\n**PURSUANT TO** [[{provision}]],\n\n**FOR THE FOREGOING REASONS**,\n\n**HEREBY ORDERS** as follows.\n",
    "**{CHAMBER}**,\n\n**{SEISED}** de …\n\n**EN APPLICATION DE** [[{provision}]],\n\n**PAR CES MOTIFS**,\n\n**ORDONNE** ce qui suit.\n")
_SCHEDULING = T(
    "**{CHAMBER}**,\n\n**NOTING** that …\n\n**PURSUANT TO** [[{provision}]],\n\n**SCHEDULES** a hearing on … at … in …\n",
    "**{CHAMBER}**,\n\n**ATTENDU** que …\n\n**EN APPLICATION DE** [[{provision}]],\n\n**FIXE** une audience au … à … à …\n")
_DECISION = T(
    "## Procedural background\n\n1. …\n\n## Submissions\n\n2. …\n\n## Applicable law\n\n3. …\n\n## Discussion\n\n4. …\n\n"
    "**PURSUANT TO** [[{provision}]], {chamber} decides as follows.\n",
    "## Rappel de la procédure\n\n1. …\n\n## Arguments des parties\n\n2. …\n\n## Droit applicable\n\n3. …\n\n## Examen\n\n4. …\n\n"
    "**EN APPLICATION DE** [[{provision}]], {chamber} statue comme suit.\n")
_JUDGEMENT = T(
    "## Introduction\n\n1. …\n\n## Findings of fact\n\n2. …\n\n## Legal findings\n\n3. …\n\n"
    "**PURSUANT TO** [[{provision}]], {chamber} pronounces as follows.\n",
    "## Introduction\n\n1. …\n\n## Constatations\n\n2. …\n\n## Conclusions juridiques\n\n3. …\n\n"
    "**EN APPLICATION DE** [[{provision}]], {chamber} prononce ce qui suit.\n")

KINDS = {kind.code: kind for kind in (
    PaperKind("order", T("Order", "Ordonnance"), _ORDER, ("order",)),
    PaperKind("scheduling", T("Scheduling order", "Ordonnance portant calendrier"), _SCHEDULING, ("order",)),
    PaperKind("decision", T("Decision", "Décision"), _DECISION, ("decision",)),
    PaperKind("judgement", T("Judgement", "Jugement"), _JUDGEMENT, ("judgement", "judgment", "decision"), each_signs=True),
)}

OPINIONS = {"separate": T("Separate opinion", "Opinion individuelle"), "dissenting": T("Dissenting opinion", "Opinion dissidente"),
            "partly_dissenting": T("Partly dissenting opinion", "Opinion partiellement dissidente")}

ATTACHED = {"separate": T("{name} appends a separate opinion.", "{name} joint une opinion individuelle."),
            "dissenting": T("{name} appends a dissenting opinion.", "{name} joint une opinion dissidente."),
            "partly_dissenting": T("{name} appends a partly dissenting opinion.", "{name} joint une opinion partiellement dissidente.")}
"""What the decision says below its disposition of the opinions that go with it."""


def opinion_title(kind: str, name: str, lang: str) -> str:
    """What an opinion is called.

    >>> opinion_title("dissenting", "Judge A. Example", "en")
    'Dissenting opinion of Judge A. Example'
    >>> opinion_title("separate", "Ada Exemple", "fr")
    'Opinion individuelle d’Ada Exemple'
    """
    words = OPINIONS[kind].of(lang)
    if lang == "fr":
        return f"{words} d’{name}" if name[:1].lower() in "aàâeéèêiîoôuyœ" and name else f"{words} de {name}"
    return f"{words} of {name}"
