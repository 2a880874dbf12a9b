"""The roles: references, definitions in text, run-in items."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxRole

from whereas.agreement.rules import MISPLACED
from whereas.agreement.runs import Broken, Form, Item, Part, Reference, Styled, Text
from whereas.agreement.terms import defining
from whereas.agreement.uses import LONGEST_TERM
from whereas.agreement.walk import text_of
from whereas.assembly.case_filters import CASES
from whereas.assembly.context import context_of
from whereas.assembly.stand_ins import run_node
from whereas.assembly.survey import EXPLICIT, split_define
from whereas.language.cases import OF, TO
from whereas.library.finding import Place

Messages = list[nodes.system_message]
#: What stands for the label of a run-in item that has none, and which of those in its text it is.
_UNLABELLED = re.compile(r"_?(\d*)")


#: Before the last of several labels, any one of which is meant.
_OR = re.compile(r",?\s+or\s+")


class ReferenceRole(SphinxRole):
    """Cites by label: `` {clause}`confidentiality.duty` ``, `` {clause}`.duty, law` ``, `` {clause}`words <x>` ``.

    Takes one label or several with commas, or with `or` before the last ("clause 1.1 or 1.2"), and behind a bar the
    case in which it stands ("de l’article 2"); a label that begins with a dot belongs to the clause it stands in. On a
    page that is no agreement, and for labels of another agreement, the reference is settled when all pages are read.
    """

    def __init__(self, form: Form) -> None:
        """Take how the citation is printed."""
        super().__init__()
        self.form: Form = form

    def run(self) -> tuple[list[nodes.Node], Messages]:
        """Give a node that holds the reference, or a cross-reference of our domain."""
        explicit = EXPLICIT.fullmatch(self.text.strip())
        target, words = (explicit["target"], explicit["words"]) if explicit else (self.text, "")
        context = context_of(self.inliner.document.settings)
        prefix = context.prefix if context else "."
        target, _, case = (part.strip() for part in target.partition("|"))
        target, either = _OR.subn(",", target)
        labels = tuple(absolute(label, prefix) for label in target.split(",") if label.strip())
        if context is None:
            cited = Reference(labels, self.form, case=case, either=bool(either))
            return [pending_reference(cited, words, self.env.current_document.docname, self.get_location())], []
        run = Reference(labels, self.form, (Text(words),) if words else (), case=case, either=bool(either))
        return [run_node(run, words or self.text)], []


def absolute(label: str, prefix: str) -> str:
    """A label as the whole agreement knows it."""
    label = " ".join(label.split()).lower()
    return prefix.lower() + label[1:] if label.startswith(".") else label


def pending_reference(reference: Reference, words: str, docname: str, location: str) -> addnodes.pending_xref:
    """A citation that only the whole project can settle; `words` are its author's own."""
    target = ", ".join(reference.labels)
    text = words or target
    return addnodes.pending_xref(
        "",
        nodes.inline(text, text),
        refdomain="whereas",
        reftype=reference.form,
        reftarget=target,
        refexplicit=bool(words),
        refdoc=docname,
        refwarn=False,  # we say ourselves what is missing, each time the project is built
        whereas_location=location,
        whereas_either=reference.either,
        whereas_case=reference.case,
    )


#: What {this} takes, and the form of reference that it is.
_THIS: dict[str, Form] = {"clause": "this", "section": "this-section"}


class ThisRole(SphinxRole):
    """Cites what it stands in: `` {this}`clause` `` prints "this clause 7.2"; `` {this}`section` `` "this clause 7".

    In German it takes its case: `` {this}`clause | dative` `` prints "diesem § 7".
    """

    def run(self) -> tuple[list[nodes.Node], Messages]:
        """Give a node that holds the reference."""
        what, _, case = (part.strip() for part in self.text.partition("|"))
        if context_of(self.inliner.document.settings) is None:
            return [self.misplaced()], []
        if what not in _THIS:
            why = f"{{this}} cites what it stands in, its `clause` or its whole `section`, and not {what!r}"
            hint = f"write {{clause}}`{what}` to cite that label"
            return [run_node(Broken(f"[this {what}]", f"{why}; {hint}"), "")], []
        cases = (*CASES, OF, TO)
        if case not in ("", *cases):
            why = f"{{this}} stands in a case, {', '.join(cases)}, and not in {case!r}"
            return [run_node(Broken(f"[this {what}]", why), "")], []
        return [run_node(Reference((), _THIS[what], case=case), "")], []

    def misplaced(self) -> nodes.inline:
        """Something visible, and a finding, on a page that is no agreement."""
        message = "{this} stands only in a page with `agreement:` or `deal:` in its front matter"
        domain: Any = self.env.domains["whereas"]
        file, line = self.get_source_info()
        finding = MISPLACED.at(Place(domain.library.file(Path(file)), line), message)
        domain.note_findings(self.env.current_document.docname, [finding])
        return nodes.inline("", f"[this {self.text.strip()}]", classes=["wh-broken"])


class DefineRole(SphinxRole):
    """Defines a term where it stands: `` {define}`Effective Date` ``; `` {define}`Confidential Information <CI>` ``.

    Takes the term and, in angle brackets, what else it is called, with commas between several.
    """

    def run(self) -> tuple[list[nodes.Node], Messages]:
        """Give a node that holds the definition."""
        term, also = split_define(self.text)
        context = context_of(self.inliner.document.settings)
        if context is None:
            return [nodes.strong(term, term)], []
        if len(term) > LONGEST_TERM:
            why = f"a term has no more than {LONGEST_TERM} characters, and this has {len(term):,}"
            return [run_node(Broken(f"[{term[:30]} ...]", why), "")], []
        runs = defining(term, context.style, also)
        return [run_node(run, text_of((run,))) for run in runs], []


class NoTermRole(SphinxRole):
    """Words in which no defined term is linked: `` {no-term}`Services` ``."""

    def run(self) -> tuple[list[nodes.Node], Messages]:
        """Give a node that holds the words."""
        words = " ".join(self.text.split())
        if context_of(self.inliner.document.settings) is None:
            return [nodes.inline(words, words)], []
        return [run_node(Styled("no-term", (Text(words),)), words)], []


class ItemRole(SphinxRole):
    """Numbers an item that runs on in its sentence: `` {item}`label` `` prints "(a)"; the label may be `_` for none."""

    def run(self) -> tuple[list[nodes.Node], Messages]:
        """Give a node that holds the item."""
        context = context_of(self.inliner.document.settings)
        if context is None:
            return [nodes.inline(self.text, self.text)], []
        label = self.text.strip().lower().lstrip(".")
        if found := _UNLABELLED.fullmatch(label):
            return [run_node(Item("", anchor=f"item-{found[1]}"), "")], []
        return [run_node(Item(context.prefix + label), "")], []


class PartRole(SphinxRole):
    """Names a sentence or paragraph that begins here, so that it can be cited: `` {sentence}`x` `` prints nothing."""

    def __init__(self, part: Part) -> None:
        """Take what it names."""
        super().__init__()
        self.part: Part = part

    def run(self) -> tuple[list[nodes.Node], Messages]:
        """Give a node that holds it."""
        context = context_of(self.inliner.document.settings)
        label = self.text.strip().lower().lstrip(".")
        return [run_node(Item(context.prefix + label, part=self.part), "")] if context else [], []
