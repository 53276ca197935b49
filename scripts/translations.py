"""Keeps the French catalogues: ``.venv/bin/python scripts/translations.py`` after a change of words.

Each application has a catalogue of its own (``src/curule/registry/locale/fr/...``); what belongs to none is in
``src/curule/locale``. New messages are added without a translation, vanished ones removed; then the French is
written by hand. With ``--check`` nothing is written, and the status says whether every message has its French.
Only Babel is needed.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "curule"
CATALOGUE = Path("locale") / "fr" / "LC_MESSAGES" / "django.po"
# What marks a message: its own argument positions, as Babel writes them.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def sources() -> Iterator[tuple[Path, str]]:
    """Every file that may hold messages, with its text as Python: templates are put into that form by
    Django.
    """
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts:
            yield path, path.read_text(encoding="utf-8")
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            yield path, templatize(path.read_text(encoding="utf-8"), origin=str(path))


def home_of(path: Path) -> Path:
    """The folder whose catalogue holds the messages of a file: its application, or the whole package."""
    top = SOURCE / path.relative_to(SOURCE).parts[0]
    return top if (top / "apps.py").is_file() else SOURCE


def messages() -> dict[Path, Catalog]:
    """All messages by the file of their catalogue, untranslated."""
    found: dict[Path, Catalog] = {}
    for path, text in sources():
        extracted = extract(
            "python", io.BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=("Translators:",)
        )
        for _line, message, comments, context in extracted:
            file = home_of(path) / CATALOGUE
            catalog = found.setdefault(file, Catalog(project="Curule", charset="utf-8", locale="fr"))
            where = [(path.relative_to(ROOT).as_posix(), 0)]
            catalog.add(message, locations=where, auto_comments=comments, context=context)
    return found


def french(file: Path) -> Catalog:
    """A catalogue as it lies in the repository; empty where there is none yet."""
    if not file.is_file():
        return Catalog(locale="fr")
    with file.open("rb") as stream:
        return read_po(stream, locale="fr")


def is_translated(message: Message) -> bool:
    """Whether every form (singular and plural) has its words, and a human has looked at them."""
    words = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(words) and not message.fuzzy


def faults() -> list[str]:
    """What is wrong with the French catalogues, one line each; empty when they are complete."""
    return [fault for file, wanted in messages().items() for fault in faults_of(wanted, french(file))]


def faults_of(wanted: Catalog, present: Catalog) -> list[str]:
    """What one catalogue lacks, and what is wrong in it."""
    found = []
    for message in wanted:
        if not message.id:
            continue
        known = present.get(message.id, context=message.context)
        if known is None:
            found.append(f"missing: {message.id!r} ({message.locations[0][0]})")
        elif not is_translated(known):
            found.append(f"not translated: {message.id!r} ({message.locations[0][0]})")
        else:
            found += [f"{message.id!r}: {fault}" for fault in known.check(present)]
    return found


def update(file: Path, wanted: Catalog, kept: Catalog) -> None:
    """Write a catalogue anew from the sources, keeping the French that still belongs to a message."""
    present = french(file)
    # The same words give the same file, whoever runs this and whenever.
    written_on = present.creation_date if file.is_file() else kept.creation_date
    present.update(wanted, no_fuzzy_matching=True)
    present.obsolete.clear()
    for message in present:
        # Words that moved from one application to another keep their French.
        if message.id and not is_translated(message) and (known := kept.get(message.id, context=message.context)) is not None:
            message.string = known.string
    present.project, present.creation_date, present.fuzzy = "Curule", written_on, False
    present.header_comment = "# The French of Curule. Kept by scripts/translations.py."
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, present, width=110, sort_output=True, include_lineno=False)


def everything() -> Catalog:
    """All the French there is, whichever catalogue holds it."""
    kept = Catalog(locale="fr")
    for file in sorted(SOURCE.rglob("django.po")):
        catalog = french(file)
        kept.creation_date = catalog.creation_date
        for message in catalog:
            if message.id and is_translated(message):
                kept.add(message.id, message.string, context=message.context)
    return kept


def main(arguments: list[str]) -> int:
    """Update or check."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    wanted = messages()
    if arguments != ["--check"]:
        kept = everything()
        for file, catalog in wanted.items():
            update(file, catalog, kept)
    found = faults()
    for fault in found:
        print(fault)
    print(f"{len(wanted)} catalogues, {sum(map(len, wanted.values()))} messages, {len(found)} to translate")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
