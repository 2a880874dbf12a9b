"""Which values are a figure and its unit, which no line may part: `EUR 500,000`, `3 years`, `12,5 %`."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"(?=.*\d)\S{1,12} \S{1,14}", re.DOTALL)


def unbroken(text: str) -> str:
    """Two short words, one of them with a figure, with a space at which no line ends; any other text as it is."""
    return text.replace(" ", "\N{NO-BREAK SPACE}") if _FIGURE.fullmatch(text) else text
