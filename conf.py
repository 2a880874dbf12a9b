"""The configuration of this project: Sphinx's own, and Whereas'. See https://www.sphinx-doc.org for the former."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "Whereas"
author = "Whereas contributors"
copyright = "Whereas contributors"
version = release = "0.1"

extensions = ["myst_parser", "sphinx_design", "whereas"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
exclude_patterns = ["**/_*"]
language = "en"

html_theme = "furo"
html_title = "Whereas"
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
html_show_sphinx = False
