"""Passports: where each clause of an agreement comes from. Beside the clause on its page, and on no paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.compared import name_of
from whereas.agreement.deviation import Deviation
from whereas.agreement.model import Section
from whereas.language.site_words import SiteWords
from whereas.render.html import HtmlRenderer
from whereas.site.beside import Telling, uri_of
from whereas.site.outputs import output_of
from whereas.site.reading.departures import said
from whereas.site.reading.differences import compared
from whereas.site.reading.guidance import guidance
from whereas.site.reading.steps import Taken
from whereas.sphinx_seam.environment import builder_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator


class passport(Telling, nodes.General):
    """What is told of the origin of a `clause`: `facts` by name, `departures` in words, `steps` taken.

    Each step is its position, who must approve it, and whether anybody must.
    """

    def lines(self) -> Iterator[str]:
        """The clause's name; all else stands elsewhere."""
        yield self["clause"]


class cited_in(nodes.General, nodes.Element):
    """Which provisions cite a section: in a `locale`, and the `parts` that name them."""


def passport_node(
    section: Section,
    deviations: tuple[Deviation, ...],
    internal: bool,
    words: SiteWords,
    comparison: str = "",
    steps: tuple[Taken, ...] = (),
) -> passport | None:
    """The passport of a section; None for one that is no clause of the library. Others see id and version alone.

    `comparison` is where the page shows how its words differ from the standard ones, `steps` the fallbacks it took.
    """
    origin = section.origin
    if origin is None:
        return None
    facts = [(words.version, origin.version)]
    departures: tuple[str, ...] = ()
    if internal:
        facts.insert(0, (words.variant, words.state_of(origin.variant) or words.standard_variant))
        facts += [(words.status, words.state_of(origin.status)), (words.owner, origin.owner)]
        departures = tuple(_departure(each, words) for each in deviations if each.clause == name_of(section))
    return passport(
        clause=origin.id,
        facts=[(name, text) for name, text in facts if text],
        departures=departures,
        version=origin.version,
        steps=[tuple(each) for each in steps] if internal else [],
        words=(words.clause, words.departs, words.compare, words.fallbacks),
        comparison=comparison,
    )


def _departure(deviation: Deviation, words: SiteWords) -> str:
    value, what = deviation.subject.partition(".")[2], said(deviation, words, {})
    line = f"{value.replace('_', ' ')} {what}" if value else what
    because = deviation.because and f" {deviation.because.rstrip('.')}."
    return f"{line[:1].upper()}{line[1:]}{because}"


def visit_passport_html(self: HTML5Translator, node: passport) -> None:
    """A disclosure: one line in the margin, or under the heading, and all facts when it is opened."""
    clause, departing, compare, fallbacks = map(escape, node["words"])
    asked = "; ".join(dict.fromkeys(approval for _, approval, asks in node["steps"] if asks))
    chip = escape(asked) or (departing if node["departures"] else "")
    departs = f'<span class="wh-chip wh-departs" title="{chip}">{chip}</span>' if chip else ""
    version = node["version"]
    brief = f"{escape(node['clause'])}{' ' + escape(version) if version else ''}"
    self.body.append(
        f'<details class="wh-passport" name="wh-passport"><summary>{brief}{departs}</summary>'
        f"<dl>\n<dt>{clause}</dt><dd>{_linked(self, node)}</dd>\n"
    )
    self.body += [f"<dt>{name}</dt><dd>{escape(text)}</dd>\n" for name, text in node["facts"]]
    if node["steps"]:
        taken = (escape(f"{position}. {approval}" if approval else position) for position, approval, _ in node["steps"])
        self.body.append(f"<dt>{fallbacks}</dt><dd>{'<br />'.join(taken)}</dd>\n")
    if node["departures"]:
        self.body.append(f'<dt>{departing}</dt><dd class="wh-departs">')
        self.body.append("<br />".join(escape(text) for text in node["departures"]))
        if node["comparison"]:
            self.body.append(f' <a href="#{node["comparison"]}">{compare}</a>')
        self.body.append("</dd>\n")
    self.body.append("</dl></details>\n")
    raise nodes.SkipNode


def _linked(self: HTML5Translator, node: passport) -> str:
    """The name of the clause, which leads to its page where there is one."""
    uri, words = uri_of(self, f"clauses/{node['clause']}"), escape(node["clause"])
    return f'<a href="{escape(uri)}">{words}</a>' if uri else words


def visit_cited_in_html(self: HTML5Translator, node: cited_in) -> None:
    """The same line that provisions have."""
    self.body += HtmlRenderer(locale=node["locale"]).cited(node["parts"])
    raise nodes.SkipNode


def _skip(self: SphinxTranslator, node: nodes.Node) -> None:
    raise nodes.SkipNode


class DropPassports(SphinxPostTransform):
    """What is said about the contract stays out of every output that is the contract alone."""

    default_priority = 7

    def run(self, **kwargs: object) -> None:
        """Take passports and guidance out, except of pages."""
        if not output_of(builder_of(self.env)).screen:
            for node in list(
                self.document.findall(lambda node: isinstance(node, passport | guidance | cited_in | compared))
            ):
                node.parent.remove(node)


def setup_passports(app: Sphinx) -> None:
    """Register the nodes."""
    app.add_node(passport, html=(visit_passport_html, None), latex=(_skip, None))
    app.add_node(cited_in, html=(visit_cited_in_html, None), latex=(_skip, None))
    app.add_post_transform(DropPassports)
