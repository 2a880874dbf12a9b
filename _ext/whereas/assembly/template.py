"""The template language: Jinja2, sandboxed and strict, whose output is MyST text with slots where facts go.

Nothing that `{{ … }}` prints ever becomes text to be parsed: it is put aside, and a mark of private-use characters
keeps its place. So a value cannot change markup, whatever is in it. Every line of the output knows its file and line.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from types import CodeType
from typing import Any, NamedTuple

import jinja2
import jinja2.meta

from whereas.agreement.runs import Broken, Run
from whereas.agreement.walk import text_of
from whereas.assembly.facts import Facts, all_parties
from whereas.assembly.leftovers import MARKUP
from whereas.assembly.marks import LOOP, LOOP_END, PRIVATE, ROUND, SLOT, TRACE, slot_mark
from whereas.assembly.mending import mended
from whereas.assembly.printer import TEMPLATE, Printer
from whereas.assembly.sandbox import Refused, bounded_range
from whereas.library.finding import Finding, Place

_SLOT_AND_STOP = re.compile(rf"{SLOT.pattern}(\.(?!\.)|)")
#: A line of nothing but tags and comments, which vanishes with its line end.
_TAGS_ONLY = re.compile(r"[ \t]*(?:(?:\{%.*?%\}|\{##.*?##\})[ \t]*)+")
#: A run-in item that has no label.
#: How other programs write a value; but not a role, nor the name of a directive.
_ELSEWHERE = re.compile(r"(?<![\w{\\:`$])\$?\{[ \t]*(\w+)[ \t]*\}(?![}`])|\[\[[ \t]*(\w+)[ \t]*\]\]")
_ITEM = re.compile(r"\{item\}`\s*_\s*`")
#: Output longer than this (characters) is refused: no agreement is, but a loop in a loop may be.
LONGEST = 5_000_000


class Trace(NamedTuple):
    """Which line of a template a line comes from, and in which round of each loop around it, outermost first."""

    line: int
    rounds: tuple[int, ...] = ()


@dataclass(frozen=True)
class Rendered:
    """MyST text with slots, the place of each of its lines, and what goes into the slots.

    `source` is the template that it comes from, if it comes from one, and `traces` say how; without any, line by line.
    `facts` are those that it was rendered with.
    """

    text: str
    places: tuple[Place, ...]
    slots: tuple[Run, ...]
    findings: tuple[Finding, ...] = ()
    source: str = ""
    traces: tuple[Trace, ...] = ()
    facts: Facts | None = field(default=None, compare=False)

    def trace(self, line: int) -> Trace:
        """Where a line of the text (from 1) comes from."""
        return self.traces[min(line, len(self.traces)) - 1] if self.traces else Trace(line)

    def place(self, line: int | None) -> Place:
        """The place of a line of the text (from 1); of the first line where none is given."""
        return self.places[min(max((line or 1) - 1, 0), len(self.places) - 1)]

    def is_whole(self, first: int, last: int) -> bool:
        """Whether no line of the source was left out, or repeated, between two lines of the text."""
        lines = [place.line for place in self.places[first - 1 : last]]
        return all(after - before in (0, 1) for before, after in pairwise(lines))


def fill_text(text: str, slots: tuple[Run, ...]) -> str:
    """Plain text, or an address, with the slots' words in it."""
    text = re.sub(r"%EE%80%80(\d+)%EE%80%81", "\ue000\\1\ue001", text)
    text = re.sub(r"xn--[a-z0-9-]+", _slot_in_host, text, flags=re.IGNORECASE)
    return _SLOT_AND_STOP.sub(lambda found: _with_one_stop(text_of((slots[int(found[1])],)), found[2]), text)


def _with_one_stop(words: str, stop: str) -> str:
    return words if words.endswith(".") else words + stop


def _slot_in_host(found: re.Match[str]) -> str:
    """A mark that Markdown has encoded as part of a host's name; other names stay encoded."""
    try:
        host = found[0][4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return found[0]
    return host if SLOT.search(host) else found[0]


def render_template(text: str, place: Place, facts: Facts, whole_lines: bool = True) -> Rendered:
    """Render text that stands at `place`; without `whole_lines` every line of it is said to stand just there.

    A fault in the template gives a finding and, where the rest cannot be had, text that shows the fault.
    """

    def at(line: int) -> Place:
        return place.below(line - 1) if whole_lines else place

    findings: list[Finding] = []
    if found := PRIVATE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        findings.append(TEMPLATE.at(at(line), "a private-use character (U+E000 to U+E006) cannot stand in text"))
        text = PRIVATE.sub("\N{REPLACEMENT CHARACTER}", text)
    findings += _single_braces(text, at, facts)
    text = _counting_items(text)
    if "{{" not in text and "{%" not in text and "{##" not in text:
        return Rendered(
            text, tuple(at(line) for line in range(1, text.count("\n") + 2)), (), tuple(findings), text, (), facts
        )
    printer = Printer(facts, at, text)
    printer.findings = findings
    try:
        read = _read(text)
        findings += [TEMPLATE.at(at(each.line), _unreadable(each.why)) for each in read.refused]
        findings += (_renamed(name, at(line)) for name, line in read.given if name in facts.values | facts.roles)
        rendered = "".join(_pieces(jinja2.Template.from_code(printer, read.code, {}), printer))
    except jinja2.TemplateSyntaxError as error:
        findings.append(TEMPLATE.at(at(error.lineno), _unreadable(error.message or "")))
        return _broken(text, at, findings)
    except Exception as error:  # whatever a template may raise is its author's to mend
        printer.failed(error)
        return _broken(text, at, findings)
    words, traces, places = _laid_out(rendered, text, place, whole_lines)
    return Rendered(words, places or (place,), tuple(printer.slots), tuple(findings), text, traces, facts)


@lru_cache(maxsize=1 << 12)  # values are slots, so that most deals have it alike
def _laid_out(
    rendered: str, text: str, place: Place, whole_lines: bool
) -> tuple[str, tuple[Trace, ...], tuple[Place, ...]]:
    """What a template's text gave: its words, and of each line where it comes from, in the text and in its file."""
    lines = traced(rendered, text)
    places = tuple(place.below(trace.line - 1) if whole_lines else place for _, trace in lines)
    return "\n".join(line for line, _ in lines), tuple(trace for _, trace in lines), places


def _renamed(name: str, place: Place) -> Finding:
    message = f"{name!r} is declared, and cannot be something else in the text"
    return TEMPLATE.at(place, message, "give what `set` or `for` names another name")


def _single_braces(text: str, at: Callable[[int], Place], facts: Facts) -> Iterator[Finding]:
    """Names of facts that are written as other programs want it, and would be printed as they are."""
    for found in _elsewhere(text):
        name = found[1] or found[2]
        if name in facts.values or name in facts.roles:
            message = f"{found[0]!r} is markup out of place, and would be printed as words"
            hint = f"a value is written {{{{ {name} }}}}; write \\{found[0]} if it belongs to the words"
            yield MARKUP.at(at(text.count("\n", 0, found.start()) + 1), message, hint)


@lru_cache(maxsize=1 << 12)
def _elsewhere(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_ELSEWHERE.finditer(text))


def _counting_items(text: str) -> str:
    """The text with its run-in items that have no label told apart, before conditions leave any out."""
    count = itertools.count(1)
    return _ITEM.sub(lambda _: f"{{item}}`_{next(count)}`", text) if "{item}" in text else text


def traced(rendered: str, text: str) -> list[tuple[str, Trace]]:
    """The lines that a template's text, or a part of it, gave, each with where it comes from.

    A line of nothing but tags is gone; one that several lines gave words comes from the first of them.
    """
    tags = {number for number, line in enumerate(text.split("\n"), start=1) if _TAGS_ONLY.fullmatch(line)}
    lines: list[tuple[str, Trace]] = []
    current, rounds = 1, list[int]()
    for marked in rendered.split("\n"):
        line, first, marks = "", None, set[int]()
        for index, piece in enumerate(TRACE.split(marked)):
            if not index % 2:
                line += piece
                if first is None and marks and piece.strip():
                    first = Trace(current, tuple(rounds))
            elif piece == LOOP:
                rounds = [*rounds, 0]
            elif piece == ROUND:
                rounds = [*rounds[:-1], (rounds or [0])[-1] + 1]
            elif piece == LOOP_END:
                rounds = rounds[:-1]
            else:
                current = int(piece[1:-1])
                marks.add(current)
        current, _ = trace = first or Trace(current, tuple(rounds))
        if line.strip() or not marks or not tags.issuperset(marks):
            lines.append((line, trace))
    return lines


def _broken(text: str, at: Callable[[int], Place], findings: list[Finding]) -> Rendered:
    """What stands for text whose template fails: one paragraph that shows the fault."""
    lead = len(text) - len(text.lstrip("\n"))
    places = tuple(at(line) for line in range(1, lead + 2))
    text = "\n" * lead + slot_mark(0)
    return Rendered(text, places, (Broken(f"[{findings[-1].message}]"),), tuple(findings), text)


def _unreadable(why: str) -> str:
    return f"the template cannot be read: {why}"


def _pieces(template: jinja2.Template, printer: Printer) -> Iterator[str]:
    """What a template gives, piece by piece, with the faults of conditions and loops where they stand."""
    length = 0
    for piece in template.generate(_names(printer.facts)):
        yield from printer.faults()
        yield piece
        printer.said(piece)
        length += len(piece)
        if length > LONGEST:
            raise ValueError(f"it gives more than {LONGEST:,} characters")
    yield from printer.faults()


def names_in(text: str) -> frozenset[str]:
    """The names of facts that a text mentions, in all its branches; of tags none where they cannot be read."""
    if "{{" not in text and "{%" not in text:
        return frozenset()
    try:
        return _read(text).names
    except (jinja2.TemplateSyntaxError, RecursionError):  # told where it is rendered
        return frozenset()


def holds(condition: str, facts: Facts) -> bool:
    """Whether a condition is met, as `{% if … %}` would find; raises ValueError when it cannot be read."""
    printer = Printer(facts, lambda line: Place("", line))
    if "%}" in condition or "{" in condition:
        raise ValueError("cannot be read: a condition is written here without braces")
    try:
        read = _read(f"{{% if {condition} %}}{{{{ 1 }}}}{{% endif %}}")
        if read.refused:
            raise ValueError(f"cannot be read: {read.refused[0].why}")
        jinja2.Template.from_code(printer, read.code, {}).render(_names(facts))
    except jinja2.TemplateSyntaxError as error:
        raise ValueError(f"cannot be read: {error.message}") from None
    if printer.findings:
        raise ValueError(f"is wrong: {printer.findings[0]}")
    return bool(printer.slots)


class _Read(NamedTuple):
    """A template read: its code, the names of facts in it, the expressions that are refused, and what it names itself.

    That is what `set` and `for` give a name, each with its line.
    """

    code: CodeType
    names: frozenset[str]
    refused: tuple[Refused, ...]
    given: tuple[tuple[str, int], ...]


@lru_cache(maxsize=2048)
def _read(text: str) -> _Read:
    """A text made ready, the same in every language. Raises TemplateSyntaxError where it cannot even be mended."""
    printer = Printer(Facts(), lambda line: Place("", line))
    tree = _tree(text, printer)
    names = frozenset(jinja2.meta.find_undeclared_variables(tree)) - {"included", "range"}
    given = dict.fromkeys((each.name, each.lineno) for each in tree.find_all(jinja2.nodes.Name) if each.ctx == "store")
    return _Read(printer.compile(tree), names, tuple(printer.refusals), tuple(given))


def parse_template(text: str) -> jinja2.nodes.Template:
    """The tree of a text, its own lines marked, as `traced` reads them. Raises TemplateSyntaxError, RecursionError."""
    return _tree(text, Printer(Facts(), lambda line: Place("", line)))


def _tree(text: str, printer: Printer) -> jinja2.nodes.Template:
    try:
        return printer.parse(text)
    except jinja2.TemplateSyntaxError:
        readable = mended(text, printer.parse)
        printer.refusals.clear()
        return printer.parse(readable)


def _names(facts: Facts) -> dict[str, Any]:
    """What the text can name: values, roles, `parties`, `deal` and `included(clause)`."""
    return {
        "parties": all_parties(facts.roles, facts.wording),
        "deal": facts.deal,
        "included": facts.includes,
        "range": bounded_range,
        **facts.lenders,
        **facts.roles,
        **facts.values,
    }
