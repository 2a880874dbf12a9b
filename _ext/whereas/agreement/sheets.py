"""The words around a text, by language: on its cover, in the header and footer of its sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sheets:
    """The words of one language; the defaults are the English ones. What stands in braces is filled in."""

    contents: str = "Contents"
    page: str = "Page {page} of {pages}"
    joining: str = "and"  # between the parties on a cover
    date: str = "Effective date: {date}"
    version: str = "Version {version}"
    fingerprint: str = "Fingerprint {fingerprint}"
    not_for_signature: str = "Not for signature"
    review: str = "Review copy"
    statuses: Mapping[str, str] = field(
        default_factory=lambda: {"draft": "Draft", "final": "Final", "template": "Template"}
    )

    def status(self, status: str) -> str:
        """What a status is called; one of an author's own is called as he wrote it."""
        return self.statuses.get(status, status[:1].upper() + status[1:])


_SHEETS = {
    "en": Sheets(),
    "de": Sheets(
        contents="Inhalt",
        page="Seite {page} von {pages}",
        joining="und",
        date="Tag des Inkrafttretens: {date}",
        version="Fassung {version}",
        fingerprint="Prüfsumme {fingerprint}",
        not_for_signature="Nicht zur Unterschrift",
        review="Lesefassung",
        statuses={"draft": "Entwurf", "final": "Endfassung", "template": "Muster"},
    ),
    "fr": Sheets(
        contents="Table des matières",
        page="Page {page} sur {pages}",
        joining="et",
        date="Date d’entrée en vigueur\N{NO-BREAK SPACE}: {date}",
        version="Version {version}",
        fingerprint="Empreinte {fingerprint}",
        not_for_signature="Ne pas signer",
        review="Exemplaire de relecture",
        statuses={"draft": "Projet", "final": "Version définitive", "template": "Modèle"},
    ),
    "es": Sheets(
        contents="Índice",
        page="Página {page} de {pages}",
        joining="y",
        date="Fecha de entrada en vigor: {date}",
        version="Versión {version}",
        fingerprint="Huella {fingerprint}",
        not_for_signature="No apto para la firma",
        review="Copia de revisión",
        statuses={"draft": "Borrador", "final": "Versión definitiva", "template": "Modelo"},
    ),
}


def sheets(locale: str) -> Sheets:
    """The words of a locale's language; English ones for a language that we have no words of."""
    return _SHEETS.get(locale.replace("-", "_").partition("_")[0], _SHEETS["en"])
