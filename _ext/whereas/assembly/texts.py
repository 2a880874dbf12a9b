"""A rendered text, lifted: parsed once, kept, and filled for every page that uses it.

What a text lifts to depends on its words with open slots, its lines and the prefix of its labels; not on the facts.
It is kept unless something of the page got into it: a foreign node, a finding, a directive that gives the page's own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from whereas.agreement.model import Section
from whereas.agreement.runs import Link, Reference, Run, Slot, Styled
from whereas.agreement.walk import change_runs
from whereas.assembly.lift import Lifted, lift
from whereas.assembly.myst import adopt, parse_myst
from whereas.assembly.template import fill_text

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.assembly.template import Rendered


def lift_text(rendered: Rendered, page: nodes.document, context: Context, prefix: str = "") -> Lifted:
    """The blocks and sections of a text on a page, filled; `prefix` goes before its labels."""
    context.findings += [finding for finding in rendered.findings if finding not in context.findings]
    key = (rendered.text, rendered.places, prefix, context.style.locale)
    lifted: Lifted | None = context.kept.get(key)
    if lifted is None:
        before = (len(context.foreign), len(context.findings), context.particular)
        document, told = parse_myst(rendered, page, context, prefix)
        if not prefix:
            _take_front_matter(document, page)
        adopt(page, document)
        lifted = lift(document, rendered, context, prefix)
        if not told and before == (len(context.foreign), len(context.findings), context.particular):
            context.kept[key] = lifted
    return _filled(lifted, rendered.slots)


def _filled(lifted: Lifted, slots: tuple[Run, ...]) -> Lifted:
    if not slots:
        return lifted

    def line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(map(run, runs))

    def run(each: Run) -> Run:
        match each:
            case Slot():
                return slots[each.index]
            case Styled():
                return replace(each, runs=line(each.runs))
            case Link():
                return Link(fill_text(each.url, slots), line(each.runs))
            case Reference(words=(_, *_)):
                return replace(each, words=line(each.words))
        return each

    def section(each: Section) -> Section:
        blocks = tuple(change_runs(block, line) for block in each.blocks)
        return replace(each, title=line(each.title), blocks=blocks, sections=tuple(map(section, each.sections)))

    blocks = tuple(change_runs(block, line) for block in lifted.blocks)
    return Lifted(line(lifted.title), blocks, tuple(map(section, lifted.sections)))


def _take_front_matter(parsed: nodes.document, document: nodes.document) -> None:
    """Move the fields that MyST makes of front matter to the page, without ours."""
    if not (parsed.children and isinstance(parsed.children[0], nodes.field_list)):
        return
    fields = parsed.children[0]
    parsed.remove(fields)
    for field in list(fields.children):
        if field[0].astext() in ("agreement", "deal"):  # type: ignore[index]
            fields.remove(field)
    if fields.children:
        document.insert(0, fields)
