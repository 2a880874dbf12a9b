"""How a house wants its PDFs: `whereas_pdf` in conf.py. Nobody needs TeX for it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from whereas.language.nearest import did_you_mean

Faces = Mapping[str, str]
_FACES = ("regular", "bold", "italic", "bold_italic")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LENGTH = re.compile(r"\d{1,3}(\.\d+)?(mm|cm|in|pt)")
PAPERS = ("a4", "letter")
SIZES = ("10pt", "10.5pt", "11pt", "12pt")


@dataclass(frozen=True)
class Identity:
    """What `whereas_pdf` may say; each style may say it otherwise under `styles`.

    Colours are `#rrggbb`. A font is the name of an installed one, or `{regular: file, bold: ..., italic: ...,
    bold_italic: ...}` with files from conf.py's folder, as is the `logo` (PDF, PNG or JPEG) and `sty`, a LaTeX package
    that is loaded last and may change anything. `logo_height` and `margin` are lengths ("12mm").
    """

    accent: str = "#1F3A5F"
    ink: str = "#1A1A1A"
    rule: str = "#8A8F98"
    grey: str = "#5B616B"
    font: str | Faces = ""
    sans: str | Faces = ""
    mono: str | Faces = ""
    size: str = "10.5pt"
    paper: str = ""
    margin: str = ""
    logo: str = ""
    logo_height: str = "14mm"
    firm: str = ""
    confidentiality: str = ""
    note: str = ""
    sty: str = ""
    styles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def paper_of(self, locale: str) -> str:
        """The paper: as said, or Letter where people use that."""
        return self.paper or ("letter" if locale.replace("-", "_") in _LETTER else "a4")

    def files(self) -> list[str]:
        """The files that TeX needs beside the document."""
        faces = [
            file for font in (self.font, self.sans, self.mono) if not isinstance(font, str) for file in font.values()
        ]
        return [file for file in (self.logo, self.sty, *faces) if file]


#: Where the paper is Letter: North America, and a few others.
_LETTER = (
    {f"en_{land}" for land in ("US", "CA", "PH")} | {f"es_{land}" for land in ("MX", "CO", "CL", "US")} | {"fr_CA"}
)


def parse_identities(written: Mapping[str, Any], root: Path, named: Collection[str] = ()) -> dict[str, Identity]:
    """`whereas_pdf` by style, the whole house under the empty name.

    `root` is the folder files are looked for in, `named` are the styles there are. Raises ValueError that says what is
    wrong.
    """
    house = _parse(written, Identity(), root)
    found = {"": house}
    for style, own in house.styles.items():
        if named and style not in named:
            raise ValueError(f"`styles` has {style!r}, which is no style; {did_you_mean(str(style), named)}")
        if not isinstance(own, Mapping) or "styles" in own:
            raise ValueError(f"what `styles` says of {style!r} must be a mapping of these settings")
        found[style] = _parse(own, house, root)
    return found


def _parse(written: Mapping[str, Any], base: Identity, root: Path) -> Identity:
    known = set(Identity.__dataclass_fields__)
    for key, value in written.items():
        if key not in known:
            raise ValueError(f"there is no setting {key!r}; {did_you_mean(str(key), known)}")
        if problem := _problem(key, value, root):
            raise ValueError(f"`{key}` {problem}, not {value!r}")
    return replace(base, **written)


def _problem(key: str, value: Any, root: Path) -> str:
    """What is wrong with a setting, or nothing."""
    match key:
        case "accent" | "ink" | "rule" | "grey":
            return "" if _is(value, _COLOUR) else "must be a colour like '#1F3A5F'"
        case "logo_height" | "margin":
            return "" if _is(value, _LENGTH) else "must be a length like '14mm'"
        case "size":
            return "" if value in SIZES else f"must be one of {', '.join(SIZES)}"
        case "paper":
            return "" if value in PAPERS else f"must be one of {', '.join(PAPERS)}"
        case "font" | "sans" | "mono":
            return _font_problem(value, root)
        case "logo":
            kinds = (".pdf", ".png", ".jpg", ".jpeg")
            return _file_problem(value, root, kinds)
        case "sty":
            return _file_problem(value, root, (".sty",))
        case "styles":
            return "" if isinstance(value, Mapping) else "must be a mapping from styles to settings"
    return "" if isinstance(value, str) else "must be a text"


def _font_problem(value: Any, root: Path) -> str:
    if isinstance(value, str):
        return "" if re.fullmatch(r"[\w .\-]+", value) else "must be the name of a font, without signs"
    if not isinstance(value, Mapping) or "regular" not in value or not set(value) <= set(_FACES):
        return f"must be the name of a font, or a mapping with {', '.join(_FACES)}"
    problems = (_file_problem(file, root, (".otf", ".ttf")) for file in value.values())
    return next(filter(None, problems), "")


def _file_problem(value: Any, root: Path, kinds: tuple[str, ...]) -> str:
    if isinstance(value, str) and value.lower().endswith(kinds) and not re.fullmatch(r"[\w.\-/ ]+", value):
        return "must name a file without signs that TeX reads otherwise"
    return file_problem(value, root, kinds)


def file_problem(value: Any, root: Path, kinds: tuple[str, ...]) -> str:
    """What is wrong with a file that a setting names, which must be of one of these kinds and within the project."""
    if not isinstance(value, str) or not value.isprintable() or not value.lower().endswith(kinds):
        return f"must name a file ({', '.join(kinds)})"
    path = (root / value).resolve()
    if not path.is_relative_to(root.resolve()):
        return "must name a file within the project"
    if not path.is_file():
        return "must name a file that is there"
    return "" if os.access(path, os.R_OK) else "must name a file that can be read"


def _is(value: Any, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, str) and bool(pattern.fullmatch(value))
