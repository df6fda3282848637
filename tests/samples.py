"""An article with facts of every kind, for the tests of what is written."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import ClassVar

from attrs import frozen
from helpers import Weather, extractor, mention, weather

from newsfacts import Article, Dateline, Fact, Mention, MoneyAmount, OfficialTitle, Pipeline, Quote, Span, hookimpl

TEXT = (
    "МИНСК/ПАРИЖ, 29 сен – ТАСС. Бывший глава концерна «Ромашка» Анна Ким заявила, что завод получит от 3 до 5,5 млн рублей. "
    "«Решение принято», – сказала Ким.\nМинистр энергетики Самарской области Пётр Чистов назвал цену: около 0,5 евро. "
    "«Ромашка» сообщила, что снег идёт. В докладе говорится: «Ждём»."
)
ARTICLE = Article(
    text=TEXT,
    id="n-1",
    url="https://example.org/20250929/snow.html",
    headline="Снег и деньги",
    published=datetime(2025, 9, 29, 10, 30, tzinfo=UTC),
    modified=date(2025, 9, 30),
    language="ru",
    source="ТАСС",
    authors=("Олег Крайний", "Инна Долгая"),
)


@frozen(kw_only=True)
class Size:
    """A value that is neither a mention nor a plain one."""

    metres: Decimal
    note: str | None = None


@frozen(kw_only=True)
class Storm(Fact):
    """A third party's kind with fields of every sort."""

    kind: ClassVar[str] = "storm/ветер"

    force: int
    speed: float
    named: bool
    height: Decimal
    day: date
    seen: datetime
    amount: str  # as a shared kind's field is called, but not one
    towns: tuple[str, ...]
    size: Size
    reporter: Mention
    eye: Span
    witnesses: tuple[Mention, ...] = ()
    gusts: tuple[float | None, ...] = ()
    name: str | None = None


@frozen(kw_only=True)
class Fine(MoneyAmount):
    """A third party's kind of money."""

    kind: ClassVar[str] = "fine"

    article: str


class Gives:
    """A plugin that gives the facts and the mentions that it is made with."""

    def __init__(self, facts, mentions=()):
        self.facts, self.given = facts, mentions

    @hookimpl
    def newsfacts_extractors(self):
        return [extractor("gives", lambda analysis: self.facts, yields=(*{type(fact) for fact in self.facts}, Weather))]

    @hookimpl
    def newsfacts_recognize(self, analysis):
        return self.given


def span(found, text=TEXT):
    at = text.index(found)
    return {"start": at, "end": at + len(found), "text": found}


def result(facts, mentions=(), article=ARTICLE, **plugins):
    return Pipeline(discover=False, register={"gives": Gives(facts, mentions), **plugins}).extract(article)


KIM = mention(TEXT, "Анна Ким", gender="feminine")
KIM_AGAIN = mention(TEXT, "Ким", start=TEXT.index("сказала"), gender="feminine")
CHISTOV = mention(TEXT, "Пётр Чистов", gender="masculine")
FIRM = mention(TEXT, "концерна «Ромашка»", "концерн «Ромашка»", type="organization")
FIRM_AGAIN = mention(TEXT, "«Ромашка»", "концерн «Ромашка»", start=TEXT.index("евро"), type="organization")
REPORT = mention(TEXT, "докладе", "доклад", type="document")
MENTIONS = (KIM, KIM_AGAIN, CHISTOV, FIRM, FIRM_AGAIN)

FACTS = (
    Dateline(
        **span("МИНСК/ПАРИЖ, 29 сен – ТАСС"),
        places=("Минск", "Париж"),
        date="2025-09-29",
        agency="ТАСС",
        agencies=("ТАСС", "AFP"),
        confidence=0.99,
    ),
    OfficialTitle(
        **span("глава концерна «Ромашка»"), position="глава", organization="концерн «Ромашка»", status="former", person=KIM
    ),
    OfficialTitle(**span("Министр энергетики Самарской области"), position="министр энергетики", place="Самарская область",
                  organization="правительство", person=CHISTOV),
    Quote(**span("завод получит от 3 до 5,5 млн рублей"), style="indirect", speaker=KIM, cue=Span(**span("заявила"))),
    Quote(**span("Решение принято"), style="direct", speaker=KIM_AGAIN, cue=Span(**span("сказала"))),
    Quote(**span("снег идёт"), style="indirect", speaker=FIRM_AGAIN),
    Quote(**span("Ждём"), style="direct", speaker=REPORT),
    MoneyAmount(**span("от 3 до 5,5 млн рублей"), minimum=Decimal("3E+6"), maximum=Decimal("5500000.00"), currency="RUB"),
    MoneyAmount(**span("0,5 евро"), amount=Decimal("0.50"), currency="EUR", qualifier="about"),
    weather(TEXT, "снег", degrees=-3),
)  # fmt: skip

STORM = Storm(
    **span("снег"),
    force=7,
    speed=20.0,
    named=False,
    height=Decimal("0.10"),
    day=date(2025, 9, 29),
    seen=datetime(2025, 9, 29, 10, 30, tzinfo=UTC),
    amount="сильный; =1+1",
    towns=("Минск", "Минск", "Брест"),
    size=Size(metres=Decimal("1E-20")),
    reporter=CHISTOV,
    eye=Span(**span("завод")),
    witnesses=(KIM, CHISTOV),
    gusts=(1.5, None),
)


def sample():
    return result(FACTS, MENTIONS)
