"""What a PDF says of itself as XMP, which PDF/A asks for (ISO 19005-2, 6.6.2 and 6.6.4)."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from whereas.paper.sheet import Sheet

_PACKET = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{fields}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def render_xmp(sheet: Sheet) -> str:
    """The packet: title, author, subject, language, keywords, dates; and that the file is PDF/A-2b."""
    language = sheet.agreement.locale.replace("_", "-")
    fields = [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>B</pdfaid:conformance>",
        "<dc:format>application/pdf</dc:format>",
        _alternative("title", sheet.agreement.title),
        _list("creator", "Seq", sheet.author),
        _alternative("description", sheet.subject),
        _list("subject", "Bag", *sheet.keywords),
        _list("language", "Bag", language),
        f"<pdf:Keywords>{escape(', '.join(word.replace(',', ' ') for word in sheet.keywords))}</pdf:Keywords>",
    ]
    if sheet.epoch:
        day = datetime.fromtimestamp(int(sheet.epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        fields += [f"<xmp:{name}>{day}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate")]
    return _PACKET.format(fields="\n".join(filter(None, fields)))


def _alternative(name: str, text: str) -> str:
    words = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
    return f"<dc:{name}><rdf:Alt>{words}</rdf:Alt></dc:{name}>" if text else ""


def _list(name: str, kind: str, *texts: str) -> str:
    items = "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts if text)
    return f"<dc:{name}><rdf:{kind}>{items}</rdf:{kind}></dc:{name}>" if items else ""
