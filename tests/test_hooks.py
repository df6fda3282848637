"""Every hook is typed, documented in its docstring and on the hooks page, and used in a test."""

import inspect
import re
from pathlib import Path

import pytest

from newsfacts import hookspecs

ROOT = Path(__file__).parent.parent
HOOKS = sorted(name for name in vars(hookspecs) if name.startswith("newsfacts_"))
PAGE = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")


def test_there_are_hooks():
    assert len(HOOKS) == 9


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_typed_and_documented(name):
    hook = getattr(hookspecs, name)
    signature = inspect.signature(hook)
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values())
    assert "Returns:" in hook.__doc__
    assert ("Args:" in hook.__doc__) == bool(signature.parameters)
    assert "alled" in hook.__doc__, "it says when it is called"


@pytest.mark.parametrize("name", HOOKS)
def test_the_hooks_page_has_its_exact_signature(name):
    signature = re.sub(r"'", "", str(inspect.signature(getattr(hookspecs, name))))
    assert f"## `{name}{signature}`" in PAGE


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_implemented_in_a_test(name):
    tests = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests").glob("test_*.py") if p != Path(__file__))
    assert f"def {name}(" in tests or f"def {name}(" in (ROOT / "tests" / "helpers.py").read_text(encoding="utf-8")
