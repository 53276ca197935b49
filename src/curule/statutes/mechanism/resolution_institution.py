"""Resolution 1966 (2010), the paragraphs on the institution: branches, Rules, seats, start, reports, mandate."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from curule.law.calendar import add, years
from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_10 import invite, invited
from curule.statutes.mechanism.article_13 import builds_on_both, draft_consistent, draft_submitted, submit_draft
from curule.statutes.mechanism.matters.institution import COMMENCEMENT, INITIAL_YEARS

law = Chapter("irmct", __name__)

ADOPTED = date(2010, 12, 22)
ROLL_BY = RULES_BY = date(2011, 6, 30)

law.clause("res5", Class.RULE, ("Draft Rules", "Projet de Règlement"),
           ("By 30 June 2011 the Secretary-General submits draft Rules, built on those of the Tribunals, for the judges to adopt.",
            "Au plus tard le 30 juin 2011, le Secrétaire général présente un projet de Règlement, fondé sur ceux des Tribunaux, que les juges adopteront."))
law.clause("res6", Class.RULE, ("Effect of the Rules", "Effet du Règlement"),
           ("The Rules and amendments take effect once the judges adopt them, unless the Security Council decides otherwise.",
            "Le Règlement et ses modifications prennent effet dès leur adoption par les juges, sauf décision contraire du Conseil de sécurité."))

law.clause("res1", Class.RULE, ("Creation and commencement", "Création et entrée en activité"),
           ("The Mechanism has two branches: Arusha from 1 July 2012, The Hague from 1 July 2013; the annexed Statute governs it.",
            "Le Mécanisme a deux divisions : Arusha dès le 1er juillet 2012, La Haye dès le 1er juillet 2013 ; le Statut annexé le régit."))
law.clause("res7", Class.RULE, ("Seats and host arrangements", "Sièges et arrangements avec les hôtes"),
           ("A seat is determined once the United Nations and the host State have arrangements that the Security Council accepts.",
            "Le siège est fixé une fois conclus, avec l'État hôte, des arrangements acceptables pour le Conseil de sécurité."))
law.clause("res14", Class.RULE, ("Information security and access", "Sécurité de l'information et accès"),
           ("Before the first commencement the Secretary-General, consulting the Council, sets up a regime for the three archives.",
            "Avant la première entrée en activité, le Secrétaire général, en consultation avec le Conseil, établit un régime pour les trois fonds d'archives."))
law.clause("res16", Class.RULE, ("Reports requested", "Rapports demandés"),
           ("A yearly report of the President; progress reports of President and Prosecutor every six months to the Security Council.",
            "Un rapport annuel du Président ; des rapports du Président et du Procureur au Conseil de sécurité tous les six mois."))
law.clause("res17", Class.RULE, ("Mandate and reviews", "Mandat et examens"),
           ("Four years from the first commencement, a review before they end and every two years, two more years after each unless decided otherwise.",
            "Quatre ans dès la première entrée en activité, un examen avant leur terme puis tous les deux ans, deux ans de plus après chacun sauf décision contraire."))
law.clause("res18", Class.NOT_EXECUTABLE, ("After the Mechanism", "Après le Mécanisme"),
           ("The Council will decide at the end how remaining functions are carried out.", "Le Conseil décidera à la fin de l'exercice des fonctions restantes."),
           reason=("a statement of intention that binds nobody yet", "une déclaration d'intention qui ne lie encore personne"))
law.clause("res13", Class.RULE, ("Start-up and selection of judges", "Mise en route et sélection des juges"),
           ("The Secretary-General prepares the first commencement and begins the selection of the roll by 30 June 2011.",
            "Le Secrétaire général prépare l'entrée en fonctions et engage la sélection des juges au plus tard le 30 juin 2011."))

resolution_adopted = law.measure("resolution_adopted", "res13", ("the resolution has been adopted", "la résolution est adoptée"), lambda v: v.on, ">=", lambda v: ADOPTED)

REGIME_BY = COMMENCEMENT["arusha"] - timedelta(days=1)
"""The last day before the first commencement."""

archives = Particular("archives", "choice", "archives covered", "archives visées", many=True, choices=(
    Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR"), Choice("mechanism", "Mechanism", "Mécanisme")))
consult_council = law.act("consult_council_on_regime", "institution", ("Consult the Council on information security", "Consulter le Conseil sur la sécurité de l'information"),
                          ("The Security Council was consulted on the regime for the archives", "Le Conseil de sécurité a été consulté sur le régime des archives"), [],
                          lambda draft, entry: setattr(draft, "regime_consulted", entry))
set_regime = law.act("establish_access_regime", "institution", ("Establish the regime of information security and access", "Établir le régime de sécurité de l'information et d'accès"),
                     ("The regime for the archives was established ({archives})", "Le régime des archives a été établi ({archives})"), [archives],
                     lambda draft, entry: setattr(draft, "access_regime", entry))
review = law.act("review_mandate", "institution", ("Review the work of the Mechanism", "Examiner les travaux du Mécanisme"),
                 ("The Security Council reviewed the work of the Mechanism", "Le Conseil de sécurité a examiné les travaux du Mécanisme"), [],
                 lambda draft, entry: draft.reviews.append(entry))
end_mandate = law.act("end_mandate", "institution", ("Decide otherwise on the mandate", "Décider autrement du mandat"),
                      ("The Security Council decided that operations end on {last_day}", "Le Conseil de sécurité a décidé que les travaux prennent fin le {last_day}"),
                      [Particular("last_day", "date", "last day of operation", "dernier jour d'activité")], lambda draft, entry: setattr(draft, "ended", entry))


@law.fact("res14", ("the Security Council was consulted on it", "le Conseil de sécurité a été consulté"), cured_by=("consult_council_on_regime",))
def regime_consulted(v: View) -> Any:
    return v.posture.regime_consulted or False


@law.fact("res14", ("the regime covers the archives of both Tribunals and of the Mechanism", "le régime couvre les archives des deux Tribunaux et du Mécanisme"), needs=("archives",))
def three_archives(v: View) -> Any:
    covered = v.given.get("archives")
    return None if covered is None else {"icty", "ictr", "mechanism"} <= set(covered)


@law.fact("res14", ("the regime is established", "le régime est établi"), cured_by=("establish_access_regime",))
def regime_established(v: View) -> Any:
    return v.posture.access_regime or False


operating = law.measure("operating", "res17", ("the Mechanism has begun to operate", "le Mécanisme est en activité"), lambda v: v.on, ">=", lambda v: COMMENCEMENT["arusha"])


@law.stage("res17", ("the Council decided to end operations", "le Conseil a décidé de mettre fin aux travaux"), cured_by=("end_mandate",))
def mandate_ended(v: View) -> Any:
    return v.posture.ended or False


after_last_day = law.measure("after_last_day", "res17", ("the last day of operation has passed", "le dernier jour d'activité est passé"), lambda v: v.on, ">",
                             lambda v: v.posture.ended.particulars["last_day"] if v.posture.ended else None,
                             says_not=("the last day of operation has not passed", "le dernier jour d'activité n'est pas passé"))
last_day_not_past = law.measure("last_day_not_past", "res17", ("the last day of operation is that day or later", "le dernier jour d'activité n'est pas antérieur"),
                                lambda v: v.given.get("last_day"), ">=", lambda v: v.on, needs=("last_day",),
                                says_not=("the last day of operation has passed already", "le dernier jour d'activité est déjà passé"))


def _reviews_due(v: View) -> int:
    """How many reviews should have been held by now for the period in which the day lies: one in the first four years, then one in each two."""
    first_end = add(COMMENCEMENT["arusha"], years(INITIAL_YEARS)).day
    due = 1
    while v.on >= first_end:
        due, first_end = due + 1, add(first_end, years(2)).day
    return due


reviewed = law.measure("reviewed", "res17", ("the review of the current period was held", "l'examen de la période en cours a eu lieu"), lambda v: len(v.posture.reviews), ">=", _reviews_due,
                       cured_by=("review_mandate",))


def review_due(v: View) -> date:
    """The last day for the next review: the last day of the period that the reviews on record do not carry on."""
    end = add(COMMENCEMENT["arusha"], years(INITIAL_YEARS + 2 * len(v.posture.reviews))).day
    return end - timedelta(days=1)


law.power("res14", consult_council, "secretary_general", resolution_adopted)
law.duty("res14", set_regime, "secretary_general", resolution_adopted, regime_established, due=lambda v: REGIME_BY)
law.prohibition("res14", set_regime, ~all_of(regime_consulted, three_archives), name="unfit")
law.duty("res17", review, "security_council", operating.unless(mandate_ended), reviewed, due=review_due)
law.power("res17", end_mandate, "security_council", all_of(resolution_adopted, last_day_not_past).unless(mandate_ended))
law.prohibition("res17", ("commence_branch", "create_unit", "establish_chamber", "open_document_series"), all_of(mandate_ended, after_last_day), name="mandate_over")
law.duty("res13", invite, "secretary_general", resolution_adopted, invited, due=lambda v: ROLL_BY)
law.duty("res5", submit_draft, "secretary_general", resolution_adopted, draft_submitted, due=lambda v: RULES_BY)
law.prohibition("res5", submit_draft, ~all_of(builds_on_both, draft_consistent), name="unfit")
