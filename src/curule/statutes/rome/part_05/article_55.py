"""Article 55 of the Rome Statute: rights of persons during an investigation; the checklist before a suspect is questioned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.leaves import ALWAYS
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_05.facts import each_person, in_detention, investigation_opened, warrant_for_person, yes_no

law = Chapter("rome", __name__)

KINDS = ("situation", "case")
QUESTIONERS = ("prosecutor", "state_party", "state")
OF_THE_INQUIRY = ("organ:prosecutor", "bench", "organ:registry")

CONTENTS = (Choice("suspicion", "grounds to believe that the person committed a crime of the Court", "motifs de croire que la personne a commis un crime relevant de la Cour"),
            Choice("silence", "right to remain silent", "droit de garder le silence"), Choice("assistance", "right to legal assistance", "droit à l'assistance d'un défenseur"),
            Choice("counsel_present", "right to be questioned in the presence of counsel", "droit d'être interrogé en présence d'un conseil"))


def _notice(draft: Any, entry: Entry) -> None:
    draft.inquiry.rights_notices.append(entry)


def _counsel(draft: Any, entry: Entry) -> None:
    draft.inquiry.suspects_counsel[entry.particulars["name"]] = entry


def _question(draft: Any, entry: Entry) -> None:
    draft.inquiry.questionings.append(entry)


NAME = Particular("name", "text", "name or pseudonym", "nom ou pseudonyme")

inform = law.act(
    "inform_of_suspect_rights", KINDS, ("Inform a suspect of the rights", "Informer un suspect de ses droits"), ("{name} was informed before questioning: {contents}", "{name} a été informé(e) avant l'interrogatoire : {contents}"),
    [NAME, Particular("contents", "choice", "told of", "informé de", many=True, choices=CONTENTS)], _notice, audience=OF_THE_INQUIRY, group="investigation")
assign_counsel = law.act(
    "assign_counsel_to_suspect", KINDS, ("Assign legal assistance to a suspect", "Commettre un défenseur d'office"), ("Counsel {counsel} was assigned to {name}", "Me {counsel} a été commis d'office à {name}"),
    [NAME, Particular("counsel", "text", "counsel", "conseil"), yes_no("without_means", "the person lacks sufficient means", "la personne n'a pas de moyens suffisants", required=True),
     yes_no("free", "without payment by the person", "sans frais pour la personne", required=True)], _counsel, audience=OF_THE_INQUIRY, group="investigation")
question = law.act(
    "question_person", KINDS, ("Question a person", "Interroger ou entendre une personne"), ("{name} was questioned ({capacity}) in {language}", "{name} a été entendu(e) ({capacity}) en {language}"),
    [NAME, Particular("capacity", "choice", "questioned as", "entendu en qualité de", choices=[
        Choice("suspect", "person with grounds to believe in guilt", "personne qu'il y a des motifs de croire coupable"), Choice("person", "person under investigation", "personne visée par l'enquête"),
        Choice("victim", "victim", "victime"), Choice("witness", "witness", "témoin")]),
     Particular("language", "text", "language of the questioning", "langue de l'audition"),
     yes_no("understands", "the person fully understands and speaks that language", "la personne comprend et parle parfaitement cette langue"),
     yes_no("interpreter", "a competent interpreter and needed translations were provided free of cost", "un interprète compétent et les traductions voulues ont été fournis gratuitement"),
     yes_no("compelled", "the person was compelled to incriminate himself or herself or to confess", "la personne a été contrainte de s'incriminer ou d'avouer"),
     yes_no("coerced", "coercion, duress, threat or ill-treatment was used", "il a été fait usage de coercition, de contrainte, de menace ou de mauvais traitements"),
     yes_no("asked_for_counsel", "the person, without counsel, asked for one", "la personne, sans conseil, en a demandé un"), yes_no("counsel_present", "counsel was present", "un conseil était présent"),
     yes_no("waived", "the person voluntarily waived counsel", "la personne a renoncé de plein gré au conseil"),
     yes_no("vulnerable", "the person is a child, or a victim of sexual or gender violence", "la personne est un enfant, ou victime de violences sexuelles ou sexistes"),
     yes_no("needs_assessed", "the person's needs were assessed beforehand", "les besoins de la personne ont été évalués au préalable")],
    _question, audience=OF_THE_INQUIRY, group="investigation")


def _given(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], name: str, default: bool | None = None) -> Any:
    def test(v: View) -> Any:
        return v.given.get(name, default)

    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=(name,))(test)


def notices_of(v: View, name: str) -> list[Entry]:
    """The notices of rights given to a person, in order."""
    return [e for e in v.posture.inquiry.rights_notices if e.particulars["name"] == name]


def _told(id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], content: str) -> Any:
    def test(v: View) -> Any:
        name = v.given.get("name")
        if name is None:
            return None
        mine = notices_of(v, name)
        return next((e for e in mine if content in e.particulars["contents"]), no(*mine))

    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=("name",), cured_by=("inform_of_suspect_rights",))(test)


@law.fact("55(2)", ("there are grounds to believe that the person committed a crime of the Court", "il y a des motifs de croire que la personne a commis un crime relevant de la Cour"), needs=("capacity",),
          says_not=("the person is not suspected", "la personne n'est pas suspectée"))
def suspected(v: View) -> Any:
    capacity = v.given.get("capacity")
    return None if capacity is None else capacity == "suspect"


@law.fact("55(1)(c)", ("the person fully understands and speaks the language", "la personne comprend et parle parfaitement la langue"), needs=("understands", "language"),
          says_not=("the person does not fully understand and speak the language", "la personne ne comprend ni ne parle parfaitement la langue"))
def understands(v: View) -> Any:
    known = getattr(v.posture, "persons", {}).get(v.given.get("name"))
    if "understands" in v.given or known is None or not known.language:
        return v.given.get("understands")
    return None if "language" not in v.given else v.given["language"] == known.language


interpreted = _given("interpreted", "55(1)(c)", ("interpreter and translations were provided free of cost", "interprète et traductions ont été fournis gratuitement"),
                     ("no interpreter was provided free of cost", "aucun interprète n'a été fourni gratuitement"), "interpreter")
compelled = _given("compelled", "55(1)(a)", ("the person was compelled to incriminate himself or herself", "la personne a été contrainte de s'incriminer"),
                   ("the person was not compelled", "la personne n'a pas été contrainte"), "compelled")
coerced = _given("coerced", "55(1)(b)", ("coercion or ill-treatment was used", "il y a eu coercition ou mauvais traitements"), ("no coercion or ill-treatment was used", "il n'y a eu ni coercition ni mauvais traitements"), "coerced")
asked = _given("asked_for_counsel", "55(2)(c)", ("the person, without counsel, asked for one", "la personne, sans conseil, en a demandé un"), ("the person did not ask for counsel", "la personne n'a pas demandé de conseil"),
               "asked_for_counsel", False)
counsel_present = _given("counsel_present_at_questioning", "55(2)(d)", ("counsel was present", "un conseil était présent"), ("counsel was not present", "aucun conseil n'était présent"), "counsel_present")
waived = _given("counsel_waived", "55(2)(d)", ("the person voluntarily waived counsel", "la personne a renoncé de plein gré au conseil"), ("the person did not waive counsel", "la personne n'a pas renoncé au conseil"), "waived")
vulnerable = _given("vulnerable_person", "54(1)(b)", ("the person is a child, or a victim of sexual or gender violence", "la personne est un enfant, ou victime de violences sexuelles ou sexistes"),
                    ("the person is not among those in particular need", "la personne n'a pas de besoins particuliers"), "vulnerable", False)
assessed = _given("needs_assessed", "54(1)(b)", ("the person's needs were assessed", "les besoins de la personne ont été évalués"), ("the person's needs were not assessed", "les besoins de la personne n'ont pas été évalués"),
                  "needs_assessed", False)
told_suspicion = _told("told_of_suspicion", "55(2)(a)", ("the person was told of the suspicion beforehand", "la personne a été informée au préalable des soupçons"), ("the person was not told of the suspicion", "la personne n'a pas été informée des soupçons"), "suspicion")
told_silence = _told("told_of_silence", "55(2)(b)", ("the person was told of the right to silence", "la personne a été informée du droit au silence"), ("the person was not told of the right to silence", "la personne n'a pas été informée du droit au silence"), "silence")
told_assistance = _told("told_of_assistance", "55(2)(c)", ("the person was told of the right to legal assistance", "la personne a été informée du droit à l'assistance d'un défenseur"), ("the person was not told of the right to legal assistance", "la personne n'a pas été informée du droit à l'assistance d'un défenseur"), "assistance")
told_presence = _told("told_of_counsel", "55(2)(d)", ("the person was told of the right to have counsel present", "la personne a été informée du droit à la présence d'un conseil"), ("the person was not told of the right to have counsel present", "la personne n'a pas été informée du droit à la présence d'un conseil"), "counsel_present")
lacks_means = _given("lacks_means", "55(2)(c)", ("the person lacks means", "la personne n'a pas de moyens"), ("the person has means", "la personne a des moyens"), "without_means")
assigned_free = _given("assigned_free", "55(2)(c)", ("assistance costs the person nothing", "l'assistance est sans frais pour la personne"), ("the person is to pay", "la personne doit payer"), "free")


@law.fact("55(2)(c)", ("legal assistance was assigned", "un défenseur a été commis d'office"), needs=("name",), cured_by=("assign_counsel_to_suspect",),
          says_not=("no legal assistance was assigned", "aucun défenseur n'a été commis d'office"))
def counsel_assigned(v: View) -> Any:
    name = v.given.get("name")
    return None if name is None else v.posture.inquiry.suspects_counsel.get(name) or False



def each_questioning(v: View) -> Iterable[Mapping[str, Any]]:
    """The questionings on the record, each by the number of its entry."""
    return [{"entry": e.number} for e in v.posture.inquiry.questionings]


@law.fact("55(1)", ("the record answers for compulsion, coercion and language", "le procès-verbal rend compte de la contrainte, de la coercition et de la langue"),
          says_not=("the record shows compulsion, coercion or a language not understood", "le procès-verbal révèle contrainte, coercition ou langue non comprise"))
def safeguards_kept(v: View) -> Any:
    entry = next((e for e in v.posture.inquiry.questionings if e.number == v.given.get("entry")), None)
    if entry is None:
        return None
    given = entry.particulars
    answers = (given.get("compelled"), given.get("coerced"))
    language = given.get("understands") or given.get("interpreter")
    if True in answers or language is False:
        return no(entry)
    return None if None in answers or language is None else entry


def each_suspect_questioned(v: View) -> Iterable[Mapping[str, Any]]:
    """The questionings of suspects on the record, each by the number of its entry."""
    return [{"entry": e.number} for e in v.posture.inquiry.questionings if e.particulars["capacity"] == "suspect"]


@law.fact("55(2)", ("the four rights were notified before the questioning", "les quatre droits ont été notifiés avant l'interrogatoire"),
          says_not=("the four rights were not notified before the questioning", "les quatre droits n'ont pas été notifiés avant l'interrogatoire"))
def notified_before(v: View) -> Any:
    entry = next((e for e in v.posture.inquiry.questionings if e.number == v.given.get("entry")), None)
    if entry is None:
        return None
    before = [e for e in notices_of(v, entry.particulars["name"]) if e.number < entry.number]
    told = {content for e in before for content in e.particulars["contents"]}
    return tuple(before) if len(told) == len(CONTENTS) else no(entry, *before)


law.right("55(2)", KINDS, ("notice of a suspect's rights", "notification des droits du suspect"), ("the suspect", "le suspect"), QUESTIONERS, ALWAYS, notified_before, name="notice",
          each=each_suspect_questioned)
law.power("55(2)", inform, QUESTIONERS, investigation_opened)
law.power("55(2)(c)", assign_counsel, ("registry", "registrar", "pre_trial_chamber", "single_judge", *QUESTIONERS), any_of(~lacks_means, assigned_free))
law.power("54(3)(b)", question, QUESTIONERS, investigation_opened)
law.prohibition("55(1)(a)", question, compelled)
law.prohibition("55(1)(b)", question, coerced)
law.prohibition("55(1)(c)", question, ~any_of(understands, interpreted))
law.prohibition("55(2)", question, all_of(suspected, ~all_of(told_suspicion, told_silence, told_assistance, told_presence)), name="notice")
law.prohibition("55(2)(c)", question, all_of(suspected, asked, ~counsel_assigned))
law.prohibition("55(2)(d)", question, all_of(suspected, ~any_of(counsel_present, waived)))
law.prohibition("54(1)(b)", question, all_of(vulnerable, ~assessed))
law.right("55(1)", KINDS, ("safeguards in questioning", "garanties lors des auditions"), ("the person questioned", "la personne entendue"), "prosecutor", ALWAYS, safeguards_kept, each=each_questioning)
law.right("55(1)(d)", "case", ("liberty: detention only on grounds of the Statute", "liberté : détention pour les seuls motifs du Statut"), ("the person", "la personne"), ("pre_trial_chamber", "registry"),
          in_detention, warrant_for_person, each=each_person)

for provision, title, summary in (
    ("55(1)", ("Everyone's rights", "Droits de toute personne"), ("Four safeguards for anyone in an investigation.", "Quatre garanties pour quiconque dans une enquête.")),
    ("55(1)(a)", ("No self-incrimination", "Pas d'auto-incrimination"), ("Nobody is compelled to incriminate himself or herself or to confess.", "Nul n'est contraint de s'incriminer ou d'avouer.")),
    ("55(1)(b)", ("No coercion", "Pas de coercition"), ("No coercion, duress, threat, torture or ill-treatment.", "Ni coercition, ni contrainte, ni menace, ni torture, ni mauvais traitements.")),
    ("55(1)(c)", ("Interpreter", "Interprète"), ("Free interpreter and translations in a language not fully understood.", "Interprète et traductions gratuits si la langue n'est pas parfaitement comprise.")),
    ("55(1)(d)", ("No arbitrary detention", "Pas de détention arbitraire"), ("Liberty is taken only on grounds and by procedures of the Statute.", "Privation de liberté pour les seuls motifs et selon les procédures du Statut.")),
    ("55(2)", ("Suspect's rights", "Droits du suspect"), ("Four more rights, notified before questioning by the Prosecutor or, on request, national authorities.",
                                                        "Quatre droits de plus, notifiés avant l'interrogatoire par le Procureur ou, sur demande, par les autorités nationales.")),
    ("55(2)(a)", ("Told of suspicion", "Information sur les soupçons"), ("The suspect learns beforehand that there are grounds to believe.", "Le suspect apprend au préalable qu'il y a des motifs de croire.")),
    ("55(2)(b)", ("Silence", "Silence"), ("Silence weighs neither way.", "Le silence ne pèse ni dans un sens ni dans l'autre.")),
    ("55(2)(c)", ("Legal assistance", "Assistance d'un défenseur"), ("Chosen, or assigned where justice requires; free without means.", "Choisi, ou commis si la justice l'exige ; gratuit faute de moyens.")),
    ("55(2)(d)", ("Presence of counsel", "Présence du conseil"), ("Counsel attends unless voluntarily waived.", "Le conseil assiste, sauf renonciation volontaire.")),
):
    law.clause(provision, Class.RULE, title, summary)
