"""Article 127 and article 121(6) of the Rome Statute: withdrawal, when it takes effect, and what survives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.calendar import years
from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.amendment_data import amendments
from curule.statutes.rome.matters.state_files import StatesRegister
from curule.statutes.rome.membership import file_of, in_force_for_all, memberships, withdrawal_effect, withdrawal_pending, years_after
from curule.statutes.rome.part_13.article_125 import DEPOSITARY, file_for, received_by
from curule.statutes.rome.part_13.party_facts import parties_counted_at, party_leaf, register_of, state_file, state_particular, suggest_states

__all__ = ["law"]

law = Chapter("rome", __name__)

law.clause("121(6)", Class.RULE, ("Leaving at once after an amendment", "Retrait immédiat après un amendement"),
           ("A Party that did not accept an amendment binding on all may leave at once, within a year of its entry into force.",
            "La Partie qui n'a pas accepté un amendement obligatoire pour tous peut se retirer immédiatement, dans l'année de son entrée en vigueur."))
law.clause("127(1)", Class.RULE, ("Withdrawal", "Retrait"),
           ("Written notice to the Secretary-General; effect one year after receipt, or later if the notice says so.",
            "Notification écrite au Secrétaire général ; effet un an après réception, ou plus tard si la notification le dit."))
law.clause("127(2)", Class.RULE, ("What survives a withdrawal", "Ce qui survit au retrait"),
           ("Debts, cooperation in proceedings begun before, and matters already before the Court are not touched.",
            "Les dettes, la coopération aux procédures entamées auparavant et les affaires déjà devant la Cour subsistent."))


def suggest_amendments(v: View) -> list[tuple[str, str]]:
    """Adopted amendments, for forms."""
    return [(a.code, a.title.en) for a in amendments(register_of(v)).values()]


def _notify(draft: StatesRegister, entry: Entry) -> None:
    """A notice that is not in writing, or did not reach the depositary, stays on the record without effect."""
    if entry.particulars.get("received_by", DEPOSITARY) == DEPOSITARY and entry.particulars.get("form", "written") == "written":
        file_for(draft, entry).withdrawals.append(entry)


def _revoke(draft: StatesRegister, entry: Entry) -> None:
    file_for(draft, entry).revoked.append(entry)


notify = law.act(
    "notify_withdrawal", "states", ("Notify withdrawal from the Statute", "Notifier le retrait du Statut"),
    ("{state} gave notice of withdrawal", "{state} a notifié son retrait"),
    [state_particular(parties=True), received_by(DEPOSITARY),
     Particular("form", "choice", "form", "forme", choices=[Choice("written", "written", "écrite"), Choice("oral", "oral", "orale")]),
     Particular("basis", "choice", "basis", "fondement", choices=[
         Choice("127(1)", "article 127(1)", "article 127-1"), Choice("121(6)", "article 121(6), at once", "article 121-6, effet immédiat")]),
     Particular("effective", "date", "day of effect stated in the notice", "date d'effet indiquée", required=False),
     Particular("amendment", "text", "amendment not accepted (article 121(6))", "amendement non accepté (article 121-6)", required=False, suggest=suggest_amendments)],
    _notify)
revoke = law.act("revoke_withdrawal", "states", ("Take back a notice of withdrawal", "Retirer une notification de retrait"),
                 ("{state} took back its notice of withdrawal", "{state} est revenu sur sa notification de retrait"), [state_particular()], _revoke)
survive = law.act(
    "record_surviving_duty", "states", ("Record a duty that survives withdrawal", "Inscrire une obligation qui survit au retrait"),
    ("The Registrar recorded a surviving duty of {state}: {nature}, {matter}", "Le Greffier a inscrit une obligation de {state} qui subsiste : {nature}, {matter}"),
    [Particular("state", "state", "State", "État", suggest=suggest_states),
     Particular("nature", "choice", "nature", "nature", choices=[
         Choice("financial", "financial obligation", "obligation financière"), Choice("cooperation", "cooperation in proceedings", "coopération à une procédure"),
         Choice("consideration", "matter under consideration", "question à l'examen")]),
     Particular("matter", "text", "what it concerns", "objet"),
     Particular("arose", "date", "day on which it accrued or the proceedings began", "jour où elle est née ou où la procédure a commencé")],
    lambda draft, entry: draft.surviving.append(entry))

party = party_leaf(law, "withdrawing_party", "127(1)", ("the State is a Party", "l'État est partie"), ("the State is not a Party", "l'État n'est pas partie"))


@law.fact("127(1)", ("the notice is in writing", "la notification est écrite"), needs=("form",))
def in_writing(v: View) -> Any:
    form = v.given.get("form")
    return None if form is None else form == "written"


@law.fact("127(1)", ("it was received by the Secretary-General", "elle a été reçue par le Secrétaire général"), needs=("received_by",))
def notice_with_depositary(v: View) -> Any:
    received = v.given.get("received_by")
    return None if received is None else received == DEPOSITARY


@law.fact("127(1)", ("a notice of withdrawal is pending", "une notification de retrait est en cours"), needs=("state",), cured_by=("notify_withdrawal",))
def notice_pending(v: View) -> Any:
    state = v.given.get("state")
    return None if state is None else withdrawal_pending(register_of(v), state, v.on)


@law.fact("127(1)", ("the notice states no day of effect", "la notification n'indique pas de date d'effet"), needs=("effective",))
def no_day_stated(v: View) -> Any:
    return "effective" not in v.given


day_not_earlier = law.measure("day_not_earlier", "127(1)", ("the stated day is not earlier than one year after receipt", "la date indiquée ne précède pas l'expiration d'un an"),
                              lambda v: v.given.get("effective"), ">=", lambda v: years_after(v.on, 1), needs=("effective",),
                              says_not=("an earlier day cannot be stated: the year after receipt applies", "une date plus proche est sans effet : le délai d'un an s'applique"))


@law.fact("121(6)", ("immediate effect is claimed", "l'effet immédiat est invoqué"), needs=("basis",))
def immediate(v: View) -> Any:
    basis = v.given.get("basis")
    return None if basis is None else basis == "121(6)"


def _general_amendment_since(v: View) -> date | None:
    terms = amendments(register_of(v)).get(v.given.get("amendment", ""))
    return in_force_for_all(register_of(v), terms, parties_counted_at(v, terms)) if terms is not None and terms.regime == "121(4)" else None


@law.fact("121(6)", ("an amendment of the general regime, accepted by seven eighths, is in force", "un amendement du régime général, accepté par les sept huitièmes, est en vigueur"),
          needs=("amendment",))
def general_amendment_in_force(v: View) -> Any:
    since = _general_amendment_since(v)
    return since is not None and since <= v.on


@law.fact("121(6)", ("the State did not accept it", "l'État ne l'a pas accepté"), says_not=("the State accepted it", "l'État l'a accepté"), needs=("amendment", "state"))
def did_not_accept(v: View) -> Any:
    file = state_file(v)
    entry = file.acceptances.get(v.given.get("amendment", "")) if file is not None else None
    return None if file is None else (no(entry) if entry else True)


def _last_day_to_leave(v: View) -> date | None:
    since = _general_amendment_since(v)
    return years_after(since, 1) if since is not None else v.on


within_year_of_amendment = law.measure("within_year_of_amendment", "121(6)", ("notice is given within a year of its entry into force", "la notification intervient dans l'année de l'entrée en vigueur"),
                                       lambda v: v.on, "<=", _last_day_to_leave, permanent=True, needs=("amendment",),
                                       says_not=("more than a year after its entry into force", "plus d'un an après l'entrée en vigueur"))


@law.fact("127(2)", ("the State gave notice of withdrawal", "l'État a notifié son retrait"), needs=("state",), cured_by=("notify_withdrawal",))
def gave_notice(v: View) -> Any:
    file = state_file(v)
    return None if file is None else (file.withdrawals[-1] if file.withdrawals else False)


def _effect_for_state(v: View) -> date | None:
    ended = [m.until for m in memberships(register_of(v), v.given.get("state", "")) if m.until]
    return max(ended) if ended else None


before_effect = law.measure("before_effect", "127(2)", ("it arose before the withdrawal took effect", "elle est née avant la prise d'effet du retrait"),
                            lambda v: v.given.get("arose"), "<", _effect_for_state, needs=("arose", "state"),
                            says_not=("it arose on or after the day of effect", "elle est née à la date d'effet ou après"))


def _each_notice(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"state": s} for s in v.posture.states if withdrawal_pending(v.posture, s, v.on)]


def _notice_without_later_day(v: View) -> Entry | None:
    notices = file_of(v.posture, v.given["state"]).withdrawals
    last = notices[-1] if notices else None
    ordinary = last is not None and last.particulars.get("basis") != "121(6)" and withdrawal_effect(last) == years_after(last.done_on, 1)
    return last if ordinary else None


law.limit("withdrawal_takes_effect", "states", ("withdrawal takes effect", "prise d'effet du retrait"), "127(1)", years(1), runs_from=_notice_without_later_day,
          each=_each_notice)

law.power("127(1)", notify, "state_party", all_of(party, in_writing, notice_with_depositary, ~notice_pending, any_of(no_day_stated, day_not_earlier), ~immediate))
law.power("121(6)", notify, "state_party", all_of(party, in_writing, notice_with_depositary, immediate, general_amendment_in_force, did_not_accept,
                                                  within_year_of_amendment))
law.power("127(1)", revoke, "state_party", notice_pending, note=("The Statute is silent; practice allows it until the withdrawal takes effect.",
                                                                 "Le Statut est muet ; la pratique l'admet jusqu'à la prise d'effet."))
law.power("127(2)", survive, "registrar", all_of(gave_notice, before_effect))
