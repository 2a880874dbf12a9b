"""What agreements are made of: the records, the pages, and what conf.py says of styles and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from myst_parser.config.main import MdParserConfig

from whereas.agreement.localise import localise
from whereas.agreement.styles import Style, parse_style
from whereas.assembly.fence import Fence
from whereas.assembly.files import Files
from whereas.assembly.pages import Template
from whereas.assembly.placements import Reader
from whereas.assembly.syntax import Syntax, syntax_of
from whereas.language import Wording, parse_calendar, parse_locale
from whereas.language.nearest import did_you_mean
from whereas.language.registry import LANGUAGES, language_of
from whereas.language.wanting import english_parts
from whereas.library.agreements import AgreementHeader
from whereas.library.deals import Deal
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.front_matter import Page, page_text, read_page
from whereas.library.library import Library
from whereas.library.records import SCHEMA
from whereas.library.rule import Rule, example_page
from whereas.library.rules import UNKNOWN_AGREEMENT
from whereas.plan.plan import Plan, make_plan

LANGUAGE = Rule(
    "language",
    "A text is in a language that we have all words of: in another it would be half in English.",
    bad=example_page("1. Il venditore consegna.", "locale: it"),
    good=example_page("1. Le vendeur livre.", "locale: fr"),
)
MYST = Rule(
    "myst",
    "What front matter says of MyST can be read.",
    bad={"agreements/a.md": "---\nagreement:\nmyst: {heading_anchors: many}\n---\n# A\n\n1. The seller delivers."},
    good={"agreements/a.md": "---\nagreement:\nmyst: {heading_anchors: 2}\n---\n# A\n\n1. The seller delivers."},
    severity="warning",
)
STYLE = Rule(
    "style",
    "The style that is asked for is one of ours, or of conf.py.",
    bad=example_page("1. The seller delivers.", "style: uks"),
    good=example_page("1. The seller delivers.", "style: us"),
)


@dataclass
class Sources:
    """The sources of a project, and what was made of them in this process.

    `folder` is that of the pages, `docnames` gives the pages there are, `style` is the name of the style of pages that
    name none, `markdown` how the project configures MyST, `fence` what contract text may use of it.
    `kept` are texts lifted, for the pages to come.
    """

    library: Library
    folder: Path
    docnames: Callable[[], Collection[str]]
    styles: Mapping[str, Style]
    style: str
    markdown: MdParserConfig
    fence: Fence = field(default_factory=Fence.with_own)
    kept: dict[Any, Any] = field(default_factory=dict)
    _templates: dict[str, tuple[str, Template | FindingsError | None]] = field(default_factory=dict)

    @property
    def files(self) -> Files:
        """Where the files are that texts name."""
        return Files(self.library.root, self.folder)

    def plan(self, template: Template, deal: Deal | None = None, own: Page | None = None) -> Plan:
        """Every decision about an agreement, or about a deal that fills it; `own` is a deal's own page."""
        reader = self.reader(self.own_syntax(template, own))
        pages = (template.page, own) if own else (template.page,)
        placements = [placed for page in pages for placed in reader.of_page(page)]
        return make_plan(template.header, deal, (*placements, *(reader.of_deal(deal) if deal else ())), self.library)

    def own_syntax(self, template: Template, own: Page | None) -> Syntax:
        """The MyST of an agreement, with what a deal's own page says of it."""
        return self.syntax(own.text, template.syntax) if own else template.syntax

    def reader(self, syntax: Syntax) -> Reader:
        """What finds the clauses that texts of that syntax place."""
        return Reader(self.library, self.files, syntax)

    def syntax(self, text: str = "", inherited: Syntax | None = None) -> Syntax:
        """The MyST of a page: the project's, or that of the template it fills, with what its front matter says."""
        return syntax_of(inherited.config if inherited else self.markdown, text, fence=self.fence)

    # ---- agreements, by name

    def find_template(self, name: str, place: Place, looked: set[Path]) -> Template:
        """The page of an agreement that is named at a place; raises FindingsError when there is none, or it is wrong.

        The files that were looked for are added to `looked`, there or not.
        """
        there, without = self.docnames(), list[str]()
        for docname in (f"agreements/{name}", name):
            path = self.folder / f"{docname}.md"
            looked.add(path)
            if docname in there and path.is_file():
                if template := self._template(docname, path):
                    return template
                without.append(self.library.file(path))
        for file in without:
            message = f"the page {file} has no agreement"
            raise FindingsError(UNKNOWN_AGREEMENT.at(place, message, "its front matter must say `agreement:`"))
        others = [docname.removeprefix("agreements/") for docname in there if docname.startswith("agreements/")]
        message = f"there is no agreement {name!r}"
        raise FindingsError(UNKNOWN_AGREEMENT.at(place, message, did_you_mean(name, others)))

    def _template(self, docname: str, path: Path) -> Template | None:
        """The agreement on a page, if it has one, read once until the page says something else."""
        text = page_text(path)
        if docname not in self._templates or self._templates[docname][0] != text:
            try:
                found: Template | FindingsError | None = self.template(
                    read_page(text, self.library.file(path)), docname
                )
            except FindingsError as failure:
                found = failure
            self._templates[docname] = (text, found)
        template = self._templates[docname][1]
        if isinstance(template, FindingsError):
            raise template.with_traceback(None)
        return template

    def template(self, page: Page, docname: str) -> Template | None:
        """The agreement that a page's text is, if it is one."""
        return Template(docname, page, page.header, self.syntax(page.text)) if page.header else None

    # ---- styles and languages

    def style_of(self, written: object, place: Place, findings: list[Finding]) -> Style:
        """The style a page asks for; where that is wrong a finding, and our own."""
        try:
            return parse_style(written or self.style, dict(self.styles))
        except ValueError as error:
            hint = did_you_mean(written, self.styles) if isinstance(written, str) else ""
            findings.append(STYLE.at(place, str(error), hint))
            return self.styles["uk"]

    def own_style(self, place: Place, findings: list[Finding], locale: str = "") -> Style:
        """The style of pages that belong to no agreement, in its language, or the one that is given."""
        style = self.style_of(None, place, findings)
        findings += _without_words(locale or style.locale, place if locale else Place("conf.py"))
        return localise(style, locale or style.locale)

    def language(self, header: AgreementHeader, findings: list[Finding]) -> tuple[Style, Wording]:
        """The style of an agreement in its language, and how its facts are worded."""
        style = self.style_of(header.style, header.place("style"), findings)
        said = {"locale": style.locale, "calendar": ""}
        for key, parse in (("locale", parse_locale), ("calendar", parse_calendar)):
            if written := getattr(header, key):
                try:
                    said[key] = parse(written)
                except ValueError as error:
                    findings.append(SCHEMA.at(header.place(key), f"`{key}` {error}"))
        own = ("locale",) if header.locale else ("style", "locale")
        written = header.locale or (isinstance(header.style, dict) and header.style.get("locale"))
        if lacking := _without_words(said["locale"], header.place(*own) if written else Place("conf.py")):
            findings += lacking
            said["locale"] = self.styles["uk"].locale  # its dates and sums are worded as all the rest is
        style = localise(style, said["locale"])
        return style, Wording(said["locale"], style.date, style.money, said["calendar"])


def _without_words(locale: str, place: Place) -> list[Finding]:
    """What we have no words for in a language, where it is said that it is the one of a text."""
    lacking = english_parts(language_of(locale))
    if not lacking:
        return []
    known = sorted(each.code for each in LANGUAGES if not english_parts(each) and "_" not in each.code)
    message = f"we do not have all words of the locale {locale!r}: {', and '.join(lacking)}"
    hint = f"write one of {', '.join(known[:-1])} and {known[-1]}, or the locale of a country that speaks one of them"
    return [LANGUAGE.at(place, message, hint)]


def check_syntax(page: Page) -> list[Finding]:
    """What is wrong with what a page's front matter says of MyST."""
    findings: list[Finding] = []
    syntax_of(None, page.text, lambda said: findings.append(MYST.at(Place(page.file), said)))
    return findings
