"""Article 17 of the Rome Statute: the four grounds of inadmissibility, unwillingness and inability; the decision on admissibility."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import Condition, all_of, any_of
from curule.law.leaves import Fact, Finding
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.case import Case
from curule.statutes.rome.part_02.article_20 import enough_lacking, excepted, tried_elsewhere

__all__ = ["COURT", "challenge_code", "decide", "law", "suggest_challenges"]

law = Chapter("rome", __name__)

law.clause("17(1)", Class.RULE, ("Grounds of inadmissibility", "Motifs d'irrecevabilité"),
           ("A case is inadmissible on any of four grounds; the decision names it.", "L'affaire est irrecevable pour l'un de quatre motifs, que la décision désigne."))
law.clause("17(1)(a)", Class.RULE, ("A State investigates or prosecutes", "Un État enquête ou poursuit"),
           ("The case is before a State with jurisdiction that is neither unwilling nor unable.", "L'affaire est devant un État compétent qui n'est ni sans volonté ni incapable."))
law.clause("17(1)(b)", Class.RULE, ("A State decided not to prosecute", "Un État a décidé de ne pas poursuivre"),
           ("It investigated and closed the case, not from unwillingness or inability.", "Il a enquêté et classé, sans que ce soit par manque de volonté ou incapacité."))
law.clause("17(1)(c)", Class.RULE, ("Already tried", "Déjà jugé"), ("The person was tried for the same conduct and article 20(3) bars a trial.", "La personne a été jugée pour les mêmes faits et l'article 20-3 s'oppose au procès."))
law.clause("17(1)(d)", Class.RULE, ("Not grave enough", "Gravité insuffisante"), ("Further action is not justified, for reasons given.", "Il n'est pas justifié de poursuivre, pour des raisons exposées."))
law.clause("17(2)", Class.RULE, ("Unwillingness", "Manque de volonté"), ("At least one of three signs, having regard to due process.", "L'un au moins de trois indices, au regard des garanties d'un procès équitable."))
law.clause("17(2)(a)", Class.RULE, ("Sign: shielding", "Indice : soustraire à la justice"), ("The purpose was to protect the person from responsibility.", "Le but était de soustraire la personne à sa responsabilité."))
law.clause("17(2)(b)", Class.RULE, ("Sign: delay", "Indice : retard"), ("Unjustified delay that belies an intent to do justice.", "Retard injustifié qui dément l'intention de rendre justice."))
law.clause("17(2)(c)", Class.RULE, ("Sign: lack of independence", "Indice : manque d'indépendance"),
           ("Neither independent or impartial, and conducted against an intent to do justice.", "Défaut d'indépendance ou d'impartialité, et conduite qui dément l'intention de rendre justice."))
law.clause("17(3)", Class.RULE, ("Inability", "Incapacité"),
           ("The national system has collapsed or is unavailable, so that the State cannot get the accused or evidence or otherwise proceed.",
            "L'appareil national s'est effondré ou est indisponible, de sorte que l'État ne peut obtenir l'accusé ou les preuves ni agir autrement."))

COURT = ("pre_trial_chamber", "trial_chamber", "appeals_chamber")
GROUNDS = (Choice("17(1)(a)", "article 17(1)(a): a State investigates or prosecutes", "article 17-1-a : un État enquête ou poursuit"),
           Choice("17(1)(b)", "article 17(1)(b): a State decided not to prosecute", "article 17-1-b : un État a décidé de ne pas poursuivre"),
           Choice("17(1)(c)", "article 17(1)(c): already tried", "article 17-1-c : déjà jugé"),
           Choice("17(1)(d)", "article 17(1)(d): not grave enough", "article 17-1-d : gravité insuffisante"))


def suggest_challenges(v: View) -> list[tuple[str, str]]:
    """The challenges that wait for a ruling, for forms."""
    return [(n, f"{n} - {c.challenger}") for n, c in v.posture.admissibility.challenges.items() if c.decided is None]


def _decide(draft: Case, entry: Entry) -> None:
    state = draft.admissibility
    state.decisions.append(entry)
    state.inadmissible = entry if entry.particulars["outcome"] == "inadmissible" else None
    state.review_sought = None
    for number in entry.particulars.get("challenges", ()):
        if number in state.challenges:
            state.challenges[number].decided = entry


decide = law.act(
    "decide_admissibility", "case", ("Decide on admissibility", "Statuer sur la recevabilité"),
    ("The Chamber held the case {outcome}", "La Chambre a déclaré l'affaire {outcome}"),
    [Particular("outcome", "choice", "the case is", "l'affaire est", choices=[Choice("admissible", "admissible", "recevable"), Choice("inadmissible", "inadmissible", "irrecevable")]),
     Particular("ground", "choice", "ground", "motif", choices=GROUNDS, required=False), Particular("reasons", "long_text", "reasons", "motifs de la décision", required=False),
     Particular("person", "person", "person", "personne", required=False),
     Particular("challenges", "text", "challenges decided", "exceptions tranchées", many=True, required=False, suggest=suggest_challenges)], _decide)


def challenge_code(v: View) -> str | None:
    """The challenge a question names."""
    code: str | None = v.given.get("challenge")
    return code


@law.fact("17(1)", ("the case is held inadmissible", "l'affaire est déclarée irrecevable"), needs=("outcome",))
def held_inadmissible(v: View) -> Any:
    outcome = v.given.get("outcome")
    return None if outcome is None else outcome == "inadmissible"


def _ground(letter: str, says: tuple[str, str]) -> Fact:
    provision = f"17(1)({letter})"

    def test(v: View) -> Any:
        return v.given.get("ground") == provision if "outcome" in v.given else None

    test.__name__ = f"ground_{letter}"
    return law.fact(provision, says, needs=("ground",))(test)


ground_a = _ground("a", ("the ground is that a State investigates or prosecutes", "le motif est qu'un État enquête ou poursuit"))
ground_b = _ground("b", ("the ground is that a State decided not to prosecute", "le motif est qu'un État a décidé de ne pas poursuivre"))
ground_c = _ground("c", ("the ground is an earlier trial", "le motif est un procès antérieur"))
ground_d = _ground("d", ("the ground is gravity", "le motif est la gravité"))


def _found(id: str, provision: str, en: str, fr: str) -> Finding:
    return law.finding(id, provision, (en, fr), COURT, ("satisfied, with reasons", "convaincue, par décision motivée"), lasting=False)


state_has_jurisdiction = _found("state_has_jurisdiction", "17(1)", "the State has jurisdiction over the case", "l'État est compétent pour l'affaire")
being_pursued = _found("being_pursued", "17(1)(a)", "the same case is being investigated or prosecuted", "la même affaire fait l'objet d'une enquête ou de poursuites")
closed_after_inquiry = _found("closed_after_inquiry", "17(1)(b)", "it was investigated and the State decided not to prosecute", "elle a fait l'objet d'une enquête et l'État a décidé de ne pas poursuivre")
insufficient_gravity = _found("insufficient_gravity", "17(1)(d)", "the case is not grave enough for further action", "l'affaire n'est pas suffisamment grave")
shielding = _found("shielding", "17(2)(a)", "the purpose is to shield the person", "le but est de soustraire la personne à sa responsabilité")
unjustified_delay = _found("unjustified_delay", "17(2)(b)", "there is an unjustified delay", "il y a un retard injustifié")
delay_belies_intent = _found("delay_belies_intent", "17(2)(b)", "the delay is inconsistent with an intent to do justice", "le retard dément l'intention de rendre justice")
not_independent = _found("not_independent", "17(2)(c)", "the proceedings are not independent", "la procédure n'est pas indépendante")
not_impartial = _found("not_impartial", "17(2)(c)", "the proceedings are not impartial", "la procédure n'est pas impartiale")
conduct_belies_intent = _found("conduct_belies_intent", "17(2)(c)", "their conduct is inconsistent with an intent to do justice", "leur conduite dément l'intention de rendre justice")
total_collapse = _found("total_collapse", "17(3)", "the national judicial system has wholly collapsed", "l'appareil judiciaire national s'est totalement effondré")
substantial_collapse = _found("substantial_collapse", "17(3)", "it has substantially collapsed", "il s'est effondré pour une part substantielle")
unavailability = _found("unavailability", "17(3)", "it is unavailable", "il est indisponible")
no_accused = _found("no_accused", "17(3)", "the State cannot obtain the accused", "l'État ne peut se saisir de l'accusé")
no_evidence = _found("no_evidence", "17(3)", "the State cannot obtain evidence and testimony", "l'État ne peut réunir les preuves et témoignages")
cannot_proceed = _found("cannot_proceed", "17(3)", "the State is otherwise unable to proceed", "l'État ne peut autrement mener la procédure")


@law.fact("17(1)(d)", ("reasons are given", "la décision est motivée"), needs=("reasons",))
def gravity_reasoned(v: View) -> Any:
    return bool(v.given.get("reasons")) if "outcome" in v.given else None


@law.fact("17(2)(c)", ("that lack is enough, as the provision is read", "ce défaut suffit, selon l'interprétation retenue"), needs=("not_independent", "not_impartial"))
def lacks_enough(v: View) -> Any:
    return enough_lacking(v, not_independent, not_impartial)


def unwilling() -> Condition:
    """Unwillingness: one of the three signs."""
    return any_of(shielding, all_of(unjustified_delay, delay_belies_intent), all_of(any_of(not_independent, not_impartial), lacks_enough, conduct_belies_intent), provision="rome:17(2)")


def unable() -> Condition:
    """Inability: a cause in the national system and an effect on the proceedings."""
    return all_of(any_of(total_collapse, substantial_collapse, unavailability), any_of(no_accused, no_evidence, cannot_proceed), provision="rome:17(3)")


law.power("17(1)(a)", decide, COURT, all_of(ground_a, being_pursued, state_has_jurisdiction))
law.power("17(1)(b)", decide, COURT, all_of(ground_b, closed_after_inquiry, state_has_jurisdiction))
law.power("17(1)(c)", decide, COURT, all_of(ground_c, tried_elsewhere, ~excepted()))
law.power("17(1)(d)", decide, COURT, all_of(ground_d, insufficient_gravity, gravity_reasoned))
law.power("17(1)", decide, COURT, ~held_inadmissible)
law.prohibition("17(2)", decide, all_of(held_inadmissible, any_of(ground_a, ground_b), unwilling()))
law.prohibition("17(3)", decide, all_of(held_inadmissible, any_of(ground_a, ground_b), unable()))
law.prohibition("17(1)", decide, all_of(~held_inadmissible, any_of(being_pursued, closed_after_inquiry), state_has_jurisdiction, ~unwilling(), ~unable()), name="admissible_despite_state")
law.prohibition("17(1)", decide, all_of(~held_inadmissible, insufficient_gravity), name="admissible_despite_gravity")
law.prohibition("17(1)", decide, all_of(~held_inadmissible, tried_elsewhere, ~excepted()), name="admissible_despite_trial")
