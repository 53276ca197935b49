"""Article 3 of the Statute of the Mechanism, with paragraphs 1 and 7 of the resolution: branches, commencement, host arrangements, seats."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.institution_facts import branch_commenced
from curule.statutes.mechanism.matters.institution import COMMENCEMENT, Branch, Institution
from curule.statutes.mechanism.matters.roll_particulars import branch

law = Chapter("irmct", __name__)

law.clause("3", Class.RULE, ("Two branches", "Deux divisions"),
           ("A branch at The Hague for matters of the ICTY, one at Arusha for those of the ICTR.",
            "Une division à La Haye pour ce qui vient du TPIY, une à Arusha pour ce qui vient du TPIR."))


def _branch(draft: Institution, entry: Entry) -> Branch:
    return draft.branches.setdefault(entry.particulars["branch"], Branch())


def _mark(field: str) -> Any:
    def effect(draft: Institution, entry: Entry) -> None:
        setattr(_branch(draft, entry), field, entry)

    return effect


PLACES = (Choice("arusha", "Arusha", "Arusha"), Choice("the_hague", "The Hague", "La Haye"), Choice("elsewhere", "elsewhere", "ailleurs"))

create = law.act("create_mechanism", "institution", ("Create the Mechanism", "Créer le Mécanisme"), ("The Security Council created the Mechanism", "Le Conseil de sécurité a créé le Mécanisme"))
commence = law.act("commence_branch", "institution", ("Begin the work of a branch", "Mettre une division en activité"), ("The {branch} commenced", "La {branch} est entrée en activité"),
                   [branch], _mark("commenced"))
arrange = law.act("record_host_arrangement", "institution", ("Record the arrangement with the host State", "Inscrire l'arrangement avec l'État hôte"),
                  ("The arrangement with {state} for the {branch} was recorded", "L'arrangement avec {state} pour la {branch} a été inscrit"),
                  [branch, Particular("state", "state", "host State", "État hôte")], _mark("arrangement"))
accept = law.act("accept_host_arrangement", "institution", ("Accept the arrangement with the host State", "Accepter l'arrangement avec l'État hôte"),
                 ("The Security Council accepted the arrangement for the {branch}", "Le Conseil de sécurité a accepté l'arrangement pour la {branch}"), [branch], _mark("accepted"))
determine_seat = law.act("determine_seat", "institution", ("Determine the seat of a branch", "Fixer le siège d'une division"), ("The seat of the {branch} is {place}", "Le siège de la {branch} est {place}"),
                         [branch, Particular("place", "choice", "place", "lieu", choices=PLACES)], _mark("seat"))


@law.stage("res1", ("the Mechanism has been created", "le Mécanisme a été créé"), cured_by=("create_mechanism",))
def created(v: View) -> Any:
    return v.posture.opened or False


commencement_reached = law.measure("commencement_reached", "res1", ("the day on which that branch begins has come", "le jour où cette division entre en activité est arrivé"),
                                   lambda v: v.on, ">=", lambda v: COMMENCEMENT.get(v.given.get("branch", "")))


def _of(v: View, field: str) -> Any:
    code = v.given.get("branch")
    found = v.posture.branches.get(code)
    return None if code is None else (getattr(found, field) if found is not None and getattr(found, field) else False)


@law.fact("res7", ("an arrangement with the host State is on record", "un arrangement avec l'État hôte est inscrit"), cured_by=("record_host_arrangement",), needs=("branch",))
def arranged(v: View) -> Any:
    return _of(v, "arrangement")


@law.fact("res7", ("the Security Council accepted it", "le Conseil de sécurité l'a accepté"), cured_by=("accept_host_arrangement",), needs=("branch",))
def accepted(v: View) -> Any:
    return _of(v, "accepted")


@law.fact("3", ("the place is the seat that the Statute gives that branch", "le lieu est le siège que le Statut donne à cette division"), needs=("branch", "place"))
def seat_of_statute(v: View) -> Any:
    code, place = v.given.get("branch"), v.given.get("place")
    return None if code is None or place is None else code == place


@law.fact("3", ("the case comes from the Tribunal that the other branch continues", "l'affaire vient du Tribunal dont l'autre division assure la suite"), needs=("origin", "branch"))
def belongs_to_other_branch(v: View) -> Any:
    origin, code = v.given.get("origin"), v.given.get("branch")
    return None if origin is None or code is None else (origin, code) in (("icty", "arusha"), ("ictr", "the_hague"))


law.power("res1", create, "security_council", ~created)
law.power("res1", commence, ("registrar", "mechanism"), all_of(created, commencement_reached, ~branch_commenced))
law.power("res7", arrange, "secretary_general", created)
law.power("res7", accept, "security_council", arranged)
law.power("res7", determine_seat, ("secretary_general", "security_council"), all_of(arranged, accepted, seat_of_statute))
law.prohibition("3", "open_case", belongs_to_other_branch)
