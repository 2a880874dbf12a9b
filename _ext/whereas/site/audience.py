"""Who reads what is built: what is ours alone stays out of what others get, and out of every PDF.

Whatever is made for readers inside is marked with `ours`. A build for readers outside takes it out of a page as
soon as that is read, before anything looks at it: contents, search, other pages (`hiding`). In a build for readers
inside, only outputs that say so have it (`outputs`): whatever another one makes, known to us or not, may be given away.
What an agreement tells of itself goes the same way (`agreement.outside`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes

from whereas.site.outputs import is_for_outside, output_of, outside_builders
from whereas.site.refusal import RefusedError
from whereas.sphinx_seam import search_index

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

Element = TypeVar("Element", bound=nodes.Element)
#: The class of what is ours alone.
OURS = "wh-internal"


def is_internal(config: Config) -> bool:
    """Whether readers may see what is ours alone: guidance, fallbacks, owners, reasons, where things are written."""
    return bool(config.whereas_audience == "internal")


def shows_ours(builder: Builder) -> bool:
    """Whether what a builder makes may have in it what is ours alone."""
    return is_internal(builder.config) and output_of(builder).ours


def ours(node: Element) -> Element:
    """The same node, marked as ours alone."""
    node["classes"].append(OURS)
    return node


# ---- the build ------------------------------------------------------------------------------------------------------


def settle_audience(app: Sphinx, config: Config) -> None:
    """`config-inited`: for readers outside, no page carries its source."""
    if is_internal(config):
        return
    config.html_copy_source = config.html_show_sourcelink = config.gettext_location = False
    if Path(app.doctreedir).is_relative_to(app.outdir):
        raise RefusedError(
            f"the doctrees of a build for readers outside know what is ours alone, and are to stand in its output: "
            f"give them another place, as with `sphinx-build -d {Path(app.outdir).name}.doctrees`"
        )


def keep_apart(app: Sphinx) -> None:
    """`builder-inited`: a folder for readers outside is theirs from the start, so that nothing internal is left in it.

    It is known by a file, which a build for readers inside takes away.
    """
    folder = Path(app.outdir)
    mark = folder / ".external.js"  # the builder of epub warns of other files that are no page
    if not shows_ours(app.builder):
        app.builder.copysource = False  # type: ignore[attr-defined]
    if is_internal(app.config):
        mark.unlink(missing_ok=True)
        if shows_ours(app.builder):
            app.tags.add("internal")
        return
    if not is_for_outside(app.builder):
        raise RefusedError(
            f"what the builder {app.builder.name!r} makes was not looked through for readers outside: build with one "
            f"of {outside_builders()}, or for readers inside"
        )
    app.tags.add("external")
    if not mark.exists() and any(not path.name.startswith(".") for path in folder.glob("*")):
        raise RefusedError(
            f"{folder} holds what was not built for readers outside: remove it, or give them a folder of their own"
        )
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()


def forget_files(app: Sphinx) -> Iterable[Any]:
    """`html-collect-pages`: readers outside need not know the file of a page, which Sphinx's search index tells."""
    if not shows_ours(app.builder):
        search_index.forget_files(app.builder)
    return ()


def hide_source_links(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: no theme links to the file of a page, there or in a repository."""
    if not shows_ours(app.builder):
        context.update(page_source_suffix="", show_source=False, sourcename="")


def setup_audience(app: Sphinx) -> None:
    """Connect all of these."""
    app.connect("config-inited", settle_audience)
    app.connect("builder-inited", keep_apart)
    app.connect("html-collect-pages", forget_files)
    app.connect("html-page-context", hide_source_links, priority=300)
