"""The parties as an agreement introduces them, and the blocks in which they sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whereas.agreement.frame import Phrases
from whereas.agreement.model import Paragraph, Provision, Provisions, Signature, SignatureLine, Signatures, Signer
from whereas.agreement.phrases import phrases
from whereas.agreement.runs import Run, Styled, Text, Value
from whereas.agreement.styles import Style
from whereas.agreement.terms import defining
from whereas.assembly.facts import Role
from whereas.library.parties import Registration, Signatory

if TYPE_CHECKING:
    from whereas.assembly.context import Context
    from whereas.library.finding import Place

Runs = tuple[Run, ...]
_HOLE = re.compile(r"\{(\w+)\}")
#: Beginnings whose sound their letter does not tell: read letter by letter, a mute h, the sounds of "you" and "won".
_SPELT = re.compile(r"[AEFHILMNORSX](?:[A-Z.]|\b)")
_MUTE_H = re.compile(r"hour|honest|honou?r|heir", re.IGNORECASE)
_LIKE_YOU = re.compile(r"uni(?![dmn])|uk\b|us\b|us[eu]|uti|eu|one\b", re.IGNORECASE)
#: Offices of which a company has one.
_SINGLE = re.compile(r".*secretary|president|chief .*|c[efo]o|chair|chair(?:man|woman|person)")
_PLAIN_LABEL = Registration.model_fields["label"].default


def _filled(template: str, **holes: Run | Runs | str) -> Runs:
    """A phrase with what belongs into its braces."""
    runs: list[Run] = []
    for index, part in enumerate(_HOLE.split(template)):
        filling = holes[part] if index % 2 else part
        for run in filling if isinstance(filling, tuple) else (filling,):
            run = Text(run) if isinstance(run, str) else run
            if isinstance(run, Text) and runs and isinstance(runs[-1], Text):
                runs[-1] = Text(runs[-1].text + run.text)
            elif run != Text(""):
                runs.append(run)
    return tuple(runs)


def indefinite(words: str) -> str:
    """`a` or `an`, by the sound that words begin with: a European company, an LLC, an S.r.l."""
    if _SPELT.match(words) or _MUTE_H.match(words):
        return "an"
    return "an" if words[:1].lower() in "aeiou" and not _LIKE_YOU.match(words) else "a"


# ---- the introduction -----------------------------------------------------------------------------------------------


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
        runs = (*_introduction(role, words), *_filled(words.named, one=_term(role, words, style)), Text(end))
        return Provision((Paragraph(runs, place),), label, place)
    items = []
    for member, after in zip(members, _ends(len(members), end, words), strict=True):
        runs = (*_introduction(member, words), Text(after))
        items.append(Provision((Paragraph(runs, place),), place=place))
    return Provision((Paragraph(_joint(role, words, style), place), Provisions(tuple(items))), label, place)


def _introduction(role: Role, words: Phrases) -> Runs:
    """Name, form, register and address of who plays a role alone; a template has blanks for those of a company."""
    party = role._parties[0] if role._parties else None
    name: Runs = (Styled("strong", (_fact(role, "name"),)),)
    entity, law, number = _fact(role, "entity"), _fact(role, "jurisdiction"), _fact(role, "registration")
    if party is None:
        form = _filled(words.form_and_law, a="a", entity=entity, jurisdiction=law)
        register = _filled(words.register_blank, number=number)
        return (*name, *form, *register, *_filled(words.office, address=_fact(role, "address")))
    if party.kind == "person":
        return (*name, *_filled(words.home, address=_fact(role, "address")))
    phrase = (words.form_and_law if party.jurisdiction else words.form) if party.entity else ""
    phrase = phrase or (words.law if party.jurisdiction else "")
    runs = (*name, *_filled(phrase, a=indefinite(party.entity), entity=entity, jurisdiction=law))
    if party.registration:
        plain = party.registration.label == _PLAIN_LABEL
        label = Value(f"{role._id}.register", party.registration.label, str(party.place("registration", "label")))
        runs = (*runs, *_filled(words.register_plain if plain else words.register, label=label, number=number))
    return (*runs, *_filled(words.office, address=_fact(role, "address")))


def _fact(role: Role, fact: str) -> Run:
    return getattr(role, fact)._run()  # type: ignore[no-any-return]


def _term(role: Role, words: Phrases, style: Style) -> Runs:
    """A role's term where it is defined: the “Company”."""
    return _defined(words.term, role._role.term, _article(role, words), style)


def _joint(role: Role, words: Phrases, style: Style) -> Runs:
    """What introduces several parties in one role: each of the following, together the “Sellers” and each a …:"""
    one, many = role._role.term, role._name
    article = _article(role, words)
    articles = dict(words.many).get(article, article)
    if one == many and article == articles:
        return _filled(words.joint_alike, one=_term(role, words, style))
    each = _defined(words.one_of_many if article else words.term, one, article, style, again=one == many)
    return _filled(words.joint, many=_defined(words.term, many, articles, style), one=each)


def _article(role: Role, words: Phrases) -> str:
    return words.the if role._role.article is None else role._role.article


def _defined(template: str, term: str, article: str, style: Style, again: bool = False) -> Runs:
    before, definition, after = defining(term, style)
    if article and not article.endswith(("’", "'")):
        article += " "
    # a term is defined once, though German may have to name it twice
    word = Text(term) if again else definition
    return _filled(template, a=indefinite(term), article=article, open=before, term=word, close=after)


# ---- signatures -----------------------------------------------------------------------------------------------------


def signatures_block(context: Context) -> Signatures:
    """A block for each party to sign in, with whatever is known of those who sign."""
    words = phrases(context.facts.wording.locale)
    deed = bool(context.template and context.template.header.form == "deed")
    blocks = []
    for role in context.facts.roles.values():
        members = role._members()
        for position, member in enumerate(members, start=1):
            anchor = f"signature-{role._id}" + (f"-{position}" if len(members) > 1 else "")
            blocks.append(_signature(member, deed, anchor, words, context.style))
    return Signatures(tuple(blocks))


def _signature(role: Role, deed: bool, anchor: str, words: Phrases, style: Style) -> Signature:
    party = role._parties[0] if role._parties else None
    name = (_fact(role, "name"),)
    if party and party.kind == "person" and not party.signatories:
        own = Signer(tuple(map(SignatureLine, (words.signature, words.place, words.date))))
        lead, witnessed = words.deed_by if deed else words.signed_by, deed or party.witness
        tail: Runs = (Text(words.presence),) if witnessed else ()
        return Signature((Text(lead),), name, (own, *[_witness(words)] * witnessed), anchor, tail)
    signatories: tuple[Signatory | None, ...] = (party.signatories if party else ()) or (None,)
    # one signatory alone executes a deed before a witness
    witnessed = (party is not None and party.witness) or (deed and len(signatories) == 1)
    signers: list[Signer] = []
    for position, signatory in enumerate(signatories):
        signers += [_signer(role, signatory, position, words), *[_witness(words)] * witnessed]
    lead = words.deed_for if deed else words.signed_for
    tail = _acting(role, signatories, words, style) if deed else ()
    if witnessed:
        comma = ", " if tail else ""
        tail = (*tail, Text(comma + (words.each_presence if len(signatories) > 1 else words.presence)))
    return Signature((Text(lead),), name, tuple(signers), anchor, tail)


def _signer(role: Role, signatory: Signatory | None, position: int, words: Phrases) -> Signer:
    """The lines of one who signs for a party."""
    name: Runs = ()
    title: Runs = ()
    if signatory:
        name = (_said(role, position, "name", signatory.name),)
        parts = ("title", signatory.title), ("capacity", signatory.capacity)
        known = [_said(role, position, field, text) for field, text in parts if text]
        title = (*known[:1], *(run for each in known[1:] for run in (Text(", "), each)))
    lines = (
        SignatureLine(words.by or words.signature),
        SignatureLine(words.name, name),
        SignatureLine(words.title, title),
        SignatureLine(words.place),
        SignatureLine(words.date),
    )
    return Signer(lines)


def _witness(words: Phrases) -> Signer:
    lines = (words.witness, words.name, words.address, words.occupation)
    return Signer(tuple(map(SignatureLine, lines)))


def _said(role: Role, position: int, field: str, text: str) -> Value:
    """What a party's file says of one of its signatories."""
    name = {"name": "signatory", "title": "title", "capacity": "capacity"}[field]
    return Value(f"{role._id}.{name}", text, str(role._parties[0].place("signatories", position, field)))


def _acting(role: Role, signatories: tuple[Signatory | None, ...], words: Phrases, style: Style) -> Runs:
    """By whom a party executes a deed: acting by Ada Moreau, a director, and Ben Novak, its secretary."""
    people = [_person(role, position, each, words) for position, each in enumerate(signatories)]
    # names alone are joined as in a list; where they have titles, the commas go on to the end
    comma = "," if any(len(person) > 1 for person in people) else ""
    runs: list[Run] = []
    for index, person in enumerate(people):
        last = index == len(people) - 1
        runs += (Text(f"{comma} {style.conjunction} " if last else ", "),) if index else ()
        runs += person
    return _filled(words.acting_by, signatories=tuple(runs))


def _person(role: Role, position: int, signatory: Signatory | None, words: Phrases) -> Runs:
    if signatory is None:
        return (_fact(role, "signatory"),)
    runs: Runs = (_said(role, position, "name", signatory.name),)
    if title := signatory.title:
        article = ""
        if "{a}" in words.signatory:  # English: an office stands in lower case after its article
            title = " ".join(word if word.isupper() else word.lower() for word in title.split())
            article = "its" if _SINGLE.fullmatch(title.lower()) else indefinite(title)
        runs = _filled(words.signatory, name=runs, a=article, title=_said(role, position, "title", title))
    if signatory.capacity:
        runs = (*runs, Text(", "), _said(role, position, "capacity", signatory.capacity))
    return runs
