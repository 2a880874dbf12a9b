"""How a line of prose ends when its sentence goes on: with an abbreviation, or a word that needs another after it.

The words of all languages are looked for in each, since agreements cite the laws of other countries.
"""

from __future__ import annotations

import re

from whereas.language.registry import sought, sought_as_pattern

#: What a number follows, and what stands before that where a number does: "under Section", but not "the Section".
_CITING = rf"{sought_as_pattern('citing')}\s+{sought_as_pattern('cited')}"
_ABBREVIATION = re.compile(rf"(?:^|\W){sought_as_pattern('abbreviations')}\.$", re.IGNORECASE)
#: With these a sentence may well end too: "et al.", "Acme Inc.", "Exhibit A.", "z. B."
_SHORT = re.compile(rf"(?:^|\W)(?:[a-z]|{sought_as_pattern('short_words')})\.$", re.IGNORECASE)
_UNFINISHED = re.compile(
    rf"(?:^|\W)(?:{'|'.join((*sought('never_last'), _CITING, *sought('cited_with_article')))})$", re.IGNORECASE
)
_SELDOM = re.compile(rf"(?:^|\W){sought_as_pattern('seldom_last')}$")
_CITED = re.compile(rf"\w\W+{sought_as_pattern('cited')}$")
_FIRST_OF_NUMBERS = re.compile(rf"(?<![\w.,(])(\d{{1,3}})\)?\s+{sought_as_pattern('between_numbers')}$")
_WITHIN_SENTENCE = re.compile(rf"(?:^|\W){sought_as_pattern('within_sentence')}\.$")


def ends_in_abbreviation(text: str, after: str) -> bool:
    """Whether a text ends in an abbreviation to which a number belongs, such as "Nr." or "Art.".

    One with which a sentence may end too is none if what comes `after` may begin another.
    """
    text = text.rstrip()
    return bool(_ABBREVIATION.search(text) or (after[:1].islower() and _SHORT.search(text)))


def ends_within_sentence(text: str) -> bool:
    """Whether a text ends in an abbreviation whose full stop ends no sentence, such as "e.g."."""
    return bool(_WITHIN_SENTENCE.search(text))


def is_unfinished(text: str) -> bool:
    """Whether a text ends in words that nothing ends with, such as "on the", or "under Section"."""
    return bool(_UNFINISHED.search(text.rstrip()))


def ends_in_open_word(text: str) -> bool:
    """Whether a text ends in a word after which another comes, though not always: "on", "von", "under Section"."""
    return is_unfinished(text) or bool(_SELDOM.search(text.rstrip()))


def ends_in_cited(text: str) -> bool:
    """Whether a text of more than one word ends in what has a number, such as "it is subject to Section"."""
    return not text.rstrip().endswith(".") and bool(_CITED.search(text.rstrip()))


def first_of_numbers(text: str) -> int | None:
    """The number of the citation of several with which a text ends, before its last number: "nos. 1 and"."""
    found = _FIRST_OF_NUMBERS.search(text.rstrip())
    return int(found[1]) if found else None
