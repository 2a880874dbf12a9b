"""How PDFs are made: faults are told where they were written, only what changed is set again, a house has its look."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from paper import need_tex, pdf_text, set_all
from projects import Begun, Project
from pypdf import PdfReader

import whereas
from whereas.__main__ import main
from whereas.pdf.log import Message, errors, warnings
from whereas.pdf.press import press
from whereas.project.identity import parse_identities

NOTE = """
    ---
    agreement:
      style: uk
      values: {{what: {{default: {what}}}}}
    ---
    # {title}

    ## First
    1. One thing.

    ## Second
    1. Another thing: {{{{ what }}}}.
    1. {text}
    """


def note(text: str = "The end.", what: str = "x") -> str:
    return NOTE.format(title="Note", text=text, what=what)


def write(project: Project, name: str, text: str = "The end.", what: str = "x") -> None:
    project.write({f"agreements/{name}.md": note(text, what)})


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a xelatex that sets the lines of a document as they are written, in an eighth of the time."""
    need_tex()
    folder = tmp_path_factory.mktemp("plain")
    words = r"\documentclass{minimal}\usepackage{verbatim}\nofiles\begin{document}\verbatiminput{$tex}\end{document}"
    options = 'left=$#\nfor tex; do shift; left=$((left - 1)); [ $left = 0 ] || set -- "$@" "$tex"; done'
    command = f'exec {shutil.which("xelatex")} "$@" "-jobname=${{tex%.tex}}" "{words}"'
    (folder / "xelatex").write_text(f"#!/bin/sh\n{options}\n{command}\n", encoding="utf-8")
    (folder / "xelatex").chmod(0o755)
    return folder


@pytest.fixture
def quick(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of when a PDF is made, not of what is on it."""
    monkeypatch.setenv("PATH", f"{plain}:{os.environ['PATH']}")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    need_tex()
    files = {"agreements/note.md": note(), "agreements/other.md": note()}
    return Begun(tmp_path_factory.mktemp("begun"), files, set_all)


@pytest.fixture
def pressed(begun: Begun, quick: None) -> Project:
    """A project of two agreements, of which the PDFs are made; from here on by that xelatex."""
    return begun.again("latex")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    need_tex()
    project = Project(tmp_path)
    write(project, "note")
    return project


# ---- what goes wrong


def test_a_failure_is_told_where_it_was_written_and_the_rest_is_made(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "bad", "A power of a power: $x^2^3$.")
    built = project.build("latex", myst_enable_extensions=["dollarmath", "colon_fence"])
    assert main(["press", str(built.out)]) == 1
    said = capsys.readouterr()
    assert f"{built.out}/note.pdf\n" == said.out
    assert "agreements/bad.md:13: ERROR: Double superscript." in said.err
    assert len(said.err.splitlines()) <= 4
    assert not (built.out / "bad.pdf").exists()


def test_a_pdf_of_before_does_not_outlive_a_failure(pressed: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    out = pressed.root / "out/latex"
    tex = out / "note.tex"
    tex.write_text(tex.read_text(encoding="utf-8").replace("One thing", "Another"), encoding="utf-8")
    stand_in(pressed, monkeypatch, "exit 1")
    assert {each.name: each.made for each in press(out, 1)} == {"note": False, "other": True}
    assert [path.name for path in out.glob("*.pdf")] == ["other.pdf"]


def test_a_font_that_is_not_there_and_a_character_that_none_has_are_warnings(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "note", what="'a \U0001e904 b'")
    built = project.build("latex", whereas_pdf={"font": "No Such Font"})
    assert main(["press", str(built.out)]) == 0
    said = capsys.readouterr().err
    assert "The font 'No Such Font' of whereas_pdf is not installed" in said
    assert "agreements/note.md:12: WARNING: no font has the character '\U0001e904' (U+1E904)" in said
    assert "[U+1E904]" in pdf_text(built.out / "note.pdf")
    assert main(["press", str(built.out)]) == 0
    assert capsys.readouterr().err == said, "the next build tells it again"
    assert said.count("WARNING") == 2


@pytest.mark.parametrize(
    ("log", "found"),
    [
        ("./a.tex:4: Undefined control sequence.\nl.4 \\x", [Message("deals/a.yaml:3", "Undefined control sequence.")]),
        ("./house.sty:9: Missing } inserted.", [Message("house.sty", "Missing } inserted.")]),
        ("! TeX capacity exceeded, sorry.\nl.4 x", [Message("deals/a.yaml:3", "TeX capacity exceeded, sorry.")]),
        ("! Emergency stop.\n", [Message("", "Emergency stop.")]),
        ("nothing", []),
    ],
)
def test_tex_is_put_into_words(log: str, found: list[Message]) -> None:
    assert errors(log, "a\n%@ deals/a.yaml:3\nb\n\\x\n%@ deals/a.yaml:9\n") == found


def test_a_character_the_font_lacks_is_found() -> None:
    log = 'Missing character: There is no ℵ ("2135) in font [House.otf]/OT!'
    assert warnings(log, "%@ clauses/x.yaml:7\nthe ℵ\n") == [
        Message("clauses/x.yaml:7", "the font [House.otf]/OT! lacks 'ℵ' (U+2135)".replace("/OT!", "/OT"))
    ]


def stand_in(project: Project, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """A xelatex that does something before it is the true one."""
    tools = project.root / "tools"
    tools.mkdir()
    ours = tools / "xelatex"
    ours.write_text(f'#!/bin/sh\n{does}\nexec {shutil.which("xelatex")} "$@"\n')
    ours.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")


# ---- two at once, and what is left by one that was stopped

PRESS = [sys.executable, "-P", "-m", "whereas", "press", "--jobs", "1"]


def start(folder: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(Path(whereas.__file__).parents[1])}
    pipe = subprocess.PIPE
    return subprocess.Popen([*PRESS, str(folder)], env=environment, stdout=pipe, stderr=pipe, text=True)


def test_two_presses_in_one_folder_do_not_disturb_each_other(
    project: Project, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second waits, and then has nothing to do."""
    runs = project.root / "runs"
    stand_in(project, monkeypatch, f"echo run >>{runs}")
    out = project.build("latex").out
    pair = [start(out), start(out)]
    said = [each.communicate() for each in pair]
    assert [each.returncode for each in pair] == [0, 0], said
    assert [told for told, _ in said] == [f"{out}/note.pdf\n"] * 2
    assert runs.read_text().count("run") == 1, "as often as for one"
    assert "One thing" in pdf_text(out / "note.pdf")


def test_a_press_that_is_killed_leaves_the_old_pdf_and_the_next_makes_the_new_one(
    pressed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TeX itself, which outlives whoever called it, kills it; the next press waits for that TeX."""
    project, out = pressed, pressed.root / "out/latex"
    before = (out / "note.pdf").read_bytes()
    write(project, "note", "Another end.")
    project.build("latex")
    asked, seen, go = project.root / "asked", project.root / "seen.pdf", project.root / "go"
    kills = f"kill -9 $(cat {asked}); rm {asked}; cp note.pdf {seen}; cat {go}"
    stand_in(project, monkeypatch, f"[ ! -e {asked} ] || {{ {kills}; }}")
    os.mkfifo(asked)
    os.mkfifo(go)
    first = start(out)
    asked.write_text(str(first.pid))
    assert first.wait() == -9
    last = start(out)
    assert last.stderr
    waits = last.stderr.readline()
    go.write_text("")
    said = last.communicate()
    assert waits == f"others are at work in {out}: this waits until they are done\n"
    assert (last.returncode, said[0]) == (0, f"{out}/note.pdf\n{out}/other.pdf\n"), said
    assert seen.read_bytes() == before
    assert "Another end" in pdf_text(out / "note.pdf")


def test_what_a_failed_run_left_does_not_spoil_the_next(
    project: Project, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TeX fails once for a reason that stands in no file: latexmk alone would not try again."""
    fails = project.root / "fails"
    fails.touch()
    true = shutil.which("xelatex")
    stand_in(project, monkeypatch, f'[ ! -e {fails} ] || {{ rm {fails}; {true} "$@"; exit 1; }}')
    out = project.build("latex").out
    [pressed] = press(out, 1)
    assert not pressed.made
    set_all(out)


def test_a_pdf_that_was_damaged_is_made_again(pressed: Project) -> None:
    out = pressed.root / "out/latex"
    whole = (out / "note.pdf").read_bytes()
    (out / "note.pdf").write_bytes(whole[:-100])
    set_all(out)
    assert "One thing" in pdf_text(out / "note.pdf")
    assert (out / "note.pdf").read_bytes().endswith(whole[-6:])


# ---- what is set again


def test_only_what_changed_is_set_again(pressed: Project) -> None:
    out = pressed.root / "out/latex"
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.pdf")}
    write(pressed, "other", "Another end.")
    set_all(pressed.build("latex").out)
    changed = {path.name for path in out.glob("*.pdf") if path.stat().st_mtime_ns != before[path.name]}
    assert changed == {"other.pdf"}


def test_what_is_gone_is_taken_away(pressed: Project) -> None:
    out = pressed.root / "out/latex"
    assert (out / "other.pdf").exists()
    (pressed.root / "agreements/other.md").unlink()
    set_all(pressed.build("latex").out)
    assert sorted(path.name for path in out.glob("*.pdf")) == ["note.pdf"]


def test_a_clean_build_takes_two_runs_of_tex_and_a_small_edit_one(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted by a xelatex of our own, which calls the true one."""
    runs = project.root / "runs"
    stand_in(project, monkeypatch, f"echo run >>{runs}")
    set_all(project.build("latex").out)
    assert runs.read_text().count("run") == 2
    write(project, "note", "An end.")
    set_all(project.build("latex").out)
    assert runs.read_text().count("run") == 3


# ---- a house's own look


def test_a_house_has_its_colours_paper_and_words(project: Project) -> None:
    (project.root / "house.sty").write_text("\\ProvidesPackage{house}\\AtEndDocument{Set by the house.}\n")
    shutil.copyfile(Path(__file__).parents[2] / "docs" / "agreement.png", project.root / "logo.png")
    house = {
        "accent": "#7A1F3D",
        "paper": "letter",
        "size": "12pt",
        "margin": "30mm",
        "logo": "logo.png",
        "firm": "Morrow & Pike LLP",
        "confidentiality": "Strictly confidential",
        "note": "For discussion",
        "sty": "house.sty",
        "styles": {"us": {"paper": "a4"}},
    }
    write(project, "american")
    path = project.root / "agreements/american.md"
    path.write_text(path.read_text().replace("style: uk", "style: us"))
    built = project.build("latex", whereas_pdf=house)
    set_all(built.out)
    reader = PdfReader(built.out / "note.pdf")
    assert [round(float(side)) for side in reader.pages[1].mediabox[2:]] == [612, 792]
    assert [round(float(side)) for side in PdfReader(built.out / "american.pdf").pages[1].mediabox[2:]] == [595, 842]
    assert len(reader.pages[0].images) == 1
    cover, text = pdf_text(built.out / "note.pdf", "-l", "1"), pdf_text(built.out / "note.pdf", "-f", "2")
    for words in ("Morrow & Pike LLP", "Strictly confidential", "For discussion"):
        assert words in cover
    assert "Strictly confidential" in text
    assert "Set by the house." in text
    assert reader.metadata is not None
    assert reader.metadata.author == "Morrow & Pike LLP"
    assert b"0.47" in reader.pages[1].get_contents().get_data()  # type: ignore[union-attr]  # the red of the accent


@pytest.fixture(scope="module")
def american(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF of an American agreement in a house with a style file instead of ours, of a day that was set."""
    need_tex()
    project = Project(tmp_path_factory.mktemp("american"))
    project.write({"agreements/note.md": note().replace("uk", "us")})
    ours = (Path(whereas.__file__).parent / "pdf/latex/legalagreement.sty").read_text(encoding="utf-8")
    own = ours.replace("\\endinput", "\\AtEndDocument{Another look.}\n\\endinput")
    (project.root / "legalagreement.sty").write_text(own, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795000000")
        out = project.build("latex", latex_additional_files=["legalagreement.sty"]).out
    set_all(out)
    return out / "note.pdf"


def test_americans_have_letter_without_being_asked(american: Path) -> None:
    assert round(float(PdfReader(american).pages[1].mediabox[2])) == 612


def test_a_house_may_have_a_style_file_instead_of_ours(american: Path) -> None:
    assert "Another look." in pdf_text(american)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"acent": "#000000"}, "there is no setting 'acent'; did you mean 'accent'?"),
        ({"accent": "blue"}, "`accent` must be a colour like '#1F3A5F', not 'blue'"),
        ({"paper": "legal"}, "`paper` must be one of a4, letter, not 'legal'"),
        ({"logo": "../logo.png"}, "`logo` must name a file within the project, not '../logo.png'"),
        ({"logo": "logo.svg"}, "`logo` must name a file (.pdf, .png, .jpg, .jpeg), not 'logo.svg'"),
        ({"logo": "none.png"}, "`logo` must name a file that is there, not 'none.png'"),
        ({"sty": "a}b.sty"}, "`sty` must name a file without signs that TeX reads otherwise, not 'a}b.sty'"),
        ({"font": "Times}\\input{x"}, "`font` must be the name of a font, without signs"),
        ({"font": {"bold": "x.otf"}}, "`font` must be the name of a font, or a mapping with regular"),
        ({"margin": "wide"}, "`margin` must be a length like '14mm', not 'wide'"),
        ({"firm": 3}, "`firm` must be a text, not 3"),
        ({"styles": {"us": {"papper": "a4"}}}, "there is no setting 'papper'; did you mean 'paper'?"),
    ],
)
def test_a_wrong_setting_is_told(settings: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_identities(settings, tmp_path)


# ---- the site and its PDFs


@pytest.mark.parametrize("order", [("html", "latex"), ("latex", "html")])
def test_a_page_links_its_pdf_whichever_was_made_first(order: tuple[str, str], project: Project, quick: None) -> None:
    for builder in order:
        built = project.build(builder)
        if builder == "latex":
            set_all(built.out)
    page = project.build("html").page("agreements/note")
    assert 'href="../_pdf/note.pdf"' in page
    assert (project.root / "out/html/_pdf/note.pdf").read_bytes() == (project.root / "out/latex/note.pdf").read_bytes()
    fingerprint = project.build("outline").outline("agreements/note")["fingerprint"]
    assert fingerprint in page
    assert fingerprint in pdf_text(project.root / "out/latex/note.pdf")


def test_a_page_does_not_link_a_pdf_of_other_words(pressed: Project) -> None:
    project = pressed
    assert "_pdf/note.pdf" in project.build("html").page("agreements/note")
    write(project, "note", "Another end.")
    assert "_pdf/note.pdf" not in project.build("html").page("agreements/note")
    set_all(project.build("latex").out)
    assert "_pdf/note.pdf" in project.build("html").page("agreements/note")


# ---- names and days


def test_a_page_may_have_any_name(project: Project) -> None:
    odd = "of 2027, a_b(ä-日#y"
    for name in (odd, "50%", "50-"):
        write(project, name)
    out = project.build("latex").out
    assert {tex.stem for tex in out.glob("*.tex")} == {"note", odd, "50-", "agreements-50-"}
    for name in ("note", "50-", "agreements-50-"):
        (out / f"{name}.tex").unlink()  # to set them as well shows nothing more
    set_all(out)
    assert [path.stem for path in out.glob("*.pdf")] == [odd]
    reader = PdfReader(out / f"{odd}.pdf")
    assert reader.xmp_metadata is not None
    assert reader.metadata is not None and reader.metadata.title == "Note"


def commit(root: Path, day: str) -> None:
    """Commit all that is in a folder, as of a day."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    dates = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(root), *who, *command], env=os.environ | dates, check=True)


def day_of(pdf: Path) -> str:
    """The day that a PDF says it is of."""
    return str(PdfReader(pdf).metadata["/CreationDate"])[2:10]  # type: ignore[index]


def test_a_pdf_is_of_the_day_on_which_its_sources_last_changed(
    project: Project, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that two builds of one commit are the same, and a commit elsewhere sets nothing anew."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write(project, "other")
    project.write({".gitignore": "out\n"})
    commit(project.root, "2026-03-01")
    out = project.build("latex").out
    set_all(out)
    assert day_of(out / "note.pdf") == "20260301"
    write(project, "other", "A change.")
    commit(project.root, "2026-04-02")
    set_all(project.build("latex").out)
    assert day_of(out / "note.pdf") == "20260301"
    assert day_of(out / "other.pdf") == "20260402"


def test_a_day_that_is_set_holds_for_all(american: Path) -> None:
    assert day_of(american) == "20261118"


def test_a_deal_that_cannot_be_final_has_no_pdf_and_the_others_have(project: Project, quick: None) -> None:
    page = "---\nagreement: {style: uk, values: {area: {}}}\n---\n# Note\n\n## One\n1. In {{ area }}.\n"
    project.write(
        {
            "agreements/note.md": page,
            "deals/good.yaml": "agreement: note\nstatus: final\nvalues: {area: Asia}\n",
            "deals/open.yaml": "agreement: note\nvalues: {area: Asia}\n",
        }
    )
    out = project.build("latex").out
    set_all(out)
    assert (out / "deals-open.pdf").exists()
    project.write({"deals/open.yaml": "agreement: note\nstatus: final\n"})
    built = project.build("latex")
    assert built.status == 1
    assert "'area' is still blank" in built.messages
    set_all(out)
    assert sorted(path.name for path in out.glob("*.pdf")) == ["deals-good.pdf", "note.pdf"]


@pytest.mark.parametrize("path", ["{outside}", "../secret.tex"])
def test_tex_reads_no_file_from_elsewhere(path: str, tmp_path: Path) -> None:
    """Whatever a formula may have got past all else."""
    need_tex()
    folder, outside = tmp_path / "latex", tmp_path / "secret.tex"
    folder.mkdir()
    outside.write_text("PLANTED", encoding="utf-8")
    text = (
        rf"\documentclass{{article}}\begin{{document}}Words. \input{{{path.format(outside=outside)}}}\end{{document}}"
    )
    (folder / "x.tex").write_text(text, encoding="utf-8")
    assert [each.made for each in press(folder, 1)] == [False]
    assert not (folder / "x.pdf").exists()


def test_german_words_are_divided_as_german_ones_or_not_at_all(project: Project) -> None:
    """Not by the patterns of English, where they are "Verbreitung-shandlungen"."""
    words = (
        "Die Nutzungsrechtseinräumung umfasst Vervielfältigungshandlungen, Verbreitungshandlungen und Bearbeitungen "
        "der vertragsgegenständlichen Softwarebestandteile einschließlich der Benutzerdokumentation und der "
        "Schnittstellenbeschreibungen, soweit dies zur bestimmungsgemäßen Benutzung erforderlich ist."
    )
    page = f"---\nagreement: {{style: de, locale: de}}\n---\n# Lizenz\n\n## Rechte\n1. {words}\n"
    project.write({"agreements/note.md": page})
    out = project.build("latex").out
    set_all(out)
    text = pdf_text(out / "note.pdf", "-layout")  # which leaves hyphens at the ends of lines
    assert "Vervielfältigungshandlungen" in text
    assert not re.search(r"Verbreitung-\s*shandlungen", text)
