"""English, in Britain and in America."""

from __future__ import annotations

from dataclasses import replace

from whereas.language.en.frame import AMERICAN_PHRASES, PHRASES, SHEETS, STYLE_WORDS
from whereas.language.record import Language

ENGLISH = Language(code="en", phrases=PHRASES, sheets=SHEETS, style_words=STYLE_WORDS)
AMERICAN = replace(ENGLISH, code="en_US", phrases=AMERICAN_PHRASES)
