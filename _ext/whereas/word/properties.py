"""What the file says of itself: properties that Word shows, settings, typefaces."""

from __future__ import annotations

from datetime import UTC, datetime

from whereas.paper.sheet import Sheet
from whereas.word.frame import STEP
from whereas.word.look import TYPEFACE, TYPEWRITER, typeface
from whereas.word.xml import HEAD, NAMESPACES, element, escape

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_FILE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROGRAM = "Whereas"
#: Of what Word calls a custom property.
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core(sheet: Sheet) -> str:
    """Title, subject, author, keywords, language; the days on which its sources last changed."""
    facts = [
        ("dc:title", sheet.agreement.title),
        ("dc:subject", sheet.subject),
        ("dc:creator", sheet.author),
        ("cp:keywords", ", ".join(word.replace(",", " ") for word in sheet.keywords)),
        ("dc:language", sheet.agreement.locale.replace("_", "-")),
    ]
    said = [f"<{name}>{escape(text)}</{name}>" for name, text in facts if text]
    if sheet.epoch:
        day = datetime.fromtimestamp(int(sheet.epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        said += [
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>' for name in ("created", "modified")
        ]
    return f"{HEAD}<cp:coreProperties {_CORE}>{''.join(said)}</cp:coreProperties>"


def app(sheet: Sheet) -> str:
    """Which program wrote it, and for which firm."""
    firm = f"<Company>{escape(sheet.identity.firm)}</Company>" if sheet.identity.firm else ""
    said = f"<Application>{_PROGRAM}</Application>{firm}"
    return f'{HEAD}<Properties xmlns="{_FILE}/extended-properties">{said}</Properties>'


def custom(sheet: Sheet) -> str:
    """Reference, version, status and fingerprint, which fields print."""
    facts = {
        "Reference": sheet.agreement.reference,
        "Version": sheet.agreement.version,
        "Status": sheet.agreement.status,
        "Fingerprint": sheet.fingerprint,
    }
    said = [
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
        for number, (name, text) in enumerate(((name, text) for name, text in facts.items() if text), start=2)
    ]
    spaces = f'xmlns="{_FILE}/custom-properties" xmlns:vt="{_FILE}/docPropsVTypes"'
    return f"{HEAD}<Properties {spaces}>{''.join(said)}</Properties>"


def settings(has_footnotes: bool, has_even: bool) -> str:
    """How Word behaves: as it does today, words divided, no question when the file is opened."""
    notes = "".join(element("footnote", id=number) for number in (-1, 0))
    compatibility = element(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    children = (
        element("zoom", percent=100),
        element("defaultTabStop", val=STEP),
        "<w:autoHyphenation/>",
        element("consecutiveHyphenLimit", val=2),
        "<w:evenAndOddHeaders/>" if has_even else "",
        element("characterSpacingControl", val="doNotCompress"),
        f"<w:footnotePr>{notes}</w:footnotePr>" if has_footnotes else "",
        f"<w:compat><w:doNotExpandShiftReturn/>{compatibility}</w:compat>",
        element("themeFontLang", val="en-GB"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )
    return f"{HEAD}<w:settings {NAMESPACES}>{''.join(children)}</w:settings>"


def typefaces(sheet: Sheet) -> str:
    """The typefaces, and what each is like, for who lacks one."""
    roman = typeface(sheet.identity.font, TYPEFACE)
    mono = typeface(sheet.identity.mono, TYPEWRITER)
    fonts = [
        f'<w:font w:name="{escape(name)}">{element("family", val=family)}{element("pitch", val=pitch)}</w:font>'
        for name, family, pitch in sorted({(roman, "roman", "variable"), (mono, "modern", "fixed")})
    ]
    return f"{HEAD}<w:fonts {NAMESPACES}>{''.join(fonts)}</w:fonts>"
