"""The words in which an import speaks to people, in English and French."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "fr")

PHRASES: dict[str, tuple[str, str]] = {
    # Why a text stays unaligned.
    "before_operative": (
        "comes before the first operative paragraph; the table of provisions has no such text",
        "précède le premier paragraphe du dispositif ; la table des dispositions ne contient pas ce texte",
    ),
    "no_preamble": (
        "is a preamble; the table of provisions has none",
        "est un préambule ; la table des dispositions n'en contient pas",
    ),
    "no_article": (
        "the table of provisions has no article {number} at this place",
        "la table des dispositions ne contient pas d'article {number} à cet endroit",
    ),
    "heading_end": (
        "nothing shows where the heading ends and the text begins",
        "rien n'indique où finit l'intitulé et où commence le texte",
    ),
    "no_number": (
        "the table of provisions has no number {number} at this place",
        "la table des dispositions ne contient pas de numéro {number} à cet endroit",
    ),
    "next_missing": (
        "the number that should follow {provision} was not found; the text may be that of several provisions",
        "le numéro qui devrait suivre {provision} est introuvable ; le texte peut être celui de plusieurs dispositions",
    ),
    "sentences": (
        "holds {found} sentences of {provisions}; the layout expects {expected}",
        "contient {found} phrases de {provisions} ; la mise en page en attend {expected}",
    ),
    "ambiguous": (
        "the number {number} may stand for more than one provision",
        "le numéro {number} peut désigner plusieurs dispositions",
    ),
    "above_missing": (
        "the number of {provision}, to which {number} would belong, was not found",
        "le numéro de {provision}, dont relèverait {number}, est introuvable",
    ),
    "not_listed": (
        "the table of provisions has no text of its own at {provision}",
        "la table des dispositions ne contient pas de texte propre à {provision}",
    ),
    "follows_unplaced": (
        "follows a text whose own place cannot be told",
        "suit un texte dont la place est elle-même inconnue",
    ),
    "may_be": (
        "may be the text of {provision}, whose number was not found",
        "peut être le texte de {provision}, dont le numéro est introuvable",
    ),
    "closing": (
        "nothing shows whether it belongs to {provision} or closes the list that ends there",
        "rien n'indique s'il relève de {provision} ou s'il clôt l'énumération qui s'achève là",
    ),
    "before_first_number": (
        "stands before the first number of the article; the table of provisions has no such text",
        "précède le premier numéro de l'article ; la table des dispositions ne contient pas ce texte",
    ),
    "beside": (
        "would be counted as {provision}, but stands beside {others} of the other language",
        "serait compté comme {provision}, mais se trouve à côté de {others} dans l'autre langue",
    ),
    "outside_articles": (
        "stands in no article",
        "ne se trouve dans aucun article",
    ),
    "columns": (
        "is a table of two columns; the file does not show where its rows end",
        "est un tableau à deux colonnes ; le fichier n'indique pas où finissent ses lignes",
    ),
    "outside_paragraphs": (
        "stands in no paragraph and no table; paragraph {number} was expected next",
        "ne se trouve dans aucun paragraphe ni tableau ; le paragraphe {number} était attendu",
    ),
    "items": (
        "the items of {provision} do not agree with the table of provisions",
        "les alinéas de {provision} ne concordent pas avec la table des dispositions",
    ),
    "no_provision": (
        "the table of provisions has no {provision}",
        "la table des dispositions ne contient pas {provision}",
    ),
    # What a stretch is that carries no provision.
    "title": (
        "title",
        "titre",
    ),
    "note": (
        "note of the publisher",
        "note de l'éditeur",
    ),
    "contents": (
        "table of contents",
        "table des matières",
    ),
    "part": (
        "heading of a part",
        "intitulé d'une partie",
    ),
    "preamble": (
        "heading of the preamble",
        "intitulé du préambule",
    ),
    "formula": (
        "closing formula",
        "formule finale",
    ),
    "bare_article": (
        "number of an article without heading",
        "numéro d'un article sans intitulé",
    ),
    "section": (
        "heading of a section",
        "intitulé d'une section",
    ),
    "address": (
        "address of a document",
        "adresse d'un document",
    ),
    "page": (
        "page line",
        "ligne de page",
    ),
    # What has been lost from a text.
    "lost_date": (
        "a date has lost its characters for year and month: {printed}",
        "une date a perdu ses caractères d'année et de mois : {printed}",
    ),
    "cut_figure": (
        "a figure is cut by a space: {printed}",
        "un nombre est coupé par une espace : {printed}",
    ),
    "empty_brackets": (
        "brackets have lost what stood in them: {printed}",
        "des parenthèses ont perdu leur contenu : {printed}",
    ),
    "lost_character": (
        "a character was lost when the file was made: {printed}",
        "un caractère a été perdu à la création du fichier : {printed}",
    ),
    "no_space": (
        "a space is missing: {printed}",
        "une espace manque : {printed}",
    ),
    # The report.
    "heading_line": (
        "{file}: {instrument}, {characters} characters, encoding {encoding}, SHA-256 {sha256}",
        "{file} : {instrument}, {characters} caractères, encodage {encoding}, SHA-256 {sha256}",
    ),
    "en": (
        "English",
        "anglais",
    ),
    "zh": (
        "Chinese",
        "chinois",
    ),
    "language_line": (
        "{language}: {found} units found, {aligned} aligned, {unaligned} unaligned ({headings} headings among them)",
        "{language} : {found} unités trouvées, {aligned} alignées, {unaligned} non alignées (dont {headings} intitulés)",
    ),
    "provisions_line": (
        "{language}: text for {covered} of {total} provisions",
        "{language} : texte pour {covered} dispositions sur {total}",
    ),
    "missing_line": (
        "{language}: no text for {provisions}",
        "{language} : aucun texte pour {provisions}",
    ),
    "unaligned_line": (
        "line {line}, column {column}, {language}: “{beginning}” — {reason}",
        "ligne {line}, colonne {column}, {language} : « {beginning} » — {reason}",
    ),
    "damage_line": (
        "line {line}, {provision}: {what}",
        "ligne {line}, {provision} : {what}",
    ),
    "oddity_line": (
        "line {line}: {codepoint} {name}, {count} in all; kept as it is",
        "ligne {line} : {codepoint} {name}, {count} au total ; conservé tel quel",
    ),
    "conserved": (
        "every character of the file is accounted for once: {units} in units, {furniture} in titles and other frame",
        "chaque caractère du fichier est compté une fois : {units} dans des unités, {furniture} dans des titres et autres éléments",
    ),
    "not_conserved": (
        "{lost} characters of the file are in no unit and {doubled} in more than one; do not rely on this import",
        "{lost} caractères du fichier ne sont dans aucune unité et {doubled} dans plusieurs ; ne vous fiez pas à cette importation",
    ),
    # Errors.
    "cannot_open": (
        "{name}: cannot be opened ({cause}); check the name and the right to read it",
        "{name} : ouverture impossible ({cause}) ; vérifiez le nom et le droit de lecture",
    ),
    "not_regular": (
        "{name}: is not a regular file; name a text file",
        "{name} : n'est pas un fichier ordinaire ; indiquez un fichier texte",
    ),
    "reading_failed": (
        "{name}: reading failed ({cause}); try again",
        "{name} : la lecture a échoué ({cause}) ; réessayez",
    ),
    "too_large": (
        "{name}: holds at least {size} bytes and the limit is {limit}; no instrument is that long: check that it is the right file",
        "{name} : contient au moins {size} octets et la limite est de {limit} ; aucun instrument n'est si long : vérifiez que c'est le bon fichier",
    ),
    "empty": (
        "{name}: is empty; choose the file with the text of the instrument",
        "{name} : est vide ; choisissez le fichier contenant le texte de l'instrument",
    ),
    "wide": (
        "{name}: is encoded as UTF-16 or UTF-32; save the file as UTF-8 and import it again",
        "{name} : est encodé en UTF-16 ou UTF-32 ; enregistrez le fichier en UTF-8 et importez-le de nouveau",
    ),
    "zero_byte": (
        "{name}: holds a zero byte at position {position}, so it is not plain text; export the document as plain text in UTF-8",
        "{name} : contient un octet nul à la position {position} et n'est donc pas un texte brut ; exportez le document en texte brut UTF-8",
    ),
    "encoding": (
        "{name}: is not UTF-8 (first bad byte at position {position}) and no other encoding fits it with certainty; save the file as UTF-8 and import it again",
        "{name} : n'est pas en UTF-8 (premier octet fautif à la position {position}) et aucun autre "
        "encodage ne convient avec certitude ; enregistrez le fichier en UTF-8 et importez-le de "
        "nouveau",
    ),
    "no_title": (
        "{name}: is not the text of an instrument that can be imported: none of these titles stands in it: {titles}; check that it is the right file",
        "{name} : n'est pas le texte d'un instrument importable : aucun de ces titres n'y figure : {titles} ; vérifiez que c'est le bon fichier",
    ),
    "no_structure": (
        "{name}: names {title} but does not hold its text: only {found} of its articles or paragraphs are there; choose the file with the whole text",
        "{name} : cite {title} mais n'en contient pas le texte : on n'y trouve que {found} de ses "
        "articles ou paragraphes ; choisissez le fichier contenant le texte entier",
    ),
    "nothing_aligned": (
        "{name}: nothing in it agrees with the table of provisions of {instrument}; check that it is the right file",
        "{name} : rien n'y concorde avec la table des dispositions de {instrument} ; vérifiez que c'est le bon fichier",
    ),
    "too_many": (
        "{name}: holds {found} lines and numbers and the limit is {limit}; no instrument has so many: check that it is the right file",
        "{name} : contient {found} lignes et numéros et la limite est de {limit} ; aucun instrument n'en a autant : vérifiez que c'est le bon fichier",
    ),
    "needs_table": (
        "{name}: prints {instrument} without the numbers of its articles, so that a table of provisions is needed to read it; supply one",
        "{name} : imprime {instrument} sans les numéros de ses articles ; il faut une table des dispositions pour le lire : fournissez-la",
    ),
    "other_table": (
        "{name}: is the text of {instrument}, but the table of provisions given is that of {other}; give the right one",
        "{name} : est le texte de {instrument}, mais la table des dispositions fournie est celle de {other} ; fournissez la bonne",
    ),
    "bad_id": (
        "{provision} is not the id of a provision; write one such as rome:61(7)(a)",
        "{provision} n'est pas l'identifiant d'une disposition ; écrivez par exemple rome:61(7)(a)",
    ),
    "mixed_table": (
        "{provision} is not of {instrument}; one table of provisions holds one instrument",
        "{provision} n'est pas de {instrument} ; une table des dispositions porte sur un seul instrument",
    ),
    "bad_fact": (
        "layout fact “{fact}”: write what, provision and figure, such as: sentences irmct:24 2",
        "fait de mise en page « {fact} » : écrivez quoi, disposition et nombre, par exemple : sentences irmct:24 2",
    ),
}


def say(code: str, lang: str = "en", **values: object) -> str:
    """The phrase in English or, for "fr", in French. Raises KeyError for an unknown phrase."""
    return PHRASES[code][1 if lang == "fr" else 0].format(**values)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its values, to be said in either language later."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    def of(self, lang: str = "en") -> str:
        """What it says."""
        return say(self.code, lang, **dict(self.values))

    def __str__(self) -> str:
        return self.of("en")


def phrase(code: str, **values: object) -> Phrase:
    """A phrase of the table with its values. Raises KeyError for an unknown one."""
    if code not in PHRASES:
        raise KeyError(code)
    return Phrase(code, tuple((name, str(value)) for name, value in values.items()))
