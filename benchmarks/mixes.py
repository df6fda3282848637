"""Hostile texts at random: what the extractors look for, mixed and repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count, cycle
from random import Random
from typing import NamedTuple

__all__ = ["FRAGMENTS", "Mix", "mixes"]

# It stands for letters that are new each time they are written.
_NEW = "~"
FRAGMENTS = (
    *("сказал", "заявила он", "по словам", "по его словам", "сообщили в", "как пишет", "считает, что", "что", "отметил:"),
    *("приводит слова", "говорится в сообщении", "передаёт ТАСС", "не исключил", "выразил надежду", "добавил он"),
    *(
        "Иван Петров",
        "Анна Петрова",
        "Петров",
        "Петрова",
        "Анна Мария Ким",
        "А. Петров",
        "А. Б.",
        "Петров-Водкин",
        "ИВАН ПЕТРОВ",
    ),
    *("Иван А~", "А~ Петров", "А~", "И. А~", "«А~»", "он", "она", "они", "его", "который", "John Smith", "Мин Ли (民李)"),
    *("министр", "глава МИД России", "президент Сербии", "бывший", "и. о.", "вице-премьер", "пресс-секретарь Кремля", "мэр"),
    *("министры", "депутат", "эксперт", "глава ведомства", "заместитель министра", "источник", "директор завода «Заря»"),
    *(
        "5 млн рублей",
        "$5",
        "€1,5 млрд",
        "от 3 до 5 млн",
        "два миллиарда",
        "тысяч",
        "100",
        "1 000 000",
        "руб.",
        "5–7",
        "долларов",
    ),
    *("пять", "полтора", "и", "или", "а", "до", "около", "более чем", "5%", "USD", "биткоин", "за"),
    *(
        "МОСКВА, 5 мая — РИА Новости.",
        "МИНСК",
        "ТАСС",
        "5 мая 2020 года",
        "Москва",
        "в России",
        "Reuters",
        "Лондон (Reuters) -",
    ),
    *("ООО «Заря»", "МИД", "компания", "Министерство обороны", "Государственная дума", "банк", "ООН", "«Заря»", "университет"),
    *("«", "»", "„", "“", "”", '"', "'", "''", "‹", "›", "(", ")", "[", "]", "{", "<b>", "&amp;", "``"),
    *(
        ".",
        "!",
        "?",
        "…",
        "...",
        "?!",
        ",",
        ";",
        ":",
        "—",
        "–",
        "-",
        " - ",
        " — ",
        ". —",
        ", —",
        "»,",
        "».",
        ".»",
        '!"',
        '",',
        "!»",
    ),
    *("\n", "\n\n", "\n \n", "\r\n", "\t", " ", "  ", "\u00a0", "     ", "\n    ", "\u2028", "\u200b", "\u0301", "\x00"),
    *("1", "12345", "1.5", "1,", "1:", "10.10.2020", "№ 5", "XIV", "11-го", "40-летний", "tass.ru", "www.", "@", "#", "/"),
    *("г.", "тыс.", "млн", "им.", "т. е.", "ул.", "др.", "слово", "слова", "Слово", "СЛОВО", "деловой", "а-а", "О'Нил", "ё"),
    *("民", "ß", "İ", "ﬁ", "ا", "🙂", "é", "Ä", "z", "x-", "а" * 60, "Аб" * 40, "а-" * 30, "1" * 50, "не~"),
)
_JOINTS = ("", " ", " ", " ", "\n", ", ", ". ")


class Mix(NamedTuple):
    """A kind of text.

    Attributes:
        name: How it is made, to be read.
        text: The text of at least a number of characters.
    """

    name: str
    text: Callable[[int], str]


def mixes(seed: int) -> Iterator[Mix]:
    """Mixes without end, the same ones for the same seed; between the first ones every fragment by itself."""
    alone = [fragment + joint for fragment in FRAGMENTS for joint in dict.fromkeys(_JOINTS)]
    Random(seed).shuffle(alone)
    for number in count():
        if alone:
            piece = alone.pop()
            yield Mix(f"{piece!r} again and again", _maker("repeated", [piece], number))
        random = Random(f"{seed}:{number}")
        shape = random.choice(("repeated", "repeated", "shuffled", "in blocks"))
        joint = random.choice((*_JOINTS, None))
        pieces = [
            random.choice(FRAGMENTS) + (random.choice(_JOINTS) if joint is None else joint) for _ in range(random.randint(2, 6))
        ]
        yield Mix(f"{shape}: {pieces!r}", _maker(shape, pieces, number))


def _maker(shape: str, pieces: Sequence[str], number: int) -> Callable[[int], str]:
    def text(size: int) -> str:
        random = Random(number)
        if shape == "in blocks":  # of each as much as of the others
            share = size // len(pieces) + 1
            row = iter([piece for piece in pieces for _ in range(share // len(piece) + 1)])
        elif shape == "shuffled":
            row = (random.choice(pieces) for _ in count())
        else:
            row = cycle(pieces)
        made: list[str] = []
        length = 0
        for piece in row:
            if length >= size:
                break
            made.append(_renewed(piece, random))
            length += len(piece)
        return "".join(made)

    return text


def _renewed(piece: str, random: Random) -> str:
    return piece.replace(_NEW, "".join(random.choices("абвгдеиклмнорст", k=6))) if _NEW in piece else piece
