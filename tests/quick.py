"""What every build does alike is done once for all builds of this process: hundreds of small ones are made in it.

Nothing here is of a project: templates compiled by their words, options of docutils by the classes that have them, and
what is installed. Files are kept in memory, where there is room.
"""

from __future__ import annotations

import functools
import gc
import os
import shutil
import tempfile
from importlib.metadata import entry_points
from pathlib import Path
from types import CodeType
from typing import Any

import sphinx.theming
from docutils.frontend import OptionParser
from jinja2.bccache import Bucket, BytecodeCache
from sphinx.jinja2glue import BuiltinTemplateLoader


class Compiled(BytecodeCache):
    """The templates of the theme, compiled once for all builds in this process, by their names and words.

    What is compiled names the theme's asides in the language of the site.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.codes: dict[tuple[Any, ...], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled before."""
        bucket.code = self.codes.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.codes[_key(bucket)] = bucket.code


def _key(bucket: Bucket) -> tuple[Any, ...]:
    words = getattr(bucket.environment, "whereas_words", None)
    return bucket.key, bucket.checksum, words and (words.site, words.page_contents)


COMPILED = Compiled()
MEMORY = Path("/dev/shm")
_STRINGS: dict[str, CodeType] = {}
_OPTIONS: dict[Any, dict[str, Any]] = {}


def _render_string(self: BuiltinTemplateLoader, source: str, context: dict[str, Any]) -> str:
    """As Sphinx does, but a text that was compiled before is not compiled again."""
    environment = self.environment
    code = _STRINGS.get(source) or _STRINGS.setdefault(source, environment.compile(source))
    return environment.template_class.from_code(environment, code, environment.make_globals(None)).render(context)


def _populate(self: OptionParser, components: Any, real: Any = OptionParser.populate_from_components) -> None:
    """As docutils does, but some hundred options are made once for the same classes, not for each text."""
    kinds = tuple(each if isinstance(each, type) else type(each) for each in components)
    if kinds not in _OPTIONS:
        real(self, components)
        _OPTIONS[kinds] = {**vars(self)}
    kept = _OPTIONS[kinds]
    for name in ("option_list", "option_groups", "_short_opt", "_long_opt", "relative_path_settings", "lists"):
        setattr(self, name, kept[name])
    self.defaults = dict(kept["defaults"])


def _write_into_memory() -> None:
    """Write what is thrown away at the end into memory, here and in what is started: a disk takes longer to make files.

    Whoever names a place in TMPDIR has it written there.
    """
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2**32:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it may have been asked for before


def hurry() -> None:
    """Let Sphinx, docutils and Python take what they have."""
    _write_into_memory()
    BuiltinTemplateLoader.render_string = _render_string  # type: ignore[method-assign]
    OptionParser.populate_from_components = _populate  # type: ignore[method-assign]
    sphinx.theming.entry_points = functools.cache(entry_points)  # type: ignore[assignment, attr-defined]
    gc.set_threshold(300_000, 20, 50)  # what a dozen small builds leave; the last one is in use until there is another
