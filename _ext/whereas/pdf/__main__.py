"""PDFs from the command line: `python -m whereas.pdf press FOLDER`, `python -m whereas.pdf verify PDF OUTLINES`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from whereas.pdf.press import press


def main(arguments: list[str] | None = None) -> int:
    """Set PDFs, or say whether one is ours. Gives 1 if one could not be made, or is not."""
    parser = argparse.ArgumentParser("whereas.pdf", description="PDFs of agreements.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    pressing = commands.add_parser("press", help="set what the latex builder wrote")
    pressing.add_argument("folder", type=Path)
    pressing.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="documents at a time")
    pressing.set_defaults(run=_press)
    asked = parser.parse_args(arguments)
    return int(asked.run(asked))


def _press(asked: argparse.Namespace) -> int:
    """Tell of each PDF as it is made."""
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


if __name__ == "__main__":
    sys.exit(main())
