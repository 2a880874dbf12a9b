"""What stands in a line of an agreement: words, facts, terms, references. Plain, frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whereas.library.finding import NOWHERE, Place


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Unlinked(Text):
    """Plain words in which no term is linked, because the author says so."""


@dataclass(frozen=True)
class Styled:
    """Words set in one way: strong, emphasis, literal, subscript or superscript, quoted."""

    style: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Link:
    """Words that lead to an address outside the agreement."""

    url: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class LineBreak:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True)
class ValueOrigin:
    """Where a value was written: in one place, or (a computed date, a fact of two parties) in several.

    A `default` is what the agreement or the clause says where a deal gives nothing.
    """

    places: tuple[Place, ...]
    default: bool = False

    def __str__(self) -> str:
        """`deals/x.yaml:5`, `default, clauses/y.yaml:3`, or several with commas."""
        return ", ".join(dict.fromkeys((*(["default"] if self.default else []), *map(str, self.places))))


@dataclass(frozen=True)
class Value:
    """A fact filled in: its words, exactly as they are, and where it was written.

    `spoken` words are ours, not those that somebody gave (three years), and begin a sentence with a capital.
    """

    name: str
    text: str
    origin: ValueOrigin | None = None
    about: str = ""
    spoken: bool = False


@dataclass(frozen=True)
class Passage:
    """A fact that is Markdown of its own: parsed where it is filled in, and gone then."""

    name: str
    text: str
    origin: ValueOrigin | None = None
    about: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True)
class Blank:
    """A fact not yet known, shown in brackets."""

    name: str
    text: str
    about: str = ""


@dataclass(frozen=True)
class TermUse:
    """A defined term in use, such as a role: "the Company"; `anchor` is its definition's, once linked."""

    term: str
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Definition:
    """The place where a term is defined; `forms` are other words for it."""

    term: str
    text: str
    forms: tuple[str, ...] = ()


#: What may be cited in a text: an item or a table with a number, or what only counts, a sentence or paragraph that
#: begins there.
Part = Literal["item", "table", "sentence", "paragraph"]


@dataclass(frozen=True)
class Item:
    """The number of a run-in item: the "(a)" in "(a) one and (b) two"; that of a table, which opens its caption.

    A sentence or paragraph prints none.
    """

    label: str
    marker: str = ""
    number: str = ""
    scope: tuple[str, ...] = ()
    level: int = 0
    anchor: str = ""
    place: Place = NOWHERE
    part: Part = "item"
    nth: int = 0  # which sentence or paragraph of its provision it is

    @property
    def only_counts(self) -> bool:
        """Whether it is a sentence or paragraph, which prints nothing."""
        return self.part in ("sentence", "paragraph")


@dataclass(frozen=True)
class Cited:
    """A word or number of a reference's text that leads to one provision."""

    label: str
    text: str
    anchor: str
    number: str


Form = Literal["clause", "number", "clause-title", "short", "above", "this", "this-section", "uses"]


@dataclass(frozen=True)
class Foreign:
    """Something that is no contract text, kept in the page's own doctree: which of the page's foreign nodes it is.

    Its `name` is that of its role if it is a cross-reference (`doc`), else what docutils calls it (`note`, `image`).
    """

    index: int
    name: str
    text: str = ""
    opens: bool = False  # whether a sentence begins with it


@dataclass(frozen=True)
class Reference:
    """A citation of one or more provisions; `parts` is what it prints, once resolved.

    The forms "this" and "this-section" cite what they stand in, the innermost provision or its whole section. What
    "short" and "above" print depends on where they stand: `at` is the anchor of the provision around them, `after` that
    of the last provision or item before them; both only until the reference is resolved.
    """

    labels: tuple[str, ...]
    form: Form = "clause"
    words: tuple[Run, ...] = ()
    place: Place = NOWHERE
    parts: tuple[Text | Cited, ...] = ()
    at: str = ""
    after: str = ""
    case: str = ""  # the one in which a "this" stands: "diesem § 10"
    either: bool = False  # any one of several: "clause 1.1 or 1.2"
    foreign: Foreign | None = None  # what it is if no agreement has its label; until that is known


@dataclass(frozen=True)
class Slot:
    """The place of a fact in a text that is kept for many pages; filled in each."""

    index: int


@dataclass(frozen=True)
class Broken:
    """Something that could not be resolved, left visible in its place."""

    text: str
    why: str = ""


Run = (
    Text
    | Unlinked
    | Styled
    | Link
    | LineBreak
    | Value
    | Passage
    | Blank
    | TermUse
    | Definition
    | Item
    | Reference
    | Foreign
    | Slot
    | Broken
)
