"""Faults of drafting in German, French and Spanish, and an agreement in Spanish of our own to write them into."""

from __future__ import annotations

from faults import Fault, items, sentence


def _sentences(*said: tuple[str, str]) -> list[Fault]:
    return [sentence(rule, text) for rule, text in said]


def _guesses(*said: tuple[str, str]) -> list[Fault]:
    return [sentence(rule, text, guess=True) for rule, text in said]


def _list(lead: str, *entries: str) -> str:
    return "\n".join((f"1. {lead}", *(f"   1. {each}" for each in entries)))


GERMAN = [
    *_sentences(
        ("words-and-figures", "Die Frist ist dreißig (60) Tage."),
        ("words-and-figures", "Die Frist ist zwei (3) Tage."),
        ("no-such-date", "Es endet am 31. Februar 2027."),
        ("no-such-date", "Es endet am Montag, den 15. Januar 2027."),
        ("no-such-time", "Es endet um 25:00 Uhr."),
        ("ends-before", "Es gilt vom 1. Mai 2027 bis zum 30. April 2027."),
        ("typed-reference", "Das gilt nach Ziffer 97.2."),
        ("typed-reference", "Das gilt nach Anlage 9."),
        ("typed-party", "Es gilt auch für Orion Freight Ltd."),
        ("unpaired", "Es endet (dann."),
        ("unpaired", "Es endet „dann."),
        ("quotes-foreign", "Es ist “{n}” genannt."),
        ("figures-form", "Es kostet EUR 5,000.00."),
        ("currency-missing", "Es ist eine Gebühr von 5.000 fällig."),
        ("shares", "Die Anteile sind 60 % und 50 %."),
        ("no-such-address", "Es hat die Adresse verkauf@acme."),
        ("defined-by-hand", "„{n}“ bezeichnet eine Gebühr."),
        ("defined-by-hand", "Es ist eine Gebühr (die „{n}-Gebühr“)."),
        ("placeholder", "Der Preis ist [●]."),
        ("placeholder", "Der Preis ist [{n} Preis einfügen]."),
        ("doubled-word", "Es endet mit mit {n}."),
        ("wordy", "Es endet seitens {n}."),
        ("and-or", "Es endet dann und/oder später."),
        ("twice-not", "Es ist nicht unzulässig."),
    ),
    *_guesses(
        ("limit-from-nothing", "Jede Partei muss innerhalb von 10 Tagen antworten."),
        ("duty-of-nobody", "Die Ware muss an {n} geliefert werden."),
    ),
    items("list-joins", _list("Die {n} GmbH liefert:", "Waren; und", "Teile; oder", "Pläne.")),
    items("list-unjoined", _list("Die {n} GmbH liefert:", "Waren;", "Teile;", "Pläne.")),
    items("list-end", _list("Die {n} GmbH liefert:", "Waren; und", "Teile")),
]
FRENCH = [
    *_sentences(
        ("words-and-figures", "Le délai est de trente (60) jours."),
        ("no-such-date", "Cela finit le 31 février 2027."),
        ("no-such-date", "Cela finit le lundi 15 janvier 2027."),
        ("no-such-time", "Cela finit à 25:00."),
        ("ends-before", "Cela vaut du 1er mai 2027 au 30 avril 2027."),
        ("typed-reference", "Cela vaut selon l’article 97.2."),
        ("typed-reference", "Cela vaut selon l’annexe 9."),
        ("typed-party", "Cela vaut aussi pour Orion Freight Ltd."),
        ("unpaired", "Cela finit (alors."),
        ("quotes-foreign", "Cela s’appelle „{n}“ ici."),
        ("figures-form", "Cela coûte EUR 5,000.00."),
        ("currency-missing", "Le prix est de 5 000 par mois."),
        ("shares", "Les parts sont de 60 % et de 50 %."),
        ("no-such-address", "L’adresse est vente@acme."),
        ("defined-by-hand", "« {n} » désigne une redevance."),
        ("placeholder", "Le prix est [●]."),
        ("placeholder", "Le prix est [insérer le prix {n}]."),
        ("doubled-word", "Cela finit avec avec {n}."),
        ("wordy", "Cela finit nonobstant {n}."),
        ("and-or", "Cela finit alors et/ou plus tard."),
    ),
    *_guesses(
        ("limit-from-nothing", "Chaque partie doit répondre dans un délai de 10 jours."),
        ("duty-of-nobody", "Les biens doivent être livrés à {n}."),
    ),
    items("list-joins", _list("La société {n} livre :", "des biens ; et", "des pièces ; ou", "des plans.")),
    items("list-unjoined", _list("La société {n} livre :", "des biens ;", "des pièces ;", "des plans.")),
    items("list-end", _list("La société {n} livre :", "des biens ; et", "des pièces")),
]
SPANISH = [
    *_sentences(
        ("words-and-figures", "El plazo es de treinta (60) días."),
        ("no-such-date", "Termina el 31 de febrero de 2027."),
        ("no-such-date", "Termina el lunes, 15 de enero de 2027."),
        ("no-such-time", "Termina a las 25:00."),
        ("ends-before", "Vale del 1 de mayo de 2027 al 30 de abril de 2027."),
        ("typed-reference", "Vale según la cláusula 97.2."),
        ("typed-reference", "Vale según el anexo 9."),
        ("typed-party", "Vale también para Orion Freight Ltd."),
        ("unpaired", "Termina (entonces."),
        ("quotes-foreign", "Se llama „{n}“ aquí."),
        ("figures-form", "Cuesta EUR 5,000.00."),
        ("currency-missing", "El precio es de 5.000 por mes."),
        ("shares", "Las participaciones son del 60 % y del 50 %."),
        ("no-such-address", "La dirección es venta@acme."),
        ("defined-by-hand", "«{n}» significa un canon."),
        ("placeholder", "El precio es [●]."),
        ("placeholder", "El precio es [insertar el precio {n}]."),
        ("doubled-word", "Termina con con {n}."),
        ("wordy", "Termina en virtud de {n}."),
        ("and-or", "Termina entonces y/o después."),
    ),
    *_guesses(
        ("limit-from-nothing", "Cada parte debe responder en un plazo de 10 días."),
        ("duty-of-nobody", "Los bienes deben ser entregados a {n}."),
    ),
    items("list-joins", _list("La sociedad {n} entrega:", "bienes; y", "piezas; o", "planos.")),
    items("list-unjoined", _list("La sociedad {n} entrega:", "bienes;", "piezas;", "planos.")),
    items("list-end", _list("La sociedad {n} entrega:", "bienes; y", "piezas")),
]
_SENTENCES = """
El arrendador entrega la nave al arrendatario en buen estado de uso.
El arrendatario usa la nave como almacén de sus mercancías.
El arrendatario no cede la nave a otros sin permiso escrito del arrendador.
El arrendador repara el tejado, los muros y las instalaciones comunes.
El arrendatario repara lo que él mismo haya dañado.
El arrendatario paga la renta por meses, mediante transferencia bancaria.
La renta se revisa cada año según el índice de precios de consumo.
El arrendatario paga el agua, la luz y el gas que consume.
El arrendador paga los impuestos que gravan la propiedad de la nave.
El arrendatario permite que el arrendador visite la nave con aviso previo.
El arrendatario asegura sus mercancías contra incendio y robo.
El arrendador asegura el edificio contra incendio y agua.
Las obras del arrendatario quedan en beneficio de la nave.
El arrendatario devuelve la nave limpia y vacía al final del contrato.
El arrendador devuelve la fianza cuando ha revisado la nave.
Cada parte comunica a la otra sus cambios de domicilio.
El contrato se rige por las leyes de España.
Los tribunales de Valencia resuelven las disputas entre las partes.
Cada parte guarda en secreto los datos económicos de la otra.
Los cambios del contrato se hacen por escrito.
"""
_TITLES = ("Uso", "Renta y gastos", "Visitas y seguros", "Devolución", "Disposiciones comunes")
_LEASE = "\n\n".join(
    f"## {title}\n\n" + "\n".join(f"1. {each}" for each in lines)
    for title, lines in zip(_TITLES, zip(*[iter(_SENTENCES.strip().splitlines())] * 4, strict=True), strict=True)
)
LEASE = {"agreements/nave.md": f"---\nagreement: {{locale: es}}\n---\n# Arrendamiento de una nave\n\n{_LEASE}\n"}
