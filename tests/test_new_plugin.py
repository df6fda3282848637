"""``newsfacts new-plugin``: what it writes passes its own checks at once, and what it cannot write it refuses."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts.cli import main

NAME = "road-accidents"
ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/howto/new-plugin.md").read_text(encoding="utf-8")
WRITTEN, *FOUND = re.findall(r"```console\n\$ (.+)\n((?:.*\n)*?)```", PAGE)
PROMISED = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What the plugin's continuous integration runs: each command that its workflow has beside the installation.
CHECKS = re.findall(
    r"- run: (?!pip )(.+)", (ROOT / "src/newsfacts/data/plugin/.github/workflows/checks.yml.in").read_text(encoding="utf-8")
)


def _install(distribution):
    """Make a distribution's package and entry point known without an environment of its own.

    Returns:
        The environment variables of processes that know it.
    """
    source = distribution / "src"
    project = tomllib.loads((distribution / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    metadata = source / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    [(name, module)] = project["entry-points"]["newsfacts"].items()
    (metadata / "entry_points.txt").write_text(f"[newsfacts]\n{name} = {module}\n")
    paths = {"PATH": Path(sys.executable).parent, "PYTHONPATH": source}
    return os.environ | {name: os.pathsep.join([str(path), os.environ.get(name, "")]) for name, path in paths.items()}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A function that runs a command of the present environment in a new plugin's folder, and gives what it printed."""
    folder = tmp_path_factory.mktemp("new_plugin")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert CliRunner().invoke(main, ["new-plugin", NAME]).exit_code == 0
    distribution = folder / f"newsfacts-{NAME}"
    environment = _install(distribution)

    def run(command, folder=distribution):
        done = subprocess.run(
            command, shell=True, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.mark.slow
@pytest.mark.parametrize(
    "check", [pytest.param(check, marks=[pytest.mark.once] if check.startswith(("ruff", "mypy")) else []) for check in CHECKS]
)
def test_a_new_plugin_passes_its_own_checks(run, check):
    run(check.replace("$name", NAME))


def test_a_new_plugin_s_checks_run_on_every_python_that_is_promised(run):
    workflow = run("cat .github/workflows/checks.yml")
    [pythons] = re.findall(r'python: \[(".+")\]', workflow)
    assert pythons.replace('"', "").split(", ") == PROMISED
    assert "python-version: ${{ matrix.python }}\n" in workflow


@pytest.mark.slow
def test_a_new_plugin_is_listed_with_its_kind_and_languages(run):
    rows = re.split(r"\n(?= \S)", run("newsfacts plugins"))  # whose cells may have several lines
    [words] = [row.split() for row in rows if NAME in row]
    assert {NAME, f"newsfacts-{NAME}", "0.1.0", "extractors", "road_accidents", "en,", "ru", "ok"} == set(words)


def _refused(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = CliRunner().invoke(main, ["new-plugin", name])
    assert result.exit_code
    assert sorted(tmp_path.rglob("*")) == before
    return result.output


@pytest.mark.parametrize("name", ["", "Road", "road accidents", "road_accidents", "../road", "road-", "9", "дтп"])
def test_a_name_that_is_none_is_refused(name, tmp_path, monkeypatch):
    assert "small Latin letters" in _refused(name, tmp_path, monkeypatch)


@pytest.mark.parametrize(("name", "taken"), [("money", "plugin 'money'"), ("quote", "kind of facts 'quote'")])
def test_a_name_that_is_taken_is_refused(name, taken, tmp_path, monkeypatch):
    assert f"there is a {taken} already" in _refused(name, tmp_path, monkeypatch)


def test_no_folder_is_overwritten(tmp_path, monkeypatch):
    (tmp_path / "newsfacts-road").mkdir()
    assert "newsfacts-road is there already" in _refused("road", tmp_path, monkeypatch)


def test_the_distribution_s_name_does_as_well(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["new-plugin", "newsfacts-road"]).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["newsfacts-road"]


def test_its_page_shows_what_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command, written = WRITTEN
    assert CliRunner().invoke(main, command.split()[1:]).output == written


@pytest.mark.slow
@pytest.mark.parametrize(("command", "found"), FOUND)
def test_its_page_shows_what_is_found(run, command, found):
    assert run(command) == found
