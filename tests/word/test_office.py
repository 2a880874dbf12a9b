"""LibreOffice counts and cites in Word files as we do, and keeps all of it when it saves them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from office import body_of, converted, need_office, rewritten, with_a_clause, without_a_clause, without_results
from opened import Opened
from projects import Built

ROOT = Path(__file__).parents[2]
SHIPPED = [
    *(f"agreements/{path.stem}" for path in sorted(ROOT.glob("source/agreements/*.md")) if path.stem != "index"),
    *(f"deals/{path.stem}" for path in sorted(ROOT.glob("deals/*.yaml"))),
]
#: What LibreOffice 7.4 does otherwise than Word, and the lines of each style that tell it: it shows numbers above in
#: their own figures ("Section II.01"; w:isLgl), cites with the word ("Articles Article 2"; `\t`), and knows no pictures
#: of numbers ("Abs. (1)", "§§ § 3"; `\#`).
FAULTS = {
    "us": r"Section \w*\d|Sections|Article \w+, Section",
    "article": r"Articles \d",
    "continental": r"§§ \d|, 3 \(1\)",
    "de": r"Abs\. \d|§§ \d|dieser",
    "at": r"Abs\. \d|§§ \d",
    "ch": r"Abs\. \d|Art\. \d, \d|Anhangs",
    "fr": r"article",
}


def squash(text: str) -> str:
    """Text without what lines and leaders of a page add or change."""
    return re.sub(r"\.{4,}|[\s\u00ad\u2010\u2011•-]+", "", text)


@pytest.fixture(scope="module")
def laid_out(word: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of PDFs of all files, in which each field was worked out anew."""
    need_office()
    folder = tmp_path_factory.mktemp("pdfs")
    made = [path for path in sorted((word / "out/docx").rglob("*.docx")) if path.stem != "all"]
    files = [without_results(path, folder / path.name) for path in made]
    for name, change in (("longer", with_a_clause), ("shorter", without_a_clause)):
        files.append(rewritten(folder / "uk.docx", folder / f"{name}.docx", change))
    converted(files, "pdf", folder, folder / "profile")
    return folder


@pytest.fixture
def outlines(word: Path) -> Built:
    return Built(0, "", word / "out/outline")


def missing(text: str, outline: dict[str, Any]) -> list[str]:
    """The lines of an outline that do not stand in a text, in order, with their labels and citations."""
    text, at, lost = squash(text), 0, []
    for line in outline["lines"]:
        wanted = squash(line["label"] + line["text"])
        found = text.find(wanted, at)
        if line["under"] == "Signatures" and _stands_beside(line["text"], text):
            continue  # columns are read in another order
        if 0 <= found < at + 4000:
            at = found + len(wanted)
        else:
            lost.append(f"{line['label']} {line['text']}")
    return lost


def _stands_beside(entry: str, text: str) -> bool:
    """Whether what is signed on stands there, wherever its column is read."""
    return all(squash(word) in text for word in entry.split())


@pytest.mark.parametrize("docname", [*SHIPPED, *(f"agreements/{each}" for each in ("uk", "decimal", "es"))])
def test_libreoffice_counts_and_cites_as_we_do(docname: str, laid_out: Path, outlines: Built) -> None:
    text = body_of(laid_out / f"{Path(docname).name}.pdf")
    assert "??" not in text
    assert missing(text, outlines.outline(docname)) == []


@pytest.mark.parametrize("style", FAULTS)
def test_what_libreoffice_does_otherwise_is_known(style: str, laid_out: Path, outlines: Built) -> None:
    text = body_of(laid_out / f"{style}.pdf")
    assert "??" not in text
    lost = missing(text, outlines.outline(f"agreements/{style}"))
    assert [line for line in lost if not re.search(FAULTS[style], line)] == []
    assert len(lost) < 20


@pytest.mark.parametrize(("name", "number"), [("longer", 4), ("uk", 3), ("shorter", 2)])
def test_what_is_put_in_or_taken_out_renumbers_what_follows_there_too(name: str, number: int, laid_out: Path) -> None:
    text = squash(body_of(laid_out / f"{name}.pdf"))
    assert squash(f"{number}.1 Delivery. The Company must deliver") in text
    cites = f"See clause {number}, clause {number}.1, clause {number}.1(a), clause {number}.1(a)(i)"
    assert squash(cites) in text


def test_all_is_there_when_libreoffice_has_saved_it(word: Path, tmp_path: Path) -> None:
    need_office()
    path = word / "out/docx/deals/aurora-borealis.docx"
    converted([path], "docx", tmp_path, tmp_path / "profile")
    before, after = Opened(path), Opened(tmp_path / path.name)
    assert {*before.bookmarks} == {*after.bookmarks}
    labels = [(line.label, squash(line.text)) for line in before.lines if line.label]
    assert [(line.label, squash(line.text)) for line in after.lines if line.label] == labels
    assert sorted(" ".join(code.split()) for code in after.codes() if "REF" in code) == sorted(
        " ".join(code.split()) for code in before.codes() if "REF" in code
    )
