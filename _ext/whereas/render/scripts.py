"""Which letters a text font does not have: runs of other scripts, each set in a font of its own, from its own side."""

from __future__ import annotations

import re
import unicodedata

RIGHT_TO_LEFT = ("arabic", "hebrew")

#: Scripts whose letters are joined in ways that only the whole run shows, by their names in Unicode and OpenType.
JOINED = (
    *("Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Lao"),
    *("Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai", "Tibetan"),
)

#: Letters that are read from right to left, with the marks on them.
_RIGHT = "\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
#: Chinese characters, Japanese and Korean syllables, and the punctuation between them.
_CJK = (
    "\u1100-\u11ff\u2e80-\u2fdf\u2ff0-\u303f\u3041-\u318f\u31a0-\u31ff\u3200-\u9fff\ua960-\ua97f\uac00-\ud7af"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\uffa1-\uffef\U00020000-\U0003ffff"
)
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7af]")
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff]")
_JOINED = "\u0530-\u058f\u0900-\u10ff\u1200-\u17b3\u17b6-\u17ff\u1900-\u1aff"

#: Letters that a PDF keeps as shapes, in the order in which they are drawn.
SHAPED = re.compile(f"[{_RIGHT}{_JOINED}]")
_RUN = re.compile(
    rf"(?P<right>[{_RIGHT}](?:[\W\d_]*[{_RIGHT}])*)"  # with figures and signs that stand between two such letters
    rf"|(?P<cjk>[{_CJK}]+)|(?P<joined>[{_JOINED}](?:[{_JOINED}\u200c\u200d ]*[{_JOINED}])?)"
)


def script_runs(text: str) -> list[tuple[str, str]]:
    """A text in pieces: (script, text). The script is empty for what the text fonts have.

    Others are arabic and hebrew (from right to left), korean, japanese, chinese, one of JOINED, and any for the rest.
    """
    pieces, at = [], 0
    for found in _RUN.finditer(text):
        pieces.append(("", text[at : found.start()]))
        pieces.append((_script(found), found[0]))
        at = found.end()
    pieces.append(("", text[at:]))
    return [(script, piece) for script, piece in pieces if piece]


def _script(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "right":
            return "arabic" if _ARABIC.search(found[0]) else "hebrew"
        case "cjk":
            return "korean" if _HANGUL.search(found[0]) else "japanese" if _KANA.search(found[0]) else "chinese"
    name = unicodedata.name(found[0][0], "").split(" ")[0].capitalize()
    return name if name in JOINED else "any"
