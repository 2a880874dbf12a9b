"""The Agreement as data: what a contract says, its numbers, its references. Knows neither Sphinx nor docutils."""
