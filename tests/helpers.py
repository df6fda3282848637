"""Small plugins and facts that several tests use."""

import re
from typing import ClassVar

from attrs import frozen

from newsfacts import Extractor, Fact, Mention, OfficialTitle, Source, hookimpl
from newsfacts.plugins import Plugins
from newsfacts.reading import read_all

# A short wire item with a fact of each kind.
WIRE = (
    "МИНСК, 29 сен – РИА Новости. Товарооборот вырос до двух миллиардов долларов, заявил вице-премьер Белоруссии "
    "Виктор Каранкевич. «Мы наблюдаем положительную динамику», — сказал он."
)


@frozen(kw_only=True)
class Weather(Fact):
    """A third party's kind of fact."""

    kind: ClassVar[str] = "weather"
    degrees: int


def extractor(name, run, yields=(Weather,), languages=("ru",)):
    return Extractor(name=name, languages=languages, yields=yields, run=run)


def weather(text, found, degrees=0, **fields):
    start = text.index(found)
    return Weather(start=start, end=start + len(found), text=found, degrees=degrees, **fields)


def mention(text, found, name=None, start=0, type="person", **fields):  # noqa: A002 - the field's name
    at = text.index(found, start)
    return Mention(start=at, end=at + len(found), text=found, type=type, name=name or found, **fields)


def title(text, found, person=None, **fields):
    at = text.index(found)
    return OfficialTitle(start=at, end=at + len(found), text=found, position=found, person=person, **fields)


def names(folder):
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def read_bytes(data, name):
    """The articles and errors of a file's content, by the built-in readers."""
    return list(read_all(Source(name=name, data=data), Plugins(discover=False)))


class Finds:
    """A plugin whose extractor finds a word as weather."""

    def __init__(self, word, name="weather", degrees=0, **fields):
        self.word, self.name, self.degrees, self.fields = word, name, degrees, fields

    @hookimpl
    def newsfacts_extractors(self):
        def run(analysis):
            for match in re.finditer(re.escape(self.word), analysis.text):
                yield Weather(start=match.start(), end=match.end(), text=match.group(), degrees=self.degrees, **self.fields)

        return [extractor(self.name, run)]
