"""What all tests share: the browser and the site in it, and how hard hypothesis tries.

`--hypothesis-profile deep` is for a long night; else it takes the same few examples every time.
"""

import gc
import logging
import signal
from collections.abc import Iterator

import pytest
import sphinx.locale
from browsing import browser, site  # noqa: F401
from hypothesis import HealthCheck, settings
from quick import hurry
from shipped_in_word import word  # noqa: F401

hurry()
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has what it runs in the background ignore it
_COLLECTED = gc.get_threshold()
logging.disable(logging.DEBUG)  # Sphinx says a thousand things at each start that nobody hears


@pytest.fixture(autouse=True)
def _as_in_a_process_of_its_own() -> Iterator[None]:
    """Sphinx keeps the language of a build for the next one in a process, and one that is cut off its thresholds."""
    yield
    sphinx.locale.translators.clear()
    gc.set_threshold(*_COLLECTED)


def pytest_collection_finish() -> None:
    """All tests and all libraries are here to stay: the garbage collector need not look at them again and again."""
    gc.collect()
    gc.freeze()
    frozen = gc.get_freeze_count()
    gc.get_freeze_count = lambda: frozen  # each build asks for it, and Python walks through all to count them


settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("deep", deadline=None, max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci")
