"""A project as its author sees it: the agreements that deals can fill, with what each asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from whereas.assembly.files import Files
from whereas.assembly.placements import Reader
from whereas.assembly.syntax import syntax_of
from whereas.language.nearest import did_you_mean
from whereas.library.agreements import AgreementHeader
from whereas.library.clauses import Clause
from whereas.library.finding import NOWHERE, Finding, FindingsError
from whereas.library.front_matter import load_page
from whereas.library.library import Library
from whereas.library.policy import HouseRule
from whereas.library.rules import UNKNOWN_AGREEMENT
from whereas.plan.plan import make_plan
from whereas.values.declaration import Declaration


@dataclass(frozen=True)
class Wanted:
    """A value that an agreement asks for: how it is declared, and by which clause if not by the page."""

    declared: Declaration
    limits: str = ""
    clause: str = ""

    @property
    def about(self) -> str:
        """What it means, with its limits."""
        return f"{self.declared.about} ({self.limits})".lstrip() if self.limits else self.declared.about


@dataclass(frozen=True)
class Form:
    """An agreement as a deal sees it: roles, values, and clauses by the names they have there, as the page has them.

    `rules` are those of the house that are asked of its deals.
    """

    name: str
    header: AgreementHeader
    values: dict[str, Wanted]
    clauses: dict[str, Clause]
    rules: dict[str, HouseRule] = field(default_factory=dict)


class Desk:
    """A project's folder, its library, and the pages below its source folder."""

    def __init__(self, root: Path, source: str = "source") -> None:
        """Take the folder of `clauses/`, `parties/` and `deals/`, and the name of that of the pages."""
        self.root = root.resolve()
        self.source = self.root / source
        self.library = Library(self.root)

    def forms(self) -> list[Form]:
        """All agreements, by name; raises FindingsError with all that is wrong with them."""
        forms: list[Form] = []
        findings: list[Finding] = []
        for path in self._pages():
            try:
                forms += self._form(path)
            except FindingsError as failure:
                findings += failure.findings
        if findings:
            raise FindingsError(*dict.fromkeys(findings))
        return sorted(forms, key=lambda form: form.name)

    def form(self, name: str) -> Form:
        """The agreement of that name, whatever is wrong with others; raises FindingsError when there is none."""
        names = []
        for path in self._pages():
            names.append(self._name(path))
            if names[-1] == name and (found := self._form(path)):
                return found[0]
        names = [known for known in names if known != name and self._is_agreement(known)]
        message = f"there is no agreement {name!r}"
        raise FindingsError(UNKNOWN_AGREEMENT.at(NOWHERE, message, did_you_mean(name, names)))

    def _pages(self) -> Iterator[Path]:
        """The Markdown files of the site; what is hidden, or begins with `_`, is none of it."""
        found = []
        for folder, inner, names in os.walk(self.source, followlinks=True):
            inner[:] = [name for name in inner if name[0] not in "._"]
            found += [Path(folder, name) for name in names if name.endswith(".md") and name[0] not in "._"]
        yield from sorted(found)

    def _name(self, path: Path) -> str:
        """What deals call an agreement: its page, as seen from `agreements/` if it is there."""
        return path.relative_to(self.source).with_suffix("").as_posix().removeprefix("agreements/")

    def _is_agreement(self, name: str) -> bool:
        paths = (self.source / "agreements" / f"{name}.md", self.source / f"{name}.md")
        try:
            return any(self._form(path) for path in paths if path.is_file())
        except FindingsError:
            return True

    def _form(self, path: Path) -> list[Form]:
        """The agreement of a page, if it has one."""
        file = self.library.file(path)
        page = load_page(path, file)
        if page.header is None:
            return []
        reader = Reader(self.library, Files(self.root, self.source), syntax_of(text=page.text))
        plan = make_plan(page.header, None, reader.of_page(page), self.library)
        clauses = {planned.name: planned.sound() for planned in plan.clauses}
        values = {name: wanted_of(value.record, name, value.clause) for name, value in plan.values.items()}
        unknown = [*page.findings, *(finding for clause in clauses.values() for finding in clause.findings)]
        if unknown:
            raise FindingsError(*dict.fromkeys(unknown))
        name, policy = self._name(path), self.library.policy
        rules = {id: rule for id, rule in policy.rules.items() if name in (rule.agreements or (name,))}
        return [Form(name, page.header, values, clauses, rules)]


def wanted_of(record: AgreementHeader | Clause, name: str, clause: str = "") -> Wanted:
    """A value as a record declares it, with its limits as its author wrote them: "at least 1, at most 12"."""
    declared, written = record.values[name], record.source.data["values"][name]
    said = []
    for key, words in (("min", "at least"), ("max", "at most")):
        limit = written.get(key)
        if limit is not None:
            parts = limit.values() if isinstance(limit, dict) else [limit]
            said.append(f"{words} {' '.join(map(str, parts))}")
    limits = [", ".join(said)] if said else []
    limits += [f"needed if {declared.required_if}"] if declared.required_if else []
    return Wanted(declared, "; ".join(limits), clause)
