"""Article 70 of the Rome Statute: offences against the administration of justice."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_05.facts import on_record
from curule.statutes.rome.part_06.facts import TC, chosen, given_in, trial_of

law = Chapter("rome", __name__)

OFFENCES = (Choice("a", "false testimony", "faux témoignage"), Choice("b", "false evidence", "preuves fausses"), Choice("c", "interference with a witness or evidence", "subornation de témoin, altération de preuves"),
            Choice("d", "pressure on an official", "pression sur un agent"), Choice("e", "retaliation against an official", "représailles contre un agent"), Choice("f", "bribery as official", "corruption passive"))
CASE = Particular("number", "text", "number of the article 70 case", "numéro de l'affaire au titre de l'article 70")

charge = law.act("charge_offence_against_justice", "case", ("Charge an offence against the administration of justice", "Poursuivre une atteinte à l'administration de la justice"), ("{suspect} is charged: {offence}", "{suspect} est poursuivi(e) : {offence}"),
                 [CASE, Particular("offence", "choice", "offence", "infraction", choices=OFFENCES), Particular("suspect", "text", "suspect", "suspect")],
                 lambda draft, entry: draft.trial.offences.__setitem__(entry.particulars["number"], entry), group="offences")
punish = law.act("punish_offence_against_justice", "case", ("Punish an offence against the administration of justice", "Punir une atteinte à l'administration de la justice"), ("Case {number}: penalty imposed", "Affaire {number} : peine prononcée"),
                 [CASE, Particular("months", "integer", "imprisonment in months", "emprisonnement en mois", least=0), Particular("fine", "amount", "fine", "amende", required=False)],
                 lambda draft, entry: draft.trial.offence_verdicts.__setitem__(entry.particulars["number"], entry), group="offences")
ask = law.act("request_national_prosecution", "case", ("Ask a State to prosecute", "Demander des poursuites à un État"), ("{state} was asked to submit case {number} for prosecution", "{state} est prié de soumettre l'affaire {number} à ses autorités de poursuite"),
              [CASE, Particular("state", "state", "State", "État")], lambda draft, entry: draft.trial.submissions_sought.__setitem__(entry.particulars["number"], entry), group="offences")
hand_in = law.act("submit_to_national_prosecution", "case", ("Submit to the national authorities", "Saisir les autorités nationales"), ("Case {number} was submitted to the authorities", "L'affaire {number} a été soumise aux autorités"), [CASE],
                  lambda draft, entry: draft.trial.submissions_made.__setitem__(entry.particulars["number"], entry), group="offences")

deem = law.act("deem_submission_proper", "case", ("Deem the submission proper", "Juger la saisine opportune"), ("The State deems it proper to submit case {number}", "L'État juge opportun de soumettre l'affaire {number}"), [CASE],
               lambda draft, entry: draft.trial.submissions_proper.__setitem__(entry.particulars["number"], entry), group="offences")
law.reading("submission_proper", "70(4)(b)", ("Who deems it proper that a State submits the case? The English text leaves it open, the Chinese names the State Party.",
                                              "Qui juge opportun que l'État saisisse ses autorités ? Le texte anglais ne le dit pas, le chinois désigne l'État Partie."), {
    "english": ("the Court, by asking", "la Cour, en le demandant"), "chinese": ("the State Party", "l'État Partie")})


@law.fact("70(4)(b)", ("the Court deems it proper by asking", "la Cour le juge opportun en le demandant"), says_not=("the State Party deems it proper or not", "l'État Partie en juge l'opportunité"))
def court_deems(v: View) -> Any:
    return v.reading("submission_proper") == "english"


@law.fact("70(4)(b)", ("the State deems it proper", "l'État le juge opportun"), needs=("number",), says_not=("the State did not deem it proper", "l'État ne l'a pas jugé opportun"), cured_by=(deem,))
def state_deems(v: View) -> Any:
    return trial_of(v).submissions_proper.get(v.given.get("number", ""), False)


intentional = law.finding("offence_intentional", "70(1)", ("the offence is alleged to be intentional", "l'infraction est présentée comme intentionnelle"), "prosecutor", ("intent, not negligence", "l'intention, non la négligence"), lasting=False)


@law.fact("70(1)(a)", ("the suspect gave the undertaking of a witness", "le suspect a pris l'engagement de témoin"), needs=("suspect",), says_not=("the suspect gave no undertaking of a witness", "le suspect n'a pas pris l'engagement de témoin"))
def suspect_undertook(v: View) -> Any:
    return trial_of(v).undertakings.get(v.given.get("suspect", ""), False)


CONDITIONS = {
    "a": suspect_undertook,
    "b": law.finding("presented_knowingly", "70(1)(b)", ("a party presented it, knowing it false", "une partie l'a produite, la sachant fausse"), "prosecutor", ("party and knowledge", "partie et connaissance"), lasting=False),
    "c": law.finding("interfered", "70(1)(c)", ("testimony or the collection of evidence was interfered with", "un témoignage ou la collecte des preuves a été entravé"), "prosecutor", ("influence, obstruction, retaliation, destruction", "influence, entrave, représailles, destruction"), lasting=False),
    "d": law.finding("official_pressed", "70(1)(d)", ("an official of the Court was pressed to fail in duty", "un agent de la Cour a subi des pressions pour manquer à son devoir"), "prosecutor", ("an official of the Court, and the duty", "un agent de la Cour, et le devoir"), lasting=False),
    "e": law.finding("official_retaliated", "70(1)(e)", ("the retaliation is for duties done by an official of the Court", "les représailles visent les fonctions exercées par un agent de la Cour"), "prosecutor", ("the link to the duties", "le lien avec les fonctions"), lasting=False),
    "f": law.finding("official_bribed", "70(1)(f)", ("the suspect is an official of the Court, bribed about official duties", "le suspect est un agent de la Cour, corrompu à propos de ses fonctions"), "prosecutor", ("official and duties", "agent et fonctions"), lasting=False),
}


@law.fact("70(3)", ("the offence was charged", "l'infraction est poursuivie"), needs=("number",), says_not=("no such offence was charged", "aucune infraction de ce numéro n'est poursuivie"), cured_by=(charge,))
def offence_charged(v: View) -> Any:
    return trial_of(v).offences.get(v.given.get("number", ""), False)


@law.stage("70(3)", ("a penalty was imposed in that case", "une peine a été prononcée dans cette affaire"), says_not=("no penalty was imposed in that case", "aucune peine n'a été prononcée dans cette affaire"))
def offence_punished(v: View) -> Any:
    return trial_of(v).offence_verdicts.get(v.given.get("number", ""), False)


within_five_years = law.measure("within_five_years", "70(3)", ("imprisonment does not exceed five years", "l'emprisonnement n'excède pas cinq ans"), lambda v: v.given.get("months"), "<=", 60, needs=("months",))
some_months = law.measure("some_imprisonment", "70(3)", ("imprisonment is imposed", "un emprisonnement est prononcé"), lambda v: v.given.get("months"), ">=", 1, needs=("months",))
fined = given_in(law, "fine_imposed", "70(3)", ("a fine is imposed", "une amende est prononcée"), ("no fine is imposed", "aucune amende n'est prononcée"), "fine")
asked = law.fact("70(4)(b)", ("the Court asked the State to submit the case", "la Cour a demandé à l'État de soumettre l'affaire"), needs=("number",), says_not=("the Court did not ask", "la Cour n'a rien demandé"), cured_by=(ask,))


@asked
def submission_asked(v: View) -> Any:
    return trial_of(v).submissions_sought.get(v.given.get("number", ""), False)


submitted = on_record(law, "submission_made", "70(4)(b)", ("the case was submitted to the authorities", "l'affaire a été soumise aux autorités"), ("the case was not submitted to the authorities", "l'affaire n'a pas été soumise aux autorités"),
                      lambda v: trial_of(v).submissions_made.get(v.given.get("number", "")), cured_by=(hand_in,))

law.power("70(1)", charge, "prosecutor", intentional)
for letter, condition in CONDITIONS.items():
    law.prohibition(f"70(1)({letter})", charge, all_of(
        chosen(law, f"offence_{letter}", f"70(1)({letter})", (f"the offence is that of article 70(1)({letter})", f"l'infraction est celle de l'article 70-1-{letter}"),
               (f"the offence is not that of article 70(1)({letter})", f"l'infraction n'est pas celle de l'article 70-1-{letter}"), "offence", letter), ~condition))
law.power("70(3)", punish, TC, offence_charged)
law.prohibition("70(3)", punish, offence_punished, name="punished")
law.prohibition("70(3)", punish, ~all_of(within_five_years, any_of(some_months, fined)), name="penalty")
law.power("70(4)(b)", ask, (TC, "presidency"), offence_charged)
law.power("70(4)(b)", deem, "state_party", submission_asked)
law.duty("70(4)(b)", hand_in, "state_party", all_of(submission_asked, any_of(court_deems, state_deems)), submitted, each=lambda v: [{"number": n} for n in trial_of(v).submissions_sought])

law.clause("70(2)", Class.NOT_EXECUTABLE, ("Procedure and cooperation", "Procédure et coopération"),
           ("The Rules govern procedure, the law of the requested State the cooperation.", "Le Règlement régit la procédure, la loi de l'État requis la coopération."),
           reason=("It refers to the Rules and to national law, which are not in the library.", "Elle renvoie au Règlement et au droit national, qui ne figurent pas dans la bibliothèque."))
law.clause("70(4)(a)", Class.NOT_EXECUTABLE, ("National criminal law", "Droit pénal national"),
           ("Each State Party extends its law to these offences.", "Chaque État Partie étend sa loi à ces infractions."),
           reason=("It is for each State's legislature; no act before the Court depends on it.", "Cela relève du législateur de chaque État ; aucun acte devant la Cour n'en dépend."))
for provision, title, summary in (
    ("70(1)", ("Offences", "Atteintes"), ("Six offences, only if intentional.", "Six infractions, seulement si elles sont intentionnelles.")),
    ("70(1)(a)", ("False testimony", "Faux témoignage"), ("By a witness who gave the undertaking.", "Par un témoin ayant pris l'engagement.")),
    ("70(1)(b)", ("False evidence", "Preuves fausses"), ("Presented by a party with knowledge.", "Produites sciemment par une partie.")),
    ("70(1)(c)", ("Interference with witnesses or evidence", "Subornation et altération"),
     ("Corrupting, obstructing, retaliating, destroying.", "Suborner, entraver, se venger, détruire.")),
    ("70(1)(d)", ("Pressure on an official", "Pression sur un agent"), ("To make the official fail in duty.", "Pour l'amener à manquer à son devoir.")),
    ("70(1)(e)", ("Retaliation against an official", "Représailles contre un agent"), ("Because of duties done.", "En raison de fonctions exercées.")),
    ("70(1)(f)", ("Bribery as official", "Corruption passive"),
     ("Soliciting or taking a bribe about official duties.", "Solliciter ou accepter un pot-de-vin lié aux fonctions.")),
    ("70(3)", ("Penalties", "Peines"), ("Up to five years, or a fine, or both.", "Jusqu'à cinq ans, ou une amende, ou les deux.")),
    ("70(4)(b)", ("Submission to national authorities", "Saisine des autorités nationales"),
     ("On the Court's request the State submits the case for prosecution.", "À la demande de la Cour, l'État saisit ses autorités de poursuite.")),
):
    law.clause(provision, Class.RULE, title, summary)
