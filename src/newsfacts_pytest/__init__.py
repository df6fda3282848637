"""A pytest plugin: tables of cases (`newsfacts.testing`) are tests, one a case.

It acts where a project asks for it, and is not part of the package `newsfacts` lest every run of pytest import that::

    [tool.pytest.ini_options]
    newsfacts_cases = ["tests/cases"]

Each ``*.toml`` in such a folder, and in the folders within, is a table. With ``--update-golden`` the facts of a case that fails
are written anew from what is found.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsfacts import Pipeline
    from newsfacts.testing import Case

__all__ = [
    "CaseItem",
    "CaseTable",
    "pytest_addoption",
    "pytest_collect_file",
    "pytest_configure",
    "pytest_load_initial_conftests",
]

_FOLDERS = "newsfacts_cases"
_TABLE = ".toml"
_UPDATE = "--update-golden"
_PIPELINE = pytest.StashKey["Pipeline"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the setting."""
    parser.addini(_FOLDERS, "folders whose *.toml are tables of cases for newsfacts plugins", type="paths", default=[])


def pytest_load_initial_conftests(early_config: pytest.Config, parser: pytest.Parser) -> None:
    """Offer the flag to projects with tables alone: others may have a flag of this name."""
    if early_config.getini(_FOLDERS):
        parser.addoption(_UPDATE, action="store_true", help="write the facts of cases that fail anew from what is found")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse folders that are none, and to rewrite tables from several processes at a time.

    Raises:
        pytest.UsageError: There is no such folder, or that is asked for.
    """
    for folder in config.getini(_FOLDERS):
        if not folder.is_dir():
            raise pytest.UsageError(f"{_FOLDERS}: there is no folder {folder}; mend its name in {config.inipath}")
    if config.getini(_FOLDERS) and config.getoption(_UPDATE) and config.getoption("numprocesses", None):
        raise pytest.UsageError(f"{_UPDATE} rewrites files, so it goes without -n")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take the tables in the folders that the project names."""
    folders: list[Path] = parent.config.getini(_FOLDERS)
    if _is_named(file_path) and any(file_path.is_relative_to(folder) for folder in folders):
        table: pytest.Collector = CaseTable.from_parent(parent, path=file_path)
        return table
    return None


def _is_named(file: Path) -> bool:
    """Whether a file is a table by its name, or was meant to be: «ru.tml» would be passed over, and its cases with it."""
    from newsfacts.suggestions import closest

    return file.suffix == _TABLE or bool(closest(file.suffix, [_TABLE]))


class CaseTable(pytest.File):
    """A table of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """The cases of the table; a table that is none is an error that names case and key."""
        from newsfacts import LexiconError
        from newsfacts.testing import load_cases

        if self.path.suffix != _TABLE:
            raise self.CollectError(f"{self.path} is passed over, as a table's name ends in {_TABLE}; rename it")
        try:
            cases = load_cases(self.path)
        except LexiconError as error:
            raise self.CollectError("\n".join((f"{self.path} is no table of cases:", *error.problems))) from None
        if not cases:
            raise self.CollectError(f"{self.path} has no case, so it tests nothing; begin one with [[case]]")
        for number, case in enumerate(cases):
            yield CaseItem.from_parent(self, name=case.why, case=case, number=number)


class CaseItem(pytest.Item):
    """A case as a test; it is run by the pipeline of all installed plugins.

    Args:
        case: The case.
        number: Its place in the table.
    """

    def __init__(self, *, case: Case, number: int, **item: Any) -> None:
        super().__init__(**item)
        self.case = case
        self.number = number

    def runtest(self) -> None:
        """Compare, and write anew what differs where that is asked for."""
        from newsfacts import Pipeline
        from newsfacts.testing import check_case

        stash = self.config.stash
        if _PIPELINE not in stash:
            stash[_PIPELINE] = Pipeline()
        try:
            check_case(self.case, stash[_PIPELINE])
        except AssertionError as error:
            if self.config.getoption(_UPDATE):
                raise AssertionError(f"{error}\n  {self._rewritten(stash[_PIPELINE])}") from None
            raise

    def _rewritten(self, pipeline: Pipeline) -> str:
        """Write what is found into the table; what was done, in words."""
        from newsfacts_pytest.rewriting import rewrite

        return rewrite(self.path, self.number, self.case, pipeline)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The differences alone; of an error that is no difference where it was raised."""
        return str(excinfo.value) if isinstance(excinfo.value, AssertionError) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The table and the case's reason."""
        return self.path, None, self.case.why
