"""One sitting of a writer: changes are seen, built and shown, one after the other."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from socket import socket

from whereas.live.builds import Builds
from whereas.live.first_page import Files
from whereas.live.server import Site, serve
from whereas.live.watch import changes


@dataclass
class Session:
    """The folders of a project and of its site, and the arguments of `sphinx-build` that make the one of the other."""

    project: Path
    out: Path
    doctrees: Path
    arguments: Sequence[str]

    def work(self, port: socket) -> int:
        """Build the site and serve it at a port, built anew with each change, until Ctrl-C. Gives the exit status."""
        builds = Builds(self.arguments)
        builds.run((), lambda files: None)
        if not self.out.is_dir():
            return 1  # what is wrong was told
        print(f"http://localhost:{port.getsockname()[1]} shows what you write; Ctrl-C ends it", flush=True)
        site = Site(self.out, builds.expect)
        builds.quiet()
        asyncio.run(serve(site, port, self._follow(site, builds)))
        return 0

    async def _follow(self, site: Site, builds: Builds) -> None:
        loop = asyncio.get_running_loop()
        async for files in changes(self.project, (self.out, self.doctrees)):
            began = time.perf_counter()

            def show(made: Files, began: float = began) -> None:
                asyncio.run_coroutine_threadsafe(site.show(made), loop).result()
                print(f"  the open page after {time.perf_counter() - began:.1f} s", flush=True)

            print(f"changed: {_named(files, self.project)}", flush=True)
            code = {path.name for path in files if path.suffix == ".py"}
            if code - {"conf.py"}:
                builds.forget()
            status = await asyncio.to_thread(builds.run, sorted(site.pages), show, bool(code))
            await site.built()
            said = "built" if status == 0 else "built as far as it can be"
            print(f"  {said} after {time.perf_counter() - began:.1f} s", flush=True)


def _named(files: set[Path], project: Path) -> str:
    """The first of some files, as they are called in the project, and how many there are more."""
    names = sorted(str(path.relative_to(project.resolve())) for path in files if path.is_relative_to(project.resolve()))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
