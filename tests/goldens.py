"""Golden articles: a folder each with the article, the facts that a reader finds in it, and what they hold down.

``article.*`` is in any format that is read. ``expected.json`` has every fact with every field, and the entities; a mention or a
span has its words beside its offsets, an entity names its titles and quotes by their words. What says how sure and by whom a
fact was found is left out. ``why.md`` says what of the language the article is there for. Where newsfacts does not find yet
what is right, ``faults.txt`` has the differences that are known, a line each: one more is a failure, and so is one that is
mended and still stands there.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from newsfacts import Article, Pipeline, Result, read_one

TESTS = Path(__file__).parent
SEED = TESTS.parent / "seeds/000_b1121ad0624d0098"

WIDTH = 120  # of a line of expected.json, where its values can be parted at all
_UNTOLD_OF_ARTICLES = ("text", "id", "hints")
_UNTOLD_OF_FACTS = ("id", "confidence", "extractors")


@frozen
class Golden:
    """An article and what is right to say of it.

    Attributes:
        name: What it is called in the tests.
        article: The article's file.
        expected: The file of its facts.
        whole: Whether that file has all fields and entities; else those that it has are compared, of persons alone.
    """

    name: str
    article: Path
    expected: Path
    whole: bool = True

    def read(self) -> Article:
        """The article."""
        return _read(self.article)

    def differences(self, result: Result) -> list[str]:
        """In what a result is not the expected one."""
        expected = json.loads(self.expected.read_text(encoding="utf-8"))
        found = described(result)
        if not self.whole:
            expected = {key: expected[key] for key in found}
            found["entities"] = [entity for entity in found["entities"] if entity["type"] == "person"]
            for entity in expected["entities"]:
                entity["mentions"] = [{"start": start, "end": end} for start, end in entity["mentions"]]
        return [
            *(f"it failed: {failure.message}" for failure in result.failures),
            *(f"it skipped {name}" for name in result.skipped),
            *self._differences("article", found["article"], expected["article"]),
            *self._listed(found["facts"], expected["facts"], lambda fact: (fact["start"], fact["end"], fact["kind"])),
            *self._listed(found["entities"], expected["entities"], lambda entity: (entity["type"], entity["name"])),
        ]

    def faults(self) -> list[str]:
        """The differences that are known."""
        return self._faults.read_text(encoding="utf-8").splitlines() if self._faults.exists() else []

    @property
    def _faults(self) -> Path:
        return self.expected.with_name("faults.txt")

    def _listed(self, found: list[dict[str, Any]], expected: list[dict[str, Any]], key: Any) -> list[str]:
        """The differences of two lists whose items a key tells apart; of several with one key the first goes with the first."""
        said = []
        found = list(found)
        for item in expected:
            words = _words(item)
            if same := [other for other in found if key(other) == key(item)]:
                nearest = min(same, key=lambda other: len(self._differences(words, other, item)))
                found.remove(nearest)
                said += self._differences(words, nearest, item)
            else:
                said.append(f"{words} is missed")
        return said + [f"{_words(item)} is found and not expected" for item in found]

    def _differences(self, where: str, found: Any, expected: Any) -> list[str]:
        if isinstance(found, dict) and isinstance(expected, dict):
            names = found.keys() | expected.keys() if self.whole else expected.keys()
            return [
                difference
                for name in sorted(names)
                for difference in self._differences(f"{where}: {name}", found.get(name, "absent"), expected.get(name, "absent"))
            ]
        if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
            return [d for pair in zip(found, expected, strict=True) for d in self._differences(where, *pair)]
        return [] if found == expected else [f"{where} is {found!r}, not {expected!r}"]

    def update(self, result: Result) -> Path | None:
        """Write what a result says as what is expected, or its faults where some are known; the file, if that changed it."""
        if self._faults.exists():
            file, after = self._faults, "".join(f"{fault}\n" for fault in self.differences(result))
        else:
            file, after = self.expected, _json(described(result)) + "\n"
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        if after:
            file.write_text(after, encoding="utf-8")
        else:
            file.unlink()  # the last fault is mended
        return file if before != after else None


@cache  # a page takes longer to read than its facts
def _read(path: Path) -> Article:
    return read_one(path)


def goldens() -> list[Golden]:
    """The founding article, the English one beside it, and those in ``golden/``."""
    founding = Golden("founding", SEED.with_suffix(".txt"), SEED.with_suffix(".gold.json"), whole=False)
    folders = sorted(path for parent in (SEED.parent, TESTS / "golden") for path in parent.iterdir() if path.is_dir())
    return [founding, *(Golden(folder.name, *folder.glob("article.*"), folder / "expected.json") for folder in folders)]


def check_golden(golden: Golden, pipeline: Pipeline) -> None:
    """Compare what a pipeline finds in a golden article with what is right.

    Raises:
        AssertionError: They differ otherwise than is known; the message has each difference that is new, or is there no more.
    """
    found, known = golden.differences(pipeline.extract(golden.read())), golden.faults()
    new = [difference for difference in found if difference not in known]
    mended = [f"no fault any more, to be left out of faults.txt: {fault}" for fault in known if fault not in found]
    assert not [*new, *mended], "\n".join((golden.name, *new, *mended))


def described(result: Result) -> dict[str, Any]:
    """A result in the form of ``expected.json``."""
    plain = result.to_dict()
    text = result.article.text
    words = {fact["id"]: fact["text"] for fact in plain["facts"]}
    return {
        "article": {key: value for key, value in plain["article"].items() if value and key not in _UNTOLD_OF_ARTICLES},
        "facts": [
            {key: _without_entity(value) for key, value in fact.items() if key not in _UNTOLD_OF_FACTS}
            for fact in plain["facts"]
        ],
        "entities": [
            {
                "type": entity["type"],
                "name": entity["name"],
                "gender": entity["gender"],
                "mentions": [{"start": start, "end": end, "text": text[start:end]} for start, end in entity["mentions"]],
                "titles": [words[title] for title in entity["titles"]],
                "quotes": [words[quote] for quote in entity["quotes"]],
            }
            for entity in plain["entities"]
        ],
    }


def _without_entity(value: Any) -> Any:
    return {key: inner for key, inner in value.items() if key != "entity"} if isinstance(value, dict) else value


def _words(item: dict[str, Any]) -> str:
    if "start" in item:
        return f"{item['kind']} {item['start']}–{item['end']} «{item['text']}»"
    return f"{item['type']} «{item['name']}»"


def _json(value: Any, indent: int = 0) -> str:
    """Indented JSON where what has room on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= WIDTH or not isinstance(value, dict | list):
        return line
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {_json(item, indent + 2)}" for key, item in value.items()]
        return "{\n" + ",\n".join(inner + part for part in parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(inner + _json(item, indent + 2) for item in value) + "\n" + " " * indent + "]"
