"""A check from beginning to end: gather, judge, set aside what is ignored or known, mend."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from whereas.checking.baseline import without_known, write_baseline
from whereas.checking.changed import changed_lines, of_change
from whereas.checking.gather import Gathered, gather
from whereas.checking.ignoring import without_ignored
from whereas.checking.mending import mend
from whereas.checking.ready import Readiness, readiness
from whereas.checking.remembered import Memory
from whereas.checking.reports import FORMATS, Report
from whereas.checking.severities import Said, judged, refuse_unknown
from whereas.library.finding import Finding
from whereas.library.rule import rules_by_id
from whereas.project.configuration import read_configuration
from whereas.project.project import Project
from whereas.project.settings import Settings


@dataclass(frozen=True)
class Checked:
    """What a check found, and how many findings it has mended."""

    report: Report
    mended: int = 0

    def told(self, form: str, verbose: bool = False) -> str:
        """The report in a form."""
        return FORMATS[form](replace(self.report, verbose=verbose))


@dataclass(frozen=True)
class Asked:
    """What is asked of a check: some deals alone, to mend, to make what is found the baseline, and by whom.

    It is done by so many processes (`jobs`); `since` is a commit, whose lines are told no more of.
    """

    deals: Collection[str] = ()
    fix: bool = False
    keep: bool = False
    baseline: str = ""
    jobs: int = 1
    since: str = ""


def check(root: Path, source: str, asked: Asked) -> Checked:
    """Check a project, or some of its deals.

    Raises FindingsError where there is nothing to check, and OSError where a file cannot be written.
    """
    rules = rules_by_id()
    settings = read_configuration(root).settings
    said = settings.whereas_checks
    refuse_unknown(said, rules)
    project = Project(root, source if (root / source).is_dir() else None)
    deals = asked.deals
    gathered = gather(project, deals) if deals else _all(project, root, settings, asked.jobs)
    folder = project.library.root
    found = without_ignored(judged(gathered.findings, said), _files(project), folder, whole=not deals)
    standing = tuple(judged(found.standing, said))
    if asked.since:
        standing = tuple(of_change(standing, changed_lines(folder, asked.since)))
    mended = mend(standing, folder, rules) if asked.fix else []
    standing = tuple(each for each in standing if each not in mended)
    path, known = root / asked.baseline, 0
    if asked.keep:
        write_baseline(path, standing)
    if asked.baseline and path.is_file():
        new, known = without_known(standing, path)
        standing = tuple(new)
    ready = dict(_ready(project, gathered, said, standing))
    return Checked(Report(standing, found.ignored, known, gathered.contracts, folder, rules, ready), len(mended))


def _ready(
    project: Project, gathered: Gathered, said: Said, standing: Collection[Finding]
) -> Iterator[tuple[str, Readiness]]:
    """How far each deal has come that was asked for and can be read; what is ignored or known is in nobody's way."""
    stands = set(standing)
    for id, findings in gathered.of_deals.items():
        docname = project.deals[id].docname
        if docname in project.known:
            rules = project.judged[docname].judged if docname in project.judged else ()
            left = [each for each in judged(findings, said) if each in stands]
            yield id, readiness(project.known[docname][0], dict.fromkeys(left), rules)


def _all(project: Project, root: Path, settings: Settings, jobs: int) -> Gathered:
    """What is found in a project: what was found last, as far as nothing has changed since."""
    if not settings.whereas_cache:
        return gather(project, jobs=jobs)
    memory = Memory(root, (root.resolve(), project.library.root, project.source), settings)
    if (whole := memory.whole) is not None:
        return whole
    found = gather(project, jobs=jobs, memory=memory)
    memory.keep(replace(found, reads=()), found.reads)
    return found


def _files(project: Project) -> list[str]:
    """The files in which a comment may ignore a rule: pages of agreements, clauses, parties, deals."""
    library, files = project.library, list[str]()
    for kind in ("clauses", "parties", "deals"):
        files += [library.file(path) for id in library.ids(kind) for path in library.files(kind, id)]
    pages = {each.docname for each in (*project.agreements.values(), *project.deals.values())}
    paths = (project.source / f"{page}.md" for page in sorted(pages))
    return [*files, *(library.file(path) for path in paths if path.is_file())]
