"""English: what the program itself writes into contracts, in Britain and in America."""

from __future__ import annotations

import re
from dataclasses import replace

from whereas.language.en.articles import a_or_an
from whereas.language.frame import Phrases, Sheets
from whereas.language.style_words import CitedWords, LabelWords, PartWords, StyleWords

#: Offices of which a company has one.
_SINGLE = re.compile(r".*secretary|president|chief .*|c[efo]o|chair|chair(?:man|woman|person)")


def _office(title: str) -> tuple[str, str]:
    """An office as it follows a name, and its article: `director`, `a`."""
    title = " ".join(word if word.isupper() else word.lower() for word in title.split())
    return title, "its" if _SINGLE.fullmatch(title.lower()) else a_or_an(title)


PHRASES = Phrases(
    the="the",
    many=(("the", "the"),),
    party="party",
    parties="parties",
    each_of="each of",
    both="both",
    all="all",
    article_of_party="the",
    means="means",
    definition_of="the definition of {term}",
    meaning_given="has the meaning given in",
    alternative="or",
    used_in="Used in",
    cited_in="Cited in",
    term_index=("Term", "Defined in", "Page", "Used in"),
    meanings=("means ", "includes ", "has the meaning", "have the meaning"),
    other_agreement="of the {title}",
    this_agreement="of this agreement",
    range="to",
    above="{cited} above",
    below="{cited} below",
    total="Total",
    key_terms=("Term", "Value", "Used in", "Written in"),
    blank="[{term}’s {fact}]",
    about="The {fact} of the {term}.",
    facts={
        "name": "legal name",
        "short": "short name",
        "trading_name": "trading name",
        "kind": "kind",
        "entity": "legal form",
        "jurisdiction": "jurisdiction",
        "born": "date of birth",
        "registration": "registration number",
        "register": "register",
        "court": "register court",
        "address": "address",
        "tax_id": "tax number",
        "email": "e-mail",
        "attention": "person for notices",
        "notice_address": "address for notices",
        "signatory": "signatory",
    },
    trading_as=", trading as {name}",
    form_and_law=", {a} {entity} formed under the law of {jurisdiction}",
    form=", {a} {entity}",
    law=", formed under the law of {jurisdiction}",
    register=" ({label} {number})",
    register_plain=" (registration number {number})",
    register_blank=" with registration number {number}",
    register_court=" (registered with {court}, {label} {number})",
    register_court_plain=" (registered with {court} under number {number})",
    office=", whose registered office is at {address}",
    born=", born on {date}",
    home=", of {address}",
    represented=", acting by {agents}",
    represented_by=", represented by {agents}",
    agent="its {title}, {name}{register}",
    in_turn=", acting by {agents}",
    named=" ({one})",
    joint="each of the following, together {many} and each {one}:",
    joint_alike="each of the following, together and each {one}:",
    one_of_many="{a} {open}{term}{close}",
    before_last="; and",
    signed_for="Signed for and on behalf of",
    signed_by="Signed by",
    deed_for="Executed as a deed by",
    deed_by="Signed as a deed by",
    acting_by="acting by {signatories}",
    signatory="{name}, {a} {title}",
    office_of=_office,
    presence="in the presence of:",
    each_presence="each in the presence of:",
    signature="Signature",
    name="Name",
    title="Title",
    place="Place",
    date="Date",
    witness="Witness",
    address="Address",
    occupation="Occupation",
    on_behalf="For",
    witnesses="Witnessed by:",
    notary="Before me:",
    notary_lines=("Notary public", "Name", "Place", "Date", "Seal"),
)
AMERICAN_PHRASES = replace(
    PHRASES,
    range="through",
    form_and_law=", {a} {entity} organized under the laws of {jurisdiction}",
    law=", organized under the laws of {jurisdiction}",
    office=", with its principal office at {address}",
    born=", born on {date}",
    home=", an individual residing at {address}",
    home_of_form=" residing at {address}",
    trading_as=", doing business as {name}",
    signed_for="Signed on behalf of",
    by="By",
    notary="Acknowledged before me:",
    notary_lines=("Notary public", "Name", "State of", "County of", "Date", "Commission expires"),
)

SHEETS = Sheets(
    contents="Contents",
    page="Page {page} of {pages}",
    joining="and",
    date="Effective date: {date}",
    version="Version {version}",
    fingerprint="Fingerprint {fingerprint}",
    not_for_signature="Not for signature",
    review="Review copy",
    statuses={"draft": "Draft", "final": "Final", "template": "Template"},
)

STYLE_WORDS = StyleWords(
    labels=LabelWords("Article", "Section", "Schedule", "Exhibit", "Annex", "Appendix", "Part", "Table"),
    cited=CitedWords(
        clause=("clause", "clauses"),
        section=("Section", "Sections"),
        article=("Article", "Articles"),
        paragraph=("paragraph", "paragraphs"),
        recital=("recital", "recitals"),
        party=("party", "parties"),
    ),
    letter=("paragraph", "paragraphs"),
    sentence=PartWords("sentence", "the {n} sentence", "the {n} sentences", " of ", leads=True, spelled=True),
    paragraph=PartWords("paragraph", "the {n} paragraph", "the {n} paragraphs", " of ", leads=True, spelled=True),
    conjunction="and",
    of="of",
    this="this",
    reserved="[Intentionally omitted]",
    quotes=("“", "”"),
)
