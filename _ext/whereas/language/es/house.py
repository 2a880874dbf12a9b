"""How contracts are numbered and cited in Spain: clauses, and letters after a point, "cláusula 2.1.a)"."""

from __future__ import annotations

from whereas.language.style_words import HouseStyle, Words

_CLAUSE: Words = ("cláusula {}", "cláusulas {}")
_LETTER: Words = (".{})", ".{})")
HOUSE_STYLES = (
    HouseStyle(
        name="es",
        locale="es_ES",
        levels=("1.", "1.1", "a)", "i)"),
        cited=(_CLAUSE, _CLAUSE, _LETTER, _LETTER),
        schedule="Anexo I",
        schedule_levels=("1.", "1.1", "a)", "i)"),
        schedule_cited=(("apartado {}", "apartados {}"), ("apartado {}", "apartados {}"), _LETTER, _LETTER),
        annex="Apéndice A",
        clause=("cláusula", "cláusulas"),
        definition_levels=("a)", "i)"),
    ),
)
