"""Word forms by locale: how a term may be written where it is used, and where it stands in the alphabet.

The rules are our own: a library for English (inflect) takes two seconds to import, and makes "Partys" of "Party" and
"Serviceses" of "Services". A form too many costs nothing, since no text has it, unless it is another word: so rules
that would make other words ("Ware", "War") are left out, and authors give such forms themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from itertools import product

Forms = tuple[str, ...]


@cache
def term_forms(term: str, locale: str) -> Forms:
    """The forms of a term that its language makes by rule, the term itself first.

    A term in lower case ("party") has no other form: too much of a text would look like a use.
    """
    rule = _RULES.get(locale[:2])
    if rule is None or term == term.lower():
        return (term,)
    return tuple(dict.fromkeys([term, *rule(term.split())]))


def _head(words: list[str], small: frozenset[str]) -> int:
    """Which word bears the number: the last, or the one before "of" and the like ("Change of Control")."""
    later = (index for index, word in enumerate(words) if index and re.split(r"['’]", word)[0].lower() in small)
    return next(later, len(words)) - 1


def _phrases(choices: list[Forms]) -> list[str]:
    return [" ".join(words) for words in product(*choices)]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ---- English --------------------------------------------------------------------------------------------------------

_EN_SMALL = _set("of for to in on under by with from at between without against")
#: Both ways: one and many.
_EN_IRREGULAR = {
    "person": ("people", "persons"),
    "man": ("men",),
    "woman": ("women",),
    "child": ("children",),
    "half": ("halves",),
    "life": ("lives",),
    "criterion": ("criteria",),
    "matrix": ("matrices", "matrixes"),
    "appendix": ("appendices", "appendixes"),
    "index": ("indices", "indexes"),
    "addendum": ("addenda", "addendums"),
    "memorandum": ("memoranda", "memorandums"),
    "medium": ("media", "mediums"),
    "formula": ("formulae", "formulas"),
    "analysis": ("analyses",),
    "basis": ("bases",),
    "crisis": ("crises",),
}
_EN_SINGULAR = {many: one for one, manys in _EN_IRREGULAR.items() for many in manys}
#: They end like a plural and have no singular, or one that means something else.
_EN_PLURAL_ONLY = _set(
    "goods means damages proceeds premises customs series species news headquarters arrears earnings thanks lens gas"
    " bias alias atlas canvas"
)


def _english(words: list[str]) -> list[str]:
    at = _head(words, _EN_SMALL)
    word, hyphen, tail = words[at], "", ""
    if inner := re.fullmatch(r"(\w+)(-)((?:in|of|at|to|on|by)-.+)", word):  # Attorney-in-Fact
        word, hyphen, tail = inner.groups()
    return [" ".join([*words[:at], form + hyphen + tail, *words[at + 1 :]]) for form in _english_noun(word)]


def _english_noun(word: str) -> Forms:
    """The other number of a noun, in each way it may be spelt."""
    stem, last = _last_part(word)
    low = last.lower()
    if not last[-1:].isalpha() or low in _EN_PLURAL_ONLY:
        return ()
    if last.isupper():  # SOW, IP, SLA
        return (word + "s",)
    if low in _EN_SINGULAR:
        made: Iterable[str] = (_EN_SINGULAR[low],)
    elif low in _EN_IRREGULAR:
        made = _EN_IRREGULAR[low]
    elif last.endswith("s") and not low.endswith(("ss", "us", "is", "ics")):
        made = _english_singular(low)
    else:
        made = _english_plural(low)
    if last[:-1].isupper():  # SLAs
        return (word[:-1],)
    return tuple(stem + last[0] + each[1:] for each in made)


def _last_part(word: str) -> tuple[str, str]:
    """A compound's last word bears its number: "Sub-Party"."""
    cut = max(word.rfind("-"), word.rfind("/")) + 1
    return word[:cut], word[cut:]


def _english_plural(word: str) -> Forms:
    if re.search(r"([^aeiou]|qu)y$", word):
        return (word[:-1] + "ies",)
    if word.endswith("is"):
        return (word[:-2] + "es",)
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word + "es",)
    if re.search(r"[^aeiou]o$", word):
        return word + "s", word + "es"
    return (word + "s",)


def _english_singular(word: str) -> Forms:
    if word.endswith("ies"):
        return word[:-3] + "y", word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "oes", "uses")):
        return word[:-2], word[:-1]
    return (word[:-1],)


# ---- German ---------------------------------------------------------------------------------------------------------

_DE_SMALL = _set(
    "der des dem den die das von vom zu zur zum für im in an am auf über unter mit nach aus bei gemäß ohne"
)
_DE_ADJECTIVE = re.compile(r"(.{3,})e[nrsm]?")
#: A noun that is declined like an adjective: Beauftragter, Offenlegende, Angestellten, Dritter.
_DE_NOMINAL = re.compile(r"(.{2,}(?:end|gt|llt|tzt|nnt)|Dritt)e[nrsm]?")
#: Elsewhere -er makes another word: Arbeit and Arbeiter, Miete and Mieter. An umlaut (Haus, Häuser) the author writes.
_DE_ER = ("bild", "feld", "geld", "kind", "schild", "lied", "brett", "kleid", "licht")


def _german(words: list[str]) -> list[str]:
    head = _head(words, _DE_SMALL)
    before = [_german_adjective(word) for word in words[:head]]
    return _phrases([*before, _german_noun(words[head]), *((word,) for word in words[head + 1 :])])


def _german_adjective(word: str) -> Forms:
    found = _DE_ADJECTIVE.fullmatch(word)
    return (word, *(found[1] + end for end in ("e", "en", "er", "es", "em"))) if found else (word,)


def _german_noun(word: str) -> Forms:
    if found := _DE_NOMINAL.fullmatch(word):
        return tuple(dict.fromkeys([word, *(found[1] + end for end in ("e", "en", "er", "es", "em"))]))
    bases = [word]  # and, where it looks like a plural, its singular
    for end, least in (("en", 5), ("n", 4), ("e", 5), ("s", 4)):
        if word.endswith(end) and not word.endswith(("ss", "us", "is")) and len(word) - len(end) >= least:
            bases.append(word[: -len(end)])
    if word.lower().endswith(tuple(f"{each}er" for each in _DE_ER)):
        bases.append(word[:-2])
    return tuple(dict.fromkeys(form for base in bases for form in (base, *_german_endings(base))))


def _german_endings(word: str) -> Forms:
    low = word.lower()
    if low.endswith("nis"):
        return word + "se", word + "sen", word + "ses"
    if low.endswith("in"):
        return word + "nen", word + "s", word + "e", word + "en"
    if low.endswith("um"):
        return word[:-2] + "en", word + "s"
    if low.endswith("e"):
        return word + "n", word + "ns", word + "s"
    if low.endswith(("er", "el")):
        return word + "n", word + "s"
    if low.endswith(("en", "chen", "lein")):
        return (word + "s",)
    if low.endswith(("s", "ß", "x", "z", "sch")):
        return word + "e", word + "en", word + "es"
    more = (word + "er", word + "ern") if low.endswith(_DE_ER) else ()
    return (word + "s", word + "es", word + "en", word + "e", *more)


# ---- French and Spanish ---------------------------------------------------------------------------------------------

_FR_SMALL = _set("de du des d à au aux en pour par sur sous avec sans entre l la le les")
_ES_SMALL = _set("de del a al en para por sobre con sin entre la el los las")


def _romance(
    words: list[str], small: frozenset[str], one: Callable[[str], Forms], many: Callable[[str], Forms]
) -> Forms:
    """Every word before "de" and the like bears the number."""
    head = _head(words, small) + 1
    tail = [(word,) for word in words[head:]]
    return tuple(form for rule in (one, many) for form in _phrases([*map(rule, words[:head]), *tail]))


def _french_singular(word: str) -> Forms:
    if word.endswith("aux"):
        return word, word[:-1], word[:-3] + "al", word[:-3] + "ail"
    return (word, word[:-1]) if word.endswith(("s", "x")) else (word,)


def _french_plural(word: str) -> Forms:
    if word.endswith(("s", "x", "z")):
        return (word,)
    if word.endswith("al"):
        return word[:-2] + "aux", word + "s"
    if word.endswith("ail"):
        return word[:-3] + "aux", word + "s"
    return (word + "x", word + "s") if word.endswith(("au", "eu")) else (word + "s",)


def _spanish_singular(word: str) -> Forms:
    if word.endswith("iones"):
        return word, word[:-5] + "ión"
    if word.endswith("ces"):
        return word, word[:-3] + "z", word[:-1]
    if word.endswith("es"):
        return word, word[:-1], word[:-2]
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _spanish_plural(word: str) -> Forms:
    if word.endswith("z"):
        return (word[:-1] + "ces",)
    if re.search(r"[áéíóú][ns]$", word):  # Comisión, Interés
        return (word[:-2] + _bare(word[-2]) + word[-1] + "es",)
    if word.endswith(("s", "x")):
        return (word,)
    return (word + "s",) if word[-1] in "aeioáéó" else (word + "es", word + "s")


_RULES: dict[str, Callable[[list[str]], Iterable[str]]] = {
    "en": _english,
    "de": _german,
    "fr": lambda words: _romance(words, _FR_SMALL, _french_singular, _french_plural),
    "es": lambda words: _romance(words, _ES_SMALL, _spanish_singular, _spanish_plural),
}

# ---- the alphabet ---------------------------------------------------------------------------------------------------

_PLAIN = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "’": "'"})
_LAST = "\N{CJK UNIFIED IDEOGRAPH-9FFF}"  # after every letter
#: Letters of their own, and what they come after.
_LETTERS = {
    "es": {"ñ": "n"},
    "sv": {"å": "z", "ä": "z" + _LAST, "ö": "z" + _LAST * 2},
    "fi": {"å": "z", "ä": "z" + _LAST, "ö": "z" + _LAST * 2},
    "da": {"æ": "z", "ø": "z" + _LAST, "å": "z" + _LAST * 2},
    "nb": {"æ": "z", "ø": "z" + _LAST, "å": "z" + _LAST * 2},
}


def _bare(text: str) -> str:
    """Letters without their accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def sort_key(text: str, locale: str) -> tuple[str, str]:
    """What to sort words by: capitals and accents fold (German ä as a), letters of their own stay (Spanish ñ)."""
    own = _LETTERS.get(locale[:2], {})
    signs = unicodedata.normalize("NFC", text).casefold()
    folded = "".join(own[sign] + _LAST if sign in own else _bare(sign.translate(_PLAIN)) for sign in signs)
    return folded, text
