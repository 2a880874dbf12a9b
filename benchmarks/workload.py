"""The same agreements twice: as clauses, a template and deals, and as pages of stock Sphinx with the text expanded.

Made from a seed, so that each run has the same words. An agreement has 20 clauses of 10 provisions, about 8,300 words,
20 values, 60 references and 135 uses of defined terms; each clause has several texts, of which deals choose.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
CLAUSES, PROVISIONS, WORDS = 20, 10, 41
_TERMS = """
Buyer Materials Delivery Fee Goods Invoice Licence Order Premises Report Service Site Supplier Task Works
"""
OURS = 'extensions = ["myst_parser", "whereas"]\nhtml_theme = "furo"\nproject = "Bench"\n'
STOCK = 'extensions = ["myst_parser"]\nhtml_theme = "furo"\nproject = "Bench"\nmyst_enable_extensions = ["deflist"]\n'
_WORDS = """
party shall within days after receipt provide such information and assistance as may be needed to perform its duties
under this agreement including access to staff records data and equipment at its own cost unless agreed otherwise in
writing by both sides no delay or failure is a waiver of any right each notice is to state the reason and be sent
to the address given above where a sum is due it is paid in full without set off
"""
TERMS, PLAIN = _TERMS.split(), _WORDS.split()
HOME = "# Home\n\n```{{toctree}}\n:glob:\n:titlesonly:\n{}\n```\n"


@dataclass(frozen=True)
class Provision:
    """One provision as words, terms (`T`), one value (`V`) or none, and one reference (`R`) or none."""

    pieces: tuple[tuple[str, str], ...]

    def written(self, value: str, reference: str) -> str:
        """The provision, with its value and its reference as a page writes them."""
        forms = {"V": value, "R": reference}
        return " ".join(forms[kind].format(said) if kind in forms else said for kind, said in self.pieces)


@dataclass(frozen=True)
class Workload:
    """The texts of each clause, and for each deal which of them it has and what its values are."""

    texts: tuple[tuple[tuple[Provision, ...], ...], ...]
    deals: tuple[tuple[tuple[int, ...], tuple[str, ...]], ...]

    def ours(self, folder: Path) -> None:
        """Write it as clauses with variants, one template, and deals."""
        written = "{{{{ {} }}}}", "{{clause}}`{}`"
        for index, texts in enumerate(self.texts):
            bodies = ["\n".join(_items(text, *written)) for text in texts]
            lines = [f"title: {_title(index)}", "status: approved", "text: |", _indented(bodies[0], 2)]
            if index == 0:
                lines.append("definitions:")
                lines += [f"  {term}: what the parties call their {term.lower()} here" for term in TERMS]
            if len(bodies) > 1:
                lines.append("variants:")
            for number, body in enumerate(bodies[1:], 1):
                lines += [f"  v{number}:", "    text: |", _indented(body, 6)]
            _write(folder / f"clauses/c{index:02}.yaml", "\n".join(lines) + "\n")
        values = "\n".join(f"    v{index}: {{type: text}}" for index in range(CLAUSES))
        placed = "\n\n".join(f":::{{clause}} c{index:02}\n:::" for index in range(CLAUSES))
        head = f"---\nagreement:\n  roles: {{owner: Owner, maker: Maker}}\n  values:\n{values}\n---\n# Framework"
        _write(
            folder / "source/agreements/framework.md", f"{head}\n\n## Terms\n\n:::{{definitions}}\n:::\n\n{placed}\n"
        )
        for number, (chosen, given) in enumerate(self.deals):
            _write(folder / _deal(number), _deal_text(number, chosen, given))
        for id in ("acme", "orbit"):
            _write(folder / f"parties/{id}.yaml", f"name: {id.title()} Ltd\n")
        _write(folder / "conf.py", OURS)
        _write(folder / "source/index.md", HOME.format("agreements/*\ndeals/**"))

    def stock(self, folder: Path) -> None:
        """Write it as pages with the text expanded, labels and `{ref}`."""
        for number in range(len(self.deals)):
            self.stock_deal(folder, number)
        _write(folder / "conf.py", STOCK)
        _write(folder / "source/index.md", HOME.format("deals/**"))

    def stock_deal(self, folder: Path, number: int, more: str = "") -> None:
        """Write the page of one deal, with some words more in its first provision."""
        chosen, given = self.deals[number]
        lines = [f"# Deal {number}", "", "## Terms", ""]
        lines += [f"{term}\n: means what the parties call their {term.lower()} here.\n" for term in TERMS]
        for index, text in enumerate(self.texts):
            lines += [f"(d{number}-c{index:02})=", f"## {index + 2}. {_title(index)}", ""]
            for place, provision in enumerate(text[chosen[index]]):
                said = provision.written("<{}>", f"{{{{ref}}}}`clause {{0}} <d{number}-{{0}}>`")
                said = re.sub(r"<v(\d+)>", lambda found: given[int(found[1])], said)
                lines += [f"1. (d{number}-c{index:02}.p{place})=", f"   {more}{said}", ""]
                more = ""
        _write(folder / f"source/deals/{number // 100}/d{number}.md", "\n".join(lines))

    # ---- edits

    def edit_clause(self, folder: Path, turn: int) -> None:
        """Say something else in the standard text of a clause."""
        path = folder / "clauses/c07.yaml"
        path.write_text(
            re.sub(r"(?m)^  1\. \{#p0\}\n +(Edit \d+ )?", f"  1. {{#p0}}\n     Edit {turn} ", path.read_text(), count=1)
        )

    def edit_stock_clause(self, folder: Path, turn: int) -> None:
        """Say something else in each page that has the standard text of that clause."""
        for number, (chosen, _) in enumerate(self.deals):
            if chosen[7] == 0:
                self.stock_deal(folder, number, f"Edit {turn} ")

    def edit_deal(self, folder: Path, turn: int) -> None:
        """Give one deal another value."""
        chosen, given = self.deals[0]
        _write(folder / _deal(0), _deal_text(0, chosen, (f"Edit {turn}", *given[1:])))

    def edit_stock_deal(self, folder: Path, turn: int) -> None:
        """Say something else in one page."""
        self.stock_deal(folder, 0, f"Deal {turn} ")


def workload(texts: int, deals: int, seed: int = 7) -> Workload:
    """Clauses with so many texts between them, and so many deals."""
    chance = random.Random(seed)
    each = max(texts // CLAUSES, 1)
    clauses = tuple(tuple(_text(chance, index) for _ in range(each)) for index in range(CLAUSES))
    made = []
    for _ in range(deals):
        chosen = tuple(chance.randrange(each) for _ in range(CLAUSES))
        made.append((chosen, tuple(f"lot {chance.randrange(1000)}" for _ in range(CLAUSES))))
    return Workload(clauses, tuple(made))


def _text(chance: random.Random, index: int) -> tuple[Provision, ...]:
    cited = chance.sample(range(PROVISIONS), 3)
    return tuple(_provision(chance, index, place, place in cited) for place in range(PROVISIONS))


def _provision(chance: random.Random, index: int, place: int, cites: bool) -> Provision:
    words = chance.choices(PLAIN, k=WORDS)
    # none stands twice in a row, as in a text that somebody wrote: a check would tell of each
    pieces = [("W", word) for word, after in pairwise([*words, "as"]) if word != after]
    if chance.random() < 0.675:  # 135 in an agreement
        pieces[chance.randrange(5, len(pieces))] = ("W", chance.choice(TERMS))
    if place == 0:
        pieces[chance.randrange(5, len(pieces))] = ("V", f"v{index}")
    if cites:
        pieces.append(("R", f"c{chance.randrange(CLAUSES):02}.p{chance.randrange(PROVISIONS)}"))
    first, *rest = pieces
    return Provision((("W", first[1].title()), *rest[:-1], (rest[-1][0], rest[-1][1]), ("W", "as agreed.")))


def _items(text: tuple[Provision, ...], value: str, reference: str) -> list[str]:
    return [f"1. {{#p{place}}}\n   {each.written(value, reference)}" for place, each in enumerate(text)]


def _title(index: int) -> str:
    return f"{PLAIN[index * 3].title()} and {PLAIN[index * 3 + 1]}"


def _deal(number: int) -> str:
    return f"deals/{number // 100}/d{number}.yaml"


def deal_page(number: int) -> str:
    """The page of a deal, from the top of the site."""
    return _deal(number).replace(".yaml", ".html")


def _deal_text(number: int, chosen: tuple[int, ...], given: tuple[str, ...]) -> str:
    lines = ["agreement: framework", f"title: Deal {number}", "parties: {owner: acme, maker: orbit}", "values:"]
    lines += [f"  v{index}: {value}" for index, value in enumerate(given)]
    varied = [f"  c{index:02}: v{variant}" for index, variant in enumerate(chosen) if variant]
    return "\n".join([*lines, *(["clauses:", *varied] if varied else [])]) + "\n"


def _indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line for line in text.split("\n"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# ---- the agreement that ships


def flagship(folder: Path, deals: int) -> None:
    """This project with so many deals, alike but for their titles, in place of its own."""
    for name in ("clauses", "parties", "source"):
        shutil.copytree(ROOT / name, folder / name)
    conf = (ROOT / "conf.py").read_text(encoding="utf-8")
    _write(folder / "conf.py", conf.replace("Path(__file__).parent", f"Path({str(ROOT)!r})"))
    shutil.copy(ROOT / "policy.yaml", folder)
    text = (ROOT / "deals/aurora-borealis.yaml").read_text(encoding="utf-8")
    for number in range(deals):
        _write(folder / _deal(number), re.sub(r"^title:.*", f"title: Deal {number}", text, flags=re.MULTILINE))


def plain_flagship(folder: Path, deals: int, outline: Path) -> None:
    """As many plain pages of the words of a deal, whose outline is given: headings and paragraphs, numbers typed."""
    lines, made = [], json.loads(outline.read_text(encoding="utf-8"))
    titles = {each["title"] for each in made["provisions"] if each["level"] == 1}
    for each in made["lines"]:
        heading = "## " if each["text"] and each["text"] in titles else ""
        words = f"{each['label']} {each['text']}".strip()
        lines.append(heading + re.sub(r"([*_`<\[#|])", r"\\\1", re.sub(r"^(\d+)\.", r"\1\\.", words)))
    words = "\n\n".join(lines) + "\n"
    _write(folder / "conf.py", STOCK)
    _write(folder / "source/index.md", HOME.format("deals/**"))
    for number in range(deals):
        _write(folder / f"source/deals/{number // 100}/d{number}.md", f"# Deal {number}\n\n{words}")


def frame(folder: Path, pages: int) -> None:
    """Pages of one word: what Sphinx and its theme cost by themselves."""
    _write(folder / "conf.py", STOCK)
    _write(folder / "source/index.md", HOME.format("deals/**"))
    for number in range(pages):
        _write(folder / f"source/deals/{number // 100}/d{number}.md", f"# Deal {number}\n\nWord.\n")
