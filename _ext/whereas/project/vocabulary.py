"""The names that docutils knows while a text is read without Sphinx: ours, and those of Sphinx itself."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from docutils.parsers.rst.directives import register_directive
from docutils.parsers.rst.roles import CustomRole, GenericRole, register_local_role
from sphinx import addnodes
from sphinx.domains.std import StandardDomain
from sphinx.roles import generic_docroles, specific_docroles
from sphinx.util.docutils import ReferenceRole, docutils_namespace

from whereas.assembly.vocabulary import DIRECTIVES, ROLES
from whereas.project.site_directives import NAMES, SiteDirective


class _ReferenceRole(ReferenceRole):
    """Stands for a role that leads to something which only a site has: `{doc}`, `{ref}`, `{download}`."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Give a node of the role's name, with the words that it prints before the site knows better."""
        return [addnodes.pending_xref("", nodes.inline(self.title, self.title), reftype=self.name)], []


def _sphinx_roles() -> dict[str, Any]:
    make: Any = GenericRole
    generic = {name: CustomRole(name, make(name, node), {"classes": [name]}) for name, node in generic_docroles.items()}
    others: dict[str, Any] = StandardDomain.roles | specific_docroles
    leading = {name: _ReferenceRole() for name, role in others.items() if isinstance(role, ReferenceRole)}
    return generic | others | leading


@contextlib.contextmanager
def vocabulary() -> Iterator[None]:
    """Let docutils know them, and no longer than it takes: an application registers its own."""
    with docutils_namespace():
        for name, role in (_sphinx_roles() | ROLES).items():
            register_local_role(name, role)
        for name, directive in (dict.fromkeys(NAMES, SiteDirective) | DIRECTIVES).items():
            register_directive(name, directive)
        yield
