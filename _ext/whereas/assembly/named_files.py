"""Images, downloads and pages that contract text names: looked for beside the file that names them.

Sphinx looks beside the page; but the text of a template is on the pages of its deals, that of a clause on many pages.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes

from whereas.assembly.context import Context
from whereas.assembly.marks import SLOT
from whereas.library.finding import Place
from whereas.library.rule import Rule

NAMED_FILE = Rule(
    "named-file",
    "A file that a text names is there, in the project.",
    bad="![The plan](plan.png)",
    good="[The plan](https://example.com/plan.png)",
)


def settle_files(node: nodes.Node, place: Place, context: Context) -> nodes.Node:
    """A node that Sphinx keeps, with the files in it named from the folder of the pages.

    A file that cannot be had is a finding, and shown in its place.
    """
    for each in list(node.findall(lambda each: isinstance(each, nodes.image | addnodes.download_reference))):
        named: Any = each
        key = "uri" if isinstance(each, nodes.image) else "reftarget"
        if not _settle(named, key, place, context):
            broken = broken_words(str(named[key]), named)
            if named is node:
                return broken
            named.parent.replace(named, broken)
    for page in node.findall(addnodes.pending_xref):
        if (page.get("refdomain"), page.get("reftype")) == ("std", "doc"):
            path = context.files.find(page["reftarget"], place.file)
            page["reftarget"] = _from_pages(path, context) if path else page["reftarget"]
    return node


def broken_words(name: str, node: nodes.Node) -> nodes.Element:
    """What stands for a file that cannot be had."""
    words = nodes.inline("", f"[{name}]", classes=["wh-broken"])
    return words if isinstance(node.parent, nodes.TextElement) else nodes.paragraph("", "", words)


def _settle(node: nodes.Element, key: str, place: Place, context: Context) -> bool:
    """Name the file of a node as Sphinx finds it; whether that can be had."""
    name = str(node[key])
    if "://" in name or name.startswith("data:"):
        return True
    path = find_file(name, place, context)
    node[key] = _from_pages(path, context) if path else SLOT.sub("…", unquote(name))
    return path is not None


def find_file(name: str, place: Place, context: Context) -> Path | None:
    """The path of a file that is named at a place, one that is there; else None, and a finding."""
    if SLOT.search(unquote(name)):
        message = "a value is part of a file's name here, which is not allowed"
        context.findings.append(NAMED_FILE.at(place, message, "write the name out"))
        return None
    path = context.files.find(name, place.file)
    if path is None:
        message = f"the file {name!r} is outside the project, and no file is read from there"
        context.findings.append(NAMED_FILE.at(place, message, "copy it into the project"))
        return None
    if not _is_there(path):
        plain = context.files.find(unquote(name), place.file)  # MyST writes spaces and umlauts as in addresses
        path = plain if plain and _is_there(plain) else path
    context.depends.add(path)
    if _is_there(path):
        return path
    where = context.library.file(path)
    message = f"there is no file {unquote(name)!r}"
    context.findings.append(NAMED_FILE.at(place, message, f"it is looked for at {where}"))
    return None


def _is_there(path: Path) -> bool:
    """Whether there is a file; `logo.*` is any of that name, of which Sphinx takes what a builder can show."""
    return any(path.parent.glob(path.name)) if path.name.endswith(".*") else path.is_file()


def _from_pages(path: Path, context: Context) -> str:
    return "/" + Path(os.path.relpath(path, context.files.source.resolve())).as_posix()
