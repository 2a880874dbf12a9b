"""The author's commands: write the schemas, start a deal, a clause or a party, tell of the rules."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from whereas.desk.desk import Desk
from whereas.desk.rules import rule_text, rules_list, rules_page
from whereas.desk.schemas import FOLDER, write_schemas
from whereas.desk.start import start_clause, start_deal, start_party
from whereas.language.nearest import did_you_mean
from whereas.library.rule import all_rules

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

#: How each is asked for by make, which passes on what it was not given as an empty text.
USAGE = {
    "deal": "make deal NAME=acme-orbit AGREEMENT=cooperation",
    "clause": "make clause NAME=liability/cap",
    "party": "make party NAME=orbit",
}


def add_desk_commands(commands: Commands) -> None:
    """Add `deal`, `clause`, `party`, `schemas` and `rules` to a command line."""
    for what in USAGE:
        command = commands.add_parser(what, help=f"start a {what}: a file with every field explained")
        command.add_argument("name", help="its name; with a folder if it is to be in one")
        if what == "deal":
            command.add_argument("--agreement", required=True, help="the agreement that it fills")
        command.set_defaults(run=_start, what=what)
    command = commands.add_parser("schemas", help="write JSON Schemas into schemas/, for editors")
    command.set_defaults(run=_schemas)
    command = commands.add_parser(
        "rules",
        help="what is looked for: all rules, or one with a bad and a good example",
        description="Every message names its rule in brackets: [whereas.term-near]. This tells what the rules ask for.",
    )
    command.add_argument("rule", nargs="?", help="the rule to be shown, with a bad and a good example")
    command.add_argument("--write", metavar="FILE", help="write the page of all rules into a file, in Markdown")
    command.set_defaults(run=_rules)


def _schemas(asked: argparse.Namespace) -> int:
    written, removed = write_schemas(Desk(Path(asked.root), asked.source))
    gone = f"; removed {', '.join(removed)}" if removed else ""
    print(f"{FOLDER}/ is up to date: {', '.join(written)}{gone}")
    return 0


def _rules(asked: argparse.Namespace) -> int:
    return tell_rules(asked.rule or "", asked.write)


def tell_rules(rule: str = "", write: str | None = None) -> int:
    """Tell of a rule, or of all, or write their page; gives the exit status."""
    rules = {rule.id: rule for rule in all_rules()}
    name = rule.removeprefix("whereas.")
    if name and name not in rules:
        print(f"there is no rule {name!r}; {did_you_mean(name, rules)}", file=sys.stderr)
        return 1
    if write:
        Path(write).write_text(rules_page(rules.values()), encoding="utf-8")
    else:
        print(rule_text(rules[name]) if name else rules_list(rules.values()))
    return 0


def _start(asked: argparse.Namespace) -> int:
    """Start the file, and say in a line what was done and what comes next."""
    if not asked.name or (asked.what == "deal" and not asked.agreement):
        print(f"usage: {USAGE[asked.what]}", file=sys.stderr)
        return 1
    project = Desk(Path(asked.root), asked.source)
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
