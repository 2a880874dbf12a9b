"""A name with what belongs to it, and after "of" and "to": Aurora’s; du Vendeur; al Vendedor.

Each language has what it has: a possessive in English, and of names in German; words that run together in French and
Spanish.
"""

from __future__ import annotations

from collections.abc import Callable

from whereas.language.registry import language_of
from whereas.language.wording import Wording

#: What French and Spanish authors call `of`, as they write it.
OF = "de"
#: The same for `to`.
TO = "a"


def possessive(name: str, wording: Wording, plural: bool = False, role: bool = False) -> str:
    """Aurora’s, Borealis’s, the Sellers’; in German Auroras, of names that are no roles.

    ValueError, with what to write instead, in a language that has no such form.
    """
    language = language_of(wording.locale)
    if made := language.cases.possessive:
        return made(name, plural, role)
    if language.cases.of:
        instead = f"write `| of`, which gives {language.cases.of(name)!r}"
        raise ValueError(f"{language.name} has no possessive: {instead}")
    raise ValueError(f"cannot be put into the possessive in the locale {wording.locale!r}")


def of(name: str, wording: Wording) -> str:
    """of Aurora; d’Aurora, du Vendeur; de Aurora, del Vendedor; ValueError in any other language."""
    return _after("of", language_of(wording.locale).cases.of, name, wording)


def to(name: str, wording: Wording) -> str:
    """to Aurora; à Aurora, au Vendeur; a Aurora, al Vendedor; ValueError as `of`."""
    return _after("to", language_of(wording.locale).cases.to, name, wording)


def _after(word: str, made: Callable[[str], str] | None, name: str, wording: Wording) -> str:
    if made:
        return made(name)
    instead = "write the words out in their case"
    raise ValueError(f"there is no word for `{word}` in the locale {wording.locale!r}: {instead}")
