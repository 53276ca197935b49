"""Article 65 of the Rome Statute: an admission of guilt, its examination and what follows."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

law.clause("65(1)(c)(i)", Class.DEFINITION, ("Source: admitted charges", "Source : charges admises"),
           ("Charges that the accused admits.", "Les charges admises par l'accusé."), carried_by=("determine_admission: sources",))
law.clause("65(1)(c)(ii)", Class.DEFINITION, ("Source: accepted material", "Source : pièces acceptées"),
           ("Material of the Prosecutor that the accused accepts.", "Pièces du Procureur que l'accusé accepte."),
           carried_by=("determine_admission: sources",))
law.clause("65(1)(c)(iii)", Class.DEFINITION, ("Source: other evidence", "Source : autres preuves"),
           ("Evidence of either side, such as testimony.", "Preuves de l'une ou l'autre partie, telles que des témoignages."),
           carried_by=("determine_admission: sources",))
law.clause("65(5)", Class.NOT_EXECUTABLE, ("No bargain binds the Court", "Aucun accord ne lie la Cour"),
           ("Talks between the parties on charges, admission or penalty do not bind the Court.", "Les discussions entre parties sur les charges, l'aveu ou la peine ne lient pas la Cour."),
           reason=("Nothing in the law of the Court reads an agreement of the parties, so none can bind it.", "Aucune règle ne lit un accord des parties : aucun ne peut donc lier la Cour."))
for provision, title, summary in (
    ("65(1)", ("Examination of the admission", "Examen de l'aveu"),
     ("Three questions are decided, all of them.", "Trois questions sont tranchées, toutes.")),
    ("65(1)(a)", ("Understood", "Compris"), ("The accused grasps the nature and consequences.", "L'accusé en comprend la nature et les conséquences.")),
    ("65(1)(b)", ("Voluntary", "Volontaire"),
     ("Freely made after enough consultation with counsel.", "Fait librement après consultation suffisante du conseil.")),
    ("65(1)(c)", ("Supported by the facts", "Étayé par les faits"), ("The facts of the case bear it out.", "Les faits de la cause le confirment.")),
    ("65(2)", ("Admission accepted", "Aveu accepté"),
     ("It proves the crime to which it relates; conviction of that crime may follow.", "Il établit le crime auquel il se rapporte ; une condamnation pour ce crime peut suivre.")),
    ("65(3)", ("Admission not accepted", "Aveu non accepté"),
     ("It counts as not made; the ordinary trial continues, perhaps before another Chamber.", "Il est réputé non avenu ; le procès ordinaire se poursuit, éventuellement devant une autre Chambre.")),
    ("65(4)", ("Fuller presentation of the facts", "Présentation plus complète des faits"),
     ("In the interests of justice, above all of victims, one of two measures.", "Dans l'intérêt de la justice, des victimes surtout, l'une de deux mesures.")),
    ("65(4)(a)", ("More evidence from the Prosecutor", "Preuves complémentaires du Procureur"),
     ("The Chamber asks for it, testimony included.", "La Chambre en demande, témoignages compris.")),
    ("65(4)(b)", ("Ordinary trial", "Procès ordinaire"), ("The admission then counts as not made.", "L'aveu est alors réputé non avenu.")),
):
    law.clause(provision, Class.RULE, title, summary)
