"""Articles 13, 14 and 16 of the Rome Statute: the triggers, referral by a State or the Security Council, deferral by the Council."""

from __future__ import annotations

from datetime import date
from typing import Any

from curule.law.calendar import add, months
from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.situation import Situation
from curule.statutes.rome.membership import party_on
from curule.statutes.rome.part_13.party_facts import party_leaf, register_of, state_particular

__all__ = ["council_deferral_ends", "council_deferral_runs", "law", "situation_of", "trigger"]

law = Chapter("rome", __name__)

law.clause("13", Class.RULE, ("Three triggers", "Trois modes de saisine"),
           ("The Court exercises jurisdiction only on a State's referral, the Council's, or the Prosecutor's authorised initiative.",
            "La Cour n'exerce sa compétence que sur renvoi d'un État, du Conseil, ou à l'initiative autorisée du Procureur."))
law.clause("13(a)", Class.RULE, ("Referral by a State Party", "Renvoi par un État Partie"), ("A State Party refers a situation.", "Un État Partie défère une situation."))
law.clause("13(b)", Class.RULE, ("Referral by the Security Council", "Renvoi par le Conseil de sécurité"),
           ("The Council refers a situation under Chapter VII; the consent of article 12 is not needed.",
            "Le Conseil défère une situation en vertu du Chapitre VII ; l'acceptation de l'article 12 n'est pas requise."))
law.clause("13(c)", Class.RULE, ("The Prosecutor's own initiative", "Initiative du Procureur"),
           ("The Prosecutor opens an investigation under article 15.", "Le Procureur ouvre une enquête en vertu de l'article 15."))
law.clause("14(1)", Class.RULE, ("What a State refers", "Objet du renvoi"),
           ("A situation, not a person or one side, so that it be investigated.", "Une situation, non une personne ou un camp, aux fins d'enquête."))
law.clause("14(2)", Class.RULE, ("Contents of a referral", "Contenu du renvoi"),
           ("The circumstances and, where at hand, supporting material.", "Les circonstances et, si possible, les pièces à l'appui."))
law.clause("16", Class.RULE, ("Deferral by the Security Council", "Sursis demandé par le Conseil de sécurité"),
           ("On a Chapter VII request nothing begins or goes on for twelve months; the Council may renew.",
            "Sur demande au titre du Chapitre VII, rien n'est engagé ni mené pendant douze mois ; le Conseil peut renouveler."))

INSTRUMENTS = (Choice("resolution", "resolution", "résolution"), Choice("presidential_statement", "presidential statement", "déclaration du Président"),
               Choice("letter", "letter", "lettre"))


def _open(draft: Situation, entry: Entry) -> None:
    draft.name = entry.particulars["name"]


def _by_chapter_vii(entry: Entry) -> bool:
    """Whether what the Council sent is a resolution under Chapter VII; anything else of it is on the record without effect (13(b), 16)."""
    return entry.particulars.get("instrument", "resolution") == "resolution" and bool(entry.particulars.get("chapter_vii", True))


def _refer(draft: Situation, entry: Entry) -> None:
    draft.name = draft.name or entry.particulars.get("name", "")
    draft.referrals.append(entry)
    if entry.act == "refer_situation_by_council" and _by_chapter_vii(entry):
        draft.triggers.setdefault("13(b)", entry)


def _defer(draft: Situation, entry: Entry) -> None:
    if _by_chapter_vii(entry):
        draft.council_deferrals.append(entry)


open_situation = law.act("open_situation", "situation", ("Open a situation file", "Ouvrir le dossier d'une situation"),
                         ("The file of the situation {name} was opened", "Le dossier de la situation {name} a été ouvert"),
                         [Particular("name", "text", "name of the situation", "nom de la situation")], _open)
SINCE = Particular("since", "date", "events since", "faits depuis le", required=False)
refer = law.act(
    "refer_situation", "situation", ("Refer a situation (State Party)", "Déférer une situation (État Partie)"),
    ("{state} referred the situation to the Prosecutor", "{state} a déféré la situation au Procureur"),
    [state_particular(parties=True), Particular("name", "text", "name of the situation", "nom de la situation", required=False),
     Particular("limited_to", "text", "one person or one side to which it is limited", "personne ou camp auquel il est limité", required=False),
     Particular("circumstances", "long_text", "circumstances", "circonstances", required=False),
     Particular("documents", "integer", "supporting documents", "pièces jointes", required=False, least=0), SINCE], _refer)
refer_by_council = law.act(
    "refer_situation_by_council", "situation", ("Refer a situation (Security Council)", "Déférer une situation (Conseil de sécurité)"),
    ("The Security Council referred the situation by {symbol}", "Le Conseil de sécurité a déféré la situation par {symbol}"),
    [Particular("symbol", "text", "symbol", "cote"), Particular("instrument", "choice", "form", "forme", choices=INSTRUMENTS),
     Particular("chapter_vii", "yes_no", "adopted under Chapter VII", "adoptée en vertu du Chapitre VII"),
     Particular("name", "text", "name of the situation", "nom de la situation", required=False), SINCE], _refer)
defer = law.act(
    "request_council_deferral", "situation", ("Request a deferral of twelve months", "Demander un sursis de douze mois"),
    ("The Security Council requested a deferral by {symbol}", "Le Conseil de sécurité a demandé un sursis par {symbol}"),
    [Particular("symbol", "text", "symbol", "cote"), Particular("instrument", "choice", "form", "forme", choices=INSTRUMENTS),
     Particular("chapter_vii", "yes_no", "adopted under Chapter VII", "adoptée en vertu du Chapitre VII")],
    _defer)


def situation_of(v: View) -> Situation | None:
    """The situation: this matter itself or the related one of a case."""
    if isinstance(v.posture, Situation):
        return v.posture
    related: Situation | None = v.other("situation")
    return related


def trigger(v: View, code: str) -> Entry | None:
    """The entry by which the situation came before the Court under ``13(a)``, ``13(b)`` or ``13(c)``, if there is one.

    The letter of a State that was no Party on its day is information under article 15, not a referral.
    """
    found = situation_of(v)
    if found is None:
        return None
    if code != "13(a)":
        entry: Entry | None = found.triggers.get(code)
        return entry
    register = register_of(v)
    letters = [e for e in found.referrals if e.act == "refer_situation"]
    return next((e for e in letters if register is None or party_on(register, e.particulars["state"], e.done_on)), None)


referring_party = party_leaf(law, "referring_party", "13(a)", ("the referring State is a Party", "l'État qui défère est partie"),
                             ("the referring State is not a Party: its letter is information under article 15", "l'État n'est pas partie : sa lettre vaut information au sens de l'article 15"))


@law.stage("13", ("no file has been opened", "aucun dossier n'est ouvert"), permanent=True)
def no_file_yet(v: View) -> Any:
    return v.posture.opened is None


@law.fact("14(1)", ("the referral is limited to one person or one side", "le renvoi se limite à une personne ou à un camp"), needs=("limited_to",))
def limited_referral(v: View) -> Any:
    return bool(v.given.get("limited_to"))


@law.fact("14(2)", ("it states the circumstances", "il précise les circonstances"), needs=("circumstances",))
def circumstances_stated(v: View) -> Any:
    return bool(v.given.get("circumstances"))


@law.fact("13(b)", ("it is a resolution of the Council", "il s'agit d'une résolution du Conseil"), needs=("instrument",))
def referral_by_resolution(v: View) -> Any:
    instrument = v.given.get("instrument")
    return None if instrument is None else instrument == "resolution"


@law.fact("13(b)", ("the Council acts under Chapter VII", "le Conseil agit en vertu du Chapitre VII"), needs=("chapter_vii",))
def under_chapter_vii(v: View) -> Any:
    return v.given.get("chapter_vii")


@law.fact("16", ("the request is made in a resolution", "la demande figure dans une résolution"), needs=("instrument",))
def deferral_by_resolution(v: View) -> Any:
    return referral_by_resolution.test(v)


@law.fact("16", ("the resolution is adopted under Chapter VII", "la résolution est adoptée en vertu du Chapitre VII"), needs=("chapter_vii",))
def deferral_under_chapter_vii(v: View) -> Any:
    return v.given.get("chapter_vii")


def council_deferral_ends(situation: Situation | None) -> date | None:
    """The last day of the Council's deferral, the latest if there are several."""
    requests = situation.council_deferrals if situation is not None else []
    return max((add(e.done_on, months(12)).day for e in requests), default=None)


@law.fact("16", ("the Security Council has requested a deferral", "le Conseil de sécurité a demandé un sursis"))
def council_deferral_requested(v: View) -> Any:
    found = situation_of(v)
    return found.council_deferrals[-1] if found is not None and found.council_deferrals else False


council_deferral_runs = law.measure("council_deferral_runs", "16", ("its twelve months are running", "ses douze mois courent"), lambda v: v.on, "<=",
                                    lambda v: council_deferral_ends(situation_of(v)))
"""Not met after the last day; open where no deferral was ever requested, so ask it behind ``council_deferral_requested``."""

law.limit("council_deferral", "situation", ("deferral requested by the Security Council", "sursis demandé par le Conseil de sécurité"), "16", months(12),
          runs_from=lambda v: v.posture.council_deferrals[-1] if v.posture.council_deferrals else None)

law.power("13", open_situation, ("registry", "prosecutor"), no_file_yet)
law.power("14(1)", refer, "state_party", all_of(referring_party, ~limited_referral, circumstances_stated))
law.power("13(b)", refer_by_council, "security_council", all_of(referral_by_resolution, under_chapter_vii))
law.power("16", defer, "security_council", all_of(deferral_by_resolution, deferral_under_chapter_vii))
