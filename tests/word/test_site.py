"""The page of an agreement offers its Word file, as long as both say the same."""

from __future__ import annotations

from pathlib import Path

from projects import Project, assert_as_clean

PAGE = "---\nagreement:\n---\n# A\n\n## One\n1. Words.\n"


def test_a_page_links_its_word_file_while_it_says_the_same(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE, "deals/d.yaml": "agreement: a\n"})
    assert ">Word</a>" not in project.build().page("agreements/a")
    made = project.build("docx")
    built = project.build()
    assert 'href="../_docx/agreements/a.docx" download="download">Word</a>' in built.page("agreements/a")
    assert 'href="../_docx/deals/d.docx"' in built.page("deals/d")
    copied = built.out / "_docx/deals/d.docx"
    assert copied.read_bytes() == (made.out / "deals/d.docx").read_bytes()
    project.write({"agreements/a.md": PAGE.replace("Words", "Other words")})
    assert ">Word</a>" not in project.build().page("agreements/a")
    (made.out / "deals/d.docx").write_bytes(b"no zip at all")
    assert 'href="../_docx/deals/d.docx"' not in project.build().page("deals/d")


def test_a_deal_that_is_gone_takes_its_word_file_along(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE, "deals/d.yaml": "agreement: a\n"})
    project.build("docx")
    copied = project.build().out / "_docx/deals/d.docx"
    assert copied.exists()
    (tmp_path / "deals/d.yaml").unlink()
    built = project.build("docx")
    assert [name for name in built.files() if name.endswith(".docx")] == ["agreements/a.docx"]
    project.build()
    assert not copied.exists()


def test_an_incremental_build_is_a_clean_one(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.write({"agreements/a.md": PAGE, "deals/d.yaml": "agreement: a\n", "agreements/b.md": PAGE})
    project.build("docx")
    project.write({"agreements/a.md": PAGE.replace("Words", "Other words")})
    (tmp_path / "agreements/b.md").unlink()
    assert_as_clean(project, "docx")
