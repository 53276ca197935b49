"""Facts about the institution that several articles rely on: branches, terms of the principals, officers in charge, staff."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from curule.law.calendar import add, years
from curule.law.chapter import Chapter
from curule.law.conditions import Condition, all_of, any_of
from curule.law.leaves import Fact
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.view import View
from curule.statutes.mechanism.matters.institution import COMMENCEMENT, Institution, Tenure, tenure_on
from curule.statutes.mechanism.matters.roll_particulars import branch, since, until

__all__ = ["Principal", "branch_commenced", "each_branch", "law", "principal"]

law = Chapter("irmct", __name__)

law.reading("principals_term", "14(4)", ("May the Prosecutor or Registrar be appointed for less than four years?",
                                         "Le Procureur ou le Greffier peuvent-ils être nommés pour moins de quatre ans ?"),
            {"as_appointed": ("yes, the appointment states its term (practice)", "oui, l'acte de nomination en fixe la durée (pratique)"),
             "four_years": ("no, always four years", "non, toujours quatre ans")},
            ("Both have been reappointed for shorter terms.", "L'un et l'autre ont été reconduits pour des durées plus courtes."))


@law.stage("res1", ("that branch has commenced", "cette division est en activité"), cured_by=("commence_branch",))
def branch_commenced(v: View) -> Any:
    code = v.given.get("branch")
    found = v.posture.branches.get(code)
    return None if code is None else (found.commenced if found is not None and found.commenced else False)


def each_branch(v: View) -> Iterable[Mapping[str, Any]]:
    """For duties that hold for each branch."""
    return [{"branch": code} for code in COMMENCEMENT]


def _four_years(v: View) -> date | None:
    first = v.given.get("since")
    return None if first is None else add(first, years(4)).day - timedelta(days=1)


class Principal:
    """The acts and facts that the Prosecutor's Office and the Registry have in common (articles 14(3)-(5), 15(2)-(4))."""

    __slots__ = ("appoint", "code", "designate", "designated", "enlist", "fact_prefix", "in_office", "name", "no_other", "recommend", "recommended", "staff", "staffed", "term")

    def __init__(self, code: str, name: tuple[str, str]) -> None:
        self.code = code
        self.name = name
        self.appoint = self.designate = self.enlist = self.recommend = self.staff = self.fact_prefix = ""
        self.term: Condition
        self.in_office: Fact
        self.no_other: Fact
        self.designated: Fact
        self.recommended: Fact
        self.staffed: Fact


def principal(chapter: Chapter, code: str, office: str, name: tuple[str, str], provisions: tuple[str, str, str]) -> Principal:
    """Declare an office's acts and facts; ``provisions``: officers in charge, appointment and term, staff."""
    made = Principal(code, name)
    _acts(chapter, made, office)
    _term(chapter, made, provisions[1])
    _facts(chapter, made, provisions)
    return made


def _appointing(code: str) -> Callable[[Institution, Entry], None]:
    def effect(draft: Institution, entry: Entry) -> None:
        given = entry.particulars
        draft.tenures.append(Tenure(given["person"], code, given["since"], given["until"], entry))

    return effect


def _tabled(field: str, code: str, particular: str) -> Callable[[Institution, Entry], None]:
    def effect(draft: Institution, entry: Entry) -> None:
        getattr(draft, field)[f"{code}:{entry.particulars[particular]}"] = entry

    return effect


def _acts(chapter: Chapter, made: Principal, office: str) -> None:
    en, fr = made.name
    code = made.code
    person = Particular("person", "text", "person", "personne")
    post = Particular("post", "text", "post", "poste")
    made.appoint = chapter.act(f"appoint_{code}", "institution", (f"Appoint the {en}", f"Nommer le {fr}"),
                               ("{person} was appointed " + en + " from {since} to {until}", "{person} a été nommé " + fr + " du {since} au {until}"),
                               [person, since, until], _appointing(code))
    made.designate = chapter.act(f"designate_{code}s_officer", "institution", (f"Designate the {en}'s officer in charge", f"Désigner le responsable pour le {fr}"),
                                 ("{person} was designated the " + en + "'s officer in charge: {branch}", "{person} a été désigné responsable pour le " + fr + " : {branch}"),
                                 [branch, person], _tabled("officers", code, "branch"))
    made.enlist = chapter.act(f"list_potential_{office}", "institution", ("Enter potential staff on the roster", "Inscrire une personne au fichier de recrutement"),
                              ("{person} was entered on the roster of the " + en, "{person} a été inscrit au fichier du " + fr), [
        person, Particular("tribunal", "choice", "earlier service at", "service antérieur", many=True, required=False,
                           choices=(Choice("icty", "ICTY", "TPIY"), Choice("ictr", "ICTR", "TPIR")))],
        _tabled("roster", code, "person"), audience=(f"organ:{code}",))
    made.recommend = chapter.act(f"recommend_{office}", "institution", ("Recommend staff for appointment", "Recommander la nomination d'un agent"),
                                 ("The " + en + " recommended {person} as {post}", "Le " + fr + " a recommandé {person} ({post})"), [person, post],
                                 _tabled("recommended", code, "person"), audience=(f"organ:{code}", "organ:registry", "organ:secretary_general"))
    made.staff = chapter.act(f"appoint_{office}", "institution", ("Appoint staff", "Nommer un agent"), ("{person} was appointed as {post}", "{person} a été nommé ({post})"),
                             [person, post], _tabled("staff", code, "person"), audience=(f"organ:{code}", "organ:registry", "organ:secretary_general"))


def _term(chapter: Chapter, made: Principal, provision: str) -> None:
    code = made.code
    within = chapter.measure(f"{code}_within_four_years", provision, ("the term is not longer than four years", "le mandat n'excède pas quatre ans"),
                             lambda v: v.given.get("until"), "<=", _four_years, needs=("since", "until"))
    exactly = chapter.measure(f"{code}_for_four_years", provision, ("the term is of four years", "le mandat est de quatre ans"),
                              lambda v: v.given.get("until"), "==", _four_years, needs=("since", "until"))

    ordered = chapter.measure(f"{code}_term_in_order", provision, ("the term does not end before it begins", "le mandat ne prend pas fin avant de commencer"),
                              lambda v: v.given.get("until"), ">=", lambda v: v.given.get("since"), needs=("since", "until"),
                              says_not=("the term ends before it begins", "le mandat prend fin avant de commencer"))

    def test(v: View) -> bool:
        return v.reading("principals_term") == "as_appointed"

    test.__name__ = f"{code}_shorter_term_allowed"
    shorter = chapter.fact(provision, ("the reading allows a shorter term", "l'interprétation retenue admet un mandat plus court"))(test)
    made.term = all_of(within, ordered, any_of(shorter, exactly))


def _facts(chapter: Chapter, made: Principal, provisions: tuple[str, str, str]) -> None:
    (en, fr), code = made.name, made.code
    officers, appointment, staff = provisions

    def declare(name: str, provision: str, says: tuple[str, str], test: Callable[[View], Any], **more: Any) -> Fact:
        test.__name__ = f"{code}_{name}"
        return chapter.fact(provision, says, **more)(test)

    def holder(v: View) -> Any:
        tenure = tenure_on(v.posture, code, v.on)
        return tenure.entry if tenure is not None else False

    def other(v: View) -> Any:
        first = v.given.get("since")
        tenure = None if first is None else tenure_on(v.posture, code, first)
        return None if first is None else (tenure.entry if tenure is not None else False)

    def looked_up(field: str, particular: str) -> Callable[[View], Any]:
        def test(v: View) -> Any:
            key = v.given.get(particular)
            return None if key is None else getattr(v.posture, field).get(f"{code}:{key}") or False

        return test

    def recommended(v: View) -> Any:
        person, post = v.given.get("person"), v.given.get("post")
        found = None if person is None else v.posture.recommended.get(f"{code}:{person}")
        return None if person is None else (found if found is not None and found.particulars["post"] == (post or found.particulars["post"]) else False)

    made.in_office = declare("in_office", appointment, (f"a {en} is in office", f"un {fr} est en fonctions"), holder, cured_by=(made.appoint,),
                             says_not=(f"no {en} is in office", f"aucun {fr} n'est en fonctions"))
    made.no_other = declare("held_already", appointment, (f"another {en} is in office on the first day", f"un autre {fr} est en fonctions le premier jour"), other,
                            needs=("since",), reversible=True)
    made.designated = declare("officer_designated", officers, (f"the {en} has an officer in charge of that branch", f"le {fr} a un responsable pour cette division"),
                              looked_up("officers", "branch"), cured_by=(made.designate,))
    made.recommended = declare("recommended", staff, (f"the {en} recommended that person for that post", f"le {fr} a recommandé cette personne pour ce poste"), recommended,
                               cured_by=(made.recommend,), needs=("person", "post"),
                               says_not=(f"the {en} did not recommend that person for that post", f"le {fr} n'a pas recommandé cette personne pour ce poste"))
    made.staffed = declare("roster_kept", staff, (f"the {en} keeps a roster of potential staff", f"le {fr} tient un fichier de recrutement"),
                           lambda v: next((e for key, e in v.posture.roster.items() if key.startswith(code + ":")), False), cured_by=(made.enlist,))
