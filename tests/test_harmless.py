"""Harmless: whatever text a fact is, every output says just that, or the file that has it is refused."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any
from urllib.parse import unquote

import pytest
from docutils.utils import column_width
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from nasty import (
    ANYTHING,
    BREAKS,
    LINE,
    NASTY,
    REFUSED,
    UNSEEN,
    WORDS,
    is_refused,
    is_seen,
    kept,
    one_line,
    printed,
    quoted,
)
from paper import need_tex, pdf_text, set_all
from projects import Built, Project, plain
from sphinx.util import texescape

from whereas.agreement.runs import Link, Text, Value, ValueOrigin
from whereas.language.quotation import apostrophes
from whereas.library.finding import FindingsError, Place
from whereas.library.json_source import parse_json
from whereas.library.yaml_source import parse_source
from whereas.render.html import render_runs
from whereas.render.tex import escape, escape_url
from whereas.values.declaration import Declaration, parse_value

ROOT = Path(__file__).parent.parent
texescape.init()  # as Sphinx's LaTeX builder does

# ---- functions by themselves


def test_what_is_refused_is_just_that() -> None:
    assert all(map(is_refused, REFUSED))
    assert not any(map(is_refused, NASTY))


@pytest.mark.parametrize("type", ["text", "list", "choice", "address", "parts", "markdown"])
@given(text=ANYTHING | st.sampled_from(REFUSED), yaml=st.booleans(), ascii=st.booleans())
def test_a_value_is_kept_or_refused(type: str, text: str, yaml: bool, ascii: bool) -> None:
    shapes: dict[str, Any] = {"list": [text], "address": [text], "parts": {"street": [text], "city": text}}
    written, kept = shapes.get(type, text), not is_refused(text)
    if type != "choice":
        kept = kept and is_seen(text) and (type == "markdown" or not BREAKS.search(text.strip()))
    limits: dict[str, Any] = {"choices": (text.strip(),)} if type == "choice" else {}
    declared = _declared("address" if type == "parts" else type, **limits)
    try:
        if yaml:
            found = parse_source(_yaml(written), "f")
        else:
            found = parse_json(json.dumps({"v": written}, ensure_ascii=ascii), "f")
        value: Any = parse_value(found.data["v"], declared)
    except FindingsError as failure:
        assert failure.findings[0].place.line == 1
        assert not kept
    except ValueError as error:
        assert re.match("must (be|have|not have) ", str(error))
        assert not kept
    else:
        assert kept
        assert {"list": lambda: value[0], "address": lambda: value.lines[0], "parts": lambda: value.city.strip()}.get(
            type, lambda: value
        )() == text.strip()


def _yaml(written: Any) -> str:
    if isinstance(written, dict):
        return "v: {" + ", ".join(f"{key}: {_yaml(each)[3:]}" for key, each in written.items()) + "}"
    if isinstance(written, list):
        return "v: [" + ", ".join(map(quoted, written)) + "]"
    return "v: " + quoted(written)


@pytest.mark.parametrize("type", ["integer", "number", "percent", "money", "date", "duration", "boolean"])
@given(text=ANYTHING | st.text("0123456789,. _-+%EURPYMDTH:eE/\u0661\uff11\u00b2\u00a0").filter(str.strip))
def test_a_figure_is_one_or_refused(type: str, text: str) -> None:
    try:
        value = parse_value(text, _declared(type))
    except ValueError as error:
        assert re.match("must (be|not have) ", str(error))
    else:
        assert text.strip().isascii(), "no other digits"
        if type in ("integer", "number", "percent"):
            digits = re.sub(r"[,_ %+]", "", text)
            assert str(value).lstrip("-0").rstrip("0") == digits.lstrip("-0").rstrip("0") or float(value) == float(
                digits
            )


class Reader(HTMLParser):
    """What a browser makes of a page: its words, the shape of its elements, the words of every fact."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.shape: list[Any] = []
        self.facts: dict[str, list[str]] = {}
        self.attributes: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.shape.append((tag, sorted(given), given.get("class")))
        self.attributes += [_sizeless(text or "") for _, text in attrs]
        if fact := given.get("data-fact"):
            self.facts.setdefault(fact, []).append("")
        if tag not in ("br", "meta", "link", "input", "hr", "img"):
            self.open.append((tag, fact or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, sorted(dict(attrs))))
        self.attributes += [_sizeless(text or "") for _, text in attrs]
        if tag == "br":
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag
        if tag in ("p", "td", "div", "h1", "h2", "li", "title"):
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if data.startswith("@page"):  # the foot of the printed page, read back as CSS strings are
            data = re.sub(r"\\([0-9a-f]+) ?", lambda found: chr(int(found[1], 16)), data)
        self.text += re.sub(r"\b[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\b", "fingerprint", data)
        for _, fact in self.open:
            if fact:
                self.facts[fact][-1] += data

    def handle_comment(self, data: str) -> None:
        self.shape.append(("comment", data))


def spaced(text: str) -> str:
    """A text in which no figure is tied to its unit."""
    return text.replace("\xa0", " ")


@given(text=ANYTHING.filter(lambda text: not re.search("[\0\r\ud800-\udfff]", text)))
def test_html_reads_back_as_it_was(text: str) -> None:
    value = Value("v", text, ValueOrigin((Place(text),)), text)
    read = Reader("".join(map(str, render_runs((Text("a "), value, Text(" b"))))))
    assert {name: list(map(spaced, said)) for name, said in read.facts.items()} == {"v": [spaced(text)]}
    assert spaced(read.text) == spaced(f"a {text} b")
    assert [shape[0] for shape in read.shape] == ["bdi"]
    assert "\n".join(filter(None, (text, f"{text}:1"))) in read.attributes


TEX = re.compile(
    r"""\\LegalChar\{(?P<char>[^\\{}])\}\{(?P<code>[0-9A-F]{4,6})\} | \{(?P<bracket>[][])\} | \\mbox\{(?P<minus>-)\}
    | \\(?P<command>textbackslash|textasciitilde|textasciicircum|sphinxhyphen)\{\} | \\(?P<escaped>[$&%#_{}])
    | (?P<nothing>\\-|\\Legal(?:Spare)?Break\{\}|\\LegalJoin\{\}|\{\}) | (?P<tie>~|\\,)""",
    re.VERBOSE | re.DOTALL,
)
COMMANDS = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "sphinxhyphen": "-"}
#: What TeX acts on, and what of it stands for itself where it was escaped.
ACTIVE = "\\{}$&#^_~%[]-"
INERT = str.maketrans({char: chr(0xF0000 + ord(char)) for char in ACTIVE})


def group(tex: str, start: int) -> int:
    """Where the braces end that open at a place."""
    depth = 0
    for at in range(start, len(tex)):
        escaped = tex[:at].endswith("\\") and not tex[:at].endswith("\\\\")
        depth += 0 if escaped else {"{": 1, "}": -1}.get(tex[at], 0)
        if not depth:
            return at + 1
    raise AssertionError("the braces do not end")


def one_by_one(tex: str) -> str:
    """TeX with each run of another script as its characters for themselves, which say the same."""
    while (start := tex.find("\\LegalScript{")) >= 0:
        groups, at = [], start + len("\\LegalScript")
        for _ in range(4):
            end = group(tex, at)
            groups.append(tex[at + 1 : end - 1])
            at = end
        _, run, codes, single = groups
        run = re.sub("[\u200c\u200d]", "", re.sub(r"\\LegalLeft\{([^{}]*)\}", r"\1", run))
        assert TEX.sub(read_token, run) == TEX.sub(read_token, single)
        assert {chr(int(code, 16)) for code in codes.split(",")} <= set(run)
        tex = tex[:start] + single + tex[at:]
    return tex


def read_token(found: re.Match[str]) -> str:
    """What one piece of TeX stands for."""
    parts = found.groupdict()
    if char := parts["char"]:
        assert ord(char) == int(parts["code"], 16)
        return str(char)
    if parts["tie"]:
        return " "
    return (COMMANDS.get(parts["command"]) or parts["bracket"] or parts["minus"] or parts["escaped"] or "").translate(
        INERT
    )


def read_tex(tex: str) -> str:
    """What TeX reads: what is inert is told apart from what it acts on; white space made plain."""
    return plain(TEX.sub(read_token, one_by_one(tex)))


@given(ANYTHING)
def test_tex_reads_back_as_it_was(text: str) -> None:
    read = read_tex(escape(text))
    assert not set(read) & set(ACTIVE)
    if not is_refused(text):
        assert read == printed(text).translate(INERT)


# ---- whole projects

PAGE = """---
agreement:
  style: uk
  roles: {{company: {{term: {term}}}, partner: Partner}}
  values:
    note: {{about: {about}}}
    standard: {{default: {standard}}}
    things: {{type: list}}
    pick: {{type: choice, choices: [x, {pick}]}}
    lines: {{type: address}}
    parts: {{type: address}}
    scope: {{type: markdown}}
    guarantor: {{type: party}}
---
# Master Agreement

{{.parties}}
## Parties
:::{{parties}}
:::

## Facts
1. Alpha1 {{{{ note }}}} omega1.
1. {{{{ note }}}}, Alpha2 {{{{ standard }}}} omega2 **Alpha3 {{{{ note }}}} omega3**
1. Alpha4 {{{{ things }}}} omega4 {{% for one in things %}}Alpha5 {{{{ one }}}} omega5{{% endfor %}}
1. Alpha6 {{{{ pick }}}} omega6 `Alpha7 {{{{ note }}}} omega7`
1. Alpha8 {{{{ lines }}}} omega8
1. Alpha9 {{{{ parts }}}} omega9
1. Alpha10 {{{{ scope }}}} omega10
1. {{{{ scope }}}}
1. {{{{ guarantor }}}} {{{{ guarantor.address }}}} {{{{ guarantor.tax_id }}}} {{{{ guarantor.email }}}}
   {{{{ company.name }}}} {{{{ company.short }}}} {{{{ company.facts.motto }}}}
   of {{{{ company }}}} in {{% if deal %}}a deal{{% endif %}} end

:::{{clause}} secrecy
:::

{{.unnumbered}}
## Key terms
:::{{key-terms}}
:::

{{.unnumbered}}
## Signatures
:::{{signatures}}
:::
"""
PARTY = """name: {name}
short: {short}
entity: {entity}
jurisdiction: {jurisdiction}
registration: {{label: {label}, number: {number}}}
address: [{line}, {other_line}]
tax_id: {tax_id}
notices: {{email: {email}, attention: {attention}}}
signatories: [{{name: {signatory}, title: {title}, capacity: {capacity}}}]
facts: {{motto: {motto}}}
"""
DEAL = """agreement: master
title: {deal}
reference: {reference}
version: {version}
parties: {{company: acme, partner: orbit}}
values:
  note: {note}
  things: [{one}, {two}]
  pick: {pick}
  lines: [{lines}, {lines2}]
  parts: {{street: [{street}], city: {city}, region: {region}, postcode: {postcode}, country: GB}}
  scope: {scope}
  guarantor: bank
clauses:
  secrecy: {{title: {heading}, because: {because}}}
"""
#: Every text of the project by its name in the files above.
FIELDS = [field for _, field, _, _ in Formatter().parse(PAGE + PARTY + DEAL) if field]
PAGES = ("deals/d", "agreements/master", "parties/acme", "parties/orbit", "parties/bank", "clauses/secrecy", "index")
OUTLINES = PAGES[:2]
BUILDERS = ("html", "text", "outline", "latex")
TOKENS = {field: f"Z{index:02}z" for index, field in enumerate(dict.fromkeys(FIELDS))}
TOKEN = re.compile("|".join(TOKENS.values()))


def build_all(project: Project, texts: dict[str, str], **more: str) -> dict[str, Built]:
    fields = {field: quoted(text) for field, text in texts.items()}
    fields["scope"] = quoted(re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", texts["scope"]))
    files = {"agreements/master.md": PAGE.format(**fields), "deals/d.yaml": DEAL.format(**fields)}
    files |= {f"parties/{id}.yaml": PARTY.format(**fields) for id in ("acme", "orbit", "bank")}
    project.write({**files, "clauses/secrecy.yaml": "title: Secrecy\ntext: 1. Keep it.\n", **more})
    built = {builder: project.build(builder, smartquotes=False) for builder in BUILDERS}
    for each in built.values():
        assert (each.messages, each.status) == ("", 0)
    return built


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("harmless"))


@pytest.fixture(scope="module")
def plainly(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The same project with one harmless word for each text."""
    return build_all(Project(tmp_path_factory.mktemp("plain")), TOKENS)


def filled(pattern: str, texts: dict[str, str]) -> str:
    """What an output would be, had its words been these texts; white space made plain."""
    given = {token: texts[field] for field, token in TOKENS.items()}
    return plain(TOKEN.sub(lambda found: given[found[0]], pattern))


def assert_same(found: str, wanted: str, where: str) -> None:
    """Two texts are the same; if not, tell where they part."""
    if found != wanted:
        at = next((at for at, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other), 0)
        around = slice(max(at - 40, 0), at + 40)
        pytest.fail(f"{where}: {found[around]!r}, not {wanted[around]!r}")


#: What checks find differs with the texts.
WAY = re.compile(r'<details class="wh-way">.*?</details>\n', re.DOTALL)


def _sizeless(text: str) -> str:
    """An attribute without how many letters and lines a text has, by which it gets its room."""
    return re.sub(r"--wh-letters:\d+;--wh-lines:\d+", "", text)


def assert_same_html(page: str, pattern: str, texts: dict[str, str]) -> None:
    page, pattern = (WAY.sub("", each) for each in (page, pattern))
    read, wanted = Reader(page), Reader(pattern)
    assert read.shape == wanted.shape, "no markup of its own"
    assert_same(plain(read.text), filled(wanted.text, texts), "html")
    assert list(map(plain, read.attributes)) == [filled(text, texts) for text in wanted.attributes]
    for fact, found in wanted.facts.items():
        assert list(map(plain, read.facts[fact])) == [filled(text, texts) for text in found]


def assert_same_data(found: Any, pattern: Any, texts: dict[str, str]) -> None:
    if isinstance(pattern, str):
        assert_same(plain(found), filled(pattern, texts), "outline")
    elif isinstance(pattern, list):
        assert len(found) == len(pattern)
        for one, another in zip(found, pattern, strict=True):
            assert_same_data(one, another, texts)
    elif isinstance(pattern, dict):
        assert found.keys() == pattern.keys()
        for key, inner in pattern.items():
            if key == "fingerprint":  # of all the words
                continue
            assert_same_data(found[key], inner, texts)
    else:
        assert found == pattern


def unruled(text: str) -> str:
    """Plain text without what is as wide as its words: lines below titles, and the table of key terms."""
    lines = re.sub("Key terms\n=.*\nSignatures\n=", "", text, flags=re.DOTALL).split("\n")
    return "\n".join(line for above, line in pairwise(["", *lines]) if not _is_rule(line, above))


def _is_rule(line: str, title: str) -> bool:
    return line[:1] in ("*", "=", "-") and line == line[0] * max(column_width(title), 1)


def assert_same_tex(tex: str, pattern: str, texts: dict[str, str]) -> None:
    inert = {field: UNSEEN.sub("", text).translate(INERT) for field, text in texts.items()}
    assert_same(read_tex(tex), filled(read_tex(pattern), inert), "tex")


def body(tex: str) -> str:
    """A PDF's source, without the width of columns, which is as their words need."""
    return re.sub(r"L\{[\d.]+\}", "L", tex[tex.index("\\title{") :])


def assert_verbatim(built: dict[str, Built], plainly: dict[str, Built], texts: dict[str, str]) -> None:
    for page in PAGES:
        assert_same_html(built["html"].page(page), plainly["html"].page(page), texts)
        text, pattern = ((each["text"].out / f"{page}.txt").read_text("utf-8") for each in (built, plainly))
        assert_same(squashed(unruled(text)), squashed(filled(unruled(pattern), texts)), page)
    for page in OUTLINES:
        assert_same_data(built["outline"].outline(page), plainly["outline"].outline(page), texts)
    for name in ("master.tex", "deals-d.tex"):
        tex, pattern = ((each["latex"].out / name).read_text("utf-8") for each in (built, plainly))
        assert_same_tex(body(tex), body(pattern), texts)


def squashed(text: str) -> str:
    """Text without white space: where lines break is no matter."""
    return "".join(text.split())


#: Texts on which the words around them depend, where they do not.
AS_ONE = {"entity": "b{}", "term": "T{}", "city": "C{}", "region": "R{}", "because": "{})", "reference": "{} 1"}
#: The values, and what stands in headings.
OF_ONE_LINE = (
    "standard", "pick", "lines", "lines2", "street", "city", "region", "postcode", "scope", "note", "one", "two",
    "name", "heading",
)  # fmt: skip
#: Each example is four builds, so they are few, of a deep run's ten thousand too; nor is there time to shrink them.
BUILDS = settings(
    max_examples=min(settings().max_examples // 6, 330), phases=[Phase.explicit, Phase.reuse, Phase.generate]
)


@BUILDS
@given(st.fixed_dictionaries({field: LINE if field in OF_ONE_LINE else WORDS for field in TOKENS}))
def test_every_output_says_just_that(project: Project, plainly: dict[str, Built], texts: dict[str, str]) -> None:
    # white space at the ends is no word, and TeX and HTML treat it each in its own way
    texts = {field: AS_ONE.get(field, "{}").replace("{}", text.strip()) for field, text in texts.items()}
    texts["term"] = apostrophes(texts["term"])  # an author's term is set like the words around it
    texts["label"] = texts["label"].capitalize()  # as the party's page has it
    assert_verbatim(build_all(project, texts), plainly, texts)


# ---- PDFs

SECRET = "Kanarienvogel"
LINKS = """---
agreement:
  style: uk
  values: {at: {}}
---
# Links

## All
1. **[one](https://x.example/{{ at }})** [two](https://x.example/?q={{ at }}&r)

| a |
|---|
| [three](https://x.example/{{ at }}) |
"""
AN_ADDRESS = "^^5cinput{x}}\\input{x}% a b#c&d_e~f$g\u5317?q=\"'<>^^M"


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Deals in PDF: one with a nasty text in every field, one with very many values, one with links."""
    need_tex()
    root = tmp_path_factory.mktemp("pdfs")
    (root / "secret.tex").write_text(SECRET, encoding="utf-8")
    numbered = dict(enumerate(many_texts(root)))
    declared = "".join(f"    v{index}: {{}}\n" for index in numbered)
    text = "".join(f"1. Ab{index}A {{{{ v{index} }}}} zB{index}z `{{{{ v{index} }}}}`\n" for index in numbered)
    files = {
        "agreements/words.md": f"---\nagreement:\n  values:\n{declared}---\n# Words\n\n## All\n{text}",
        "deals/words.yaml": "agreement: words\nvalues:\n"
        + "".join(f"  v{index}: {quoted(text)}\n" for index, text in numbered.items()),
        "agreements/links.md": LINKS,
        "deals/links.yaml": f"agreement: links\nvalues: {{at: {quoted(AN_ADDRESS)}}}\n",
    }
    texts = {field: kept(one_line(NASTY[7 * index % len(NASTY)])) for index, field in enumerate(TOKENS)}
    folder = build_all(Project(root / "project"), texts, **files)["latex"].out
    for name in ("words", "links"):
        (folder / f"{name}.tex").unlink()  # which have no value in them
    set_all(folder)
    return folder


def many_texts(root: Path) -> list[str]:
    """All that is nasty, and some that hypothesis finds: the same each time."""
    drawn: list[str] = []

    @settings(max_examples=70, database=None, derandomize=True, phases=[Phase.generate])
    @given(LINE)
    def draw(text: str) -> None:
        drawn.append(text)

    draw()
    reading = [f"\\input{{{root}/secret}}", f"^^5cinput{{{root}/secret}}", f"\\immediate\\write18{{touch {root}/made}}"]
    return [*(kept(one_line(text)) for text in NASTY), *reading, *drawn]


def letters(text: str) -> str:
    """What of a text must be in a PDF's: a character that no font has is there by its number."""
    text = re.sub(r"\[U\+([0-9A-F]{4,6})\]", lambda found: chr(int(found[1], 16)), text)
    text = UNSEEN.sub("", unicodedata.normalize("NFKD", text))
    return re.sub("[\\s\u202a-\u202e\u2010-]", "", text)


def test_a_pdf_has_every_value(pdfs: Path) -> None:
    text = letters(pdf_text(pdfs / "deals-words.pdf", "-raw"))
    for index, value in enumerate(many_texts(pdfs.parents[2])):
        found = re.search(f"Ab{index}A(.*?)zB{index}z", text)
        wanted = letters(value)
        assert found, value
        if any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in value):
            assert sorted(found[1]) == sorted(wanted)
        else:
            assert found[1] == wanted
    assert SECRET not in text
    assert not (pdfs.parents[2] / "made").exists()


def test_no_character_is_lost_in_a_pdf(pdfs: Path) -> None:
    for log in pdfs.glob("*.log"):
        assert "Missing character" not in log.read_text(encoding="utf-8", errors="replace")


def test_a_pdf_has_every_name(pdfs: Path) -> None:
    text = letters(pdf_text(pdfs / "deals-d.pdf", "-raw"))
    for index, field in enumerate(TOKENS):
        name = NASTY[7 * index % len(NASTY)]
        if field not in ("about", "because", "attention", "pick", "deal") and not re.search("[\u0590-\u06ff]", name):
            assert letters(kept(one_line(name))) in text, field


# ---- what is refused


def test_a_refused_character_is_told_where_it_stands(tmp_path: Path) -> None:
    """In every field of every file: a finding there, nothing of it in any output, and all else is built."""
    project, files, wanted = Project(tmp_path), {}, []
    sound = {field: quoted(token) for field, token in TOKENS.items()}
    for index, field in enumerate(TOKENS):
        bad = sound | {field: quoted(f"Bad{REFUSED[index % len(REFUSED)]}word")}
        for kind, template in (("agreements/{}.md", PAGE), ("deals/{}.yaml", DEAL), ("parties/{}.yaml", PARTY)):
            if f"{{{field}}}" in template:
                text = template.format(**bad)
                files[kind.format(field)] = text
                wanted.append((kind.format(field), text.count("\n", 0, text.index(bad[field])) + 1))
    project.write({"agreements/master.md": PAGE.format(**sound), "deals/d.yaml": DEAL.format(**sound), **files})
    project.write({f"parties/{id}.yaml": PARTY.format(**sound) for id in ("acme", "orbit", "bank")})
    project.write({"clauses/secrecy.yaml": "title: Secrecy\ntext: 1. Keep it.\n"})
    for builder in BUILDERS:
        built = project.build(builder)
        assert built.status == 1
        for file, line in wanted:
            assert re.search(
                rf"^{file}:{line}:\d+: ERROR: there is (?:[^;]* )?U\+[0-9A-F]{{4,6}} in this",
                built.messages,
                re.MULTILINE,
            ), (file, built.messages)
        assert len(built.messages.splitlines()) == len(wanted)
        written = [
            name for name, content in built.files().items() if b"Bad" in content and not name.startswith("_sources")
        ]
        assert not written, "a file that is refused is not read in part"
    assert "Alpha1" in project.build("text").text("deals/d")


@pytest.mark.parametrize(
    ("field", "written", "message"),
    [
        ("note", " ", "the value 'note' must have something in it that can be seen"),
        ("note", "\u200b\u00ad", "the value 'note' must have something in it that can be seen"),
        ("note", "a\nb", "the value 'note' must be a text of one line"),
        ("one", "\u2028", "the value 'things' must have something in it that can be seen"),
        ("two", "", "the value 'things' must have something in each of its texts"),
        ("pick", "\u200bp", "the value 'pick' must be one of"),
        ("lines", "\u2060", "the value 'lines' must have something in it that can be seen"),
        ("city", "a\tb", "the value 'parts' must be a text of one line"),
        ("scope", "\u3164", "the value 'scope' must have something in it that can be seen"),
    ],
)
def test_a_value_that_says_nothing_is_a_blank_and_told(
    field: str, written: str, message: str, project: Project
) -> None:
    fields = {each: quoted(token) for each, token in TOKENS.items()}
    deal = DEAL.format(**fields | {field: quoted(written)})
    project.write({"agreements/master.md": PAGE.format(**fields), "deals/d.yaml": deal})
    project.write({f"parties/{id}.yaml": PARTY.format(**fields) for id in ("acme", "orbit", "bank")})
    project.write({"clauses/secrecy.yaml": "title: Secrecy\ntext: 1. Keep it.\n"})
    built = project.build()
    name = message.split("'")[1]
    line = next(number for number, each in enumerate(deal.split("\n"), 1) if each.startswith(f"  {name}:"))
    assert re.match(rf"deals/d.yaml:{line}:\d+: ERROR: {re.escape(message)}", built.messages), built.messages
    assert built.status == 1
    assert (
        f'<span class="wh-blank" title="{TOKENS["about"]}" data-fact="note">[Note]' in built.page("deals/d")
        or name != "note"
    )
    assert f"[{name.capitalize()}]" in built.words("deals/d")


@BUILDS
@given(st.lists(ANYTHING.map(kept).map(one_line), min_size=7, max_size=7))
def test_what_is_no_figure_is_a_blank_and_told(project: Project, texts: list[str]) -> None:
    types = ("integer", "number", "percent", "money", "date", "duration", "boolean")
    given = {type: text for type, text in zip(types, texts, strict=True) if not _is_figure(type, text)}
    page = "---\nagreement:\n  values:\n" + "".join(f"    {type}: {{type: {type}}}\n" for type in types)
    page += "---\n# Figures\n\n## All\n" + "".join(f"1. Alpha {{{{ {type} }}}} omega\n" for type in types)
    deal = "agreement: figures\nvalues:\n" + "".join(f"  {type}: {quoted(text)}\n" for type, text in given.items())
    project.write({"agreements/figures.md": page, "deals/figures.yaml": deal})
    built = project.build("outline")
    told = [line for line in built.messages.splitlines() if line.startswith("deals/figures.yaml:")]
    assert len(told) == len(given)
    for line, type in enumerate(given, start=3):
        assert any(each.startswith(f"deals/figures.yaml:{line}:") and f"'{type}' must " in each for each in told)
    texts = [each["text"] for each in built.outline("deals/figures")["provisions"]][1:]
    assert texts == [f"Alpha [{type.capitalize()}] omega" for type in types]


def _declared(type: str, **limits: Any) -> Declaration:
    """A declaration that nobody has checked."""
    unchecked: dict[str, Any] = {"type": type, **limits}
    return Declaration.model_construct(**unchecked)


def _is_figure(type: str, text: str) -> bool:
    try:
        parse_value(text, _declared(type))
    except ValueError:
        return False
    return True


# ---- addresses of links


@given(text=LINE)
def test_an_address_in_tex_is_an_address(text: str) -> None:
    url = escape_url(f"https://x.example/{text}")
    assert re.fullmatch(r"https://x\.example/(?:[!'()*+,./0-9:;=?@A-Z_a-z~&-]|\[|\]|\\%|\\#)*", url)
    wanted = re.sub("[\x00-\x1f\x7f]", "", f"https://x.example/{text}").strip()
    assert unquote(url.replace("\\%", "%").replace("\\#", "#")) == unquote(wanted)


@pytest.mark.parametrize("url", ["run:/bin/sh", " Run:x", "file:///etc/passwd", "javascript:x", "java\nscript:x"])
def test_a_link_starts_nothing(url: str) -> None:
    assert escape_url(url) == r"\#"
    assert 'href="#"' in "".join(map(str, render_runs((Link(url, (Text("x"),)),))))


def test_a_pdf_leads_where_its_links_say(pdfs: Path) -> None:
    from pypdf import PdfReader

    notes = [
        note.get_object() for page in PdfReader(pdfs / "deals-links.pdf").pages for note in page.get("/Annots", [])
    ]
    found = [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]
    wanted = [
        f"https://x.example/{AN_ADDRESS}",
        f"https://x.example/?q={AN_ADDRESS}&r",
        f"https://x.example/{AN_ADDRESS}",
    ]
    assert list(map(unquote, found)) == wanted


def test_markdown_in_a_value_brings_no_link_that_starts_something(tmp_path: Path) -> None:
    project = Project(tmp_path)
    page = LINKS.replace("{at: {}}", "{at: {type: markdown}}").replace("1. ", "1. {{ at }}\n1. ")
    text = "[a](run:/bin/sh) [b](javascript:x) <run:/bin/sh> [c](https://ok.example) [d](file:///etc/passwd)"
    project.write({"agreements/links.md": page, "deals/d.yaml": f"agreement: links\nvalues: {{at: {quoted(text)}}}\n"})
    for builder, file in (("html", "deals/d.html"), ("latex", "deals-d.tex")):
        output = (project.build(builder).out / file).read_text("utf-8")
        assert "https://ok.example" in output
        assert not re.search(r"(href=\"|\\href\{)\s*(run|javascript|file):", output)


# ---- names that would leave their folders

MASTER = """---
agreement:
  style: uk
  roles: {company: Company}
  values: {who: {type: party}}
---
# Master

## Facts
1. {{ who }} and {{ company.name }} agree.

:::{clause} law
:::
"""
#: Each place that names a record, with what its file is called.
NAMED = {
    "clause": ("agreements/x{}.md", MASTER.replace("} law", "} NAME"), "unknown-clause"),
    "clause ": ("deals/x{}.yaml", "agreement: master\nclauses: {NAME: omit}\n", "unknown-clause"),
    "clause  ": ("deals/y{}.yaml", "agreement: master\nadd: {NAME: {after: law}}\n", "unknown-clause"),
    "clause   ": ("deals/z{}.yaml", "agreement: master\nadd: {x: {after: law, clause: NAME}}\n", "unknown-clause"),
    "party": ("deals/p{}.yaml", "agreement: master\nparties: {company: NAME}\n", "unknown-party"),
    "party ": ("deals/q{}.yaml", "agreement: master\nparties: {company: [acme, NAME]}\n", "unknown-party"),
    "party  ": ("deals/v{}.yaml", "agreement: master\nvalues: {who: NAME}\n", "unknown-party"),
    "page": ("deals/a{}.yaml", "agreement: NAME\n", "unknown-agreement"),
    "deal": ("agreements/d{}.md", "---\ndeal: NAME\n---\n# Deal\n\n:::{agreement}\n:::\n", "unknown-deal"),
}


def test_no_name_leaves_its_folder(tmp_path: Path) -> None:
    outside, project, places = tmp_path / "outside", Project(tmp_path / "project"), {}
    (outside / "records").mkdir(parents=True)
    secrets = {
        "clause.yaml": f"title: {SECRET}\ntext: 1. {SECRET}\n",
        "party.yaml": f"name: {SECRET}\n",
        "deal.yaml": f"agreement: master\ntitle: {SECRET}\n",
        "page.md": f"---\nagreement:\n  roles: {{company: {SECRET}}}\n---\n# {SECRET}\n",
    }
    for name, text in secrets.items():
        for folder in (outside, outside / "records")[: 1 if name == "page.md" else 2]:
            (folder / name).write_text(text, encoding="utf-8")
    project.write({"agreements/master.md": MASTER, "parties/acme.yaml": "name: Acme\n"})
    project.write({"clauses/law.yaml": "title: Law\ntext: 1. Law.\n", "deals/fine.yaml": "agreement: master\n"})
    for kind in ("clause", "party", "deal"):
        folder = project.root / {"clause": "clauses", "party": "parties", "deal": "deals"}[kind]
        (folder / "link.yaml").symlink_to(outside / f"{kind}.yaml")
        (folder / "linked").symlink_to(outside / "records")
    for named, (file, text, rule) in NAMED.items():
        kind = named.strip()
        ways = [f"../../outside/{kind}", f"../outside/{kind}", f"{outside}/{kind}", f"..\\..\\outside\\{kind}"]
        ways += [f"a/../../../outside/{kind}", f"linked/{kind}", "..", "/", "~root/x", "a" * 300, "a/" * 400 + "b"]
        ways += [f"%2e%2e/%2e%2e/outside/{kind}", "../parties/acme", *(["link"] if kind != "page" else [])]
        for index, way in enumerate(ways):
            written = way if file.startswith("agreements/x") else f"'{way}'"
            project.write({file.format(index): text.replace("NAME", written)})
            places[file.format(index)] = rule
    for _ in range(2):  # again, since Sphinx now looks at all that pages depend on
        built = project.build()
        for file, rule in places.items():
            assert re.search(rf"^{file}:\d+(:\d+)?: ERROR: .*\[whereas\.{rule}\]$", built.messages, re.MULTILINE), file
        assert len(built.messages.splitlines()) == len(places)
        assert built.status == 1
        assert "agree. 2. Law 2.1 Law." in built.words("deals/fine").replace("¶", "")
    for output in (built, project.build("outline"), project.build("latex")):
        assert not [name for name, content in output.files().items() if SECRET.encode() in content]


# ---- the template's fence, in a built project

ATTACKS = {
    "{{ company.__class__.__mro__ }}": "a party has no '__class__'",
    "{{ company._parties }}": "a party has no '_parties'",
    "{{ company.name.__init__.__globals__ }}": "has no '__init__'",
    "{{ ''|attr('__class__') }}": "there is no filter 'attr'",
    "{{ range.__call__(3) }}": "only `included(…)` and `range(…)` can be called",
    "{{ included.__globals__ }}": "'__globals__' is used here and declared nowhere",
    "{{ lipsum.__globals__ }}": "'lipsum' is used here and declared nowhere",
    "{% include '/etc/passwd' %}": "`include` is nothing a contract's text can do",
    "{% import 'os' as os %}": "`import` is nothing a contract's text can do",
    "{% extends '/etc/passwd' %}": "`extends` is nothing a contract's text can do",
    "{% macro m() %}{{ m() }}{% endmacro %}": "`macro` is nothing a contract's text can do",
    "{% for a in range(999999999) %}x{% endfor %}": "the range is longer than 1,000",
    "{% for a in range(999) %}{% for b in range(999) %}x{% endfor %}{% endfor %}": "go round more than 20,000 times",
    "{% for a in range(999) %}" + "x" * 9999 + "{% endfor %}": "it gives more than 5,000,000 characters",
    "{{ 'x' * 999999999 }}": "`*` calculates with numbers",
    "{{ 9 ** 999999999 }}": "`pow` is nothing a contract's text can do",
    "{% for x in %}": "the template cannot be read",
}


def fenced(tmp_path: Path, attacks: Iterable[str]) -> Built:
    """A project with each attack in the fourth line of a clause of its own."""
    project, placed = Project(tmp_path), []
    for index, attack in enumerate(attacks):
        text = f"title: C{index}\nroles: [company]\ntext: |\n  1. Some {attack} text.\n\n  1. Next{index}.\n"
        project.write({f"clauses/c{index}.yaml": text})
        placed.append(f":::{{clause}} c{index}\n:::\n\n")
    page = MASTER.replace(":::{clause} law\n:::\n", "".join(placed) + "## Last\n1. The end.\n")
    project.write({"agreements/master.md": page, "parties/acme.yaml": "name: Acme\n"})
    project.write({"deals/d.yaml": "agreement: master\nparties: {company: acme}\n"})
    return project.build()


def test_an_attack_is_told_where_it_stands_and_the_rest_is_built(tmp_path: Path) -> None:
    built = fenced(tmp_path, ATTACKS)
    assert built.status == 1
    for index, message in enumerate(ATTACKS.values()):
        found = [line for line in built.messages.splitlines() if line.startswith(f"clauses/c{index}.yaml:4: ERROR: ")]
        assert found and all(message in line for line in found), (message, built.messages)
    assert not re.search("root:.*:0:0:|<class|<function|Traceback", built.messages)
    for page in ("deals/d", "agreements/master"):
        words = built.words(page)
        assert "The end." in words
        assert not re.search("root:.*:0:0:|&lt;class|x{100}", words)


#: What the fence once let through, in a size that does no harm; each step more doubles the time.
BREACHES = {
    "lists in lists": "{% set a = ['x'] %}" + "{% set a = [a, a] %}" * 16 + "{{ a }}",
    "lists compared": "{% set a = ['x'] %}{% set b = ['x'] %}" + "{% set a = [a, a] %}{% set b = [b, b] %}" * 16
    + "{% if a == b %}x{% endif %}",
    "squares": "{% set a = 9999999999 %}" + "{% set a = a * a %}" * 14 + "{{ 1 }}",
    "the end of a range": "{{ range(90000) | last }}",
}  # fmt: skip


@pytest.mark.parametrize("attack", BREACHES)
def test_a_template_does_not_run_for_ever(attack: str, tmp_path: Path) -> None:
    assert fenced(tmp_path, [BREACHES[attack]]).status == 1


def test_a_template_that_is_too_deep_is_told(tmp_path: Path) -> None:
    built = fenced(tmp_path, ["{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"])
    assert built.messages.startswith("clauses/c0.yaml:4: ERROR: ")


# ---- what once came out changed


def test_names_keep_their_quotes_and_dashes(project: Project) -> None:
    texts = {field: f"{token} 'q' a--b ..." for field, token in TOKENS.items()}
    fields = {field: quoted(text) for field, text in texts.items()}
    project.write({f"parties/{id}.yaml": PARTY.format(**fields) for id in ("acme", "orbit", "bank")})
    project.write({"agreements/master.md": PAGE.format(**fields), "deals/d.yaml": DEAL.format(**fields)})
    built = project.build()
    for field in ("name", "tax_id", "email", "motto"):
        assert texts[field] in built.words("parties/acme")
    assert texts["because"] in built.words("deals/d")
    assert texts["heading"] in built.words("deals/d")


def test_a_party_page_keeps_the_label_of_its_number(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"parties/p.yaml": "name: P\nregistration: {label: VAT no. of HMRC, number: '7'}\n"})
    assert "VAT no. of HMRC" in project.build().words("parties/p")


def test_a_party_page_has_facts_of_one_name_side_by_side(tmp_path: Path) -> None:
    project = Project(tmp_path)
    party = (
        "name: P\ntax_id: GB1\naddress: [Road]\nregistration: {label: Address, number: '7'}\nfacts: {tax_number: X2}\n"
    )
    project.write({"parties/p.yaml": party})
    words = project.build().words("parties/p")
    assert all(word in words for word in ("GB1", "X2", "Road", "7"))


@pytest.mark.parametrize("address", ["https://{{ at }}/x", "mailto:{{ at }}"])
def test_a_value_may_be_the_host_of_an_address(address: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/links.md": LINKS.replace("https://x.example/{{ at }})**", f"{address})**")})
    project.write({"deals/d.yaml": "agreement: links\nvalues: {at: a@b.example}\n"})
    assert f'href="{address.replace("{{ at }}", "a@b.example")}"' in project.build().page("deals/d")


def test_key_terms_say_what_the_page_says_of_markdown(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(
        {"agreements/m.md": "---\nagreement:\n  values: {v: {type: markdown}}\n---\n# M\n\n## A\n1. {{ v }}\n"}
    )
    project.write({"deals/d.yaml": "agreement: m\nvalues: {v: 'A&amp;B <b>c</b> ![d](e)'}\n"})
    outline = project.build("outline").outline("deals/d")
    assert outline["values"]["v"]["text"] == outline["provisions"][1]["text"]


def test_a_name_that_nobody_sees_is_refused(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"parties/p.yaml": 'name: "\\u200b"\n'})
    assert project.build().status == 1


def test_a_reason_keeps_its_dots(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/master.md": MASTER, "clauses/law.yaml": "title: Law\ntext: 1. Law.\n"})
    project.write({"deals/d.yaml": "agreement: master\nclauses: {law: {title: X, because: So they said...}}\n"})
    assert "So they said..." in project.build(smartquotes=False).words("deals/d")
