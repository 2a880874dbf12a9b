"""Spanish."""

from __future__ import annotations

from whereas.language.es.frame import PHRASES, SHEETS, STYLE_WORDS
from whereas.language.record import Language

SPANISH = Language(code="es", phrases=PHRASES, sheets=SHEETS, style_words=STYLE_WORDS)
