"""Article 71 of the Rome Statute: sanctions for misconduct in the courtroom."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.rules import Class
from curule.statutes.rome.part_06.facts import TC, chosen, trial_runs

law = Chapter("rome", __name__)

sanction = law.act("sanction_misconduct", "case", ("Sanction misconduct before the Court", "Sanctionner une inconduite à l'audience"), ("{offender} was sanctioned: {measure}", "{offender} a été sanctionné(e) : {measure}"),
                   [Particular("offender", "text", "person present", "personne présente"), Particular("measure", "choice", "measure", "mesure", choices=[
                       Choice("removal", "removal", "expulsion"), Choice("fine", "fine", "amende"), Choice("other", "similar administrative measure", "mesure administrative analogue"),
                       Choice("imprisonment", "imprisonment", "emprisonnement")])], group="trial")
misconduct = law.finding("misconduct", "71(1)", ("the person disrupted the hearing or wilfully disobeyed", "la personne a troublé l'audience ou refusé délibérément d'obéir"), TC, ("misconduct of a person present", "inconduite d'une personne présente"), lasting=False)
imprisons = chosen(law, "imprisonment_as_sanction", "71(1)", ("the measure is imprisonment", "la mesure est l'emprisonnement"), ("the measure is not imprisonment", "la mesure n'est pas l'emprisonnement"), "measure", "imprisonment")

law.power("71(1)", sanction, (TC,), all_of(trial_runs, misconduct))
law.prohibition("71(1)", sanction, imprisons, name="imprisonment")

law.clause("71(2)", Class.NOT_EXECUTABLE, ("Procedure", "Procédure"), ("As the Rules provide.", "Selon le Règlement."),
           reason=("It refers to the Rules of Procedure and Evidence, which are not in the library.", "Elle renvoie au Règlement de procédure et de preuve, qui ne figure pas dans la bibliothèque."))
for provision, title, summary in (
    ("71(1)", ("Sanctions", "Sanctions"),
     ("Removal, fine or like measures for misconduct by a person present; never imprisonment.", "Expulsion, amende ou mesures analogues pour inconduite d'une personne présente ; jamais l'emprisonnement.")),
):
    law.clause(provision, Class.RULE, title, summary)
