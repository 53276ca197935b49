"""Article 30 of the Statute of the Mechanism: expenses."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.rules import Class
from curule.law.view import View

law = Chapter("irmct", __name__)

law.clause("30", Class.RULE, ("Expenses of the Mechanism", "Dépenses du Mécanisme"),
           ("They are expenses of the United Nations under Article 17 of the Charter.", "Ce sont des dépenses de l'Organisation au sens de l'Article 17 de la Charte."))

charge = law.act("charge_expense", "institution", ("Charge an expense", "Imputer une dépense"), ("{amount} for {purpose} was charged to: {borne_by}", "{amount} pour {purpose}, à la charge de : {borne_by}"), [
    Particular("purpose", "text", "purpose", "objet"), Particular("amount", "amount", "amount in cents", "montant en centimes", least=0),
    Particular("borne_by", "choice", "borne by", "à la charge de", default=lambda v: "un", choices=(
        Choice("un", "the United Nations", "l'Organisation des Nations Unies"), Choice("party", "a party", "une partie"), Choice("state", "a State", "un État")))],
    lambda draft, entry: draft.expenses.append(entry), audience=("organ:registry", "organ:registrar"))


@law.fact("30", ("the United Nations bears it", "elle est à la charge de l'Organisation"), needs=("borne_by",))
def borne_by_united_nations(v: View) -> Any:
    payer = v.given.get("borne_by")
    return None if payer is None else payer == "un"


law.power("30", charge, "registry", borne_by_united_nations)
