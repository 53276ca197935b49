"""What counts state of their crimes, as a table: code, provision from which it comes, short name in English and French.

Which crime asks for which is said by ``states`` of :class:`curule.statutes.rome.crimes.Crime`.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ELEMENTS"]

ELEMENTS: Mapping[str, tuple[str, str, str]] = {
    "intent_to_destroy": ("6", "intent to destroy the group", "intention de détruire le groupe"),
    "protected_group": ("6", "national, ethnic, racial or religious group", "groupe national, ethnique, racial ou religieux"),
    "widespread_or_systematic": ("7(1)", "widespread or systematic attack", "attaque généralisée ou systématique"),
    "against_civilians": ("7(1)", "directed against civilians", "dirigée contre des civils"),
    "knowledge_of_attack": ("7(1)", "knowledge of the attack", "connaissance de l'attaque"),
    "state_or_organizational_policy": ("7(2)(a)", "policy of a State or organization", "politique d'un État ou d'une organisation"),
    "part_of_population": ("7(2)(b)", "destruction of part of a population", "destruction d'une partie d'une population"),
    "lawfully_present": ("7(2)(d)", "victims lawfully present, coercion", "victimes légalement présentes, contrainte"),
    "in_custody": ("7(2)(e)", "victim in custody or under control", "victime détenue ou sous contrôle"),
    "group_ground": ("7(2)(g)", "prohibited ground against a group", "motif prohibé contre un groupe"),
    "connected_crime": ("7(1)(h)", "connection with another act or crime", "lien avec un autre acte ou crime"),
    "racial_regime": ("7(2)(h)", "institutional regime of racial domination", "régime institutionnel de domination raciale"),
    "state_involvement": ("7(2)(i)", "involvement of a State or political organization", "participation d'un État ou d'une organisation politique"),
    "great_suffering": ("7(1)(k)", "great suffering or serious injury", "grandes souffrances ou atteintes graves"),
    "nexus": ("8(2)", "link with the armed conflict", "lien avec le conflit armé"),
    "international_conflict": ("8(2)", "international armed conflict", "conflit armé international"),
    "protected_by_conventions": ("8(2)(a)", "person or property protected by the Conventions", "personne ou bien protégé par les Conventions"),
    "internal_conflict": ("8(2)", "conflict not of an international character", "conflit ne présentant pas un caractère international"),
    "not_in_the_fighting": ("8(2)(c)", "victim out of the fighting", "victime ne participant pas aux hostilités"),
    "beyond_disturbances": ("8(2)(d)", "more than riots or sporadic violence", "davantage que des émeutes ou violences sporadiques"),
    "protracted_with_groups": ("8(2)(f)", "protracted, with or among organized groups", "prolongé, avec ou entre groupes organisés"),
    "civilian_protection": ("8(2)(b)(iii)", "mission entitled to civilian protection", "mission ayant droit à la protection des civils"),
    "clearly_excessive": ("8(2)(b)(iv)", "harm clearly excessive to the advantage", "dommages manifestement excessifs par rapport à l'avantage"),
    "death_or_injury": ("8(2)(b)(vii)", "death or serious injury resulted", "mort ou blessures graves"),
    "death_or_danger": ("8(2)(b)(x)", "death or serious danger to health resulted", "mort ou danger grave pour la santé"),
    "no_medical_reason": ("8(2)(b)(x)", "no medical reason, nor in the person's interest", "ni motif médical, ni intérêt de la personne"),
    "no_military_objective": ("8(2)(b)(ix)", "the target was no military objective", "la cible n'était pas un objectif militaire"),
    "no_necessity": ("8(2)(b)(xiii)", "not justified by military necessity", "non justifié par les nécessités militaires"),
    "no_security_reason": ("8(2)(e)(viii)", "neither safety of the civilians nor imperative military reasons", "ni sécurité des civils, ni impératif militaire"),
    "under_fifteen": ("8(2)(b)(xxvi)", "children under fifteen", "enfants de moins de quinze ans"),
    "leadership_position": ("8bis(1)", "position to control or direct State action", "capacité de contrôler ou diriger l'action de l'État"),
    "manifest_violation": ("8bis(1)", "manifest by character, gravity and scale", "manifeste par nature, gravité et ampleur"),
    "act_by_state": ("8bis(2)", "act of aggression by a State", "acte d'agression d'un État"),
    "plan_policy_or_scale": ("8(1)", "plan, policy or large scale", "plan, politique ou grande échelle"),
}
