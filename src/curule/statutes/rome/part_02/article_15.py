"""Article 15 of the Rome Statute: preliminary examination on the Prosecutor's own initiative, and authorisation by the Chamber."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.situation import Communication, Situation
from curule.statutes.rome.part_02.article_13 import council_deferral_requested, council_deferral_runs, trigger

__all__ = ["authorised", "concluded_positively", "law", "referred"]

law = Chapter("rome", __name__)

law.clause("15(1)", Class.RULE, ("Own initiative", "Initiative propre"),
           ("The Prosecutor may begin on information about crimes within jurisdiction.", "Le Procureur peut agir sur la base de renseignements concernant des crimes."))
law.clause("15(2)", Class.RULE, ("Weighing the information", "Appréciation des renseignements"),
           ("How serious it is; more may be asked of reliable sources, and testimony taken at the seat.",
            "Leur sérieux ; compléments auprès de sources dignes de foi, dépositions au siège."))
law.clause("15(3)", Class.RULE, ("Request for authorisation", "Demande d'autorisation"),
           ("On a reasonable basis the Prosecutor asks the Pre-Trial Chamber, with the material; victims may be heard.",
            "S'il existe une base raisonnable, le Procureur saisit la Chambre préliminaire, pièces à l'appui ; les victimes peuvent s'exprimer."))
law.clause("15(4)", Class.RULE, ("Authorisation", "Autorisation"),
           ("The Chamber authorises where there is a reasonable basis and apparent jurisdiction.",
            "La Chambre autorise l'enquête s'il y a base raisonnable et compétence apparente."))
law.clause("15(5)", Class.RULE, ("Asking again", "Nouvelle demande"), ("After a refusal, on new facts or evidence.", "Après un refus, sur des faits ou preuves nouveaux."))
law.clause("15(6)", Class.RULE, ("Telling the sources", "Information des sources"),
           ("Without a reasonable basis, those who gave information are told; new facts may reopen the matter.",
            "Faute de base raisonnable, les auteurs des renseignements sont avisés ; des faits nouveaux peuvent rouvrir l'examen."))

OF_THE_PROSECUTOR = ("organ:prosecutor",)


def suggest_sources(v: View) -> list[tuple[str, str]]:
    """The sources on record, for forms."""
    return [(s, s) for s in v.posture.communications]


def _receive(draft: Situation, entry: Entry) -> None:
    draft.communications.setdefault(entry.particulars["source"], Communication(received=entry))


def _examine(draft: Situation, entry: Entry) -> None:
    draft.examination, draft.concluded, draft.conclusion, draft.closed = entry, "", None, None


def _conclude(draft: Situation, entry: Entry) -> None:
    draft.concluded, draft.conclusion = entry.particulars["outcome"], entry
    draft.determined = entry if draft.concluded == "reasonable_basis" else draft.determined


def _request(draft: Situation, entry: Entry) -> None:
    draft.requested = entry


def _authorise(draft: Situation, entry: Entry) -> None:
    draft.authorised = entry
    draft.triggers.setdefault("13(c)", entry)


def _refuse(draft: Situation, entry: Entry) -> None:
    draft.refused, draft.requested = entry, None


def _inform(draft: Situation, entry: Entry) -> None:
    draft.communications[entry.particulars["source"]].informed = entry


receive = law.act("receive_communication", "situation", ("Receive a communication", "Recevoir une communication"),
                  ("A communication was received from {source}", "Une communication de {source} a été reçue"),
                  [Particular("source", "text", "source", "source"), Particular("subject", "text", "subject", "objet", required=False)], _receive, audience=OF_THE_PROSECUTOR)
examine = law.act("open_preliminary_examination", "situation", ("Open a preliminary examination", "Ouvrir un examen préliminaire"),
                  ("The Prosecutor opened a preliminary examination", "Le Procureur a ouvert un examen préliminaire"), [], _examine)
inquire = law.act(
    "seek_information", "situation", ("Seek additional information", "Rechercher des renseignements complémentaires"),
    ("The Prosecutor sought information from {source} ({means})", "Le Procureur a recherché des renseignements auprès de {source} ({means})"),
    [Particular("source", "text", "source", "source"), Particular("means", "choice", "means", "moyen", choices=[
        Choice("request", "request for information", "demande de renseignements"), Choice("written", "written testimony", "déposition écrite"),
        Choice("oral_at_seat", "oral testimony at the seat", "déposition orale au siège"), Choice("oral_elsewhere", "oral testimony elsewhere", "déposition orale ailleurs"),
        Choice("coercive", "coercive measure", "mesure coercitive")])],
    lambda draft, entry: draft.inquiries.append(entry), audience=OF_THE_PROSECUTOR)
conclude = law.act(
    "conclude_preliminary_examination", "situation", ("Conclude the preliminary examination", "Conclure l'examen préliminaire"),
    ("The Prosecutor concluded the preliminary examination: {outcome}", "Le Procureur a conclu l'examen préliminaire : {outcome}"),
    [Particular("outcome", "choice", "outcome", "conclusion", choices=[
        Choice("reasonable_basis", "reasonable basis to proceed", "base raisonnable pour ouvrir une enquête"), Choice("none", "no reasonable basis", "pas de base raisonnable")])],
    _conclude)
request = law.act(
    "request_authorisation", "situation", ("Request authorisation of an investigation", "Demander l'autorisation d'enquêter"),
    ("The Prosecutor requested authorisation of an investigation", "Le Procureur a demandé l'autorisation d'ouvrir une enquête"),
    [Particular("addressee", "choice", "addressed to", "adressée à", choices=[
        Choice("pre_trial_chamber", "Pre-Trial Chamber", "Chambre préliminaire"), Choice("trial_chamber", "Trial Chamber", "Chambre de première instance"),
        Choice("presidency", "Presidency", "Présidence")], default=lambda v: "pre_trial_chamber"),
     Particular("documents", "integer", "supporting documents", "pièces jointes", least=0)], _request)
represent = law.act("make_representations", "situation", ("Make representations (victims)", "Présenter des observations (victimes)"),
                    ("Victims made representations to the Pre-Trial Chamber", "Des victimes ont adressé des observations à la Chambre préliminaire"),
                    [Particular("subject", "text", "subject", "objet", required=False)], lambda draft, entry: draft.representations.append(entry),
                    audience=("bench", "organ:prosecutor", "organ:registry"))
authorise = law.act("authorise_investigation", "situation", ("Authorise the investigation", "Autoriser l'enquête"),
                    ("The Pre-Trial Chamber authorised the investigation", "La Chambre préliminaire a autorisé l'enquête"),
                    [Particular("judges_in_favour", "integer", "judges in favour", "juges favorables", least=0, most=3)], _authorise)
refuse = law.act("refuse_authorisation", "situation", ("Refuse authorisation", "Refuser l'autorisation"),
                 ("The Pre-Trial Chamber refused to authorise the investigation", "La Chambre préliminaire a refusé d'autoriser l'enquête"), [], _refuse)
inform = law.act("inform_source", "situation", ("Inform a source", "Informer une source"), ("The Prosecutor informed {source}", "Le Procureur a informé {source}"),
                 [Particular("source", "text", "source", "source", suggest=suggest_sources)], _inform, audience=OF_THE_PROSECUTOR)
close = law.act("close_preliminary_examination", "situation", ("Close the preliminary examination", "Clore l'examen préliminaire"),
                ("The Prosecutor closed the preliminary examination", "Le Procureur a clos l'examen préliminaire"), [],
                lambda draft, entry: setattr(draft, "closed", entry))


@law.fact("15(1)", ("information has been received", "des renseignements ont été reçus"), cured_by=("receive_communication", "refer_situation"))
def information_received(v: View) -> Any:
    """A communication, or a letter of referral whatever its effect."""
    found = list(v.posture.communications.values())
    return found[0].received if found else (v.posture.referrals[0] if v.posture.referrals else False)


@law.fact("13(a)", ("the situation was referred", "la situation a été déférée"), cured_by=("refer_situation", "refer_situation_by_council"))
def referred(v: View) -> Any:
    return trigger(v, "13(b)") or trigger(v, "13(a)") or False


@law.stage("15(2)", ("a preliminary examination is open", "un examen préliminaire est en cours"), cured_by=("open_preliminary_examination",))
def examination_open(v: View) -> Any:
    if v.posture.conclusion:
        return no(v.posture.conclusion)
    return v.posture.examination or False


@law.fact("15(1)", ("a preliminary examination was opened before", "un examen préliminaire a déjà été ouvert"))
def examined_before(v: View) -> Any:
    return v.posture.examination or False


@law.fact("15(2)", ("it is a request, or testimony at the seat or in writing", "il s'agit d'une demande, ou d'une déposition écrite ou au siège"), needs=("means",),
          says_not=("no such measure is open before an investigation", "pareille mesure n'est pas permise avant une enquête"))
def permitted_means(v: View) -> Any:
    means = v.given.get("means")
    return None if means is None else means in ("request", "written", "oral_at_seat")


@law.fact("15(3)", ("the examination found a reasonable basis", "l'examen a conclu à une base raisonnable"), cured_by=("conclude_preliminary_examination",))
def concluded_positively(v: View) -> Any:
    return v.posture.conclusion if v.posture.concluded == "reasonable_basis" else False


@law.fact("15(6)", ("the examination found no reasonable basis", "l'examen a conclu à l'absence de base raisonnable"), cured_by=("conclude_preliminary_examination",))
def concluded_negatively(v: View) -> Any:
    return v.posture.conclusion if v.posture.concluded == "none" else False


@law.fact("15(3)", ("it is addressed to the Pre-Trial Chamber", "elle est adressée à la Chambre préliminaire"), needs=("addressee",))
def to_pre_trial_chamber(v: View) -> Any:
    return v.given.get("addressee", "pre_trial_chamber") == "pre_trial_chamber"


@law.fact("15(3)", ("the supporting material is attached", "les pièces à l'appui sont jointes"), needs=("documents",))
def material_attached(v: View) -> Any:
    return v.given.get("documents", 1) > 0


@law.stage("15(3)", ("a request for authorisation is pending", "une demande d'autorisation est pendante"), cured_by=("request_authorisation",))
def request_pending(v: View) -> Any:
    if v.posture.authorised:
        return no(v.posture.authorised)
    return v.posture.requested or False


@law.fact("15(3)", ("authorisation was requested", "l'autorisation a été demandée"), cured_by=("request_authorisation",))
def requested(v: View) -> Any:
    return v.posture.requested or v.posture.refused or False


@law.fact("15(4)", ("the investigation is authorised", "l'enquête est autorisée"), cured_by=("authorise_investigation",))
def authorised(v: View) -> Any:
    return v.posture.authorised or False


@law.fact("15(5)", ("authorisation was refused before", "l'autorisation a déjà été refusée"))
def refused_before(v: View) -> Any:
    return v.posture.refused or False


new_facts = law.finding("new_facts", "15(5)", ("the request rests on new facts or evidence", "la demande repose sur des faits ou preuves nouveaux"), "prosecutor",
                        ("new since the refusal", "postérieurs au refus"), lasting=False)
fresh_information = law.finding("fresh_information", "15(6)", ("new facts or evidence justify another look", "des faits ou preuves nouveaux justifient un réexamen"), "prosecutor",
                                ("new since the closing", "postérieurs à la clôture"), lasting=False)
reasonable_basis = law.finding("reasonable_basis", "15(4)", ("there is a reasonable basis to proceed", "il existe une base raisonnable pour ouvrir une enquête"), "pre_trial_chamber",
                               ("reasonable basis", "base raisonnable"), lasting=False)
apparent_jurisdiction = law.finding("apparent_jurisdiction", "15(4)", ("the case appears to fall within jurisdiction", "l'affaire semble relever de la compétence de la Cour"),
                                    "pre_trial_chamber", ("appears", "semble"), lasting=False)
majority = law.measure("authorisation_majority", "15(4)", ("two judges of the Chamber at least are in favour", "deux juges de la Chambre au moins sont favorables"),
                       lambda v: v.given.get("judges_in_favour"), ">=", 2, needs=("judges_in_favour",))


@law.fact("15(6)", ("that source gave information", "cette source a fourni des renseignements"), needs=("source",), cured_by=("receive_communication",))
def known_source(v: View) -> Any:
    source = v.given.get("source")
    if source is None:
        return None
    found = v.posture.communications.get(source)
    return found.received if found else False


@law.fact("15(6)", ("the source was informed", "la source a été avisée"), needs=("source",), cured_by=("inform_source",))
def source_informed(v: View) -> Any:
    found = v.posture.communications.get(v.given.get("source", ""))
    return found.informed or False if found else None


@law.fact("15(6)", ("every source was informed", "toutes les sources ont été avisées"), says_not=("a source was not informed", "une source n'a pas été avisée"), cured_by=("inform_source",))
def all_informed(v: View) -> Any:
    waiting = [c.received for c in v.posture.communications.values() if not c.informed]
    return no(*waiting) if waiting else True


@law.stage("15(6)", ("the preliminary examination was closed", "l'examen préliminaire est clos"), cured_by=("close_preliminary_examination",))
def closed(v: View) -> Any:
    return v.posture.closed or False


def _each_source(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"source": s} for s in v.posture.communications]


law.power("15(1)", receive, ("prosecutor", "registry"))
law.power("15(1)", examine, "prosecutor", all_of(information_received, ~examined_before))
law.power("15(6)", examine, "prosecutor", all_of(closed, fresh_information))
law.power("15(2)", inquire, "prosecutor", all_of(examination_open, permitted_means))
law.power("15(2)", conclude, "prosecutor", examination_open)
law.duty("15(3)", request, "prosecutor", all_of(concluded_positively, ~referred, to_pre_trial_chamber, material_attached), requested)
law.prohibition("15(5)", request, all_of(refused_before, ~new_facts))
law.power("15(3)", represent, "victims", request_pending)
law.power("15(4)", authorise, "pre_trial_chamber", all_of(request_pending, reasonable_basis, apparent_jurisdiction, majority))
law.power("15(4)", refuse, "pre_trial_chamber", all_of(request_pending, ~all_of(reasonable_basis, apparent_jurisdiction)))
law.prohibition("16", authorise, all_of(council_deferral_requested, council_deferral_runs))
law.duty("15(6)", inform, "prosecutor", all_of(concluded_negatively, known_source), source_informed, each=_each_source)
law.power("15(6)", close, "prosecutor", all_of(concluded_negatively, all_informed, ~closed))
