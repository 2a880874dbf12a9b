"""The file as a zip: the same bytes from the same parts, on every day."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from whereas.word.xml import HEAD, escape

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TYPES = {
    "word/document.xml": f"{_CONTENT}document.main+xml",
    "word/styles.xml": f"{_CONTENT}styles+xml",
    "word/settings.xml": f"{_CONTENT}settings+xml",
    "word/numbering.xml": f"{_CONTENT}numbering+xml",
    "word/fontTable.xml": f"{_CONTENT}fontTable+xml",
    "word/footnotes.xml": f"{_CONTENT}footnotes+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
_ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}


def content_types(names: Mapping[str, bytes]) -> str:
    """The part that says of what kind each other is."""
    endings = {name.rsplit(".", 1)[-1] for name in names} | {"rels", "xml"}
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{_ENDINGS[ending]}"/>'
        for ending in sorted(endings & _ENDINGS.keys())
    )
    overrides = []
    for name in sorted(names):
        kind = _TYPES.get(name, "")
        for part in ("header", "footer"):
            if name.startswith(f"word/{part}") and name.endswith(".xml"):
                kind = f"{_CONTENT}{part}+xml"
        if kind:
            overrides.append(f'<Override PartName="/{escape(name)}" ContentType="{kind}"/>')
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{HEAD}<Types xmlns="{namespace}">{defaults}{"".join(overrides)}</Types>'


def relationships(elements: list[str]) -> str:
    """A part of relationships."""
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{namespace}">{"".join(elements)}</Relationships>'


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file of its parts by name, types first, the others in order; all bear the first day of zip."""
    whole = {"[Content_Types].xml": content_types(parts).encode(), **{name: parts[name] for name in sorted(parts)}}
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 0, 0
            archive.writestr(info, content)
    return file.getvalue()
