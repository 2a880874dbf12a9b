"""A baseline: what an old library is known to break, so that a check tells only what is new.

A finding is known by its file, its rule and its words, not by its line, so that text above it may change; numbers of
lines within the words do not count either.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.rule import Rule

BASELINE = Rule(
    "baseline",
    "The baseline of `whereas check` can be read.",
    unshown="it is a file that `whereas check --write-baseline` writes",
    told="check",
)
_LINE = re.compile(r"(\.(?:md|yaml|yml|json)):\d+(?::\d+)?")


def write_baseline(path: Path, findings: Iterable[Finding]) -> None:
    """Write what is known; raises OSError where that cannot be written."""
    known = [{"file": file, "rule": rule, "message": said} for file, rule, said in sorted(map(_key, findings))]
    path.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def without_known(findings: Iterable[Finding], path: Path) -> tuple[list[Finding], int]:
    """The findings that a baseline does not know, and how many it does; raises FindingsError where it is none."""
    try:
        known = Counter((each["file"], each["rule"], each["message"]) for each in json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError, KeyError):
        hint = "write it anew: `whereas check --write-baseline`"
        raise FindingsError(BASELINE.at(Place(path.name), "this is no baseline", hint)) from None
    new, old = list[Finding](), 0
    for finding in findings:
        if known[key := _key(finding)] > 0:
            known[key] -= 1
            old += 1
        else:
            new.append(finding)
    return new, old


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.place.file, finding.rule, _LINE.sub(r"\1", finding.message)
