"""An agreement or deal as one asks about it: its words, provisions, values, terms and references."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from whereas.agreement.copy import Copy
from whereas.agreement.fact import Fact
from whereas.agreement.foreign import foreign_of
from whereas.agreement.json import dump_copy, load_copy
from whereas.agreement.model import Agreement
from whereas.agreement.runs import Foreign
from whereas.library.finding import Finding
from whereas.render.lines import PrintedLine, lines_of, render_words, without_marks
from whereas.render.outline import render_outline


@dataclass(frozen=True)
class ProvisionText:
    """A provision: its label, its number as it is cited from anywhere ("2.1 of Schedule 1"), and its own words.

    `marker` is what stands in the margin ("(b)"), `level` how deep it stands, from 1; `title` is a section's, or the
    bold words that open a provision. What stands in provisions below it is not in `text`.
    """

    label: str
    number: str
    marker: str
    level: int
    title: str
    text: str
    anchor: str


@dataclass(frozen=True)
class Citation:
    """A reference: the number it stands under, the label and number that it cites, and the words that it prints."""

    source: str
    label: str
    number: str
    text: str


@dataclass(frozen=True)
class DefinedTerm:
    """A defined term: where it is defined, its sentence if it stands in a list of definitions, where it is used."""

    term: str
    anchor: str
    number: str
    text: str
    uses: tuple[str, ...]


class Contract:
    """One agreement of a project, template or deal, or a copy; it is read when it is first asked about."""

    def __init__(self, name: str, docname: str, read: Callable[[], Copy]) -> None:
        """Take its name, the page that shows it, and what reads it."""
        self.name, self.docname, self._read = name, docname, read

    def __repr__(self) -> str:
        return f"<Contract {self.name}>"

    @cached_property
    def copy(self) -> Copy:
        """All that it takes to read it without the project; raises FindingsError where it cannot be had."""
        return self._read()

    def save(self, path: Path | str) -> None:
        """Write a copy, as JSON, which `whereas.load` reads; raises OSError where that cannot be written."""
        Path(path).write_text(f"{dump_copy(self.copy)}\n", encoding="utf-8")

    @property
    def agreement(self) -> Agreement:
        """The whole agreement as data, as its page shows it; raises FindingsError where it cannot be had."""
        return self.copy.agreement

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with it."""
        return self.copy.findings

    @property
    def foreign(self) -> tuple[Foreign, ...]:
        """What stands in it and is no contract text, in order, by name: notes, pictures, footnotes, links elsewhere."""
        return tuple(foreign_of(self.agreement))

    @property
    def title(self) -> str:
        """The heading of the agreement."""
        return self.agreement.title

    @property
    def text(self) -> str:
        """All its words, a line each, after its number if it has one of its own."""
        return "\n".join(f"{line.label} {line.text}".strip() for line in self.lines)

    @cached_property
    def lines(self) -> tuple[PrintedLine, ...]:
        """Every line as it is printed: what it stands under, its own label, its words."""
        return tuple(lines_of(self.agreement, self.copy.style, self.copy.words, self.copy.notes))

    @cached_property
    def fingerprint(self) -> str:
        """What tells its words from any other; that of its page, unless the page cites other agreements."""
        copy = self.copy
        return str(render_words(copy.agreement, copy.style, copy.words, copy.notes)["fingerprint"])

    @cached_property
    def outline(self) -> dict[str, Any]:
        """The outline: provisions, references, terms, values, clauses, departures, as the outline builder writes it."""
        return render_outline(self.agreement, self.copy.style, without_marks(self.copy.words))

    @cached_property
    def provisions(self) -> tuple[ProvisionText, ...]:
        """Every provision that has a number, in order."""
        return tuple(ProvisionText(**each) for each in self.outline["provisions"])

    def provision(self, number: str) -> ProvisionText:
        """The provision of a number ("20.3", "2.1 of Schedule 1") or label; raises KeyError where there is none."""
        wanted = " ".join(number.split())
        for each in self.provisions:
            if wanted in (each.number, each.label):
                return each
        raise KeyError(f"{self.name} has no provision {number!r}")

    @property
    def values(self) -> dict[str, Fact]:
        """The values it uses, by name; the text of a blank is None."""
        return {fact.name: fact for fact in self.agreement.facts}

    @cached_property
    def terms(self) -> tuple[DefinedTerm, ...]:
        """The terms it defines, in the order of the alphabet."""
        return tuple(DefinedTerm(**each | {"uses": tuple(each["uses"])}) for each in self.outline["terms"])

    @cached_property
    def references(self) -> tuple[Citation, ...]:
        """Every citation of its own provisions, in order, one for each label."""
        return tuple(
            Citation(each["from"], each["label"], each["number"], each["text"]) for each in self.outline["references"]
        )


def load_contract(path: Path | str) -> Contract:
    """The contract that a copy was written of; raises OSError, or ValueError for a file that is no copy."""
    copy = load_copy(Path(path).read_text(encoding="utf-8"))
    docname = copy.agreement.docname
    return Contract(docname.partition("/")[2] or docname, docname, lambda: copy)
