"""Deals that stand in no toctree and no list: told in each build, for it is no fault, and yet easily overlooked."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sphinx.util import logging

from whereas.site.domain import domain_of
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)
#: So many are named; of hundreds the first say enough.
_NAMED = 3


def unlinked_deals(env: BuildEnvironment) -> list[str]:
    """The deals that neither a toctree nor a list of all deals leads to."""
    if any("deals" in kinds for kinds in domain_of(env).data["lists"].values()):
        return []
    linked = {*chain.from_iterable(env.toctree_includes.values())}
    deals = (docname for docname, known in domain_of(env).agreements.items() if known.deal)
    return sorted(docname for docname in deals if docname not in linked and env.metadata[docname].get("orphan"))


def tell_unlinked(app: Sphinx, env: BuildEnvironment) -> None:
    """`env-updated`: name their files, and say what leads to them; the build stands."""
    if not output_of(app.builder).site or not (deals := unlinked_deals(env)):
        return
    files = ", ".join(str(env.doc2path(docname, base=False)) for docname in deals[:_NAMED])
    more = f" and {len(deals) - _NAMED} more" if len(deals) > _NAMED else ""
    logger.info(
        "info: %s%s: in no toctree and no list; put deals/*, with :glob:, into one, or ```{records} deals on a page",
        files,
        more,
    )


def setup_unlinked(app: Sphinx) -> None:
    """Connect it."""
    app.connect("env-updated", tell_unlinked, priority=600)
