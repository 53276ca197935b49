"""Article 68 of the Rome Statute: protection of victims and witnesses, participation of victims."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

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
