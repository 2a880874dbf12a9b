"""Our styles as a house's file has them: it says how they look, and we what they count and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from whereas.word.archive import Element, W, value
from whereas.word.house import House
from whereas.word.style import WordStyle
from whereas.word.style_names import style_id
from whereas.word.xml import Properties, escape, paragraph_properties, run_properties

#: What a style needs to do its work, unless the house says it otherwise; its numbers are never the house's.
_OURS = ("keepNext", "keepLines", "pageBreakBefore", "tabs", "ind", "outlineLvl")
_NEVER = ("numPr", "sectPr", "pPrChange", "rPrChange", "rPr", "framePr", "cnfStyle")


def plain_xml(element: Element) -> str:
    """An element as it is written under our namespaces, without what is no part of the standard."""
    name = element.tag.removeprefix(W)
    said = "".join(
        f' w:{key.removeprefix(W)}="{escape(text)}"' for key, text in element.attrib.items() if key.startswith(W)
    )
    inner = "".join(plain_xml(each) for each in element if str(each.tag).startswith(W))
    return f"<w:{name}{said}>{inner}</w:{name}>" if inner else f"<w:{name}{said}/>"


def _properties(parent: Element, name: str) -> dict[str, str]:
    """The children of a style's pPr or rPr by name."""
    found = parent.find(f"{W}{name}")
    if found is None:
        return {}
    children = [each for each in found if str(each.tag).startswith(W)]
    known = {each.tag.removeprefix(W): plain_xml(each) for each in children}
    return {key: xml for key, xml in known.items() if key not in _NEVER}


def as_the_house_has(styles: list[WordStyle], house: House) -> list[WordStyle]:
    """Our styles, those of which the house has one of the same name and kind in its look; and the house's others."""
    if not house.styles:
        return styles
    names = {each.id: each.name for each in styles}
    ids = _ids(house, names)
    return [*(_like(each, house, ids) for each in styles), *_others(house, {*names.values()}, ids)]


def _ids(house: House, names: dict[str, str]) -> dict[str, str]:
    """The house's ids to those that its styles have beside ours."""
    ours = {name.lower(): id for id, name in names.items()}
    found = {}
    for name, element in house.styles.items():
        own = element.get(f"{W}styleId", "")
        new = ours.get(name) or (own if own and own not in names else f"{style_id(name)}-house")
        found[own] = new
    return found


def _like(style: WordStyle, house: House, ids: dict[str, str]) -> WordStyle:
    element = house.styles.get(style.name.lower())
    if element is None or element.get(f"{W}type") != style.kind or style.kind == "table":
        return style
    own = _properties(element, "pPr")
    kept: Properties = {name: xml for name, xml in style.paragraph.items() if name in _OURS and name not in own}
    counts: Properties = {name: xml for name, xml in style.paragraph.items() if name == "numPr"}
    based = ids.get(value(element, "basedOn"), "")
    return replace(
        style,
        based_id=based if based != style.id else "",
        based="",
        paragraph={**own, **kept, **counts} if style.kind == "paragraph" else {},
        run=_properties(element, "rPr"),
    )


def _others(house: House, ours: set[str], ids: dict[str, str]) -> Iterator[WordStyle]:
    """The styles of the house's own, that lawyers there look for."""
    known = {name.lower() for name in ours}
    for name, element in house.styles.items():
        kind = element.get(f"{W}type", "")
        if name in known or kind not in ("paragraph", "character"):
            continue
        own = element.get(f"{W}styleId", "")
        based = ids.get(value(element, "basedOn"), "")
        yield WordStyle(
            value(element, "name"),
            kind,
            own_id=ids[own],
            based_id=based if based != ids[own] else "",
            paragraph=_properties(element, "pPr") if kind == "paragraph" else {},
            run=_properties(element, "rPr"),
            is_quick=element.find(f"{W}qFormat") is not None,
            priority=99,
        )


def house_defaults(house: House, language: str) -> str:
    """What holds for all text as the house has it, but for the language, which is that of the agreement."""
    run = _properties(house.defaults.find(f"{W}rPrDefault"), "rPr") if _has(house, "rPrDefault") else {}
    paragraph = _properties(house.defaults.find(f"{W}pPrDefault"), "pPr") if _has(house, "pPrDefault") else {}
    run["lang"] = language
    return (
        f"<w:docDefaults><w:rPrDefault>{run_properties(run)}</w:rPrDefault>"
        f"<w:pPrDefault>{paragraph_properties(paragraph)}</w:pPrDefault></w:docDefaults>"
    )


def _has(house: House, name: str) -> bool:
    return house.defaults is not None and house.defaults.find(f"{W}{name}") is not None
