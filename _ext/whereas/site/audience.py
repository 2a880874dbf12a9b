"""Who reads what is built: what is ours alone stays out of what others get, and out of every PDF.

Whatever is made for readers inside is marked with `internal`. A build for readers outside takes it out of a page as
soon as that is read, before anything looks at it: contents, search, other pages. LaTeX never has it. What an
agreement tells of itself goes the same way (`agreement.outside`).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes
from sphinx.errors import ConfigError
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from whereas.agreement.outside import blocks_for_outside
from whereas.site.nodes import provisions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

AUDIENCES = ("internal", "external")
Element = TypeVar("Element", bound=nodes.Element)
_MARK = "wh-internal"
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def is_internal(config: Config) -> bool:
    """Whether readers may see what is ours alone: guidance, fallbacks, owners, reasons, where things are written."""
    return bool(config.whereas_audience == "internal")


def internal(node: Element) -> Element:
    """The same node, marked as ours alone."""
    node["classes"].append(_MARK)
    return node


# ---- pages ----------------------------------------------------------------------------------------------------------


def _is_hidden(node: nodes.Node) -> bool:
    return isinstance(node, nodes.comment) or (isinstance(node, nodes.Element) and _MARK in node["classes"])


def _hide(document: nodes.document) -> None:
    """Take out what is marked, and comments; a list or table that has nothing left goes with it."""
    for node in list(document.findall(_is_hidden)):
        parent = node.parent
        if parent is None:
            continue
        parent.remove(node)
        while not parent.children and isinstance(parent, nodes.field_list | nodes.bullet_list | nodes.paragraph):
            parent, empty = parent.parent, parent
            parent.remove(empty)


class HideFromOutside(SphinxTransform):
    """While a page is read for readers outside: takes out of it what is ours alone."""

    default_priority = 1  # before anything collects what the page says

    def apply(self, **kwargs: Any) -> None:
        """Nodes, comments, and what the agreement's data tells."""
        if is_internal(self.config):
            return
        _hide(self.document)
        for raw in list(self.document.findall(nodes.raw)):
            text = _COMMENT.sub("", raw.astext())
            raw.parent.replace(raw, [nodes.raw(text, text, **raw.attributes)] if text.strip() else [])
        if "whereas_agreement" in self.document:  # made of the agreement as outsiders may see it
            return
        for node in self.document.findall(provisions):
            node["blocks"] = blocks_for_outside(node.blocks)


class HideFromPaper(SphinxPostTransform):
    """No PDF has what is ours alone, whoever the site is for."""

    default_priority = 1
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Take it out."""
        _hide(self.document)


class HideData(SphinxPostTransform):
    """The builders that write all that a document holds, for those who mend it, write for others what it shows."""

    default_priority = 900
    formats = ("xml", "pseudoxml")

    def run(self, **kwargs: Any) -> None:
        """Take away the agreement's data, and the path of the file."""
        if not is_internal(self.config):
            self.document["source"] = self.env.current_document.docname
            for name in ("whereas_agreement", "whereas_style"):
                self.document.attributes.pop(name, None)


# ---- the build ------------------------------------------------------------------------------------------------------


def settle_audience(app: Sphinx, config: Config) -> None:
    """`config-inited`: refuse what is no audience; for readers outside, no page carries its source."""
    if config.whereas_audience not in AUDIENCES:
        raise ConfigError(f"whereas_audience is one of {', '.join(AUDIENCES)}, not {config.whereas_audience!r}")
    if is_internal(config):
        return
    config.html_copy_source = config.html_show_sourcelink = False
    if Path(app.doctreedir).is_relative_to(app.outdir):
        raise ConfigError(
            f"the doctrees of a build for readers outside know what is ours alone, and are to stand in its output: "
            f"give them another place, as with `sphinx-build -d {Path(app.outdir).name}.doctrees`"
        )


def keep_apart(app: Sphinx) -> None:
    """`builder-inited`: a folder for readers outside is theirs from the start, so that nothing internal is left in it.

    It is known by a file, which a build for readers inside takes away.
    """
    folder = Path(app.outdir)
    mark = folder / ".external"
    if is_internal(app.config):
        mark.unlink(missing_ok=True)
        if app.builder.format != "latex":
            app.tags.add("internal")
        return
    app.tags.add("external")
    app.builder.copysource = False  # type: ignore[attr-defined]
    if not mark.exists() and any(not path.name.startswith(".") for path in folder.glob("*")):
        raise ConfigError(
            f"{folder} holds what was not built for readers outside: remove it, or give them a folder of their own"
        )
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()


def forget_files(app: Sphinx) -> Iterable[Any]:
    """`html-collect-pages`: readers outside need not know the file of a page, which Sphinx's search index tells."""
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None and not is_internal(app.config):
        files: dict[str, str] = getattr(indexer, "_filenames", {})
        files.update({docname: docname for docname in files})
    return ()


def hide_source_links(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: no theme links to the file of a page, there or in a repository."""
    if not is_internal(app.config):
        context.update(page_source_suffix="", show_source=False, sourcename="")


def setup_audience(app: Sphinx) -> None:
    """Connect all of these."""
    app.add_transform(HideFromOutside)
    app.add_post_transform(HideFromPaper)
    app.add_post_transform(HideData)
    app.connect("config-inited", settle_audience)
    app.connect("builder-inited", keep_apart)
    app.connect("html-collect-pages", forget_files)
    app.connect("html-page-context", hide_source_links, priority=300)
