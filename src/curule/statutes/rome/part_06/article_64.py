"""Article 64 of the Rome Statute: what the Trial Chamber does before and at the trial."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_05.article_61_decision import committed, trial_chamber
from curule.statutes.rome.part_05.facts import charge_particular, charges_of, not_begun, on_record, person_particular
from curule.statutes.rome.part_06.facts import TC, accused, accused_in, chosen, every_accused, mark, told, trial_of

law = Chapter("rome", __name__)


def _order_disclosure(draft: Case, entry: Entry) -> None:
    draft.trial.disclosure, draft.trial.disclosure_until = entry, entry.particulars["until"]


def _set_date(draft: Case, entry: Entry) -> None:
    draft.trial.day = entry.particulars["day"]


def _open(draft: Case, entry: Entry) -> None:
    draft.trial_begun = entry


def _read(draft: Case, entry: Entry) -> None:
    accused_in(draft, entry.particulars["person"]).read = entry


def _plead(draft: Case, entry: Entry) -> None:
    person = accused_in(draft, entry.particulars["person"])
    person.pleaded, person.plea = entry, entry.particulars["plea"]
    person.admitted = entry.particulars.get("counts", ()) if person.plea == "admission" else ()
    person.admission = "made" if person.plea == "admission" else ""


confer = law.act(
    "confer_with_parties", "case", ("Confer with the parties", "Consulter les parties"), ("The Trial Chamber conferred with the parties", "La Chambre de première instance a consulté les parties"),
    [Particular("topics", "long_text", "topics", "questions abordées", required=False)], mark("conferred"), group="preparing the trial")
adopt = law.act(
    "adopt_trial_procedures", "case", ("Adopt the procedures for the trial", "Adopter la procédure du procès"), ("The Trial Chamber adopted procedures for the trial", "La Chambre a adopté la procédure du procès"),
    [Particular("procedures", "long_text", "procedures", "procédure")], mark("procedures"), group="preparing the trial")
fix_language = law.act(
    "determine_trial_languages", "case", ("Fix the language of the trial", "Fixer la langue du procès"), ("The trial is held in {languages}", "Le procès se tient en {languages}"),
    [Particular("languages", "text", "languages", "langues", many=True)], mark("languages"), group="preparing the trial")
order_disclosure = law.act(
    "order_disclosure_before_trial", "case", ("Order disclosure before trial", "Ordonner la divulgation avant le procès"),
    ("Disclosure must be complete by {until}", "La divulgation doit être achevée le {until}"), [Particular("until", "date", "last day", "dernier jour")], _order_disclosure, group="preparing the trial")
set_date = law.act(
    "set_trial_date", "case", ("Set the date of the trial", "Fixer la date du procès"), ("The trial was set for {day}", "L'ouverture du procès a été fixée au {day}"),
    [Particular("day", "date", "opening day", "jour d'ouverture")], _set_date, group="preparing the trial")
open_trial = law.act("open_trial", "case", ("Open the trial", "Ouvrir le procès"), ("The trial opened", "Le procès s'est ouvert"), [], _open, group="trial")
read_charges = law.act(
    "read_charges", "case", ("Read the charges to the accused", "Donner lecture des charges à l'accusé"), ("Charges {counts} were read to {person}", "Lecture des charges {counts} a été donnée à {person}"),
    [person_particular(), charge_particular("counts", "charges read", "charges lues"),
     Particular("understood", "yes_no", "the Chamber is satisfied that the accused understands the charges", "la Chambre s'est assurée que l'accusé comprend les charges")], _read, group="trial")
plead = law.act(
    "record_plea", "case", ("Record the plea", "Inscrire le plaidoyer"), ("{person}: {plea}", "{person} : {plea}"),
    [person_particular(), Particular("plea", "choice", "plea", "plaidoyer", choices=[
        Choice("admission", "admission of guilt", "aveu de culpabilité"), Choice("not_guilty", "not guilty", "non coupable")]),
     charge_particular("counts", "charges admitted", "charges admises", required=False)], _plead, group="trial")

conferred = on_record(law, "conferred", "64(3)(a)", ("the Chamber has conferred with the parties", "la Chambre a consulté les parties"),
                      ("the Chamber has not conferred with the parties", "la Chambre n'a pas consulté les parties"), lambda v: trial_of(v).conferred, cured_by=(confer,))
procedures_adopted = on_record(law, "procedures_adopted", "64(3)(a)", ("procedures are adopted", "la procédure est adoptée"), ("no procedures are adopted", "la procédure n'est pas adoptée"),
                               lambda v: trial_of(v).procedures, cured_by=(adopt,))
language_fixed = on_record(law, "language_fixed", "64(3)(b)", ("the language of the trial is fixed", "la langue du procès est fixée"),
                           ("the language of the trial is not fixed", "la langue du procès n'est pas fixée"), lambda v: trial_of(v).languages, cured_by=(fix_language,))
disclosure_ordered = on_record(law, "disclosure_ordered", "64(3)(c)", ("disclosure before trial is ordered", "la divulgation avant le procès est ordonnée"),
                               ("disclosure before trial is not ordered", "la divulgation avant le procès n'est pas ordonnée"), lambda v: trial_of(v).disclosure, cured_by=(order_disclosure,))
time_after_disclosure = law.measure(
    "time_after_disclosure", "64(3)(c)", ("the day set falls after the last day for disclosure", "le jour fixé est postérieur au dernier jour de la divulgation"),
    lambda v: v.given.get("day"), ">", lambda v: trial_of(v).disclosure_until, needs=("day",))
disclosure_over = law.measure(
    "disclosure_over", "64(3)(c)", ("the time for disclosure is over", "le délai de divulgation est écoulé"), lambda v: v.on, ">", lambda v: trial_of(v).disclosure_until,
    says_not=("the time for disclosure still runs", "le délai de divulgation court encore"))
trial_open = on_record(law, "trial_open", "64(8)(a)", ("the trial is open", "le procès est ouvert"), ("the trial is not open", "le procès n'est pas ouvert"),
                       lambda v: v.posture.trial_begun, cured_by=(open_trial,))


@law.fact("64(8)(a)", ("the charges read are those confirmed, all of them", "les charges lues sont celles qui ont été confirmées, toutes"), needs=("counts",),
          says_not=("a charge not confirmed is read, or a confirmed one is not", "une charge non confirmée est lue, ou une charge confirmée ne l'est pas"))
def charges_as_confirmed(v: View) -> Any:
    counts = v.given.get("counts")
    return None if counts is None else set(counts) == set(charges_of(v, "confirmed"))


understands = told(law, "understands_charges", "64(8)(a)", ("the Chamber is satisfied that the accused understands the charges", "la Chambre s'est assurée que l'accusé comprend les charges"),
                   ("the Chamber is not satisfied that the accused understands the charges", "la Chambre n'est pas assurée que l'accusé comprend les charges"), "understood")


@law.stage("64(8)(a)", ("the charges were read to the accused", "lecture des charges a été donnée à l'accusé"), cured_by=(read_charges,),
           says_not=("the charges were not read to the accused", "lecture des charges n'a pas été donnée à l'accusé"))
def charges_read(v: View) -> Any:
    found = accused(v)
    return (found.read if found else None) or False


@law.stage("64(8)(a)", ("the accused has pleaded", "l'accusé a plaidé"), says_not=("the accused has not pleaded", "l'accusé n'a pas plaidé"), cured_by=(plead,))
def has_pleaded(v: View) -> Any:
    found = accused(v)
    return (found.pleaded if found else None) or False


@law.stage("64(8)(a)", ("every accused has pleaded", "chaque accusé a plaidé"), says_not=("an accused has not yet pleaded", "un accusé n'a pas encore plaidé"), cured_by=(plead,))
def all_pleaded(v: View) -> Any:
    persons = every_accused(v)
    pleas = [a.pleaded for p in persons if (a := trial_of(v).accused.get(p)) is not None and a.pleaded]
    return tuple(pleas) if persons and len(pleas) == len(persons) else False


admits = chosen(law, "pleads_guilty", "64(8)(a)", ("the plea is an admission of guilt", "le plaidoyer est un aveu de culpabilité"), ("the plea is not guilty", "le plaidoyer est de non-culpabilité"), "plea", "admission")


@law.fact("64(8)(a)", ("the admission names charges that were read", "l'aveu désigne des charges lues"), needs=("counts",),
          says_not=("the admission names no charge, or one that was not read", "l'aveu ne désigne aucune charge, ou en désigne une qui n'a pas été lue"))
def admits_charges_read(v: View) -> Any:
    if "plea" not in v.given:
        return None
    found, counts = accused(v), v.given.get("counts", ())
    return bool(counts) and found is not None and found.read is not None and set(counts) <= set(found.read.particulars["counts"])


@law.stage("64(3)", ("no plea has been taken", "aucun plaidoyer n'a été recueilli"), says_not=("a plea has been taken", "un plaidoyer a été recueilli"))
def no_plea_yet(v: View) -> Any:
    found = accused(v)
    return no(found.pleaded) if found and found.pleaded else True


law.duty("64(3)(a)", confer, TC, trial_chamber, conferred)
law.duty("64(3)(a)", adopt, TC, all_of(trial_chamber, conferred), procedures_adopted)
law.duty("64(3)(b)", fix_language, TC, trial_chamber, language_fixed)
law.duty("64(3)(c)", order_disclosure, TC, trial_chamber, disclosure_ordered)
law.power("64(3)(c)", set_date, TC, all_of(disclosure_ordered, time_after_disclosure, not_begun))
law.power("64(3)", open_trial, TC, all_of(trial_chamber, committed, procedures_adopted, language_fixed, disclosure_ordered, disclosure_over, not_begun))
law.duty("64(8)(a)", read_charges, TC, trial_open, charges_read, each=lambda v: [{"person": code} for code in every_accused(v)])
law.prohibition("64(8)(a)", read_charges, ~charges_as_confirmed, name="charges")
law.prohibition("64(8)(a)", read_charges, ~understands, name="understanding")
law.power("64(8)(a)", plead, TC, all_of(charges_read, no_plea_yet))
law.prohibition("64(8)(a)", plead, all_of(admits, ~admits_charges_read), name="admitted")

law.clause("64(1)", Class.NOT_EXECUTABLE, ("Bound by Statute and Rules", "Respect du Statut et du Règlement"),
           ("Every power of the article is used within the Statute and the Rules.", "Tous les pouvoirs de l'article s'exercent dans le cadre du Statut et du Règlement."),
           reason=("It frames the other paragraphs, whose acts are each asked of the law; it adds no test of its own.", "Il encadre les autres paragraphes, dont chaque acte est soumis au droit ; il n'ajoute aucun critère."))
law.clause("64(6)", Class.DEFINITION, ("Powers before and during trial", "Pouvoirs avant et pendant le procès"),
           ("Six powers, chosen in one kind of order.", "Six pouvoirs, choisis dans une même ordonnance."), carried_by=("order_at_trial: powers",))
law.clause("64(9)", Class.DEFINITION, ("Rulings on evidence and order", "Preuves et police de l'audience"),
           ("Two named powers, on a party's application or of the Chamber's own motion.", "Deux pouvoirs cités, à la demande d'une partie ou d'office."),
           carried_by=("rule_on_evidence; keep_order",))
for provision, title, summary in (
    ("64(2)", ("Fair and expeditious trial", "Procès équitable et diligent"),
     ("The Chamber keeps the trial fair and speedy, with the rights of the accused and the protection of victims and witnesses in view.", "La Chambre veille à l'équité et à la diligence du procès, aux droits de l'accusé et à la protection des victimes et témoins.")),
    ("64(3)", ("Tasks on assignment", "Tâches dès l'attribution"),
     ("Procedures, language and disclosure are settled before the trial opens.", "Procédure, langue et divulgation sont réglées avant l'ouverture du procès.")),
    ("64(3)(a)", ("Conferring and procedures", "Consultation et procédure"),
     ("The Chamber consults the parties, then adopts the procedures.", "La Chambre consulte les parties, puis adopte la procédure.")),
    ("64(3)(b)", ("Language of the trial", "Langue du procès"),
     ("The Chamber fixes one language or more.", "La Chambre fixe une ou plusieurs langues.")),
    ("64(3)(c)", ("Disclosure before trial", "Divulgation avant le procès"),
     ("Disclosure is ordered early enough for preparation.", "La divulgation est ordonnée assez tôt pour permettre la préparation.")),
    ("64(4)", ("Preliminary issues", "Questions préliminaires"),
     ("They may be sent to the Pre-Trial Chamber or, if need be, a judge of its Division.", "Elles peuvent être renvoyées à la Chambre préliminaire ou, au besoin, à un juge de sa Section.")),
    ("64(5)", ("Joinder and severance", "Jonction et disjonction"),
     ("Charges against several accused may be joined or severed after notice.", "Les charges visant plusieurs accusés peuvent être jointes ou disjointes après notification.")),
    ("64(6)(a)", ("Functions of the Pre-Trial Chamber", "Fonctions de la Chambre préliminaire"),
     ("The Trial Chamber may use them where relevant to the trial.", "La Chambre de première instance peut les exercer si elles sont utiles au procès.")),
    ("64(6)(b)", ("Witnesses and documents required", "Comparution et production"),
     ("Attendance, testimony and production, with the help of States where needed.", "Comparution, déposition et production, avec l'aide d'États si nécessaire.")),
    ("64(6)(c)", ("Confidential information", "Renseignements confidentiels"),
     ("The Chamber provides for its protection.", "La Chambre en assure la protection.")),
    ("64(6)(d)", ("Further evidence", "Preuves complémentaires"),
     ("The Chamber may order evidence that no party brought.", "La Chambre peut ordonner des preuves qu'aucune partie n'a produites.")),
    ("64(6)(e)", ("Protection of persons", "Protection des personnes"), ("Accused, witnesses and victims.", "Accusés, témoins et victimes.")),
    ("64(6)(f)", ("Other matters", "Autres questions"),
     ("The Chamber rules on whatever else is relevant; not on new charges.", "La Chambre statue sur toute autre question pertinente ; non sur des charges nouvelles.")),
    ("64(7)", ("Public trial", "Publicité du procès"),
     ("Sessions are public; part may be closed by a decision on one of the grounds.", "Les audiences sont publiques ; le huis clos exige une décision et l'un des motifs.")),
    ("64(8)(a)", ("Charges and plea", "Charges et plaidoyer"),
     ("The confirmed charges are read, understanding is checked, and the accused may admit guilt or plead not guilty.", "Lecture des charges confirmées, vérification de la compréhension, aveu ou plaidoyer de non-culpabilité.")),
    ("64(8)(b)", ("Directions on the conduct of the trial", "Instructions sur la conduite des débats"),
     ("The presiding judge directs; the parties submit evidence within the directions.", "Le juge président donne des instructions ; les parties produisent leurs preuves dans ce cadre.")),
    ("64(9)(a)", ("Ruling on evidence", "Décision sur les preuves"),
     ("The Chamber rules on relevance and admissibility of items tendered.", "La Chambre statue sur la pertinence et l'admissibilité des pièces versées.")),
    ("64(9)(b)", ("Order at hearings", "Police de l'audience"),
     ("The Chamber takes what steps order requires.", "La Chambre prend les mesures que l'ordre exige.")),
    ("64(10)", ("Record of the trial", "Procès-verbal"),
     ("A complete and accurate record of each session, kept by the Registrar.", "Procès-verbal complet et fidèle de chaque audience, conservé par le Greffier.")),
):
    law.clause(provision, Class.RULE, title, summary)
