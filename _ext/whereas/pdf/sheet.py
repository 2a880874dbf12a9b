"""What one PDF says of itself, in the macros of `legalagreement.sty`: cover, contents, properties."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from whereas.agreement.walk import text_of
from whereas.language.registry import language_of
from whereas.paper.sheet import Sheet, contents
from whereas.pdf.identity_tex import identity_tex
from whereas.render.tex import escape


def preamble(sheet: Sheet) -> str:
    """What stands before the document begins."""
    words, agreement = sheet.words, sheet.agreement
    facts = {
        "Title": agreement.title,
        "Reference": agreement.reference,
        "State": sheet.state,
        "Unsigned": sheet.unsigned,
        "Date": sheet.dated,
        "Fingerprint": sheet.marked,
        "Watermark": sheet.watermark,
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
    lines.append(f"\\LegalSize{{{sheet.identity.size}}}")
    lines.append(f"\\LegalPaper{{{sheet.paper}}}{{{sheet.identity.margin}}}")
    if sheet.is_short:
        lines.append("\\LegalClose")
    if sheet.review:
        lines.append("\\LegalReview")
    return "\n".join(filter(None, lines))


def metadata_of(sheet: Sheet) -> str:
    """The file that says of it what XMP says; its name holds nothing that TeX reads otherwise."""
    return f"{hashlib.sha256(sheet.name.encode()).hexdigest()[:16]}.xmp"


def _properties(sheet: Sheet) -> str:
    """The file's properties; commas in keywords would part them."""
    properties = {
        "pdftitle": sheet.agreement.title,
        "pdfauthor": sheet.author,
        "pdfsubject": sheet.subject,
        "pdfkeywords": ", ".join(word.replace(",", " ") for word in sheet.keywords),
        "pdflang": sheet.agreement.locale.replace("_", "-"),
    }
    said = ",".join(f"{key}={{{_string(text)}}}" for key, text in properties.items() if text)
    info = {"Version": sheet.agreement.version, "Status": sheet.agreement.status, "Fingerprint": sheet.fingerprint}
    kept = ",".join(f"{key}={{{_string(text)}}}" for key, text in info.items() if text)
    return f"\\hypersetup{{{said},pdfinfo={{{kept}}}}}\n\\LegalMetadata{{{metadata_of(sheet)}}}"


def _string(text: str) -> str:
    """Text as a property of a file has it, which is never set."""
    return escape(text).replace(r"\sphinxhyphen{}", "-")


def body_head(sheet: Sheet, anchor: Callable[[str], str]) -> str:
    """Cover, or head of the first page, and contents; written out, so that no page moves when TeX has learnt them."""
    parties = (f"\\CoverParty{{{escape(name)}}}{{{escape(role)}}}\n" for role, name in sheet.agreement.parties)
    lines = "".join(_contents(sheet, anchor))
    cover = f"\\begin{{legalcover}}\n{''.join(parties)}\\end{{legalcover}}\n"
    listed = f"\n\\begin{{legalcontents}}\n{lines}\\end{{legalcontents}}\n" if sheet.is_listed else ""
    return ("\\LegalHead\n" if sheet.is_short else cover) + listed + "\\LegalBegin\n"


def _contents(sheet: Sheet, anchor: Callable[[str], str]) -> Iterator[str]:
    for section, kind in contents(sheet):
        title = escape(text_of(section.title))
        yield f"\\LegalEntry{{{kind}}}{{{escape(section.marker)}}}{{{title}}}{{{anchor(section.anchor)}}}\n"
