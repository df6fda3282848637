"""The public face: sorted, complete, typed."""

import importlib
import importlib.resources
import inspect
import pkgutil
import subprocess
import sys
from typing import Literal, get_origin

import pytest

import newsfacts

MODULES = ["newsfacts", *(m.name for m in pkgutil.walk_packages(newsfacts.__path__, "newsfacts."))]


@pytest.mark.parametrize("name", MODULES)
def test_public_names_are_sorted_and_exist(name):
    module = importlib.import_module(name)
    assert list(module.__all__) == sorted(module.__all__)
    assert all(hasattr(module, public) for public in module.__all__)


LITERALS = {"Gender", "MentionType", "Qualifier", "QuoteStyle", "TitleStatus"}  # they cannot hold a docstring


@pytest.mark.parametrize("name", sorted(set(newsfacts.__all__) - LITERALS))
def test_a_public_name_is_documented(name):
    assert inspect.getdoc(getattr(newsfacts, name))


@pytest.mark.parametrize("name", sorted(LITERALS))
def test_the_values_that_a_field_may_have_are_a_public_type(name):
    assert get_origin(getattr(newsfacts, name)) is Literal


@pytest.mark.parametrize("name", [n for n in newsfacts.__all__ if inspect.isfunction(getattr(newsfacts, n))])
def test_a_public_function_is_typed(name):
    signature = inspect.signature(getattr(newsfacts, name))
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values())


def test_the_package_is_marked_as_typed():
    assert (importlib.resources.files("newsfacts") / "py.typed").is_file()


def test_a_misspelt_name_is_named_with_what_may_be_meant():
    with pytest.raises(AttributeError, match="no attribute 'Pipline'; did you mean 'Pipeline'"):
        newsfacts.Pipline  # noqa: B018 - looking is what raises
    with pytest.raises(ImportError):
        from newsfacts import Pipline  # noqa: F401


@pytest.mark.slow
@pytest.mark.once
def test_a_misspelt_name_fails_type_checking(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("from newsfacts import Pipeline, Pipline, __version__\n", encoding="utf-8")
    options = ["--follow-imports=silent", "--no-error-summary", f"--cache-dir={tmp_path}"]
    found = subprocess.run(
        [sys.executable, "-m", "mypy", *options, script.name], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert found.returncode == 1
    assert found.stdout.splitlines()[0].startswith('script.py:1: error: Module "newsfacts" has no attribute "Pipline"')
    assert len(found.stdout.splitlines()) == 1
