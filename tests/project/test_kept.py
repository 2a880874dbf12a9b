"""What is kept for other pages never shows in them: each says what it says when nothing is kept, in whatever order."""

from __future__ import annotations

import functools
import gc
import re
from pathlib import Path
from typing import Any

import pytest
from projects import CONF, Built, Project

from whereas.assembly.context import Context

#: Pages that differ in one thing each, and in what they print of one and the same clause.
HEADERS = {
    "plain": "{}",
    "american": "{locale: en-US}",
    "german": "{locale: de}",
    "swiss": "{locale: de-CH}",
    "french": "{locale: fr}",
    "spanish": "{locale: es}",
    "italian": "{locale: it}",
    "house": "{style: haus}",
    "dates": "{style: dates}",
    "symbols": "{style: symbols}",
    "table": "{style: table}",
    "english": "{calendar: GB-ENG}",
    "bavarian": "{calendar: DE-BY}",
}
QUOTES = {
    "plain": "“x”",
    "american": "“x”",
    "german": "„x“",
    "french": "« x »",
    "spanish": "«x»",
    "house": "„x“",
}
STYLES = """
whereas_styles = {
    "haus": {"locale": "de"},
    "dates": {"date": "d.M.y"},
    "symbols": {"money": "symbol"},
    "table": {"definitions": "table"},
}
whereas_style = "haus"
"""
INDEX = "# Home\n\n```{toctree}\n:glob:\nagreements/*\nclauses/*\n```\n"
CLAUSE = """
    title: Use
    values:
      start: {type: date, default: 2027-04-30}
      fee: {type: money, default: "EUR 5"}
      calm: {type: boolean, default: no}
    definitions:
      Mark: what is "marked"
    guidance: |
      Say "x" by {{ start | plus("2 business days") }}, for {{ fee }}.
    text: |
      1. Say "x" on {{ start }} for {{ fee }}{% if calm %} calmly{% endif %}, 'tis a {define}`Sign` (a Sign or a Mark).
      1. Not before {{ start | plus("3 days") }}; "{{ start }}".
    """
PAGE = """
    ---
    agreement:
      style: uk
      {header}
    ---
    # Page

    :::{{clause}} use
    :::

    ## Terms
    :::{{definitions}}
    :::
    """


def project(root: Path, names: dict[str, str]) -> Project:
    """One clause, and pages under the given names that use it."""
    made = Project(root)
    made.write({"index.md": INDEX, "conf.py": CONF + STYLES, "clauses/use.yaml": CLAUSE})
    for page, name in names.items():
        header = HEADERS[page][1:-1]
        text = PAGE.format(header=header)
        if "style:" in header:
            text = text.replace("      style: uk\n", "")
        made.write({f"agreements/{name}.md": text})
    return made


def forget() -> None:
    """Clear whatever functions of ours keep."""
    for each in gc.get_objects():
        if isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("whereas."):
            each.cache_clear()


class Forgetful(dict[Any, Any]):
    """Keeps nothing, and counts what it was given."""

    given = 0

    def __setitem__(self, key: Any, value: Any) -> None:
        Forgetful.given += 1


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Built:
    forget()
    return project(tmp_path_factory.mktemp("kept"), {page: page for page in HEADERS}).build()


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same pages in the other order, with nothing kept between them."""
    forget()
    names = {page: f"{index:02}-{page}" for index, page in enumerate(reversed(HEADERS))}
    begin = Context.__init__
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Context, "__init__", lambda self, *args, **named: begin(self, *args, **named | {"kept": Forgetful()})
        )
        built = project(tmp_path_factory.mktemp("fresh"), names).build()
    assert Forgetful.given > len(HEADERS)
    return built


def test_nothing_is_found_wrong(kept: Built, fresh: Built) -> None:
    for built in (kept, fresh):  # but that there are no words in Italian
        assert re.fullmatch(r"agreements/\S*italian.md:4:3: .* \[whereas.language\]\n", built.messages)


@pytest.mark.parametrize("page", HEADERS)
def test_a_page_says_what_it_says_alone(page: str, kept: Built, fresh: Built) -> None:
    name = f"{list(reversed(HEADERS)).index(page):02}-{page}"
    alone = fresh.page(f"agreements/{name}").replace(name, page)
    whole = kept.page(f"agreements/{page}")
    main = [markup[markup.index("<h1>") : markup.index('<div class="sphinxsidebar"')] for markup in (alone, whole)]
    assert main[0] == main[1]


@pytest.mark.parametrize(("page", "said"), QUOTES.items())
def test_quotation_marks_are_those_of_the_page_s_language(page: str, said: str, kept: Built) -> None:
    assert f"Say {said} on" in kept.words(f"agreements/{page}")


def test_a_clause_s_own_page_is_in_the_language_of_the_project(kept: Built) -> None:
    words = kept.words("clauses/use")
    assert "„Mark“ bezeichnet" in words
    assert "Say „x“ on 30. April 2027" in words
