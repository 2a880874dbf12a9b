"""What an author has looked at and wants no more to be told of: `whereas: ignore RULE -- why`, in a comment above it.

In Markdown the comment begins with `%`, in YAML with `#`. It covers what follows it: the paragraph or item below, in
YAML the entry with all that stands further in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from whereas.language.nearest import did_you_mean
from whereas.library.finding import Finding, Place
from whereas.library.rule import Rule, rules_by_id

IGNORE = Rule(
    "ignore",
    "A comment that ignores a rule names a rule that there is, and says why.",
    unshown="it is a comment, which `whereas check` alone reads",
    told="check",
)
IGNORE_UNUSED = Rule(
    "ignore-unused",
    "A comment that ignores a rule stands above what breaks it.",
    severity="warning",
    unshown="it is a comment, which `whereas check` alone reads",
    told="check",
)
_COMMENT = re.compile(
    r"^(?P<indent>\s*)(?:(?:\d+[.)]|[-*+])\s+)?(?P<sign>[%#])\s*whereas:\s*ignore\b\s*(?P<rule>[\w.-]*?)"
    r"\s*(?:(?:--|–|—)\s*(?P<why>.*?)\s*)?$"
)


@dataclass(frozen=True)
class Ignored:
    """A comment: which rule it ignores and why, where it stands, and the last line that it covers."""

    rule: str
    why: str
    place: Place
    last: int

    def covers(self, finding: Finding) -> bool:
        """Whether it speaks of a finding."""
        place = finding.place
        return self.rule == finding.rule and self.place.file == place.file and self.place.line < place.line <= self.last


def comments_in(text: str, file: str) -> Iterator[Ignored]:
    """The comments of a file that ignore a rule."""
    lines = text.splitlines() if "whereas:" in text else []
    for number, line in enumerate(lines, start=1):
        if found := _COMMENT.match(line):
            rule = found["rule"].removeprefix("whereas.")
            place = Place(file, number, len(found["indent"]) + 1)
            yield Ignored(rule, found["why"] or "", place, _last(lines, number, found["sign"] == "#"))


def _last(lines: list[str], number: int, in_yaml: bool) -> int:
    """The last line that a comment covers, which is in this one, counted from 1."""
    below = number
    while below < len(lines) and (not lines[below].strip() or _COMMENT.match(lines[below])):
        below += 1
    if below == len(lines):
        return number
    depth, last = _depth(lines[below]), below + 1
    while last < len(lines):
        line = lines[last]
        if (_depth(line) <= depth and line.strip()) if in_yaml else not line.strip():
            break
        last += 1
    return last


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


@dataclass(frozen=True)
class Sorted:
    """The findings that stand, and those that are ignored, each with the reason."""

    standing: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, str], ...]


def without_ignored(findings: Iterable[Finding], files: Iterable[str], root: Path, whole: bool = True) -> Sorted:
    """Apart what is ignored in the files, with what is wrong with the comments themselves.

    That a comment ignores nothing is told only where the `whole` project was read.
    """
    comments = [each for file in sorted(set(files)) for each in comments_in(_read(root / file), file)]
    known = rules_by_id() if comments else {}
    standing, ignored, used = list[Finding](), list[tuple[Finding, str]](), set[Ignored]()
    for finding in findings:
        by = next((each for each in comments if each.why and each.covers(finding)), None)
        if by and not known[by.rule].instead:
            ignored.append((finding, by.why))
            used.add(by)
        else:
            standing.append(finding)
    for comment in comments:
        if comment.rule not in known:
            message = f"there is no rule {comment.rule!r} to ignore" if comment.rule else "this ignores no rule"
            standing.append(IGNORE.at(comment.place, message, did_you_mean(comment.rule, known)))
        elif instead := known[comment.rule].instead:
            standing.append(IGNORE.at(comment.place, f"no comment can ignore {comment.rule!r}", instead))
        elif not comment.why:
            message = f"this ignores {comment.rule!r} without a reason"
            standing.append(IGNORE.at(comment.place, message, f"say why: `ignore {comment.rule} -- because …`"))
        elif whole and comment not in used:
            message = f"nothing below breaks {comment.rule!r}, which this ignores"
            standing.append(IGNORE_UNUSED.at(comment.place, message, "remove the comment"))
    return Sorted(tuple(sorted(standing)), tuple(ignored))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""  # what cannot be read, others say
