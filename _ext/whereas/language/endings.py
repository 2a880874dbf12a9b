"""How a line of prose ends when its sentence goes on: with an abbreviation, or a word that needs another after it."""

from __future__ import annotations

import re

# in all languages at once, since agreements cite the laws of other countries
_ABBREVIATIONS = (
    "No Nos Art Arts Sec Secs Sect cl cls para paras Sch pt Ch Fig pp vol reg approx max min "  # English
    "Nr Nrn Abs Ziff Ziffn lit Buchst Anl Kap Rz Rn Rdnr Tz Pos S Bd Alt ca vgl inkl zzgl "  # German
    "al chap env "  # French
    "núm núms párr inc ap apdo cap pág págs disp aprox"  # Spanish
)
_OPEN_WORDS = (
    "a an the of to on in at by from for with within under until before after since than per "
    "der die das den dem des ein eine einen einem einer am im vom zum zur bis ab an auf von mit nach vor seit "
    "je pro zu für "
    "le la les du de au aux à en par pour sur sous dès un une "
    "el los las del al por para con desde hasta"
)
_ABBREVIATION = re.compile(rf"(?:^|\W)(?:[a-z]|{'|'.join(_ABBREVIATIONS.split())})\.$", re.IGNORECASE)  # and "z. B."
_OPEN_WORD = re.compile(rf"(?:^|\W)(?:{'|'.join(_OPEN_WORDS.split())})$", re.IGNORECASE)


def ends_in_abbreviation(text: str) -> bool:
    """Whether a text ends in an abbreviation to which a number belongs, such as "Nr." or "Art."."""
    return bool(_ABBREVIATION.search(text.rstrip()))


def ends_in_open_word(text: str) -> bool:
    """Whether a text ends in a word that nothing ends with, such as "on the"."""
    return bool(_OPEN_WORD.search(text.rstrip()))
