"""Short citations: from within the same clause they leave out what goes without saying; above and below are counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import Built, Project
from trees import agreement, line, number, section

from whereas.agreement.model import Agreement, Provision, Provisions
from whereas.agreement.references import resolve_references
from whereas.agreement.runs import Reference, Run
from whereas.agreement.steps import NBSP
from whereas.agreement.styles import STYLES
from whereas.agreement.targets import collect_targets
from whereas.agreement.walk import change_blocks, own_lines, text_of, walk_anchored

PAGE = """
    ---
    agreement: {%s}
    ---
    # A

    {#one}
    ## One
    1. {#i1} lead: {above}`a1`; {short}`a1`; {above}`a1, b1`;
       1. {#a1} a1: {above}`b1`; {above}`a1`; {short}`r1`; {above}`r1, b1`;
       1. {#b1} b1: {short}`a1, b1`; {short}`r1, r2`; {above}`a1`;
          1. {#r1} r1: {short}`b1`; {above}`r2`; {short}`r1, r2, r3`;
          1. {#r2} r2: {above}`i1`;
          1. {#r3} r3: {short}`two`.

       tail: {above}`a1`; {above}`a1, i2`; {item}`x` {above}`x`; {above}`y`; {item}`y`; {above}`y`.
    1. {#i2} i2: {short}`a1`; {short}`i1, two`; {above}`a1`; {above}`two`; {short}`words <i1>`. {Above}`a1` it stands.

    {#two}
    ## Two
    own: {above}`t1`; {short}`t1`.

    1. {#t1} t1.

    {.schedule #work}
    ## Work
    1. {#s1} s1: {above}`s3`; {above}`s2`; {short}`s2`; {above}`one`; {short}`i1`.
       1. {#s2} s2: {short}`s3`.
       1. {#s3} s3.
    """.replace("{Above}", "{above}")


@pytest.fixture(scope="module")
def outline(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("nearby"))
    styles = {"uk": "", "german": "style: continental, locale: de", "american": "style: us", "french": "locale: fr"}
    project.write({f"agreements/{name}.md": PAGE % written for name, written in styles.items()})
    built = project.build("outline")
    assert "agreements" not in built.messages
    return built


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("lead", "(a) below; paragraph (a); (a) and (b) below"),
        ("a1", "(b) below; this paragraph (a); paragraph (b)(i); (b) and (b)(i) below"),
        ("b1", "paragraphs (a) and (b); paragraphs (i) and (ii); (a) above"),
        ("r1", "paragraph (b); (ii) below; paragraphs (i) to (iii)"),
        ("r2", "clause 1.1 above"),
        ("r3", "clause 2"),
        ("tail", "(a) above; clause 1.1(a) above and clause 1.2 below; (c) (c) above; (d) below; (d); (d) above"),
        ("i2", "clause 1.1(a); clauses 1.1 and 2; clause 1.1(a) above; clause 2 below; words. Clause 1.1(a) above"),
        ("own", "clause 2.1 below; clause 2.1"),
        ("s1", "paragraph 1.2 below; paragraph 1.1 below; paragraph 1.1; clause 1 above; clause 1.1"),
        ("s2", "paragraph 1.2"),
    ],
)
def test_from_the_same_clause(place: str, said: str, outline: Built) -> None:
    assert f" {place}: {said}" in words(outline, "uk")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("german", "a1: Buchst. b unten; dieser Buchst. a; Buchst. b Doppelbuchst. aa; Buchst. b und Buchst. b Doppel"),
        ("german", "i2: Abs. 1 Buchst. a; § 1 Abs. 1 und § 2; Abs. 1 Buchst. a oben; § 2 unten;"),
        ("german", "r1: Buchst. b; Doppelbuchst. bb unten; Doppelbuchst. aa bis cc"),
        ("american", "lead: (a) below; paragraph (a);"),
        ("american", "r1: paragraph (b); (ii) below; paragraphs (i) through (iii)"),
        ("american", "i2: Section 1.01(a); Section 1.01 and Article II; Section 1.01(a) above; Article II below;"),
        ("french", "b1: paragraphes (a) et (b); paragraphes (i) et (ii); (a) ci-dessus;"),
        ("french", "r3: article 2."),
    ],
)
def test_in_other_styles_and_languages(page: str, said: str, outline: Built) -> None:
    assert f" {said}" in words(outline, page)


def words(outline: Built, page: str) -> str:
    return " ".join(line["text"] for line in outline.outline(f"agreements/{page}")["lines"]).replace(NBSP, " ")


@pytest.mark.parametrize("role", ["short", "above"])
def test_of_another_agreement_and_on_other_pages_they_say_all(role: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    other = "---\nagreement:\n---\n# Loan\n\n## One\n1. {#pay} x\n"
    own = f"---\nagreement:\n---\n# A\n\n## One\n1. {{{role}}}`loan:pay` applies.\n"
    project.write({"agreements/loan.md": other, "agreements/a.md": own, "guide.md": f"# G\n\n{{{role}}}`pay`\n"})
    built = project.build("text")
    assert "Clause 1.1 of the Loan applies." in built.text("agreements/a").replace(NBSP, " ")
    assert "clause 1.1 of the Loan" in built.text("guide").replace(NBSP, " ")


# ---- from any provision to any other


@st.composite
def trees(draw: st.DrawFn) -> Agreement:
    """Clauses with sub-clauses, paragraphs and sub-paragraphs, each citing one in each form."""
    labels: list[str] = []

    def provisions(depth: int) -> Provisions:
        return Provisions(tuple(provision(depth) for _ in range(draw(st.integers(1, 3)))))

    def provision(depth: int) -> Provision:
        labels.append(f"p{len(labels)}")
        label = labels[-1]
        inner = (provisions(depth + 1),) if depth < 4 and draw(st.booleans()) else ()
        return Provision((line(Reference(("*",), "short")), *inner, line(Reference(("*",), "above"))), label)

    sections = [section(f"c{index}", provisions(1)) for index in range(draw(st.integers(1, 3)))]
    return agreement(*sections)


@given(trees(), st.data())
def test_a_short_citation_and_what_goes_without_saying_are_the_whole_number(
    tree: Agreement, data: st.DataObject
) -> None:
    labels = [each.label for each in walk_anchored(tree)]
    target = data.draw(st.sampled_from(labels))
    numbered = number(retarget(tree, target))
    targets = collect_targets(numbered, STYLES["uk"])
    whole, order = targets[target].number, [each.label for each in walk_anchored(numbered)]
    for each in walk_anchored(resolve_references(numbered, targets, STYLES["uk"])):
        if not isinstance(each, Provision):
            continue
        short, above = (text_of(runs).replace(NBSP, " ") for runs in own_lines(each))
        said = short.split(" ", 1)[1]
        assert whole.endswith(said)
        assert said == whole or each.number.startswith(whole.removesuffix(said)), "what is left out is shared"
        assert said[0] == "(" or said == whole
        inside = [label for label in order if targets[label].number.startswith(each.number)]
        if target == each.label:
            assert above.startswith("this ")
        else:  # the line stands after all that is inside
            before = order.index(target) < order.index(each.label) or target in inside
            assert above.endswith(" above" if before else " below")


def retarget(tree: Agreement, label: str) -> Agreement:
    def cited(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(replace(run, labels=(label,)) for run in runs if isinstance(run, Reference))

    return replace(
        tree, sections=tuple(replace(each, blocks=change_blocks(each.blocks, cited)) for each in tree.sections)
    )
