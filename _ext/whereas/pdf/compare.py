"""A PDF beside an agreement, in all that it prints: text, footnotes, cover, contents, headers and footers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from whereas.language.registry import sheets
from whereas.pdf.electronic_signatures import Signed
from whereas.pdf.frames import Frame
from whereas.pdf.letters import Letter, excerpt, follow, in_any_order, loose, plain
from whereas.pdf.printed_pages import Paper
from whereas.pdf.strangers import PlacedLine, strangers
from whereas.render.scripts import SHAPED

Outline = dict[str, Any]


def differences(paper: Paper, outline: Outline, signatures: tuple[Signed, ...]) -> Iterator[str]:
    """What a PDF says otherwise than an agreement, in words; what is wrong with its signatures; what hides it."""
    yield from _of_text(paper, outline)
    yield from _of_notes(paper, outline)
    yield from _of_cover(paper, outline)
    yield from _of_frame(paper, outline)
    yield from _of_contents(paper, outline)
    yield from _of_marks(paper, outline, signatures)
    yield from (signature.wrong for signature in signatures if signature.wrong)
    yield from paper.misread
    if not any(SHAPED.search(line["text"]) for line in outline["lines"]):  # of those, no PDF records the letters
        yield from paper.unread
    yield from (
        f"the text is the same, but on page {sheet.label} {sheet.hidden}" for sheet in paper.sheets if sheet.hidden
    )


def _words(line: dict[str, Any]) -> str:
    """The letters of a line that can be read off a PDF: those of formulas cannot."""
    text, at, kept = line["text"], 0, line["label"]
    for start, end in line.get("formulas", ()):
        kept += text[at:start]
        at = end
    return plain(kept + text[at:])


def _of_text(paper: Paper, outline: Outline) -> Iterator[str]:
    """The first place where the PDF goes another way, letter by letter; if there is none, what stands beside that."""
    letters, at, placed = paper.letters, 0, []
    for line in outline["lines"]:
        wanted = "" if line.get("note") else _words(line)
        if SHAPED.search(line["text"]) and (end := in_any_order(wanted, letters, at)):
            start, at = at, end  # figures and signs among such letters change sides as well
        else:
            start = at
            same, at = follow(wanted, letters, at)
            if same < len(wanted):
                yield _difference(line, letters, start, at, same)
                return
        if start < at:
            pages = int(letters[start].page), int(letters[at - 1].page)
            placed.append(PlacedLine(loose(_words(line)), len(line.get("formulas", ())), *pages))
    if at < len(letters):
        more = "".join(letter.char for letter in letters[at : at + 60])
        yield f"on page {letters[at].page}, after the end of the text, the PDF goes on: {more!r}"
    else:
        yield from strangers(paper, placed, frozenset(line["label"] for line in outline["lines"] if line.get("note")))


def _difference(line: dict[str, Any], letters: list[Letter], start: int, at: int, index: int) -> str:
    """Where, and the words of both sides from a little before the place."""
    page = letters[min(at, len(letters) - 1)].page if letters else "1"
    here = excerpt(f"{line['label']} {line['text']}".strip(), index)
    there = "".join(letter.char for letter in letters[max(start, at - 12) : at + 40])
    return f"in {line['under']}, on page {page}, the project says {here!r}, and the PDF {there or 'nothing more'!r}"


def _of_notes(paper: Paper, outline: Outline) -> Iterator[str]:
    """Footnotes, which stand at the foot of whichever page."""
    found = Counter(loose(note) for sheet in paper.sheets for note in sheet.notes)
    for line in outline["lines"]:
        if line.get("note"):
            wanted = loose(_words(line))
            if not found[wanted]:
                yield f"the PDF does not have footnote {line['label']} of the project: {line['text'][:60]!r}"
            found[wanted] -= 1
    for note in (+found).elements():
        yield f"the PDF has a footnote that the project does not have: {note[:60]!r}"


def _of_cover(paper: Paper, outline: Outline) -> Iterator[str]:
    """What the cover should name and does not, and pages before the first that are no cover."""
    covers, heads = [loose(sheet.text) for sheet in paper.covers], [loose(sheet.head) for sheet in paper.sheets]
    parties = [party[key] for key in ("name", "role") for party in outline["parties"]]
    head = (outline["title"], outline["reference"], outline["version"], *parties, outline["fingerprint"])
    pieces = [outline["title"]] if outline.get("short") else [text for text in head if text]
    place, front = ("head of the first page", heads[:1]) if outline.get("short") else ("cover", covers)
    for text in pieces:
        if loose(text) not in "".join(front):
            yield f"the {place} does not say {text!r}"
    said, known = "".join(front), _cover_pieces(outline, paper)
    if known and (more := said[_reached(said, known) :]):
        yield f"the {place} says more than the project does: {more[:60]!r}"
    for sheet, words in zip(paper.covers, covers, strict=True):
        if words and (outline.get("short") or not any(loose(text) in words for text in pieces)):
            yield f"page {sheet.label}, before the first one, is not one of the project's"
    if more := "".join(heads[1:] if outline.get("short") else heads):
        yield f"beside the text, the PDF says {more[:60]!r}, as the head of a first page"
    labels = [sheet.label for sheet in paper.sheets[len(paper.covers) :]]
    if labels != [str(number) for number in range(1, len(labels) + 1)]:
        yield f"its pages are not numbered from 1 to {len(labels)}, one after the other"


def _cover_pieces(outline: Outline, paper: Paper) -> list[str]:
    """All that a cover may say, in letters; nothing where that is not known."""
    if "cover" not in outline:
        return []
    parties = ["".join((party["name"], party["role"])) for party in outline["parties"]]
    whole = (outline["title"], outline["reference"], *parties, *outline["cover"])
    return [*filter(None, (*map(loose, whole), *Frame(outline, paper.facts.get("Status", "")).state()))]


def _reached(words: str, pieces: list[str]) -> int:
    """How far words are made of some pieces, one after another, in whatever order."""
    reached = {0}
    for at in range(len(words)):
        if at in reached:
            reached |= {at + len(piece) for piece in pieces if words.startswith(piece, at)}
    return max(reached)


def _of_frame(paper: Paper, outline: Outline) -> Iterator[str]:
    """Headers and footers: what each sheet should bear, that they bear no more, and that all say the same."""
    covers = "".join(loose(sheet.text) for sheet in paper.covers) + "".join(loose(sheet.head) for sheet in paper.sheets)
    frames = [(sheet.label, loose(sheet.frame)) for sheet in paper.body if sheet.frame]
    pieces = [text for text in (outline["title"], outline["reference"], outline["fingerprint"]) if text]
    for label, words in frames:
        for text in pieces:
            if loose(text) not in words:
                yield f"the header and footer of page {label} do not say {text!r}"
    usual = Counter(_without_figures(words) for _, words in frames).most_common(1)
    for label, words in frames:
        if _without_figures(words) != usual[0][0]:
            yield f"the header and footer of page {label} are not those of the other pages"
        known = Frame(outline, paper.facts.get("Status", ""), label, str(len(paper.body)))
        if known.adds(words, covers):
            yield f"the header and footer of page {label} say more than the project does"
    for sheet in paper.covers:
        if not Frame(outline, paper.facts.get("Status", "")).is_watermark(loose(sheet.frame)):
            yield f"on page {sheet.label}, before the first one, there is more than the project prints there"


def _without_figures(words: str) -> str:
    return "".join(char for char in words if not char.isdigit())


def _of_contents(paper: Paper, outline: Outline) -> Iterator[str]:
    """The contents, which repeat lines of the text in their order, after a heading of their own."""
    words = "".join(loose(sheet.contents) for sheet in paper.sheets)
    if not words:
        return
    lines = [loose(_words(line)) for line in outline["lines"]]
    head = loose(sheets(paper.language).contents)
    reached = {len(head)} if words.startswith(head) else set()
    for line in filter(None, lines):
        reached |= {at + len(line) for at in reached if words.startswith(line, at)}
    if len(words) not in reached:
        yield f"the contents do not repeat the headings of the text: {words[max(reached, default=0) :][:40]!r}"


def _of_marks(paper: Paper, outline: Outline, signatures: tuple[Signed, ...]) -> Iterator[str]:
    """Notes, stamps and pictures that someone has laid over the text, and signatures that hide some of it."""
    signed = {signature.field for signature in signatures}
    for sheet in paper.sheets:
        for mark in sheet.marks:
            if mark.field not in signed:
                kind = "signature field without a signature" if mark.field else mark.kind
                yield f"the text is the same, but on page {sheet.label} there is a {kind} on top of it"
            elif mark.over and sheet in paper.body:
                yield f"on page {sheet.label}, the signature in {mark.field!r} lies over words of the text"
    drawn, known = sum(sheet.pictures for sheet in paper.body), outline.get("pictures", 0)
    if drawn > known:
        yield f"the PDF has {drawn} picture{'s' * (drawn > 1)} and the project {known or 'none'}"
    if sum(sheet.formulas for sheet in paper.body) > sum(len(line.get("formulas", ())) for line in outline["lines"]):
        yield "the PDF has formulas that the project does not have"
