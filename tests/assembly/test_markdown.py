"""How Markdown becomes contract text: labels on the line of their text, markup left over, text that Markdown eats."""

from __future__ import annotations

from pathlib import Path

import pytest
from myst_parser.config.main import MdParserConfig
from projects import Built, Project

import whereas
from whereas.assembly import markup_names, vocabulary
from whereas.assembly.labels import labels_in
from whereas.assembly.leftovers import leftovers
from whereas.assembly.syntax import syntax_of

HEAD = "---\nagreement:\n  style: uk\n  values:\n    note: {type: text}\n    terms: {type: markdown}\n---\n# A\n\n"
INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\n```\n"
#: The line of a page at which its text begins.
FIRST = 10


def build(root: Path, pages: dict[str, str], builder: str = "outline", files: dict[str, str] | None = None) -> Built:
    """One agreement for each text, under its name."""
    project = Project(root)
    project.write({"index.md": INDEX, **(files or {})})
    for name, text in pages.items():
        project.write({f"agreements/{name}.md": f"{HEAD}{text}"})
    return project.build(builder)


def reported(built: Built, file: str) -> list[str]:
    """The messages about a file, as `line: LEVEL: words`."""
    lead = f"{file}:"
    return [line.removeprefix(lead) for line in built.messages.splitlines() if line.startswith(lead)]


# ---- labels

LABELLED = {
    "item": "## One\n1. {#x} Words.\n1. See {clause}`x`.\n",
    "item-below": "## One\n1. {#x}\n   Words.\n1. See {clause}`x`.\n",
    "item-of-two-lines": "## One\n1. {#x} Words,\n   and more.\n1. See {clause}`x`.\n",
    "item-of-a-citation": "## One\n1. {#x} {clause}`y` applies.\n1. {#y} See {clause}`x`.\n",
    "item-in-bold": "## One\n1. {#x} **Bold.** Words.\n1. See {clause}`x`.\n",
    "item-with-braces": "## One\n1. {#x} The set {a, b}\n1. See {clause}`x`.\n",
    "item-with-a-number": "## One\n1. {#x number=1} Words.\n1. See {clause}`x`.\n",
    "item-with-a-value": "## One\n1. {#x} {{ note }} applies.\n1. See {clause}`x`.\n",
    "item-within-an-item": "## One\n1. Of:\n   1. {#x} words;\n   1. see {clause}`x`.\n",
    "item-of-a-list": "## One\n1. {#x}\n   1. one;\n   1. two.\n1. See {clause}`x`.\n",
    "heading": "## {#x} One\n1. See {clause}`x`.\n",
    "heading-at-its-end": "## One {#x}\n1. See {clause}`x`.\n",
    "heading-with-a-class": "## One {.schedule #x}\n1. See {clause}`x`.\n",
    "heading-with-a-closing-mark": "## One {#x} ##\n1. See {clause}`x`.\n",
    "heading-underlined": "One {#x}\n---\n1. See {clause}`x`.\n",
    "heading-below": "{#x}\n## One\n1. See {clause}`x`.\n",
    "clause": ":::{clause} fees\n:::\n\n## Two\n1. See {clause}`fees.x`.\n",
    "definition": ":::{clause} terms\n:::\n",
}
CLAUSES = {
    "clauses/fees.yaml": "title: Fees\ntext: |\n  1. {#x} Pay {{ fee }}.\n  1. See {clause}`.x`.\nvalues: {fee: {}}\n",
    "clauses/terms.yaml": "title: Terms\ntext: |\n  1. {#x} A Term is a Term.\n\n     :::{definitions}\n     :::\n"
    "definitions:\n  Term: what {clause}`.x` says\n",
}


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("labelled"), LABELLED, files=CLAUSES)


@pytest.mark.parametrize("page", LABELLED)
def test_a_label_stands_on_the_line_of_its_text_or_above_it(labelled: Built, page: str) -> None:
    outline = labelled.outline(f"agreements/{page}")
    cited = {each["label"]: each["number"] for each in outline["references"]}
    numbers = {each["label"]: each["number"] for each in outline["provisions"] if each["label"]}
    assert cited.keys() & {"x", "fees.x", "terms.x"}
    assert cited.items() <= numbers.items()
    assert "{" not in "".join(line["text"] for line in outline["lines"]).replace("{a, b}", "")
    assert ("{a, b}" in str(outline["lines"])) == (page == "item-with-braces")


def test_nothing_is_wrong_with_a_label_on_the_line_of_its_text(labelled: Built) -> None:
    assert (labelled.status, labelled.messages) == (0, "")


# ---- markup that is left


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words {#lead} more", ["{#lead}"]),
        ("Words {#lead .x}", ["{#lead .x}"]),
        ("Words {#lead", ["{#lead"]),
        ("{.roman} Words", ["{.roman}"]),
        ("a {# note #} b", ["{# note #}"]),
        ("a {{ b", ["{{"]),
        ("{ company }} agrees", ["}}"]),
        ("{{{ b }}}", ["{{", "}}"]),
        ("{% if x %}", ["{%", "%}"]),
        ("see [](#x", ["[](#x"]),
        ("see [words](#x y)", ["[words](#x"]),
        ("see []( #x )", ["[]("]),
        ("see {clause}`x", ["{clause}"]),
        ("see {clause} ", ["{clause}"]),
        ("{no-term}“x", ["{no-term}"]),
        ("::: x", [":::"]),
        ("a :::{clause} x", [":::", "{clause}"]),
        ("(lead)= Words", ["(lead)="]),
        ("a ~~b~~ c", ["~~", "~~"]),
        ("```{table} x", ["```"]),
        # what agreements say
        ("the set {a, b} and {x}", []),
        ("f(x)= 2 and (a) = 3", []),
        ("ratio 1:2, at 10::1", []),
        ("[●] (note) [Name](see below) [x]", []),
        ("C# and #5 and 50 % {.5}", []),
        ("~ 5 km", []),
        ("{ref}", []),
    ],
)
def test_markup_left_in_a_text(text: str, expected: list[str]) -> None:
    assert [each.text for each in leftovers(text)] == expected


def test_a_role_before_code_is_markup_left() -> None:
    assert [each.text for each in leftovers("see {ref}", before_code=True)] == ["{ref}"]
    assert not list(leftovers("see {ref} ", before_code=True))


LEFT = {
    "a": "## One\n1. Words {#lead} more.\n1. See {clause} `a`.\n\n   Words\n   {#x}\n   more.\n",
    "b": "## One {#x} two\n1. {#a} {#b} Words.\n1. {#c}\n   {#d} Words.\n\n{#alone}\n",
    "c": "## One\n:::{note}\nWords {#lead} and `{#code}`\n:::\n\n1. `{#code}` and `{{ '{{' }}`\n",
    "d": ":::{clause} left\n:::\n\n:::{clause} left\n:as: again\n:title: One {#z} {{ note }}\n:::\n",
}
OUT_OF_PLACE = {
    "agreements/a.md": [
        "11: ERROR: '{#lead}' is markup out of place, and would be printed as words; a label stands at the beginning "
        "of its item, paragraph or heading, or on a line of its own before that; nothing has two of them",
        "12: ERROR: '{clause}' is markup out of place, and would be printed as words; it is written "
        "{clause}`label`, with a backtick on either side of the name and no space before it",
        "15: ERROR: a line of attributes became part of the text before it; put an empty line before it",
    ],
    "agreements/b.md": ["10: '{#x}'", "11: '{#b}'", "13: '{#d}'", "15: '{#alone}'"],
    "agreements/c.md": ["12: '{#lead}'"],
    "agreements/d.md": ["13: '{#z}'"],
    "clauses/left.yaml": ["1: '{#t}'", "3: '}}'", "5: '{{'", "5: '}}'"],
    "deals/d.yaml": ["8: '{#y}'"],
}


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {
        "clauses/left.yaml": "title: Left {#t}\ntext: |\n  1. Words }} here.\ndefinitions:\n  Term {{ x }}: words\n",
        "deals/d.yaml": "agreement: d\nvalues:\n  note: '{#x} {{ y }} {clause}`z` ::: ~~ {% if %}'\n"
        "clauses:\n  left:\n    title: Ours\n    text: |\n      1. Words {#y} {{ note }}.\n",
    }
    root = tmp_path_factory.mktemp("left")
    return build(root, LEFT, "html", files)


@pytest.mark.parametrize(
    ("role", "about"),
    [("clause", "label"), ("number", "label"), ("item", "label"), ("this", "clause"), ("define", "Term")],
)
def test_what_is_left_of_a_role_is_told_with_how_that_role_is_written(role: str, about: str) -> None:
    (left,) = leftovers(f"In {{{role}}} 'x'")
    assert left.hint.startswith(f"it is written {{{role}}}`{about}`, ")


@pytest.mark.parametrize("file", OUT_OF_PLACE)
def test_no_markup_is_printed_as_words_in_silence(left: Built, file: str) -> None:
    found = [each.removesuffix(" [whereas.markup]") for each in reported(left, file)]
    if file != "agreements/a.md":
        found = [f"{each.split(':')[0]}: {each.split('ERROR: ')[1].split(' is markup')[0]}" for each in found]
    assert found == OUT_OF_PLACE[file]
    assert left.status == 1


def test_markup_left_is_seen_in_the_page(left: Built) -> None:
    assert '<span class="wh-broken">{#lead}</span>' in left.page("agreements/a")


def test_what_is_wrong_in_an_included_file_is_told_where_it_is_included(tmp_path: Path) -> None:
    files = {
        "agreements/more.txt": "{% if x %}\n",
        "agreements/part.txt": "Text.\n\n```{include} more.txt\n```\n\n1. On\n1. {{ fee }}, {clause}`nope`,\n"
        "   and {clause}`none`.\n1. The price\n   is\n- 5.\n",
    }
    built = build(tmp_path, {"a": "## One\n1. Words.\n\n```{include} part.txt\n```\n\n1. {{ lost\n"}, files=files)
    found = [
        (each.partition(":")[0], each.partition(": ")[2].partition(": ")[2])
        for each in reported(built, "agreements/a.md")
    ]
    assert {line for line, _ in found} == {"13", "16"}
    messages = [message for line, message in found if line == "13"]
    assert sum(message.startswith("nothing is labelled") for message in messages) == 2
    left = [message for message in messages if "markup out of place" in message]
    assert len(left) == 4
    assert all("an included file is printed as it is; make it a clause" in message for message in left)
    assert any("a list in the middle of a paragraph" in message for message in messages)


WRITTEN_WRONG = """## One
:::{clause} left
:varaint: x
:::

:::{parties}
Text.
:::

:::{clause}
:::

:::{signatures}
:foo: 1
:::
"""


def test_a_directive_that_is_written_wrong_is_an_error_on_the_site_and_without_it(tmp_path: Path) -> None:
    files = {"clauses/left.yaml": "title: Left\ntext: 1. Words.\n", "deals/d.yaml": "agreement: a\n"}
    told = [
        "12: ERROR: {clause} has no option 'varaint'; did you mean 'variant'?",
        "15: ERROR: {parties} takes no text, so what stands in it is not printed; put it below",
        "19: ERROR: {clause} is not written as it must be: 1 argument(s) required, 0 supplied",
        "23: ERROR: {signatures} has no option 'foo'; known here: notary, witnesses",
    ]
    built = build(tmp_path, {"a": WRITTEN_WRONG}, files=files)
    assert [each.removesuffix(" [whereas.markdown]") for each in reported(built, "agreements/a.md")] == told
    assert built.status == 1
    found = whereas.open(tmp_path).deal("d").findings
    assert [f"{each.place.line}: ERROR: {each}" for each in sorted(found) if each.rule == "markdown"] == told


def test_the_names_of_roles_and_directives_are_those_that_there_are() -> None:
    assert (set(markup_names.ROLES), set(markup_names.DIRECTIVES)) == (
        set(vocabulary.ROLES),
        set(vocabulary.DIRECTIVES),
    )


def test_a_footnote_of_the_title_is_told(tmp_path: Path) -> None:
    files = {"agreements/titled.md": "---\nagreement: {}\n---\n# Title[^a]\n\n## One\n1. x\n\n[^a]: Of it.\n"}
    built = build(tmp_path, {}, "text", files)
    assert reported(built, "agreements/titled.md") == [
        "4: ERROR: a footnote in the title of a page is printed nowhere; call it from the text [whereas.misplaced]"
    ]


def test_a_link_is_never_printed_as_nothing(tmp_path: Path) -> None:
    """One without words prints its address; one to a label, which no value can cite, is told."""
    head = "---\nagreement: {values: {note: {type: markdown}}}\n---\n# A\n\n## One\n"
    files = {"deals/d.yaml": "agreement: a\nvalues:\n  note: See [](#foo), [x](#y) and [ok](https://example.com).\n"}
    built = build(
        tmp_path, {}, "text", {"agreements/a.md": f"{head}1. {{{{ note }}}}\n1. [](https://example.org)\n", **files}
    )
    found = [each.split(" is markup")[0] for each in reported(built, "deals/d.yaml")]
    assert found == ["3: ERROR: '[](#foo)'", "3: ERROR: '[x](#y)'"]
    assert "1.1 See [](#foo), [x](#y) and ok. 1.2 https://example.org" in built.text("deals/d")


def test_labels_are_looked_for_in_the_syntax_of_their_text() -> None:
    """Two pages may have the same words and not the same MyST."""
    text = "(first)=\nWords.\n"
    without = syntax_of(MdParserConfig(disable_syntax=["myst_target"]))
    assert [labels_in(text, syntax) for syntax in (syntax_of(), without, syntax_of())] == [
        (("first", 1),),
        (),
        (("first", 1),),
    ]
