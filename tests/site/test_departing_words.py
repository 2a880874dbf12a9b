"""A deal's page shows each clause that departs against the standard text, in the deal's own facts; only to us."""

from __future__ import annotations

import re

import pytest
from projects import Begun, assert_as_clean, visible

import whereas
from whereas.agreement.compared import compare_agreements

FILES = {
    "agreements/x.md": """
        ---
        agreement:
          roles: {buyer: Buyer}
          values:
            fee: {type: money, default: EUR 10}
            area: {type: text}
        ---
        # Supply Agreement

        :::{clause} scope
        :::
        :::{clause} secrecy
        :::
        :::{clause} extras
        :::
        :::{clause} payment
        :::

        {.schedule}
        ## Places
        1. The places are in {{ area }}.

        :::{clause} visits
        :::

        {.unnumbered}
        ## Sheet
        :::{key-terms}
        :::
        """,
    "clauses/scope.yaml": """
        title: Scope
        text: |
          1. {{ buyer }} buys in {{ area }}, as {clause}`payment.due` says.
          {% if included("extras") %}1. {{ buyer }} buys extras.
          {% endif %}
        """,
    "clauses/secrecy.yaml": """
        title: Secrecy
        text: |
          1. {{ buyer }} keeps secrets for {{ fee }}:
             1. of the seller;
             1. of its staff; and
             1. of others.
          1. Nobody else is bound.
          1. It ends as {clause}`payment` says.
        variants:
          long:
            title: Long secrecy
            text: |
              1. {{ buyer }} keeps secrets for {{ fee }}:
                 1. of the seller;
                 1. of its customers; and
                 1. of others.
              1. Nobody else is bound.
              1. It ends as {clause}`payment` says.
              1. It lasts for ever.
        """,
    "clauses/extras.yaml": "title: Extras\ntext: |\n  1. Extras cost {{ fee }} in {{ area }}.\n",
    "clauses/payment.yaml": "title: Payment\ntext: |\n  1. {#due}\n     {{ buyer }} pays {{ fee }}.\n",
    "clauses/visits.yaml": "title: Visits\ntext: |\n  1. {{ buyer }} may visit each place.\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/d.yaml": """
        agreement: x
        parties: {buyer: acme}
        values: {fee: EUR 12, area: Kent}
        clauses:
          secrecy: long
          extras: omit
          visits: {text: "1. {{ buyer }} may visit each place by day.", because: BECAUSECANARY}
        add:
          audit: {after: payment, title: Audit, text: "1. {{ buyer }} may look at the books."}
        """,
    "deals/plain.yaml": "agreement: x\nparties: {buyer: acme}\nvalues: {fee: EUR 12, area: Kent}\n",
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    return Begun(tmp_path_factory.mktemp("departing"), FILES)


@pytest.fixture(scope="module")
def page(begun: Begun) -> str:
    return begun.again().build().page("deals/d")


def comparisons(page: str) -> dict[str, str]:
    """The words of each comparison, by its anchor; what was removed in [-brackets-], what was added in [+brackets+]."""
    found = re.findall(r'<details class="wh-compared">(.*?)</details>', page, re.DOTALL)
    marked = (re.sub(r"<del>(.*?)</del>", r"[-\1-]", re.sub(r"<ins>(.*?)</ins>", r"[+\1+]", each)) for each in found)
    return {re.findall(r'id="compared-([a-z-]+)"', each)[0]: visible(each.partition('id="')[2]) for each in marked}


def test_a_variant_in_place_with_the_facts_of_the_deal(page: str) -> None:
    assert comparisons(page)["secrecy"].partition(">")[2].strip() == (
        "[-Secrecy-] [+Long secrecy+] 2.1 The Buyer keeps secrets for EUR 12: (a) of the seller; "
        "(b) of its [-staff-] [+customers+]; and 3 paragraphs unchanged 2.4 [+It lasts for ever.+]"
    )


def test_what_follows_from_it_elsewhere_is_shown_too(page: str) -> None:
    assert "[-The Buyer buys extras.-]" in comparisons(page)["scope"]


def test_words_of_ones_own(page: str) -> None:
    assert "The Buyer may visit each place [+by day+]." in comparisons(page)["visits"]


def test_what_is_left_out_stands_in_the_list(page: str) -> None:
    (told,) = re.findall(r'<details class="wh-departures"[^>]*>.*?</ul>\n</details>', page, re.DOTALL)
    assert list(comparisons(told)) == ["extras"]
    assert "[-Extras cost EUR 12 in Kent.-]" in comparisons(told)["extras"]


def test_clauses_alike_and_sheets_are_not_compared(page: str) -> None:
    assert sorted(comparisons(page)) == ["extras", "scope", "secrecy", "visits"]


def test_list_and_passport_lead_to_it(page: str) -> None:
    (told,) = re.findall(r'<details class="wh-departures"[^>]*>.*?</ul>\n</details>', page, re.DOTALL)
    assert re.findall(r'href="#(compared-[a-z]+)">Compare<', told) == ["compared-secrecy", "compared-visits"]
    passports = re.findall(r'<details class="wh-passport".*?</details>', page, re.DOTALL)
    assert [re.findall(r'href="#(compared-\w+)"', each) for each in passports if "compared-" in each] == [
        ["compared-secrecy"],
        ["compared-visits"],
    ]


def test_what_the_template_leaves_open_is_settled_and_no_departure(begun: Begun) -> None:
    page = begun.again().build().page("deals/plain")
    (told,) = re.findall(r'<details class="wh-departures wh-settled">.*?</details>', page, re.DOTALL)
    assert visible(told) == "One value settled that the template leaves open Area: Kent deals/plain.yaml:3"
    assert "One departure from the template" in visible(page), "the fee, which has a default"


def test_a_deal_that_decides_nothing_has_none(begun: Begun) -> None:
    assert "wh-compared" not in begun.again().build().page("deals/plain")


def test_others_see_none_of_it(begun: Begun) -> None:
    built = begun.again().build(out="-external", whereas_audience="external")
    assert "wh-compared" not in built.page("deals/d") and "wh-settled" not in built.page("deals/d")
    told = {name for name, text in built.files().items() if b"Extras cost EUR 12" in text}
    assert told and not {name for name in told if "deals/d" in name}


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_it_is_on_no_paper(begun: Begun, builder: str) -> None:
    built = begun.again(builder).build(builder)
    text = "".join(path.read_text() for path in built.out.rglob("*d.t*"))
    assert "of its customers" in text and "of its staff" not in text and "Extras cost" not in text


def test_the_standard_text_edited_is_compared_anew(begun: Begun) -> None:
    project = begun.again()
    project.build()
    clause = project.root / "clauses/secrecy.yaml"
    clause.write_text(clause.read_text().replace("of its staff", "of its friends"))
    page = assert_as_clean(project).page("deals/d")
    assert "[-friends-] [+customers+]" in comparisons(page)["secrecy"]


def test_a_clause_left_out_edited_is_compared_anew(begun: Begun) -> None:
    project = begun.again()
    project.build()
    clause = project.root / "clauses/extras.yaml"
    clause.write_text(clause.read_text().replace("Extras cost", "All extras cost"))
    assert "All extras cost" in comparisons(assert_as_clean(project).page("deals/d"))["extras"]


# ---- the comparison itself, of two agreements


def test_two_agreements_clause_by_clause(begun: Begun) -> None:
    project = whereas.open(begun.again().root)
    found = compare_agreements(project.deal("plain").agreement, project.deal("d").agreement)
    assert [(each.name, each.kind, each.changed) for each in found] == [
        ("", "same", False),
        ("scope", "same", True),
        ("secrecy", "same", True),
        ("extras", "removed", True),
        ("payment", "same", False),
        ("audit", "added", True),
        ("places", "same", False),
        ("visits", "same", True),
        ("sheet", "same", False),
    ]


def test_an_agreement_against_itself(begun: Begun) -> None:
    agreement = whereas.open(begun.again().root).deal("d").agreement
    assert not any(each.changed or each.rows for each in compare_agreements(agreement, agreement))


def test_what_one_adds_the_other_lacks(begun: Begun) -> None:
    project = whereas.open(begun.again().root)
    one, other = project.deal("plain").agreement, project.deal("d").agreement
    there = {each.name: each.kind for each in compare_agreements(one, other)}
    back = {each.name: each.kind for each in compare_agreements(other, one)}
    turned = {"added": "removed", "removed": "added", "same": "same"}
    assert back == {name: turned[kind] for name, kind in there.items()}
