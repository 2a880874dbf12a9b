"""The languages of the North, of which the alphabets are known: their own letters stand last."""

from __future__ import annotations

from whereas.language.record import Language

_SWEDISH = {"å": "z", "ä": "å", "ö": "ä"}
_DANISH = {"æ": "z", "ø": "æ", "å": "ø"}
NORDIC = (
    Language(code="sv", name="Swedish", letters=_SWEDISH),
    Language(code="fi", name="Finnish", letters=_SWEDISH),
    Language(code="da", name="Danish", letters=_DANISH),
    Language(code="nb", name="Norwegian", letters=_DANISH),
)
