"""Passports, guidance and the head of an agreement's page: what is told of the contract, to whom, and nowhere else."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from projects import Built, Project, visible

FILES = {
    "agreements/x.md": """
        ---
        agreement:
          roles: {company: Company, partner: Partner}
          values:
            effective_date: {type: date, about: The day it starts}
            fee: {type: money, default: EUR 10}
            area: {type: text}
        ---
        # Supply Agreement

        :::{clause} secrecy
        :::
        :::{clause} payment/terms
        :::

        ## Scope
        1. It starts on {{ effective_date }}, costs {{ fee }} in {{ area }} and {{ area }}, and {{ fee }} again.

        {.unnumbered}
        ## Sheet
        :::{key-terms}
        :::
        """,
    "clauses/secrecy.yaml": """
        title: Secrecy <now>
        status: approved
        version: "1.2"
        owner: OWNERCANARY
        values: {term: {type: duration, default: 3 years}}
        text: |
          1. {#duty}
             Keep secrets for {{ term }}.
        variants:
          one-way: {summary: One way., text: "1. {#duty}\\n   The Partner keeps secrets.\\n"}
        guidance: |
          GUIDECANARY: see {clause}`.duty` and {clause}`terms.due`, and keep {{ term }}.

          1. A list.
        """,
    "clauses/payment/terms.yaml": """
        title: Payment
        status: draft
        text: |
          1. Pay.
        """,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "parties/bolt.yaml": "name: Bolt AG\n",
    "deals/d.yaml": """
        agreement: x
        title: The deal
        reference: REF-1
        version: "0.4"
        status: draft
        parties: {company: acme, partner: bolt}
        values: {effective_date: 2027-01-15, fee: EUR 12}
        clauses:
          secrecy: {variant: one-way, because: BECAUSECANARY}
        """,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("passports"))
    project.write(FILES)
    made = project.build()
    assert made.messages == ""
    return made


@pytest.fixture(scope="module")
def external(tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("external"))
    project.write(FILES)
    return project.build(whereas_audience="external")


def passports(page: str) -> list[str]:
    return [visible(each) for each in re.findall(r'<details class="wh-passport".*?</details>', page, re.DOTALL)]


def test_each_clause_has_its_passport(built: Built) -> None:
    first, second = passports(built.page("agreements/x"))
    assert first == ("secrecy 1.2 Clause secrecy Variant standard Version 1.2 Status approved Owner OWNERCANARY")
    assert second == "payment/terms Clause payment/terms Variant standard Status draft"


def test_it_leads_to_the_library(built: Built) -> None:
    assert '<dd><a href="../clauses/payment/terms.html">payment/terms</a></dd>' in built.page("agreements/x")


def test_a_departure_is_told_with_its_reason(built: Built) -> None:
    first, second = passports(built.page("deals/d"))
    assert "Departs" in first and "Stands in its variant “one-way”. BECAUSECANARY." in first
    assert "Departs" not in second


def test_others_see_id_and_version_alone(external: Built) -> None:
    assert passports(external.page("deals/d")) == [
        "secrecy 1.2 Clause secrecy Version 1.2",
        "payment/terms Clause payment/terms",
    ]


def test_guidance_is_there_for_us_and_told_apart(built: Built) -> None:
    (guide,) = re.findall(r'<details class="wh-guide">.*?</details>', built.page("deals/d"), re.DOTALL)
    said = visible(guide).replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith("Guidance not part of the agreement GUIDECANARY: see clause ")
    assert said.endswith(", and keep 3 years. 1. A list.")


def test_nothing_of_ours_is_in_the_pages_of_others(external: Built) -> None:
    for docname in ("agreements/x", "deals/d"):
        page = external.page(docname) + (external.out / f"_data/{docname}.json").read_text()
        for told in (
            "OWNERCANARY",
            "GUIDECANARY",
            "BECAUSECANARY",
            "approved",
            ".yaml:",
            ".md:",
            "Written in",
            "departure",
        ):
            assert told not in page, told


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_no_other_output_has_any_of_it(builder: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    made = project.build(builder)
    words = b"".join(text for name, text in made.files().items() if "clauses" not in name and "deal" in name)
    assert words and b"OWNERCANARY" not in words and b"GUIDECANARY" not in words


def test_the_search_index_has_guidance_once(built: Built) -> None:
    index = (built.out / "searchindex.js").read_text()
    terms = json.loads(index.removeprefix("Search.setIndex(").rstrip().removesuffix(")"))
    assert isinstance(terms["terms"]["guidecanari"], int), "the page of the clause"


# ---- the head of the page


def test_the_head_says_who_and_what(built: Built) -> None:
    card = built.words("deals/d")
    for words in (
        "Acme Ltd the Company",
        "Effective date 15 January 2027",
        "Fee EUR 12",
        "REF-1",
        "Version 0.4",
        "Draft",
    ):
        assert words in card
    assert "Still open 1 3.1 Area" in card
    assert "From the template Supply Agreement" in card


def test_the_data_is_there_to_take_along(built: Built) -> None:
    assert 'href="../_data/deals/d.json" download' in built.page("deals/d")
    outline = json.loads((built.out / "_data/deals/d.json").read_text())
    assert outline["title"] == "Supply Agreement" and outline["values"]["fee"]["text"] == "EUR 12"


def test_data_of_a_deal_that_is_gone_goes(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    made = project.build()
    (tmp_path / "deals/d.yaml").unlink()
    project.build()
    assert not (made.out / "_data/deals/d.json").exists() and (made.out / "_data/agreements/x.json").exists()


def test_a_fact_says_once_what_it_is(built: Built) -> None:
    page = built.page("deals/d")
    assert page.count("default, clauses/secrecy.yaml:") <= 1
    assert re.search(r'<bdi data-fact="fee">EUR\xa012</bdi>', page)


def test_a_term_is_one_stop_for_the_tab_key_in_a_provision(tmp_path: Path) -> None:
    project = Project(tmp_path)
    text = "## One\n1. A {define}`Widget` is a thing.\n1. A Widget and a Widget:\n   1. a Widget;\n"
    project.write({"agreements/a.md": f"---\nagreement:\n---\n# A\n\n{text}"})
    links = re.findall(r'<a href="#[^>]*>(?=Widget)', project.build().page("agreements/a"))
    assert [("tabindex" in link) for link in links] == [False, True, False]


def test_the_foot_of_the_paper_is_that_of_the_contract(built: Built) -> None:
    assert re.search(r'@bottom-left { content: "REF-1, draft 0\.4, [0-9a-f ]{14}" }', built.page("deals/d"))


def test_no_text_breaks_out_of_the_foot(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        FILES | {"deals/d.yaml": 'agreement: x\nreference: "R\\"}</style><b>\\\\"\nparties: {company: acme}\n'}
    )
    [style] = re.findall(r"<style>@page.*?</style>", project.build().page("deals/d"))
    said = 'content: "R\\22 \\7d \\3c /style\\3e \\3c b\\3e \\5c , draft, '
    assert re.fullmatch(re.escape("<style>@page { @bottom-left { " + said) + r'[0-9a-f ]{14}" \} \}</style>', style)


# ---- from which commit


def git(root: Path, *command: str) -> None:
    name = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    subprocess.run(["git", "-C", str(root), *name, *command], check=True, capture_output=True)


def test_the_head_says_from_which_commit(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    assert "Built from" not in project.build().words("deals/d"), "outside of git"
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "conf.py", "index.md", "agreements", "clauses", "deals", "parties")
    git(tmp_path, "commit", "-qm", "one", "--date", "2027-01-02T03:04:05")
    made = project.build()
    told = re.search(r"Built from ([0-9a-f]{7,}), \d{4}-\d\d-\d\d", made.words("deals/d"))
    assert told and "with changes" not in made.words("deals/d"), "what is built there is no change"
    assert made.files() == project.build(out="clean").files()
    project.write({"clauses/new.yaml": "title: New\ntext: |\n  1. New.\n"})
    assert f"{told[0]}, with changes" in project.build().words("deals/d")
    assert "Built from" not in project.build(out="e", whereas_audience="external").words("deals/d")
