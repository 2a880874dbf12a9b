"""A template that cannot be read: whatever is wrong in it gives way to what says so, and the rest is read.

Where tags do not fit together, such as an `{% if %}` without its end, the first that is wrong is told, and those that
go wrong with it are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jinja2 import TemplateSyntaxError

from whereas.assembly.guards import UNREADABLE
from whereas.assembly.sandbox import refused_tag

#: What is left alone; what no contract has, with all in it; what is printed; a tag; either, where the end is missing.
_PIECE = re.compile(
    r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}|\{##.*?##\}"
    r"|(?P<whole>\{%[-+]?\s*(?P<kind>macro|call|set(?=\s+\w+\s*[-+]?%))\b.*?\{%[-+]?\s*end(?P=kind)\s*[-+]?%\})"
    r"|(?P<print>\{\{(?:(?!\{[{%]).)*?\}\})|(?P<tag>\{%(?:(?!\{[{%]).)*?%\})|(?P<torn>\{(?:[{%]|##)[^\n]*)",
    re.DOTALL,
)
_KEYWORD = re.compile(r"\{%[-+]?\s*(\w*)")
_KEPT = re.compile(r"\{%[-+]?\s*set\s+([^\W\d]\w*)\s*(?:=|[-+]?%\})")
#: Tags that are read by themselves once this is put behind them, and what else must be.
_ENDS = {"if": "{% endif %}", "elif": "{% endif %}", "for": "{% endfor %}"}
_STRUCTURE = {*_ENDS, "else", "endif", "endfor"}


def mended(text: str, parse: Callable[[str], object]) -> str:
    """A text with what says so in place of all that `parse` cannot read."""
    refused: set[str] = set()

    def piece(found: re.Match[str]) -> str:
        if found["print"] or found["torn"]:
            closing = {"{{": "}}", "{%": "%}"}.get(found[0][:2], "##}")
            why = f"its closing `{closing}` is missing" if found["torn"] else _wrong(found[0], parse)
            return _says(found[0], why) if why else found[0]
        return _tag(found[0], parse, refused) if found["whole"] or found["tag"] else found[0]

    return _fitted(_PIECE.sub(piece, text))


def _tag(tag: str, parse: Callable[[str], object], refused: set[str]) -> str:
    """A tag, or what stands for it."""
    keyword = _keyword(tag)
    if keyword.startswith("end") and keyword[3:] in refused:
        return _nothing(tag)
    if keyword in ("raw", "endraw"):
        return _says(tag, _lonely(keyword))
    if keyword in _STRUCTURE and keyword not in _ENDS:
        return tag
    alone = tag.replace("elif", "if", 1) if keyword == "elif" else tag
    why = _wrong(alone + _ENDS.get(keyword, ""), parse)
    if not why:
        return tag
    if keyword not in _ENDS and "=" not in tag:  # what is looked for then is its end
        why = refused_tag(keyword) or why
    match keyword:
        case "if" | "elif":
            return _says(tag, why, f"{{% {keyword} ", " %}")
        case "for":
            return _says(tag, why, "{% for each in ", " %}")
        case "set" if name := _KEPT.match(tag):
            refused.add(keyword)
            return _says(tag, why, f"{{% set {name[1]} = ", f" %}}{{{{ {name[1]} }}}}")
    refused.add(keyword)
    return _says(tag, why)


def _fitted(text: str) -> str:
    """A text in which tags that do not fit together are taken out, the first of them told."""
    wrong = sorted(_unfit(text), key=lambda found: found.start())
    for position, found in reversed(list(enumerate(wrong))):
        rest = _nothing(found[0]) if position else _says(found[0], _lonely(_keyword(found[0])))
        text = text[: found.start()] + rest + text[found.end() :]
    return text


def _unfit(text: str) -> Iterator[re.Match[str]]:
    """The tags without the other that belongs to them."""
    opened: list[list[re.Match[str]]] = []  # each with the tags of its other branches
    for tag in (found for found in _PIECE.finditer(text) if found["tag"]):
        keyword, waiting = _keyword(tag[0]), [_keyword(tags[0][0]) for tags in opened]
        match keyword:
            case "if" | "for":
                opened.append([tag])
            case "endif" | "endfor" if keyword[3:] in waiting:
                at = len(waiting) - 1 - waiting[::-1].index(keyword[3:])
                yield from (each for tags in opened[at + 1 :] for each in tags)
                del opened[at:]
            case "elif" | "else" if opened and _may_follow(keyword, [_keyword(each[0]) for each in opened[-1]]):
                opened[-1].append(tag)
            case "endif" | "endfor" | "elif" | "else":
                yield tag
    yield from (each for tags in opened for each in tags)


def _may_follow(keyword: str, before: list[str]) -> bool:
    """Whether another branch may begin after these tags."""
    return "else" not in before and (keyword == "else" or before[0] == "if")


def _lonely(keyword: str) -> str:
    """What is wrong with a tag that stands alone."""
    if keyword == "else":
        return "this `{% else %}` belongs to nothing"
    closes = keyword.startswith("e")
    other = keyword.removeprefix("end").removeprefix("el") if closes else f"end{keyword}"
    return f"this `{{% {keyword} %}}` has no `{{% {other} %}}`"


def _error(text: str, parse: Callable[[str], object]) -> TemplateSyntaxError | None:
    try:
        parse(text)
    except TemplateSyntaxError as error:
        return error
    return None


def _wrong(piece: str, parse: Callable[[str], object]) -> str:
    error = _error(piece, parse)
    return (error.message or "it cannot be read") if error else ""


def _keyword(tag: str) -> str:
    found = _KEYWORD.match(tag)
    return found[1] if found else ""


def _says(piece: str, why: str, before: str = "{{ ", after: str = " }}") -> str:
    """What says why a piece cannot be read, of as many lines as that."""
    text = (UNREADABLE + why).encode("unicode_escape").decode("ascii").replace('"', '\\"')
    return f'{before}"{text}"{_nothing(piece)}{after}'


def _nothing(piece: str) -> str:
    return "\n" * piece.count("\n")
