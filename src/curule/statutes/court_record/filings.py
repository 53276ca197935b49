"""Filings on the record: documents with annexes, translations, corrigenda and public redacted versions, and what each starts or ends.

One entry is one document in one form. Who may file, what may be answered, and by when; late filings are entered and shown late, for
whether to accept them is for the Bench.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.calendar import PROCEDURAL
from curule.law.chapter import Chapter
from curule.law.conditions import Condition, all_of
from curule.law.docket import Bound, Docket, Pending, docket_of
from curule.law.leaves import ALWAYS
from curule.law.particulars import Particular
from curule.law.record import RECLASSIFICATION, Entry, numbered
from curule.law.sight import ADDRESSED, addressees_particular, classification_particular, classified, sight_of
from curule.law.view import Actor, View
from curule.statutes.court_record.court import LANGUAGES, Court

__all__ = ["ANNEX", "CORRIGENDUM", "DOCUMENT", "FAMILY", "REDACTED", "RETURN", "TRANSLATION", "chapter"]

DOCUMENT, ANNEX, TRANSLATION = "file_document", "file_annex", "file_translation"
CORRIGENDUM, REDACTED, RETURN = "file_corrigendum", "file_redacted_version", "return_filing"
FAMILY = (ANNEX, TRANSLATION, CORRIGENDUM, REDACTED)
"""Acts that file a document which belongs to another one, named by the particular ``of``."""
FILED = (DOCUMENT, *FAMILY)
NO_LIMIT = 1_000_000
"""Pages, where a kind of document has no limit."""


def _common(court: Court) -> list[Particular]:
    return [
        Particular("title", "text", "title", "titre"),
        Particular("language", "choice", "language", "langue", choices=LANGUAGES),
        classification_particular(),
        addressees_particular(),
        Particular("provisional", "yes_no", "classification is provisional", "classification provisoire", required=False),
        Particular("unsealed_by", "text", "sealed until this act", "sous scellés jusqu'à cet acte", required=False),
        Particular("pages", "integer", "pages", "pages", least=1, required=False),
        Particular("words", "integer", "words", "mots", least=0, required=False),
    ]


def _of(en: str, fr: str) -> Particular:
    return Particular("of", "entry", en, fr, least=1)


def _declare_acts(law: Chapter, court: Court) -> None:
    kinds, common = court.kinds, _common(court)
    law.act(DOCUMENT, kinds, ("File a document", "Déposer un document"), ("{document_type}: {title}", "{document_type} : {title}"), [
        Particular("document_type", "choice", "kind of document", "nature du document", choices=court.type_choices()),
        *common,
        Particular("responds_to", "entry", "in response to", "en réponse à", required=False, least=1),
        Particular("replies_to", "entry", "in reply, concerning its own filing", "en réplique, au sujet de son propre document", required=False, least=1),
        Particular("relates_to", "entry", "relates to", "concerne", required=False, many=True, least=1),
        Particular("complies_with", "entry", "complies with the order", "exécute l'ordonnance", required=False, least=1),
        Particular("leave", "entry", "order that gives leave", "décision qui autorise", required=False, least=1),
        Particular("decides", "entry", "decides on", "statue sur", required=False, many=True, least=1),
        Particular("opinion_on", "entry", "opinion appended to", "opinion jointe à", required=False, least=1),
        Particular("binds", "choice", "orders something of", "ordonne quelque chose à", required=False, choices=_organs(court)),
        Particular("by_day", "date", "by the day", "au plus tard le", required=False),
    ], _filed(court), sight=classified, by_filing=True, group="filing")
    family = (
        (ANNEX, ("File an annex", "Déposer une annexe"), ("Annex: {title}", "Annexe : {title}"), _of("annex to", "annexe à"), _belongs),
        (TRANSLATION, ("File a translation", "Déposer une traduction"), ("Translation ({language}): {title}", "Traduction ({language}) : {title}"),
         _of("translation of", "traduction de"), _translated(court)),
        (CORRIGENDUM, ("File a corrigendum", "Déposer un rectificatif"), ("Corrigendum: {title}", "Rectificatif : {title}"),
         _of("corrigendum to", "rectificatif de"), _belongs),
        (REDACTED, ("File a redacted version", "Déposer une version expurgée"), ("Redacted version: {title}", "Version expurgée : {title}"),
         _of("redacted version of", "version expurgée de"), _belongs),
    )
    for code, title, done, of, effect in family:
        law.act(code, kinds, title, done, [of, *common], effect, sight=classified, by_filing=True, group="filing")
    law.act(RETURN, kinds, ("Return a filing", "Renvoyer un document"), ("A filing was returned: {title}: {reason}", "Un document a été renvoyé : {title} : {reason}"), [
        Particular("title", "text", "title", "titre"), Particular("filer", "choice", "filed by", "déposé par", choices=_organs(court)),
        Particular("person", "text", "for", "pour", required=False),
        Particular("reason", "long_text", "reason, and what to mend", "motif, et ce qu'il faut corriger"),
    ], sight=_returned, by_filing=True, group="filing")


def _organs(court: Court) -> list[Any]:
    from curule.law.particulars import Choice

    return [Choice(code, *court.organ_names[code]) for code in court.filers]


def _returned(given: Mapping[str, Any], actor: Actor) -> tuple[str, ...]:
    """A returned filing is seen by the Registry and by whoever filed it."""
    return sight_of("ex_parte", (), Actor(given.get("filer", ""), given.get("person", "")))


# -- effects --------------------------------------------------------------------------------------------------------


def _belongs(draft: Any, entry: Entry) -> None:
    """What every document that is filed may leave open: its classification."""
    docket = docket_of(draft)
    if entry.particulars.get("provisional"):
        docket.provisional[str(entry.number)] = entry


def _asked(court: Court, entry: Entry) -> tuple[str, ...]:
    """The parties that may answer a filing: all but its filer; of an ex parte filing only those to whom it is addressed."""
    others = tuple(p for p in court.parties if p != entry.actor.organ)
    if entry.particulars["classification"] not in ADDRESSED:
        return others
    named = entry.particulars.get("addressees", ())
    return tuple(p for p in others if f"organ:{p}" in named)


def _filed(court: Court) -> Any:
    def filed(draft: Any, entry: Entry) -> None:
        _belongs(draft, entry)
        docket, given, number = docket_of(draft), entry.particulars, str(entry.number)
        works = given["language"] in court.working_languages
        if court.types[given["document_type"]].answered and entry.actor.organ in court.parties:
            docket.pending[number] = Pending(entry=entry, runs_from=entry if works else None, asked=_asked(court, entry))
        if not works:
            docket.untranslated[number] = entry
        _answer(docket, entry)
        for decided in given.get("decides", ()):
            docket.pending.pop(str(decided), None)
        docket.orders.pop(str(given.get("complies_with", "")), None)
        if "binds" in given and "by_day" in given:
            docket.orders[number] = Bound(entry=entry, organ=given["binds"], by_day=given["by_day"])

    return filed


def _answer(docket: Docket, entry: Entry) -> None:
    answered = docket.pending.get(str(entry.particulars.get("responds_to", "")))
    if answered is not None:
        answered.answered[entry.actor.organ] = entry
        answered.first_answer = answered.first_answer or entry
    replied = docket.pending.get(str(entry.particulars.get("replies_to", "")))
    if replied is not None:
        replied.replied = entry


def _translated(court: Court) -> Any:
    def translated(draft: Any, entry: Entry) -> None:
        _belongs(draft, entry)
        docket, of = docket_of(draft), str(entry.particulars["of"])
        if entry.particulars["language"] not in court.working_languages:
            return
        docket.untranslated.pop(of, None)
        if of in docket.pending and docket.pending[of].runs_from is None:
            docket.pending[of].runs_from = entry

    return translated


# -- what is asked --------------------------------------------------------------------------------------------------


def _docket(v: View) -> Docket:
    return v.posture.docket or Docket()


def _named(v: View, name: str) -> Entry | None:
    """The entry that a particular names, where it stands on the record."""
    return numbered(v.posture.folded, v.given.get(name))


def _facts(law: Chapter, court: Court) -> dict[str, Condition]:
    record = court.record_provision

    @law.fact(record, ("what it answers awaits an answer from this party", "le document visé attend une réponse de cette partie"), needs=("responds_to",),
              says_not=("nothing there awaits an answer from this party", "rien n'y attend une réponse de cette partie"))
    def answer_awaited(v: View) -> Any:
        if "responds_to" not in v.given:
            return True
        found = _docket(v).pending.get(str(v.given["responds_to"]))
        return found is not None and v.actor is not None and v.actor.organ in found.asked and v.actor.organ not in found.answered

    @law.fact(record, ("its own filing was answered, and not replied to yet", "son propre document a reçu une réponse, et pas encore de réplique"), needs=("replies_to",),
              says_not=("there is no answer to its own filing to reply to", "aucune réponse à son propre document n'appelle réplique"))
    def reply_awaited(v: View) -> Any:
        if "replies_to" not in v.given:
            return True
        found = _docket(v).pending.get(str(v.given["replies_to"]))
        return (found is not None and found.first_answer is not None and found.replied is None and v.actor is not None
                and found.entry is not None and found.entry.actor.organ == v.actor.organ)

    @law.fact(record, ("it replies", "c'est une réplique"), needs=("replies_to",))
    def replies(v: View) -> Any:
        return "replies_to" in v.given

    @law.fact(record, ("an order of the Bench gives leave", "une décision de la formation l'autorise"), needs=("leave",),
              says_not=("no order of the Bench that gives leave is named", "aucune décision d'autorisation n'est indiquée"))
    def leave_given(v: View) -> Any:
        found = _named(v, "leave")
        return found if found is not None and found.actor.organ in court.judicial else False

    @law.fact(record, ("replies need leave of the Bench", "la réplique exige l'autorisation de la formation"))
    def leave_needed(v: View) -> Any:
        return v.reading("reply_leave") == "with_leave"

    @law.fact(record, ("documents of this kind are filed by this organ", "les documents de cette nature émanent de cet organe"), needs=("document_type",),
              says_not=("documents of this kind are filed by others alone", "les documents de cette nature n'émanent que d'autres organes"))
    def kind_is_theirs(v: View) -> Any:
        by = court.types[v.given["document_type"]].by if "document_type" in v.given else ()
        return not by or v.actor is None or v.actor.organ in by

    @law.fact(record, ("the addressees are named where the classification needs them", "les destinataires sont désignés lorsque la classification l'exige"),
              needs=("classification",), says_not=("it names no addressees", "aucun destinataire n'est désigné"))
    def addressees_named(v: View) -> Any:
        return v.given.get("classification") != "ex_parte" or bool(v.given.get("addressees")) or (v.actor is not None and v.actor.organ not in court.judicial)

    @law.fact(record, ("a document stands on the record to which it belongs", "un document auquel il se rattache figure au dossier"), needs=("of",),
              says_not=("no document of that number stands on the record", "aucun document de ce numéro ne figure au dossier"))
    def belongs_to_document(v: View) -> Any:
        found = _named(v, "of")
        return found if found is not None and found.act in FILED else False

    made = (answer_awaited, reply_awaited, replies, leave_given, leave_needed, kind_is_theirs, addressees_named, belongs_to_document)
    return {leaf.id: leaf for leaf in made}


def _allowed(court: Court, of: str) -> Any:
    """How many pages or words a kind of document may have; ``of`` names which."""

    def allowed(v: View) -> int:
        figure = getattr(court.types[v.given["document_type"]], of) if "document_type" in v.given else ""
        value = v.figure(figure).value if figure else NO_LIMIT
        return value if isinstance(value, int) else NO_LIMIT

    return allowed


def _rule(law: Chapter, court: Court) -> None:
    facts, record = _facts(law, court), court.record_provision
    pages = law.measure("within_page_limit", record, ("within the limit of pages", "dans la limite de pages"), lambda v: v.given.get("pages", 0), "<=",
                        _allowed(court, "pages"), needs=("pages",), says_not=("more pages than allowed", "plus de pages que permis"))
    words = law.measure("within_word_limit", record, ("within the limit of words", "dans la limite de mots"), lambda v: v.given.get("words", 0), "<=",
                        _allowed(court, "words"), needs=("words",), says_not=("more words than allowed", "plus de mots que permis"))
    law.power(record, DOCUMENT, court.filers, all_of(facts["answer_awaited"], facts["reply_awaited"], facts["kind_is_theirs"], facts["addressees_named"]))
    law.prohibition(record, DOCUMENT, all_of(~all_of(pages, words), ~facts["leave_given"]), by=court.parties, name="over_length",
                    note=("Pages or words beyond the limit need leave.", "Au-delà de la limite de pages ou de mots, une autorisation est nécessaire."))
    law.prohibition(record, DOCUMENT, all_of(facts["replies"], facts["leave_needed"], ~facts["leave_given"]), name="reply_without_leave")
    for act in FAMILY:
        law.power(court.language_provision if act == TRANSLATION else record, act, court.filers, facts["belongs_to_document"])
    law.power(record, RETURN, court.registry)


# -- what runs ------------------------------------------------------------------------------------------------------


def _limits(law: Chapter, court: Court) -> None:
    for party in court.parties:
        en, fr = court.organ_names[party]

        def awaited(v: View, party: str = party) -> Iterable[Mapping[str, Any]]:
            return [{"filing": int(n)} for n, p in _docket(v).pending.items() if party in p.asked and p.runs_from is not None]

        def repliable(v: View, party: str = party) -> Iterable[Mapping[str, Any]]:
            return [{"filing": int(n)} for n, p in _docket(v).pending.items()
                    if p.first_answer is not None and p.entry is not None and p.entry.actor.organ == party]

        def answered(v: View, party: str = party) -> Entry | None:
            return _pending(v).answered.get(party)

        law.limit(f"response_{party}", court.kinds, (f"response of {en}", f"réponse : {fr}"), court.record_provision, "response_time",
                  runs_from=lambda v: _pending(v).runs_from, stopped_by=answered, counting=PROCEDURAL, binds=(party,), each=awaited, subject="filing")
        law.limit(f"reply_{party}", court.kinds, (f"reply of {en}", f"réplique : {fr}"), court.record_provision, "reply_time",
                  runs_from=lambda v: _pending(v).first_answer, stopped_by=lambda v: _pending(v).replied, counting=PROCEDURAL, binds=(party,), each=repliable, subject="filing")


def _pending(v: View) -> Pending:
    return _docket(v).pending.get(str(v.given.get("filing", ""))) or Pending()


def _duties(law: Chapter, court: Court) -> None:
    _translate(law, court)
    _classify(law, court)
    for organ in court.parties:
        _comply(law, court, organ)


def _translate(law: Chapter, court: Court) -> None:
    def awaited(v: View) -> Iterable[Mapping[str, Any]]:
        return [{"of": int(n)} for n in _docket(v).untranslated]

    limit = law.limit("translation", court.kinds, ("translation of a filing", "traduction d'un document"), court.language_provision, "translation_time",
                      runs_from=lambda v: _docket(v).untranslated.get(str(v.given.get("of", ""))), binds=court.registry[:1], each=awaited, subject="of")
    law.duty(court.language_provision, TRANSLATION, court.registry[:1], ALWAYS, ~ALWAYS, limit=limit, each=awaited, name="translate", empowers=False,
             note=("For each filing in a language that is not worked in, until its translation is filed.",
                   "Pour chaque document dans une autre langue que les langues de travail, jusqu'au dépôt de sa traduction."))


def _classify(law: Chapter, court: Court) -> None:
    law.duty(court.publicity_provision, RECLASSIFICATION, court.bench, ALWAYS, ~ALWAYS, name="decide_classification", empowers=False,
             each=lambda v: [{"entries": (int(n),)} for n in _docket(v).provisional],
             note=("For each filing that is classified provisionally, until that is decided.",
                   "Pour chaque document classifié à titre provisoire, jusqu'à la décision."))


def _comply(law: Chapter, court: Court, organ: str) -> None:
    def orders(v: View) -> Iterable[Mapping[str, Any]]:
        return [{"complies_with": int(n)} for n, b in _docket(v).orders.items() if b.organ == organ]

    def due(v: View) -> date | None:
        bound = _docket(v).orders.get(str(v.given.get("complies_with", "")))
        return bound.by_day if bound is not None else None

    law.duty(court.record_provision, DOCUMENT, organ, ALWAYS, ~ALWAYS, due=due, each=orders, name=f"comply_{organ}", empowers=False,
             note=("For each order with a day, until what is filed complies with it.", "Pour chaque ordonnance à échéance, jusqu'au dépôt qui l'exécute."))


def chapter(court: Court) -> Chapter:
    """The chapter of filings for one tribunal."""
    law = Chapter(court.instrument, __name__)
    law.reading("reply_leave", court.record_provision, ("Does a reply need leave?", "La réplique exige-t-elle une autorisation ?"),
                {"with_leave": ("yes, leave of the Bench", "oui, l'autorisation de la formation"), "of_right": ("no, it is filed as of right", "non, elle est de droit")},
                note=("The figure of the reply time applies either way.", "Le délai de réplique vaut dans les deux cas."))
    _declare_acts(law, court)
    _rule(law, court)
    _limits(law, court)
    _duties(law, court)
    return law
