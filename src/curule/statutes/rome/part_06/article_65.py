"""Article 65 of the Rome Statute: an admission of guilt, its examination and what follows."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_05.facts import person_particular
from curule.statutes.rome.part_06.facts import TC, accused, accused_in, mark_accused

law = Chapter("rome", __name__)

SOURCES = (Choice("charges", "charges admitted", "charges admises"), Choice("material", "material accepted by the accused", "pièces acceptées par l'accusé"),
           Choice("evidence", "other evidence", "autres preuves"))


def _outcome(outcome: str) -> Any:
    def effect(draft: Case, entry: Entry) -> None:
        person = accused_in(draft, entry.particulars["person"])
        person.admission, person.examined = outcome, entry

    return effect


accept = law.act("accept_admission", "case", ("Accept an admission of guilt", "Accepter l'aveu de culpabilité"), ("The Chamber accepted the admission of {person}", "La Chambre a accepté l'aveu de {person}"),
                 [person_particular(), Particular("sources", "choice", "facts drawn from", "faits tirés de", many=True, choices=SOURCES)], _outcome("accepted"), group="trial")
refuse = law.act("refuse_admission", "case", ("Refuse an admission of guilt", "Ne pas accepter l'aveu de culpabilité"),
                 ("The Chamber did not accept the admission of {person}; the ordinary trial continues", "La Chambre n'a pas accepté l'aveu de {person} ; le procès ordinaire se poursuit"),
                 [person_particular(), Particular("remitted", "yes_no", "the case is remitted to another Trial Chamber", "l'affaire est renvoyée à une autre Chambre", required=False)], _outcome("void"), group="trial")
ask_more = law.act("request_evidence_on_admission", "case", ("Ask the Prosecutor for more evidence", "Demander au Procureur des preuves complémentaires"),
                   ("The Chamber asked the Prosecutor for more evidence in the case of {person}", "La Chambre a demandé au Procureur des preuves complémentaires concernant {person}"), [person_particular()],
                   mark_accused("fuller"), group="trial")
ordinary = law.act("order_ordinary_trial", "case", ("Order the ordinary trial despite an admission", "Ordonner le procès ordinaire malgré l'aveu"),
                   ("The Chamber ordered the ordinary trial of {person}", "La Chambre a ordonné le procès ordinaire de {person}"),
                   [person_particular(), Particular("remitted", "yes_no", "the case is remitted to another Trial Chamber", "l'affaire est renvoyée à une autre Chambre", required=False)], _outcome("void"), group="trial")


@law.stage("65(1)", ("an admission of guilt is to be examined", "un aveu de culpabilité est à examiner"), says_not=("no admission of guilt is to be examined", "aucun aveu de culpabilité n'est à examiner"),
           cured_by=("record_plea",))
def admission_made(v: View) -> Any:
    found = accused(v)
    return found.pleaded or False if found and found.admission == "made" else False


understood = law.finding("admission_understood", "65(1)(a)", ("the accused understands the nature and consequences of the admission", "l'accusé comprend la nature et les conséquences de son aveu"), TC,
                         ("as shown by the questions put to the accused", "selon les questions posées à l'accusé"), subject="person")
voluntary = law.finding("admission_voluntary", "65(1)(b)", ("the admission is voluntary, after sufficient consultation with counsel", "l'aveu est volontaire, après consultation suffisante du conseil"), TC,
                        ("no pressure or promise, and enough time with counsel", "ni contrainte ni promesse, et assez de temps avec le conseil"), subject="person")
supported = law.finding("admission_supported", "65(1)(c)", ("the facts of the case support the admission", "les faits de la cause étayent l'aveu"), TC,
                        ("charges admitted, material accepted, other evidence", "charges admises, pièces acceptées, autres preuves"), subject="person")
fuller = law.finding("fuller_presentation", "65(4)", ("the interests of justice require a fuller presentation of the facts", "l'intérêt de la justice exige une présentation plus complète des faits"), TC,
                     ("in particular the interests of the victims", "notamment l'intérêt des victimes"), subject="person", lasting=False)


@law.stage("65(1)(b)", ("the accused had counsel to consult", "l'accusé avait un conseil à consulter"), says_not=("the accused had no counsel to consult", "l'accusé n'avait pas de conseil à consulter"),
           cured_by=("record_counsel",))
def counsel_to_consult(v: View) -> Any:
    found = accused(v)
    return (found.counsel if found else None) or False


law.power("65(1)", accept, TC, all_of(admission_made, counsel_to_consult, understood, voluntary, supported))
law.power("65(3)", refuse, TC, all_of(admission_made, ~all_of(understood, voluntary, supported)))
law.power("65(4)(a)", ask_more, TC, all_of(admission_made, fuller))
law.power("65(4)(b)", ordinary, TC, all_of(admission_made, fuller))

law.clause("65(1)(c)(i)", Class.DEFINITION, ("Source: admitted charges", "Source : charges admises"),
           ("Charges that the accused admits.", "Les charges admises par l'accusé."), carried_by=("determine_admission: sources",))
law.clause("65(1)(c)(ii)", Class.DEFINITION, ("Source: accepted material", "Source : pièces acceptées"),
           ("Material of the Prosecutor that the accused accepts.", "Pièces du Procureur que l'accusé accepte."),
           carried_by=("determine_admission: sources",))
law.clause("65(1)(c)(iii)", Class.DEFINITION, ("Source: other evidence", "Source : autres preuves"),
           ("Evidence of either side, such as testimony.", "Preuves de l'une ou l'autre partie, telles que des témoignages."),
           carried_by=("determine_admission: sources",))
law.clause("65(5)", Class.NOT_EXECUTABLE, ("No bargain binds the Court", "Aucun accord ne lie la Cour"),
           ("Talks between the parties on charges, admission or penalty do not bind the Court.", "Les discussions entre parties sur les charges, l'aveu ou la peine ne lient pas la Cour."),
           reason=("Nothing in the law of the Court reads an agreement of the parties, so none can bind it.", "Aucune règle ne lit un accord des parties : aucun ne peut donc lier la Cour."))
for provision, title, summary in (
    ("65(1)", ("Examination of the admission", "Examen de l'aveu"),
     ("Three questions are decided, all of them.", "Trois questions sont tranchées, toutes.")),
    ("65(1)(a)", ("Understood", "Compris"), ("The accused grasps the nature and consequences.", "L'accusé en comprend la nature et les conséquences.")),
    ("65(1)(b)", ("Voluntary", "Volontaire"),
     ("Freely made after enough consultation with counsel.", "Fait librement après consultation suffisante du conseil.")),
    ("65(1)(c)", ("Supported by the facts", "Étayé par les faits"), ("The facts of the case bear it out.", "Les faits de la cause le confirment.")),
    ("65(2)", ("Admission accepted", "Aveu accepté"),
     ("It proves the crime to which it relates; conviction of that crime may follow.", "Il établit le crime auquel il se rapporte ; une condamnation pour ce crime peut suivre.")),
    ("65(3)", ("Admission not accepted", "Aveu non accepté"),
     ("It counts as not made; the ordinary trial continues, perhaps before another Chamber.", "Il est réputé non avenu ; le procès ordinaire se poursuit, éventuellement devant une autre Chambre.")),
    ("65(4)", ("Fuller presentation of the facts", "Présentation plus complète des faits"),
     ("In the interests of justice, above all of victims, one of two measures.", "Dans l'intérêt de la justice, des victimes surtout, l'une de deux mesures.")),
    ("65(4)(a)", ("More evidence from the Prosecutor", "Preuves complémentaires du Procureur"),
     ("The Chamber asks for it, testimony included.", "La Chambre en demande, témoignages compris.")),
    ("65(4)(b)", ("Ordinary trial", "Procès ordinaire"), ("The admission then counts as not made.", "L'aveu est alors réputé non avenu.")),
):
    law.clause(provision, Class.RULE, title, summary)
