"""A postal address: lines as somebody wrote them, or its parts, from which each country's form is made."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from whereas.language.nearest import did_you_mean
from whereas.language.quantities import Address
from whereas.values.json_schema import Probe, Schema, model_schema
from whereas.values.list import parse_list
from whereas.values.spelling import line_schema, parse_line
from whereas.values.value_type import ValueType


def parse_address(written: Any) -> Address:
    """Lines, or the parts of an address: street, city, postcode, country …"""
    match written:
        case str():
            return Address(lines=tuple(parse_line(line) for line in written.splitlines() if line.strip()))
        case list():
            return Address(lines=parse_list(written))
        case dict():
            street = written.get("street")
            try:
                address = Address.model_validate(
                    {**written, "street": [street] if isinstance(street, str) else street or ()}
                )
            except ValidationError as error:
                wrong = str(error.errors()[0]["loc"][0])
                hint = did_you_mean(wrong, Address.model_fields)
                raise ValueError(f"has something wrong in its {wrong!r}; {hint}") from None
            for part in (*address.street, *address.lines, address.city, address.district, address.region,
                         address.postcode, address.country):  # fmt: skip
                parse_line(part)
            return address
    raise ValueError("must be an address: a list of lines, or street, city, postcode and country")


def _schema() -> Schema:
    parts = model_schema(Address, Probe(parse_address))
    return {**parts, "type": ["array", "object", "string"], "items": line_schema()}


ADDRESS = ValueType(
    "address", parse_address, _schema, parts=("street", "city", "district", "region", "postcode", "country")
)
