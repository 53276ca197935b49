"""Article 90 of the Rome Statute: a request for surrender and another State's request for extradition of the same person.

The tree: same conduct or other conduct (7); the other State is a Party (2, 3) or not (4 to 6); the requested State is bound to
extradite to it or not; the Court ruled the case admissible, inadmissible, or has not ruled. Each branch is a rule of its own.
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
from curule.statutes.rome.matters.cooperation import Cooperation, Rival
from curule.statutes.rome.matters.states import party_on
from curule.statutes.rome.organs import BENCH
from curule.statutes.rome.part_09.postponement import ruled_admissible, ruled_inadmissible
from curule.statutes.rome.part_09.request_facts import CONFIDENTIAL, addressed_to_party, includes, is_surrender, on_record, request_received, request_sent

__all__ = ["law"]

law = Chapter("rome", __name__)

for _id, _title, _summary in (
    ("90(1)", ("Competing requests: notice", "Demandes concurrentes : notification"), (
        "Asked for the same person and conduct by another State too, the State Party tells the Court and that State.",
        "Saisi aussi par un autre État pour la même personne et le même comportement, l'État Partie en avise la Cour et cet État.")),
    ("90(2)", ("The other State is a Party", "L'autre État est Partie"), (
        "The Court has priority once it ruled the case admissible with that State's proceedings in view.",
        "La Cour a priorité dès lors qu'elle a jugé l'affaire recevable en tenant compte des procédures de cet État.")),
    ("90(2)(a)", ("Ruling made before", "Décision antérieure"), ("The ruling was there before the notice.", "La décision précédait la notification.")),
    ("90(2)(b)", ("Ruling made on the notice", "Décision rendue sur notification"), ("The Court rules so after the notice.", "La Cour statue ainsi après la notification.")),
    ("90(3)", ("Waiting for the ruling", "Dans l'attente de la décision"), (
        "Meanwhile the extradition request may be processed, but nobody is handed over unless the case is ruled inadmissible; the Court rules with expedition.",
        "Entre-temps la demande d'extradition peut être instruite, mais nul n'est livré sauf irrecevabilité ; la Cour statue rapidement.")),
    ("90(4)", ("State not party, no obligation", "État non partie, sans obligation"), (
        "The Court has priority if it ruled the case admissible.", "La Cour a priorité si elle a jugé l'affaire recevable.")),
    ("90(5)", ("State not party: no ruling in favour", "État non partie : pas de décision favorable"), (
        "The extradition request may go forward; the languages differ on whether a ruling of inadmissibility is needed.",
        "La demande d'extradition peut suivre son cours ; les langues divergent sur la nécessité d'une décision d'irrecevabilité.")),
    ("90(6)", ("State not party, with an obligation", "État non partie, avec obligation"), (
        "The requested State chooses, weighing all factors.", "L'État requis choisit en pesant tous les éléments.")),
    ("90(6)(a)", ("Factor: dates", "Élément : dates"), ("When each request was made.", "La date de chaque demande.")),
    ("90(6)(b)", ("Factor: interests", "Élément : intérêts"), (
        "The other State's interests: place of the crime, nationality of victims and suspect.", "Les intérêts de l'autre État : lieu du crime, nationalité des victimes et du suspect.")),
    ("90(6)(c)", ("Factor: later surrender", "Élément : remise ultérieure"), ("Whether one may later surrender to the other.", "La possibilité d'une remise ultérieure entre eux.")),
    ("90(7)", ("Other conduct", "Autre comportement"), ("Only the obligation matters, for any State.", "Seule compte l'obligation, quel que soit l'État.")),
    ("90(7)(a)", ("Other conduct, no obligation", "Autre comportement, sans obligation"), ("The Court has priority.", "La Cour a priorité.")),
    ("90(7)(b)", ("Other conduct, with an obligation", "Autre comportement, avec obligation"), (
        "The requested State chooses, with special weight to nature and gravity.", "L'État requis choisit, en tenant spécialement compte de la nature et de la gravité.")),
    ("90(8)", ("Extradition refused after all", "Extradition finalement refusée"), (
        "After a ruling of inadmissibility, a refusal to extradite is notified to the Court.", "Après une décision d'irrecevabilité, le refus d'extrader est notifié à la Cour.")),
):
    law.clause(_id, Class.RULE, _title, _summary)

reading_5 = law.reading("competing_90_5", "90(5)", (
    "A State not party, no obligation: when may its extradition request go forward?", "État non partie, sans obligation : quand sa demande d'extradition peut-elle suivre son cours ?"), {
    "english": ("unless the Court has ruled the case admissible (English)", "sauf si la Cour a jugé l'affaire recevable (anglais)"),
    "chinese": ("only once the Court has ruled the case inadmissible (Chinese)", "seulement si la Cour a jugé l'affaire irrecevable (chinois)")})


def _enter(draft: Cooperation, entry: Entry) -> None:
    given = entry.particulars
    draft.rivals[given["rival"]] = Rival(given["same_conduct"], given.get("obligation_since"), entry)


def _on_rival(attribute: str) -> Any:
    """An effect that keeps the entry in one attribute of the competing request."""

    def effect(draft: Cooperation, entry: Entry) -> None:
        found = draft.rivals.get(entry.particulars["rival"])
        if found is not None:
            setattr(found, attribute, entry)

    return effect


def _notify(draft: Cooperation, entry: Entry) -> None:
    found = draft.rivals.get(entry.particulars["rival"])
    if found is not None:
        found.court_told = entry if "court" in entry.particulars["to"] else found.court_told
        found.state_told = entry if "state" in entry.particulars["to"] else found.state_told


RIVAL = Particular("rival", "state", "other State", "autre État", suggest=lambda v: [(s, s) for s in v.posture.rivals])

enter = law.act("enter_competing_request", "cooperation", ("Enter a competing request", "Inscrire une demande concurrente"), (
    "{rival} asked for the person's extradition", "L'extradition de la personne est demandée par {rival}"), [
    Particular("rival", "state", "requesting State", "État requérant"), Particular("same_conduct", "yes_no", "for the same conduct", "pour le même comportement"),
    Particular("obligation_since", "date", "bound to extradite to it since", "tenu de lui extrader depuis le", required=False)], _enter, audience=CONFIDENTIAL)
notify = law.act("notify_competing_request", "cooperation", ("Notify of the competing request", "Notifier la demande concurrente"), (
    "Notice of the request of {rival} was given to: {to}", "La demande de {rival} a été notifiée à : {to}"), [RIVAL, Particular("to", "choice", "to", "à", many=True, choices=[
        Choice("court", "the Court", "la Cour"), Choice("state", "the requesting State", "l'État requérant")])], _notify, audience=CONFIDENTIAL)
process = law.act("process_extradition", "cooperation", ("Process the extradition request", "Instruire la demande d'extradition"), (
    "The extradition request of {rival} is being processed", "La demande d'extradition de {rival} est en cours d'instruction"), [RIVAL], audience=CONFIDENTIAL)
prioritise = law.act("give_priority", "cooperation", ("Give priority to the Court", "Donner la priorité à la Cour"), (
    "Priority over {rival} was given to the Court", "Priorité a été donnée à la Cour sur {rival}"), [RIVAL], _on_rival("priority"), audience=CONFIDENTIAL)
determine = law.act("determine_competing_request", "cooperation", ("Choose between surrender and extradition", "Choisir entre remise et extradition"), (
    "The State decided between the Court and {rival}: {decision}", "L'État a tranché entre la Cour et {rival} : {decision}"), [
    RIVAL, Particular("decision", "choice", "decision", "décision", choices=[Choice("surrender", "surrender to the Court", "remise à la Cour"), Choice("extradite", "extradition", "extradition")]),
    Particular("considered", "choice", "factors considered", "éléments pris en compte", many=True, choices=[
        Choice("dates", "dates of the requests", "dates des demandes"), Choice("interests", "interests of the requesting State", "intérêts de l'État requérant"),
        Choice("later_surrender", "possibility of later surrender", "possibilité d'une remise ultérieure"), Choice("gravity", "nature and gravity of the conduct", "nature et gravité des comportements"),
        Choice("other", "other factors", "autres éléments")])], _on_rival("determined"), audience=CONFIDENTIAL)
extradite = law.act("record_extradition", "cooperation", ("Enter the extradition to the other State", "Inscrire l'extradition vers l'autre État"), (
    "The person was extradited to {rival}", "La personne a été extradée vers {rival}"), [RIVAL], _on_rival("extradited"))
refuse = law.act("refuse_extradition", "cooperation", ("Enter the refusal to extradite", "Inscrire le refus d'extrader"), (
    "Extradition to {rival} was refused", "L'extradition vers {rival} a été refusée"), [RIVAL], _on_rival("refused"), audience=CONFIDENTIAL)
tell_refusal = law.act("notify_refused_extradition", "cooperation", ("Notify the Court of the refusal", "Notifier le refus à la Cour"), (
    "The Court was told that extradition to {rival} was refused", "La Cour a été avisée du refus d'extrader vers {rival}"), [RIVAL], _on_rival("refusal_told"), audience=CONFIDENTIAL)


def _rival(v: View) -> Rival | None:
    found: Rival | None = v.posture.rivals.get(v.given.get("rival"))
    return found


def _entry(attribute: str, id: str, provision: str, says: tuple[str, str], says_not: tuple[str, str], cured_by: tuple[str, ...]) -> Any:
    """The leaf "this was done in respect of the competing request"."""

    def test(v: View) -> Any:
        found = _rival(v)
        return None if "rival" not in v.given else (getattr(found, attribute) or False) if found is not None else False

    test.__name__ = id
    return law.fact(provision, says, says_not=says_not, needs=("rival",), cured_by=cured_by)(test)


rival_entered = _entry("entered", "rival_entered", "90(1)", ("that State's request is on record", "la demande de cet État est inscrite"), ("no request of that State is on record", "aucune demande de cet État n'est inscrite"),
                       ("enter_competing_request",))
court_told = _entry("court_told", "court_told", "90(1)", ("the Court was told", "la Cour a été avisée"), ("the Court was not told", "la Cour n'a pas été avisée"), ("notify_competing_request",))
state_told = _entry("state_told", "state_told", "90(1)", ("the requesting State was told", "l'État requérant a été avisé"), ("the requesting State was not told", "l'État requérant n'a pas été avisé"),
                    ("notify_competing_request",))
priority_given = _entry("priority", "priority_given", "90(2)", ("priority was given to the Court", "la priorité a été donnée à la Cour"), ("priority was not given to the Court", "la priorité n'a pas été donnée à la Cour"), ("give_priority",))
extradition_refused = _entry("refused", "extradition_refused", "90(8)", ("extradition was refused", "l'extradition a été refusée"), ("extradition was not refused", "l'extradition n'a pas été refusée"), ("refuse_extradition",))
refusal_told = _entry("refusal_told", "refusal_told", "90(8)", ("the Court was told of the refusal", "la Cour a été avisée du refus"), ("the Court was not told of the refusal", "la Cour n'a pas été avisée du refus"),
                      ("notify_refused_extradition",))


@law.fact("90(1)", ("it is for the same conduct", "elle vise le même comportement"), says_not=("it is for other conduct", "elle vise un autre comportement"), needs=("rival",))
def same_conduct(v: View) -> Any:
    found = _rival(v)
    return None if found is None else found.entered if found.same_conduct else no(found.entered)


@law.fact("90(2)", ("a State Party asks, for the same conduct", "un État Partie la demande, pour le même comportement"), needs=("rival",),
          says_not=("it is not a State Party's request for the same conduct", "ce n'est pas la demande d'un État Partie pour le même comportement"))
def party_same_conduct(v: View) -> Any:
    found = _rival(v)
    return None if found is None else party_on(v.other("states"), v.given["rival"], v.on) if found.same_conduct else no(found.entered)


@law.fact("90(6)", ("a State not party asks, for the same conduct", "un État non partie la demande, pour le même comportement"), needs=("rival",),
          says_not=("it is not the request of a State not party for the same conduct", "ce n'est pas la demande d'un État non partie pour le même comportement"))
def non_party_same_conduct(v: View) -> Any:
    found = _rival(v)
    if found is None or not found.same_conduct:
        return None if found is None else no(found.entered)
    party = party_on(v.other("states"), v.given["rival"], v.on)
    return None if party is None else not party


def _bound(v: View, found: Rival) -> bool:
    """Whether the obligation existed when the Court's request was made."""
    return found.obligation_since is not None and v.posture.sent is not None and found.obligation_since <= v.posture.sent.done_on


@law.fact("90(6)", ("the State was already bound to extradite to it", "l'État était déjà tenu de lui extrader"), needs=("rival",),
          says_not=("no obligation to extradite to it existed", "aucune obligation de lui extrader n'existait"))
def bound_to_extradite(v: View) -> Any:
    found = _rival(v)
    return None if found is None else found.entered if _bound(v, found) else no(found.entered)


@law.fact("90(4)", ("a State not party asks, for the same conduct, without an obligation to extradite to it", "un État non partie la demande, pour le même comportement, sans obligation de lui extrader"),
          needs=("rival",), says_not=("it is not such a request without an obligation", "ce n'est pas une telle demande sans obligation"))
def unbound_non_party(v: View) -> Any:
    found = _rival(v)
    if found is None or not found.same_conduct or _bound(v, found):
        return None if found is None else no(found.entered)
    party = party_on(v.other("states"), v.given["rival"], v.on)
    return None if party is None else not party


@law.fact("90(7)", ("it is for other conduct, and the State was already bound to extradite", "elle vise un autre comportement, et l'État était déjà tenu d'extrader"), needs=("rival",),
          says_not=("it is not a request for other conduct under an obligation", "ce n'est pas une demande pour un autre comportement fondée sur une obligation"))
def other_conduct_bound(v: View) -> Any:
    found = _rival(v)
    return None if found is None else found.entered if not found.same_conduct and _bound(v, found) else no(found.entered)


def _weighed(v: View, before: bool) -> Any:
    """The last ruling, if it is one of admissibility that took the other State's proceedings into account, before or after the notice."""
    found = _rival(v)
    if found is None:
        return None
    last = v.posture.rulings[-1] if v.posture.rulings else None
    if last is None or last.particulars["outcome"] != "admissible" or v.given["rival"] not in last.particulars.get("weighed", ()):
        return no(last)
    first = found.court_told is None or last.number < found.court_told.number
    return last if first is before else no(last)


@law.fact("90(2)(a)", ("the case was ruled admissible before the notice, with that State's proceedings in view", "l'affaire a été jugée recevable avant la notification, compte tenu des procédures de cet État"),
          needs=("rival",), cured_by=("record_admissibility_ruling",),
          says_not=("no such ruling was made before the notice", "aucune décision en ce sens n'a précédé la notification"))
def weighed_before_notice(v: View) -> Any:
    return _weighed(v, True)


@law.fact("90(2)(b)", ("the case was ruled admissible after the notice, with that State's proceedings in view", "l'affaire a été jugée recevable après la notification, compte tenu des procédures de cet État"),
          needs=("rival",), cured_by=("record_admissibility_ruling",),
          says_not=("no such ruling was made after the notice", "aucune décision en ce sens n'a suivi la notification"))
def weighed_after_notice(v: View) -> Any:
    return _weighed(v, False)


@law.fact("90(3)", ("the Court ruled after the notice", "la Cour a statué après la notification"), needs=("rival",), cured_by=("record_admissibility_ruling",),
          says_not=("the Court has not ruled since the notice", "la Cour n'a pas statué depuis la notification"))
def ruled_since_notice(v: View) -> Any:
    told = found.court_told if (found := _rival(v)) is not None else None
    return None if told is None else next((r for r in v.posture.rulings if r.number > told.number), False)


@law.fact("90(5)", ("the Court has not ruled, and the request must wait for a ruling", "la Cour n'a pas statué, et la demande doit attendre sa décision"),
          says_not=("the request need not wait for a ruling", "la demande n'a pas à attendre de décision"))
def must_wait_for_ruling(v: View) -> Any:
    return v.reading("competing_90_5") == "chinese" and not v.posture.rulings


@law.fact("90(6)", ("the State decided to extradite", "l'État a décidé d'extrader"), needs=("rival",), cured_by=("determine_competing_request",),
          says_not=("the State has not decided to extradite", "l'État n'a pas décidé d'extrader"))
def decided_to_extradite(v: View) -> Any:
    made = found.determined if (found := _rival(v)) is not None else None
    if made is None:
        return False if "rival" in v.given else None
    return made if made.particulars["decision"] == "extradite" else no(made)


@law.stage("102(b)", ("the person was extradited to another State", "la personne a été extradée vers un autre État"), says_not=("the person was not extradited", "la personne n'a pas été extradée"))
def extradited(v: View) -> Any:
    return next((r.extradited for r in v.posture.rivals.values() if r.extradited), False)


surrendered = on_record(law, "surrendered_to_court", "102(a)", "delivered", ("the person was surrendered to the Court", "la personne a été remise à la Cour"), ("the person was not surrendered to the Court", "la personne n'a pas été remise à la Cour"))


def _factor(item: str, provision: str, en: str, fr: str) -> Any:
    return includes(law, f"considered_{item}", provision, "considered", (item,), (f"it considered {en}", f"elle tient compte {fr}"), (f"it did not consider {en}", f"elle ne tient pas compte {fr}"))


considered = (_factor("dates", "90(6)(a)", "the dates of the requests", "des dates des demandes"), _factor("interests", "90(6)(b)", "the requesting State's interests", "des intérêts de l'État requérant"),
              _factor("later_surrender", "90(6)(c)", "the possibility of later surrender", "de la possibilité d'une remise ultérieure"))
considered_gravity = _factor("gravity", "90(7)(b)", "nature and gravity of the conduct", "de la nature et de la gravité des comportements")


def _each_rival(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"rival": state} for state in v.posture.rivals]


law.prohibition("102(b)", "deliver_person", extradited, name="extradited")
law.prohibition("102(a)", extradite, surrendered, name="surrendered")
law.power("90(1)", enter, "state_party", all_of(is_surrender, request_received, addressed_to_party))
law.duty("90(1)", notify, "state_party", all_of(request_sent, rival_entered, same_conduct), all_of(court_told, state_told), each=_each_rival)
law.power("90(2)", prioritise, "state_party", rival_entered)
law.duty("90(2)(a)", prioritise, "state_party", all_of(request_sent, party_same_conduct, weighed_before_notice), priority_given, each=_each_rival, empowers=False)
law.duty("90(2)(b)", prioritise, "state_party", all_of(request_sent, party_same_conduct, weighed_after_notice), priority_given, each=_each_rival, empowers=False)
law.duty("90(4)", prioritise, "state_party", all_of(request_sent, unbound_non_party, ruled_admissible), priority_given, each=_each_rival, empowers=False)
law.duty("90(7)(a)", prioritise, "state_party", all_of(request_sent, ~same_conduct, ~bound_to_extradite), priority_given, each=_each_rival, empowers=False)
law.duty("90(3)", "record_admissibility_ruling", BENCH, all_of(request_sent, party_same_conduct, court_told), ruled_since_notice, each=_each_rival, name="rule_with_expedition", empowers=False)
law.power("90(3)", process, "state_party", rival_entered)
law.prohibition("90(2)", process, all_of(request_sent, party_same_conduct, any_of(weighed_before_notice, weighed_after_notice)))
law.prohibition("90(4)", process, all_of(request_sent, unbound_non_party, ruled_admissible))
law.prohibition("90(5)", process, all_of(request_sent, unbound_non_party, must_wait_for_ruling))
law.power("90(6)", determine, "state_party", all_of(non_party_same_conduct, bound_to_extradite, *considered))
law.power("90(7)(b)", determine, "state_party", all_of(other_conduct_bound, *considered, considered_gravity))
law.power("102(b)", extradite, "state_party", rival_entered)
law.prohibition("90(1)", extradite, all_of(request_sent, same_conduct, ~all_of(court_told, state_told)))
law.prohibition("90(3)", extradite, all_of(request_sent, party_same_conduct, ~ruled_inadmissible))
law.prohibition("90(4)", extradite, all_of(request_sent, unbound_non_party, ruled_admissible))
law.prohibition("90(5)", extradite, all_of(request_sent, unbound_non_party, must_wait_for_ruling))
law.prohibition("90(6)", extradite, all_of(request_sent, non_party_same_conduct, bound_to_extradite, ~decided_to_extradite))
law.prohibition("90(7)(a)", extradite, all_of(request_sent, ~same_conduct, ~bound_to_extradite))
law.prohibition("90(7)(b)", extradite, all_of(request_sent, other_conduct_bound, ~decided_to_extradite))
law.power("90(8)", refuse, "state_party", rival_entered)
law.duty("90(8)", tell_refusal, "state_party", all_of(court_told, ruled_inadmissible, extradition_refused), refusal_told, each=_each_rival)
