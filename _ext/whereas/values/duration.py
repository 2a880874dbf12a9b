"""A length of time as the parties count it: `3 years`, `10 business days`, `P18M`."""

from __future__ import annotations

import re
from typing import Any

from whereas.language.quantities import Duration, Unit
from whereas.values.spelling import WHOLE, one_text, parse_figures, text_schema
from whereas.values.value_type import ValueType

_UNITS: dict[str, Unit] = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}
_ANY_CASE = "|".join(
    " ".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in unit.split())
    for unit in ("hour", "day", "business day", "week", "month", "year")
)
_DURATION = rf"{WHOLE}\s+({_ANY_CASE})[Ss]?|P([0-9]+[YMWD]|[0-9]+Y[0-9]+M|[0-9]+W[0-9]+D|T[0-9]+H)"


#: No contract runs longer.
_LONGEST = Duration(1_000, "year")


def parse_duration(written: Any) -> Duration:
    """`3 years`, `30 days`, `10 business days`, or ISO 8601: `P18M`, `P1Y6M` (as months), `PT48H`.

    Raises ValueError for anything else, and for more than a thousand years.
    """
    found = _read(written)
    if found > _LONGEST:
        raise ValueError(f"must not be longer than {_LONGEST.count:,} years")
    return found


def _read(written: Any) -> Duration:
    text = one_text(written, "a duration")
    if found := re.fullmatch(rf"({WHOLE})\s+(hour|day|business day|week|month|year)s?", text, re.IGNORECASE):
        return Duration(int(parse_figures(found[1])), found[2].lower())  # type: ignore[arg-type]
    found = re.fullmatch(
        r"P(?=.)(?:(\d{1,12})Y)?(?:(\d{1,12})M)?(?:(\d{1,12})W)?(?:(\d{1,12})D)?(?:T(\d{1,12})H)?", text
    )
    parts = dict(zip("YMWDH", found.groups(), strict=True)) if found else {}
    given = "".join(unit for unit, count in parts.items() if count is not None)
    counts = {unit: int(count or 0) for unit, count in parts.items()}
    if len(given) == 1:
        return Duration(counts[given], _UNITS[given])
    if given == "YM":
        return Duration(counts["Y"] * 12 + counts["M"], "month")
    if given == "WD":
        return Duration(counts["W"] * 7 + counts["D"], "day")
    if given:
        raise ValueError(f"must be counted in one unit, which {text!r} is not")
    raise ValueError(f"must be a duration like '3 years', '30 days' or P18M, not {text!r}")


DURATION = ValueType(
    "duration",
    parse_duration,
    lambda: text_schema(_DURATION, "must be a duration like '3 years', '30 days' or P18M"),
    sample="3 years",
    parts=("count", "unit"),
    ordered=True,
)
