"""Runs one text's template: what is printed goes into slots, and what fails or is unknown leaves a fault in its place.

A fault is a finding at its line, and visible: where it is printed, or where the condition or the loop stands that
depends on it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import jinja2

from whereas import language
from whereas.agreement.runs import Broken, Run, TermUse, Text, Value
from whereas.agreement.walk import text_of
from whereas.assembly.expressions import expression_of
from whereas.assembly.facts import Facts, Role, RoleWords, fact_meant
from whereas.assembly.filters import TESTS, build_filters
from whereas.assembly.known import Known, parts_of
from whereas.assembly.line_marks import LineMarks
from whereas.assembly.marks import SLOT, TRACE, slot_mark
from whereas.assembly.row import Label, Row
from whereas.assembly.sandbox import Environment, is_plain, of_known
from whereas.assembly.wrong_articles import wrong_article
from whereas.assembly.wrong_verbs import opens_sentence, wrong_verb
from whereas.language import Wording
from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Address, Duration, Money
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule, example_page
from whereas.library.rules import UNKNOWN_VALUE
from whereas.sphinx_seam.jinja import asked

ARTICLE = Rule(
    "article",
    "The article before what is filled in is the right one, and stands once.",
    bad="1. The {{ buyer }} pays.",
    good="1. {{ buyer }} pays.",
)
VERB = Rule(
    "verb-of-one",
    "After several in one role the verb is that of several.",
    bad={
        **example_page("1. {{ buyer }} is bound.", "roles: {buyer: Buyer}"),
        "deals/a.yaml": "agreement: a\nparties: {buyer: [orbit, acme]}",
    },
    good={
        **example_page('1. {{ buyer }} {{ buyer | verb("is", "are") }} bound.', "roles: {buyer: Buyer}"),
        "deals/a.yaml": "agreement: a\nparties: {buyer: [orbit, acme]}",
    },
    severity="warning",
)
TEMPLATE = Rule(
    "template",
    "What stands between braces can be worked out.",
    bad="1. The fee is {{ 10 | dearer }}.",
    good="1. The fee is {{ 10 }}.",
)


#: What can be printed beside facts: what stands in a template, and what is worked out.
_PRINTED = (str, int, Decimal, datetime.date, Duration, Money, Address, tuple)
#: So much of what has been printed tells which words stand before what comes next.
_REMEMBERED = 300


class Printer(Environment):
    """Jinja for one text and the facts it sees; `at` tells the place of each of its lines.

    `slots` is what has been printed, `findings` what is wrong, `waiting` the marks of faults to come.
    """

    def __init__(self, facts: Facts, at: Callable[[int], Place], text: str = "") -> None:
        """Take the facts, the places, and the text itself, of which hints quote."""
        self.facts, self.at, self.text = facts, at, text
        self.slots: list[Run] = []
        self.findings: list[Finding] = []
        self.waiting: list[str] = []
        self._before = ""  # the end of what has been printed
        self._subject: Role | None = None  # several, if a sentence has just begun with them
        self.line, self.name = 1, ""  # of the expression that is being worked out
        self.unknown: list[str] = []  # how each name that is none of the facts has been shown

        class Mine(Unknown):
            printer = self

        super().__init__(
            _filters(facts.wording), _tests(), undefined=Mine, finalize=self._finalize, extensions=[LineMarks]
        )

    def text_of_line(self) -> str:
        """The line of the text that is being worked out."""
        return "".join(self.text.split("\n")[self.line - 1 : self.line])

    # ---- the guards: each takes the line of an expression and a function that works it out

    def printed(self, line: int, work: Callable[[], Any], name: str = "") -> Any:
        """What an expression comes to, or a fault; `name` is what it begins with."""
        self.line, self.name, before = line, name, len(self.unknown)
        self.facts.undecided.here = self.at(line)
        try:
            value = work()
        except jinja2.TemplateSyntaxError as error:  # told when the text was read
            return self._fault(f"the template cannot be read: {error.message}")
        except Exception as error:  # whatever an expression may raise is its author's to mend
            return self.failed(error)
        return self._fault(self.unknown[-1][1:-1]) if len(self.unknown) > before else value

    def met(self, line: int, work: Callable[[], Any]) -> bool:
        """Whether a condition is met; one that cannot be worked out is not, and shows it."""
        return bool(self._shown(self.printed(line, lambda: bool(work())), False))

    def listed(self, line: int, work: Callable[[], Any]) -> tuple[Any, ...]:
        """What a loop goes through; nothing where that cannot be worked out, which shows it."""
        return self._shown(self.printed(line, lambda: _items(work())), ())  # type: ignore[no-any-return]

    def refused(self, line: int, work: Callable[[], str]) -> Any:
        """An expression that may not be there: raises TemplateSyntaxError with what says why."""
        raise jinja2.TemplateSyntaxError(work(), line)

    def failed(self, error: Exception) -> Unknown:
        """The fault that an exception is, and its finding."""
        message = f"this cannot be worked out: {_reason(error)}"
        self.note(TEMPLATE.at(self.at(self.line), message))
        return self._fault(message)

    def _fault(self, text: str) -> Unknown:
        fault: Unknown = self.undefined()  # type: ignore[assignment]
        fault.text = f"[{text}]"
        return fault

    def _shown(self, value: Any, instead: Any) -> Any:
        """A value; for a fault something else, the fault being shown before the next words."""
        if not isinstance(value, Unknown):
            return value
        self.waiting.append(self._slot(Broken(str(value))))
        return instead

    # ---- what is printed

    @jinja2.pass_context  # so that constants too are printed when their line is run, not when it is compiled
    def _finalize(self, _: jinja2.runtime.Context, value: Any) -> str:
        if isinstance(value, Label):
            return value
        try:
            run = self._run_of(value)
        except Exception as error:  # as where it is worked out
            return self._slot(Broken(str(self.failed(error))))
        self._check_article(run, value)
        return self._slot(run)

    def said(self, piece: str) -> None:
        """Take note of what has been printed; a verb of one, right after several, is told."""
        if self._subject and not SLOT.match(piece):
            if found := wrong_verb(TRACE.sub("", piece), self._subject, self.facts.wording):
                self.note(VERB.at(self.at(self.line), *found))
            self._subject = None
        self._before = (self._before + piece)[-_REMEMBERED:]

    def _check_article(self, run: Run, value: Any) -> None:
        """Report an article that stands wrongly before what is printed now: the the Company, an 3."""
        if not isinstance(run, TermUse | Value):
            return
        before = SLOT.sub(lambda found: text_of((self.slots[int(found[1])],)), TRACE.sub("", self._before))
        if isinstance(value, Role) and len(value) > 1 and opens_sentence(before, self.facts.wording):
            self._subject = value
        if found := wrong_article(before.rstrip('*_“"„«‘'), run, value, self.name, self.facts.wording):
            self.note(ARTICLE.at(self.at(self.line), *found))

    def _slot(self, run: Run) -> str:
        self.slots.append(run)
        return slot_mark(len(self.slots) - 1)

    def _run_of(self, value: Any) -> Run:
        match value:
            case Known() | Role() | RoleWords() | Row():
                return value._run()
            case jinja2.Undefined():
                return Broken(str(value))
            case float():  # which stands in the template, as 0.5
                value = Decimal(str(value))
            case list():
                value = tuple(value)
            case _ if not isinstance(value, _PRINTED) and "__str__" not in vars(type(value)):
                raise ValueError(f"{expression_of(self.text_of_line(), self.name)} is nothing that can be printed")
        return Text(language.format_value(value, self.facts.wording))

    def faults(self) -> Iterator[str]:
        """The marks of faults that are waiting to be shown."""
        yield from self.waiting
        self.waiting.clear()

    def note(self, finding: Finding) -> None:
        """Keep a finding, once."""
        if finding not in self.findings:
            self.findings.append(finding)


@cache
def _filters(wording: Wording) -> dict[str, Any]:
    """The filters of a language, as they are for every text in it."""
    return of_known(build_filters(wording))


@cache
def _tests() -> dict[str, Any]:
    return of_known(TESTS)


class Unknown(jinja2.ChainableUndefined):
    """A name that is none of the facts, or something that could not be worked out: a visible gap.

    Whatever is made of it is as unknown. The finding comes when it is first asked for.
    """

    printer: Printer
    text = ""  # of what could not be worked out, which is told already

    def _note(self) -> str:
        name, owner = asked(self)
        if self.text:
            self.printer.unknown.append(self.text)
            return self.text
        if isinstance(owner, Role):
            message, hint = f"a party has no {name!r}", fact_meant(name, owner, self.printer.text_of_line())
        elif isinstance(owner, Known):
            message = f"{owner._name!r} ({owner._declared.type}) has no {name!r}"
            hint = did_you_mean(name, parts_of(owner))
        elif isinstance(owner, Row):
            message, hint = owner._without(name)
        elif is_plain(owner):
            message, hint = f"{self.printer.name or str(owner)!r} has no {name!r}: it is plain words, or a number", ""
        elif any(owner is lender for lender in self.printer.facts.lenders.values()):
            message = f"the agreement {owner._name!r} has no value and no role {name!r}"
            hint = did_you_mean(name, {*owner._facts.values, *owner._facts.roles})
        elif name in (self.printer.facts.unnamed or ()):
            message = f"{name!r} is a role of the agreements that have this clause, but the clause does not name it"
            hint = f"add it to the `roles:` of the clause, as in `roles: [{name}]`"
        else:
            message = f"the value {name!r} is used here and declared nowhere"
            hint = self.printer.facts.unknown(name)
        self.printer.note(UNKNOWN_VALUE.at(self.printer.at(self.printer.line), message, hint))
        self.printer.unknown.append(f"[{name}?]")
        return f"[{name}?]"

    def _same(self, *_: object) -> Unknown:
        self._note()
        return self

    def _never(self, *_: object) -> bool:
        self._note()
        return False

    def __str__(self) -> str:
        return self._note()

    def __bool__(self) -> bool:
        return self._never()

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __len__(self) -> int:
        self._note()
        return 0

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _never  # type: ignore[assignment]
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _same  # type: ignore[assignment]
    __neg__ = __pos__ = _same  # type: ignore[assignment]
    __hash__ = jinja2.Undefined.__hash__


def _reason(error: Exception) -> str:
    """What an error says to authors."""
    match error:
        case ValueError() | jinja2.TemplateError():
            return str(error)
        case ArithmeticError():
            return "nothing can be divided by 0"
    return "these cannot be combined like this"


def _items(many: Any) -> tuple[Any, ...]:
    try:
        return tuple(many)
    except TypeError:
        raise ValueError(f"{str(many)!r} is no list") from None
