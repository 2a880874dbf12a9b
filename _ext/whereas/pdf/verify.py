"""Whether a PDF says just what this project says, and if not, what differs first."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whereas.pdf.reading import Paper, read_paper
from whereas.render.scripts import SHAPED

_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_BY_NUMBER = re.compile(r"\[U\+([0-9A-F]{4,6})\]")  # how a character is printed that no font has
_HYPHENS = "-\u2010\u2011"


@dataclass(frozen=True)
class Verdict:
    """What came of it: the page of the project that the PDF was compared with, and the first difference, if any."""

    docname: str
    same: bool
    said: str


def verify(pdf: Path, outlines: Path) -> Verdict:
    """Compare a PDF with the outlines of all agreements; raises NoPdf where the file cannot be read."""
    paper = read_paper(pdf)
    known = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(outlines.rglob("*.json"))]
    known = [outline for outline in known if "lines" in outline]
    if not known:
        return Verdict("", False, "the project has no agreements")
    outline = _nearest(paper, known)
    differences = (*_of_text(paper, outline), *_of_cover(paper, outline), *_of_marks(paper))
    docname = str(outline["docname"])
    return Verdict(docname, not differences, differences[0] if differences else _sameness(paper, outline))


def _nearest(paper: Paper, known: list[dict[str, Any]]) -> dict[str, Any]:
    """The agreement that has most of the PDF's words; of several, the one whose fingerprint the PDF bears."""
    words = Counter(re.findall(r"\w+", " ".join(sheet.text for sheet in paper.sheets)))

    def likeness(outline: dict[str, Any]) -> tuple[bool, float]:
        text = f"{_head(outline)} {' '.join(line['text'] for line in outline['lines'])}"
        own = Counter(re.findall(r"\w+", text))
        return outline["fingerprint"] == paper.facts.get("Fingerprint"), 2 * (words & own).total() / max(
            1, words.total() + own.total()
        )

    return max(known, key=likeness)


def _head(outline: dict[str, Any]) -> str:
    return " ".join((outline["title"], outline["reference"], *(party["name"] for party in outline["parties"])))


def _sameness(paper: Paper, outline: dict[str, Any]) -> str:
    status = paper.facts.get("Status", "")
    now = (
        f"; it is marked {status}, and the agreement is now {outline['status']}" if status != outline["status"] else ""
    )
    shaped = any(SHAPED.search(line["text"]) for line in outline["lines"])
    but = " (but for the letters of Arabic, Hebrew, Indic and like scripts, which no PDF tells)" if shaped else ""
    return f"all {len(outline['lines']):,} lines are the same{but}, fingerprint {outline['fingerprint']}{now}"


# ---- the text -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Letter:
    """A letter of the PDF, the page it is on, and whether a line ends after it."""

    char: str
    page: str
    ends: bool


def _letters(paper: Paper) -> list[_Letter]:
    found = []
    for sheet in paper.body:
        for line in _by_name(sheet.text).splitlines():
            line = _plain(line)
            found += [_Letter(char, sheet.label, at == len(line) - 1) for at, char in enumerate(line)]
    return found


def _by_name(text: str) -> str:
    return _BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), text)


def _plain(text: str) -> str:
    """Text as both sides have it: without white space, and without letters that a PDF keeps as shapes."""
    return _UNSEEN.sub("", SHAPED.sub("", unicodedata.normalize("NFKC", text)))


def _of_text(paper: Paper, outline: dict[str, Any]) -> Iterator[str]:
    """The first place where the PDF goes another way, letter by letter."""
    letters, at = _letters(paper), 0
    for line in outline["lines"]:
        wanted = _plain(line["label"] + line["text"])
        if SHAPED.search(line["text"]) and (end := _in_any_order(wanted, letters, at)):
            at = end  # figures and signs among such letters change sides as well
            continue
        start = at
        for index, char in enumerate(wanted):
            if at < len(letters) and letters[at].char != char and _broken(letters[at]):
                at += 1
            if at >= len(letters) or letters[at].char != char:
                yield _difference(line, letters, start, at, index)
                return
            at += 1
    if at < len(letters):
        more = "".join(letter.char for letter in letters[at : at + 60])
        yield f"on page {letters[at].page}, after the end of the text, the PDF goes on: {more!r}"


def _broken(letter: _Letter) -> bool:
    """Whether it is the hyphen of a word broken at the end of a line."""
    return letter.ends and letter.char in _HYPHENS


def _in_any_order(wanted: str, letters: list[_Letter], at: int) -> int:
    """Where a line ends that has the same letters in some order; 0 if it is not there."""
    for end in range(at + len(wanted), min(at + len(wanted) + 8, len(letters)) + 1):
        more = Counter(letter.char for letter in letters[at:end])
        more.subtract(wanted)
        hyphens = sum(_broken(letter) for letter in letters[at:end])
        if not any(count for char, count in more.items() if char not in _HYPHENS) and more.total() <= hyphens:
            return end
    return 0


def _difference(line: dict[str, Any], letters: list[_Letter], start: int, at: int, index: int) -> str:
    """Where, and the words of both sides from a little before the place."""
    page = letters[min(at, len(letters) - 1)].page if letters else "1"
    text = f"{line['label']} {line['text']}".strip()
    here = _from(text, index)
    there = "".join(letter.char for letter in letters[max(start, at - 12) : at + 40])
    return f"in {line['under']}, on page {page}, the project says {here!r}, and the PDF {there or 'nothing more'!r}"


def _from(text: str, index: int) -> str:
    """A text from twelve letters before its nth that is no white space."""
    seen = -1
    for at, char in enumerate(text):
        seen += 0 if _UNSEEN.match(char) else 1
        if seen >= index:
            return text[max(0, at - 14) : at + 46]
    return text[-40:]


def _of_cover(paper: Paper, outline: dict[str, Any]) -> Iterator[str]:
    """What the cover should name and does not."""
    cover = _plain(_by_name(paper.cover)).translate(dict.fromkeys(map(ord, _HYPHENS)))
    named = (outline["title"], outline["reference"], outline["version"], *(each["name"] for each in outline["parties"]))
    for text in filter(None, named):
        if _plain(text).translate(dict.fromkeys(map(ord, _HYPHENS))) not in cover:
            yield f"the cover does not say {text!r}"


def _of_marks(paper: Paper) -> Iterator[str]:
    """Notes and stamps that someone has laid over the text."""
    for sheet in paper.sheets:
        if sheet.marks:
            yield f"the text is the same, but on page {sheet.label} there is a {sheet.marks[0]} upon it"
