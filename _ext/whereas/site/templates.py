"""The agreements that deals fill: each page is read once in a process, until it says something else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whereas.assembly.files import Files
from whereas.assembly.pages import Template
from whereas.assembly.placements import Reader
from whereas.assembly.syntax import Syntax, syntax_of
from whereas.library.agreements import Page, read_page
from whereas.library.finding import Finding, Place, Trouble, did_you_mean

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from whereas.library.library import Library

#: Page to its text, and the agreement on it: None where there is none, or what is wrong with it.
Templates = dict[str, tuple[str, Template | Trouble | None]]


def find_template(name: str, place: Place, env: BuildEnvironment, library: Library, known: Templates) -> Template:
    """The page of an agreement that is named at a place; raises Trouble when there is none, or it is wrong."""
    for docname in (f"agreements/{name}", name):
        path = Path(env.srcdir) / f"{docname}.md"
        env.note_dependency(path)  # there or not: should it come, the deal is read again
        if docname in env.found_docs and path.is_file():
            template = read_template(docname, path, env, library, known)
            if template:
                return template
    others = [docname.removeprefix("agreements/") for docname in env.found_docs if docname.startswith("agreements/")]
    message = f"there is no agreement {name!r}"
    raise Trouble(Finding(place, "unknown-agreement", message, did_you_mean(name, others)))


def read_template(
    docname: str, path: Path, env: BuildEnvironment, library: Library, known: Templates
) -> Template | None:
    """The agreement on a page, if it has one; raises Trouble when its front matter is wrong."""
    text = path.read_text(encoding="utf-8")
    if docname not in known or known[docname][0] != text:
        try:
            found: Template | Trouble | None = template_of(read_page(text, library.file(path)), docname, env)
        except Trouble as trouble:
            found = trouble
        known[docname] = (text, found)
    template = known[docname][1]
    if isinstance(template, Trouble):
        raise template.with_traceback(None)
    return template


def template_of(page: Page, docname: str, env: BuildEnvironment) -> Template | None:
    """The agreement that a page's text is, if it is one."""
    return Template(docname, page, page.header, page_syntax(page, env)) if page.header else None


def page_syntax(page: Page, env: BuildEnvironment, inherited: Syntax | None = None) -> Syntax:
    """The MyST of a page: the project's, or that of the template it fills, with what its front matter says of it."""
    return syntax_of(inherited.config if inherited else env.myst_config, page.text)  # type: ignore[attr-defined]


def check_syntax(page: Page) -> list[Finding]:
    """What is wrong with what a page's front matter says of MyST."""
    findings: list[Finding] = []
    syntax_of(None, page.text, lambda said: findings.append(Finding(Place(page.file), "myst", said, "", "warning")))
    return findings


def reader_of(syntax: Syntax, env: BuildEnvironment, library: Library) -> Reader:
    """What finds the clauses that texts of that syntax place."""
    return Reader(library, files_of(env, library), syntax)


def files_of(env: BuildEnvironment, library: Library) -> Files:
    """Where the files are that texts name."""
    return Files(library.root, Path(env.srcdir))
