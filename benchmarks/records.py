"""How many faults in records `whereas check` finds: what `checks.py` does with clauses, deals and parties."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from faults_of_records import RecordFault

from whereas.checking.run import Asked, check

Copied = Callable[[Path, Path], Path]


def bench_records(
    root: Path, kinds: list[RecordFault], copied: Copied, places: int
) -> Iterator[tuple[RecordFault, int, int]]:
    """Each kind: in how many records it was seeded, and in how many found; not every folder has so many.

    In each turn each kind goes into a record that has no other; those that break records have turns of their own.
    """
    if any(kind.breaks for kind in kinds) and not all(kind.breaks for kind in kinds):
        yield from bench_records(root, [kind for kind in kinds if not kind.breaks], copied, places)
        kinds = [kind for kind in kinds if kind.breaks]
    tried, found, done = Counter[RecordFault](), Counter[RecordFault](), set[tuple[RecordFault, str]]()
    for turn in range(places):
        with tempfile.TemporaryDirectory() as folder:
            copy, sown = copied(root, Path(folder, "copy")), dict[str, RecordFault]()
            for kind in kinds[turn % len(kinds) :] + kinds[: turn % len(kinds)]:
                for path in sorted((root / kind.folder).rglob("*.yaml")):
                    file = str(path.relative_to(root))
                    changed = kind.change(path.read_text("utf-8"))
                    if file in sown or (kind, file) in done or changed is None:
                        continue
                    at = f"{kind.folder}/zeta-{turn}.yaml" if kind.new else file
                    (copy / at).write_text(changed, "utf-8")
                    sown[at] = kind
                    done.add((kind, file))
                    break
            found_there = check(copy, "source", Asked()).report.findings if sown else ()
            told = {(each.place.file, each.rule) for each in found_there} | {each.rule for each in found_there}
        for file, kind in sown.items():
            hit = (kind.rule if kind.elsewhere else (file, kind.rule)) in told
            tried[kind] += 1
            found[kind] += hit
            if not hit:
                print(f"  not found: {kind.shown!r} at {root.name}: {file}", file=sys.stderr)
    yield from ((kind, tried[kind], found[kind]) for kind in kinds)
