"""How hard hypothesis tries: `--hypothesis-profile deep` for a long night, else the same few examples every time."""

from hypothesis import HealthCheck, settings

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("deep", deadline=None, max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci")
