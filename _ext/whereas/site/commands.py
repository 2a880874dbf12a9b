"""The command `whereas build`: Sphinx's own, which tells in one line what is wrong with conf.py."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_build_command(commands: Commands) -> None:
    """Add `build` to a command line."""
    command = commands.add_parser(
        "build",
        help="build as sphinx-build does, which takes the same options",
        description="What is wrong with conf.py is told in one line; with -T as sphinx-build tells it.",
        epilog="example: whereas build -- -b html -c . source build/html",
    )
    command.add_argument("options", nargs="*", metavar="OPTION", help="options of sphinx-build, after `--`")
    command.set_defaults(run=_build)


def _build(asked: argparse.Namespace) -> int:
    from sphinx.cmd.build import main

    from whereas.site.stopped import begin

    begin()
    return main(asked.options)
