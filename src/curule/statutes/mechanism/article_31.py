"""Article 31 of the Statute of the Mechanism: working languages."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import any_of
from curule.law.particulars import Choice, Particular
from curule.law.rules import Class
from curule.law.view import View

law = Chapter("irmct", __name__)

law.clause("31", Class.RULE, ("Working languages", "Langues de travail"), ("English and French.", "L'anglais et le français."))

WORKING = (Choice("en", "English", "anglais"), Choice("fr", "French", "français"))

register = law.act("register_document", "institution", ("Register a document", "Enregistrer un document"), ("{document} was registered ({language})", "{document} a été enregistré ({language})"), [
    Particular("document", "text", "document", "document"),
    Particular("language", "choice", "language", "langue", choices=(*WORKING, Choice("other", "another language", "une autre langue"))),
    Particular("translation", "choice", "translated into", "traduit en", choices=WORKING, required=False)], lambda draft, entry: draft.documents.append(entry))


@law.fact("31", ("it is in English or French", "il est en anglais ou en français"), needs=("language",))
def in_working_language(v: View) -> Any:
    language = v.given.get("language")
    return None if language is None else language in ("en", "fr")


@law.fact("31", ("a translation into English or French is attached", "une traduction en anglais ou en français y est jointe"), needs=("translation",))
def translation_attached(v: View) -> bool:
    return v.given.get("translation") is not None


law.power("31", register, "registry", any_of(in_working_language, translation_attached))
