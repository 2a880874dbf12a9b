"""The theme of a Word file: the colours and typefaces of the house, which Word offers wherever one can be chosen."""

from __future__ import annotations

from whereas.project.identity import Identity
from whereas.word.look import TYPEFACE, colour, typeface
from whereas.word.xml import HEAD, escape

_NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(f'<a:ln w="{width}">{_PLAIN}</a:ln>' for width in (6350, 12700, 19050))
#: Word asks for three of each; no text of ours has any.
_FORMATS = (
    f"<a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst>"
)


def theme(house: Identity) -> str:
    """The part."""
    accent, ink, rule, grey = (colour(house, name) for name in ("accent", "ink", "rule", "grey"))
    colours = {"dk1": ink, "lt1": "FFFFFF", "dk2": accent, "lt2": "EEECE1", "accent1": accent, "accent2": grey}
    colours |= {"accent3": rule, "accent4": "8F4E00", "accent5": "4F6228", "accent6": "5F497A"}
    colours |= {"hlink": accent, "folHlink": accent}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    face = f'<a:latin typeface="{escape(typeface(house.font, TYPEFACE))}"/><a:ea typeface=""/><a:cs typeface=""/>'
    faces = f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>"
    name = escape(house.firm or "Agreement")
    return (
        f'{HEAD}<a:theme {_NAMESPACE} name="{name}"><a:themeElements><a:clrScheme name="{name}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{faces}</a:fontScheme><a:fmtScheme name="{name}">{_FORMATS}</a:fmtScheme>'
        "</a:themeElements></a:theme>"
    )
