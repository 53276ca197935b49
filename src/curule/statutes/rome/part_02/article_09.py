"""Articles 9 and 10 of the Rome Statute: Elements of Crimes; other international law."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.court import Court
from curule.statutes.rome.matters.roll import judges_in_office, roll_of
from curule.statutes.rome.membership import needed
from curule.statutes.rome.part_02.charge_facts import chosen
from curule.statutes.rome.part_13.party_facts import party_leaf, state_particular, total_parties

law = Chapter("rome", __name__)

law.clause("9(1)", Class.RULE, ("Elements of Crimes", "Éléments des crimes"),
           ("They help to read articles 6 to 8 bis; two thirds of all members adopt them.", "Ils aident à lire les articles 6 à 8 bis ; adoptés aux deux tiers des membres."))
law.clause("9(2)", Class.RULE, ("Amending the Elements", "Modifier les Éléments"), ("Three proposers; the same majority.", "Trois auteurs possibles ; même majorité."))
law.clause("9(2)(a)", Class.RULE, ("Proposer: a Party", "Auteur : un État Partie"), ("Any State Party.", "Tout État Partie."))
law.clause("9(2)(b)", Class.RULE, ("Proposer: the judges", "Auteur : les juges"), ("More than half of the judges.", "Plus de la moitié des juges."))
law.clause("9(2)(c)", Class.RULE, ("Proposer: the Prosecutor", "Auteur : le Procureur"), ("The Prosecutor.", "Le Procureur."))
law.clause("9(3)", Class.RULE, ("Consistent with the Statute", "Conformité au Statut"), ("Elements may not contradict the Statute.", "Les Éléments ne peuvent contredire le Statut."))
law.clause("10", Class.NOT_EXECUTABLE, ("Other international law", "Autre droit international"), ("Part 2 leaves other law as it is.", "Le chapitre II laisse intact l'autre droit."),
           reason=("It is a saving clause: it asks nothing of the Court or of anyone before it.", "Clause de sauvegarde : elle n'exige rien de la Cour ni des parties."))


def _mark(field: str) -> Any:
    def effect(draft: Court, entry: Entry) -> None:
        setattr(draft.foundation, field, entry)

    return effect


propose = law.act("propose_elements_of_crimes", "court", ("Propose an amendment to the Elements", "Proposer une modification des Éléments"),
                  ("An amendment to the Elements of Crimes was proposed", "Une modification des Éléments des crimes a été proposée"),
                  [state_particular(parties=True, required=False), Particular("in_favour", "integer", "judges in favour", "juges favorables", required=False, least=0)], _mark("elements_proposed"))
adopt = law.act("adopt_elements_of_crimes", "court", ("Adopt Elements of Crimes", "Adopter des Éléments des crimes"), ("Elements of Crimes were adopted ({sort})", "Des Éléments des crimes ont été adoptés ({sort})"),
                [Particular("sort", "choice", "text", "texte", choices=[Choice("first", "first text", "premier texte"), Choice("amendment", "amendment", "modification")]),
                 Particular("votes_for", "integer", "members in favour", "membres favorables", least=0)], _mark("elements_adopted"))

by_party = party_leaf(law, "proposer_is_party", "9(2)(a)", ("the State is a Party", "l'État est partie"), ("the State is not a Party", "l'État n'est pas partie"))


def _half(v: View) -> int | None:
    roll = roll_of(v)
    return None if roll is None else len(judges_in_office(roll, v.on)) // 2 + 1


judges_majority = law.measure("elements_judges_majority", "9(2)(b)", ("more than half of the judges are in favour", "plus de la moitié des juges sont favorables"), lambda v: v.given.get("in_favour"), ">=", _half,
                              needs=("in_favour",))


def _two_thirds(v: View) -> int | None:
    total = total_parties(v)
    return None if total is None else needed(2, 3, total)


majority = law.measure("elements_majority", "9(1)", ("two thirds of all members are in favour", "deux tiers de tous les membres sont favorables"), lambda v: v.given.get("votes_for"), ">=", _two_thirds, needs=("votes_for",))
first_text = chosen(law, "first_elements", "9(1)", ("it is the first text", "c'est le premier texte"), "sort", "first")


@law.fact("9(2)", ("an amendment was proposed", "une modification a été proposée"), cured_by=("propose_elements_of_crimes",))
def elements_proposed(v: View) -> Any:
    """A proposal that has not been adopted yet."""
    proposed, adopted = v.posture.foundation.elements_proposed, v.posture.foundation.elements_adopted
    return no(adopted) if proposed and adopted and adopted.number > proposed.number else proposed or False


@law.fact("9(1)", ("Elements have been adopted before", "des Éléments ont déjà été adoptés"))
def elements_adopted_before(v: View) -> Any:
    return v.posture.foundation.elements_adopted or False


consistent = law.finding("elements_consistent", "9(3)", ("the text is consistent with the Statute", "le texte est conforme au Statut"), "assembly", ("no contradiction with a definition", "aucune contradiction avec une définition"), lasting=False)

law.power("9(2)(a)", propose, "state_party", by_party)
law.power("9(2)(b)", propose, "judges", judges_majority)
law.power("9(2)(c)", propose, "prosecutor")
law.power("9(1)", adopt, "assembly", all_of(majority, any_of(first_text.unless(elements_adopted_before), elements_proposed)))
law.prohibition("9(3)", adopt, ~consistent)
