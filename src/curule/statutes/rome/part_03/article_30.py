"""Articles 30 to 33 of the Rome Statute: mental element, grounds excluding responsibility, mistake, superior orders."""

from __future__ import annotations

from curule.law.chapter import Chapter
from curule.law.rules import Class

law = Chapter("rome", __name__)

CLAUSES = {
    "30(1)": ("Intent and knowledge", "Intention et connaissance", "Both, unless otherwise provided.", "Les deux, sauf disposition contraire."),
    "30(2)": ("Intent", "Intention", "Tested by conduct or by consequence.", "Appréciée selon le comportement ou la conséquence."),
    "30(2)(a)": ("As to conduct", "Quant au comportement", "The conduct was meant.", "Le comportement était voulu."),
    "30(2)(b)": ("As to consequence", "Quant à la conséquence", "Meant, or known to follow.", "Voulue, ou sue inévitable."),
    "30(3)": ("Knowledge", "Connaissance", "Awareness of a circumstance or of what will follow.", "Conscience d'une circonstance ou de ce qui suivra."),
    "31(1)": ("Grounds", "Motifs", "Four grounds, beside others.", "Quatre motifs, parmi d'autres."),
    "31(1)(a)": ("Mental disease", "Maladie mentale", "Capacity destroyed.", "Faculté abolie."),
    "31(1)(b)": ("Intoxication", "Intoxication", "Capacity destroyed, unless brought on knowingly.", "Faculté abolie, sauf intoxication volontaire en connaissance."),
    "31(1)(c)": ("Defence", "Légitime défense", "Reasonable, proportionate, against imminent unlawful force.", "Raisonnable, proportionnée, contre une force imminente et illicite."),
    "31(1)(d)": ("Duress", "Contrainte", "Grave threat; necessary, reasonable, no greater harm meant.", "Menace grave ; nécessaire, raisonnable, sans mal plus grand voulu."),
    "31(1)(d)(i)": ("From persons", "Par des personnes", "The threat comes from people.", "La menace vient de personnes."),
    "31(1)(d)(ii)": ("From circumstances", "Par les circonstances", "It comes from circumstances beyond control.", "Elle vient de circonstances indépendantes."),
    "31(2)": ("The Court decides", "La Cour décide", "Each ground raised is decided.", "Chaque motif invoqué est tranché."),
    "31(3)": ("Other grounds", "Autres motifs", "From the law of article 21, at trial.", "Tirés du droit de l'article 21, au procès."),
    "32(1)": ("Mistake of fact", "Erreur de fait", "Only if it removes the mental element.", "Seulement si elle fait disparaître l'élément psychologique."),
    "32(2)": ("Mistake of law", "Erreur de droit", "Never about criminality; else as for facts, or article 33.", "Jamais sur le caractère criminel ; sinon comme en fait, ou article 33."),
    "33(1)": ("Superior orders", "Ordres supérieurs", "No relief unless three conditions hold.", "Pas d'exonération hors de trois conditions."),
    "33(1)(a)": ("Duty to obey", "Devoir d'obéir", "Legally bound to obey.", "Tenu d'obéir en droit."),
    "33(1)(b)": ("Unlawfulness unknown", "Illégalité ignorée", "Did not know it was unlawful.", "Ignorait l'illégalité."),
    "33(1)(c)": ("Not manifestly unlawful", "Pas manifestement illégal", "The order was not plainly unlawful.", "L'ordre n'était pas manifestement illégal."),
    "33(2)": ("Always manifest", "Toujours manifeste", "For genocide and crimes against humanity.", "Pour le génocide et les crimes contre l'humanité."),
}
for _code, (_en, _fr, _says, _dit) in CLAUSES.items():
    law.clause(_code, Class.RULE, (_en, _fr), (_says, _dit))
