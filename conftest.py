"""Every Python block of the README and the docs runs as a test, each file in one namespace of its own."""

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"], excludes=["examples/**"]).pytest()
