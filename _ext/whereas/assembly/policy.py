"""A deal before the policy of its house: which rules it keeps, which it breaks, and from which it is excepted."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from whereas.assembly.cast import Cast
from whereas.assembly.context import Context
from whereas.assembly.facts import Facts
from whereas.assembly.known import Known
from whereas.assembly.known_value import known_value
from whereas.assembly.template import holds, names_in
from whereas.language.nearest import did_you_mean
from whereas.library.deals import Deal
from whereas.library.finding import NOWHERE, Finding, Place
from whereas.library.policy import HouseRule, Policy
from whereas.library.rule import Rule, example_page

_PAGE = example_page("1. The fee is {{ fee }}.", "roles: {buyer: Buyer}", "values: {fee: {type: money}}")
_DEAL = "agreement: a\nparties: {buyer: orbit}\nvalues: {fee: EUR 900}\n"
_POLICY = "rules:\n  fee-high:\n    must: fee <= 'EUR 500'\n    message: The fee is high.\n    approval: [CFO]\n"
_EXCEPTED = _DEAL + "exceptions: {fee-high: {because: Paid in advance, approved_by: CFO}}\n"
_INSTEAD = "have it approved, and write that under `exceptions:` in the deal"
POLICY = Rule(
    "policy",
    "A deal keeps the rules of the house (policy.yaml), or is excepted from them by one who may do that.",
    bad={**_PAGE, "policy.yaml": _POLICY, "deals/a.yaml": _DEAL},
    good={**_PAGE, "policy.yaml": _POLICY, "deals/a.yaml": _EXCEPTED},
    severity="warning",
    told="check",
    instead=_INSTEAD,
)
EXCEPTION = Rule(
    "exception",
    "An exception in a deal is from a rule that it breaks, says why, and is approved by one who may.",
    bad={**_PAGE, "policy.yaml": _POLICY, "deals/a.yaml": _EXCEPTED.replace("EUR 900", "EUR 400")},
    good={**_PAGE, "policy.yaml": _POLICY, "deals/a.yaml": _EXCEPTED},
    severity="warning",
    told="check",
    instead="mend the exception, or remove it",
)
POLICY_RULE = Rule(
    "policy-rule",
    "A rule of policy.yaml can be read, and asks for what there is.",
    bad={**_PAGE, "policy.yaml": _POLICY.replace("<=", "<= <="), "deals/a.yaml": _DEAL},
    good={**_PAGE, "policy.yaml": _POLICY, "deals/a.yaml": _EXCEPTED},
    told="check",
)
#: What is asked for as the variant of a clause for which a deal has words of its own.
OWN_WORDS = "own words"
_CLAUSE = re.compile(r"\bincluded\(\s*([\"'])(?P<name>[^\"']+)\1")

Verdict = Literal["kept", "broken", "excepted", "open"]


class Judged(NamedTuple):
    """What became of a rule in a deal; `open` is what a blank is yet to decide. `facts` are what it looked at."""

    name: str
    verdict: Verdict
    message: str
    place: Place = NOWHERE
    facts: tuple[tuple[str, str], ...] = ()
    because: str = ""
    approved_by: str = ""


@dataclass(frozen=True)
class Judgement:
    """A deal before the policy: each rule that is asked of it, in order, and what is to be told."""

    judged: tuple[Judged, ...] = ()
    findings: tuple[Finding, ...] = ()


def judge(policy: Policy, context: Context) -> Judgement:
    """What the rules of the house say of the deal that was assembled; nothing of what is no deal."""
    deal = context.plan.deal
    if deal is None:
        return Judgement()
    clauses = frozenset(name for rule in policy.rules.values() for name in clauses_named(rule))
    views, judged, findings = tuple(_views(context, clauses)), list[Judged](), list[Finding]()
    for name, rule in policy.rules.items():
        if rule.agreements and deal.agreement not in rule.agreements:
            continue
        try:
            asked = _asked(name, rule, views, deal)
        except _UnanswerableError as error:
            message = f"the rule {name!r} {error}"
            findings.append(POLICY_RULE.at(policy.value_place("rules", name, error.key), message, "write it anew"))
            continue
        if asked is None:
            continue
        wrong = _exception_wrong(asked, rule, deal)
        if wrong is None and name in deal.exceptions:
            said = deal.exceptions[name]
            asked = asked._replace(verdict="excepted", because=said.because, approved_by=said.approved_by)
        elif wrong:
            findings.append(wrong)
        if asked.verdict == "broken":
            findings.append(_broken(asked, rule, deal))
        judged.append(asked)
    findings += _idle(policy, judged, deal)
    return Judgement(tuple(judged), tuple(findings))


# ---- one rule -------------------------------------------------------------------------------------------------------


class _View(NamedTuple):
    """The facts as the agreement sees them, or as a clause does that has values of its own, and where it has these."""

    facts: Facts
    asked: set[str]  # the blanks on which an answer depended
    own: Mapping[str, Place]


def _views(context: Context, clauses: frozenset[str]) -> Iterator[_View]:
    """The facts as each part of the deal sees them; `clauses` are those that can be asked for, there or not."""
    plan, deal = context.plan, context.plan.deal
    variants = {
        name: OWN_WORDS if planned.reworded else planned.variant
        for name, planned in plan.by_name.items()
        if name in context.clauses
    }
    omitted = dict.fromkeys(clauses - variants.keys(), NOWHERE)
    facts = replace(context.facts, clauses=clauses, omitted=omitted, variants=variants)
    yield _view(facts, {})
    for planned in plan.clauses:
        if planned.values and planned.clause and planned.name in variants and deal:
            cast, said = Cast(context.library, [], set()), planned.clause.values
            own = {
                name: known_value(name, said[name], given, facts.wording, cast, facts.undecided)
                for name, given in planned.values.items()
            }
            places = {name: given.place for name, given in planned.values.items()}
            yield _view(replace(facts, values={**facts.values, **own}), places)


def _view(facts: Facts, own: Mapping[str, Place]) -> _View:
    """The facts with a list of their own of the blanks that decide something: those of the text are its."""
    asked = set[str]()
    values = {name: copy.copy(each) for name, each in facts.values.items()}
    for each in values.values():
        each._undecided = asked
    return _View(replace(facts, values=values), asked, own)


class _UnanswerableError(ValueError):
    """Why a condition of a rule cannot be answered, and the `key` that it is written under."""

    def __init__(self, why: str, key: str) -> None:
        super().__init__(why)
        self.key = key


def _holds(rule: HouseRule, key: Literal["when", "must"], facts: Facts) -> bool:
    """Whether a condition of a rule is met. Raises _UnanswerableError."""
    try:
        return holds(getattr(rule, key), facts)
    except ValueError as error:
        raise _UnanswerableError(str(error), key) from None


def _asked(name: str, rule: HouseRule, views: tuple[_View, ...], deal: Deal) -> Judged | None:
    """What became of a rule; None where it is not asked of this deal. Raises _UnanswerableError."""
    found = list[Judged]()
    used = names_named(rule)
    for view in views:
        facts = view.facts
        if not used <= facts.values.keys() | facts.roles.keys() | facts.lenders.keys() | {"deal", "parties"}:
            return None
        if view is not views[0] and not used & view.own.keys():
            continue
        view.asked.clear()
        applies = not rule.when or _holds(rule, "when", facts)
        if not applies and not view.asked:
            continue
        met = _holds(rule, "must", facts)
        verdict: Verdict = "kept" if met else "open" if view.asked else "broken"
        found.append(Judged(name, verdict, rule.message, _place(rule, view, deal), tuple(_facts(rule, facts))))
    worst: tuple[Verdict, ...] = ("broken", "open", "kept")
    return min(found, key=lambda each: worst.index(each.verdict), default=None)


def names_named(rule: HouseRule) -> frozenset[str]:
    """The values and roles that a rule names; none where it cannot be read."""
    return names_of(rule.must) | names_of(rule.when)


def clauses_named(rule: HouseRule) -> frozenset[str]:
    """The clauses that a rule names."""
    return clauses_of(rule.must) | clauses_of(rule.when)


def names_of(condition: str) -> frozenset[str]:
    """The values and roles that a condition names; none where it is empty, or cannot be read."""
    return names_in(f"{{% if {condition} %}}{{% endif %}}") if condition else frozenset()


def clauses_of(condition: str) -> frozenset[str]:
    """The clauses that a condition names."""
    return frozenset(found["name"] for found in _CLAUSE.finditer(condition))


def _in_order(rule: HouseRule) -> list[str]:
    """The names in a rule as they are written, those of what must hold first."""
    written = re.findall(r"\w+", f"{rule.must} {rule.when}")
    return [name for name in dict.fromkeys(written) if name in names_named(rule)]


def _place(rule: HouseRule, view: _View, deal: Deal) -> Place:
    """The line of the deal that breaks a rule: where it gives a value, or speaks of a clause or a role."""
    for name in _in_order(rule):
        if name in view.own:
            return view.own[name]
        for key, given in (("values", deal.values), ("parties", deal.parties)):
            if name in given:
                return deal.place(key, name)
    for clause in sorted(clauses_named(rule)):
        for key, said in (("clauses", deal.clauses), ("add", deal.add)):
            if clause in said:
                return deal.place(key, clause)
    return deal.place("agreement")


def _facts(rule: HouseRule, facts: Facts) -> Iterator[tuple[str, str]]:
    """The values that a rule names, each with its words."""
    for name in _in_order(rule):
        value = facts.values.get(name)
        if isinstance(value, Known):
            yield name, "" if value._value is None else str(value)


# ---- what is told ---------------------------------------------------------------------------------------------------


def _broken(asked: Judged, rule: HouseRule, deal: Deal) -> Finding:
    said = ", ".join(f"{name} is {words}" for name, words in asked.facts if words)
    message = f"{rule.message.rstrip('.')}{f' ({said})' if said else ''}: the policy's rule {asked.name!r}"
    if rule.approval:
        example = f"`exceptions: {{{asked.name}: {{because: …, approved_by: …}}}}`"
        way = f"or have {' or '.join(rule.approval)} approve an exception, {example}"
    else:
        way = "nobody may approve an exception"
    hint = "; ".join(filter(None, (rule.hint.rstrip("."), way)))
    final = deal.status == "final" and rule.severity != "info"
    return POLICY.at(asked.place, message, hint, "error" if final else rule.severity)


def _exception_wrong(asked: Judged, rule: HouseRule, deal: Deal) -> Finding | None:
    """What is wrong with the exception that a deal has from a rule."""
    if (said := deal.exceptions.get(asked.name)) is None:
        return None
    place = deal.place("exceptions", asked.name)
    if asked.verdict == "kept":
        message = f"the deal keeps the rule {asked.name!r}, from which this excepts it"
        return EXCEPTION.at(place, message, "remove the exception")
    if not said.because.strip():
        return EXCEPTION.at(place, f"this exception from {asked.name!r} does not say why", "add `because: …`")
    if not rule.approval:
        return EXCEPTION.at(place, f"nobody may approve an exception from {asked.name!r}", rule.hint)
    if not said.approved_by.strip():
        who = " or ".join(rule.approval)
        return EXCEPTION.at(place, f"nobody has approved this exception from {asked.name!r}", f"{who} may")
    parts = {part.strip().casefold() for part in re.split(r"[,;()]", said.approved_by)}
    if not parts & {each.casefold() for each in rule.approval}:
        message = f"{said.approved_by!r} may not approve an exception from {asked.name!r}"
        at = deal.place("exceptions", asked.name, "approved_by")
        return EXCEPTION.at(at, message, f"{' or '.join(rule.approval)} may")
    return None


def _idle(policy: Policy, judged: list[Judged], deal: Deal) -> Iterator[Finding]:
    """Exceptions from rules that there are not, or that are not asked of this deal."""
    for name in deal.exceptions:
        place = deal.place("exceptions", name)
        if name not in policy.rules:
            hint = did_you_mean(name, policy.rules)
            yield EXCEPTION.at(place, f"the policy has no rule {name!r}", hint, "error")
        elif name not in {each.name for each in judged}:
            message = f"the rule {name!r} is not asked of this deal, and the exception excepts nothing"
            yield EXCEPTION.at(place, message, "remove the exception")
