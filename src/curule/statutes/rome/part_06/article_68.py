"""Article 68 of the Rome Statute: protection of victims and witnesses, participation of victims."""

from __future__ import annotations

from typing import Any

from curule.law.chapter import Chapter
from curule.law.conditions import all_of
from curule.law.particulars import Particular
from curule.law.rules import Class
from curule.law.view import View
from curule.statutes.rome.part_05.article_61_decision import trial_chamber
from curule.statutes.rome.part_05.facts import not_begun, on_record
from curule.statutes.rome.part_06.article_69 import WITNESS, testify
from curule.statutes.rome.part_06.facts import TC, item_particular, trial_of

law = Chapter("rome", __name__)

CONFIDENTIAL = ("organ:prosecutor", "bench", "organ:registry", "organ:victims_witnesses_unit")

protect = law.act("order_protective_measures", "case", ("Order protective measures", "Ordonner des mesures de protection"), ("{witness} is protected by {measures}", "{witness} est protégé(e) par {measures}"),
                  [WITNESS, Particular("measures", "text", "measures", "mesures")], lambda draft, entry: draft.trial.protected.__setitem__(entry.particulars["witness"], entry), audience=CONFIDENTIAL, group="protection")
vulnerable = law.act("record_vulnerable_witness", "case", ("Record a victim of sexual violence or a child witness", "Inscrire une victime de violences sexuelles ou un enfant témoin"),
                     ("{witness} is to testify with measures unless the Chamber orders otherwise", "{witness} doit déposer avec des mesures, sauf décision contraire de la Chambre"), [WITNESS],
                     lambda draft, entry: draft.trial.unprotected.__setitem__(entry.particulars["witness"], entry), audience=CONFIDENTIAL, group="protection")
permit = law.act("permit_views_of_victims", "case", ("Permit victims to present views and concerns", "Autoriser les victimes à exposer leurs vues et préoccupations"), ("Victims may present their views: {step}", "Les victimes peuvent exposer leurs vues : {step}"),
                 [Particular("step", "text", "stage", "stade")], lambda draft, entry: draft.trial.views_permitted.append(entry), group="protection")
present = law.act("present_views_of_victims", "case", ("Present views and concerns", "Exposer des vues et préoccupations"), ("Victims presented their views", "Des victimes ont exposé leurs vues"), [],
                  lambda draft, entry: draft.trial.views.append(entry), group="protection")
advise = law.act("advise_on_protection", "case", ("Advise on protection", "Donner un avis sur la protection"), ("The Unit advised on protection: {advice}", "La Division a donné un avis sur la protection : {advice}"),
                 [Particular("advice", "long_text", "advice", "avis")], audience=CONFIDENTIAL, group="protection")
withhold = law.act("withhold_evidence_with_summary", "case", ("Withhold evidence and give a summary", "Retenir une preuve et en donner un résumé"), ("A summary was given instead of item {item}", "Un résumé a été donné au lieu de la pièce {item}"),
                   [item_particular(), Particular("summary", "long_text", "summary", "résumé")], audience=("organ:prosecutor", "bench"), group="protection")
apply_ = law.act("apply_for_protection_of_agents", "case", ("Apply for protection of agents or information", "Demander la protection d'agents ou de renseignements"), ("{state} applied for protective measures", "{state} a demandé des mesures de protection"),
                 [Particular("state", "state", "State", "État"), Particular("subject", "text", "agents or information", "agents ou renseignements")], audience=("bench", "organ:registry", "organ:prosecutor"), group="protection")

fair = law.finding("measure_fair", "68(1)", ("the measure neither prejudices the accused nor the fairness of the trial", "la mesure ne nuit ni aux droits de l'accusé ni à l'équité du procès"), TC,
                   ("weighing age, gender, health and the nature of the crime", "compte tenu de l'âge, du sexe, de la santé et de la nature du crime"), lasting=False)
interest = law.finding("personal_interest", "68(3)", ("the personal interests of the victims are affected", "les intérêts personnels des victimes sont concernés"), TC, ("their own interests, not those of all", "leurs intérêts propres"), lasting=False)
suitable = law.finding("stage_appropriate", "68(3)", ("the stage is appropriate", "le stade est approprié"), TC, ("for hearing victims", "pour entendre des victimes"), lasting=False)
harmless = law.finding("views_without_prejudice", "68(3)", ("the rights of the accused and a fair trial are not prejudiced", "les droits de l'accusé et l'équité du procès sont saufs"), TC, ("manner and moment", "modalités et moment"), lasting=False)
grave = law.finding("grave_endangerment", "68(5)", ("disclosure may gravely endanger a witness or family", "la divulgation peut mettre gravement en danger un témoin ou sa famille"), "prosecutor", ("a grave danger to security", "un danger grave pour la sécurité"), lasting=False)


@law.fact("68(2)", ("the witness testifies with measures as a rule", "le témoin dépose en principe avec des mesures"), needs=("witness",), says_not=("no measures are the rule for this witness", "aucune mesure n'est de principe pour ce témoin"))
def measures_by_default(v: View) -> Any:
    return trial_of(v).unprotected.get(v.given.get("witness", ""), False)


@law.fact("68(2)", ("measures for the witness are ordered", "des mesures sont ordonnées pour le témoin"), needs=("witness",), says_not=("no measures are ordered for the witness", "aucune mesure n'est ordonnée pour le témoin"), cured_by=(protect,))
def measures_ordered(v: View) -> Any:
    return trial_of(v).protected.get(v.given.get("witness", ""), False)


law.reading("views_before_open_testimony", "68(2)", ("Whose views does the Court have regard to before it sets the measures aside? English: of the victim or witness; Chinese: of the victim and the witness.",
                                                     "De qui la Cour recueille-t-elle les vues avant d'écarter les mesures ? Anglais : de la victime ou du témoin ; chinois : de la victime et du témoin."), {
    "english": ("of either", "de l'un ou de l'autre"), "chinese": ("of both", "des deux")})


@law.fact("68(2)", ("the views that count were heard", "les vues requises ont été recueillies"), needs=("views_of",), says_not=("the views that count were not heard", "les vues requises n'ont pas été recueillies"))
def views_heard(v: View) -> Any:
    heard = set(v.given.get("views_of", ()))
    return heard >= {"victim", "witness"} if v.reading("views_before_open_testimony") == "chinese" else bool(heard)


otherwise = law.finding("otherwise_ordered", "68(2)", ("the Chamber orders otherwise", "la Chambre en décide autrement"), TC, ("all circumstances, above all the witness's views", "toutes circonstances, surtout les vues du témoin"), subject="witness")
views_permitted = on_record(law, "views_permitted", "68(3)", ("the Chamber permits victims to be heard", "la Chambre autorise les victimes à s'exprimer"), ("the Chamber has not permitted victims to be heard", "la Chambre n'a pas autorisé les victimes à s'exprimer"),
                            lambda v: trial_of(v).views_permitted[-1] if trial_of(v).views_permitted else None, cured_by=(permit,))

law.power("64(6)(e)", protect, TC, trial_chamber)
law.prohibition("68(1)", protect, ~fair)
law.power("68(2)", vulnerable, ("victims_witnesses_unit", "prosecutor", "registry"))
law.prohibition("68(2)", testify, all_of(measures_by_default, ~measures_ordered, ~all_of(otherwise, views_heard)), name="default")
law.power("68(3)", permit, TC, all_of(interest, suitable, harmless))
law.power("68(3)", present, "victims", views_permitted)
law.power("68(4)", advise, "victims_witnesses_unit")
law.power("68(5)", withhold, "prosecutor", all_of(grave, not_begun))
law.power("68(6)", apply_, ("state_party", "state"))

for provision, title, summary in (
    ("68(1)", ("Protective measures", "Mesures de protection"),
     ("Measures for safety, dignity and privacy, weighing age, gender, health and the crime, never at the cost of a fair trial.", "Mesures pour la sécurité, la dignité et la vie privée, selon l'âge, le sexe, la santé et le crime, sans nuire au procès équitable.")),
    ("68(2)", ("In camera or special means", "Huis clos ou moyens spéciaux"),
     ("The rule for victims of sexual violence and for children, unless the Court orders otherwise.", "La règle pour les victimes de violences sexuelles et les enfants, sauf décision contraire de la Cour.")),
    ("68(3)", ("Views of victims", "Vues des victimes"),
     ("Heard where their personal interests are affected, at a suitable stage, without harm to the accused.", "Entendues si leurs intérêts personnels sont concernés, à un stade approprié, sans préjudice pour l'accusé.")),
    ("68(4)", ("Advice of the Unit", "Avis de la Division"),
     ("The Victims and Witnesses Unit may advise Prosecutor and Court.", "La Division d'aide aux victimes et aux témoins peut conseiller le Procureur et la Cour.")),
    ("68(5)", ("Summary instead of evidence", "Résumé au lieu des preuves"),
     ("Before the trial, where disclosure would gravely endanger a witness or family.", "Avant le procès, si la divulgation met gravement en danger un témoin ou sa famille.")),
    ("68(6)", ("State's request for protection", "Demande de protection d'un État"),
     ("For its servants or agents, or for confidential information.", "Pour ses fonctionnaires ou agents, ou pour des renseignements confidentiels.")),
):
    law.clause(provision, Class.RULE, title, summary)
