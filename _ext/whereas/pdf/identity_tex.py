"""How a house wants its PDFs, in TeX."""

from __future__ import annotations

from pathlib import Path

from whereas.project.identity import Faces, Identity


def identity_tex(identity: Identity) -> str:
    """The settings as the macros of `legalagreement.sty`; texts are left to who escapes them."""
    lines = [
        f"\\definecolor{{la{name.capitalize()}}}{{HTML}}{{{getattr(identity, name)[1:].upper()}}}"
        for name in ("accent", "ink", "rule", "grey")
    ]
    for command, font in (
        ("setmainfont", identity.font),
        ("setsansfont", identity.sans),
        ("setmonofont", identity.mono),
    ):
        if font:
            lines.append(f"\\LegalFont{{{command}}}{_faces(font)}")
    if identity.logo:
        lines.append(f"\\LegalLogo{{{Path(identity.logo).name}}}{{{identity.logo_height}}}")
    if identity.sty:
        lines.append(f"\\usepackage{{{Path(identity.sty).stem}}}")
    return "\n".join(lines)


def _faces(font: str | Faces) -> str:
    """What fontspec is told: a name and options."""
    if isinstance(font, str):
        return f"{{{font}}}{{}}"
    options = {"bold": "BoldFont", "italic": "ItalicFont", "bold_italic": "BoldItalicFont"}
    given = ",".join(f"{options[face]}={Path(file).name}" for face, file in font.items() if face in options)
    return f"{{{Path(font['regular']).name}}}{{{given}}}"
