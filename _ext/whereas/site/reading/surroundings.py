"""What stands around a page: only the files it needs, names for the theme's landmarks, and the foot of its paper."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jinja2.ext import Extension

from whereas.language.registry import site_words
from whereas.language.site_words import SiteWords
from whereas.site.nodes import cover
from whereas.site.outputs import output_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

#: Files of extensions, by what in a page's markup needs them. A contract has none of it, and they weigh 80 KB.
_NEEDED = {
    "pygments.css": ('class="highlight',),
    "sphinx-design.min.css": ('class="sd-', " sd-"),
    "design-tabs.js": ("sd-tab-set",),
    "furo-extensions.css": ("sd-", "tab-set", "copybtn", "inline-tab", "highlight"),
}

#: Sets a reader's options before anything is drawn, so that nothing jumps; contract.js keeps them. What the theme takes
#: away later goes now: any change of a class there makes the browser look at each element of the page again.
_OPTIONS = (
    "<script>{const c=document.documentElement.classList;c.remove('no-js');c.add('wh-js');"
    "try{c.add(...localStorage.getItem('whereas-reader').match(/\\S+/g))}catch{}}</script>"
)


class NameAsides(Extension):
    """Gives the theme's asides their names while its template is read, so that screen readers can tell them apart.

    They have neither names nor blocks of a template to override.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template's text with each aside named."""
        words: SiteWords = self.environment.whereas_words  # type: ignore[attr-defined]
        for part, called in {"sidebar-drawer": words.site, "toc-drawer": words.page_contents}.items():
            source = source.replace(f'<aside class="{part}', f'<aside aria-label="{called}" class="{part}')
        return source


def name_asides(app: Sphinx) -> None:
    """`builder-inited`: before any template is read."""
    environment = getattr(getattr(app.builder, "templates", None), "environment", None)
    if environment is not None and output_of(app.builder).screen:
        environment.extend(whereas_words=site_words(app.config.language))
        environment.add_extension(NameAsides)


def dress_furo(app: Sphinx) -> None:
    """`builder-inited`: the style of the frame, for the furo theme and those made of it."""
    theme = getattr(app.builder, "theme", None)
    if theme is not None and "furo" in (folder.name for folder in theme.get_theme_dirs()):
        app.add_css_file("frame.css", priority=510)  # after contract.css


def leave_out_files(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: load only what a page with an agreement needs."""
    if doctree is None or "whereas_agreement" not in doctree:
        return
    body = context.get("body", "")
    for files in ("css_files", "script_files"):
        context[files] = [file for file in context.get(files, ()) if _is_needed(str(_name(file)), body)]


def _name(file: Any) -> Any:
    return getattr(file, "filename", file)


def _is_needed(name: str, body: str) -> bool:
    marks = _NEEDED.get(name.rpartition("/")[2])
    return marks is None or any(mark in body for mark in marks)


def head_of_agreement(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: the foot of the printed page, and the reader's options, for a page with an agreement."""
    if doctree is None or not output_of(app.builder).browser:
        return
    for node in doctree.findall(cover):
        app.add_js_file("keys.js", loading_method="defer")  # for this page alone
        context["metatags"] = f"{context.get('metatags', '')}\n    {_OPTIONS}\n    {_paper(node)}"


def speak(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: give the scripts of a page the words of its language, if that is not English."""
    if output_of(app.builder).browser:
        covers = doctree.findall(cover) if doctree is not None else ()
        words = site_words(next((node["locale"] for node in covers), app.config.language))
        if words.scripts:
            said = json.dumps(words.scripts, ensure_ascii=False, separators=(",", ":"))
            context["metatags"] = f"{context.get('metatags', '')}\n    <script>window.whereasWords={said}</script>"


def ask_no_icon(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """`html-page-context`: keep browsers from looking for an icon that the site does not have."""
    if output_of(app.builder).browser and not app.config.html_favicon:
        context["metatags"] = f'{context.get("metatags", "")}\n    <link rel="icon" href="data:,">'


def _paper(node: cover) -> str:
    """What stands at the foot of each sheet: whose paper it is, in what state, and by what to know it."""
    version = " ".join(filter(None, (site_words(node["locale"]).state_of(node["status"]), node["version"])))
    said = ", ".join(filter(None, (node["reference"] or node["title"], version, node.get("fingerprint", ""))))
    return f'<style>@page {{ @bottom-left {{ content: "{_css(said)}" }} }}</style>'


def _css(text: str) -> str:
    """Text in a string of CSS, within HTML: what is not plain is written as its number."""
    return "".join(char if char.isalnum() or char in " ,.-/()" else f"\\{ord(char):x} " for char in text)


def setup_frame(app: Sphinx) -> None:
    """Connect to the making of pages; files are left out after all extensions have added theirs."""
    app.connect("builder-inited", name_asides)
    app.connect("builder-inited", dress_furo)
    app.connect("html-page-context", head_of_agreement)
    app.connect("html-page-context", speak)
    app.connect("html-page-context", ask_no_icon)
    app.connect("html-page-context", leave_out_files, priority=900)
