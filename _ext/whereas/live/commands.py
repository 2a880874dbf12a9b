"""The command `whereas live`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from socket import create_server
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_live_command(commands: Commands) -> None:
    """Add `live` to a command line."""
    command = commands.add_parser(
        "live",
        help="serve the site to this machine, built anew with each change, the page that is open first",
        description="Needs starlette, uvicorn, watchfiles and websockets. Ctrl-C ends it.",
        epilog="example: whereas live --port 8000 -- -j 2",
    )
    command.add_argument("--port", type=_port, default=8000, help="where it is served (default: 8000)")
    command.add_argument("--out", type=Path, default=Path("build/html"), help="the folder of the site (build/html)")
    command.add_argument("--doctrees", type=Path, default=Path("build/.doctrees"), help="Sphinx's (build/.doctrees)")
    command.add_argument("options", nargs="*", metavar="OPTION", help="options of sphinx-build, after `--`")
    command.set_defaults(run=_live)


def _port(written: str) -> int:
    if not written.isdecimal() or not 0 < int(written) < 1 << 16:
        raise argparse.ArgumentTypeError(f"{written!r} is no port; they go from 1 to 65535")
    return int(written)


def _live(asked: argparse.Namespace) -> int:
    try:
        from whereas.live.session import Session
    except ImportError as missing:
        print(f"{missing.name} is needed for this: install starlette, uvicorn, watchfiles, websockets", file=sys.stderr)
        return 1

    project, source = Path(asked.root), str(Path(asked.root, asked.source))
    if not Path(source).is_dir():
        print(f"{source} is no folder of pages: say which it is, with --source", file=sys.stderr)
        return 1
    try:
        port = create_server(("127.0.0.1", asked.port))
    except OSError as error:
        why = os.strerror(error.errno or 0)
        print(f"port {asked.port} cannot be had ({why}): say another, with --port", file=sys.stderr)
        return 1
    folders = ["-c", str(project), "-d", str(asked.doctrees), source, str(asked.out)]
    return Session(project, asked.out, asked.doctrees, ("-b", "html", *asked.options, *folders)).work(port)
