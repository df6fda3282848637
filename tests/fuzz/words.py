"""Random texts: fragments of the wire in disorder, characters of all planes, and articles that something has happened to."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from functools import cache
from random import Random

from fuzz.core import ROOT

__all__ = ["articles", "odd_text", "text"]

WIRE = [
    *("МОСКВА, 5 мая — РИА Новости. ", "САНКТ-ПЕТЕРБУРГ/ПАРИЖ, 31 дек - ТАСС. ", "Минск. 1 января. ИНТЕРФАКС - ", "(ТАСС)", "29 фев"),
    *("БРЮССЕЛЬ, 4 окт (Рейтер) - ", "LONDON, Dec 31 (Reuters) - ", "NEW YORK (AP) — ", "/Корр. БЕЛТА/", "4 марта", "в среду"),
    *("Глава МИД Сергей Петров", "министр финансов Анна Ким", "бывший ", "экс-", "и. о. ", "вице-", "Иванов", "Ивановой", "И. И. Иванов"),
    *("Жан-Клод ван дер Берг", "Ольга О’Нил", "мэр Риги", "президент США ", "генеральный директор ООО «Ромашка» ", "пресс-секретарь "),
    *("губернатор Самарской области ", "премьер-министр Белоруссии ", "MP John Smith", "Ким Чен Ир", "врио главы Тувы ", "Чистов-Петров"),
    *("заявил, что ", "сказала", "по словам ", "по его словам, ", "говорится в сообщении", "как сообщает ", "он ", "она ", "дал понять, что "),
    *("отметил: ", "в ведомстве пояснили, ", "цитирует ", "приводит слова ", "добавил собеседник агентства", "— сообщили в МВД. ", "said "),
    *("5 ", "от 3 до 5 ", "2,5 ", "млн ", "тыс. ", "рублей", "$", "€1.5bn", "евро ", "полтора миллиона ", "и на два", "двести ", "1 000 000"),
    *("долларов США", "руб./кв. м", "с 5 до 7 млрд ", "₽", "₿", "10-12 ", "0,0", "миллиард ", "нуль ", "1e9 ", "²", "½ ", "٣٤ ", "99" * 30),
    *("«", "»", "„", "“", "”", '"', "'", "’", "‹", "›", " - ", " – ", "— ", "--", ", ", ". ", ": ", "; ", "…", "...", "!", "?!", "(", ")"),
    *("\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u2009", "\u202f", "\u2028", "\u2029", "\x0b", "\x85", "снег", "дождь", "г.", "т. е. "),
]
ODD = [
    *("\x00", "\x1b[31m", "\x7f", "\x9f", "\ufeff", "\ufffe", "\uffff", "\ufffd", "\ud800", "\udfff", "\udbff\udc00", "\U0010ffff"),
    *("\u200b", "\u200d", "\u00ad", "\u2060", "\u202e", "\u2066", "\u2069", "\u0301", "\u0306" * 40, "и\u0306", "е\u0308", "\u1160"),
    *("👩\u200d👩\u200d👧", "🇷🇺", "👍🏽", "ﬁ", "ß", "ẞ", "İ", "ı", "ŉ", "ǆ", "ΐ", "ς", "ﷺ", "Ⅷ", "㎏", "①", "𝐀", "𝟙", "א", "ا", "漢", "ㅏ", "ก"),
    *("<b>", "</script>", "&amp;", "&#0;", "]]>", "<!--", "\\", "\\u0000", "%s", "{}", "=1+1", "@", ";", "|"),
]
SPACES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2003\u2009\u2028\u2029\u202f\u205f\u3000"
_USUAL = 600


@cache
def articles() -> tuple[str, ...]:
    """Our own articles: the seed's, and the texts of the cases."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for path in sorted((ROOT / "tests" / "cases").glob("*/*.toml")):
        texts += [case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    for path in sorted((ROOT / "tests" / "articles").glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(texts)


def text(random: Random) -> str:
    """A text of some hundred characters, now and then a long one."""
    [make] = random.choices([_of_wire, _of_planes, _of_articles, _of_repeats], weights=[40, 15, 60, 3])
    return make(random)


def odd_text(random: Random) -> str:
    """A few words as no headline, name or address should be."""
    return "".join(random.choice(ODD if random.random() < 0.5 else WIRE) for _ in range(random.randint(0, 5)))


def _of_wire(random: Random) -> str:
    pieces = random.sample(WIRE, random.randint(3, len(WIRE)))  # few different ones, so that they meet
    return "".join(_piece(random, pieces) for _ in range(random.randint(1, 80)))


def _piece(random: Random, pieces: list[str]) -> str:
    if random.random() < 0.97:
        return random.choice(pieces)
    return random.choice(ODD)


def _of_planes(random: Random) -> str:
    length = random.randint(1, 100)
    return "".join(random.choice([*WIRE, *ODD, *(chr(random.randrange(0x110000)) for _ in range(100))]) for _ in range(length))


def _of_articles(random: Random) -> str:
    made = random.choice(articles())
    while len(made) < random.randint(0, _USUAL):
        made += random.choice(["\n", " ", "\n\n", ""]) + random.choice(articles())
    for _ in range(random.randint(1, 6)):
        made = random.choice(_CHANGES)(random, made)
    return made


def _of_repeats(random: Random) -> str:
    """What is short and comes many times shows what takes more time than its length is worth."""
    piece = "".join(_piece(random, WIRE) for _ in range(random.randint(1, 4)))
    return _of_wire(random) + piece * random.randint(100, 2000) + _of_wire(random)


def _cut(random: Random, made: str) -> str:
    start, end = _places(random, made)
    return made[:start] + made[end:]


def _doubled(random: Random, made: str) -> str:
    start, end = _places(random, made)
    return made[:end] + made[start:end] * random.choice([1, 1, 1, 2, 10]) + made[end:]


def _moved(random: Random, made: str) -> str:
    start, end = _places(random, made)
    rest = made[:start] + made[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + made[start:end] + rest[at:]


def _put_in(random: Random, made: str) -> str:
    for _ in range(random.randint(1, 5)):
        at = random.randint(0, len(made))
        made = made[:at] + random.choice(random.choice([WIRE, ODD])) + made[at:]
    return made


def _other_case(random: Random, made: str) -> str:
    start, end = _places(random, made)
    return made[:start] + random.choice([str.upper, str.lower, str.title, str.swapcase])(made[start:end]) + made[end:]


def _other_spaces(random: Random, made: str) -> str:
    return "".join(random.choice([*SPACES, "", "  "]) if c.isspace() and random.random() < 0.3 else c for c in made)


def _other_marks(random: Random, made: str) -> str:
    marks = '«»"“”„‟‘’‚‛‹›\'`'
    return "".join(random.choice(marks) if c in marks and random.random() < 0.5 else c for c in made)


def _other_form(random: Random, made: str) -> str:
    return unicodedata.normalize(random.choice(["NFC", "NFD", "NFKC", "NFKD"]), made)


def _places(random: Random, made: str) -> tuple[int, int]:
    start = random.randint(0, len(made))
    return start, min(len(made), start + random.choice([1, 5, 40, 300]))


_CHANGES = (_cut, _doubled, _moved, _put_in, _other_case, _other_spaces, _other_marks, _other_form)
