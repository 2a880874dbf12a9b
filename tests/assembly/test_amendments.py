"""A deal that stands on another takes its numbers, terms and values; and follows it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from projects import Built, Project
from test_elsewhere import told

import whereas
from whereas.agreement.steps import NBSP
from whereas.checking.gather import gather

MASTER = """
    ---
    agreement:
      roles: {company: Company, partner: Partner}
      values:
        effective_date: {type: date}
        fee: {type: money, about: What is paid each year}
        exclusive: {type: boolean}
        term-note: {type: text, default: none}
    ---
    # Master Agreement

    ## Definitions
    :::{definitions}
    :::

    :::{clause} option
    :::

    {#fees}
    ## Fees
    1. {#amount} {{ company }} pays {{ fee }} from {{ effective_date }}, the {define}`Yearly Fee`.
    1. The Yearly Fee is due{% if exclusive %} at once{% endif %}.

    {.schedule #prices}
    ## Prices
    1. {#list} A list: {{ term_note }}.
    """.replace("term-note", "term_note")
AMENDMENT = """
    ---
    agreement:
      terms_of: master
      roles: {company: Company, partner: Partner}
      values: {effective_date: {type: date}}
    ---
    # Amendment

    ## Change
    1. {clause}`master:fees` is changed, **{clause}`amount`** too, and {clause}`master:list`.
    1. From {{ effective_date }}, and no longer from {{ master.effective_date }}, {{ fee }} is due by
       {{ master.company.name }}; the Yearly Fee and any Right of Option stand.
    1. It is {% if master.exclusive %}exclusive{% else %}open{% endif %}.
    """
FILES = {
    "agreements/master.md": MASTER,
    "agreements/amendment.md": AMENDMENT,
    "clauses/option.yaml": """
        title: Option
        definitions: {Right of Option: what one may do}
        text: |
          1. {#way} There is a Right of Option.
        """,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "parties/borealis.yaml": "name: Borealis GmbH\n",
    "deals/m1.yaml": """\
agreement: master
parties: {company: acme, partner: borealis}
values: {effective_date: 2027-01-15, fee: EUR 500, exclusive: yes}
clauses: {option: omit}
""",
    "deals/am1.yaml": """\
agreement: amendment
amends: m1
parties: {company: acme, partner: borealis}
values: {effective_date: 2028-03-01}
""",
}


def build(tmp_path: Path, builder: str = "outline", **files: str) -> Built:
    project = Project(tmp_path)
    project.write({**FILES, **files})
    return project.build(builder)


def lines(built: Built, page: str) -> list[str]:
    return [line["text"].replace(NBSP, " ") for line in built.outline(page)["lines"]]


@pytest.mark.parametrize("key", ["amends: m1", "of: m1", "amends: [m1]", "of: [m1]\namends: []"])
def test_numbers_and_values_are_those_of_the_deal(key: str, tmp_path: Path) -> None:
    built = build(tmp_path, **{"deals/am1.yaml": FILES["deals/am1.yaml"].replace("amends: m1", key)})
    assert not [line for line in told(built.messages) if "am1" in line]
    assert lines(built, "deals/am1")[1:] == [
        "Clause 2 of the Master Agreement is changed, clause 2.1 of the Master Agreement too, and paragraph 1 of "
        "Schedule 1 of the Master Agreement.",
        "From 1 March 2028, and no longer from 15 January 2027, EUR 500 is due by Acme Ltd; the Yearly Fee and any "
        "Right of Option stand.",
        "It is exclusive.",
    ]
    values = built.outline("deals/am1")["values"]
    assert values["m1:fee"] == {"origin": "deals/m1.yaml:3", "text": "EUR 500", "type": "money"}
    assert values["effective_date"]["text"] == "1 March 2028"


def test_the_template_of_an_amendment_has_the_numbers_of_the_template_and_blanks(tmp_path: Path) -> None:
    built = build(tmp_path)
    assert lines(built, "agreements/amendment")[1:] == [
        "Clause 3 of the Master Agreement is changed, clause 3.1 of the Master Agreement too, and paragraph 1 of "
        "Schedule 1 of the Master Agreement.",
        "From [Effective date], and no longer from [Effective date], [Fee] is due by [Company’s legal name]; the "
        "Yearly Fee and any Right of Option stand.",
        "It is open.",
    ]


def test_terms_and_citations_lead_to_the_deal(tmp_path: Path) -> None:
    site = build(tmp_path, "html")
    page = site.page("deals/am1")
    assert '<a class="reference internal" href="m1.html#fees">Clause' in page
    assert '<a class="reference internal" href="m1.html#prices">Schedule' in page
    assert 'href="m1.html#fees-1">Yearly Fee</a>' in page or 'href="m1.html#amount">Yearly Fee</a>' in page
    assert "master.html#" not in page
    assert ">Right of Option</a>" not in page, "m1 leaves out the clause that defines it"
    assert 'master.html#term-right-of-option">Right of Option</a>' in site.page("agreements/amendment")


def test_a_deal_is_cited_on_a_page_of_its_own(tmp_path: Path) -> None:
    own = "---\ndeal: m1\n---\n# Master Agreement, as agreed\n\n:::{agreement}\n:::\n"
    site = build(tmp_path, "html", **{"agreed.md": own})
    assert '<a class="reference internal" href="../agreed.html#fees">Clause\N{NO-BREAK SPACE}2</a>' in site.page(
        "deals/am1"
    )
    assert "of the Master Agreement, as agreed is changed" in site.words("deals/am1")


def test_an_agreement_may_amend_a_deal_without_being_a_template(tmp_path: Path) -> None:
    page = AMENDMENT.replace("terms_of: master", "amends: m1").replace("{ type: date }", "{type: date}")
    built = build(tmp_path, **{"agreements/amendment.md": page, "deals/am1.yaml": "agreement: master\n"})
    assert lines(built, "agreements/amendment")[1].startswith("Clause 2 of the Master Agreement is changed")
    assert "EUR 500 is due by Acme Ltd" in lines(built, "agreements/amendment")[2]


def test_an_amendment_of_an_amendment_stands_on_both(tmp_path: Path) -> None:
    second = """
        ---
        agreement: {roles: {company: Company}, terms_of: [amendment, master]}
        ---
        # Second Amendment

        ## Change
        1. The Yearly Fee of {{ company }}: {clause}`amendment:one` and {clause}`master:fees` of {{ master.fee }} and
           {{ amendment.effective_date }}.
        """
    files = {
        "agreements/amendment.md": AMENDMENT.replace("## Change", "{#one}\n    ## Change"),
        "agreements/second.md": second,
        "deals/am2.yaml": "agreement: second\namends: am1\n",
    }
    built = build(tmp_path, **files)
    assert not [line for line in told(built.messages) if "am2" in line or "master" in line]
    assert lines(built, "deals/am2")[1] == (
        "The Yearly Fee of the Company: clause 1 of the Amendment and clause 2 of the Master Agreement of EUR 500 and "
        "1 March 2028."
    )


def test_a_deal_may_stand_on_another_of_its_own_template(tmp_path: Path) -> None:
    renewal = FILES["deals/m1.yaml"].replace("agreement: master", "agreement: master\nof: m1").replace("500", "900")
    page = "---\ndeal: m2\n---\n# Renewal\n\n:::{agreement}\n:::\n\n"
    page += "## Old\n1. No more {{ m1.fee }}, {clause}`m1:fees`.\n"
    built = build(tmp_path, **{"deals/m2.yaml": renewal, "agreements/renewal.md": page})
    assert not [line for line in told(built.messages) if "ERROR" in line]
    assert "The Company pays EUR 900 from 15 January 2027, the “Yearly Fee”." in lines(built, "agreements/renewal")
    assert "No more EUR 500, clause 2 of the Master Agreement." in lines(built, "agreements/renewal")


def test_of_two_deals_it_must_be_said_which_is_meant(tmp_path: Path) -> None:
    other = FILES["deals/m1.yaml"].replace("clauses: {option: omit}\n", "").replace("500", "700")
    page = AMENDMENT.replace("{{ fee }}", "{{ m2.fee }}").replace("master.effective_date", "m1.effective_date")
    page = page.replace("master.company", "m1.company").replace("master.exclusive", "m1.exclusive")
    page = page.replace("master:fees", "m2:fees").replace("`amount`", "`m1:amount`").replace("master:list", "m2:list")
    files = {"deals/m2.yaml": other, "deals/am1.yaml": FILES["deals/am1.yaml"].replace("m1", "[m1, m2]")}
    built = build(
        tmp_path, **files, **{"agreements/amendment.md": page.replace("terms_of: master", "amends: [m1, m2]")}
    )
    assert not [line for line in told(built.messages) if "am1" in line or "amendment" in line]
    assert lines(built, "deals/am1")[1:3] == [
        "Clause 3 of the Master Agreement is changed, clause 2.1 of the Master Agreement too, and paragraph 1 of "
        "Schedule 1 of the Master Agreement.",
        "From 1 March 2028, and no longer from 15 January 2027, EUR 700 is due by Acme Ltd; the Yearly Fee and any "
        "Right of Option stand.",
    ]
    messages = told(build(tmp_path / "wrong", **files).messages)
    for message in (
        "the label 'master:fees' stands in several agreements; write one of m1:fees, m2:fees",
        "the label 'amount' stands in several agreements; write one of m1:amount, m2:amount",
        "the value 'fee' is used here and declared nowhere; several agreements have one: write m1.fee or m2.fee",
        "several agreements go by this name; write m1.effective_date or m2.effective_date",
    ):
        assert any(message in line for line in messages), messages


# ---- what is wrong


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("agreements/amendment.md", "`amount`", "`option.way`",
         "agreements/amendment.md:10: ERROR: this refers to 'option.way' of deals/m1, but deals/m1.yaml:4 leaves the "
         "clause 'option' out; leave the reference out, or keep the clause"),
        ("agreements/amendment.md", "`amount`", "`master:option`",
         "agreements/amendment.md:10: ERROR: this refers to 'option' of deals/m1, but deals/m1.yaml:4 leaves the "
         "clause 'option' out; leave the reference out, or keep the clause"),
        ("agreements/amendment.md", "`amount`", "`master:amuont`",
         "agreements/amendment.md:10: ERROR: nothing in deals/m1 is labelled 'amuont'; did you mean 'amount'?"),
        ("agreements/amendment.md", "{{ master.company.name }}", "{{ master.fees }}",
         "agreements/amendment.md:12: ERROR: the agreement 'm1' has no value and no role 'fees'; did you mean "
         "'fee'?"),
        ("agreements/amendment.md", "{{ master.company.name }}", "{{ master }}",
         "'m1' is an agreement; write which of its values is meant, as in m1.name"),
        ("agreements/amendment.md", "{{ fee }}", "{{ fees }}",
         "agreements/amendment.md:11: ERROR: the value 'fees' is used here and declared nowhere; did you mean 'fee'?"),
        ("deals/am1.yaml", "amends: m1", "amends: m2",
         "deals/am1.yaml:2:1: ERROR: there is no deal 'm2' in deals/; known here: am1, m1"),
        ("deals/am1.yaml", "amends: m1", "amends: am1",
         "deals/am1.yaml:2:1: ERROR: the deal 'am1' is said to stand on itself; name the one that came first"),
        ("deals/m1.yaml", "agreement: master", "agreement: master\nof: am1",
         "deals/m1.yaml:2:1: ERROR: the deal 'm1' is said to stand on 'am1', which stands on it in turn; name the one "
         "that came first"),
        ("deals/am1.yaml", "amends: m1\n", "",
         "deals/am1.yaml:1: WARNING: this deal cites provisions of the template agreements/master, and its deal 'm1' "
         "numbers them differently; say which deal is meant, as with `amends: m1` or `of: m1`; or that the template "
         "is, with `cites: master` in the agreement's front matter"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(file: str, old: str, new: str, message: str, tmp_path: Path) -> None:
    assert old in FILES[file]
    project = Project(tmp_path)
    project.write({**FILES, file: FILES[file].replace(old, new)})
    found = gather(whereas.open(tmp_path, ".")).findings  # as `make check` does
    said = [f"{each.place.precise}: {each.severity.upper()}: {each}" for each in found]
    assert any(message in line for line in said), said


def test_a_deal_may_mean_the_template(tmp_path: Path) -> None:
    page = AMENDMENT.replace("terms_of: master", "terms_of: master\n      cites: master")
    deal = FILES["deals/am1.yaml"].replace("amends: m1\n", "")
    built = build(tmp_path, **{"agreements/amendment.md": page, "deals/am1.yaml": deal})
    assert not any("numbers them differently" in line for line in told(built.messages))
    assert lines(built, "deals/am1")[1].startswith("Clause 3 of the Master Agreement")


def test_what_is_blank_in_the_deal_is_open_in_what_stands_on_it(tmp_path: Path) -> None:
    files = {
        "agreements/amendment.md": AMENDMENT.replace("It is {%", "{{ master.partner.email }} is {%"),
        "deals/m1.yaml": FILES["deals/m1.yaml"].replace("fee: EUR 500, exclusive: yes", "fee:"),
        "deals/am1.yaml": FILES["deals/am1.yaml"] + "status: final\n",
    }
    built = build(tmp_path, **files)
    hint = "give it in the deal that `amends:` or `of:` names here, or set `status:` back to draft"
    for name in ("fee", "exclusive", "partner.email"):
        message = f"the deal is final, and '{name}' of 'm1', on which it stands, is still blank; {hint}"
        assert f"deals/am1.yaml:2:1: ERROR: {message}" in told(built.messages)
    assert ", [Fee] is due by Acme Ltd" in " ".join(lines(built, "deals/am1"))


def test_a_deal_has_its_own_date_on_the_cover(tmp_path: Path) -> None:
    page = AMENDMENT.replace("{effective_date: {type: date}}", "{}").replace("From {{ effective_date }}, and no", "No")
    built = build(
        tmp_path, "html", **{"agreements/amendment.md": page, "deals/am1.yaml": "agreement: amendment\nof: m1\n"}
    )
    assert "15 January 2027" in built.words("deals/am1")
    assert not re.search(r"wh-date[^<]*<[^>]*>[^<]*2027", built.page("deals/am1"))
    wrong = page.replace("{{ fee }}", "{{ effective_date }}")
    built = build(tmp_path, "html", **{"agreements/amendment.md": wrong})
    assert any("the value 'effective_date' is used here and declared nowhere" in line for line in told(built.messages))


def test_a_final_deal_with_a_dead_citation_has_no_pdf(tmp_path: Path) -> None:
    final = {"deals/am1.yaml": FILES["deals/am1.yaml"] + "status: final\n"}
    out = build(tmp_path / "good", "latex", **final).out
    assert (out / "deals-am1.tex").exists()
    page = AMENDMENT.replace("`amount`", "`amuont`")
    out = build(tmp_path / "bad", "latex", **final, **{"agreements/amendment.md": page}).out
    assert not (out / "deals-am1.tex").exists()
    assert (out / "amendment.tex").exists()


# ---- what it stands on changes

EDITS = {
    "a value": ("deals/m1.yaml", "EUR 500", "EUR 700", "EUR 700 is due by"),
    "a clause comes": ("deals/m1.yaml", "clauses: {option: omit}", "reference: R1", "Clause 3 of the Master Agreement"),
    "a party's name": ("parties/acme.yaml", "Acme Ltd", "Acme Holdings Ltd", "is due by Acme Holdings Ltd"),
    "the master's title": ("agreements/master.md", "# Master Agreement", "# Framework", "Clause 2 of the Framework"),
    "the master's order": ("agreements/master.md", "{#fees}", "## New\n    1. New.\n\n    {#fees}", "Clause 3 of the"),
    "a default": ("agreements/master.md", "default: none", "default: some", "Clause 2 of the Master Agreement"),
    "the deal goes": ("deals/m1.yaml", "", "", "Clause 3 of the Master Agreement"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_amendment_follows_its_deal(edit: str, tmp_path: Path) -> None:
    """An incremental build says the same as a clean one, and so does a parallel one."""
    file, old, new, words = EDITS[edit]
    project = Project(tmp_path / "one")
    project.write(FILES)
    project.build("outline")
    path = project.root / file
    if old:
        text = path.read_text(encoding="utf-8")
        old, new = (each.replace("\n    ", "\n") for each in (old, new))
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        stamp = path.stat().st_mtime + 10
        os.utime(path, (stamp, stamp))
    else:
        path.unlink()
    again = project.build("outline")
    clean = project.build("outline", out="clean", parallel=2)
    assert again.messages == clean.messages
    assert again.files() == clean.files()
    assert words in " ".join(lines(again, "deals/am1"))


def test_a_variant_that_an_added_clause_does_not_have_is_told(tmp_path: Path) -> None:
    """It is no silent use of the standard text."""
    project = Project(tmp_path)
    project.write(
        {
            "agreements/a.md": "---\nagreement: {}\n---\n# A\n\n:::{clause} law\n:::\n",
            "clauses/law.yaml": "title: Law\ntext: |\n  1. Law.\n",
            "clauses/cap.yaml": "title: Cap\ntext: |\n  1. Cap.\nvariants:\n  high: {text: 1. High.}\n",
            "deals/d.yaml": "agreement: a\nadd:\n  cap:\n    after: law\n    variant: hihg\n",
        }
    )
    built = project.build("outline")
    assert "deals/d.yaml:5" in built.messages
    assert "the clause 'cap' has no variant 'hihg'; did you mean 'high'?" in built.messages
