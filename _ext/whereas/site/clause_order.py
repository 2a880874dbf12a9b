"""Clauses in the contents of the site: within a folder in the order of an agreement, not of their files' names."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from itertools import chain, groupby
from typing import TYPE_CHECKING

from sphinx import addnodes

from whereas.site.domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from whereas.project.tables import KnownAgreement


def in_order_of_use(docnames: list[str], agreements: Mapping[str, KnownAgreement]) -> list[str]:
    """Pages in their order, but clauses of one folder as the agreement that has most of them has them.

    Of several that have as many, the first by name decides; clauses that it does not have follow by name.
    """
    uses = {docname: [f"clauses/{use.clause}" for use in known.uses] for docname, known in sorted(agreements.items())}
    runs = groupby(docnames, lambda docname: docname.startswith("clauses/") and posixpath.dirname(docname))
    return [*chain.from_iterable(_ordered([*run], uses) if folder else run for folder, run in runs)]


def _ordered(clauses: list[str], uses: Mapping[str, list[str]]) -> list[str]:
    leading: list[str] = max(uses.values(), key=lambda used: len({*used} & {*clauses}), default=[])
    place = {clause: at for at, clause in reversed([*enumerate(leading)])}  # the first, of one that is used twice
    return sorted(clauses, key=lambda clause: (place.get(clause, len(leading)), clause))


def order_clauses(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """`env-get-updated`, before it is asked which pages show it: order what `:glob:` has found.

    The page that all begins with is left as it is: its contents are taken from elsewhere.
    """
    agreements = domain_of(env).agreements
    for docname in sorted(env.glob_toctrees - {app.config.root_doc}):
        for tree in env.tocs[docname].findall(addnodes.toctree):
            listed = [str(ref) for _, ref in tree["entries"]]
            if tree["glob"] and (order := in_order_of_use(listed, agreements)) != listed:
                entries = dict(zip(listed, tree["entries"], strict=True))
                tree["entries"] = [entries[ref] for ref in order]
                tree["includefiles"] = in_order_of_use(tree["includefiles"], agreements)
        env.toctree_includes[docname] = in_order_of_use(env.toctree_includes.get(docname, []), agreements)
    return []  # which pages show it is told by who compares what pages were made of


def setup_clause_order(app: Sphinx) -> None:
    """Connect it."""
    app.connect("env-get-updated", order_clauses, priority=400)
