"""Articles 120 and 124 to 126, 128 of the Rome Statute: signature, joining, entry into force, no reservations, the opt-out of article 124."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of, no
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.amendment_data import crime_within
from curule.statutes.rome.matters.state_files import Declaration, StateFile, StatesRegister
from curule.statutes.rome.membership import joined_on, party_on, sixtieth_deposit, statute_in_force
from curule.statutes.rome.part_13.party_facts import register_of, state_file, state_particular

__all__ = ["DEPOSITARY", "file_for", "law", "received_by", "register_open"]

law = Chapter("rome", __name__)

law.clause("120", Class.RULE, ("No reservations", "Pas de réserves"),
           ("A State joins the Statute whole; an instrument with a reservation is not accepted.",
            "Le Statut s'accepte en bloc ; un instrument assorti d'une réserve n'est pas reçu."))
law.clause("124", Class.RULE, ("Seven-year opt-out for war crimes", "Option de sept ans pour les crimes de guerre"),
           ("On joining, a State may exclude article 8 crimes of its nationals or on its territory for seven years; it may take this back at any time.",
            "En devenant partie, un État peut exclure pendant sept ans les crimes de l'article 8 de ses ressortissants ou sur son territoire ; "
            "il peut y renoncer à tout moment."))
law.clause("125(1)", Class.RULE, ("Signature: where and until when", "Signature : lieux et dates"),
           ("Rome on 17 July 1998, the Italian Foreign Ministry to 17 October 1998, New York to 31 December 2000.",
            "Rome le 17 juillet 1998, le Ministère italien des affaires étrangères jusqu'au 17 octobre 1998, New York jusqu'au 31 décembre 2000."))
law.clause("125(2)", Class.RULE, ("Ratification, acceptance, approval", "Ratification, acceptation, approbation"),
           ("Signatories ratify, accept or approve; the instrument goes to the Secretary-General.",
            "Les signataires ratifient, acceptent ou approuvent ; l'instrument est déposé auprès du Secrétaire général."))
law.clause("125(3)", Class.RULE, ("Accession", "Adhésion"),
           ("Any State may accede, without having signed.", "Tout État peut adhérer, même sans avoir signé."))
law.clause("126(1)", Class.RULE, ("Entry into force of the Statute", "Entrée en vigueur du Statut"),
           ("Sixty instruments; then the first day of the month after the sixtieth day from the last of them.",
            "Soixante instruments ; puis le premier jour du mois suivant le soixantième jour après le dernier."))
law.clause("126(2)", Class.RULE, ("Entry into force for a later State", "Entrée en vigueur pour un État ultérieur"),
           ("The first day of the month after the sixtieth day from its own deposit.",
            "Le premier jour du mois suivant le soixantième jour après son propre dépôt."))
law.clause("128", Class.DATA, ("Authentic texts", "Textes faisant foi"),
           ("Six languages of equal standing; the original rests with the Secretary-General.",
            "Six langues faisant également foi ; l'original est conservé par le Secrétaire général."), carried_by=("AUTHENTIC_LANGUAGES",))

AUTHENTIC_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
"""The languages in which the Statute is authentic; none prevails (article 128)."""

DEPOSITARY = "secretary_general"
RECEIVERS = (Choice(DEPOSITARY, "Secretary-General of the United Nations", "Secrétaire général de l'Organisation des Nations Unies"),
             Choice("registrar", "Registrar of the Court", "Greffier de la Cour"), Choice("prosecutor", "Prosecutor", "Procureur"),
             Choice("other", "another addressee", "autre destinataire"))
PLACES: Mapping[str, tuple[date, date]] = {
    "rome_fao": (date(1998, 7, 17), date(1998, 7, 17)), "rome_ministry": (date(1998, 7, 18), date(1998, 10, 17)),
    "new_york": (date(1998, 10, 18), date(2000, 12, 31))}
"""First and last day of signature at each place (article 125(1))."""


def received_by(default: str) -> Particular:
    """With whom an instrument, declaration or notice was lodged."""
    return Particular("received_by", "choice", "received by", "reçu par", choices=RECEIVERS, default=lambda v: default)


state_name = Particular("name", "text", "name of the State", "nom de l'État", required=False)
"""How pages call the State from then on; without it they show the code."""


def file_for(draft: StatesRegister, entry: Entry) -> StateFile:
    """The file of the entry's State, made if there is none."""
    made: StateFile = draft.states.setdefault(entry.particulars["state"], StateFile())
    made.name = entry.particulars.get("name") or made.name
    return made


def _sign(draft: StatesRegister, entry: Entry) -> None:
    file_for(draft, entry).signed = entry


def _deposit(draft: StatesRegister, entry: Entry) -> None:
    """An instrument that did not reach the depositary stays on the record without effect; so with acceptances and notices."""
    if entry.particulars.get("received_by", DEPOSITARY) == DEPOSITARY:
        file_for(draft, entry).deposits.append(entry)


def _within_article_8(crime: str) -> bool:
    return crime_within(crime, "8")


def _opt_out(draft: StatesRegister, entry: Entry) -> None:
    """A declaration about other crimes than those of article 8 stays on the record without effect."""
    if all(map(_within_article_8, entry.particulars.get("crimes", ()))):
        file_for(draft, entry).declarations.append(Declaration(basis="124", entry=entry))


def _opt_in(draft: StatesRegister, entry: Entry) -> None:
    for declaration in file_for(draft, entry).declarations:
        if declaration.basis == "124" and declaration.withdrawn is None:
            declaration.withdrawn = entry


def _announce(draft: StatesRegister, entry: Entry) -> None:
    draft.announced[entry.particulars.get("state", "")] = entry


open_register = law.act("open_states_register", "states", ("Open the register of States", "Ouvrir le registre des États"),
                        ("The register of States was opened", "Le registre des États a été ouvert"), [])
sign = law.act("sign_statute", "states", ("Sign the Statute", "Signer le Statut"), ("{state} signed the Statute", "{state} a signé le Statut"),
               [state_particular(), state_name, Particular("place", "choice", "place of signature", "lieu de la signature", choices=[
                   Choice("rome_fao", "Rome, FAO headquarters", "Rome, siège de la FAO"),
                   Choice("rome_ministry", "Rome, Ministry of Foreign Affairs", "Rome, Ministère des affaires étrangères"),
                   Choice("new_york", "New York, United Nations Headquarters", "New York, Siège de l'Organisation des Nations Unies")])], _sign)
deposit = law.act(
    "deposit_instrument", "states", ("Deposit an instrument of ratification or accession", "Déposer un instrument de ratification ou d'adhésion"),
    ("{state} deposited its instrument of {instrument}", "{state} a déposé son instrument ({instrument})"),
    [state_particular(), state_name, Particular("instrument", "choice", "instrument", "instrument", choices=[
        Choice("ratification", "ratification", "ratification"), Choice("acceptance", "acceptance", "acceptation"),
        Choice("approval", "approval", "approbation"), Choice("accession", "accession", "adhésion")]),
     received_by(DEPOSITARY),
     Particular("excludes", "text", "provision or effect that the instrument purports to exclude or modify", "disposition ou effet que l'instrument prétend exclure "
                "ou modifier", required=False)], _deposit)
opt_out = law.act("declare_opt_out", "states", ("Declare under article 124", "Faire une déclaration au titre de l'article 124"),
                  ("{state} declared under article 124 that it does not accept jurisdiction over {crimes}",
                   "{state} a déclaré au titre de l'article 124 ne pas accepter la compétence pour : {crimes}"),
                  [state_particular(), Particular("crimes", "provision", "crimes excluded", "crimes exclus", many=True, default=lambda v: ("8",)),
                   Particular("years", "integer", "years", "nombre d'années", least=1, default=lambda v: 7)], _opt_out)
opt_in = law.act("withdraw_opt_out", "states", ("Withdraw the declaration under article 124", "Retirer la déclaration au titre de l'article 124"),
                 ("{state} withdrew its declaration under article 124", "{state} a retiré sa déclaration au titre de l'article 124"),
                 [state_particular()], _opt_in)
announce = law.act("announce_entry_into_force", "states", ("Announce an entry into force", "Annoncer une entrée en vigueur"),
                   ("The depositary announced the entry into force of the Statute {state}", "Le dépositaire a annoncé l'entrée en vigueur du Statut {state}"),
                   [state_particular(required=False)], _announce)


@law.stage("125(2)", ("the register of States is open", "le registre des États est ouvert"), cured_by=("open_states_register",))
def register_open(v: View) -> Any:
    return v.posture.opened or False


@law.fact("125(1)", ("the State has not signed yet", "l'État n'a pas encore signé"), says_not=("the State has signed already", "l'État a déjà signé"),
          needs=("state",), permanent=True)
def not_signed(v: View) -> Any:
    file = state_file(v)
    return None if file is None else (no(file.signed) if file.signed else True)


def _bound(v: View, which: int) -> date | None:
    place = v.given.get("place")
    return None if place is None else PLACES[place][which]


place_open = law.measure("place_open", "125(1)", ("signature has opened at that place", "la signature est ouverte en ce lieu"), lambda v: v.on, ">=",
                         lambda v: _bound(v, 0), needs=("place",), says_not=("signature has not opened at that place", "la signature n'y est pas encore ouverte"))
place_not_closed = law.measure("place_not_closed", "125(1)", ("signature has not closed at that place", "la signature n'y est pas close"), lambda v: v.on, "<=",
                               lambda v: _bound(v, 1), needs=("place",), says_not=("signature has closed at that place", "la signature y est close"), permanent=True)


@law.fact("125(2)", ("the State has signed", "l'État a signé"), says_not=("the State never signed: it may accede", "l'État n'a pas signé : il peut adhérer"),
          needs=("state",), cured_by=("sign_statute",))
def has_signed(v: View) -> Any:
    file = state_file(v)
    return None if file is None else file.signed or False


@law.fact("125(3)", ("the instrument is one of accession", "l'instrument est un instrument d'adhésion"), needs=("instrument",))
def accession(v: View) -> Any:
    instrument = v.given.get("instrument")
    return None if instrument is None else instrument == "accession"


@law.fact("125(2)", ("it is deposited with the Secretary-General of the United Nations", "il est déposé auprès du Secrétaire général de l'ONU"),
          needs=("received_by",))
def with_depositary(v: View) -> Any:
    received = v.given.get("received_by")
    return None if received is None else received == DEPOSITARY


@law.fact("125(2)", ("no instrument of the State stands", "aucun instrument de l'État n'est en vigueur"),
          says_not=("the State has joined already", "l'État est déjà lié"), needs=("state",))
def not_joined(v: View) -> Any:
    register, file = register_of(v), state_file(v)
    if register is None or file is None:
        return None
    if not file.deposits:
        return True
    last = file.deposits[-1]
    return no(last) if v.on < joined_on(register, last) or party_on(register, v.given["state"], v.on) else True


@law.fact("120", ("the instrument contains a reservation", "l'instrument contient une réserve"), needs=("excludes",))
def reservation(v: View) -> Any:
    return bool(v.given.get("excludes"))


@law.fact("124", ("the State deposited its instrument", "l'État a déposé son instrument"), needs=("state",), cured_by=("deposit_instrument",))
def instrument_deposited(v: View) -> Any:
    file = state_file(v)
    return None if file is None else (file.deposits[-1] if file.deposits else False)


law.reading("opt_out_time", "124", ("Until when may a State that joins declare under article 124?", "Jusqu'à quand l'État qui adhère peut-il faire la déclaration de l'article 124 ?"),
            {"in_force": ("until the Statute enters into force for it", "jusqu'à l'entrée en vigueur du Statut à son égard"),
             "deposit": ("on the day of its deposit only", "le jour du dépôt seulement")})


def _becoming_party(v: View) -> date | None:
    file = state_file(v)
    if file is None or not file.deposits:
        return None
    return file.deposits[-1].done_on if v.reading("opt_out_time") == "deposit" else joined_on(register_of(v), file.deposits[-1])


on_becoming_party = law.measure("on_becoming_party", "124", ("the declaration is made on becoming a Party", "la déclaration est faite au moment de devenir partie"),
                                lambda v: v.on, "<=", _becoming_party, permanent=True, needs=("state",),
                                says_not=("the State is a Party already: too late", "l'État est déjà partie : trop tard"))


@law.fact("124", ("it concerns only article 8 crimes", "elle ne vise que les crimes de l'article 8"), needs=("crimes",))
def only_war_crimes(v: View) -> Any:
    crimes = v.given.get("crimes")
    return None if crimes is None else all(map(_within_article_8, crimes))


seven_years = law.measure("seven_years", "124", ("for seven years at most", "pour sept ans au plus"), lambda v: v.given.get("years"), "<=", 7, needs=("years",))


def _live_opt_out(v: View) -> Entry | bool | None:
    file = state_file(v)
    if file is None:
        return None
    return next((d.entry for d in file.declarations if d.basis == "124" and d.withdrawn is None and d.entry), False)


@law.fact("124", ("a declaration of the State stands", "une déclaration de l'État est en vigueur"), needs=("state",), cured_by=("declare_opt_out",))
def opt_out_stands(v: View) -> Any:
    return _live_opt_out(v)


def _deposits(v: View) -> int:
    return sum(1 for f in v.posture.states.values() if f.deposits)


sixty_instruments = law.measure("sixty_instruments", "126(1)", ("sixty instruments are deposited", "soixante instruments sont déposés"), _deposits, ">=", 60,
                                cured_by=("deposit_instrument",))


def _named(v: View, announced: bool) -> Any:
    entry = v.posture.announced.get(v.given.get("state", ""))
    return entry or False if announced else (no(entry) if entry else True)


@law.fact("126(1)", ("the entry into force was announced", "l'entrée en vigueur a été annoncée"), cured_by=("announce_entry_into_force",))
def announced(v: View) -> Any:
    return _named(v, True)


@law.fact("126(2)", ("the State joined after the sixtieth instrument", "l'État a adhéré après le soixantième instrument"), needs=("state",))
def joined_after_sixtieth(v: View) -> Any:
    file = state_file(v)
    if file is None or not file.deposits:
        return False
    last, sixtieth = file.deposits[-1], sixtieth_deposit(v.posture)
    if sixtieth is not None:
        return last if last.done_on > sixtieth.done_on else no(last)
    return last if joined_on(v.posture, last) > statute_in_force(v.posture) else no(last)


@law.fact("126(2)", ("the entry into force for the State was announced", "l'entrée en vigueur pour l'État a été annoncée"),
          cured_by=("announce_entry_into_force",))
def announced_for_state(v: View) -> Any:
    return _named(v, True)


@law.fact("126(1)", ("the announcement concerns the Statute as a whole", "l'annonce porte sur le Statut dans son ensemble"), needs=("state",))
def statute_as_a_whole(v: View) -> Any:
    return "state" not in v.given


def _each_state(v: View) -> Iterable[Mapping[str, Any]]:
    return [{"state": s} for s, f in v.posture.states.items() if f.deposits]


def _in_force_for(v: View) -> date:
    return joined_on(v.posture, v.posture.states[v.given["state"]].deposits[-1])


law.power("125(2)", open_register, "registry", ~register_open)
law.power("125(1)", sign, "state", all_of(register_open, not_signed, place_open, place_not_closed))
law.power("125(2)", deposit, "state", all_of(register_open, any_of(has_signed, accession), with_depositary, not_joined))
law.prohibition("120", deposit, reservation)
law.power("124", opt_out, "state", all_of(instrument_deposited, on_becoming_party, only_war_crimes, seven_years))
law.power("124", opt_in, "state", opt_out_stands)
law.duty("126(1)", announce, "depositary", all_of(statute_as_a_whole, sixty_instruments), announced, due=lambda v: statute_in_force(v.posture))
law.duty("126(2)", announce, "depositary", joined_after_sixtieth, announced_for_state, each=_each_state, due=_in_force_for)
