"""What a check finds, as a page: what there is to mend, what is told for information, what is ignored and why."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from whereas.language.site_words import SiteWords
from whereas.library.finding import NOWHERE, Finding
from whereas.site.catalogue.filled_later import Asked
from whereas.site.catalogue.found import counts
from whereas.site.catalogue.pieces import facet, joined, paragraph, section, span

#: So much is told for information; a check on the command line tells all.
_MOST = 1_000


def tell_checks(asked: Asked) -> list[nodes.Node]:
    """A summary, then each finding with its severity, its rule and its place, which readers can filter."""
    if not asked.internal:
        return []
    found, words = asked.knowledge.found, asked.words
    made: list[nodes.Node] = [paragraph(_summary(asked), "wh-count")]
    wrong = [each for each in found.standing if each.severity != "info"]
    wrong.sort(key=lambda each: each.severity != "error")
    infos = [each for each in found.standing if each.severity == "info"]
    if shown := [*wrong, *infos[:_MOST]]:
        entries = [_entry(each, asked) for each in shown]
        made.append(nodes.bullet_list("", *entries, classes=["wh-entries", "wh-checks", "wh-filtered"]))
    else:
        made.append(paragraph(words.checks.nothing_found))
    if rest := len(infos) - _MOST:
        made += [paragraph(words.counted(rest, words.checks.more_infos), "wh-count")] if rest > 0 else []
    if found.ignored:
        part = section(words.checks.ignored_title, "ignored", NOWHERE)
        ignored = [_entry(each, asked, why) for each, why in found.ignored]
        part += nodes.bullet_list("", *ignored, classes=["wh-entries", "wh-checks"])
        made.append(part)
    return made


def _summary(asked: Asked) -> str:
    """`3 agreements and deals checked: 1 warning, 23 for information, 2 ignored.`"""
    found, words = asked.knowledge.found, asked.words
    said = [*_counted(found.standing, words)]
    said += [words.counted(len(found.ignored), words.checks.ignored)] if found.ignored else []
    checked = words.counted(len(asked.knowledge.agreements), words.checks.checked)
    return f"{checked}{words.colon} {', '.join(said)}." if said else f"{checked}."


def _counted(findings: tuple[Finding, ...], words: SiteWords) -> Iterator[str]:
    """How many there are of each severity, the worst first; none of which there are none."""
    said = {"error": words.checks.errors, "warning": words.checks.warnings, "info": words.checks.infos}
    yield from (words.counted(count, said[severity]) for severity, count in counts(findings).items() if count)


def _entry(finding: Finding, asked: Asked, why: str = "") -> nodes.list_item:
    """One finding; with the reason why it is ignored, if it is."""
    words = asked.words
    severity = words.checks.severities[finding.severity]
    chip = facet(words.checks.severity, severity, "wh-chip", f"wh-{finding.severity}")
    made = nodes.list_item("", paragraph([chip, nodes.Text(" "), span(finding.message)], "wh-entry"))
    if why:
        made += paragraph(why, "wh-about")
    elif finding.hint:
        made += paragraph(finding.hint, "wh-about")
    place = nodes.literal("", finding.place.precise if finding.place.file else "")
    page = asked.knowledge.found.pages.get(finding.place.file)
    line: list[nodes.Node] = [facet(words.checks.rule, finding.rule, "wh-rule")]
    line += [place] if finding.place.file else []
    line += [asked.link(asked.knowledge.page(page))] if page else []
    made += paragraph(joined(line, " "), "wh-meta")
    return made


def tell_check_count(asked: Asked) -> list[nodes.Node]:
    """How much is found in the file of a record, in a list of records; nothing if nothing is."""
    found = asked.knowledge.found
    return [check_count(found.in_file(asked.about), asked)] if asked.internal and found.in_file(asked.about) else []


def check_count(findings: tuple[Finding, ...], asked: Asked) -> nodes.Node:
    """`2 warnings, 3 for information`, with the way to the page that lists them, if there is one."""
    said = ", ".join(_counted(findings, asked.words))
    if page := asked.knowledge.found.page:
        return nodes.inline("", "", asked.link(asked.knowledge.page(page), "", said), classes=["wh-checked"])
    return span(said, "wh-checked")
