"""Agreements as Word files: every number counted by Word, every citation a field, written straight from the data."""
