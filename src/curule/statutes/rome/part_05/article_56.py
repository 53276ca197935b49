"""Article 56 of the Rome Statute: the Pre-Trial Chamber and a unique investigative opportunity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.roll import division_on, offered_judges, roll_of
from curule.statutes.rome.matters.situation_investigation import Opportunity
from curule.statutes.rome.part_05.facts import (
    CHAMBERS,
    chamber_of,
    investigation_opened,
    listed,
    person_of,
    person_particular,
    stated,
    wording,
)

law = Chapter("rome", __name__)

KINDS = ("situation", "case")
AUDIENCE = ("organ:prosecutor", "bench", "organ:registry")


def _new(draft: Any, entry: Entry) -> None:
    draft.inquiry.opportunities[str(len(draft.inquiry.opportunities) + 1)] = Opportunity(sort=entry.particulars["sort"], notified=entry)


def _mark(field: str) -> Any:
    def effect(draft: Any, entry: Entry) -> None:
        setattr(draft.inquiry.opportunities.setdefault(entry.particulars["opportunity"], Opportunity()), field, entry)

    return effect


def _consult(draft: Any, entry: Entry) -> None:
    number = entry.particulars.get("opportunity") or str(len(draft.inquiry.opportunities) + 1)
    draft.inquiry.opportunities.setdefault(number, Opportunity()).consulted = entry


def _order(draft: Any, entry: Entry) -> None:
    found = draft.inquiry.opportunities.setdefault(entry.particulars["opportunity"], Opportunity())
    found.ordered, found.measures = entry, tuple(entry.particulars["measures"])
    found.own_motion = found.requested is None


def _inform(draft: Any, entry: Entry) -> None:
    draft.inquiry.opportunities.setdefault(entry.particulars["opportunity"], Opportunity()).informed[entry.particulars["person"]] = entry


def suggest_opportunities(v: View) -> list[tuple[str, str]]:
    """The opportunities on the record, for forms."""
    return [(n, f"{n} ({o.sort})" if o.sort else n) for n, o in v.posture.inquiry.opportunities.items()]


def _last(v: View) -> str | None:
    return next(reversed(v.posture.inquiry.opportunities), None)


def _which(*, required: bool = True) -> Particular:
    return Particular("opportunity", "text", "opportunity (number)", "occasion (numéro)", suggest=suggest_opportunities, default=_last, required=required)


def opportunity_of(v: View) -> Opportunity | None:
    """The opportunity a question is about: the one named, or the only one."""
    found = v.posture.inquiry.opportunities
    number = v.given.get("opportunity") or (next(iter(found)) if len(found) == 1 else None)
    return found.get(number) if number else None


MEASURES = (Choice("recommendation", "recommendation on procedure", "recommandation sur la procédure"), Choice("order", "order on procedure", "ordonnance sur la procédure"),
            Choice("record", "a record of the proceedings", "procès-verbal"), Choice("expert", "an expert to assist", "nomination d'un expert"),
            Choice("counsel", "counsel to attend", "participation d'un conseil"), Choice("judge", "a judge to observe", "désignation d'un juge pour observer"),
            Choice("other", "other action to collect or preserve evidence", "autre mesure pour recueillir ou préserver des preuves"))
SORTS = (Choice("testimony", "testimony or statement of a witness", "témoignage ou déposition"), Choice("evidence", "examining, collecting or testing evidence", "examen, collecte ou vérification d'éléments de preuve"))

notify = law.act(
    "notify_unique_opportunity", KINDS, ("Inform the Chamber of a unique investigative opportunity", "Aviser la Chambre d'une occasion unique d'obtenir des renseignements"),
    ("The Prosecutor informed the Pre-Trial Chamber of a unique investigative opportunity ({sort})", "Le Procureur a avisé la Chambre préliminaire d'une occasion unique d'obtenir des renseignements ({sort})"),
    [Particular("sort", "choice", "opportunity", "occasion", choices=SORTS), wording("reasons", "why it may not be available for trial", "pourquoi elle pourrait ne plus se présenter au procès", required=True)], _new,
    audience=AUDIENCE, group="opportunity")
request = law.act(
    "request_opportunity_measures", KINDS, ("Request measures", "Demander des mesures"), ("The Prosecutor requested measures for opportunity {opportunity}", "Le Procureur a demandé des mesures pour l'occasion {opportunity}"),
    [_which()], _mark("requested"), audience=AUDIENCE, group="opportunity")
dispense = law.act(
    "dispense_with_information", KINDS, ("Dispense with informing the person", "Dispenser d'informer la personne"), ("The Chamber dispensed with information on opportunity {opportunity}", "La Chambre a dispensé d'informer au sujet de l'occasion {opportunity}"),
    [_which()], _mark("dispensed"), audience=AUDIENCE, group="opportunity")
inform = law.act(
    "inform_person_of_opportunity", "case", ("Give the person the relevant information", "Communiquer à la personne les renseignements voulus"),
    ("{person} was informed of opportunity {opportunity}", "{person} a été informé(e) de l'occasion {opportunity}"), [person_particular(), _which()], _inform, audience=(*AUDIENCE, "matter:parties"), group="opportunity")
consult = law.act(
    "consult_prosecutor_on_measures", KINDS, ("Consult the Prosecutor on the absence of a request", "Consulter le Procureur sur l'absence de demande"),
    ("The Chamber consulted the Prosecutor on measures not requested", "La Chambre a consulté le Procureur sur des mesures non demandées"), [_which(required=False)], _consult, audience=AUDIENCE, group="opportunity")
order = law.act(
    "order_opportunity_measures", KINDS, ("Take measures for the opportunity", "Prendre des mesures relatives à l'occasion"), ("The Chamber took measures for opportunity {opportunity}: {measures}", "La Chambre a pris des mesures pour l'occasion {opportunity} : {measures}"),
    [_which(), Particular("measures", "choice", "measures", "mesures", many=True, choices=MEASURES), Particular("expert", "text", "expert", "expert", required=False),
     Particular("judge", "judge", "judge who observes", "juge observateur", required=False, suggest=offered_judges),
     Particular("counsel_for", "choice", "counsel", "conseil", required=False, choices=[
         Choice("own", "counsel of a person arrested or summoned, authorised to participate", "conseil d'une personne arrêtée ou citée, autorisé à participer"),
         Choice("appointed", "another counsel, appointed for the interests of the defence", "autre conseil, désigné pour les intérêts de la Défense")]),
     Particular("purpose", "choice", "purpose of other action", "but de l'autre mesure", required=False, choices=[Choice("collect", "to collect evidence", "recueillir des preuves"), Choice("preserve", "to preserve evidence", "préserver des preuves")])],
    _order, audience=AUDIENCE, group="opportunity")
take = law.act(
    "take_opportunity_evidence", KINDS, ("Take the evidence", "Recueillir la preuve"), ("The evidence of opportunity {opportunity} was taken", "La preuve de l'occasion {opportunity} a été recueillie"),
    [_which(), Particular("record", "text", "record made", "procès-verbal dressé", required=False), Particular("counsel", "text", "counsel who attended", "conseil présent", required=False)], _mark("taken"),
    audience=AUDIENCE, group="opportunity")
appeal = law.act(
    "appeal_own_motion_measures", KINDS, ("Appeal against measures taken of the Chamber's own motion", "Faire appel des mesures prises d'office"), ("The Prosecutor appealed the measures for opportunity {opportunity}", "Le Procureur a fait appel des mesures pour l'occasion {opportunity}"),
    [_which(), Particular("track", "choice", "track", "procédure", choices=[Choice("expedited", "expedited", "accélérée"), Choice("ordinary", "ordinary", "ordinaire")])], _mark("appealed"), audience=AUDIENCE, group="opportunity")
rule = law.act(
    "rule_on_preserved_evidence", KINDS, ("Rule on evidence preserved under article 56", "Statuer sur la preuve préservée au titre de l'article 56"), ("The Trial Chamber ruled on the evidence of opportunity {opportunity}: {ruling}", "La Chambre de première instance a statué sur la preuve de l'occasion {opportunity} : {ruling}"),
    [_which(), Particular("ruling", "choice", "ruling", "décision", choices=[Choice("admitted", "admitted", "admise"), Choice("excluded", "excluded", "écartée")]),
     wording("weight", "weight", "valeur probante")], _mark("ruled"), group="opportunity")


def _stage(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Any, *cured_by: str) -> Any:
    def test(v: View) -> Any:
        found = opportunity_of(v)
        if found is None:
            return None if "opportunity" not in v.given and len(v.posture.inquiry.opportunities) > 1 else False
        return read(found) or False

    test.__name__ = id
    return law.stage(provision, says, says_not=says_not, cured_by=cured_by)(test)


notified = _stage("opportunity_notified", "56(1)(a)", ("the Chamber was informed of the opportunity beforehand", "la Chambre a été avisée de l'occasion au préalable"),
                  ("the Chamber was not informed of the opportunity", "la Chambre n'a pas été avisée de l'occasion"), lambda o: o.notified or o.ordered, "notify_unique_opportunity")
requested = _stage("measures_requested", "56(1)(b)", ("the Prosecutor requested measures", "le Procureur a demandé des mesures"), ("the Prosecutor did not request measures", "le Procureur n'a pas demandé de mesures"),
                   lambda o: o.requested, "request_opportunity_measures")
consulted = _stage("prosecutor_consulted", "56(3)(a)", ("the Prosecutor was consulted", "le Procureur a été consulté"), ("the Prosecutor was not consulted", "le Procureur n'a pas été consulté"), lambda o: o.consulted,
                   "consult_prosecutor_on_measures")
own_motion = _stage("own_motion_measures", "56(3)(b)", ("measures were taken of the Chamber's own motion", "des mesures ont été prises d'office"), ("no measures were taken of the Chamber's own motion", "aucune mesure n'a été prise d'office"),
                    lambda o: o.ordered if o.own_motion else None, "order_opportunity_measures")
dispensed = _stage("information_dispensed", "56(1)(c)", ("the Chamber ordered otherwise", "la Chambre en a ordonné autrement"), ("the Chamber has not ordered otherwise", "la Chambre n'en a pas ordonné autrement"), lambda o: o.dispensed,
                   "dispense_with_information")
taken = _stage("evidence_taken", "56(4)", ("evidence was preserved under article 56", "une preuve a été préservée au titre de l'article 56"), ("no evidence was preserved under article 56", "aucune preuve n'a été préservée au titre de l'article 56"),
               lambda o: o.taken, "take_opportunity_evidence")
record_directed = _stage("record_directed", "56(2)(b)", ("a record was directed", "un procès-verbal a été ordonné"), ("no record was directed", "aucun procès-verbal n'a été ordonné"), lambda o: o.ordered if "record" in o.measures else None)
counsel_directed = _stage("counsel_directed", "56(2)(d)", ("attendance of counsel was directed", "la présence d'un conseil a été ordonnée"), ("attendance of counsel was not directed", "la présence d'un conseil n'a pas été ordonnée"),
                          lambda o: o.ordered if "counsel" in o.measures else None)
record_made = stated(law, "record_made", "56(2)(b)", ("a record was made", "un procès-verbal a été dressé"), ("no record was made", "aucun procès-verbal n'a été dressé"), "record", after="opportunity")
counsel_attended = stated(law, "counsel_attended", "56(2)(d)", ("counsel attended", "un conseil était présent"), ("no counsel attended", "aucun conseil n'était présent"), "counsel", after="opportunity")


@law.stage("56(1)(c)", ("the person was arrested or appeared", "la personne a été arrêtée ou a comparu"), says_not=("the person was neither arrested nor appeared", "la personne n'a été ni arrêtée ni n'a comparu"))
def within_reach(v: View) -> Any:
    person = person_of(v)
    return (person.custodial.arrested or person.surrendered or person.appeared or False) if person else False


@law.fact("56(1)(c)", ("the person was given the information", "la personne a reçu les renseignements"), cured_by=("inform_person_of_opportunity",), says_not=("the person was not given the information", "la personne n'a pas reçu les renseignements"))
def person_informed(v: View) -> Any:
    found = opportunity_of(v)
    return (found.informed.get(v.given.get("person", "")) or False) if found else False


@law.stage("56(2)(d)", ("a person of the case was arrested or appeared", "une personne de l'affaire a été arrêtée ou a comparu"), says_not=("nobody was arrested or appeared", "nul n'a été arrêté ni n'a comparu"))
def somebody_within_reach(v: View) -> Any:
    reached = (p.custodial.arrested or p.surrendered or p.appeared for p in getattr(v.posture, "persons", {}).values())
    return next((entry for entry in reached if entry), False)


def each_person_and_opportunity(v: View) -> Iterable[Mapping[str, Any]]:
    """Each person of the case with each opportunity of which the Chamber was informed."""
    return [{"person": p, "opportunity": n} for p in v.posture.persons for n, o in v.posture.inquiry.opportunities.items() if o.notified]


necessary = law.finding("measures_necessary", "56(1)(b)", ("measures are necessary for efficiency, integrity and the rights of the defence", "des mesures sont nécessaires à l'efficacité, à l'intégrité et aux droits de la Défense"), CHAMBERS,
                        ("necessary", "nécessaires"), lasting=False)
essential = law.finding("essential_for_defence", "56(3)(a)", ("the evidence would be essential for the defence at trial", "la preuve serait essentielle pour la Défense au procès"), CHAMBERS, ("deemed essential", "jugée essentielle"), lasting=False)
unjustified = law.finding("omission_unjustified", "56(3)(a)", ("the Prosecutor's failure to request measures is unjustified", "l'absence de demande du Procureur n'est pas justifiée"), CHAMBERS, ("concluded after consultation", "conclu après consultation"),
                          lasting=False)
article_69 = law.finding("admissible_under_69", "56(4)", ("the evidence is admissible under article 69", "la preuve est admissible au regard de l'article 69"), "trial_chamber", ("relevance, probative value, prejudice", "pertinence, valeur probante, préjudice"),
                         lasting=False)


def _measure(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], item: str) -> Any:
    return listed(law, id, provision, says, says_not, "measures", item)


with_expert = _measure("with_expert", "56(2)(c)", ("an expert is appointed", "un expert est nommé"), ("no expert is appointed", "aucun expert n'est nommé"), "expert")
with_counsel = _measure("with_counsel", "56(2)(d)", ("counsel is to attend", "un conseil doit être présent"), ("no counsel is to attend", "aucun conseil ne doit être présent"), "counsel")
with_judge = _measure("with_judge", "56(2)(e)", ("a judge is to observe", "un juge doit observer"), ("no judge is to observe", "aucun juge ne doit observer"), "judge")
with_other = _measure("with_other", "56(2)(f)", ("other action is taken", "une autre mesure est prise"), ("no other action is taken", "aucune autre mesure n'est prise"), "other")
recommends = _measure("recommends", "56(2)(a)", ("procedure is recommended", "une procédure est recommandée"), ("no procedure is recommended", "aucune procédure n'est recommandée"), "recommendation")
orders = _measure("orders", "56(2)(a)", ("procedure is ordered", "une procédure est ordonnée"), ("no procedure is ordered", "aucune procédure n'est ordonnée"), "order")
expert_named = stated(law, "expert_named", "56(2)(c)", ("the expert is named", "l'expert est désigné"), ("the expert is not named", "l'expert n'est pas désigné"), "expert", after="measures")
counsel_settled = stated(law, "counsel_settled", "56(2)(d)", ("it is said whose counsel attends", "il est dit quel conseil est présent"), ("it is not said whose counsel attends", "il n'est pas dit quel conseil est présent"), "counsel_for", after="measures")
own_counsel = stated(law, "own_counsel", "56(2)(d)", ("the person's own counsel is to attend", "le conseil de la personne doit être présent"), ("another counsel is appointed to attend", "un autre conseil est nommé pour être présent"), "counsel_for", after="measures", value="own")
purpose_given = stated(law, "purpose_given", "56(2)(f)", ("its purpose is to collect or preserve evidence", "elle vise à recueillir ou préserver des preuves"), ("no such purpose is given", "aucun but de ce genre n'est indiqué"), "purpose", after="measures")


@law.fact("56(2)(e)", ("the judge sits in the Chamber, the Pre-Trial or the Trial Division", "le juge siège à la Chambre, à la Section préliminaire ou à la Section de première instance"), needs=("judge",),
          says_not=("the judge sits neither in the Chamber nor in the Pre-Trial or Trial Division", "le juge ne siège ni à la Chambre ni à la Section préliminaire ou de première instance"))
def judge_eligible(v: View) -> Any:
    judge, chamber, roll = v.given.get("judge"), chamber_of(v), roll_of(v)
    if judge is None:
        return False if "measures" in v.given else None
    if chamber is not None and judge in chamber.judges:
        return chamber.entry
    return None if roll is None else any(d in ("pre_trial", "trial") for d in division_on(roll, judge, v.on))


@law.fact("56(3)(b)", ("the appeal is on the expedited track", "l'appel suit la procédure accélérée"), needs=("track",), says_not=("the appeal is on the ordinary track", "l'appel suit la procédure ordinaire"))
def expedited(v: View) -> Any:
    track = v.given.get("track")
    return None if track is None else track == "expedited"


@law.fact("56(4)", ("the evidence is admitted", "la preuve est admise"), needs=("ruling",), says_not=("the evidence is excluded", "la preuve est écartée"))
def admitted(v: View) -> Any:
    ruling = v.given.get("ruling")
    return None if ruling is None else ruling == "admitted"


law.power("56(1)(a)", notify, "prosecutor", investigation_opened)
law.power("56(1)(b)", request, "prosecutor", notified)
law.power("56(1)(b)", order, CHAMBERS, all_of(requested, necessary))
law.power("56(1)(c)", dispense, CHAMBERS, notified)
law.duty("56(1)(c)", inform, "prosecutor", all_of(notified, within_reach, ~dispensed), person_informed, each=each_person_and_opportunity)
law.prohibition("56(2)(a)", order, all_of(recommends, orders))
law.prohibition("56(2)(c)", order, all_of(with_expert, ~expert_named))
law.prohibition("56(2)(d)", order, all_of(with_counsel, ~counsel_settled), name="whose")
law.prohibition("56(2)(d)", order, all_of(with_counsel, own_counsel, ~somebody_within_reach), name="own")
law.prohibition("56(2)(e)", order, all_of(with_judge, ~judge_eligible))
law.prohibition("56(2)(f)", order, all_of(with_other, ~purpose_given))
law.power("56(1)(a)", take, "prosecutor", notified)
law.prohibition("56(2)(b)", take, all_of(record_directed, ~record_made))
law.prohibition("56(2)(d)", take, all_of(counsel_directed, ~counsel_attended))
law.power("56(3)(a)", consult, CHAMBERS, any_of(investigation_opened))
law.power("56(3)(a)", order, CHAMBERS, all_of(~requested, consulted, essential, unjustified), name="own_motion")
law.power("56(3)(b)", appeal, "prosecutor", own_motion)
law.prohibition("56(3)(b)", appeal, ~expedited)
law.power("56(4)", rule, "trial_chamber", all_of(taken, any_of(~admitted, article_69)))

law.clause("56(2)", Class.DEFINITION, ("Measures", "Mesures"), ("An open list of six kinds, at least one to be chosen.", "Liste ouverte de six sortes, dont une au moins à choisir."), carried_by=("order_opportunity_measures: measures",))
for provision, title, summary in (
    ("56(1)(a)", ("Notice of the opportunity", "Avis de l'occasion"), ("The Prosecutor informs the Chamber of evidence that may not be available later.", "Le Procureur avise la Chambre de preuves qui pourraient disparaître.")),
    ("56(1)(b)", ("Measures on request", "Mesures sur demande"), ("Measures for sound proceedings and the rights of the defence.", "Mesures pour une bonne procédure et les droits de la Défense.")),
    ("56(1)(c)", ("Information to the person", "Information de la personne"), ("Whoever was arrested or appeared is told, unless ordered otherwise.", "Qui est arrêté ou a comparu est informé, sauf ordre contraire.")),
    ("56(2)(a)", ("Procedure", "Procédure"), ("Recommendations or orders, kept apart.", "Recommandations ou ordonnances, distinctes.")),
    ("56(2)(b)", ("Record", "Procès-verbal"), ("A record of the proceedings.", "Un procès-verbal.")),
    ("56(2)(c)", ("Expert", "Expert"), ("An expert to assist.", "Un expert pour assister.")),
    ("56(2)(d)", ("Counsel", "Conseil"), ("Own counsel authorised, or another appointed for the defence.", "Conseil propre autorisé, ou autre désigné pour la Défense.")),
    ("56(2)(e)", ("Judge", "Juge"), ("A member of the Chamber or another judge of the Pre-Trial or Trial Division.", "Un membre de la Chambre ou un autre juge de la Section préliminaire ou de première instance.")),
    ("56(2)(f)", ("Other action", "Autre mesure"), ("To collect or preserve evidence.", "Pour recueillir ou préserver des preuves.")),
    ("56(3)(a)", ("Measures of own motion", "Mesures d'office"), ("For evidence essential to the defence, after consulting the Prosecutor.", "Pour des preuves essentielles à la Défense, après consultation du Procureur.")),
    ("56(3)(b)", ("Expedited appeal", "Appel accéléré"), ("The Prosecutor may appeal; heard on an expedited basis.", "Le Procureur peut faire appel ; examen accéléré.")),
    ("56(4)", ("Use at trial", "Emploi au procès"), ("Article 69 governs; weight is for the Trial Chamber.", "L'article 69 s'applique ; le poids relève de la Chambre de première instance.")),
):
    law.clause(provision, Class.RULE, title, summary)
