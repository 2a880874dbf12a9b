"""Serves a site to this machine, and has each open page loaded anew when its words have changed."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Collection, Coroutine
from pathlib import Path
from socket import socket
from typing import Any, NamedTuple

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import Response
from starlette.routing import Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from starlette.websockets import WebSocket

from whereas.live.first_page import Files

#: Asks for word of the page; when the server has been away, it is loaded anew.
_SCRIPT = """
<script>
(function ask(again) {
  const page = new URLSearchParams({ path: location.pathname, shows: "%s" });
  const socket = new WebSocket(`ws://${location.host}/-/live?${page}`);
  socket.onopen = () => again && location.reload();
  socket.onmessage = () => location.reload();
  socket.onclose = () => setTimeout(ask, 1000, true);
})();
</script>
"""
#: The names of this machine: a page of the network that calls itself otherwise is told nothing.
HOSTS = ["localhost", "127.0.0.1"]


class Shown(NamedTuple):
    """What a page that is open shows: the file, and the digest of its words."""

    name: str
    digest: str


class Site(StaticFiles):
    """The files of a site; `ahead` are pages that are newer than those on the disk, until these are written."""

    def __init__(self, folder: Path, opened: Callable[[Collection[str]], None]) -> None:
        """Serve a folder, and tell which pages are open whenever one is opened."""
        super().__init__(directory=folder, html=True)
        self.folder, self._opened = folder, opened
        self.ahead: Files = {}
        self.open: dict[WebSocket, Shown] = {}

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, a page with the script that asks for word of it; 404 for what there is not."""
        name = self._name(path)
        content = self._content(name) if scope["method"] == "GET" and name.endswith(".html") else None
        if content is None:
            return await super().get_response(path, scope)
        script = (_SCRIPT % _digest(content)).encode()
        return Response(content + script, media_type="text/html", headers={"cache-control": "no-store"})

    async def listen(self, browser: WebSocket) -> None:
        """A page that is open, until it is closed."""
        await browser.accept()
        asked = browser.query_params
        self.open[browser] = Shown(self._name(asked.get("path", "")), asked.get("shows", ""))
        try:
            self._opened(self.pages)
            await self._tell(browser)
            async for _ in browser.iter_text():
                pass
        finally:
            del self.open[browser]

    @property
    def pages(self) -> set[str]:
        """The pages that are open, by their docnames."""
        return {name.removesuffix(".html") for name, _ in self.open.values()}

    async def show(self, files: Files) -> None:
        """Show pages that are made before the others."""
        self.ahead |= files
        await self.tell()

    async def built(self) -> None:
        """All is on the disk."""
        self.ahead.clear()
        await self.tell()

    async def tell(self) -> None:
        """Have those pages loaded anew that no longer say what they show."""
        for browser in list(self.open):
            await self._tell(browser)

    async def _tell(self, browser: WebSocket) -> None:
        name, digest = self.open[browser]
        content = self._content(name)
        if content is not None and digest != _digest(content):
            await browser.send_text("changed")

    def _content(self, name: str) -> bytes | None:
        """What a page says now; None where there is none."""
        found, stat = self.lookup_path(name)
        if name in self.ahead:
            return self.ahead[name]
        return Path(found).read_bytes() if stat and Path(found).is_file() else None

    def _name(self, path: str) -> str:
        """The file of a page: `clauses/index.html` of `/clauses/`."""
        name = path.strip("/")
        is_folder = not name or name == "." or (self.folder / name).is_dir()
        return f"{name}/index.html".removeprefix("./").lstrip("/") if is_folder else name


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


async def serve(site: Site, port: socket, work: Coroutine[Any, Any, None]) -> None:
    """Serve a site at a port until Ctrl-C, with some work beside."""
    routes = [WebSocketRoute("/-/live", site.listen), Mount("/", app=site)]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)
    app = Starlette(routes=routes, middleware=[guard])
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    working = asyncio.create_task(work)
    try:
        await server.serve([port])
    finally:
        working.cancel()
