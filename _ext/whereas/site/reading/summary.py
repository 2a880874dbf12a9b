"""The head of an agreement's page: who, in what state, what matters most, what to take along, from where it comes."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.osutil import relative_uri

from whereas.agreement.cited_as import whole
from whereas.agreement.open_points import number_at, open_points
from whereas.agreement.outside import status_for_outside
from whereas.agreement.summary import key_facts
from whereas.language.registry import phrases, sheets, site_words
from whereas.language.site_words import SiteWords
from whereas.site.audience import shows_ours
from whereas.site.catalogue.way import way_html
from whereas.site.domain import domain_of
from whereas.site.nodes import cover
from whereas.site.outputs import output_of
from whereas.site.reading.commit import commit_of
from whereas.site.reading.downloads import data_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from whereas.agreement.model import Agreement
    from whereas.agreement.styles import Style
    from whereas.agreement.targets import Targets

#: How many blanks a card lists before it only counts them.
_LISTED = 6


def summary_of(agreement: Agreement, targets: Targets, style: Style, template: str) -> dict[str, Any]:
    """What a cover keeps for the card; `template` is the page that a deal fills."""
    return {
        "docname": agreement.docname,
        "template": template,
        "facts": key_facts(agreement),
        "open": tuple(
            (each.words, each.anchor, _where(each.anchor, targets, style)) for each in open_points(agreement)
        ),
        "locale": agreement.locale,
        "whole": phrases(agreement.locale).other_agreement.format(title=agreement.title),
    }


def _where(anchor: str, targets: Targets, style: Style) -> str:
    """The number of what has a blank; "party (1)" where it would read as a count alone."""
    number = number_at(anchor, targets, style)
    return whole(anchor, targets, style) if number.startswith("(") else number


def visit_cover_html(self: HTML5Translator, node: cover) -> None:
    """The lines below an agreement's title, and the card."""
    words = site_words(node["locale"])
    known = domain_of(self.builder.env).agreements.get(node.get("docname", ""))
    between = words.listed(known.names if known else (name for _, name in node["parties"]))
    self.body.append(f'<div class="wh-cover" data-of="{escape(node.get("whole", ""))}">')
    if headed := node.get("headed"):  # by what the deal is called; what it is called in print follows
        self.body.append(f'<p class="wh-title">{escape(node["title"])}</p>')
    quiet = " wh-print" if headed == between else ""
    meta = " ".join(_meta(self, node, words))
    self.body.append(f'<p class="wh-between{quiet}">{escape(between)}</p><p class="wh-meta">{meta}</p>\n')
    for child in node.children:
        child.walkabout(self)
    self.body.append("</div>\n")
    facts = _pairs(words.key_facts, [(words.effective_date, node["date"]), *_facts(node)])
    columns = [_parties(self, node, words), facts, _open(node, words)]
    labels = [f'role="group" aria-label="{escape(each)}"' for each in (words.summary, words.reading_options)]
    self.body.append(f'<div class="wh-card-of" {labels[0]}><div class="wh-columns">\n')
    self.body += [column for column in columns if column]
    self.body.append("</div>\n")
    if shows_ours(self.builder) and (ready := domain_of(self.builder.env).knowledge.found.ready.get(node["docname"])):
        self.body.append(way_html(ready, words))
    self.body.append(f'<div class="wh-foot">{" ".join(_foot(self, node, words))}</div></div>\n')
    self.body.append(f'<div class="wh-reader" {labels[1]} hidden="hidden"></div>\n')
    raise nodes.SkipNode


def _meta(self: HTML5Translator, node: cover, words: SiteWords) -> Iterable[str]:
    status = node["status"] if shows_ours(self.builder) else status_for_outside(node["status"])
    yield f'<span class="wh-chip wh-{escape(status)}">{escape(words.status_of(status))}</span>'
    version = f"{words.version} {node['version']}" if node["version"] else ""
    for text in (node["reference"], version):
        if text:
            yield f"<span>{escape(text)}</span>"
    if template := node.get("template"):
        title = self.builder.env.titles.get(template)
        if title is not None:
            yield f'<span>{words.from_template} <a href="{_uri(self, template)}">{escape(title.astext())}</a></span>'


def _uri(self: HTML5Translator, docname: str) -> str:
    try:
        return escape(self.builder.get_relative_uri(self.builder.current_docname, docname))
    except NoUri:
        return "#"


def _parties(self: HTML5Translator, node: cover, words: SiteWords) -> str:
    """Who they are, each with the way to its page, and what they are called."""
    parties: list[tuple[str, str]] = node["parties"]
    known = domain_of(self.builder.env).agreements.get(node.get("docname", ""))
    played = (
        [[each.id for each in those] for _, those in groupby(known.parties, lambda each: each.role)] if known else []
    )
    if len(played) != len(parties):  # a template's, whose parties nobody plays yet
        played = [[]] * len(parties)
    rows = "".join(
        f"<dt>{_names(self, name, ids, words)}</dt><dd>{escape(role)}</dd>\n"
        for (role, name), ids in zip(parties, played, strict=True)
    )
    return f'<div><p>{words.parties}</p><dl class="simple wh-who">{rows}</dl></div>\n' if rows else ""


def _names(self: HTML5Translator, name: str, ids: list[str], words: SiteWords) -> str:
    pages = [page for page in (f"parties/{id}" for id in ids) if page in self.builder.env.titles]
    if not pages or not output_of(self.builder).site:
        return escape(name)
    titles = [name] if len(pages) == 1 else [self.builder.env.titles[page].astext() for page in pages]
    linked = (f'<a href="{_uri(self, page)}">{escape(title)}</a>' for page, title in zip(pages, titles, strict=True))
    return words.listed(linked)


def _facts(node: cover) -> list[tuple[str, str]]:
    """The key facts, without the date that is told already."""
    facts: list[tuple[str, str]] = node.get("facts", [])
    return [(name, text) for name, text in facts if text != node["date"]]


def _pairs(head: str, pairs: list[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>\n" for name, text in pairs if text)
    return f'<div><p>{head}</p><dl class="simple wh-pairs">{rows}</dl></div>\n' if rows else ""


def _open(node: cover, words: SiteWords) -> str:
    """What is still to be filled in, with the way there."""
    blanks = node.get("open", ())
    if not blanks:
        return ""
    head = words.to_fill_in if node["status"] == "template" else words.still_open
    rows = [f"<li><span>{escape(number)}</span> {_to(anchor, each)}</li>\n" for each, anchor, number in blanks]
    shown = "".join(rows[:_LISTED])
    if rest := rows[_LISTED:]:
        said = words.counted(len(rest), words.and_more)
        shown += (
            f'<li><details><summary>{said}</summary><ul class="simple wh-open">{"".join(rest)}</ul></details></li>\n'
        )
    count = f'<span class="wh-count">{len(blanks)}</span>'
    return f'<div><p>{head} {count}</p><ul class="simple wh-open">{shown}</ul></div>\n'


def _to(anchor: str, words: str) -> str:
    """The words of a blank, and the way to it if it stands somewhere."""
    return f'<a href="#{escape(anchor)}">{escape(words)}</a>' if anchor else f"<span>{escape(words)}</span>"


def _foot(self: HTML5Translator, node: cover, words: SiteWords) -> Iterable[str]:
    """What to take along, and how to know that it is the same."""
    if pdf := node.get("pdf"):
        yield f'<a class="wh-button" href="{escape(pdf)}">PDF</a>'
    if word := node.get("word"):
        yield f'<a class="wh-button" href="{escape(word)}" download="download">Word</a>'
    docname = node.get("docname", "")
    if docname and output_of(self.builder).site:
        uri = relative_uri(self.builder.get_target_uri(docname), data_path(docname))
        yield f'<a class="wh-button" href="{escape(uri)}" download="download">{words.data}</a>'
    if fingerprint := node.get("fingerprint"):
        code = f"<code>{escape(fingerprint)}</code>"
        yield f"<span>{sheets(node['locale']).fingerprint.format(fingerprint=code)}</span>"
    if commit := commit_of(self.builder):
        changes = f", {words.with_changes}" if commit.is_changed else ""
        yield f"<span>{words.built_from} <code>{escape(commit.name)}</code>, {commit.day}{changes}</span>"


def setup_summary(app: Sphinx) -> None:
    """Have covers rendered in HTML; other outputs have their own."""
    app.add_node(cover, override=True, html=(visit_cover_html, None))
