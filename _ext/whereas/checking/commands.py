"""The command `whereas check`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

#: The baseline, beside conf.py.
BASELINE_FILE = "checks.baseline.json"


def add_check_command(commands: Commands) -> None:
    """Add `check` to a command line."""
    command = commands.add_parser(
        "check",
        help="read all agreements and deals as a careful associate would, and tell what is wrong",
        description="Tells what is wrong, with file and line. The status is 1 where an error or a warning is found.",
    )
    command.add_argument("deals", nargs="*", metavar="DEAL", help="look at this deal alone: is it ready to sign?")
    command.add_argument("--deal", action="append", default=[], metavar="NAME", help="the same")
    command.add_argument(
        "--format",
        default="text",
        choices=("text", "json", "sarif", "github", "gitlab", "junit"),
        help="how to tell it",
    )
    command.add_argument(
        "--since", default="", metavar="COMMIT", help="tell errors, and what else is on lines changed since (by git)"
    )
    command.add_argument("--fix", action="store_true", help="mend what can be mended for certain")
    command.add_argument("--explain", metavar="RULE", help="tell of a rule, with a bad and a good example")
    command.add_argument(
        "--write-baseline", action="store_true", help=f"write all that is found into {BASELINE_FILE}: from now on known"
    )
    command.add_argument(
        "-j",
        "--jobs",
        type=int,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many processes read",
    )
    command.add_argument("-v", "--verbose", action="store_true", help="tell also what is only for information")
    command.set_defaults(run=_check)


def _check(asked: argparse.Namespace) -> int:
    from whereas.checking.run import Asked, check
    from whereas.desk.commands import tell_rules

    if asked.explain:
        return tell_rules(asked.explain)
    deals = list(dict.fromkeys(name for name in (*asked.deals, *asked.deal) if name))
    asks = Asked(deals, asked.fix, asked.write_baseline, BASELINE_FILE, asked.jobs, asked.since)
    report = check(Path(asked.root), asked.source, asks)
    text = report.told(asked.format, asked.verbose)
    if text:
        print(text)
    if report.mended:
        print(f"{report.mended} mended", file=sys.stderr)
    return int(report.report.failed)
