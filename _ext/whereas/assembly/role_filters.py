"""The filters of roles, by the number of those who play them: `{{ sellers | each }}`, `{{ buyer | possessive }}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from whereas import language
from whereas.assembly.case_filters import case_filters
from whereas.assembly.facts import Role, RoleWords
from whereas.assembly.known import Known
from whereas.language import Wording
from whereas.language.cases import OF
from whereas.language.frame import Phrases
from whereas.language.quotation import apostrophes
from whereas.language.registry import language_of, phrases


def role_filters(wording: Wording) -> dict[str, Callable[..., Any]]:
    """The filters that word roles, and names, in one language, by name."""
    return {
        "possessive": lambda name: _possessive(name, wording),
        "of": lambda name: _cased(name, lambda words: language.of(words, wording)),
        OF: lambda name: _cased(name, lambda words: language.of(words, wording)),
        "to": lambda name: _cased(name, lambda words: language.to(words, wording)),
        "a": lambda thing: _a(thing, wording),
        "one": _one,
        "each": lambda role: _each(role, wording),
        "all": lambda role: _all(role, wording),
        **case_filters(wording),
    }


def _possessive(name: Any, wording: Wording) -> Any:
    several = isinstance(name, Role | RoleWords) and len(_role(name)) > 1
    role = isinstance(name, Role | RoleWords)
    return _cased(name, lambda words: language.possessive(words, wording, several, role))


def _cased(name: Any, cased: Callable[[str], str]) -> Any:
    """A name in another case; a blank stays in brackets."""
    if isinstance(name, Role | RoleWords):
        return RoleWords(_role(name), cased(str(name)))
    if isinstance(name, Known):
        return name._reworded(cased(str(name)))
    return cased(str(name))


def _a(thing: Any, wording: Wording) -> Any:
    """The English article; in French and Spanish the preposition, "au Client", "al Cliente"."""
    if not language.has_indefinite(wording.locale) and language_of(wording.locale).cases.to:
        return _cased(thing, lambda words: language.to(words, wording))
    return _indefinite(thing, wording)


def _indefinite(thing: Any, wording: Wording) -> Any:
    """ "an Orderer", "a 3"; of several who play a role, any one of them."""
    if not language.has_indefinite(wording.locale):
        raise ValueError("`a` chooses between the English words “a” and “an”: write the article itself")
    if isinstance(thing, Role):
        term = thing._role.term
        return RoleWords(thing, f"{language.indefinite(term, wording.locale)} {term}")
    if isinstance(thing, Known):
        first = thing._name if thing._value is None else str(thing)
        return thing._reworded(f"{language.indefinite(first, wording.locale)} {thing}", spoken=True)
    return f"{language.indefinite(str(thing), wording.locale)} {thing}"


def _one(role: Any) -> RoleWords:
    """ "Seller": the term of one who plays a role, without an article, for "any Seller"."""
    return RoleWords(_needed("one", role), _needed("one", role)._role.term)


def _each(role: Any, wording: Wording) -> Any:
    role = _needed("each", role)
    if len(role) == 1:
        return role
    words = phrases(wording.locale)
    if isinstance(words.each_of, str):
        return RoleWords(role, f"{words.each_of} {role}")
    return RoleWords(role, f"{_gendered('each', words.each_of, role, words)} {apostrophes(role._name)}")


def _all(role: Any, wording: Wording) -> Any:
    """ "the Seller", "both Sellers", "all Sellers", by their number."""
    role = _needed("all", role)
    if len(role) == 1:
        return role
    words = phrases(wording.locale)
    chosen = words.both if len(role) == 2 else words.all
    return RoleWords(role, f"{_gendered('all', chosen, role, words)} {apostrophes(role._name)}")


def _gendered(filter: str, choices: str | Mapping[str, str], role: Role, words: Phrases) -> str:
    """The word that goes with a role's gender, which its article tells."""
    if isinstance(choices, str):
        return choices
    article = words.article_of_party if role._id == "parties" else role._article
    if found := choices.get(article.strip().lower()):
        return found
    example = f"'{next(iter(choices.values()))} {role._name}'"
    tell = ", ".join(f"`article: {each}`" for each in choices)
    raise ValueError(
        f"`{filter}` must know the gender of {role._role.term!r}: give the role its article ({tell}), or write the "
        f"words out, as in {example}"
    )


def _needed(filter: str, role: Any) -> Role:
    if not isinstance(role, Role):
        raise ValueError(f"`{filter}` goes with a role, or with `parties`")
    return role


def _role(words: Role | RoleWords) -> Role:
    return words if isinstance(words, Role) else words._role
