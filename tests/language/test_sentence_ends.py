"""Where sentences end, in each language: what checks, capitals and citations of sentences all ask."""

from __future__ import annotations

import pytest

from whereas.language.sentences import ends_sentence, has_stop, sentences_in


@pytest.mark.parametrize(
    ("locale", "sentences"),
    [
        ("en_GB", ["It ends.", "It begins again."]),
        ("en_GB", ["He said “It ends.”", "It begins (again).", "And ends!"]),
        ("en_GB", ["It names No. 5 of the list, e.g. Aurora Ltd., as one.", "5 days are enough."]),
        ("en_GB", ["The fee is EUR 1.50 a day."]),
        ("de", ["Er endet am 31. Januar 2027.", "Er beginnt, z. B. am Montag, von Neuem."]),
        ("de", ["Es gilt § 5 Abs. 2 Nr. 3 i. V. m. Art. 6 DSGVO.", "Mehr nicht."]),
        ("fr", ["Elle prend fin.", "« Elle » désigne le chap. 5 du contrat."]),
        ("es", ["Termina hoy.", "¿Empieza de nuevo?", "Sí."]),
    ],
)
def test_sentences_of_a_text(locale: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end].strip() for start, end in sentences_in(text, locale)] == sentences


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It ends. ", True),
        ("It ends.”", True),
        ("see No. ", False),
        ("e.g.", False),
        ("It goes on;", False),
        ("z. B. ", False),
    ],
)
def test_what_comes_after_begins_a_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text, "en_GB") == ends


def test_a_stop_may_be_within_what_closes_it() -> None:
    assert has_stop("It ends.”)") and not has_stop("It goes on:")
