"""Whether a PDF says just what this project says, and if not, what differs first."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whereas.paper.verdict import Verdict
from whereas.pdf.compare import differences
from whereas.pdf.electronic_signatures import Signed, read_signatures
from whereas.pdf.printed_pages import Paper, read_paper
from whereas.render.scripts import SHAPED

Outline = dict[str, Any]
#: Agreements whose words are as near to a PDF's as this are all looked at: two deals may differ in a reference alone.
_AS_NEAR = 0.05


def verify(pdf: Path, outlines: Path) -> Verdict:
    """Compare a PDF with the outlines of all agreements; raises UnreadableError where the file cannot be read."""
    paper = read_paper(pdf)
    signatures = read_signatures(pdf)
    known = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(outlines.rglob("*.json"))]
    known = [outline for outline in known if "lines" in outline]
    if not known:
        return Verdict("", False, "the project has no agreements")
    nearest = _nearest(paper, known)
    found = {outline["docname"]: next(differences(paper, outline, signatures), "") for outline in nearest}
    same = [outline for outline in nearest if not found[outline["docname"]]]
    if not same:
        docname = str(nearest[0]["docname"])
        return Verdict(docname, False, found[docname])
    # those of one fingerprint are the same deal, word by word
    alike = [each["docname"] for each in same if each["fingerprint"] == same[0]["fingerprint"]]
    return Verdict(" and ".join(alike), True, _sameness(paper, same[0], signatures))


def _nearest(paper: Paper, known: list[Outline]) -> list[Outline]:
    """The agreements that have most of the PDF's words, nearest first; but first those whose fingerprint it bears."""
    words = Counter(re.findall(r"\w+", " ".join(sheet.text for sheet in paper.sheets)))

    def likeness(outline: Outline) -> float:
        head = (outline["title"], outline["reference"], *(party["name"] for party in outline["parties"]))
        own = Counter(re.findall(r"\w+", " ".join((*head, *(line["text"] for line in outline["lines"])))))
        return 2 * (words & own).total() / max(1, words.total() + own.total())

    def ours(outline: Outline) -> bool:
        return bool(outline["fingerprint"] == paper.facts.get("Fingerprint"))

    likely = {outline["docname"]: likeness(outline) for outline in known}
    least = max(likely.values()) - _AS_NEAR
    found = [outline for outline in known if likely[outline["docname"]] >= least or ours(outline)]
    return sorted(found, key=lambda outline: (not ours(outline), -likely[outline["docname"]]))


def _sameness(paper: Paper, outline: Outline, signatures: tuple[Signed, ...]) -> str:
    lines, status = outline["lines"], paper.facts.get("Status", "")
    said = [
        f"all {len(lines):,} lines are the same",
        *_unread(lines, paper.unknown),
        f", fingerprint {outline['fingerprint']}",
    ]
    if status != outline["status"]:
        said.append(f"; it is marked {status}, and the agreement is now {outline['status']}")
    return "".join((*said, *_signed(paper, signatures)))


def _signed(paper: Paper, signatures: tuple[Signed, ...]) -> Iterator[str]:
    """By whom it was signed, and what a reader should look at."""
    if not signatures:
        return
    *others, last = map(str, signatures)
    yield "; the same words, signed by " + (f"{', by '.join(others)} and by {last}" if others else last)
    if covering := [mark.field for sheet in paper.covers for mark in sheet.marks if mark.over]:
        yield f"; on the cover, the signature in {covering[0]!r} hides some words"
    yield "; whether to trust the certificates is for you to decide"


def _unread(lines: list[dict[str, Any]], fonts: tuple[str, ...]) -> Iterator[str]:
    """What nothing can read off a PDF."""
    if any(SHAPED.search(line["text"]) for line in lines):
        yield " (but for the letters of Arabic, Hebrew, Indic and similar scripts, which no PDF records)"
    if any(line.get("formulas") for line in lines):
        yield " (but for formulas, which a PDF does not record as text)"
    if fonts:
        yield f" (but how the letters of {', '.join(fonts)} look was not compared: not installed here)"
