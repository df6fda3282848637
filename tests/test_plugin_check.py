"""``newsfacts plugins --check``: a sound plugin has no fault, and each fault of a broken one is named."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts.cli import main

SOUND = '''
from __future__ import annotations

import re
from typing import ClassVar

from attrs import frozen
from newsfacts import Exporter, Extractor, Fact, Mention, hookimpl


@frozen(kw_only=True)
class Heat(Fact):
    """How hot it was."""

    kind: ClassVar[str] = "heat"
    degrees: int
    who: Mention | None = None


def run(analysis):
    for match in re.finditer(r"(\\d+) (?:градуса|degrees)", analysis.text):
        span = analysis.span(*match.span())
        yield Heat(start=span.start, end=span.end, text=span.text, degrees=int(match[1]))


def write(results, stream):
    for result in results:
        stream.write(f"{len(result.facts)}\\n")


@hookimpl
def newsfacts_extractors():
    return [Extractor(name="heat", languages={"ru", "en"}, yields=[Heat], run=run)]


@hookimpl
def newsfacts_exporters():
    return [Exporter(name="counts", suffix=".counts", write=write)]


@hookimpl
def newsfacts_detect_language(article):
    return None
'''


def check(name, *options):
    done = CliRunner().invoke(main, ["plugins", "--check", str(name), *options])
    return done.exit_code, done.stdout.splitlines(), done.stderr


@pytest.fixture
def checked(tmp_path, monkeypatch):
    """A function that checks a plugin of some code, as a file."""
    monkeypatch.setitem(sys.modules, "newsfacts_file_heat", sys)  # what the check puts there is taken away again

    def checked(code, *options):
        path = tmp_path / "heat.py"
        path.write_text(code, encoding="utf-8")
        return check(path, *options)

    return checked


def test_a_sound_plugin_has_no_fault(checked):
    assert checked(SOUND) == (
        0,
        [
            "ok     hooks: newsfacts_detect_language(article), newsfacts_exporters(), newsfacts_extractors()",
            "ok     extractor heat: languages en, ru",
            "ok     kind heat: degrees int, who Mention | None",
            "ok     language en: 5 articles, own facts: 1, no failure",
            "ok     language ru: 5 articles, own facts: 1, no failure",
            "ok     a plain text: is read; its language is en",
            "ok     a plain text: is read; its language is ru",
            "ok     format counts: 10 results are written",
            "heat: no fault",
        ],
        "",
    )


@pytest.mark.parametrize("name", ["dateline", "money", "names", "quotes", "titles", "newsfacts.exporters", "newsfacts.readers"])
def test_ours_have_no_fault(name):
    status, lines, _ = check(name)
    assert (status, lines[-1]) == (0, f"{name}: no fault")
    assert not [line for line in lines if not line.startswith("ok ")][:-1]


BROKEN = {
    "FAULT  loading: ValueError: newsfacts_detect_language is no hook without its mark": ("@hookimpl", ""),
    "FAULT  loading: ValueError: there is no hook 'newsfacts_extract'": ("def newsfacts_extractors", "def newsfacts_extract"),
    "FAULT  loading: PluginValidationError: Plugin 'heat' for hook 'newsfacts_detect_language'": ("(article)", "(text)"),
    "FAULT  offer: TypeError: it gave a str, not an Exporter": (
        '[Exporter(name="counts", suffix=".counts", write=write)]',
        '["counts"]',
    ),
    "FAULT  kind heat: its fields: NameError": ("degrees: int", "degrees: Number"),
    "FAULT  kind heat: its fields: TypeError: a field of type list[int] has no form": ("degrees: int", "degrees: list[int]"),
    "FAULT  kind heat: degrees is no field; decorate Heat": ("@frozen(kw_only=True)\n", ""),
    "FAULT  language ru: fails at extract: RuntimeError: too hot": (
        "    for match",
        "    raise RuntimeError('too hot')\n    for match",
    ),
    "FAULT  language en: fails at extract: ZeroDivisionError": (
        "    for match",
        "    1 / len(analysis.text)\n    for match",
    ),
    "FAULT  language ru: fails at extract: ValueError: the text at": ("end=span.end", "end=span.end + 1"),
    "FAULT  language ru: fails at extract: TypeError: heat: degrees is '31', not int as its class declares": (
        "int(match[1])",
        "match[1]",
    ),
    "FAULT  language ru: fails at explain: TypeError": (
        "        yield Heat(start=span.start, end=span.end, text=span.text, degrees=int(match[1]))",
        "        fact = Heat(start=span.start, end=span.end, text=span.text, degrees=int(match[1]))\n"
        "        analysis.explain(fact, lambda: 1)\n        yield fact",
    ),
    "FAULT  language ru: the same article gives other facts": (
        "degrees=int(match[1]))",
        "degrees=next(COUNT))\n\n\nimport itertools\nCOUNT = itertools.count()",
    ),
    "FAULT  a plain text: fails at detect: TypeError": ("    return None", "    return 1"),
    "FAULT  format counts: ValueError: its write did not take all results": (
        "for result in results:",
        "for result in [next(results)]:",
    ),
    "note   language de: no plugin offers it": ('{"ru", "en"}', '{"ru", "en", "de"}'),
    "note   facts: none was found in the samples": ("градуса|degrees", "°"),
}


@pytest.mark.parametrize("line", BROKEN)
def test_a_fault_is_named(line, checked):
    status, lines, _ = checked(SOUND.replace(*BROKEN[line]))
    assert [said for said in lines if said.startswith(line)], lines
    faults = [said for said in lines if said.startswith("FAULT")]
    assert status == bool(faults)
    assert lines[-1] == f"heat: {f'{len(faults)} faults' if len(faults) > 1 else '1 fault' if faults else 'no fault'}"


def test_a_class_that_is_not_found_by_its_name_cannot_go_to_another_process(checked):
    inner = SOUND.replace(
        '    return [Extractor(name="heat", ', '    class Inner(Heat):\n        pass\n\n    return [Extractor(name="heat", '
    )
    status, lines, _ = checked(inner.replace("yields=[Heat]", "yields=[Inner]"))
    assert status == 1
    assert any("the class is not found by its name" in line for line in lines)


def test_it_is_run_on_an_article_of_one_s_own(checked, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("В городе было 7 градуса тепла, и никто не жаловался на погоду.", encoding="utf-8")
    _, lines, _ = checked(SOUND, "--article", str(path))
    assert f"ok     article {path}: 1 article, own facts: 1, no failure" in lines


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("mony",), "there is no plugin of this name; did you mean 'money'?"),
        (("gone.py",), "gone.py"),
        (("money", "--article", "gone.txt"), "gone.txt"),
    ],
)
def test_what_is_not_there_is_wrong_usage(arguments, problem):
    status, _, said = check(*arguments)
    assert (status, problem in said) == (2, True)


def test_a_data_file_that_is_no_toml_is_named(tmp_path, monkeypatch):
    package = tmp_path / "heat_data"
    package.mkdir()
    (package / "__init__.py").write_text(SOUND, encoding="utf-8")
    (package / "ru.toml").write_text("words = [", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(sys.modules, "heat_data", sys)
    del sys.modules["heat_data"]
    import heat_data

    from newsfacts.plugin_check import check_plugin

    found = {finding.what: finding.level for finding in check_plugin("heat", register={"heat": heat_data})}
    assert found["data heat_data/ru.toml"] == "fault"


def test_the_samples_are_in_the_languages_that_are_built_in():
    folder = Path(__file__).parent.parent / "src/newsfacts/data/samples"
    assert sorted(path.stem for path in folder.iterdir()) == ["en", "ru"]
