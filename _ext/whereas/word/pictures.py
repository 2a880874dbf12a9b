"""Pictures, in the formats that Word shows, with words for those who do not see them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from docutils import nodes
from sphinx.util.images import get_image_size

from whereas.word.parts import Parts
from whereas.word.xml import escape, run

#: The formats that Word and others show.
SHOWN = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif"}
#: Of an inch and a point, in the units of drawings; a picture has 96 points to the inch.
_EMU, _TWIP, _DOTS = 914400, 635, 96
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
    extent = f'cx="{round(wide * scale)}" cy="{round(high * scale)}"'
    said = escape(str(node.get("alt") or ""))
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
