"""Articles 43(1), 43(6) and 44 of the Rome Statute: Registry, Victims and Witnesses Unit, staff."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.court import Court
from curule.statutes.rome.part_04.article_34 import court_open
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of
from curule.statutes.rome.part_13.party_facts import party_leaf

law = Chapter("rome", __name__)

law.clause("43(1)", Class.RULE, ("The Registry", "Le Greffe"), ("Non-judicial administration and servicing, without touching the powers of the Prosecutor.", "Administration et services non judiciaires, sans toucher aux attributions du Procureur."))
law.clause("43(6)", Class.RULE, ("Victims and Witnesses Unit", "Division d'aide aux victimes et aux témoins"), ("Set up by the Registrar in the Registry; consults the Office of the Prosecutor; protects and helps witnesses, victims who appear and others at risk; has trauma experts.",
           "Créée par le Greffier au sein du Greffe ; consulte le Bureau du Procureur ; protège et aide témoins, victimes comparaissantes et autres personnes en danger ; compte des spécialistes des traumatismes."))
law.clause("44(1)", Class.RULE, ("Staff", "Personnel"), ("Prosecutor and Registrar appoint the staff of their own office; investigators are the Prosecutor's.", "Le Procureur et le Greffier nomment le personnel de leur service ; les enquêteurs relèvent du Procureur."))
law.clause("44(2)", Class.RULE, ("Standards of employment", "Critères de recrutement"), ("The highest standards of efficiency, competence and integrity; representation as for judges.", "Les plus hautes qualités d'efficacité, de compétence et d'intégrité ; représentation comme pour les juges."))
law.clause("44(3)", Class.RULE, ("Staff Regulations", "Statut du personnel"), ("Proposed by the Registrar with the agreement of Presidency and Prosecutor; approved by the Assembly.", "Proposé par le Greffier avec l'accord de la Présidence et du Procureur ; approuvé par l'Assemblée."))
law.clause("44(4)", Class.RULE, ("Gratis personnel", "Personnel mis à disposition à titre gracieux"), ("In exceptional circumstances, from States Parties or organizations, under guidelines of the Assembly.",
           "Dans des circonstances exceptionnelles, par des États Parties ou des organisations, selon les directives de l'Assemblée."))

INTERNAL = ("organ:registrar", "organ:registry", "organ:prosecutor", "organ:presidency")
UNIT = ("organ:victims_witnesses_unit", "organ:registrar", "organ:prosecutor")
measure = Particular("measure", "text", "file of the measure", "dossier de la mesure")
service = Particular("service", "choice", "office", "service", choices=(Choice("prosecutor", "Office of the Prosecutor", "Bureau du Procureur"), Choice("registry", "Registry", "Greffe")))
post = Particular("post", "choice", "post", "poste", choices=(Choice("investigator", "investigator", "enquêteur"), Choice("interpreter", "interpreter", "interprète"), Choice("legal", "legal officer", "juriste"), Choice("other", "other", "autre")))


def _set(field: str) -> Any:
    return lambda draft, entry: setattr(draft, field, entry)


def _consulted(draft: Court, entry: Entry) -> None:
    draft.unit_consulted[entry.particulars["measure"]] = entry


def _agree(draft: Court, entry: Entry) -> None:
    draft.staff_agreed[entry.actor.organ if entry.actor else ""] = entry


establish = law.act("establish_victims_witnesses_unit", "court", ("Set up the Victims and Witnesses Unit", "Créer la Division d'aide aux victimes et aux témoins"), ("The Victims and Witnesses Unit was set up", "La Division d'aide aux victimes et aux témoins a été créée"),
                    [Particular("within", "choice", "within", "au sein de", choices=(Choice("registry", "the Registry", "du Greffe"), Choice("prosecutor", "the Office of the Prosecutor", "du Bureau du Procureur")))], _set("victims_unit"))
consult = law.act("consult_prosecutor_on_protection", "court", ("Consult the Office of the Prosecutor on a measure", "Consulter le Bureau du Procureur sur une mesure"), ("The Office of the Prosecutor was consulted on {measure}", "Le Bureau du Procureur a été consulté sur {measure}"),
                  [measure], _consulted, audience=UNIT)
protect = law.act("provide_protection", "court", ("Provide protection or assistance", "Assurer protection ou aide"), ("Protection or assistance was provided: {measure} ({beneficiary})", "Une protection ou une aide a été assurée : {measure} ({beneficiary})"), [
    measure, Particular("beneficiary", "choice", "beneficiary", "bénéficiaire", choices=(
        Choice("witness", "witness", "témoin"), Choice("victim", "victim who appears before the Court", "victime comparaissant devant la Cour"),
        Choice("at_risk", "other person at risk on account of testimony", "autre personne menacée du fait d'un témoignage"), Choice("other", "other", "autre")))], audience=UNIT)
expert = law.act("add_trauma_expert", "court", ("Take a trauma expert on the staff of the Unit", "Recruter un spécialiste des traumatismes"), ("A trauma expert joined the Unit", "Un spécialiste des traumatismes a rejoint la Division"),
                 [Particular("person", "text", "person", "personne")], lambda draft, entry: draft.trauma_experts.append(entry), audience=UNIT)
appoint = law.act("appoint_staff", "court", ("Appoint staff", "Nommer un membre du personnel"), ("{person} was appointed: {post}, {service}", "{person} a été nommé : {post}, {service}"), [Particular("person", "text", "person", "personne"), service, post],
                  lambda draft, entry: draft.staff.__setitem__(entry.particulars["person"], entry), audience=INTERNAL)
propose = law.act("propose_staff_regulations", "court", ("Propose Staff Regulations", "Proposer le Statut du personnel"), ("The Registrar proposed Staff Regulations", "Le Greffier a proposé le Statut du personnel"), [
    Particular("contents", "choice", "contents", "contenu", many=True, choices=(Choice("appointment", "appointment", "nomination"), Choice("remuneration", "remuneration", "rémunération"), Choice("dismissal", "dismissal", "cessation de fonctions")))],
    _set("staff_regulations"))
agree = law.act("agree_to_staff_regulations", "court", ("Agree to the Staff Regulations", "Accepter le Statut du personnel"), ("The proposed Staff Regulations were agreed to", "Le projet de Statut du personnel a été accepté"), [], _agree, audience=INTERNAL)
approve = law.act("approve_staff_regulations", "court", ("Approve the Staff Regulations", "Approuver le Statut du personnel"), ("The Assembly approved the Staff Regulations", "L'Assemblée a approuvé le Statut du personnel"), [], _set("staff_approved"))
apply_regulations = law.act("apply_staff_regulations", "court", ("Apply the Staff Regulations", "Appliquer le Statut du personnel"), ("The Staff Regulations were applied: {subject}", "Le Statut du personnel a été appliqué : {subject}"), [Particular("subject", "text", "subject", "objet")], audience=INTERNAL)
guidelines = law.act("set_gratis_guidelines", "court", ("Set guidelines for gratis personnel", "Établir les directives sur le personnel à titre gracieux"), ("The Assembly set guidelines for gratis personnel", "L'Assemblée a établi les directives sur le personnel mis à disposition à titre gracieux"),
                     [], _set("guidelines"))
gratis = law.act("accept_gratis_personnel", "court", ("Accept gratis personnel", "Accepter du personnel à titre gracieux"), ("{person}, offered by {source}, was accepted for {service}", "{person}, mis à disposition par {source}, a été accepté ({service})"), [
    Particular("person", "text", "person", "personne"), service, Particular("source", "choice", "offered by", "mis à disposition par", choices=(
        Choice("state", "a State", "un État"), Choice("igo", "an intergovernmental organization", "une organisation intergouvernementale"), Choice("ngo", "a non-governmental organization", "une organisation non gouvernementale"),
        Choice("company", "a company", "une entreprise"))), Particular("state", "state", "State", "État", required=False)], audience=INTERNAL)

unit_set_up = entry_fact(law, "unit_set_up", "43(6)", ("the Unit is set up", "la Division est créée"), lambda v: v.posture.victims_unit, ("establish_victims_witnesses_unit",))
within_registry = is_one_of(law, "within_registry", "43(6)", ("within the Registry", "au sein du Greffe"), "within", ("registry",), says_not=("outside the Registry", "hors du Greffe"))
prosecutor_consulted = entry_fact(law, "prosecutor_consulted", "43(6)", ("the Office of the Prosecutor was consulted", "le Bureau du Procureur a été consulté"), lambda v: v.posture.unit_consulted.get(v.given.get("measure", "")),
                                  ("consult_prosecutor_on_protection",), needs=("measure",))
listed_beneficiary = is_one_of(law, "listed_beneficiary", "43(6)", ("a witness, a victim who appears or another person at risk", "un témoin, une victime comparaissante ou une autre personne en danger"), "beneficiary", ("witness", "victim", "at_risk"))
has_expert = entry_fact(law, "has_expert", "43(6)", ("the Unit has a trauma expert", "la Division compte un spécialiste des traumatismes"), lambda v: v.posture.trauma_experts and v.posture.trauma_experts[0], ("add_trauma_expert",))
prosecution_post = is_one_of(law, "prosecution_post", "44(1)", ("in the Office of the Prosecutor", "au Bureau du Procureur"), "service", ("prosecutor",))
registry_post = is_one_of(law, "registry_post", "44(1)", ("in the Registry", "au Greffe"), "service", ("registry",))
investigator = is_one_of(law, "investigator", "44(1)", ("the post is that of an investigator", "le poste est celui d'un enquêteur"), "post", ("investigator",), says_not=("the post is not that of an investigator", "le poste n'est pas celui d'un enquêteur"))
merit = law.finding("merit", "44(2)", ("of the highest efficiency, competence and integrity", "possède les plus hautes qualités d'efficacité, de compétence et d'intégrité"), ("prosecutor", "registrar"), ("on the recruitment file", "au vu du dossier de recrutement"), lasting=False)
proposed = entry_fact(law, "staff_regulations_proposed", "44(3)", ("Staff Regulations are proposed", "le Statut du personnel est proposé"), lambda v: v.posture.staff_regulations, ("propose_staff_regulations",))
presidency_agreed = entry_fact(law, "presidency_agreed", "44(3)", ("the Presidency agreed", "la Présidence a donné son accord"), lambda v: v.posture.staff_agreed.get("presidency"), ("agree_to_staff_regulations",))
prosecutor_agreed = entry_fact(law, "prosecutor_agreed", "44(3)", ("the Prosecutor agreed", "le Procureur a donné son accord"), lambda v: v.posture.staff_agreed.get("prosecutor"), ("agree_to_staff_regulations",))
approved = entry_fact(law, "staff_regulations_approved", "44(3)", ("the Assembly approved them", "l'Assemblée l'a approuvé"), lambda v: v.posture.staff_approved, ("approve_staff_regulations",))


@law.fact("44(3)", ("they cover appointment, remuneration and dismissal", "il couvre nomination, rémunération et cessation de fonctions"), needs=("contents",))
def whole_contents(v: View) -> Any:
    contents = v.given.get("contents")
    return None if contents is None else {*contents} >= {"appointment", "remuneration", "dismissal"}


guidelines_set = entry_fact(law, "guidelines_set", "44(4)", ("the Assembly set guidelines", "l'Assemblée a établi des directives"), lambda v: v.posture.guidelines, ("set_gratis_guidelines",))
from_organization = is_one_of(law, "from_organization", "44(4)", ("offered by an intergovernmental or non-governmental organization", "mis à disposition par une organisation"), "source", ("igo", "ngo"))
from_state = is_one_of(law, "from_state", "44(4)", ("offered by a State", "mis à disposition par un État"), "source", ("state",))
state_is_party = party_leaf(law, "offering_state_is_party", "44(4)", ("that State is a Party", "cet État est Partie"), ("that State is no Party", "cet État n'est pas Partie"))
exceptional = law.finding("exceptional_circumstances", "44(4)", ("circumstances are exceptional", "les circonstances sont exceptionnelles"), ("prosecutor", "registrar"), ("stated reasons", "motifs indiqués"), lasting=False)
for_prosecution = is_one_of(law, "for_prosecution", "44(4)", ("for the Office of the Prosecutor", "pour le Bureau du Procureur"), "service", ("prosecutor",), says_not=("for the Registry", "pour le Greffe"))
SOURCES = all_of(guidelines_set, exceptional, any_of(from_organization, all_of(from_state, state_is_party)))

law.duty("43(6)", establish, "registrar", court_open, unit_set_up)
law.prohibition("43(6)", establish, ~within_registry, name="outside_registry")
law.power("43(6)", consult, "victims_witnesses_unit", unit_set_up)
law.power("43(6)", protect, "victims_witnesses_unit", all_of(prosecutor_consulted, listed_beneficiary))
law.duty("43(6)", expert, "registrar", unit_set_up, has_expert)
law.power("44(1)", appoint, "prosecutor", all_of(prosecution_post, merit), name="appoint_to_prosecution")
law.power("44(1)", appoint, ("registrar",), all_of(registry_post, merit, ~investigator), name="appoint_to_registry")
law.power("44(3)", propose, "registrar", all_of(court_open, whole_contents))
law.power("44(3)", agree, ("presidency", "prosecutor"), proposed)
law.power("44(3)", approve, "assembly", all_of(presidency_agreed, prosecutor_agreed))
law.power("44(3)", apply_regulations, ("registrar", "prosecutor"), approved)
law.power("44(4)", guidelines, "assembly", court_open)
law.power("44(4)", gratis, "prosecutor", all_of(for_prosecution, SOURCES), name="accept_for_prosecution")
law.power("44(4)", gratis, "registrar", all_of(~for_prosecution, SOURCES), name="accept_for_registry")
