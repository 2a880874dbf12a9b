"""Sets what Sphinx's latex builder wrote: several PDFs at a time, and only those that would come out otherwise."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from whereas.pdf.log import Message, errors, warnings

_DATE = re.compile(r"^%@date (\d+)$", re.MULTILINE)
_METADATA = re.compile(r"\\LegalMetadata\{(\w+\.xmp)\}")
#: What all documents share.
_SHARED = (".sty", ".cls", ".otf", ".ttf", ".pdf", ".png", ".jpg", ".jpeg")
_LATEXMK = ("latexmk", "-norc", "-silent", "-xelatex", "-dvi-", "-ps-", "-bibtex-")
_TEX = "xelatex -no-shell-escape -interaction=batchmode -halt-on-error -file-line-error %O %S"


@dataclass(frozen=True)
class Pressed:
    """What became of one document: its PDF (made now or before), or why there is none."""

    name: str
    made: bool
    errors: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()


def press(folder: Path, jobs: int) -> Iterator[Pressed]:
    """Set every document of a folder, `jobs` at a time; takes away PDFs of documents that are gone."""
    documents = sorted(folder.glob("*.tex"))
    names = {path.stem for path in documents}
    _clear(folder, names)
    shared = _digest(path for path in sorted(folder.iterdir()) if path.suffix in _SHARED and path.stem not in names)
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(partial(press_one, shared=shared), documents)


def press_one(tex: Path, shared: str) -> Pressed:
    """Set one document, if its TeX is not what its PDF was made of."""
    stamp, pdf = tex.with_suffix(".stamp"), tex.with_suffix(".pdf")
    source = tex.read_text(encoding="utf-8", errors="replace")
    metadata = (tex.parent / found[1] for found in _METADATA.finditer(source))
    now = shared + _digest((tex, *metadata))
    if not (pdf.exists() and stamp.exists() and stamp.read_text() == now):
        stamp.unlink(missing_ok=True)
        if troubles := _set(tex, source):
            pdf.unlink(missing_ok=True)  # the one from before would pass for the new one
            return Pressed(tex.stem, False, tuple(troubles))
        stamp.write_text(now)
    return Pressed(tex.stem, True, warnings=tuple(warnings(_log(tex), source)))


def _set(tex: Path, source: str) -> list[Message]:
    """Run TeX as often as it takes; latexmk knows how often. Gives what went wrong."""
    date = _DATE.search(source)
    environment = os.environ | {"FORCE_SOURCE_DATE": "1", "max_print_line": "9999", "openout_any": "p"}
    if date:
        environment["SOURCE_DATE_EPOCH"] = date[1]
    command = [*_LATEXMK, "-e", f"$xelatex=q/{_TEX}/;", tex.name]
    try:
        done = subprocess.run(
            command, cwd=tex.parent, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError:
        return [Message("", "latexmk is not installed")]
    if done.returncode == 0 and tex.with_suffix(".pdf").exists():
        return []
    return errors(_log(tex), source) or [Message("", _last_words(done.stdout + done.stderr))]


def _last_words(said: bytes) -> str:
    """The end of what latexmk said, where TeX's log tells nothing."""
    lines = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    return "; ".join(lines[-3:]) or "TeX gave no PDF and no reason"


def _log(tex: Path) -> str:
    log = tex.with_suffix(".log")
    return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""


def _digest(files: Iterator[Path] | tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + (path.read_bytes() if path.exists() else b"") + b"\0")
    return digest.hexdigest()


def _clear(folder: Path, names: set[str]) -> None:
    """Those of documents that are gone would look like today's."""
    for stamp in folder.glob("*.stamp"):
        if stamp.stem not in names:
            for path in folder.glob(f"{stamp.stem}.*"):
                path.unlink()
