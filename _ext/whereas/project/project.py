"""A project, opened without a build: its clauses, parties, agreements and deals."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.util.matching import get_matching_files

from whereas.agreement.copy import Copy
from whereas.agreement.uses import Term
from whereas.assembly.fence import Fence
from whereas.assembly.myst import number_footnotes
from whereas.assembly.policy import Judgement
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import NOWHERE, Finding, FindingsError
from whereas.library.front_matter import Page, load_page
from whereas.library.library import Library
from whereas.library.parties import Party
from whereas.library.readable import odd, odd_records
from whereas.project.assembler import Assembled, Assembler
from whereas.project.between import check_citation, citations_in, terms_of, told_of, undefined_terms
from whereas.project.configuration import read_configuration
from whereas.project.contract import Contract
from whereas.project.known_agreement import known_agreement
from whereas.project.site_directives import SiteDirective
from whereas.project.sources import Sources
from whereas.project.tables import KnownAgreement, OutwardCitation
from whereas.project.taken import check_taken
from whereas.project.vocabulary import vocabulary

T = TypeVar("T")
#: What other agreements may ask of one, and what it cites of them.
Noted = tuple[KnownAgreement, tuple[OutwardCitation, ...]]


class Project:
    """The folder of a project: `project.deal("aurora-borealis").agreement` is what the page of that deal shows.

    Nothing is read before it is asked for. What cannot be had raises FindingsError, whose findings say why, with file
    and line; a contract with something wrong in it can be had, and has `findings`. Those of the project itself say
    which files are no pages and records, and why.
    """

    def __init__(self, root: Path | str = ".", source: Path | str | None = None) -> None:
        """Take the folder of conf.py, and that of the pages: `source` in it, or the folder itself, if none is given.

        Raises FindingsError where conf.py is wrong.
        """
        folder = Path(root).resolve()
        self._configuration = read_configuration(folder)
        self.known: dict[str, Noted] = {}  # of each page that was read
        self.judged: dict[str, Judgement] = {}  # of each page with a deal that was read
        self.made_of: dict[str, frozenset[Path]] = {}  # the files of each page that can be made of these alone
        default = folder / "source" if (folder / "source").is_dir() else folder
        self.source = (folder / source) if source is not None else default
        said, markdown = self._configuration.settings, self._configuration.markdown
        self.library = Library(folder / said.whereas_root)
        self.sources = Sources(
            self.library,
            self.source,
            lambda: self._docnames,
            said.whereas_styles,
            said.whereas_style,
            markdown,
            Fence.with_own(said.whereas_directives, said.whereas_roles),
        )

    # ---- what there is

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """The clauses of the library, by id."""
        return _Lazy(self.library.ids("clauses"), lambda id: self.library.find("clauses", id, NOWHERE))

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """The parties, by id."""
        return _Lazy(self.library.ids("parties"), lambda id: self.library.find("parties", id, NOWHERE))

    @cached_property
    def agreements(self) -> Mapping[str, Contract]:
        """The agreements with blanks, by the names that deals call them."""
        names = {page.removeprefix("agreements/"): page for page, read in self._pages.items() if read.header}
        return _Lazy(sorted(names), lambda name: Contract(name, names[name], partial(self._page, names[name])))

    @cached_property
    def deals(self) -> Mapping[str, Contract]:
        """The deals, by id; one that has a page of its own is the agreement of that page."""
        pages = {read.deal: page for page, read in self._pages.items() if read.deal}

        def contract(id: str) -> Contract:
            if id in pages:
                return Contract(id, pages[id], partial(self._page, pages[id]))
            return Contract(id, f"deals/{id}", partial(self._deal, id))

        return _Lazy(self.library.ids("deals"), contract)

    @cached_property
    def lenders(self) -> frozenset[str]:
        """The agreements and deals whose terms others may use: named by `terms_of:`, `amends:` or `of:`."""
        headers = [read.header for read in self._pages.values() if read.header]
        names = {name for each in headers for name in (*each.terms_of, *each.amends, *each.of)}
        deals = list(self._sound_deals())
        names |= {name for deal in deals for name in (*deal.amends, *deal.of)}
        return frozenset(names | {deal.agreement for deal in deals if deal.id in names})

    def deal(self, id: str) -> Contract:
        """A deal; raises FindingsError where there is none of that id."""
        self.library.find("deals", id, NOWHERE)
        return self.deals[id]

    def agreement(self, name: str) -> Contract:
        """An agreement with blanks; raises FindingsError where there is none of that name."""
        template = self.sources.find_template(name, NOWHERE, set())
        return self.agreements[template.docname.removeprefix("agreements/")]

    def _sound_deals(self) -> Iterator[Deal]:
        """The deals that can be read."""
        for id in self.deals:
            with suppress(FindingsError):
                yield self.library.find("deals", id, NOWHERE)

    # ---- what lies between agreements

    def findings_between(self, deals: Collection[str] = ()) -> Iterator[Finding]:
        """What is wrong with what agreements cite and take of one another, or with what some deals do."""
        for contract in self._around(deals):
            with suppress(FindingsError):  # what cannot be read says so itself
                contract.copy  # noqa: B018
        agreements = {docname: known for docname, (known, _) in self.known.items()}
        own = {id: self.deals[id].docname for id in deals}
        for docname, (_, citations) in self.known.items():
            for citation in citations if not own or docname in own.values() else ():
                faults = check_citation(agreements, citation, docname)
                yield from (told_of(each, citation, self.library) for each in faults)
        defined = dict[str, tuple[Term, ...]]()
        for id in self.clauses:
            with suppress(FindingsError):
                defined[id] = terms_of(self.clauses[id])
        asked = {page: known for page, known in agreements.items() if not own or page in own.values()}
        yield from undefined_terms(asked, defined)
        yield from check_taken(agreements) if not own else ()

    def _around(self, deals: Collection[str]) -> Iterator[Contract]:
        """All agreements and deals that are not known yet, or those that some deals may cite."""
        named = {other.page for id in deals for other in self.known[self.deals[id].docname][0].others}
        asked = (each for each in self.deals.values() if not deals or {each.docname, f"deals/{each.name}"} & named)
        yield from (each for each in (*self.agreements.values(), *asked) if each.docname not in self.known)

    # ---- pages

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Why some files are none of the pages and records above: they cannot be read, or say wrongly what they are."""
        pages = (odd(self.source / name, self._file(name), as_page=True) for name in sorted(self._files))
        wrong = (finding for read in self._read_all.values() if not isinstance(read, Page) for finding in read)
        return (*filter(None, pages), *odd_records(self.library), *wrong)

    @cached_property
    def _files(self) -> frozenset[str]:
        """The names of all pages, as seen from their folder."""
        left_out = (*self._configuration.settings.exclude_patterns, "**/.*", ".*")
        found = get_matching_files(self.source, exclude_patterns=left_out)
        return frozenset(name for name in found if name.endswith(".md"))

    @cached_property
    def _docnames(self) -> frozenset[str]:
        pages = (name for name in self._files if not odd(self.source / name, name, as_page=True))
        return frozenset(name.removesuffix(".md") for name in pages)

    @cached_property
    def _read_all(self) -> dict[str, Page | tuple[Finding, ...]]:
        """Each page, or why it is none."""
        found: dict[str, Page | tuple[Finding, ...]] = {}
        for docname in sorted(self._docnames):
            try:
                found[docname] = self._read(docname)
            except FindingsError as failure:
                found[docname] = failure.findings
        return found

    @cached_property
    def _pages(self) -> dict[str, Page]:
        """The pages that hold an agreement."""
        read = self._read_all.items()
        return {docname: page for docname, page in read if isinstance(page, Page) and page.is_contract}

    def _file(self, name: str) -> str:
        return self.library.file(self.source / name)

    def _read(self, docname: str) -> Page:
        return load_page(self.source / f"{docname}.md", self._file(f"{docname}.md"))

    # ---- making agreements

    def _page(self, docname: str) -> Copy:
        file = self._file(f"{docname}.md")
        document = self._document(file)
        with vocabulary():
            assembler = Assembler(self.sources, docname, file)
            assembled = assembler.page(self._read(docname), document)
        number_footnotes(document)
        return self._noted(docname, assembled, {*assembler.files, self.source / f"{docname}.md"})

    def _deal(self, id: str) -> Copy:
        deal = self.library.find("deals", id, NOWHERE)
        file = self.library.file(self.library.path("deals", id))
        document = self._document(file)
        with vocabulary():
            assembler = Assembler(self.sources, f"deals/{id}", file)
            assembled = assembler.deal(deal, document)
        number_footnotes(document)
        return self._noted(f"deals/{id}", assembled, {*assembler.files, self.library.path("deals", id)})

    def _noted(self, docname: str, assembled: Assembled, files: set[Path]) -> Copy:
        """A copy of what was read; what other agreements may ask of it is kept."""
        agreement, targets, context = assembled.agreement, assembled.targets, assembled.context
        labelled = {label: each for label, each in targets.items() if not label.startswith("#")}
        known = known_agreement(agreement, targets, labelled, context, lambda thing: thing)
        self.known[docname] = known, tuple(citations_in(context.foreign, docname, links=True))
        if context.plan.deal:
            self.judged[docname] = assembled.judgement
        if not any(next(iter(node.findall(_names_file)), None) for node in context.foreign):
            self.made_of[docname] = frozenset(Path(name) for each in files for name in self.library.twins(each))
        return assembled.copy

    def _document(self, file: str) -> nodes.document:
        """An empty document, which takes over what is not contract text."""
        settings = get_default_settings(Parser)
        settings.myst_suppress_warnings = ()
        settings.directive_of_others = SiteDirective if self._configuration.extended else None
        settings.smartquotes = self._configuration.settings.smartquotes
        settings.smartquotes_action = self._configuration.settings.smartquotes_action
        return new_document(file, settings)


def _names_file(node: nodes.Node) -> bool:
    """Whether a node is of a file that nobody has noted: a picture, a download, what was read from elsewhere."""
    return isinstance(node, nodes.image | nodes.raw | nodes.literal_block | addnodes.download_reference)


class _Lazy(Mapping[str, T]):
    """A mapping whose values are made when they are asked for, once each."""

    def __init__(self, names: list[str], make: Callable[[str], T]) -> None:
        self._names, self._make, self._made = dict.fromkeys(names), make, dict[str, T]()

    def __getitem__(self, name: str) -> T:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
