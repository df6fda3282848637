"""The pages as a site, with the reference made from the code: make docs."""

import re
from importlib import metadata
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

project = "newsfacts"
release = metadata.version("newsfacts")
html_title = f"newsfacts {release}"
html_theme = "furo"
html_show_copyright = False
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]

myst_heading_anchors = 3
default_role = "py:obj"  # docstrings have names in single backquotes

autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_use_ivar = True

_ROOT = Path(__file__).parent.parent
# Pages that are files of the repository's root, where their readers look for them.
_FROM_ROOT = {"index": "README.md", "contributing": "CONTRIBUTING.md"}


def _take_from_root(_app: Sphinx, page: str, source: list[str]) -> None:
    """Put a root file's text before the page's own, and point links to and from such files at the site's pages."""
    text = source[0]
    if page in _FROM_ROOT:
        text = (_ROOT / _FROM_ROOT[page]).read_text(encoding="utf-8") + text
        text = text.replace("](docs/", "](").replace("](LICENSE)", "](../LICENSE)")
    for name, file in _FROM_ROOT.items():
        text = re.sub(rf"\]\((\.\./)*{re.escape(file)}", f"](/{name}.md", text)
    source[0] = text


def _begin_values(_app: Sphinx, what: str, _name: str, _value: Any, _options: Any, lines: list[str]) -> None:
    """Begin the docstring of a value with an empty comment: of its first line Napoleon takes what a colon ends for a type."""
    if what in ("data", "property"):
        lines[:0] = ["..", ""]


def setup(app: Sphinx) -> None:
    """Let Sphinx read the root's files, the docstrings as they are meant, and the list of floors as plain text."""
    app.connect("source-read", _take_from_root)
    app.connect("autodoc-process-docstring", _begin_values, priority=400)  # before Napoleon's 500
    app.add_lexer("floors", TextLexer)
