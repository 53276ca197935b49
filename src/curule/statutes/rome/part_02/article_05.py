"""Articles 5 to 8 bis of the Rome Statute: the clauses of the crimes, generated from the table of crimes, and of their definitions."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class
from curule.statutes.rome.crimes import CRIMES, FAMILIES, added_crimes, family_of

law = Chapter("rome", __name__)

law.clause("5(1)", Class.RULE, ("Crimes of the Court", "Crimes de la Cour"), ("Four headings and no more.", "Quatre rubriques, et pas davantage."))
for _letter, (_en, _fr), _defined in (("a", ("genocide", "génocide"), "6"), ("b", ("crimes against humanity", "crimes contre l'humanité"), "7"),
                                      ("c", ("war crimes", "crimes de guerre"), "8"), ("d", ("aggression", "agression"), "8 bis")):
    law.clause(f"5(1)({_letter})", Class.RULE, (f"Heading: {_en}", f"Rubrique : {_fr}"), (f"Defined in article {_defined}.", f"Défini à l'article {_defined}."))
law.clause("5(2)", Class.DATA, ("Deleted paragraph", "Paragraphe supprimé"),
           ("Kept aggression dormant until it was defined; deleted in 2010.", "Laissait l'agression en suspens jusqu'à sa définition ; supprimé en 2010."),
           carried_by=("amendments.toml: aggression_2010",))

law.clause("6", Class.RULE, ("Genocide", "Génocide"), ("Five acts meant to destroy a protected group as such, wholly or partly.", "Cinq actes visant à détruire un groupe protégé comme tel, en tout ou partie."))
law.clause("7(1)", Class.RULE, ("Crimes against humanity", "Crimes contre l'humanité"),
           ("Eleven acts within a widespread or systematic attack on civilians, known to the doer.", "Onze actes dans une attaque généralisée ou systématique contre des civils, connue de l'auteur."))
law.clause("8(1)", Class.DEFINITION, ("Plan, policy, scale", "Plan, politique, échelle"),
           ("Above all war crimes of a plan, policy or large scale; a guide, not an element.", "Surtout les crimes d'un plan, d'une politique ou de grande échelle ; un guide, non un élément."), carried_by=("plan_policy_or_scale",))
law.clause("8(2)", Class.RULE, ("Four families of war crimes", "Quatre familles de crimes de guerre"),
           ("Two for international, two for internal conflict; each tied to the conflict.", "Deux pour le conflit international, deux pour le conflit interne ; chacun lié au conflit."))
law.clause("8(2)(a)", Class.RULE, ("Grave breaches", "Infractions graves"), ("Eight acts against persons or property the Conventions protect.", "Huit actes contre des personnes ou biens que les Conventions protègent."))
law.clause("8(2)(b)", Class.RULE, ("Other violations, international conflict", "Autres violations, conflit international"),
           ("Twenty-nine acts; three by amendment.", "Vingt-neuf actes, dont trois par amendement."))
law.clause("8(2)(c)", Class.RULE, ("Common article 3", "Article 3 commun"), ("Four acts against those out of the fighting.", "Quatre actes contre ceux qui sont hors de combat."))
law.clause("8(2)(d)", Class.RULE, ("Threshold for (c)", "Seuil de c)"), ("Riots and sporadic violence are not such a conflict.", "Émeutes et violences sporadiques ne sont pas un tel conflit."))
law.clause("8(2)(e)", Class.RULE, ("Other violations, internal conflict", "Autres violations, conflit interne"), ("Eighteen acts; six by amendment.", "Dix-huit actes, dont six par amendement."))
law.clause("8(2)(f)", Class.RULE, ("Threshold for (e)", "Seuil de e)"),
           ("Protracted fighting with or among organized groups.", "Combats prolongés avec des groupes organisés ou entre eux."))
law.clause("8(3)", Class.NOT_EXECUTABLE, ("Order and unity", "Ordre et unité"),
           ("A government's task of keeping order by lawful means is untouched.", "La tâche du gouvernement de maintenir l'ordre par des moyens légitimes demeure."),
           reason=("It preserves duties of governments outside the Court's proceedings.", "La disposition réserve des devoirs étrangers à la procédure de la Cour."))
law.clause("8bis(1)", Class.RULE, ("Crime of aggression", "Crime d'agression"),
           ("Leaders who plan, prepare, start or carry out a manifest act of aggression.", "Dirigeants qui planifient, préparent, lancent ou commettent un acte d'agression manifeste."))
law.clause("8bis(2)", Class.RULE, ("Act of aggression", "Acte d'agression"), ("Armed force of a State against another; seven acts listed.", "Force armée d'un État contre un autre ; sept actes énumérés."))

GLOSSARY = {
    "7(2)": ("Glossary", "Glossaire", "Nine terms of the list of acts.", "Neuf termes de la liste des actes.", "ELEMENTS"),
    "7(2)(b)": ("Extermination", "Extermination", "Includes living conditions meant to destroy part of a population.", "Comprend des conditions de vie visant à détruire une partie de la population.", ""),
    "7(2)(c)": ("Enslavement", "Esclavage", "Powers of ownership over a person, trafficking included.", "Pouvoirs de propriété sur une personne, traite comprise.", "7(1)(c)"),
    "7(2)(d)": ("Forced displacement", "Déplacement forcé", "Coercion against people lawfully there, without permitted ground.", "Contrainte contre des personnes légalement présentes, sans motif admis.", ""),
    "7(2)(e)": ("Torture", "Torture", "Severe pain to someone held or controlled; lawful punishment apart.", "Douleur aiguë à qui est détenu ou sous contrôle ; sanctions légales à part.", ""),
    "7(2)(f)": ("Forced pregnancy", "Grossesse forcée", "Confinement of a woman made pregnant by force, with a further aim.", "Détention d'une femme mise enceinte de force, à une fin ultérieure.", "7(1)(g)"),
    "7(2)(g)": ("Persecution", "Persécution", "Severe denial of basic rights because of group identity.", "Déni grave de droits fondamentaux en raison de l'identité du groupe.", ""),
    "7(2)(h)": ("Apartheid", "Apartheid", "Acts to keep a regime of racial domination.", "Actes visant à maintenir un régime de domination raciale.", ""),
    "7(2)(i)": ("Enforced disappearance", "Disparition forcée", "Seizure with State or political backing, then denial.", "Enlèvement avec appui étatique ou politique, puis déni.", ""),
    "7(2)(a)": ("Attack on civilians", "Attaque contre des civils", "Repeated acts under the policy of a State or organization.", "Actes multiples selon la politique d'un État ou d'une organisation.", ""),
    "7(3)": ("Gender", "Sexe", "Male and female in their social setting.", "Masculin et féminin dans leur contexte social.", "group_ground"),
}
for _code, (_en, _fr, _says, _dit, _carried) in GLOSSARY.items():
    law.clause(_code, Class.DEFINITION if _carried else Class.RULE, (_en, _fr), (_says, _dit), carried_by=(_carried,) if _carried else ())

RULED = {"7(1)(b)", "7(1)(d)", "7(1)(f)", "7(1)(h)", "7(1)(i)", "7(1)(j)", "7(1)(k)", "8(2)(b)(iii)", "8(2)(b)(iv)", "8(2)(b)(vii)", "8(2)(b)(x)", "8(2)(b)(xx)",
         "8(2)(a)(iv)", "8(2)(b)(ii)", "8(2)(b)(v)", "8(2)(b)(ix)", "8(2)(b)(xiii)", "8(2)(e)(iv)", "8(2)(e)(viii)", "8(2)(e)(xii)",
         "8(2)(b)(xxvi)", "8(2)(e)(iii)", "8(2)(e)(vii)", "8(2)(e)(xi)"}
"""Crimes whose own paragraph asks a count for something more (see ``charge_elements``)."""

for _code, _crime in (*CRIMES.items(), *added_crimes().items()):
    if _code == "8bis(1)":
        continue
    _family = FAMILIES[family_of(_code)]
    _by = (f"; by amendment of {_crime.since.year}", f" ; par amendement de {_crime.since.year}") if _crime.amendment else ("", "")
    _title = (_crime.name.en[0].upper() + _crime.name.en[1:], _crime.name.fr[0].upper() + _crime.name.fr[1:])
    _summary = (f"{_crime.name.en[0].upper()}{_crime.name.en[1:]}: {_family.heading.replace('_', ' ')}{_by[0]}.", f"{_title[1]}{_by[1]}.")
    law.clause(_code, Class.RULE if _code in RULED else Class.DEFINITION, _title, _summary, carried_by=() if _code in RULED else ("crimes.CRIMES",))
