#!/usr/bin/env python3
r"""Make the table of English words: how each form can be read, and how often it is read so in the news.

    npm pack brill@3.1.0                                               # MIT
    pip download --no-deps lemminflect==0.2.3 denckring-en-pos==0.6.0  # MIT; Apache-2.0 with weights under CC BY-SA 4.0
    python training/english_words.py brill-3.1.0.tgz lemminflect-*.whl denckring_en_pos-*.whl polnear-train.jsonl \
        src/newsfacts/languages/en/words.txt.gz

Three sources, each for what it is good at. The lexicon of Brill's tagger (Brown corpus, Wall Street Journal) has the tags that
people gave a word, the most frequent one first. lemminflect, from the SPECIALIST lexicon of the National Library of Medicine,
has the forms of regular and irregular words with their lemmas. How often a word of several readings is read in each way is
counted in news articles that a tagger has tagged; readings that neither lexicon allows are errors of the tagger and do not
count. No text and no weight of the tagger goes into the table. The same files give the same table, byte for byte.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import tarfile
import zipfile
from ast import literal_eval
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from documents import find_language

from newsfacts.languages.en.word_table import CODES, Entry, WordTable, written_table

# The code of each reading in the table (languages/en/word_table.py) by Brill's tag.
_PENN = {
    "NN": "N",
    "NNS": "S",
    "NNP": "P",
    "NNPS": "Q",
    "VB": "B",
    "VBP": "F",
    "VBZ": "Z",
    "VBD": "D",
    "VBN": "E",
    "VBG": "G",
    "JJ": "J",
    "JJR": "K",
    "JJS": "L",
    "RB": "A",
    "RBR": "C",
    "RBS": "W",
    "CD": "M",
    "UH": "i",
}
# The codes that a universal tag and a form of the verb can stand for: of those that a form can be the one that Brill has first.
_UNIVERSAL = {
    "NOUN|-": "NS",
    "ADJ|-": "LKJ",
    "ADV|-": "WCA",
    "NUM|-": "M",
    "INTJ|-": "i",
    "VERB|Inf": "B",
    "VERB|Fin": "ZDF",
    "VERB|Part": "EG",
    "VERB|Ger": "G",
    "ADP|-": "p",
    "CCONJ|-": "c",
    "SCONJ|-": "s",
    "PART|-": "t",
    "PRON|-": "o",
    "DET|-": "d",
    "AUX|Fin": "x",
    "AUX|Inf": "x",
    "AUX|Part": "x",
}
# The codes of the parts of speech that have no features there.
_CLOSED = {pos: code for code, pos in CODES.items() if " " not in pos}
# What a noun's codes are where it has a capital.
_AS_NAME = {"N": "P", "S": "Q"}
_PROPER_NOUN = "PROPN|-"
# What a lexicon's word counts, in occurrences: Brill's first tag, his others, and what only lemminflect has.
_FIRST, _OTHER, _LISTED = 4.0, 1.0, 0.4
# How often a word with a capital is a proper noun where that is Brill's first, second, … tag of it.
_PROPER = (0.9, 0.3, 0.25, 0.25)
_UNLISTED = 0.2
# What is rarer than one in so many is left out.
_RAREST = 0.015
# Endings of so many letters, seen in so many words, tell how a word that the table lacks is read.
_LONGEST_ENDING, _FEWEST_WORDS = 5, 12
# How much another distribution must differ to be worth an entry of its own.
_TELLING = 0.12
# A word that no lexicon has and the articles have so often is one («website»).
_FREQUENT = 5
_SHAPES = {"ing": "GNJ", "ed": "DEJ", "s": "SZ", "ly": "A"}
_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*(?<!'s)")
_LINE = re.compile(r"^  (?:'([^']+)'|\"([^\"]+)\"|(\w+)): (\[[\d, ]+\]|\d+),?$", re.MULTILINE)
_TOKEN = re.compile(r"n't|'(?:s|re|ve|ll|d|m)\b|[A-Za-z]+(?:-[A-Za-z]+)*(?=n't)|[A-Za-z]+(?:-[A-Za-z]+)*|[.!?:;\n\"”“]")

Forms = dict[str, dict[str, set[str]]]


def brill_tags(package: Path) -> dict[str, list[str]]:
    """The codes of Brill's tags by the word as he spells it, the most frequent one first."""
    with tarfile.open(package) as archive:
        tags = _member(archive, "package/lib/tags.js")
        words = _member(archive, "package/lib/words.js")
    names = literal_eval(tags[tags.index("[") :].strip())
    found: dict[str, list[str]] = {}
    for single, double, bare, numbers in _LINE.findall(words):
        word = single or double or bare
        if _WORD.fullmatch(word):
            # One word has a tag beyond the last.
            own = [names[int(n)] for n in re.findall(r"\d+", numbers) if int(n) < len(names)]
            found[word] = list(dict.fromkeys(_PENN[tag] for tag in own if tag in _PENN))
    return found


def _member(archive: tarfile.TarFile, name: str) -> str:
    file = archive.extractfile(name)
    if file is None:
        raise click.ClickException(f"{archive.name!r} has no {name!r}; give the package brill of npm")
    return file.read().decode()


def inflected_forms(wheel: Path) -> Forms:
    """The forms that lemminflect has: for each the codes that it can have, and the lemmas by code."""
    found: Forms = defaultdict(lambda: defaultdict(set))
    with zipfile.ZipFile(wheel) as archive:
        lines = gzip.decompress(archive.read("lemminflect/resources/infl_lu.csv.gz")).decode().splitlines()
    for line in lines:
        lemma, kind, *columns = line.split(",")
        for code, forms in _paradigm(lemma, kind, columns):
            for form in filter(_WORD.fullmatch, forms):
                found[form.lower()][_AS_NAME.get(code, code) if form[0].isupper() else code].add(lemma.lower())
    return found


def _paradigm(lemma: str, kind: str, columns: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The forms of a word by code."""
    own = [column.split("/") if column else [] for column in columns]
    if kind == "noun":
        yield "N", [lemma]
        yield "S", [form for forms in own for form in forms if form != lemma]
    elif kind == "verb":
        past, participle, present, third = [*own, [], [], [], []][:4]
        yield from (("B", [lemma]), ("F", [lemma]), ("D", past), ("E", participle or past), ("G", present), ("Z", third))
    elif kind in ("adj", "adv"):
        yield from zip("JKL" if kind == "adj" else "ACW", [[lemma], *own], strict=False)


def load_tagger(wheel: Path) -> Callable[[list[str]], list[str]]:
    """The tagger: it gives ``UPOS|VerbForm`` for each word of a sentence."""
    with TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        module = archive.extract("denckring_en_pos/perceptron.py", folder)
        spec = importlib.util.spec_from_file_location("perceptron", module)
        if spec is None or spec.loader is None:
            raise click.ClickException(f"{wheel} cannot be imported; give the wheel of denckring-en-pos")
        perceptron: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(perceptron)
        data = json.loads(gzip.decompress(archive.read("denckring_en_pos/data/tagger.json.gz")))
    tagger = perceptron.Tagger(data["weights"], data["tagdict"], data["classes"], frozenset(data["vocabulary"]))
    return lambda words: list(tagger.tag(words))


def sentences(corpus: Path) -> Iterator[list[str]]:
    """The words of the corpus's sentences, clitics apart, as the tagger was trained on them."""
    for line in corpus.read_text(encoding="utf-8").splitlines():
        words: list[str] = []
        for token in _TOKEN.findall(json.loads(line)["text"].replace("’", "'")):
            if token[0].isalpha() or token[0] == "'":
                words.append(token)
            elif token not in '"”“' and words:
                yield words
                words = []
        if words:
            yield words


class Counts:
    """How often each form is read how.

    Args:
        allowed: The codes that each form can have, Brill's in his order.

    Attributes:
        readings: The codes of each form with how often it has them.
        capitals: How often each form has a capital.
    """

    def __init__(self, allowed: Mapping[str, Sequence[str]]) -> None:
        self._allowed = allowed
        self.readings: dict[str, Counter[str]] = defaultdict(Counter)
        self.capitals: Counter[str] = Counter()

    def add(self, word: str, label: str) -> None:
        """Count an occurrence, if the form can have the code."""
        form = word.lower()
        self.capitals[form] += word[0].isupper()
        codes = _UNIVERSAL.get(label, "")
        allowed = self._allowed.get(form) or _by_shape(form)
        if label == _PROPER_NOUN:
            if word[0].isupper():
                self.readings[form][_name_code(allowed)] += 1
        elif code := next((code for code in allowed if code in codes), ""):
            self.readings[form][code] += 1


def _name_code(codes: Iterable[str]) -> str:
    return next((code for code in codes if code in "PQ"), "P")


def _by_shape(form: str) -> str:
    """The codes that a form which no lexicon has can have."""
    return next((codes for ending, codes in _SHAPES.items() if form.endswith(ending)), "NBFJA")


def shares(tags: Sequence[str], closed: Set[str], allowed: Set[str], counts: Counter[str]) -> dict[str, float]:
    """How often a form that is no proper noun is read in each way; the shares add up to one.

    Args:
        tags: Brill's codes for it, the most frequent one first.
        closed: The codes of closed classes that it has; others count only where they were seen.
        allowed: All the codes that it can have.
        counts: How often it has each.
    """
    weights = {code: float(counts[code]) for code in allowed}
    common = [code for code in tags if code in allowed]
    for code in closed or allowed:
        weights[code] += _FIRST if closed or code in common[:1] else _OTHER if code in common else _LISTED
    total = sum(weights.values()) or 1.0
    kept = {code: weight / total for code, weight in weights.items() if weight / total >= _RAREST}
    return {code: share / sum(kept.values()) for code, share in sorted(kept.items())}


def proper_share(tags: Sequence[str], counts: Counter[str], capitals: int) -> float:
    """How often a form that has a capital is a proper noun."""
    listed = next((share for code, share in zip(tags, _PROPER, strict=False) if code in "PQ"), _UNLISTED)
    return (counts["P"] + counts["Q"] + _FIRST * listed) / (capitals + _FIRST)


def endings(table: Mapping[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """How words with each ending are read; an ending that tells nothing new beside a shorter one is left out."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    words: Counter[str] = Counter()
    for form, readings in table.items():
        for length in range(1, min(_LONGEST_ENDING, len(form) - 2) + 1):
            words[form[-length:]] += 1
            sums[form[-length:]].update(readings)
    found: dict[str, dict[str, float]] = {}
    for ending in sorted((e for e, number in words.items() if number >= _FEWEST_WORDS), key=lambda e: (len(e), e)):
        kept = {code: weight / words[ending] for code, weight in sums[ending].items() if weight >= 0.04 * words[ending]}
        own = {code: weight / sum(kept.values()) for code, weight in kept.items()}
        shorter = next((found[ending[i:]] for i in range(1, len(ending)) if ending[i:] in found), {})
        if sum(abs(own.get(code, 0) - shorter.get(code, 0)) for code in own.keys() | shorter.keys()) / 2 >= _TELLING:
            found[ending] = own
    return found


def _entries(readings: Mapping[str, float], proper: float = 0.0, name: str = "P") -> list[Entry]:
    found = [Entry(code, round(100 * share)) for code, share in readings.items()]
    found.append(Entry(name, round(100 * proper)))
    return sorted((entry for entry in found if entry.share), key=lambda e: (-e.share, e.code))


@click.command()
@click.argument("brill", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("lemminflect", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("tagger", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
def main(brill: Path, lemminflect: Path, tagger: Path, corpus: Path, out: Path) -> None:
    """Make the table OUT from the packages BRILL, LEMMINFLECT and TAGGER and the texts of CORPUS."""
    tags, forms = brill_tags(brill), inflected_forms(lemminflect)
    english = find_language("en")
    closed = {word: {_CLOSED[pos] for pos in parts_of_speech} for word, parts_of_speech in english.function_words.items()}
    for word in english.numbers.keys() | english.scales.keys():
        closed.setdefault(word, set()).add("M")
    listed: dict[str, list[str]] = defaultdict(list)
    for word in sorted(tags, key=lambda w: not w.islower()):  # the tags of the small word first
        listed[word.lower()] += tags[word]
    allowed: dict[str, list[str]] = {}
    for form in listed.keys() | forms.keys() | closed.keys():
        own = [*closed.get(form, ()), *listed[form], *forms.get(form, ())]
        # Brill has errors of his corpora, such as plurals as infinitives.
        allowed[form] = [code for code in dict.fromkeys(own) if code not in "BF" or code in forms.get(form, code)]
    counts = Counts(allowed)
    tag = load_tagger(tagger)
    for words in sentences(corpus):
        for word, label in zip(words, tag(words), strict=True):
            counts.add(word, label)
    for form, found in counts.readings.items():
        if form not in allowed and sum(found.values()) >= _FREQUENT and counts.capitals[form] * 2 < sum(found.values()):
            allowed[form] = [code for code, number in found.items() if number * 10 >= sum(found.values())]
    common = {
        form: shares(listed[form], closed.get(form, set()), set(codes) - {"P", "Q"}, counts.readings[form])
        for form, codes in allowed.items()
    }
    table = {}
    for form, readings in common.items():
        proper = proper_share(listed[form], counts.readings[form], counts.capitals[form])
        table[form] = _entries(readings, proper, name=_name_code(allowed[form]))
    for ending, readings in endings({form: readings for form, readings in common.items() if form not in closed}).items():
        table["-" + ending] = _entries(readings)
    # A word that is nothing but a name is read as one by its capital.
    table = {form: entries for form, entries in table.items() if {entry.code for entry in entries} - {"P"}}
    plain = WordTable(written_table(table))
    for form, entries in table.items():
        bases = forms.get(form, {})
        table[form] = [
            entry._replace(lemma=min(lemmas, key=lambda base: (-sum(counts.readings[base].values()), base)))
            if form[0] != "-" and (lemmas := bases.get(entry.code)) and plain.lemma(form, entry) not in lemmas
            else entry
            for entry in entries
        ]
    out.write_bytes(gzip.compress(written_table(table).encode(), 9, mtime=0))
    click.echo(f"{len(table)} forms and endings, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
