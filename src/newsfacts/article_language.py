"""Which language an article is in: what is said of it, else what a detector says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from attrs import evolve

from newsfacts.answers import check_type, contained
from newsfacts.article import Article
from newsfacts.errors import Failure, ReadError, warn
from newsfacts.language import Language
from newsfacts.scripts import is_written_in

__all__ = ["ArticleLanguage"]

Item = TypeVar("Item", bound=Article | ReadError)

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 4  # so few show no language for sure


class ArticleLanguage:
    """Tells the language of articles.

    Args:
        languages: The languages that can be analysed, by code.
        detectors: The plugins that detect one, in the order in which they are asked.
    """

    def __init__(self, languages: Mapping[str, Language], detectors: Sequence[tuple[str, Callable[..., Any]]]) -> None:
        self._languages = languages
        self._detectors = detectors

    def stated(self, article: Article, failures: list[Failure]) -> Article:
        """An article with the language that is said of it or detected; as it is where nobody knows.

        Args:
            article: The article.
            failures: Where what detectors raise is added.
        """
        if article.language:
            return article
        for plugin, detect in self._detectors:
            with contained("detect", plugin, failures):
                code = detect(article=article)
                detected = article if code is None else evolve(article, language=check_type(code, str))
                if detected.language:  # «und» is no language
                    return detected
        return article

    def doubted(self, item: Item) -> Item:
        """An article as it is, with a warning where it is surely not in the language that is said of it.

        Languages of one script are told apart by their words, which a plugin's language may share with another: of those it is
        said that they are what they are said to be.
        """
        stated = self._languages.get(item.language or "") if isinstance(item, Article) else None
        if stated is None or not isinstance(item, Article) or is_written_in(stated.code, item.text):
            return item
        if len(list(islice(_WORD.finditer(item.text), _FEW_WORDS + 1))) <= _FEW_WORDS:  # names, which are of no language
            return item
        # A detector that fails here fails on other articles too, where it is named.
        looks = self._languages.get(self.stated(evolve(item, language=None), []).language or "")
        if looks is not None and looks.script != stated.script:
            name = f"{item.id}: " if item.id else ""
            problem = f"{name}the text looks {looks.name}, but its language is said to be {stated.name} ({stated.code!r})"
            warn(f"{problem}; leave it out, or say {looks.code!r}")
        return item
