"""The author's commands: write the schemas, or start a deal, a clause or a party."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from whereas.desk.project import Project
from whereas.desk.schemas import FOLDER, write_schemas
from whereas.desk.start import start_clause, start_deal, start_party

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

#: How each is asked for by make, which passes on what it was not given as an empty text.
USAGE = {
    "deal": "make deal NAME=acme-orbit AGREEMENT=cooperation",
    "clause": "make clause NAME=liability/cap",
    "party": "make party NAME=orbit",
}


def add_desk_commands(commands: Commands) -> None:
    """Add `deal`, `clause`, `party` and `schemas` to a command line."""
    for what in USAGE:
        command = commands.add_parser(what, help=f"start a {what}: a file with every field explained")
        command.add_argument("name", help="its name; with a folder if it is to be in one")
        if what == "deal":
            command.add_argument("--agreement", required=True, help="the agreement that it fills")
        command.set_defaults(run=_start, what=what)
    command = commands.add_parser("schemas", help="write JSON Schemas into schemas/, for editors")
    command.set_defaults(run=_schemas)


def _schemas(asked: argparse.Namespace) -> int:
    written, removed = write_schemas(Project(Path(asked.root), asked.source))
    gone = f"; removed {', '.join(removed)}" if removed else ""
    print(f"{FOLDER}/ is up to date: {', '.join(written)}{gone}")
    return 0


def _start(asked: argparse.Namespace) -> int:
    """Start the file, and say in a line what was done and what comes next."""
    if not asked.name or (asked.what == "deal" and not asked.agreement):
        print(f"usage: {USAGE[asked.what]}", file=sys.stderr)
        return 1
    project = Project(Path(asked.root), asked.source)
    match asked.what:
        case "deal":
            path = start_deal(project, asked.name, asked.agreement)
            after = "say in it who the parties are and what is agreed, then build the site"
        case "clause":
            path = start_clause(project, asked.name)
            after = f"write its text, then place it in an agreement: :::{{clause}} {asked.name}"
        case _:
            path = start_party(project, asked.name)
            after = f"say in it what is known, then name it in a deal: {asked.name}"
    print(f"{project.library.file(path)} is written: {after}")
    return 0
