"""The command `whereas` (also `python -m whereas`): what each face of the house can do from a shell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from whereas import __version__
from whereas.checking.commands import add_check_command
from whereas.desk.commands import add_desk_commands
from whereas.library.finding import FindingsError
from whereas.live.commands import add_live_command
from whereas.paper.commands import add_verify_command
from whereas.pdf.commands import add_pdf_commands
from whereas.site.commands import add_build_command

EXAMPLES = """\
examples:
  whereas party orbit                                start parties/orbit.yaml
  whereas clause liability/cap                       start clauses/liability/cap.yaml
  whereas deal acme-orbit --agreement cooperation    start a deal, with every value that it asks for
  whereas schemas                                    after a change to an agreement or to a clause's values
  whereas rules term-near                            what does this message ask for?
  whereas check --deal acme-orbit                    what is wrong with it?
  whereas build -- -b html source build/html         as sphinx-build does
  whereas live                                       serve the site, built anew as you write
  whereas press build/latex                          set the PDFs that the latex builder wrote
  whereas verify signed.pdf build/outline            does this PDF say what the project says?
  whereas verify returned.docx build/docx            and this Word file?

`whereas COMMAND --help` says more of each.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks. Gives the exit status: 0 done, 1 not done or not so, 2 not understood."""
    parser = argparse.ArgumentParser(
        "whereas",
        description="Contracts as documentation: start records, build the site, set PDFs, verify what was signed.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"whereas {__version__}")
    parser.add_argument("--root", default=".", help="the folder of clauses/, parties/ and deals/ (default: this one)")
    parser.add_argument("--source", default="source", help="the folder of the pages, in that one (default: source)")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add_build_command(commands)
    add_check_command(commands)
    add_desk_commands(commands)
    add_live_command(commands)
    add_pdf_commands(commands)
    add_verify_command(commands, {"": "whereas.pdf.verify", ".docx": "whereas.word.verify"})
    asked = parser.parse_args(arguments)
    try:
        return int(asked.run(asked))
    except FindingsError as failure:
        for finding in failure.findings:
            print(f"{finding.place}: {finding}" if finding.place.file else finding, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
