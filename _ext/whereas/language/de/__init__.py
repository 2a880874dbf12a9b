"""German."""

from __future__ import annotations

from dataclasses import replace

from whereas.language.de.frame import PHRASES, SHEETS, STYLE_WORDS
from whereas.language.record import Language

GERMAN = Language(code="de", phrases=PHRASES, sheets=SHEETS, style_words=STYLE_WORDS)
_SWISS = replace(GERMAN, code="de_CH", style_words=replace(STYLE_WORDS, quotes=("«", "»")))
#: Where people write German and put quotations between «these».
SWISS_GERMAN = (_SWISS, replace(_SWISS, code="de_LI"))
