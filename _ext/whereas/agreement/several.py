"""Words for several, by rule; and how levels are cited by the words of a style."""

from __future__ import annotations

from whereas.agreement.samples import parse_sample
from whereas.language.nouns import plural_of
from whereas.language.style_words import Words


def several(word: str, locale: str) -> str:
    """A word for many, as far as a rule tells: Sections, Annexes; the same word otherwise, as are Artikel and §."""
    return (plural_of(word, locale) if word[-1:].isalpha() else "") or word


def by_word(levels: tuple[str, ...], clause: Words | None) -> tuple[Words, ...]:
    """How levels are cited of which the first has a word, and those below it that of a clause: Article V, Section B.3.

    So it is where a style gives `clause` and its second level has neither a word nor its number with that above it.
    """
    samples = [parse_sample(label) for label in levels]
    if clause is None or len(samples) < 2 or not samples[0].word or not samples[1].stands_bare:
        return ()
    (one, many), word = clause, samples[0].word.strip()
    if word.casefold() == one.casefold():
        return ()
    word = word.capitalize() if word.isupper() else word
    deeper = (f"{each.open}{{}}{each.close}" for each in samples[2:])
    patterns = ((each, each) if each[0] in "([" else (f".{each}", f".{each}") for each in deeper)
    return (f"[{word} {{}}]", f"[{several(word, 'en')} {{}}]"), (f", {one} {{}}", f", {many} {{}}"), *patterns
