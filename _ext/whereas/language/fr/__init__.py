"""French."""

from __future__ import annotations

import unicodedata

from whereas.language.fr.drafting import DRAFTING, PLAIN
from whereas.language.fr.frame import PHRASES, SHEETS, STYLE_WORDS
from whereas.language.fr.nouns import forms, plural
from whereas.language.fr.site import SITE
from whereas.language.placeholder_words import PlaceholderWords
from whereas.language.record import (
    NBSP,
    Articles,
    Cases,
    CitedCases,
    Figures,
    Language,
    Months,
    Nouns,
    Numerals,
    Sought,
    WrongArticle,
)
from whereas.language.style_words import Noun

FIGURES = Figures(
    yes_no=("oui", "non"),
    business_day=("jour ouvrable", "jours ouvrables"),
    gap=NBSP,
    first_of_month="er",
)
NUMERALS = Numerals(
    per_cent="pour cent",
    corrections=(  # and the Belgian and Swiss words: deux cent mille, un milliard, quatre-vingts, quatre-vingt-un
        (r"cents(?= (?!\w+illi))", "cent"),
        (r"\bun (\w+illi(?:on|ard))s\b", r"un \1"),
        (r"quatre-vingt et un", "quatre-vingt-un"),
        (r"quatre-vingt(?=$| \w+illi)", "quatre-vingts"),
    ),
    before_feminine=((r"\bun$", "une"),),  # vingt et une heures
    feminine_units=frozenset({"hour", "week"}),
    feminine_currency=r"^(?!rouble$).*e$",  # livre sterling
    takes_of=r"illi(?:ons?|ards?)$",
    ordinal="{}e",
    first="{}er",
    ordinals=((r"premier$", "première"),),
)
ARTICLES = Articles(
    r"(?:les?|la|chacune? des|les deux|tou(?:s|tes) les)\s|l[’']",
    (
        WrongArticle(r"les?|la|une?|du|des|aux?|ce[st]?|cette|quelques?|son|sa|chaque|aucune?|(?:l|d|qu)[’']", "drop"),
        WrongArticle(r"de", "of", r"les?\s"),
        WrongArticle(r"à", "to", r"les?\s"),
    ),
)
SOUGHT = Sought(
    abbreviations="chap env",
    short_words="al",
    doubled="nous vous",
    laws="[Cc]ode [Ll]ois? [Rr]èglement [Dd]irective [Dd]écret RGPD",
    cited=r"[Aa]rticles? [Aa]nnexes? [Pp]aragraphes? [Aa]linéas?",
    cited_of="du de des",
    never_last="le la les du de au aux à par sous dès un une",
    seldom_last="en pour sur",
    cited_with_article=r"(?:l’|l'|les\s|des\s|aux\s)articles?",
    between_numbers="et ou à",
    between_items="et ou",
    definite="le la les l du des au aux ce cet cette ces ledit ladite",
    definition_leads="désigne désignent signifie un une le la les l tout toute tous toutes",
    agreed="convenu conviennent arrêté exposé",
    shorthand="al alinéa article articles art clause lettre no paragraphe par point",
    follows="suivant",
)
PLACEHOLDERS = PlaceholderWords(
    marks=r"TODO",
    phrases=r"à (?:convenir|définir|déterminer|confirmer|compléter|préciser|insérer|renseigner|remplir|négocier|fixer)",
    verbs=r"est|sont|restent?|demeurent?|encore",
    clauses=r"qui|que|si|où",
    leads=r"à|au|ce|dans|en|par|pour|selon|sous|sur",
    asks=r"insérer|renseigner",
    slots=(
        r"indiquer|préciser|compléter|noms?|prénoms?|dates?|jours?|mois|années?|montant|prix|somme|nombre|numéro|n°"
        r"|adresse|lieu|ville|pays|siège|devise|durée|période|délai|pourcentage|taux|titre|fonction|qualité|courriel"
        r"|téléphone|société|parties?|client|prestataire|fournisseur|vendeur|acheteur|acquéreur|bailleur|preneur"
        r"|locataire|prêteur|emprunteur|description|objet|tribunal|facultatif|le cas échéant"
    ),
    units=r"pour cent|jours?|semaines?|mois|ans?|années?|heures?",
    articles=r"(?:le|la|les) |l’",
    signed=r"signé",
    numbered=r"article|chapitre|annexe|titre|partie|section|livre|tome",
)


def _of(name: str) -> str:
    return _contracted("du", "des", name) or (f"d’{name}" if _begins_with_vowel(name) else f"de {name}")


def _to(name: str) -> str:
    return _contracted("au", "aux", name) or f"à {name}"


def _contracted(one: str, many: str, name: str) -> str:
    """A preposition run together with the article of a name; nothing where that has none such."""
    for article, word in (("le ", one), ("les ", many)):
        if name.startswith(article):
            return f"{word} {name.removeprefix(article)}"
    return ""


def _begins_with_vowel(name: str) -> bool:
    """Whether "de" elides before a name (every h counts as mute)."""
    plain = unicodedata.normalize("NFKD", name[:2].replace("œ", "oe").replace("Œ", "Oe")).casefold()
    return plain[:1] in {*"aeiouh"} if plain[:1] != "y" else plain[1:2].isalpha() and plain[1:2] not in "aeiou"


def _article(gender: str, term: str) -> str:
    """The article of a gender: le Client, la Société, l’Acheteur."""
    return "l’" if _begins_with_vowel(term) else "la" if gender == "feminine" else "le"


def _cited(words: str, noun: Noun, many: bool, case: str) -> str:
    """A citation with its article: les articles 2 et 3, du paragraphe 1, à l’article 4."""
    article = "les " if many else {"du": "le ", "de la": "la "}.get(noun.of, "l’")
    if case == "de":
        return _of(article + words)
    return _to(article + words) if case == "a" else article + words


FRENCH = Language(
    code="fr",
    name="French",
    phrases=PHRASES,
    sheets=SHEETS,
    style_words=STYLE_WORDS,
    site_words=SITE,
    placeholders=PLACEHOLDERS,
    figures=FIGURES,
    numerals=NUMERALS,
    nouns=Nouns(plural, forms),
    cases=Cases(None, _of, _to, _article, cited=CitedCases(("le", "de", "a"), _cited)),
    articles=ARTICLES,
    of_one=r"(?:n[’'e]\s*)?(?:est|était|sera|a|aura|doit|devra|peut|pourra)|s[’']engage|s[’']oblige",
    sought=SOUGHT,
    drafting=DRAFTING,
    plain=PLAIN,
    persons=("personne physique", "particulier", "entrepreneur individuel", "entrepreneuse individuelle"),
    months=Months(locales=("fr",), other_words=("mars",)),
    hyphenation="french",
)
