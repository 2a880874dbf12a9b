"""The desk of an author: schemas for editors, and files to start from. No Sphinx."""
