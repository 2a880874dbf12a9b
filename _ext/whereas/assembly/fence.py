"""What contract text may have of Sphinx and MyST: it comes from people whom one does not know, so all else is refused.

Nothing in it runs, reads a file that is not named as a picture or a download, or fetches anything. A project adds
directives and roles of its own in conf.py, as `whereas_directives` and `whereas_roles`; on ordinary pages all is as in
Sphinx.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docutils import nodes

from whereas.assembly.marks import SLOT
from whereas.assembly.markup_names import DIRECTIVES, ROLES
from whereas.library.rule import Rule

CONTRACT_TEXT = Rule(
    "contract-text",
    "Contract text has only directives, roles, formulas and addresses that can do no harm, whoever wrote it.",
    bad="1. The seller delivers [there](ftp://example.com/).",
    good="1. The seller delivers [there](https://example.com/).",
)

#: Boxes, pictures, tables, quotations, code: what only sets words, whichever they are.
_DIRECTIVES = """admonition attention caution danger error hint important note seealso tip warning topic sidebar rubric
centered container compound epigraph highlights pull-quote parsed-literal hlist glossary index figure image table
list-table csv-table math code code-block sourcecode card dropdown grid grid-item grid-item-card tab-set tab-item
tab-set-code versionadded versionchanged versionremoved deprecated
button-link button-ref div"""
#: Words in another look, and references, which lead within the site.
_ROLES = """emphasis strong literal code math subscript sub superscript sup title-reference title t abbreviation ab
acronym ac abbr command dfn file guilabel kbd menuselection samp program regexp manpage mimetype newsgroup index doc ref
any numref term eq math:numref option envvar token keyword download rfc rfc-reference rfc_reference pep pep-reference
cve cwe"""
#: The schemes of links, beside links without one, which lead within the site.
_SCHEMES = ("http", "https", "mailto", "tel")
#: Commands of TeX that only set a formula, and environments.
_COMMANDS = """alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho
varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
frac dfrac tfrac cfrac binom sqrt sum prod int iint oint lim limsup liminf max min sup inf log ln lg exp sin cos tan cot
arcsin arccos arctan sinh cosh tanh det dim deg gcd mod bmod pmod pm mp times div cdot cdots ldots dots vdots ddots ast
star circ bullet oplus otimes le leq ge geq ne neq eq approx equiv sim simeq cong propto ll gg in notin ni subset
subseteq supset supseteq cup cap setminus emptyset varnothing forall exists nexists neg lnot land lor wedge vee to gets
mapsto rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow implies iff uparrow downarrow infty
partial nabla prime hbar ell Re Im angle triangle perp parallel mid nmid left right middle big Big bigg Bigg bigl bigr
Bigl Bigr lfloor rfloor lceil rceil langle rangle lvert rvert lVert rVert vert Vert lbrace rbrace lbrack rbrack hat bar
vec dot ddot tilde widehat widetilde overline underline overbrace underbrace overset underset stackrel text textrm
textbf textit texttt textsf textup mathrm mathbf mathit mathsf mathtt mathbb mathcal mathfrak mathnormal operatorname
boldsymbol displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits quad qquad begin end substack nonumber
notag tag hline colon backslash degree euro pounds percent cancel boxed phantom hphantom vphantom smash not"""
_SETTINGS = """aligned alignedat align align* alignat alignat* gather gather* gathered split equation equation* multline
multline* cases matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array"""
_MATH, _ENVIRONMENTS = frozenset(_COMMANDS.split()), frozenset(_SETTINGS.split())
_COMMAND = re.compile(r"\\([A-Za-z@]+)\*?|(\\[^A-Za-z@]|\\\Z)")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*(?:\{([^{}]*)\})?")


@dataclass(frozen=True)
class Fence:
    """The names of directives and roles that a text may use."""

    directives: frozenset[str]
    roles: frozenset[str]

    @classmethod
    def with_own(cls, directives: Iterable[str] = (), roles: Iterable[str] = ()) -> Fence:
        """The fence with those that conf.py adds; never a condition of Sphinx's, which hides nothing from a PDF."""
        return cls(
            frozenset({*_DIRECTIVES.split(), *DIRECTIVES, *directives} - {"only", "ifconfig"}),
            frozenset({*_ROLES.split(), *ROLES, *roles}),
        )

    def refuses_directive(self, name: str) -> bool:
        """Whether a text may not have a directive."""
        return name.lower() not in self.directives

    def refuses_role(self, name: str) -> bool:
        """Whether a text may not have a role; those that sphinx-design makes of badges are only a look."""
        name = name.lower().removeprefix("std:")
        return name not in self.roles and not re.fullmatch(r"bdg(-[a-z]+)*", name)


def refused(kind: str, name: str) -> tuple[str, str]:
    """What to say of a directive or a role that is not allowed, and what to do."""
    if name.lower() in ("only", "ifconfig"):
        return f"the directive {name!r} cannot stand in contract text, which says the same to all", "use `{% if … %}`"
    setting = f"whereas_{kind}s"
    message = f"the {kind} {name!r} cannot stand in contract text, which may come from anyone"
    return message, f"put it on an ordinary page, or name it in `{setting}` in conf.py, if it can do no harm"


def harms_of(node: nodes.Node) -> Iterator[tuple[nodes.Element, str, str]]:
    """The formulas, links and pictures below a node that are refused: each, what is wrong, and what to do."""
    for each in node.findall(nodes.Element):
        if isinstance(each, nodes.math | nodes.math_block):
            for name in _unknown_math(each.astext()):
                yield each, f"{name} is no part of a formula that is known", "write the formula without it"
        elif isinstance(each, nodes.image):
            if is_remote(str(each.get("uri", ""))):
                yield each, *remote_picture(str(each["uri"]))
        elif found := harm_of_address(str(each.get("refuri", ""))):
            yield each, *found


def is_remote(address: str) -> bool:
    """Whether a picture is not a file of the project, nor written out where it stands."""
    return not address.startswith("data:image/") and bool(re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)", address))


def remote_picture(address: str) -> tuple[str, str]:
    """What to say of a picture that would be fetched."""
    return f"the picture {address[:80]!r} is no file of the project", "copy it into the project, and name the file"


def harm_of_address(address: str) -> tuple[str, str] | None:
    """What is wrong with the address of a link, and what to do; None if nothing is."""
    found = re.match(r"[\x00-\x20]*([^/?#:]*):", address)
    scheme = re.sub(r"[\x00-\x20]", "", found[1]).lower() if found else ""
    if not found or scheme in _SCHEMES:
        return None
    if SLOT.search(scheme):
        return "a value is the scheme of an address here", "begin the address with https://, mailto: or tel:"
    return f"a link cannot lead to {address[:80]!r}", f"links begin with {', '.join(_SCHEMES[:-1])} or {_SCHEMES[-1]}"


def _unknown_math(formula: str) -> Iterator[str]:
    """The commands of a formula that are none of those known, each once."""
    names: dict[str, Any] = {}
    for found in _COMMAND.finditer(formula):
        if found[1] and found[1] not in _MATH:
            names[f"\\{found[1]}"] = None
    for found in _ENVIRONMENT.finditer(formula):
        if found[1] not in _ENVIRONMENTS:
            names[re.sub(r"\s", "", found[0])] = None
    if "^^" in formula:  # which TeX reads as any other character
        names["^^"] = None
    yield from names
