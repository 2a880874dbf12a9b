"""What one PDF says of itself: on its cover, on every sheet, and in its properties."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whereas.agreement.model import ATTACHED, Agreement, Section
from whereas.agreement.walk import text_of, walk_sections
from whereas.language.frame import Sheets
from whereas.language.registry import language_of, sheets
from whereas.pdf.identity_tex import identity_tex
from whereas.project.identity import Identity
from whereas.render.tex import escape

if TYPE_CHECKING:
    from whereas.site.nodes import cover


@dataclass(frozen=True)
class Sheet:
    """One PDF: its file's `name`, the agreement in it, how the house wants it, and whether it is to mark up."""

    name: str
    docname: str
    agreement: Agreement
    date: str
    fingerprint: str
    identity: Identity
    review: bool
    epoch: str  # when its sources last changed, in seconds since 1970; empty if not known

    @classmethod
    def of(cls, node: cover, agreement: Agreement, builder: Any, docname: str) -> Sheet:
        """The PDF that a LaTeX builder is writing."""
        name = next(Path(entry[1]).stem for entry in builder.document_data if entry[0] == docname)
        identities = builder.whereas_identities
        identity = identities.get(agreement.style, identities[""])
        epoch = builder.whereas_dates.of(docname)
        review = bool(builder.config.whereas_review)
        return cls(name, docname, agreement, node["date"], node["fingerprint"], identity, review, epoch)

    @property
    def metadata(self) -> str:
        """The file that says of it what XMP says; its name holds nothing that TeX reads otherwise."""
        return f"{hashlib.sha256(self.name.encode()).hexdigest()[:16]}.xmp"

    @property
    def words(self) -> Sheets:
        """The words of its frame."""
        return sheets(self.agreement.locale)

    @property
    def paper(self) -> str:
        """The paper, as LaTeX calls it."""
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
    def version(self) -> str:
        """Its version in words; empty where it has none."""
        return self.words.version.format(version=self.agreement.version) if self.agreement.version else ""


def preamble(sheet: Sheet) -> str:
    """What stands before the document begins."""
    words, agreement = sheet.words, sheet.agreement
    state = " · ".join(filter(None, (sheet.version, sheet.status, words.review if sheet.review else "")))
    facts = {
        "Title": agreement.title,
        "Reference": agreement.reference,
        "State": state,
        "Unsigned": sheet.unsigned,
        "Date": words.date.format(date=sheet.date) if sheet.date else "",
        "Fingerprint": words.fingerprint.format(fingerprint=sheet.fingerprint),
        "Watermark": sheet.status.upper() if sheet.unsigned else "",
        "Firm": sheet.identity.firm,
        "Confidentiality": sheet.identity.confidentiality,
        "Note": sheet.identity.note,
    }
    lines = [f"%@date {sheet.epoch}"] if sheet.epoch else []
    patterns = language_of(agreement.locale).hyphenation or "nohyphenation"
    lines += [f"\\LegalLanguage{{{patterns}}}", identity_tex(sheet.identity)]
    lines += [f"\\Legal{name}{{{escape(text)}}}" for name, text in facts.items() if text]
    lines += [f"\\LegalFrame{{{name}}}{{{escape(getattr(words, name))}}}" for name in ("contents", "joining")]
    page = escape(words.page.format(page="@1", pages="@2")).replace("@1", "#1").replace("@2", "#2")
    lines.append(f"\\renewcommand\\LegalPageOf[2]{{{page}}}")
    lines.append(_properties(sheet))
    lines.append(f"\\LegalPaper{{{sheet.paper}}}{{{sheet.identity.margin}}}")
    if sheet.review:
        lines.append("\\LegalReview")
    return "\n".join(filter(None, lines))


def keywords(sheet: Sheet) -> tuple[str, ...]:
    """What a search among files may ask for: reference, parties, version, status, fingerprint."""
    names = (name for _, name in sheet.agreement.parties)
    found = (sheet.agreement.reference, *names, sheet.version, sheet.status, sheet.fingerprint)
    return tuple(dict.fromkeys(filter(None, found)))


def subject(sheet: Sheet) -> str:
    """Between whom, and under which reference."""
    between = f" {sheet.words.joining} ".join(name for _, name in sheet.agreement.parties)
    return " · ".join(filter(None, (sheet.agreement.reference, between)))


def author(sheet: Sheet) -> str:
    """Who made it: the firm, else the parties."""
    return sheet.identity.firm or ", ".join(name for _, name in sheet.agreement.parties)


def _properties(sheet: Sheet) -> str:
    """The file's properties; commas in keywords would part them."""
    properties = {
        "pdftitle": sheet.agreement.title,
        "pdfauthor": author(sheet),
        "pdfsubject": subject(sheet),
        "pdfkeywords": ", ".join(word.replace(",", " ") for word in keywords(sheet)),
        "pdflang": sheet.agreement.locale.replace("_", "-"),
    }
    said = ",".join(f"{key}={{{_string(text)}}}" for key, text in properties.items() if text)
    info = {"Version": sheet.agreement.version, "Status": sheet.agreement.status, "Fingerprint": sheet.fingerprint}
    kept = ",".join(f"{key}={{{_string(text)}}}" for key, text in info.items() if text)
    return f"\\hypersetup{{{said},pdfinfo={{{kept}}}}}\n\\LegalMetadata{{{sheet.metadata}}}"


def _string(text: str) -> str:
    """Text as a property of a file has it, which is never set."""
    return escape(text).replace(r"\sphinxhyphen{}", "-")


def body_head(sheet: Sheet, anchor: Callable[[str], str]) -> str:
    """Cover and contents. The contents are written out, so that no page moves when TeX has learnt them."""
    parties = (f"\\CoverParty{{{escape(name)}}}{{{escape(role)}}}\n" for role, name in sheet.agreement.parties)
    lines = "".join(_contents(sheet.agreement, anchor))
    cover = f"\\begin{{legalcover}}\n{''.join(parties)}\\end{{legalcover}}\n"
    return f"{cover}\n\\begin{{legalcontents}}\n{lines}\\end{{legalcontents}}\n"


def _contents(agreement: Agreement, anchor: Callable[[str], str]) -> Iterator[str]:
    for section in walk_sections(agreement.sections):
        if kind := _listed(section):
            title = escape(text_of(section.title))
            yield f"\\LegalEntry{{{kind}}}{{{escape(section.marker)}}}{{{title}}}{{{anchor(section.anchor)}}}\n"


def _listed(section: Section) -> str:
    """As what a section stands in the contents, if it does."""
    if section.kind == "part" or (section.scope and section.kind in ATTACHED):
        return "part"
    if section.kind in ATTACHED:
        return "schedule"
    if section.kind in ("clause", "unnumbered"):
        return "clause" if section.level == 1 else "subclause"
    return ""
