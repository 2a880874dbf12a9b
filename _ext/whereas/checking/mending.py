"""Findings that are mended: of rules that know for certain what the line should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from whereas.library.finding import Finding
from whereas.library.rule import Rule

#: The files that people write line by line.
_WRITTEN = (".md", ".yaml", ".yml")


def mend(findings: Iterable[Finding], root: Path, rules: Mapping[str, Rule]) -> list[Finding]:
    """Mend in the files what can be mended, and give those findings; raises OSError where a file cannot be written."""
    mended = list[Finding]()
    texts: dict[Path, list[str]] = {}
    for finding in findings:
        rule, path = rules.get(finding.rule), root / finding.place.file
        if rule is None or rule.mend is None or path.suffix not in _WRITTEN:
            continue
        if path not in texts:
            with path.open(encoding="utf-8", newline="") as file:  # ends of lines stay as they are
                texts[path] = file.read().splitlines(keepends=True)
        lines, at = texts[path], finding.place.line - 1
        if at < len(lines) and (line := rule.mend(lines[at], finding.about)) != lines[at]:
            lines[at] = line
            mended.append(finding)
    for path in {root / each.place.file for each in mended}:
        path.write_text("".join(texts[path]), encoding="utf-8", newline="")
    return mended
