"""The parties as an agreement introduces them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whereas.agreement.model import Paragraph, Provision, Provisions
from whereas.agreement.runs import Styled, Text
from whereas.agreement.styles import Style
from whereas.agreement.terms import defining
from whereas.assembly.acting import Acting
from whereas.assembly.facts import Role, article_of
from whereas.assembly.filling import Runs, fact_of, filled, register_of
from whereas.language import indefinite
from whereas.language.frame import Phrases
from whereas.language.registry import phrases

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.library.finding import Place


def parties_block(context: Context, place: Place) -> Provisions:
    """One numbered paragraph for each role: who plays it, and the term it goes by; several parties in one as a list."""
    words, roles = phrases(context.facts.wording.locale), list(context.facts.roles.values())
    ends = _ends(len(roles), words.end, words)
    items = (_introduced(role, end, words, context.style, place) for role, end in zip(roles, ends, strict=True))
    return Provisions(tuple(items), kind="parties")


def _ends(count: int, last: str, words: Phrases) -> list[str]:
    """What ends each of so many items of a list: ";", "; and", and what comes after the last."""
    return [*[words.between] * (count - 2), *[words.before_last] * (count > 1), last][:count]


def _introduced(role: Role, end: str, words: Phrases, style: Style, place: Place) -> Provision:
    label, members = f"party.{role._id}", role._members()
    if len(members) == 1:
        runs = (*_introduction(role, words, style), *filled(words.named, one=_term(role, words, style)), Text(end))
        return Provision((Paragraph(runs, place),), label, place)
    items = []
    for member, after in zip(members, _ends(len(members), end, words), strict=True):
        runs = (*_introduction(member, words, style), Text(after))
        items.append(Provision((Paragraph(runs, place),), place=place))
    return Provision((Paragraph(_joint(role, words, style), place), Provisions(tuple(items))), label, place)


def _introduction(role: Role, words: Phrases, style: Style) -> Runs:
    """Who plays a role alone: name, form, register, address, and the companies that sign for it; blanks for nobody."""
    party = role._parties[0] if role._parties else None
    name: Runs = (Styled("strong", (fact_of(role, "name"),)),)
    address = fact_of(role, "address")
    if party is None:
        entity, law = fact_of(role, "entity"), fact_of(role, "jurisdiction")
        form = filled(words.form_and_law, a="a", entity=entity, jurisdiction=law)
        register = filled(words.register_blank, number=fact_of(role, "registration"))
        return (*name, *form, *register, *filled(words.office, address=address))
    if party.trading_name:
        name = (*name, *filled(words.trading_as, name=fact_of(role, "trading_name")))
    holes = {"entity": fact_of(role, "entity"), "jurisdiction": fact_of(role, "jurisdiction")}
    if party.is_person:
        form = filled(words.form if party.entity else "", a=indefinite(party.entity, style.locale), **holes)
        born = filled(words.born, date=fact_of(role, "born")) if party.born else ()
        home = words.home_of_form if form and words.home_of_form else words.home
        return (*name, *form, *born, *register_of(role, party, words), *filled(home, address=address))
    phrase = (words.form_and_law if party.jurisdiction else words.form) if party.entity else ""
    phrase = phrase or (words.law if party.jurisdiction else "")
    form = filled(phrase, a=indefinite(party.entity, style.locale), **holes)
    acting = Acting(role, words, style.conjunction)
    if agents := acting.companies(party, registers=True):
        represented = filled(words.represented, agents=agents)
    elif party.represented:
        represented = filled(words.represented_by, agents=acting.everybody(party))
    else:
        represented = ()
    office = filled(words.office, address=address)
    return (*name, *form, *register_of(role, party, words), *office, *represented)


def _term(role: Role, words: Phrases, style: Style) -> Runs:
    """A role's term where it is defined: the “Company”."""
    return _defined(words.term, role._role.term, article_of(role._role, role._wording), style)


def _joint(role: Role, words: Phrases, style: Style) -> Runs:
    """What introduces several parties in one role: each of the following, together the “Sellers” and each a …:"""
    one, many = role._role.term, role._name
    article = article_of(role._role, role._wording)
    articles = dict(words.many).get(article, article)
    if one == many and article == articles:
        return filled(words.joint_alike, one=_term(role, words, style))
    each = _defined(words.one_of_many if article else words.term, one, article, style, again=one == many)
    return filled(words.joint, many=_defined(words.term, many, articles, style), one=each)


def _defined(template: str, term: str, article: str, style: Style, again: bool = False) -> Runs:
    before, definition, after = defining(term, style)
    if article and not article.endswith(("’", "'")):
        article += " "
    # a term is defined once, though German may have to name it twice
    word = Text(term) if again else definition
    return filled(template, a=indefinite(term, style.locale), article=article, open=before, term=word, close=after)
