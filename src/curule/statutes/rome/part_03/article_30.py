"""Articles 30 to 33 of the Rome Statute: mental element, grounds excluding responsibility, mistake, superior orders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.leaves import Finding
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_responsibility import Ground
from curule.statutes.rome.part_02.charge_facts import charge_one, choices, chosen, concerns, on_file
from curule.statutes.rome.part_05.facts import of_person, person_code, person_particular, stated

law = Chapter("rome", __name__)

CLAUSES = {
    "30(1)": ("Intent and knowledge", "Intention et connaissance", "Both, unless otherwise provided.", "Les deux, sauf disposition contraire."),
    "30(2)": ("Intent", "Intention", "Tested by conduct or by consequence.", "Appréciée selon le comportement ou la conséquence."),
    "30(2)(a)": ("As to conduct", "Quant au comportement", "The conduct was meant.", "Le comportement était voulu."),
    "30(2)(b)": ("As to consequence", "Quant à la conséquence", "Meant, or known to follow.", "Voulue, ou sue inévitable."),
    "30(3)": ("Knowledge", "Connaissance", "Awareness of a circumstance or of what will follow.", "Conscience d'une circonstance ou de ce qui suivra."),
    "31(1)": ("Grounds", "Motifs", "Four grounds, beside others.", "Quatre motifs, parmi d'autres."),
    "31(1)(a)": ("Mental disease", "Maladie mentale", "Capacity destroyed.", "Faculté abolie."),
    "31(1)(b)": ("Intoxication", "Intoxication", "Capacity destroyed, unless brought on knowingly.", "Faculté abolie, sauf intoxication volontaire en connaissance."),
    "31(1)(c)": ("Defence", "Légitime défense", "Reasonable, proportionate, against imminent unlawful force.", "Raisonnable, proportionnée, contre une force imminente et illicite."),
    "31(1)(d)": ("Duress", "Contrainte", "Grave threat; necessary, reasonable, no greater harm meant.", "Menace grave ; nécessaire, raisonnable, sans mal plus grand voulu."),
    "31(1)(d)(i)": ("From persons", "Par des personnes", "The threat comes from people.", "La menace vient de personnes."),
    "31(1)(d)(ii)": ("From circumstances", "Par les circonstances", "It comes from circumstances beyond control.", "Elle vient de circonstances indépendantes."),
    "31(2)": ("The Court decides", "La Cour décide", "Each ground raised is decided.", "Chaque motif invoqué est tranché."),
    "31(3)": ("Other grounds", "Autres motifs", "From the law of article 21, at trial.", "Tirés du droit de l'article 21, au procès."),
    "32(1)": ("Mistake of fact", "Erreur de fait", "Only if it removes the mental element.", "Seulement si elle fait disparaître l'élément psychologique."),
    "32(2)": ("Mistake of law", "Erreur de droit", "Never about criminality; else as for facts, or article 33.", "Jamais sur le caractère criminel ; sinon comme en fait, ou article 33."),
    "33(1)": ("Superior orders", "Ordres supérieurs", "No relief unless three conditions hold.", "Pas d'exonération hors de trois conditions."),
    "33(1)(a)": ("Duty to obey", "Devoir d'obéir", "Legally bound to obey.", "Tenu d'obéir en droit."),
    "33(1)(b)": ("Unlawfulness unknown", "Illégalité ignorée", "Did not know it was unlawful.", "Ignorait l'illégalité."),
    "33(1)(c)": ("Not manifestly unlawful", "Pas manifestement illégal", "The order was not plainly unlawful.", "L'ordre n'était pas manifestement illégal."),
    "33(2)": ("Always manifest", "Toujours manifeste", "For genocide and crimes against humanity.", "Pour le génocide et les crimes contre l'humanité."),
}
for _code, (_en, _fr, _says, _dit) in CLAUSES.items():
    law.clause(_code, Class.RULE, (_en, _fr), (_says, _dit))

# -- findings on responsibility -------------------------------------------------------------------------------------------------


def _find(draft: Case, entry: Entry) -> None:
    draft.responsibility.findings[entry.particulars["charge"]] = entry


enter_findings = law.act(
    "enter_findings_on_responsibility", "case", ("Enter findings on responsibility", "Consigner les conclusions sur la responsabilité"),
    ("The Chamber entered its findings on charge {charge}: {outcome}", "La Chambre a consigné ses conclusions sur la charge {charge} : {outcome}"),
    [person_particular(), charge_one(), Particular("outcome", "choice", "outcome", "conclusion", choices=[
        Choice("responsible", "responsible", "responsable"), Choice("not_responsible", "not responsible", "non responsable")]),
     Particular("consequence_element", "yes_no", "the crime has a consequence element", "le crime comporte une conséquence", required=False),
     Particular("law_changed", "yes_no", "the law changed since the conduct", "le droit a changé depuis les faits", required=False),
     Particular("law_applied", "choice", "law applied", "droit appliqué", required=False, choices=[
         Choice("original", "as at the conduct", "au moment des faits"), Choice("changed", "as changed", "tel que modifié")]),
     Particular("penalties", "choice", "penalties contemplated", "peines envisagées", many=True, required=False, choices=[
         Choice("imprisonment", "imprisonment for years", "emprisonnement à temps"), Choice("life", "life imprisonment", "emprisonnement à perpétuité"),
         Choice("fine", "fine", "amende"), Choice("forfeiture", "forfeiture", "confiscation"), Choice("other", "another penalty", "une autre peine")])],
    _find, group="judgement")


def found(id: str, provision: str, en: str, fr: str, standard: tuple[str, str] = ("beyond reasonable doubt", "au-delà de tout doute raisonnable")) -> Finding:
    """A finding of the Trial Chamber, made anew with each act."""
    return law.finding(id, provision, (en, fr), "trial_chamber", standard, lasting=False)


responsible = chosen(law, "responsibility_found", "30(1)", ("the person is found responsible", "la personne est déclarée responsable"), "outcome", "responsible")
otherwise = found("otherwise_provided", "30(1)", "the law provides another mental standard", "le droit prévoit un autre critère psychologique")
consequence = chosen(law, "has_consequence", "30(2)", ("the crime has a consequence element", "le crime comporte une conséquence"), "consequence_element", True)
meant_conduct = found("meant_conduct", "30(2)(a)", "the person meant the conduct", "la personne voulait le comportement")
meant_result = found("meant_or_knew_consequence", "30(2)(b)", "the person meant the consequence or knew that it would follow", "la personne voulait la conséquence ou savait qu'elle suivrait")
knowledge = found("acted_with_knowledge", "30(3)", "the person knew the circumstances", "la personne connaissait les circonstances")

law.power("30(1)", enter_findings, "trial_chamber", on_file)
law.prohibition("30(1)", enter_findings, all_of(responsible, ~any_of(otherwise, all_of(meant_conduct, any_of(~consequence, meant_result), knowledge))))

# -- grounds excluding responsibility ----------------------------------------------------------------------------------------------

GROUNDS = {
    "mental_disease": ("31(1)(a)", "mental disease or defect", "maladie ou déficience mentale"), "intoxication": ("31(1)(b)", "intoxication", "intoxication"),
    "defence": ("31(1)(c)", "defence of self, another or property", "légitime défense"), "duress": ("31(1)(d)", "duress", "contrainte"),
    "mistake_of_fact": ("32(1)", "mistake of fact", "erreur de fait"), "mistake_of_law": ("32(2)", "mistake of law", "erreur de droit"),
    "superior_orders": ("33(1)", "superior orders", "ordre d'un supérieur"), "other": ("31(3)", "another ground", "autre motif"),
}


def _ground_key(given: Mapping[str, Any]) -> str:
    return f"{given.get('person')}:{given.get('ground')}"


def _raise(draft: Case, entry: Entry) -> None:
    draft.responsibility.grounds[_ground_key(entry.particulars)] = Ground(raised=entry)


def _decide(draft: Case, entry: Entry) -> None:
    ground = draft.responsibility.grounds.setdefault(_ground_key(entry.particulars), Ground())
    ground.decided, ground.upheld = entry, entry.particulars["outcome"] == "upheld"


GROUND = Particular("ground", "choice", "ground", "motif", choices=choices(GROUNDS))
raise_ground = law.act(
    "raise_ground_excluding_responsibility", "case", ("Raise a ground excluding responsibility", "Invoquer un motif d'exonération"),
    ("{person} raised a ground: {ground}", "{person} a invoqué un motif : {ground}"),
    [person_particular(), GROUND, Particular("source", "text", "source in applicable law (unlisted grounds)", "source en droit applicable (motif non énuméré)", required=False)],
    _raise, group="judgement")
decide_ground = law.act(
    "decide_ground_excluding_responsibility", "case", ("Decide on a ground excluding responsibility", "Statuer sur un motif d'exonération"),
    ("The Chamber decided on the ground {ground}: {outcome}", "La Chambre a statué sur le motif {ground} : {outcome}"),
    [person_particular(), charge_one(), GROUND, Particular("outcome", "choice", "outcome", "décision", choices=[
        Choice("rejected", "rejected", "rejeté"), Choice("upheld", "upheld", "retenu")]),
     Particular("protects", "choice", "what was defended", "ce qui était défendu", required=False, choices=[
         Choice("person", "the person or another", "la personne ou autrui"), Choice("survival", "property essential to survival", "biens essentiels à la survie"),
         Choice("mission", "property essential to a military mission", "biens essentiels à une mission militaire"), Choice("property", "other property", "autres biens")]),
     Particular("threat_source", "choice", "source of the threat", "origine de la menace", required=False, choices=[
         Choice("persons", "other persons", "d'autres personnes"), Choice("circumstances", "other circumstances", "d'autres circonstances")]),
     Particular("about_criminality", "yes_no", "the mistake was whether the conduct is a crime", "l'erreur portait sur le caractère criminel", required=False)],
    _decide, group="judgement")


def _ground(v: View) -> Ground | None:
    ground: Ground | None = v.posture.responsibility.grounds.get(_ground_key(v.given))
    return ground


@law.stage("31(2)", ("that ground was raised", "ce motif a été invoqué"), cured_by=("raise_ground_excluding_responsibility",))
def ground_raised(v: View) -> Any:
    ground = _ground(v)
    return None if "ground" not in v.given else ground.raised or False if ground else False


@law.fact("31(2)", ("that ground was decided", "il a été statué sur ce motif"), needs=("ground",), cured_by=("decide_ground_excluding_responsibility",))
def ground_decided(v: View) -> Any:
    ground = _ground(v)
    return None if "ground" not in v.given else ground.decided or False if ground else False


@law.fact("31(2)", ("every ground raised was decided", "chaque motif invoqué a été tranché"), says_not=("a ground raised is undecided", "un motif invoqué n'est pas tranché"),
          cured_by=("decide_ground_excluding_responsibility",))
def all_grounds_decided(v: View) -> Any:
    waiting = [g.raised for k, g in v.posture.responsibility.grounds.items() if not g.decided and k.startswith(f"{person_code(v)}:")]
    return no(*waiting) if waiting else True


@law.fact("31(1)", ("a ground excluding responsibility was upheld", "un motif d'exonération a été retenu"))
def ground_upheld(v: View) -> Any:
    held = [g.decided for k, g in v.posture.responsibility.grounds.items() if g.upheld and g.decided and k.startswith(f"{person_code(v)}:")]
    return held[0] if held else False


def _each_ground(v: View) -> Iterable[Mapping[str, Any]]:
    return [dict(zip(("person", "ground"), key.split(":"), strict=True)) for key in v.posture.responsibility.grounds]


in_case = of_person(law, "accused_in_case", "31(2)", ("the person is in the case", "la personne figure dans l'affaire"),
                    ("the person is not in the case", "la personne ne figure pas dans l'affaire"), lambda p: True, cured_by=("open_case",))
GROUND_IS = {code: chosen(law, f"ground_is_{code}", provision, (f"the ground is {en}", f"le motif est : {fr}"), "ground", code) for code, (provision, en, fr) in GROUNDS.items()}
source_stated = stated(law, "source_in_article_21", "31(3)", ("a source in the applicable law is named", "une source du droit applicable est indiquée"),
                       ("no source in the applicable law is named", "aucune source du droit applicable n'est indiquée"), "source", after="ground")
upholds = chosen(law, "ground_is_upheld", "31(2)", ("the ground is upheld", "le motif est retenu"), "outcome", "upheld")
LIKELY = ("satisfied on the evidence", "convaincue par les preuves")

law.power("31(1)", raise_ground, "defence", in_case)
law.prohibition("31(3)", raise_ground, all_of(GROUND_IS["other"], ~source_stated))
law.duty("31(2)", decide_ground, "trial_chamber", ground_raised, ground_decided, each=_each_ground)
law.prohibition("31(2)", enter_findings, ~all_grounds_decided)
law.prohibition("31(1)", enter_findings, all_of(responsible, ground_upheld))

capacity_destroyed = found("capacity_destroyed", "31(1)(a)", "the capacity to understand or control was destroyed", "la faculté de comprendre ou de se maîtriser était abolie", LIKELY)
intoxicated = found("capacity_destroyed_by_intoxication", "31(1)(b)", "intoxication destroyed that capacity", "l'intoxication avait aboli cette faculté", LIKELY)
voluntary = found("intoxicated_knowingly", "31(1)(b)", "the person got intoxicated knowing or disregarding the risk", "la personne s'est intoxiquée en connaissance du risque", LIKELY)
imminent_force = found("imminent_unlawful_force", "31(1)(c)", "force was imminent and unlawful", "la force était imminente et illicite", LIKELY)
reasonable_defence = found("reasonable_proportionate_defence", "31(1)(c)", "the defence was reasonable and proportionate", "la défense était raisonnable et proportionnée", LIKELY)
defends_person = chosen(law, "defends_a_person", "31(1)(c)", ("a person was defended", "une personne était défendue"), "protects", "person")
survival = chosen(law, "defends_survival", "31(1)(c)", ("property essential to survival was defended", "des biens essentiels à la survie étaient défendus"), "protects", "survival")
mission = chosen(law, "defends_mission", "31(1)(c)", ("property essential to a military mission was defended", "des biens essentiels à une mission étaient défendus"), "protects", "mission")
war_crime = concerns(law, "31(1)(c)", ("a war crime is charged", "un crime de guerre est visé"), within=("8",), id="war_crime_charged")
grave_threat = found("grave_threat", "31(1)(d)", "death or serious bodily harm threatened and caused the conduct", "une menace de mort ou d'atteinte grave a causé les faits", LIKELY)
necessary = found("necessary_and_reasonable", "31(1)(d)", "the reaction was necessary and reasonable", "la réaction était nécessaire et raisonnable", LIKELY)
no_greater_harm = found("no_greater_harm_intended", "31(1)(d)", "no greater harm was intended", "aucun mal plus grand n'était voulu", LIKELY)
from_persons = chosen(law, "threat_from_persons", "31(1)(d)(i)", ("the threat came from persons", "la menace venait de personnes"), "threat_source", "persons")
from_circumstances = chosen(law, "threat_from_circumstances", "31(1)(d)(ii)", ("the threat came from circumstances", "la menace venait des circonstances"), "threat_source", "circumstances")
beyond_control = found("beyond_persons_control", "31(1)(d)(ii)", "the circumstances were beyond the person's control", "les circonstances échappaient à la personne", LIKELY)
fact_negates = found("mistake_of_fact_negates", "32(1)", "the mistake removed the mental element", "l'erreur a fait disparaître l'élément psychologique", LIKELY)
about_criminality = chosen(law, "mistake_about_criminality", "32(2)", ("the mistake was whether it is a crime", "l'erreur portait sur le caractère criminel"), "about_criminality", True)
law_negates = found("mistake_of_law_negates", "32(2)", "the mistake removed the mental element, or orders excuse it", "l'erreur a fait disparaître l'élément psychologique, ou l'ordre l'excuse", LIKELY)
bound_to_obey = found("bound_to_obey", "33(1)(a)", "the person was legally bound to obey", "la personne était tenue en droit d'obéir", LIKELY)
unaware = found("unaware_of_unlawfulness", "33(1)(b)", "the person was unaware that the order broke the law", "la personne ignorait que l'ordre était illégal", LIKELY)
not_manifest = found("not_manifestly_unlawful", "33(1)(c)", "the order was not manifestly unlawful", "l'ordre n'était pas manifestement illégal", LIKELY)
always_manifest = concerns(law, "33(2)", ("genocide or a crime against humanity is charged", "un génocide ou crime contre l'humanité est visé"), within=("6", "7"), id="always_manifestly_unlawful")

HOLDS = {
    "mental_disease": capacity_destroyed, "intoxication": intoxicated.unless(voluntary),
    "defence": all_of(imminent_force, reasonable_defence, any_of(defends_person, all_of(war_crime, any_of(survival, mission)))),
    "duress": all_of(grave_threat, necessary, no_greater_harm, any_of(from_persons, all_of(from_circumstances, beyond_control))),
    "mistake_of_fact": fact_negates, "mistake_of_law": law_negates.unless(about_criminality),
    "superior_orders": all_of(bound_to_obey, unaware, not_manifest, ~always_manifest),
}
for _code, _holds in HOLDS.items():
    law.prohibition(GROUNDS[_code][0], decide_ground, all_of(upholds, GROUND_IS[_code], ~_holds), name=_code)
