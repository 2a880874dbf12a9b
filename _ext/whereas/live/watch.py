"""What is looked at for changes: the project, but for what is built from it and what no build reads."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from watchfiles import DefaultFilter, awatch


def folders_of(project: Path, built: Iterable[Path]) -> list[Path]:
    """The folders of a project that a build may read: not those in which something is built, nor hidden ones."""
    made = [path.resolve() for path in built]
    return sorted(
        path
        for path in project.resolve().iterdir()
        if path.is_dir()
        and not path.name.startswith((".", "_"))
        and not any(each.is_relative_to(path.resolve()) for each in made)
        and not (path / "pyvenv.cfg").exists()
    )


async def changes(project: Path, built: Iterable[Path], more: Iterable[Path] = ()) -> AsyncIterator[set[Path]]:
    """The files that change, come or go, as they do; `more` are further folders or files to look at."""
    queue: asyncio.Queue[set[Path]] = asyncio.Queue()

    async def look(paths: list[Path], deep: bool) -> None:
        async for found in awatch(*paths, watch_filter=DefaultFilter(), recursive=deep, debounce=200, step=20):
            await queue.put({Path(path) for _, path in found})

    deep = [*folders_of(project, built), *more]
    looking = [asyncio.create_task(look([project], False)), *([asyncio.create_task(look(deep, True))] if deep else [])]
    try:
        while True:
            found = await queue.get()
            while not queue.empty():
                found |= queue.get_nowait()
            yield found
    finally:
        for each in looking:
            each.cancel()
