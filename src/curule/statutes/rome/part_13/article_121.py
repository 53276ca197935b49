"""Articles 121(1)-(3), (7) and 122 of the Rome Statute: proposing, circulating, taking up and adopting amendments."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.calendar import add, months
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.amendment import Amendment
from curule.statutes.rome.membership import needed, statute_in_force, years_after
from curule.statutes.rome.part_13.article_125 import RECEIVERS
from curule.statutes.rome.part_13.party_facts import party_leaf, register_of, state_particular, total_parties

__all__ = ["adopt", "law"]

law = Chapter("rome", __name__)

law.clause("121(1)", Class.RULE, ("Proposing amendments", "Propositions d'amendement"),
           ("Any Party, once seven years have passed; the Secretary-General circulates the text to all Parties.",
            "Tout État Partie, après sept ans ; le Secrétaire général distribue le texte à toutes les Parties."))
law.clause("121(2)", Class.RULE, ("Taking up a proposal", "Décision de se saisir d'une proposition"),
           ("The Assembly decides by majority at its next meeting, three months after the notification or later; it may call a Review Conference.",
            "L'Assemblée décide à la majorité à sa réunion suivante, trois mois au moins après la notification ; elle peut convoquer une conférence de révision."))
law.clause("121(3)", Class.RULE, ("Adopting an amendment", "Adoption d'un amendement"),
           ("Without consensus, two thirds of all States Parties.", "À défaut de consensus, les deux tiers de tous les États Parties."))
law.clause("121(7)", Class.RULE, ("Circulating what was adopted", "Communication des amendements adoptés"),
           ("The Secretary-General sends adopted amendments to all Parties.", "Le Secrétaire général communique les amendements adoptés à toutes les Parties."))
law.clause("122(1)", Class.RULE, ("Institutional amendments: which", "Amendements institutionnels : lesquels"),
           ("A closed list of institutional provisions may be proposed for amendment at any time.",
            "Une liste limitative de dispositions institutionnelles peut être proposée à l'amendement à tout moment."))
law.clause("122(2)", Class.RULE, ("Institutional amendments: adoption and force", "Amendements institutionnels : adoption et entrée en vigueur"),
           ("Two thirds of all Parties without consensus; in force for all six months later, without ratification.",
            "Deux tiers de toutes les Parties à défaut de consensus ; en vigueur pour tous six mois après, sans ratification."))

INSTITUTIONAL = ("35", "36(8)", "36(9)", "37", "38", "39(1)", "39(2)", "39(4)", "42(4)", "42(5)", "42(6)", "42(7)", "42(8)", "42(9)", "43(2)", "43(3)",
                 "44", "46", "47", "49")
"""The closed list of article 122(1). Of 39(1) only the first two sentences are on it: see the particular ``third_sentence``."""

FORUMS = (Choice("assembly", "Assembly of States Parties", "Assemblée des États Parties"), Choice("review_conference", "Review Conference", "Conférence de révision"))


def _propose(draft: Amendment, entry: Entry) -> None:
    draft.proposed, draft.path, draft.provisions = entry, entry.particulars["path"], entry.particulars["provisions"]


def _take_up(draft: Amendment, entry: Entry) -> None:
    draft.taken_up, draft.forum = entry, entry.particulars["forum"]


propose = law.act(
    "propose_amendment", "amendment", ("Propose an amendment", "Proposer un amendement"),
    ("{state} proposed to amend {provisions}", "{state} a proposé d'amender {provisions}"),
    [state_particular(parties=True),
     Particular("path", "choice", "proposed under", "proposé au titre de", choices=[
         Choice("121", "article 121", "l'article 121"), Choice("122", "article 122 (institutional)", "l'article 122 (institutionnel)")]),
     Particular("provisions", "provision", "provisions to be amended", "dispositions à amender", many=True),
     Particular("third_sentence", "yes_no", "article 39(1), third sentence, is touched", "l'article 39-1, troisième phrase, est touché", required=False),
     Particular("submitted_to", "choice", "submitted to", "soumis à", choices=[
         *RECEIVERS, Choice("designee", "person designated by the Assembly", "personne désignée par l'Assemblée")]),
     Particular("text", "long_text", "text", "texte", required=False)], _propose)
circulate = law.act(
    "circulate_proposal", "amendment", ("Circulate the proposal", "Distribuer la proposition"),
    ("The proposal was circulated to {recipients}", "La proposition a été distribuée : {recipients}"),
    [Particular("recipients", "choice", "circulated to", "distribuée à", many=True, choices=[
        Choice("states_parties", "all States Parties", "tous les États Parties"),
        Choice("participants", "others participating in the Assembly", "autres participants à l'Assemblée")])],
    lambda draft, entry: setattr(draft, "circulated", entry))
take_up = law.act(
    "take_up_proposal", "amendment", ("Decide to take up the proposal", "Décider de se saisir de la proposition"),
    ("The proposal was taken up by {votes_for} votes to {votes_against}", "La proposition a été retenue par {votes_for} voix contre {votes_against}"),
    [Particular("votes_for", "integer", "votes for", "voix pour", least=0), Particular("votes_against", "integer", "votes against", "voix contre", least=0),
     Particular("abstentions", "integer", "abstentions", "abstentions", least=0, required=False),
     Particular("first_meeting", "yes_no", "first meeting after the three months", "première réunion après les trois mois"),
     Particular("forum", "choice", "dealt with by", "examinée par", choices=FORUMS)], _take_up)
adopt = law.act(
    "adopt_amendment", "amendment", ("Adopt the amendment", "Adopter l'amendement"), ("The amendment was adopted ({forum})", "L'amendement a été adopté ({forum})"),
    [Particular("forum", "choice", "adopted at", "adopté à", choices=FORUMS), Particular("consensus", "yes_no", "by consensus", "par consensus"),
     Particular("votes_for", "integer", "votes for", "voix pour", least=0, required=False)], lambda draft, entry: setattr(draft, "adopted", entry))
circulate_adopted = law.act(
    "circulate_adopted_amendment", "amendment", ("Circulate the adopted amendment", "Communiquer l'amendement adopté"),
    ("The adopted amendment was circulated to all States Parties", "L'amendement adopté a été communiqué à tous les États Parties"), [],
    lambda draft, entry: setattr(draft, "circulated_adopted", entry))

party = party_leaf(law, "proposing_party", "121(1)", ("the proposer is a State Party", "l'auteur est un État Partie"), ("the proposer is not a State Party", "l'auteur n'est pas partie"))


@law.stage("121(1)", ("nothing has been proposed in this matter", "rien n'a encore été proposé"), permanent=True)
def not_proposed(v: View) -> Any:
    return no(v.posture.proposed) if v.posture.proposed else True


def _path(v: View) -> str:
    return str(v.given.get("path") or v.posture.path)


@law.fact("121(1)", ("it is proposed under article 121", "il est proposé au titre de l'article 121"))
def path_121(v: View) -> Any:
    return _path(v) == "121"


@law.fact("122(1)", ("it is proposed under article 122", "il est proposé au titre de l'article 122"))
def path_122(v: View) -> Any:
    return _path(v) == "122"


seven_years_over = law.measure("seven_years_over", "121(1)", ("seven years have passed since the Statute entered into force", "sept ans se sont écoulés depuis l'entrée en vigueur du Statut"),
                               lambda v: v.on, ">", lambda v: years_after(statute_in_force(register_of(v)), 7))


@law.fact("121(1)", ("it is submitted to the Secretary-General", "il est soumis au Secrétaire général"), needs=("submitted_to",))
def to_secretary_general(v: View) -> Any:
    received = v.given.get("submitted_to")
    return None if received is None else received == "secretary_general"


@law.fact("122(1)", ("it is submitted to the person whom the Assembly designated", "il est soumis à la personne désignée par l'Assemblée"), needs=("submitted_to",))
def to_designee(v: View) -> Any:
    received = v.given.get("submitted_to")
    return None if received is None else received == "designee"


@law.fact("122(1)", ("every provision is on the institutional list", "chaque disposition figure sur la liste institutionnelle"), needs=("provisions",),
          says_not=("a provision is not on the institutional list", "une disposition ne figure pas sur la liste institutionnelle"))
def on_institutional_list(v: View) -> Any:
    provisions = v.given.get("provisions")
    if provisions is None:
        return None
    short = [p.removeprefix("rome:") for p in provisions]
    return all(any(p == listed or p.startswith(listed + "(") for listed in INSTITUTIONAL) for p in short)


@law.fact("122(1)", ("the third sentence of article 39(1) is touched", "la troisième phrase de l'article 39-1 est touchée"), needs=("third_sentence",))
def third_sentence(v: View) -> Any:
    return v.given.get("third_sentence", False)


@law.stage("121(1)", ("the proposal was circulated", "la proposition a été distribuée"), cured_by=("circulate_proposal",))
def circulated(v: View) -> Any:
    return v.posture.circulated or False


def _sent_to(v: View, whom: str) -> Any:
    recipients = v.given.get("recipients")
    return None if recipients is None else whom in recipients


@law.fact("121(1)", ("it goes to all States Parties", "elle est adressée à tous les États Parties"), needs=("recipients",))
def to_all_parties(v: View) -> Any:
    return "recipients" not in v.given or _sent_to(v, "states_parties")


@law.fact("122(1)", ("it also goes to the others who take part in the Assembly", "elle est aussi adressée aux autres participants à l'Assemblée"), needs=("recipients",))
def to_participants(v: View) -> Any:
    return "recipients" not in v.given or _sent_to(v, "participants")


def _three_months(v: View) -> date | None:
    return add(v.posture.circulated.done_on, months(3)).day if v.posture.circulated else None


three_months_from_notice = law.measure("three_months_from_notice", "121(2)", ("three months have passed since the notification", "trois mois se sont écoulés depuis la notification"),
                                       lambda v: v.on, ">=", _three_months)
law.reading("next_meeting", "121(2)", ("At which meeting may the Assembly take up a proposal?", "À quelle réunion l'Assemblée peut-elle se saisir d'une proposition ?"),
            {"next": ("at the next meeting after the three months (English)", "à la réunion qui suit les trois mois (anglais)"),
             "any": ("at a meeting held at any time after them (Chinese)", "à une réunion tenue à tout moment après (chinois)")})
law.reading("taking_up_base", "121(2)", ("Who is present and voting?", "Qui est présent et votant ?"),
            {"without_abstentions": ("those who vote for or against", "ceux qui votent pour ou contre"),
             "with_abstentions": ("those who abstain, too", "également ceux qui s'abstiennent")})


@law.fact("121(2)", ("it is the first meeting after the three months", "c'est la première réunion après les trois mois"), needs=("first_meeting",))
def first_meeting(v: View) -> Any:
    return v.given.get("first_meeting")


@law.fact("121(2)", ("the reading allows any later meeting", "l'interprétation admet toute réunion ultérieure"))
def any_meeting(v: View) -> bool:
    return v.reading("next_meeting") == "any"


def _half_of_votes(v: View) -> int | None:
    votes_for, against = v.given.get("votes_for"), v.given.get("votes_against")
    if votes_for is None or against is None:
        return None
    base: int = votes_for + against
    if v.reading("taking_up_base") == "with_abstentions":
        base += v.given.get("abstentions", 0)
    return base // 2


majority_present = law.measure("majority_present", "121(2)", ("more than half of those present and voting are in favour", "plus de la moitié des présents et votants sont pour"),
                               lambda v: v.given.get("votes_for"), ">", _half_of_votes, needs=("votes_for", "votes_against"))


@law.stage("121(2)", ("the proposal has been taken up", "la proposition a été retenue"), cured_by=("take_up_proposal",))
def taken_up(v: View) -> Any:
    return v.posture.taken_up or False


@law.stage("121(3)", ("the amendment has been adopted", "l'amendement a été adopté"), cured_by=("adopt_amendment",))
def adopted(v: View) -> Any:
    return v.posture.adopted or False


@law.fact("121(3)", ("there is consensus", "il y a consensus"), needs=("consensus",))
def consensus(v: View) -> Any:
    return v.given.get("consensus")


@law.fact("121(2)", ("it is adopted where it was taken up", "il est adopté là où il a été examiné"), needs=("forum",))
def at_its_forum(v: View) -> Any:
    forum = v.given.get("forum")
    return None if forum is None else v.posture.taken_up is None or forum == v.posture.forum


def _two_thirds(v: View) -> int | None:
    total = total_parties(v)
    return needed(2, 3, total) if total is not None else None


two_thirds = law.measure("two_thirds", "121(3)", ("two thirds of all States Parties are in favour", "les deux tiers de tous les États Parties sont pour"),
                         lambda v: v.given.get("votes_for", 0), ">=", _two_thirds, needs=("votes_for",))


@law.fact("121(7)", ("the adopted amendment was circulated", "l'amendement adopté a été communiqué"), cured_by=("circulate_adopted_amendment",))
def adopted_circulated(v: View) -> Any:
    return v.posture.circulated_adopted or False


law.limit("institutional_amendment_in_force", "amendment", ("entry into force for all of an institutional amendment", "entrée en vigueur pour tous d'un amendement institutionnel"),
          "122(2)", months(6), runs_from=lambda v: v.posture.adopted if v.posture.path == "122" else None)

law.power("121(1)", propose, "state_party", all_of(not_proposed, party, path_121, seven_years_over, to_secretary_general))
law.power("122(1)", propose, "state_party", all_of(not_proposed, party, path_122, any_of(to_secretary_general, to_designee), on_institutional_list, ~third_sentence))
law.duty("121(1)", circulate, "depositary", all_of(path_121, to_all_parties), circulated)
law.duty("122(1)", circulate, ("depositary", "bureau"), all_of(path_122, to_all_parties, to_participants), circulated)
law.power("121(2)", take_up, "assembly", all_of(circulated, path_121, three_months_from_notice, any_of(first_meeting, any_meeting), majority_present, ~taken_up))
law.power("121(3)", adopt, "assembly", all_of(taken_up, ~adopted, at_its_forum, any_of(consensus, two_thirds)))
law.power("122(2)", adopt, "assembly", all_of(circulated, ~adopted, path_122, any_of(consensus, two_thirds)))
law.duty("121(7)", circulate_adopted, "depositary", adopted, adopted_circulated)
