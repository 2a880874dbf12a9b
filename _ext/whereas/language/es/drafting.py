"""What a careful reader of Spanish drafts looks for."""

from __future__ import annotations

from whereas.language.drafting_words import DraftingWords, PlainWords

_LENGTH = r"(?P<length>[\w-]+(?: \(\d+\))? (?:días?|semanas?|mes(?:es)?|años?))"
_DONE = (
    r"pagad[oa]s?|entregad[oa]s?|prestad[oa]s?|presentad[oa]s?|devuelt[oa]s?|enviad[oa]s?|comunicad[oa]s?"
    r"|realizad[oa]s?"
    r"|destruid[oa]s?|borrad[oa]s?|reembolsad[oa]s?|conservad[oa]s?|emitid[oa]s?"
)
DRAFTING = DraftingWords(
    attached=r"anexos?|apéndices?",
    signing=r"firmas?|firmantes?|suscripción",
    survives=r"sobreviv(?:e|en|irán|irá)|(?:seguirán?|continuarán?) (?:en vigor|aplicándose)|supervivencia",
    this=r"est[ae]|presente",
    until=r"al?|hasta(?: el)?|–|—|-",
    totals=r"(?:sub)?total(?:es)?|suma|importe total",
    shares=r"participaci(?:ón|ones)|partes?|cuotas?|repart\w+|proporci(?:ón|ones)",
    sums=r"precio|suma|importe|cantidad|honorarios|tarifa|pagos?|depósito|fianza|límite|renta|salario|costes?",
    sums_are=r"de|es de|será de|son de|a",
    after_sums=r"es|son|será|por|para|el|la|en|a|al|y|o|dentro|si|antes|después|desde|más",
    is_a=r"(?:que es )?(?:un )?",
    currencies=r"euros?|dólares|libras|francos|céntimos",
    any_of=r"todos|todas|cada|una?|uno|siguientes?|cualquiera|ninguna?|ninguno|ambos|ambas|orden|al menos|solo|sólo",
    within=r"en (?:un|el) plazo de|dentro de(?: los)?|en el plazo máximo de",
    runs_from=(
        r"después|desde|tras|a partir|siguientes?|antes|cuando|si|una vez|recepción|contar|contados?|en caso"
        r"|cada (?:vez|día|mes|año|trimestre)"
        r"|hasta|luego"
    ),
    runs_on=r"de|del|al|en",
    begins_on=r"al|a|en caso|desde|en",
    duty=rf"\b(?:deberán?|deben?|tendrán? que) ser (?P<verb>{_DONE})\b",
    doer=r"\bpor (?!(?:correo|escrito|transferencia|cheque|ley|mensajer\w+|día|mes|año)\b)",
    notice=rf"preaviso (?:por escrito )?de {_LENGTH}",
    term=rf"(?:duración|plazo|periodo|período) (?:inicial|mínim[oa])? ?(?:de|es de|será de) {_LENGTH}",
    telephone=r"teléfono|tel\.?|tfno\.?|móvil|fax",
    defined=r"\s*(?:significa|significan|se entiende)\b",
    calls=r"(?:(?:en adelante|en lo sucesivo|denominad[oa]s?|la|el|los|las|una?|conjuntamente|y|o|,)\s*)*",
    more_quotes=("“”",),
)
PLAIN = PlainWords(
    wordy={
        r"(?:ante|arriba |abajo |supra)(?:dich[oa]s?|citad[oa]s?|mencionad[oa]s?)": "este, o el",
        r"el mismo|la misma": "él, ella, o el sustantivo",
        r"en virtud de": "según",
        r"no obstante lo anterior": "pero",
        r"a los efectos de": "para",
        r"a efectos de": "para",
        r"en el supuesto de que": "si",
        r"en caso de que": "si",
        r"con carácter previo a": "antes de",
        r"con posterioridad a": "después de",
        r"nulo y sin efecto": "nulo",
        r"vendrá obligad[oa] a": "debe",
        r"queda obligad[oa] a": "debe",
        r"está facultad[oa] para": "puede",
        r"el presente contrato|la presente": "este contrato",
        r"todos y cada uno": "todos",
        r"mutatis mutandis": "con los cambios necesarios",
        r"a tenor de": "según",
        r"por medio de la presente": "",
    },
    either=r"y\s?/\s?o",
    twice_not=r"\bno (?:\w+ )?(?:in(?:válid|capaz|adecuad)\w*|sin)\b",
    gendered=r"\b(?:él/ella|ella/él|el/la|los/las)\b",
)
