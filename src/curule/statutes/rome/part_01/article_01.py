"""Articles 1 to 4 of the Rome Statute: the Court, its agreements with the United Nations and the host State, seat, status and powers."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of, any_of
from curule.law.particulars import Choice, Particular
from curule.law.record import Entry
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.matters.court import Court
from curule.statutes.rome.part_02.charge_facts import chosen
from curule.statutes.rome.part_13.party_facts import party_leaf, state_particular

law = Chapter("rome", __name__)

law.clause("preamble", Class.NOT_EXECUTABLE, ("Aims", "Buts"),
           ("Why the treaty: victims without number, no impunity, each State's own duty to prosecute, a court that complements.",
            "Les raisons du traité : d'innombrables victimes, pas d'impunité, le devoir propre de chaque État, une cour complémentaire."),
           reason=("Recitals state aims and ask nothing of anyone; complementarity is carried by articles 17 to 20.",
                   "Les considérants énoncent des buts et n'exigent rien de personne ; la complémentarité relève des articles 17 à 20."))
law.clause("1", Class.DEFINITION, ("The Court", "La Cour"),
           ("A standing court over persons for the gravest crimes, complementary to national courts; what it does rests on the Statute.",
            "Une cour permanente jugeant les personnes pour les crimes les plus graves, en complément des États ; ses actes se fondent sur le Statut."),
           carried_by=("NO_SUCH_POWER", "complementarity: article 17"))
law.clause("2", Class.RULE, ("Agreement with the United Nations", "Accord avec les Nations Unies"),
           ("Approved by the Assembly, then concluded by the President.", "Approuvé par l'Assemblée, puis conclu par le Président."))
law.clause("3(1)", Class.DATA, ("Seat", "Siège"), ("The Hague, Netherlands.", "La Haye, Pays-Bas."), carried_by=("duty_stations.toml", "Case.duty_station"))
law.clause("3(2)", Class.RULE, ("Headquarters agreement", "Accord de siège"),
           ("Approved by the Assembly, then concluded by the President.", "Approuvé par l'Assemblée, puis conclu par le Président."))
law.clause("3(3)", Class.RULE, ("Sitting elsewhere", "Siéger ailleurs"), ("The Court may sit away from The Hague where it decides so.", "La Cour peut siéger hors de La Haye si elle le décide."))
law.clause("4(1)", Class.NOT_EXECUTABLE, ("Legal personality", "Personnalité juridique"),
           ("An international legal person with the capacity its functions need.", "Personne juridique internationale dotée de la capacité que ses fonctions exigent."),
           reason=("It states a legal quality of the Court and asks nothing of anyone.", "La disposition énonce une qualité de la Cour et n'exige rien de personne."))
law.clause("4(2)", Class.RULE, ("Acting on territory", "Action sur un territoire"),
           ("On the territory of any Party; elsewhere by special agreement.", "Sur le territoire de tout État Partie ; ailleurs, par convention spéciale."))


def _keep(field: str, name: str) -> Any:
    def effect(draft: Court, entry: Entry) -> None:
        getattr(draft.foundation, field)[entry.particulars[name]] = entry

    return effect


AGREEMENT = Particular("agreement", "choice", "agreement", "accord", choices=[
    Choice("un", "with the United Nations", "avec l'Organisation des Nations Unies"), Choice("host", "with the host State", "avec l'État hôte")])
PLACE = Particular("place", "text", "place", "lieu")

approve = law.act("approve_institutional_agreement", "court", ("Approve an agreement", "Approuver un accord"), ("The Assembly approved the agreement: {agreement}", "L'Assemblée a approuvé l'accord : {agreement}"),
                  [AGREEMENT], _keep("approved", "agreement"))
conclude = law.act("conclude_institutional_agreement", "court", ("Conclude an agreement", "Conclure un accord"), ("The President concluded the agreement: {agreement}", "Le Président a conclu l'accord : {agreement}"),
                   [AGREEMENT], _keep("concluded", "agreement"))
decide_place = law.act("decide_to_sit_elsewhere", "court", ("Decide to sit elsewhere", "Décider de siéger ailleurs"), ("The Court decided that it may sit at {place}", "La Cour a décidé de pouvoir siéger à {place}"),
                       [PLACE], _keep("places", "place"))
arrange = law.act("arrange_hearings_elsewhere", "court", ("Arrange hearings away from the seat", "Organiser des audiences hors du siège"), ("Hearings were arranged at {place}", "Des audiences ont été organisées à {place}"), [PLACE])
agree = law.act("record_special_agreement", "court", ("Record a special agreement with a State", "Inscrire une convention spéciale avec un État"), ("{state} made a special agreement with the Court", "{state} a conclu une convention spéciale avec la Cour"),
                [state_particular()], _keep("special", "state"))
mission = law.act("plan_mission", "court", ("Plan a mission on a State's territory", "Prévoir une mission sur le territoire d'un État"), ("A mission to {state} was planned", "Une mission en {state} a été prévue"), [state_particular()],
                  audience=("organ:registry", "organ:prosecutor"))


def _on_file(id: str, provision: str, field: str, name: str, en: str, fr: str, cured_by: str, fixed: str = "") -> Any:
    def test(v: View) -> Any:
        return None if name not in v.given else getattr(v.posture.foundation, field).get(fixed or v.given[name], False)

    test.__name__ = id
    return law.fact(provision, (en, fr), needs=(name,), cured_by=(cured_by,))(test)


for _code, _provision, _en, _fr in (("un", "2", "the United Nations", "l'Organisation des Nations Unies"), ("host", "3(2)", "the host State", "l'État hôte")):
    law.power(_provision, conclude, "president", all_of(
        chosen(law, f"agreement_with_{_code}", _provision, (f"the agreement is with {_en}", f"l'accord est conclu avec {_fr}"), "agreement", _code),
        _on_file(f"approved_for_{_code}", _provision, "approved", "agreement", "the Assembly approved it", "l'Assemblée l'a approuvé", "approve_institutional_agreement", _code),
        ~_on_file(f"concluded_with_{_code}", _provision, "concluded", "agreement", "it was concluded", "il a été conclu", "conclude_institutional_agreement", _code)))
desirable = law.finding("sitting_elsewhere_desirable", "3(3)", ("it is desirable to sit there", "il est souhaitable d'y siéger"), ("presidency", "judges"), ("desirable", "souhaitable"), lasting=False)
place_decided = _on_file("place_decided", "3(3)", "places", "place", "the Court decided to sit there", "la Cour a décidé d'y siéger", "decide_to_sit_elsewhere")
on_party = party_leaf(law, "territory_of_party", "4(2)", ("the State is a Party", "l'État est partie"), ("the State is not a Party", "l'État n'est pas partie"))
by_agreement = _on_file("special_agreement", "4(2)", "special", "state", "a special agreement is on file", "une convention spéciale est au dossier", "record_special_agreement")

law.power("2", approve, "assembly")
law.power("3(3)", decide_place, ("presidency", "judges"), desirable)
law.power("3(3)", arrange, ("registry", "registrar"), place_decided)
law.power("4(2)", agree, ("registry", "registrar"), ~on_party)
law.power("4(2)", mission, ("registry", "prosecutor"), any_of(on_party, by_agreement))
