"""How contracts are numbered and cited in Germany, Austria and Switzerland.

Germany: Handbuch der Rechtsförmlichkeit, in the abbreviations that contracts use.
Austria: Legistische Richtlinien 1990. Switzerland: Gesetzestechnische Richtlinien des Bundes.
"""

from __future__ import annotations

from whereas.language.style_words import HouseStyle, alike

HOUSE_STYLES = (
    HouseStyle(
        name="de",
        locale="de_DE",
        levels=("§ 1", "(1)", "a)", "aa)"),
        cited=(("§ {}", "§§ {}"), *alike("Abs. {}", "Buchst. {}", "Doppelbuchst. {}")),
        schedule="Anlage 1",
        schedule_levels=("1.", "a)", "aa)"),
        schedule_cited=(("Nummer {}", "Nummern {}"), *alike("Buchst. {}", "Doppelbuchst. {}")),
        annex="Anhang 1",
        clause=("§", "§§"),
        outer="first",
    ),
    HouseStyle(
        name="at",
        locale="de_AT",
        levels=("§ 1", "(1)", "1.", "a)", "aa)"),
        cited=(("§ {}", "§§ {}"), *alike("Abs. {}", "Z {}", "lit. {}", "sublit. {}")),
        schedule="Anlage 1",
        schedule_levels=("1.", "a)", "aa)"),
        schedule_cited=alike("Z {}", "lit. {}", "sublit. {}"),
        annex="Anhang 1",
        clause=("§", "§§"),
        outer="first",
    ),
    HouseStyle(
        name="ch",
        locale="de_CH",
        levels=("Art. 1", "(1)", "a.", "1."),
        cited=alike("Art. {}", "Abs. {}", "Bst. {}", "Ziff. {}"),
        schedule="Anhang 1",
        schedule_levels=("1.", "a.", "1."),
        schedule_cited=alike("Ziff. {}", "Bst. {}", "Ziff. {}"),
        annex="Beilage 1",
        clause=("Art.", "Art."),
        outer="first",
        definition_levels=("a.", "1."),
    ),
)
