"""Reading YAML from strangers: small, shallow, without anchors, aliases or tags, every key once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from curule.law.words import T, Text

__all__ = ["MOST_BYTES", "UnreadableError", "load"]

MOST_BYTES = 2 * 1024 * 1024
MOST_DEPTH = 12
MOST_NODES = 200_000
BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class UnreadableError(ValueError):
    """A file that cannot be read at all: ``says`` what is wrong and where, ``remedy`` what to do."""

    def __init__(self, says: Text, remedy: Text) -> None:
        super().__init__(f"{says.en}. {remedy.en}")
        self.says = says
        self.remedy = remedy


class _OnceLoader(BASE):  # type: ignore[misc]
    """Plain values only; a key given twice is a fault."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys are texts, each once."""
        seen: set[str] = set()
        for key_node, _value in node.value:
            key = getattr(key_node, "value", "")
            if not isinstance(key, str) or key in seen:
                line = key_node.start_mark.line + 1
                raise UnreadableError(T(f"line {line}: the key {str(key)[:40]!r} is given twice or is no name",
                                        f"ligne {line} : la clé {str(key)[:40]!r} figure deux fois ou n'est pas un nom"),
                                      T("Give each key once, as a name.", "Donnez chaque clé une fois, sous forme de nom."))
            seen.add(key)
        made: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return made


def load(path: Path) -> Any:
    """The content of a YAML file.

    :raises UnreadableError: naming what is wrong, the line, and the remedy.
    """
    data = _bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(T(f"byte {error.start} is not UTF-8", f"l'octet {error.start} n'est pas de l'UTF-8"),
                              T("Save the file as UTF-8 text.", "Enregistrez le fichier en UTF-8.")) from None
    try:
        _look_through(text)
        return yaml.load(text, Loader=_OnceLoader)  # noqa: S506 - a subclass of the safe loader
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        if isinstance(error, UnreadableError):
            raise
        mark = getattr(error, "problem_mark", None)
        problem = str(getattr(error, "problem", None) or error).splitlines()[0][:160]
        where = T(f"line {mark.line + 1}: ", f"ligne {mark.line + 1} : ") if mark is not None else T("", "")
        raise UnreadableError(T(f"{where.en}this is no YAML that can be read: {problem}", f"{where.fr}YAML illisible : {problem}"),
                              T("See docs/reference/history-file.md for the form of a history.",
                                "Voir docs/reference/history-file.md pour la forme d'un historique.")) from None


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableError(T("this is no file", "ce n'est pas un fichier"), T("Give the path of a history file.", "Donnez le chemin d'un historique."))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(T(f"it cannot be opened: {error.strerror}", f"ouverture impossible : {error.strerror}"),
                              T("Check the path and the permissions.", "Vérifiez le chemin et les droits.")) from None
    if len(data) > MOST_BYTES:
        raise UnreadableError(T(f"it is larger than {MOST_BYTES // 1024 // 1024} MiB", f"il dépasse {MOST_BYTES // 1024 // 1024} Mio"),
                              T("Split the history, one file for each case.", "Scindez l'historique, un fichier par affaire."))
    return data


def _look_through(text: str) -> None:
    """Refuse what could grow, before anything is made of it."""
    depth = 0
    events: Any = yaml.parse(text, Loader=BASE)
    for nodes, event in enumerate(events, 1):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableError(T(f"line {line}: anchors and aliases are not taken", f"ligne {line} : ancres et alias ne sont pas acceptés"),
                                  T("Write the value out where it is needed.", "Écrivez la valeur là où elle sert."))
        if getattr(event, "tag", None):
            raise UnreadableError(T(f"line {line}: tags such as {str(event.tag)[:40]!r} are not taken", f"ligne {line} : les balises ne sont pas acceptées"),
                                  T("Write plain text, numbers, days, lists and names.", "Écrivez du texte, des nombres, des dates, des listes et des noms."))
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if depth > MOST_DEPTH or nodes > MOST_NODES:
            raise UnreadableError(T(f"line {line}: it is nested too deeply or has too many parts",
                                    f"ligne {line} : imbrication ou nombre d'éléments excessifs"),
                                  T(f"At most {MOST_DEPTH} levels and {MOST_NODES} parts.", f"Au plus {MOST_DEPTH} niveaux et {MOST_NODES} éléments."))
