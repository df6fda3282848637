"""Names of persons out of a byline: fewer but right."""

from __future__ import annotations

import re

__all__ = ["person_names"]

_NO_NAME = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|@\w+|[«“\"„][^«»“”\"„]*[»”\"“]|\([^()]*\)|<[^<>]*>")
_SPLIT = re.compile(r"[,;|/•·\n\t:]|\s+(?:&|[—–-]|and|и|й|та|und|et|y|e|och|og|with)\s+", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_]['’ʼ.-]?)+")
_MOST_WORDS = 5
_LONGEST = 60


def _set(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Small words inside names.
_PARTICLES = _set(
    "de del della di da das dos du van von der den ten ter la le el al ul bin bint ibn abu ben y af av zu zur фон ван де",
    "дер ди да дю ла ле ибн бин аль оглы кызы заде",
)
# Words that stand before and after names in bylines, at either edge.
_ROLES = _set(
    "by story words text written reported reporting photo photos video edited from senior chief staff special foreign",
    "political science health business sports transport crime education environment defence defense economics diplomatic",
    "correspondent reporter editor writer journalist columnist contributor producer author authors freelance автор авторы",
    "текст фото видео подготовил подготовила подготовили беседовал беседовала записал записала корр корреспондент журналист",
    "редактор обозреватель колумнист спецкор собкор фотограф von par por da di av autor autora texte",
)
# Words of which none is part of a person's name: bodies, desks, and the furniture of pages.
_NO_PERSON = _set(
    "agency agencies news newsroom press wire wires service services staff team desk editorial editors reporters online",
    "digital web webmaster admin administrator guest user media group company inc ltd llc corp network radio tv television",
    "channel times post herald tribune gazette journal chronicle daily weekly magazine ledger reuters bloomberg associated",
    "afp ap dpa tass bbc cnn xinhua hours hour minutes minute days day ago today yesterday updated published monday tuesday",
    "wednesday thursday friday saturday sunday the email share follow contact about more read view all posts profile",
    "comments here us author authors department office university institute ministry government council committee board",
    "редакция новости новостей агентство агентства информагентство служба отдел редактор сайт портал газета журнал вестник",
    "радио тв телеканал канал пресс-служба тасс риа интерфакс белта рбк регнум администратор админ гость источник материал",
    "часов часа назад минут минуты сегодня вчера подписаться поделиться комментарии министерство правительство",
    "администрация",
)


def person_names(byline: str, publisher: str | None = None) -> list[str]:
    """The persons whom a byline names; what may be a body, a desk, a role or a nickname is left out.

    Args:
        byline: The byline, or a field that ought to hold one name.
        publisher: The publisher's name, which bylines often give in the place of one.

    >>> person_names("By ABBY REED and Tom Okafor, Transport Correspondent | 3 Hours Ago")
    ['Abby Reed', 'Tom Okafor']
    >>> person_names("Автор: Иван Петров, РИА Новости")
    ['Иван Петров']
    """
    found: dict[str, None] = {}
    for piece in _SPLIT.split(_NO_NAME.sub(",", byline[:1000])):
        name = _person(piece)
        if name and not (publisher and name.casefold() in publisher.casefold()):
            found[name] = None
    return list(found)


def _person(piece: str) -> str | None:
    """The name that a piece of a byline is; None when it is none."""
    tokens = piece.split()
    while tokens and _is_role(tokens[0]):
        del tokens[0]
    while tokens and _is_role(tokens[-1]):
        del tokens[-1]
    if not 2 <= len(tokens) <= _MOST_WORDS or len(piece) > _LONGEST:
        return None
    if any(token.casefold().strip(".") in _NO_PERSON or not _NAME.fullmatch(token) for token in tokens):
        return None
    names = [token for token in tokens if token.casefold() not in _PARTICLES]
    if len(names) < 2 or not all(map(_is_capital, names)) or all(len(name.strip(".")) < 2 for name in names):
        return None
    shouted = all(token.isupper() for token in tokens)
    return " ".join(_small(token) if shouted else token for token in tokens)


def _is_capital(name: str) -> bool:
    """Whether a name begins with a capital, be it after an elided particle: «d'Este»."""
    return name[0].isupper() or (name[1:2] in tuple("'’ʼ") and name[2:3].isupper())


def _is_role(token: str) -> bool:
    """A word of the byline itself: of a role, or in small letters and no particle of a name."""
    word = token.casefold().strip(".")
    return word in _ROLES or (token.islower() and word not in _PARTICLES)


def _small(token: str) -> str:
    """A name that is written in capitals, in small letters; initials stay."""
    return token if "." in token else re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), token)
