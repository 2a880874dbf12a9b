"""A page's front matter, as far as it concerns agreements: what it declares, and what of ours is in a wrong place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whereas.library.agreements import AgreementHeader, RoleTerm
from whereas.library.deals import Deal
from whereas.library.finding import NOWHERE, Finding, FindingsError, Place
from whereas.library.readable import odd
from whereas.library.records import SCHEMA, UNKNOWN_KEY, parse_record
from whereas.library.rule import Rule
from whereas.library.source import Source
from whereas.library.yaml_source import parse_source
from whereas.values.declaration import Declaration

MISPLACED_KEY = Rule(
    "misplaced-key",
    "What front matter says of an agreement stands under `agreement:`, and what a deal says in the deal's own file.",
    bad={"agreements/a.md": "---\nagreement:\nroles: {buyer: Buyer}\n---\n# A\n\n1. {{ buyer }} pays."},
    good={"agreements/a.md": "---\nagreement:\n  roles: {buyer: Buyer}\n---\n# A\n\n1. {{ buyer }} pays."},
)


_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_CONTRACT = re.compile(r"^(agreement|deal)\s*:", re.MULTILINE)
#: Keys of ours; `title` is everybody's.
_OF_AGREEMENTS = frozenset(AgreementHeader.model_fields)
_OF_DEALS = frozenset(Deal.model_fields) - {"title", "agreement"}
#: How alike a key must be to one of ours to be that, misspelt.
_ALIKE = 0.8


@dataclass(frozen=True)
class Page:
    """A page's text taken apart: front matter (with its fences) and body, and what the front matter declares."""

    text: str
    file: str
    body_start: int = 0
    header: AgreementHeader | None = None
    deal: str = ""
    deal_place: Place = NOWHERE
    findings: tuple[Finding, ...] = ()

    @property
    def body(self) -> str:
        """What stands below the front matter, on the lines that it has in the file."""
        return "\n" * self.text.count("\n", 0, self.body_start) + self.text[self.body_start :]

    @property
    def is_contract(self) -> bool:
        """Whether the page holds an agreement or a deal."""
        return self.header is not None or bool(self.deal)


def page_text(path: Path) -> str:
    """The text of a page's file, as Sphinx reads it; raises OSError."""
    return path.read_text(encoding="utf-8-sig", errors="replace")


def load_page(path: Path, file: str) -> Page:
    """Read a page's file, which messages call `file`; raises FindingsError as `read_page` does, or where it is odd."""
    if found := odd(path, file, as_page=True):
        raise FindingsError(found)
    return read_page(page_text(path), file)


def read_page(text: str, file: str) -> Page:
    """Read a page's front matter, as far as it concerns agreements.

    Raises FindingsError when the `agreement:` or `deal:` in it is wrong; front matter that is no YAML is left to MyST.
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return Page(text, file)
    if not _CONTRACT.search(found[1]):
        return Page(text, file, findings=_of_ordinary_page(found[1], file))
    source = parse_source(found[1], file, first_line=2)
    if not isinstance(source.data, dict):
        return Page(text, file)
    deal = source.data.get("deal", "")
    if not isinstance(deal, str):
        raise FindingsError(SCHEMA.at(source.place("deal"), "`deal:` takes the name of one deal"))
    if deal:
        return Page(text, file, found.end(), None, deal, source.place("deal"), tuple(_beside_deal(source)))
    if "agreement" not in source.data:
        return Page(text, file)
    header = _header(source, file)
    return Page(text, file, found.end(), header, findings=(*_beside_agreement(source), *header.findings))


def _header(source: Source, file: str) -> AgreementHeader:
    """What stands under `agreement:`, and what was meant to stand there."""
    data = source.data["agreement"]
    if isinstance(data, str):
        message = "`agreement:` takes `roles:`, `values:` and the like, indented below it, not the name of an agreement"
        hint = "is this the page of a deal? Then write `deal: NAME`"
        raise FindingsError(SCHEMA.at(source.value_place("agreement"), message, hint))
    if isinstance(data, list):
        raise FindingsError(SCHEMA.at(source.value_place("agreement"), "`agreement:` must be a mapping, or empty"))
    for key in [each for each in source.data if each in _OF_AGREEMENTS]:
        source = source.moved((key,), ("agreement", key))
    return parse_record(AgreementHeader, source.below("agreement"), file)


def _for_browsers(source: Source) -> Iterator[Finding]:
    """What a contract's page would write into the head of its HTML, which is not its author's."""
    settings = source.data.get("myst")
    inner = settings if isinstance(settings, dict) else {}
    for path, around in ((("html_meta",), source.data), (("myst", "html_meta"), inner)):
        if "html_meta" in around:
            message = "`html_meta:` means nothing on the page of a contract"
            yield MISPLACED_KEY.at(source.place(*path), message, "leave it out, or set it for all pages in conf.py")


def _beside_agreement(source: Source) -> Iterator[Finding]:
    """What stands beside `agreement:`, where nobody looks for it."""
    yield from _for_browsers(source)
    for key in source.data:
        if key in _OF_AGREEMENTS:
            yield _misplaced(source, key, "indent it under `agreement:`")
        elif key in _OF_DEALS:
            yield _misplaced(source, key, "it is a key of a deal, in deals/")
        elif key != "agreement" and (meant := difflib.get_close_matches(key.lower(), _OF_AGREEMENTS, 1, _ALIKE)):
            hint = f"did you mean `{meant[0]}:`? Then indent it under `agreement:`"
            yield UNKNOWN_KEY.at(source.place(key), f"the key {key!r} is not known", hint)


def _beside_deal(source: Source) -> Iterator[Finding]:
    """What stands beside `deal:`; all that is said of a deal is said in its file, or in its agreement."""
    yield from _for_browsers(source)
    for key in source.data:
        if key == "agreement":
            yield _misplaced(source, key, "the deal's own file says which agreement it fills")
        elif key in _OF_DEALS:
            yield _misplaced(source, key, "write it in the deal's own file, in deals/")
        elif key in _OF_AGREEMENTS:
            yield _misplaced(source, key, "write it under `agreement:` on the page of the deal's agreement")


def _of_ordinary_page(front_matter: str, file: str) -> tuple[Finding, ...]:
    """What is plainly ours on a page that is no agreement; other keys may be anybody's."""
    try:
        source = parse_source(front_matter, file, first_line=2)
    except FindingsError:
        return ()
    data = source.data
    if not isinstance(data, dict):
        return ()
    if any(_is_ours(key, value) for key, value in data.items()):
        ours = (key for key in data if key in _OF_AGREEMENTS)
        return tuple(_misplaced(source, key, "write `agreement:` and indent it under that") for key in ours)
    return tuple(
        UNKNOWN_KEY.at(source.place(key), f"the key {key!r} is not known", f"did you mean {meant!r}?")
        for key, value in data.items()
        if (meant := _misspelt(key, value))
    )


def _is_ours(key: str, value: Any) -> bool:
    """Whether a key and its value look like roles or values of an agreement."""
    entries = list(value.values()) if isinstance(value, dict) and value else [None]
    match key:
        case "roles":
            return all(isinstance(each, str) or _has(each, RoleTerm.model_fields) for each in entries)
        case "values":
            return all(_has(each, Declaration.model_fields) for each in entries)
    return key == "terms_of"


def _has(entry: Any, keys: Any) -> bool:
    return isinstance(entry, dict) and bool(entry.keys() & set(keys))


def _misspelt(key: str, value: Any) -> str:
    """What a key is that is nearly `agreement` or `deal`; nothing for any other."""
    if key.lower() in ("agreement", "deal"):
        return key.lower()
    alike = difflib.SequenceMatcher(None, key.lower(), "agreement").ratio() >= _ALIKE
    return "agreement" if alike and _has(value, _OF_AGREEMENTS) else ""


def _misplaced(source: Source, key: str, hint: str) -> Finding:
    return MISPLACED_KEY.at(source.place(key), f"`{key}:` is in the wrong place", hint)
