"""Editable data files: TOML tables read with every fault named by file, key and remedy.

Duty stations and figures are data that an operator edits by hand, so that a slip of the pen must be found at
once and said plainly. The readers here take the class of error to raise, for the caller knows what the file
is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from curule.law.words import StatedError, T, Text

LARGEST = 1_000_000  # bytes; the real files hold a few kilobytes


class DataFile:
    """One file being read: where faults are, and what kind of error they become."""

    __slots__ = ("error", "path")

    def __init__(self, path: str | Path, error: type[StatedError]) -> None:
        self.path = Path(path)
        self.error = error

    def fault(self, key: str, wrong: Text, remedy: Text) -> StatedError:
        """The error to raise: where, what is wrong, what to do."""
        where = f"{self.path}: {key}" if key else str(self.path)
        return self.error(T(f"{where}: {wrong.en}. {remedy.en}", f"{where} : {wrong.fr}. {remedy.fr}"))

    def tables(self) -> dict[str, dict[str, object]]:
        """The file's top-level tables by name."""
        import tomllib  # only an operator's file needs it; importing a pack does not

        try:
            raw = self.path.read_bytes()
        except OSError as problem:
            wrong = T(f"it cannot be read ({problem.strerror})", f"fichier illisible ({problem.strerror})")
            remedy = T("Check its path and its permissions.", "Vérifier son chemin et ses droits d'accès.")
            raise self.fault("", wrong, remedy) from problem
        if len(raw) > LARGEST:
            raise self.fault(
                "",
                T(f"the file has {len(raw)} bytes", f"le fichier compte {len(raw)} octets"),
                T(f"Keep it under {LARGEST}.", f"Rester au-dessous de {LARGEST}."),
            )
        try:
            content = tomllib.loads(raw.decode("utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as problem:
            raise self.fault(
                "",
                T(f"this is not TOML ({problem})", f"ceci n'est pas du TOML ({problem})"),
                T("Correct the line named.", "Corriger la ligne indiquée."),
            ) from problem
        for key, table in content.items():
            if not isinstance(table, dict):
                raise self.fault(
                    key,
                    T("a table is wanted here", "une table est attendue ici"),
                    T(f"Write it under a line [{key}].", f"L'écrire sous une ligne [{key}]."),
                )
        return content

    def refuse_unknown(self, key: str, table: Mapping[str, object], known: Collection[str]) -> None:
        """Fail at a key that means nothing, naming the nearest one that does."""
        for name in table:
            if name not in known:
                from difflib import get_close_matches

                near = get_close_matches(name, known, 1)
                names = ", ".join(sorted(known))
                raise self.fault(
                    f"{key}.{name}",
                    T("unknown key", "clé inconnue"),
                    T(
                        f"Did you mean {near[0]!r}?" if near else f"The keys are: {names}.",
                        f"S'agit-il de {near[0]!r} ?" if near else f"Les clés sont : {names}.",
                    ),
                )

    def text(self, key: str, value: object) -> Text:
        """Words in both languages: `{ en = "...", fr = "..." }`, or one string that serves for both."""
        if isinstance(value, str) and value.strip():
            return Text(value, value)
        if isinstance(value, dict) and set(value) == {"en", "fr"}:
            english, french = value["en"], value["fr"]
            if isinstance(english, str) and isinstance(french, str) and english.strip() and french.strip():
                return Text(english, french)
        if value is None:
            raise self.fault(key, T("missing", "manquant"), T("Add it.", "L'ajouter."))
        raise self.fault(
            key,
            T("no words in both languages", "pas de texte dans les deux langues"),
            T('Write { en = "...", fr = "..." }.', 'Écrire { en = "...", fr = "..." }.'),
        )

    def string(self, key: str, value: object) -> str:
        """A string that is not empty."""
        if not isinstance(value, str) or not value.strip():
            raise self.fault(
                key,
                T("a string is wanted", "une chaîne est attendue"),
                T("Write it between quotation marks.", "L'écrire entre guillemets."),
            )
        return value

    def listed(self, key: str, value: object) -> list[object]:
        """A list."""
        if not isinstance(value, list):
            raise self.fault(
                key,
                T("a list is wanted", "une liste est attendue"),
                T("Write it between square brackets.", "L'écrire entre crochets."),
            )
        return value

    def day(self, key: str, value: object) -> date:
        """A calendar day written as TOML writes it, without quotation marks or time."""
        if type(value) is not date:
            raise self.fault(
                key,
                T(f"{value!r} is no date", f"{value!r} n'est pas une date"),
                T(
                    "Write it without quotation marks, such as 2026-12-25.",
                    "L'écrire sans guillemets, par exemple 2026-12-25.",
                ),
            )
        return value
