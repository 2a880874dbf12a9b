"""The number of Spanish nouns, with the adjectives beside them: Días Hábiles, Fechas de Entrada."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from whereas.language.apart import taken_apart, word_set
from whereas.language.record import Forms

_SMALL = word_set("de del a al en para por sobre con sin entre la el los las")
#: Their stress stays where it is, and so is written in the plural, or stands elsewhere.
_STRESSED = {
    "carácter": "caracteres",
    "crimen": "crímenes",
    "dictamen": "dictámenes",
    "examen": "exámenes",
    "gravamen": "gravámenes",
    "imagen": "imágenes",
    "joven": "jóvenes",
    "margen": "márgenes",
    "orden": "órdenes",
    "origen": "orígenes",
    "régimen": "regímenes",
    "resumen": "resúmenes",
    "volumen": "volúmenes",
}
_ONE_STRESSED = {many: one for one, many in _STRESSED.items()}
_ONE_SYLLABLE = re.compile(r"[^aeiouáéíóú]*(?:[aeiou]|[iu][aeo])s")


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
    if low in _STRESSED:
        return (word[0] + _STRESSED[low][1:] if word[0].lower() == _STRESSED[low][0] else _STRESSED[low].capitalize(),)
    if not low[-1:].isalpha():
        return (word,)
    if low.endswith("z"):
        return (word[:-1] + "ces",)
    if found := re.search(r"([aeiou]?)([áéíóú])([ns])$", low):  # Comisión, Interés, but País
        vowel = word[-2] if found[1] and found[2] in "íú" else _bare(word[-2])
        return (word[:-2] + vowel + word[-1] + "es",)
    if low.endswith(("s", "x")):
        return (word + "es",) if _ONE_SYLLABLE.fullmatch(low) else (word,)
    if low[-1] in "íú":
        return word + "es", word + "s"
    return (word + "s",) if low[-1] in "aeiouáéó" else (word + "es", word + "s")


def _one_of(word: str) -> Forms:
    """The word itself, and what one of it would be called if it names several."""
    low = word.lower()
    if low in _ONE_STRESSED:
        return word, _ONE_STRESSED[low].capitalize() if word[0].isupper() else _ONE_STRESSED[low]
    if low.endswith("iones"):
        return word, word[:-5] + "ión"
    if low.endswith("ces"):
        return word, word[:-3] + "z", word[:-1]
    if low.endswith("es"):
        stressed = () if len(word) < 5 else (word[:-4] + _accented(word[-4]) + word[-3],)  # Intereses
        return word, word[:-1], word[:-2], *(each for each in stressed if low[-4] in "aeiou" and low[-3] in "ns")
    return (word, word[:-1]) if low.endswith("s") else (word,)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0]


def _accented(letter: str) -> str:
    return unicodedata.normalize("NFC", letter + "\N{COMBINING ACUTE ACCENT}")
