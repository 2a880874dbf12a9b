"""The number of French nouns, with the adjectives beside them: Sociétés Mères, Dates d’Effet."""

from __future__ import annotations

from itertools import product

from whereas.language.apart import taken_apart, word_set
from whereas.language.record import Forms

_SMALL = word_set("de du des d à au aux en pour par sur sous avec sans entre l la le les")
_ALS = word_set("aval bal cal carnaval cérémonial chacal choral fatal festival final natal naval récital régal")
_AUX = word_set("bail corail émail soupirail travail vantail vitrail")
_EUS = word_set("bleu émeu landau pneu sarrau")
_OUX = word_set("bijou caillou chou genou hibou joujou pou")
_WHOLE = {"madame": "mesdames", "mademoiselle": "mesdemoiselles", "monsieur": "messieurs"}
_ONE_WHOLE = {many: one for one, many in _WHOLE.items()}


def plural(noun: str) -> str:
    """What several of it are called: every word before "de" and the like is put into the plural."""
    words, tail = taken_apart(noun, _SMALL)
    return " ".join([*(several(word)[0] for word in words), *tail])


def forms(noun: str) -> Forms:
    """Every form in either number that the noun may be found in."""
    words, tail = taken_apart(noun, _SMALL)
    return tuple(" ".join([*made, *tail]) for rule in (_one_of, several) for made in product(*map(rule, words)))


def several(word: str) -> Forms:
    """What several of a word are called: the form to print, and others that are found as well."""
    low = word.lower()
    if low in _WHOLE:
        return (word[0] + _WHOLE[low][1:],)
    if low.endswith(("s", "x", "z")) or not low[-1:].isalpha():
        return (word,)
    if low.endswith("al"):
        made = word[:-2] + "aux", word + "s"
        return made[::-1] if low in _ALS else made
    if low.endswith("ail"):
        made = word + "s", word[:-3] + "aux"
        return made[::-1] if low in _AUX else made
    if low.endswith(("au", "eu")):
        made = word + "x", word + "s"
        return made[::-1] if low in _EUS else made
    return (word + "x",) if low in _OUX else (word + "s",)


def _one_of(word: str) -> Forms:
    """The word itself, and what one of it would be called if it names several."""
    low = word.lower()
    if low in _ONE_WHOLE:
        return word, word[0] + _ONE_WHOLE[low][1:]
    if low.endswith("aux"):
        return word, word[:-1], word[:-3] + "al", word[:-3] + "ail"
    return (word, word[:-1]) if low.endswith(("s", "x")) else (word,)
