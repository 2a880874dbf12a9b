"""What was written of each page, noted when a build is done: what an interrupted one left undone is done again.

The note lies with the doctrees, one for each builder and folder. It tells of what each page was written and which
files were made, so that what is damaged or gone is made again, and what is left over goes. Without the note all is made
again, in the place of what the folder itself says was made.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from whereas.site.domain import domain_of
from whereas.site.fresh.circumstances import circumstances_of
from whereas.site.fresh.files import TICK, UNKNOWN, Paths, State, differ, look
from whereas.site.fresh.left_over import is_left_over
from whereas.site.fresh.made import list_path, made_before, note_made
from whereas.site.fresh.whole import UNFINISHED, write_whole

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class Written(NamedTuple):
    """A finished build: its settings, of what each page was written, what was said then, and the files it made."""

    settings: Any
    pages: dict[str, Any]
    told: dict[str, Any]
    files: dict[Paths, State]


def find_written(app: Sphinx) -> None:
    """`builder-inited`: what the last build wrote; files that are no more what it wrote are taken away."""
    changes, before, settings = domain_of(app.env).changes, _load(app), circumstances_of(app)
    damaged = [paths for paths, state in before.files.items() if differ(paths, state)]
    is_other = before.settings != settings
    if is_other:  # files that no page has are otherwise kept, whoever asked for them
        damaged += [paths for paths in before.files if Path(app.outdir, "_static") in Path(paths[0]).parents]
    for paths in damaged:
        Path(paths[0]).unlink(missing_ok=True)
    everything = _writes_all(app) or is_other or bool(damaged)
    if everything:  # what Sphinx keeps there of pages is none that it could take again
        for name in ("searchindex.js", ".buildinfo"):
            (Path(app.outdir) / name).unlink(missing_ok=True)
    changes.since = _since(app, changes.began)
    changes.settings, changes.files_before, changes.pages_before = settings, before.files, before.pages
    changes.told = {} if everything else before.told
    changes.writes_all = everything


def note_begun(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """`env-before-read-docs`: before anything is written, say since when; an interrupted build leaves it there."""
    write_whole(_begun(app), str(domain_of(env).changes.since))


def pages_to_write(made: dict[str, Any], env: BuildEnvironment) -> list[str]:
    """The pages that were last written of something else than of what they would be now, `made`."""
    changes = domain_of(env).changes
    changes.made = made
    before = {} if changes.writes_all else changes.pages_before
    return sorted(docname for docname, now in made.items() if docname not in before or before[docname] != now)


def note_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """`doctree-resolved`: a page is written in this build."""
    domain_of(app.env).changes.resolved.add(docname)


def note_written(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: remember what was written, since all of it was; take away what is left over."""
    if exception is not None or domain_of(app.env).listener.is_lost:
        return
    changes = domain_of(app.env).changes
    done = changes.made.keys() if _writes_all(app) else changes.resolved
    kept = {} if changes.writes_all else changes.pages_before
    pages = {name: made for name, made in changes.made.items() if name in done}
    pages |= {name: kept[name] for name in changes.made.keys() - done if name in kept}
    told = {name: said for name, said in changes.told.items() if name in changes.made}
    files = dict[Paths, State]()
    after_interrupted = changes.since < changes.began
    pages_before = {*changes.pages_before, *(_ever_read(app) if after_interrupted else ())}
    for path in _files(app):
        paths = (str(path),)
        known, changed = changes.files_before.get(paths), path.stat().st_ctime_ns
        is_new = changed >= changes.began - TICK
        is_ours = known or changed >= changes.since - TICK
        # the last moment only looks new; what an interrupted build wrote then is known by nothing but its page
        is_old = is_ours and (not is_new or after_interrupted or (known and not differ(paths, known)))
        if path.name.endswith(UNFINISHED) or (is_old and is_left_over(path, app, pages_before)):
            path.unlink()
        elif is_ours:
            files[paths] = known if known and not is_new and known.signatures else look(paths)
    note_made(app, (Path(path) for (path,) in files))
    write_whole(_note(app), pickle.dumps(Written(changes.settings, pages, told, files), pickle.HIGHEST_PROTOCOL))
    _begun(app).unlink(missing_ok=True)


def _since(app: Sphinx, now: int) -> int:
    """Since when files were made that no note tells of: now; since the last build began, where that was interrupted."""
    try:
        return min(now, int(_begun(app).read_bytes()))
    except (OSError, ValueError):
        return now


def _begun(app: Sphinx) -> Path:
    """What is there while a build is at work, and after one that was interrupted."""
    return _note(app).with_suffix(".begun")


def _ever_read(app: Sphinx) -> Iterator[str]:
    """The pages that were ever read, in this build or an interrupted one."""
    folder = Path(app.doctreedir)
    return (path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.doctree"))


def _files(app: Sphinx) -> Iterator[Path]:
    """The files in the folder of the builder but for the list of them; doctrees may lie in it."""
    for folder, inner, names in os.walk(app.outdir):
        inner[:] = [name for name in inner if Path(folder, name) != Path(app.doctreedir)]
        yield from (path for path in (Path(folder, name) for name in names) if path != list_path(app))


def _load(app: Sphinx) -> Written:
    try:
        found = pickle.loads(_note(app).read_bytes())
    except Exception:  # a damaged one may raise anything
        found = None
    if isinstance(found, Written):
        return found
    unknown = State((), UNKNOWN)
    return Written(None, {}, {}, {(str(path),): unknown for path in made_before(app, _files(app))})


def _note(app: Sphinx) -> Path:
    name = blake2b(os.fsencode(app.outdir), digest_size=8).hexdigest()
    return Path(app.doctreedir) / f"written-{app.builder.name}-{name}.pickle"


def _writes_all(app: Sphinx) -> bool:
    """Whether a builder writes everything in every build."""
    return isinstance(app.builder.get_outdated_docs(), str)


def setup_written(app: Sphinx) -> None:
    """Connect all of these: the first as soon as what has changed is asked for, the last when all else is done."""
    app.connect("builder-inited", find_written, priority=110)
    app.connect("env-before-read-docs", note_begun)
    app.connect("doctree-resolved", note_resolved)
    app.connect("build-finished", note_written, priority=990)
