"""What ends a build is told in one line, with the line of conf.py where that is at fault, not as a report of Sphinx."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from sphinx.errors import ConfigError, ExtensionError, SphinxError

from whereas.language.nearest import did_you_mean
from whereas.project.source_date import hold_wrong_date
from whereas.sphinx_seam.errors import tell_errors

_CONF = "conf.py"
_NO_EXTENSION = re.compile(r"Could not import extension (\S+)")
_LONGEST = 400


def line_of(exception: BaseException, save_report: Callable[[], str]) -> str:
    """The line; of what nobody foresaw it names the file of the report."""
    for each in _causes(exception):
        if place := _place_in_conf(each):
            said = each.msg if isinstance(each, SyntaxError) else f"{type(each).__name__}: {each}"
            return f"{place}: ERROR: {_plain(said)}"
    if isinstance(exception, ExtensionError) and (missing := _NO_EXTENSION.match(str(exception))):
        return f"{_place_of(missing[1])}: ERROR: {_plain(_missing(missing[1], exception))}"
    if isinstance(exception, ConfigError):
        return f"{_CONF}: ERROR: {_plain(str(exception))}"
    first = next(_causes(exception))
    if isinstance(first, SphinxError):
        return f"ERROR: {_plain(str(first))}"
    said = _plain(f"{type(first).__name__}: {first}")
    return f"ERROR: the build has ended with {said}; the whole report is in {save_report()}"


def _causes(exception: BaseException | None) -> Iterator[BaseException]:
    """The first cause of all, and what it brought about."""
    if exception is not None:
        yield from _causes(exception.__cause__ or getattr(exception, "orig_exc", None))
        yield exception


def _place_in_conf(exception: BaseException) -> str:
    """Where in conf.py an exception was raised, or what is no Python there."""
    if isinstance(exception, SyntaxError) and Path(exception.filename or "").name == _CONF:
        return f"{_CONF}:{exception.lineno or 1}"
    frames = traceback.extract_tb(exception.__traceback__)
    lines = [frame.lineno for frame in frames if Path(frame.filename).name == _CONF]
    return f"{_CONF}:{lines[-1]}" if lines else ""


def _missing(name: str, exception: Exception) -> str:
    """What is wrong with an extension that cannot be had."""
    if f"No module named {name.partition('.')[0]!r}" not in str(exception):
        return str(exception)
    known = [each for each in packages_distributions() if not each.startswith("_")]
    return f"there is no extension {name!r}; {did_you_mean(name, known, known=False) or 'install it, or leave it out'}"


def _place_of(name: str) -> str:
    """Where conf.py says a name, if that is the one of the folder we are in."""
    try:
        lines = Path(_CONF).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return _CONF
    return next((f"{_CONF}:{at}" for at, line in enumerate(lines, 1) if name in line), _CONF)


def _plain(said: str) -> str:
    """A message as one line, not too long."""
    line = " ".join(said.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} ..."


def begin() -> None:
    """Have it told so from now on, and a date that is none by us: Sphinx reads it before extensions."""
    hold_wrong_date()
    tell_errors(line_of)
