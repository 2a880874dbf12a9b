"""Which values agreements lend to the clauses they have: known before any page is read, and kept from build to build.

So the page of a clause knows a value that only agreements declare, in whatever order the pages are read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whereas.assembly.lending import Lent, lent_values
from whereas.assembly.pages import Template
from whereas.library.deals import Deal
from whereas.library.finding import NOWHERE, FindingsError
from whereas.library.front_matter import Page, load_page
from whereas.project.sources import Sources
from whereas.site.domain import WhereasDomain, domain_of
from whereas.site.records import record_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def lend_values(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """`env-get-outdated`: note what the agreements lend that are new, changed or gone; pages of clauses that see it."""
    domain = domain_of(env)
    lent = domain.data["lent"]
    for docname in removed | added | changed:
        lent.pop(docname, None)
    for docname in sorted(added | changed):
        try:
            found = _lent_on(docname, Path(env.doc2path(docname)), domain.sources)
        except (FindingsError, OSError):  # told when the page is read
            continue
        if found:
            lent[docname] = found
    clauses = (docname for docname in env.found_docs if docname.startswith("clauses/"))
    return sorted(
        docname for docname in clauses if _lent_to(docname, domain) != domain.data["borrowed"].get(docname, ())
    )


def borrow_values(docname: str, domain: WhereasDomain) -> tuple[Lent, ...]:
    """What agreements lend to the clause of a page that is being read, noted so that a change of it is seen."""
    if lent := _lent_to(docname, domain):
        domain.data["borrowed"][docname] = lent
    return lent


def _lent_to(docname: str, domain: WhereasDomain) -> tuple[Lent, ...]:
    """The values that the clause of a page uses, and that agreements with this clause declare, by name."""
    id = docname.removeprefix("clauses/")
    found: dict[str, Lent] = {}
    for _, lent in sorted(domain.data["lent"].items()):
        for each in lent.get(id, ()):
            known = found.setdefault(each.name, each)
            if known.type == each.type:  # where agreements let choose differently, the clause may ask for all of it
                choices = dict.fromkeys((*known.choices, *each.choices))
                found[each.name] = known._replace(choices=tuple(choices))
    return tuple(found[name] for name in sorted(found))


def _lent_on(docname: str, path: Path, sources: Sources) -> dict[str, tuple[Lent, ...]]:
    """What the agreement on a page lends, by the ids of its clauses; of a deal only if it has clauses of its own."""
    library = sources.library
    if path.suffix == ".md":
        page = load_page(path, library.file(path))
        if page.header:
            template = Template(docname, page, page.header, sources.syntax(page.text))
            return lent_values(page.header, sources.plan(template), template.syntax)
        return _lent_by_deal(library.find("deals", page.deal, NOWHERE), sources, page) if page.deal else {}
    kind, id = record_of(docname, path, library) or ("", "")
    return _lent_by_deal(library.find("deals", id, NOWHERE), sources) if kind == "deals" else {}


def _lent_by_deal(deal: Deal, sources: Sources, own: Page | None = None) -> dict[str, tuple[Lent, ...]]:
    texts = (choice.text for choice in deal.clauses.values())
    if not (own or deal.add or any(texts)):
        return {}
    template = sources.find_template(deal.agreement, NOWHERE, set())
    return lent_values(template.header, sources.plan(template, deal, own), template.syntax)
