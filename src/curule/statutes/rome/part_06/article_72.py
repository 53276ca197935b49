"""Article 72 of the Rome Statute: national security information, in its sequence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.matters.case_trial import SecurityClaim
from curule.statutes.rome.part_06.facts import TC, chosen, given_in, item_particular, told, trial_of

law = Chapter("rome", __name__)

AUDIENCE = ("bench", "organ:prosecutor", "organ:registry")
COURT = (TC, "pre_trial_chamber", "appeals_chamber")


def _mark(field: str) -> Callable[[Case, Entry], None]:
    def effect(draft: Case, entry: Entry) -> None:
        claim = draft.trial.security.setdefault(entry.particulars["item"], SecurityClaim())
        setattr(claim, field, entry)
        if field == "refused":
            claim.refusal_under_93 = entry.particulars["under_part_9"]

    return effect


def _step(draft: Case, entry: Entry) -> None:
    draft.trial.security.setdefault(entry.particulars["item"], SecurityClaim()).steps.append(entry)


def _confirm(draft: Case, entry: Entry) -> None:
    claim = draft.trial.security.setdefault(entry.particulars["item"], SecurityClaim())
    claim.confirmed = claim.claimed = entry


def _intervene(draft: Case, entry: Entry) -> None:
    claim = draft.trial.security.setdefault(entry.particulars["item"], SecurityClaim())
    claim.intervened, claim.resolved = entry, None
    claim.claimed = claim.claimed or entry


STATE = Particular("state", "state", "State", "État")
raise_ = law.act("raise_security_claim", "case", ("Raise national security", "Invoquer la sécurité nationale"), ("{state} considers that item {item} touches its security", "{state} estime que la pièce {item} touche à sa sécurité"),
                 [item_particular(), STATE], _mark("claimed"), audience=AUDIENCE, group="national security")
step = law.act("take_security_step", "case", ("Take a cooperative step", "Prendre une mesure de concertation"), ("A step was taken on item {item}: {step}", "Une mesure a été prise pour la pièce {item} : {step}"),
               [item_particular(), Particular("step", "choice", "step", "mesure", choices=[
                   Choice("modify", "request modified or clarified", "demande modifiée ou précisée"), Choice("relevance", "relevance or other source decided", "pertinence ou autre source tranchée"),
                   Choice("source", "other source or form", "autre source ou forme"), Choice("conditions", "conditions agreed", "conditions convenues")])], _step, audience=AUDIENCE, group="national security")
refuse = law.act("notify_security_refusal", "case", ("Notify a refusal on security grounds", "Notifier un refus pour sécurité nationale"), ("{state} refused item {item}", "{state} a refusé la pièce {item}"),
                 [item_particular(), STATE, Particular("reasons", "long_text", "specific reasons", "motifs précis", required=False), Particular("reasons_harmful", "yes_no", "reasons would themselves harm security", "les motifs nuiraient eux-mêmes à la sécurité"),
                  Particular("under_part_9", "yes_no", "article 93(4) is invoked", "l'article 93-4 est invoqué")], _mark("refused"), audience=AUDIENCE, group="national security")
breach = law.act("find_security_breach", "case", ("Find a breach and refer", "Constater un manquement et renvoyer"), ("The Court found that the refusal of item {item} breached obligations", "La Cour a constaté que le refus de la pièce {item} était un manquement"),
                 [item_particular(), Particular("reasons", "long_text", "reasons", "motifs", required=False)], _mark("breach"), group="national security")
consult = law.act("hold_security_consultations", "case", ("Hold further consultations", "Tenir de nouvelles consultations"), ("Consultations were held on item {item}", "Des consultations ont eu lieu sur la pièce {item}"), [item_particular()], _mark("consulted"),
                  audience=AUDIENCE, group="national security")
order = law.act("order_security_disclosure", "case", ("Order disclosure", "Ordonner la divulgation"), ("Disclosure of item {item} was ordered", "La divulgation de la pièce {item} a été ordonnée"), [item_particular()], _mark("ordered"), audience=AUDIENCE, group="national security")
infer = law.act("draw_security_inference", "case", ("Draw an inference of fact", "Tirer une déduction de fait"), ("An inference was drawn in place of item {item}", "Une déduction a été tirée à défaut de la pièce {item}"),
                [item_particular(), Particular("fact", "text", "fact", "fait")], _mark("inferred"), audience=AUDIENCE, group="national security")


decline = law.act("decline_on_security_grounds", "case", ("Decline to give information on security grounds", "Refuser un renseignement pour sécurité nationale"), ("A person declined to give item {item}, on grounds of the security of {state}", "Une personne a refusé la pièce {item} pour la sécurité de {state}"),
                  [item_particular(), STATE], _mark("refused_by_person"), audience=AUDIENCE, group="national security")
confirm = law.act("confirm_security_ground", "case", ("Confirm that security is at stake", "Confirmer que la sécurité est en jeu"), ("{state} confirmed that item {item} touches its security", "{state} a confirmé que la pièce {item} touche à sa sécurité"),
                  [item_particular(), STATE], _confirm, audience=AUDIENCE, group="national security")
intervene = law.act("intervene_on_security", "case", ("Intervene for a resolution", "Intervenir pour un règlement"), ("{state} intervened on item {item}", "{state} est intervenu au sujet de la pièce {item}"),
                    [item_particular(), STATE], _intervene, audience=AUDIENCE, group="national security")
resolve = law.act("resolve_security_matter", "case", ("Resolve the matter of security", "Régler la question de sécurité"), ("The matter of item {item} was resolved", "La question de la pièce {item} a été réglée"),
                  [item_particular(), Particular("resolution", "long_text", "resolution", "règlement")], _mark("resolved"), audience=AUDIENCE, group="national security")


def _reached(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], read: Callable[[SecurityClaim], Any], cured_by: tuple[str, ...] = ()) -> Fact:
    def test(v: View) -> Any:
        claim = trial_of(v).security.get(v.given.get("item", ""))
        return (read(claim) if claim else None) or False

    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=("item",), cured_by=cured_by)(test)


claimed = _reached("security_claimed", "72(1)", ("a State claims national security for the item", "un État invoque sa sécurité nationale pour la pièce"), ("no State claims national security for the item", "aucun État n'invoque sa sécurité pour la pièce"),
                   lambda c: c.claimed, (raise_,))
tried = _reached("security_steps_tried", "72(5)", ("cooperative steps were tried", "des mesures de concertation ont été tentées"), ("no cooperative step was tried", "aucune mesure de concertation n'a été tentée"), lambda c: c.steps[-1] if c.steps else None, (step,))
refused = _reached("security_refused", "72(6)", ("the State refused", "l'État a refusé"), ("the State has not refused", "l'État n'a pas refusé"), lambda c: c.refused, (refuse,))
under_93 = _reached("article_93_invoked", "72(7)(a)", ("article 93(4) is invoked", "l'article 93-4 est invoqué"), ("article 93(4) is not invoked", "l'article 93-4 n'est pas invoqué"), lambda c: c.refusal_under_93)
concluded = _reached("breach_found", "72(7)(a)(i)", ("a breach was found", "un manquement a été constaté"), ("no breach was found", "aucun manquement n'a été constaté"), lambda c: c.breach)
disclosed = _reached("security_disclosure_ordered", "72(7)(b)(ii)", ("disclosure was ordered", "la divulgation a été ordonnée"), ("disclosure was not ordered", "la divulgation n'a pas été ordonnée"), lambda c: c.ordered)
reasons = given_in(law, "refusal_reasoned", "72(6)", ("the refusal gives specific reasons", "le refus est précisément motivé"), ("the refusal gives no reasons", "le refus n'est pas motivé"), "reasons")
harmful = told(law, "reasons_harmful", "72(6)", ("reasons would themselves harm security", "les motifs nuiraient eux-mêmes à la sécurité"), ("reasons would not harm security", "les motifs ne nuiraient pas à la sécurité"), "reasons_harmful")
referral_reasoned = given_in(law, "referral_reasoned", "72(7)(a)(ii)", ("the referral gives reasons", "le renvoi est motivé"), ("the referral gives no reasons", "le renvoi n'est pas motivé"), "reasons")
by_court = chosen(law, "step_for_court", "72(5)(b)", ("the step is a decision of the Court", "la mesure est une décision de la Cour"), ("the step is not a decision of the Court", "la mesure n'est pas une décision de la Cour"), "step", "relevance")
needed = law.finding("security_evidence_needed", "72(7)", ("the evidence is relevant and needed to establish guilt or innocence", "la preuve est pertinente et nécessaire pour établir la culpabilité ou l'innocence"), COURT, ("relevance and necessity, both", "pertinence et nécessité"), subject="item")

declined = _reached("declined_by_person", "72(2)", ("a person declined on that ground", "une personne a refusé pour ce motif"), ("no person declined on that ground", "personne n'a refusé pour ce motif"), lambda c: c.refused_by_person, (decline,))
intervening = _reached("intervention_pending", "72(4)", ("the intervention of a State is pending", "l'intervention d'un État est pendante"), ("no intervention of a State is pending", "aucune intervention d'État n'est pendante"), lambda c: c.intervened if c.intervention_pending else None)


@law.fact("72(3)", ("the item is held in confidence, without consent of who gave it", "la pièce est détenue à titre confidentiel, sans l'accord de qui l'a fournie"), needs=("item",), cured_by=("record_consent_to_disclosure",),
          says_not=("the item is not held in confidence", "la pièce n'est pas détenue à titre confidentiel"))
def held_in_confidence(v: View) -> Any:
    item, inquiry = v.given.get("item", ""), v.posture.inquiry
    if item in inquiry.confidential and item not in inquiry.consents:
        return inquiry.confidential[item]
    return trial_of(v).third_party_answered.get(item, False)


law.power("72(2)", decline, ("registry", "registrar", "prosecutor", "defence"))
law.power("72(2)", confirm, ("state", "state_party"), declined)
law.prohibition("72(3)", order, held_in_confidence)
law.power("72(4)", intervene, ("state", "state_party"))
law.power("72(4)", resolve, (*COURT, "state", "state_party"), intervening)
law.prohibition("72(4)", (order, "disclose_exculpatory_evidence"), intervening)
law.power("72(1)", raise_, ("state", "state_party"))
law.power("72(5)", step, (*COURT, "state", "state_party", "prosecutor", "defence"), claimed)
law.prohibition("72(5)(b)", step, by_court, by=("state", "state_party", "prosecutor", "defence"), name="decided_by_court")
law.power("72(6)", refuse, ("state", "state_party"), tried)
law.prohibition("72(6)", refuse, ~any_of(reasons, harmful), name="reasons")
law.power("72(7)(a)(i)", consult, COURT, all_of(needed, under_93, ~concluded))
law.power("72(7)(a)(ii)", breach, COURT, all_of(needed, under_93, referral_reasoned))
law.power("72(7)(b)(i)", order, COURT, all_of(refused, needed, ~under_93))
law.power("72(7)(a)(iii)", infer, TC, all_of(needed, under_93))
law.power("72(7)(b)", infer, TC, all_of(refused, needed, ~disclosed))

law.clause("72(5)(a)", Class.DEFINITION, ("Changed request", "Demande modifiée"),
           ("The request is narrowed or clarified.", "La demande est modifiée ou précisée."), carried_by=("take_security_step: step",))
law.clause("72(5)(c)", Class.DEFINITION, ("Other source or form", "Autre source ou forme"),
           ("Obtained elsewhere or otherwise.", "Obtenu ailleurs ou autrement."), carried_by=("take_security_step: step",))
law.clause("72(5)(d)", Class.DEFINITION, ("Conditions", "Conditions"),
           ("Summaries, redactions, closed hearings and the like.", "Résumés, expurgations, huis clos et autres."),
           carried_by=("take_security_step: step",))
for provision, title, summary in (
    ("72(1)", ("When it applies", "Champ d'application"),
     ("A State considers that disclosure would harm its security, at any stage.", "Un État estime que la divulgation nuirait à sa sécurité, à tout stade.")),
    ("72(2)", ("A person refuses", "Refus d'une personne"),
     ("A person declines on that ground and the State confirms.", "Une personne refuse pour ce motif et l'État confirme.")),
    ("72(3)", ("Other confidentiality", "Autres règles de confidentialité"),
     ("Material under 54(3)(e) and (f) or 73 keeps its own rules.", "Les pièces des articles 54-3-e et f ou 73 gardent leurs règles.")),
    ("72(4)", ("Intervention", "Intervention"),
     ("A State may intervene; nothing is released meanwhile.", "Un État peut intervenir ; rien n'est divulgué entre-temps.")),
    ("72(5)", ("Cooperative steps", "Voie de concertation"),
     ("All reasonable steps are tried first.", "Toutes les mesures raisonnables sont d'abord tentées.")),
    ("72(5)(b)", ("Relevance or other source", "Pertinence ou autre source"), ("The Court decides.", "La Cour décide.")),
    ("72(6)", ("Notice of refusal", "Notification du refus"),
     ("With specific reasons, unless reasons would themselves do harm.", "Motivée précisément, sauf si les motifs nuiraient eux-mêmes.")),
    ("72(7)", ("Measures after deadlock", "Mesures en cas d'impasse"),
     ("If the evidence is relevant and needed for guilt or innocence.", "Si la preuve est pertinente et nécessaire pour établir la culpabilité ou l'innocence.")),
    ("72(7)(a)", ("Request under Part 9", "Demande au titre du chapitre IX"),
     ("Where article 93(4) is invoked, no order to disclose.", "Si l'article 93-4 est invoqué, pas d'ordonnance de divulgation.")),
    ("72(7)(a)(i)", ("Further consultations", "Nouvelles consultations"),
     ("Before any conclusion on breach.", "Avant toute conclusion de manquement.")),
    ("72(7)(a)(ii)", ("Breach and referral", "Manquement et renvoi"), ("With reasons, under article 87(7).", "Motivé, au titre de l'article 87-7.")),
    ("72(7)(a)(iii)", ("Inference", "Déduction"), ("As to a fact, in the trial of the accused.", "Quant à un fait, dans le procès de l'accusé.")),
    ("72(7)(b)", ("All other circumstances", "Autres circonstances"),
     ("Order disclosure or draw inferences.", "Ordonner la divulgation ou tirer des déductions.")),
    ("72(7)(b)(i)", ("Order of disclosure", "Ordonnance de divulgation"), ("Of the information or document.", "Du renseignement ou du document.")),
    ("72(7)(b)(ii)", ("Inference on the rest", "Déduction pour le reste"),
     ("So far as disclosure is not ordered.", "Dans la mesure où la divulgation n'est pas ordonnée.")),
):
    law.clause(provision, Class.RULE, title, summary)
