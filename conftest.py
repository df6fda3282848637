"""Every Python block of the README and the docs runs as a test, each file in one namespace of its own."""

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"], excludes=["examples/**"]).pytest()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the flag of tests/test_golden.py, which pytest must know before it collects."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*/expected.json anew from what is found")
