"""Which agreements come out on paper, and what all documents of a build share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from whereas.paper.last_change import SourceDates
from whereas.site.domain import domain_of
from whereas.site.outputs import output_of
from whereas.site.settings import settings_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def refused(env: BuildEnvironment) -> set[str]:
    """The pages of which there is no paper, which somebody might sign: what is final and cannot be."""
    domain = domain_of(env)
    return {name for name, known in domain.agreements.items() if known.status == "final" and domain.is_wrong(name)}


def read_identity(app: Sphinx) -> None:
    """`builder-inited`: how the house wants its documents, and of which days they are."""
    if output_of(app.builder).paper:
        builder: Any = app.builder
        builder.whereas_identities = settings_of(app).whereas_pdf
        builder.whereas_dates = SourceDates(app.env, Path(app.confdir))


def setup_paper(app: Sphinx) -> None:
    """Connect to the events of a build."""
    app.connect("builder-inited", read_identity, priority=400)
