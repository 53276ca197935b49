"""Particulars: the typed details that an act takes, declared once for form, schema, command line and timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from curule.law.words import T, Text

if TYPE_CHECKING:
    from curule.law.leaves import Finding
    from curule.law.view import View

__all__ = ["Particular", "ParticularError", "Choice", "read_particulars", "finding_particular"]

KINDS: dict[str, Text] = {
    "text": T("a short text", "un texte court"),
    "long_text": T("a text", "un texte"),
    "date": T("a day", "une date"),
    "integer": T("a whole number", "un nombre entier"),
    "amount": T("an amount of money in cents", "un montant en centimes"),
    "yes_no": T("yes or no", "oui ou non"),
    "choice": T("one of the choices", "un des choix"),
    "person": T("a person of this matter", "une personne de cette affaire"),
    "judge": T("a judge of the roll", "un juge du tableau"),
    "state": T("a State (three-letter code)", "un État (code à trois lettres)"),
    "count": T("a count of the charges", "un chef d'accusation"),
    "entry": T("the number of an entry", "le numéro d'une inscription"),
    "matter": T("the number of a matter", "le numéro d'une affaire"),
    "provision": T("a provision", "une disposition"),
    "finding": T("found, or not found", "constaté ou non"),
    "object": T("names with their values", "des noms et leurs valeurs"),
}

MAX_TEXT = 2_000
MAX_LONG_TEXT = 100_000
MAX_ITEMS = 500


class ParticularError(ValueError):
    """A particular that cannot be read: names it, says what is wrong and what to give instead."""

    def __init__(self, name: str, label: Text, problem: Text) -> None:
        super().__init__(f"{name}: {problem.en}")
        self.name = name
        self.label = label
        self.problem = problem


class Choice:
    """One permitted value of a particular, with its label."""

    __slots__ = ("value", "label")

    def __init__(self, value: str, en: str, fr: str) -> None:
        self.value = value
        self.label = T(en, fr)


class Particular:
    """One typed detail of an act.

    ``kind`` is one of :data:`KINDS`; ``many`` takes a list. ``suggest`` offers values from the record for forms, as
    ``(value, label)`` pairs; ``default`` gives the value to start from. Values are stored as JSON: text, whole numbers, yes/no,
    days as ``YYYY-MM-DD`` on the wire and ``date`` in memory, lists as tuples.
    """

    __slots__ = ("name", "kind", "label", "hint", "required", "many", "choices", "suggest", "default", "least", "most")

    def __init__(self, name: str, kind: str, en: str, fr: str, *, hint: Text | None = None, required: bool = True, many: bool = False,
                 choices: Sequence[Choice] = (), suggest: Callable[[View], Sequence[tuple[str, str]]] | None = None,
                 default: Callable[[View], Any] | None = None, least: int | None = None, most: int | None = None) -> None:
        if kind not in KINDS:
            raise ValueError(f"particular {name}: unknown kind {kind!r}; use one of {', '.join(KINDS)}")
        if kind == "choice" and not choices:
            raise ValueError(f"particular {name}: a choice needs choices")
        self.name = name
        self.kind = kind
        self.label = T(en, fr)
        self.hint = hint
        self.required = required
        self.many = many
        self.choices = tuple(choices)
        self.suggest = suggest
        self.default = default
        self.least = least
        self.most = most

    def read(self, raw: Any) -> Any:
        """The value from its wire form (text from a form or command line, JSON from the API).

        :raises ParticularError: when it is not of the kind, with the remedy.
        """
        if self.many:
            if isinstance(raw, str):
                raw = [part.strip() for part in raw.split(",") if part.strip()]
            if not isinstance(raw, (list, tuple)):
                raise self._error(T("give a list", "donnez une liste"))
            if len(raw) > MAX_ITEMS:
                raise self._error(T(f"at most {MAX_ITEMS} items", f"au plus {MAX_ITEMS} éléments"))
            values = tuple(self._one(item) for item in raw)
            if len(set(values)) != len(values):
                raise self._error(T("the same item is given twice; give each once", "un même élément figure deux fois ; ne le donnez qu'une fois"))
            return values
        return self._one(raw)

    def _one(self, raw: Any) -> Any:
        reader: Callable[[Any], Any] = getattr(self, f"_read_{self.kind}", self._read_code)
        return reader(raw)

    def _error(self, problem: Text) -> ParticularError:
        return ParticularError(self.name, self.label, problem)

    def _words(self, raw: Any, longest: int) -> str:
        if not isinstance(raw, str):
            raise self._error(T("give text", "donnez un texte"))
        text = raw.strip()
        if len(text) > longest:
            raise self._error(T(f"at most {longest} characters ({len(text)} given)", f"au plus {longest} caractères ({len(text)} donnés)"))
        if any((ord(c) < 32 and c not in "\n\r\t") or "\ud800" <= c <= "\udfff" for c in text):
            raise self._error(T("control characters are not allowed; paste as plain text", "caractères de contrôle interdits ; collez en texte brut"))
        return text

    def _read_text(self, raw: Any) -> str:
        return self._words(raw, MAX_TEXT)

    def _read_long_text(self, raw: Any) -> str:
        return self._words(raw, MAX_LONG_TEXT)

    def _read_code(self, raw: Any) -> str:
        text = self._words(raw, 200)
        if not text or "," in text:
            raise self._error(T(f"give {KINDS[self.kind].en}", f"donnez {KINDS[self.kind].fr}"))
        return text

    def _read_state(self, raw: Any) -> str:
        text = self._words(raw, 200).upper()
        if len(text) != 3 or not text.isascii() or not text.isalpha():
            raise self._error(T("give the State's three-letter code, such as XAA", "donnez le code à trois lettres de l'État, par exemple XAA"))
        return text

    def _read_date(self, raw: Any) -> date:
        if type(raw) is date:
            return raw
        try:
            return date.fromisoformat(raw.strip()[:10] if isinstance(raw, str) and len(raw.strip()) == 10 else "")
        except ValueError:
            raise self._error(T(f"{str(raw)[:40]!r} is not a day; give it as YYYY-MM-DD",
                                f"{str(raw)[:40]!r} n'est pas une date ; donnez AAAA-MM-JJ")) from None

    def _read_integer(self, raw: Any) -> int:
        try:
            if isinstance(raw, (bool, float)):
                raise ValueError
            number = int(raw)
        except (TypeError, ValueError):
            raise self._error(T(f"{str(raw)[:40]!r} is not a whole number", f"{str(raw)[:40]!r} n'est pas un nombre entier")) from None
        least, most = self.least if self.least is not None else -(10**12), self.most if self.most is not None else 10**12
        if not least <= number <= most:
            raise self._error(T(f"give a number from {least} to {most}", f"donnez un nombre de {least} à {most}"))
        return number

    _read_amount = _read_integer
    _read_entry = _read_integer

    def _read_yes_no(self, raw: Any) -> bool:
        if isinstance(raw, bool):
            return raw
        try:
            return {"yes": True, "no": False, "true": True, "false": False, "oui": True, "non": False}[str(raw).strip().lower()]
        except KeyError:
            raise self._error(T("answer yes or no", "répondez oui ou non")) from None

    def _read_choice(self, raw: Any) -> str:
        text = str(raw).strip()
        if text not in {c.value for c in self.choices}:
            allowed = ", ".join(c.value for c in self.choices)
            raise self._error(T(f"{text[:40]!r} is not one of: {allowed}", f"{text[:40]!r} ne figure pas parmi : {allowed}"))
        return text

    def _read_finding(self, raw: Any) -> str:
        text = {True: "found", False: "not_found", "yes": "found", "no": "not_found"}.get(raw, raw) if isinstance(raw, (bool, str)) else raw
        if text not in ("found", "not_found"):
            raise self._error(T("give found or not_found", "donnez found (constaté) ou not_found (non constaté)"))
        return str(text)

    def _read_object(self, raw: Any) -> dict[str, Any]:
        found: Any = raw
        if isinstance(raw, str):
            import json

            try:
                found = json.loads(raw)
            except ValueError:
                raise self._error(T('give a JSON object such as {"name": "value"}', 'donnez un objet JSON tel que {"nom": "valeur"}')) from None
        if not isinstance(found, dict) or len(found) > MAX_ITEMS or not all(isinstance(k, str) for k in found):
            raise self._error(T("give names with their values", "donnez des noms et leurs valeurs"))
        return {str(name): value for name, value in found.items()}

    def schema(self) -> dict[str, Any]:
        """The JSON schema of the value."""
        simple: dict[str, dict[str, Any]] = {
            "integer": {"type": "integer"}, "amount": {"type": "integer", "description": "cents"}, "entry": {"type": "integer", "minimum": 1},
            "date": {"type": "string", "format": "date"}, "yes_no": {"type": "boolean"},
            "choice": {"type": "string", "enum": [c.value for c in self.choices]},
            "finding": {"type": "string", "enum": ["found", "not_found"]},
            "state": {"type": "string", "pattern": "^[A-Za-z]{3}$"},
            "object": {"type": "object"},
            "text": {"type": "string", "maxLength": MAX_TEXT}, "long_text": {"type": "string", "maxLength": MAX_LONG_TEXT},
        }
        one = simple.get(self.kind, {"type": "string", "maxLength": 200})
        if self.least is not None:
            one["minimum"] = self.least
        if self.most is not None:
            one["maximum"] = self.most
        whole = {"type": "array", "items": one, "maxItems": MAX_ITEMS, "uniqueItems": True} if self.many else one
        return {**whole, "title": self.label.en}

    def shown(self, value: Any, lang: str) -> str:
        """The value for people."""
        if isinstance(value, (tuple, list)):
            return ", ".join(self.shown(item, lang) for item in value)
        if isinstance(value, bool):
            return {"en": ("no", "yes"), "fr": ("non", "oui")}[lang][value]
        if self.kind == "finding":
            return {"en": {"found": "found", "not_found": "not found"}, "fr": {"found": "constaté", "not_found": "non constaté"}}[lang][value]
        if self.kind == "choice":
            return next((c.label.of(lang) for c in self.choices if c.value == value), str(value))
        if self.kind == "date" and isinstance(value, date):
            from curule.law.words import long_date

            return long_date(value, lang)
        return str(value)


def finding_particular(finding: Finding) -> Particular:
    """The particular under which an organ gives a finding with its act; leaving it out keeps the question open."""
    return Particular(finding.id, "finding", finding.says.en, finding.says.fr, required=False, hint=finding.standard)


def _is_blank(value: Any) -> bool:
    """Whether nothing was given: no value, a text of spaces, a list of nothing else."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, (list, tuple)) and all(_is_blank(item) for item in value))


def read_particulars(declared: Sequence[Particular], raw: Mapping[str, Any], *, partial: bool = False) -> tuple[dict[str, Any], list[ParticularError]]:
    """Read all particulars of an act and give every error at once.

    ``partial`` tolerates required ones that are still missing (for "what if" questions). Unknown names are errors.
    """
    given: dict[str, Any] = {}
    errors: list[ParticularError] = []
    names = {p.name for p in declared}
    for name in raw:
        if name not in names:
            known = ", ".join(sorted(names)) or "none"
            errors.append(ParticularError(str(name)[:60], T(str(name)[:60], str(name)[:60]),
                                          T(f"this act has no such particular; it takes: {known}", f"cet acte n'a pas cet élément ; il prend : {known}")))
    for particular in declared:
        value = raw.get(particular.name)
        if _is_blank(value):
            if particular.required and not partial:
                errors.append(ParticularError(particular.name, particular.label, T("this is missing; the act needs it", "cet élément manque ; l'acte l'exige")))
            continue
        try:
            given[particular.name] = particular.read(value)
        except ParticularError as error:
            errors.append(error)
    return given, errors
