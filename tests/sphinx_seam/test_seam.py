"""Private names of Sphinx and its like: a build stops in one line if one is gone, and none is used elsewhere."""

from __future__ import annotations

import ast

import pytest
from sphinx.errors import ExtensionError
from test_house import FILES, module, room, tree_of

from whereas.sphinx_seam import check

#: Private names of Python's own that may be used anywhere.
_PYTHON = {"_getframe", "_replace", "_SubParsersAction"}


def test_all_names_are_there() -> None:
    check.check_seam()


@pytest.mark.parametrize(
    "name", ["sphinx.search:IndexBuilder._lost", "sphinx.search:Lost._mapping", "sphinx.lost:IndexBuilder._mapping"]
)
def test_a_name_that_is_gone_stops_the_build_in_one_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(check._NEEDED, name, "search_index")
    with pytest.raises(ExtensionError) as raised:
        check.check_seam()
    said = str(raised.value)
    assert said.startswith("Whereas does not work with sphinx ")
    assert f"which have no {name.replace(':', '.')}; install the versions that its pyproject.toml names" in said
    assert "\n" not in said


def private(tree: ast.AST) -> set[str]:
    """The private names that a file asks others for."""
    found = {each.attr for each in ast.walk(tree) if isinstance(each, ast.Attribute)}
    found |= {each.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for each in node.names}
    return {name for name in found if name.startswith("_") and not name.startswith("__")}


def own(tree: ast.AST) -> set[str]:
    """The names that a file gives to something itself."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store()) | ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
            case ast.Constant(value=str() as name):  # a slot
                found.add(name)
    return found


def test_private_names_of_others_stand_in_the_seam_alone() -> None:
    ours = set.union(*(own(tree_of(path)) for path in FILES if room(module(path)) != "sphinx_seam"))
    for path in FILES:
        if room(module(path)) != "sphinx_seam":
            assert private(tree_of(path)) - ours - _PYTHON == set(), path
