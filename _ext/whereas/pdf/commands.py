"""The command for PDFs: set them."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_pdf_commands(commands: Commands) -> None:
    """Add `press` to a command line."""
    pressing = commands.add_parser("press", help="set the PDFs that the latex builder wrote")
    pressing.add_argument("folder", type=Path, help="the folder that the latex builder wrote")
    pressing.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="documents at a time")
    pressing.set_defaults(run=_press)


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
