"""The facts a page's text sees: its values, and its roles with the parties that play them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from whereas.agreement.runs import Run, TermUse, ValueOrigin
from whereas.assembly.known import Known
from whereas.assembly.party_facts import PARTY_FACTS, Further, party_fact
from whereas.assembly.undecided import Undecided
from whereas.language import Wording, format_list
from whereas.language.nearest import did_you_mean
from whereas.language.nouns import plural_of
from whereas.language.quotation import apostrophes
from whereas.language.registry import language_of, phrases
from whereas.library.agreements import RoleTerm
from whereas.library.finding import Place
from whereas.library.parties import Party
from whereas.values.declaration import Declaration


def article_of(role: RoleTerm, wording: Wording) -> str:
    """The word before a role's term: its own, that of its gender, or the language's."""
    made = language_of(wording.locale).cases.article
    if role.article is None and role.gender and made:
        return made(role.gender, role.term)
    return phrases(wording.locale).the if role.article is None else role.article


class Role:
    """A role as the template language sees it: prints as its term ("the Company"), has the facts of who plays it.

    Its own fields are private, so that `{{ company.name }}` is the party's name and templates reach nothing else.
    """

    __slots__ = ("_agents", "_id", "_parties", "_role", "_wording")

    def __init__(
        self,
        id: str,
        role: RoleTerm,
        parties: tuple[Party, ...] = (),
        wording: Wording = Wording(),  # noqa: B008
        agents: Mapping[str, Party] = MappingProxyType({}),
    ) -> None:
        """Take the role's id, its defined term, who plays it, and the companies that sign for these, by id."""
        self._id, self._role, self._parties, self._wording, self._agents = id, role, parties, wording, agents

    @property
    def _name(self) -> str:
        """The term, in the plural where several parties play the role."""
        return plural_term(self._role, self._wording) if len(self._parties) > 1 else self._role.term

    @property
    def _article(self) -> str:
        """The word before the term of one who plays the role."""
        return article_of(self._role, self._wording)

    def _members(self) -> list[Role]:
        """Each party in the role, as if it were alone there."""
        if len(self._parties) < 2:
            return [self]
        return [Role(self._id, self._role, (party,), self._wording, self._agents) for party in self._parties]

    def _run(self) -> Run:
        """The use of the defined term."""
        return TermUse(self._name, str(self))

    def __str__(self) -> str:
        article = self._article
        if len(self) > 1:
            article = dict(phrases(self._wording.locale).many).get(article, article)
        name = apostrophes(self._name)
        return f"{article} {name}" if article and not article.endswith("’") else f"{article}{name}"

    def __len__(self) -> int:
        return max(len(self._parties), 1)

    def __bool__(self) -> bool:
        return bool(self._parties)

    @property
    def _essence(self) -> Any:
        """Who plays it, by the names of their files; None where nobody does yet."""
        ids = tuple(sorted(party.id for party in self._parties))
        return ids[0] if len(ids) == 1 else ids or None

    def __eq__(self, other: object) -> bool:
        """Whether the same parties are meant: by another role, by a value that is a party, or by their file's name."""
        if isinstance(other, Role) and not (self and other):
            return self._id == other._id
        return bool(self) and bool(self._essence == getattr(other, "_essence", other))

    def __hash__(self) -> int:
        return hash(self._id)

    def __iter__(self) -> Iterator[Role]:
        """Each party in the role."""
        return iter(self._members())

    def __getattr__(self, fact: str) -> Any:
        """A fact about who plays the role, blank where it is not known; `facts.x` is one of the party's own."""
        if fact == "term":
            return RoleWords(self, self._name)
        if fact == "facts":
            return Further(lambda fact: self._fact(fact, fact.replace("_", " ")))
        if fact not in PARTY_FACTS:
            raise AttributeError(fact)
        return self._fact(fact, phrases(self._wording.locale).facts.get(fact, fact))

    def _fact(self, fact: str, about: str) -> Known:
        name = f"{self._id}.{fact}"
        found = [party_fact(party, fact, self._wording) for party in self._parties]
        frame, term = phrases(self._wording.locale), self._role.term
        declared = Declaration(about=frame.about.format(fact=about, term=term))
        if not found or not all(words for words, _ in found):
            blank = frame.blank.format(fact=about, term=term)
            return Known(name, None, blank, declared=declared, wording=self._wording)
        words = format_list([words for words, _ in found], self._wording)
        origin = ValueOrigin(tuple(dict.fromkeys(place for _, place in found)))
        return Known(name, words, words, origin, declared, self._wording)


class Unplaced(Role):
    """A role on a clause's own page, of which only its name is known: no gender, and so no case."""

    __slots__ = ()


class RoleWords:
    """A role in other words: in the possessive, after "each of", without its article. Prints as a use of its term."""

    __slots__ = ("_role", "_text")

    def __init__(self, role: Role, text: str) -> None:
        """Take the role and the words to print."""
        self._role, self._text = role, text

    def _run(self) -> Run:
        return TermUse(self._role._name, self._text)

    def __str__(self) -> str:
        return self._text

    def __eq__(self, other: object) -> bool:
        return self._text == str(other)

    def __hash__(self) -> int:
        return hash(self._text)


def fact_meant(name: str, role: Role, line: str) -> str:
    """What to write instead of a fact that parties do not have; `line` is the template's, where it was asked for."""
    written = re.findall(rf"(\w+)\.{re.escape(name)}\b", line)
    owner = role._id if role._id in written or not written else written[0]
    if any(name in party.facts for party in role._parties):
        return f"write `{owner}.facts.{name}`"
    if difflib.get_close_matches(name, PARTY_FACTS, n=1, cutoff=0.75):
        return did_you_mean(name, PARTY_FACTS)
    return f"what a party's file says under `facts:` is asked for as `{owner}.facts.{name}`"


def plural_term(role: RoleTerm, wording: Wording) -> str:
    """What several parties in a role are called together; the term itself where nobody says and no rule tells."""
    return role.plural or plural_of(role.term, wording.locale) or role.term


def all_parties(roles: dict[str, Role], wording: Wording) -> Role:
    """All the parties of an agreement as one role: "the parties", to ask how many they are."""
    words = phrases(wording.locale)
    each = {id(role): role for role in roles.values()}.values()  # a clause may call one by another name as well
    everyone = tuple(party for role in each for party in role._parties)
    return _All("parties", RoleTerm(term=words.party, plural=words.parties), everyone, wording, len(each))


class _All(Role):
    """The parties together; in a template there is one for each role."""

    __slots__ = ("_least",)

    def __init__(self, id: str, role: RoleTerm, parties: tuple[Party, ...], wording: Wording, least: int) -> None:
        super().__init__(id, role, parties, wording)
        self._least = least

    @property
    def _name(self) -> str:
        return self._role.plural if len(self) > 1 else self._role.term

    def __len__(self) -> int:
        return max(len(self._parties), self._least, 1)


@dataclass(frozen=True)
class Facts:
    """All that one page's text may speak of.

    `omitted` maps clauses left out to the place that says so, `clauses` are all those that can be asked for,
    `undecided` collects the blanks on which a condition depends, `asked` are the files of the parties looked up for it,
    and `used` the values that its text uses: those of a clause left out are not among them; `lenders` are other
    agreements whose values it may print; `unnamed` are, on a clause's own page, roles of its agreements that it does
    not name; `variants` are the clauses that stand, each in its variant, where that may be asked for.
    """

    values: dict[str, Known] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    omitted: dict[str, Place] = field(default_factory=dict)
    clauses: frozenset[str] | None = None
    deal: str = ""
    wording: Wording = Wording()  # noqa: RUF009
    undecided: Undecided = field(default_factory=Undecided)
    asked: frozenset[Path] = frozenset()
    used: frozenset[str] = frozenset()
    lenders: Mapping[str, Any] = field(default_factory=dict)
    unnamed: frozenset[str] | None = None
    variants: Mapping[str, str] | None = None
    shelf: frozenset[str] = frozenset()

    def fitted(self, fitting: dict[str, str], values: dict[str, Known]) -> Facts:
        """The facts as a clause sees them that calls some by names of its own, and has some of its own."""
        seen, roles = dict(self.values), dict(self.roles)
        for own, theirs in fitting.items():
            if theirs in self.roles:
                roles[own] = self.roles[theirs]
            elif theirs in self.values:
                seen[own] = self.values[theirs]
        return replace(self, values={**seen, **values}, roles=roles)

    def includes(self, clause: object, variant: object = None) -> bool:
        """Whether a clause stands in the agreement; raises ValueError for one that its page does not name.

        A rule of the policy, and nobody else, may ask for a variant: "" is the standard text.
        """
        id = str(clause)
        if variant is not None:
            if self.variants is None:
                raise ValueError("only a rule of policy.yaml can ask for the variant of a clause")
            return self.variants.get(id) == str(variant)
        if self.clauses is not None and id not in self.clauses:
            if id in self.shelf:
                return False
            raise ValueError(f"there is no clause {id!r}; {did_you_mean(id, self.clauses | self.shelf)}")
        return id not in self.omitted

    def unknown(self, name: str) -> str:
        """The hint for a name that is none of the facts."""
        lenders = {each._name: each for each in self.lenders.values() if name in each._facts.values}
        if len(lenders) > 1:
            return f"several agreements have one: write {' or '.join(f'{lender}.{name}' for lender in lenders)}"
        known = {*self.values, *self.roles, *self.lenders}
        if self.unnamed is None or get_close_matches(name, known, cutoff=0.75):
            return did_you_mean(name, known)
        return f"declare it under `values:`, or, if it is a role, write `roles: [{name}]`"
