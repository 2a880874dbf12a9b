"""Every private name of Sphinx, docutils, MyST and Jinja that we use, each checked when an extension is set up.

Nothing outside this room may touch one: a hook that silently does nothing any more is worse than a build that stops,
since some of them keep what is ours alone from readers outside.
"""
