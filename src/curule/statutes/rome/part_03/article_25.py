"""Articles 25 and 28 of the Rome Statute: individual responsibility, its modes, command responsibility."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_02.charge_facts import charge_one, choices, chosen, concerns, item_stated, on_file
from curule.statutes.rome.part_05.facts import person_particular, stated

law = Chapter("rome", __name__)

CLAUSES = {
    "25(1)": ("Natural persons", "Personnes physiques", "Only human beings.", "Seulement des êtres humains."),
    "25(2)": ("Individual responsibility", "Responsabilité individuelle", "Each answers for what that person did.", "Chacun répond de ses propres actes."),
    "25(3)": ("Modes", "Modes", "One of six modes at least.", "L'un au moins de six modes."),
    "25(3)(a)": ("Commission", "Commission", "Alone, jointly or through another.", "Seul, conjointement ou par autrui."),
    "25(3)(b)": ("Ordering or inducing", "Ordre ou encouragement", "Of a crime that happens or is attempted.", "D'un crime commis ou tenté."),
    "25(3)(c)": ("Aiding and abetting", "Aide et concours", "In order to facilitate.", "En vue de faciliter."),
    "25(3)(d)": ("Contribution to a group's crime", "Contribution au crime d'un groupe", "Intentional, with one of two limbs.", "Intentionnelle, avec l'une de deux branches."),
    "25(3)(d)(i)": ("Furthering the aim", "Servir le dessein", "The group's aim involves a crime of the Court.", "Le dessein du groupe comporte un crime de la Cour."),
    "25(3)(d)(ii)": ("Knowledge of the intent", "Connaissance de l'intention", "Knowing that the group intends the crime.", "En sachant que le groupe veut le crime."),
    "25(3)(e)": ("Incitement to genocide", "Incitation au génocide", "Direct and public; genocide only.", "Directe et publique ; génocide seulement."),
    "25(3)(f)": ("Attempt", "Tentative", "A substantial step; abandonment excuses.", "Un commencement substantiel ; le désistement excuse."),
    "25(3bis)": ("Leaders only", "Dirigeants seulement", "For aggression, only who controls or directs.", "Pour l'agression, seulement qui contrôle ou dirige."),
    "28": ("Two regimes", "Deux régimes", "Military-type commanders, and other superiors.", "Chefs militaires, et autres supérieurs."),
    "28(a)": ("Commanders", "Chefs militaires", "Effective command or authority; failure of control.", "Commandement ou autorité effectifs ; défaut de contrôle."),
    "28(a)(i)": ("Knew or should have known", "Savait ou aurait dû savoir", "The standard for commanders.", "Le critère des chefs militaires."),
    "28(a)(ii)": ("Failed to act", "N'a pas agi", "No necessary and reasonable measure.", "Aucune mesure nécessaire et raisonnable."),
    "28(b)": ("Other superiors", "Autres supérieurs", "Effective authority; failure of control.", "Autorité effective ; défaut de contrôle."),
    "28(b)(i)": ("Knew or disregarded", "Savait ou a négligé", "The standard for other superiors.", "Le critère des autres supérieurs."),
    "28(b)(ii)": ("Within control", "Sous contrôle", "Activities within effective responsibility.", "Activités relevant de la responsabilité effective."),
    "28(b)(iii)": ("Failed to act", "N'a pas agi", "No necessary and reasonable measure.", "Aucune mesure nécessaire et raisonnable."),
}
for _code, (_en, _fr, _says, _dit) in CLAUSES.items():
    law.clause(_code, Class.RULE, (_en, _fr), (_says, _dit))
law.clause("25(4)", Class.NOT_EXECUTABLE, ("State responsibility", "Responsabilité des États"), ("Unaffected.", "Non affectée."),
           reason=("It concerns the responsibility of States, over which the Court does not decide.", "Elle concerne la responsabilité des États, sur laquelle la Cour ne statue pas."))

MODES = {
    "commission": ("25(3)(a)", "commission", "commission"), "ordering": ("25(3)(b)", "ordering, soliciting or inducing", "ordre, sollicitation ou encouragement"),
    "aiding": ("25(3)(c)", "aiding or abetting", "aide ou concours"), "group": ("25(3)(d)", "contribution to a group's crime", "contribution au crime d'un groupe"),
    "incitement": ("25(3)(e)", "incitement to genocide", "incitation au génocide"), "attempt": ("25(3)(f)", "attempt", "tentative"),
    "commander": ("28(a)", "responsibility as a military commander", "responsabilité du chef militaire"),
    "superior": ("28(b)", "responsibility as another superior", "responsabilité d'un autre supérieur"),
}
STATED = {
    "alone": ("25(3)(a)", "alone", "seul"), "jointly": ("25(3)(a)", "jointly", "conjointement"), "through_another": ("25(3)(a)", "through another", "par autrui"),
    "occurred_or_attempted": ("25(3)(b)", "the crime occurred or was attempted", "le crime a été commis ou tenté"),
    "ordered_or_induced": ("25(3)(b)", "ordered, solicited or induced", "ordonné, sollicité ou encouragé"),
    "purpose_to_facilitate": ("25(3)(c)", "purpose of facilitating", "intention de faciliter"),
    "intentional_contribution": ("25(3)(d)", "intentional contribution", "contribution intentionnelle"),
    "aim_of_group": ("25(3)(d)(i)", "aim of furthering the group's criminal activity", "dessein de servir l'activité criminelle du groupe"),
    "knowledge_of_group": ("25(3)(d)(ii)", "knowledge of the group's intent", "connaissance de l'intention du groupe"),
    "direct_and_public": ("25(3)(e)", "direct and public", "directe et publique"),
    "substantial_step": ("25(3)(f)", "substantial step", "commencement substantiel"), "failed_for_other_reasons": ("25(3)(f)", "failed for reasons outside the person's will", "échec indépendant de la volonté"),
    "control_of_state_action": ("25(3bis)", "effective control or direction of State action", "contrôle ou direction effectifs de l'action de l'État"),
    "effective_command": ("28(a)", "effective command or authority and control", "commandement ou autorité et contrôle effectifs"),
    "should_have_known": ("28(a)(i)", "knew or should have known", "savait ou aurait dû savoir"), "commander_took_no_measures": ("28(a)(ii)", "commander: no necessary and reasonable measures", "chef militaire : aucune mesure nécessaire et raisonnable"),
    "effective_authority": ("28(b)", "effective authority and control over subordinates", "autorité et contrôle effectifs sur des subordonnés"),
    "knew_or_disregarded": ("28(b)(i)", "knew or consciously disregarded", "savait ou a délibérément négligé"),
    "within_responsibility": ("28(b)(ii)", "activities within effective responsibility", "activités relevant de la responsabilité effective"),
    "superior_took_no_measures": ("28(b)(iii)", "superior: no necessary and reasonable measures", "supérieur : aucune mesure nécessaire et raisonnable"),
}


def _state(draft: Case, entry: Entry) -> None:
    draft.responsibility.modes[entry.particulars["charge"]] = entry


state_mode = law.act(
    "state_mode_of_responsibility", "case", ("State the mode of responsibility", "Énoncer le mode de responsabilité"),
    ("The Prosecutor stated the mode of responsibility for charge {charge}: {modes}", "Le Procureur a énoncé le mode de responsabilité pour la charge {charge} : {modes}"),
    [person_particular(), charge_one(),
     Particular("subject", "choice", "the accused is", "l'accusé est", default=lambda v: "natural", choices=[
         Choice("natural", "a natural person", "une personne physique"), Choice("legal", "a company or group", "une société ou un groupe"), Choice("state", "a State", "un État")]),
     Particular("conduct", "long_text", "the person's own conduct", "comportement propre de la personne", required=False),
     Particular("modes", "choice", "modes, in the alternative", "modes, à titre alternatif", many=True, required=False, choices=choices(MODES)),
     Particular("stated", "choice", "facts stated", "faits énoncés", many=True, required=False, choices=choices(STATED))],
    _state, group="charges")

natural_person = chosen(law, "natural_person", "25(1)", ("the accused is a natural person", "l'accusé est une personne physique"), "subject", "natural")
own_conduct = stated(law, "own_conduct_stated", "25(2)", ("the person's own conduct is stated", "le comportement propre de la personne est énoncé"),
                     ("the person's own conduct is not stated", "le comportement propre de la personne n'est pas énoncé"), "conduct", after="charge")
a_mode = stated(law, "mode_stated", "25(3)", ("a mode is stated", "un mode est énoncé"), ("no mode is stated", "aucun mode n'est énoncé"), "modes", after="charge")
MODE_IS = {code: item_stated(law, f"mode_{code}", provision, (en, fr), "modes", of=(code,)) for code, (provision, en, fr) in MODES.items()}
SAYS = {code: item_stated(law, code, provision, (en, fr), "stated") for code, (provision, en, fr) in STATED.items() if code not in ("alone", "jointly", "through_another")}
variant = item_stated(law, "variant", "25(3)(a)", ("alone, jointly or through another", "seul, conjointement ou par autrui"), "stated", of=("alone", "jointly", "through_another"))
genocide = concerns(law, "25(3)(e)", ("genocide is charged", "le génocide est visé"), within=("6",), id="genocide_charged")
aggression = concerns(law, "25(3bis)", ("aggression is charged", "l'agression est visée"), within=("8bis",), id="aggression_charged")


@law.fact("28", ("the two regimes are pleaded together", "les deux régimes sont invoqués ensemble"), needs=("modes",))
def both_regimes(v: View) -> Any:
    return None if "charge" not in v.given else {"commander", "superior"} <= set(v.given.get("modes", ()))


law.power("25(2)", state_mode, "prosecutor", on_file)
law.prohibition("25(1)", state_mode, ~natural_person)
law.prohibition("25(2)", state_mode, ~own_conduct)
law.prohibition("25(3)", state_mode, ~a_mode)
law.prohibition("25(3)(a)", state_mode, all_of(MODE_IS["commission"], ~variant))
law.prohibition("25(3)(b)", state_mode, all_of(MODE_IS["ordering"], ~all_of(SAYS["ordered_or_induced"], SAYS["occurred_or_attempted"])))
law.prohibition("25(3)(c)", state_mode, all_of(MODE_IS["aiding"], ~SAYS["purpose_to_facilitate"]))
law.prohibition("25(3)(d)", state_mode, all_of(MODE_IS["group"], ~all_of(SAYS["intentional_contribution"], any_of(SAYS["aim_of_group"], SAYS["knowledge_of_group"]))))
law.prohibition("25(3)(e)", state_mode, all_of(MODE_IS["incitement"], ~all_of(genocide, SAYS["direct_and_public"])))
law.prohibition("25(3)(f)", state_mode, all_of(MODE_IS["attempt"], ~all_of(SAYS["substantial_step"], SAYS["failed_for_other_reasons"])))
law.prohibition("25(3bis)", state_mode, all_of(aggression, ~SAYS["control_of_state_action"]))
law.prohibition("28", state_mode, both_regimes)
law.prohibition("28(a)", state_mode, all_of(MODE_IS["commander"], ~all_of(SAYS["effective_command"], SAYS["should_have_known"], SAYS["commander_took_no_measures"])))
law.prohibition("28(b)", state_mode, all_of(MODE_IS["superior"], ~all_of(
    SAYS["effective_authority"], SAYS["knew_or_disregarded"], SAYS["within_responsibility"], SAYS["superior_took_no_measures"])))
