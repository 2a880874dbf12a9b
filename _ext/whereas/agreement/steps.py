"""Steps: a citation that names each level as it is cited, "§ 11 Abs. 3 Buchst. a"; a label is not what cites it.

A step is given by example, `Abs. {}`. What stands in square brackets, `[Article {}]`, is said from outside of it alone.
One that ends in a word, `paragraph {} of`, stands before what it is in: "paragraph (a) of sub-clause 2.1".
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from whereas.agreement.samples import Sample

NBSP = "\N{NO-BREAK SPACE}"
#: Before the word: what sets it apart from the step before. After it: the number, with its brackets, and what leads on.
_PATTERN = re.compile(r"([,;.:\s]*)([^{}]*?)([(\[]?\{\}[^\s{}]*)((?: [^\W\d_]+)?)")


class Step(NamedTuple):
    """One level of a citation: the patterns for one and for several, and the number that they are filled with."""

    one: str
    many: str
    figure: str
    is_local: bool = False  # goes without saying in what it names

    @property
    def lead(self) -> str:
        """What sets it apart from the step before it."""
        return _split(self.one)[0]

    @property
    def word(self) -> str:
        """The word before its number, with a space after it at which no line ends; many have none."""
        return self.head(False)

    @property
    def number(self) -> str:
        """Its number in its brackets."""
        return _split(self.one)[2].replace("{}", self.figure)

    @property
    def of(self) -> str:
        """What leads on to what it is in, which then stands behind it; else nothing."""
        return _split(self.one)[3]

    def head(self, many: bool) -> str:
        """The word for one or for many."""
        return _split(self.many if many else self.one)[1].replace(" ", NBSP)


def _split(pattern: str) -> tuple[str, str, str, str]:
    found = _PATTERN.fullmatch(pattern)
    if not found or (found[4] and not found[2]):
        raise ValueError(f"{pattern!r} does not say how a level is cited; write `{{}}` once, as in 'Abs. {{}}'")
    return found[1], found[2], found[3], found[4]


def parse_cited(key: str, value: Any) -> tuple[tuple[str, str], ...]:
    """How each level is cited, by example, or by two: for one and for many; raises ValueError for anything else."""
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(f"a style's `{key}` is a list of ways to cite, like ['§ {{}}', 'Abs. {{}}'], not {value!r}")
    done: list[tuple[str, str]] = []
    for each in value:
        match each:
            case str(one):
                many = one
            case [str(one), str(many)]:
                pass
            case _:
                raise ValueError(f"a style's `{key}` has for each level a text, or a list of two: for one and for many")
        for pattern in (one, many):
            _split(bare_pattern(pattern))
        done.append((one, many))
    return tuple(done)


def bare_pattern(pattern: str) -> str:
    """A pattern without the square brackets around all of it."""
    return pattern[1:-1] if is_local(pattern) else pattern


def is_local(pattern: str) -> bool:
    """Whether a pattern is in square brackets as a whole: it goes without saying from within."""
    return pattern.startswith("[") and pattern.endswith("]") and pattern != "[{}]"


def step_of(sample: Sample, marker: str, patterns: tuple[str, str] | None, joiner: str) -> Step:
    """The step of what has this marker; without patterns of its level it is cited as it is labelled."""
    count = marker.removeprefix(sample.word).removesuffix(sample.stop)
    count = count.removeprefix(sample.open).removesuffix(sample.close)
    if patterns is None:
        own = f"{sample.open}{{}}{sample.close}"
        own = f"{joiner or ' '}{own}" if sample.close and not sample.open else own if sample.open else f".{own}"
        return Step(own, own, count)
    one, many = patterns
    return Step(bare_pattern(one), bare_pattern(many), count, is_local(one))


def said(steps: tuple[Step, ...], after: str = "") -> str:
    """What steps say, one after the other, behind what was said before; or before that, where one leads on to it."""
    at = max((index for index, step in enumerate(steps) if step.of), default=0)
    outer = said(steps[:at], after) if steps and steps[at].of else ""
    words = "" if outer else after
    for step in steps[at if outer else 0 :]:
        words = joined(words, step.lead, step.word + step.number)
    return f"{words}{steps[at].of} {outer}" if outer else words


def joined(before: str, lead: str, text: str) -> str:
    """Words behind others: set apart by what they bring, else by a space; at the beginning by nothing."""
    if not before:
        return text
    return before + (lead or (" " if text[:1].isalnum() or text[:1] == "§" else "")) + text
