"""After any edits a build is what a clean one is: same bytes, same messages, same status; whatever befell the last.

`--hypothesis-profile deep` tries hundreds of sequences and mishaps; `NEVER_STALE=N` tries N of each.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sys
from collections.abc import Callable

import pytest
from edits import FILES, damage, edit
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from mishaps import Child, Mishap
from projects import Begun, Built, Project

from whereas.agreement.alike import keep_alike

BUILDERS = ("html", "outline", "text", "latex")
#: How many of each are tried; a number to begin with cannot be made simpler.
TRIED = int(os.environ.get("NEVER_STALE", 0)) or max(2, settings().max_examples // 30)
few = settings(max_examples=TRIED, phases=[Phase.generate])
seeds = given(st.integers(0, 2**32))


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    return Begun(tmp_path_factory.mktemp("begun"), FILES)


# ---- what is compared


def apart(after: Built, clean: Built) -> list[str]:
    """In what two builds differ."""
    made, expected = after.files(), clean.files()
    found = [f"left over: {name}" for name in made.keys() - expected.keys()]
    found += [f"missing: {name}" for name in expected.keys() - made.keys()]
    found += [
        f"other: {name}" for name in made.keys() & expected.keys() if _plain(made[name]) != _plain(expected[name])
    ]
    said = sorted(after.messages.splitlines()), sorted(clean.messages.replace("out-clean", "out").splitlines())
    found += [f"said: {line}" for line in set(said[0]) ^ set(said[1])]
    found += ["said a different number of times"] if not found and said[0] != said[1] else []
    return found + ([f"status {after.status}, not {clean.status}"] if after.status != clean.status else [])


def _plain(made: bytes) -> bytes:
    # Sphinx remembers in a process the versions that it names in addresses; each build would have a process of its own
    return re.sub(rb"\?v=[0-9a-f]{8}", b"", made)


def cold(work: Callable[[], Built]) -> Built:
    """Build in a process that has worked out nothing before."""

    def forget() -> Built:
        for name, module in list(sys.modules.items()):
            for each in vars(module).values() if name.startswith("whereas") else ():
                if hasattr(each, "cache_clear"):
                    each.cache_clear()
        keep_alike(True)
        return work()

    return Child(forget).result()


def build(project: Project, chance: random.Random, builder: str, audience: str, out: str = "") -> Built:
    """Build in one of the ways in which one may."""
    folder = f"{out}-x" if audience == "external" else out
    parallel, cache = chance.choice((1, 1, 2)), chance.random() < 0.8

    def work() -> Built:
        return project.build(builder, out=folder, parallel=parallel, whereas_audience=audience, whereas_cache=cache)

    return work() if chance.random() < 0.5 else cold(work)


def compare(project: Project, chance: random.Random, builder: str, audience: str = "internal") -> list[str]:
    """In what a build differs from a clean one."""
    for each in project.root.glob("out-clean*"):
        shutil.rmtree(each)
    return apart(build(project, chance, builder, audience), build(project, chance, builder, audience, out="-clean"))


# ---- what is done


def edits(project: Project, seed: int) -> list[str]:
    """Edit and build, some times. Gives what is wrong, and what was done before it."""
    chance, done = random.Random(seed), list[str]()
    for _ in range(chance.randint(2, 5)):
        done += [edit(project, chance) for _ in range(chance.choice((1, 1, 2, 3)))]
        builder, audience = chance.choice(BUILDERS), chance.choice(("internal", "internal", "external"))
        if chance.random() < 0.1 and (project.root / "out").exists():
            done.append(damage(project.root / "out", chance))
        done.append(f"build {builder}, {audience}")
        if found := compare(project, chance, builder, audience):
            return found + done
    for builder in BUILDERS:
        if found := compare(project, chance, builder):
            return [*found, *done, builder]
    return []


def mishap(project: Project, seed: int, signs: tuple[int | None, ...]) -> list[str]:
    """Edit, build, and let something befall the build; the next one is compared."""
    chance = random.Random(seed)
    builder, sign, parallel = chance.choice(BUILDERS), chance.choice(signs), chance.choice((1, 1, 2))
    project.build(builder)
    done = [edit(project, chance) for _ in range(chance.choice((1, 2, 3)))]
    out, whole = project.root / "out", project.root / "out-whole"

    def work(at: int) -> tuple[int, int]:
        befalls = Mishap(out, at, sign)
        befalls.begin()
        return project.build(builder, parallel=parallel).status, befalls.count

    shutil.copytree(out, whole)
    _, times = Child(lambda: work(0)).result()
    shutil.rmtree(out)
    whole.rename(out)
    at = chance.randint(1, max(1, times))
    made, ended = Child(lambda: work(at)).end()
    done.append(f"build {builder} with {sign} at {at} of {times}, in {parallel}: {made or ended}")
    found = [str(ended)] if isinstance(ended, str) else []
    found += ["a full disk is no fault"] if sign is None and made and not made[0] else []
    found += compare(project, chance, builder)
    return found + done if found else []


def pair(project: Project, seed: int) -> list[str]:
    """Edit, and build twice at once, with the same builder or another; both, and the next one, are compared."""
    chance = random.Random(seed)
    done = [edit(project, chance) for _ in range(chance.choice((0, 1, 2)))]
    builders = [chance.choice(BUILDERS) for _ in range(2)]

    def work(builder: str, parallel: int) -> Callable[[], Built]:
        return lambda: project.build(builder, parallel=parallel)

    both = [Child(work(builder, chance.choice((1, 2)))) for builder in builders]
    ended = [each.end() for each in both]
    found = [str(why) for made, why in ended if made is None]
    for builder in builders:
        found += compare(project, chance, builder)
    return [*found, *done, *builders] if found else []


@few
@seeds
def test_any_edits(begun: Begun, seed: int) -> None:
    assert edits(begun.again(), seed) == []


@few
@seeds
def test_any_interruption(begun: Begun, seed: int) -> None:
    assert mishap(begun.again(), seed, (signal.SIGKILL, signal.SIGINT, signal.SIGTERM)) == []


@few
@seeds
def test_any_full_disk(begun: Begun, seed: int) -> None:
    assert mishap(begun.again(), seed, (None,)) == []


@few
@seeds
def test_any_two_at_once(begun: Begun, seed: int) -> None:
    assert pair(begun.again(), seed) == []
