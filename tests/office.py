"""LibreOffice for tests: Word files laid out with all their fields worked out anew, and saved once more."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

_RESULT = re.compile(
    r'(<w:fldChar w:fldCharType="separate"/></w:r>)(.*?)'
    r'(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:fldChar w:fldCharType="end"/>)'
)


def need_office() -> None:
    """Skip a test where LibreOffice is missing; in CI, fail."""
    if missing := [tool for tool in ("soffice", "pdftotext") if not shutil.which(tool)]:
        if os.environ.get("CI"):
            pytest.fail(f"{', '.join(missing)} is needed")
        pytest.skip(f"{', '.join(missing)} is needed")


def without_results(path: Path, to: Path) -> Path:
    """A copy of a Word file in which `??` stands for whatever a field of the text printed."""

    def forget(found: re.Match[str]) -> str:
        return found[1] + re.sub(r"(<w:t[^>]*>)[^<]*(</w:t>)", r"\1??\2", found[2]) + found[3]

    return rewritten(path, to, lambda document: _RESULT.sub(forget, document))


def rewritten(path: Path, to: Path, change: Callable[[str], str]) -> Path:
    """A copy of a Word file with another text."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = change(content.decode()).encode()
            new.writestr(name, content)
    return to


_CLAUSE = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>New</w:t></w:r></w:p>'
_CLAUSE += '<w:p><w:pPr><w:pStyle w:val="ClauseLevel2"/></w:pPr><w:r><w:t>Put in.</w:t></w:r></w:p>'


def with_a_clause(document: str) -> str:
    """The agreement of all numbers with a clause before its first."""
    first = document.index('<w:p><w:pPr><w:pStyle w:val="Heading1"/>')
    return document[:first] + _CLAUSE + document[first:]


def without_a_clause(document: str) -> str:
    """The agreement of all numbers without its second clause, which nothing cites but the contents."""
    for words in (">Nothing to cite<", ">Nobody cites this.<"):
        for each in re.findall(r"<w:p>.*?</w:p>", document):
            if words in each:
                document = document.replace(each, "")
    return document


def converted(paths: Iterable[Path], kind: str, out: Path, profile: Path) -> None:
    """Have files written as another kind (`pdf`, `docx`) into a folder, all by one start of LibreOffice."""
    command = [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to",
        kind,
    ]
    subprocess.run([*command, "--outdir", str(out), *map(str, paths)], capture_output=True, check=True, timeout=300)


def body_of(pdf: Path) -> str:
    """The text of all pages, without head and foot."""
    area = ("-x", "0", "-y", "64", "-W", "700", "-H", "711")
    return subprocess.run(
        ["pdftotext", "-raw", *area, str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
