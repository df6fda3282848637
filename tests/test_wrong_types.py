"""What is given in a wrong type is refused in one line of words, by whatever door it comes."""

from pathlib import Path

import pytest

import newsfacts
from newsfacts import (
    Article,
    Exporter,
    Extractor,
    LanguagePack,
    Mention,
    MoneyAmount,
    OfficialTitle,
    Pipeline,
    Quote,
)

SPAN = {"start": 0, "end": 1, "text": "a"}
SEARCH = {"name": "a", "languages": {"ru"}, "yields": (MoneyAmount,), "run": print}
NAMED = "Завод купили за 2 млн евро."


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: Article(text="", id=5), TypeError, "Article: 'id' must be a string, not 5"),
        (lambda: Article(text="", authors=5), TypeError, "it has several strings, such as authors=['Anna Kim']"),
        (lambda: Article(text="", authors=[5]), TypeError, "Article: 'authors' must be a string, not 5"),
        (lambda: newsfacts.extract("a", language=5), TypeError, "Article: 'language' must be a string, not 5"),
        (lambda: newsfacts.extract("a", published=20250226), TypeError, "Article: 'published' must be a date, not 20250226"),
        (lambda: MoneyAmount(**SPAN, amount=5), TypeError, "MoneyAmount: 'amount' must be a Decimal, not 5"),
        (lambda: MoneyAmount(**SPAN, qualifier="abuot"), ValueError, "'qualifier' is 'abuot'; did you mean 'about'?"),
        (lambda: OfficialTitle(**SPAN, position=None), TypeError, "OfficialTitle: 'position' must be a string, not None"),
        (lambda: Mention(**SPAN, name="a", type="x"), ValueError, "Mention: 'type' is 'x'; there are document, organization"),
        (lambda: Quote(**SPAN, style=["direct"]), ValueError, "'style' is ['direct']; did you mean 'direct'?"),
        (lambda: Quote(**SPAN, style="direct", speaker="x"), TypeError, "Quote: 'speaker' must be a Mention, not 'x'"),
        (lambda: Extractor(**SEARCH | {"name": 5}), TypeError, "Extractor: 'name' must be a string, not 5"),
        (lambda: Extractor(**SEARCH | {"languages": 5}), TypeError, "languages is 5; it has several codes"),
        (lambda: Extractor(**SEARCH | {"yields": 5}), TypeError, "yields is 5; it has several classes of facts"),
        (lambda: Exporter(name=5, suffix=".x", write=print), TypeError, "Exporter: 'name' must be a string, not 5"),
        (lambda: Exporter(name="a b", suffix=".x", write=print), ValueError, "'name' is 'a b'; it is a name without spaces"),
        (
            lambda: LanguagePack(plugin=5, language="ru", package="x"),
            TypeError,
            "LanguagePack: 'plugin' must be a string, not 5",
        ),
        (
            lambda: list(newsfacts.read(5)),
            TypeError,
            "a file must be a string or a Path or bytes, not 5; an open file",
        ),
        (lambda: newsfacts.read_one(None), TypeError, "a file must be a string or a Path or bytes, not None"),
        (
            lambda: newsfacts.read_html(Path("x")),
            TypeError,
            "a page must be a string or bytes, not PosixPath('x'); read_one reads a file",
        ),
        (lambda: Pipeline(register=[1]), TypeError, "register must be a dict or None, not [1]; it has plugins by name"),
        (lambda: Pipeline(block=[5]), TypeError, "a name in block must be a string, not 5"),
        (lambda: Pipeline(block=5), TypeError, "block is 5; it has names of plugins"),
        (lambda: Pipeline().extract_many([], jobs="2"), TypeError, "jobs must be a whole number, not '2'"),
        (lambda: Pipeline().extract_many([], jobs=0), ValueError, "jobs is 0; it is 1 for this process, or"),
        (lambda: Pipeline().extract_many(5), TypeError, "articles is 5; it has several"),
        (
            lambda: newsfacts.to_dataframe(["a text"]),
            TypeError,
            "one of the results must be a Record or a ReadError, not 'a text'",
        ),
        (lambda: newsfacts.to_dataframe(5), TypeError, "results is 5; it is a result, or several"),
        (lambda: newsfacts.from_json({}), TypeError, "the JSON of a result must be a string or bytes, not {}"),
        (lambda: newsfacts.extract(NAMED).of(str), TypeError, "a kind is a class of facts or its name, not <class 'str'>"),
    ],
)
def test_a_wrong_type_is_refused_in_one_line(call, error, words):
    with pytest.raises(error) as caught:
        call()
    said = str(caught.value)
    assert words in said
    assert len(said) < 160


def test_a_long_value_is_named_by_its_type():
    with pytest.raises(TypeError, match="'id' must be a string, not a list"):
        Article(text="", id=["x" * 100])


def test_a_value_that_cannot_show_itself_is_named_by_its_type():
    class Silent:
        def __repr__(self):
            raise RuntimeError("no")

    with pytest.raises(TypeError, match="'id' must be a string, not a Silent"):
        Article(text="", id=Silent())
