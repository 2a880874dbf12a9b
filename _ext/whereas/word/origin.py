"""Where a file comes from, in a part that nobody sees: so that one that comes back can be read and compared.

It tells which bookmark stands for which provision and which value, of which words the file was made (the fingerprint),
and for us alone from which commit.
"""

from __future__ import annotations

from whereas.word.package import relationships
from whereas.word.parts import Parts, Relationship
from whereas.word.xml import HEAD, ORIGIN, escape

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
#: What Word calls the part; the same in every file, since it is of the same kind.
_ID = "{7B0C2F4E-52A1-4D0B-9C55-0A7E6E1D3F10}"


def origin(parts: Parts) -> dict[str, str]:
    """The part, and the two that Word asks for beside it."""
    sheet = parts.sheet
    facts = {
        "agreement": sheet.docname,
        "reference": sheet.agreement.reference,
        "version": sheet.agreement.version,
        "status": sheet.agreement.status,
        "language": sheet.agreement.locale.replace("_", "-"),
        "fingerprint": sheet.fingerprint,
        "commit": sheet.commit,
    }
    said = "".join(f' {name}="{escape(text)}"' for name, text in facts.items() if text)
    marks = "".join(
        f'<provision bookmark="{escape(each.bookmark)}" anchor="{escape(each.anchor)}"/>'
        if each.anchor
        else f'<value bookmark="{escape(each.bookmark)}" name="{escape(each.value)}"/>'
        for each in parts.marked
    )
    known = f'<ds:schemaRefs><ds:schemaRef ds:uri="{ORIGIN}"/></ds:schemaRefs>'
    properties = f'<ds:datastoreItem ds:itemID="{_ID}" xmlns:ds="{_STORE}">{known}</ds:datastoreItem>'
    beside = Relationship("rId1", "customXmlProps", "itemProps1.xml")
    return {
        "customXml/item1.xml": f'{HEAD}<origin xmlns="{ORIGIN}"{said}>{marks}</origin>',
        "customXml/itemProps1.xml": f"{HEAD}{properties}",
        "customXml/_rels/item1.xml.rels": relationships([beside.xml()]),
    }
