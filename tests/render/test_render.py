"""Rendering: whatever stands in a contract reads the same in HTML and LaTeX, and is never taken for markup."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx.util import texescape
from trees import agreement, items, line, number, section

from whereas.agreement.model import (
    Block,
    Bullets,
    Cell,
    Defined,
    Definitions,
    Provision,
    Provisions,
    Quote,
    Signature,
    SignatureLine,
    Signatures,
    Signer,
    Table,
)
from whereas.agreement.runs import (
    Blank,
    Broken,
    Cited,
    Definition,
    Foreign,
    Item,
    LineBreak,
    Link,
    Reference,
    Run,
    Styled,
    TermUse,
    Text,
    Value,
    ValueOrigin,
)
from whereas.agreement.walk import text_of
from whereas.library.finding import Place
from whereas.render.docutils import DocutilsRenderer
from whereas.render.html import render_html, render_runs
from whereas.render.latex import LatexRenderer
from whereas.render.latex_lines import LatexLines
from whereas.render.tex import escape

texescape.init()  # as Sphinx's LaTeX builder does
VOID = {"br"}


class Reader(HTMLParser):
    """Reads HTML back: its text, its tags, its links; complains of tags that do not match."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", Counter[str]()
        self.links, self.titles = list[str | None](), list[str | None]()
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.open += [] if tag in VOID else [tag]
        self.links += [value for name, value in attrs if name == "href"]
        self.titles += [value for name, value in attrs if name == "title"]
        assert {name for name, _ in attrs} <= {
            "class",
            "id",
            "href",
            "title",
            "scope",
            "tabindex",
            "role",
            "aria-label",
            "data-fact",
        }

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def error(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    handle_comment = handle_decl = handle_pi = unknown_decl = error  # type: ignore[assignment]


def html(*runs: Run) -> str:
    return "".join(map(str, render_runs(runs)))


# what a text in a contract may be: no control characters (they are refused in values), no lone surrogates
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.sampled_from(
    [
        "<b>",
        "</p>",
        "&amp;",
        "<!-- x -->",
        "<script>",
        '" onclick="x',
        "]]>",
        "<?x",
        "&#x41;",
        "'",
        "&lt",
        "\N{NO-BREAK SPACE}",
    ]
)
leaves = st.one_of(
    *(st.builds(Text, texts), st.builds(Value, texts, texts, texts), st.builds(Blank, texts, texts, texts)),
    *(st.builds(TermUse, texts, texts), st.builds(Definition, texts, texts), st.builds(Broken, texts, texts)),
    st.builds(lambda text: Reference(("x",), parts=(Cited("x", text, "x", "1"), Text(text))), texts),
)
lines = st.lists(
    st.recursive(
        leaves,
        lambda inner: st.builds(
            Styled, st.sampled_from(["strong", "emphasis", "literal", "other"]), st.lists(inner, max_size=3).map(tuple)
        ),
        max_leaves=6,
    ),
    max_size=5,
).map(tuple)


@given(lines)
def test_html_reads_back_as_the_same_words(runs: tuple[Run, ...]) -> None:
    read = Reader(html(*runs))
    assert read.text == text_of(runs)
    assert set(read.tags) <= {"strong", "em", "code", "span", "bdi", "dfn", "a"}


@given(texts)
def test_a_text_is_one_element_and_no_more(text: str) -> None:
    assert not Reader(html(Text(text))).tags
    for run in (
        Value("v", text, ValueOrigin((Place(text),))),
        Blank("v", text, text),
        TermUse("t", text),
        Broken(text, text),
    ):
        read = Reader(html(run))
        assert (read.text, read.tags.total()) == (text, 1)
        assert read.titles in ([], [text], [f"{text}:1"])


@given(texts, texts)
def test_an_attribute_reads_back_as_it_was(anchor: str, text: str) -> None:
    item = Item("x", marker=text, anchor=anchor)
    assert Reader(html(item)).links == [f"#{anchor}"]
    assert Reader(html(item)).text == text


@pytest.mark.parametrize("url", ["javascript:x", "JavaScript:x", " javascript:x", "data:text/html,x", "vbscript:x"])
def test_a_link_runs_nothing(url: str) -> None:
    assert Reader(html(Link(url, (Text("x"),)))).links == ["#"]


@pytest.mark.parametrize("url", ["https://x.example/?a=1&b=%22", "mailto:a@b.example", "page.html#x", "/a:b", "#x"])
def test_other_links_lead_where_they_say(url: str) -> None:
    assert Reader(html(Link(url, (Text("x"),)))).links == [url]


def cell(*runs: Run | str) -> Cell:
    return Cell((line(*runs),), "right")


LINES = (SignatureLine("Name", (Text("x"),)), SignatureLine("Date"))
EVERYTHING: tuple[Block, ...] = (
    line("a & b", LineBreak(), Styled("strong", (Text("c"), Styled("emphasis", (Text("<d>"),)))), Item("run")),
    line(Link("https://x.example", (Text("link"),))),
    line(Reference(("p",), words=(Text("w"),), parts=(Cited("p", "w", "p", "1"),))),
    items(("p", ("q", "r"), line("flush"))),
    items("plain", format=""),
    Provisions((Provision((items("headless"),)),)),
    Bullets(((line("x"), line("y")), (items("in a bullet"),))),
    Table((1, 2), ((cell("H"), cell("I")),), ((cell("1"), Cell((line("2"), line("3")))),)),
    Table((1,), (), ((cell("no head"),),)),
    Definitions((Defined("T", (line(Definition("T", "T"), " means t"), items("limb"))),)),
    Quote((line("q"), items("quoted"))),
    Signatures((Signature((Text("Signed for"),), (Value("n", "A&B"),), (Signer(LINES),) * 2, tail=(Text("by me"),)),)),
    Broken("[gone & lost]", "why"),
)  # fmt: skip


def test_every_block_closes_what_it_opens() -> None:
    tree = number(agreement(section("s", *EVERYTHING)))
    read = Reader("".join(map(str, render_html(tree.sections[0].blocks))))
    assert read.tags["table"] == 2
    for words in ("a & b", "<d>", "1.2 Text of p.", "flush", "A&B", "[gone & lost]", "T means t"):
        assert words in read.text


def test_a_number_is_text_of_its_paragraph_and_its_permalink() -> None:
    tree = number(agreement(section("s", "p")))
    assert "".join(map(str, render_html(tree.sections[0].blocks))) == (
        '<div class="wh-provision" id="p">\n<p><a class="wh-number" href="#p">1.1</a> Text of p.</p>\n</div>\n'
    )


def test_what_is_foreign_is_handed_on_in_its_place() -> None:
    foreign = Foreign(3, "image")
    assert list(render_html((line("a"), foreign))) == ["<p>", "a", "</p>\n", foreign]
    assert foreign in list(render_html((line("a", foreign, "b"),)))


# ---- LaTeX

#: Commands that print a character.
COMMAND = re.compile(r"\\(?:[#$%&_{}-]|[A-Za-z]+(?:\{\}|\*\{\}| )?)")


@given(texts)
def test_latex_leaves_nothing_for_tex_to_act_on(text: str) -> None:
    bare = COMMAND.sub("", escape(text))
    assert not re.search(r"[\\#$%&_^\n]", bare.replace("{}", ""))
    assert bare.count("{") == bare.count("}")


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("100% of A & B", r"100\% of A \& B"),
        ("#1 $x$ a_b", r"\#1 \$x\$ a\_b"),
        ("a\nb", "a b"),
        ("clause\N{NO-BREAK SPACE}7", "clause~7"),
        ("co\N{SOFT HYPHEN}operate", r"co\-operate"),
        ("é ß “x”", "é ß “x”"),
        ("to legal@example.com", r"to \LegalJoin{}legal@\LegalSpareBreak{}example.com"),
        ("a" * 40 + "@example.com", r"\LegalJoin{}" + "a" * 40 + r"@\LegalJoin{}\LegalBreak{}example.com"),
    ],
)
def test_latex_of_a_text(text: str, tex: str) -> None:
    assert escape(text) == tex


@pytest.mark.parametrize("text", ["~", "^", "--", "---", "\\input{/etc/passwd}", "\\end{document}", "%\n", "^^M"])
def test_latex_disarms_commands_and_dashes(text: str) -> None:
    assert text not in escape(text)


def test_every_block_ends_what_it_begins_in_latex() -> None:
    tree = number(agreement(section("s", *EVERYTHING)))
    tex = "".join(map(str, LatexRenderer(lambda anchor: f"s-{anchor}").blocks(tree.sections[0].blocks)))
    begun, ended = (re.findall(rf"\\{word}{{(\w+)}}", tex) for word in ("begin", "end"))
    assert Counter(begun) == Counter(ended)
    plain = re.sub(r"\\[{}]", "", tex)
    assert plain.count("{") == plain.count("}")


def test_signatures_have_the_same_words_as_nodes_of_docutils() -> None:
    signer = Signer((SignatureLine("Name", (Text("Ada"),)), SignatureLine("Date")))
    block = Signatures((Signature((Text("Signed for"),), (), (signer,)),))
    nodes = DocutilsRenderer(lambda mark: []).blocks((block,))
    assert [node.astext().strip() for node in nodes] == ["Signed for", "Name Ada", "Date"]


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("EUR 500,000", True),
        ("3 years", True),
        ("12,5 %", True),
        ("10 Werktage", True),
        ("15 January 2027", False),
        ("Aurora Ltd", False),
        ("5", False),
        ("1 extraordinarily-long-word", False),
    ],
)
def test_no_line_of_a_pdf_parts_a_figure_from_its_unit(text: str, is_whole: bool) -> None:
    tex = "".join(map(str, LatexLines(lambda anchor: anchor).runs((Value("v", text),))))
    assert ("~" in tex) is is_whole
