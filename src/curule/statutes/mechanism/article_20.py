"""Article 20 of the Statute of the Mechanism: protection of victims and witnesses.

Each protected person has a file. Measures are ordered by a Chamber or single judge in a named case, continue in later proceedings, and
are varied, rescinded or augmented by decision only; rule 86 of the Rules of Procedure and Evidence lays down how. Which body
protects a person is settled by transitional article 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.matters.protection import ChangeRequest, Protection
from curule.statutes.mechanism.organs import PARTIES

law = Chapter("irmct", __name__)

law.clause("20", Class.RULE, ("Protection of victims and witnesses", "Protection des victimes et des témoins"), (
    "The Rules protect victims and witnesses connected with either Tribunal or the Mechanism; closed sessions and protection of identity are among "
    "the measures, others are open.",
    "Le Règlement protège les victimes et témoins liés aux deux Tribunaux ou au Mécanisme ; huis clos et protection de l'identité figurent parmi les "
    "mesures, la liste restant ouverte."))

CHAMBERS = ("single_judge", "trial_chamber", "appeals_chamber")
UNIT = ("bench", "organ:registrar", "organ:witness_unit")
SEALED = (*UNIT, "organ:registry", "matter:parties")
MEASURES = [
    Choice("pseudonym", "pseudonym", "pseudonyme"), Choice("identity", "identity not disclosed to the public", "identité non divulguée au public"),
    Choice("image", "distortion of the image", "altération de l'image"), Choice("voice", "distortion of the voice", "altération de la voix"),
    Choice("closed_session", "closed session", "huis clos"), Choice("redaction", "redaction of public records", "expurgation des dossiers publics"),
    Choice("delayed_disclosure", "delayed disclosure to the other side", "communication différée à la partie adverse"),
    Choice("other", "another measure", "autre mesure")]
REVEALS = [Choice("name", "name or other identifying details", "nom ou éléments d'identification"), Choice("face", "face", "visage"),
           Choice("voice", "undistorted voice", "voix non altérée"), Choice("whereabouts", "whereabouts", "lieu où se trouve la personne"),
           Choice("closed_testimony", "testimony given in closed session", "déposition faite à huis clos")]
GUARDS = {"name": {"pseudonym", "identity", "redaction"}, "face": {"image", "identity"}, "voice": {"voice", "identity"},
          "whereabouts": {"identity", "redaction", "pseudonym"}, "closed_testimony": {"closed_session"}}
"""Which measures forbid that a public document reveals what."""


def _in_force(v: View) -> list[tuple[str, str]]:
    return [(c.value, c.label.en) for c in MEASURES if c.value in getattr(v.posture, "measures", ())]


def _measures(name: str, en: str, fr: str, *, required: bool = True, in_force: bool = False) -> Particular:
    return Particular(name, "choice", en, fr, many=True, choices=MEASURES, required=required, suggest=_in_force if in_force else None)


def _open(draft: Protection, entry: Entry) -> None:
    given = entry.particulars
    draft.person, draft.role, draft.body, draft.case = given["person"], given["role"], given["body"], given["case"]
    draft.branch = draft.duty_station = given["branch"]


def _decide(draft: Protection, entry: Entry) -> None:
    draft.decided, draft.request = entry, ChangeRequest()


def _order(draft: Protection, entry: Entry) -> None:
    _decide(draft, entry)
    for measure in entry.particulars["measures"]:
        draft.measures[measure] = entry


def _rescind(draft: Protection, entry: Entry) -> None:
    _decide(draft, entry)
    for measure in entry.particulars["measures"]:
        draft.measures.pop(measure, None)


def _vary(draft: Protection, entry: Entry) -> None:
    _rescind(draft, entry)
    for measure in entry.particulars.get("instead", ()):
        draft.measures[measure] = entry


def _report_disclosure(draft: Protection, entry: Entry) -> None:
    draft.disclosures.reported.append(entry)
    draft.disclosures.remedied = None


def _request(draft: Protection, entry: Entry) -> None:
    draft.request = ChangeRequest(entry)


case = Particular("case", "matter", "case", "affaire", default=lambda v: v.posture.case or None)
open_file = law.act("open_protection", "protection", ("Open a protection file", "Ouvrir un dossier de protection"), (
    "A file was opened for {person}", "Un dossier a été ouvert pour {person}"), [
    Particular("person", "person", "code of the person (never a name)", "code de la personne (jamais un nom)"),
    Particular("role", "choice", "role", "qualité", choices=[Choice("victim", "victim", "victime"), Choice("witness", "witness", "témoin"),
                                                             Choice("victim_witness", "victim and witness", "victime et témoin")]),
    Particular("body", "choice", "connected with", "en rapport avec", choices=[
        Choice("icty", "the ICTY", "le TPIY"), Choice("ictr", "the ICTR", "le TPIR"), Choice("mechanism", "the Mechanism", "le Mécanisme")]),
    Particular("branch", "choice", "branch", "division", choices=[Choice("arusha", "Arusha", "Arusha"), Choice("the_hague", "The Hague", "La Haye")]),
    Particular("case", "matter", "case", "affaire")], _open, audience=UNIT)
apply = law.act("apply_for_measures", "protection", ("Apply for protective measures", "Demander des mesures de protection"), (
    "Protective measures were applied for: {measures}", "Des mesures de protection ont été demandées : {measures}"),
    [_measures("measures", "measures", "mesures"), case], lambda draft, entry: setattr(draft, "applied", entry), audience=SEALED)
grant = law.act("grant_measures", "protection", ("Order protective measures", "Ordonner des mesures de protection"), (
    "Protective measures were ordered in case {case}: {measures}", "Des mesures de protection ont été ordonnées dans l'affaire {case} : {measures}"), [
    _measures("measures", "measures", "mesures"), case, Particular("pseudonym", "text", "pseudonym", "pseudonyme", required=False)], _order, audience=SEALED)
augment = law.act("augment_measures", "protection", ("Augment protective measures", "Renforcer les mesures de protection"), (
    "Protective measures were augmented: {measures}", "Les mesures de protection ont été renforcées : {measures}"), [
    _measures("measures", "further measures", "mesures supplémentaires"), Particular("pseudonym", "text", "pseudonym", "pseudonyme", required=False)],
    _order, audience=SEALED)
vary = law.act("vary_measures", "protection", ("Vary protective measures", "Modifier les mesures de protection"), (
    "Protective measures were varied: {measures} replaced", "Les mesures de protection ont été modifiées : {measures} remplacée(s)"), [
    _measures("measures", "measures replaced", "mesures remplacées", in_force=True), _measures("instead", "measures instead", "mesures de remplacement", required=False)],
    _vary, audience=SEALED)
rescind = law.act("rescind_measures", "protection", ("Rescind protective measures", "Abroger des mesures de protection"), (
    "Protective measures were rescinded: {measures}", "Des mesures de protection ont été abrogées : {measures}"),
    [_measures("measures", "measures rescinded", "mesures abrogées", in_force=True)], _rescind, audience=SEALED)
ask_change = law.act("request_change", "protection", ("Request a change of protective measures", "Demander la modification de mesures de protection"), (
    "A change of protective measures was requested: {change}", "Une modification des mesures de protection a été demandée : {change}"), [
    Particular("change", "choice", "change", "modification", choices=[Choice("vary", "variation", "modification"), Choice("rescind", "rescission", "abrogation"),
                                                                    Choice("augment", "augmentation", "renforcement")]),
    Particular("proceedings", "choice", "asked for in", "demandée dans", choices=[
        Choice("first", "the proceedings in which they were ordered", "la procédure où elles ont été ordonnées"),
        Choice("second", "other proceedings of the Mechanism", "une autre procédure du Mécanisme"),
        Choice("national", "proceedings before a national court", "une procédure devant une juridiction nationale")])], _request, audience=SEALED)
deny = law.act("deny_change", "protection", ("Deny a change of protective measures", "Rejeter la demande de modification"), (
    "The change of protective measures was denied", "La modification des mesures de protection a été rejetée"), [], _decide, audience=SEALED)
consult = law.act("record_consent", "protection", ("Enter what the person says to the change", "Inscrire la position de la personne"), (
    "The person was consulted on the change; consents: {consents}", "La personne a été consultée sur la modification ; consent : {consents}"),
    [Particular("consents", "yes_no", "consents", "consent")], lambda draft, entry: setattr(draft.request, "consulted", entry), audience=UNIT)
inform = law.act("inform_protected_person", "protection", ("Inform the person of the decision", "Informer la personne de la décision"), (
    "The person was informed of the decision", "La personne a été informée de la décision"), [], lambda draft, entry: setattr(draft, "informed", entry), audience=UNIT)
second = law.act("record_second_proceedings", "protection", ("Enter later proceedings", "Inscrire une procédure ultérieure"), (
    "The measures continue in case {case}", "Les mesures continuent de s'appliquer dans l'affaire {case}"), [Particular("case", "matter", "case", "affaire")],
    lambda draft, entry: draft.later.cases.__setitem__(entry.particulars["case"], entry), audience=SEALED)
tell_other_side = law.act("inform_of_measures", "protection", ("Inform the other side of the measures", "Informer la partie adverse des mesures"), (
    "The other side in case {case} was informed of the measures", "La partie adverse dans l'affaire {case} a été informée des mesures"),
    [Particular("case", "matter", "case", "affaire", suggest=lambda v: [(c, c) for c in v.posture.later.cases])],
    lambda draft, entry: draft.later.informed.__setitem__(entry.particulars["case"], entry), audience=SEALED)
publish = law.act("clear_for_public", "protection", ("Clear a document for the public", "Autoriser la publication d'un document"), (
    "A document was cleared for the public: {document}", "La publication d'un document a été autorisée : {document}"), [
    Particular("document", "text", "document", "document"),
    Particular("reveals", "choice", "what it reveals of the person", "ce qu'il révèle de la personne", many=True, required=False, choices=REVEALS)], audience=UNIT)
disclose = law.act("report_disclosure", "protection", ("Report a disclosure of protected information", "Signaler une divulgation d'informations protégées"), (
    "Protected information became known", "Des informations protégées ont été divulguées"), [Particular("what", "long_text", "what, where, when", "quoi, où, quand")],
    _report_disclosure, audience=UNIT)
remedy = law.act("remedy_disclosure", "protection", ("Enter the remedy of a disclosure", "Inscrire les mesures prises après une divulgation"), (
    "The disclosure was remedied", "Il a été remédié à la divulgation"), [Particular("how", "long_text", "how", "comment")],
    lambda draft, entry: setattr(draft.disclosures, "remedied", entry), audience=UNIT)
assess = law.act("assess_threat", "protection", ("File a threat assessment", "Déposer une évaluation de la menace"), (
    "A threat assessment was filed: {level}", "Une évaluation de la menace a été déposée : {level}"), [
    Particular("level", "choice", "level", "niveau", choices=[Choice("low", "low", "faible"), Choice("medium", "medium", "moyen"), Choice("high", "high", "élevé")])],
    lambda draft, entry: setattr(draft.safety, "assessed", entry), audience=UNIT)
relocate = law.act("relocate_person", "protection", ("Relocate the person", "Réinstaller la personne"), (
    "The person was relocated", "La personne a été réinstallée"), [
    Particular("duration", "choice", "for", "durée", choices=[Choice("temporary", "a time", "à titre temporaire"), Choice("lasting", "good", "à titre permanent")]),
    Particular("agrees", "yes_no", "the person agrees", "la personne y consent")], lambda draft, entry: setattr(draft.safety, "relocated", entry), audience=UNIT)
close = law.act("close_protection", "protection", ("Close the protection file", "Clore le dossier de protection"), ("The file was closed", "Le dossier a été clos"), [],
                lambda draft, entry: setattr(draft, "closed", entry), audience=UNIT)


@law.stage("20", ("no file is open yet", "aucun dossier n'est encore ouvert"), says_not=("the file is open already", "le dossier est déjà ouvert"), permanent=True)
def no_protection_file(v: View) -> Any:
    return no(v.posture.opened) if v.posture.opened else True


@law.stage("20", ("the protection file is open", "le dossier de protection est ouvert"), says_not=("no protection file is open", "aucun dossier de protection n'est ouvert"),
           cured_by=("open_protection",))
def protection_open(v: View) -> Any:
    return no(v.posture.closed) if v.posture.closed else v.posture.opened or False


@law.stage("20", ("measures are in force", "des mesures sont en vigueur"), says_not=("no measures are in force", "aucune mesure n'est en vigueur"),
           cured_by=("grant_measures",))
def measures_in_force(v: View) -> Any:
    return tuple(v.posture.measures.values()) or False


@law.fact("20", ("the measures named are in force", "les mesures visées sont en vigueur"), needs=("measures",),
          says_not=("not all measures named are in force", "les mesures visées ne sont pas toutes en vigueur"))
def named_in_force(v: View) -> Any:
    named = v.given.get("measures")
    return None if named is None else all(m in v.posture.measures for m in named)


@law.fact("20", ("a pseudonym is stated where one is ordered", "le pseudonyme ordonné est précisé"), needs=("measures", "pseudonym"),
          says_not=("a pseudonym is ordered, but none is stated", "un pseudonyme est ordonné sans être précisé"))
def pseudonym_stated(v: View) -> Any:
    named = v.given.get("measures")
    return None if named is None else "pseudonym" not in named or bool(v.given.get("pseudonym"))


appropriate = law.finding("appropriate", "20", ("the measures are appropriate for the person's privacy and protection",
                                                "les mesures sont propres à garantir la vie privée et la protection de la personne"), CHAMBERS,
                          ("an objective basis for the risk", "fondement objectif du risque"), lasting=False)
consistent = law.finding("consistent_with_rights", "20", ("the measures are consistent with the rights of the accused",
                                                          "les mesures sont compatibles avec les droits de l'accusé"), CHAMBERS,
                         ("articles 19 and 20 balanced", "mise en balance des articles 19 et 20"), lasting=False)
exigent = law.finding("exigent", "20", ("exigent circumstances, or a miscarriage of justice otherwise, call for the change without the person's consent",
                                        "des circonstances exceptionnelles, ou un risque de déni de justice, commandent la modification sans le consentement de la personne"),
                      CHAMBERS, ("compelling showing (rule 86 (I))", "démonstration convaincante (article 86 I) du Règlement)"), lasting=False)


@law.stage("20", ("a request to change the measures is pending", "une demande de modification est pendante"),
           says_not=("no request to change the measures is pending", "aucune demande de modification n'est pendante"), cured_by=("request_change",))
def change_requested(v: View) -> Any:
    return v.posture.request.entry or False


@law.fact("20", ("a party asks in the proceedings in which they were ordered", "une partie le demande dans la procédure où elles ont été ordonnées"),
          says_not=("the request comes from other proceedings", "la demande émane d'une autre procédure"))
def asked_in_first_proceedings(v: View) -> Any:
    entry = v.posture.request.entry
    return entry if entry and entry.actor.organ in PARTIES and entry.particulars.get("proceedings") == "first" else False


@law.fact("20", ("the protected person asks or consents", "la personne protégée le demande ou y consent"),
          says_not=("the protected person has not consented", "la personne protégée n'y a pas consenti"), cured_by=("record_consent",))
def person_consents(v: View) -> Any:
    request = v.posture.request
    if request.consulted:
        return request.consulted if request.consulted.particulars.get("consents") else no(request.consulted)
    return request.entry if request.entry and request.entry.actor.organ == "victim" else False


@law.stage("20", ("the person has been consulted, or asks", "la personne a été consultée, ou est l'auteur de la demande"), cured_by=("record_consent",))
def person_consulted(v: View) -> Any:
    request = v.posture.request
    return request.consulted or (request.entry if request.entry and request.entry.actor.organ == "victim" else False)


@law.stage("20", ("measures have been decided on", "il a été statué sur des mesures"), says_not=("no decision on measures exists", "aucune décision sur des mesures n'existe"),
           cured_by=("grant_measures",))
def measures_decided(v: View) -> Any:
    return v.posture.decided or False


@law.stage("20", ("the person was informed of the last decision", "la personne a été informée de la dernière décision"), cured_by=("inform_protected_person",))
def told_of_last_decision(v: View) -> Any:
    file: Protection = v.posture
    return file.informed if file.informed and file.decided and file.informed.number > file.decided.number else False


@law.stage("20", ("later proceedings in that case are on record", "une procédure ultérieure dans cette affaire est inscrite"),
           says_not=("no later proceedings in that case are on record", "aucune procédure ultérieure dans cette affaire n'est inscrite"),
           cured_by=("record_second_proceedings",))
def later_case(v: View) -> Any:
    return None if "case" not in v.given else v.posture.later.cases.get(v.given["case"]) or False


@law.stage("20", ("the other side in that case was informed of the measures", "la partie adverse dans cette affaire a été informée des mesures"),
           cured_by=("inform_of_measures",))
def other_side_informed(v: View) -> Any:
    return None if "case" not in v.given else v.posture.later.informed.get(v.given["case"]) or False


@law.fact("20", ("it reveals what the measures protect", "il révèle ce que les mesures protègent"), needs=("reveals",),
          says_not=("it reveals nothing that the measures protect", "il ne révèle rien de ce que les mesures protègent"))
def reveals_what_is_protected(v: View) -> Any:
    return any(GUARDS[what] & set(v.posture.measures) for what in v.given.get("reveals", ()))


@law.stage("20", ("a disclosure has not been remedied", "une divulgation n'a pas été réparée"), says_not=("no disclosure awaits a remedy", "aucune divulgation n'est à réparer"))
def disclosed(v: View) -> Any:
    return no(v.posture.disclosures.remedied) if v.posture.disclosures.remedied else tuple(v.posture.disclosures.reported) or False


@law.stage("20", ("the disclosure was remedied", "il a été remédié à la divulgation"), cured_by=("remedy_disclosure",))
def remedied(v: View) -> Any:
    return v.posture.disclosures.remedied or False


@law.stage("20", ("a disclosure was reported", "une divulgation a été signalée"), says_not=("no disclosure was reported", "aucune divulgation n'a été signalée"),
           cured_by=("report_disclosure",))
def disclosure_reported(v: View) -> Any:
    return tuple(v.posture.disclosures.reported) or False


@law.stage("20", ("a threat assessment is on file", "une évaluation de la menace figure au dossier"), cured_by=("assess_threat",))
def threat_assessed(v: View) -> Any:
    return v.posture.safety.assessed or False


@law.fact("20", ("the person agrees to be relocated", "la personne consent à être réinstallée"), needs=("agrees",))
def agrees_to_relocation(v: View) -> Any:
    return v.given.get("agrees")


def each_later_case(v: View) -> Iterable[Mapping[str, Any]]:
    """For what is owed in each of the later proceedings."""
    return [{"case": number} for number in v.posture.later.cases]


CHANGE_ALLOWED = any_of(asked_in_first_proceedings, person_consents, exigent)

law.power("20", open_file, ("registrar", "witness_unit"), no_protection_file)
law.power("20", apply, (*PARTIES, "victim", "witness_unit"), protection_open)
law.power("20", grant, CHAMBERS, all_of(protection_open, ~measures_in_force, pseudonym_stated, appropriate, consistent))
law.power("20", augment, CHAMBERS, all_of(measures_in_force, pseudonym_stated, appropriate, consistent))
law.power("20", ask_change, (*PARTIES, "victim", "state", "national_court"), measures_in_force)
law.duty("20", consult, "witness_unit", change_requested, person_consulted)
law.power("20", vary, CHAMBERS, all_of(named_in_force, CHANGE_ALLOWED, consistent))
law.power("20", rescind, CHAMBERS, all_of(named_in_force, CHANGE_ALLOWED))
law.power("20", deny, CHAMBERS, change_requested)
law.duty("20", inform, "witness_unit", measures_decided, told_of_last_decision)
law.power("20", second, "registrar", all_of(measures_in_force, ~later_case))
law.duty("20", tell_other_side, "prosecutor", all_of(later_case, measures_in_force), other_side_informed, each=each_later_case)
law.power("20", publish, "registry", protection_open)
law.prohibition("20", publish, reveals_what_is_protected)
law.power("20", disclose, ("registrar", "witness_unit"), measures_in_force)
law.duty("20", remedy, "registrar", disclosure_reported, remedied)
law.power("20", assess, "witness_unit", protection_open)
law.power("20", relocate, "registrar", all_of(threat_assessed, agrees_to_relocation))
law.power("20", close, "registrar", all_of(protection_open, ~measures_in_force))
law.right("20", "protection", ("protection by the measures ordered", "protection par les mesures ordonnées"), ("the protected person", "la personne protégée"),
          ("registry", "registrar"), measures_in_force, ~disclosed)
