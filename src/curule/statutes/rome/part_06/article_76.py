"""Article 76 of the Rome Statute: sentencing."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_05.facts import each_person, on_record, person_particular
from curule.statutes.rome.part_06.article_75 import convicted
from curule.statutes.rome.part_06.facts import TC, accused, mark_accused, trial_of

law = Chapter("rome", __name__)

seek = law.act("request_sentencing_hearing", "case", ("Request a hearing on sentence", "Demander une audience sur la peine"), ("A hearing on the sentence of {person} was requested", "Une audience sur la peine de {person} a été demandée"),
               [person_particular()], mark_accused("sentence_hearing_sought"), group="sentence")
hold = law.act("hold_sentencing_hearing", "case", ("Hold a hearing on sentence", "Tenir une audience sur la peine"), ("The Chamber held a hearing on the sentence of {person}", "La Chambre a tenu une audience sur la peine de {person}"),
               [person_particular()], mark_accused("sentence_heard"), group="sentence")


@law.stage("76(2)", ("a hearing on sentence was requested", "une audience sur la peine a été demandée"), says_not=("no hearing on sentence was requested", "aucune audience sur la peine n'a été demandée"), cured_by=(seek,))
def hearing_sought(v: View) -> Any:
    found = accused(v)
    return (found.sentence_hearing_sought if found else None) or False


@law.stage("76(2)", ("the hearing on sentence was held", "l'audience sur la peine a eu lieu"), says_not=("the hearing on sentence was not held", "l'audience sur la peine n'a pas eu lieu"), cured_by=(hold,))
def sentence_heard(v: View) -> Any:
    found = accused(v)
    return (found.sentence_heard if found else None) or False


@law.stage("76(2)", ("the person's admission of guilt was accepted", "l'aveu de culpabilité de la personne a été accepté"), says_not=("no admission of guilt of the person was accepted", "aucun aveu de culpabilité de la personne n'a été accepté"))
def on_admission(v: View) -> Any:
    found = accused(v)
    return found is not None and found.admission == "accepted"


@law.stage("76(3)", ("a hearing on sentence was held", "une audience sur la peine a eu lieu"), says_not=("no hearing on sentence was held", "aucune audience sur la peine n'a eu lieu"), cured_by=(hold,))
def sentence_hearing_held(v: View) -> Any:
    return next((a.sentence_heard for a in trial_of(v).accused.values() if a.sentence_heard), False)


this_heard = on_record(law, "representations_were_heard", "76(3)", ("these representations were heard", "ces observations ont été entendues"), ("these representations were not heard", "ces observations n'ont pas été entendues"),
                       lambda v: trial_of(v).considered.get(v.given.get("number", "")), cured_by=("hear_reparation_representations",))

law.power("76(2)", seek, ("prosecutor", "defence"), convicted)
law.power("76(1)", hold, TC)
law.prohibition("66(1)", hold, ~convicted, name="before_conviction")
law.duty("76(3)", "hear_reparation_representations", TC, sentence_hearing_held, this_heard, each=lambda v: [{"number": n} for n in trial_of(v).representations],
         empowers=False)
law.prohibition("76(2)", "impose_sentence", all_of(hearing_sought, ~sentence_heard, ~on_admission), name="hearing_sought")
law.duty("76(2)", hold, TC, all_of(hearing_sought, ~on_admission), sentence_heard, each=each_person, name="hearing_owed", empowers=False)

for provision, title, summary in (
    ("76(1)", ("Towards the sentence", "Vers la peine"),
     ("After conviction, evidence and submissions relevant to sentence are considered.", "Après condamnation, preuves et conclusions pertinentes pour la peine sont examinées.")),
    ("76(2)", ("Hearing on sentence", "Audience sur la peine"),
     ("Of the Chamber's own motion; at the request of Prosecutor or accused it must.", "D'office ; à la demande du Procureur ou de l'accusé, elle est obligatoire.")),
    ("76(3)", ("Reparations heard", "Observations sur les réparations"),
     ("Heard at that hearing or, if needed, at another.", "Entendues à cette audience ou, au besoin, à une autre.")),
    ("76(4)", ("Sentence pronounced in public", "Prononcé public"),
     ("In the presence of the accused where possible.", "En présence de l'accusé si possible.")),
):
    law.clause(provision, Class.RULE, title, summary)
