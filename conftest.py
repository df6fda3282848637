"""Every Python block of the README and the docs runs as a test, each file in one namespace of its own.

A page that begins with ``<!-- needs: NAME, … -->`` shows newsfacts beside libraries that the tests do without: its blocks run
where these are installed, as tests/test_third_party.py installs them.
"""

import re
from importlib import metadata
from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser


def _lacks_what_it_needs(page: Path) -> bool:
    needs = re.match(r"<!-- needs: (.+) -->", page.read_text(encoding="utf-8"))
    try:
        return bool(needs) and not all(metadata.distribution(name) for name in needs[1].split(", "))
    except metadata.PackageNotFoundError:
        return True


_ROOT = Path(__file__).parent
_LEFT_OUT = [str(page.relative_to(_ROOT)) for page in _ROOT.glob("docs/howto/*.md") if _lacks_what_it_needs(page)]
pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"], excludes=["examples/**", *_LEFT_OUT]).pytest()
