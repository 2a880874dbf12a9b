"""Clauses, parties and deals: YAML files read into typed records. Knows neither Sphinx nor docutils."""
