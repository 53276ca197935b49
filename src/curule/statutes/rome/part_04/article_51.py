"""Articles 51 and 52 of the Rome Statute: the Rules of Procedure and Evidence; the Regulations of the Court."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.calendar import months
from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.court import Court, RuleText
from curule.statutes.rome.matters.roll import offered_judges
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_04.article_34 import court_open
from curule.statutes.rome.part_04.given_facts import entry_fact
from curule.statutes.rome.part_04.judges_votes import judges_majority, members_majority, parties_in_favour, votes_of_judges
from curule.statutes.rome.part_13.party_facts import party_leaf, suggest_parties, total_parties

law = Chapter("rome", __name__)

law.clause("51(1)", Class.RULE, ("Rules of Procedure and Evidence", "Règlement de procédure et de preuve"), ("In force when two thirds of the Assembly's members adopt them.", "En vigueur dès leur adoption par les deux tiers des membres de l'Assemblée."))
law.clause("51(2)", Class.RULE, ("Amendments", "Amendements"), ("Three may propose; in force on adoption by two thirds of the members.", "Trois auteurs possibles ; en vigueur dès l'adoption aux deux tiers des membres."))
law.clause("51(2)(a)", Class.RULE, ("A State Party", "Un État Partie"), ("May propose.", "Peut proposer."))
law.clause("51(2)(b)", Class.RULE, ("The judges", "Les juges"), ("By absolute majority.", "À la majorité absolue."))
law.clause("51(2)(c)", Class.RULE, ("The Prosecutor", "Le Procureur"), ("May propose.", "Peut proposer."))
law.clause("51(3)", Class.RULE, ("Provisional Rules", "Règles provisoires"), ("In urgent cases that the Rules do not cover, two thirds of the judges draw up Rules that hold until the Assembly's next session decides.",
           "En cas d'urgence non prévu par le Règlement, les juges adoptent aux deux tiers des règles qui valent jusqu'à la décision de la session suivante."))
law.clause("51(4)", Class.RULE, ("Consistent, and not retroactive to detriment", "Conformes, sans rétroactivité défavorable"), ("Rules agree with the Statute; amendments and provisional Rules do not work back against the person concerned.",
           "Les règles sont conformes au Statut ; amendements et règles provisoires ne rétroagissent pas au détriment de l'intéressé."))
law.clause("51(5)", Class.RULE, ("The Statute prevails", "Le Statut prévaut"), ("Over the Rules, in case of conflict.", "Sur le Règlement, en cas de conflit."))
law.clause("52(1)", Class.RULE, ("Regulations of the Court", "Règlement de la Cour"), ("The judges adopt them by absolute majority for routine functioning.", "Les juges les adoptent à la majorité absolue pour le fonctionnement quotidien."))
law.clause("52(2)", Class.RULE, ("Consultation", "Consultation"), ("Prosecutor and Registrar are consulted.", "Le Procureur et le Greffier sont consultés."))
law.clause("52(3)", Class.RULE, ("Circulation and objections", "Communication et objections"), ("In force on adoption unless the judges decide otherwise; sent at once to States Parties; they stay unless a majority objects in six months.",
           "En vigueur dès l'adoption sauf décision contraire ; communiqué aussitôt aux États Parties ; maintenu sauf objection de la majorité dans les six mois."))

text = Particular("text", "text", "number of the text", "numéro du texte", suggest=lambda v: [(n, n) for n in v.posture.texts])
new_text = Particular("text", "text", "number of the text", "numéro du texte")
voting = Particular("in_favour", "judge", "judges in favour", "juges favorables", many=True, required=False, suggest=offered_judges)


def _new(sort: str = "") -> Any:
    def effect(draft: Court, entry: Entry) -> None:
        draft.texts[entry.particulars["text"]] = RuleText(sort or entry.particulars["sort"], entry)

    return effect


def _mark(field: str, *, make: str = "") -> Any:
    def effect(draft: Court, entry: Entry) -> None:
        found = draft.texts.get(entry.particulars["text"])
        if found is None and make:
            found = draft.texts[entry.particulars["text"]] = RuleText(make)
        if found is not None:
            setattr(found, field, entry)

    return effect


def _provisional(draft: Court, entry: Entry) -> None:
    draft.texts[entry.particulars["text"]] = RuleText("provisional", entry, adopted=entry)


def _consult(draft: Court, entry: Entry) -> None:
    draft.texts.setdefault(entry.particulars["text"], RuleText("regulations")).consulted[entry.particulars["consulted"]] = entry


def _decide(draft: Court, entry: Entry) -> None:
    found = draft.texts.get(entry.particulars["text"])
    if found is not None:
        found.decided = entry
        found.ended = entry if entry.particulars["outcome"] == "rejected" else None


def _object(draft: Court, entry: Entry) -> None:
    found = draft.texts.get(entry.particulars["text"])
    if found is not None:
        found.objections.setdefault(entry.particulars["state"], entry)


propose = law.act("propose_rules", "court", ("Propose Rules or an amendment to them", "Proposer le Règlement ou un amendement"), ("{text} was proposed", "{text} a été proposé"), [
    new_text, Particular("sort", "choice", "sort", "nature", choices=(Choice("rules", "Rules", "Règlement"), Choice("amendment", "amendment", "amendement"))), voting, Particular("state", "state", "State", "État", required=False, suggest=suggest_parties)], _new())
adopt = law.act("adopt_rules", "court", ("Adopt Rules or an amendment", "Adopter le Règlement ou un amendement"), ("The Assembly adopted {text}", "L'Assemblée a adopté {text}"), [text, parties_in_favour], _mark("adopted"))
provisional = law.act("draw_up_provisional_rules", "court", ("Draw up provisional Rules", "Établir des règles provisoires"), ("The judges drew up provisional Rules {text}", "Les juges ont établi des règles provisoires {text}"), [new_text, voting], _provisional)
decide = law.act("decide_on_provisional_rules", "court", ("Decide on provisional Rules", "Statuer sur les règles provisoires"), ("The Assembly decided on {text}: {outcome}", "L'Assemblée a statué sur {text} : {outcome}"), [
    text, Particular("outcome", "choice", "outcome", "décision", choices=(Choice("adopted", "adopted", "adoptées"), Choice("amended", "amended", "amendées"), Choice("rejected", "rejected", "rejetées")))], _decide)
apply_rule = law.act("apply_rule", "court", ("Apply a Rule", "Appliquer une règle"), ("{text} was applied in case {case}", "{text} a été appliqué dans l'affaire {case}"), [
    text, Particular("case", "text", "case", "affaire"), Particular("case_began", "date", "investigation or prosecution of the person began on", "début de l'enquête ou des poursuites contre la personne")])
consult = law.act("consult_on_regulations", "court", ("Consult on Regulations", "Consulter sur le Règlement de la Cour"), ("{consulted} was consulted on {text}", "{consulted} a été consulté sur {text}"), [
    text, Particular("consulted", "choice", "consulted", "consulté", choices=(Choice("prosecutor", "Prosecutor", "Procureur"), Choice("registrar", "Registrar", "Greffier")))], _consult, audience=("bench", "organ:prosecutor", "organ:registrar"))
adopt_regulations = law.act("adopt_regulations", "court", ("Adopt Regulations of the Court", "Adopter le Règlement de la Cour"), ("The judges adopted {text}", "Les juges ont adopté {text}"), [text, voting, Particular("in_force_on", "date", "in force on (empty: on adoption)", "en vigueur le (vide : dès l'adoption)", required=False)],
                            _mark("adopted", make="regulations"))
circulate = law.act("circulate_regulations", "court", ("Circulate Regulations for comment", "Communiquer le Règlement de la Cour"), ("{text} was circulated to the States Parties", "{text} a été communiqué aux États Parties"), [text], _mark("circulated"))
objection = law.act("object_to_regulations", "court", ("Object to Regulations", "Faire objection au Règlement de la Cour"), ("{state} objected to {text}", "{state} a fait objection à {text}"), [text, Particular("state", "state", "State Party", "État Partie", suggest=suggest_parties)], _object)
apply_regulation = law.act("apply_regulation", "court", ("Apply a Regulation of the Court", "Appliquer une norme du Règlement de la Cour"), ("{text} was applied in case {case}", "{text} a été appliqué dans l'affaire {case}"), [text, Particular("case", "text", "case", "affaire")])


def _asked(v: View) -> RuleText | None:
    found: RuleText | None = v.posture.texts.get(v.given.get("text", ""))
    return found


@law.fact("51(2)", ("that number is free", "ce numéro est libre"), needs=("text",), says_not=("that number is taken", "ce numéro est pris"))
def text_free(v: View) -> Any:
    number = v.given.get("text")
    return None if number is None else number not in v.posture.texts


@law.stage("51(2)", ("the text is proposed and not adopted yet", "le texte est proposé et n'est pas encore adopté"), cured_by=("propose_rules",))
def proposed(v: View) -> Any:
    found = _asked(v)
    return None if v.given.get("text") is None else (found is not None and found.adopted is None and found.proposed) or False


def _sort(id: str, provision: str, says: tuple[str, str], *sorts: str) -> Any:
    def test(v: View) -> Any:
        found = _asked(v)
        return found is not None and found.sort in sorts

    test.__name__ = id
    return law.fact(provision, says, needs=("text",))(test)


is_provisional = _sort("is_provisional", "51(3)", ("it is a provisional Rule", "il s'agit d'une règle provisoire"), "provisional")
of_rules = _sort("of_rules", "51(1)", ("it is a text of the Rules", "il s'agit d'un texte du Règlement de procédure et de preuve"), "rules", "amendment", "provisional")
of_regulations = _sort("of_regulations", "52(1)", ("it is a text of the Regulations", "il s'agit d'un texte du Règlement de la Cour"), "regulations")
later_text = _sort("later_text", "51(4)", ("it is an amendment or a provisional Rule", "il s'agit d'un amendement ou d'une règle provisoire"), "amendment", "provisional")
proposer_is_party = party_leaf(law, "proposer_is_party", "51(2)(a)", ("the proposing State is a Party", "l'État auteur est Partie"), ("the proposing State is no Party", "l'État auteur n'est pas Partie"))
objector_is_party = party_leaf(law, "objector_is_party", "52(3)", ("the State is a Party", "l'État est Partie"), ("the State is no Party", "l'État n'est pas Partie"))
proposal_majority = judges_majority(law, "majority_to_propose_rules", "51(2)(b)")
proposal_voters = votes_of_judges(law, "voters_on_proposal", "51(2)(b)")
rules_members = members_majority(law, "two_thirds_for_rules", "51(1)", (2, 3))
provisional_majority = judges_majority(law, "two_thirds_for_provisional", "51(3)", share=(2, 3))
provisional_voters = votes_of_judges(law, "voters_on_provisional", "51(3)")
STANDARD = ("on comparison of the texts", "après comparaison des textes")
urgent = law.finding("urgent", "51(3)", ("the case is urgent", "le cas est urgent"), "judges", ("in the circumstances", "au vu des circonstances"), lasting=False)
not_covered = law.finding("not_covered", "51(3)", ("the Rules do not provide for the situation", "le Règlement ne prévoit pas la situation"), "judges", STANDARD, lasting=False)
consistent = law.finding("consistent_with_statute", "51(4)", ("consistent with the Statute", "conforme au Statut"), ("assembly", "judges"), STANDARD, lasting=False, says_not=("not consistent with the Statute", "contraire au Statut"))
detrimental = law.finding("detrimental", "51(4)", ("to the detriment of the person concerned", "au détriment de la personne concernée"), BENCH, ("compared with the text before", "comparé au texte antérieur"), lasting=False)
conflicts = law.finding("conflicts_with_statute", "51(5)", ("it conflicts with the Statute", "elle est contraire au Statut"), BENCH, STANDARD, lasting=False)
within_statute_and_rules = law.finding("within_statute_and_rules", "52(1)", ("within Statute and Rules, for routine functioning", "dans le cadre du Statut et du Règlement, pour le fonctionnement quotidien"), "judges", STANDARD, lasting=False)


@law.stage("51(3)", ("Rules have been adopted", "le Règlement a été adopté"), cured_by=("adopt_rules",))
def rules_adopted(v: View) -> Any:
    return next((t.adopted for t in v.posture.texts.values() if t.sort == "rules" and t.adopted), False)


text_adopted = entry_fact(law, "text_adopted", "51(1)", ("it has been adopted", "il a été adopté"), lambda v: (t := _asked(v)) and t.adopted, ("adopt_rules", "draw_up_provisional_rules"), needs=("text",))
regulation_adopted = entry_fact(law, "regulation_adopted", "52(1)", ("it has been adopted", "il a été adopté"), lambda v: (t := _asked(v)) and t.adopted, ("adopt_regulations",), needs=("text",))
provisional_decided = entry_fact(law, "provisional_decided", "51(3)", ("the Assembly decided on it", "l'Assemblée a statué"), lambda v: (t := _asked(v)) and t.decided, ("decide_on_provisional_rules",), needs=("text",))
rejected = entry_fact(law, "rejected", "51(3)", ("the Assembly rejected it", "l'Assemblée l'a rejetée"), lambda v: (t := _asked(v)) and t.ended, (), needs=("text",))


def _since(v: View) -> date | None:
    found = _asked(v)
    return found.adopted.done_on if found is not None and found.adopted is not None else None


case_older = law.measure("case_older", "51(4)", ("the case against the person began before the text was adopted", "la procédure contre la personne a commencé avant l'adoption du texte"), lambda v: v.given.get("case_began"), "<", _since, needs=("case_began",))
prosecutor_consulted = entry_fact(law, "prosecutor_consulted_on_regulations", "52(2)", ("the Prosecutor was consulted", "le Procureur a été consulté"), lambda v: (t := _asked(v)) and t.consulted.get("prosecutor"), ("consult_on_regulations",), needs=("text",))
registrar_consulted = entry_fact(law, "registrar_consulted_on_regulations", "52(2)", ("the Registrar was consulted", "le Greffier a été consulté"), lambda v: (t := _asked(v)) and t.consulted.get("registrar"), ("consult_on_regulations",), needs=("text",))
regulation_majority = judges_majority(law, "majority_for_regulations", "52(1)")
regulation_voters = votes_of_judges(law, "voters_on_regulations", "52(1)")
circulated = entry_fact(law, "regulations_circulated", "52(3)", ("it was circulated", "il a été communiqué"), lambda v: (t := _asked(v)) and t.circulated, ("circulate_regulations",), needs=("text",))
in_force_by_now = law.measure("in_force_by_now", "52(3)", ("in force by now", "en vigueur à ce jour"), lambda v: v.on, ">=", lambda v: t.adopted.particulars.get("in_force_on", t.adopted.done_on) if (t := _asked(v)) and t.adopted else None, needs=("text",))


def _each_provisional(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"text": n} for n, t in v.posture.texts.items() if t.sort == "provisional"]


def _each_regulation(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"text": n} for n, t in v.posture.texts.items() if t.sort == "regulations"]


objections_time = law.limit("regulation_objections", "court", ("objections to Regulations", "objections au Règlement de la Cour"), "52(3)", months(6), runs_from=lambda v: (t := _asked(v)) and t.circulated, binds=("state_party",), each=_each_regulation, subject="text")


def _objections_in_time(v: View) -> int | None:
    found, last = _asked(v), v.library.due(objections_time, v)
    return None if found is None else 0 if last is None else sum(1 for e in found.objections.values() if e.done_on <= last)


majority_objected = law.measure("majority_objected", "52(3)", ("a majority of the States Parties objected in time", "la majorité des États Parties a fait objection à temps"),
                                _objections_in_time, ">=", lambda v: None if (n := total_parties(v)) is None else n // 2 + 1, needs=("text",))

law.power("51(2)(a)", propose, "state_party", all_of(court_open, text_free, proposer_is_party), name="by_state_party")
law.power("51(2)(b)", propose, "judges", all_of(text_free, proposal_voters, proposal_majority), name="by_judges")
law.power("51(2)(c)", propose, "prosecutor", text_free, name="by_prosecutor")
law.power("51(1)", adopt, "assembly", all_of(proposed, rules_members))
law.power("51(3)", provisional, "judges", all_of(text_free, rules_adopted, urgent, not_covered, provisional_voters, provisional_majority))
law.prohibition("51(4)", (adopt, provisional), ~consistent, name="inconsistent")
law.duty("51(3)", decide, "assembly", is_provisional, provisional_decided, each=_each_provisional)
law.power("51(1)", apply_rule, (*BENCH, "registrar"), all_of(text_adopted, of_rules))
law.prohibition("51(3)", apply_rule, rejected, name="rejected")
law.prohibition("51(4)", apply_rule, all_of(later_text, case_older, detrimental), name="retroactive")
law.prohibition("51(5)", apply_rule, conflicts, name="conflict")
law.power("52(2)", consult, "judges", court_open)
law.power("52(1)", adopt_regulations, "judges", all_of(within_statute_and_rules, prosecutor_consulted, registrar_consulted, ~regulation_adopted, regulation_voters, regulation_majority))
law.duty("52(3)", circulate, ("registrar", "judges"), all_of(regulation_adopted, of_regulations), circulated, each=_each_regulation)
law.power("52(3)", objection, "state_party", all_of(objector_is_party, objections_time.within(cured_by=())))
law.power("52(3)", apply_regulation, (*BENCH, "registrar"), all_of(of_regulations, in_force_by_now))
law.prohibition("52(3)", apply_regulation, majority_objected, name="majority_objected")
