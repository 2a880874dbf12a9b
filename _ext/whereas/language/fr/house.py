"""How contracts are numbered and cited in France: articles, and letters after a comma, "article 2.1, a)"."""

from __future__ import annotations

from whereas.language.style_words import HouseStyle, Words

_ARTICLE: Words = ("article {}", "articles {}")
_LETTER: Words = (", {})", ", {})")
HOUSE_STYLES = (
    HouseStyle(
        name="fr",
        locale="fr_FR",
        levels=("Article 1", "1.1", "a)", "i)"),
        cited=(_ARTICLE, _ARTICLE, _LETTER, _LETTER),
        schedule="Annexe 1",
        schedule_levels=("1.", "1.1", "a)", "i)"),
        schedule_cited=(("paragraphe {}", "paragraphes {}"), ("paragraphe {}", "paragraphes {}"), _LETTER, _LETTER),
        annex="Appendice A",
        clause=("article", "articles"),
        definition_levels=("a)", "i)"),
    ),
)
