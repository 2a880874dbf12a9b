"""What all tests share: the browser and the site in it, and how hard hypothesis tries.

`--hypothesis-profile deep` is for a long night; else it takes the same few examples every time.
"""

from browsing import browser, site  # noqa: F401
from hypothesis import HealthCheck, settings

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("deep", deadline=None, max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci")
