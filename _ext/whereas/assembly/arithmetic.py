"""Sums of values: exact to the last digit, and never of what does not go together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, Inexact, localcontext
from operator import mul, truediv
from typing import Any

from whereas.language.quantities import Money
from whereas.values.declaration import as_written

Operate = Callable[[Any, Any], Any]


def is_number(value: Any) -> bool:
    """Whether something can be calculated with: a whole number, a number, or money."""
    return isinstance(value, int | Decimal | Money) and not isinstance(value, bool)


def calculate(one: Any, other: Any, operate: Operate) -> Any:
    """What two numbers or amounts come to.

    Raises ValueError where they do not go together, or there is no exact result.
    """
    if not (is_number(one) and is_number(other)):
        raise ValueError(f"{as_written(one)!r} cannot be used in a calculation with {as_written(other)!r}")
    with localcontext() as context:
        context.prec, context.traps[Inexact] = 60, True
        try:
            match one, other:
                case (Money(), Money()) if operate not in (mul, truediv):
                    return Money(operate(one.amount, one._same(other)), one.currency)
                case Money(), int() | Decimal() if operate in (mul, truediv):
                    return Money(operate(one.amount, Decimal(other)), one.currency)
                case int() | Decimal(), Money() if operate is mul:
                    return Money(one * other.amount, other.currency)
                case _ if not (isinstance(one, Money) or isinstance(other, Money)):
                    return operate(Decimal(one), Decimal(other))
        except Inexact:
            raise ValueError("the division has no exact result; say how many decimals: `| divided(12, 2)`") from None
        except ArithmeticError:
            raise ValueError("nothing can be divided by 0") from None
    raise ValueError(f"{as_written(one)!r} and {as_written(other)!r} cannot be used together in a calculation")
