"""What an agreement cites: its own labels; others only by name or declaration; what is left out is told as such."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from projects import Built, Project

from whereas.agreement.steps import NBSP

LEASE = """
    ---
    agreement:
      roles: {company: Company}
      values: {guaranteed: {type: boolean}, deep: {type: boolean}, kinds: {type: list}}
    ---
    # Lease

    {#law}
    ## Law
    1. See {clause}`law`, {clause}`lease:law` and {clause}`.post`.
    1. TEXT

    {% if guaranteed %}
    :::{clause} guar
    :::
    {% else %}
    {% if deep %}
    1. {#nested} Deep.
    {% endif %}
    {% endif %}

    {#post}
    ## Post
    {% for kind in kinds %}
    1. {#kind} Of a kind.
    {% endfor %}

    :::{clause} opt
    :::
    """
FILES = {
    "agreements/coop.md": """
        ---
        agreement:
        ---
        # Cooperation

        {#confidentiality}
        ## Confidentiality
        1. {#hold} It is held.
        """,
    "clauses/guar.yaml": "title: Guarantee\ntext: |\n  1. {#sum}\n     Guaranteed.\n",
    "clauses/opt.yaml": """
        title: Option
        values: {deep: {type: boolean}}
        text: |
          1. {#way} {% if deep %}{item}`aside` {% endif %}A way.
        """,
    "clauses/rare.yaml": "title: Rare\ntext: |\n  1. {#sum}\n     Rare.\n",
    "deals/one.yaml": "agreement: lease\nvalues: {guaranteed: no, deep: no, kinds: []}\n",
    "deals/two.yaml": """
        agreement: lease
        values: {guaranteed: yes, deep: yes, kinds: [x]}
        add: {rare: {after: opt}}
        """,
    "deals/out.yaml": "agreement: lease\nclauses: {guar: omit}\n",
}


def built(tmp_path: Path, text: str, builder: str = "outline", **files: str) -> Built:
    project = Project(tmp_path)
    project.write({**FILES, **files, "agreements/lease.md": LEASE.replace("TEXT", text)})
    return project.build(builder)


def told(messages: str) -> list[str]:
    """The messages of ours, without the names of their rules."""
    return [line.rpartition(" [")[0] for line in messages.splitlines() if "[whereas." in line]


# ---- labels that the agreement does not have

#: What the template cites, and what is told of the template, or of a deal where the template has it.
MISSING = {
    "guar": "this refers to 'guar', but the condition at agreements/lease.md:13 leaves out the clause 'guar', "
    "which stands at agreements/lease.md:14; put the reference under the same condition",
    "guar.sum": "this refers to 'guar.sum', but the condition at agreements/lease.md:13 leaves out the clause 'guar', "
    "which stands at agreements/lease.md:14; put the reference under the same condition",
    "nested": "this refers to 'nested', which stands at agreements/lease.md:18, but the condition at "
    "agreements/lease.md:13 or the condition at agreements/lease.md:17 leaves it out; put the reference under the same "
    "condition",
    "kind": "this refers to 'kind', which stands at agreements/lease.md:25, but the loop at agreements/lease.md:24 "
    "leaves it out; put the reference under the same condition",
    "opt.aside": "this refers to 'opt.aside', which stands at clauses/opt.yaml:4, but the condition at "
    "clauses/opt.yaml:4 leaves it out; put the reference under the same condition",
    "rare": "nothing in agreements/lease is labelled 'rare'; deals/two has it, which is another deal",
    "hold": "nothing in agreements/lease is labelled 'hold'; agreements/coop has it: to cite that, write 'coop:hold'",
    ".hold": "nothing in agreements/lease is labelled 'hold'; agreements/coop has it: to cite that, write 'coop:hold'",
    "lwa": "nothing is labelled 'lwa'; did you mean 'law'?",
    "way": "nothing is labelled 'way'; did you mean 'opt.way'?",
    "kinds": "nothing is labelled 'kinds'; did you mean 'kind'?",
    "law.post": "nothing is labelled 'law.post'; 'law' is a heading, and only the labels of a clause in clauses/ begin "
    "with its name; did you mean 'post'?",
    "opt.wya": "the clause 'opt' has no label 'wya'; did you mean 'opt.way'?",
    "coop:hodl": "nothing in agreements/coop is labelled 'hodl'; did you mean 'hold'?",
    "copo:hold": "there is no agreement 'copo' of which 'hold' could be cited; did you mean 'coop'?",
    "lease:lwa": "nothing is labelled 'lwa'; did you mean 'law'?",
    "two:rare": "'two' is a deal, and an agreement cites a deal only if it is made under that deal; write "
    "`amends: two` or `of: two` in this deal's file, or in the front matter",
}


@pytest.fixture(scope="module")
def outline(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("missing"), " ".join(f"{{clause}}`{label}`;" for label in MISSING))


@pytest.mark.parametrize("label", MISSING)
def test_a_label_is_looked_up_in_the_agreement_alone(label: str, outline: Built) -> None:
    assert f"agreements/lease.md:11: ERROR: {MISSING[label]}" in told(outline.messages)


def test_no_other_words_stand_in_the_place_of_what_is_missing(outline: Built) -> None:
    assert outline.status == 1
    for page in ("agreements/lease", "deals/one", "deals/out"):
        words = " ".join(line["text"] for line in outline.outline(page)["lines"])
        left = [label for label in MISSING if f"[{label.lstrip('.').removeprefix('lease:')}]" not in words]
        assert left == ([] if page == "deals/one" else ["kind"]), words  # a list not given is a blank, once
        assert " of the " not in words


def test_what_a_deal_has_is_cited_in_it(outline: Built) -> None:
    texts = {each["number"]: each["text"] for each in outline.outline("deals/two")["provisions"]}
    assert "Clause 2; clause 2.1; [nested]; clause 3.1; clause 4.1(a); clause 5;" in texts["1.2"].replace(NBSP, " ")


def test_the_own_name_of_an_agreement_and_a_dot_lead_to_its_own_labels(outline: Built) -> None:
    for page in ("agreements/lease", "deals/one"):
        first = next(each for each in outline.outline(page)["provisions"] if each["number"] == "1.1")
        assert first["text"].replace(NBSP, " ") == "See clause 1, clause 1 and clause 2."


def test_a_clause_left_out_by_its_deal_is_told_with_the_deal(outline: Built) -> None:
    message = "agreements/lease.md:11: ERROR: this refers to 'guar', but deals/out.yaml:2 leaves the clause 'guar' out"
    assert any(line.startswith(message) for line in told(outline.messages))


@pytest.mark.parametrize(
    ("cited", "words", "message"),
    [
        ("law, nope", "clause 1 and [nope]", "nothing is labelled 'nope'"),
        ("nope, law, post", "clauses 1 and 2 and [nope]", "nothing is labelled 'nope'"),
        ("guar, law", "clause 1 and [guar]", "leaves out the clause 'guar'"),
        ("law, coop:hold", "clause 1 and clause 1.1 of the Cooperation", ""),
        ("coop:hold, coop:confidentiality", "clauses 1 and 1.1 of the Cooperation", ""),
        ("", "[?]", "this reference names no label; write {clause}`label`"),
        (",", "[?]", "this reference names no label; write {clause}`label`"),
    ],
)
def test_of_several_labels_only_those_that_are_missing_are_told(
    cited: str, words: str, message: str, tmp_path: Path
) -> None:
    found = built(tmp_path, f"See {{clause}}`{cited or ' '}`.")
    text = next(each["text"] for each in found.outline("agreements/lease")["provisions"] if each["number"] == "1.2")
    assert text.replace(NBSP, " ") == f"See {words}."
    ours = [line for line in told(found.messages) if "lease.md:11" in line]
    assert [message in line for line in ours][:1] == ([True] if message else [])
    assert not any("'law'" in line.partition("labelled")[2].partition(";")[0] for line in ours)


def test_a_link_of_myst_leads_nowhere_else_either(tmp_path: Path) -> None:
    found = built(tmp_path, "See [](#hold), [](#guar) and [there](#coop:hold).", "html")
    page = found.words("agreements/lease")
    assert "See #hold" not in page
    assert "of the Cooperation" not in page
    assert any("nothing in agreements/lease is labelled 'hold'" in line for line in told(found.messages))
    assert any("leaves out the clause 'guar'" in line for line in told(found.messages))
    assert 'href="coop.html#hold">there</a>' in found.page("agreements/lease")


def test_what_looks_like_a_label_and_is_none_is_told_with_its_place(tmp_path: Path) -> None:
    page = (
        "---\nagreement:\n---\n# P\n\n## One\n1. See {clause}`far` and {clause}`in`.\n{#far}\n## Two\n1. An [x]{#in}.\n"
    )
    found = told(built(tmp_path, "x.", **{"agreements/page.md": page}).messages)
    for label, line in (("far", 8), ("in", 10)):
        at = f"agreements/page.md:{line}"
        hint = f"what looks like it, at {at}, is no label there"
        assert f"agreements/page.md:7: ERROR: nothing is labelled {label!r}; {hint}" in found


@pytest.mark.parametrize("header", ["cites: coop", "cites: [coop]", "terms_of: coop"])
def test_what_may_have_been_meant_may_stand_in_an_agreement_that_is_cited(header: str, tmp_path: Path) -> None:
    page = f"---\nagreement:\n  {header}\n---\n# Page\n\n## One\n1. See {{clause}}`hodl`.\n"
    found = built(tmp_path, "x.", **{"agreements/page.md": page})
    assert "agreements/page.md:8: ERROR: nothing is labelled 'hodl'; did you mean 'hold'?" in told(found.messages)


# ---- ordinary pages, and declarations


@pytest.mark.parametrize(
    ("cited", "words", "message"),
    [
        ("confidentiality", "clause 1 of the Cooperation", ""),
        ("hold", "clause 1.1 of the Cooperation", ""),
        (".hold", "[.hold]", "'.hold' begins with a dot, as labels do within their own clause, but this is not "
         "a clause; did you mean 'hold'?"),
        ("rare", "[rare]", "no agreement has anything labelled 'rare'; the deal 'two' has: to cite that, write "
         "'two:rare'"),
        ("two:rare", "clause 5 of the Lease", ""),
        ("lease:law", "clause 1 of the Lease", ""),
        ("hodl", "[hodl]", "nothing is labelled 'hodl'; did you mean 'hold'?"),
        ("two:raer", "[two:raer]", "nothing in deals/two is labelled 'raer'; did you mean 'rare'?"),
        ("hold, nope", "clause 1.1 of the Cooperation and [nope]", "nothing is labelled 'nope'; known here"),
    ],
)  # fmt: skip
def test_an_ordinary_page_cites_what_one_agreement_has(cited: str, words: str, message: str, tmp_path: Path) -> None:
    guide = f"---\norphan: true\n---\n# Guide\n\nSee {{clause}}`{cited}`.\n"
    found = built(tmp_path, "x.", "text", **{"guide.md": guide})
    assert found.text("guide").replace(NBSP, " ") == f"Guide ***** See {words}."
    ours = told(found.messages)
    assert [line.startswith(f"guide.md:6: ERROR: {message}") for line in ours] == ([True] if message else [])


@pytest.mark.parametrize("declared", ["cites: coop", "cites: [coop]", "terms_of: coop", "cites: [agreements/coop]"])
def test_a_declared_agreement_is_cited_by_labels_alone(declared: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    lease = LEASE.replace("TEXT", "{clause}`hold` holds; so do {clause}`law, hold`.")
    project.write({**FILES, "agreements/lease.md": lease.replace("agreement:\n", f"agreement:\n      {declared}\n")})
    found = project.build("text")
    assert told(found.messages) == []
    words = found.text("agreements/lease").replace(NBSP, " ")
    assert "Clause 1.1 of the Cooperation holds; so do clause 1 and clause 1.1 of the Cooperation." in words


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ("cites: cop", "agreements/lease.md:3:3: ERROR: there is no agreement 'cop'; did you mean 'coop'?"),
        ("cites: [coop, cop]", "agreements/lease.md:3:3: ERROR: there is no agreement 'cop'; did you mean 'coop'?"),
        ("amends: tow", "agreements/lease.md:3:3: ERROR: there is no deal 'tow' in deals/; did you mean 'two'?"),
        ("of: {two: 1}", "agreements/lease.md:3"),
    ],
)
def test_what_is_declared_must_be_there(declared: str, message: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    lease = LEASE.replace("TEXT", "x.").replace("agreement:\n", f"agreement:\n      {declared}\n")
    project.write({**FILES, "agreements/lease.md": lease})
    assert message in re.sub(r"(md:3:)\d+", r"\g<1>3", project.build("text").messages)


def test_what_is_wrong_in_a_note_is_told_with_its_line(tmp_path: Path) -> None:
    note = (
        "x.\n\n    :::{note}\n    One,\n    two {this}`foo` and {clause}`lwa`,\n\n    three {clause}`.guar`.\n    :::"
    )
    found = built(tmp_path, note, "text")
    ours = told(found.messages)
    assert any(line.startswith("agreements/lease.md:15: ERROR: {this} cites what it stands in") for line in ours)
    assert "agreements/lease.md:15: ERROR: nothing is labelled 'lwa'; did you mean 'law'?" in ours
    assert any(line.startswith("agreements/lease.md:17: ERROR: this refers to 'guar', but the cond") for line in ours)
