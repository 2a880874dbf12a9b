"""The forms of German nouns, with the adjectives before them: Verbundenen Unternehmens, Vertragspartnern.

A form too many costs nothing, since no text has it, unless it is another word: so rules that would make other words
("Ware", "War") are left out, and authors give such forms themselves.
"""

from __future__ import annotations

import re
from itertools import product

from whereas.language.apart import taken_apart, word_set
from whereas.language.record import Forms

_SMALL = word_set(
    "der des dem den die das von vom zu zur zum für im in an am auf über unter mit nach aus bei gemäß ohne"
)
_ADJECTIVE = re.compile(r"(.{3,})e[nrsm]?")
#: A noun that is declined like an adjective: Beauftragter, Offenlegende, Angestellten, Dritter.
_NOMINAL = re.compile(r"(.{2,}(?:end|gt|llt|tzt|nnt)|Dritt)e[nrsm]?")
#: Elsewhere -er makes another word: Arbeit and Arbeiter, Miete and Mieter. An umlaut (Haus, Häuser) the author writes.
_ER = ("bild", "feld", "geld", "kind", "schild", "lied", "brett", "kleid", "licht")
#: Endings that tell the plural, and what they take.
_SURE = re.compile(
    r".+(?:(?P<en>ung|heit|keit|schaft|tät|ion|ei|ent|ant|ist)|(?P<nen>in)|(?P<n>kunde|bürge|zeuge|erbe|kollege)"
    r"|(?P<same>geber|nehmer|steller|leister|partner|käufer|mieter|pächter|berater|händler|anbieter|erwerber|äußerer"
    r"|gläubiger|schuldner|verwalter|vertreter|träger|halter|inhaber|nutzer|eigentümer|gesellschafter|leiter|führer"
    r"|besteller|lieferer|hersteller|händer|sicherer|bieter|schreiber|ersteher|zahler|leger|unternehmen|unternehmer))"
)


def plural(noun: str) -> str:
    """What several of it are called, where its ending tells: Leistungen, Verkäufer; else nothing."""
    found = None if " " in noun else _SURE.fullmatch(noun.lower()) or _SURE.fullmatch(f"-{noun.lower()}")
    return noun + ("" if found["same"] else found.lastgroup or "") if found else ""


def forms(noun: str) -> Forms:
    """Every form that the noun may be found in, in either number and in each case."""
    (*adjectives, head), tail = taken_apart(noun, _SMALL)
    choices = product(*map(_adjective, adjectives), _noun(head))
    return tuple(" ".join([*made, *tail]) for made in choices)


def _adjective(word: str) -> Forms:
    found = _ADJECTIVE.fullmatch(word)
    return (word, *(found[1] + end for end in ("e", "en", "er", "es", "em"))) if found else (word,)


def _noun(word: str) -> Forms:
    if found := _NOMINAL.fullmatch(word):
        return tuple(dict.fromkeys([word, *(found[1] + end for end in ("e", "en", "er", "es", "em"))]))
    bases = [word]  # and, where it looks like a plural, its singular
    for end, least in (("en", 5), ("n", 4), ("e", 5), ("s", 4)):
        if word.endswith(end) and not word.endswith(("ss", "us", "is")) and len(word) - len(end) >= least:
            bases.append(word[: -len(end)])
    if word.endswith("innen"):
        bases.append(word[:-3])
    if word.lower().endswith(tuple(f"{each}er" for each in _ER)):
        bases.append(word[:-2])
    return tuple(dict.fromkeys(form for base in bases for form in (base, *_endings(base))))


def _endings(word: str) -> Forms:
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
    more = (word + "er", word + "ern") if low.endswith(_ER) else ()
    return (word + "s", word + "es", word + "en", word + "e", *more)
