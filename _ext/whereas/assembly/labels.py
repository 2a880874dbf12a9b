"""The labels that an agreement's texts give, as they are written: in all branches, whether or not anything has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from docutils.nodes import fully_normalize_name
from markdown_it.token import Token

from whereas.assembly.branches import branches
from whereas.assembly.conditions import conditions_of
from whereas.assembly.markup_names import OurRole
from whereas.library.finding import Place

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.assembly.syntax import Syntax


#: That of a row, `{#price-{{ line | label }}}`, is not known before there are rows.
_LABEL_LIKE = re.compile(
    r"\{[^{}\n]*#([\w.:-]+)(?![\w.:{-])|^[ \t]*\(([\w.:-]+)\)=|\{(?:item|sentence|paragraph)\}`\.?([\w.:-]{2,})`",
    re.MULTILINE,
)


#: The roles that give one.
_ROLES = (OurRole.ITEM.value, OurRole.SENTENCE.value, OurRole.PARAGRAPH.value)


class Written(NamedTuple):
    """Where a label, or a clause, is written: the place, and the conditions and loops around it, outermost first."""

    place: Place
    around: tuple[tuple[str, Place], ...]

    def left_out_by(self) -> str:
        """What leaves it out, in words; empty where it stands in any case."""
        return " or ".join(f"the {word} at {place}" for word, place in self.around)


class _Text(NamedTuple):
    """A text of the agreement, where it stands, whether its lines are lines of the file, and its labels' prefix."""

    text: str
    place: Place
    exact: bool
    prefix: str

    def written(self, line: int) -> Written:
        around = conditions_of(self.text).get(line, ())
        return Written(self._at(line), tuple((each.word, self._at(each.line)) for each in around))

    def _at(self, line: int) -> Place:
        return self.place.below(line - 1) if self.exact else self.place


def written_label(label: str, context: Context) -> Written | None:
    """Where a label is given; None where no text gives it."""
    for each in _texts(context):
        own = label.removeprefix(each.prefix)
        if label.startswith(each.prefix) and own in each.text.lower():  # the others need not be parsed
            line = dict(labels_in(each.text, context.syntax)).get(own)
            if line is not None:
                return each.written(line)
    return None


def likely_labels(context: Context) -> dict[str, Place]:
    """What looks like a label in the agreement's texts, to guess which one is meant, and where it stands first."""
    found: dict[str, Place] = {}
    for each in _texts(context):
        for seen in _LABEL_LIKE.finditer(each.text):
            label = each.prefix + "".join(filter(None, seen.groups())).lower()
            found.setdefault(label, each.written(each.text.count("\n", 0, seen.start(seen.lastindex or 0)) + 1).place)
    return found


def written_clauses(name: str, context: Context) -> list[Written]:
    """Where a clause of that name is placed."""
    lines = {
        each.written(line).place: each.written(line)
        for each in _texts(context)
        for line in range(1, each.text.count("\n") + 2)
    }
    places = (planned.placed.place for planned in context.plan.clauses if planned.name.lower() == name)
    return [lines.get(place, Written(place, ())) for place in places]


def _texts(context: Context) -> Iterator[_Text]:
    for page in context.pages:
        yield _Text(page.body, Place(page.file), True, "")
    for planned in context.plan.clauses:
        yield _Text(*planned.text, f"{planned.name.lower()}.")


@lru_cache(maxsize=64)
def labels_in(text: str, syntax: Syntax) -> tuple[tuple[str, int], ...]:
    """The labels that a text gives, in all its branches, each with its line (from 1)."""
    found: dict[str, int] = {}
    parser = syntax.parser()
    for branch, lines in branches(text):
        for token in parser.parse(branch):
            for label, line in _labels(token):
                found.setdefault(fully_normalize_name(label), lines[min(line, len(lines) - 1)])
    return tuple(found.items())


def _labels(token: Token) -> Iterator[tuple[str, int]]:
    """The labels that a block gives, each with its line in the text that is parsed (from 0)."""
    line = token.map[0] if token.map else 0
    if "id" in token.attrs:
        yield str(token.attrs["id"]), line
    if token.type == "myst_target":
        yield token.content, line
    for child in token.children or ():
        line += child.type in ("softbreak", "hardbreak")
        if child.type == "myst_role" and child.meta["name"] in _ROLES and child.content.strip() not in ("", "_"):
            yield child.content.strip().lstrip("."), line
