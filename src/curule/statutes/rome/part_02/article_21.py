"""Article 21 of the Rome Statute: the sources of law in their order, and consistency with human rights.

A Chamber may record with a decision which sources it applied; what the order of sources does not allow is shown to it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_05.facts import case_open

__all__ = ["law"]

law = Chapter("rome", __name__)

law.clause("21(1)", Class.RULE, ("Order of sources", "Ordre des sources"), ("Three tiers; a lower one where the higher leave a gap or send there.", "Trois rangs ; un rang inférieur si les supérieurs sont muets ou y renvoient."))
law.clause("21(1)(a)", Class.RULE, ("First: Statute, Elements, Rules", "D'abord : Statut, Éléments, Règlement"), ("The Statute, the Elements of Crimes, the Rules of Procedure and Evidence.",
           "Le Statut, les Éléments des crimes, le Règlement de procédure et de preuve."))
law.clause("21(1)(b)", Class.RULE, ("Second: international law", "Ensuite : droit international"), ("Where fitting, treaties and the principles and rules of international law.", "Selon qu'il convient, traités, principes et règles du droit international."))
law.clause("21(1)(c)", Class.RULE, ("Third: general principles", "À défaut : principes généraux"), ("Drawn from the laws of several systems, if consistent with the Statute and international law.",
           "Dégagés de plusieurs systèmes juridiques, s'ils sont compatibles avec le Statut et le droit international."))
law.clause("21(2)", Class.DEFINITION, ("Own precedents", "Jurisprudence de la Cour"), ("The Court may follow its earlier decisions; nothing obliges it to.", "La Cour peut suivre ses décisions antérieures ; rien ne l'y oblige."),
           carried_by=("SOURCES: precedent",))
law.clause("21(3)", Class.RULE, ("Human rights", "Droits de l'homme"), ("Application and reading accord with recognised human rights, without adverse distinction.",
           "Application et interprétation conformes aux droits de l'homme reconnus, sans distinction défavorable."))

SOURCES = (Choice("statute", "the Statute", "le Statut"), Choice("elements", "the Elements of Crimes", "les Éléments des crimes"), Choice("rules", "the Rules of Procedure and Evidence", "le Règlement de procédure et de preuve"),
           Choice("international", "treaties, principles and rules of international law", "traités, principes et règles du droit international"),
           Choice("general", "general principles of law", "principes généraux du droit"), Choice("regulations", "the Regulations of the Court", "le Règlement de la Cour"),
           Choice("precedent", "earlier decisions of the Court", "décisions antérieures de la Cour"))
FIRST = frozenset({"statute", "elements", "rules"})

record = law.act(
    "record_applied_law", "case", ("Record the law applied", "Inscrire le droit appliqué"), ("The Chamber recorded the law applied: {sources}", "La Chambre a inscrit le droit appliqué : {sources}"),
    [Particular("sources", "choice", "sources applied", "sources appliquées", many=True, choices=SOURCES), Particular("question", "text", "question decided", "question tranchée", required=False),
     Particular("systems", "integer", "national systems surveyed", "systèmes nationaux examinés", required=False, least=0),
     Particular("distinction", "text", "ground of an adverse distinction", "motif d'une distinction défavorable", required=False)])


def _uses(id: str, provision: str, says: tuple[str, str], wanted: Collection[str]) -> Fact:
    def test(v: View) -> Any:
        sources = v.given.get("sources")
        return None if sources is None else bool(set(wanted) & set(sources))

    test.__name__ = id
    return law.fact(provision, says, needs=("sources",))(test)


first_tier = _uses("first_tier", "21(1)(a)", ("the Statute, the Elements or the Rules are applied", "le Statut, les Éléments ou le Règlement sont appliqués"), FIRST)
international = _uses("international_law", "21(1)(b)", ("international law is applied", "le droit international est appliqué"), ("international",))
general = _uses("general_principles", "21(1)(c)", ("general principles are applied", "des principes généraux sont appliqués"), ("general",))
gap = law.finding("gap_or_reference", "21(1)", ("the higher sources leave a gap or refer to the lower", "les sources supérieures sont muettes ou renvoient aux inférieures"), BENCH, ("with reasons", "motif exposé"), lasting=False)
consistent = law.finding("principle_consistent", "21(1)(c)", ("the principle is consistent with the Statute and international norms", "le principe est compatible avec le Statut et les normes internationales"), BENCH,
                         ("not inconsistent", "non incompatible"), lasting=False)
several_systems = law.measure("several_systems", "21(1)(c)", ("it is drawn from more than one legal system", "il est dégagé de plus d'un système juridique"), lambda v: v.given.get("systems", 0), ">", 1, needs=("systems",))


@law.fact("21(3)", ("an adverse distinction is made", "une distinction défavorable est faite"), needs=("distinction",))
def adverse_distinction(v: View) -> Any:
    return bool(v.given.get("distinction"))


law.power("21(1)", record, BENCH, all_of(case_open, any_of(first_tier, international, general)))
law.prohibition("21(1)", record, all_of(any_of(international, general), ~gap))
law.prohibition("21(1)(c)", record, all_of(general, ~all_of(several_systems, consistent)))
law.prohibition("21(3)", record, adverse_distinction)
