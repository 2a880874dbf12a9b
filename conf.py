"""The configuration of this project: Sphinx's own, and Whereas'. See https://www.sphinx-doc.org for the former."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import whereas

whereas.begin()

project = "Whereas"
author = "Whereas contributors"
copyright = "Whereas contributors"
version = release = "0.1"

extensions = ["myst_parser", "sphinx_design", "whereas"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
exclude_patterns = ["_*", "**/_*"]
language = "en"

# Who reads what is built: internal, or external, which hides what is ours alone. `make html AUDIENCE=external` says so.
whereas_audience = os.environ.get("AUDIENCE", "internal")
if whereas_audience == "external":
    exclude_patterns += ["checks.md", "policy.md"]

html_theme = "furo"
html_title = "Whereas"
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
html_show_sphinx = False

# Here each provision has a label, so that a link to it stays as it is, whoever cites it.
whereas_checks = {"label-uncited": "off"}
