"""Article 67 of the Rome Statute: the rights of the accused at trial and disclosure in the accused's favour."""

from __future__ import annotations

from typing import Any

from curule.law.calendar import add
from curule.law.chapter import Chapter
from curule.law.conditions import any_of
from curule.law.leaves import Fact
from curule.law.particulars import Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_05.article_61_decision import committed
from curule.statutes.rome.part_05.facts import each_person, on_record, person_code, person_particular
from curule.statutes.rome.part_06.article_64 import language_fixed, open_trial
from curule.statutes.rome.part_06.article_64_hearing import hold_session
from curule.statutes.rome.part_06.facts import TC, every_accused, given_in, item_particular, mark, mark_accused, trial_of, trial_runs

law = Chapter("rome", __name__)

serve = law.act("serve_confirmed_charges", "case", ("Serve the confirmed charges", "Notifier les charges confirmées"), ("The charges were served on {person} in {language}", "Les charges ont été notifiées à {person} ({language})"),
                [person_particular(), Particular("language", "text", "language", "langue")], mark_accused("charges_served"), group="preparing the trial")
counsel = law.act("record_counsel", "case", ("Record counsel or self-representation", "Inscrire le conseil ou la défense en personne"), ("Defence of {person}: {counsel}", "Défense de {person} : {counsel}"),
                  [person_particular(), Particular("counsel", "text", "counsel, or 'in person'", "conseil, ou « en personne »"),
                   Particular("assigned", "yes_no", "assigned by the Court, without payment where means are lacking", "commis d'office, sans frais faute de moyens", required=False)], mark_accused("counsel"), group="preparing the trial")
interpret = law.act("provide_interpretation", "case", ("Provide interpretation", "Assurer l'interprétation"), ("Interpretation into {language} was provided for {person}", "Interprétation en {language} assurée pour {person}"),
                    [person_particular(), Particular("language", "text", "language", "langue")], mark_accused("interpretation"), group="trial")
statement = law.act("make_unsworn_statement", "case", ("Make an unsworn statement", "Faire une déclaration sans serment"), ("{person} made an unsworn statement", "{person} a fait une déclaration sans serment"),
                    [person_particular(), Particular("written", "yes_no", "in writing", "par écrit", required=False)], group="trial")
identify = law.act("identify_exculpatory_evidence", "case", ("Identify evidence in favour of the accused", "Signaler une preuve à décharge"), ("Item {item} was identified as in favour of the accused", "La pièce {item} a été signalée comme à décharge"),
                   [item_particular()], lambda draft, entry: draft.trial.exculpatory.__setitem__(entry.particulars["item"], entry), audience=("organ:prosecutor", "bench"), group="disclosure")
disclose = law.act("disclose_exculpatory_evidence", "case", ("Disclose evidence in favour of the accused", "Divulguer une preuve à décharge"), ("Item {item} was disclosed to the Defence", "La pièce {item} a été divulguée à la Défense"),
                   [item_particular()], lambda draft, entry: draft.trial.exculpatory_disclosed.__setitem__(entry.particulars["item"], entry), audience=("matter:parties", "bench"), group="disclosure")
settle = law.act("rule_on_doubtful_disclosure", "case", ("Decide a doubt about disclosure", "Trancher un doute sur la divulgation"), ("The Court decided on the disclosure of item {item}", "La Cour a tranché la divulgation de la pièce {item}"),
                 [item_particular(), Particular("to_be_disclosed", "yes_no", "it must be disclosed", "elle doit être divulguée")],
                 lambda draft, entry: draft.trial.exculpatory_ruled.__setitem__(entry.particulars["item"], entry), audience=("organ:prosecutor", "bench"), group="disclosure")

contact = law.act("arrange_counsel_contact", "case", ("Arrange contact with counsel", "Organiser un contact avec le conseil"), ("Contact of {person} with counsel was arranged ({form})", "Un contact de {person} avec son conseil a été organisé ({form})"),
                  [person_particular(), Particular("form", "text", "form", "forme"), Particular("monitored", "yes_no", "it is recorded or overheard", "il est enregistré ou écouté", required=False)], audience=("organ:registry", "organ:defence"), group="preparing the trial")
ask_time = law.act("request_preparation_time", "case", ("Request time or facilities to prepare", "Demander du temps ou des moyens de préparation"), ("{person} asked for time or facilities: {what}", "{person} a demandé du temps ou des moyens : {what}"),
                   [person_particular(), Particular("what", "long_text", "what is asked", "objet de la demande")], mark_accused("preparation_sought"), group="preparing the trial")
give_time = law.act("decide_preparation_time", "case", ("Decide on time or facilities", "Statuer sur le temps ou les moyens"), ("The Chamber decided on the time or facilities of {person}", "La Chambre a statué sur le temps ou les moyens de {person}"),
                    [person_particular(), Particular("decision", "long_text", "decision", "décision")], mark_accused("preparation_decided"), group="preparing the trial")
explain_pause = law.act("explain_pause_of_trial", "case", ("Explain a pause of the trial", "Motiver une interruption du procès"), ("The pause of the trial was explained: {reasons}", "L'interruption du procès a été motivée : {reasons}"),
                        [Particular("reasons", "long_text", "reasons", "motifs")], mark("pause_explained"), group="trial")


def _accused_stage(id: str, says: tuple[str, str], says_not: tuple[str, str], field: str, cured_by: str) -> Fact:
    def test(v: View) -> Any:
        known = trial_of(v).accused.get(person_code(v) or "")
        return (getattr(known, field) if known else None) or False

    test.__name__ = id
    return law.stage("67(1)(b)", says, says_not=says_not, cured_by=(cured_by,))(test)


@law.stage("67(1)(a)", ("the charges were served on every accused in a language fully understood", "les charges ont été notifiées à chaque accusé dans une langue qu'il comprend parfaitement"), cured_by=(serve,),
           says_not=("an accused was not served with the charges in a language fully understood", "un accusé n'a pas reçu les charges dans une langue qu'il comprend parfaitement"))
def charges_served(v: View) -> Any:
    for code in every_accused(v):
        known, person = trial_of(v).accused.get(code), v.posture.persons.get(code)
        if known is None or known.charges_served is None or (person and person.language and known.charges_served.particulars["language"] != person.language):
            return False
    return True


@law.stage("67(1)(d)", ("every accused is defended, in person or by counsel", "chaque accusé est défendu, en personne ou par un conseil"), cured_by=(counsel,),
           says_not=("an accused is not defended", "un accusé n'est pas défendu"))
def all_defended(v: View) -> Any:
    return all((known := trial_of(v).accused.get(code)) is not None and known.counsel is not None for code in every_accused(v))


@law.stage("67(1)(f)", ("every accused follows in a language fully understood", "chaque accusé suit dans une langue qu'il comprend parfaitement"), cured_by=(interpret,),
           says_not=("an accused lacks interpretation", "un accusé est privé d'interprétation"))
def all_follow(v: View) -> Any:
    languages = trial_of(v).languages
    for code in every_accused(v):
        known, person = trial_of(v).accused.get(code), v.posture.persons.get(code)
        spoken = person.language if person else ""
        if spoken and languages and spoken not in languages.particulars["languages"] and not (known and known.interpretation and known.interpretation.particulars["language"] == spoken):
            return False
    return True


@law.fact("67(2)", ("the item is in favour of the accused", "la pièce est à décharge"), needs=("item",), says_not=("the item was not identified as in favour of the accused", "la pièce n'a pas été signalée comme à décharge"),
          cured_by=(identify,))
def item_exculpatory(v: View) -> Any:
    return trial_of(v).exculpatory.get(v.given.get("item", ""), False)


disclosed = on_record(law, "exculpatory_disclosed", "67(2)", ("the item was disclosed to the Defence", "la pièce a été divulguée à la Défense"), ("the item was not disclosed to the Defence", "la pièce n'a pas été divulguée à la Défense"),
                      lambda v: trial_of(v).exculpatory_disclosed.get(v.given.get("item", "")), cured_by=(disclose,))


@law.fact("67(2)", ("the Court ruled that it need not be disclosed", "la Cour a jugé qu'elle n'avait pas à être divulguée"), needs=("item",), says_not=("the Court has not ruled that it need not be disclosed", "la Cour n'a pas jugé qu'elle n'avait pas à être divulguée"),
          cured_by=(settle,))
def ruled_not_disclosable(v: View) -> Any:
    made = trial_of(v).exculpatory_ruled.get(v.given.get("item", ""))
    return made if made is not None and not made.particulars["to_be_disclosed"] else False


monitored = given_in(law, "counsel_contact_monitored", "67(1)(b)", ("the contact is recorded or overheard", "le contact est enregistré ou écouté"), ("the contact is confidential", "le contact est confidentiel"), "monitored")
time_sought = _accused_stage("preparation_time_sought", ("time or facilities were asked for", "du temps ou des moyens ont été demandés"), ("no time or facilities were asked for", "ni temps ni moyens n'ont été demandés"), "preparation_sought", ask_time)
time_decided = _accused_stage("preparation_time_decided", ("the Chamber decided on it", "la Chambre a statué"), ("the Chamber has not decided on it", "la Chambre n'a pas statué"), "preparation_decided", give_time)


@law.fact("67(1)(c)", ("the pause was explained", "l'interruption a été motivée"), says_not=("the pause was not explained", "l'interruption n'a pas été motivée"), cured_by=(explain_pause,))
def pause_explained(v: View) -> Any:
    entry = trial_of(v).pause_explained
    return entry if entry is not None and entry is v.posture.last else False


@law.stage("67(1)(c)", ("the trial has begun and no judgement is given", "le procès est ouvert et aucun jugement n'est rendu"), says_not=("no trial is under way", "aucun procès n'est en cours"))
def trial_under_way(v: View) -> Any:
    return v.posture.trial_begun if v.posture.trial_begun is not None and any(c.status == "confirmed" for c in v.posture.charges.values()) else False


idle = law.measure("trial_not_idle", "67(1)(c)", ("something was done in the trial within the threshold", "le procès a avancé dans l'intervalle fixé"), lambda v: v.on, "<=",
                   lambda v: add(v.posture.last.done_on, v.figure("idle_trial").length).day if v.posture.last else v.on, says_not=("nothing was done in the trial for longer than the threshold", "le procès n'a pas avancé au-delà de l'intervalle fixé"))

law.power("67(1)(b)", contact, ("registry", "registrar"), committed)
law.prohibition("67(1)(b)", contact, monitored)
law.power("67(1)(b)", ask_time, "defence", committed)
law.duty("67(1)(b)", give_time, TC, time_sought, time_decided, each=each_person)
law.power("67(1)(c)", explain_pause, TC, trial_under_way)
law.right("67(1)(c)", "case", ("Trial without undue delay", "Procès sans retard excessif"), ("the accused", "l'accusé"), TC, trial_under_way, any_of(idle, pause_explained))
law.power("67(1)(a)", serve, ("registry", "registrar"), committed)
law.power("67(1)(d)", counsel, ("registry", "registrar", "defence"), committed)
law.power("67(1)(f)", interpret, ("registry", "registrar"), language_fixed)
law.power("67(1)(h)", statement, "defence", trial_runs)
law.prohibition("67(1)(a)", open_trial, ~charges_served)
law.prohibition("67(1)(d)", open_trial, ~all_defended)
law.prohibition("67(1)(f)", hold_session, ~all_follow)
law.power("67(2)", identify, "prosecutor", committed)
law.power("67(2)", disclose, "prosecutor", item_exculpatory, name="disclose")
law.duty("67(2)", disclose, "prosecutor", ~ruled_not_disclosable, disclosed, empowers=False, each=lambda v: [{"item": i} for i in trial_of(v).exculpatory])
law.power("67(2)", settle, TC, item_exculpatory)

law.clause("67(1)", Class.DEFINITION, ("Fair hearing", "Procès équitable"),
           ("A public, fair and impartial hearing, with nine guarantees in full equality.", "Audience publique, équitable et impartiale, avec neuf garanties en pleine égalité."),
           carried_by=("the rights 67(1)(a) to (i)",))
law.clause("67(1)(i)", Class.NOT_EXECUTABLE, ("No reversed burden", "Pas de renversement de la preuve"),
           ("Neither the burden of proof nor of rebuttal falls on the accused.", "Ni la charge de la preuve ni celle de la réfutation n'incombent à l'accusé."),
           reason=("It limits the reasoning of a ruling, which the library does not read; the burden itself is tested under 66(2).", "Elle limite le raisonnement d'une décision, que la bibliothèque ne lit pas ; la charge de la preuve est vérifiée au titre de 66-2."))
for provision, title, summary in (
    ("67(1)(a)", ("Told of the charges", "Information sur les charges"),
     ("Promptly, in detail, in a language fully understood and spoken.", "Rapidement, en détail, dans une langue parfaitement comprise et parlée.")),
    ("67(1)(b)", ("Preparation and counsel", "Préparation et conseil"),
     ("Time and facilities, and confidential contact with chosen counsel.", "Temps et moyens, et communication confidentielle avec le conseil choisi.")),
    ("67(1)(c)", ("No undue delay", "Sans retard excessif"),
     ("The trial takes place without undue delay.", "Le procès se tient sans retard excessif.")),
    ("67(1)(d)", ("Presence and defence", "Présence et défense"),
     ("In person or through counsel; told of the right; counsel assigned where justice requires, free for those without means.", "En personne ou par un conseil ; informé de ce droit ; conseil commis d'office si la justice l'exige, gratuitement faute de moyens.")),
    ("67(1)(e)", ("Witnesses and defences", "Témoins et moyens de défense"),
     ("Examines the prosecution's witnesses and calls witnesses on the same terms.", "Interroge les témoins à charge et fait citer les siens aux mêmes conditions.")),
    ("67(1)(f)", ("Interpretation and translation", "Interprétation et traduction"),
     ("Free interpreter and translations where the language is not fully understood.", "Interprète et traductions gratuits si la langue n'est pas parfaitement comprise.")),
    ("67(1)(g)", ("Silence", "Silence"),
     ("No compelled testimony, and silence counts for nothing.", "Pas de témoignage forcé, et le silence n'est pas retenu.")),
    ("67(1)(h)", ("Unsworn statement", "Déclaration sans serment"),
     ("The accused may make one, orally or in writing.", "L'accusé peut en faire une, orale ou écrite.")),
    ("67(2)", ("Exculpatory evidence", "Preuves à décharge"),
     ("The Prosecutor discloses it as soon as practicable; the Court decides doubts.", "Le Procureur la divulgue dès que possible ; la Cour tranche les doutes.")),
):
    law.clause(provision, Class.RULE, title, summary)
