"""Pictures, in the formats that Word shows, with words for those who do not see them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from docutils import nodes
from sphinx.util.images import get_image_size

from whereas.project.identity import Identity
from whereas.word.parts import Parts
from whereas.word.xml import escape, run

#: The formats that Word and others show.
SHOWN = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif"}
#: Of an inch and a point, in the units of drawings; a picture has 96 points to the inch.
_EMU, _TWIP, _DOTS = 914400, 635, 96
_UNITS = {"mm": 36000.0, "cm": 360000.0, "in": 914400.0, "pt": 12700.0}
#: How high a picture in a line may be.
_IN_LINE = 300


def picture(node: nodes.image, path: Path | None, parts: Parts, width: int) -> str:
    """A picture no wider than `width` (twentieths of a point; 0 in a line); nothing if Word cannot show it."""
    if path is None or path.suffix.lower() not in SHOWN or (size := get_image_size(path)) is None:
        return ""
    data = path.read_bytes()
    name = f"{hashlib.sha256(data).hexdigest()[:16]}.{SHOWN[path.suffix.lower()]}"
    parts.media[name] = data
    id, number = parts.leads_to("image", f"media/{name}"), parts.next_id()
    wide, high = (each * _EMU // _DOTS for each in size)
    most = width * _TWIP if width else wide
    scale = min(1.0, most / wide, 1.0 if width else _IN_LINE * _TWIP / high)
    return _drawing(id, number, round(wide * scale), round(high * scale), str(node.get("alt") or ""))


def logo(identity: Identity, path: Path | None) -> tuple[str, str, bytes] | None:
    """The sign of the house for a header: a run that leads to `rId1`, the name of the picture, its bytes."""
    if path is None or (size := get_image_size(path)) is None:
        return None
    high = round(float(identity.logo_height[:-2]) * _UNITS[identity.logo_height[-2:]])
    data = path.read_bytes()
    name = f"{hashlib.sha256(data).hexdigest()[:16]}.{SHOWN[path.suffix.lower()]}"
    return _drawing("rId1", 1, round(high * size[0] / size[1]), high, identity.firm or "Logo"), name, data


def logo_of(identity: Identity, root: Path) -> Path | None:
    """The file of the logo that Word can show: for a PDF, the picture of the same name beside it."""
    if not identity.logo:
        return None
    path = root / identity.logo
    found = (path, *(path.with_suffix(ending) for ending in SHOWN))
    return next((each for each in found if each.suffix.lower() in SHOWN and each.is_file()), None)


def _drawing(id: str, number: int, wide: int, high: int, said: str) -> str:
    """A run with a picture."""
    extent, said = f'cx="{wide}" cy="{high}"', escape(said)
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{said}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return run(drawing)
