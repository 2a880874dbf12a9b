"""The desk of an author: schemas for editors, and files to start from. `python -m whereas.desk` runs it; no Sphinx."""
