"""Keeps the French catalogue: ``.venv/bin/python scripts/translations.py`` after a change of words.

New messages are added without a translation, vanished ones removed; then the French is written by hand. With
``--check`` nothing is written, and the status says whether every message has its French. Only Babel is
needed.
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
FRENCH = SOURCE / "locale" / "fr" / "LC_MESSAGES" / "django.po"
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


def messages() -> Catalog:
    """All messages of the application, untranslated."""
    catalog = Catalog(project="Curule", charset="utf-8", locale="fr")
    for path, text in sources():
        found = extract(
            "python", io.BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=("Translators:",)
        )
        for _line, message, comments, context in found:
            where = [(path.relative_to(ROOT).as_posix(), 0)]
            catalog.add(message, locations=where, auto_comments=comments, context=context)
    return catalog


def french() -> Catalog:
    """The catalogue as it lies in the repository."""
    with FRENCH.open("rb") as file:
        return read_po(file, locale="fr")


def is_translated(message: Message) -> bool:
    """Whether every form (singular and plural) has its words, and a human has looked at them."""
    words = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(words) and not message.fuzzy


def faults() -> list[str]:
    """What is wrong with the French catalogue, one line each; empty when it is complete."""
    wanted, present = messages(), french()
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


def update() -> None:
    """Write the catalogue anew from the sources, keeping the French that still belongs to a message."""
    present = french() if FRENCH.exists() else Catalog(locale="fr")
    # The same words give the same file, whoever runs this and whenever.
    written_on = present.creation_date
    present.update(messages(), no_fuzzy_matching=True)
    present.obsolete.clear()
    present.project, present.creation_date, present.fuzzy = "Curule", written_on, False
    present.header_comment = "# The French of Curule. Kept by scripts/translations.py."
    FRENCH.parent.mkdir(parents=True, exist_ok=True)
    with FRENCH.open("wb") as file:
        write_po(file, present, width=110, sort_output=True, include_lineno=False)


def main(arguments: list[str]) -> int:
    """Update or check."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    if arguments != ["--check"]:
        update()
    found = faults()
    for fault in found:
        print(fault)
    print(f"{FRENCH.relative_to(ROOT)}: {len(french())} messages, {len(found)} to translate")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
