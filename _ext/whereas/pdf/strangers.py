"""What a PDF prints beside its text and an agreement does not explain: all that may stand there is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from gettext import translation
from itertools import pairwise
from pathlib import Path

from sphinx import package_dir

from whereas.language.registry import LANGUAGES
from whereas.pdf.asides import Aside, Spot
from whereas.pdf.letters import loose
from whereas.pdf.printed_pages import Paper, PrintedPage

_BULLETS = frozenset("•–\u2217·*")
_LEADER = re.compile(r"\.*(\d+)")
#: Every so manieth line of a copy to mark up bears its number.
_NUMBERED = 5
#: Contents are in two columns where each of these has as many lines at least.
_COLUMN = 10
#: Edges that are one, in points.
_SAME = 1


@dataclass(frozen=True)
class PlacedLine:
    """A line of the text as the PDF has it: its words, how many formulas are in it, its first page and its last."""

    words: str
    formulas: int
    first: int
    last: int


def strangers(paper: Paper, lines: Sequence[PlacedLine], notes: frozenset[str]) -> Iterator[str]:
    """What stands beside the text and should not; `notes` are the numbers of the footnotes."""
    listed = [aside for sheet in paper.sheets for aside in sheet.asides if aside.spot is Spot.CONTENTS]
    in_columns = _are_in_columns(listed)
    for sheet in paper.sheets:
        asides = [aside for aside in sheet.asides if not (aside.words in _BULLETS and aside.begins)]
        known = _Known(sheet, asides, lines, notes, len(paper.body), in_columns)
        for aside in asides:
            if not known.explains(aside):
                said = repr(aside.words[:60]) if aside.words else "what nobody can read off"
                yield f"on page {sheet.label}, beside the text, the PDF says {said}, and the project does not"
    if any(after < before for before, after in pairwise(map(_number, listed))):
        yield "the pages that the contents name are not in order"


@dataclass(frozen=True)
class _Known:
    """A page, and what may stand beside its text; bullets are no longer among its asides."""

    sheet: PrintedPage
    asides: list[Aside]
    lines: Sequence[PlacedLine]
    notes: frozenset[str]
    pages: int
    in_columns: bool  # the pages that the contents name

    def explains(self, aside: Aside) -> bool:
        match aside.spot:
            case Spot.CONTENTS:
                return 0 < _number(aside) <= self.pages and self.in_columns
            case Spot.MARGIN:
                numbers = [each.words for each in self._at(Spot.MARGIN)]
                return numbers == [str(_NUMBERED * number) for number in range(1, len(numbers) + 1)]
            case Spot.HEAD:
                return self._repeats(self._at(Spot.HEAD))
            case Spot.FOOT:
                return aside.words.strip("()") in {after for _, after in _continued()}
            case Spot.RAISED:
                return aside.words in self.notes
        return aside.begins and self._is_of_index(aside)

    def _at(self, spot: Spot) -> list[Aside]:
        return [each for each in self.asides if each.spot is spot]

    def _repeats(self, heads: list[Aside]) -> bool:
        """Whether words above the text are the head of a table that goes on here: whole lines of a page before."""
        words, formulas = "".join(each.words for each in heads), sum(each.formulas for each in heads)
        page = int(self.sheet.label) if self.sheet.label.isdigit() else 0
        before = [line for line in self.lines if line.first < page]
        for mark, _ in _continued():
            if found := mark.match(words):  # the head of what is no table of ours is a part of its line
                return any(words[found.end() :] in line.words for line in before if line.last >= page)
        if any(words == "".join(heads) for heads in _index_heads()):
            return self._has_index(page)
        return any(_begin_with(before[at:], words, formulas) for at in range(len(before)))

    def _has_index(self, upto: int) -> bool:
        """Whether an index of terms has begun on this page or before."""
        found = [line.words for line in self.lines if line.first <= upto]
        wanted = [[term, home, uses] for term, home, _, uses in _index_heads()]
        return any(found[at : at + 3] in wanted for at in range(len(found)))

    def _is_of_index(self, aside: Aside) -> bool:
        """Whether it is the head of the column of pages, or a page in that column."""
        heads = [each for each in self.asides if each.words in {page for _, _, page, _ in _index_heads()}]
        if len(heads) != 1 or not self._has_index(int(self.sheet.label) if self.sheet.label.isdigit() else 0):
            return False
        [head] = heads
        below = head.box.bottom > aside.box.top and abs(head.box.left - aside.box.left) <= _SAME
        return aside is head or (below and 0 < _number(aside) <= self.pages)


def _are_in_columns(listed: Sequence[Aside]) -> bool:
    """Whether the pages that contents name end at one edge or, if they are many, at two: none stands elsewhere."""
    edges = sorted(aside.box.right for aside in listed)
    columns: list[list[float]] = []
    for edge in edges:
        if columns and edge - columns[-1][-1] <= _SAME:
            columns[-1].append(edge)
        else:
            columns.append([edge])
    return len(columns) <= 1 or (len(columns) == 2 and min(map(len, columns)) >= _COLUMN)


def _begin_with(lines: Sequence[PlacedLine], words: str, formulas: int) -> bool:
    """Whether some of the lines, from the first on and whole, say just this."""
    for line in lines:
        if not words.startswith(line.words):
            return False
        words, formulas = words[len(line.words) :], formulas - line.formulas
        if not words:
            return formulas == 0
    return False


def _number(aside: Aside) -> int:
    """The page that dots lead to, or that stands alone; 0 if it is none."""
    found = _LEADER.fullmatch(aside.words)
    return int(found[1]) if found else 0


def _index_heads() -> list[tuple[str, ...]]:
    """The heads of an index of terms, in all languages."""
    return [tuple(map(loose, each.phrases.term_index)) for each in LANGUAGES if each.phrases]


@cache
def _continued() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How Sphinx begins a table or some code that goes on, and what it says below one that will, in any language."""
    found: dict[tuple[str, str], None] = {}
    for file in sorted(Path(package_dir, "locale").glob("*/LC_MESSAGES/sphinx.mo")):
        words = translation("sphinx", file.parents[2], [file.parents[1].name]).gettext
        _add_continued(found, words("Table %s"), words("continued from previous page"), words("continues on next page"))
    _add_continued(found, "Table %s", "continued from previous page", "continues on next page")
    return tuple((re.compile(mark), after) for mark, after in found)


def _add_continued(found: dict[tuple[str, str], None], table: str, before: str, after: str) -> None:
    table, before, after = map(loose, (table.replace("%s", "\0"), before, after))
    mark = f"{re.escape(table)}–{re.escape(before)}".replace("\0", r"\d{1,3}")
    found[f"{mark}|\\({re.escape(before)}\\)$", after] = None  # of a table, of a piece of code
