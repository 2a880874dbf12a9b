"""What cannot be worked out, and what says nothing: shown where it stands, and the rest is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Built, Project

import whereas

PAGE = """\
---
agreement:
  roles: {buyer: Buyer}
  values:
    n: {type: integer, default: 10}
    start: {type: date, default: 2027-01-15}
---
# Sale

## Price
1. The price is {{ n / 7 }} a piece.
1. It is due on {{ start | plus("10 business days") }}.

## Delivery
1. {{ buyer }} collects the goods.
{% if n / 7 > 1 %}
1. Some goods.
{% else %}
1. All goods.
{% endif %}
1. {{ n | wrods }} crates.

## Law
1. English law.
"""


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("failing"))
    project.write({"agreements/sale.md": PAGE, "deals/one.yaml": "agreement: sale\n"})
    return project.build("text")


@pytest.mark.parametrize("page", ["agreements/sale", "deals/one"])
def test_an_expression_that_fails_is_shown_where_it_stands_and_all_else_is_there(failing: Built, page: str) -> None:
    text = failing.text(page)
    assert "1.1 The price is [this cannot be worked out: the division has no exact result" in text
    assert "1.2 It is due on [this cannot be worked out: " in text
    assert "2.1 The Buyer collects the goods. [this cannot be worked out" in text
    assert "2.2 All goods." in text
    assert "2.3 [the template cannot be read: there is no filter 'wrods'; did you mean 'words'?] crates." in text
    assert "3.1 English law." in text


def test_each_failure_is_told_once_for_a_page_with_its_line(failing: Built) -> None:
    assert failing.status == 1
    lines = [line.split(": ")[0] for line in failing.messages.splitlines() if "ERROR" in line]
    assert sorted(set(lines)) == [f"agreements/sale.md:{line}" for line in (11, 12, 16, 21)]


# ---- what says nothing

TIERS = """\
---
agreement:
  roles: {buyer: Buyer}
  values:
    tiers: {type: list}
    share: {type: integer}
    fast: {type: boolean, default: no}
---
# Tiers

It is for {{ share }} per cent.

## Price
1. The price falls as follows:
   {% for t in tiers %}
   1. {{ t }};
   {% endfor %}
1. {% for t in tiers %}{{ t }}, {% endfor %}
1. First, {{ tiers | first }}.
{% if fast %}
1. In haste.
{% endif %}
"""


@pytest.fixture(scope="module")
def tiers(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("tiers"))
    project.write(
        {
            "parties/acme.yaml": "name: Acme Ltd\naddress: [1 High Street]\n",
            "agreements/tiers.md": TIERS,
            "deals/blank.yaml": "agreement: tiers\nparties: {buyer: acme}\nstatus: final\n",
            "deals/none.yaml": "agreement: tiers\nvalues: {tiers: [], share: 3}\n",
            "deals/some.yaml": "agreement: tiers\nvalues: {tiers: [one, two], share: 3}\n",
        }
    )
    return project.build("text")


def test_a_list_that_is_not_given_is_a_blank(tiers: Built) -> None:
    for page in ("agreements/tiers", "deals/blank"):
        text = tiers.text(page)
        assert "(a) [Tiers]; 1.2 [Tiers], 1.3 First, [Tiers]." in text
    assert "(a) one; (b) two; 1.2 one, two, 1.3 First, one." in tiers.text("deals/some")


def test_a_list_that_is_not_given_keeps_a_deal_from_being_final(tiers: Built) -> None:
    blanks = [line for line in tiers.messages.splitlines() if line.startswith("deals/blank.yaml")]
    assert [line.split("; ")[0].split("ERROR: ")[1] for line in blanks] == [
        "the deal is final, and 'share' is still blank",
        "the deal is final, and 'tiers' is still blank",
    ]


def test_a_list_with_nothing_in_it_leaves_nothing_unsaid(tiers: Built) -> None:
    told = [line for line in tiers.messages.splitlines() if line.startswith("agreements/tiers.md")]
    assert sorted(told) == [
        "agreements/tiers.md:14: WARNING: these words lead to something, and nothing follows them; write what "
        "follows, or leave these words out together with it [whereas.empty]",
        "agreements/tiers.md:18: WARNING: 1.2 has a number but no words; write its text, or leave the whole item out: "
        "put its number inside the condition or the loop [whereas.empty]",
        "agreements/tiers.md:19: ERROR: this cannot be worked out: the list has nothing in it [whereas.template]",
    ]


LEADS = "these words lead to something"
NUMBER = "has a number but no words"
CASES = {
    "a lead-in": ("## A\n1. The Supplier must do as follows:\n1. Next.", [(6, LEADS)]),
    "a lead-in at the end of a clause": ("## A\nThe Supplier must do the following:\n\n## B\n1. Next.", [(6, LEADS)]),
    "a lead-in that speaks of the agreement": ("## A\n1. This agreement covers the following:\n1. B.", [(6, LEADS)]),
    "a dash": ("## A\n1. The Supplier shall for the whole Term—", [(6, LEADS)]),
    "an item": ("## A\n1. One:\n   1. goods that are of these kinds here:\n   1. more.", [(7, LEADS)]),
    "a bullet": ("## A\n1. One:\n   * goods that are of these kinds here:\n", [(7, LEADS)]),
    "a quotation": ("## A\n1. One:\n\n   > They may sell goods of these kinds:\n", [(8, LEADS)]),
    "German": ("## A\n1. Folgendes gilt:\n1. Ende.", [(6, LEADS)]),
    "French": ("## A\n1. Les prix suivants s’appliquent :\n1. Fin.", [(6, LEADS)]),
    "Spanish": ("## A\n1. Se aplica lo siguiente:\n1. Fin.", [(6, LEADS)]),
    "no definitions": (
        "## A\n1. In this agreement the following words have these meanings:\n\n:::{definitions}\n:::",
        [(6, LEADS)],
    ),
    "a number": ("## A\n1. One.\n1. {% if no %}x{% endif %}\n1. Two.", [(7, f"1.2 {NUMBER}")]),
    "a number of a schedule": ("{.schedule}\n## A\n1. {% if no %}x{% endif %}", [(7, f"1 {NUMBER}")]),
    # what says something
    "a list": ("## A\n1. The Supplier must do as follows:\n   1. work.", []),
    "bullets": ("## A\n1. The Supplier must do as follows:\n   * work.", []),
    "a table": ("## A\nThe prices are as follows:\n\n| a | b |\n|---|---|\n| 1 | 2 |", []),
    "definitions": (
        "## A\n1. In this agreement the following words have these meanings:\n\n:::{definitions}\n:::\n\n"
        "1. A Good is sold.\n\n:::{clause} goods\n:::",
        [],
    ),
    "a blank": ("## A\n1. The prices are as follows: {{ open }}", []),
    "text after the list": ("## A\n1. The prices are as follows:\n\nnone.", []),
    "subsections": ("## A\nThe following applies:\n\n### B\n1. Yes.", []),
    "recitals": ("{.recitals}\n## A\n1. They agree as follows:\n\n## B\n1. Yes.", []),
    "the preamble": ("The parties agree as follows:\n\n## B\n1. Yes.", []),
    "an operative clause": ("## A\nDie Parteien vereinbaren daher Folgendes:\n\n## B\n1. Yes.", []),
    "an operative clause in Spanish": ("## A\nde acuerdo con las siguientes cláusulas:\n\n## B\n1. Yes.", []),
    "an operative clause in French": ("## A\nCeci exposé, il a été arrêté ce qui suit :\n\n## B\n1. Yes.", []),
    "a form": ("{.schedule}\n## A\n1. Name of the supplier:\n1. Registered office:", []),
    "signatures": ("{.unnumbered}\n## A\nSigned for and on behalf of the Supplier by:", []),
    "an image": ("## A\n1. ![a plan](plan.png)", []),
    "undecided": ("## A\n1. As follows:\n   {% if fast %}\n   1. x\n   {% endif %}\n1. {% if fast %}x{% endif %}", []),
    "undecided elsewhere, before": ("## A\n1. {% if fast %}x{% endif %} y\n1. The price is as follows:", [(7, LEADS)]),
    "undecided elsewhere, after": ("## A\n1. {% if no %}x{% endif %}\n1. y {{ 'x' if fast }}.", [(6, f"1.1 {NUMBER}")]),
    "undecided in a lead-in": ("## A\n1. If {% if fast %}fast{% endif %}\n   it is as follows:\n1. y", []),
    "undecided in an expression": ("## A\n1. As follows:\n   {{ 'a' if fast else '' }}\n1. y", []),
    "undecided in a clause": ("## A\n1. The price is as follows:\n\n:::{clause} slow\n:::", [(6, LEADS)]),
    "a schedule that is only named": ("{.schedule}\n## The plan", []),
}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000"
    "000049454e44ae426082"
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("empty"))
    values = "{fast: {type: boolean}, open: {}, no: {type: boolean, default: no}}"
    head = f"---\nagreement: {{values: {values}}}\n---\n# Title\n"
    pages = {"agreements/gone.md": f"{head}:::{{clause}} gone\n:::\n"}
    pages |= {f"agreements/p{n}.md": f"{head}{body}\n" for n, (body, _) in enumerate(CASES.values())}
    gone = "title: Gone\nvalues: {no: {type: boolean, default: no}}\ntext: |\n  {% if no %}1. Words.{% endif %}\n"
    goods = "title: Goods\ndefinitions: {Good: a thing}\ntext: 1. Goods.\n"
    slow = "title: Slow\ntext: |\n  {% if fast %}1. Words.{% endif %}\n"
    clauses = {"clauses/gone.yaml": gone, "clauses/goods.yaml": goods, "clauses/slow.yaml": slow}
    project.write({**pages, **clauses})
    (project.root / "agreements/plan.png").write_bytes(PNG)
    return project.build("text")


@pytest.mark.parametrize("case", CASES)
def test_what_says_nothing_is_told_and_nothing_else(empty: Built, case: str) -> None:
    page = f"agreements/p{list(CASES).index(case)}.md"
    lines = [line for line in empty.messages.splitlines() if line.startswith(f"{page}:") and "whereas.empty" in line]
    told = [(int(line.split(":")[1]), line.split(": ", 2)[2]) for line in lines]
    assert len(told) == len(CASES[case][1]), empty.messages
    for (line, message), (at, begins) in zip(told, CASES[case][1], strict=True):
        assert (line, message[: len(begins)]) == (at, begins)


def test_a_clause_that_says_nothing_is_told(empty: Built) -> None:
    (line,) = [line for line in empty.messages.splitlines() if line.startswith("clauses/gone.yaml:")]
    assert line.startswith("clauses/gone.yaml:4: WARNING: the clause 'gone' says nothing here; leave the clause out")
    assert "clauses/slow.yaml" not in empty.messages  # a blank is yet to decide


# ---- what is open

OPEN = """\
---
agreement:
  roles: {buyer: Buyer}
  values:
    day: {type: date}
    fast: {type: boolean}
    fee: {type: money}
    unused: {type: text}
---
# Open

It begins on {{ day }}.

## Fee of {{ fee }}
1. {{ buyer }} pays{% if fast %} fast{% endif %}. {{ unused }}

{.schedule}
## Plan
1. By {{ day }} and for {{ fee | money_words }}.

:::{note}
Then {{ more }}.
:::
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("open"))
    deal = "agreement: open\nparties: {buyer: acme}\nvalues: {unused: x}\n"
    project.write(
        {
            "parties/acme.yaml": "name: Acme Ltd\naddress: [1 High Street]\n",
            "agreements/open.md": OPEN.replace("    unused", "    more: {}\n    unused"),
            "deals/draft.yaml": deal + "title: Draft\n",
            "deals/final.yaml": deal + "title: Final\nstatus: final\n",
            "board.md": "# Board\n\n:::{dashboard}\n:::\n\n:::{records} deals\n:::\n",
        }
    )
    return project.build()


NAMES = ["Day", "Fee", "More", "Fast"]


def test_a_card_the_dashboard_and_the_gate_agree_on_what_is_open(opened: Built) -> None:
    card = opened.page("deals/draft").split("Still open")[1].split("</ul>")[0]
    assert '<span class="wh-count">4</span>' in card
    assert re.findall(r"<li><span>[^<]*</span> <(?:a|span)[^>]*>(\w+)</(?:a|span)>", card) == NAMES
    assert "Open 4" not in card
    board = opened.words("board")
    assert "4 blanks: Day, Fee, More and Fast" in board.replace(", Fast", " and Fast")
    final = [line for line in opened.messages.splitlines() if "still blank" in line]
    assert sorted(line.split("'")[1].capitalize() for line in final) == sorted(NAMES)


def test_the_card_leads_to_what_is_open(opened: Built) -> None:
    card = opened.page("deals/draft").split("Still open")[1].split("</ul>")[0]
    anchors = re.findall(r'href="#([^"]+)"', card)
    assert len(anchors) == 2  # those of the fee and of the note; the others stand before the first heading, or nowhere
    assert all(f'id="{anchor}"' in opened.page("deals/draft") for anchor in anchors)


def test_of_a_clause_that_cannot_be_read_nothing_else_is_held_against_others(tmp_path: Path) -> None:
    """Its values may well be there, and so may its labels: what cites them is told what to mend."""
    project = Project(tmp_path)
    project.write(
        {
            "agreements/sale.md": """
                ---
                agreement: {}
                ---
                # Sale

                :::{clause} price
                :::

                ## Law
                1. Subject to {clause}`price.due`.
                """,
            "clauses/price.yaml": "title: Price\nvalues: {fee: {type: money}\ntext: 1. Pay.\n",
            "deals/one.yaml": "agreement: sale\nvalues: {fee: EUR 5}\n",
        }
    )
    told = [str(each) for each in whereas.open(tmp_path).deals["one"].findings]
    assert [each.partition(";")[0] for each in told if "price.due" in each or "fee" in each] == [
        "this refers to 'price.due', and the clause 'price' cannot be read"
    ]
    assert len(told) == 2, "and why it cannot be"
