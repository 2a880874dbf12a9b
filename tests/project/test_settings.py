"""What conf.py says is checked once: a line for each wrong setting, which names it, and what it should be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from projects import CONF, Project

import whereas
from whereas.library.finding import FindingsError
from whereas.project.settings import SettingsError, parse_settings
from whereas.site.refusal import RefusedError

FOLDER = "must be a folder, seen from conf.py's"
TUPLES = "`latex_documents` must be a list of tuples, as [('index', 'book.tex', 'Title', 'Author', 'manual')]"
BOOK = ("index", "book.tex", "Title", "Author", "manual")
DEEP: list[Any] = []
DEEP.append(DEEP)
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"whereas_root": 5}, "`whereas_root` must be a folder, seen from conf.py's, as '.' or '../contracts', not 5"),
    ({"whereas_root": Path()}, FOLDER),
    ({"whereas_root": ""}, FOLDER),
    ({"whereas_root": "recrods"}, "`whereas_root`: there is no folder 'recrods'"),
    ({"whereas_root": "conf.py"}, "`whereas_root`: there is no folder 'conf.py'"),
    ({"whereas_root": "a\0b\nc"}, "`whereas_root`: there is no folder 'a\\x00b\\nc'"),
    ({"whereas_root": "x" * 5000}, "`whereas_root`: there is no folder 'xxx"),
    ({"whereas_root": "/"}, "`whereas_root`: '/' leads out of the project, which is conf.py's folder or around it"),
    ({"whereas_root": "/etc"}, "`whereas_root`: '/etc' leads out of the project"),
    ({"whereas_styles": [("a", {})]}, "`whereas_styles` must be a mapping of names to styles"),
    ({"whereas_styles": {5: {}}}, "`whereas_styles` must be a mapping of names to styles"),
    (
        {"whereas_styles": {"a": {"levels": "abc"}}},
        "`whereas_styles`: the style 'a': a style's `levels` are a list of labels by example, "
        "like ['1.', '1.1', '(a)'], not 'abc'",
    ),
    ({"whereas_styles": {"a": {"locale": "en_XX_YY"}}}, "the style 'a': a style's `locale` must be a locale like"),
    ({"whereas_styles": {"a": {"like": "b"}, "b": {"like": "a"}}}, "'a' is like 'b' is like 'a'"),
    ({"whereas_style": ["uk"]}, "`whereas_style` must be the name of a style, as 'uk'"),
    ({"whereas_style": "uss"}, "`whereas_style`: there is no style 'uss'; did you mean 'us'?"),
    ({"whereas_audience": None}, "`whereas_audience` must be 'internal' or 'external', not None"),
    ({"whereas_pdf": "blue"}, "`whereas_pdf` must be a mapping of settings, as {'accent': '#1F3A5F'}, not 'blue'"),
    ({"whereas_pdf": {"acent": "#000000"}}, "`whereas_pdf`: there is no setting 'acent'; did you mean 'accent'?"),
    ({"whereas_pdf": {"styles": {"uss": {}}}}, "`styles` has 'uss', which is no style; did you mean 'us'?"),
    ({"whereas_pdf": {"styles": {5: {}}}}, "`styles` has 5, which is no style"),
    ({"whereas_pdf": {"styles": {"us": ["a4"]}}}, "what `styles` says of 'us' must be a mapping"),
    ({"whereas_pdf": {"styles": {"us": {5: "a4"}}}}, "there is no setting 5"),
    ({"whereas_pdf": {"font": {"regular": ["x.otf"]}}}, "`font` must name a file (.otf, .ttf)"),
    ({"whereas_pdfs": None}, "`whereas_pdfs` must be a folder, seen from that of the site, as '../latex', not None"),
    ({"whereas_pdfs": "a\0b"}, "`whereas_pdfs`: 'a\\x00b' is no folder's name"),
    (
        {"whereas_word_files": 5},
        "`whereas_word_files` must be a folder, seen from that of the site, as '../docx', not 5",
    ),
    ({"whereas_review": 1}, "`whereas_review` must be True or False, not 1"),
    ({"whereas_cache": "no"}, "`whereas_cache` must be True or False, not 'no'"),
    ({"latex_documents": "book"}, TUPLES),
    ({"latex_documents": [BOOK[:4]]}, TUPLES),
    ({"latex_documents": [(*BOOK, True, 7)]}, TUPLES),
    ({"latex_documents": [("index", "book", *BOOK[2:])]}, "`latex_documents`: the file of a document is named like"),
    ({"latex_documents": [("index", "../book.tex", *BOOK[2:])]}, "is named like 'book.tex', not '../book.tex'"),
    ({"latex_documents": [BOOK, BOOK]}, "`latex_documents`: two documents are written to 'book.tex'"),
    ({"exclude_patterns": 5}, "`exclude_patterns` must be a list of patterns, as ['**/_*'], not 5"),
    ({"whereas_style": object()}, "`whereas_style` must be the name of a style"),
    ({"whereas_styles": {"a": {"levels": DEEP}}}, "`whereas_styles` must be a mapping of names to styles"),
    ({"whereas_pdf": {"firm": 10**5000}}, "`whereas_pdf` must be a mapping of settings"),
    ({"whereas_style": "x" * 100_000}, "`whereas_style`: there is no style 'xxx"),
    ({"whereas_stile": "us"}, "the setting 'whereas_stile' is not known; did you mean 'whereas_style'?"),
]


@pytest.mark.parametrize(("said", "message"), WRONG, ids=[message[:60] for _, message in WRONG])
def test_a_wrong_setting_is_told_in_a_line(said: dict[str, Any], message: str, tmp_path: Path) -> None:
    (tmp_path / "conf.py").touch()
    with pytest.raises(SettingsError) as raised:
        parse_settings(said, tmp_path)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 500


def test_what_is_right_is_taken(tmp_path: Path) -> None:
    assert parse_settings({"project": 5, "html_theme": []}, tmp_path) == parse_settings({}, tmp_path)
    assert parse_settings({"exclude_patterns": {"a"}}, tmp_path).exclude_patterns == ["a"]
    (tmp_path / "pages").mkdir()
    (tmp_path / "records").mkdir()
    for root in (".", "..", "../records", str(tmp_path)):
        settings = parse_settings({"whereas_root": root}, tmp_path / "pages")
        assert settings.whereas_root == (tmp_path / "pages" / root).resolve()
    said = {"whereas_styles": {"house": {"levels": ("1.",)}}, "whereas_style": "house"}
    pdf = {"styles": {"house": {"paper": "a4"}}}
    documents = (list(BOOK), ("index", "other.tex", "", "", "howto", True))
    settings = parse_settings(said | {"whereas_pdf": pdf, "latex_documents": documents}, tmp_path)
    assert settings.whereas_styles["house"].levels == ("1.",)
    assert settings.whereas_pdf["house"].paper == "a4"
    assert settings.latex_documents[1][-1] is True


CONF_OF_TWO = f'{CONF}\nwhereas_styles = {{"a": 5}}\nwhereas_cache = "no"\nlatex_documents = 7\n'
OF_TWO = [
    "`whereas_styles`: the style 'a': a style is a name, or a mapping with `levels`",
    "`whereas_cache` must be True or False, not 'no'",
    f"{TUPLES}, not 7",
]


def test_a_build_and_an_opened_project_tell_all_of_them(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"conf.py": CONF_OF_TWO})
    with pytest.raises(RefusedError) as refused:
        project.build()
    assert str(refused.value).splitlines() == [f"ERROR: conf.py: {line}" for line in OF_TWO]
    with pytest.raises(FindingsError) as failed:
        whereas.open(tmp_path)
    assert [
        (each.place.file, str(each).removesuffix(" [whereas.configuration]")) for each in failed.value.findings
    ] == [("conf.py", line) for line in OF_TWO]


def test_sphinx_makes_no_report_of_it(tmp_path: Path) -> None:
    Project(tmp_path).write({"conf.py": CONF_OF_TWO})
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", ".", "out"]
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.stderr.splitlines() == [f"ERROR: conf.py: {line}" for line in OF_TWO]
    assert done.returncode == 1


def test_an_extension_may_say_it_too(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"conf.py": f"{CONF}\ndef setup(app):\n    app.config.whereas_style = 'uss'\n"})
    with pytest.raises(RefusedError, match="there is no style 'uss'"):
        project.build()
