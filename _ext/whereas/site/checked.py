"""What a check finds in the agreements of a site, noted as they are read, for readers inside alone.

It depends on no more than a page was made of, but for the policy, and the words that belong to parties: where these
change, the pages are read again in whose files they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from whereas.checking.around import around, particulars_of
from whereas.checks.drafting import check_drafting
from whereas.library.finding import NOWHERE, FindingsError
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
    """The words that belong to a party, as its file was."""

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
    """`env-get-outdated`: the words that belong to parties, and the pages in whose files some stand that are new."""
    domain = domain_of(env)
    if not is_internal(app.config):
        return []
    known: dict[str, Own] = domain.data["particulars"]
    before = _ids(known)
    library, ids = domain.library, domain.library.ids("parties")
    for id in known.keys() - set(ids):
        del known[id]
    for id in ids:
        paths: Paths = tuple(map(str, library.twins(library.path("parties", id))))
        if id not in known or differ(paths, known[id].state):
            known[id] = Own(look(paths, domain.changes.began), _words(id, domain))
    now = _ids(known)
    domain.around = around(library, now)
    words = {words for words, _ in before.items() ^ now.items()}
    return sorted(_telling(words, domain) & env.found_docs - added - changed) if words else []


def _ids(known: Mapping[str, Own]) -> dict[str, frozenset[str]]:
    """Words to the parties whose they are."""
    found = dict[str, frozenset[str]]()
    for id, own in known.items():
        found |= {words: found.get(words, frozenset()) | {id} for words in own.words}
    return found


def _words(id: str, domain: WhereasDomain) -> tuple[str, ...]:
    try:
        return particulars_of(domain.library.find("parties", id, NOWHERE))
    except FindingsError:
        return ()


def _telling(words: set[str], domain: WhereasDomain) -> set[str]:
    """The pages in whose files words stand, whatever is between their letters."""
    sought = [_letters(each) for each in words]
    texts = dict[Paths, str]()
    found = set[str]()
    for docname in domain.data["checks"]:
        reads: Reads = domain.data["reads"].get(docname, Reads())
        for paths in reads.all():
            if paths not in texts:
                texts[paths] = _letters(content_of(paths).decode("utf-8", errors="replace"))
            if any(each in texts[paths] for each in sought):
                found.add(docname)
                break
    return found


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def setup_checked(app: Sphinx) -> None:
    """Connect what looks at the policy and the parties."""
    app.connect("env-get-outdated", find_policy)
    app.connect("env-get-outdated", find_particulars)
