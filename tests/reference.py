"""A house's own Word file for tests, as Word writes it: theme fonts, a logo in the header, parts of later versions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from constructs import picture

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PICTURE = (
    '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><wp:inline distT="0" distB="0" distL="0" '
    'distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Logo" descr="Logo"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _relations(*said: tuple[str, str, str]) -> str:
    each = "".join(f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id, kind, target in said)
    return f'<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'


_STYLES = f"""<w:styles {_W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="20"/>
<w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="FirmHead"/>
<w:pPr><w:keepNext/><w:numPr><w:numId w:val="44"/></w:numPr><w:spacing w:before="360"/></w:pPr>
<w:rPr><w:caps/><w:color w:val="7A1F3D"/><w14:ligatures w14:val="standard"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FirmHead"><w:name w:val="Firm Head"/>
<w:basedOn w:val="Standard"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Body"><w:name w:val="Firm Letter"/>
<w:basedOn w:val="Standard"/><w:qFormat/><w:pPr><w:jc w:val="left"/></w:pPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="DT"><w:name w:val="Defined Term"/>
<w:rPr><w:smallCaps/></w:rPr></w:style>
</w:styles>"""
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Firm"><a:themeElements>'
    '<a:clrScheme name="Firm">'
    + "".join(
        f'<a:{name}><a:srgbClr val="123456"/></a:{name}>'
        for name in (*("dk1", "lt1", "dk2", "lt2"), *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    )
    + '</a:clrScheme><a:fontScheme name="Firm">'
    + "".join(
        f'<a:{kind}Font><a:latin typeface="Georgia"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    + '</a:fontScheme><a:fmtScheme name="Firm">'
    + f"<a:fillStyleLst>{'<a:noFill/>' * 3}</a:fillStyleLst><a:lnStyleLst>{'<a:ln/>' * 3}</a:lnStyleLst>"
    + f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    + f"<a:bgFillStyleLst>{'<a:noFill/>' * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="2000" w:right="1500" w:bottom="1800" w:left="1600" w:header="700" w:footer="600" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
_MARK = r"DOCPROPERTY  &quot;Fingerprint&quot;  \* MERGEFORMAT"
PARTS: dict[str, str | bytes] = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": f"<w:document {_W}><w:body><w:p/>{_SECTION}</w:body></w:document>",
    "word/_rels/document.xml.rels": _relations(
        ("rId1", "styles", "styles.xml"),
        ("rId2", "theme", "theme/theme1.xml"),
        ("rId3", "header", "header1.xml"),
        ("rId4", "header", "header2.xml"),
        ("rId5", "footer", "footer1.xml"),
    ),
    "word/styles.xml": _STYLES,
    "word/theme/theme1.xml": _THEME,
    "word/header1.xml": f"<w:hdr {_W}><w:p><w:r>{_PICTURE}</w:r>{_field('TITLE', 'Template')}"
    "<w:r><w:t> of Pike LLP</w:t></w:r></w:p></w:hdr>",
    "word/_rels/header1.xml.rels": _relations(("rId7", "image", "media/image1.png")),
    "word/media/image1.png": picture(),
    "word/header2.xml": f"<w:hdr {_W}><w:p><w:r><w:t>Pike LLP, first page</w:t></w:r></w:p></w:hdr>",
    "word/footer1.xml": f"<w:ftr {_W}><w:p>{_field('DOCPROPERTY Reference', 'none')}{_field('PAGE', '1')}"
    f"{_field(_MARK, 'none')}</w:p></w:ftr>",
}


def reference(changed: Mapping[str, str | bytes] | None = None) -> bytes:
    """The file, with some parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, **(changed or {})}.items():
            archive.writestr(name, content)
    return file.getvalue()
