"""Defined terms: collected, cut down to those used, linked, and what is wrong with them."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from projects import Built, Project

import whereas

AGREEMENT = """
    ---
    agreement:
      roles: {company: Company, partner: Partner}
      values:
        hours: {type: text, default: Office Hours}
    ---
    # Service Agreement

    {.parties}
    ## Parties
    :::{parties}
    :::

    ## Definitions
    1. In this agreement:

       :::{definitions}
       :::

    :::{clause} services
    :::

    :::{clause} secrecy
    :::

    {#costs}
    ## Costs of Services
    1. **Services.** {{ company }} pays each (a {define}`Cost <Charge>`) in {{ hours }}. Services end on a Sunday.
    1. No Charge is paid twice; the Partner's Affiliates may ask for {no-term}`Services` in print.
    1. See [the Services](https://example.com/Services) and `Services`, {clause}`services`.
    """
FILES = {
    "agreements/service.md": AGREEMENT,
    "clauses/services.yaml": """
        title: Services and more
        definitions:
          Services: the work that an Affiliate orders within {{ period }}
          Idle Word: a word that nobody uses
          Office Hours: the hours of a Business Day
          Business Day: a day that is no Sunday
        values:
          period: {type: duration, default: 3 days}
        text: |
          1. {#work}
             The Partner provides the Services. All services are good.
        """,
    "clauses/secrecy.yaml": """
        title: Secrecy
        definitions:
          Affiliate: a company that controls a party
          Confidential Information:
            text: all information that a party marks
            also: [CI]
            variants: [Secret Stuff]
        text: |
          1. {#duty}
             Keep the Confidential Information, each Affiliate's CI and all Secret Stuff.
        """,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "parties/orbit.yaml": "name: Orbit Ltd\n",
    "deals/d.yaml": "agreement: service\nparties: {company: acme, partner: orbit}\n",
}


def project(tmp_path: Path, **more: str) -> Project:
    made = Project(tmp_path)
    made.write({**FILES, **more})
    return made


def told(built: Built) -> list[str]:
    return [re.sub(r" \[whereas\..*\]$", "", line) for line in built.messages.splitlines()]


def defined(built: Built, docname: str = "agreements/service") -> list[str]:
    """The terms listed, in order."""
    found = re.findall(r'<div class="wh-definition"[^>]*>.*?<dfn>(.*?)</dfn>', built.page(docname), re.DOTALL)
    return list(found)


def linked(built: Built, docname: str = "agreements/service") -> list[tuple[str, str]]:
    """The uses that are links: words, and what they lead to."""
    body = built.page(docname).split('class="wh-definitions"', 1)[-1]
    body = re.sub(r'<p class="wh-(?:cited|uses)">.*?</p>', "", body)
    return re.findall(r'<a href="#([^"]+)"[^>]*>(.*?)</a>', body)


# ---- collecting


def test_the_definitions_used_and_no_others(tmp_path: Path) -> None:
    built = project(tmp_path).build()
    assert (built.messages, built.status) == ("", 0)
    assert defined(built) == [
        "Affiliate",
        "Business Day",
        "Confidential Information",
        "Cost",
        "Office Hours",
        "Services",
    ]
    words = built.words("agreements/service")
    assert "“Affiliate” means a company that controls a party." in words
    assert "“Confidential Information” or “CI” means all information that a party marks." in words
    assert "“Cost” has the meaning given in clause 4.1." in words
    assert "(a “Cost” or “Charge”)" in words
    assert "Idle" not in words


def test_what_the_text_defines_elsewhere_need_not_be_listed(tmp_path: Path) -> None:
    page = AGREEMENT.replace(":::{definitions}\n", ":::{definitions}\n       :brought:\n")
    built = project(tmp_path, **{"agreements/service.md": page}).build()
    assert (built.messages, built.status) == ("", 0)
    assert "Affiliate" in defined(built) and "Cost" not in defined(built)
    assert "“Cost” has the meaning" not in built.words("agreements/service")
    assert ("costs-1", "Charge") in linked(built), "it is a term all the same"


def test_leaving_a_clause_out_drops_what_nothing_else_uses(tmp_path: Path) -> None:
    deal = FILES["deals/d.yaml"] + "clauses: {secrecy: omit}\n"
    built = project(tmp_path, **{"deals/d.yaml": deal}).build()
    found = defined(built, "deals/d")
    assert "Confidential Information" not in found
    assert "Affiliate" not in found, "defined by the clause that is left out"
    # which the agreement still uses: said, not hidden
    message = "'Affiliate' is used here, but this agreement does not define it; define it, use the clause"
    assert [line for line in told(built) if message in line]


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (":also: Idle Word", ["Affiliate", "Business Day", "Confidential Information", "Cost", "Idle Word",
                              "Office Hours", "Services"]),
        (":only: Affiliate, Services", ["Affiliate", "Services"]),
    ],
)  # fmt: skip
def test_options(tmp_path: Path, option: str, expected: list[str]) -> None:
    page = AGREEMENT.replace(":::{definitions}\n", f":::{{definitions}}\n       {option}\n")
    assert defined(project(tmp_path, **{"agreements/service.md": page}).build()) == expected


def test_an_option_names_a_term_that_there_is(tmp_path: Path) -> None:
    page = AGREEMENT.replace(":::{definitions}\n", ":::{definitions}\n       :also: Afiliate\n")
    built = project(tmp_path, **{"agreements/service.md": page}).build("outline")
    assert told(built) == [
        "agreements/service.md:17: ERROR: no definition of 'Afiliate' is in this agreement to be listed; "
        "did you mean 'Affiliate'?"
    ]


def test_alike_is_one_and_unlike_is_an_error(tmp_path: Path) -> None:
    same = FILES["clauses/secrecy.yaml"].replace(
        "definitions:", "definitions:\n          Business Day: a day that is no Sunday"
    )
    built = project(tmp_path, **{"clauses/secrecy.yaml": same}).build()
    assert built.messages == "" and defined(built).count("Business Day") == 1
    other = same.replace("no Sunday", "no Monday")
    built = project(tmp_path, **{"clauses/secrecy.yaml": other}).build()
    assert (
        "clauses/secrecy.yaml:3:3: ERROR: the term 'Business Day' is defined otherwise here than in clauses/"
        in told(built)[0]
    )


# ---- linking


def test_uses_lead_to_their_definitions(tmp_path: Path) -> None:
    found = linked(project(tmp_path).build())
    assert ("term-services", "Services") in found
    assert ("term-affiliate", "Affiliate") in found
    assert ("term-confidential-information", "CI") in found
    assert ("term-confidential-information", "Secret Stuff") in found
    assert ("term-affiliate", "Affiliates") in found, "plural"
    assert ("party-partner", "Partner") in found or ("party-partner", "The Partner") in found
    assert ("term-cost", "Charge") in found
    assert ("term-business-day", "Business Day") in found, "inside another definition"


def test_what_is_no_use_is_not_linked(tmp_path: Path) -> None:
    page = project(tmp_path).build().page("agreements/service")
    body = page[page.index("Costs of") :]
    assert body.count('href="#term-services">Services</a>') == 1, "only where a sentence begins with the term"
    assert "<strong>Services.</strong>" in page, "a heading that opens a provision"
    assert "in print" in page and "for Services in print" in re.sub(r"<[^>]+>", "", page)
    assert "All services are good" in re.sub(r"<[^>]+>", "", page)
    assert re.search(r'<dfn>Services</dfn>” means the work that an <a href="', page)


def test_linking_changes_no_words(tmp_path: Path) -> None:
    made = project(tmp_path)
    text, page = made.build("text").text("agreements/service"), made.build("html").words("agreements/service")
    outline = made.build("outline").outline("agreements/service")
    assert len(outline["provisions"]) > 5
    for each in outline["provisions"]:
        if "means" not in each["text"]:  # on the site a definition also tells its uses
            assert each["text"] in page
            assert each["text"] in text.replace("*", "").replace('"', "")


def test_a_definition_tells_where_it_is_used(tmp_path: Path) -> None:
    made = project(tmp_path)
    words = made.build().words("agreements/service")
    assert re.search(
        r"“Confidential Information” or “CI” means all information that a party marks\. Used in 3\.1", words
    )
    assert re.search(r"“Services” means [^.]*\. Used in 2\.1 and 4\.1", words)
    terms = {each["term"]: each for each in made.build("outline").outline("agreements/service")["terms"]}
    assert terms["Services"]["uses"] == ["services-work", "costs-1"]
    assert terms["Cost"]["text"] == "“Cost” has the meaning given in clause 4.1."


def test_the_pdf_has_links_without_a_look_of_their_own(tmp_path: Path) -> None:
    tex = (project(tmp_path).build("latex").out / "service.tex").read_text(encoding="utf-8")
    assert re.search(r"\\LegalUse\{[^ ]*term-services\}+\{Services\}", tex)
    assert "Used in" not in tex


@pytest.mark.parametrize("form", ["paragraphs", "table", "numbered"])
def test_the_style_sets_definitions(tmp_path: Path, form: str) -> None:
    page = AGREEMENT.replace("  roles:", f"  style: {{like: uk, definitions: {form}}}\n      roles:")
    made = project(tmp_path, **{"agreements/service.md": page})
    built = made.build()
    assert (built.messages, built.status) == ("", 0)
    words = built.words("agreements/service")
    said = {
        "paragraphs": "“Affiliate” means a company that controls a party.",
        "table": "“Affiliate” a company that controls a party.",
        "numbered": "(a) “Affiliate” means a company that controls a party.",
    }
    assert said[form] in words
    assert re.search(r'<a href="#term[.-]affiliate">Affiliate', built.page("agreements/service"))
    made.build("latex")


def test_an_index_of_terms(tmp_path: Path) -> None:
    page = AGREEMENT + "\n    {.unnumbered}\n    ## Index\n    :::{term-index}\n    :::\n"
    made = project(tmp_path, **{"agreements/service.md": page})
    words = made.build().words("agreements/service")
    index = words[words.index("Term Defined in Used in") :]
    assert "Affiliate 1.1 3.1 and 4.2" in index
    assert "Cost 1.1" in index or "Cost 4.1" in index
    tex = (made.build("latex").out / "service.tex").read_text(encoding="utf-8")
    assert re.search(r"\\pageref\{[^ ]*term-affiliate\}", tex)


# ---- what is wrong


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("agreements/service.md", "No Charge", "No Charge (a {define}`Cost`)",
         "agreements/service.md:29: ERROR: the term 'Cost' is defined here, and first at agreements/service.md:28"),
        ("agreements/service.md", "No Charge", "No Affiliate (a {define}`Business day`), no Business day",
         "clauses/services.yaml:6:3: WARNING: the terms 'Business Day' and 'Business day' (agreements/service.md:29)"),
        ("clauses/services.yaml", "a day that is no Sunday", "Office Hours",
         "ERROR: the definition of 'Business Day' leads back to itself: 'Business Day' (clauses/services.yaml:6)"),
        ("clauses/services.yaml", "a day that is no Sunday", "a Business Day",
         "clauses/services.yaml:6:3: ERROR: the definition of 'Business Day' leads back to itself"),
    ],
)  # fmt: skip
def test_findings(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    assert old in FILES[file]
    text = FILES[file].replace(old, new, 1)
    if new == "Office Hours":
        text = text.replace("the hours of a Business Day", "a Business Day")
    built = project(tmp_path, **{file: text}).build("outline")
    assert any(message in line for line in told(built)), built.messages


def test_a_style_may_forbid_uses_before_the_definition(tmp_path: Path) -> None:
    page = AGREEMENT.replace("  roles:", "  style: {like: uk, define_first: 'yes'}\n      roles:")
    late = page.replace("## Definitions\n", "## Before\n    1. No Charge.\n\n    ## Definitions\n")
    built = project(tmp_path, **{"agreements/service.md": late}).build("outline")
    assert any("the term 'Cost' is used here" in line and "before it is defined" in line for line in told(built))


def test_a_term_of_the_library_that_is_not_defined_here(tmp_path: Path) -> None:
    other = "title: Other\ndefinitions: {Fixed Fee: the fee}\ntext: '1. x'\n"
    page = AGREEMENT.replace("No Charge", "No Fixed Fee and no Charge")
    made = project(tmp_path, **{"agreements/service.md": page})
    assert made.build("outline").messages == ""
    made.write({"clauses/other.yaml": other})
    message = "agreements/service.md:29: WARNING: 'Fixed Fee' is used here, but this agreement does not define it"
    again = made.build("outline")
    assert any(line.startswith(message) for line in told(again)), "though the page itself was not read again"
    assert told(made.build("outline")) == told(again)


# ---- another language


def test_german(tmp_path: Path) -> None:
    page = """
        ---
        agreement:
          locale: de
          roles: {anbieter: {term: Anbieter, article: der}}
        ---
        # Vertrag

        ## Begriffe
        1. In diesem Vertrag gilt:

           :::{definitions}
           :::

        :::{clause} geheim
        :::
        """
    clause = """
        title: Geheimhaltung
        definitions:
          Vertrauliche Informationen: alle Informationen eines Verbundenen Unternehmens
          Verbundenes Unternehmen: ein Unternehmen unter gleicher Leitung
          Übergabe: die Annahme
          Änderung: jede Neuerung
        text: |
          1. Wer die Vertraulichen Informationen hat, hält sie bei der Übergabe und jeder Änderung geheim.
        """
    made = Project(tmp_path)
    made.write({"index.md": "# Home\n\n```{toctree}\nagreements/v\nclauses/geheim\n```\n"})
    made.write({"agreements/v.md": page, "clauses/geheim.yaml": clause})
    built = made.build()
    assert (built.messages, built.status) == ("", 0)
    assert defined(built, "agreements/v") == [
        "Änderung",
        "Übergabe",
        "Verbundenes Unternehmen",
        "Vertrauliche Informationen",
    ]
    words = built.words("agreements/v")
    assert "„Vertrauliche Informationen“ bezeichnet alle Informationen" in words
    assert ("term-vertrauliche-informationen", "Vertraulichen Informationen") in linked(built, "agreements/v")
    assert ("term-verbundenes-unternehmen", "Verbundenen Unternehmens") in linked(built, "agreements/v")
    assert "Verwendet in 2.1" in words


# ---- terms of another agreement


def test_terms_of_another_agreement(tmp_path: Path) -> None:
    amendment = """
        ---
        agreement:
          terms_of: service
          roles: {company: Company}
        ---
        # Amendment

        ## Change
        1. The Services for each Affiliate of {{ company }} end.
        """
    made = project(tmp_path, **{"agreements/amendment.md": amendment})
    built = made.build()
    assert (built.messages, built.status) == ("", 0)
    page = built.page("agreements/amendment")
    assert re.search(r'<a [^>]*href="service.html#term-services"[^>]*>Services</a>', page)
    assert re.search(r'<a [^>]*href="service.html#term-affiliate"[^>]*>Affiliate</a>', page)
    assert "1.1 The Services for each Affiliate of the Company end." in built.words("agreements/amendment")
    wrong = amendment.replace("terms_of: service", "terms_of: servce")
    built = project(tmp_path, **{"agreements/amendment.md": wrong}).build()
    assert "agreements/amendment.md:3:3: ERROR: there is no agreement 'servce'; did you mean 'service'?" in told(built)


@pytest.mark.parametrize("builder", ["html", "outline"])
def test_terms_of_other_pages_follow_them(tmp_path: Path, builder: str) -> None:
    """An incremental build, a parallel one and a clean one are the same, also where a page shows what is in another."""
    amendment = """
        ---
        agreement:
          terms_of: service
          roles: {company: Company}
        ---
        # Amendment

        ## Change
        1. The Services for each Affiliate of {{ company }} end, and each Sub Contractor goes.
        """
    made = project(tmp_path, **{"agreements/amendment.md": amendment})
    made.build(builder)
    edits = {
        "clauses/secrecy.yaml": FILES["clauses/secrecy.yaml"].replace("Affiliate: a", "Group Member: a"),
        "clauses/late.yaml": "title: Late\ndefinitions: {Sub Contractor: whoever helps}\ntext: 1. x\n",
    }
    made.write(edits)
    again = made.build(builder)
    clean = project(tmp_path / "clean", **{"agreements/amendment.md": amendment, **edits}).build(builder)
    parallel = project(tmp_path / "parallel", **{"agreements/amendment.md": amendment, **edits}).build(
        builder, parallel=2
    )
    assert told(again) == told(clean) == told(parallel)
    assert any("'Sub Contractor' is used here" in line for line in told(again))
    assert again.files() == clean.files() == parallel.files()


# ---- what one agreement takes from another

MASTER = """
    ---
    orphan: true
    agreement:
      roles: {company: Company}
    ---
    # Master

    ## One
    1. A {define}`Fee` and a {define}`Rent` are due.
    """
AMENDMENT = """
    ---
    orphan: true
    agreement:
      terms_of: master
      roles: {company: Company}
    ---
    # Amendment

    ## One
    1. The Fee of the Company goes up.
    """
TAKEN = {
    "index.md": "---\norphan: true\n---\n# Home\n",
    "agreements/master.md": MASTER,
    "agreements/amendment.md": AMENDMENT,
    "deals/m.yaml": "agreement: master\nstatus: final\nparties: {company: acme}\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
}
UNUSED = (
    "the term {} is defined here, but the agreement does not use it, and a deal of it is final; "
    "remove the definition, or use the term"
)


def test_a_term_that_is_not_used_yet_fails_no_draft(tmp_path: Path) -> None:
    made = Project(tmp_path)
    made.write(TAKEN | {"deals/m.yaml": "agreement: master\n"})
    assert told(made.build("outline")) == []
    found = whereas.open(tmp_path).deals["m"].findings
    assert [(each.rule, each.severity) for each in found if each.about == "Rent"] == [("term-unused", "info")]


def test_a_term_that_only_an_amendment_uses_is_used(tmp_path: Path) -> None:
    made = Project(tmp_path)
    made.write(TAKEN)
    rent, fee = (f"agreements/master.md:9: WARNING: {UNUSED.format(repr(term))}" for term in ("Rent", "Fee"))
    assert told(made.build("outline")) == [rent]
    # as long as it does
    made.write({"agreements/amendment.md": AMENDMENT.replace("The Fee", "The Rent")})
    assert told(made.build("outline")) == [fee]
    (tmp_path / "agreements/amendment.md").unlink()
    assert told(made.build("outline")) == sorted([fee, rent])


def test_a_term_that_the_master_does_not_set(tmp_path: Path) -> None:
    made = Project(tmp_path)
    clause = "title: Late\ndefinitions: {Default Rate: 5 per cent}\ntext: 1. Nobody is late.\n"
    terms = ":::{clause} late\n:::\n\n## Terms\n:::{definitions}\n:::\n"
    master = textwrap.dedent(MASTER).replace(" and a {define}`Rent`", "") + terms
    amendment = AMENDMENT.replace("The Fee", "The Fee at the\n       Default Rate")
    made.write(
        TAKEN | {"clauses/late.yaml": clause, "agreements/master.md": master, "agreements/amendment.md": amendment}
    )
    message = "the term 'Default Rate' is used here, but the definitions in 'Master' leave it out"
    hint = "list it there with `:also: Default Rate`, or define it here"
    assert told(made.build("outline")) == [f"agreements/amendment.md:10: ERROR: {message}; {hint}"]
    made.write({"agreements/master.md": master.replace(":::{definitions}", ":::{definitions}\n:also: Default Rate")})
    assert told(made.build("outline")) == []
