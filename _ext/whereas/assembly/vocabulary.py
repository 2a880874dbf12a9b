"""What authors write in contract text: what our directives and roles are, each by its name in `markup_names`."""

from __future__ import annotations

from typing import Any

from docutils.parsers.rst import Directive

from whereas.assembly import directives, roles
from whereas.assembly.markup_names import OurDirective, OurRole

DIRECTIVES: dict[str, type[Directive]] = {
    OurDirective.CLAUSE.value: directives.ClauseDirective,
    OurDirective.AGREEMENT.value: directives.AgreementBodyDirective,
    OurDirective.PARTIES.value: directives.PartiesDirective,
    OurDirective.DEFINITIONS.value: directives.DefinitionsDirective,
    OurDirective.TERM_INDEX.value: directives.TermIndexDirective,
    OurDirective.KEY_TERMS.value: directives.KeyTermsDirective,
    OurDirective.ROWS.value: directives.RowsDirective,
    OurDirective.SIGNATURES.value: directives.SignaturesDirective,
}
ROLES: dict[str, Any] = {
    OurRole.CLAUSE.value: roles.ReferenceRole(OurRole.CLAUSE.value),
    OurRole.NUMBER.value: roles.ReferenceRole(OurRole.NUMBER.value),
    OurRole.CLAUSE_TITLE.value: roles.ReferenceRole(OurRole.CLAUSE_TITLE.value),
    OurRole.SHORT.value: roles.ReferenceRole(OurRole.SHORT.value),
    OurRole.ABOVE.value: roles.ReferenceRole(OurRole.ABOVE.value),
    OurRole.THIS.value: roles.ThisRole(),
    OurRole.DEFINE.value: roles.DefineRole(),
    OurRole.NO_TERM.value: roles.NoTermRole(),
    OurRole.ITEM.value: roles.ItemRole(),
    OurRole.SENTENCE.value: roles.PartRole(OurRole.SENTENCE.value),
    OurRole.PARAGRAPH.value: roles.PartRole(OurRole.PARAGRAPH.value),
}
