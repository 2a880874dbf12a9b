"""The commands for PDFs: set them, and verify what was signed.

What reads PDFs is imported by the command that needs it: a clause is started without it, in half the time.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_pdf_commands(commands: Commands) -> None:
    """Add `press` and `verify` to a command line."""
    pressing = commands.add_parser("press", help="set the PDFs that the latex builder wrote")
    pressing.add_argument("folder", type=Path, help="the folder that the latex builder wrote")
    pressing.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="documents at a time")
    pressing.set_defaults(run=_press)
    verifying = commands.add_parser("verify", help="say whether a PDF says just what the project says")
    verifying.add_argument("pdf", type=Path, help="the file to look at")
    verifying.add_argument("outlines", type=Path, help="the folder that the outline builder wrote")
    verifying.set_defaults(run=_verify)


def _press(asked: argparse.Namespace) -> int:
    """Tell of each PDF as it is made."""
    from whereas.pdf.press import press

    failed = False
    for each in press(asked.folder, max(asked.jobs, 1)):
        path = asked.folder / f"{each.name}.pdf"
        for warning in each.warnings:
            print(f"{warning.place or path}: WARNING: {warning.what}", file=sys.stderr)
        for error in each.errors:
            print(f"{error.place or path}: ERROR: {error.what}", file=sys.stderr)
        if each.made:
            print(path, flush=True)
        else:
            failed = True
            print(f"{path} could not be made; all that TeX said is in {path.with_suffix('.log')}", file=sys.stderr)
    return int(failed)


def _verify(asked: argparse.Namespace) -> int:
    """Say which agreement the PDF is, or what differs first."""
    from whereas.pdf.printed_pages import UnreadableError
    from whereas.pdf.verify import verify

    try:
        verdict = verify(asked.pdf, asked.outlines)
    except UnreadableError as failure:
        print(f"{asked.pdf}: ERROR: {failure}", file=sys.stderr)
        return 2
    if verdict.same:
        print(f"{asked.pdf} says what {verdict.docname} says: {verdict.said}")
        return 0
    nearest = f" It is most like {verdict.docname}:" if verdict.docname else ""
    print(f"{asked.pdf} does not say what this project says.{nearest}\n{verdict.said}", file=sys.stderr)
    return 1
