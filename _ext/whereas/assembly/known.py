"""A fact as the template language sees it: it compares and calculates like its value, and prints as its words.

Its own fields are private, so that a template reaches the value's parts (`{{ fee.currency }}`) and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from operator import add, mul, sub, truediv
from typing import Any

from whereas.agreement.fact import Fact
from whereas.agreement.runs import Blank, Passage, Run, Value, ValueOrigin
from whereas.assembly.arithmetic import Operate, calculate, is_number
from whereas.assembly.party_facts import PARTY_FACTS, Further, party_fact
from whereas.assembly.plain_markdown import plain_markdown
from whereas.assembly.row import blank_row, blank_text
from whereas.language import Wording, format_unit, said_in_words, unit_of
from whereas.language.quantities import Money
from whereas.language.registry import phrases
from whereas.library.finding import NOWHERE, Place
from whereas.library.parties import Party
from whereas.values.declaration import Declaration, as_written, check_choice, parse_value
from whereas.values.types import TYPES
from whereas.values.value_type import ValueType

_TEXT = Declaration()


class Known:
    """One fact: a declared value, a fact about a party, or what a template made of these. None is a blank."""

    __slots__ = (
        "_declared",
        "_hundredfold",
        "_name",
        "_origin",
        "_place",
        "_said",
        "_spoken",
        "_undecided",
        "_value",
        "_wording",
    )

    def __init__(
        self,
        name: str,
        value: Any,
        text: str = "",
        origin: ValueOrigin | None = None,
        declared: Declaration = _TEXT,
        wording: Wording = Wording(),  # noqa: B008
        place: Place = NOWHERE,
        undecided: set[str] | None = None,
    ) -> None:
        """Take the value and, where they are not its type's own, its words; for a blank its words in brackets.

        `undecided` collects the names of blanks on which a condition depends.
        """
        self._name, self._value, self._origin, self._declared = name, value, origin, declared
        self._wording, self._place, self._undecided = wording, place, undecided
        self._said, self._spoken, self._hundredfold = text, False, False

    # ---- for the program

    @property
    def _type(self) -> ValueType:
        return TYPES[self._declared.type]

    @property
    def _text(self) -> str:
        """The words to print; raises ValueError where the language has none for such a value."""
        if not self._said:
            blank = self._value is None
            self._said = self._blank if blank else self._type.words(self._value, self._wording)
        return self._said

    @property
    def _blank(self) -> str:
        """The words for nothing, in brackets: its label, or its name in words."""
        return blank_text(self._name, self._declared.label)

    def _run(self) -> Run:
        """What the fact becomes in the agreement; raises ValueError for rows, and a list with nothing in it."""
        if self._type.tabular:
            self._check_ready()
        if self._value is None:
            return Blank(self._name, self._text, self._declared.about)
        self._check_ready()
        if self._value == ():
            instead = f"put this between `{{% if {self._name} %}}` and `{{% endif %}}`"
            raise ValueError(f"the list {self._name!r} has nothing in it to print; {instead}")
        if self._type.passage:
            return Passage(self._name, self._text, self._origin, self._declared.about, self._place)
        return Value(self._name, self._text, self._origin, self._declared.about, self._spoken)

    def _fact(self) -> Fact:
        """What the outline and the key terms tell of it."""
        text = None if self._value is None else str(self)
        if text and self._type.passage:
            text = plain_markdown(text)
        rows = tuple(row._facts() for row in self._value or ()) if self._type.tabular else ()
        own = self._declared
        unit = unit_of(self._value, own.unit, self._wording) if text and own.unit else ""
        said = said_in_words(self._value, own.type, self._wording)
        return Fact(self._name, own.type, text, self._origin, own.about, rows, own.label, unit, own.show, said)

    @property
    def _essence(self) -> Any:
        """What tells its value from others: of a party its id."""
        return self._value.id if isinstance(self._value, Party) else self._value

    def _reworded(self, text: str, spoken: bool = False) -> Known:
        """The same fact, or the same blank, in other words; `spoken` ones are ours, and may begin with a capital."""
        self._check_ready()
        other = self._made(self._value, text)
        other._spoken = spoken
        return other

    def _made(self, value: Any, text: str = "", type: str = "") -> Known:
        """What is made of the fact: another value, from the same origin."""
        declared = self._declared.model_copy(update={"type": type}) if type else self._declared
        return Known(self._name, value, text, self._origin, declared, self._wording, self._place, self._undecided)

    # ---- for templates

    def __getattr__(self, part: str) -> Any:
        """A part of the value: `fee.currency`, `start.year`, `guarantor.address`, `guarantor.facts.website`."""
        if part == "facts" and self._declared.type == "party":
            return Further(self._part)
        if part.startswith("_") or part not in parts_of(self):
            raise AttributeError(part)
        return self._part(part)

    def _part(self, part: str) -> Known:
        name = f"{self._name}.{part}"
        if self._value is None:
            return Known(name, None, self._blank_of(part), wording=self._wording)
        if isinstance(self._value, Party):
            words, place = party_fact(self._value, part, self._wording)
            origin = ValueOrigin((place,))
            return Known(name, words or None, words or self._blank_of(part), origin, wording=self._wording)
        self._check_ready()
        value = getattr(self._value, "payable" if part == "amount" else part)
        value = ", ".join(value) if isinstance(value, tuple) else value
        declared = Declaration(type="integer" if isinstance(value, int) else "text")
        text = str(value) if not isinstance(self._value, Money) else ""
        text = format_unit(self._value.unit, self._wording) if part == "unit" else text
        return Known(name, value if value != "" else None, text, self._origin, declared, self._wording)

    def _blank_of(self, part: str) -> str:
        """The blank for a part of the fact, in its language: [Guarantor’s address], [Beginn: Jahr]."""
        words = phrases(self._wording.locale)
        of_party = self._declared.type == "party"
        what = (words.facts if of_party else words.parts).get(part, part.replace("_", " "))
        return words.blank.format(term=self._blank[1:-1], fact=what)

    def __str__(self) -> str:
        try:
            return self._text
        except ValueError:  # in a list of facts, which is no sentence, it stands as its author writes it
            return as_written(self._value)

    def __bool__(self) -> bool:
        if self._value is None and self._type.decides:
            self._decides()
        return bool(self._value)

    def __hash__(self) -> int:
        return hash(str(self))

    def __eq__(self, other: object) -> bool:
        if self._value is None:
            self._decides()
            return False
        return bool(self._essence == self._alike(other))

    # of a blank nothing is known, so it is neither more nor less than anything
    def __lt__(self, other: object) -> bool:
        return self._compared(other, lambda one, another: one < another)

    def __gt__(self, other: object) -> bool:
        return self._compared(other, lambda one, another: one > another)

    def __le__(self, other: object) -> bool:
        return self._compared(other, lambda one, another: not one > another)

    def __ge__(self, other: object) -> bool:
        return self._compared(other, lambda one, another: not one < another)

    def __iter__(self) -> Iterator[Any]:
        """The items of a list, or the rows; of a blank that, or a row of blanks, so that a loop shows it."""
        if self._type.tabular:
            yield from (blank_row(self),) if self._value is None else self._value
            return
        if not self._type.many:
            raise ValueError(f"{self._name!r} ({self._declared.type}) is no list")
        if self._value is None:
            self._decides()
            yield self
        for item in self._value or ():
            yield Known(self._name, item, item, self._origin, Declaration(about=self._declared.about), self._wording)

    def __len__(self) -> int:
        if self._value is not None and not isinstance(self._value, tuple | str):
            raise ValueError(f"{self._name!r} is no list")
        return len(self._value or ())

    def __add__(self, other: object) -> Known:
        return self._calculated(other, add)

    def __sub__(self, other: object) -> Known:
        return self._calculated(other, sub)

    def __rsub__(self, other: object) -> Known:
        return self._calculated(other, sub, reverse=True)

    def __mul__(self, other: object) -> Known:
        return self._calculated(other, mul)

    def __truediv__(self, other: object) -> Known:
        return self._calculated(other, truediv)

    def __rtruediv__(self, other: object) -> Known:
        return self._calculated(other, truediv, reverse=True)

    __radd__, __rmul__ = __add__, __mul__

    # ---- how

    def _decides(self) -> None:
        if self._undecided is not None:
            self._undecided.add(self._name)

    def _alike(self, other: object) -> Any:
        """What the fact is compared with, in its own type; raises ValueError where that can never be equal."""
        if isinstance(other, Known):
            if other._value is None:
                other._decides()
            return other._essence
        if hasattr(other, "_essence"):  # a role, which is who plays it
            return other._essence
        if isinstance(other, str):
            if self._declared.choices and self._type.choices == "must":
                self._complained(lambda: check_choice(other, self._declared))
            elif not self._type.textual:
                declared = Declaration(type=self._declared.type)
                return self._complained(lambda: parse_value(other, declared, self._wording.locale))
        elif isinstance(other, int | Decimal) and not isinstance(self._value, int | Decimal | type(None)):
            raise ValueError(f"{self._name!r} ({self._declared.type}) is compared with a number")
        return other

    def _complained(self, check: Callable[[], Any]) -> Any:
        try:
            return check()
        except ValueError as error:
            raise ValueError(f"{self._name!r} is compared with what it can never be: it {error}") from None

    def _compared(self, other: object, compare: Callable[[Any, Any], bool]) -> bool:
        if self._value is None:
            self._decides()
            return False
        another = self._alike(other)
        return another is not None and bool(compare(self._value, another))

    def _calculated(self, other: object, operate: Operate, reverse: bool = False) -> Known:
        """A sum, difference, product or quotient; with a blank in it, the blank. Raises ValueError as `calculate`."""
        for fact in (self, other):
            if isinstance(fact, Known) and fact._value is None:
                return fact
        if not is_number(self._value):
            raise ValueError(f"{self._name!r} ({self._declared.type}) is nothing to calculate with")
        another = other if isinstance(other, Known) else Known("", other, str(other))
        one, two = (another, self) if reverse else (self, another)
        value = calculate(one._value, two._value, operate)
        whose = another if another._name and isinstance(value, Money) and not isinstance(self._value, Money) else self
        by_hundred = operate is truediv and two._value == 100
        percent = whose._declared.type == "percent"
        year = whose._name.endswith(".year") and operate in (add, sub)  # one has no mark between its thousands
        made = whose._made(value, str(value) if year else "", "number" if percent and by_hundred else "")
        if isinstance(value, Money) and not by_hundred:
            of_percent = operate is mul and "percent" in (one._declared.type, two._declared.type)
            made._hundredfold = of_percent or one._hundredfold or two._hundredfold
        return made

    def _check_ready(self) -> None:
        """Raise ValueError for what is printed cell by cell, and for 10% of an amount that was not divided by 100."""
        if self._type.tabular:
            loop = f"`{{% for line in {self._name} %}}`, or as a table: `:::{{rows}} {self._name}`"
            raise ValueError(f"the rows of {self._name!r} are printed one by one: {loop}")
        if self._hundredfold:
            instead = "divide the product by 100"
            raise ValueError(f"{self._name!r} is multiplied by a percentage as if 10% were 10; {instead}")


def parts_of(fact: Known) -> tuple[str, ...]:
    """What can be asked of a fact after a dot."""
    return PARTY_FACTS if fact._declared.type == "party" else fact._type.parts
