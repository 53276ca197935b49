"""Article 25 of the Statute of the Mechanism, first part: the register of agreements under which sentences are served and supervised."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.matters.enforcement import Agreement, Agreements

law = Chapter("irmct", __name__)

law.clause("25(1)", Class.RULE, ("State of imprisonment", "État d'exécution de la peine"), (
    "Prison sentences are served in a State that the Mechanism designates among those with a United Nations agreement in force, under the law of "
    "that State and the Mechanism's supervision.",
    "Les peines d'emprisonnement sont purgées dans un État que le Mécanisme désigne parmi ceux qu'un accord en vigueur lie à l'ONU, selon le droit "
    "de cet État et sous le contrôle du Mécanisme."))
law.clause("25(2)", Class.RULE, ("Supervision of sentences and agreements", "Contrôle de l'exécution des peines et des accords"), (
    "The Mechanism supervises the sentences of both Tribunals and its own, and how agreements with States and with other bodies are carried out.",
    "Le Mécanisme contrôle l'exécution des peines des deux Tribunaux et des siennes, ainsi que la mise en œuvre des accords avec les États et "
    "d'autres organismes."))

CONFIDENTIAL = ("organ:president", "organ:registrar", "organ:registry")


def _agree(draft: Agreements, entry: Entry) -> None:
    draft.states[entry.particulars["state"]] = Agreement(entry, entry.particulars["in_force_from"])


def _end_agreement(draft: Agreements, entry: Entry) -> None:
    if entry.particulars["state"] in draft.states:
        draft.states[entry.particulars["state"]].ended_on = entry.particulars["ends_on"]


def states_agreed(v: View) -> list[tuple[str, str]]:
    """The States on the list that day, for forms."""
    register = v.posture if isinstance(v.posture, Agreements) else v.other("agreements")
    return [(s, s) for s, a in register.states.items() if a.ended_on is None or v.on < a.ended_on] if register else []


state_given = Particular("state", "state", "State", "État", suggest=states_agreed)
open_agreements = law.act("open_agreements", "agreements", ("Open the register of agreements", "Ouvrir le registre des accords"),
                          ("The register of agreements was opened", "Le registre des accords a été ouvert"))
agree = law.act("record_agreement", "agreements", ("Enter an agreement with a State", "Inscrire un accord avec un État"), (
    "An agreement on the enforcement of sentences with {state} was entered, in force from {in_force_from}",
    "Un accord sur l'exécution des peines avec l'État {state} a été inscrit, en vigueur à compter du {in_force_from}"),
    [Particular("state", "state", "State", "État"), Particular("in_force_from", "date", "in force from", "en vigueur à compter du"),
     Particular("reference", "text", "reference of the text", "référence du texte", required=False)], _agree)
end_agreement = law.act("end_agreement", "agreements", ("Enter the end of an agreement", "Inscrire la fin d'un accord"), (
    "The agreement with {state} ends on {ends_on}", "L'accord avec l'État {state} prend fin le {ends_on}"),
    [state_given, Particular("ends_on", "date", "no longer in force from", "n'est plus en vigueur à compter du")], _end_agreement)
agree_with_body = law.act("record_other_agreement", "agreements", ("Enter an agreement with another body", "Inscrire un accord avec un autre organisme"), (
    "An agreement with {body} was entered: {subject}", "Un accord avec l'organisme {body} a été inscrit : {subject}"),
    [Particular("body", "text", "organisation or body", "organisation ou organisme"), Particular("subject", "text", "subject", "objet")],
    lambda draft, entry: draft.bodies.__setitem__(entry.particulars["body"], entry))
report_agreement = law.act("report_on_agreement", "agreements", ("Report on how an agreement is carried out", "Rendre compte de la mise en œuvre d'un accord"), (
    "The Registrar reported on how the agreement with {other_side} is carried out", "Le Greffier a rendu compte de la mise en œuvre de l'accord avec {other_side}"),
    [Particular("other_side", "text", "State or body", "État ou organisme", suggest=lambda v: [(x, x) for x in (*v.posture.states, *v.posture.bodies)]),
     Particular("report", "long_text", "report", "rapport")], lambda draft, entry: draft.reports.append(entry), audience=CONFIDENTIAL)


@law.stage("25(2)", ("the file has not been opened yet", "le dossier n'est pas encore ouvert"),
           says_not=("the file is open already", "le dossier est déjà ouvert"), permanent=True)
def file_not_opened(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.stage("25(2)", ("the file is open", "le dossier est ouvert"), says_not=("no file is open", "aucun dossier n'est ouvert"),
           cured_by=("open_enforcement", "open_agreements"))
def file_open(v: View) -> Any:
    if getattr(v.posture, "closed", None):
        return no(v.posture.closed)
    return v.posture.opened or False


def agreement_of(v: View) -> Agreement | None:
    """The agreement with the State in question, from the register."""
    register = v.posture if isinstance(v.posture, Agreements) else v.other("agreements")
    return register.states.get(v.given.get("state", "")) if register else None


@law.fact("25(1)", ("there is an agreement with that State, and it has not ended", "un accord lie cet État et n'a pas pris fin"), needs=("state",),
          says_not=("no agreement with that State remains on the list", "aucun accord avec cet État ne figure plus sur la liste"),
          cured_by=("record_agreement",))
def agreement_on_the_list(v: View) -> Any:
    if "state" not in v.given:
        return None
    found = agreement_of(v)
    return found.entry if found and (found.ended_on is None or v.on < found.ended_on) else False


agreement_in_force = law.measure(
    "agreement_in_force", "25(1)", ("the agreement has entered into force", "l'accord est entré en vigueur"), lambda v: v.on, ">=",
    lambda v: found.in_force_from if (found := agreement_of(v)) else None, needs=("state",),
    says_not=("the agreement has not entered into force", "l'accord n'est pas encore en vigueur"))


@law.fact("25(2)", ("an agreement with that State or body is on the register", "un accord avec cet État ou organisme figure au registre"),
          needs=("other_side",), cured_by=("record_agreement", "record_other_agreement"))
def other_side_known(v: View) -> Any:
    name = v.given.get("other_side")
    return None if name is None else name in v.posture.states or name in v.posture.bodies


law.power("25(1)", open_agreements, "registrar", file_not_opened)
law.power("25(1)", agree, "registrar", all_of(file_open, ~agreement_on_the_list))
law.power("25(1)", end_agreement, "registrar", agreement_on_the_list)
law.power("25(2)", agree_with_body, "registrar", file_open)
law.power("25(2)", report_agreement, "registrar", other_side_known)
