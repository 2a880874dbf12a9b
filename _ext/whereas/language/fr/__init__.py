"""French."""

from __future__ import annotations

from whereas.language.fr.frame import PHRASES, SHEETS, STYLE_WORDS
from whereas.language.record import Language

FRENCH = Language(code="fr", phrases=PHRASES, sheets=SHEETS, style_words=STYLE_WORDS)
