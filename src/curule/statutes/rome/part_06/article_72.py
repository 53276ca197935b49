"""Article 72 of the Rome Statute: national security information, in its sequence."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("72(5)(a)", Class.DEFINITION, ("Changed request", "Demande modifiée"),
           ("The request is narrowed or clarified.", "La demande est modifiée ou précisée."), carried_by=("take_security_step: step",))
law.clause("72(5)(c)", Class.DEFINITION, ("Other source or form", "Autre source ou forme"),
           ("Obtained elsewhere or otherwise.", "Obtenu ailleurs ou autrement."), carried_by=("take_security_step: step",))
law.clause("72(5)(d)", Class.DEFINITION, ("Conditions", "Conditions"),
           ("Summaries, redactions, closed hearings and the like.", "Résumés, expurgations, huis clos et autres."),
           carried_by=("take_security_step: step",))
for provision, title, summary in (
    ("72(1)", ("When it applies", "Champ d'application"),
     ("A State considers that disclosure would harm its security, at any stage.", "Un État estime que la divulgation nuirait à sa sécurité, à tout stade.")),
    ("72(2)", ("A person refuses", "Refus d'une personne"),
     ("A person declines on that ground and the State confirms.", "Une personne refuse pour ce motif et l'État confirme.")),
    ("72(3)", ("Other confidentiality", "Autres règles de confidentialité"),
     ("Material under 54(3)(e) and (f) or 73 keeps its own rules.", "Les pièces des articles 54-3-e et f ou 73 gardent leurs règles.")),
    ("72(4)", ("Intervention", "Intervention"),
     ("A State may intervene; nothing is released meanwhile.", "Un État peut intervenir ; rien n'est divulgué entre-temps.")),
    ("72(5)", ("Cooperative steps", "Voie de concertation"),
     ("All reasonable steps are tried first.", "Toutes les mesures raisonnables sont d'abord tentées.")),
    ("72(5)(b)", ("Relevance or other source", "Pertinence ou autre source"), ("The Court decides.", "La Cour décide.")),
    ("72(6)", ("Notice of refusal", "Notification du refus"),
     ("With specific reasons, unless reasons would themselves do harm.", "Motivée précisément, sauf si les motifs nuiraient eux-mêmes.")),
    ("72(7)", ("Measures after deadlock", "Mesures en cas d'impasse"),
     ("If the evidence is relevant and needed for guilt or innocence.", "Si la preuve est pertinente et nécessaire pour établir la culpabilité ou l'innocence.")),
    ("72(7)(a)", ("Request under Part 9", "Demande au titre du chapitre IX"),
     ("Where article 93(4) is invoked, no order to disclose.", "Si l'article 93-4 est invoqué, pas d'ordonnance de divulgation.")),
    ("72(7)(a)(i)", ("Further consultations", "Nouvelles consultations"),
     ("Before any conclusion on breach.", "Avant toute conclusion de manquement.")),
    ("72(7)(a)(ii)", ("Breach and referral", "Manquement et renvoi"), ("With reasons, under article 87(7).", "Motivé, au titre de l'article 87-7.")),
    ("72(7)(a)(iii)", ("Inference", "Déduction"), ("As to a fact, in the trial of the accused.", "Quant à un fait, dans le procès de l'accusé.")),
    ("72(7)(b)", ("All other circumstances", "Autres circonstances"),
     ("Order disclosure or draw inferences.", "Ordonner la divulgation ou tirer des déductions.")),
    ("72(7)(b)(i)", ("Order of disclosure", "Ordonnance de divulgation"), ("Of the information or document.", "Du renseignement ou du document.")),
    ("72(7)(b)(ii)", ("Inference on the rest", "Déduction pour le reste"),
     ("So far as disclosure is not ordered.", "Dans la mesure où la divulgation n'est pas ordonnée.")),
):
    law.clause(provision, Class.RULE, title, summary)
