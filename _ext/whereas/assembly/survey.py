"""What a text says that must be known before it is parsed: clauses, files and tables it takes in, its terms and values.

Read from the tokens of MyST's own parser, options by MyST's own reader of options, in all branches of the template: so
what stands in a comment or in an example is no directive here either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst.states import MarkupError
from markdown_it.token import Token
from myst_parser.parsers.directives import parse_directive_text

from whereas.assembly.branches import PRINTED, branches
from whereas.assembly.syntax import Syntax
from whereas.assembly.template import names_in


def parse_fitting(argument: str | None) -> tuple[tuple[str, str], ...]:
    """`payer=partner, fee=setup_fee`; raises ValueError for anything else."""
    pairs = []
    for part in (argument or "").split(","):
        own, equals, theirs = (piece.strip() for piece in part.partition("="))
        if not (own and equals and theirs):
            raise ValueError("must be pairs like `payer=partner, fee=setup_fee`")
        pairs.append((own, theirs))
    return tuple(pairs)


class ClauseSyntax(Directive):
    """What may be written in a `{clause}` directive."""

    required_arguments = 1
    final_argument_whitespace = False
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "variant": directives.unchanged_required,
        "title": directives.unchanged_required,
        "with": parse_fitting,
        "as": directives.unchanged_required,
        "number": directives.unchanged_required,
        "optional": directives.flag,
    }


class _IncludeSyntax(Directive):
    """What is looked at in an `{include}` directive: the file, and whether its text is parsed."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = dict.fromkeys(
        ("literal", "code", "parser"), directives.unchanged
    )


class _RowsSyntax(Directive):
    """What is looked at in a `{rows}` directive: the value whose rows it shows; its options say how."""

    required_arguments = 1
    option_spec = None


class Directed(NamedTuple):
    """A directive in a text, by its name: the line it begins on (from 1), its argument, its options."""

    name: str
    line: int
    argument: str
    options: dict[str, Any]


class Reading(NamedTuple):
    """What a text places and takes in, in the order of its lines, and the terms it defines with their other names.

    `tables` are the values that it shows as tables of rows.
    """

    directives: tuple[Directed, ...] = ()
    defined: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tables: frozenset[str] = frozenset()


_NOTHING = Reading()
#: Words, and in angle brackets what they stand for.
EXPLICIT = re.compile(r"(?P<words>.+?)\s*<(?P<target>[^<>]+)>", re.DOTALL)


def read_text(text: str, syntax: Syntax) -> Reading:
    """What a text says, a template in all its branches; of what stands in several, each line is read once."""
    return _NOTHING if has_nothing(text) else _read(text, syntax)  # most clauses need not be parsed for that


def has_nothing(text: str) -> bool:
    """Whether a text surely places nothing and defines nothing, in whatever syntax."""
    return "{define}" not in text.lower() and not any(fence in text for fence in (":::", "```", "~~~"))


@lru_cache(maxsize=512)
def _read(text: str, syntax: Syntax) -> Reading:
    found: dict[tuple[str, int, str], Directed] = {}
    defined: dict[str, tuple[str, ...]] = {}
    parser = syntax.parser()
    for branch, lines in branches(text):
        for token in _tokens(parser.parse(branch)):
            if token.type == "myst_role" and token.meta["name"].lower() == "define":
                defined.setdefault(*split_define(token.content))
            elif directed := _directed(token, lines, syntax):
                found.setdefault(directed[:3], directed)
    terms = tuple((term, also) for term, also in defined.items() if PRINTED not in term)
    tables = frozenset(each.argument for each in found.values() if each.name == "rows")
    placed = sorted((each for each in found.values() if each.name != "rows"), key=lambda each: each.line)
    return Reading(tuple(placed), terms, tables)


def names_used(text: str, syntax: Syntax) -> frozenset[str]:
    """The names of facts that a text uses, in all its branches: those it mentions, and those it shows as tables."""
    return names_in(text) | (read_text(text, syntax).tables if "rows" in text.lower() else frozenset())


_SYNTAXES: dict[str, type[Directive]] = {"clause": ClauseSyntax, "include": _IncludeSyntax, "rows": _RowsSyntax}


def _tokens(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or ())


def _directive_name(token: Token, syntax: Syntax) -> str:
    """The name of the directive that a fence is, in MyST's eyes; empty where it is code, or no fence."""
    if token.type not in ("fence", "colon_fence"):
        return ""
    name = (*token.info.split(maxsplit=1), "")[0]
    if name.startswith("{") and name.endswith("}"):
        return name[1:-1].lower()
    return name if token.type == "fence" and name in syntax.config.fence_as_directive else ""


def _directed(token: Token, lines: tuple[int, ...], syntax: Syntax) -> Directed | None:
    """The directive that a token is, if it is one of those looked for; `lines` are those of the template."""
    name = _directive_name(token, syntax)
    if name not in _SYNTAXES or token.map is None:
        return None
    argument = (*token.info.split(maxsplit=1), "", "")[1]
    # MyST keeps a fence that follows at once from being taken for an option
    content = f"\n{token.content}" if token.content.startswith(":::") else token.content
    try:
        parsed = parse_directive_text(_SYNTAXES[name], argument, content)
    except MarkupError:  # told when the directive is run
        return None
    return Directed(name, lines[min(token.map[0], len(lines) - 1)], parsed.arguments[0], parsed.options)


def split_define(text: str) -> tuple[str, tuple[str, ...]]:
    """The term of `{define}` and what else it is called: `Confidential Information <CI, Secrets>`."""
    explicit = EXPLICIT.fullmatch(text.strip())
    if explicit is None:
        return " ".join(text.split()), ()
    also = (" ".join(each.split()) for each in explicit["target"].split(","))
    return " ".join(explicit["words"].split()), tuple(filter(None, also))
