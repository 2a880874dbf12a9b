"""numbering.xml: the abstract lists, one a family, and the lists that count in them."""

from __future__ import annotations

from collections.abc import Mapping

from whereas.word.frame import STEP
from whereas.word.labelled import indent_of, is_above
from whereas.word.levels import Family, Level
from whereas.word.look import BULLETS
from whereas.word.numbers import Num, Numbers
from whereas.word.parts import Parts
from whereas.word.style_names import ATTACHED, linked_style, style_id
from whereas.word.xml import HEAD, NAMESPACES, element, paragraph_properties


def numbering(parts: Parts) -> str:
    """The part."""
    numbers = parts.numbers
    families = list(numbers.families.values())
    abstract = "".join((*(_abstract(family, parts) for family in families), _bullets()))
    bases = {family.number: numbers.base(family) for family in families}
    nums = [_num(num, numbers, parts) for num in (*bases.values(), *numbers.nums)]
    nums.append(f'<w:num w:numId="{BULLETS}">{element("abstractNumId", val=BULLETS)}</w:num>')
    return f"{HEAD}<w:numbering {NAMESPACES}>{abstract}{''.join(_in_order(nums, numbers))}</w:numbering>"


def _in_order(nums: list[str], numbers: Numbers) -> list[str]:
    """Lists by their numbers."""
    return [*nums[: len(numbers.families)], nums[-1], *nums[len(numbers.families) : -1]]


def _abstract(family: Family, parts: Parts) -> str:
    levels = "".join(
        _level(
            level,
            family,
            parts,
            {"pStyle": element("pStyle", val=style_id(linked_style(parts.numbers, family.name, at)))},
        )
        for at, level in enumerate(family.levels)
    )
    return _list(family.number, f"{family.number:08X}", "multilevel", f"Agreement {family.name}", levels)


def _level(level: Level, family: Family, parts: Parts, link: Mapping[str, str], start: int = 1) -> str:
    heads = parts.numbers.heads(family.name, level.depth)
    wide = bool(level.sample.word.strip().isalpha())
    above = is_above(family.name, level) and (heads or family.name in ATTACHED)
    suffix = "nothing" if above or level.typed else "space" if wide or family.name in ATTACHED else ""
    centred = family.name in ATTACHED or (wide and heads and level.depth == 0)
    ind = "" if centred else element("ind", left=indent_of(parts, family.name, level.depth, heads), hanging=STEP)
    size = element("sz", val=23) + element("szCs", val=23) if family.name in ATTACHED else ""
    children = (
        element("start", val=level.start(start)),
        element("numFmt", val=level.format),
        link.get("pStyle", ""),
        "<w:isLgl/>" if level.legal else "",
        element("suff", val=suffix) if suffix else "",
        element("lvlText", val=level.text),
        element("lvlJc", val="left"),
        paragraph_properties({"ind": ind}) if ind else "",
        f"<w:rPr>{size}</w:rPr>" if size else "",
    )
    return f'<w:lvl w:ilvl="{level.depth}">{"".join(children)}</w:lvl>'


def _num(num: Num, numbers: Numbers, parts: Parts) -> str:
    family = numbers.families[num.family]
    depths = sorted({level.depth for level in num.levels} | ({num.start[0]} if num.start else set()))
    said = []
    for depth in depths:
        own = next((level for level in num.levels if level.depth == depth), None)
        begins = num.start[1] if num.start and num.start[0] == depth else 0
        level = own or family.levels[depth]
        start = element("startOverride", val=level.start(begins)) if begins else ""
        changed = _level(own, family, parts, {}, begins or 1) if own else ""
        said.append(f'<w:lvlOverride w:ilvl="{depth}">{start}{changed}</w:lvlOverride>')
    return f'<w:num w:numId="{num.number}">{element("abstractNumId", val=family.number)}{"".join(said)}</w:num>'


def _list(number: int, mark: str, kind: str, name: str, levels: str) -> str:
    """An abstract list."""
    children = (
        element("nsid", val=mark),
        element("multiLevelType", val=kind),
        element("tmpl", val=mark),
        element("name", val=name) if name else "",
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(children)}{levels}</w:abstractNum>'


def _bullets() -> str:
    """The list that bullets have."""
    level = (
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("pStyle", val="ListBullet"),
        element("lvlText", val="•"),
        element("lvlJc", val="left"),
        paragraph_properties({"ind": element("ind", left=STEP // 2, hanging=STEP // 2)}),
    )
    return _list(BULLETS, "0000FFFF", "hybridMultilevel", "", f'<w:lvl w:ilvl="0">{"".join(level)}</w:lvl>')
