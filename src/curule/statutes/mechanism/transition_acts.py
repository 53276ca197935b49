"""The acts of the transition from the Tribunals to the Mechanism, with what they write."""

from __future__ import annotations

from collections.abc import Mapping

from curule.law.chapter import Chapter
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.statutes.mechanism.matters.allocation import Allocation
from curule.statutes.mechanism.matters.case import Case

__all__ = ["FITTING", "law"]

law = Chapter("irmct", "curule.statutes.mechanism.transitional")

MATTER = "allocation"

FITTING: Mapping[str, tuple[str, ...]] = {
    "trial": ("pending", "arrest", "retrial"), "appeal": ("notice_of_appeal",), "review": ("review_application",),
    "contempt": ("contempt_confirmation",), "agreement": ("agreement_in_force", "agreement_ended"),
    "request": ("request_made",),
}
"""By subject of the matter, the events whose day decides who is competent."""

FIRST_DECIDES = ("pending", "notice_of_appeal", "review_application", "contempt_confirmation")
"""The events of which the first decides, whatever follows it."""


def _open(draft: Allocation, entry: Entry) -> None:
    draft.branch = draft.duty_station = entry.particulars["branch"]
    draft.subject = entry.particulars["subject"]


def _trigger(draft: Allocation, entry: Entry) -> None:
    """Of two notices, applications or confirmations the first decides; a later arrest or retrial order replaces the earlier."""
    trigger = entry.particulars["trigger"]
    before = draft.triggers.get(trigger)
    if before is None or trigger not in FIRST_DECIDES or entry.particulars["day"] < before.particulars["day"]:
        draft.triggers[trigger] = entry


def _link(draft: Allocation, entry: Entry) -> None:
    draft.protected.cases[entry.particulars["case"]] = entry.particulars["body"]


def _act(draft: Allocation, entry: Entry) -> None:
    draft.acts.append(entry)


def _retrial(draft: Case, entry: Entry) -> None:
    draft.jurisdiction.retrial_ordered = entry


open_allocation = law.act(
    "open_allocation", MATTER, ("Open a matter for allocation", "Ouvrir un dossier de répartition"),
    ("Matter opened: {subject}, branch {branch}", "Dossier ouvert : {subject}, division {branch}"),
    [Particular("branch", "choice", "branch", "division", choices=[
        Choice("arusha", "Arusha (ICTR matters)", "Arusha (affaires du TPIR)"),
        Choice("the_hague", "The Hague (ICTY matters)", "La Haye (affaires du TPIY)")]),
     Particular("subject", "choice", "subject", "objet", choices=[
         Choice("trial", "trial or referral", "procès ou renvoi"), Choice("appeal", "appeal", "appel"),
         Choice("review", "review", "révision"), Choice("contempt", "contempt or false testimony", "outrage ou faux témoignage"),
         Choice("protection", "protection of a victim or witness", "protection d'une victime ou d'un témoin"),
         Choice("function", "another function", "autre fonction"), Choice("agreement", "agreement or contract",
                                                                        "accord ou contrat"),
         Choice("request", "request to a State", "demande à un État")]),
     Particular("title", "text", "case or person concerned", "affaire ou personne concernée", required=False)], _open)
record_trigger = law.act(
    "record_trigger", MATTER, ("Record the event that decides", "Inscrire l'événement déterminant"),
    ("{trigger}: {day}", "{trigger} : {day}"),
    [Particular("trigger", "choice", "event", "événement", choices=[
        Choice("pending", "proceedings began", "début de la procédure"),
        Choice("arrest", "arrest of the fugitive", "arrestation du fugitif"),
        Choice("retrial", "retrial ordered", "nouveau procès ordonné"),
        Choice("notice_of_appeal", "notice of appeal filed", "dépôt de l'acte d'appel"),
        Choice("review_application", "application for review filed", "dépôt de la demande en révision"),
        Choice("contempt_confirmation", "contempt indictment confirmed", "acte d'accusation pour outrage confirmé"),
        Choice("agreement_in_force", "agreement in force", "entrée en vigueur de l'accord"),
        Choice("agreement_ended", "agreement ended", "fin de l'accord"),
        Choice("request_made", "request made to the State", "demande adressée à l'État")]),
     Particular("day", "date", "day of the event", "date de l'événement"),
     Particular("note", "text", "note", "observation", required=False)], _trigger)
link_case = law.act(
    "link_case", MATTER, ("Link a case to the protected person", "Rattacher une affaire à la personne protégée"),
    ("The person appears in case {case}: {body}", "La personne figure dans l'affaire {case} : {body}"),
    [Particular("case", "text", "case", "affaire"), Particular("body", "choice", "case of", "affaire de", choices=[
        Choice("tribunal", "a Tribunal (pending)", "un Tribunal (pendante)"),
        Choice("mechanism", "the Mechanism", "le Mécanisme"), Choice("completed", "a Tribunal (completed)",
                                                                   "un Tribunal (terminée)")])],
    _link, audience=("organ:witness_unit", "organ:registry", "bench"))
try_case = law.act("try_case", MATTER, ("Try the case", "Juger l'affaire"), ("The trial is held", "Le procès est tenu"), [], _act)
prepare_trial = law.act("prepare_trial", MATTER, ("Prepare the trial", "Préparer le procès"),
                        ("The trial is prepared", "Le procès est préparé"), [], _act)
refer_case = law.act("refer_case", MATTER, ("Refer the case to a State", "Renvoyer l'affaire à un État"),
                     ("The case is referred", "L'affaire est renvoyée"), [], _act)
conduct_appeal = law.act("conduct_appeal", MATTER, ("Hear the appeal", "Connaître de l'appel"),
                         ("The appeal is heard", "L'appel est examiné"), [], _act)
conduct_review = law.act("conduct_review", MATTER, ("Conduct the review", "Connaître de la révision"),
                         ("The review is conducted", "La révision est examinée"), [], _act)
conduct_contempt = law.act("conduct_contempt", MATTER, ("Conduct the contempt proceedings", "Connaître de l'outrage"),
                           ("The contempt proceedings are conducted", "La procédure pour outrage est conduite"), [], _act)
protect_person = law.act(
    "protect_person", MATTER, ("Protect the victim or witness", "Protéger la victime ou le témoin"),
    ("Protection in case {case}", "Protection dans l'affaire {case}"),
    [Particular("case", "text", "in which case", "dans quelle affaire",
                suggest=lambda v: [(case, case) for case in v.posture.protected.cases])], _act,
    audience=("organ:witness_unit", "organ:registry", "bench"))
perform_function = law.act(
    "perform_function", MATTER, ("Perform the function", "Exercer la fonction"), ("Performed: {function}", "Exercée : {function}"),
    [Particular("function", "choice", "function", "fonction", choices=[
        Choice("sentences", "supervision of sentences", "contrôle de l'exécution des peines"),
        Choice("requests", "requests of national authorities", "demandes d'autorités nationales"),
        Choice("archives", "records and archives", "dossiers et archives"), Choice("other", "another", "une autre")])], _act)
hand_over = law.act(
    "hand_over", MATTER, ("Arrange the handover", "Organiser le transfert"),
    ("The Tribunal arranged the handover to the Mechanism", "Le Tribunal a organisé le transfert au Mécanisme"), [],
    lambda draft, entry: setattr(draft, "handed_over", entry))
complete = law.act(
    "record_completion", MATTER, ("Record completion", "Inscrire l'achèvement"),
    ("The Tribunal completed its work in the matter", "Le Tribunal a achevé ses travaux dans ce dossier"), [],
    lambda draft, entry: setattr(draft, "completed", entry))
apply_agreement = law.act(
    "apply_agreement", MATTER, ("Apply an agreement of a Tribunal", "Appliquer un accord d'un Tribunal"),
    ("The Mechanism relied on the agreement", "Le Mécanisme s'est fondé sur l'accord"), [], _act)
answer_request = law.act(
    "answer_tribunal_request", MATTER, ("Answer a request of a Tribunal", "Répondre à une demande d'un Tribunal"),
    ("The State answered: {item}", "L'État a répondu : {item}"),
    [Particular("item", "choice", "about", "objet", choices=[
        Choice("locate", "locating accused", "recherche d'accusés"), Choice("arrest", "arrest", "arrestation"),
        Choice("detain", "detention", "détention"), Choice("surrender", "surrender", "remise"),
        Choice("transfer", "transfer", "transfèrement")]),
     Particular("answer", "long_text", "answer", "réponse", required=False)],
    lambda draft, entry: setattr(draft, "answered", entry))
carry_over_request = law.act(
    "carry_over_request", MATTER, ("Carry over an open request", "Reprendre une demande en suspens"),
    ("The Mechanism took over the request", "Le Mécanisme a repris la demande"), [], _act)
record_retrial = law.act(
    "record_retrial_order", "case", ("Record a retrial ordered by a Tribunal", "Inscrire un nouveau procès ordonné par un "
                                     "Tribunal"),
    ("A retrial had been ordered on {day}", "Un nouveau procès avait été ordonné le {day}"),
    [Particular("day", "date", "day of the order", "date de l'ordonnance")], _retrial)

OFFICES = [Choice("president", "President", "Président"), Choice("judge", "judge", "juge"),
           Choice("prosecutor", "Prosecutor", "Procureur"), Choice("registrar", "Registrar", "Greffier"),
           Choice("staff", "staff", "membre du personnel"), Choice("other", "another", "une autre")]
INSTITUTIONS = [Choice("mechanism", "Mechanism", "Mécanisme"), Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR"),
                Choice("other", "another body", "une autre institution")]
record_assignment = law.act(
    "record_assignment", "institution", ("Record service in two bodies", "Inscrire un double emploi"),
    ("{person}: {office} ({body}) and {other_office} ({other_body})", "{person} : {office} ({body}) et {other_office} "
     "({other_body})"),
    [Particular("person", "person", "person", "personne"), Particular("office", "choice", "office", "fonction", choices=OFFICES),
     Particular("body", "choice", "body", "institution", choices=INSTITUTIONS),
     Particular("other_office", "choice", "other office", "autre fonction", choices=OFFICES),
     Particular("other_body", "choice", "other body", "autre institution", choices=INSTITUTIONS),
     Particular("since", "date", "since", "depuis"), Particular("until", "date", "until", "jusqu'au", required=False),
     Particular("paid_by", "choice", "post financed by", "poste financé par", choices=INSTITUTIONS[:3], required=False)],
    lambda draft, entry: draft.assignments.__setitem__(entry.particulars["person"], entry))
