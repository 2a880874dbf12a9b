"""Sentences and unnumbered paragraphs that are cited: which of its provision each is, "§ 1 Abs. 2 Satz 3".

They are counted in what the provision says itself, as readers count them; nobody types their numbers.
"""

from __future__ import annotations

from whereas.agreement.model import Agreement, Block, Paragraph, Provision, Provisions, Section
from whereas.agreement.remade import remade
from whereas.agreement.rules import LABEL_UNNUMBERED, MISPLACED
from whereas.agreement.runs import Item, Link, Run, Styled, Text
from whereas.agreement.tree import changed, descend, rebuilt
from whereas.agreement.walk import text_of, walk_lines
from whereas.language.registry import language_of
from whereas.language.sentences import has_stop, sentence_ends
from whereas.language.style_words import PartWords
from whereas.library.finding import Finding


def part_words(part: str, locale: str) -> PartWords:
    """How a sentence or an unnumbered paragraph is cited in a language; in English where it has no words for it."""
    known = language_of(locale).style_words or language_of("en").style_words
    assert known  # English has
    return known.sentence if part == "sentence" else known.paragraph


def count_parts(agreement: Agreement, locale: str) -> tuple[Agreement, list[Finding]]:
    """The numbered agreement with the sentences and paragraphs that are labelled counted, and what cannot be."""
    counter = _Counter(locale)
    blocks = counter.host(agreement.blocks)
    sections = changed(agreement.sections, counter.section)
    return remade(agreement, blocks=blocks, sections=sections), counter.findings


class _Counter:
    """What the provision being counted has said before the piece that is looked at, and how many of its paragraphs."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.findings: list[Finding] = []
        self.said, self.line_said, self.paragraphs = "", "", 0

    def section(self, section: Section) -> Section:
        sections = changed(section.sections, self.section)
        return remade(section, blocks=self.host(section.blocks), sections=sections)

    def host(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """What a provision or section says itself; what bears a number in it counts its own."""
        around = self.said, self.paragraphs
        self.said, self.paragraphs = "", 0
        done = changed(blocks, self.block)
        self.said, self.paragraphs = around
        return done

    def block(self, block: Block) -> Block:
        if isinstance(block, Provisions):
            items = changed(block.items, self.item)
            # a list is part of the sentence that leads to it
            self.said += " …. " if has_stop(_last(block)) else " … "
            return remade(block, items=items)
        self.paragraphs += isinstance(block, Paragraph)
        return rebuilt(block, self.line, lambda inner: changed(inner, self.block))

    def item(self, item: Provision) -> Provision:
        if not item.number:
            return remade(item, blocks=changed(item.blocks, self.block))
        if part_words("paragraph", self.locale).counts_items:
            self.paragraphs += sum(isinstance(each, Paragraph) for each in descend(item.blocks))
        return remade(item, blocks=self.host(item.blocks))

    def line(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        self.line_said = ""
        done = changed(runs, self.run)
        self.say(" ")
        return done

    def run(self, run: Run) -> Run:
        match run:
            case Styled() | Link():
                return remade(run, runs=changed(run.runs, self.run))
            case Item() if run.only_counts:
                return self.counted(run)
        # what others say, such as "Aurora Ltd.", ends no sentence of this text
        self.say(run.text if isinstance(run, Text) else "…" if text_of((run,)).strip() else "")
        return run

    def say(self, words: str) -> None:
        self.said, self.line_said = self.said + words, self.line_said + words

    def counted(self, item: Item) -> Item:
        ends = sentence_ends(self.said, self.locale)
        before = self.line_said if item.part == "paragraph" else self.said[ends[-1] if ends else 0 :]
        if before.strip():
            message = f"{{{item.part}}} stands where a {item.part} begins, and here one goes on"
            self.findings.append(MISPLACED.at(item.place, message, "put it before the first word"))
        if not item.number:
            message = f"the label {item.label!r} stands on a {item.part} of what has no number, so nothing can cite it"
            hint = "number the list or the heading that it stands in"
            self.findings.append(LABEL_UNNUMBERED.at(item.place, message, hint))
        nth = self.paragraphs if item.part == "paragraph" else len(ends) + 1
        noun = part_words(item.part, self.locale).noun
        return remade(item, nth=nth, number=f"{item.number} {noun} {nth}" if item.number else "")


def _last(block: Block) -> str:
    """The last words of a block."""
    lines = [text_of(line) for line in walk_lines(block)]
    return lines[-1] if lines else ""
