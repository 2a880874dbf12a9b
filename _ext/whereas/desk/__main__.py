"""`python -m whereas.desk`: write the schemas, or start a deal, a clause or a party."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from whereas.desk.project import Project
from whereas.desk.schemas import FOLDER, write_schemas
from whereas.desk.start import start_clause, start_deal, start_party
from whereas.library.finding import Trouble

#: How each is asked for by make, which passes on what it was not given as an empty text.
USAGE = {
    "deal": "make deal NAME=acme-orbit AGREEMENT=cooperation",
    "clause": "make clause NAME=liability/cap",
    "party": "make party NAME=orbit",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; gives the exit status."""
    asked = _parser().parse_args(arguments)
    needed = [asked.name, asked.agreement] if asked.what == "deal" else [getattr(asked, "name", "-")]
    if not all(needed):
        print(f"usage: {USAGE[asked.what]}", file=sys.stderr)
        return 1
    try:
        print(_do(asked, Project(Path(asked.root), asked.source)))
    except Trouble as trouble:
        for finding in trouble.findings:
            print(f"{finding.place}: {finding}" if finding.place.file else finding, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m whereas.desk", description=__doc__)
    parser.add_argument("--root", default=".", help="the folder of clauses/, parties/ and deals/ (default: this one)")
    parser.add_argument("--source", default="source", help="the folder of the pages, in that one (default: source)")
    commands = parser.add_subparsers(dest="what", required=True)
    commands.add_parser("schemas", help="write JSON Schemas into schemas/, for editors")
    for what in USAGE:
        command = commands.add_parser(what, help=f"start a {what}: a file with every field explained")
        command.add_argument("name", help="its name; with a folder if it is to be in one")
        if what == "deal":
            command.add_argument("--agreement", required=True, help="the agreement that it fills")
    return parser


def _do(asked: argparse.Namespace, project: Project) -> str:
    """Do it, and say in a line what was done and what comes next."""
    match asked.what:
        case "schemas":
            written, removed = write_schemas(project)
            gone = f"; removed {', '.join(removed)}" if removed else ""
            return f"{FOLDER}/ is up to date: {', '.join(written)}{gone}"
        case "deal":
            path = start_deal(project, asked.name, asked.agreement)
            after = "say in it who the parties are and what is agreed, then build the site"
        case "clause":
            path = start_clause(project, asked.name)
            after = f"write its text, then place it in an agreement: :::{{clause}} {asked.name}"
        case _:
            path = start_party(project, asked.name)
            after = f"say in it what is known, then name it in a deal: {asked.name}"
    return f"{project.library.file(path)} is written: {after}"


if __name__ == "__main__":
    sys.exit(main())
