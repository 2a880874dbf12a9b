"""What the header and the footer of a sheet may say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from whereas.language.frame import Sheets
from whereas.language.registry import LANGUAGES
from whereas.pdf.letters import loose


@dataclass(frozen=True)
class Frame:
    """The sheet of an agreement that has a page's number of so many; `marked` is the status that a PDF says it has."""

    outline: dict[str, Any]
    marked: str
    page: str = ""
    pages: str = ""

    def adds(self, words: str, covers: str) -> bool:
        """Whether words say more than what a sheet bears: a line of the house's own stands on the cover as well."""
        found = [match for pattern in self._patterns() if (match := re.fullmatch(pattern, words))]
        return not any(match["own"] in covers for match in found)

    def is_watermark(self, words: str) -> bool:
        """Whether words are those that lie below a text which nobody is to sign, or none."""
        return words in {"", *(loose(status.upper()) for sheets in _all_sheets() for status in self._statuses(sheets))}

    def state(self) -> Iterator[str]:
        """The letters of what a cover says of the state of a text, and between the parties, in any language."""
        yield "·"
        for sheets in _all_sheets():
            yield from map(loose, (sheets.joining, sheets.not_for_signature, sheets.review, *self._statuses(sheets)))
            yield loose(sheets.fingerprint.format(fingerprint=self.outline["fingerprint"]))
            yield loose(sheets.version.format(version=self.outline["version"])) if self.outline["version"] else ""

    def _statuses(self, sheets: Sheets) -> set[str]:
        """What the status may be called, today or when the PDF was made; an author's own is words, and no figures."""
        own = {sheets.status(status) for status in (self.outline["status"], self.marked)}
        return {*sheets.statuses.values(), *(status for status in own if not re.search(r"\d", status))}

    def _patterns(self) -> Iterator[str]:
        """What a sheet bears, in each language, in the order in which it is set."""
        title, reference, version = (self.outline[name] for name in ("title", "reference", "version"))
        for sheets in _all_sheets():
            statuses = sorted(self._statuses(sheets))
            yield "".join(
                (
                    _any(status.upper() for status in statuses),
                    _just(title, reference),
                    _just(f"{sheets.version.format(version=version)}·" if version else ""),
                    _any(statuses).removesuffix("?"),
                    _any((f"·{sheets.review}",)),
                    _any((sheets.not_for_signature,)),
                    "(?P<own>.*)",
                    _just(sheets.fingerprint.format(fingerprint=self.outline["fingerprint"])),
                    _just(sheets.page.format(page=self.page, pages=self.pages)),
                )
            )


def _all_sheets() -> Iterator[Sheets]:
    return (each.sheets for each in LANGUAGES if each.sheets)


def _just(*texts: str) -> str:
    return re.escape("".join(map(loose, texts)))


def _any(texts: Iterable[str]) -> str:
    """A pattern of one of some texts, or none of them."""
    return f"(?:{'|'.join(map(_just, texts))})?"
