"""The public face: sorted, complete, typed."""

import importlib
import importlib.resources
import inspect
import pkgutil

import pytest

import newsfacts

MODULES = ["newsfacts", *(m.name for m in pkgutil.walk_packages(newsfacts.__path__, "newsfacts."))]


@pytest.mark.parametrize("name", MODULES)
def test_public_names_are_sorted_and_exist(name):
    module = importlib.import_module(name)
    assert list(module.__all__) == sorted(module.__all__)
    assert all(hasattr(module, public) for public in module.__all__)


@pytest.mark.parametrize("name", newsfacts.__all__)
def test_a_public_name_is_documented(name):
    assert inspect.getdoc(getattr(newsfacts, name))


@pytest.mark.parametrize("name", [n for n in newsfacts.__all__ if inspect.isfunction(getattr(newsfacts, n))])
def test_a_public_function_is_typed(name):
    signature = inspect.signature(getattr(newsfacts, name))
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values())


def test_the_package_is_marked_as_typed():
    assert (importlib.resources.files("newsfacts") / "py.typed").is_file()
