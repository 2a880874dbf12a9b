"""What authors write and what comes out: directives, roles, values, labels, lists, schedules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Built, Project, plain

AGREEMENT = """
    ---
    agreement:
      roles: {company: Company, partner: Partner}
      values:
        start: {type: date, about: The day it starts}
        area: {type: text, default: Europe}
    ---
    # Cooperation Agreement

    {.parties}
    ## Parties
    :::{parties}
    :::

    {.recitals}
    ## Background
    1. {{ company }} makes "robots" in {{ area }}.
    1. It begins on {{ start }}.

    :::{clause} definitions
    :::

    :::{clause} secrecy
    :::

    {#law}
    ## Governing law
    1. {clause}`secrecy, law` survive; see {clause-title}`secrecy`, {number}`secrecy.duty` and [](#fees).
    1. [Own words](#secrecy.duty), {this}`clause` and {this}`section`. {{ partner }}'s duty.

    {.unnumbered}
    ## Signatures
    :::{signatures}
    :::

    {.schedule #fees}
    ## Fees
    1. {#due}
       Payment is due as {clause}`due` says.
       1. Sub-paragraph.

    {.part #first}
    ### Prices
    1. {#price}
       | Item | Price |
       |------|------:|
       | One  | {clause}`due` |
    """
FILES = {
    "agreements/coop.md": AGREEMENT,
    "clauses/definitions.yaml": """
        title: Definitions
        text: |
          1. In this agreement:

             :::{definitions}
             :also: Affiliate, Business Day
             :::
        definitions:
          Business Day: a day that is not a Sunday
        """,
    "clauses/secrecy.yaml": """
        title: Secrecy
        roles: [company]
        values:
          period: {type: duration, default: 3 years, about: How long}
          strict: {type: boolean, default: no}
        definitions:
          Affiliate: >-
            a person under the control of {{ company }} (see {clause}`.duty`)
        text: |
          1. {#duty}
             {{ company }} keeps secrets for {{ period }}, {item}`one` in writing and {item}`two` in speech.
             {clause}`.one` prevails.
          {% if strict %}
          1. No exceptions.
          {% else %}
          1. {#exceptions}
             **Exceptions.** {clause}`.duty` does not apply to:
             1. what is public; and
             1. what {{ company }} knew.
          {% endif %}
          1. See {clause}`.exceptions` and {clause}`law`.
        variants:
          short: {summary: In brief., text: "1. {#duty}\\n   Keep it secret, says {clause}`law`."}
        guidance: Use it often.
        fallbacks:
          - {position: Two years, values: {period: 2 years}, approval: Legal}
        """,
    "parties/aurora.yaml": """
        name: Aurora & Sons <Robotics> Ltd
        entity: private limited company
        jurisdiction: England and Wales
        registration: {label: company number, number: "0123"}
        address: [1 Foundry Lane, Bristol]
        signatories: [{name: Ada Moreau, title: Director}]
        """,
    "parties/ben.yaml": """
        name: Ben Novak
        kind: person
        address: [2 Hill Road, Graz]
        """,
    "deals/one.yaml": """
        agreement: coop
        title: The first deal
        reference: C-1
        status: final
        parties: {company: aurora, partner: ben}
        values: {start: 2027-01-15, area: "*A* & {{B}}_", strict: yes}
        """,
    "deals/two.yaml": """
        agreement: coop
        parties: {company: ben, partner: aurora}
        values: {start: 2027-03-01}
        clauses:
          definitions: reserved
          secrecy: {variant: short, because: They asked}
        """,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("pages"))
    # the deal "one" has no exceptions, so nothing may cite them there
    secrecy = FILES["clauses/secrecy.yaml"].replace(
        "1. See {clause}`.exceptions` and {clause}`law`.",
        "1. See {% if not strict %}{clause}`.exceptions` and {% endif %}{clause}`law`.",
    )
    project.write({**FILES, "clauses/secrecy.yaml": secrecy})
    return project


@pytest.fixture(scope="module")
def outline(project: Project) -> Built:
    return project.build("outline")


@pytest.fixture(scope="module")
def site(project: Project) -> Built:
    return project.build("html")


def test_nothing_is_wrong(outline: Built, site: Built) -> None:
    assert (outline.messages, outline.status) == ("", 0)
    assert (site.messages, site.status) == ("", 0)


def test_numbers(outline: Built) -> None:
    assert outline.numbers("agreements/coop") == [
        *("(1)", "(2)", "(A)", "(B)", "1", "1.1"),
        *("2", "2.1", "2.1(a)", "2.1(b)", "2.2", "2.2(a)", "2.2(b)", "2.3"),
        *("3", "3.1", "3.2", "Schedule 1", "1 of Schedule 1", "1.1 of Schedule 1"),
        *("Part A of Schedule 1", "1 of Part A of Schedule 1"),
    ]


def test_references(outline: Built) -> None:
    assert outline.cites("agreements/coop") == [
        *("clause 2.1", "Clause 2.1(a)", "Clause 2.1", "clause 2.2", "clause 3"),
        *("Clauses 2 and 3", "Clauses 2 and 3", "clause 2 (Secrecy)", "2.1", "Schedule 1"),
        *("Own words", "this clause 3.2", "this clause 3", "paragraph 1"),
        *("Paragraph 1 of Schedule 1", "Paragraph 1 of Schedule 1"),  # the paragraph, and the schedule
    ]


def test_a_reference_knows_where_it_stands(outline: Built) -> None:
    found = outline.outline("agreements/coop")["references"]
    assert {"from": "3.1", "label": "fees", "number": "Schedule 1", "text": "Schedule 1"} in found
    assert {
        "from": "1 of Part A of Schedule 1",
        "label": "due",
        "number": "1 of Schedule 1",
        "text": "Paragraph 1 of Schedule 1",
    } in found
    assert {
        "from": "1 of Part A of Schedule 1",
        "label": "fees",
        "number": "Schedule 1",
        "text": "Paragraph 1 of Schedule 1",
    } in found


def test_roles_and_values_read_right(outline: Built) -> None:
    texts = {each["number"]: each["text"] for each in outline.outline("agreements/coop")["provisions"]}
    assert texts["(A)"] == "The Company makes “robots” in Europe."
    assert texts["(B)"] == "It begins on [Start]."
    assert texts["2.1"].startswith(
        "The Company keeps secrets for 3 years, (a) in writing and (b) in speech. Clause 2.1(a)"
    )
    assert texts["2.2(b)"] == "what the Company knew."
    assert texts["3.2"].endswith("The Partner’s duty.")


def test_definitions_are_collected_and_sorted(outline: Built) -> None:
    terms = {each["term"]: each for each in outline.outline("agreements/coop")["terms"]}
    assert list(terms) == ["Affiliate", "Business Day", "Company", "Partner"]
    assert terms["Affiliate"]["text"] == "“Affiliate” means a person under the control of the Company (see clause 2.1)."
    assert terms["Business Day"]["number"] == "1.1"


def test_a_deal_fills_the_template(outline: Built) -> None:
    deal = outline.outline("deals/one")
    texts = {each["number"]: each["text"] for each in deal["provisions"]}
    assert texts["(1)"] == (
        "Aurora & Sons <Robotics> Ltd, a private limited company formed under the law of England and Wales "
        "(company number 0123), whose registered office is at 1 Foundry Lane, Bristol (the “Company”); and"
    )
    assert texts["(2)"] == "Ben Novak, of 2 Hill Road, Graz (the “Partner”)."
    assert texts["(A)"] == "The Company makes “robots” in *A* & {{B}}_."
    assert texts["(B)"] == "It begins on 15 January 2027."
    assert texts["2.2"] == "No exceptions."
    assert deal["values"]["start"] == {"text": "15 January 2027", "type": "date", "origin": "deals/one.yaml:6"}
    assert deal["values"]["period"]["origin"] == "default, clauses/secrecy.yaml:4"


def test_variants_and_reserved_numbers(outline: Built) -> None:
    deal = outline.outline("deals/two")
    titles = {each["number"]: each["title"] for each in deal["provisions"]}
    assert (titles["1"], titles["2"], "2.2" in titles) == ("[Intentionally omitted]", "Secrecy", False)
    assert {"id": "secrecy", "variant": "short", "version": "", "number": "2"} in deal["clauses"]


def test_values_cannot_change_markup(site: Built) -> None:
    page = site.page("deals/one")
    assert "*A* &amp; {{B}}_" in page
    assert "Aurora &amp; Sons &lt;Robotics&gt; Ltd" in page
    assert "<Robotics>" not in page


def test_the_number_is_text_and_permalink(site: Built) -> None:
    assert '<p><a class="wh-number" href="#secrecy-duty">2.1</a> ' in site.page("agreements/coop")


def test_ids_come_from_labels_and_positions(outline: Built) -> None:
    anchors = {each["number"]: each["anchor"] for each in outline.outline("agreements/coop")["provisions"]}
    assert anchors["2"] == "secrecy"
    assert anchors["2.2(b)"] == "secrecy-exceptions-2"
    assert anchors["2.3"] == "secrecy-4", "the third of the source stands in a condition that is not met"
    assert len(set(anchors.values())) == len(anchors)


def test_a_variant_on_its_clauses_page_cites_itself(tmp_path: Path) -> None:
    project = Project(tmp_path)
    clause = """
        title: Cap
        text: |
          1. {#sum}
             {clause}`cap` and {clause}`.sum`, {clause}`other`. {clause}`other.a, other.b` too, {clause}`.sum, other`.
        definitions: {Sum: "the sum in {clause}`.sum`"}
        variants:
          low: {text: "1. First.\\n1. {#sum}\\n   {clause}`cap` and {clause}`.sum`."}
        """
    other = "title: Other\ntext: 1. x\n"
    index = "# Home\n\n```{toctree}\nclauses/cap\nclauses/other\n```\n"
    project.write({"clauses/cap.yaml": clause, "clauses/other.yaml": other, "index.md": index})
    site = project.build()
    assert site.messages == ""
    words, page = site.words("clauses/cap"), site.page("clauses/cap")
    assert "Clause 1 and clause 1.1, clause [Other]. Clauses [Other] too, clauses 1.1 and [Other]." in words
    assert "“Sum” means the sum in clause 1.1." in words
    assert "Clause 1 and clause 1.2." in words
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert not set(re.findall(r'href="#([^"]+)"', page)) - set(ids)


def test_every_link_on_a_page_leads_somewhere(site: Built) -> None:
    for docname in ("agreements/coop", "deals/one", "deals/two"):
        page = site.page(docname)
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert not set(re.findall(r'href="#([^"]+)"', page)) - set(ids)


def test_the_page_contents_carry_the_numbers(site: Built) -> None:
    assert "2. Secrecy" in site.words("index") or "2. Secrecy" in site.words("agreements/coop")


def test_records_are_pages(site: Built) -> None:
    clause = site.words("clauses/secrecy")
    for words in ("Use it often.", "In brief.", "Two years", "Period: 3 years → 2 years", "How long", "[law]"):
        assert words in clause, words
    assert "Cooperation Agreement 2 Standard 3 years no Template" in clause
    party = site.words("parties/ben")
    assert "2 Hill Road, Graz" in party
    assert party.count("Cooperation Agreement") == 2


def test_records_need_no_toctree(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({name: text for name, text in FILES.items() if name.startswith(("clauses", "parties"))})
    project.write({"index.md": "# Home\n", "clauses/secrecy.yaml": "title: Secrecy\ntext: 1. x\n"})
    built = project.build()
    assert (built.messages, built.status) == ("", 0)
    assert "Secrecy" in built.words("clauses/secrecy")


def test_lists_of_records(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({**FILES, "deals/one.yaml": FILES["deals/one.yaml"].replace(", strict: yes", "")})
    lists = "# Home\n\n:::{records} deals\n:::\n:::{records} clauses\n:::\n:::{records} parties\n:::\n"
    project.write({"index.md": lists + "\n```{toctree}\n:glob:\nagreements/*\ndeals/*\nclauses/*\nparties/*\n```\n"})
    site = project.build()
    words = site.words("index")
    assert "The first deal Cooperation Agreement Aurora & Sons <Robotics> Ltd and Ben Novak Final 1 C-1" in words
    assert "Secrecy secrecy 1 variant" in words
    assert "<title>The first deal" in site.page("deals/one")


def test_other_builders_have_all_the_words(project: Project, outline: Built) -> None:
    text = project.build("text")
    assert text.messages == ""
    words = text.text("agreements/coop").replace("**", "").replace("*", "")
    for each in outline.outline("agreements/coop")["provisions"]:
        if "|" not in each["text"] and "Price" not in each["text"] and "In this agreement" not in each["text"]:
            assert plain(f"{each['marker']} {each['text'] or each['title']}") in words, each


@pytest.mark.parametrize("builder", ["xml", "epub", "man", "linkcheck", "gettext", "pseudoxml", "dirhtml"])
def test_other_builders_run_clean(project: Project, builder: str) -> None:
    built = project.build(builder, out=builder)
    assert (built.messages, built.status) == ("", 0)


def test_a_page_of_its_own_for_a_deal(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {
            "agreements/nda.md": """
                ---
                agreement: {roles: {giver: Discloser}}
                ---
                # Mutual NDA

                {#law}
                ## Law
                1. Any law, for {{ giver }}.
                """,
            "index.md": "# Home\n\n```{toctree}\nagreements/nda\ndeals/acme-page\nparties/acme\n```\n",
            "deals/acme.yaml": "agreement: nda\nparties: {giver: acme}\n",
            "parties/acme.yaml": "name: Acme Ltd\n",
            "deals/acme-page.md": """
                ---
                deal: acme
                ---
                # The deal in our words

                Read this first, {{ giver.name }}.

                :::{agreement}
                :::

                ## Special terms
                1. {#special}
                   They come after {clause}`law`.
                """,
        }
    )
    built = project.build("outline")
    assert built.messages == ""
    outline = built.outline("deals/acme-page")
    assert outline["title"] == "The deal in our words"
    assert {each["number"]: each["text"] for each in outline["provisions"]} == {
        "1": "",
        "1.1": "Any law, for the Discloser.",
        "2": "",
        "2.1": "They come after clause 1.",
    }
    assert not (built.out / "deals/acme.json").exists()


def test_citing_another_agreement(project: Project, tmp_path: Path) -> None:
    other = Project(tmp_path)
    nda = """
        ---
        agreement:
        ---
        # Mutual NDA

        ## Term
        1. {#term}
           It ends, {clause}`coop:pay` says, by {clause}`part`.

        {.schedule #more}
        ## More
        1. {#part} A part.
        """
    coop = nda.replace("Mutual NDA", "Loan").replace("#term", "#pay").replace("coop:pay", "nda:term")
    other.write({"agreements/nda.md": nda, "agreements/coop.md": coop, "guide.md": "# Guide\n\nSee {clause}`pay`.\n"})
    other.write({"index.md": "# Home\n\n```{toctree}\nguide\nagreements/nda\nagreements/coop\n```\n"})
    site = other.build("html")
    assert site.messages == ""
    assert "It ends, clause 1.1 of the Loan says, by paragraph 1 of Schedule 1." in site.words("agreements/nda")
    assert '<a class="wh-reference" href="#more">Schedule\N{NO-BREAK SPACE}1</a>' in site.page("agreements/nda")
    assert '<a class="reference internal" href="agreements/coop.html#pay">' in site.page("guide")
    latex = other.build("latex")
    tex = plain((latex.out / "nda.tex").read_text(encoding="utf-8"))
    assert "{clause 1.1 of the Loan} says, by " in tex
    assert r"nda:part}}{paragraph~1} of \LegalRef{\detokenize{agreements/nda:more}}{Schedule~1}." in tex
