"""Who reads it: what is ours alone is shown inside, and is in no byte of what others get, nor of any PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from projects import Built, Project

from whereas.site.refusal import RefusedError

ROOT = Path(__file__).parents[2]
FILES = {
    "index.md": """
        # Home

        % CANARYcommentA

        <!-- CANARYcommentB -->

        :::{only} internal
        A note: CANARYnote.
        :::

        ```{toctree}
        :glob:
        agreements/*
        deals/*
        clauses/*
        parties/*
        lists
        ```
        """,
    "lists.md": "# Lists\n\n```{records} clauses\n```\n\n```{records} deals\n```\n",
    "agreements/x.md": """
        ---
        note: CANARYmatter
        agreement:
          roles: {company: Company}
          values: {area: {type: text, default: Europe, about: Where}}
        ---
        # Agreement X

        % CANARYcommentC

        {## CANARYcommentD ##}

        <!-- CANARYcommentE -->

        Before <!-- CANARYcommentL --> and after.

        :::{key-terms}
        :::

        {.parties}
        ## Parties
        :::{parties}
        :::

        :::{clause} first
        :::

        :::{clause} second
        :::
        """,
    "clauses/first.yaml": """
        # CANARYcommentF
        title: First
        summary: What all may read.
        status: draft
        owner: CANARYowner
        tags: [CANARYtag]
        values: {fee: {type: money, default: EUR 5, about: The fee}, area: {type: text}}
        text: |
          1. {#duty}
             A duty in {{ area }} for {{ fee }}. {## CANARYcommentG ##}

             % CANARYcommentH
        variants:
          short: {summary: Shorter., text: "1. {#duty}\\n   Half a duty. In {{ area }}."}
        guidance: |
          Ask for {{ fee }}: CANARYguidance, see {clause}`.duty`.[^why]

          [^why]: CANARYfootnote

          1. {#inner} CANARYlisted
        fallbacks:
          - {position: CANARYposition, text: CANARYoffer, changes: CANARYchange, approval: CANARYapproval}
          - {position: CANARYother, variant: short, values: {fee: EUR 4711}}
        """,
    "clauses/second.yaml": "title: Second\nowner: CANARYowner2\nstatus: retired\ntext: |\n  1. Another.\n",
    "clauses/third.yaml": "title: Third\ntext: |\n  1. A third.\n",
    "clauses/broken.yaml": "title: Broken\nstatus: CANARYfinding\ntext: [CANARYtext]\n",
    "clauses/bad.yaml": """
        title: Bad
        text: |
          1. {{ CANARYunknown1 }} in the text.
        variants:
          other: {text: "1. {{ CANARYunknown2 }} in a variant."}
        definitions:
          Thing: what {{ CANARYunknown3 }} is
        """,
    "agreements/broken.md": """
        ---
        agreement:
          values: {n: {type: integer, default: 7}, fee: {type: money}}
        ---
        # Broken {{ CANARYtitle }}

        ## One {{ CANARYheading }}
        1. {{ CANARYline }}, {{ n / "CANARYsum" }}, {{ n | CANARYfilter }}, {clause}`CANARY/label`.

           - {{ CANARYbullet }}

           > {{ CANARYquoted }}

        {{ CANARYparagraph }}

        | {{ CANARYhead }} | b |
        |------------------|---|
        | {{ CANARYcell }} | b |

        :::{definitions}
        :::

        ## Two
        :::{nope} CANARYargument
        CANARYbody
        :::

        :::{list-table}
        * - CANARYuneven
          - b
        * - a
        :::

        ::::{list-table}
        :header-rows: 1

        * - a

            :::{clause} CANARYinhead
            :::
        * - b

            :::{clause} CANARYincell
            :::
        ::::

        :::{clause} CANARYclause
        :::

        :::{clause} bad
        :::

        {% if CANARYcondition %}
        1. Then.
        {% endif %}
        """,
    "deals/broken.yaml": """
        agreement: broken
        values: {fee: CANARYfee}
        clauses:
          bad: {variant: other, because: CANARYbad}
        """,
    "parties/acme.yaml": "# CANARYcommentI\nname: Acme Ltd\nshort: Acme\n",
    "deals/d.yaml": """
        # CANARYcommentJ
        agreement: x
        parties: {company: acme}
        values: {area: Asia}
        clauses:
          first: {variant: short, because: CANARYbecause}
          second: {omit: yes, because: CANARYomitted}
        add:
          third: {after: first, because: CANARYadded}
        """,
    "deals/e.yaml": "agreement: x\nparties: {company: acme}\nvalues: {aera: CANARYvalue}\n",
    "deals/p.md": """
        ---
        deal: q
        ---
        # A page

        % CANARYcommentK

        :::{agreement}
        :::
        """,
    "deals/q.yaml": "agreement: x\nclauses:\n  first: {text: '1. Own words.', because: CANARYown}\n",
}
#: Of these, something cannot be shown: readers outside do not get to know why.
BROKEN = ("clauses/broken.yaml", "clauses/bad.yaml", "agreements/broken.md", "deals/broken.yaml", "deals/e.yaml")
#: A file of the project, and a line in it.
FILE = re.compile(rb"(?:clauses|deals|parties|agreements)/[\w-]+\.(?:yaml|md)|\.(?:yaml|md):\d|/conf\.py")
#: What a build for readers inside shows; comments and findings are for those who write.
SHOWN = "owner tag guidance listed position offer change approval other because omitted added own note owner2"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("audience"))
    project.write(FILES)
    return project


def outside(project: Project, builder: str, out: str = "-x") -> Built:
    return project.build(builder, out=out, whereas_audience="external", html_theme="furo", keep_warnings=False)


def told(folder: Path) -> dict[str, list[str]]:
    """By file, names too, what no file for others may say."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes() + b"\n" + path.relative_to(folder).as_posix().encode()
        said = re.findall(rb"CANARY\w*|4,?711", content)
        if "_static" not in path.parts and path.name != "outline.schema.json":
            said += FILE.findall(content)
        if said:
            found[path.relative_to(folder).as_posix()] = [each.decode() for each in said]
    return found


@pytest.mark.parametrize("builder", ["html", "dirhtml", "outline", "text", "epub", "man", "latex", "docx", "pseudoxml"])
def test_readers_outside_get_none_of_it(builder: str, project: Project) -> None:
    built = outside(project, builder)
    assert any(path.is_file() for path in built.out.rglob("*"))
    if builder == "epub":
        archive = next(built.out.glob("*.epub"))
        shutil.unpack_archive(archive, built.out / "unpacked", "zip")
    unpack_words(built)
    assert told(built.out) == {}


def unpack_words(built: Built) -> None:
    """Lay the parts of Word files beside them."""
    for path in list(built.out.rglob("*.docx")):
        shutil.unpack_archive(path, path.with_suffix(".parts"), "zip")


OWN_BUILDERS = """\
from pathlib import Path
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

class Held(Builder):
    name, format = "held", "held"

    def get_outdated_docs(self):
        return self.env.found_docs

    def get_target_uri(self, docname, typ=None):
        return docname

    def write_doc(self, docname, doctree):
        path = Path(self.outdir, docname + ".held")
        path.parent.mkdir(parents=True, exist_ok=True)
        held = [str(vars(node).get("attributes", "")) for node in doctree.findall()]
        path.write_text("\\n".join([doctree.pformat(), doctree.astext(), *held]), encoding="utf-8")

class Copy(StandaloneHTMLBuilder):
    name = "copy"

def setup(app):
    app.add_builder(Held)
    app.add_builder(Copy)
"""


@pytest.mark.parametrize("builder", ["held", "copy", "docx", "text", "man", "epub", "xml", "pseudoxml", "texinfo"])
def test_no_builder_that_is_not_known_to_make_the_site_has_it(builder: str, tmp_path: Path) -> None:
    """Though it is one for readers inside: what it makes may be given away."""
    project = Project(tmp_path)
    project.write({name: text for name, text in FILES.items() if name not in BROKEN})
    (tmp_path / "builders_of_others.py").write_text(OWN_BUILDERS, encoding="utf-8")
    conf = (tmp_path / "conf.py").read_text(encoding="utf-8")
    path = f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n"
    project.write({"conf.py": f"{path}{conf}\nextensions.append('builders_of_others')\n"})
    project.build(out="-in")  # as when the site is built first, and its doctrees are there
    built = project.build(builder, out="-in", html_theme="furo", keep_warnings=False)
    if builder == "epub":
        shutil.unpack_archive(next(built.out.glob("*.epub")), built.out / "unpacked", "zip")
    unpack_words(built)
    assert told(built.out) == {}
    whole = b"".join(path.read_bytes() for path in built.out.rglob("*") if path.is_file())
    assert b"Half a duty." in whole or builder == "epub"


def test_no_pdf_has_it_whoever_the_site_is_for(project: Project) -> None:
    conf = (project.root / "conf.py").read_text(encoding="utf-8")
    whole = (
        '\nlatex_documents = [("index", "whole.tex", "Whole", "Test", "manual")]\n'  # clauses have pages in this one
    )
    project.write({"conf.py": conf + whole})
    built = project.build("latex", out="-pdf")
    project.write({"conf.py": conf})
    assert (built.out / "whole.tex").exists() and (built.out / "x.tex").exists()
    broken = {word for name in BROKEN for word in re.findall(r"CANARY\w+", FILES[name])}  # it says why, to us
    found = {word for said in told(built.out).values() for word in said if "CANARY" in word or "711" in word}
    assert found - broken == set()


def test_readers_inside_get_all_of_it(project: Project) -> None:
    built = project.build(html_theme="furo")
    pages = "".join(path.read_text(encoding="utf-8") for path in built.out.rglob("*.html"))
    assert [each for each in SHOWN.split() if f"CANARY{each}" not in pages] == []
    assert "EUR 4,711" in pages
    assert "deals/d.yaml:" in pages
    assert "Draft" in built.words("clauses/first") and "clauses/broken.yaml:" in built.words("clauses/broken")
    finds = (built.out / "_search.js").read_text(encoding="utf-8")
    assert "CANARYguidance" in finds
    outline = project.build("outline").outline("deals/d")
    assert {each["because"] for each in outline["deviations"]} >= {"CANARYbecause", "CANARYadded"}
    assert outline["values"]["area"]["origin"] == "deals/d.yaml:4"


def test_readers_outside_get_the_rest(project: Project) -> None:
    built = outside(project, "html")
    clause = built.words("clauses/first")
    for words in ("What all may read.", "A duty in", "Half a duty.", "The fee", "EUR 5", "Where it is used"):
        assert words in clause
    for words in ("Guidance", "Fallbacks", "Owner", "Tags"):
        assert words not in clause
    assert "Draft" not in clause.split("Where it is used")[0], "how far its review has come; deals tell their own"
    deal = built.words("deals/d")
    for words in ("Acme Ltd", "Half a duty.", "A third.", "Used in", "Asia"):
        assert words in deal
    assert "Written in" not in deal
    cards = re.findall(r'<ul class="[^"]*wh-cards.*?</ul>', built.page("lists"), re.DOTALL)
    assert "First" in cards[0] and "Draft" not in cards[0]
    assert "This cannot be shown." in built.words("clauses/broken")
    outline = outside(project, "outline").outline("deals/d")
    assert {each["because"] + each["origin"] for each in outline["deviations"]} == {""}


def test_readers_outside_get_no_sources_and_no_links_to_them(project: Project) -> None:
    options = {"source_repository": "https://example.com/r", "source_branch": "main", "source_directory": "src/"}
    built = project.build(
        out="-links", whereas_audience="external", html_theme="furo", html_theme_options=options, fresh=True
    )
    assert not (built.out / "_sources").exists()
    assert "example.com/r/blob" not in built.page("agreements/x") and "_sources" not in built.page("agreements/x")
    assert '"CANARY' not in (built.out / "searchindex.js").read_text(encoding="utf-8")


def test_builds_for_both_may_share_what_was_read(tmp_path: Path) -> None:
    """As `sphinx-build -d` with one place for both does: each gives what it would give alone."""
    project = Project(tmp_path)
    project.write(FILES)

    def build(whom: str, doctrees: str) -> dict[str, bytes]:
        built = project.build(out=f"-{whom}", whereas_audience=whom)
        (tmp_path / f"out-{whom}/doctrees").rename(tmp_path / doctrees)
        return built.files()

    def lend(whom: str) -> None:
        (tmp_path / "shared").rename(tmp_path / f"out-{whom}/doctrees")

    alone = {whom: build(whom, f"alone-{whom}") for whom in ("internal", "external")}
    (tmp_path / "alone-internal").rename(tmp_path / "shared")
    for whom in ("external", "internal", "external"):
        lend(whom)
        assert build(whom, "shared") == alone[whom]
    assert told(tmp_path / "out-external/html") == {}


def test_nothing_that_was_built_inside_is_left_for_others(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    project.build()
    with pytest.raises(RefusedError, match="holds what was not built for readers outside"):
        project.build(whereas_audience="external")
    shutil.rmtree(tmp_path / "out")
    project.build(whereas_audience="external")
    project.build(whereas_audience="external")  # again, in the same place
    project.build()  # now it is for readers inside, and is not taken for the others' again
    with pytest.raises(RefusedError, match="give them a folder of their own"):
        project.build(whereas_audience="external")


def test_pages_that_are_gone_are_gone_for_readers_outside(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write(FILES)
    project.build(whereas_audience="external")
    (tmp_path / "deals/q.yaml").unlink()
    (tmp_path / "deals/p.md").unlink()
    (tmp_path / "deals/d.yaml").unlink()
    after = project.build(whereas_audience="external")
    clean = project.build(whereas_audience="external", out="-clean")
    assert after.files() == clean.files()
    assert not (after.out / "deals/d.html").exists()
    assert "deals/d" not in (after.out / "_search.js").read_text(encoding="utf-8")


def test_what_was_read_is_not_kept_in_what_others_get(tmp_path: Path) -> None:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    project = Project(tmp_path)
    config = {"whereas_audience": "external"}
    with patch_docutils(tmp_path), docutils_namespace(), pytest.raises(RefusedError, match="sphinx-build -d"):
        Sphinx(project.root, project.root, tmp_path / "o", tmp_path / "o/.doctrees", "html", config, status=None)
    assert not list((tmp_path / "o").glob("*.html"))


def test_an_audience_is_one_of_two(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="`whereas_audience` must be 'internal' or 'external', not 'extern'"):
        Project(tmp_path).build(whereas_audience="extern")


# ---- make -----------------------------------------------------------------------------------------------------------


def make(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What make would do, without doing any of it."""
    own = {key: text for key, text in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL", "AUDIENCE", "NAME")}
    command = ["make", "-n", *arguments, "JOBS=1"]
    return subprocess.run(command, cwd=ROOT, env=own | environment, capture_output=True, text=True)


needs_make = pytest.mark.skipif(not shutil.which("make"), reason="make is needed")


@needs_make
def test_make_builds_for_readers_outside_in_a_place_of_its_own() -> None:
    for done in (make("html", "AUDIENCE=external"), make("html", AUDIENCE="external")):
        assert "AUDIENCE=external" in done.stdout
        assert "-d build/external/.doctrees" in done.stdout and "source build/external/html" in done.stdout
    inside = make("html")
    assert "-d build/.doctrees" in inside.stdout and "source build/html" in inside.stdout


@needs_make
@pytest.mark.parametrize("whom", ["extern", "", "internal external", "$(shell touch pwned)"])
def test_make_refuses_what_is_no_audience(whom: str) -> None:
    done = make("html", f"AUDIENCE={whom}")
    assert done.returncode and f"AUDIENCE is internal or external, not '{whom}'" in done.stderr
    assert not (ROOT / "pwned").exists()


# ---- PDFs, as they come out of TeX -----------------------------------------------------------------------------------


@pytest.mark.parametrize("whom", ["internal", "external"])
def test_a_pdf_says_none_of_it_in_its_text_nor_its_metadata(whom: str, tmp_path: Path) -> None:
    from pypdf import PdfReader
    from pypdf.generic import StreamObject

    if not (shutil.which("latexmk") and shutil.which("xelatex")):
        if os.environ.get("CI"):
            pytest.fail("latexmk and xelatex are needed")
        pytest.skip("latexmk and xelatex are needed")
    project = Project(tmp_path)
    project.write(
        {name: text for name, text in FILES.items() if name in ("index.md", "agreements/x.md", "deals/d.yaml")}
    )
    project.write({name: text for name, text in FILES.items() if name.startswith(("clauses/", "parties/"))})
    folder = project.build("latex", whereas_audience=whom).out
    command = ["latexmk", "-silent", "-xelatex", "-interaction=batchmode", "deals-d.tex"]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    reader = PdfReader(folder / "deals-d.pdf")
    said = [page.extract_text() for page in reader.pages] + [str(reader.metadata), str(reader.trailer)]
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(number)
        said.append(found.get_data().decode("latin-1") if isinstance(found, StreamObject) else str(found))
    text = "\n".join(said)
    assert "Half a duty." in text
    assert re.findall(r"CANARY\w*|4,?711|(?:clauses|deals)/\w+\.yaml", text) == []
