"""The fallback positions of a clause as a ladder: what each gives up, what changes, who must approve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from whereas.assembly.known import Known
from whereas.assembly.known_value import known_value
from whereas.language.nearest import did_you_mean
from whereas.language.site_words import SiteWords
from whereas.language.titles import title_of
from whereas.library.clauses import Clause, Fallback, unknown_variant
from whereas.library.rules import UNKNOWN_VALUE
from whereas.plan.given import Given
from whereas.site.catalogue.pieces import Said, fields, here, instead, paragraph, span
from whereas.site.reading.steps import approval_of, needs_approval

if TYPE_CHECKING:
    from whereas.assembly.context import Context


def ladder(clause: Clause, facts: dict[str, Known], context: Context, words: SiteWords) -> nodes.enumerated_list:
    """The steps from the standard text down; what they name that the clause has not goes to the findings."""
    first = nodes.list_item("", _head(words.our_text, words), classes=["wh-first"])
    if clause.summary:
        first += paragraph(clause.summary)
    steps = [_step(index, step, clause, facts, context, words) for index, step in enumerate(clause.fallbacks)]
    return nodes.enumerated_list("", first, *steps, classes=["wh-ladder"])


def _head(position: str, words: SiteWords, step: Fallback | None = None) -> nodes.paragraph:
    line: list[nodes.Node] = [nodes.strong(position, position)]
    if step and (said := approval_of(step, words)):
        line += [nodes.Text(" "), span(said, "wh-chip", *([] if needs_approval(step) else ["wh-approved"]))]
    return paragraph(line, "wh-rung")


def _step(
    index: int, step: Fallback, clause: Clause, facts: dict[str, Known], context: Context, words: SiteWords
) -> nodes.list_item:
    rows: list[tuple[str, Said]] = [(words.changes, step.changes), (words.words_to_offer, step.text)]
    if step.variant:
        rows.append((words.variant, _variant(index, step.variant, clause, context)))
    for name, written in step.values.items():
        label = clause.values[name].label if name in clause.values else ""
        rows.append((title_of(name, label), _value(index, name, written, clause, facts, context)))
    item = nodes.list_item("", _head(step.position, words, step))
    if step.position.casefold().startswith("walk"):
        item["classes"].append("wh-last")
    if any(what for _, what in rows):
        item += fields(rows, "wh-changes")
    return item


def _variant(index: int, variant: str, clause: Clause, context: Context) -> Said:
    words = variant.replace("-", " ").capitalize()
    if variant not in clause.variants:
        context.findings.append(unknown_variant(clause, variant, clause.value_place("fallbacks", index, "variant")))
        return words
    return here(nodes.make_id(f"{variant}-{clause.id}"), words)


def _value(index: int, name: str, written: object, clause: Clause, facts: dict[str, Known], context: Context) -> Said:
    """What a value becomes, after what it is in the standard text."""
    place = clause.place("fallbacks", index, "values", name)
    if name not in clause.values:
        message = f"the clause {clause.id!r} declares no value {name!r}"
        context.findings.append(UNKNOWN_VALUE.at(place, message, did_you_mean(name, clause.values)))
        return str(written)
    where = clause.value_place("fallbacks", index, "values", name)
    given = Given(written, where, None)
    offered = known_value(name, clause.values[name], given, context.facts.wording, context.cast, set())
    if facts[name]._value is None:
        return str(offered)
    return instead(str(facts[name]), str(offered))
