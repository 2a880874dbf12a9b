"""The index of the search: what all pages say, each passage once, in scripts that a browser loads from a disk as well.

`_search.js` has the pages, and the passages of all but deals, and those that many deals have in common, once. What only
a few deals say is in `_search/1.js` and so on, each with some deals; a deal is then a row of runs through the former,
with its own passages between. In a passage, facts stand by their numbers, and a page has the words of those that say
something else there than on most pages: so deals of one template have nearly all passages in common, whatever they
fill in. These files are also what the next build takes the pages from that it does not write.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from whereas.agreement.samples import parse_sample
from whereas.agreement.styles import Style
from whereas.language.registry import sought
from whereas.project.tables import KnownAgreement
from whereas.render.search import PLACE, SearchEntry
from whereas.site.domain import domain_of
from whereas.site.fresh.whole import write_whole
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The fields of a `SearchEntry`, those at its end that are empty left out.
Passage = tuple[str, ...]

#: What the files look like; another number for another look, and what an earlier build wrote is written anew.
_FORM = 2

_PLACE = re.compile("(.*?)".join(PLACE))
_WORD = re.compile(r"[^\W\d_]{2,}")
_REFERENCE = re.compile(r"\b[A-Z]+-\d[\w-]*")
_AMOUNT = re.compile(r"\b[A-Z]{3}.\d{1,3}(?:[.,]\d{3})+\b")
#: Passages that are in fewer than one of so many deals stand with each of them.
_FEW = 20
#: About how many characters a file of deals has.
_FILE = 150_000


class Said(NamedTuple):
    """What a page says: `names` its parties and reference, if it is an agreement, then each passage in order.

    In the texts of passages stand the names of `facts`, each of which has the words that this page has in its place.
    """

    names: str
    facts: dict[str, str]
    passages: tuple[Passage, ...]


def short(entry: SearchEntry) -> Passage:
    """A find as it is kept."""
    return tuple(entry[: max((at for at, text in enumerate(entry) if text), default=0) + 1])


def note_page(app: Sphinx, docname: str, said: Said) -> None:
    """Lay down what a page says, until the build ends; pages may be written by several processes."""
    write_whole(_folder(app) / "new" / f"{docname}.json", json.dumps(said, ensure_ascii=False))


def written_pages(app: Sphinx) -> set[str]:
    """The pages of the last build, until the index of this one is written."""
    return {page[0] for page in _last(app)["pages"]}


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """`build-finished`: write the index anew if pages were written, or are gone."""
    if exception is not None or not output_of(app.builder).site:
        return
    folder = _folder(app)
    new = sorted((folder / "new").rglob("*.json"))
    if not new and written_pages(app) == app.env.found_docs:
        return
    said = _kept(app) | dict(_noted(folder / "new", new))
    index, own = _index(app, {page: said[page] for page in _ordered(app) if page in said})
    write_whole(_script(app), _as_script("whereasSearch", index))
    for number, pages in enumerate(own, start=1):
        write_whole(folder / f"{number}.js", _as_script("whereasOwn", pages))
    written = {folder / f"{number}.js" for number, _ in enumerate(own, start=1)}
    for path in {path for path in folder.rglob("*") if path.is_file()} - written:
        path.unlink()
    for inner in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        inner.rmdir()
    if not own and folder.exists():
        folder.rmdir()


# ---- what the last build knew ---------------------------------------------------------------------------------------


def _folder(app: Sphinx) -> Path:
    return Path(app.outdir) / "_search"


def _script(app: Sphinx) -> Path:
    return Path(app.outdir) / "_search.js"


def _as_script(name: str, data: Any) -> str:
    """Data under a name of the window, as text that is safe in a script wherever it stands."""
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in ("<", "\u2028", "\u2029"):
        said = said.replace(sign, f"\\u{ord(sign):04x}")
    return f"window.{name} = {said};\n"


def _load(path: Path, otherwise: Any) -> Any:
    """The data of a script; one that is gone or damaged says nothing, and all pages are written then."""
    try:
        return json.loads(path.read_text(encoding="utf-8").partition(" = ")[2].removesuffix(";\n"))
    except (OSError, ValueError):
        return otherwise


def _last(app: Sphinx) -> dict[str, Any]:
    """The index that the last build wrote; an empty one where that is none of this form."""
    index = _load(_script(app), {})
    of_ours = isinstance(index, dict) and index.get("form") == _FORM
    return index if of_ours else {"pages": [], "passages": [], "names": [], "facts": [], "files": 0}


def _noted(folder: Path, paths: Iterable[Path]) -> Iterator[tuple[str, Said]]:
    for path in paths:
        names, facts, passages = json.loads(path.read_text(encoding="utf-8"))
        yield path.relative_to(folder).as_posix().removesuffix(".json"), Said(names, facts, tuple(map(tuple, passages)))


def _kept(app: Sphinx) -> dict[str, Said]:
    """What the pages of the last build said; nothing if one of its files is gone: all pages are written then."""
    index = _last(app)
    own: dict[str, list[list[str]]] = {}
    for number in range(1, index["files"] + 1):
        more = _load(_folder(app) / f"{number}.js", None)
        if more is None:
            return {}
        own |= more
    usual = dict(zip(index["names"], index["facts"], strict=True))
    names, numbers = _numbers(usual)
    common = [_renamed(tuple(each), names) for each in index["passages"]]
    said = {}
    for page, _, _, parties, _, runs, facts in index["pages"]:
        passages = tuple(_through(runs, common, [_renamed(tuple(each), names) for each in own.get(page, [])]))
        used = {name for passage in passages for text in passage[3:4] for name in _PLACE.findall(text)}
        said[page] = Said(parties, {name: facts.get(numbers[name], usual[name]) for name in used}, passages)
    return said


def _numbers(facts: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The names of facts by their numbers, which stand for them in the index, and the numbers by the names."""
    numbers = {name: str(number) for number, name in enumerate(facts)}
    return {number: name for name, number in numbers.items()}, numbers


def _renamed(passage: Passage, facts: Mapping[str, str]) -> Passage:
    """A passage with other names of the facts in it."""
    text = (_PLACE.sub(lambda place: facts[place[1]].join(PLACE), text) for text in passage[3:4])
    return (*passage[:3], *text, *passage[4:])


def _through(runs: list[int], passages: list[Passage], own: list[Passage]) -> Iterator[Passage]:
    """The passages of a page: `-2` is two of its own, `7, 3` the three from the seventh of those in common on."""
    rest, own_rest = iter(runs), iter(own)
    for run in rest:
        if run < 0:
            yield from (next(own_rest) for _ in range(-run))
        else:
            yield from passages[run : run + next(rest)]


# ---- all pages together ---------------------------------------------------------------------------------------------


def _ordered(app: Sphinx) -> list[str]:
    """Templates, other pages, deals, each by title: what says the same is shown in this order."""
    agreements, titles = domain_of(app.env).agreements, app.env.titles

    def place(page: str) -> tuple[int, str, str]:
        return (1, 0, 2)[_kind(agreements, page)], titles[page].astext().casefold(), page

    return sorted(app.env.found_docs, key=place)


def _kind(agreements: Mapping[str, KnownAgreement], page: str) -> int:
    """0 for a page that is no agreement, 1 for a template, 2 for a deal."""
    return (2 if agreements[page].deal else 1) if page in agreements else 0


def _index(app: Sphinx, said: dict[str, Said]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The data of the index, and those of the files of deals."""
    agreements = domain_of(app.env).agreements
    deals = [page for page in said if _kind(agreements, page) == 2]
    counts = Counter(passage for page in deals for passage in dict.fromkeys(said[page].passages))
    common = {passage for passage, count in counts.items() if count >= max(2, len(deals) / _FEW)}
    common |= {passage for page in said if page not in deals for passage in said[page].passages}
    places: dict[Passage, int] = {}
    usual = _usual(said.values())
    _, numbers = _numbers(usual)
    pages, files, size = [], list[dict[str, Any]](), _FILE
    for page, (names, facts, passages) in said.items():
        runs, own = list[int](), list[Passage]()
        for passage in passages:
            if passage not in common:
                own.append(_renamed(passage, numbers))
                if len(runs) and runs[-1] < 0:
                    runs[-1] -= 1
                else:
                    runs.append(-1)
                continue
            place = places.setdefault(passage, len(places))
            if len(runs) > 1 and runs[-1] > 0 and runs[-2] >= 0 and runs[-2] + runs[-1] == place:
                runs[-1] += 1
            else:
                runs += [place, 1]
        if own:
            if size >= _FILE:
                files.append({})
                size = 0
            files[-1][page] = own
            size += sum(len(text) for passage in own for text in passage)
        href = app.builder.get_relative_uri("search", page)
        unusual = {numbers[name]: words for name, words in sorted(facts.items()) if words != usual[name]}
        pages.append([page, href, app.env.titles[page].astext(), names, _kind(agreements, page), runs, unusual])
    styles = {agreements[page].style for page in said if page in agreements}
    labels, words = _vocabulary(styles)
    index = {
        "pages": pages,
        "passages": [_renamed(passage, numbers) for passage in places],
        "names": list(usual),
        "facts": list(usual.values()),
        "form": _FORM,
        "files": len(files),
        "labels": sorted(labels),
        "parts": sorted(_words(*(style.part for style in styles))),
        "words": sorted(words),
        "apart": sorted(_words(*(text for style in styles for text in (*style.recital, *style.party)))),
        "examples": list(_examples(app, said)),
    }
    return index, files


def _usual(said: Iterable[Said]) -> dict[str, str]:
    """What each fact says on most of the pages that have it."""
    counts: dict[str, Counter[str]] = {}
    for page in said:
        for name, words in page.facts.items():
            counts.setdefault(name, Counter())[words] += 1
    return {name: min(each, key=lambda words: (-each[words], words)) for name, each in sorted(counts.items())}


def _texts(said: Said) -> Iterator[str]:
    """The texts of a page, with the words of its facts."""
    for passage in said.passages:
        yield from [_PLACE.sub(lambda place: said.facts[place[1]], text) for text in passage[3:4]]


def _vocabulary(styles: Iterable[Style]) -> tuple[set[str], set[str]]:
    """The words of labels, which tell schedules apart, and the words around numbers, which tell nothing."""
    labels, words = set(), set(sought("shorthand"))
    for style in styles:
        labels |= _words(style.schedule, style.annex, style.appendix, style.part, style.table)
        words |= _words(*style.clause, *style.paragraph, *style.recital, *style.party, style.of)
        words |= _words(*(text.replace("{number}", "") for text in style.reference or ()))
        words |= _words(*(parse_sample(level).word for level in style.levels))
        for noun in style.nouns:
            words |= _words(noun.word, *noun.cited, noun.of)
    return labels, words - labels


def _words(*texts: str) -> set[str]:
    return {word.lower() for text in texts for word in _WORD.findall(text)}


def _examples(app: Sphinx, said: dict[str, Said]) -> Iterator[str]:
    """What to look for, as this site has it: a number, a schedule, a paragraph of one, a term, an amount, a deal."""
    agreements = domain_of(app.env).agreements
    page = next((page for page in said if page in agreements), None)
    if page is None:
        return
    style, passages = agreements[page].style, [SearchEntry(*each) for each in said[page].passages]
    numbers = [each.number for each in passages if each.number[:1].isdecimal() and not each.inward]
    yield from ([number for number in numbers if "(" in number] or numbers)[:1]
    inner = [each for each in passages if each.number[:1].isdecimal() and each.inward.count(" ") == 2]
    yield from [each.inward.rpartition(" ")[0] for each in inner[:1]]
    yield from [f"{style.paragraph[0]} {each.number}" for each in inner[:1]]
    yield from [f'"{each.title}"' for each in passages if each.anchor and not each.number and " " in each.title][:1]
    texts = (text for page in said if page in agreements for text in _texts(said[page]))
    yield from [found[0].replace("\u00a0", " ") for text in texts if (found := _AMOUNT.search(text))][:1]
    names = (said[page].names for page in said if page in agreements and agreements[page].deal)
    yield from [found[0] for name in names if (found := _REFERENCE.search(name))][:1]
