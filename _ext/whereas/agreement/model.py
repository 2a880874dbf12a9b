"""What an agreement is made of: sections with blocks, blocks with lines of runs. Plain, frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from whereas.agreement.deviation import Deviation
from whereas.agreement.fact import Fact
from whereas.agreement.runs import Broken, Foreign, Run
from whereas.library.finding import NOWHERE, Place


@dataclass(frozen=True)
class Paragraph:
    """A paragraph without a number of its own."""

    runs: tuple[Run, ...]
    place: Place = NOWHERE


@dataclass(frozen=True)
class GivenNumber:
    """A number that an author gave by hand, so that others keep theirs ("14A"), and where that was written."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True)
class Provision:
    """A numbered piece of text: sub-clause, paragraph, item, recital, party.

    `label` is what the author calls it, `marker` what stands in the margin ("(b)"), `number` how it is cited ("7.2(b)")
    within its `scope` (("Schedule 1", "Part A"), empty in the main part), `level` how deep it stands, from 1.
    """

    blocks: tuple[Block, ...]
    label: str = ""
    place: Place = NOWHERE
    marker: str = ""
    number: str = ""
    scope: tuple[str, ...] = ()
    level: int = 0
    anchor: str = ""
    given: GivenNumber | None = None


@dataclass(frozen=True)
class Provisions:
    """A run of provisions of one parent; `format` overrides the style's label for this list ("(A)", "" for none).

    `kind` says that they are the parties or recitals of the agreement, and so numbered and cited as these are; `start`
    is the number that the author gave the first of them, 0 for none. What is `quoted` keeps its markers: it is no
    provision of this agreement.
    """

    items: tuple[Provision, ...]
    format: str | None = None
    kind: Literal["", "parties", "recitals"] = ""
    start: int = 0
    quoted: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list without numbers."""

    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    blocks: tuple[Block, ...]
    align: str = ""


@dataclass(frozen=True)
class Table:
    """A table: relative column widths, heading rows, rows; its caption, and how many columns head their rows."""

    widths: tuple[int, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: tuple[Run, ...] = ()
    stubs: int = 0


@dataclass(frozen=True)
class Defined:
    """One entry of a list of definitions: the term, its whole sentence, other words for it, where it is used."""

    term: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    place: Place = NOWHERE
    forms: tuple[str, ...] = ()
    uses: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Definitions:
    """The definitions an agreement uses, in order: those named in `only` alone, if any are, and those in `also`.

    `elsewhere` says whether a term that the text defines where it needs it is listed as well, with that place.
    As a table, the first block of an entry is the term, and the others say what it means.
    """

    entries: tuple[Defined, ...] = ()
    only: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    table: bool = False
    place: Place = NOWHERE
    elsewhere: bool = True


@dataclass(frozen=True)
class Quote:
    """Text set apart."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Note:
    """Text in a box under a title; `kind` says in which one: note, tip, warning."""

    kind: str
    title: tuple[Run, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Described:
    """What is described, and how."""

    term: tuple[Run, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Descriptions:
    """A list of descriptions, as `Term` with `: description` below it makes one; no definitions of the agreement."""

    items: tuple[Described, ...]


@dataclass(frozen=True)
class SignatureLine:
    """A line to fill in by hand: "Name", and what is known of it."""

    label: str
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Signer:
    """One person who puts a name to a signature block, as a signatory or a witness: the lines for that."""

    lines: tuple[SignatureLine, ...]


@dataclass(frozen=True)
class Signature:
    """The signature block of one party: "Signed by", who, "in the presence of:", and those who put names to it.

    One of witnesses or of a notary has no party.
    """

    lead: tuple[Run, ...]
    party: tuple[Run, ...]
    signers: tuple[Signer, ...]
    anchor: str = ""
    tail: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Signatures:
    """The signature blocks of all parties, and of witnesses and a notary."""

    blocks: tuple[Signature, ...]


@dataclass(frozen=True)
class KeyTerms:
    """The facts of an agreement at a glance; `names` are those to show, else those of its sheet.

    The `front` sheet begins with what is said of the `parties`: what it is, and in which words. A row has four lines of
    runs: name and meaning, value, the provisions that use it, where it was written.
    """

    names: tuple[str, ...] = ()
    front: bool = False
    parties: tuple[tuple[str, tuple[Run, ...]], ...] = ()
    heads: tuple[str, str, str, str] = ("", "", "", "")
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()


@dataclass(frozen=True)
class TermIndex:
    """Every defined term: where it is defined, with the anchor of that, and where it is used."""

    heads: tuple[str, str, str, str] = ("", "", "", "")
    rows: tuple[tuple[tuple[Run, ...], tuple[Run, ...], str, tuple[Run, ...]], ...] = ()


Block = (
    Paragraph
    | Provisions
    | Bullets
    | Table
    | Definitions
    | Quote
    | Note
    | Descriptions
    | Signatures
    | KeyTerms
    | TermIndex
    | Foreign
    | Broken
)

# ---- sections and the whole -----------------------------------------------------------------------------------------

Kind = Literal["clause", "parties", "recitals", "unnumbered", "schedule", "annex", "appendix", "part", "bare"]
#: The kinds of what is attached to an agreement, or to what is attached; each is a scope of its own.
ATTACHED: tuple[Kind, ...] = ("schedule", "annex", "appendix")


@dataclass(frozen=True)
class Origin:
    """Which clause of the library a section comes from."""

    id: str
    variant: str = ""
    version: str = ""
    status: str = ""
    owner: str = ""


#: The variant of a clause that a deal leaves out, where its number is kept: nothing cites it.
RESERVED = "reserved"


@dataclass(frozen=True)
class Section:
    """A headed part of an agreement: a clause, a schedule, the recitals.

    One that is `bare` has no heading, and holds one numbered provision, which stands beside headed ones as their equal.
    """

    title: tuple[Run, ...]
    kind: Kind = "clause"
    label: str = ""
    place: Place = NOWHERE
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    origin: Origin | None = None
    marker: str = ""
    number: str = ""
    scope: tuple[str, ...] = ()
    level: int = 1
    anchor: str = ""
    given: GivenNumber | None = None


#: The value that is the date on the cover.
ON_THE_COVER = "effective_date"


@dataclass(frozen=True)
class Agreement:
    """A whole agreement: what stands before the first section, and the sections."""

    docname: str
    title: str
    style: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    status: str = ""
    reference: str = ""
    version: str = ""
    parties: tuple[tuple[str, str], ...] = field(default=())
    deviations: tuple[Deviation, ...] = ()
    locale: str = "en_GB"
    undecided: tuple[str, ...] = ()  # the names of blanks on which the text depends without printing them
