#!/usr/bin/env python3
"""Mark persons and organisations in English texts that nobody has marked, so that `names.py` can learn from them.

    python training/silver_names.py en_core_web_sm articles.jsonl marked.jsonl
    python training/names.py marked.jsonl plugins/newsfacts_names/data/en.weights.tsv.gz \
        --language en --models 3 --cutoff 8 --least 2

A model of spaCy marks what it takes for names (pip install spacy, and the model; en_core_web_sm 3.8 is under the MIT licence).
It errs much on single words, little on full names; so what the whole corpus calls most often a person is one, the words of an
article's full names mean that person wherever they stand alone, and offices are cut off. Then each article comes again with
the names of its persons exchanged for those of people of many countries (pip install faker), the same everywhere in it: so the
words around names are learnt rather than the names of the year. The same corpus, model and seed give the same file.
"""

from __future__ import annotations

import importlib
import json
import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cattrs
import click
from attrs import frozen

from newsfacts import fold
from newsfacts.languages.en import ENGLISH
from newsfacts_names.lexicon import name_lexicon

Span = tuple[int, int]

_LEXICON = name_lexicon("en")
_OFFICES = _LEXICON.offices.union(_LEXICON.addressed, ("the",))
_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*\.?")
_ENCLITIC = re.compile(r"(?:['’](?:s|ll|d|ve|re|m)|n['’]t|['’])\Z")
_GIVEN_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_FAMILY_NAME = re.compile(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*")
# Of what the corpus takes a word for.
_LEAST_SHARE = 0.5
# In words.
_FULL_NAME, _LONGEST_NAME = 2, 6
# In letters; shorter names in capitals are abbreviations.
_LONGEST_ABBREVIATION = 8
# In letters; shorter words of a name are not looked for alone.
_SHORTEST_ALONE = 3
# Lists of names with fewer are left out.
_LEAST_NAMES = 10
# How often the lists of this folder are drawn from, beside Faker's.
_OWN_LISTS = 2
# Of one copy in so many the headline is in capitals.
_SHOUTED = 3


@frozen(kw_only=True)
class People:
    """Names of people of one or several countries.

    Attributes:
        given: What stands first.
        family: What stands last.
    """

    given: list[str]
    family: list[str]


@frozen(kw_only=True)
class Words:
    """The shape of silver_names.toml.

    Attributes:
        nobody: Words that the model takes for people or bodies, and are not.
        locales: The lists of Faker.
        people: Names of which Faker has no list.
    """

    nobody: frozenset[str]
    locales: list[str]
    people: list[People]


_WORDS = cattrs.structure(tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")), Words)


class Marked(NamedTuple):
    """A text with what a model takes for names.

    Attributes:
        text: The text.
        names: Spans with the model's labels.
    """

    text: str
    names: list[tuple[int, int, str]]


def trimmed(text: str, start: int, end: int, before: Collection[str] = _OFFICES) -> Span | None:
    """A span without some words before, words in small letters and enclitics at its ends; None where nothing is left."""
    line_end = start + len(text[start:end].split("\n")[0])
    words = [match.span() for match in _WORD.finditer(text, start, line_end)]
    while words and (_is_small(text, words[0]) or (len(words) > 1 and _plain(text[slice(*words[0])]) in before)):
        words.pop(0)
    while words and _is_small(text, words[-1]):
        words.pop()
    if not words or any(c.isdigit() for c in text[words[0][0] : words[-1][1]]):
        return None
    start, end = words[0][0], words[-1][1]
    end -= len(match.group()) if (match := _ENCLITIC.search(text, start, end)) else 0
    last = text[words[-1][0] : end]
    is_initial = len(last.rstrip(".")) == 1 or _plain(last) in ENGLISH.generations
    return start, end - (last.endswith(".") and not is_initial)


def _is_small(text: str, word: Span) -> bool:
    return not text[word[0]].isupper() and "-" not in text[slice(*word)]


def _plain(word: str) -> str:
    return fold(word.rstrip("."))


def words_of(name: str) -> list[str]:
    """The words of a name with capitals, initials and generations left out."""
    words = [match.group().rstrip(".") for match in _WORD.finditer(name)]
    return [word for word in words if len(word) > 1 and not word[0].islower() and _plain(word) not in ENGLISH.generations]


class Corpus:
    """What a whole corpus shows of names.

    Args:
        documents: Its marked texts.
    """

    def __init__(self, documents: Sequence[Marked]) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for document in documents:
            for start, end, label in document.names:
                if span := trimmed(document.text, start, end):
                    votes[document.text[slice(*span)]][label] += 1
        self._full = {
            name
            for name, labels in votes.items()
            if _FULL_NAME <= len(words_of(name)) <= _LONGEST_NAME
            and (_is_mostly_person(labels) or (labels["PERSON"] and _is_given(name)))
            and _is_likely(name)
        }
        surnames = {fold(words_of(name)[-1]) for name in self._full}
        self._single = {
            name
            for name, labels in votes.items()
            if len(words_of(name)) == 1
            and _is_mostly_person(labels)
            and (fold(name) in surnames or fold(name) in _LEXICON.genders)
            and not (fold(name) in _WORDS.nobody or ENGLISH.is_place(name))
        }

    def persons(self, document: Marked) -> list[Span]:
        """The persons of a document."""
        text = document.text
        spans = [(span, label) for start, end, label in document.names if (span := trimmed(text, start, end))]
        full = {text[slice(*span)] for span, _ in spans} & self._full
        found = {match.span() for name in full for match in _whole([name]).finditer(text)}
        alone = {word for name in full for word in words_of(name) if len(word) >= _SHORTEST_ALONE and not _is_common(word)}
        alone |= {text[slice(*span)] for span, label in spans if label == "PERSON"} & self._single
        others = [s for s, label in spans if label != "PERSON" and s not in found and len(words_of(text[slice(*s)])) > 1]
        taken = [*others, *found]
        for match in _whole(alone).finditer(text) if alone else ():
            if not any(start <= match.start() and match.end() <= end for start, end in taken):
                found.add(match.span())
        return _joined(text, found)

    def organizations(self, document: Marked, persons: Sequence[Span]) -> list[Span]:
        """The organisations of a document, beside its persons."""
        found = set()
        for start, end, label in document.names:
            span = trimmed(document.text, start, end, ("the",)) if label == "ORG" else None
            if span and not any(s < span[1] and span[0] < e for s, e in persons) and _is_body(document.text[slice(*span)]):
                found.add(span)
        return sorted(found)


def _is_mostly_person(labels: Counter[str]) -> bool:
    return labels["PERSON"] >= _LEAST_SHARE * labels.total()


def _is_given(name: str) -> bool:
    return fold(words_of(name)[0]) in _LEXICON.genders


def _is_likely(name: str) -> bool:
    """Whether a full name has none of the words that people's names have not."""
    words = words_of(name)
    if fold(words[-1]) in _LEXICON.body_words | _LEXICON.offices or (name.isupper() and len(name) <= _LONGEST_ABBREVIATION):
        return False
    if fold(words[0]) in _OFFICES or any(fold(word) in _WORDS.nobody for word in words) or ENGLISH.is_place(name):
        return False
    if _is_given(name):
        return True
    if ENGLISH.is_place(words[-1]) or ENGLISH.is_place(name.split()[0]):
        return False
    likeliest = [ENGLISH.morphology.readings(word)[0] for word in words]
    is_plural = any(r.number == "Plur" and r.known for r in ENGLISH.morphology.readings(words[-1].lower())[:1])
    return not is_plural and not any(r.known and r.pos in ("NOUN", "ADJ", "VERB") for r in likeliest)


def _is_body(name: str) -> bool:
    low = fold(name)
    return not (ENGLISH.is_place(name) or low in _LEXICON.genders or name.islower() or low in _UNLIKE_BODIES)


_UNLIKE_BODIES = frozenset(("state", "latino", "latinos", "islam", "super", "medicare"))


def _is_common(word: str) -> bool:
    """Whether a word is likelier a common one even with a capital («Will»), or a place."""
    return ENGLISH.morphology.readings(word)[0].pos not in ("PROPN", "NOUN") or ENGLISH.is_place(word)


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some words where they are whole."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))})(?![\w-])")


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans that lie in no other, those side by side as one («Donald» «J. Trump»)."""
    out: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if out and start < out[-1][1]:
            continue
        if out and text[out[-1][1] : start] == " ":
            out[-1] = out[-1][0], end
        else:
            out.append((start, end))
    return out


class Exchange:
    """Exchanges the names of people for others.

    Args:
        seed: Of which names are taken.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._lists = _WORDS.people * _OWN_LISTS
        for locale in _WORDS.locales:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
            given = sorted(name for name in dict.fromkeys(provider.first_names) if _GIVEN_NAME.fullmatch(name))
            family = sorted(name for name in dict.fromkeys(provider.last_names) if _FAMILY_NAME.fullmatch(name))
            if min(len(given), len(family)) >= _LEAST_NAMES:
                self._lists.append(People(given=given, family=family))

    def of(self, text: str, persons: Sequence[Span], bodies: Sequence[Span]) -> tuple[str, list[Span], list[Span]]:
        """The text with other people's names, and where they and the bodies are."""
        new: dict[str, str] = {}
        for start, end in sorted(persons, key=lambda span: span[0] - span[1]):
            people = self._random.choice(self._lists)
            words = words_of(text[start:end])
            if len(words) > 1:
                new.setdefault(words[0], self._random.choice(people.given))
            if words:
                new.setdefault(words[-1], self._random.choice(people.family))
        if not new:
            return text, list(persons), list(bodies)
        moved: dict[int, int] = {}
        waiting = sorted({edge for span in (*persons, *bodies) for edge in span}, reverse=True)
        out, at, shift = [], 0, 0
        for match in _whole(new).finditer(text):
            while waiting and waiting[-1] <= match.start():
                edge = waiting.pop()
                moved[edge] = edge + shift
            word = new[match.group()]
            out += [text[at : match.start()], word]
            at = match.end()
            shift += len(word) - len(match.group())
        moved.update((edge, edge + shift) for edge in waiting)
        out.append(text[at:])
        return "".join(out), [(moved[s], moved[e]) for s, e in persons], [(moved[s], moved[e]) for s, e in bodies]


def teach(model: str, texts: Sequence[str]) -> Iterator[Marked]:
    """The texts with what a model of spaCy takes for names."""
    spacy = importlib.import_module("spacy")
    nlp = spacy.load(model, exclude=["lemmatizer", "parser", "tagger", "attribute_ruler"])
    for document in nlp.pipe(texts):
        yield Marked(document.text, [(entity.start_char, entity.end_char, entity.label_) for entity in document.ents])


def records(documents: Sequence[Marked], exchange: Exchange, copies: int) -> Iterator[dict[str, Any]]:
    """The records of the marked corpus: each document, and copies with other names."""
    corpus = Corpus(documents)
    for document in documents:
        persons = corpus.persons(document)
        bodies = corpus.organizations(document, persons)
        yield _record(document.text, persons, bodies)
        for copy in range(copies):
            text, others, their_bodies = exchange.of(document.text, persons, bodies)
            headline, end, rest = text.partition("\n")
            shouted = headline.upper()
            if copy % _SHOUTED == 0 and len(shouted) == len(headline):
                text = shouted + end + rest
            yield _record(text, others, their_bodies)


def _record(text: str, persons: Sequence[Span], bodies: Sequence[Span]) -> dict[str, Any]:
    return {"text": text, "gold": {"persons": persons, "organizations": bodies}}


@click.command()
@click.argument("model")
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--copies", default=2, show_default=True, help="With other names, of each article.")
@click.option("--seed", default=0, show_default=True, help="Of the names that are taken.")
def main(model: str, corpus: Path, output: Path, copies: int, seed: int) -> None:
    """Mark the names in a CORPUS with a MODEL of spaCy and write them to OUTPUT."""
    texts = [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines()]
    marked = list(teach(model, texts))
    with output.open("w", encoding="utf-8") as file:
        for record in records(marked, Exchange(seed), copies):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
