"""Articles 121(4) and (5) and 123 of the Rome Statute: acceptance of amendments, when they enter into force, Review Conferences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from curule.law.calendar import years
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.amendment_data import AmendmentTerms, amendments
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.membership import seven_eighths_on, statute_in_force, years_after
from curule.statutes.rome.part_13.article_121 import adopt
from curule.statutes.rome.part_13.article_125 import DEPOSITARY, file_for, received_by, register_open
from curule.statutes.rome.part_13.article_127 import suggest_amendments
from curule.statutes.rome.part_13.party_facts import parties_counted_at, party_leaf, register_of, state_file, state_particular, total_parties

__all__ = ["law"]

law = Chapter("rome", __name__)

law.clause("121(4)", Class.RULE, ("In force for all after seven eighths", "En vigueur pour tous après les sept huitièmes"),
           ("One year after seven eighths of the Parties deposited their acceptance, for every Party.",
            "Un an après le dépôt de l'acceptation de sept huitièmes des Parties, pour toutes."))
law.clause("121(5)", Class.RULE, ("Amendments of crimes: for those who accept", "Amendements des crimes : pour qui les accepte"),
           ("One year after its own deposit for each Party that accepts; not applied to nationals or territory of a Party that did not.",
            "Un an après son propre dépôt pour chaque Partie acceptante ; sans effet pour les ressortissants ou le territoire d'une Partie qui n'a pas accepté."))
law.clause("123(1)", Class.RULE, ("First Review Conference", "Première conférence de révision"),
           ("Seven years after entry into force the Secretary-General convenes it, open to those who take part in the Assembly.",
            "Sept ans après l'entrée en vigueur, le Secrétaire général la convoque, ouverte aux participants à l'Assemblée."))
law.clause("123(2)", Class.RULE, ("Later Review Conferences", "Conférences de révision ultérieures"),
           ("At a Party's request, when a majority of all Parties approves.", "À la demande d'une Partie, si la majorité de toutes les Parties approuve."))
law.clause("123(3)", Class.RULE, ("Amendments at Review Conferences", "Amendements aux conférences de révision"),
           ("The rules of article 121 on adoption and force apply.", "Les règles de l'article 121 sur l'adoption et l'entrée en vigueur s'appliquent."))


def _accept(draft: StatesRegister, entry: Entry) -> None:
    if entry.particulars.get("received_by", DEPOSITARY) == DEPOSITARY:
        file_for(draft, entry).acceptances.setdefault(entry.particulars["amendment"], entry)


def _register(draft: StatesRegister, entry: Entry) -> None:
    draft.amendments[entry.particulars["code"]] = entry


accept = law.act(
    "deposit_acceptance", "states", ("Deposit acceptance of an amendment", "Déposer l'acceptation d'un amendement"),
    ("{state} accepted the amendment {amendment}", "{state} a accepté l'amendement {amendment}"),
    [state_particular(parties=True), Particular("amendment", "text", "amendment", "amendement", suggest=suggest_amendments), received_by(DEPOSITARY)], _accept)
enter = law.act(
    "register_amendment", "states", ("Enter an adopted amendment", "Inscrire un amendement adopté"),
    ("The adopted amendment {code} was entered on the register", "L'amendement adopté {code} a été inscrit au registre"),
    [Particular("code", "text", "short name", "nom abrégé"), Particular("title", "text", "title", "intitulé", required=False),
     Particular("regime", "choice", "enters into force under", "entre en vigueur selon", choices=[
         Choice("121(4)", "article 121(4): for all", "l'article 121-4 : pour tous"), Choice("121(5)", "article 121(5): for each that accepts", "l'article 121-5 : pour qui accepte"),
         Choice("122", "article 122(2): institutional", "l'article 122-2 : institutionnel")]),
     Particular("provisions", "provision", "provisions amended", "dispositions amendées", many=True),
     Particular("crimes", "provision", "crimes covered", "crimes visés", many=True, required=False)], _register)
request = law.act("request_review_conference", "states", ("Request a Review Conference", "Demander une conférence de révision"),
                  ("{state} requested a Review Conference", "{state} a demandé une conférence de révision"), [state_particular(parties=True)],
                  lambda draft, entry: setattr(draft, "conference_requested", entry))
approve = law.act("approve_review_conference", "states", ("Approve a Review Conference", "Approuver une conférence de révision"),
                  ("{approvals} States Parties approved a Review Conference", "{approvals} États Parties ont approuvé une conférence de révision"),
                  [Particular("approvals", "integer", "States Parties in favour", "États Parties favorables", least=0)],
                  lambda draft, entry: setattr(draft, "conference_approved", entry))


def _convene(draft: StatesRegister, entry: Entry) -> None:
    draft.conferences.append(entry)
    draft.conference_requested = draft.conference_approved = None


convene = law.act("convene_review_conference", "states", ("Convene a Review Conference", "Convoquer une conférence de révision"),
                  ("The Secretary-General convened a Review Conference", "Le Secrétaire général a convoqué une conférence de révision"),
                  [Particular("open_to", "choice", "open to", "ouverte à", choices=[
                      Choice("assembly", "those taking part in the Assembly", "les participants à l'Assemblée"), Choice("others", "others as well", "d'autres également")])], _convene)

party = party_leaf(law, "accepting_party", "121(4)", ("the State is a Party", "l'État est partie"), ("the State is not a Party", "l'État n'est pas partie"))
requesting_party = party_leaf(law, "requesting_party", "123(2)", ("the requesting State is a Party", "l'État demandeur est partie"),
                              ("the requesting State is not a Party", "l'État demandeur n'est pas partie"))


def _terms(v: View) -> AmendmentTerms | None:
    return amendments(register_of(v)).get(v.given.get("amendment", ""))


def _of_regime(v: View, regime: str) -> Any:
    terms = _terms(v)
    return (None if "amendment" not in v.given else False) if terms is None else terms.regime == regime


@law.fact("121(4)", ("it is an adopted amendment that enters into force for all", "c'est un amendement adopté qui entre en vigueur pour tous"), needs=("amendment",))
def general_regime(v: View) -> Any:
    return _of_regime(v, "121(4)")


@law.fact("121(5)", ("it is an adopted amendment of articles 5 to 8", "c'est un amendement adopté des articles 5 à 8"), needs=("amendment",))
def crimes_regime(v: View) -> Any:
    return _of_regime(v, "121(5)")


@law.fact("121(4)", ("the State has not accepted it yet", "l'État ne l'a pas encore accepté"), says_not=("the State accepted it already", "l'État l'a déjà accepté"),
          needs=("amendment", "state"))
def not_accepted_yet(v: View) -> Any:
    file = state_file(v)
    entry = file.acceptances.get(v.given.get("amendment", "")) if file is not None else None
    return None if file is None else (no(entry) if entry else True)


@law.fact("121(4)", ("the instrument is deposited with the Secretary-General", "l'instrument est déposé auprès du Secrétaire général"), needs=("received_by",))
def acceptance_with_depositary(v: View) -> Any:
    received = v.given.get("received_by")
    return None if received is None else received == DEPOSITARY


@law.fact("121(7)", ("the amendment is not on the register", "l'amendement n'est pas au registre"), says_not=("the amendment is known already", "l'amendement est déjà connu"),
          needs=("code",))
def amendment_new(v: View) -> Any:
    code = v.given.get("code")
    return None if code is None else code not in amendments(v.posture)


def _of_crimes_articles(provision: str) -> bool:
    article = provision.removeprefix("rome:").split("(")[0]
    return article in ("5", "6", "7", "8", "8bis")


@law.fact("121(5)", ("the regime named is that of the provisions amended", "le régime indiqué est celui des dispositions amendées"), needs=("regime", "provisions"),
          says_not=("amendments of articles 5 to 8, and they alone, follow article 121(5)", "seuls les amendements des articles 5 à 8 suivent l'article 121-5"))
def regime_fits(v: View) -> Any:
    regime, provisions = v.given.get("regime"), v.given.get("provisions")
    if regime is None or provisions is None:
        return None
    return (regime == "121(5)") == any(_of_crimes_articles(p) for p in provisions)


@law.fact("123(1)", ("the first Review Conference has been convened", "la première conférence de révision a été convoquée"), cured_by=("convene_review_conference",))
def first_conference(v: View) -> Any:
    return v.posture.conferences[0] if v.posture.conferences else False


seven_years_in_force = law.measure("seven_years_in_force", "123(1)", ("the Statute has been in force for seven years", "le Statut est en vigueur depuis sept ans"), lambda v: v.on, ">=",
                                   lambda v: years_after(statute_in_force(v.posture), 7))


@law.fact("123(1)", ("it is open to those who take part in the Assembly, and only them", "elle est ouverte aux participants à l'Assemblée, et à eux seuls"), needs=("open_to",))
def open_as_assembly(v: View) -> Any:
    return v.given.get("open_to", "assembly") == "assembly"


@law.stage("123(2)", ("a State Party has requested a conference", "un État Partie a demandé une conférence"), cured_by=("request_review_conference",))
def conference_requested(v: View) -> Any:
    return v.posture.conference_requested or False


@law.stage("123(2)", ("a majority of States Parties has approved", "la majorité des États Parties a approuvé"), cured_by=("approve_review_conference",))
def conference_approved(v: View) -> Any:
    return v.posture.conference_approved or False


def _half(v: View) -> int | None:
    total = total_parties(v)
    return total // 2 if total is not None else None


majority_of_parties = law.measure("majority_of_parties", "123(2)", ("more than half of all States Parties approve", "plus de la moitié de tous les États Parties approuvent"),
                                  lambda v: v.given.get("approvals"), ">", _half, needs=("approvals",))


@law.fact("123(3)", ("it is dealt with at a Review Conference", "il est examiné à une conférence de révision"))
def at_conference(v: View) -> Any:
    return v.posture.taken_up if v.posture.forum == "review_conference" else False


@law.stage("123(3)", ("a Review Conference has been convened", "une conférence de révision a été convoquée"), cured_by=("convene_review_conference",))
def conference_convened(v: View) -> Any:
    register = v.other("states")
    return None if register is None else (register.conferences[-1] if register.conferences else False)


law.reading("seven_eighths_of", "121(4)", ("Seven eighths of which States Parties?", "Les sept huitièmes de quels États Parties ?"), {
    "deposit": ("of those on the day of the deposit that reaches them", "de ceux du jour du dépôt qui les atteint"), "adoption": ("of those on the day of the adoption", "de ceux du jour de l'adoption")})


def _reached(v: View, code: str) -> Entry | None:
    return seven_eighths_on(v.posture, code, parties_counted_at(v, amendments(v.posture)[code]))


def _each_general(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"amendment": code} for code, a in amendments(v.posture).items() if a.regime == "121(4)" and _reached(v, code)]


def _each_acceptance(v: View) -> Iterable[Mapping[str, Any]]:
    known = amendments(v.posture)
    return [{"amendment": code, "state": s} for s, f in v.posture.states.items() for code in f.acceptances if code in known and known[code].regime == "121(5)"]


law.limit("amendment_in_force_for_all", "states", ("entry into force of an amendment for all Parties", "entrée en vigueur d'un amendement pour toutes les Parties"), "121(4)", years(1),
          runs_from=lambda v: _reached(v, v.given["amendment"]), each=_each_general)
law.limit("amendment_in_force_for_state", "states", ("entry into force of an amendment for the accepting State", "entrée en vigueur d'un amendement pour l'État acceptant"), "121(5)",
          years(1), runs_from=lambda v: v.posture.states[v.given["state"]].acceptances[v.given["amendment"]], each=_each_acceptance)

law.power("121(4)", accept, "state_party", all_of(party, general_regime, not_accepted_yet, acceptance_with_depositary))
law.power("121(5)", accept, "state_party", all_of(party, crimes_regime, not_accepted_yet, acceptance_with_depositary))
law.power("121(7)", enter, "depositary", all_of(register_open, amendment_new, regime_fits))
law.power("123(2)", request, "state_party", all_of(first_conference, requesting_party))
law.power("123(2)", approve, "assembly", all_of(conference_requested, majority_of_parties))
law.duty("123(1)", convene, "depositary", all_of(register_open, seven_years_in_force, open_as_assembly), first_conference,
         due=lambda v: years_after(statute_in_force(v.posture), 7))
law.prohibition("123(2)", convene, all_of(first_conference, ~conference_approved))
law.prohibition("123(3)", adopt, all_of(at_conference, ~conference_convened), name="without_conference")
