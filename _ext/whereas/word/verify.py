"""Whether a Word file says just what this project says, and if not, what differs first.

The project's own files are what it is compared with, paragraph by paragraph: labels as Word counts them, words,
citations as they stand and as Word would work them out, tables cell by cell, notes, headers and footers. What may show
something that is not looked at (a shape, a change that nobody has accepted, words that are hidden) is a difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import unescape

from whereas.language.registry import sheets
from whereas.paper.verdict import UnreadableError, Verdict
from whereas.word.archive import Archive
from whereas.word.said import Line, Said, read_said

#: Files whose words are as near to this one's are all looked at: two deals may differ in a reference alone.
_AS_NEAR = 0.05
_LONG = 90


def verify(file: Path, made: Path) -> Verdict:
    """Compare a Word file with those that the docx builder wrote; raises UnreadableError where it cannot be read."""
    said = _read(file)
    known = {path.relative_to(made).with_suffix("").as_posix(): path for path in sorted(made.rglob("*.docx"))}
    if not known:
        return Verdict("", False, "the project has no Word files: make docx")
    nearest = _nearest(said, {name: _read(path) for name, path in known.items()})
    found = {name: next(_differences(said, own), "") for name, own in nearest.items()}
    same = [name for name, what in found.items() if not what]
    if not same:
        name = next(iter(found))
        return Verdict(name, False, found[name])
    own = nearest[same[0]]
    alike = [name for name in same if _fact(nearest[name], "Fingerprint") == _fact(own, "Fingerprint")]
    return Verdict(" and ".join(alike), True, "".join(_sameness(said, own)))


def _read(path: Path) -> Said:
    try:
        return read_said(path)
    except UnreadableError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableError("it is no Word file as Word makes them") from None


def _fact(said: Said, name: str) -> str:
    """What a property of the file says, which fields print."""
    content = said.archive.parts.get("docProps/custom.xml", b"").decode("utf-8", "replace")
    found = re.search(rf'name="{name}"[^>]*>\s*<vt:lpwstr>([^<]*)<', content)
    return unescape(found[1]) if found else ""


def _nearest(said: Said, known: dict[str, Said]) -> dict[str, Said]:
    """The files that have most of the words, nearest first; but first those whose fingerprint it bears."""
    words = _counted(said)

    def likeness(own: Said) -> float:
        theirs = _counted(own)
        return 2 * (words & theirs).total() / max(1, words.total() + theirs.total())

    def is_other(name: str) -> bool:
        return not _fact(said, "Fingerprint") or _fact(known[name], "Fingerprint") != _fact(said, "Fingerprint")

    likely = {name: likeness(own) for name, own in known.items()}
    least = max(likely.values()) - _AS_NEAR
    found = [name for name in known if likely[name] >= least or not is_other(name)]
    return {name: known[name] for name in sorted(found, key=lambda name: (is_other(name), -likely[name]))}


def _counted(said: Said) -> Counter[str]:
    return Counter(word for line in said.lines for word in re.findall(r"\w+", line.words))


# ---- what differs ---------------------------------------------------------------------------------------------------


def _differences(said: Said, own: Said) -> Iterator[str]:
    """What a file says otherwise than the project's own, first things first."""
    yield from _first(said.lines, own.lines)
    yield from (f"in a footnote: {each}" for each in _first(said.notes, own.notes))
    yield from (each for each in said.odd if each not in own.odd)  # a house may set its headings in capitals
    known = {*_strange(own.archive)}
    yield from (each for each in _strange(said.archive) if each not in known)
    theirs, ours = ({*_neutral(each)} for each in (said, own))
    yield from (f"around the text, the file says {each[:_LONG]!r}" for each in sorted(theirs - ours))
    yield from (f"around the text, the file does not say {each[:_LONG]!r}" for each in sorted(ours - theirs))


def _first(theirs: list[Line], ours: list[Line]) -> Iterator[str]:
    """The first difference between paragraphs."""
    wanted = [(line.label, line.words) for line in ours]
    found = [(line.label, line.words) for line in theirs]
    if wanted == found:
        return
    pairs = enumerate(zip(wanted, found, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(wanted), len(found)))
    is_more, is_less = wanted[at : at + 1] == found[at + 1 : at + 2], found[at : at + 1] == wanted[at + 1 : at + 2]
    mine = ours[at] if at < len(ours) and not is_more else None
    his = theirs[at] if at < len(theirs) and not is_less else None
    line = mine or his
    place = f"in {line.place}, " if line and line.place else ""
    if mine and his and not _is_mark(mine) and not _is_mark(his):
        ours_said, theirs_said = _around_it(mine.said, his.said)
        yield f"{place}the project says {ours_said!r}, and the file {theirs_said!r}"
    elif mine and not _is_mark(mine):
        yield f"{place}the project says {_short(mine)!r}, and the file does not"
    elif his and not _is_mark(his):
        yield f"{place}the file says {_short(his)!r}, and the project does not"
    else:
        yield f"{place}a table has other cells or rows, or a picture or note is another one"


def _short(line: Line) -> str:
    return line.said.replace("\0note", "")[:_LONG]


def _is_mark(line: Line) -> bool:
    """Whether it is the beginning of a cell, the end of a row, or a picture alone."""
    return line.words.startswith("\0")


def _around_it(one: str, other: str) -> tuple[str, str]:
    """The places of two texts where they begin to differ, and some words before."""
    one, other = (text.replace("\0note", "") for text in (one, other))
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    begin = one.rfind(" ", 0, max(0, at - 30)) + 1
    return one[begin : begin + _LONG], other[begin : begin + _LONG]


def _neutral(said: Said) -> Iterator[str]:
    """What stands around a text, without what its status is called, which may change while the words do not."""
    language = re.search(rb"<dc:language>([\w-]+)<", said.archive.parts.get("docProps/core.xml", b""))
    words = sheets(language[1].decode() if language else "en")
    own = words.status(_fact(said, "Status"))
    phrases = sorted({own, own.upper(), words.not_for_signature, words.review}, key=len, reverse=True)
    for each in said.around:
        for phrase in filter(None, phrases):
            each = each.replace(phrase, "")
        yield from filter(None, [re.sub(r"[\s·]+", " ", each).strip()])


def _strange(archive: Archive) -> Iterator[str]:
    """What a file has that may show or do something else tomorrow."""
    if archive.runs_code:
        yield "the file has macros or controls in it"
    kinds = {"attachedTemplate", "aFChunk", "subDocument", "oleObject", "package", "control", "frame", "font"}
    for part, each in archive.all_relations():
        if each.kind in kinds:
            yield f"the file's {part} leads to something that may change what it shows: {each.kind} {each.target}"
        elif each.outside and each.kind != "hyperlink":
            yield f"the file's {part} shows something from outside: {each.target}"


def _sameness(said: Said, own: Said) -> Iterator[str]:
    lines = sum(1 for line in own.lines if not line.words.startswith("\0"))
    yield f"all {lines:,} paragraphs are the same, fingerprint {_fact(own, 'Fingerprint')}"
    theirs, ours = _fact(said, "Status"), _fact(own, "Status")
    if theirs != ours:
        yield f"; it is marked {theirs or 'in no way'}, and the agreement is now {ours}"
    if said.archive.part("comments"):
        yield "; it has comments, which are no part of the agreement"
