"""What our directives and roles know of the page they stand in, while it is being read."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docutils import nodes

from whereas.agreement.model import Defined
from whereas.agreement.runs import Foreign
from whereas.agreement.styles import Style
from whereas.agreement.uses import Term
from whereas.assembly.cast import Cast
from whereas.assembly.facts import Facts
from whereas.assembly.files import Files
from whereas.assembly.others import Other
from whereas.assembly.pages import Template
from whereas.assembly.syntax import Syntax
from whereas.assembly.template import Rendered
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.front_matter import Page
from whereas.library.library import Library
from whereas.plan.clause import PlannedClause
from whereas.plan.plan import Plan

_KEY = "whereas_context"


@dataclass
class Context:
    """One page being read: the facts it sees, and what is collected on the way."""

    docname: str
    file: str
    library: Library
    files: Files
    facts: Facts
    style: Style
    syntax: Syntax
    plan: Plan
    template: Template | None = None
    #: labels that cannot be known here are shown, not complained of: a clause's own page
    is_clause_page: bool = False
    #: nobody asks what is wrong with it, or where its terms are used: a text that another is compared with
    words_alone: bool = False
    findings: list[Finding] = field(default_factory=list)
    foreign: list[nodes.Node] = field(default_factory=list)
    #: foreign nodes with labels, for the page to know
    named: list[nodes.Element] = field(default_factory=list)
    depends: set[Path] = field(default_factory=set)
    #: the variants of clauses among them, as the page has them
    variants: set[tuple[Path, str]] = field(default_factory=set)
    #: texts lifted before, for any page; and how often a directive has put something of this page into one
    kept: dict[Any, Any] = field(default_factory=dict)
    of_this_page: int = 0
    #: what anchors begin with, where one page numbers several texts
    anchors: str = ""
    definitions: dict[str, Defined] = field(default_factory=dict)
    #: the agreements whose labels may be cited here without their name
    others: tuple[Other, ...] = ()
    #: the terms of another agreement that are used here, and, once all is settled, those of this one
    imported: tuple[Term, ...] = ()
    terms: tuple[Term, ...] = ()
    #: the terms of other agreements that are used here, `page:term`, each with the place of its first use
    taken: tuple[tuple[str, Place], ...] = ()
    clauses: dict[str, Place] = field(default_factory=dict)
    #: where the agreement stands in a deal's own page
    body: Place | None = None
    #: the pages that its own text is written on: the template's, and a deal's own
    pages: tuple[Page, ...] = ()
    #: the text being parsed now, innermost last, and the prefix of its labels
    texts: list[tuple[Rendered, str]] = field(default_factory=list)

    def place(self, line: int | None) -> Place:
        """The place of a line of the text being parsed now."""
        return self.texts[-1][0].place(line) if self.texts else Place(self.file, line or 1)

    @property
    def seen(self) -> Facts:
        """The facts as the text being parsed now sees them: a clause has some of its own, or by other names."""
        return (self.texts[-1][0].facts if self.texts else None) or self.facts

    def depend_on(self, *clauses: PlannedClause) -> None:
        """Note clauses as what the page is made of, in the variants that are decided on."""
        self.depends.update(each.path for each in clauses)
        self.variants.update((each.path, each.variant) for each in clauses)

    @property
    def cast(self) -> Cast:
        """Looks parties up for this page."""
        return Cast(self.library, self.findings, self.depends)

    @property
    def prefix(self) -> str:
        """What labels of the text being parsed now begin with: its clause's name and a dot, or nothing."""
        return self.texts[-1][1] if self.texts else ""

    def keep(self, node: nodes.Node, text: str = "") -> Foreign:
        """Keep what is no contract text for the page; gives what stands for it in the agreement, with its words."""
        self.foreign.append(node)
        return Foreign(len(self.foreign) - 1, foreign_name(node), text)

    def note(self, failure: FindingsError) -> None:
        """Keep the findings of an exception."""
        self.findings += [finding for finding in failure.findings if finding not in self.findings]


def foreign_name(node: nodes.Node) -> str:
    """What is said of a node that is no contract text: `link`, the name of its role, or that of its class."""
    role = str(node.get("reftype", "")) if isinstance(node, nodes.Element) else ""
    is_link = role == "myst" or (isinstance(node, nodes.reference) and not role)
    return "link" if is_link else role or node.__class__.__name__


def context_of(settings: Any) -> Context | None:
    """The context of the text being parsed now, if that is contract text; `settings` are those of its document."""
    found: Any = getattr(settings, _KEY, None)
    return found if isinstance(found, Context) else None


@contextlib.contextmanager
def entered(settings: Any, context: Context) -> Iterator[None]:
    """Give the roles and directives of a text their context, while the text is parsed."""
    before = getattr(settings, _KEY, None)
    setattr(settings, _KEY, context)
    try:
        yield
    finally:
        setattr(settings, _KEY, before)  # settings are pickled with the page, and a context cannot be
