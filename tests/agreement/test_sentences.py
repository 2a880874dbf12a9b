"""Sentences: a role or reference is capitalised where a sentence begins with it, and only there."""

from __future__ import annotations

import pytest
from trees import Tree, agreement, line, lines_of, number, section

from whereas.agreement.model import (
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    Kind,
    Paragraph,
    Provision,
    Provisions,
    Quote,
    Table,
)
from whereas.agreement.runs import Cited, LineBreak, Link, Reference, Run, Styled, TermUse, Text, Value
from whereas.agreement.sentences import capitalise_sentences
from whereas.agreement.walk import text_of

ROLE = TermUse("Company", "the Company")
CLAUSE = Reference(("x",), parts=(Cited("x", "clause 7", "x", "7"), Text(" of this")))


def strong(*runs: Run | str) -> Styled:
    return Styled("strong", line(*runs).runs)


def said(*content: Block | Tree, kind: Kind = "clause") -> list[str]:
    """The lines of a section as they are printed."""
    tree = capitalise_sentences(number(agreement(section("s", *content, kind=kind))))
    return [text_of(runs) for runs in lines_of(tree)]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((ROLE, " pays."), "The Company pays."),
        ((CLAUSE, " applies."), "Clause 7 of this applies."),
        (("Then ", ROLE, " pays."), "Then the Company pays."),
        (("As ", CLAUSE, " says, ", ROLE, " pays."), "As clause 7 of this says, the Company pays."),
        (("It ends. ", ROLE, " pays."), "It ends. The Company pays."),
        (("Does it? ", ROLE, " pays."), "Does it? The Company pays."),
        (("It ends.) ", ROLE), "It ends.) The Company"),
        (("They say “it ends.” ", ROLE), "They say “it ends.” The Company"),
        (("It ends.'] ", CLAUSE), "It ends.'] Clause 7 of this"),
        (("First; ", ROLE), "First; the Company"),
        (("namely: ", ROLE), "namely: the Company"),
        (("others, e.g. ", ROLE), "others, e.g. the Company"),
        (("that is, i.e. ", CLAUSE), "that is, i.e. clause 7 of this"),
        (("cf. ", CLAUSE), "cf. clause 7 of this"),
        (("(cf. ", CLAUSE), "(cf. clause 7 of this"),
        (("Borealis Ltd. and ", ROLE), "Borealis Ltd. and the Company"),
        (("Acme Inc. ", ROLE), "Acme Inc. the Company"),
        (("under No. ", ROLE), "under No. the Company"),
        (("Art. ", ROLE), "Art. the Company"),
        (("z. B. ", ROLE), "z. B. the Company"),
        (("the Casino. ", ROLE), "the Casino. The Company"),
        ((strong("Payment."), " ", ROLE, " pays."), "Payment. The Company pays."),
        ((strong("Payment"), " ", ROLE, " pays."), "Payment the Company pays."),
        ((strong(ROLE, " pays."), " ", ROLE), "The Company pays. The Company"),
        ((strong(Styled("emphasis", (ROLE,))), " pays"), "The Company pays"),
        ((Link("https://x.example", (ROLE,)), " pays"), "The Company pays"),
        ((Value("v", "Acme Holdings."), " ", ROLE), "Acme Holdings. The Company"),
        (("It ends.", LineBreak(), ROLE), "It ends.\nThe Company"),
        (("It does", LineBreak(), ROLE), "It does\nthe Company"),
        ((Reference(("x",), words=(Text("that duty"),), parts=CLAUSE.parts), " ends"), "that duty ends"),
        ((TermUse("SOW", ""), ROLE), "The Company"),
    ],
)
def test_a_line(runs: tuple[Run | str, ...], expected: str) -> None:
    assert said(line(*runs)) == [expected]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("if:", "the Company pays"),
        ("where,", "the Company pays"),
        ("the persons who", "the Company pays"),
        ("such things, e.g.", "the Company pays"),
        ("It ends.", "The Company pays"),
        ("Who pays?", "The Company pays"),
    ],
)
def test_a_list_goes_on_with_the_sentence_that_leads_to_it(lead: str, expected: str) -> None:
    pays = line(ROLE, " pays")
    listed = Provisions((Provision((pays,)), Provision((pays,))))
    assert said(line(lead), listed) == [lead, expected, expected]
    assert said(line(lead), Bullets(((pays,), (pays,)))) == [lead, expected, expected]
    assert said(line(lead), Quote((pays,))) == [lead, expected]
    assert said(line(lead), Bullets(((line("that"), listed),)))[2:] == ["the Company pays"] * 2


@pytest.mark.parametrize(
    ("last", "expected"),
    [("it ends.", "The Company pays"), ("it ends;", "the Company pays"), ("it ends, or", "the Company pays")],
)
def test_after_a_list_its_last_words_decide(last: str, expected: str) -> None:
    after = line(ROLE, " pays")
    assert said(line("if:"), Bullets(((line("it starts;"),), (line(last),))), after)[-1] == expected


def test_paragraphs_begin_sentences() -> None:
    assert said(line("It ends."), line(ROLE), line(CLAUSE)) == [
        "It ends.",
        "The Company",
        "the Company"[:0] + "clause 7 of this",
    ]


@pytest.mark.parametrize("kind", ["recitals", "parties", "clause", "schedule", "unnumbered"])
def test_every_provision_begins_a_sentence(kind: Kind) -> None:
    item = Provision((line(ROLE, " makes robots."),))
    assert said(Provisions((item, item)), kind=kind) == ["The Company makes robots."] * 2


def test_definitions_begin_sentences() -> None:
    entries = (Defined("A", (line(ROLE, " or ", ROLE),)), Defined("B", (line("means"), Bullets(((line(ROLE),),)))))
    assert said(line("In this Agreement:"), Definitions(entries)) == [
        *("In this Agreement:", "The Company or the Company", "means", "the Company"),
    ]


def test_cells_begin_sentences() -> None:
    def cell(*runs: Run | str) -> Cell:
        return Cell((line(*runs),))

    table = Table((1, 1), ((cell("Who"), cell(ROLE)),), ((cell(ROLE), cell("or ", CLAUSE)),))
    assert said(table) == ["Who", "The Company", "The Company", "or clause 7 of this"]


def test_only_the_first_letter_changes() -> None:
    tree = capitalise_sentences(number(agreement(section("s", Paragraph((ROLE, CLAUSE))))))
    (block,) = tree.sections[0].blocks
    assert isinstance(block, Paragraph)
    role, clause = block.runs
    assert role == TermUse("Company", "The Company")
    assert clause == CLAUSE
