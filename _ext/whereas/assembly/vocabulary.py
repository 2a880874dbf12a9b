"""What authors write in contract text: the names of our directives and roles."""

from __future__ import annotations

from typing import Any

from docutils.parsers.rst import Directive

from whereas.assembly import directives, roles

DIRECTIVES: dict[str, type[Directive]] = {
    "clause": directives.ClauseDirective,
    "agreement": directives.AgreementBodyDirective,
    "parties": directives.PartiesDirective,
    "definitions": directives.DefinitionsDirective,
    "term-index": directives.TermIndexDirective,
    "key-terms": directives.KeyTermsDirective,
    "signatures": directives.SignaturesDirective,
}
ROLES: dict[str, Any] = {
    "clause": roles.ReferenceRole("clause"),
    "number": roles.ReferenceRole("number"),
    "clause-title": roles.ReferenceRole("clause-title"),
    "short": roles.ReferenceRole("short"),
    "above": roles.ReferenceRole("above"),
    "this": roles.ThisRole(),
    "define": roles.DefineRole(),
    "no-term": roles.NoTermRole(),
    "item": roles.ItemRole(),
}
