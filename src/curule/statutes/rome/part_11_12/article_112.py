"""Article 112, paragraphs 1 to 6, 9 and 10, of the Rome Statute: the Assembly, its functions, Bureau, bodies and sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.leaves import ALWAYS
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.assembly import AssemblySession, Item
from curule.statutes.rome.membership import file_of, needed
from curule.statutes.rome.part_04.article_50 import LANGUAGES, OFFICIAL
from curule.statutes.rome.part_04.given_facts import entry_fact, is_one_of, stated
from curule.statutes.rome.part_13.party_facts import party_leaf, register_of, suggest_parties, total_parties

__all__ = ["item", "law", "session_open", "state"]

law = Chapter("rome", __name__)

law.clause("112(1)", Class.RULE, ("The Assembly", "L'Assemblée"), ("One representative for each State Party; signatories of the Statute or the Final Act may observe.", "Un représentant par État Partie ; les signataires du Statut ou de l'Acte final peuvent siéger comme observateurs."))
law.clause("112(2)", Class.RULE, ("Functions", "Fonctions"), ("Seven, (a) to (g).", "Sept, de a) à g)."))
law.clause("112(2)(a)", Class.RULE, ("Recommendations of the Preparatory Commission", "Recommandations de la Commission préparatoire"), ("Considered and adopted as appropriate.", "Examinées et adoptées s'il y a lieu."))
law.clause("112(2)(b)", Class.RULE, ("Management oversight", "Contrôle de la gestion"), ("Of the administration of the Court, not of its judicial work.", "De l'administration de la Cour, non de son activité judiciaire."))
law.clause("112(2)(c)", Class.RULE, ("Reports of the Bureau", "Rapports du Bureau"), ("Considered, with action as fitting.", "Examinés, avec les suites voulues."))
law.clause("112(2)(d)", Class.RULE, ("Budget", "Budget"), ("Considered and decided.", "Examiné et arrêté."))
law.clause("112(2)(e)", Class.RULE, ("Number of judges", "Nombre de juges"), ("Changed only on a proposal under article 36.", "Modifié seulement sur proposition selon l'article 36."))
law.clause("112(2)(f)", Class.RULE, ("Non-cooperation", "Défaut de coopération"), ("Questions referred under article 87.", "Questions renvoyées selon l'article 87."))
law.clause("112(2)(g)", Class.RULE, ("Other functions", "Autres fonctions"), ("Consistent with Statute and Rules.", "Compatibles avec le Statut et le Règlement."))
law.clause("112(3)(a)", Class.RULE, ("Bureau", "Bureau"), ("President, two Vice-Presidents, eighteen members, for three years.", "Président, deux Vice-Présidents, dix-huit membres, pour trois ans."))
law.clause("112(3)(b)", Class.RULE, ("A representative Bureau", "Un Bureau représentatif"), ("Equitable geography, principal legal systems.", "Géographie équitable, principaux systèmes juridiques."))
law.clause("112(3)(c)", Class.RULE, ("Meetings of the Bureau", "Réunions du Bureau"), ("As often as needed, at least once a year.", "Aussi souvent que nécessaire, au moins une fois l'an."))
law.clause("112(4)", Class.RULE, ("Subsidiary bodies", "Organes subsidiaires"), ("Set up as necessary, an independent oversight mechanism among them.", "Créés selon les besoins, dont un mécanisme de contrôle indépendant."))
law.clause("112(5)", Class.RULE, ("Officials of the Court", "Responsables de la Cour"), ("President, Prosecutor, Registrar take part as appropriate, without a vote.", "Président, Procureur et Greffier participent selon que de besoin, sans voter."))
law.clause("112(6)", Class.RULE, ("Sessions", "Sessions"), ("Once a year, at the seat or United Nations Headquarters; special sessions by the Bureau or on request of a third of the Parties.",
           "Une fois l'an, au siège ou au Siège de l'ONU ; sessions extraordinaires par le Bureau ou à la demande d'un tiers des Parties."))
law.clause("112(9)", Class.RULE, ("Rules of procedure of the Assembly", "Règlement intérieur de l'Assemblée"), ("It adopts its own.", "Elle adopte le sien."))
law.clause("112(10)", Class.RULE, ("Languages of the Assembly", "Langues de l'Assemblée"), ("Those of the General Assembly of the United Nations.", "Celles de l'Assemblée générale de l'ONU."))

FUNCTIONS = (Choice("a", "(a) Preparatory Commission", "a) Commission préparatoire"), Choice("b", "(b) management oversight", "b) contrôle de la gestion"), Choice("c", "(c) reports of the Bureau", "c) rapports du Bureau"),
             Choice("d", "(d) budget", "d) budget"), Choice("e", "(e) number of judges", "e) nombre de juges"), Choice("f", "(f) non-cooperation", "f) défaut de coopération"), Choice("g", "(g) other", "g) autre"), Choice("none", "none", "aucune"))
state = Particular("state", "state", "State", "État", suggest=suggest_parties)
item = Particular("item", "text", "agenda item", "point de l'ordre du jour", suggest=lambda v: [(n, n) for n in v.posture.items])
new_item = Particular("item", "text", "agenda item", "point de l'ordre du jour")


def _keep(table: str, key: str) -> Any:
    return lambda draft, entry: getattr(draft, table).__setitem__(entry.particulars[key], entry)


def _append(series: str) -> Any:
    return lambda draft, entry: getattr(draft, series).append(entry)


def _set(field: str) -> Any:
    return lambda draft, entry: setattr(draft, field, entry)


def _place(draft: AssemblySession, entry: Entry) -> None:
    given = entry.particulars
    draft.items[given["item"]] = Item(given["nature"], given["function"], given.get("body", "assembly"), entry)


open_session = law.act("open_session", "assembly", ("Open a session of the Assembly", "Ouvrir une session de l'Assemblée"), ("A session of the Assembly opened ({sort}, {place})", "Une session de l'Assemblée s'est ouverte ({sort}, {place})"), [
    Particular("sort", "choice", "session", "session", choices=(Choice("ordinary", "ordinary", "ordinaire"), Choice("special", "special", "extraordinaire"))),
    Particular("place", "choice", "place", "lieu", choices=(Choice("seat", "seat of the Court", "siège de la Cour"), Choice("un_headquarters", "United Nations Headquarters", "Siège de l'ONU"), Choice("other", "another place", "autre lieu"))),
    Particular("convened_by", "choice", "convened by", "convoquée par", required=False, choices=(Choice("bureau", "the Bureau", "le Bureau"), Choice("states", "request of States Parties", "demande d'États Parties"))),
    Particular("requests", "state", "States Parties that asked for it", "États Parties demandeurs", many=True, required=False, suggest=suggest_parties)])
seat_representative = law.act("admit_representative", "assembly", ("Admit a representative", "Admettre un représentant"), ("{name} was admitted for {state}", "{name} a été admis pour {state}"), [state, Particular("name", "text", "name", "nom"), Particular("advisers", "integer", "alternates and advisers", "suppléants et conseillers", least=0, required=False)],
                              _keep("representatives", "state"))
observe = law.act("admit_observer", "assembly", ("Admit an observer State", "Admettre un État observateur"), ("{state} was admitted as observer", "{state} a été admis comme observateur"), [state, Particular("signed_final_act", "yes_no", "signed the Final Act", "a signé l'Acte final", required=False)], _keep("observers", "state"))
place = law.act("place_item", "assembly", ("Place an item on the agenda", "Inscrire un point à l'ordre du jour"), ("Item {item} was placed on the agenda ({function})", "Le point {item} a été inscrit à l'ordre du jour ({function})"), [
    new_item, Particular("function", "choice", "function", "fonction", choices=FUNCTIONS), Particular("nature", "choice", "nature", "nature", choices=(Choice("substance", "substance", "fond"), Choice("procedure", "procedure", "procédure"))),
    Particular("body", "choice", "before", "devant", required=False, choices=(Choice("assembly", "the Assembly", "l'Assemblée"), Choice("bureau", "the Bureau", "le Bureau")))], _place)
report = law.act("submit_bureau_report", "assembly", ("Submit a report of the Bureau", "Présenter un rapport du Bureau"), ("The Bureau submitted report {item}", "Le Bureau a présenté le rapport {item}"), [new_item], _append("bureau_reports"))
refer_noncooperation = law.act("receive_noncooperation", "assembly", ("Receive a finding of non-cooperation", "Recevoir un constat de défaut de coopération"), ("A finding concerning {state} was received (article 87({basis}))", "Un constat concernant {state} a été reçu (article 87-{basis})"), [
    state, Particular("basis", "choice", "basis", "fondement", choices=(Choice("5", "87(5)", "87-5"), Choice("7", "87(7)", "87-7")))], _keep("findings_of_noncooperation", "state"))
consider_noncooperation = law.act("consider_noncooperation", "assembly", ("Consider a question of non-cooperation", "Examiner une question de défaut de coopération"), ("The Assembly considered the finding concerning {state}", "L'Assemblée a examiné le constat concernant {state}"), [state], _keep("noncooperation_considered", "state"))
elect_bureau = law.act("elect_bureau", "assembly", ("Elect the Bureau", "Élire le Bureau"), ("The Bureau was elected: {president}, {vice_presidents}; {members}", "Le Bureau a été élu : {president}, {vice_presidents} ; {members}"), [
    Particular("president", "text", "President", "Président"), Particular("vice_presidents", "text", "Vice-Presidents", "Vice-Présidents", many=True), Particular("members", "state", "members", "membres", many=True, suggest=suggest_parties),
    Particular("years", "integer", "years", "années", least=1, default=lambda v: 3)], _set("bureau"))
meet = law.act("hold_bureau_meeting", "assembly", ("Hold a meeting of the Bureau", "Tenir une réunion du Bureau"), ("The Bureau met", "Le Bureau s'est réuni"), [], _append("bureau_meetings"))
body = law.act("establish_subsidiary_body", "assembly", ("Establish a subsidiary body", "Créer un organe subsidiaire"), ("{name} was established", "{name} a été créé"), [Particular("name", "text", "name", "nom")], _keep("bodies", "name"))
take_part = law.act("take_part_in_meeting", "assembly", ("Take part in a meeting", "Participer à une séance"), ("{name} took part in the meeting", "{name} a participé à la séance"), [Particular("name", "text", "name", "nom")], _keep("participants", "name"))
fix_next = law.act("fix_next_session", "assembly", ("Fix the next session", "Fixer la prochaine session"), ("The next session is to open on {opens} ({place})", "La prochaine session s'ouvrira le {opens} ({place})"), [
    Particular("opens", "date", "opens on", "s'ouvre le"), Particular("place", "choice", "place", "lieu", choices=(Choice("seat", "seat of the Court", "siège de la Cour"), Choice("un_headquarters", "United Nations Headquarters", "Siège de l'ONU"), Choice("other", "another place", "autre lieu")))], _set("next_session"))
procedure = law.act("adopt_rules_of_procedure", "assembly", ("Adopt the Assembly's rules of procedure", "Adopter le règlement intérieur de l'Assemblée"), ("The Assembly adopted its rules of procedure", "L'Assemblée a adopté son règlement intérieur"), [Particular("version", "text", "version", "version")], _append("rules"))
issue = law.act("issue_session_paper", "assembly", ("Issue a paper of the session", "Publier un document de session"), ("{title} was issued ({languages})", "{title} a été publié ({languages})"), [Particular("title", "text", "title", "titre"), Particular("languages", "choice", "languages", "langues", many=True, choices=LANGUAGES)], _append("documents"))

session_open = entry_fact(law, "session_open", "112(6)", ("the session is open", "la session est ouverte"), lambda v: v.posture.opened, ("open_session",), says_not=("no session is open", "aucune session n'est ouverte"))
ordinary = is_one_of(law, "ordinary_session", "112(6)", ("it is an ordinary session", "c'est une session ordinaire"), "sort", ("ordinary",))
by_bureau = is_one_of(law, "convened_by_bureau", "112(6)", ("the Bureau convened it", "le Bureau l'a convoquée"), "convened_by", ("bureau",))
at_permitted_place = is_one_of(law, "at_permitted_place", "112(6)", ("at the seat of the Court or at United Nations Headquarters", "au siège de la Cour ou au Siège de l'ONU"), "place", ("seat", "un_headquarters"), says_not=("neither at the seat of the Court nor at United Nations Headquarters", "ni au siège de la Cour ni au Siège de l'ONU"))
third_asked = law.measure("third_asked", "112(6)", ("a third of the States Parties asked for it", "un tiers des États Parties l'a demandée"), lambda v: len(v.given.get("requests", ())), ">=",
                          lambda v: None if (n := total_parties(v)) is None else needed(1, 3, n), needs=("requests",), says_not=("fewer than a third of the States Parties asked for it", "moins d'un tiers des États Parties l'a demandée"))
askers_are_parties = party_leaf(law, "askers_are_parties", "112(6)", ("those that asked are States Parties", "les demandeurs sont des États Parties"), ("one of those that asked is no Party", "l'un des demandeurs n'est pas Partie"), "requests")
represented_is_party = party_leaf(law, "represented_is_party", "112(1)", ("that State is a Party", "cet État est Partie"), ("that State is no Party", "cet État n'est pas Partie"))


@law.fact("112(1)", ("that State has a representative already", "cet État a déjà un représentant"), needs=("state",), says_not=("that State has no representative yet", "cet État n'a pas encore de représentant"))
def has_representative(v: View) -> Any:
    return v.posture.representatives.get(v.given.get("state", "")) or False


@law.fact("112(1)", ("that State signed the Statute", "cet État a signé le Statut"), needs=("state",), cured_by=("sign_statute",))
def signed_statute(v: View) -> Any:
    register, code = register_of(v), v.given.get("state")
    return None if register is None or code is None else file_of(register, code).signed or False


signed_final_act = stated(law, "signed_final_act", "112(1)", ("that State signed the Final Act", "cet État a signé l'Acte final"), "signed_final_act")


@law.fact("112(1)", ("that number is free", "ce numéro est libre"), needs=("item",))
def item_free(v: View) -> Any:
    code = v.given.get("item")
    return None if code is None else code not in v.posture.items


def _function(letter: str, says: tuple[str, str]) -> Any:
    return is_one_of(law, f"function_{letter}", f"112(2)({letter})", says, "function", (letter,))


function_a = _function("a", ("it concerns the Preparatory Commission", "il s'agit de la Commission préparatoire"))
function_b = _function("b", ("it is management oversight", "il s'agit du contrôle de la gestion"))
function_c = _function("c", ("it is a report of the Bureau", "il s'agit d'un rapport du Bureau"))
function_d = _function("d", ("it is the budget", "il s'agit du budget"))
function_e = _function("e", ("it is the number of judges", "il s'agit du nombre de juges"))
function_f = _function("f", ("it is a question of non-cooperation", "il s'agit d'un défaut de coopération"))
function_g = _function("g", ("it is another function", "il s'agit d'une autre fonction"))
CHECK = ("on the terms of the item", "au vu des termes du point")
judicial = law.finding("concerns_judicial_work", "112(2)(b)", ("it concerns the judicial work of the Court", "il concerne l'activité judiciaire de la Cour"), ("assembly", "bureau"), CHECK, lasting=False)
against_statute = law.finding("against_statute", "112(2)(g)", ("it is against the Statute or the Rules", "il est contraire au Statut ou au Règlement"), ("assembly", "bureau"), CHECK, lasting=False)


def _each_report(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"item": e.particulars["item"]} for e in v.posture.bureau_reports]


def _each_finding(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"state": code} for code in v.posture.findings_of_noncooperation]


item_placed = entry_fact(law, "item_placed", "112(2)(c)", ("it is on the agenda", "il est inscrit à l'ordre du jour"), lambda v: i.placed if (i := v.posture.items.get(v.given.get("item", ""))) else None, ("place_item",), needs=("item",))
finding_received = entry_fact(law, "finding_received", "112(2)(f)", ("a finding concerning that State was received", "un constat concernant cet État a été reçu"), lambda v: v.posture.findings_of_noncooperation.get(v.given.get("state", "")), ("receive_noncooperation",), needs=("state",))
finding_considered = entry_fact(law, "finding_considered", "112(2)(f)", ("it was considered", "il a été examiné"), lambda v: v.posture.noncooperation_considered.get(v.given.get("state", "")), ("consider_noncooperation",), needs=("state",))
two_vice_presidents = law.measure("two_vice_presidents", "112(3)(a)", ("two Vice-Presidents", "deux Vice-Présidents"), lambda v: len(v.given["vice_presidents"]) if "vice_presidents" in v.given else None, "==", 2, needs=("vice_presidents",))
eighteen_members = law.measure("eighteen_members", "112(3)(a)", ("eighteen members", "dix-huit membres"), lambda v: len(v.given["members"]) if "members" in v.given else None, "==", 18, needs=("members",))
three_year_term = law.measure("bureau_three_years", "112(3)(a)", ("for three years", "pour trois ans"), lambda v: v.given.get("years"), "==", 3, needs=("years",))
members_are_parties = party_leaf(law, "members_are_parties", "112(3)(a)", ("all members are States Parties", "tous les membres sont des États Parties"), ("a member is no State Party", "un membre n'est pas un État Partie"), "members")
representative_bureau = law.finding("representative_bureau", "112(3)(b)", ("equitable geography and the principal legal systems are reflected", "géographie équitable et principaux systèmes juridiques sont représentés"), "assembly", ("on the list", "au vu de la liste"), lasting=False)


@law.stage("112(3)(c)", ("a Bureau is elected", "un Bureau est élu"), cured_by=("elect_bureau",))
def bureau_elected(v: View) -> Any:
    return v.posture.bureau or False


@law.fact("112(3)(c)", ("the Bureau met this year", "le Bureau s'est réuni cette année"), cured_by=("hold_bureau_meeting",))
def met_this_year(v: View) -> Any:
    return next((e for e in v.posture.bureau_meetings if e.done_on.year == v.on.year), False)


next_fixed = entry_fact(law, "next_fixed", "112(6)", ("the next session is fixed", "la prochaine session est fixée"), lambda v: v.posture.next_session, ("fix_next_session",))
next_year = law.measure("next_year", "112(6)", ("in the next calendar year at the latest", "au plus tard au cours de l'année civile suivante"), lambda v: v.given.get("opens"), "<=",
                        lambda v: date(v.posture.opened.done_on.year + 1, 12, 31) if v.posture.opened else None, needs=("opens",), says_not=("later than the next calendar year", "au-delà de l'année civile suivante"))


@law.fact("112(10)", ("in all languages of the General Assembly of the United Nations", "dans toutes les langues de l'Assemblée générale de l'ONU"), needs=("languages",))
def all_un_languages(v: View) -> Any:
    given = v.given.get("languages")
    return None if given is None else {*OFFICIAL} <= {*given}


SECRETARIAT = ("registry", "bureau")
law.power("112(6)", open_session, ("assembly", "bureau"), all_of(~session_open, ordinary, at_permitted_place), name="ordinary")
law.power("112(6)", open_session, ("assembly", "bureau"), all_of(~session_open, at_permitted_place, any_of(by_bureau, all_of(third_asked, askers_are_parties))), name="special")
law.power("112(1)", seat_representative, SECRETARIAT, all_of(session_open, represented_is_party, ~has_representative))
law.power("112(1)", observe, SECRETARIAT, all_of(session_open, any_of(signed_statute, signed_final_act)))
law.power("112(2)", place, ("assembly", "bureau"), all_of(session_open, item_free, any_of(function_a, function_b, function_c, function_d, function_e, function_f, function_g)))
law.prohibition("112(2)(b)", place, all_of(function_b, judicial), name="judicial")
law.prohibition("112(2)(g)", place, all_of(function_g, against_statute), name="against_statute")
law.power("112(2)(c)", report, "bureau", session_open)
law.duty("112(2)(c)", place, "assembly", ALWAYS, item_placed, each=_each_report, name="consider_report", empowers=False)
law.power("112(2)(f)", refer_noncooperation, SECRETARIAT, session_open)
law.duty("112(2)(f)", consider_noncooperation, "assembly", finding_received, finding_considered, each=_each_finding)
law.power("112(3)(a)", elect_bureau, "assembly", all_of(session_open, two_vice_presidents, eighteen_members, members_are_parties, three_year_term, representative_bureau))
law.duty("112(3)(c)", meet, "bureau", bureau_elected, met_this_year, due=lambda v: date(v.on.year, 12, 31))
law.power("112(4)", body, "assembly", session_open)
law.power("112(5)", take_part, ("president", "prosecutor", "registrar"), session_open)
law.duty("112(6)", fix_next, "assembly", session_open, next_fixed, due=lambda v: date(v.posture.opened.done_on.year, 12, 31))
law.prohibition("112(6)", fix_next, ~all_of(next_year, at_permitted_place), name="next_session")
law.power("112(9)", procedure, "assembly", session_open)
law.power("112(10)", issue, SECRETARIAT, all_of(session_open, all_un_languages))
