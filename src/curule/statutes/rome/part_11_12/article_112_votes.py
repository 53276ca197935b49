"""Article 112, paragraphs 7 and 8, of the Rome Statute: consensus first, one vote, majorities with their bases, arrears of two full years."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.assembly import AssemblySession, Item
from curule.statutes.rome.membership import needed, parties_on
from curule.statutes.rome.part_04.given_facts import entry_fact
from curule.statutes.rome.part_11_12.article_112 import item, session_open, state
from curule.statutes.rome.part_13.party_facts import party_leaf, register_of

__all__ = ["law", "votes_cast"]

law = Chapter("rome", __name__)

law.clause("112(7)", Class.RULE, ("One vote; consensus first", "Une voix ; d'abord le consensus"), ("Each State Party has one vote; Assembly and Bureau try to decide by consensus; otherwise by vote.",
           "Chaque État Partie a une voix ; l'Assemblée et le Bureau recherchent le consensus ; à défaut, ils votent."))
law.clause("112(7)(a)", Class.RULE, ("Matters of substance", "Questions de fond"), ("Two thirds of those present and voting, with an absolute majority of the Parties as quorum.", "Deux tiers des présents et votants, la majorité absolue des Parties constituant le quorum."))
law.clause("112(7)(b)", Class.RULE, ("Matters of procedure", "Questions de procédure"), ("Simple majority of the Parties present and voting.", "Majorité simple des Parties présentes et votantes."))
law.clause("112(8)", Class.RULE, ("Arrears", "Arriérés"), ("No vote in Assembly or Bureau for arrears of two full years or more, unless the Assembly allows it for a cause beyond the State's control.",
           "Pas de vote à l'Assemblée ni au Bureau pour des arriérés de deux années complètes ou plus, sauf autorisation pour des raisons indépendantes de la volonté de l'État."))

law.reading("arrears_quorum", "112(8)", ("Does a State without a vote count for the quorum?", "L'État privé de vote compte-t-il pour le quorum ?"),
            {"counted": ("it counts among the States Parties and as present", "il compte parmi les États Parties et comme présent"), "not_counted": ("it counts neither among them nor as present", "il ne compte ni parmi eux ni comme présent")})

due_one = Particular("due_last_year", "amount", "due for the last full year", "dû pour la dernière année complète", least=0)
due_two = Particular("due_year_before", "amount", "due for the year before", "dû pour l'année précédente", least=0)
vote_particular = Particular("vote", "choice", "vote", "vote", choices=(Choice("for", "for", "pour"), Choice("against", "against", "contre"), Choice("abstains", "abstains", "abstention")))


def _keep(table: str) -> Any:
    return lambda draft, entry: getattr(draft, table).__setitem__(entry.particulars["state"], entry)


def _on_item(draft: AssemblySession, entry: Entry) -> Item | None:
    return draft.items.get(entry.particulars["item"])


def _seek(draft: AssemblySession, entry: Entry) -> None:
    found = _on_item(draft, entry)
    if found is not None:
        found.consensus_sought = entry


def _vote(draft: AssemblySession, entry: Entry) -> None:
    found = _on_item(draft, entry)
    if found is not None:
        found.votes[entry.particulars["state"]] = entry.particulars["vote"]


def _decide(draft: AssemblySession, entry: Entry) -> None:
    found = _on_item(draft, entry)
    if found is not None:
        found.decided = entry


attend = law.act("record_attendance", "assembly", ("Record the presence of a State Party", "Inscrire la présence d'un État Partie"), ("{state} is present", "{state} est présent"), [state], _keep("attendance"))
arrears = law.act("record_arrears", "assembly", ("Record arrears", "Inscrire des arriérés"), ("{state} is in arrears of {arrears}", "{state} a des arriérés de {arrears}"), [state, Particular("arrears", "amount", "arrears", "arriérés", least=0), due_one, due_two], _keep("arrears"))
permit = law.act("permit_vote_in_arrears", "assembly", ("Allow a State in arrears to vote", "Autoriser un État en retard à voter"), ("{state} was allowed to vote despite arrears", "{state} a été autorisé à voter malgré ses arriérés"), [state], _keep("permitted"))
seek = law.act("seek_consensus", "assembly", ("Seek consensus", "Rechercher le consensus"), ("Consensus was sought on {item}", "Le consensus a été recherché sur {item}"), [item], _seek)
by_consensus = law.act("decide_by_consensus", "assembly", ("Decide by consensus", "Décider par consensus"), ("{item} was decided by consensus", "{item} a été décidé par consensus"), [item], _decide)
cast = law.act("cast_vote", "assembly", ("Vote", "Voter"), ("{state} voted on {item}: {vote}", "{state} a voté sur {item} : {vote}"), [item, state, vote_particular], _vote)
by_vote = law.act("decide_by_vote", "assembly", ("Declare an item adopted by vote", "Déclarer un point adopté par vote"), ("{item} was adopted by vote", "{item} a été adopté par vote"), [item], _decide)


def _asked(v: View) -> Item | None:
    found: Item | None = v.posture.items.get(v.given.get("item", ""))
    return found


@law.stage("112(7)", ("the item is on the agenda and undecided", "le point est inscrit et non encore décidé"), cured_by=("place_item",))
def undecided(v: View) -> Any:
    found = _asked(v)
    return None if v.given.get("item") is None else (found is not None and found.decided is None and found.placed) or False


consensus_sought = entry_fact(law, "consensus_sought", "112(7)", ("consensus was sought", "le consensus a été recherché"), lambda v: (i := _asked(v)) and i.consensus_sought, ("seek_consensus",), needs=("item",))
voter_is_party = party_leaf(law, "voter_is_party", "112(7)", ("the State is a Party", "l'État est Partie"), ("the State is no Party", "l'État n'est pas Partie"))
party_in_arrears = party_leaf(law, "party_in_arrears", "112(8)", ("the State is a Party", "l'État est Partie"), ("the State is no Party", "l'État n'est pas Partie"))
present_is_party = party_leaf(law, "present_is_party", "112(7)", ("the State is a Party", "l'État est Partie"), ("the State is no Party", "l'État n'est pas Partie"))


@law.fact("112(7)", ("the State voted on it already", "l'État a déjà voté sur ce point"), needs=("item", "state"), says_not=("the State has not voted on it yet", "l'État n'a pas encore voté sur ce point"))
def voted_already(v: View) -> Any:
    found = _asked(v)
    return None if found is None else v.given.get("state") in found.votes


@law.fact("112(7)", ("the State is present", "l'État est présent"), needs=("state",), cured_by=("record_attendance",))
def present(v: View) -> Any:
    return v.posture.attendance.get(v.given.get("state", "")) or False


def _due(entry: Entry) -> int:
    """What was due for the two full years; at least one cent, so that who owes nothing keeps the vote."""
    total: int = entry.particulars["due_last_year"] + entry.particulars["due_year_before"]
    return max(1, total)


def suspended(session: AssemblySession, code: str) -> bool:
    """Whether arrears take a State's vote away: as much as two full years or more, and no permission."""
    entry = session.arrears.get(code)
    return entry is not None and entry.particulars["arrears"] >= _due(entry) and code not in session.permitted


two_years_owed = law.measure("two_years_owed", "112(8)", ("arrears equal or exceed what was due for the two full years before", "les arriérés sont égaux ou supérieurs aux contributions des deux années complètes écoulées"),
                             lambda v: e.particulars["arrears"] if (e := v.posture.arrears.get(v.given.get("state", ""))) else 0, ">=",
                             lambda v: _due(e) if (e := v.posture.arrears.get(v.given.get("state", ""))) else 1, needs=("state",))
allowed = entry_fact(law, "allowed_despite_arrears", "112(8)", ("the Assembly allowed it to vote", "l'Assemblée l'a autorisé à voter"), lambda v: v.posture.permitted.get(v.given.get("state", "")), ("permit_vote_in_arrears",), needs=("state",), says_not=("the Assembly has not allowed it to vote", "l'Assemblée ne l'a pas autorisé à voter"))
in_arrears = entry_fact(law, "in_arrears", "112(8)", ("the State is in arrears", "l'État a des arriérés"), lambda v: v.posture.arrears.get(v.given.get("state", "")), ("record_arrears",), needs=("state",))
beyond_control = law.finding("beyond_control", "112(8)", ("the failure to pay is beyond the State's control", "le défaut de paiement est indépendant de la volonté de l'État"), "assembly", ("satisfied", "convaincue"), lasting=False)


@law.fact("112(7)(b)", ("it is a matter of procedure", "c'est une question de procédure"), needs=("item",))
def of_procedure(v: View) -> Any:
    found = _asked(v)
    return None if found is None else found.nature == "procedure"


def votes_cast(v: View, *which: str) -> int | None:
    """How many votes of these kinds stand; votes of States without a vote are not counted."""
    found = _asked(v)
    return None if found is None else sum(1 for code, vote in found.votes.items() if vote in which and not suspended(v.posture, code))


def _voting(v: View) -> int | None:
    return votes_cast(v, "for", "against") if v.reading("present_and_voting") == "without_abstentions" else votes_cast(v, "for", "against", "abstains")


def _quorum(v: View, *, parties: bool) -> int | None:
    register = register_of(v)
    if register is None:
        return None
    all_parties = parties_on(register, v.on)
    counted = [s for s in all_parties if v.reading("arrears_quorum") == "counted" or not suspended(v.posture, s)]
    return len(counted) // 2 + 1 if parties else sum(1 for s in counted if s in v.posture.attendance)


quorum = law.measure("assembly_quorum", "112(7)(a)", ("an absolute majority of the States Parties is present", "la majorité absolue des États Parties est présente"), lambda v: _quorum(v, parties=False), ">=", lambda v: _quorum(v, parties=True),
                     cured_by=("record_attendance",), says_not=("there is no quorum", "le quorum n'est pas atteint"))
two_thirds = law.measure("two_thirds_voting", "112(7)(a)", ("two thirds of those present and voting are for it", "les deux tiers des présents et votants sont pour"), lambda v: votes_cast(v, "for"), ">=",
                         lambda v: max(1, needed(2, 3, n)) if (n := _voting(v)) is not None else None, needs=("item",), cured_by=("cast_vote",))
simple_majority = law.measure("simple_majority", "112(7)(b)", ("a majority of those present and voting is for it", "la majorité des présents et votants est pour"), lambda v: votes_cast(v, "for"), ">=",
                              lambda v: n // 2 + 1 if (n := _voting(v)) is not None else None, needs=("item",), cured_by=("cast_vote",))
general_agreement = law.finding("general_agreement", "112(7)", ("nobody objects", "aucune objection"), ("assembly", "bureau"), ("on putting the item", "lors de la mise aux voix"), lasting=False)

@law.fact("112(7)", ("the item is before the Bureau", "le point est soumis au Bureau"), needs=("item",), says_not=("the item is before the Assembly", "le point est soumis à l'Assemblée"))
def before_bureau(v: View) -> Any:
    found = _asked(v)
    return None if found is None else found.body == "bureau"


law.prohibition("112(7)", (seek, by_consensus, by_vote), before_bureau, by=("assembly",), name="item_of_bureau")
law.prohibition("112(7)", (seek, by_consensus, by_vote), ~before_bureau, by=("bureau",), name="item_of_assembly")
law.power("112(7)", attend, ("registry", "bureau"), all_of(session_open, present_is_party))
law.power("112(8)", arrears, ("registry", "bureau"), all_of(session_open, party_in_arrears))
law.power("112(8)", permit, "assembly", all_of(in_arrears, beyond_control))
law.power("112(7)", seek, ("assembly", "bureau"), undecided)
law.power("112(7)", by_consensus, ("assembly", "bureau"), all_of(undecided, general_agreement))
law.power("112(7)", cast, "state_party", all_of(undecided, consensus_sought, voter_is_party, present, ~voted_already))
law.prohibition("112(8)", cast, two_years_owed.unless(allowed), name="arrears")
law.power("112(7)(a)", by_vote, ("assembly", "bureau"), all_of(undecided, consensus_sought, quorum, two_thirds), name="substance")
law.power("112(7)(b)", by_vote, ("assembly", "bureau"), all_of(undecided, consensus_sought, of_procedure, simple_majority), name="procedure")
