"""What a check finds in the agreements of a site, noted as they are read, for readers inside alone.

It depends on no more than a page was made of, but for the policy, and the words that belong to parties and to deals:
where these change, the pages are read again in whose files they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from whereas.checking.around import around, words_of
from whereas.checks.drafting import check_drafting
from whereas.checks.owned import folded
from whereas.library.finding import NOWHERE, FindingsError
from whereas.library.library import Kind
from whereas.library.policy import POLICY_FILES
from whereas.site.audience import is_internal
from whereas.site.catalogue.found import Noted
from whereas.site.domain import WhereasDomain, domain_of
from whereas.site.fresh.files import Paths, State, content_of, differ, look
from whereas.site.fresh.reads import Reads

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from whereas.project.assembler import Assembled


class Own(NamedTuple):
    """The words that belong to a party or a deal, as its file was."""

    state: State
    words: tuple[str, ...]


def note_checks(docname: str, domain: WhereasDomain, assembled: Assembled) -> None:
    """Remember what a check finds in an agreement that is being read, and what the policy says of it."""
    context = assembled.context
    case = replace(domain.around, agreement=assembled.agreement, deal=context.plan.deal, wording=context.facts.wording)
    judgement = assembled.judgement
    domain.data["checks"][docname] = Noted((*check_drafting(case), *judgement.findings), judgement.judged)


# ---- what is read again ---------------------------------------------------------------------------------------------


def find_policy(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """`env-get-outdated`: the pages of deals, if the policy is another than they were judged by."""
    domain = domain_of(env)
    paths = tuple(str(domain.library.root / name) for name in POLICY_FILES)
    known: State | None = domain.data["policy"].get("")
    if not is_internal(app.config) or (known is not None and not differ(paths, known)):
        return []
    domain.data["policy"][""] = look(paths, domain.changes.began)
    deals = (docname for docname, each in domain.agreements.items() if each.deal)
    return sorted({*deals} & env.found_docs - added - changed)


def find_particulars(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """`env-get-outdated`: the words of parties and deals, and the pages in whose files some are that are new."""
    domain = domain_of(env)
    if not is_internal(app.config):
        return []
    known: dict[tuple[Kind, str], Own] = domain.data["particulars"]
    before = {kind: _ids(known, kind) for kind in _OWNING}
    library = domain.library
    owners = {(kind, id) for kind in _OWNING for id in library.ids(kind)}
    for gone in known.keys() - owners:
        del known[gone]
    for kind, id in sorted(owners):
        paths: Paths = library.twins(library.path(kind, id))
        if (kind, id) not in known or differ(paths, known[kind, id].state):
            known[kind, id] = Own(look(paths, domain.changes.began), _words(kind, id, domain))
    now = {kind: _ids(known, kind) for kind in _OWNING}
    domain.around = around(library, now["parties"], now["deals"])
    words = {words for kind in _OWNING for words, _ in before[kind].items() ^ now[kind].items()}
    return sorted(_telling(words, domain) & env.found_docs - added - changed) if words else []


#: The records that have words of their own.
_OWNING: tuple[Kind, ...] = ("deals", "parties")


def _ids(known: Mapping[tuple[Kind, str], Own], kind: Kind) -> dict[str, frozenset[str]]:
    """Words to the records of a kind whose they are."""
    found = dict[str, frozenset[str]]()
    for (of, id), own in known.items():
        if of == kind:
            found |= {words: found.get(words, frozenset()) | {id} for words in own.words}
    return found


def _words(kind: Kind, id: str, domain: WhereasDomain) -> tuple[str, ...]:
    try:
        return words_of(domain.library.find(kind, id, NOWHERE))
    except FindingsError:
        return ()


def _telling(words: set[str], domain: WhereasDomain) -> set[str]:
    """The pages in whose files words stand, whatever is between their letters."""
    sought = [folded(each) for each in words]
    texts = dict[Paths, str]()
    found = set[str]()
    for docname in domain.data["checks"]:
        reads: Reads = domain.data["reads"].get(docname, Reads())
        for paths in reads.all():
            if paths not in texts:
                texts[paths] = folded(content_of(paths).decode("utf-8", errors="replace"))
            if any(each in texts[paths] for each in sought):
                found.add(docname)
                break
    return found


def setup_checked(app: Sphinx) -> None:
    """Connect what looks at the policy and the parties."""
    app.connect("env-get-outdated", find_policy)
    app.connect("env-get-outdated", find_particulars)
