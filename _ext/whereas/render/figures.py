"""What no line may part: a figure and its unit, `EUR 500,000`, `3 years`, `12,5 %`, typed or filled in."""

from __future__ import annotations

import re
from functools import cache

from babel.numbers import list_currencies

from whereas.agreement.remade import remade
from whereas.agreement.runs import Run, TermUse, Text, Value
from whereas.language.reading import units_of
from whereas.language.registry import LANGUAGES

NBSP = "\N{NO-BREAK SPACE}"
_FIGURE = re.compile(r"(?=.*\d)\S{1,12} \S{1,14}", re.DOTALL)
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"[\d.,'’]*\d")


def unbroken(text: str) -> str:
    """Two short words, one of them with a figure, with a space at which no line ends; any other text as it is."""
    return text.replace(" ", NBSP) if _FIGURE.fullmatch(text) else text


def together(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A line whose figures stay with their units; what is inside of styled runs is a line of its own."""
    return tuple(_together(run, runs[at - 1] if at else None, runs[at + 1 : at + 2]) for at, run in enumerate(runs))


def _together(run: Run, before: Run | None, after: tuple[Run, ...]) -> Run:
    match run:
        case Value():
            return remade(run, text=unbroken(run.text))
        case Text():
            text = run.text
            if _DIGIT.search(text):
                text = _parted().sub(NBSP, text)
                if after and isinstance(after[0], TermUse) and _parted().search(text[-2:] + after[0].text):
                    text = text[:-1] + NBSP
            if text[:1] == " " and isinstance(before, Value) and _BARE.fullmatch(before.text):
                text = NBSP + text[1:]
            return run if text == run.text else remade(run, text=text)
    return run


@cache
def _parted() -> re.Pattern[str]:
    """The space between a figure and a unit of time, a currency, a sign of hundredths or §, in any language of ours."""
    words = {word.split()[0] for each in LANGUAGES for word in units_of(each.code)}
    units = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    codes = "|".join(sorted(list_currencies()))
    return re.compile(rf"(?<=\d) (?=(?:(?i:{units})\b|(?:{codes})\b|%))|(?:(?<=\b(?:{codes}))|(?<=§)) (?=\d)")
