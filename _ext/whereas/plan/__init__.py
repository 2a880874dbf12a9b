"""The plan: every decision about one agreement or deal, made once. Knows neither MyST nor Sphinx."""
