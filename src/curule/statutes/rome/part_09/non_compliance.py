"""Article 87(5)(b) and (7) of the Rome Statute: findings of non-compliance, and to whom they go."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_09.request_facts import addressed_to_party, given_is, keep, noted, on_record, request_received

__all__ = ["law"]

law = Chapter("rome", __name__)

law.clause("87(5)(b)", Class.RULE, ("Breach by a State not party", "Manquement d'un État non partie"), (
    "A State that made an arrangement or agreement and breaks it may be reported to the Assembly, or to the Council if it referred the situation.",
    "L'État qui a conclu un arrangement ou un accord et ne le respecte pas peut être signalé à l'Assemblée, ou au Conseil s'il a déféré la situation."))
law.clause("87(7)", Class.RULE, ("Finding of non-compliance", "Constat de manquement"), (
    "A Party's failure, contrary to the Statute, that prevents the Court from acting may be found and referred to the Assembly, or to the Council if it referred the situation.",
    "Le manquement d'un État Partie, contraire au Statut et empêchant la Cour d'agir, peut être constaté et déféré à l'Assemblée, ou au Conseil s'il a déféré la situation."))

BODY = Particular("to", "choice", "to", "à", default=lambda v: "council" if v.posture.council else "assembly", choices=[
    Choice("assembly", "the Assembly of States Parties", "l'Assemblée des États Parties"), Choice("council", "the Security Council", "le Conseil de sécurité")])

find = law.act("find_non_compliance", "cooperation", ("Find non-compliance", "Constater un manquement"), (
    "The Court found that the State failed to comply with the request", "La Cour a constaté que l'État n'avait pas donné suite à la demande"), [], keep("non_compliance"))
refer = law.act("refer_non_compliance", "cooperation", ("Refer the non-compliance", "En référer à l'Assemblée ou au Conseil"), (
    "The matter was referred to {to}", "Il en a été référé à : {to}"), [BODY], keep("reported"))
inform = law.act("inform_of_breach", "cooperation", ("Inform of the breach of an arrangement", "Informer de la violation d'un arrangement"), (
    "{to} was informed that the State broke its arrangement", "{to} : informé que l'État n'a pas respecté son arrangement"), [BODY], keep("reported"))

contrary_to_statute = law.finding("contrary_to_statute", "87(7)", ("the State failed to comply, contrary to the Statute", "l'État n'a pas donné suite, en violation du Statut"), BENCH, (
    "after hearing the State", "l'État entendu"), says_not=("the State did not fail to comply contrary to the Statute", "l'État n'a pas manqué au Statut"), lasting=False)
prevents_functions = law.finding("prevents_functions", "87(7)", ("the failure prevents the Court from using its functions and powers", "le manquement empêche la Cour d'exercer ses fonctions et pouvoirs"),
                                 BENCH, ("in view of the request concerned", "au regard de la demande en cause"), lasting=False,
                                 says_not=("the failure prevents nothing", "le manquement n'empêche rien"))
breach_of_arrangement = law.finding("breach_of_arrangement", "87(5)(b)", ("the State fails to cooperate under its arrangement", "l'État ne coopère pas comme convenu"), BENCH, (
    "in view of the arrangement or agreement", "au regard de l'arrangement ou de l'accord"), lasting=False, says_not=("the State keeps its arrangement", "l'État respecte son arrangement"))
finding_made = on_record(law, "finding_made", "87(7)", "non_compliance", ("non-compliance was found", "le manquement a été constaté"),
                         ("non-compliance was not found", "le manquement n'a pas été constaté"), ("find_non_compliance",))
arrangement_or_agreement = noted(law, "arrangement_or_agreement", "87(5)(b)", "basis", "basis", ("ad_hoc", "agreement"), (
    "the State made an arrangement or agreement", "l'État a conclu un arrangement ou un accord"), ("the State made no arrangement or agreement", "l'État n'a conclu ni arrangement ni accord"))
to_the_council = given_is(law, "to_the_council", "87(7)", "to", ("council",), ("it goes to the Security Council", "le destinataire est le Conseil de sécurité"),
                          ("it goes to the Assembly", "le destinataire est l'Assemblée"))


@law.fact("87(7)", ("the Security Council referred the situation", "le Conseil de sécurité a déféré la situation"), permanent=True,
          says_not=("the Security Council did not refer the situation", "le Conseil de sécurité n'a pas déféré la situation"))
def council_referred(v: View) -> Any:
    return v.posture.opened if v.posture.council else False


third_control_noted = on_record(law, "third_control_noted", "93(9)(b)", "third_control", ("what is asked for is under the control of another", "l'objet de la demande est sous le contrôle d'un tiers"),
                                ("nothing shows that another controls what is asked for", "rien n'indique le contrôle d'un tiers"), ("note_third_control",))

law.power("87(7)", find, BENCH, all_of(request_received, addressed_to_party, contrary_to_statute, prevents_functions))
law.power("87(7)", refer, BENCH, finding_made)
law.power("87(5)(b)", inform, BENCH, all_of(~addressed_to_party, arrangement_or_agreement, breach_of_arrangement))
law.prohibition("87(7)", (refer, inform), all_of(to_the_council, ~council_referred), name="council")
law.prohibition("93(9)(b)", find, third_control_noted, name="controlled_by_another")
