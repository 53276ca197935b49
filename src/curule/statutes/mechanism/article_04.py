"""Article 4 of the Statute of the Mechanism: Chambers, Prosecutor, Registry."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.mechanism.article_14 import office as prosecutor
from curule.statutes.mechanism.matters.institution import Institution
from curule.statutes.mechanism.matters.roll_particulars import BRANCHES

law = Chapter("irmct", __name__)

law.clause("4", Class.RULE, ("Three organs", "Trois organes"), ("Chambers, Prosecutor, Registry; every unit belongs to one of them.", "Chambres, Procureur, Greffe ; chaque unité relève de l'un d'eux."))
law.clause("4(a)", Class.RULE, ("Chambers", "Chambres"), ("A Trial Chamber for each branch, one Appeals Chamber for both.", "Une Chambre de première instance par division, une Chambre d'appel commune."))
law.clause("4(b)", Class.RULE, ("One Prosecutor", "Un seul Procureur"), ("One Prosecutor serves both branches.", "Un seul Procureur sert les deux divisions."))
law.clause("4(c)", Class.RULE, ("One Registry", "Un seul Greffe"), ("One Registry serves both branches, Chambers and Prosecutor.", "Un seul Greffe sert les deux divisions, les Chambres et le Procureur."))


def _unit(draft: Institution, entry: Entry) -> None:
    draft.units[entry.particulars["unit"]] = entry


def _chamber(draft: Institution, entry: Entry) -> None:
    draft.units[f"{entry.particulars['level']}:{entry.particulars['serves']}"] = entry


serves = Particular("serves", "choice", "serves", "au service de", choices=(*BRANCHES, Choice("both", "both branches", "deux divisions")))
create_unit = law.act("create_unit", "institution", ("Create a unit", "Créer une unité"), ("Unit {unit} was created ({organ})", "L'unité {unit} a été créée ({organ})"), [
    Particular("unit", "text", "unit", "unité"),
    Particular("organ", "choice", "organ", "organe", choices=(Choice("chambers", "Chambers", "Chambres"), Choice("prosecutor", "Prosecutor", "Procureur"),
                                                              Choice("registry", "Registry", "Greffe"), Choice("none", "none of them", "aucun d'eux")))], _unit)
establish_chamber = law.act("establish_chamber", "institution", ("Establish a Chamber", "Établir une Chambre"), ("The {level} was established ({serves})", "La {level} a été établie ({serves})"), [
    Particular("level", "choice", "Chamber", "Chambre", choices=(Choice("trial", "Trial Chamber", "Chambre de première instance"), Choice("appeals", "Appeals Chamber", "Chambre d'appel"))),
    serves], _chamber)
open_series = law.act("open_document_series", "institution", ("Open a series of documents", "Ouvrir une série de documents"), ("Series {series} was opened ({serves})", "La série {series} a été ouverte ({serves})"),
                      [Particular("series", "text", "series", "série"), serves], lambda draft, entry: draft.documents.append(entry))


@law.fact("4", ("the unit belongs to one of the three organs", "l'unité relève de l'un des trois organes"), needs=("organ",))
def belongs_to_organ(v: View) -> Any:
    organ = v.given.get("organ")
    return None if organ is None else organ != "none"


@law.fact("4(a)", ("it is a Trial Chamber", "il s'agit d'une Chambre de première instance"), needs=("level",))
def trial_level(v: View) -> Any:
    level = v.given.get("level")
    return None if level is None else level == "trial"


@law.fact("4(c)", ("it serves both branches", "les deux divisions en bénéficient"), needs=("serves",))
def serves_both(v: View) -> Any:
    code = v.given.get("serves")
    return None if code is None else code == "both"


@law.fact("4(a)", ("that Chamber exists already", "cette Chambre existe déjà"), needs=("level", "serves"))
def chamber_exists(v: View) -> Any:
    level, code = v.given.get("level"), v.given.get("serves")
    return None if level is None or code is None else v.posture.units.get(f"{level}:{code}") or False


law.power("4", create_unit, "registrar", belongs_to_organ)
law.power("4(a)", establish_chamber, ("president", "mechanism"), all_of(any_of(all_of(trial_level, ~serves_both), all_of(~trial_level, serves_both)), ~chamber_exists))
law.prohibition("4(b)", prosecutor.appoint, prosecutor.no_other)
law.power("4(c)", open_series, "registry", serves_both)
