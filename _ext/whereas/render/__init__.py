"""An Agreement's data becomes output: HTML, LaTeX, docutils nodes, the outline."""
