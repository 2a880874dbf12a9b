"""How long linking the terms of a large agreement takes: 300 terms, 8,000 words, target 5 ms.

Run `.venv/bin/python benchmarks/terms.py`. The baseline, measured turn by turn with it, walks the same tree once
and changes nothing: so the ratio says the same on a slow machine as on a fast one. The pattern of the terms is made
once for each set of them, and is measured apart.
"""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "_ext"))

from whereas.agreement.linking import link_terms
from whereas.agreement.model import Agreement, Paragraph, Provision, Provisions, Section
from whereas.agreement.runs import Cited, Reference, Styled, TermUse, Text
from whereas.agreement.uses import Term, _compile, compile_terms
from whereas.agreement.walk import change_runs, text_of, walk_lines, walk_runs

SECTIONS, CLAUSES = 23, 4  # 23 sections of 4 sub-clauses of 3 items
ROUNDS = 100
FIRST = "Business Confidential Joint Key Net Permitted Personal Qualifying Restricted Shared Third Background"
LAST = """Account Asset Committee Cost Customer Day Event Information Item Law Notice Order Partner Period Person Plan
Product Recipient Record Revenue Right Sale Service Statement Sum"""
NAMES = [f"{first} {last}" for first in FIRST.split() for last in LAST.split()]
TERMS = tuple(Term(name, anchor=name.replace(" ", "-").lower()) for name in NAMES)
#: One word in fifteen begins a term, as in the agreement that ships with the project.
LEAD = " The receiving %s shall keep each %s of the other party secret and shall not, without prior consent under "
POINTS = (
    "must use it only for the purpose stated in writing, and only for as long as its %ss require;",
    "must protect it at least as carefully as it protects its own, at its own cost, during the first %s; and",
    "must return or delete all copies without delay after a request or after the end of the %s.",
)


def build() -> Agreement:
    """An agreement of 8,000 words, in which every term is used."""
    at = iter(range(10**6))

    def words(text: str) -> str:
        return text % tuple(NAMES[next(at) * 7 % len(NAMES)] for _ in range(text.count("%s")))

    def clause(label: str) -> Provision:
        cited = Reference(("x",), parts=(Cited("x", "clause 7.2(b)", "x", "7.2(b)"),))
        lead = (
            Styled("strong", (Text("Duty."),)),
            Text(words(LEAD)),
            cited,
            Text(words(" or a %s, disclose it, and:")),
        )
        items = tuple(Provision((Paragraph((Text(words(text)),)),)) for text in POINTS)
        return Provision((Paragraph(lead), Provisions(items)), label=label)

    def section(number: int) -> Section:
        clauses = tuple(clause(f"c{number}.{each}") for each in range(CLAUSES))
        return Section((Text(f"Clause {number}"),), label=f"c{number}", blocks=(Provisions(clauses),))

    return Agreement("large", "Large", "uk", sections=tuple(map(section, range(SECTIONS))))


def link(agreement: Agreement) -> Agreement:
    """What is measured."""
    return link_terms(agreement, TERMS, "en_GB")


def walk(agreement: Agreement) -> Agreement:
    """The baseline."""
    for section in agreement.sections:
        for block in section.blocks:
            change_runs(block, lambda runs: runs)
    return agreement


def main() -> None:
    """Measure both by turns, and print the best of each."""
    agreement = build()
    linked = link(agreement)
    lines = [line for section in linked.sections for block in section.blocks for line in walk_lines(block)]
    words = sum(len(text_of(line).split()) for line in lines)
    uses = [run for line in lines for run in walk_runs(line) if isinstance(run, TermUse)]
    assert len(TERMS) == len({run.term for run in uses}) == 300
    best = {link: float("inf"), walk: float("inf")}
    for _ in range(ROUNDS):
        for work in best:
            start = perf_counter()
            work(agreement)
            best[work] = min(best[work], perf_counter() - start)
    _compile.cache_clear()
    start = perf_counter()
    compile_terms(TERMS, "en_GB")
    compiled = perf_counter() - start
    print(f"{len(TERMS)} terms, {words:,} words, {len(lines)} lines, {len(uses)} uses, best of {ROUNDS}")
    print(f"linking               {best[link] * 1000:6.2f} ms")
    print(f"one walk of the tree  {best[walk] * 1000:6.2f} ms  (baseline)")
    print(f"ratio                 {best[link] / best[walk]:6.2f}")
    print(f"the pattern, once     {compiled * 1000:6.2f} ms")


if __name__ == "__main__":
    main()
