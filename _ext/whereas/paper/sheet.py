"""What one document says of itself: on its cover, on every sheet, and in its properties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from whereas.agreement.model import ATTACHED, Agreement, Section
from whereas.agreement.outside import status_for_outside
from whereas.agreement.remade import remade
from whereas.agreement.walk import walk_sections
from whereas.language.frame import Sheets
from whereas.language.registry import sheets, site_words
from whereas.project.identity import Identity
from whereas.site.audience import is_internal

if TYPE_CHECKING:
    from whereas.site.nodes import cover

#: As what a section stands in the contents.
Listed = Literal["clause", "subclause", "schedule", "part"]


@dataclass(frozen=True)
class Sheet:
    """One document: its file's `name`, the agreement in it, how the house wants it, and whether it is to mark up."""

    name: str
    docname: str
    agreement: Agreement
    date: str
    fingerprint: str
    identity: Identity
    review: bool
    epoch: str  # when its sources last changed, in seconds since 1970; empty if not known
    is_short: bool  # a head on the first page, and no cover
    is_listed: bool  # with contents
    commit: str  # in which commit they did, for us alone; empty if not known

    @classmethod
    def of(cls, node: cover, agreement: Agreement, builder: Any, docname: str, name: str) -> Sheet:
        """The document of a page that a builder is writing under a name."""
        identities = builder.whereas_identities
        identity = identities.get(agreement.style, identities[""])
        dates = builder.whereas_dates
        commit = dates.commit(docname) if is_internal(builder.config) else ""
        review = bool(builder.config.whereas_review)
        agreement = remade(agreement, status=status_for_outside(agreement.status))
        return cls(
            name,
            docname,
            agreement,
            node["date"],
            node["fingerprint"],
            identity,
            review,
            dates.of(docname),
            node["is_short"],
            node["is_listed"],
            commit,
        )

    @property
    def words(self) -> Sheets:
        """The words of its frame."""
        return sheets(self.agreement.locale)

    @property
    def paper(self) -> str:
        """The paper: a4 or letter."""
        return self.identity.paper_of(self.agreement.locale)

    @property
    def status(self) -> str:
        """What its status is called."""
        return self.words.status(self.agreement.status)

    @property
    def unsigned(self) -> str:
        """Why nobody should sign it; empty for what is final."""
        return "" if self.agreement.status == "final" else self.words.not_for_signature

    @property
    def watermark(self) -> str:
        """What stands behind the text of what nobody should sign."""
        return self.status.upper() if self.unsigned else ""

    @property
    def version(self) -> str:
        """Its version in words; empty where it has none."""
        return self.words.version.format(version=self.agreement.version) if self.agreement.version else ""

    @property
    def state(self) -> str:
        """Version and status, and that it is a copy to mark up."""
        return " · ".join(filter(None, (self.version, self.status, self.words.review if self.review else "")))

    @property
    def dated(self) -> str:
        """Its date in words; empty where it has none."""
        return self.words.date.format(date=self.date) if self.date else ""

    @property
    def marked(self) -> str:
        """Its fingerprint in words."""
        return self.words.fingerprint.format(fingerprint=self.fingerprint)

    @property
    def keywords(self) -> tuple[str, ...]:
        """What a search among files may ask for: reference, parties, version, status, fingerprint."""
        names = (name for _, name in self.agreement.parties)
        found = (self.agreement.reference, *names, self.version, self.status, self.fingerprint)
        return tuple(dict.fromkeys(filter(None, found)))

    @property
    def subject(self) -> str:
        """Between whom, and under which reference."""
        between = site_words(self.agreement.locale).listed(name for _, name in self.agreement.parties)
        return " · ".join(filter(None, (self.agreement.reference, between)))

    @property
    def author(self) -> str:
        """Who made it: the firm, else the parties."""
        return self.identity.firm or ", ".join(name for _, name in self.agreement.parties)


def contents(sheet: Sheet) -> Iterator[tuple[Section, Listed]]:
    """The sections that stand in the contents, and as what; none where there are no contents."""
    agreement = sheet.agreement
    for section in walk_sections(agreement.sections if sheet.is_listed else ()):
        if section.kind == "part" or (section.scope and section.kind in ATTACHED):
            yield section, "part"
        elif section.kind in ATTACHED:
            yield section, "schedule"
        elif section.kind in ("clause", "unnumbered"):
            yield section, "clause" if section.level == 1 else "subclause"
