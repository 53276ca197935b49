"""Article 73 of the Rome Statute: material that a State got in confidence from another."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_06.facts import TC, item_particular, told, trial_of

law = Chapter("rome", __name__)

AUDIENCE = ("bench", "organ:prosecutor", "organ:registry")
ask = law.act("request_third_party_document", "case", ("Request material held in confidence", "Demander une pièce reçue à titre confidentiel"), ("Item {item} was requested from {state}", "La pièce {item} a été demandée à {state}"),
              [item_particular(), Particular("state", "state", "State that holds it", "État qui la détient")], lambda draft, entry: draft.trial.third_party.__setitem__(entry.particulars["item"], entry),
              audience=AUDIENCE, group="national security")
unable = law.act("declare_unable_to_provide", "case", ("Declare that the State cannot provide", "Déclarer que l'État ne peut fournir"), ("The State cannot provide item {item}", "L'État ne peut fournir la pièce {item}"),
                 [item_particular(), Particular("originator_party", "yes_no", "the originator is a State Party", "l'auteur est un État Partie")],
                 lambda draft, entry: draft.trial.third_party_answered.__setitem__(entry.particulars["item"], entry), audience=AUDIENCE, group="national security")


@law.fact("73", ("the Court asked for the item", "la Cour a demandé la pièce"), needs=("item",), says_not=("the Court did not ask for the item", "la Cour n'a pas demandé la pièce"), cured_by=(ask,))
def third_party_asked(v: View) -> Any:
    return trial_of(v).third_party.get(v.given.get("item", ""), False)


party = told(law, "originator_is_party", "73", ("the originator is a State Party, which must consent or settle under article 72", "l'auteur est un État Partie, qui doit consentir ou régler la question selon l'article 72"),
             ("the originator is not a State Party", "l'auteur n'est pas un État Partie"), "originator_party")
withheld = law.finding("originator_refuses", "73", ("the originator refuses consent", "l'auteur refuse son consentement"), "state_party", ("an answer to the request for consent", "une réponse à la demande de consentement"), lasting=False)

law.power("73", ask, (TC, "prosecutor"))
law.power("73", unable, "state_party", all_of(third_party_asked, withheld))
law.prohibition("73", unable, party)

for provision, title, summary in (
    ("73", ("Third-party material", "Pièces de tiers"),
     ("The originator is asked; a State Party consents or settles under article 72; otherwise the State says that it cannot provide.", "L'auteur est consulté ; un État Partie consent ou règle la question selon l'article 72 ; sinon l'État dit ne pouvoir fournir.")),
):
    law.clause(provision, Class.RULE, title, summary)
