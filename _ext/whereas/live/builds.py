"""Builds one after the other, each in a process of its own, which begins with all modules loaded."""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from typing import Any

from whereas.live.first_page import Files, Open, stand_by


def build(arguments: Sequence[str], done: Connection) -> None:
    """One build, as `sphinx-build` does it; sends its status and the modules that it needed."""
    from sphinx.cmd.build import main

    status = main(arguments)
    done.send((status, sorted(sys.modules)))


@dataclass
class Builds:
    """The builds of one site; `arguments` are those of `sphinx-build`."""

    arguments: Sequence[str]
    _is_warm: bool = False
    _may_warm: bool = "forkserver" in multiprocessing.get_all_start_methods()  # Windows has no such copies
    _ready: Connection | None = None  # to the process that stands by
    _telling: threading.Lock = field(default_factory=threading.Lock)  # it, of the server and of a build

    def expect(self, pages: Collection[str]) -> None:
        """Be ready for a change of these pages, which are open."""
        self._tell(Open(pages, changed=False))

    def run(self, pages: Collection[str], show: Callable[[Files], None], configured: bool = False) -> int:
        """Build what has changed; `show` is given the files of these pages as soon as they are made. Gives the status.

        Where it was `configured` otherwise meanwhile, no page can be made before the others.

        Of a build that ends without a word, as where memory is short, that is 1.
        """
        result = self._start(build, self.arguments)
        if not configured:
            self._tell(Open(pages, changed=True))
        status = 1
        pipes: list[Any] = [self._ready, result] if self._ready and not configured else [result]
        while result in pipes:
            for each in wait(pipes):
                try:
                    found: Any = each.recv()  # type: ignore[union-attr, call-arg]
                except EOFError:
                    pipes.remove(each)
                else:
                    if each is result:
                        status = found[0]
                        self._warm(found[1])
                    elif found:
                        show(found)
        if self._ready:
            self._ready.close()
        self._ready = self._start(stand_by, self.arguments) if self._is_warm else None
        self.expect(pages)
        return status

    def quiet(self) -> None:
        """Tell only what is wrong from now on."""
        self.arguments = ("-q", *self.arguments)

    def forget(self) -> None:
        """Have no build begin with what is loaded: a module has changed."""
        self._is_warm, self._may_warm, self._ready = False, False, None

    def _tell(self, asked: Open) -> None:
        with self._telling, contextlib.suppress(OSError):  # it has ended, and the build does all
            if self._ready:
                self._ready.send(asked)

    def _start(self, what: Callable[..., None], *given: Sequence[str]) -> Connection:
        """Begin something in a process of its own; gives the end of a pipe to it."""
        here, there = multiprocessing.Pipe()
        context: Any = multiprocessing.get_context("forkserver" if self._is_warm else "spawn")
        context.Process(target=what, args=(*map(tuple, given), there), daemon=what is stand_by).start()
        there.close()
        return here

    def _warm(self, modules: list[str]) -> None:
        """Load in a process, from which later ones are copied, what the first build needed."""
        if self._may_warm and not self._is_warm:
            multiprocessing.set_forkserver_preload([name for name in modules if not name.startswith("__")])
            forkserver.ensure_running()
            self._is_warm = True
