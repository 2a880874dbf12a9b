"""The command that verifies what was signed or came back: a PDF or a Word file.

What reads files is imported by who needs it: a clause is started without it, in half the time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from whereas.paper.verdict import UnreadableError, Verdict

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_verify_command(commands: Commands, readers: Mapping[str, str]) -> None:
    """Add `verify` to a command line; `readers` names the module for files of an ending, "" for those of others."""

    def run(asked: argparse.Namespace) -> int:
        return _verify(asked.file, asked.made, readers.get(asked.file.suffix.lower(), readers[""]))

    verifying = commands.add_parser("verify", help="say whether a PDF or Word file says just what the project says")
    verifying.add_argument("file", type=Path, help="the file to look at")
    made = "the folder that the outline builder wrote; for a Word file, that of the docx builder"
    verifying.add_argument("made", type=Path, help=made)
    verifying.set_defaults(run=run)


def _verify(file: Path, made: Path, reader: str) -> int:
    """Say which agreement the file is, or what differs first."""
    try:
        verdict: Verdict = import_module(reader).verify(file, made)
    except UnreadableError as failure:
        print(f"{file}: ERROR: {failure}", file=sys.stderr)
        return 2
    if verdict.same:
        print(f"{file} says what {verdict.docname} says: {verdict.said}")
        return 0
    nearest = f" It is most like {verdict.docname}:" if verdict.docname else ""
    print(f"{file} does not say what this project says.{nearest}\n{verdict.said}", file=sys.stderr)
    return 1
