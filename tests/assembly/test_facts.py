"""Facts in contracts: blanks and key terms, where a value comes from, what a final deal refuses, what deals change."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from projects import Built, Project

import whereas
from whereas.library.finding import FindingsError

AGREEMENT = """
    ---
    agreement:
      style: uk
      roles: {company: Company, partner: Partner}
      values:
        start: {type: date, about: The day it starts}
        scope: {type: markdown, about: What is done}
        area: {type: text, default: Europe, about: Where}
        setup_fee: {type: money, about: Paid once}
        back_fee: {type: money, default: EUR 50}
        guarantor: {type: party, about: Who stands in for the Partner}
        regulated: {type: boolean, about: Whether a regulator must agree}
        authority: {type: text, required_if: regulated, about: The regulator}
    ---
    # Master Agreement

    {.parties}
    ## Parties
    :::{parties}
    :::

    {#scope}
    ## Scope
    1. {{ company }} and {{ partner }} begin on {{ start }} in {{ area }}.
    1. {#work}
       {{ scope }}
    1. {#guarantee}
       {{ guarantor.name }}, {{ guarantor.address }}, stands in for {{ partner }}.
    {% if regulated %}
    1. {{ authority }} must agree.
    {% endif %}

    :::{clause} payment
    :with: payer=company, payee=partner, fee=setup_fee
    :::

    :::{clause} payment
    :as: refunds
    :title: Refunds
    :with: payer=partner, payee=company, fee=back_fee
    :::

    :::{clause} secrecy
    :::

    {.unnumbered}
    ## Key terms
    :::{key-terms}
    :::
    """
FILES = {
    "agreements/master.md": AGREEMENT,
    "clauses/payment.yaml": """
        title: Payment
        roles: [payer, payee]
        values:
          fee: {type: money, about: What is paid}
          days: {type: duration, default: 30 days, about: Time to pay}
        text: |
          1. {#due}
             {{ payer }} must pay {{ payee }} {{ fee }} within {{ days }}.
        variants:
          net: {text: "1. {#due}\\n   {{ payer }} must pay {{ payee }} {{ fee }} net."}
        """,
    "clauses/secrecy.yaml": """
        title: Secrecy
        status: approved
        values:
          period: {type: duration, default: 3 years, about: How long}
        text: |
          1. Keep it for {{ period | words }}.
        """,
    "clauses/insurance.yaml": """
        title: Insurance
        roles: [holder]
        values:
          cover: {type: money, default: 'EUR 1,000,000'}
        text: |
          1. {{ holder }} must insure {{ cover }}.
        """,
    "parties/acme.yaml": "name: Acme Ltd\naddress: [1 High Street, Leeds]\n",
    "parties/orbit.yaml": "name: Orbit GmbH\naddress: {street: Ring 5, city: Berlin, postcode: '10115', country: DE}\n",
    "parties/bank.yaml": "name: Bank SA\naddress: [Rue 7, Paris]\nfacts: {licence: B-77}\n",
}
DEAL = """
    agreement: master
    title: The deal
    status: draft
    parties: {company: acme, partner: orbit}
    values:
      start: 2027-01-15
      scope: |
        The work is:

        1. design; and
        1. *build*.
      setup_fee: EUR 1,250.50
      guarantor: bank
      regulated: no
    """


def project(tmp_path: Path, deal: str = DEAL, **more: str) -> Project:
    made = Project(tmp_path)
    made.write({**FILES, "deals/d.yaml": deal, **more})
    return made


def seen(built: Built, docname: str = "deals/d") -> str:
    """What a reader sees, without the marks of Sphinx's permalinks."""
    return built.words(docname).replace("¶", "")


def build(tmp_path: Path, deal: str = DEAL, builder: str = "html", **more: str) -> Built:
    return project(tmp_path, deal, **more).build(builder)


def told(built: Built) -> list[str]:
    return [re.sub(r" \[whereas\..*\]$", "", line) for line in built.messages.splitlines()]


def looked(tmp_path: Path, deal: str = DEAL, **more: str) -> tuple[list[str], str]:
    """What is wrong with the deal and its template, as a build tells it, and the words of the deal; without a build."""
    opened = whereas.open(project(tmp_path, deal, **more).root, ".")
    found, text = list(opened.agreement("master").findings), ""
    try:
        contract = opened.deal("d")
        found, text = [*found, *contract.findings], contract.text
    except FindingsError as error:
        found += error.findings
    return [f"{each.place.precise}: {each.severity.upper()}: {each}" for each in found], " ".join(text.split())


# ---- values in text


def test_every_type_stands_in_the_text_of_a_deal(tmp_path: Path) -> None:
    made = project(tmp_path)
    built = made.build()
    assert (built.messages, built.status) == ("", 0)
    words = seen(built)
    assert "1.1 The Company and the Partner begin on 15 January 2027 in Europe." in words
    assert "1.2 The work is: (a) design; and (b) build." in words
    assert "1.3 Bank SA, Rue 7, Paris, stands in for the Partner." in words
    assert "[Authority] must agree" not in words
    assert "2.1 The Company must pay the Partner EUR 1,250.50 within 30 days." in words
    assert "3. Refunds 3.1 The Partner must pay the Company EUR 50 within 30 days." in words
    assert "4.1 Keep it for three (3) years." in words


def test_all_outputs_say_the_same_of_facts(tmp_path: Path) -> None:
    made = project(tmp_path)
    outline = made.build("outline").outline("deals/d")
    texts = {each["number"]: each["text"] for each in outline["provisions"]}
    page, plain = seen(made.build("html")), made.build("text").text("deals/d")
    for number in ("1.1", "1.2(b)", "1.3", "2.1", "3.1", "4.1"):
        assert texts[number] in page
        assert texts[number] in plain.replace("*", "")
    assert outline["values"]["guarantor"]["text"] == "Bank SA"
    assert outline["values"]["authority"]["text"] is None


def test_a_template_shows_what_is_not_known(tmp_path: Path) -> None:
    words = seen(build(tmp_path), "agreements/master")
    assert "begin on [Start] in Europe" in words
    assert "1.2 [Scope] 1.3 [Guarantor’s legal name], [Guarantor’s address], stands" in words
    assert "The Company must pay the Partner [Setup fee] within 30 days" in words


def test_a_blank_tells_its_meaning_on_hover(tmp_path: Path) -> None:
    page = build(tmp_path).page("agreements/master")
    assert '<span class="wh-blank" title="The day it starts" data-fact="start">[Start]</span>' in page


def test_a_value_tells_where_it_was_written(tmp_path: Path) -> None:
    page = build(tmp_path).page("deals/d")
    start = re.search(r'<bdi[^>]*data-fact="start"[^>]*>', page)
    area = re.search(r'<bdi[^>]*data-fact="area"[^>]*>', page)
    name = re.search(r'<bdi[^>]*data-fact="company.name"[^>]*>', page)
    assert start and area and name
    assert 'title="The day it starts\ndeals/d.yaml:6"' in start[0]
    assert 'default, agreements/master.md:8"' in area[0]
    assert 'parties/acme.yaml:1"' in name[0]
    assert 'data-fact="scope"' in page, "text that was parsed knows where it is from, too"


def test_key_terms_list_every_value_that_is_printed_by_clause(tmp_path: Path) -> None:
    made = project(tmp_path)
    page = made.build()
    words = seen(page)
    sheet = words[words.index("Term Value Used in Written in") :]
    assert "Start The day it starts 15 January 2027 1.1 deals/d.yaml:6" in sheet
    assert "Area Where Europe 1.1 default, agreements/master.md:8" in sheet
    assert "Setup fee Paid once EUR 1,250.50 2.1 deals/d.yaml:12" in sheet
    assert "Days Time to pay 30 days 2.1 and 3.1 default" in sheet
    assert "Authority" not in sheet and "Regulated" not in sheet  # what decides, and what no text prints
    order = [
        "1. Scope",
        "Start The day",
        "Scope What is done",
        "2. Payment",
        "Setup fee",
        "Days",
        "3. Refunds",
        "Back fee",
    ]
    assert [sheet.index(each) for each in order] == sorted(sheet.index(each) for each in order)
    rows = re.findall(r"<tr.*?</tr>", page.page("deals/d"), re.DOTALL)
    (uses,) = [row for row in rows if "Setup fee" in row]
    assert '<a class="wh-reference" href="#payment-due">2.1</a>' in uses


def test_key_terms_may_be_some(tmp_path: Path) -> None:
    page = AGREEMENT.replace(":::{key-terms}\n", ":::{key-terms}\n    :values: start, area\n")
    words = seen(build(tmp_path, **{"agreements/master.md": page}), "deals/d")
    sheet = words[words.index("Term Value") :]
    assert "Start" in sheet and "Setup fee" not in sheet


TIERS = """
    ---
    agreement:
      locale: {locale}
      roles: {{company: {{term: Company, gender: feminine}}, partner: {{term: Partner, gender: masculine}}}}
      values:
        start: {{type: date, show: front, label: Begin}}
        pause: {{type: integer, unit: month, label: Longest pause, show: front}}
        hours: {{type: integer, unit: Business Hour, default: 1}}
        secret: {{type: text, show: never, default: x}}
        pool: {{type: boolean, default: yes}}
        other: {{type: text, show: particulars, default: kept}}
        fee: {{type: money, label: The fee, default: EUR 5}}
        lines: {{type: rows, columns: {{due: {{type: date, label: Payable on}}}}}}
    ---
    # Sale

    {{.unnumbered}}
    ## Front
    :::{{key-terms}}
    :show: front
    :::

    ## Sale
    1. It begins {{{{ start }}}} for {{{{ fee }}}}, {{{{ secret }}}}, {{{{ hours }}}} hours.
       {{% if pool and other %}}A pool.{{% endif %}} Paused for {{{{ pause }}}} months at most.

       :::{{rows}} lines
       :::

    {{.unnumbered}}
    ## All
    :::{{key-terms}}
    :::
    """
TIERED = {
    "deals/d.yaml": "agreement: a\nparties: {company: acme, partner: orbit}\nvalues: {start: 2027-01-15, fee: EUR 6}\n",
    "parties/acme.yaml": "name: Acme Ltd\nnotices: {email: law@acme.example.com}\naddress: [1 Lane, Bristol]\n",
    "parties/orbit.yaml": "name: Orbit GmbH\naddress: [Weg 2, Jena]\nnotices: {attention: Rechtsabteilung}\n",
}


def sheets(root: Path, locale: str, **values: str) -> tuple[str, str, Built]:
    """What the front sheet and that of all particulars say, and the page."""
    more = "".join(f", {each}: {text}" for each, text in values.items())
    deal = TIERED["deals/d.yaml"].replace("EUR 6", f"EUR 6{more}")
    files = {**TIERED, "agreements/a.md": TIERS.format(locale=locale), "deals/d.yaml": deal}
    project = Project(root)
    project.write(files)
    built = project.build()
    front, _, rest = built.words("deals/d").partition("It begins ")
    return front, rest, built


def test_key_terms_stand_in_three_tiers(tmp_path: Path) -> None:
    front, rest, built = sheets(tmp_path, "en_GB", pause="3", lines="[{due: 2027-02-01}]")
    front = front[front.index("Term Value") :]
    assert "Company Acme Ltd Partner Orbit GmbH" in front
    assert "1 Lane, Bristol, law@acme.example.com" in front and "Rechtsabteilung, Weg 2, Jena" in front
    assert "Begin 15 January 2027" in front and "Longest pause 3 months" in front
    assert "fee" not in front and "Other" not in front
    all = rest[rest.index("Term Value") :]
    assert "1. Sale Begin 15 January 2027" in all
    assert "The fee EUR 6" in all and "Hours 1 Business Hour " in all and "Other kept" in all
    assert "Longest pause 3 months" in all and "Secret" not in all and "Pool" not in all
    assert "Payable on" in rest and "Paused for 3 months" in rest
    page = built.page("deals/d")
    card = page[page.index("wh-pairs") : page.index("wh-foot")]
    assert "<dt>Longest pause</dt><dd>3 months</dd>" in card and "The fee" not in card
    assert "<strong>The fee</strong>" in page[page.index("wh-departures") :]
    assert "ERROR" not in built.messages


def test_labels_and_units_in_the_language_of_the_page(tmp_path: Path) -> None:
    words = "".join(sheets(tmp_path, "de", pause="")[:2])
    assert "[Longest pause]" in words, "a blank is called as its value is"
    assert "[Payable on]" in words
    (tmp_path / "deals/d.yaml").write_text(TIERED["deals/d.yaml"].replace("EUR 6", "EUR 6, pause: 1"), encoding="utf-8")
    assert "Longest pause 1 Monat" in Project(tmp_path).build().words("deals/d")


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ("{type: money, unit: month}", "is for bare numbers, and a money brings its own"),
        ("{type: text, show: cover}", "show"),
        ("{type: rows, columns: {a: {type: text, show: front}}}", "has a column 'a' with `show`: rows are shown whole"),
    ],
)
def test_a_label_or_sheet_that_cannot_be_is_told(tmp_path: Path, declared: str, message: str) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": f"---\nagreement:\n  values:\n    x: {declared}\n---\n# A\n\n1. {{{{ x }}}}\n"})
    built = project.build()
    assert message in built.messages and "agreements/a.md:4" in built.messages


def test_key_terms_of_a_pdf_do_not_tell_files(tmp_path: Path) -> None:
    made = project(tmp_path)
    tex = (made.build("latex").out / "deals-d.tex").read_text(encoding="utf-8")
    tex = re.sub(r"%@.*", "", tex)  # which source a line comes from is told to us, should TeX stop there
    assert "Used in" in tex and "Setup fee" in tex
    assert "deals/d.yaml" not in tex and "Written in" not in tex


def scoped(written: str) -> str:
    """The deal with another `scope:`."""
    scope = written.replace("\n", "\n      ") + "\n"
    return re.sub(r"scope: \|\n.*?(?=      setup_fee)", lambda _: scope, DEAL, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("scope: One *line*.", "1.2 One line. 1.3"),
        ("scope: |\n    Two\n\n    paragraphs", "1.2 Two paragraphs 1.3"),
        ("scope: |\n    * one\n    * two", "1.2 one two 1.3"),
        (r'scope: "\\{{ area }\\} \\{% if x %\\} \\{clause}`law` \\{#label} <b>bold</b>"',
         "1.2 {{ area }} {% if x %} {clause}law {#label} <b>bold</b> 1.3"),
        ("scope: |\n    # No heading\n\n    ```{include} conf.py\n    ```", "1.2 # No heading"),
        ('scope: "![x](conf.py) [y](conf.py)"', "1.2 !x y 1.3"),
        ("scope: |\n    \\:::\\{clause} secrecy\n    \\:::", "1.2 :::{clause} secrecy ::: 1.3"),
        ("scope: |\n    | a | b |\n    |---|---|\n    | 1 | 2 |", "1.2 a b 1 2 1.3"),
    ],
)  # fmt: skip
def test_markdown_values_are_text_and_no_more(tmp_path: Path, written: str, words: str) -> None:
    built = build(tmp_path, scoped(written))
    assert "ERROR" not in built.messages
    assert words in seen(built)
    assert "extensions =" not in seen(built)


def test_markup_of_ours_in_a_markdown_value_is_an_error_at_its_line(tmp_path: Path) -> None:
    lines = ["1. {#r1}", "   One {{ area }}.", "1. See {clause}`law` and {ref}`x`.", "", ":::{note}", "Two", ":::"]
    built = build(tmp_path, scoped("\n    ".join(["scope: |", *lines])), "outline")
    hint = (
        "a value is plain Markdown, which names and cites nothing: write the words, or put the text into the agreement"
    )
    left = [(8, "{#r1}"), (9, "{{"), (9, "}}"), (10, "{clause}"), (10, "{ref}"), (12, ":::"), (14, ":::")]
    assert told(built) == [
        f"deals/d.yaml:{line}: ERROR: {text!r} is markup out of place, and would be printed as words; {hint}"
        for line, text in left
    ]


def test_markdown_of_several_paragraphs_needs_its_own(tmp_path: Path) -> None:
    page = AGREEMENT.replace("       {{ scope }}", "       The work: {{ scope }}")
    built = build(tmp_path, builder="outline", **{"agreements/master.md": page})
    assert told(built) == [
        "deals/d.yaml:8: ERROR: the value 'scope' has several paragraphs, and is used within a line of text; give it a "
        "paragraph of its own where it is used, or write it in one paragraph"
    ]
    assert built.status == 1


# ---- what a deal must and must not say

CASES: dict[str, tuple[str, str, str]] = {
    "given and used nowhere": (
        "setup_fee:", "clauses_unused: 1\n      setup_fee:",
        "deals/d.yaml:12:3: ERROR: no value 'clauses_unused' is declared by 'master' or its clauses",
    ),
    "given, and its clause left out": (
        "regulated: no", "regulated: no\n      period: 2 years\n    clauses: {secrecy: omit}",
        "deals/d.yaml:15:3: WARNING: the deal gives 'period', and nothing in it uses that value; leave it out; "
        "the clause or variant that would use it is not in the deal",
    ),
    "required by another value": (
        "regulated: no", "regulated: yes",
        "deals/d.yaml:5:1: ERROR: the value 'authority' must be given, since regulated; it is: The regulator",
    ),
    "an unknown party as a value": (
        "guarantor: bank", "guarantor: bnak",
        "deals/d.yaml:13:14: ERROR: there is no party 'bnak' in parties/; did you mean 'bank'?",
    ),
    "a wrong type": (
        "EUR 1,250.50", "1,250.50",
        "deals/d.yaml:12:14: ERROR: the value 'setup_fee' must be an amount with its currency like 'EUR 250,000', not",
    ),
    "two clauses of one name": (
        "regulated: no", "regulated: no\n    add: {secrecy: {after: payment}}",
        "deals/d.yaml:15:7: ERROR: 'master' has the clause 'secrecy' already",
    ),
    "an added clause that goes nowhere": (
        "regulated: no", "regulated: no\n    add: {insurance: {after: paymnt, with: {holder: partner}}}",
        "deals/d.yaml:15:19: ERROR: there is no clause or section 'paymnt' for 'insurance' to go after; "
        "did you mean 'payment'?",
    ),
    "an added clause beside one left out": (
        "regulated: no",
        "regulated: no\n    clauses: {secrecy: omit}\n    add: {insurance: {after: secrecy, with: {holder: partner}}}",
        "deals/d.yaml:16:19: ERROR: the clause 'insurance' cannot go after 'secrecy', which this deal leaves out",
    ),
    "an added clause without a place": (
        "regulated: no", "regulated: no\n    add: {insurance: {with: {holder: partner}}}",
        "deals/d.yaml:15:18: ERROR: 'add.insurance' must say where it goes: `after:` or `before:` a clause",
    ),
    "an added clause that is not fitted": (
        "regulated: no", "regulated: no\n    add: {insurance: {after: payment}}",
        "deals/d.yaml:15:7: ERROR: the clause 'insurance' speaks of a role 'holder' that this agreement does not have;",
    ),
    "an added clause that the library does not have": (
        "regulated: no", "regulated: no\n    add: {insurence: {after: payment}}",
        "deals/d.yaml:15:7: ERROR: there is no clause 'insurence' in clauses/; did you mean 'insurance'?",
    ),
    "values for a clause that has none such": (
        "regulated: no", "regulated: no\n    clauses: {secrecy: {values: {perod: 2 years}}}",
        "deals/d.yaml:15:30: ERROR: the clause 'secrecy' declares no value 'perod'; did you mean 'period'?",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_with_a_deal(case: str, tmp_path: Path) -> None:
    old, new, message = CASES[case]
    assert old in DEAL
    found, text = looked(tmp_path, DEAL.replace(old, new, 1))
    assert [line for line in found if line.startswith(message)], found
    assert any(": ERROR: " in line for line in found) == ("ERROR" in message)
    assert "begin on" in text or "must say where it goes" in message, "what is there is shown"


@pytest.mark.parametrize(
    ("fitting", "message"),
    [
        ("payer=company, payee=partner, fee=start", "'fee' of the clause 'payment' is money, and 'start' is date"),
        ("payer=start, payee=partner, fee=setup_fee", "'payer' of the clause 'payment' is a role, and 'start' is none"),
        ("payer=company, payee=partner, fee=company", "'fee' of the clause 'payment' is a value, and 'company' is"),
        ("payer=company, fee=setup_fee", "the clause 'payment' speaks of a role 'payee' that this agreement does not"),
        ("payr=company", "the clause 'payment' speaks of no 'payr'; did you mean 'payer'?"),
        ("payer=compny, payee=partner", "this agreement has no 'compny' to fit 'payer' of the clause 'payment'; did"),
    ],
)  # fmt: skip
def test_a_clause_that_does_not_fit(fitting: str, message: str, tmp_path: Path) -> None:
    page = AGREEMENT.replace("payer=company, payee=partner, fee=setup_fee", fitting)
    found, _ = looked(tmp_path, **{"agreements/master.md": page})
    assert any(line.startswith(f"agreements/master.md:33: ERROR: {message}") for line in found), found


# ---- final deals

FINAL = DEAL.replace("status: draft", "status: final")


def test_a_deal_with_nothing_open_may_be_final(tmp_path: Path) -> None:
    built = build(tmp_path, FINAL, "outline")
    assert (built.messages, built.status) == ("", 0)


FINAL_CASES: dict[str, tuple[str, str, dict[str, str], str]] = {
    "a blank": (
        "start: 2027-01-15", "area: Asia", {},
        "deals/d.yaml:5:1: ERROR: the deal is final, and 'start' (The day it starts) is still blank; "
        "give it under `values:`, or set `status:` back to draft",
    ),
    "a blank that decides": (
        "regulated: no", "area: Asia", {},
        "deals/d.yaml:5:1: ERROR: the deal is final, and 'regulated', which decides what its text says, is still blank",
    ),
    "a role that nobody plays": (
        "company: acme, ", "", {},
        "deals/d.yaml:4:1: ERROR: the deal is final, and nobody plays the role 'company'",
    ),
    "a party without an address": (
        "", "", {"parties/acme.yaml": "name: Acme Ltd\n"},
        "deals/d.yaml:4:11: ERROR: the deal is final, and the address of 'acme' is not known; add it to the",
    ),
    "a draft clause": (
        "", "", {"clauses/secrecy.yaml": FILES["clauses/secrecy.yaml"].replace("approved", "draft")},
        "deals/d.yaml:3:1: ERROR: the deal is final, and its clause 'secrecy' is a draft; have the clause approved, or",
    ),
    "a retired clause": (
        "", "", {"clauses/secrecy.yaml": FILES["clauses/secrecy.yaml"].replace("approved", "retired")},
        "deals/d.yaml:3:1: ERROR: the deal is final, and its clause 'secrecy' is retired",
    ),
    "a placeholder in a clause": (
        "", "", {"clauses/secrecy.yaml": FILES["clauses/secrecy.yaml"].replace("Keep it", "Keep [●]")},
        "clauses/secrecy.yaml:6: ERROR: the deal is final, and there is a placeholder in its text: '[●]'; write what",
    ),
    "a placeholder in a page": (
        "", "", {"agreements/master.md": AGREEMENT.replace("must agree", "must agree").replace(
            "}}, stands in for", "}}, of [insert place] stands in for")},
        "agreements/master.md:28: ERROR: the deal is final, and there is a placeholder in its text: '[insert place]'",
    ),
    "a placeholder in a value": (
        "start: 2027", "area: TBC\n      start: 2027", {},
        "deals/d.yaml:6: ERROR: the deal is final, and there is a placeholder in its text: 'TBC'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FINAL_CASES)
def test_what_keeps_a_deal_from_being_final(case: str, tmp_path: Path) -> None:
    old, new, more, message = FINAL_CASES[case]
    assert old in FINAL
    found, text = looked(tmp_path, FINAL.replace(old, new, 1), **more)
    assert any(line.startswith(message) for line in found), found
    assert "1. Scope" in text, "what is there is shown"


@pytest.mark.parametrize(("old", "new", "more"), [case[:3] for case in FINAL_CASES.values()], ids=list(FINAL_CASES))
def test_a_draft_may_be_open(old: str, new: str, more: dict[str, str], tmp_path: Path) -> None:
    assert looked(tmp_path, DEAL.replace(old, new, 1), **more)[0] == []


# ---- what a deal changes

CHANGED = textwrap.dedent(DEAL) + textwrap.dedent("""
    clauses:
      payment: {variant: net, because: "Orbit pays no VAT"}
      refunds: omit
      secrecy:
        title: Silence
        text: |
          1. Say nothing, {{ company }} and {{ partner }}.
        because: Acme insisted
    add:
      insurance:
        after: payment
        with: {holder: partner}
        values: {cover: "EUR 2,000,000"}
        because: The bank asked for it
      arbitration:
        after: payment
        title: Arbitration
        text: |
          1. Three arbitrators decide, for {{ cover_of_costs }}.
    """)


def test_a_deal_changes_its_clauses(tmp_path: Path) -> None:
    built = build(tmp_path, CHANGED.replace("{{ cover_of_costs }}", "all"))
    assert (built.messages, built.status) == ("", 0)
    words = seen(built)
    assert "2. Payment 2.1 The Company must pay the Partner EUR 1,250.50 net." in words
    assert "3. Insurance 3.1 The Partner must insure EUR 2,000,000." in words
    assert "4. Arbitration 4.1 Three arbitrators decide, for all." in words
    assert "5. Silence 5.1 Say nothing, the Company and the Partner." in words
    assert "Refunds" not in words.replace("refunds", "")


def test_a_fault_in_an_added_clause_is_told_where_it_stands(tmp_path: Path) -> None:
    built = build(tmp_path, CHANGED, "outline")
    assert any(
        line.startswith("deals/d.yaml:34: ERROR: the value 'cover_of_costs' is used here") for line in told(built)
    ), built.messages


def test_departures_are_told(tmp_path: Path) -> None:
    made = project(tmp_path, CHANGED.replace("{{ cover_of_costs }}", "all").replace("start:", "area: Asia\n  start:"))
    outline = made.build("outline").outline("deals/d")
    assert [(each["kind"], each["subject"], each["given"]) for each in outline["deviations"]] == [
        ("variant", "payment", "net"),
        ("omitted", "refunds", ""),
        ("text", "secrecy", ""),
        ("title", "secrecy", "Silence"),
        ("added", "insurance", "after payment"),
        ("clause-value", "insurance.cover", "EUR 2,000,000"),
        ("added", "arbitration", "after payment"),
        ("value", "area", "Asia"),
    ]
    found = whereas.open(made.root).deal("d").agreement.deviations
    assert [(each.side, each.given) for each in found if each.kind == "added"] == [("after", "payment")] * 2
    assert outline["deviations"][0]["because"] == "Orbit pays no VAT"
    assert outline["deviations"][0]["origin"] == "deals/d.yaml:18"
    assert outline["deviations"][-1]["standard"] == "Europe"
    words = seen(made.build("html"))
    assert "8 departures from the template" in words
    assert "Payment stands in its variant “net”. Orbit pays no VAT. deals/d.yaml:18" in words
    assert "Area is “Asia” instead of “Europe”." in words
    text, tex = (
        made.build("text").text("deals/d"),
        (made.build("latex").out / "deals-d.tex").read_text(encoding="utf-8"),
    )
    for said in (text, tex):
        assert "departures" not in said and "Acme insisted" not in said, "no business of what others may get"


def test_a_template_and_a_plain_deal_have_no_departures(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert made.build("outline").outline("deals/d")["deviations"] == []
    assert made.build("outline").outline("agreements/master")["deviations"] == []


def test_a_variant_that_the_template_has_already_is_no_departure(tmp_path: Path) -> None:
    chosen = DEAL.replace("regulated: no", "regulated: no\n    clauses: {payment: net}")
    page = AGREEMENT.replace(":::{clause} payment\n", ":::{clause} payment\n    :variant: net\n")
    assert page != AGREEMENT
    made = project(tmp_path, chosen, **{"agreements/master.md": page})
    assert made.build("outline").outline("deals/d")["deviations"] == []


def test_a_deal_may_leave_out_what_the_words_place_that_it_brings(tmp_path: Path) -> None:
    """What a deal decides under `clauses:` holds for every clause that a text of the agreement places."""
    own = "\n    add:\n      more:\n        after: payment\n        title: More\n        text: |\n          "
    text = "1. More.\n\n          :::{clause} insurance\n          :with: holder=partner\n          :::\n"
    built = build(tmp_path, DEAL.replace("regulated: no", f"regulated: no{own}{text}"))
    assert "must insure" in seen(built)
    (tmp_path / "left").mkdir()
    left = f"regulated: no{own}{text}    clauses: {{insurance: omit}}"
    built = build(tmp_path / "left", DEAL.replace("regulated: no", left))
    assert (built.messages, built.status) == ("", 0)
    assert "must insure" not in seen(built)


def test_an_added_clause_may_go_before_and_after_sections_of_the_page(tmp_path: Path) -> None:
    deal = DEAL.replace(
        "regulated: no", "regulated: no\n    add: {insurance: {before: scope, with: {holder: partner}}}"
    )
    words = seen(build(tmp_path, deal), "deals/d")
    assert words.index("1. Insurance") < words.index("2. Scope")


# ---- many deals


def test_deals_in_folders_and_in_json(tmp_path: Path) -> None:
    deal: dict[str, Any] = {
        "agreement": "master",
        "parties": {"company": "acme", "partner": ["orbit"]},
        "values": {"start": "2027-01-15", "setup_fee": {"amount": 1250.50, "currency": "EUR"}, "regulated": False},
        "clauses": {"secrecy": "omit", "refunds": {"omit": True}},
    }
    made = project(tmp_path, **{"deals/2027/q1/one.json": json.dumps(deal, indent=1)})
    made.write({"index.md": "# Home\n\n```{toctree}\n:glob:\nagreements/*\ndeals/**\nclauses/*\nparties/*\n```\n"})
    built = made.build()
    assert (built.messages, built.status) == ("", 0)
    words = seen(built, "deals/2027/q1/one")
    assert "begin on 15 January 2027 in Europe" in words
    assert "pay the Partner EUR 1,250.50 within" in words.replace("EUR 1,250.5 ", "EUR 1,250.50 ")
    assert re.search(r'deals/2027/q1/one.json:\d+" data-fact="start"', built.page("deals/2027/q1/one"))


def test_an_edited_party_is_read_again_wherever_it_is_named(tmp_path: Path) -> None:
    made = project(tmp_path)
    made.build()
    made.write({"parties/bank.yaml": "name: Other Bank SA\naddress: [Rue 8, Paris]\n"})
    again = made.build()
    assert "Other Bank SA, Rue 8, Paris, stands in" in again.words("deals/d")
    clean = project(tmp_path / "clean", **{"parties/bank.yaml": "name: Other Bank SA\naddress: [Rue 8, Paris]\n"})
    assert clean.build().page("deals/d") == again.page("deals/d")


def test_a_deal_with_a_page_of_its_own_beside_it(tmp_path: Path) -> None:
    page = "---\ndeal: d\n---\n# Own\n\n:::{agreement}\n:::\n"
    made = project(tmp_path, **{"deals/d.md": page, "index.json": "{}"})
    built = made.build()
    assert (built.messages, built.status) == ("", 0)
    assert "begin on 15 January 2027" in seen(built)
