"""Article 50 of the Rome Statute: official and working languages."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.court import Court
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_04.article_34 import court_open
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of

__all__ = ["OFFICIAL", "WORKING", "law"]

law = Chapter("rome", __name__)

law.clause("50(1)", Class.RULE, ("Six official languages", "Six langues officielles"), ("Judgements, and other decisions on fundamental issues as the Presidency determines, are published in all six.", "Les arrêts, et les décisions sur des questions fondamentales désignées par la Présidence, sont publiés dans les six."))
law.clause("50(2)", Class.RULE, ("Two working languages", "Deux langues de travail"), ("English and French; the Rules say when another official language may serve.", "L'anglais et le français ; le Règlement dit quand une autre langue officielle peut servir."))
law.clause("50(3)", Class.RULE, ("Another language for a party", "Une autre langue pour une partie"), ("Authorised at the request of a party or of a State allowed to intervene, where adequately justified.", "Autorisée à la demande d'une partie ou d'un État admis à intervenir, si elle est dûment justifiée."))

OFFICIAL = ("ar", "zh", "en", "fr", "ru", "es")
WORKING = ("en", "fr")
LANGUAGES = (Choice("ar", "Arabic", "arabe"), Choice("zh", "Chinese", "chinois"), Choice("en", "English", "anglais"), Choice("fr", "French", "français"), Choice("ru", "Russian", "russe"),
             Choice("es", "Spanish", "espagnol"), Choice("other", "another", "autre"))
decision = Particular("decision", "text", "decision", "décision")
language = Particular("language", "choice", "language", "langue", choices=LANGUAGES)
asker = Particular("asker", "choice", "asked by", "demandé par", choices=(Choice("party", "a party to the proceedings", "une partie à la procédure"), Choice("state", "a State allowed to intervene", "un État admis à intervenir"), Choice("other", "another person", "une autre personne")))
name = Particular("name", "text", "name", "nom")


def _keep(table: str, key: str) -> Any:
    def effect(draft: Court, entry: Entry) -> None:
        getattr(draft, table)[entry.particulars[key]] = entry

    return effect


determine = law.act("determine_fundamental", "court", ("Determine that a decision resolves a fundamental issue", "Déterminer qu'une décision règle une question fondamentale"), ("{decision} was determined to resolve a fundamental issue", "{decision} a été désignée comme réglant une question fondamentale"),
                    [decision, Particular("criteria", "text", "criteria of the Rules", "critères du Règlement")], _keep("decisions", "decision"))
publish = law.act("publish_decision", "court", ("Publish a decision", "Publier une décision"), ("{decision} was published ({languages})", "{decision} a été publiée ({languages})"), [
    decision, Particular("sort", "choice", "sort", "nature", choices=(Choice("judgement", "judgement", "arrêt"), Choice("other", "other decision", "autre décision"))),
    Particular("languages", "choice", "languages", "langues", many=True, choices=LANGUAGES)], _keep("translations", "decision"))
ask = law.act("request_language", "court", ("Ask to use another language", "Demander l'emploi d'une autre langue"), ("{name} asked to use {language}", "{name} a demandé à employer : {language}"), [name, asker, language], _keep("language_requests", "name"))
authorise = law.act("authorise_language", "court", ("Authorise another language", "Autoriser l'emploi d'une autre langue"), ("{name} was authorised to use {language}", "{name} a été autorisé à employer : {language}"), [name, language], _keep("languages_authorised", "name"))
use = law.act("use_language", "court", ("Use a language before the Court", "Employer une langue devant la Cour"), ("{name} used {language}", "{name} a employé : {language}"), [
    name, language, Particular("rule", "text", "Rule that allows it", "règle qui le permet", required=False)])


@law.fact("50(1)", ("the Presidency determined that it resolves a fundamental issue", "la Présidence l'a désignée comme réglant une question fondamentale"), needs=("decision",))
def fundamental(v: View) -> Any:
    return v.posture.decisions.get(v.given.get("decision", "")) or False


judgement = is_one_of(law, "judgement", "50(1)", ("it is a judgement", "il s'agit d'un arrêt"), "sort", ("judgement",))


@law.fact("50(1)", ("it is published in all six official languages", "elle est publiée dans les six langues officielles"), needs=("languages",), says_not=("an official language is missing", "une langue officielle manque"))
def in_all_six(v: View) -> Any:
    given = v.given.get("languages")
    return None if given is None else {*OFFICIAL} <= {*given}


working = is_one_of(law, "working_language", "50(2)", ("it is a working language", "c'est une langue de travail"), "language", WORKING)
official = is_one_of(law, "official_language", "50(2)", ("it is an official language", "c'est une langue officielle"), "language", OFFICIAL)


@law.fact("50(2)", ("a Rule allows it", "une règle le permet"), needs=("rule",))
def rule_allows(v: View) -> Any:
    return bool(v.given.get("rule"))


@law.fact("50(3)", ("that language was authorised for the user", "cette langue a été autorisée pour l'intéressé"), needs=("name", "language"), cured_by=("authorise_language",))
def language_authorised(v: View) -> Any:
    entry = v.posture.languages_authorised.get(v.given.get("name", ""))
    return (entry if entry.particulars["language"] == v.given.get("language") else False) if entry is not None else False


language_requested = entry_fact(law, "language_requested", "50(3)", ("it was asked for", "la demande en a été faite"), lambda v: v.posture.language_requests.get(v.given.get("name", "")), ("request_language",), needs=("name",))
may_ask = is_one_of(law, "may_ask", "50(3)", ("a party, or a State allowed to intervene", "une partie, ou un État admis à intervenir"), "asker", ("party", "state"))
adequately_justified = law.finding("adequately_justified", "50(3)", ("adequately justified", "dûment justifié"), BENCH, ("on the reasons given", "au vu des motifs invoqués"), lasting=False)

law.power("50(1)", determine, "presidency", court_open)
law.power("50(1)", publish, ("registrar", "registry"), court_open)
law.prohibition("50(1)", publish, any_of(judgement, fundamental) & ~in_all_six, name="fewer_languages")
law.power("50(3)", ask, ("prosecutor", "defence", "victims", "state", "state_party"), may_ask)
law.power("50(3)", authorise, BENCH, all_of(language_requested, adequately_justified))
law.power("50(2)", use, ("prosecutor", "defence", "victims", "state", "state_party"), any_of(working, all_of(official, rule_allows), language_authorised))
