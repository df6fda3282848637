import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import LexiconError
from newsfacts.linear import LinearModel, load_models, packed, probability, written_models

ROWS = st.lists(st.lists(st.integers(-40_000, 40_000), min_size=3, max_size=3), min_size=1, max_size=40)


@given(ROWS)
def test_packed_weights_add_up_as_each_by_itself(rows):
    model = LinearModel({str(place): packed(row) for place, row in enumerate(rows)}, answers=3)
    assert model.scores(model.total(map(str, range(len(rows))))) == [sum(column) for column in zip(*rows, strict=True)]


def test_features_without_a_weight_count_nothing():
    assert LinearModel({"a": 7}).total(["a", "b"]) == 7


def test_features_of_a_key_are_made_once():
    made = []
    model = LinearModel({"a": 7})
    assert [model.kept_total("key", lambda: made.append(1) or ["a"]) for _ in range(3)] == [7, 7, 7]
    assert made == [1]


@pytest.mark.parametrize(("score", "chance"), [(0, 0.5), (110, 0.75), (-110, 0.25), (10**6, 1.0), (-(10**6), 0.0)])
def test_probability_of_a_score(score, chance):
    assert probability(score) == pytest.approx(chance, abs=0.001)


@pytest.fixture
def package(tmp_path, monkeypatch):
    folder = tmp_path / f"weights_of_{tmp_path.name}"  # an import name of its own: modules stay imported
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    load_models.cache_clear()


def test_weights_that_are_written_are_read(package: Path):
    weights = {"left": {"b": 2, "a": -3}, "right": {"a": 5}}
    (package / "ru.tsv.gz").write_bytes(written_models(weights))
    assert {decision: model.weights for decision, model in load_models(package.name, "ru.tsv.gz").items()} == weights


def test_a_weights_file_is_the_same_bytes_whatever_the_order_of_the_weights():
    assert written_models({"a": {"x": 1, "y": 2}, "b": {"z": 3}}) == written_models({"b": {"z": 3}, "a": {"y": 2, "x": 1}})


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "no such file"),
        (b"left\ta\t1", "no table of weights"),
        (gzip.compress(b"left\ta"), "no table of weights"),
        (gzip.compress(b"left\ta\tmuch"), "no table of weights"),
        (gzip.compress(b"left\ta\t1")[:-4], "no table of weights"),
        (gzip.compress(b"left\ta\t1")[:10] + b"\xff" * 20, "no table of weights"),
    ],
    ids=["missing", "not compressed", "a column too few", "no number", "cut off", "a byte changed"],
)
def test_a_broken_weights_file_is_named(package: Path, content, problem):
    if content is not None:
        (package / "ru.tsv.gz").write_bytes(content)
    with pytest.raises(LexiconError, match=problem) as raised:
        load_models(package.name, "ru.tsv.gz")
    assert "ru.tsv.gz" in str(raised.value)
