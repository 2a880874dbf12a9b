"""The words of the frame, by language: what the program itself writes into contracts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Phrases:
    """The words of one language; the defaults are the English ones.

    What stands in braces is filled in: `{a}` is "a" or "an", as the word after it asks.
    """

    # roles and terms
    the: str = "the"
    many: tuple[tuple[str, str], ...] = (("the", "the"),)  # the article of several, by that of one
    term: str = "{article}{open}{term}{close}"  # a term where it is defined
    party: str = "party"
    parties: str = "parties"
    each_of: str = "each of"
    both: str = "both"
    all: str = "all"
    means: str = "means"
    meaning_given: str = "has the meaning given in"
    alternative: str = "or"
    used_in: str = "Used in"
    cited_in: str = "Cited in"
    term_index: tuple[str, str, str, str] = ("Term", "Defined in", "Page", "Used in")
    meanings: tuple[str, ...] = ("means ", "includes ", "has the meaning", "have the meaning")
    other_agreement: str = "of the {title}"
    this_agreement: str = "of this agreement"
    range: str = "to"
    above: str = "{cited} above"
    below: str = "{cited} below"

    # the heads of the key-terms sheet
    key_terms: tuple[str, str, str, str] = ("Term", "Value", "Used in", "Written in")

    # facts that are not known
    blank: str = "[{term}’s {fact}]"
    about: str = "The {fact} of the {term}."
    facts: Mapping[str, str] = field(default_factory=dict)  # by name, where they are not the English ones

    # who the parties are: each piece is left out where its fact is not known
    form_and_law: str = ", {a} {entity} formed under the law of {jurisdiction}"
    form: str = ", {a} {entity}"
    law: str = ", formed under the law of {jurisdiction}"
    register: str = " ({label} {number})"
    register_plain: str = " (registration number {number})"
    register_blank: str = " with registration number {number}"
    office: str = ", whose registered office is at {address}"
    home: str = ", of {address}"
    named: str = " ({one})"
    joint: str = "each of the following, together {many} and each {one}:"
    joint_alike: str = "each of the following, together and each {one}:"  # one and many are the same word
    one_of_many: str = "{a} {open}{term}{close}"
    between: str = ";"
    before_last: str = "; and"
    end: str = "."

    # signatures
    signed_for: str = "Signed for and on behalf of"
    signed_by: str = "Signed by"
    deed_for: str = "Executed as a deed by"
    deed_by: str = "Signed as a deed by"
    acting_by: str = "acting by {signatories}"
    signatory: str = "{name}, {a} {title}"
    presence: str = "in the presence of:"
    each_presence: str = "each in the presence of:"
    signature: str = "Signature"
    by: str = ""  # the same of who signs for another, where that has a word of its own
    name: str = "Name"
    title: str = "Title"
    place: str = "Place"
    date: str = "Date"
    witness: str = "Witness"
    address: str = "Address"
    occupation: str = "Occupation"


ENGLISH = Phrases()
AMERICAN = replace(
    ENGLISH,
    range="through",
    form_and_law=", {a} {entity} organized under the laws of {jurisdiction}",
    law=", organized under the laws of {jurisdiction}",
    office=", with its principal office at {address}",
    home=", an individual residing at {address}",
    signed_for="Signed on behalf of",
    by="By",
)
GERMAN = Phrases(
    the="",
    many=(("der", "die"), ("die", "die"), ("das", "die")),
    party="Partei",
    parties="Parteien",
    each_of="jede der",
    both="beide",
    all="alle",
    means="bezeichnet",
    meaning_given="hat die Bedeutung gemäß",
    alternative="oder",
    used_in="Verwendet in",
    cited_in="Zitiert in",
    term_index=("Begriff", "Definiert in", "Seite", "Verwendet in"),
    meanings=("bezeichnet ", "bedeutet ", "ist ", "sind ", "umfasst ", "hat die Bedeutung", "haben die Bedeutung"),
    other_agreement="des Vertrags „{title}“",
    this_agreement="dieses Vertrags",
    range="bis",
    above="{cited} oben",
    below="{cited} unten",
    key_terms=("Begriff", "Wert", "Verwendet in", "Geschrieben in"),
    blank="[{term}: {fact}]",
    about="{term}: {fact}.",
    facts={
        "name": "Name oder Firma",
        "short": "Kurzname",
        "kind": "Art",
        "entity": "Rechtsform",
        "jurisdiction": "Gründungsstaat",
        "registration": "Registernummer",
        "register": "Register",
        "address": "Anschrift",
        "tax_id": "Steuernummer",
        "email": "E-Mail-Adresse",
        "attention": "Ansprechperson",
        "notice_address": "Zustellanschrift",
        "signatory": "Unterzeichnende Person",
    },
    form_and_law=", {entity} nach dem Recht von {jurisdiction}",
    form=", {entity}",
    law=", gegründet nach dem Recht von {jurisdiction}",
    register=", {label} {number}",
    register_plain=", Registernummer {number}",
    register_blank=", Registernummer {number}",
    office=", mit Geschäftsanschrift {address}",
    home=", wohnhaft {address}",
    named=" (nachfolgend {one})",
    joint="die folgenden Personen, nachfolgend gemeinsam {many} und einzeln jeweils {one}:",
    joint_alike="die folgenden Personen, nachfolgend gemeinsam und einzeln {one}:",
    one_of_many="{article}{open}{term}{close}",
    before_last="; und",
    signed_for="Unterzeichnet für",
    signed_by="Unterzeichnet von",
    deed_for="Als Urkunde (deed) ausgefertigt von",
    deed_by="Als Urkunde (deed) ausgefertigt von",
    acting_by="handelnd durch {signatories}",
    signatory="{name}, {title}",
    presence="in Gegenwart von:",
    each_presence="jeweils in Gegenwart von:",
    signature="Unterschrift",
    title="Funktion",
    place="Ort",
    date="Datum",
    witness="Zeuge",
    address="Anschrift",
    occupation="Beruf",
)
FRENCH = Phrases(
    the="",
    many=(("le", "les"), ("la", "les"), ("l’", "les")),
    term="{open}{article}{term}{close}",
    party="partie",
    parties="parties",
    each_of="chacune des",
    both="les deux",
    all="toutes les",
    means="désigne",
    meaning_given="a le sens donné à",
    alternative="ou",
    used_in="Utilisé à",
    cited_in="Cité à",
    term_index=("Terme", "Défini à", "Page", "Utilisé à"),
    meanings=("désigne ", "désignent ", "signifie ", "s’entend ", "comprend ", "inclut ", "a le sens", "ont le sens"),
    other_agreement=f"du contrat «{NBSP}{{title}}{NBSP}»",
    this_agreement="du présent contrat",
    range="à",
    above="{cited} ci-dessus",
    below="{cited} ci-dessous",
    key_terms=("Terme", "Valeur", "Utilisé à", "Écrit dans"),
    blank=f"[{{term}}{NBSP}: {{fact}}]",
    about=f"{{term}}{NBSP}: {{fact}}.",
    facts={
        "name": "nom ou dénomination sociale",
        "short": "nom usuel",
        "kind": "nature",
        "entity": "forme juridique",
        "jurisdiction": "pays d’immatriculation",
        "registration": "numéro d’immatriculation",
        "register": "registre",
        "address": "adresse",
        "tax_id": "numéro fiscal",
        "email": "adresse électronique",
        "attention": "personne à qui notifier",
        "notice_address": "adresse de notification",
        "signatory": "signataire",
    },
    form_and_law=", {entity} régie par le droit de {jurisdiction}",
    form=", {entity}",
    law=", régie par le droit de {jurisdiction}",
    register=", {label} {number}",
    register_plain=", immatriculée sous le numéro {number}",
    register_blank=", immatriculée sous le numéro {number}",
    office=", dont le siège social est situé {address}",
    home=", demeurant {address}",
    named=" (ci-après {one})",
    joint=f"chacune des personnes suivantes, ci-après ensemble {{many}} et individuellement {{one}}{NBSP}:",
    joint_alike=f"chacune des personnes suivantes, ci-après ensemble et individuellement {{one}}{NBSP}:",
    one_of_many="{open}{article}{term}{close}",
    between=f"{NBSP};",
    before_last=f"{NBSP}; et",
    signed_for="Signé au nom et pour le compte de",
    signed_by="Signé par",
    deed_for="Signé en la forme d’un acte (deed) par",
    deed_by="Signé en la forme d’un acte (deed) par",
    acting_by="agissant par {signatories}",
    signatory="{name}, {title}",
    presence=f"en présence de{NBSP}:",
    each_presence=f"chacun en présence de{NBSP}:",
    name="Nom",
    title="Qualité",
    place="Lieu",
    witness="Témoin",
    address="Adresse",
    occupation="Profession",
)
SPANISH = Phrases(
    the="",
    many=(("el", "los"), ("la", "las")),
    party="parte",
    parties="partes",
    each_of="cada una de las",
    both="ambas",
    all="todas las",
    means="significa",
    meaning_given="tiene el significado dado en",
    alternative="o",
    used_in="Usado en",
    cited_in="Citado en",
    term_index=("Término", "Definido en", "Página", "Usado en"),
    meanings=("significa ", "significan ", "designa ", "incluye ", "tiene el significado", "tienen el significado"),
    other_agreement="del contrato «{title}»",
    this_agreement="del presente contrato",
    range="a",
    above="{cited} anterior",
    below="{cited} siguiente",
    key_terms=("Término", "Valor", "Usado en", "Escrito en"),
    blank="[{term}: {fact}]",
    about="{term}: {fact}.",
    facts={
        "name": "nombre o denominación social",
        "short": "nombre abreviado",
        "kind": "tipo",
        "entity": "forma jurídica",
        "jurisdiction": "país de constitución",
        "registration": "número de registro",
        "register": "registro",
        "address": "domicilio",
        "tax_id": "número de identificación fiscal",
        "email": "correo electrónico",
        "attention": "persona de contacto",
        "notice_address": "domicilio a efectos de notificaciones",
        "signatory": "firmante",
    },
    form_and_law=", {entity} constituida conforme al derecho de {jurisdiction}",
    form=", {entity}",
    law=", constituida conforme al derecho de {jurisdiction}",
    register=", provista de {label} {number}",
    register_plain=", inscrita con el número de registro {number}",
    register_blank=", inscrita con el número de registro {number}",
    office=", con domicilio social en {address}",
    home=", con domicilio en {address}",
    named=" (en adelante, {one})",
    joint="cada una de las siguientes personas, en adelante, conjuntamente, {many} y, cada una de ellas, {one}:",
    joint_alike="cada una de las siguientes personas, en adelante, conjunta e individualmente, {one}:",
    one_of_many="{article}{open}{term}{close}",
    before_last="; y",
    signed_for="Firmado en nombre y representación de",
    signed_by="Firmado por",
    deed_for="Otorgado en forma de escritura (deed) por",
    deed_by="Otorgado en forma de escritura (deed) por",
    acting_by="representada por {signatories}",
    signatory="{name}, {title}",
    presence="en presencia de:",
    each_presence="cada uno en presencia de:",
    signature="Firma",
    name="Nombre",
    title="Cargo",
    place="Lugar",
    date="Fecha",
    witness="Testigo",
    address="Domicilio",
    occupation="Profesión",
)
