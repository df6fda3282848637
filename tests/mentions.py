"""Tables of cases for mentions, beside those for facts: ``tests/cases/names/<language>.toml``.

A case names all mentions of its types in its text, in text order, each with its nominative and, where it matters, its
gender; or the persons among the entities, each with the number of its mentions; or both::

    language = "ru"

    [[case]]
    why = "genitive"
    text = "Об этом со ссылкой на слова Виктора Ветрова пишет газета."
    types = ["person"]
    mentions = [{ text = "Виктора Ветрова", name = "Виктор Ветров", gender = "masculine" }]
    entities = { "Виктор Ветров" = 1 }

A gender that nothing gives is ``"unknown"``.
"""

import tomllib
from pathlib import Path

import cattrs
from attrs import evolve, frozen

from newsfacts import Analysis, Article, Pipeline


@frozen(kw_only=True)
class MentionCase:
    """A row of a table.

    Attributes:
        why: What the case shows.
        text: The article's text.
        types: The types of mentions that are compared.
        mentions: The expected ones, each as some of its fields; None where they are not compared.
        entities: How often each person of the article is mentioned; None where that is not compared.
        language: The article's language.
    """

    why: str
    text: str
    types: tuple[str, ...] = ()
    mentions: list[dict[str, str]] | None = None
    entities: dict[str, int] | None = None
    language: str = ""


@frozen(kw_only=True)
class _Table:
    language: str
    case: list[MentionCase]


def load_mention_cases(path: Path) -> list[MentionCase]:
    """Read a table."""
    table = cattrs.Converter(forbid_extra_keys=True).structure(tomllib.loads(path.read_text(encoding="utf-8")), _Table)
    return [evolve(case, language=table.language) for case in table.case]


def check_mention_case(case: MentionCase, pipeline: Pipeline) -> None:
    """Compare the mentions that a pipeline's plugins recognise with the expected ones.

    Raises:
        AssertionError: They differ.
    """
    article = Article(text=case.text, language=case.language)
    analysis = Analysis(article, pipeline.languages[case.language], pipeline.recognizers)
    found = [mention for mention in analysis.mentions if mention.type in case.types]
    entities = {entity.name: len(entity.mentions) for entity in analysis.entities if entity.type == "person"}
    assert not analysis.failures, case.why
    assert all(case.text[mention.start : mention.end] == mention.text for mention in found), case.why
    if case.mentions is not None:
        assert len(found) == len(case.mentions), f"{case.why}: {[mention.text for mention in found]}"
        for mention, expected in zip(found, case.mentions, strict=True):
            shown = {name: getattr(mention, name) or "unknown" for name in expected}
            assert shown == expected, case.why
    assert case.entities in (None, entities), f"{case.why}: {entities}"
