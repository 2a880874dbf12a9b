"""The policy as a page: all deals against all rules, what is not kept, and the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from whereas.assembly.policy import Judged
from whereas.library.finding import NOWHERE
from whereas.site.catalogue.filled_later import Asked
from whereas.site.catalogue.found import HouseRuleRow
from whereas.site.catalogue.knowledge import PageLink
from whereas.site.catalogue.pieces import Said, facet, marked, paragraph, section, span, table

#: What stands in a cell of the table for each verdict.
_SIGNS = {"kept": "✓", "broken": "✗", "excepted": "◆", "open": "?"}
#: Deals with what became of each rule, by its name.
Deals = list[tuple[PageLink, dict[str, Judged]]]


def tell_policy(asked: Asked) -> list[nodes.Node]:
    """The table, what is broken, excepted or open, and the rules."""
    if not asked.internal:
        return []
    found, words = asked.knowledge.found, asked.words
    if not found.rules:
        return [paragraph(words.checks.no_policy if found.rules is not None else words.checks.unread_policy)]
    deals = sorted(
        (
            (asked.knowledge.page(docname), {each.name: each for each in judged})
            for docname, judged in found.judged.items()
        ),
        key=lambda deal: (deal[0].title.casefold(), deal[0].docname),
    )
    made: list[nodes.Node] = [paragraph(_summary(asked, deals), "wh-count")]
    if deals:
        made.append(_matrix(asked, deals))
        made.append(paragraph(_legend(asked), "wh-legend"))
    if left := [*_left(asked, deals)]:
        part = section(words.checks.left_title, "not-kept", NOWHERE)
        part += table(words.checks.left_heads, (26, 16, 14, 44), left, "wh-sortable", "wh-filtered", "wh-left")
        made.append(part)
    part = section(words.checks.rules_title, "rules", NOWHERE)
    part += nodes.bullet_list("", *(_rule(rule, asked) for rule in found.rules), classes=["wh-entries", "wh-rules"])
    made.append(part)
    return made


def _summary(asked: Asked, deals: Deals) -> str:
    """`9 rules, 2 deals: 1 broken, 1 exception.`"""
    words, rules = asked.words, asked.knowledge.found.rules or ()
    said = f"{words.counted(len(rules), words.checks.rules)}, {words.counted(len(deals), words.deals)}"
    verdicts = [each.verdict for _, judged in deals for each in judged.values()]
    parts = [
        f"{label} {verdicts.count(verdict)}" for verdict, label in words.checks.verdicts.items() if verdict in verdicts
    ]
    return f"{said}{words.colon} {', '.join(parts)}." if parts else f"{said}."


def _matrix(asked: Asked, deals: Deals) -> nodes.table:
    """A row for each deal, a column for each rule."""
    words, rules = asked.words, asked.knowledge.found.rules or ()
    rows: list[tuple[str, list[Said]]] = [
        ("", [asked.link(page), *(_mark(judged.get(rule.name), asked) for rule in rules)]) for page, judged in deals
    ]
    heads = (words.checks.deal, *(rule.name for rule in rules))
    return table(heads, (30, *(70 // len(rules) or 1 for _ in rules)), rows, "wh-filtered", "wh-policy")


def _mark(judged: Judged | None, asked: Asked) -> nodes.Node:
    """A verdict as a sign, with its word for those who do not see it."""
    words = asked.words.checks
    label = words.verdicts[judged.verdict] if judged else words.not_asked
    sign, name = (_SIGNS[judged.verdict], judged.verdict) if judged else ("–", "none")
    return marked(
        "",
        sign,
        html="span",
        attributes={"role": "img", "aria-label": label, "title": label},
        classes=["wh-mark", f"wh-is-{name}"],
    )


def _legend(asked: Asked) -> list[nodes.Node]:
    words, made = asked.words.checks, list[nodes.Node]()
    for verdict, sign in _SIGNS.items():
        hidden = marked(
            "", sign, html="span", attributes={"aria-hidden": "true"}, classes=["wh-mark", f"wh-is-{verdict}"]
        )
        made.append(span([hidden, nodes.Text(f" {words.verdicts[verdict]} ")]))
    return made


def _left(asked: Asked, deals: Deals) -> Iterator[tuple[str, list[Said]]]:
    """What is not simply kept, the broken first."""
    words = asked.words.checks
    for verdict in ("broken", "excepted", "open"):
        for page, judged in deals:
            for each in judged.values():
                if each.verdict == verdict:
                    chip = facet(words.rule, each.name, "wh-rule")
                    how = facet(asked.words.status, words.verdicts[verdict], "wh-chip", f"wh-is-{verdict}")
                    yield "", [asked.link(page), chip, how, _why(each, asked)]


def _why(judged: Judged, asked: Asked) -> list[nodes.Node]:
    """Why it is so: the message, or the reason of an exception; the values that were looked at."""
    said = judged.message
    if judged.verdict == "excepted":
        said = f"{judged.because.rstrip('.')}. {asked.words.checks.approved.format(who=judged.approved_by)}."
    facts = ", ".join(f"{name} = {words}" for name, words in judged.facts if words)
    return [nodes.Text(said), *([nodes.Text(" "), span(facts, "wh-sub")] if facts else [])]


def _rule(rule: HouseRuleRow, asked: Asked) -> nodes.list_item:
    words = asked.words
    made = nodes.list_item(
        "", paragraph([nodes.strong("", rule.name), nodes.Text(" "), span(rule.message)], "wh-entry")
    )
    asks = [(words.checks.when, rule.when)] if rule.when else []
    for label, condition in (*asks, (words.checks.must, rule.must)):
        made += paragraph([nodes.Text(f"{label} "), nodes.literal("", condition)], "wh-about")
    who = (
        words.checks.approved_by.format(who=words.checks.either.join(rule.approval))
        if rule.approval
        else words.checks.nobody
    )
    made += paragraph(who, "wh-meta")
    return made
