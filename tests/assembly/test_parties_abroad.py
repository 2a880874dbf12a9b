"""The parties and their signatures in other languages, read through as sentences."""

from __future__ import annotations

import pytest
from casts import INDEX, PARTY_FILES, beside, deal, introduced, page, signed
from projects import Built, Project

ENTITIES = {
    "de": ("Gesellschaft mit beschränkter Haftung", "Deutschland", "Amtsgericht Leipzig", "Geschäftsführerin"),
    "fr": ("société à responsabilité limitée", "la France", "RCS Lyon", "gérante"),
    "es": ("sociedad de responsabilidad limitada", "España", "NIF", "Administradora"),
    "en-US": ("corporation", "the State of Delaware", "file number", "President"),
}
FOREIGN = {
    "de": "seller: {term: Verkäufer, plural: Verkäufer, article: der}, buyer: {term: Gesellschaft, article: die}, "
    "agent: Maklerin",
    "fr": "seller: {term: Vendeur, plural: Vendeurs, article: le}, buyer: {term: Société, article: la}, "
    "agent: {term: Agent, article: l’}",
    "es": "seller: {term: Vendedor, plural: Vendedores, article: el}, buyer: {term: Sociedad, article: la}, "
    "agent: Agente",
    "en-US": "seller: Seller, buyer: Company, agent: Agent",
}


@pytest.fixture(scope="module")
def abroad(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    project = Project(tmp_path_factory.mktemp("abroad"))
    files = {name: PARTY_FILES[name] for name in ("parties/ann.yaml", "parties/bob.yaml")} | {"index.md": INDEX}
    for locale, (entity, law, register, title) in ENTITIES.items():
        files[f"parties/{locale}.yaml"] = f"""
            name: Acme
            entity: {entity}
            jurisdiction: {law}
            registration: {{label: {register}, number: "417"}}
            address: [1 Foundry Lane, Bristol]
            signatories: [{{name: Ada Moreau, title: {title}}}]
            """
        for form in ("agreement", "deed"):
            files[f"agreements/{locale}-{form}.md"] = page(FOREIGN[locale], form, locale)
            cast = {"seller": "[ann, bob]", "buyer": locale, "agent": beside("ann", "seller")}
            files[f"deals/{locale}-{form}.yaml"] = deal(f"{locale}-{form}", cast)
    project.write(files)
    return {builder: project.build(builder) for builder in ("outline", "html")}


def test_nothing_is_wrong_abroad(abroad: dict[str, Built]) -> None:
    assert [built.messages for built in abroad.values()] == ["", ""]


INTRODUCED = {
    "de": [
        "(1) die folgenden Personen, nachfolgend gemeinsam die „Verkäufer“ und einzeln jeweils der „Verkäufer“:",
        "(a) Ann Lee, wohnhaft 2 Hill Road, Leeds; und",
        "(b) Bob Novak, wohnhaft 3 Hill Road, Leeds;",
        "(2) Acme, Gesellschaft mit beschränkter Haftung nach dem Recht von Deutschland, Amtsgericht Leipzig 417, "
        "mit Geschäftsanschrift 1 Foundry Lane, Bristol (nachfolgend die „Gesellschaft“); und",
        "(3) Ann Lee, wohnhaft 2 Hill Road, Leeds (nachfolgend „Maklerin“).",
    ],
    "fr": [
        "(1) chacune des personnes suivantes, ci-après ensemble « les Vendeurs » et individuellement « le Vendeur » :",
        "(a) Ann Lee, demeurant 2 Hill Road, Leeds ; et",
        "(b) Bob Novak, demeurant 3 Hill Road, Leeds ;",
        "(2) Acme, société à responsabilité limitée régie par le droit de la France, RCS Lyon 417, dont le siège "
        "social est situé 1 Foundry Lane, Bristol (ci-après « la Société ») ; et",
        "(3) Ann Lee, demeurant 2 Hill Road, Leeds (ci-après « l’Agent »).",
    ],
    "es": [
        "(1) cada una de las siguientes personas, en adelante, conjuntamente, los «Vendedores» y, cada una de ellas, "
        "el «Vendedor»:",
        "(a) Ann Lee, con domicilio en 2 Hill Road, Leeds; y",
        "(b) Bob Novak, con domicilio en 3 Hill Road, Leeds;",
        "(2) Acme, sociedad de responsabilidad limitada constituida conforme al derecho de España, provista de NIF "
        "417, con domicilio social en 1 Foundry Lane, Bristol (en adelante, la «Sociedad»); y",
        "(3) Ann Lee, con domicilio en 2 Hill Road, Leeds (en adelante, «Agente»).",
    ],
    "en-US": [
        "(1) each of the following, together the “Sellers” and each a “Seller”:",
        "(a) Ann Lee, an individual residing at 2 Hill Road, Leeds; and",
        "(b) Bob Novak, an individual residing at 3 Hill Road, Leeds;",
        "(2) Acme, a corporation organized under the laws of the State of Delaware (file number 417), with its "
        "principal office at 1 Foundry Lane, Bristol (the “Company”); and",
        "(3) Ann Lee, an individual residing at 2 Hill Road, Leeds (the “Agent”).",
    ],
}
SIGNED = {
    "de": (
        "Unterzeichnet von Ann Lee Unterschrift Ort Datum",
        "Unterzeichnet von Bob Novak in Gegenwart von: Unterschrift Ort Datum Zeuge Name Anschrift Beruf",
        "Unterzeichnet für Acme Unterschrift Name Ada Moreau Funktion Geschäftsführerin Ort Datum",
        "Als Urkunde (deed) ausgefertigt von Acme handelnd durch Ada Moreau, Geschäftsführerin, in Gegenwart von: "
        "Unterschrift Name Ada Moreau Funktion Geschäftsführerin Ort Datum Zeuge Name Anschrift Beruf",
        "Als Urkunde (deed) ausgefertigt von Ann Lee in Gegenwart von: "
        "Unterschrift Ort Datum Zeuge Name Anschrift Beruf",
    ),
    "fr": (
        "Signé par Ann Lee Signature Lieu Date",
        "Signé par Bob Novak en présence de : Signature Lieu Date Témoin Nom Adresse Profession",
        "Signé au nom et pour le compte de Acme Signature Nom Ada Moreau Qualité gérante Lieu Date",
        "Signé en la forme d’un acte (deed) par Acme agissant par Ada Moreau, gérante, en présence de : "
        "Signature Nom Ada Moreau Qualité gérante Lieu Date Témoin Nom Adresse Profession",
        "Signé en la forme d’un acte (deed) par Ann Lee en présence de : "
        "Signature Lieu Date Témoin Nom Adresse Profession",
    ),
    "es": (
        "Firmado por Ann Lee Firma Lugar Fecha",
        "Firmado por Bob Novak en presencia de: Firma Lugar Fecha Testigo Nombre Domicilio Profesión",
        "Firmado en nombre y representación de Acme Firma Nombre Ada Moreau Cargo Administradora Lugar Fecha",
        "Otorgado en forma de escritura (deed) por Acme representada por Ada Moreau, Administradora, en presencia de: "
        "Firma Nombre Ada Moreau Cargo Administradora Lugar Fecha Testigo Nombre Domicilio Profesión",
        "Otorgado en forma de escritura (deed) por Ann Lee en presencia de: "
        "Firma Lugar Fecha Testigo Nombre Domicilio Profesión",
    ),
    "en-US": (
        "Signed by Ann Lee Signature Place Date",
        "Signed by Bob Novak in the presence of: Signature Place Date Witness Name Address Occupation",
        "Signed on behalf of Acme By Name Ada Moreau Title President Place Date",
        "Executed as a deed by Acme acting by Ada Moreau, its president, in the presence of: "
        "By Name Ada Moreau Title President Place Date Witness Name Address Occupation",
        "Signed as a deed by Ann Lee in the presence of: Signature Place Date Witness Name Address Occupation",
    ),
}


@pytest.mark.parametrize("locale", ENTITIES)
def test_the_parties_in_another_language(abroad: dict[str, Built], locale: str) -> None:
    assert introduced(abroad["outline"], f"deals/{locale}-agreement") == INTRODUCED[locale]


@pytest.mark.parametrize("locale", ENTITIES)
def test_signatures_in_another_language(abroad: dict[str, Built], locale: str) -> None:
    alone, witnessed, company, company_deed, deed = SIGNED[locale]
    assert signed(abroad["html"], f"deals/{locale}-agreement") == [alone, witnessed, company, alone]
    executed = signed(abroad["html"], f"deals/{locale}-deed")
    assert (executed[0], executed[2]) == (deed, company_deed)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("de", "Partei (1) Ziffer 1"),
        ("fr", "Partie (1) article 1"),
        ("es", "Parte (1) cláusula 1"),
        ("en-US", "Party (1) clause 1"),
    ],
)
def test_a_party_is_cited_in_the_language(abroad: dict[str, Built], locale: str, said: str) -> None:
    assert " ".join(abroad["outline"].cites(f"deals/{locale}-agreement")) == said


@pytest.mark.parametrize(
    ("locale", "blanks"),
    [
        (
            "de",
            "(3) [Maklerin: Name oder Firma], [Maklerin: Rechtsform] nach dem Recht von [Maklerin: Gründungsstaat], "
            "Registernummer [Maklerin: Registernummer], mit Geschäftsanschrift [Maklerin: Anschrift] "
            "(nachfolgend „Maklerin“).",
        ),
        (
            "fr",
            "(3) [Agent : nom ou dénomination sociale], [Agent : forme juridique] régie par le droit de [Agent : pays "
            "d’immatriculation], immatriculée sous le numéro [Agent : numéro d’immatriculation], dont le siège social "
            "est situé [Agent : adresse] (ci-après « l’Agent »).",
        ),
        (
            "es",
            "(3) [Agente: nombre o denominación social], [Agente: forma jurídica] constituida conforme al derecho de "
            "[Agente: país de constitución], inscrita con el número de registro [Agente: número de registro], con "
            "domicilio social en [Agente: domicilio] (en adelante, «Agente»).",
        ),
    ],
)
def test_nobody_yet_in_another_language(abroad: dict[str, Built], locale: str, blanks: str) -> None:
    assert introduced(abroad["outline"], f"agreements/{locale}-agreement")[-1] == blanks
