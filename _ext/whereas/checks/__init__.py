"""An agreement, looked at whole: what is wrong with it. One rule, one function; Sphinx is not needed for it."""
