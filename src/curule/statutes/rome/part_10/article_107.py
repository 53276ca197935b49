"""Article 107 of the Rome Statute: where the person goes after the sentence."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.enforcement import Enforcement
from curule.statutes.rome.part_06.facts import chosen, given_in, told
from curule.statutes.rome.part_10.article_103 import STATES

__all__ = ["extradite", "law", "sentence_completed"]

law = Chapter("rome", __name__)


def _mark(field: str) -> Any:
    def effect(draft: Enforcement, entry: Entry) -> None:
        setattr(draft.afterwards, field, entry)

    return effect


TO = Particular("state", "state", "to State", "vers l'État")
remain = law.act("authorise_to_remain", "enforcement", ("Authorise the person to remain", "Autoriser la personne à rester"), ("The State authorised the person to remain", "L'État a autorisé la personne à rester"), [], _mark("remains"), group="after the sentence")
transfer = law.act(
    "transfer_after_sentence", "enforcement", ("Transfer the person after the sentence", "Transférer la personne après la peine"), ("After the sentence, the person was transferred to {state}", "Après la peine, la personne a été transférée vers {state}"),
    [TO, Particular("basis", "choice", "that State", "cet État", choices=[Choice("obliged", "is obliged to receive the person", "est tenu de recevoir la personne"), Choice("agrees", "agrees to receive the person", "accepte de recevoir la personne"), Choice("neither", "neither", "ni l'un ni l'autre")]),
     Particular("wishes_considered", "yes_no", "wishes of the person were considered", "les souhaits de la personne ont été pris en compte"),
     Particular("costs", "choice", "costs borne by", "frais à la charge de", choices=[
         Choice("state", "a State", "un État"), Choice("court", "the Court", "la Cour")]),
     Particular("bearing_state", "state", "State that agreed to bear the costs", "État ayant accepté les frais", required=False)], _mark("transferred"), group="after the sentence")
extradite = law.act(
    "extradite_after_sentence", "enforcement", ("Extradite the person after the sentence", "Extrader la personne après la peine"), ("After the sentence, the person was extradited to {state}: {purpose}", "Après la peine, la personne a été extradée vers {state} : {purpose}"),
    [TO, Particular("purpose", "choice", "purpose", "objet", choices=[Choice("trial", "trial", "jugement"), Choice("enforcement", "enforcement of a sentence", "exécution d'une peine"), Choice("other", "another purpose", "autre objet")]),
     Particular("conduct", "text", "conduct", "faits"), Particular("conduct_on", "date", "day of the conduct", "jour des faits")], _mark("transferred"), group="after the sentence")


@law.stage("107(1)", ("the sentence is completed", "la peine est purgée"), says_not=("the sentence is not completed", "la peine n'est pas purgée"), cured_by=("release_sentenced_person",))
def sentence_completed(v: View) -> Any:
    return v.posture.released or False


@law.fact("107(1)", ("the person is a national of the State of enforcement", "la personne est ressortissante de l'État chargé de l'exécution"), says_not=("the person is no national of the State of enforcement", "la personne n'est pas ressortissante de l'État chargé de l'exécution"))
def is_national(v: View) -> Any:
    file: Enforcement = v.posture
    return bool(file.nationality) and file.nationality == file.in_custody_of


@law.stage("107(1)", ("the person has no leave to remain", "la personne n'est pas autorisée à rester"), says_not=("the person may remain", "la personne est autorisée à rester"))
def no_leave_to_remain(v: View) -> Any:
    return no(v.posture.afterwards.remains) if v.posture.afterwards.remains else True


obliged = chosen(law, "state_obliged", "107(1)", ("that State is obliged to receive the person", "cet État est tenu de recevoir la personne"), ("that State is not obliged to receive the person", "cet État n'est pas tenu de recevoir la personne"), "basis", "obliged")
agrees = chosen(law, "state_agrees", "107(1)", ("that State agrees to receive the person", "cet État accepte de recevoir la personne"), ("that State has not agreed to receive the person", "cet État n'a pas accepté de recevoir la personne"), "basis", "agrees")
wishes = told(law, "wishes_considered", "107(1)", ("the wishes of the person were considered", "les souhaits de la personne ont été pris en compte"), ("the wishes of the person were not considered", "les souhaits de la personne n'ont pas été pris en compte"), "wishes_considered")
court_pays = chosen(law, "court_pays_transfer", "107(2)", ("the Court bears the costs", "la Cour supporte les frais"), ("a State bears the costs", "un État supporte les frais"), "costs", "court")
@law.stage("107(1)", ("the person was transferred after the sentence", "la personne a été transférée après la peine"), says_not=("the person was not transferred", "la personne n'a pas été transférée"))
def transferred_already(v: View) -> Any:
    return v.posture.afterwards.transferred or False


state_pays = given_in(law, "state_bears_costs", "107(2)", ("a State agreed to bear the costs", "un État a accepté de supporter les frais"), ("no State agreed to bear the costs", "aucun État n'a accepté de supporter les frais"), "bearing_state")
for_trial = chosen(law, "for_trial_or_sentence", "107(3)", ("it is for trial or for enforcement of a sentence", "c'est pour jugement ou pour exécution d'une peine"), ("it is for neither trial nor enforcement of a sentence", "ce n'est ni pour jugement ni pour exécution d'une peine"), "purpose", "trial", "enforcement")

law.power("107(1)", remain, STATES, sentence_completed)
law.power("107(1)", transfer, STATES, all_of(sentence_completed, no_leave_to_remain, wishes, any_of(obliged, agrees)))
law.prohibition("107(1)", transfer, is_national, name="national")
law.prohibition("107(1)", transfer, transferred_already, name="transferred")
law.prohibition("107(2)", transfer, court_pays & state_pays, name="court_pays")
law.prohibition("107(2)", transfer, ~any_of(court_pays, state_pays), name="nobody_pays")
law.power("107(3)", extradite, STATES, all_of(sentence_completed, for_trial))

for provision, title, summary in (
    ("107(1)", ("Where to after the sentence", "Après la peine"),
     ("A person who is no national goes to a State obliged or willing, or stays.", "Le non-ressortissant va dans un État tenu ou disposé à le recevoir, ou reste.")),
    ("107(2)", ("Costs", "Frais"),
     ("Borne by the Court if no State does.", "À la charge de la Cour si aucun État ne les assume.")),
    ("107(3)", ("Extradition", "Extradition"),
     ("Possible for trial or sentence, subject to article 108.", "Possible pour jugement ou exécution, sous réserve de l'article 108.")),
):
    law.clause(provision, Class.RULE, title, summary)
