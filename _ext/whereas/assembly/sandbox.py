"""The template language's fence: what may be written, how long it may run. Values, conditions, loops; nothing else.

Jinja's own sandbox guards attributes. It does not stop a loop in a loop in a loop, a number with a billion digits, or a
macro that calls itself, so only the few constructs that contracts need are let through.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import index, truediv
from typing import Any, NamedTuple

import jinja2
import jinja2.nodes as j
import jinja2.sandbox

from whereas.assembly.arithmetic import calculate, is_number
from whereas.assembly.guards import GUARDS, GuardedCode, guard, guarded, nothing_printed, refuse, unguarded, unreadable
from whereas.assembly.known import Known
from whereas.language.nearest import did_you_mean

#: Rounds of all loops of one text together.
MOST_ROUNDS = 20_000
#: The length of a range, and the digits of a number that a text works out.
LONGEST_RANGE, MOST_DIGITS = 1_000, 60
_ALLOWED: tuple[type[j.Node], ...] = (
    j.Template,
    j.Output,
    j.TemplateData,
    j.If,
    j.For,
    j.Assign,
    j.Name,
    j.Const,
    j.List,
    j.Tuple,
    j.Compare,
    j.Operand,
    j.And,
    j.Or,
    j.Not,
    j.Add,
    j.Sub,
    j.Mul,
    j.Div,
    j.Neg,
    j.Pos,
    j.CondExpr,
    j.Filter,
    j.Test,
    j.Getattr,
    j.Getitem,
    j.Call,
    j.Keyword,
)
#: What Jinja can do and contracts have no use for: how it is written, and what to do instead.
_REFUSED = {
    "Concat": ("~", "write the parts one after another"),
    "Macro": ("macro", "write the text out, or make it a clause"),
    "CallBlock": ("call", "write the text out, or make it a clause"),
    "Include": ("include", "use the {clause} directive"),
    "Import": ("import", "use the {clause} directive"),
    "FromImport": ("from", "use the {clause} directive"),
    "Extends": ("extends", "use the {clause} directive"),
    "AssignBlock": ("set", "write the text where it goes"),
    "FilterBlock": ("filter", "put the filter on each value"),
    "With": ("with", "use `{% set x = … %}`"),
    "Block": ("block", "write the text where it goes"),
}
_CALLABLE = ("included", "range")
_TESTS = {"blank", "given", "odd", "even", "divisibleby", "in"}
_COUNTED = "each, counted"


class Refused(NamedTuple):
    """An expression that may not be there, or cannot be read: its line, and why."""

    line: int
    why: str


class Environment(jinja2.sandbox.ImmutableSandboxedEnvironment):
    """Jinja, with what a contract's text may do and no more."""

    code_generator_class = GuardedCode
    intercepted_binops = frozenset({"*", "+", "-", "/"})

    def __init__(self, filters: dict[str, Callable[..., Any]], tests: dict[str, Callable[..., Any]], **options: Any):
        """Take the filters and tests there are, made by `of_known`; Jinja's own are none of them."""
        super().__init__(
            comment_start_string="{##",  # `{#label}` belongs to MyST
            comment_end_string="##}",
            keep_trailing_newline=True,
            optimized=False,
            **options,
        )
        self.globals.clear()
        jinja_tests: dict[str, Any] = {name: self.tests[name] for name in _TESTS & self.tests.keys()}
        self.tests = {**of_known(jinja_tests), **tests}
        guards = dict.fromkeys(GUARDS, _at_run_time)
        self.filters = {**filters, **guards, _COUNTED: _Rounds().count}
        self.refusals: list[Refused] = []

    def _parse(self, source: str, name: str | None, filename: str | None) -> j.Template:
        """Parse as Jinja does; expressions that contracts have no use for are refused, each in its place.

        Raises TemplateSyntaxError where more than an expression is wrong.
        """
        tree = super()._parse(source, name, filename)
        guard(tree)
        for expression in guarded(tree):
            if why := unreadable(expression) or self._wrong(expression.node) or nothing_printed(expression):
                refuse(expression, why)
                self.refusals.append(Refused(expression.lineno, why))
        for node in unguarded(tree):
            self._check(node)
        for loop in list(tree.find_all(j.For)):
            loop.iter = j.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree

    def _wrong(self, expression: j.Expr | None) -> str:
        """What is wrong with an expression."""
        try:
            for node in (expression, *expression.find_all(j.Node)) if expression else ():
                self._check(node)
        except jinja2.TemplateSyntaxError as error:
            return error.message or ""
        return ""

    def _check(self, node: j.Node) -> None:
        kind = type(node).__name__
        if not isinstance(node, _ALLOWED):
            raise jinja2.TemplateSyntaxError(_refusal(*_REFUSED.get(kind, (kind.lower(), ""))), node.lineno)
        if isinstance(node, j.Assign) and any(node.find_all((j.List, j.Tuple))):  # lists of lists of lists
            raise jinja2.TemplateSyntaxError("a list cannot be kept by `set`; write it where it is used", node.lineno)
        if isinstance(node, j.Call) and not (isinstance(node.node, j.Name) and node.node.name in _CALLABLE):
            raise jinja2.TemplateSyntaxError(
                "only `included(…)` and `range(…)` can be called; is a filter meant, as in `x | words`?", node.lineno
            )
        if isinstance(node, j.Filter) and node.name not in self.filters:
            self._unknown("filter", node.name, self.filters, node.lineno)
        if isinstance(node, j.Test) and node.name not in self.tests:
            self._unknown("test", node.name, self.tests, node.lineno)

    def _unknown(self, kind: str, name: str, known: dict[str, Any], line: int) -> None:
        hint = did_you_mean(name, [each for each in known if each.isidentifier()])
        raise jinja2.TemplateSyntaxError(f"there is no {kind} {name!r}; {hint}", line)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether an attribute is a part of something: words, numbers and functions have none."""
        return super().is_safe_attribute(obj, attr, value) and not is_plain(obj) and not inspect.isroutine(obj)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A part by its name; raises ValueError for one by its number."""
        if not isinstance(argument, str):
            raise ValueError("only what has a name stands in brackets; go through a list with `{% for each in … %}`")
        return super().getitem(obj, argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Calculate; raises ValueError for anything but numbers and facts, such as a text a billion times."""
        left, right = _exact(left), _exact(right)
        for side in (left, right):
            if isinstance(side, str | list | tuple | dict):
                raise ValueError(f"`{operator}` calculates with numbers, not with {side!r}")
        if operator == "/" and is_number(left) and is_number(right):
            return calculate(left, right, truediv)
        try:
            result = super().call_binop(context, operator, left, right)
        except TypeError:
            raise ValueError(f"`{operator}` cannot calculate with {str(left)!r} and {str(right)!r}") from None
        except ArithmeticError:
            raise ValueError("nothing can be divided by 0") from None
        if isinstance(result, int | Decimal) and abs(result) >= 10**MOST_DIGITS:
            raise ValueError(f"it works out a number of more than {MOST_DIGITS} digits")
        return result


def is_plain(value: Any) -> bool:
    """Whether a value is words, a number, or several of them, and no fact of the agreement."""
    return isinstance(value, str | int | float | Decimal | list | tuple | range)


def refused_tag(keyword: str) -> str:
    """Why a tag that Jinja knows is none of a contract's; nothing for any other."""
    return next((_refusal(word, instead) for word, instead in _REFUSED.values() if word == keyword), "")


def _refusal(word: str, instead: str) -> str:
    return f"`{word}` is nothing a contract's text can do" + (f"; {instead}" if instead else "")


def _at_run_time(_: object) -> None:
    """Where Jinja works out what is constant: guards never are."""
    raise j.Impossible


def of_known(functions: dict[str, Callable[..., Any]]) -> dict[str, Any]:
    """Filters or tests, of which each gives what is unknown as it came, and says which options it takes."""
    return {name: _of_known(name, function) for name, function in functions.items()}


def _of_known(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def apply(*given: Any, **options: Any) -> Any:
        for each in (*given, *options.values()):
            if isinstance(each, jinja2.Undefined):
                return each
        try:
            return function(*given, **options)
        except TypeError:
            _check_options(name, function, given, options)
            raise

    return apply


def _check_options(name: str, function: Callable[..., Any], given: tuple[Any, ...], options: dict[str, Any]) -> None:
    """Raise ValueError where a filter or test is given what it does not take."""
    try:
        inspect.signature(function).bind(*given, **options)
    except TypeError as error:
        raise ValueError(f"`{name}`: {error}") from None


def bounded_range(*limits: Any) -> Any:
    """`range(…)` of a template, of a blank the blank; raises ValueError for one longer than any contract needs."""
    for limit in limits:
        if isinstance(limit, Known) and limit._value is None:
            limit._decides()
            return (limit,)
    try:
        found = range(*(index(limit._value if isinstance(limit, Known) else limit) for limit in limits))
    except TypeError:
        raise ValueError("a range goes from and to whole numbers") from None
    if len(found) > LONGEST_RANGE:
        raise ValueError(f"the range is longer than {LONGEST_RANGE:,}")
    return found


class _Rounds:
    """Counts the rounds of all loops of one text."""

    def __init__(self) -> None:
        self.left = MOST_ROUNDS

    def count(self, items: Any) -> Iterator[Any]:
        for item in items:
            self.left -= 1
            if self.left < 0:
                raise ValueError(f"its loops go round more than {MOST_ROUNDS:,} times")
            yield item


def _exact(number: Any) -> Any:
    """What Jinja reads as 0.1 is a tenth."""
    return Decimal(str(number)) if isinstance(number, float) else number
