"""What checks find, what the policy says, and how far deals have come, on the pages of a site for readers inside."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from projects import CONF, Project, visible

from whereas.__main__ import main

FILES = {
    "index.md": """
        # Home

        ```{toctree}
        :glob:
        agreements/*
        deals/*
        clauses/*
        parties/*
        house/*
        ```

        ```{dashboard}
        ```

        ```{records} agreements
        ```

        ```{records} clauses
        ```
        """,
    "house/checks.md": "# Checks\n\n```{records} checks\n```\n",
    "house/policy.md": "# Policy\n\n```{records} policy\n```\n",
    "agreements/sale.md": """
        ---
        agreement:
          roles: {seller: Seller, buyer: Buyer}
          values: {fee: {type: money}, law: {type: text}}
        ---
        # Sale

        {.parties}
        ## Parties
        ```{parties}
        ```

        ## Price
        1. The fee is {{ fee }} under the law of {{ law }}.
        1. The seller delivers the the goods.

        ```{clause} duty
        ```
        """,
    "clauses/duty.yaml": """
        title: Duty
        summary: Says who delivers.
        owner: Legal
        status: draft
        text: 1. The seller repairs the goods prior to delivery.
        """,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "parties/orbit.yaml": "name: Orbit Ltd\n",
    "policy.yaml": """
        rules:
          fee-low:
            must: fee <= "EUR 500"
            message: The fee is high.
            approval: [CFO, General Counsel]
          law-ours:
            must: law == "Spain"
            message: The law is another.
        """,
    "deals/one.yaml": """
        agreement: sale
        title: The first
        parties: {seller: acme}
        values: {fee: EUR 900}
        """,
}
FILES = {name: dedent(text).lstrip("\n") for name, text in FILES.items()}
EXCEPTED = FILES["deals/one.yaml"] + "exceptions: {fee-low: {because: Paid at once, approved_by: CFO}}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("site"))
    made.write(FILES)
    return made


def words(project: Project, page: str, out: str = "") -> str:
    """What a page says."""
    return visible(project.build(out=out).page(page))


def test_the_page_of_checks_tells_what_the_command_does(site: Project, capsys: pytest.CaptureFixture[str]) -> None:
    said = words(site, "house/checks")
    main(["--root", str(site.root), "check", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert len(found) > 4
    for each in found:
        assert each["message"] in said and f"{each['file']}:{each['line']}" in said, each
    assert said.count("Warning") == sum(each["severity"] == "warning" for each in found)


def test_each_card_has_a_count(site: Project) -> None:
    page = site.build().page("index")
    deal, template, clause = page.split("sd-card-title")[1:4]
    assert "3 warnings, 2 for information" in visible(deal) and "house/checks.html" in deal
    assert "2 warnings" in visible(template)
    assert "1 for information" in visible(clause)


def test_a_deal_tells_how_far_it_has_come(site: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """On its page, on the dashboard and in the command alike."""
    main(["--root", str(site.root), "check", "one"])
    lines = capsys.readouterr().out.splitlines()
    start = lines.index("one: 7 steps to signature (0 of 7 done)")
    steps = [line[8:].lstrip("] ") for line in lines[start + 1 :] if "[ ]" in line]
    page, card = words(site, "deals/one"), words(site, "index")
    assert len(steps) == 7
    for step in steps:
        assert step in page, step
    assert "7 steps to signature" in page and "7 steps to signature" in card
    assert steps[0] == "Say who plays 1 role" and steps[0] in card


def test_what_is_done_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = Project(tmp_path)
    clean = FILES["agreements/sale.md"].replace("the the", "the")
    signed = clean + "\n{.unnumbered}\n## Signatures\n```{signatures}\n```\n"
    party = "name: {} Ltd\nentity: private company\njurisdiction: Spain\naddress: [1 Sea Road, Dover]\n"
    parties = "{seller: acme, buyer: {party: orbit, signatories: [{name: Ada Moreau}]}}"
    deal = FILES["deals/one.yaml"].replace("{seller: acme}", parties).replace("EUR 900", "EUR 400, law: Spain")
    project.write(
        {
            **FILES,
            "agreements/sale.md": signed,
            "clauses/duty.yaml": FILES["clauses/duty.yaml"].replace("draft", "approved"),
            "deals/one.yaml": deal,
            "parties/acme.yaml": f"{party.format('Acme')}signatories: [{{name: Ben Novak}}]\n",
            "parties/orbit.yaml": party.format("Orbit"),
        }
    )
    assert main(["--root", str(tmp_path), "check", "one"]) == 0
    said = capsys.readouterr().out
    assert "one: 1 step to signature (6 of 7 done)" in said
    assert "7. [ ] Set the status to final" in said
    project.write({"deals/one.yaml": deal + "status: final\n"})
    assert main(["--root", str(tmp_path), "check", "--deal", "one"]) == 0
    assert "one: Ready to sign (7 of 7 done)" in capsys.readouterr().out
    assert "Ready to sign" in words(project, "deals/one")
    project.write({"policy.yaml": "rules: ["})
    assert main(["--root", str(tmp_path), "check", "--deal", "one"]) == 1
    said = capsys.readouterr().out
    assert "one: 1 step to signature (6 of 7 done)" in said and "4. [ ] " in said
    for _ in range(2):  # told in every build
        built = project.build()
        assert (built.messages.count("policy.yaml:1:9"), built.status) == (1, 1)
        assert "1 step to signature" in visible(built.page("deals/one"))
        assert "policy.yaml cannot be read" in visible(built.page("house/policy"))
    outside = project.build(out="-outside", whereas_audience="external")
    assert (outside.messages, outside.status) == ("", 0)


def test_the_policy_is_a_table(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({**FILES, "deals/two.yaml": EXCEPTED.replace("first", "second")})
    page = project.build().page("house/policy")
    said = visible(page)
    assert "2 rules, 2 deals: Broken 1, Excepted 1, Open 2." in said
    rows = page.split("<tr")[2:4]
    assert ['aria-label="Broken"' in rows[0], 'aria-label="Excepted"' in rows[1]] == [True, True]
    assert all('aria-label="Open"' in row for row in rows)
    assert "The fee is high. fee = EUR 900" in said
    assert "Paid at once. Approved by CFO." in said
    assert 'Must hold fee <= "EUR 500"' in said
    assert "Exceptions are approved by CFO or General Counsel" in said
    assert "Nobody may approve an exception" in said


@pytest.mark.parametrize(
    ("edit", "page", "now"),
    [
        ({"policy.yaml": FILES["policy.yaml"].replace("EUR 500", "EUR 950")}, "house/policy", "Kept 1, Open 1."),
        ({"deals/one.yaml": EXCEPTED}, "house/policy", "Excepted 1, Open 1."),
        ({"deals/one.yaml": FILES["deals/one.yaml"].replace("acme", "acme, buyer: orbit")}, "index", "6 steps to"),
        (
            {"parties/goods.yaml": "name: Goods Ltd\naddress: [seller delivers]\n"},
            "house/checks",
            "'seller delivers' is of 'goods'",
        ),
        ({"parties/acme.yaml": "name: The fee\n"}, "house/checks", "'The fee', which is of 'acme', is typed"),
        (
            {"agreements/sale.md": FILES["agreements/sale.md"].replace(
                "1. The seller d", "% whereas: ignore doubled-word -- a quotation\n\n1. The seller d")},
            "house/checks",
            "a quotation",
        ),
        ({"conf.py": CONF + "whereas_checks = {'doubled-word': 'error'}\n"}, "house/checks", "1 error,"),
        ({"clauses/duty.yaml": FILES["clauses/duty.yaml"].replace("owner: Legal\n", "")}, "house/checks", "nobody ans"),
    ],
)  # fmt: skip
def test_an_edit_is_seen_at_once(tmp_path: Path, edit: dict[str, str], page: str, now: str) -> None:
    """The next build is what a clean one would be."""
    project = Project(tmp_path)
    project.write(FILES)
    assert now not in words(project, page)
    project.write(edit)
    assert now in words(project, page)
    assert project.build().files() == project.build(out="-clean").files()


def test_readers_outside_see_nothing_of_it(site: Project) -> None:
    built = site.build(out="-x", whereas_audience="external")
    for page in ("index", "deals/one", "house/checks", "house/policy"):
        said = visible(built.page(page))
        assert not {"signature", "fee-low", "warning", "doubled-word"} & set(said.split()), page
    latex = site.build("latex", only=())
    assert "steps to signature" not in "".join(path.read_text("utf-8") for path in latex.out.glob("*.tex"))
