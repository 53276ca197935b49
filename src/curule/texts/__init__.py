"""Official texts of instruments: read from the files that tribunals have, aligned by provision and language.

    from curule.texts import read_statute
    imported = read_statute("statute.txt")
    print("\\n".join(imported.report.lines("en")))

The texts are the operator's data. Nothing here holds a sentence of them; the packaged tables hold the ids
of provisions and facts of layout. What cannot be aligned is listed with its line and the reason, never
guessed and never dropped; the report proves it by accounting for every character of the file. Standard
library only.
"""

from __future__ import annotations

from curule.texts.errors import NotAStatuteError, OutlineError, TextError, UnreadableFileError
from curule.texts.identify import Identity, Printing, identify
from curule.texts.outline import Layout, Outline
from curule.texts.reading import Entry, Imported, read_statute
from curule.texts.report import Conservation, ImportReport
from curule.texts.units import Evidence, Kind

__all__ = [
    "Conservation",
    "Entry",
    "Evidence",
    "Identity",
    "ImportReport",
    "Imported",
    "Kind",
    "Layout",
    "NotAStatuteError",
    "Outline",
    "OutlineError",
    "Printing",
    "TextError",
    "UnreadableFileError",
    "identify",
    "read_statute",
]
