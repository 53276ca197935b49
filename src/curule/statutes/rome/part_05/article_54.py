"""Article 54 of the Rome Statute: duties and powers of the Prosecutor with respect to investigations."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.situation_investigation import Lead
from curule.statutes.rome.part_05.facts import investigation_opened, listed, on_record, stated, wording, yes_no

law = Chapter("rome", __name__)

KINDS = ("situation", "case")
OF_THE_PROSECUTOR = ("organ:prosecutor",)


def _plan(draft: Any, entry: Entry) -> None:
    draft.inquiry.plan = entry


def _lead(draft: Any, entry: Entry) -> None:
    draft.inquiry.leads[entry.particulars["lead"]] = Lead(bearing=entry.particulars["bearing"], entry=entry)


def _pursue(draft: Any, entry: Entry) -> None:
    draft.inquiry.leads.setdefault(entry.particulars["lead"], Lead()).steps.append(entry)


def _close_lead(draft: Any, entry: Entry) -> None:
    draft.inquiry.leads.setdefault(entry.particulars["lead"], Lead()).closed = entry


def _append(field: str) -> Any:
    def effect(draft: Any, entry: Entry) -> None:
        getattr(draft.inquiry, field).append(entry)

    return effect


def _keyed(field: str, name: str) -> Any:
    def effect(draft: Any, entry: Entry) -> None:
        getattr(draft.inquiry, field)[entry.particulars[name]] = entry

    return effect


def suggest_leads(v: View) -> list[tuple[str, str]]:
    """The leads on the record, for forms."""
    return [(code, f"{code} ({lead.bearing})") for code, lead in v.posture.inquiry.leads.items()]


def suggest_confidential(v: View) -> list[tuple[str, str]]:
    """The confidential material on the record, for forms."""
    return [(item, item) for item in v.posture.inquiry.confidential]


SECTIONS = (Choice("truth", "incriminating and exonerating circumstances equally", "circonstances à charge et à décharge, à égalité"),
            Choice("victims_witnesses", "interests and circumstances of victims and witnesses, nature of the crime", "intérêts et situation des victimes et des témoins, nature du crime"),
            Choice("rights", "rights of persons under the Statute", "droits des personnes au titre du Statut"))
BEARINGS = (Choice("incriminating", "incriminating", "à charge"), Choice("exonerating", "exonerating", "à décharge"), Choice("both", "both", "à charge et à décharge"))
STATE = Particular("state", "state", "State", "État")
ITEM = Particular("item", "text", "item", "pièce")


def _confidential_item() -> Particular:
    return Particular("item", "text", "item", "pièce", suggest=suggest_confidential)


plan = law.act(
    "approve_investigation_plan", KINDS, ("Approve the investigation plan", "Approuver le plan d'enquête"), ("The Prosecutor approved the investigation plan", "Le Procureur a approuvé le plan d'enquête"),
    [Particular("sections", "choice", "what the plan provides for", "ce que prévoit le plan", many=True, choices=SECTIONS)], _plan, audience=OF_THE_PROSECUTOR, group="investigation")
record_lead = law.act(
    "record_lead", KINDS, ("Record a lead", "Consigner une piste"), ("The lead {lead} was recorded ({bearing})", "La piste {lead} a été consignée ({bearing})"),
    [Particular("lead", "text", "lead", "piste"), Particular("bearing", "choice", "bearing", "portée", choices=BEARINGS)], _lead, audience=OF_THE_PROSECUTOR, group="investigation")
pursue_lead = law.act(
    "pursue_lead", KINDS, ("Take a step on a lead", "Suivre une piste"), ("A step was taken on the lead {lead}: {step}", "La piste {lead} a été suivie : {step}"),
    [Particular("lead", "text", "lead", "piste", suggest=suggest_leads), Particular("step", "text", "step", "mesure")], _pursue, audience=OF_THE_PROSECUTOR, group="investigation")
close_lead = law.act(
    "close_lead", KINDS, ("Close a lead", "Clore une piste"), ("The lead {lead} was closed", "La piste {lead} a été close"),
    [Particular("lead", "text", "lead", "piste", suggest=suggest_leads)], _close_lead, audience=OF_THE_PROSECUTOR, group="investigation")
take_step = law.act(
    "take_step_on_territory", KINDS, ("Take an investigative step on a State's territory", "Accomplir un acte d'enquête sur le territoire d'un État"),
    ("The Prosecutor took a step on the territory of {state}: {step}", "Le Procureur a accompli un acte d'enquête sur le territoire de {state} : {step}"),
    [STATE, Particular("step", "text", "step", "acte"), Particular("request", "text", "request under Part 9 that was executed", "demande au titre du chapitre IX qui a été exécutée", required=False),
     yes_no("voluntary", "without compulsion, after consultation (article 99(4))", "sans contrainte, après consultation (article 99-4)")], _append("steps"), audience=OF_THE_PROSECUTOR, group="investigation")
collect = law.act(
    "collect_evidence", KINDS, ("Collect evidence", "Recueillir un élément de preuve"), ("Evidence was collected: {item}", "Un élément de preuve a été recueilli : {item}"),
    [ITEM, Particular("collector", "text", "collected by", "recueilli par"), Particular("place", "text", "place", "lieu"),
     Particular("bearing", "choice", "bearing", "portée", choices=BEARINGS, required=False)], _keyed("evidence", "item"), audience=OF_THE_PROSECUTOR, group="investigation")
seek = law.act(
    "seek_cooperation", KINDS, ("Seek cooperation", "Rechercher la coopération"), ("The Prosecutor sought the cooperation of {addressee}", "Le Procureur a recherché la coopération de {addressee}"),
    [Particular("addressee", "text", "State, organization or arrangement", "État, organisation ou arrangement"),
     Particular("sort", "choice", "addressee", "destinataire", choices=[Choice("state", "a State", "un État"), Choice("organization", "an intergovernmental organization or arrangement", "une organisation ou un arrangement intergouvernemental")]),
     wording("mandate", "its competence or mandate for what is asked", "sa compétence ou son mandat pour ce qui est demandé")], _append("measures"), audience=OF_THE_PROSECUTOR, group="investigation")
agree = law.act(
    "conclude_cooperation_agreement", KINDS, ("Conclude an arrangement or agreement", "Conclure un arrangement ou un accord"),
    ("The Prosecutor concluded an arrangement with {partner}", "Le Procureur a conclu un arrangement avec {partner}"),
    [Particular("partner", "text", "partner", "partenaire"), wording("terms", "terms", "termes", required=True), yes_no("promises_immunity", "it promises immunity from prosecution by the Court", "il promet l'immunité devant la Cour")],
    _append("agreements"), audience=OF_THE_PROSECUTOR, group="investigation")
undertake = law.act(
    "undertake_non_disclosure", KINDS, ("Agree not to disclose", "S'engager à ne pas divulguer"), ("The Prosecutor agreed not to disclose {item}", "Le Procureur s'est engagé à ne pas divulguer {item}"),
    [ITEM, Particular("provider", "text", "provider", "source"), yes_no("on_condition", "obtained on condition of confidentiality", "obtenu sous condition de confidentialité", required=True),
     yes_no("lead_only", "solely to generate new evidence", "aux seules fins d'obtenir de nouvelles preuves", required=True)], _keyed("confidential", "item"), audience=OF_THE_PROSECUTOR, group="investigation")
consent = law.act(
    "record_provider_consent", KINDS, ("Record the provider's consent", "Consigner le consentement de la source"), ("The provider consented to the disclosure of {item}", "La source a consenti à la divulgation de {item}"),
    [_confidential_item()], _keyed("consents", "item"), audience=OF_THE_PROSECUTOR, group="investigation")
disclose = law.act(
    "disclose_material", KINDS, ("Disclose material", "Divulguer une pièce"), ("{item} was disclosed", "{item} a été divulgué"), [_confidential_item()], _keyed("disclosed", "item"),
    audience=("organ:prosecutor", "matter:parties", "bench"), group="investigation")
protect = law.act(
    "take_protective_step", KINDS, ("Take or request a protective step", "Prendre ou demander une mesure de protection"), ("The Prosecutor took or requested a step: {step}", "Le Procureur a pris ou demandé une mesure : {step}"),
    [Particular("step", "text", "step", "mesure"), Particular("purposes", "choice", "purposes", "fins", many=True, required=False, choices=[
        Choice("confidentiality", "confidentiality of information", "confidentialité des renseignements"), Choice("protection", "protection of a person", "protection d'une personne"),
        Choice("preservation", "preservation of evidence", "préservation des preuves")])], _append("measures"), audience=OF_THE_PROSECUTOR, group="investigation")

truth_planned = listed(law, "truth_planned", "54(1)(a)", ("the plan covers both directions equally", "le plan couvre charge et décharge à égalité"), ("the plan leaves out exonerating circumstances", "le plan omet les circonstances à décharge"),
                       "sections", "truth")
persons_planned = listed(law, "victims_and_witnesses_planned", "54(1)(b)", ("the plan respects victims and witnesses and the nature of the crime", "le plan respecte victimes et témoins et la nature du crime"),
                         ("the plan leaves out victims and witnesses", "le plan omet victimes et témoins"), "sections", "victims_witnesses")
rights_planned = listed(law, "rights_planned", "54(1)(c)", ("the plan provides for the rights of persons", "le plan prévoit les droits des personnes"), ("the plan leaves out the rights of persons", "le plan omet les droits des personnes"),
                        "sections", "rights")
plan_approved = on_record(law, "plan_approved", "54(1)", ("an investigation plan is approved", "un plan d'enquête est approuvé"), ("no investigation plan is approved", "aucun plan d'enquête n'est approuvé"),
                          lambda v: v.posture.inquiry.plan, cured_by=("approve_investigation_plan",))


def _lead_of(v: View) -> Lead | None:
    found: Lead | None = v.posture.inquiry.leads.get(v.given.get("lead"))
    return found


@law.fact("54(1)(a)", ("the lead is on the record", "la piste est consignée"), needs=("lead",), cured_by=("record_lead",), says_not=("the lead is not on the record", "la piste n'est pas consignée"))
def lead_recorded(v: View) -> Any:
    lead = _lead_of(v)
    return None if "lead" not in v.given else (lead.entry if lead and lead.entry else False)


@law.fact("54(1)(a)", ("the lead bears on innocence", "la piste porte sur l'innocence"), needs=("lead",), says_not=("the lead is incriminating only", "la piste est à charge seulement"))
def lead_exonerating(v: View) -> Any:
    lead = _lead_of(v)
    return None if "lead" not in v.given else lead is not None and lead.bearing != "incriminating"


@law.fact("54(1)(a)", ("a step was taken on the lead", "la piste a été suivie"), needs=("lead",), cured_by=("pursue_lead",), says_not=("no step was taken on the lead", "la piste n'a pas été suivie"))
def lead_pursued(v: View) -> Any:
    lead = _lead_of(v)
    return None if "lead" not in v.given else (lead.steps[-1] if lead and lead.steps else False)


request_executed = stated(law, "request_executed", "54(2)(a)", ("a request under Part 9 was executed for it", "une demande au titre du chapitre IX a été exécutée à cette fin"),
                          ("no request under Part 9 was executed for it", "aucune demande au titre du chapitre IX n'a été exécutée à cette fin"), "request", after="step")
voluntary_step = stated(law, "voluntary_step", "54(2)(a)", ("it needs no compulsion and follows consultation (article 99(4))", "elle se passe de contrainte et suit une consultation (article 99-4)"),
                        ("it is not a voluntary step after consultation", "ce n'est pas un acte volontaire après consultation"), "voluntary", after="step")


@law.fact("54(2)(b)", ("the step is among those authorised there by the Pre-Trial Chamber", "l'acte figure parmi ceux que la Chambre préliminaire y a autorisés"), needs=("state", "step"),
          cured_by=("authorise_steps_in_state",), says_not=("the step is not among those authorised there", "l'acte ne figure pas parmi ceux qui y sont autorisés"))
def step_authorised(v: View) -> Any:
    state, step = v.given.get("state"), v.given.get("step")
    if state is None or step is None:
        return None
    order = v.posture.inquiry.authorised.get(state)
    return order if order and step in order.particulars["steps"] else False


@law.fact("54(3)(c)", ("the request is within the addressee's competence or mandate", "la demande relève de la compétence ou du mandat du destinataire"), needs=("sort", "mandate"),
          says_not=("no mandate of the organization for it is shown", "aucun mandat de l'organisation n'est indiqué à cet effet"))
def within_mandate(v: View) -> Any:
    sort = v.given.get("sort")
    return None if sort is None else sort == "state" or bool(v.given.get("mandate"))


@law.fact("54(3)(d)", ("the agreement promises immunity from prosecution by the Court", "l'accord promet l'immunité devant la Cour"), needs=("promises_immunity",),
          says_not=("the agreement promises no immunity from prosecution by the Court", "l'accord ne promet aucune immunité devant la Cour"))
def promises_immunity(v: View) -> Any:
    return v.given.get("promises_immunity", False)


compatible = law.finding("compatible_with_statute", "54(3)(d)", ("the agreement is not inconsistent with the Statute", "l'accord n'est pas contraire au Statut"), "prosecutor", ("satisfied", "convaincu"), lasting=False)
on_condition = stated(law, "on_condition", "54(3)(e)", ("it was obtained on condition of confidentiality", "la pièce a été obtenue sous condition de confidentialité"),
                      ("it was not obtained on condition of confidentiality", "la pièce n'a pas été obtenue sous condition de confidentialité"), "on_condition", after="item")
lead_only = stated(law, "lead_only", "54(3)(e)", ("it serves solely to generate new evidence", "elle sert seulement à obtenir de nouvelles preuves"),
                   ("it serves as evidence itself", "elle sert elle-même de preuve"), "lead_only", after="item")


@law.fact("54(3)(e)", ("the item is under an undertaking of non-disclosure", "la pièce fait l'objet d'un engagement de non-divulgation"), needs=("item",),
          says_not=("the item is under no undertaking", "la pièce ne fait l'objet d'aucun engagement"))
def under_undertaking(v: View) -> Any:
    item = v.given.get("item")
    return None if item is None else v.posture.inquiry.confidential.get(item) or False


@law.fact("54(3)(e)", ("the provider consented", "la source a consenti"), needs=("item",), cured_by=("record_provider_consent",), says_not=("the provider did not consent", "la source n'a pas consenti"))
def provider_consented(v: View) -> Any:
    item = v.given.get("item")
    return None if item is None else v.posture.inquiry.consents.get(item) or False


purpose_named = stated(law, "purpose_named", "54(3)(f)", ("one of the three purposes is named", "l'une des trois fins est indiquée"), ("none of the three purposes is named", "aucune des trois fins n'est indiquée"),
                       "purposes", after="step")

law.duty("54(1)", plan, "prosecutor", investigation_opened, plan_approved)
law.prohibition("54(1)", plan, ~all_of(truth_planned, persons_planned, rights_planned))
law.power("54(1)(a)", record_lead, "prosecutor", investigation_opened)
law.power("54(1)(a)", pursue_lead, "prosecutor", lead_recorded)
law.power("54(1)(a)", close_lead, "prosecutor", lead_recorded)
law.prohibition("54(1)(a)", close_lead, all_of(lead_exonerating, ~lead_pursued))
law.power("54(2)", take_step, "prosecutor", all_of(investigation_opened, any_of(request_executed, voluntary_step, step_authorised)))
law.power("54(3)(a)", collect, "prosecutor", investigation_opened)
law.power("54(3)(c)", seek, "prosecutor", all_of(investigation_opened, within_mandate))
law.power("54(3)(d)", agree, "prosecutor", all_of(investigation_opened, compatible))
law.prohibition("54(3)(d)", agree, promises_immunity)
law.power("54(3)(e)", undertake, "prosecutor", all_of(investigation_opened, on_condition, lead_only))
law.power("54(3)(e)", consent, ("prosecutor", "registry"), under_undertaking)
law.power("54(3)(e)", disclose, "prosecutor", investigation_opened)
law.prohibition("54(3)(e)", disclose, all_of(under_undertaking, ~provider_consented))
law.power("54(3)(f)", protect, "prosecutor", all_of(investigation_opened, purpose_named))

law.clause("54(3)", Class.DEFINITION, ("Powers of investigation", "Pouvoirs d'enquête"), ("Six powers, each an act of its own.", "Six pouvoirs, un acte chacun."),
           carried_by=(collect, "question_person", seek, agree, undertake, protect))
for provision, title, summary in (
    ("54(1)", ("Duties of the Prosecutor", "Devoirs du Procureur"), ("Three duties, planned together.", "Trois devoirs, prévus ensemble.")),
    ("54(1)(a)", ("Truth, both ways", "Vérité, à charge et à décharge"), ("Every relevant fact; incriminating and exonerating circumstances equally.", "Tout fait pertinent ; à charge et à décharge, à égalité.")),
    ("54(1)(b)", ("Effective and considerate", "Efficacité et égards"), ("Measures that work, with respect for victims and witnesses and for the nature of the crime.",
                                                                       "Mesures efficaces, dans le respect des victimes et témoins et de la nature du crime.")),
    ("54(1)(c)", ("Respect for rights", "Respect des droits"), ("Rights under the Statute are fully respected.", "Les droits issus du Statut sont pleinement respectés.")),
    ("54(2)", ("On a State's territory", "Sur le territoire d'un État"), ("Only under Part 9 or as the Chamber authorised.", "Selon le chapitre IX ou sur autorisation de la Chambre.")),
    ("54(2)(a)", ("Under Part 9", "Selon le chapitre IX"), ("An executed request, or a voluntary step after consultation.", "Une demande exécutée, ou un acte volontaire après consultation.")),
    ("54(2)(b)", ("On authorisation", "Sur autorisation"), ("Within the steps that the Chamber named.", "Dans les limites des mesures que la Chambre a nommées.")),
    ("54(3)(a)", ("Evidence", "Preuves"), ("Evidence may be collected and examined.", "Des preuves peuvent être recueillies et examinées.")),
    ("54(3)(b)", ("Questioning", "Auditions"), ("Persons under investigation, victims and witnesses may be asked to come and be questioned.", "Personnes visées, victimes et témoins peuvent être convoqués et entendus.")),
    ("54(3)(c)", ("Cooperation", "Coopération"), ("From States, or from organizations within their mandate.", "D'États, ou d'organisations dans leur mandat.")),
    ("54(3)(d)", ("Agreements", "Accords"), ("Arrangements that the Statute allows.", "Arrangements compatibles avec le Statut.")),
    ("54(3)(e)", ("Confidential lead material", "Documents confidentiels"), ("Not disclosed without the provider's consent.", "Non divulgués sans le consentement de la source.")),
    ("54(3)(f)", ("Protective steps", "Mesures de protection"), ("For confidentiality, persons or evidence.", "Pour la confidentialité, les personnes ou les preuves.")),
):
    law.clause(provision, Class.RULE, title, summary)
