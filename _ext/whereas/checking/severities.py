"""What conf.py says of rules: off, or how bad it is to break them, everywhere or in some files (`whereas_checks`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from whereas.language.nearest import did_you_mean
from whereas.library.finding import Finding, FindingsError, Place
from whereas.library.rule import Rule
from whereas.project.configuration import CONFIGURATION
from whereas.project.settings import Judgement

#: What conf.py says of rules, by their ids or by paths.
Said = Mapping[str, Judgement | Mapping[str, Judgement]]


def judged(findings: Iterable[Finding], said: Said) -> Iterator[Finding]:
    """The findings that are not off, as bad as conf.py says; what is said of a file's path goes before the rest."""
    everywhere = {key: value for key, value in said.items() if isinstance(value, str)}
    paths = {key: value for key, value in said.items() if not isinstance(value, str)}
    for finding in findings:
        asked = everywhere.get(finding.rule)
        for pattern, rules in paths.items():
            if fnmatchcase(finding.place.file, pattern):
                asked = rules.get(finding.rule, asked)
        if asked is None:
            yield finding
        elif asked != "off":
            yield finding._replace(severity=asked)


def refuse_unknown(said: Said, known: Mapping[str, Rule]) -> None:
    """Raises FindingsError where conf.py names a rule that there is not."""
    names = [name for key, value in said.items() for name in ([key] if isinstance(value, str) else value)]
    wrong = [
        CONFIGURATION.at(Place("conf.py"), f"`whereas_checks`: there is no rule {name!r}; {did_you_mean(name, known)}")
        for name in names
        if name not in known
    ]
    if wrong:
        raise FindingsError(*wrong)
