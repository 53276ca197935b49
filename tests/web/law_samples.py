"""Invented texts in the shape of the Mechanism's Statute; no sentence of a real instrument stands here."""

from __future__ import annotations

from curule.law.provisions import Provision
from curule.texts import Conservation, Entry, Imported, ImportReport, Outline
from curule.texts.report import LanguageCount, Place, Unaligned
from curule.texts.words import phrase

STATUTE = """Statute of the International Residual Mechanism for Criminal Tribunals

Article 7
Invented heading of earlier trials

1. An invented first paragraph.

2. An invented second paragraph, namely:

(a) an invented item;

(b) another invented item.

3. An invented third paragraph.

(q) an item which no table knows.

Article 24
Invented heading of review

An invented sentence on looking again at a decided case.

Article 26
Invented heading of mercy

An invented sentence on mercy & <em>grace</em>.
"""

WORDS = {
    "en": ("Invented heading", "An invented sentence of some length, which says nothing that any real instrument says; it is here for its width."),
    "zh": ("虚构标题", "这是一个虚构的段落，用来检验很长的中文文字在窄窗口里怎样换行，并不取自任何真实的文书，词句全是编造的。" * 3),
    "ar": ("عنوان مختلق", "فقرة مختلقة على سبيل المثال لا غير، لا أصل لها في أي صك."),
}


def imported(*languages: str, provisions: tuple[str, ...] = (), sha256: str = "a" * 64, file: str = "invented.txt", tail: str = "") -> Imported:
    """A reading of an invented file: by default article 12 and two others in English, Chinese and Arabic, with a unit not aligned.

    In Chinese a paragraph is lacking and a date has lost its characters.
    """
    languages = languages or ("en", "zh", "ar")
    wanted = provisions or ("irmct:12(1)", "irmct:12(2)", "irmct:12(3)", "irmct:12(4)", "irmct:12(5)", "irmct:25(1)", "irmct:25(2)", "irmct:res4")
    entries = []
    line = 0
    for provision in wanted:
        for language in languages:
            heading, words = WORDS[language]
            article = provision.partition("(")[0]
            line += 2
            if not any(e.provision == article and e.language == language for e in entries) and "(" in provision:
                entries.append(Entry(article, language, "heading", 0, heading, heading, "", line - 1, "printed"))
            if (provision, language) == ("irmct:12(3)", "zh"):
                continue
            raw = words + ("201711日" if (provision, language) == ("irmct:12(2)", "zh") else "")
            label = "".join(f"({place})" for place in Provision.parse(provision).path[-1:])
            entries.append(Entry(provision, language, "text", 1, raw + tail, raw, label, line, "printed"))
    lost = [Unaligned(Place(99, 1, languages[0], "A unit that"), "(q)", phrase("before_operative"))]
    counts = [_count(language, entries, len(lost) if language == languages[0] else 0) for language in languages]
    report = ImportReport(file, "irmct", sha256, "utf-8", 157, counts, Conservation(10, 10, 0, 0, 0), lost)
    return Imported("irmct", sha256, Outline("irmct", wanted), entries, report)


def _count(language: str, entries: list[Entry], lost: int) -> LanguageCount:
    own = [e for e in entries if e.language == language]
    return LanguageCount(language, len(own) + lost, len(own), lost, sum(e.kind == "heading" for e in own), 0, {"printed": len(own)}, len(own), [])
