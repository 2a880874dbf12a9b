"""How a line of prose ends when its sentence goes on: with an abbreviation, or a word that needs another after it."""

from __future__ import annotations

import re

# in all languages at once, since agreements cite the laws of other countries
_ABBREVIATIONS = (
    "No Nos Art Arts Sec Secs Sect cl cls para paras Sch pt Ch Fig pp vol reg approx "  # English
    "Nr Nrn Abs Ziff Ziffn lit Buchst Anl Kap Rz Rn Rdnr Tz Pos Bd Alt ca vgl inkl zzgl "  # German
    "chap env "  # French
    "núm núms párr ap apdo pág págs disp aprox"  # Spanish
)
#: With these a sentence may well end too: "et al.", "Acme Inc.", "Exhibit A.", "z. B."
_SOMETIMES = "[a-z] al inc cap max min"
_NEVER_LAST = (
    "the than per "
    "der die das den dem des eine einen einem einer am im vom zum zur bis von seit je pro für "
    "le la les du de au aux à par sous dès un une "
    "el los las del al por para con desde hasta"
)
_SELDOM_LAST = (
    "a an of to on in at by from for with within under until before after since ein ab auf mit nach vor zu en pour sur"
)
#: What a number follows, and what stands before that where a number does: "under Section", but not "the Section".
_CITING = (
    r"(?:in|under|of|to|from|by|see|with|nach|gemäß|aus|laut|unter|zu|von|siehe|gilt|gelten)\s+"
    r"(?:articles?|sections?|(?:sub-?)?clauses?|(?:sub-?)?paragraphs?|recitals?|schedules?|annex|exhibit|appendix|(?-i:Part)|"
    r"Artikeln?|Ziffern?|Nummern?|Abs(?:atz|ätzen?)|Satz|Abschnitt|Anlage|Anhang|Klausel|§§?)",
    r"(?:l’|l'|les\s|des\s|aux\s)articles?",
    r"(?:la\scláusula|las\scláusulas|el\sartículo|del\sartículo|al\sartículo|los\sartículos)",
)
_ABBREVIATION = re.compile(rf"(?:^|\W)(?:{'|'.join(_ABBREVIATIONS.split())})\.$", re.IGNORECASE)
_SHORT = re.compile(rf"(?:^|\W)(?:{'|'.join(_SOMETIMES.split())})\.$", re.IGNORECASE)
_UNFINISHED = re.compile(rf"(?:^|\W)(?:{'|'.join((*_NEVER_LAST.split(), *_CITING))})$", re.IGNORECASE)
_SELDOM = re.compile(rf"(?:^|\W)(?:{'|'.join(_SELDOM_LAST.split())})$")
_FIRST_OF_NUMBERS = re.compile(r"(?<![\w.,])(\d{1,3})\)?\s+(?:and|or|to|through|und|oder|sowie|bis|et|ou|à|y|o|a)$")


def ends_in_abbreviation(text: str, after: str) -> bool:
    """Whether a text ends in an abbreviation to which a number belongs, such as "Nr." or "Art.".

    One with which a sentence may end too is none if what comes `after` may begin another.
    """
    text = text.rstrip()
    return bool(_ABBREVIATION.search(text) or (after[:1].islower() and _SHORT.search(text)))


def is_unfinished(text: str) -> bool:
    """Whether a text ends in words that nothing ends with, such as "on the", or "under Section"."""
    return bool(_UNFINISHED.search(text.rstrip()))


def ends_in_open_word(text: str) -> bool:
    """Whether a text ends in a word after which another comes, though not always: "on", "von", "under Section"."""
    return is_unfinished(text) or bool(_SELDOM.search(text.rstrip()))


def first_of_numbers(text: str) -> int | None:
    """The number of the citation of several with which a text ends, before its last number: "nos. 1 and"."""
    found = _FIRST_OF_NUMBERS.search(text.rstrip())
    return int(found[1]) if found else None
