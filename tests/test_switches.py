"""Every clause that practice leaves out leaves cleanly: one by one, and in pairs, in as few deals as hold all pairs."""

from __future__ import annotations

import random
import re
import shutil
from itertools import combinations
from pathlib import Path

import pytest

import whereas
from whereas.agreement.uses import Term
from whereas.checking.gather import gather
from whereas.library.finding import Finding
from whereas.project.between import undefined_terms
from whereas.project.project import Project
from whereas.project.tables import KnownAgreement

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "source/agreements/cooperation.md").read_text(encoding="utf-8")
CLAUSES = list(
    dict.fromkeys(
        each for each in re.findall(r"^:::\{clause\} (\S+)", PAGE, re.MULTILINE) if not each.startswith("law/")
    )
)
#: What an agreement is hardly made without: leaving one out is told, and by what it is missed.
CORE = {
    "definitions",
    "general/variation",
    "governance/leads",
    "ip/ownership",
    "joint-activities",
    "notices",
    "obligations",
    "purpose",
}
#: What stands only in deals that take it in, as these do but where they leave it out.
OPTIONAL = set(re.findall(r"^:::\{clause\} (\S+)\n:optional:", PAGE, re.MULTILINE))
SWITCHES = [each for each in CLAUSES if each not in CORE and each != "general"]
#: What is not wrong with a deal in which nothing is given yet.
OPEN = {"clause-status"}


def halves(switches: list[str]) -> list[frozenset[str]]:
    """Sets of clauses left out, in which each pair is left out together, and each of it without the other."""
    chance = random.Random(1)
    wanted = {(one, other, left) for one, other in combinations(switches, 2) for left in ("both", one, other)}
    found: list[frozenset[str]] = []
    while wanted:
        tried = [frozenset(each for each in switches if chance.random() < 0.5) for _ in range(40)]
        best = max(tried, key=lambda left: len(covered(left, wanted)))
        wanted -= covered(best, wanted)
        found.append(best)
    return found


def covered(left: frozenset[str], wanted: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    """What of it a set shows."""
    return {each for each in wanted if each[2] == shown(each[0] in left, each[1] in left, *each[:2])}


def shown(one_left: bool, other_left: bool, one: str, other: str) -> str:
    """Which of two are left out; nothing where neither is."""
    return "both" if one_left and other_left else one if one_left else other if other_left else ""


HALVES = halves(SWITCHES)
DEALS = {f"without-{each.replace('/', '-')}": frozenset({each}) for each in SWITCHES}
DEALS["whole"] = frozenset()
DEALS["needed"] = frozenset({"ip/ownership"})
DEALS |= {f"half-{number}": left for number, left in enumerate(HALVES)}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """What ships, with a deal for each set of clauses that is left out."""
    root = tmp_path_factory.mktemp("switches")
    for name in ("clauses", "parties", "source"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "conf.py", root)
    (root / "deals").mkdir()
    for name, left in DEALS.items():
        lines = "".join(f"  {each}: omit\n" for each in sorted(left))
        lines += "".join(f"  {each}: include\n" for each in sorted(OPTIONAL - left))
        (root / f"deals/{name}.yaml").write_text(f"agreement: cooperation\nclauses:\n{lines}", encoding="utf-8")
    (root / "deals/back.yaml").write_text(
        "agreement: cooperation\nvalues: {definitions_at: the back}\n", encoding="utf-8"
    )
    return whereas.open(root)


def told(project: Project, name: str) -> list[Finding]:
    """What a check tells of a deal, and terms that it uses and only a deal with all clauses defines."""
    found = list(gather(project, [name]).findings)
    found += undefined_terms({name: known(project, name)}, {"": tuple(map(Term, terms(project, "whole")))})
    return [each for each in found if each.severity != "info" and each.rule not in OPEN]


def known(project: Project, name: str) -> KnownAgreement:
    """What others may know of a deal."""
    contract = project.deal(name)
    contract.copy  # noqa: B018
    return project.known[contract.docname][0]


def terms(project: Project, name: str) -> list[str]:
    """The terms that a deal defines."""
    return [term for term, _ in known(project, name).terms]


@pytest.mark.parametrize("name", [each for each in DEALS if each != "needed"])
def test_what_is_left_out_leaves_cleanly(project: Project, name: str) -> None:
    assert [f"{each.place} {each}" for each in told(project, name)] == []


def test_the_definitions_may_stand_at_the_back(project: Project) -> None:
    back = project.deal("back")
    assert [str(each) for each in told(project, "back")] == []
    first, *_ = (each for each in back.agreement.sections if each.kind == "clause")
    assert first.label != "definitions"
    (listed,) = (each.number for each in back.provisions if each.label == "definitions")
    assert "Schedule" in listed


def test_all_pairs_are_among_them() -> None:
    assert len(HALVES) < 20
    pairs = {pair for left in HALVES for pair in combinations(sorted(left), 2)}
    assert pairs == set(combinations(sorted(SWITCHES), 2))


def test_a_clause_that_needs_another_says_why(project: Project) -> None:
    (told,) = [each for each in project.deal("needed").findings if each.severity == "error"]
    assert (str(told.place), told.rule) == ("deals/needed.yaml:3", "needed-clause")
    assert "'ip/joint' needs 'ip/ownership', which is not in this agreement: it says which results are joint" in str(
        told
    )
