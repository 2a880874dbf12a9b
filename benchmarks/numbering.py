"""How long the numbers and references of a large agreement take: 1,000 provisions, 300 references, target 20 ms.

Run `.venv/bin/python benchmarks/numbering.py`. The baseline, measured turn by turn with it, walks the same tree once
and changes nothing: so the ratio says the same on a slow machine as on a fast one.
"""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "_ext"))

from whereas.agreement.model import Agreement, Paragraph, Provision, Provisions, Section
from whereas.agreement.numbering import number_agreement
from whereas.agreement.references import resolve_references
from whereas.agreement.runs import Reference, Text
from whereas.agreement.styles import STYLES
from whereas.agreement.targets import collect_targets
from whereas.agreement.walk import change_runs, walk_anchored, walk_lines, walk_runs

SECTIONS, CLAUSES, ITEMS = 50, 4, 4  # 50 sections of 4 sub-clauses of 4 items: 50 + 200 + 800
REFERENCES_EACH = 6  # in every section
ROUNDS = 50
STYLE = STYLES["uk"]


def build() -> Agreement:
    """An agreement of 1,050 numbers, in which every section cites others six times."""

    def provision(label: str, words: str, cited: tuple[str, ...], *inner: Provision) -> Provision:
        runs = (Text(words), Reference(cited), Text(" applies.")) if cited else (Text(words),)
        return Provision((Paragraph(runs), *([Provisions(inner)] if inner else [])), label=label)

    def section(number: int) -> Section:
        def cited(step: int) -> tuple[str, ...]:
            """One label or three, near and far, of clauses and of items."""
            far = f"c{(number * 7 + step) % SECTIONS}.{step % CLAUSES}"
            return (far,) if step % 3 else (far, f"{far}.1", f"{far}.2")

        clauses = (
            provision(
                f"c{number}.{clause}",
                "Each party shall keep the other's Confidential Information secret unless ",
                cited(clause),
                *(
                    provision(
                        f"c{number}.{clause}.{item}",
                        "a court of competent jurisdiction orders it to be disclosed;",
                        cited(CLAUSES + clause) if item == 0 and clause < REFERENCES_EACH - CLAUSES else (),
                    )
                    for item in range(ITEMS)
                ),
            )
            for clause in range(CLAUSES)
        )
        return Section((Text(f"Clause {number}"),), label=f"c{number}", blocks=(Provisions(tuple(clauses)),))

    return Agreement("large", "Large", "uk", sections=tuple(map(section, range(SECTIONS))))


def settle(agreement: Agreement) -> Agreement:
    """What is measured."""
    numbered, _ = number_agreement(agreement, STYLE)
    return resolve_references(numbered, collect_targets(numbered, STYLE), STYLE)


def walk(agreement: Agreement) -> None:
    """The baseline."""
    for section in agreement.sections:
        for block in section.blocks:
            change_runs(block, lambda runs: runs)


def main() -> None:
    """Measure both by turns, and print the best of each."""
    agreement = build()
    settled = settle(agreement)
    numbers = sum(1 for each in walk_anchored(settled) if each.number)
    lines = [line for section in settled.sections for block in section.blocks for line in walk_lines(block)]
    references = [run for line in lines for run in walk_runs(line) if isinstance(run, Reference)]
    assert all(reference.parts for reference in references)
    best = {settle: float("inf"), walk: float("inf")}
    for _ in range(ROUNDS):
        for work in best:
            start = perf_counter()
            work(agreement)
            best[work] = min(best[work], perf_counter() - start)
    print(f"{numbers:,} numbers, {len(references)} references, best of {ROUNDS}")
    print(f"numbers and references  {best[settle] * 1000:6.2f} ms")
    print(f"one walk of the tree    {best[walk] * 1000:6.2f} ms  (baseline)")
    print(f"ratio                   {best[settle] / best[walk]:6.2f}")


if __name__ == "__main__":
    main()
