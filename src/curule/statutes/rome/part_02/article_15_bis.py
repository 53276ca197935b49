"""Articles 15 bis and 15 ter of the Rome Statute: when jurisdiction over the crime of aggression may be exercised."""

from __future__ import annotations

from typing import Any

from curule.law.calendar import add, months
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.leaves import Fact, Measure
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.aggression_gates import AMENDMENT, activated_from, opted_out_of_aggression, year_after_thirtieth
from curule.statutes.rome.matters.situation import Situation
from curule.statutes.rome.membership import accepted, party_on
from curule.statutes.rome.part_02.article_13 import council_deferral_requested, council_deferral_runs, trigger
from curule.statutes.rome.part_02.article_15 import concluded_positively
from curule.statutes.rome.part_05.facts import on_record
from curule.statutes.rome.part_13.party_facts import register_of, state_particular

law = Chapter("rome", __name__)

CLAUSES = {
    "15bis(1)": ("Referral or own initiative", "Renvoi ou initiative", "On those triggers, subject to these gates.", "Par ces modes de saisine, sous ces conditions."),
    "15bis(2)": ("One year after thirty acceptances", "Un an après trente acceptations", "Only conduct from a year after the thirtieth acceptance.", "Faits postérieurs d'un an à la trentième acceptation."),
    "15bis(3)": ("Activation", "Activation", "A decision after 1 January 2017 by the amendment majority.", "Décision après le 1er janvier 2017, à la majorité d'amendement."),
    "15bis(4)": ("Declaration of non-acceptance", "Déclaration de non-acceptation", "A Party may opt out before the act; to reconsider in three years.", "Un État Partie peut s'y soustraire avant l'acte ; à réexaminer dans les trois ans."),
    "15bis(5)": ("States not party", "États non parties", "No jurisdiction over their nationals or on their territory.", "Pas de compétence sur leurs ressortissants ou leur territoire."),
    "15bis(6)": ("Council step", "Étape du Conseil", "Ask what the Council found; tell the Secretary-General.", "S'enquérir du constat du Conseil ; aviser le Secrétaire général."),
    "15bis(7)": ("After a Council finding", "Après un constat du Conseil", "With a Council determination, proceed.", "Avec un constat du Conseil, procéder."),
    "15bis(8)": ("Six months without a finding", "Six mois sans constat", "Then the Pre-Trial Division may authorise.", "La Section préliminaire peut alors autoriser."),
    "15ter(1)": ("Council referral", "Renvoi par le Conseil", "On a Council referral, subject to this article.", "Sur renvoi du Conseil, sous les conditions de l'article."),
    "15ter(2)": ("One year after thirty acceptances", "Un an après trente acceptations", "The same time gate.", "La même condition de temps."),
    "15ter(3)": ("Activation", "Activation", "The same decision.", "La même décision."),
}
for _code, (_en, _fr, _says, _dit) in CLAUSES.items():
    law.clause(_code, Class.RULE, (_en, _fr), (_says, _dit))
for _article in ("15bis(9)", "15ter(4)"):
    law.clause(_article, Class.DEFINITION, ("Findings elsewhere", "Constats extérieurs"), ("Do not bind the Court.", "Ne lient pas la Cour."), carried_by=("act_by_state", "external_finding_reassessed"))
for _article in ("15bis(10)", "15ter(5)"):
    law.clause(_article, Class.DEFINITION, ("Other crimes", "Autres crimes"), ("These gates are for aggression alone.", "Ces conditions ne valent que pour l'agression."), carried_by=("proceed_with_aggression",))

def _mark(field: str) -> Any:
    def effect(draft: Situation, entry: Entry) -> None:
        setattr(draft.aggression, field, entry)

    return effect


ascertain = law.act(
    "ascertain_council_determination", "situation", ("Ascertain what the Security Council determined", "S'assurer de ce que le Conseil de sécurité a constaté"),
    ("The Prosecutor ascertained whether the Security Council determined an act of aggression by {state}", "Le Procureur s'est assuré si le Conseil de sécurité avait constaté un acte d'agression de {state}"),
    [state_particular()], _mark("ascertained"), group="aggression")
notify = law.act(
    "notify_secretary_general_of_aggression", "situation", ("Notify the Secretary-General (aggression)", "Aviser le Secrétaire général (agression)"),
    ("The Prosecutor notified the Secretary-General of the situation", "Le Procureur a avisé le Secrétaire général de la situation"),
    [Particular("documents", "integer", "documents attached", "pièces jointes", least=0)], _mark("notified"), group="aggression")
determine = law.act(
    "record_council_determination", "situation", ("Record a Council determination of aggression", "Inscrire un constat d'agression du Conseil"),
    ("The Security Council determined an act of aggression by {state} ({symbol})", "Le Conseil de sécurité a constaté un acte d'agression de {state} ({symbol})"),
    [state_particular(), Particular("symbol", "text", "symbol", "cote")], _mark("determined"), group="aggression")
authorise = law.act(
    "authorise_aggression_investigation", "situation", ("Authorise the investigation of aggression", "Autoriser l'enquête pour agression"),
    ("The Pre-Trial Division authorised the investigation of aggression", "La Section préliminaire a autorisé l'enquête pour agression"), [], _mark("authorised"), group="aggression")
proceed = law.act(
    "proceed_with_aggression", "situation", ("Proceed with the investigation of aggression", "Mener l'enquête pour agression"),
    ("The Prosecutor proceeded in respect of aggression by {aggressor} against {territory}", "Le Procureur a engagé l'enquête pour agression de {aggressor} contre {territory}"),
    [Particular("conduct_from", "date", "first day of the conduct", "premier jour des faits"), Particular("aggressor", "state", "State whose nationals are concerned", "État dont les ressortissants sont en cause"),
     Particular("territory", "state", "State of the territory", "État du territoire")], _mark("proceeded"), group="aggression")


def _trigger(*codes: str) -> Any:
    return lambda v: next((e for e in (trigger(v, c) for c in codes) if e), False)


own_triggers = on_record(law, "state_or_own_trigger", "15bis(1)", ("a State Party referred it, or an investigation of own initiative was authorised", "un État Partie l'a déférée, ou une enquête d'initiative est autorisée"),
                         ("no referral by a Party nor authorised initiative", "ni renvoi d'un État Partie, ni initiative autorisée"), _trigger("13(a)", "13(c)"), cured_by=("refer_situation",))
council_referred = on_record(law, "council_referred", "15ter(1)", ("the Security Council referred it", "le Conseil de sécurité l'a déférée"),
                             ("the Security Council did not refer it", "le Conseil de sécurité ne l'a pas déférée"), _trigger("13(b)"), cured_by=("refer_situation_by_council",))
ascertained = on_record(law, "council_step_ascertained", "15bis(6)", ("what the Council determined was ascertained", "le constat du Conseil a été vérifié"),
                        ("what the Council determined was not ascertained", "le constat du Conseil n'a pas été vérifié"), lambda v: v.posture.aggression.ascertained, cured_by=("ascertain_council_determination",))
notified = on_record(law, "secretary_general_notified", "15bis(6)", ("the Secretary-General was notified", "le Secrétaire général a été avisé"),
                     ("the Secretary-General was not notified", "le Secrétaire général n'a pas été avisé"), lambda v: v.posture.aggression.notified, cured_by=("notify_secretary_general_of_aggression",))
determined = on_record(law, "council_determined", "15bis(7)", ("the Council determined an act of aggression", "le Conseil a constaté un acte d'agression"),
                       ("the Council determined no act of aggression", "le Conseil n'a constaté aucun acte d'agression"), lambda v: v.posture.aggression.determined, cured_by=("record_council_determination",))
authorised = on_record(law, "division_authorised", "15bis(8)", ("the Pre-Trial Division authorised it", "la Section préliminaire l'a autorisée"),
                       ("the Pre-Trial Division did not authorise it", "la Section préliminaire ne l'a pas autorisée"), lambda v: v.posture.aggression.authorised, cured_by=("authorise_aggression_investigation",))
documents = law.measure("aggression_documents", "15bis(6)", ("documents are attached", "des pièces sont jointes"), lambda v: v.given.get("documents"), ">=", 1, needs=("documents",))
council_step = law.limit("council_step", "situation", ("determination by the Security Council", "constat du Conseil de sécurité"), "15bis(8)", months(6),
                         runs_from=lambda v: v.posture.aggression.notified, stopped_by=lambda v: v.posture.aggression.determined, binds=("security_council",))
six_months = law.measure("six_months_over", "15bis(8)", ("six months have passed since the notice", "six mois se sont écoulés depuis l'avis"), lambda v: v.on, ">",
                         lambda v: add(v.posture.aggression.notified.done_on, months(6)).day if v.posture.aggression.notified else None)
basis = law.finding("aggression_basis", "15bis(8)", ("there is a reasonable basis, by the procedure of article 15", "il existe une base raisonnable, selon la procédure de l'article 15"), "pre_trial_division",
                    ("reasonable basis", "base raisonnable"), lasting=False)


def _gates(article: str) -> tuple[Measure, Measure]:
    """The two gates of time, which both articles have: a year after the thirtieth acceptance, and activation."""
    suffix = "" if article == "15bis" else "_on_council_referral"
    return (law.measure("year_after_thirtieth" + suffix, f"{article}(2)", ("the conduct is a year after the thirtieth acceptance", "les faits suivent d'un an la trentième acceptation"),
                        lambda v: v.given.get("conduct_from"), ">=", lambda v: year_after_thirtieth(register_of(v), v.reading), needs=("conduct_from",)),
            law.measure("aggression_activated" + suffix, f"{article}(3)", ("the activation of jurisdiction over aggression opens it", "l'activation de la compétence pour l'agression l'ouvre"),
                        lambda v: v.given.get("conduct_from") if v.reading("aggression_opened") == "from_effect" else v.on, ">=", lambda v: activated_from(register_of(v)),
                        needs=("conduct_from",)))


@law.fact("15bis(4)", ("that State had declared non-acceptance", "cet État avait déclaré la non-acceptation"), needs=("aggressor", "conduct_from"))
def had_opted_out(v: View) -> Any:
    state, day, register = v.given.get("aggressor"), v.given.get("conduct_from"), register_of(v)
    if state is None or day is None or register is None:
        return None
    return next(iter(opted_out_of_aggression(register, state, day)), False)


def _party(id: str, name: str, en: str, fr: str) -> Fact:
    def test(v: View) -> Any:
        day = v.given.get("conduct_from")
        return None if day is None else party_on(register_of(v), v.given.get(name), day)

    test.__name__ = id
    return law.fact("15bis(5)", (en, fr), needs=(name,))(test)


aggressor_party = _party("aggressor_is_party", "aggressor", "the State of nationality was a Party", "l'État de nationalité était partie")
territory_party = _party("territory_is_party", "territory", "the State of the territory was a Party", "l'État du territoire était partie")

law.reading("thirtieth_acceptance", "15bis(2)", ("When was the thirtieth acceptance of the amendments on aggression? Asked while the register does not show thirty.",
                                                  "Quand la trentième acceptation des amendements relatifs à l'agression a-t-elle eu lieu ? Utile tant que le registre n'en montre pas trente."), {
    "2016-06-26": ("26 June 2016", "26 juin 2016"), "2016-06-27": ("27 June 2016", "27 juin 2016"), "2016-06-29": ("29 June 2016", "29 juin 2016")},
    ("All three days are published.", "Les trois dates sont publiées."))
law.reading("aggression_opened", "15bis(3)", ("Which acts of aggression does the decision of activation open?", "Quels actes d'agression la décision d'activation ouvre-t-elle ?"),
            {"from_effect": ("those from its day of effect on", "ceux commis à compter de sa date d'effet"),
             "after_the_year": ("all those a year after the thirtieth acceptance", "tous ceux qui suivent d'un an la trentième acceptation")},
            ("The same words stand in article 15 ter(3).", "Les mêmes mots figurent à l'article 15 ter-3."))
law.reading("aggression_acceptance", "15bis(4)", ("Which States must have accepted the amendment on aggression?", "Quels États doivent avoir accepté l'amendement relatif à l'agression ?"),
            {"both": ("each Party of nationality and of territory, by article 121(5)", "chaque Partie de nationalité et de territoire, selon l'article 121-5"),
             "one": ("one of them suffices, as article 15 bis(4) leaves the other to opt out", "l'une d'elles suffit, l'article 15 bis-4 laissant l'autre s'y soustraire")},
            ("The decision of 14 December 2017 confirms the first; the question is contested.", "La décision du 14 décembre 2017 confirme la première ; la question est controversée."))


@law.fact("15bis(4)", ("as many Parties among the two States accepted the amendment as is asked", "autant de Parties que requis, parmi ces deux États, ont accepté l'amendement"),
          needs=("aggressor", "territory", "conduct_from"))
def amendment_accepted(v: View) -> Any:
    day, register = v.given.get("conduct_from"), register_of(v)
    states = (v.given.get("aggressor"), v.given.get("territory"))
    if day is None or register is None or None in states:
        return None
    parties = [s for s in states if s and party_on(register, s, day)]
    given = {s: accepted(register, AMENDMENT, s, day) for s in parties}
    lacking = [s for s in parties if not given[s]]
    if lacking and (v.reading("aggression_acceptance") == "both" or len(lacking) == len(parties)):
        return no(*(party for s in lacking if isinstance(party := party_on(register, s, day), Entry)))
    return tuple(entry for entry in given.values() if isinstance(entry, Entry)) or True


law.power("15bis(6)", ascertain, "prosecutor", concluded_positively)
law.duty("15bis(6)", notify, "prosecutor", ascertained, notified)
law.prohibition("15bis(6)", notify, ~documents)
law.power("15bis(7)", determine, ("security_council", "registry"))
law.power("15bis(8)", authorise, "pre_trial_division", all_of(notified, six_months, ~determined, basis))
law.prohibition("16", (authorise, proceed), all_of(council_deferral_requested, council_deferral_runs), name="authorise_aggression")
law.power("15bis(1)", proceed, "prosecutor", all_of(own_triggers, *_gates("15bis")))
law.power("15ter(1)", proceed, "prosecutor", all_of(council_referred, *_gates("15ter")))
law.prohibition("15bis(4)", proceed, all_of(~council_referred, had_opted_out))
law.prohibition("15bis(4)", proceed, all_of(~council_referred, ~amendment_accepted), name="amendment_not_accepted")
law.prohibition("15bis(5)", proceed, all_of(~council_referred, ~all_of(aggressor_party, territory_party)))
law.prohibition("15bis(6)", proceed, all_of(~council_referred, ~notified), name="before_notice")
law.prohibition("15bis(8)", proceed, all_of(~council_referred, ~any_of(determined, authorised)))
