"""Small projects for tests: written as text, built by Sphinx in this process, and looked at from outside."""

from __future__ import annotations

import fcntl
import filecmp
import gc
import hashlib
import html
import io
import json
import re
import shutil
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sphinx.locale
from quick import COMPILED
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = """
project = copyright = "Test"
version = "1"
extensions = ["myst_parser", "sphinx_design", "whereas"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
html_theme = "basic"
exclude_patterns = ["out*"]
whereas_directives = ["include", "literalinclude"]
"""
INDEX = """
# Home

```{toctree}
:glob:
agreements/*
deals/*
clauses/*
parties/*
```
"""


@dataclass
class Built:
    """What came out of a build."""

    status: int
    messages: str
    out: Path

    def page(self, docname: str) -> str:
        """The markup of a page."""
        return (self.out / f"{docname}.html").read_text(encoding="utf-8")

    def words(self, docname: str) -> str:
        """What a reader sees of a page, without what is said of each clause and provision."""
        said = r'<details class="wh-(?:passport|guide|compared)".*?</details>|<p class="wh-cited">.*?</p>'
        return visible(re.sub(said, "", self.page(docname), flags=re.DOTALL))

    def text(self, docname: str) -> str:
        """The page of the text builder."""
        return plain((self.out / f"{docname}.txt").read_text(encoding="utf-8"))

    def outline(self, docname: str) -> dict[str, Any]:
        """The outline of a page."""
        found: dict[str, Any] = json.loads((self.out / f"{docname}.json").read_text(encoding="utf-8"))
        return found

    def numbers(self, docname: str) -> list[str]:
        """The cited numbers of a page, in order."""
        return [each["number"] for each in self.outline(docname)["provisions"]]

    def cites(self, docname: str) -> list[str]:
        """The words of the page's references, in order."""
        return [each["text"] for each in self.outline(docname)["references"]]

    def files(self) -> dict[str, bytes]:
        """Every file of the output, apart from what Sphinx keeps for itself."""
        skip = {".buildinfo", "environment.pickle", ".doctrees"}
        found = (path for path in sorted(self.out.rglob("*")) if path.is_file())
        return {str(p.relative_to(self.out)): p.read_bytes() for p in found if not skip & set(p.parts)}


class Project:
    """A project in a folder: `write` files by name, `build` it."""

    def __init__(self, root: Path) -> None:
        """Begin with a conf.py and a home page."""
        self.root = root
        self.write({"conf.py": CONF, "index.md": INDEX})

    def write(self, files: dict[str, str]) -> None:
        """Write files, their text without the indent it has in a test."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")

    def build(
        self,
        builder: str = "html",
        out: str = "",
        parallel: int = 1,
        fresh: bool = False,
        only: Sequence[str] = (),
        **config: Any,
    ) -> Built:
        """Build; `out` names a place for output and doctrees of its own, `only` the pages that are asked for."""
        target, messages = self.root / f"out{out}" / builder, io.StringIO()
        sphinx.locale.translators.clear()  # it keeps the language of the build before
        filecmp.clear_cache()  # it takes files for the same that were of the same size and date
        with _undisturbed(), patch_docutils(self.root), docutils_namespace():
            app = Sphinx(
                self.root,
                self.root,
                target,
                self.root / f"out{out}" / "doctrees",
                builder,
                config,
                status=None,
                warning=messages,
                freshenv=fresh,
                parallel=parallel,
            )
            if templates := getattr(app.builder, "templates", None):
                templates.environment.bytecode_cache = COMPILED
            app.build(filenames=[self.root / name for name in only])
        return Built(app.statuscode, re.sub(r"\x1b\[[\d;]*m", "", messages.getvalue()), target)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Look for no garbage in a small build: all is in use until it is done."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Begun:
    """A project that is built once, and given to each test that edits it as it then was.

    It stays in one place, since Sphinx remembers where it was.
    """

    def __init__(self, root: Path, files: dict[str, str], then: Callable[[Path], object] = bool) -> None:
        """Begin with its files, in a folder of its own; `then` is done with what was built, before it is kept."""
        self.root, self.files, self.then = root, files, then
        self._projects: dict[str, Project] = {}

    def again(self, builder: str = "html") -> Project:
        """The project as it was when this builder had built it."""
        kept = self.root / f"kept-{builder}"
        if builder not in self._projects:
            project = self._projects[builder] = Project(self.root / builder)
            project.write(self.files)
            self.then(project.build(builder).out)
            shutil.copytree(project.root, kept)
            return project
        project = self._projects[builder]
        shutil.rmtree(project.root)
        shutil.copytree(kept, project.root)
        return project


def made_once(factory: pytest.TempPathFactory, worker: str, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of this name that the first worker makes for all of them; nothing may write into it afterwards."""
    base = factory.getbasetemp()
    shared = base if worker == "master" else base.parent  # the folder that the workers have in common
    out, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(out)
            done.touch()
    return out


def assert_as_clean(project: Project, builder: str = "html", *, alone: bool = False, **options: Any) -> Built:
    """Build once more, and see that it is what a clean build is: same files, same messages, same status.

    Of a project that stands `alone`, made of nothing outside its folder, a clean build is made once for the same words.
    """
    after = project.build(builder, **options)
    made, (expected, messages, status) = _digests(after), _clean(project, builder, alone, options)
    assert made.keys() - expected.keys() == set()
    assert expected.keys() - made.keys() == set()
    assert [name for name in expected if made[name] != expected[name]] == []
    assert sorted(after.messages.replace(str(project.root), "").splitlines()) == messages
    assert after.status == status
    return after


_Seen = tuple[dict[str, str], list[str], int]
_CLEAN: dict[tuple[str, str, str], _Seen] = {}


def _clean(project: Project, builder: str, alone: bool, options: dict[str, Any]) -> _Seen:
    """The digests of files, the messages and the status of a clean build."""
    root = project.root
    sources = (path for path in sorted(root.rglob("*")) if not path.relative_to(root).parts[0].startswith("out"))
    said = hashlib.sha256()
    for path in sources:
        said.update(f"{path.relative_to(root)}\0".encode() + (path.read_bytes() if path.is_file() else b"") + b"\0")
    key = (builder, repr(sorted(options.items())), said.hexdigest())
    if key not in _CLEAN or not alone:
        shutil.rmtree(root / "out-clean", ignore_errors=True)
        built = project.build(builder, out="-clean", **options)
        messages = built.messages.replace("out-clean", "out").replace(str(root), "")
        _CLEAN[key] = _digests(built), sorted(messages.splitlines()), built.status
    return _CLEAN[key]


def _digests(built: Built) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in built.files().items()}


def visible(markup: str) -> str:
    """The text of markup, white space made plain."""
    markup = re.sub(r"<(script|style|title)\b.*?</\1>", "", markup, flags=re.DOTALL)
    markup = re.sub(r"</?(p|div|t[dhr]|li|h[1-6]|section|br|d[dlt]|ul)\b[^>]*>", " ", markup)
    return plain(html.unescape(re.sub(r"<[^>]+>", "", markup)))


def plain(text: str) -> str:
    """Text with white space made plain."""
    return " ".join(text.split())
