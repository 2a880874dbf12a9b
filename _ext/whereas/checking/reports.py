"""What was found, as people and programs read it: text, JSON, SARIF 2.1.0, and as GitHub, GitLab and JUnit do."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from whereas.checking.ready import Readiness
from whereas.checking.verdict import as_data, verdict
from whereas.library.finding import Finding, Severity
from whereas.library.rule import Rule

#: What SARIF, GitHub and GitLab call how bad it is.
_SARIF: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_GITLAB: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: What XML cannot say, not even escaped.
_NOT_IN_XML = dict.fromkeys([*(sign for sign in range(32) if sign not in (9, 10, 13)), 0xFFFE, 0xFFFF])


@dataclass(frozen=True)
class Report:
    """What is to be told: findings, those ignored with the reason, what was read, and how far deals have come."""

    findings: tuple[Finding, ...]
    ignored: tuple[tuple[Finding, str], ...]
    known: int
    contracts: int
    root: Path
    rules: Mapping[str, Rule]
    ready: Mapping[str, Readiness] = field(default_factory=dict)
    verbose: bool = False

    @property
    def failed(self) -> bool:
        """Whether anything was found that is to be mended, which what is told for information is not."""
        return any(each.severity != "info" for each in self.findings)


def as_text(report: Report) -> str:
    """For a terminal: a line for each finding, the line of its file, and a summary."""
    shown = [each for each in report.findings if report.verbose or each.severity != "info"]
    lines = [line for each in shown for line in (_line(each), *_source(report.root, each))]
    if report.verbose:
        lines += [f"{each.place}: ignored [{each.rule}] {each.message} -- {why}" for each, why in report.ignored]
    verdicts = [line for deal, ready in report.ready.items() for line in ("", *verdict(deal, ready))]
    return "\n".join((*lines, _summary(report), *verdicts))


def _line(finding: Finding) -> str:
    where = f"{finding.place.precise}: " if finding.place.file else ""
    return f"{where}{finding.severity} [{finding.rule}] {finding}"


def _source(root: Path, finding: Finding) -> list[str]:
    """The line of the file, with a mark below the column where one is known."""
    try:
        line = (root / finding.place.file).read_text("utf-8").splitlines()[finding.place.line - 1]
    except (OSError, ValueError, IndexError):
        return []
    mark = [f"    {' ' * (finding.place.column - 1)}^"] if finding.place.column else []
    return [f"    {line.expandtabs(1)}", *mark] if line.strip() else []


def _summary(report: Report) -> str:
    count = Counter(each.severity for each in report.findings)
    parts = [_many(count["error"], "error"), _many(count["warning"], "warning")]
    if count["info"]:
        parts.append(f"{count['info']} for information" + ("" if report.verbose else " (-v shows them)"))
    if report.ignored:
        parts.append(f"{len(report.ignored)} ignored" + ("" if report.verbose else " (-v shows why)"))
    parts += [f"{report.known} in the baseline"] if report.known else []
    return f"{_many(report.contracts, 'agreement')} read: {', '.join(parts)}"


def _many(count: int, what: str) -> str:
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def as_json(report: Report) -> str:
    """All that is known of each finding."""
    found = [_record(each) for each in report.findings]
    ignored = [_record(each) | {"because": why} for each, why in report.ignored]
    said: dict[str, Any] = {"findings": found, "ignored": ignored}
    if report.ready:
        said |= {"deals": {deal: as_data(ready) for deal, ready in report.ready.items()}}
    return json.dumps(said, indent=1, ensure_ascii=False)


def _record(finding: Finding) -> dict[str, Any]:
    place = finding.place
    said = {"rule": finding.rule, "severity": finding.severity, "message": finding.message, "hint": finding.hint}
    return {"file": place.file, "line": place.line, "column": place.column, **said}


def as_sarif(report: Report) -> str:
    """For code scanning, ignored findings with their reasons too."""
    used = sorted({each.rule for each in (*report.findings, *(each for each, _ in report.ignored))})
    rules = [{"id": id, "shortDescription": {"text": report.rules[id].meaning}} for id in used if id in report.rules]
    results = [_result(each) for each in report.findings]
    results += [
        _result(each) | {"suppressions": [{"kind": "inSource", "justification": why}]} for each, why in report.ignored
    ]
    driver = {"name": "whereas", "informationUri": "https://whereas.example.com", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)


def _result(finding: Finding) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
    where = {"physicalLocation": {"artifactLocation": {"uri": place.file}, "region": region}}
    said = {"ruleId": finding.rule, "level": _SARIF[finding.severity], "message": {"text": str(finding)}}
    return said | ({"locations": [where]} if place.file else {})


def as_github(report: Report) -> str:
    """GitHub's commands, each of which annotates a line of a change."""
    return "\n".join(map(_command, report.findings))


def _command(finding: Finding) -> str:
    place = finding.place
    where = {"file": place.file, "line": place.line} if place.file else {}
    where |= {"col": place.column} if place.column else {}
    where |= {"title": finding.rule}
    said = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in where.items())
    return f"::{_GITHUB[finding.severity]} {said}::{_escaped(str(finding))}"


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_gitlab(report: Report) -> str:
    """GitLab's report of code quality, which a merge request shows beside its lines."""
    found, seen = list[dict[str, Any]](), Counter[str]()
    for each in report.findings:
        said = f"{each.place.file}\0{each.rule}\0{each.message}"
        seen[said] += 1  # the same again is another finding
        print_of_it = hashlib.sha256(f"{said}\0{seen[said]}".encode(errors="surrogateescape")).hexdigest()
        where = {"path": each.place.file or "conf.py", "lines": {"begin": each.place.line}}
        known = {"check_name": each.rule, "severity": _GITLAB[each.severity], "fingerprint": print_of_it}
        found.append({"description": str(each), **known, "location": where})
    return json.dumps(found, indent=1, ensure_ascii=False)


def as_junit(report: Report) -> str:
    """JUnit's XML, as GitLab and Jenkins show it: a case for each finding, and one that passes where there is none."""
    failures = [each for each in report.findings if each.severity != "info"]
    counts = {"tests": str(len(failures) or 1), "failures": str(len(failures))}
    suite = ElementTree.Element("testsuite", {"name": "whereas check", **counts})
    for each in failures:
        case = ElementTree.SubElement(suite, "testcase", {"name": _plain(_line(each)), "classname": each.rule})
        if each.place.file:
            case.attrib |= {"file": _plain(each.place.file), "line": str(each.place.line)}
        failure = ElementTree.SubElement(case, "failure", {"type": each.severity, "message": _plain(each.message)})
        failure.text = _plain(_line(each))
    if not failures:
        ElementTree.SubElement(suite, "testcase", {"name": "nothing found", "classname": "whereas"})
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suite, encoding="unicode")


def _plain(text: str) -> str:
    return text.translate(_NOT_IN_XML)


#: The forms by name.
FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "gitlab": as_gitlab,
    "junit": as_junit,
}
