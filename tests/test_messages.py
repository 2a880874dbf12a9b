"""Bad input: one clear message at the line to edit; the rest is built, the fault is visible, the build fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

GOOD = {
    "agreements/a.md": """
        ---
        agreement:
          roles: {company: Company}
          values:
            start: {type: date, about: When}
        ---
        # Agreement A

        :::{clause} secrecy
        :::

        {#law}
        ## Law
        1. {{ company }} agrees.
        1. From {{ start }}.
        """,
    "clauses/secrecy.yaml": """
        title: Secrecy
        values:
          period: {type: duration, default: 3 years, about: How long}
        text: |
          1. {#duty}
             Keep it for {{ period }}.
        variants:
          short: {text: "1. Keep it."}
        """,
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/d.yaml": """
        agreement: a
        parties: {company: acme}
        values: {start: 2027-01-15}
        """,
}

# what is changed: file, old words, new words; the message; words that show the fault on a page
CASES: dict[str, tuple[str, str, str, str, str]] = {
    "unknown clause": (
        "agreements/a.md",
        ":::{clause} secrecy",
        ":::{clause} secrcy",
        "agreements/a.md:9: ERROR: there is no clause 'secrcy' in clauses/; did you mean 'secrecy'?",
        "agreements/a: [there is no clause 'secrcy' in clauses/]",
    ),
    "unknown variant": (
        "agreements/a.md",
        ":::{clause} secrecy",
        ":::{clause} secrecy\n:variant: shrt",
        "agreements/a.md:9: ERROR: the clause 'secrecy' has no variant 'shrt'; did you mean 'short'?",
        "agreements/a: has no variant 'shrt']",
    ),
    "unknown variant in a deal": (
        "deals/d.yaml",
        "values:",
        "clauses:\n  secrecy: {variant: shrt}\nvalues:",
        "deals/d.yaml:4:13: ERROR: the clause 'secrecy' has no variant 'shrt'; did you mean 'short'?",
        "deals/d: Keep it for 3 years",
    ),
    "unknown party": (
        "deals/d.yaml",
        "{company: acme}",
        "{company: amce}",
        "deals/d.yaml:2:11: ERROR: there is no party 'amce' in parties/; did you mean 'acme'?",
        "deals/d: The Company agrees",
    ),
    "unknown role": (
        "deals/d.yaml",
        "{company: acme}",
        "{company: acme, compny: acme}",
        "deals/d.yaml:2:26: ERROR: 'a' has no role 'compny'; did you mean 'company'?",
        "deals/d: The Company agrees",
    ),
    "a role that nobody plays in a final deal": (
        "deals/d.yaml",
        "parties: {company: acme}",
        "status: final\nparties: {}",
        "deals/d.yaml:3:1: ERROR: the deal is final, and nobody plays the role 'company'; "
        "add `company:` with the name of a file in parties/",
        "deals/d: The Company agrees",
    ),
    "unknown agreement": (
        "deals/d.yaml",
        "agreement: a",
        "agreement: aa",
        "deals/d.yaml:1:1: ERROR: there is no agreement 'aa'; did you mean 'a'?",
        "deals/d: there is no agreement 'aa'",
    ),
    "unknown deal": (
        "deals/page.md",
        "",
        "---\ndeal: dd\n---\n# X\n",
        "deals/page.md:2:1: ERROR: there is no deal 'dd' in deals/; did you mean 'd'?",
        "deals/page: there is no deal 'dd'",
    ),
    "unknown value in a page": (
        "agreements/a.md",
        "{{ company }} agrees.",
        "{{ company }} agrees on {{ strat }}.",
        "agreements/a.md:14: ERROR: the value 'strat' is used here and declared nowhere; did you mean 'start'?",
        "agreements/a: agrees on [strat?].",
    ),
    "unknown value in a clause": (
        "clauses/secrecy.yaml",
        "{{ period }}",
        "{{ perod }}",
        "clauses/secrecy.yaml:6: ERROR: the value 'perod' is used here and declared nowhere; did you mean 'period'?",
        "agreements/a: Keep it for [perod?].",
    ),
    "unknown value in a condition": (
        "clauses/secrecy.yaml",
        "Keep it for",
        "{% if strikt %}x{% endif %}Keep it for",
        "clauses/secrecy.yaml:6: ERROR: the value 'strikt' is used here and declared nowhere",
        "agreements/a: Keep it for 3 years",
    ),
    "unknown value in a deal": (
        "deals/d.yaml",
        "{start: 2027-01-15}",
        "\n  start: 2027-01-15\n  strat: x",
        "deals/d.yaml:5:3: ERROR: no value 'strat' is declared by 'a' or its clauses; did you mean 'start'?",
        "deals/d: The Company agrees",
    ),
    "a fault in the middle of a paragraph": (
        "agreements/a.md",
        "agrees.",
        "agrees\n   {% if included('secrecy') %}\n   to this,\n   {% endif %}\n   **and** to\n"
        "   that {clause}`secrecy.dty`.",
        "agreements/a.md:19: ERROR: the clause 'secrecy' has no label 'dty'",
        "agreements/a: to this, and to that [secrecy.dty].",
    ),
    "value of the wrong type": (
        "deals/d.yaml",
        "2027-01-15",
        "soon",
        "deals/d.yaml:3:17: ERROR: the value 'start' must be a date like 2027-01-15, not 'soon'",
        "deals/d: The Company agrees",
    ),
    "unknown fact of a party": (
        "agreements/a.md",
        "{{ company }} agrees.",
        "{{ company.nane }} agrees.",
        "agreements/a.md:14: ERROR: a party has no 'nane'; did you mean 'name'?",
        "agreements/a: [nane?] agrees.",
    ),
    "unknown label in a clause": (
        "agreements/a.md",
        "agrees.",
        "agrees to {clause}`secrecy.dty`.",
        "agreements/a.md:14: ERROR: the clause 'secrecy' has no label 'dty'; did you mean 'secrecy.duty'?",
        "agreements/a: agrees to [secrecy.dty].",
    ),
    "unknown label in a clause that nobody uses": (
        "clauses/idle.yaml",
        "",
        "title: Idle\ntext: |\n  1. {#duty}\n     See {clause}`.dty`.\n",
        "clauses/idle.yaml:4: ERROR: the clause 'idle' has no label 'dty'; did you mean 'idle.duty'?",
        "clauses/idle: See [idle.dty].",
    ),
    "unknown label": (
        "agreements/a.md",
        "agrees.",
        "agrees to {clause}`lwa`.",
        "agreements/a.md:14: ERROR: nothing is labelled 'lwa'; did you mean 'law'?",
        "agreements/a: agrees to [lwa].",
    ),
    "unknown label on an ordinary page": (
        "guide.md",
        "",
        "---\norphan: true\n---\n# Guide\n\nSee {clause}`secrecy.dty`.\n",
        "guide.md:6: ERROR: nothing is labelled 'secrecy.dty'; did you mean 'secrecy.duty'?",
        "guide: See [secrecy.dty].",
    ),
    "a reference to a clause that a deal leaves out": (
        "agreements/a.md",
        "agrees.",
        "agrees to {clause}`secrecy`.",
        "agreements/a.md:14: ERROR: this refers to 'secrecy', but deals/out.yaml:4 leaves the clause 'secrecy' out",
        "deals/out: agrees to [secrecy].",
    ),
    "malformed YAML": (
        "clauses/secrecy.yaml",
        "title: Secrecy",
        "title: Secrecy: all",
        "clauses/secrecy.yaml:1:15: ERROR: this is not YAML: mapping values are not allowed here",
        "clauses/secrecy: this is not YAML",
    ),
    "a key twice": (
        "clauses/secrecy.yaml",
        "title: Secrecy",
        "title: Secrecy\ntitle: Again",
        "clauses/secrecy.yaml:2:1: ERROR: the key 'title' is written twice here, first in line 1",
        "clauses/secrecy: is written twice",
    ),
    "an unknown key": (
        "clauses/secrecy.yaml",
        "variants:",
        "varaints:",
        "clauses/secrecy.yaml:7:1: ERROR: the key 'varaints' is not known; did you mean 'variants'?",
        "clauses/secrecy: is not known",
    ),
    "a missing key": (
        "parties/acme.yaml",
        "name: Acme Ltd",
        "short: Acme",
        "parties/acme.yaml:1:1: ERROR: the key 'name' is missing",
        "parties/acme: the key 'name' is missing",
    ),
    "a wrong word": (
        "clauses/secrecy.yaml",
        "title: Secrecy",
        "title: Secrecy\nstatus: approvd",
        "clauses/secrecy.yaml:2:9: ERROR: 'status' is 'approvd', which is none of: draft, approved, retired; "
        "did you mean 'approved'?",
        "clauses/secrecy: did you mean",
    ),
    "front matter with an unknown key": (
        "agreements/a.md",
        "  values:",
        "  valus:",
        "agreements/a.md:4:3: ERROR: the key 'valus' is not known; did you mean 'values'?",
        "agreements/a: is not known",
    ),
    "template syntax": (
        "clauses/secrecy.yaml",
        "Keep it for",
        "{% if %}Keep it for",
        "clauses/secrecy.yaml:6: ERROR: the template cannot be read: ",
        "agreements/a: [the template cannot be read",
    ),
    "a template that fails": (
        "agreements/a.md",
        "agrees.",
        "agrees {{ 1 / 0 }}.",
        "agreements/a.md:14: ERROR: this cannot be worked out: nothing can be divided by 0",
        "agreements/a: [this cannot be worked out: nothing can be divided by 0]",
    ),
    "a clause twice": (
        "agreements/a.md",
        "{#law}",
        ":::{clause} secrecy\n:::\n\n{#law}",
        "agreements/a.md:12: ERROR: the clause 'secrecy' stands in this agreement already, at agreements/a.md:9",
        "agreements/a: stands in this agreement already",
    ),
    "an unfitted role": (
        "clauses/secrecy.yaml",
        "text: |\n  1. {#duty}\n     Keep",
        "roles: [payer]\ntext: |\n  1. {#duty}\n     {{ payer }}: keep",
        "agreements/a.md:9: ERROR: the clause 'secrecy' speaks of a role 'payer' that this agreement does not have; "
        "fit it with `:with: payer=...`, one of company",
        "agreements/a: speaks of a role",
    ),
    "too deep": (
        "agreements/a.md",
        "1. {{ company }} agrees.",
        "1. a\n   1. b\n      1. c\n         1. d\n            1. e",
        "agreements/a.md:18: ERROR: this stands 6 levels deep, and the style 'uk' has 5",
        "agreements/a: e",
    ),
    "an unknown style": (
        "agreements/a.md",
        "agreement:",
        "agreement:\n  style: ukk",
        "agreements/a.md:3:3: ERROR: there is no style 'ukk'; did you mean 'uk'?",
        "agreements/a: The Company agrees",
    ),
    "a malformed style": (
        "agreements/a.md",
        "agreement:",
        "agreement:\n  style: {levels: [one]}",
        "agreements/a.md:3:3: ERROR: 'one' is not a label by example",
        "agreements/a: The Company agrees",
    ),
    "two declarations of one value": (
        "agreements/a.md",
        "  values:",
        "  values:\n    period: {type: date}",
        "clauses/secrecy.yaml:3:3: ERROR: the value 'period' is declared otherwise here than in agreements/a.md:5",
        "agreements/a: Keep it for",
    ),
    "two definitions of one term": (
        "clauses/other.yaml",
        "",
        "title: Other\ndefinitions: {Term: one thing}\ntext: '1. x'\n",
        "clauses/secrecy.yaml:7:15: ERROR: the term 'Term' is defined otherwise here than in clauses/other.yaml:2",
        "",
    ),
    "attributes without a line before them": (
        "agreements/a.md",
        "1. {{ company }} agrees.",
        "1. {{ company }} agrees:\n   {.roman}\n   1. to this.",
        "agreements/a.md:15: ERROR: a line of attributes became part of the text before it",
        "agreements/a: agrees:",
    ),
    "a deal's own words for a clause": (
        "deals/d.yaml",
        "values:",
        "clauses:\n  secrecy:\n    because: They asked\n    text: |\n      1. Ours.\n      1. {{ perod }}.\nvalues:",
        "deals/d.yaml:8: ERROR: the value 'perod' is used here and declared nowhere; did you mean 'period'?",
        "deals/d: 1.2 [perod?].",
    ),
    "a clause inside a list": (
        "agreements/a.md",
        ":::{clause} secrecy\n:::\n",
        "## One\n1. x\n\n   :::{clause} secrecy\n   :::\n",
        "agreements/a.md:12: ERROR: contract text cannot stand inside a list or a quotation",
        "agreements/a: Keep it for 3 years",
    ),
    "a label twice": (
        "agreements/a.md",
        "1. {{ company }} agrees.",
        "1. {#x}\n   {{ company }} agrees.\n1. {#x}\n   And {clause}`x`.",
        "agreements/a.md:17: ERROR: the label 'x' is given twice, first at agreements/a.md:15; rename one of them",
        "agreements/a: And clause 2.1.",
    ),
    "a label on two headings": (
        "agreements/a.md",
        "{#law}\n## Law",
        "{#law}\n## Law\n1. Of {clause}`law`.\n\n{#law}\n## Law again",
        "agreements/a.md:17: ERROR: the label 'law' is given twice, first at agreements/a.md:13; rename one of them",
        "agreements/a: Of clause 2.",
    ),
    "a label before two headings": (
        "agreements/a.md",
        "{#law}\n## Law",
        "(law)=\n## Law\n1. Of {clause}`law`.\n\n(law)=\n## Law again",
        "agreements/a.md:17: ERROR: the label 'law' is given twice, first at agreements/a.md:13; rename one of them",
        "agreements/a: Of clause 2.",
    ),
    "a heading called as a label is": (
        "agreements/a.md",
        "agrees.",
        "agrees to {clause}`law`.\n\n## Law\n1. {clause}`lwa`.",
        "agreements/a.md:17: ERROR: nothing is labelled 'lwa'; did you mean 'law'?",
        "agreements/a: agrees to clause 2.",
    ),
    "what {this} does not cite": (
        "agreements/a.md",
        "agrees.",
        "agrees\n   to {this}`law`.",
        "agreements/a.md:15: ERROR: {this} cites what it stands in, its `clause` or its whole `section`, and not "
        "'law'; write {clause}`law` to cite that label",
        "agreements/a: agrees to [this law].",
    ),
    "{this} on an ordinary page": (
        "guide.md",
        "",
        "---\norphan: true\n---\n# Guide\n\nIn {this}`clause`.\n",
        "guide.md:6: ERROR: {this} stands only in a page with `agreement:` or `deal:` in its front matter",
        "guide: In [this clause].",
    ),
    "a style that hopes for a word": (
        "agreements/a.md",
        "agreement:\n",
        'agreement:\n  style: {reference: "l’{word} {number}"}\n',
        "agreements/a.md:3:3: ERROR: a style's `reference` has '{word}' in it, but only `{number}` is "
        "filled in there; write the word itself, as in 'Section {number}'",
        "agreements/a: The Company agrees",
    ),
    "a label of several agreements": (
        "guide.md",
        "",
        "---\norphan: true\n---\n# Guide\n\nSee {clause}`law`.\n",
        "guide.md:6: ERROR: the label 'law' stands in several agreements; write one of a:law, b:law",
        "",
    ),
    "a directive of ours elsewhere": (
        "guide.md",
        "",
        "---\norphan: true\n---\n# Guide\n\n:::{clause} secrecy\n:::\n",
        "guide.md:6: ERROR: {clause} stands only in a page with `agreement:` or `deal:` in its front matter",
        "guide: stands only in a page",
    ),
    "an unknown directive in a clause": (
        "clauses/secrecy.yaml",
        "Keep it for {{ period }}.",
        "Keep it.\n\n     ```{nothing}\n     ```",
        "clauses/secrecy.yaml:8: ERROR: there is no directive 'nothing', so what stands in it is not printed",
        "agreements/a: [nothing]",
    ),
    "an unknown role in a clause": (
        "clauses/secrecy.yaml",
        "Keep it for {{ period }}.",
        "Keep it {nothing}`x`.",
        "clauses/secrecy.yaml:6: ERROR: there is no role 'nothing', so its words are not printed; known here: ",
        "agreements/a: [x]",
    ),
    "a link that leads nowhere": (
        "agreements/a.md",
        "agrees.",
        "agrees [](#nowhere).",
        "agreements/a.md:14: WARNING: 'myst' cross-reference target not found: 'nowhere'",
        "",
    ),
}
EXTRA = {
    "a label of several agreements": {"agreements/b.md": GOOD["agreements/a.md"].replace("Agreement A", "Agreement B")},
    "a reference to a clause that a deal leaves out": {
        "deals/out.yaml": "agreement: a\nparties: {company: acme}\nclauses:\n  secrecy: omit\n"
    },
    "two definitions of one term": {
        "agreements/a.md": GOOD["agreements/a.md"].replace(
            "        :::{clause} secrecy", "        :::{clause} other\n        :::\n\n        :::{clause} secrecy"
        ),
        "clauses/secrecy.yaml": GOOD["clauses/secrecy.yaml"].replace(
            "        variants:", "        definitions: {Term: another}\n        variants:"
        ),
    },
}


@pytest.mark.parametrize("case", CASES)
def test_message(case: str, tmp_path: Path) -> None:
    file, old, new, message, shown = CASES[case]
    project = Project(tmp_path)
    project.write({**GOOD, **EXTRA.get(case, {})})
    path = tmp_path / file
    if old:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    else:
        project.write({file: new})
    built = project.build()
    assert message in built.messages
    assert "Traceback" not in built.messages
    if "ERROR" in message:
        assert built.status == 1
    assert "Home" in built.words("index"), "the rest is still built"
    if shown:
        docname, words = shown.split(": ", 1)
        assert words in built.words(docname).translate({0x2018: "'", 0x2019: "'"})
    if "ERROR" in message:
        again = project.build()
        assert message in again.messages, "an error is told until it is mended"
        assert again.status == 1


def test_nothing_is_wrong_with_the_good_project(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(GOOD)
    built = project.build()
    assert (built.messages, built.status) == ("", 0)


def test_no_message_is_told_twice(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(GOOD)
    project.write({"clauses/secrecy.yaml": GOOD["clauses/secrecy.yaml"].replace("{{ period }}", "{{ perod }}")})
    built = project.build()
    assert built.messages.count("'perod' is used here") == 1


def test_a_mended_error_is_gone(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({**GOOD, "deals/d.yaml": GOOD["deals/d.yaml"].replace("company: acme", "company: beta")})
    assert "no party 'beta'" in project.build().messages
    project.write({"parties/beta.yaml": "name: Beta GmbH\n"})
    built = project.build()
    assert (built.messages, built.status) == ("", 0)
    assert "no party" not in built.words("deals/d")
