"""The template language: Jinja2, sandboxed and strict, whose output is MyST text with slots where facts go.

Nothing that `{{ … }}` prints ever becomes text to be parsed: it is put aside, and a mark of private-use characters
keeps its place. So a value cannot change markup, whatever is in it. Every line of the output knows its file and line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

import jinja2
import jinja2.ext
import jinja2.lexer
import jinja2.meta

from whereas import language
from whereas.agreement.runs import Broken, Run, TermUse, Text
from whereas.agreement.walk import text_of
from whereas.assembly.facts import Facts, Role, all_parties
from whereas.assembly.filters import TESTS, Owner, build_filters
from whereas.assembly.known import Known, parts_of
from whereas.assembly.party_facts import PARTY_FACTS
from whereas.assembly.sandbox import Environment, bounded_range
from whereas.library.finding import Finding, Place, did_you_mean
from whereas.sphinx_seam.jinja import asked

_OPEN, _CLOSE, _LINE, _LINE_END = "\ue000", "\ue001", "\ue002", "\ue003"
SLOT = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_MARK = re.compile(f"{_LINE}(\\d+){_LINE_END}")
#: A line of nothing but tags and comments, which vanishes with its line end.
_TAGS_ONLY = re.compile(r"[ \t]*(?:(?:\{%.*?%\}|\{##.*?##\})[ \t]*)+")
_PRIVATE = re.compile(f"[{_OPEN}-{_LINE_END}]")
#: Output longer than this (characters) is refused: no agreement is, but a loop in a loop may be.
LONGEST = 5_000_000


@dataclass(frozen=True)
class Rendered:
    """MyST text with slots, the place of each of its lines, and what goes into the slots."""

    text: str
    places: tuple[Place, ...]
    slots: tuple[Run, ...]
    findings: tuple[Finding, ...] = ()

    def place(self, line: int | None) -> Place:
        """The place of a line of the text (from 1); of the first line where none is given."""
        return self.places[min(max((line or 1) - 1, 0), len(self.places) - 1)]


def fill_text(text: str, slots: tuple[Run, ...]) -> str:
    """Plain text, or an address, with the slots' words in it."""
    text = re.sub(r"%EE%80%80(\d+)%EE%80%81", "\ue000\\1\ue001", text)
    text = re.sub(r"xn--[a-z0-9-]+", _slot_in_host, text, flags=re.IGNORECASE)
    return SLOT.sub(lambda found: text_of((slots[int(found[1])],)), text)


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
    if found := _PRIVATE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        findings.append(
            Finding(at(line), "template", "a private-use character (U+E000 to U+E003) cannot stand in text")
        )
        text = _PRIVATE.sub("\N{REPLACEMENT CHARACTER}", text)
    if "{{" not in text and "{%" not in text and "{##" not in text:
        return Rendered(text, tuple(at(line) for line in range(1, text.count("\n") + 2)), (), tuple(findings))
    slots: list[Run] = []
    environment = _environment(facts, slots, findings, at)
    try:
        code, _ = _compiled(text)
        template = jinja2.Template.from_code(environment, code, {})
        rendered = "".join(_bounded(template.generate(_names(facts))))
    except jinja2.TemplateSyntaxError as error:
        findings.append(Finding(at(error.lineno), "template", f"the template cannot be read: {error.message}"))
        return _broken(text, at, findings)
    except Exception as error:  # whatever a template may raise is its author's to mend
        line = _line_of(error.__traceback__)
        findings.append(Finding(at(line), "template", f"the template fails here: {error}"))
        return _broken(text, at, findings)
    lines = traced(rendered, text)
    places = tuple(at(number) for _, number in lines)
    return Rendered("\n".join(line for line, _ in lines), places or (place,), tuple(slots), tuple(findings))


def traced(rendered: str, text: str) -> list[tuple[str, int]]:
    """The lines that a template's text gave, each with its line there; a line of nothing but tags is gone."""
    tags = {number for number, line in enumerate(text.split("\n"), start=1) if _TAGS_ONLY.fullmatch(line)}
    lines: list[tuple[str, int]] = []
    current = 1
    for marked in rendered.split("\n"):
        before, *pieces = _MARK.split(marked)
        marks, texts = [int(mark) for mark in pieces[::2]], pieces[1::2]
        line = "".join((before, *texts))
        if marks:
            current = next((mark for mark, words in zip(marks, texts, strict=True) if words.strip()), marks[-1])
            if not line.strip() and tags.issuperset(marks):
                continue
        lines.append((line, current))
    return lines


def _broken(text: str, at: Callable[[int], Place], findings: list[Finding]) -> Rendered:
    """What stands for text whose template fails: one paragraph that shows the fault."""
    lead = len(text) - len(text.lstrip("\n"))
    places = tuple(at(line) for line in range(1, lead + 2))
    return Rendered("\n" * lead + f"{_OPEN}0{_CLOSE}", places, (Broken(f"[{findings[-1].message}]"),), tuple(findings))


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise ValueError(f"it gives more than {LONGEST:,} characters")
        yield piece


def names_in(text: str) -> frozenset[str]:
    """The names of facts that a text mentions, in all its branches; none where it cannot be read."""
    if "{{" not in text and "{%" not in text:
        return frozenset()
    try:
        return _compiled(text)[1]
    except (jinja2.TemplateSyntaxError, RecursionError):  # told where it is rendered
        return frozenset()


def holds(condition: str, facts: Facts) -> bool:
    """Whether a condition is met, as `{% if … %}` would find; raises ValueError when it cannot be read."""
    findings: list[Finding] = []
    environment = _environment(facts, [], findings, lambda line: Place("", line))
    try:
        code, _ = _compiled(f"{{% if {condition} %}}{{{{ 1 }}}}{{% endif %}}")
        met = bool(jinja2.Template.from_code(environment, code, {}).render(_names(facts)))
    except jinja2.TemplateSyntaxError as error:
        raise ValueError(f"cannot be read: {error.message}") from None
    except Exception as error:  # whatever a template may raise is its author's to mend
        raise ValueError(f"fails: {error}") from None
    if findings:
        raise ValueError(str(findings[0]))
    return met


def parse_template(text: str) -> jinja2.nodes.Template:
    """The tree of a text, its own lines marked, as `traced` reads them. Raises TemplateSyntaxError, RecursionError."""
    return _environment(Facts(), [], [], lambda line: Place("", line)).parse(text)


@lru_cache(maxsize=2048)
def _compiled(text: str) -> tuple[CodeType, frozenset[str]]:
    """A text made ready, and the names in it, the same in every language. Raises TemplateSyntaxError."""
    environment = _environment(Facts(), [], [], lambda line: Place("", line))
    code = environment.compile(text)
    return code, frozenset(jinja2.meta.find_undeclared_variables(environment.parse(text))) - {"included", "range"}


def _names(facts: Facts) -> dict[str, Any]:
    """What the text can name: values, roles, `parties`, `deal` and `included(clause)`."""
    return {
        "parties": all_parties(facts.roles, facts.wording),
        "deal": facts.deal,
        "included": facts.includes,
        "range": bounded_range,
        **facts.roles,
        **facts.values,
    }


class _LineMarks(jinja2.ext.Extension):
    """Puts a mark of its line before each line of text, so that the output can be traced to the source."""

    def filter_stream(self, stream: jinja2.lexer.TokenStream) -> Iterator[jinja2.lexer.Token]:
        for token in stream:
            if token.type != "data":
                yield token
                continue
            lines = token.value.split("\n")
            marked = (f"{_LINE}{token.lineno + index}{_LINE_END}{text}" for index, text in enumerate(lines))
            yield jinja2.lexer.Token(token.lineno, "data", "\n".join(marked))


def _environment(
    facts: Facts, slots: list[Run], findings: list[Finding], at: Callable[[int], Place]
) -> jinja2.Environment:
    def slot(run: Run) -> str:
        slots.append(run)
        return f"{_OPEN}{len(slots) - 1}{_CLOSE}"

    def run_of(value: Any) -> Run:
        match value:
            case Known() | Role():
                return value._run()
            case Owner():
                return TermUse(value._role._name, str(value))
            case jinja2.Undefined():
                return Broken(str(value))
        return Text(language.format_value(value, facts.wording))

    @jinja2.pass_context  # so that constants too are printed when their line is run, not when it is compiled
    def finalize(_: jinja2.runtime.Context, value: Any) -> Any:
        return slot(run_of(value))

    class Unknown(jinja2.ChainableUndefined):
        """A name that is none of the facts: a finding at its line, and a visible gap."""

        def _note(self) -> str:
            name, owner = asked(self)
            if isinstance(owner, Role):
                message = f"a party has no {name!r}"
                hint = did_you_mean(name, PARTY_FACTS) or f"`.facts.{name}` is what a party's own `facts:` say"
            elif isinstance(owner, Known):
                message = f"{owner._name!r} ({owner._declared.type}) has no {name!r}"
                hint = did_you_mean(name, parts_of(owner))
            else:
                message, hint = f"the value {name!r} is used here and declared nowhere", facts.unknown(name)
            finding = Finding(at(_line_here()), "unknown-value", message, hint)
            if finding not in findings:
                findings.append(finding)
            return f"[{name}?]"

        def __str__(self) -> str:
            return self._note()

        def __bool__(self) -> bool:
            self._note()
            return False

        def __iter__(self) -> Iterator[Any]:
            self._note()
            return iter(())

        def __eq__(self, other: object) -> bool:
            self._note()
            return False

        __hash__ = jinja2.Undefined.__hash__

    return Environment(
        build_filters(facts.wording), TESTS, undefined=Unknown, finalize=finalize, extensions=[_LineMarks]
    )


def _line_here() -> int:
    """The line of the template that is being run."""
    frame = sys._getframe()
    while frame is not None:
        if frame.f_code.co_filename == "<template>":
            return _source_line(frame.f_globals, frame.f_lineno)
        frame = frame.f_back  # type: ignore[assignment]
    return 1


def _line_of(traceback: Any) -> int:
    """The line of the template in which an error was raised."""
    line = 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = (
                traceback.tb_lineno
                if "__jinja_template__" not in traceback.tb_frame.f_globals
                else (_source_line(traceback.tb_frame.f_globals, traceback.tb_lineno))
            )
        traceback = traceback.tb_next
    return line


def _source_line(names: dict[str, Any], line: int) -> int:
    template = names.get("__jinja_template__")
    return template.get_corresponding_lineno(line) if template is not None else line
