"""What a count must state of its crime (articles 5 to 8 bis): heading, contextual elements, results; one rule for each family."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.rome.amendment_data import amendments
from curule.statutes.rome.crime_elements import ELEMENTS
from curule.statutes.rome.crimes import AGGRESSION, GENOCIDE, HUMANITY, WAR, crime_within
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_02.charge_facts import charge_of, charge_one, choices, chosen, concerns, crime_of, item_stated, on_file
from curule.statutes.rome.part_05.facts import person_particular
from curule.statutes.rome.part_13.party_facts import register_of

law = Chapter("rome", __name__)

HEADINGS = {"a": (GENOCIDE, "6", "genocide", "génocide"), "b": (HUMANITY, "7", "a crime against humanity", "un crime contre l'humanité"),
            "c": (WAR, "8", "a war crime", "un crime de guerre"), "d": (AGGRESSION, "8bis", "aggression", "l'agression")}


def _state(draft: Case, entry: Entry) -> None:
    draft.responsibility.elements[entry.particulars["charge"]] = entry
    charge = draft.charges.get(entry.particulars["charge"])
    if charge is not None:
        charge.elements, charge.since = tuple(entry.particulars.get("elements", ())), entry.particulars["conduct_from"]


def _heading(v: View) -> Any:
    found = crime_of(v)
    return found.heading if found else None


state_elements = law.act(
    "state_elements_of_charge", "case", ("State the elements of a charge", "Énoncer les éléments d'une charge"),
    ("The Prosecutor stated the elements of charge {charge}: {elements}", "Le Procureur a énoncé les éléments de la charge {charge} : {elements}"),
    [person_particular(), charge_one(),
     Particular("heading", "choice", "heading", "rubrique", default=_heading, choices=[
         Choice(GENOCIDE, "genocide", "génocide"), Choice(HUMANITY, "crime against humanity", "crime contre l'humanité"), Choice(WAR, "war crime", "crime de guerre"),
         Choice(AGGRESSION, "aggression", "agression")]),
     Particular("conduct_from", "date", "first day of the conduct", "premier jour des faits"),
     Particular("conduct_to", "date", "last day of the conduct", "dernier jour des faits", required=False),
     Particular("elements", "choice", "elements stated", "éléments énoncés", many=True, required=False, choices=choices(ELEMENTS),
                default=lambda v: found.states if (found := crime_of(v)) else ())],
    _state, group="charges")


@law.fact("5(1)", ("the charge pleads a crime of article 5", "la charge vise un crime de l'article 5"), needs=("charge",),
          says_not=("the charge pleads no crime of article 5", "la charge ne vise aucun crime de l'article 5"))
def pleads_article_5(v: View) -> Any:
    return None if charge_of(v) is None else crime_of(v) is not None


law.power("5(1)", state_elements, "prosecutor", on_file)
law.prohibition("5(1)", state_elements, ~pleads_article_5)
for _letter, (_code, _article, _en, _fr) in HEADINGS.items():
    law.prohibition(f"5(1)({_letter})", state_elements, all_of(
        chosen(law, f"headed_{_code}", f"5(1)({_letter})", (f"the charge is headed {_en}", f"la charge est intitulée {_fr}"), "heading", _code),
        ~concerns(law, f"5(1)({_letter})", (f"its crime is {_en}", f"son crime est {_fr}"), within=(_article,), id=f"crime_is_{_code}")))

STATED = {code: item_stated(law, code, provision, (en, fr), "elements") for code, (provision, en, fr) in ELEMENTS.items() if code != "plan_policy_or_scale"}
OF_FAMILY = {
    "6": concerns(law, "6", ("genocide is charged", "le génocide est visé")),
    "7(1)": concerns(law, "7(1)", ("a crime against humanity is charged", "un crime contre l'humanité est visé")),
    "8(2)": concerns(law, "8(2)", ("a war crime is charged", "un crime de guerre est visé")),
    "8(2)(a)": concerns(law, "8(2)(a)", ("a grave breach is charged", "une infraction grave est visée")),
    "8(2)(b)": concerns(law, "8(2)(b)", ("another violation in international conflict is charged", "une autre violation en conflit international est visée")),
    "8(2)(c)": concerns(law, "8(2)(c)", ("a violation of common article 3 is charged", "une violation de l'article 3 commun est visée")),
    "8(2)(e)": concerns(law, "8(2)(e)", ("another violation in internal conflict is charged", "une autre violation en conflit interne est visée")),
    "8bis": concerns(law, "8bis(1)", ("aggression is charged", "l'agression est visée"), within=("8bis",)),
}
ASKED = (
    ("6", "6", "intent_to_destroy", "protected_group"), ("7(1)", "7(1)", "widespread_or_systematic", "against_civilians", "knowledge_of_attack"),
    ("7(2)(a)", "7(1)", "state_or_organizational_policy"), ("8(2)", "8(2)", "nexus"), ("8(2)(a)", "8(2)(a)", "international_conflict", "protected_by_conventions"),
    ("8(2)(b)", "8(2)(b)", "international_conflict"), ("8(2)(c)", "8(2)(c)", "internal_conflict", "not_in_the_fighting"), ("8(2)(d)", "8(2)(c)", "beyond_disturbances"),
    ("8(2)(e)", "8(2)(e)", "internal_conflict"), ("8(2)(f)", "8(2)(e)", "protracted_with_groups"), ("8bis(1)", "8bis", "leadership_position", "manifest_violation"),
    ("8bis(2)", "8bis", "act_by_state"),
)
for _provision, _family, *_asked in ASKED:
    law.prohibition(_provision, state_elements, all_of(OF_FAMILY[_family], ~all_of(*(STATED[c] for c in _asked))), name="elements")

MORE = (
    ("7(1)(b)", "part_of_population"), ("7(1)(d)", "lawfully_present"), ("7(1)(f)", "in_custody"), ("7(1)(h)", "group_ground", "connected_crime"), ("7(1)(i)", "state_involvement"),
    ("7(1)(j)", "racial_regime"), ("7(1)(k)", "great_suffering"), ("8(2)(b)(iii)", "civilian_protection"), ("8(2)(e)(iii)", "civilian_protection"),
    ("8(2)(b)(iv)", "clearly_excessive"), ("8(2)(b)(vii)", "death_or_injury"), ("8(2)(b)(x)", "death_or_danger", "no_medical_reason"), ("8(2)(e)(xi)", "death_or_danger", "no_medical_reason"),
    ("8(2)(b)(xxvi)", "under_fifteen"), ("8(2)(e)(vii)", "under_fifteen"), ("8(2)(a)(iv)", "no_necessity"), ("8(2)(b)(xiii)", "no_necessity"), ("8(2)(e)(xii)", "no_necessity"),
    ("8(2)(b)(ii)", "no_military_objective"), ("8(2)(b)(v)", "no_military_objective"), ("8(2)(b)(ix)", "no_military_objective"), ("8(2)(e)(iv)", "no_military_objective"),
    ("8(2)(e)(viii)", "no_security_reason"),
)
for _provision, *_asked in MORE:
    law.prohibition(_provision, state_elements, all_of(concerns(law, _provision, ("such a crime is charged", "un tel crime est visé")), *(~STATED[c] for c in _asked[:1])), name="elements")
    if _asked[1:]:
        law.prohibition(_provision, state_elements, all_of(concerns(law, _provision, ("such a crime is charged", "un tel crime est visé")), ~STATED[_asked[1]]), name="connection" if _asked[1] == "connected_crime" else _asked[1])


@law.fact("8(2)(b)(xx)", ("an annex lists the weapon", "une annexe énumère l'arme"), needs=("conduct_from",), cured_by=("register_amendment",),
          says_not=("no annex lists such weapons", "aucune annexe n'énumère de telles armes"))
def listed_in_annex(v: View) -> Any:
    day, register = v.given.get("conduct_from"), register_of(v)
    if day is None or register is None:
        return None
    return any(a.adopted <= day and any(crime_within(c, "8(2)(b)(xx)") for c in a.crimes) for a in amendments(register).values())


law.prohibition("8(2)(b)(xx)", state_elements, all_of(
    concerns(law, "8(2)(b)(xx)", ("such means of warfare are charged", "de tels moyens de guerre sont visés")), ~listed_in_annex), name="annex")
