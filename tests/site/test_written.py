"""What a build left undone, what was damaged since and what is left over is put right by the next one."""

from __future__ import annotations

import functools
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import projects
import pytest
from projects import CONF, Begun, Project

FILES = {
    "agreements/a.md": "---\nagreement:\n  roles: {buyer: Buyer}\n---\n# A\n\n:::{clause} law\n:::\n",
    "agreements/b.md": "---\nagreement:\n---\n# B\n\n## One\n1. See {clause}`a:law.uk` and ![one](../picture.svg).\n",
    "clauses/law.yaml": "title: Law\ntext: |\n  1. {#uk}\n     The law of England.\n",
    "parties/acme.yaml": "name: Acme Ltd\n",
    "deals/one.yaml": "agreement: a\nparties: {buyer: acme}\n",
    "page.md": "---\norphan: true\n---\n# Page\n\nA word, and {download}`part.txt`.\n",
    "picture.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
    "part.txt": "A part.\n",
}
assert_as_clean = functools.partial(projects.assert_as_clean, alone=True)
#: Ends the build where a page is about to be written, as Ctrl-C does.
INTERRUPTED = """
def stop(app, doctree, docname):
    if docname == "{page}":
        raise KeyboardInterrupt
def setup(app):
    app.connect("doctree-resolved", stop, priority=999)
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.write(FILES)
    return project


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    return Begun(tmp_path_factory.mktemp("begun"), FILES)


@pytest.mark.parametrize("builder", ["html", "outline", "text"])
@pytest.mark.parametrize("page", ["agreements/a", "deals/one"])
def test_an_interrupted_build_is_finished_by_the_next(page: str, builder: str, begun: Begun) -> None:
    project = begun.again(builder)
    project.write({"clauses/law.yaml": FILES["clauses/law.yaml"].replace("England", "Ireland")})
    project.write({"conf.py": CONF + INTERRUPTED.replace("{page}", page)})
    with pytest.raises(KeyboardInterrupt):
        project.build(builder)
    project.write({"conf.py": CONF})
    assert_as_clean(project, builder)


@pytest.mark.parametrize("builder", ["html", "outline", "text"])
def test_what_an_interrupted_build_made_is_known(builder: str, project: Project) -> None:
    """A page that only it wrote, and a picture that nobody copies again."""
    (project.root / "picture.svg").rename(project.root / "aside.svg")
    project.build(builder)
    (project.root / "aside.svg").rename(project.root / "picture.svg")
    project.write({"agreements/aa.md": FILES["agreements/b.md"].replace("# B", "# AA")})
    project.write({"conf.py": CONF + INTERRUPTED.replace("{page}", "page")})
    with pytest.raises(KeyboardInterrupt):
        project.build(builder)
    (project.root / "agreements/aa.md").unlink()
    project.write({"conf.py": CONF})
    assert_as_clean(project, builder)
    assert not list((project.root / "out/doctrees").glob("*.begun"))


def test_an_edit_is_taken_back_after_an_interrupted_build(project: Project) -> None:
    project.build()
    project.write({"agreements/a.md": FILES["agreements/a.md"].replace("# A", "# Changed")})
    project.write({"conf.py": CONF + INTERRUPTED.replace("{page}", "page")})
    with pytest.raises(KeyboardInterrupt):
        project.build()  # the other pages have the new title already, beside their text
    project.write({"conf.py": CONF, "agreements/a.md": FILES["agreements/a.md"]})
    assert_as_clean(project)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(b"\0garbage")


DAMAGED = [
    "deals/one.html",
    "_search/1.js",
    "_search.js",
    "searchindex.js",
    "_images/picture.svg",
    "_data/deals/one.json",
    "_static/contract.css",
    "_sources/page.md.txt",
    ".buildinfo",
    "objects.inv",
]


@pytest.mark.parametrize("damage", [emptied, garbage, Path.unlink])
def test_what_is_damaged_is_made_again(damage: Callable[[Path], None], project: Project) -> None:
    out = project.build().out
    for name in DAMAGED:
        damage(out / name)
        assert_as_clean(project)


def test_what_is_removed_is_made_again(project: Project) -> None:
    for builder in ("html", "outline", "text", "latex", "xml"):
        out = project.build(builder).out
        shutil.rmtree(out)
        assert_as_clean(project, builder)


def test_the_search_index_is_like_none_that_sphinx_knows(project: Project) -> None:
    out = project.build().out
    (out / "searchindex.js").write_text("Search.setIndex({})", encoding="utf-8")
    for note in (out.parent / "doctrees").glob("written-*"):
        note.write_bytes(b"garbage")
    assert_as_clean(project)


@pytest.mark.parametrize("builder", ["html", "outline", "text", "latex", "xml", "dirhtml"])
def test_nothing_is_left_over(builder: str, project: Project) -> None:
    project.write({"deals/two.yaml": FILES["deals/one.yaml"], "agreements/gone.md": FILES["agreements/b.md"]})
    project.build(builder)
    project.write({"deals/one.json": '{"agreement": "a", "parties": {"buyer": "acme"}}'})
    project.write({"agreements/b.md": FILES["agreements/b.md"].replace("![one](../picture.svg)", "no picture")})
    project.write({"page.md": FILES["page.md"].replace("{download}`part.txt`", "no part")})
    for name in ("deals/one.yaml", "deals/two.yaml", "agreements/gone.md"):
        (project.root / name).unlink()
    assert_as_clean(project, builder)


@pytest.mark.parametrize("builder", ["html", "outline", "text", "latex", "xml"])
def test_nothing_is_left_over_where_what_was_noted_is_gone(builder: str, project: Project) -> None:
    """As where someone removes the doctrees, and takes what others did meanwhile."""
    project.write({"deals/two.yaml": FILES["deals/one.yaml"], "agreements/gone.md": FILES["agreements/b.md"]})
    out = project.build(builder).out
    (out / "of-others.txt").write_text("of somebody else", encoding="utf-8")
    for note in (out.parent / "doctrees").glob("written-*"):
        note.unlink()
    for name in ("deals/two.yaml", "agreements/gone.md", "page.md"):
        (project.root / name).unlink()
    project.build("xml" if builder == "text" else "text")  # Sphinx forgets these pages
    shutil.rmtree(out.parent / "doctrees") if builder == "outline" else None
    project.build(builder)
    assert (out / "of-others.txt").exists()
    (out / "of-others.txt").unlink()
    assert_as_clean(project, builder)


@pytest.mark.parametrize("said", ["", "5", "[5]", '{"a": 1}', '["../../index.md", "/etc/hosts"]'])
def test_a_damaged_list_of_what_was_made_harms_nothing(said: str, begun: Begun) -> None:
    project = begun.again("text")
    out = project.root / "out/text"
    for note in (out.parent / "doctrees").glob("written-*"):
        note.unlink()
    (out / ".made-text.js").write_text(said, encoding="utf-8")
    assert_as_clean(project, "text")
    assert (project.root / "index.md").exists()


def test_the_stemmer_of_another_language_is_not_left_over(project: Project) -> None:
    assert (project.build(language="de").out / "_static/german-stemmer.js").exists()
    assert not (project.build().out / "_static/german-stemmer.js").exists()


def test_files_of_others_stay(project: Project) -> None:
    out = project.build("text").out
    (out / "page.pdf").write_text("of somebody else", encoding="utf-8")
    (project.root / "page.md").unlink()
    project.build("text")
    assert (out / "page.pdf").exists() and not (out / "page.txt").exists()


@pytest.mark.parametrize("builder", ["html", "outline", "text"])
def test_what_one_page_alone_was_asked_for_is_no_whole_build(builder: str, begun: Begun) -> None:
    project = begun.again(builder)
    project.write({"clauses/law.yaml": FILES["clauses/law.yaml"].replace("England", "Ireland")})
    project.build(builder, only=["page.md"])
    assert_as_clean(project, builder)


@pytest.mark.parametrize("builder", ["html", "text", "outline"])
def test_other_settings_write_all_pages_anew(builder: str, project: Project) -> None:
    project.build(builder, version="1", whereas_review=True)
    for said in ("one", "another"):
        block = f"{{% block extrahead %}}<!-- {said} -->{{% endblock %}}"
        project.write({"_templates/layout.html": f'{{% extends "!layout.html" %}}{block}'})
        project.write({"conf.py": CONF + "templates_path = ['_templates']\n"})
        assert_as_clean(project, builder)


@pytest.mark.parametrize(
    "kept", ["{}", "[]", '{"pages": [["index"]], "passages": []}', '{"pages": [], "form": 0}', "1"]
)
def test_a_search_index_of_an_older_form_is_made_anew(kept: str, begun: Begun) -> None:
    project = begun.again()
    (project.root / "out/html/_search.js").write_text(f"window.whereasSearch = {kept};\n")
    older = project.root / "out/html/_search/deals/words.js"
    older.parent.mkdir()
    older.write_text("")
    page = project.root / "index.md"
    page.write_text(page.read_text() + "\nOne more word.\n")
    assert_as_clean(project)


def test_an_environment_without_a_table_that_came_later_is_taken_over(project: Project) -> None:
    project.build()
    path = project.root / "out/doctrees/environment.pickle"
    env = pickle.loads(path.read_bytes())
    del env.domaindata["whereas"]["library"]
    path.write_bytes(pickle.dumps(env))
    assert_as_clean(project)
