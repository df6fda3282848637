"""What all tests share: modules of this folder, Hypothesis' settings, and what the installed plugins find."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

from newsfacts import Pipeline

sys.path.insert(0, str(Path(__file__).parent))

# An example that takes long says nothing where others work on the machine; the first one loads dictionaries, too.
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")

# The files that take longest: begun first, so that at the end none of them has one processor to itself while others wait.
LONGEST = ("test_spark.py", "test_third_party.py", "test_report_browser.py", "test_read_back.py", "test_cli.py")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def pipeline():
    return Pipeline()


@pytest.fixture(scope="session")
def explanation(pipeline):
    from helpers import WIRE

    return pipeline.explain(WIRE, published="2025-09-30")
