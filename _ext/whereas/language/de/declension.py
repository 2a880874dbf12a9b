"""German cases: "dem Kunden", "der Lizenznehmerin", "des Ersten Verkäufers", and "diesem § 10".

The endings come of rules; a term that goes its own way has its forms in its role.
"""

from __future__ import annotations

import re

from whereas.language.style_words import Noun

#: Of the article in the nominative, those in the other cases; `many` is the one of several.
_ARTICLES = {
    "der": {"accusative": "den", "dative": "dem", "genitive": "des"},
    "die": {"accusative": "die", "dative": "der", "genitive": "der"},
    "das": {"accusative": "das", "dative": "dem", "genitive": "des"},
    "many": {"accusative": "die", "dative": "den", "genitive": "der"},
}
#: Masculine nouns that take -(e)n in all cases but the nominative: Kunde, Lieferant, Konsorte, Herr.
_WEAK = re.compile(r".+(?:e|ent|ant|ist|oge|soph|at|arch|eur(?!$))", re.IGNORECASE)
_STRONG_AT = re.compile(r".*(?:rat|beirat|mandat|syndikat|konsulat|sekretariat|inserat|zertifikat)", re.IGNORECASE)
#: Feminine nouns that were adjectives, whose other cases have -n: die Beauftragte, die Offenlegende.
_NOMINAL = re.compile(r".{2,}(?:end|gt|llt|tzt|nnt|elt|ert|igt)e|Dritte")
_SIBILANT = ("s", "ß", "x", "z", "tz", "sch")
GENDERS = {"masculine": "der", "feminine": "die", "neuter": "das"}
_THIS = {
    "dieser": {"accusative": "diesen", "dative": "diesem", "genitive": "dieses"},
    "diese": {"accusative": "diese", "dative": "dieser", "genitive": "dieser"},
    "dieses": {"accusative": "dieses", "dative": "diesem", "genitive": "dieses"},
}
#: Articles and contractions, and the case they show, with the preposition that stays.
SHOWN = {
    "dem": ("dative", ""),
    "des": ("genitive", ""),
    "den": ("accusative", ""),
    "zum": ("dative", "zu"),
    "zur": ("dative", "zu"),
    "vom": ("dative", "von"),
    "beim": ("dative", "bei"),
    "im": ("dative", "in"),
    "am": ("dative", "an"),
    "ans": ("accusative", "an"),
    "ins": ("accusative", "in"),
}
#: Prepositions, and the case that they ask for.
GOVERNED = {
    "dative": r"mit|von|bei|aus|zu|seit|gegenüber|gemäß|samt|nebst",
    "accusative": r"für|gegen|durch|ohne|um",
    "genitive": r"wegen|während|aufgrund|seitens|zugunsten|zulasten|hinsichtlich|bezüglich|innerhalb|außerhalb",
}


#: What prepositions become with the article of one in the dative.
CONTRACTED = {"von": {"dem": "vom"}, "zu": {"dem": "zum", "der": "zur"}, "bei": {"dem": "beim"}}
_OF_THIS = {"dieser": "der", "diese": "die", "dieses": "das"}
CASES = ("nominative", "accusative", "dative", "genitive")


def cited(words: str, noun: Noun, many: bool, case: str) -> str:
    """A citation with its article in a case: "des § 10", "der Ziffern 1 und 2", "zur Anlage 1"."""
    article, own = _OF_THIS[noun.this], noun.cited[many]
    found, term = ("die" if many else article), own
    if case != "nominative":
        inflected = own if own.endswith((".", "§")) else noun.after_of if case == "genitive" and not many else ""
        found, term = decline(own, article, case if case not in CONTRACTED else "dative", many)
        term = inflected or term
    return f"{contracted(case, found, many)} {term}{words.removeprefix(own)}"


def contracted(preposition: str, article: str, many: bool) -> str:
    """A preposition run together with an article in the dative; the article alone where that is no preposition."""
    if preposition not in CONTRACTED:
        return article
    return (not many and CONTRACTED[preposition].get(article)) or f"{preposition} {article}"


def article(gender: str, _: str) -> str:
    """The article of a gender in the nominative."""
    return GENDERS[gender]


def this(word: str, case: str) -> str:
    """ "dieser" in another case."""
    return _THIS.get(word, {}).get(case, word)


#: Units of time: their article, and their genitive.
_UNITS = {
    "Stunde": ("die", "Stunde"),
    "Tag": ("der", "Tages"),
    "Werktag": ("der", "Werktages"),
    "Woche": ("die", "Woche"),
    "Monat": ("der", "Monats"),
    "Jahr": ("das", "Jahres"),
}
_ONE = {
    "der": {"nominative": "ein", "accusative": "einen", "dative": "einem", "genitive": "eines"},
    "die": {"nominative": "eine", "accusative": "eine", "dative": "einer", "genitive": "einer"},
    "das": {"nominative": "ein", "accusative": "ein", "dative": "einem", "genitive": "eines"},
}


def counted(words: str, case: str) -> str:
    """A length of time in a case: "binnen 10 Werktagen", "nach einem (1) Monat", "vor Ablauf eines Jahres"."""
    number, noun = re.split(r"(?=\b[^\W\d_]+$)", words, maxsplit=1)
    if noun not in _UNITS:  # several
        return f"{words}n" if case == "dative" and not words.endswith("n") else words
    article, genitive = _UNITS[noun]
    return re.sub(r"^eine?\b", _ONE[article][case], number) + (genitive if case == "genitive" else noun)


def decline(term: str, article: str, case: str, many: bool) -> tuple[str, str]:
    """Article and term in a case; the term is in the nominative, and in the plural where it is of `many`."""
    if case == "nominative":
        return ("die" if many else article), term
    found = _ARTICLES["many" if many else article][case]
    *adjectives, noun = term.split(" ")
    unchanged = not many and case == "accusative" and article != "der"
    adjectives = [f"{each}n" if each.endswith("e") and not unchanged else each for each in adjectives]
    return found, " ".join([*adjectives, _noun(noun, article, case, many)])


def _noun(noun: str, article: str, case: str, many: bool) -> str:
    if many:
        return f"{noun}n" if case == "dative" and not noun.endswith(("n", "s")) else noun
    if article == "die":
        return f"{noun}n" if case != "accusative" and _NOMINAL.fullmatch(noun) else noun
    if article == "der" and _WEAK.fullmatch(noun) and not _STRONG_AT.fullmatch(noun):
        return f"{noun}n" if noun.endswith("e") else f"{noun}en"
    if article == "das" and _NOMINAL.fullmatch(noun):
        return noun if case == "accusative" else f"{noun}n"
    if case != "genitive":
        return noun
    if noun.endswith("nis"):
        return f"{noun}ses"
    return f"{noun}es" if noun.endswith(_SIBILANT) else f"{noun}s"
