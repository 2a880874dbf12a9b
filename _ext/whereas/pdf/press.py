"""Sets what Sphinx's latex builder wrote: several PDFs at a time, and only those that would come out otherwise."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from glob import escape
from pathlib import Path

from whereas.pdf.log import Message, errors, warnings
from whereas.project.lock import lock

_DATE = re.compile(r"^%@date (\d+)$", re.MULTILINE)
_METADATA = re.compile(r"\\LegalMetadata\{(\w+\.xmp)\}")
#: What all documents share.
_SHARED = (".sty", ".cls", ".otf", ".ttf", ".pdf", ".png", ".jpg", ".jpeg")
#: The folder in which TeX works, one inside it for each document.
_WORK = ".press"
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
    """Set every document of a folder, `jobs` at a time; takes away PDFs of documents that are gone.

    While another sets them, or Sphinx writes them, this waits and says so.
    """
    waits = f"others are at work in {folder}: this waits until they are done"
    held = lock(folder, partial(print, waits, file=sys.stderr, flush=True))
    try:
        documents = sorted(folder.glob("*.tex"))
        names = {path.stem for path in documents}
        _clear(folder, names)
        shared = _digest(path for path in sorted(folder.iterdir()) if path.suffix in _SHARED and path.stem not in names)
        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(partial(_press_one, shared=shared, held=held), documents)
    finally:
        os.close(held)


def _press_one(tex: Path, shared: str, held: int) -> Pressed:
    """Set one document, if its TeX is not what its PDF was made of, or the PDF is not what was made."""
    stamp, pdf = tex.with_suffix(".stamp"), tex.with_suffix(".pdf")
    source = tex.read_text(encoding="utf-8", errors="replace")
    metadata = (tex.parent / found[1] for found in _METADATA.finditer(source))
    now = shared + _digest((tex, *metadata))
    if not (stamp.exists() and stamp.read_bytes() == f"{now} {_digest((pdf,))}".encode()):
        if failures := _set(tex, source, held):
            pdf.unlink(missing_ok=True)  # the one from before would pass for the new one
            return Pressed(tex.stem, False, tuple(failures))
        stamp.write_text(f"{now} {_digest((pdf,))}")
    return Pressed(tex.stem, True, warnings=tuple(warnings(_log(tex), source)))


def _set(tex: Path, source: str, held: int) -> list[Message]:
    """Run TeX as often as it takes; latexmk knows how often. Gives what went wrong.

    It works in a folder of its own, so that the PDF of before stays until the new one is whole. What is left there by
    a run that failed or was killed would lead the next one astray: only after one that went well is it used again.
    """
    work, stamp = tex.parent / _WORK / tex.stem, tex.with_suffix(".stamp")
    if not stamp.exists():
        shutil.rmtree(work, ignore_errors=True)
    stamp.unlink(missing_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    date = _DATE.search(source)
    # it reads and writes nothing that lies outside its folder, but what belongs to TeX
    fence = {"openin_any": "p", "openout_any": "p"}
    environment = os.environ | {"FORCE_SOURCE_DATE": "1", "max_print_line": "9999"} | fence
    if date:
        environment["SOURCE_DATE_EPOCH"] = date[1]
    output = f"-outdir={work.relative_to(tex.parent)}"
    command = [*_LATEXMK, output, "-e", f"$xelatex=q/{_TEX}/;", tex.name]
    try:
        done = subprocess.run(
            command,
            cwd=tex.parent,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            pass_fds=(held,),  # TeX may outlive whoever was killed: nobody else sets anything until it ends
        )
    except FileNotFoundError:
        return [Message("", "latexmk is not installed")]
    for suffix in (".log", ".pdf") if done.returncode == 0 else (".log",):
        if (made := work / f"{tex.stem}{suffix}").exists():
            made.replace(tex.with_suffix(suffix))
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
    for work in folder.glob(f"{_WORK}/*"):
        if work.name not in names:
            for path in folder.glob(f"{escape(work.name)}.*"):
                path.unlink()
            shutil.rmtree(work, ignore_errors=True)
