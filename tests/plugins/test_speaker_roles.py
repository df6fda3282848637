"""Whom a speaker who is called by a title alone is linked to, given the titles that other extractors found."""

from collections.abc import Sequence

import pytest
from attrs import evolve, frozen

from newsfacts import Analysis, Article, Fact, Mention, OfficialTitle, Quote
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_quotes.extractor import relate_quotes


@frozen
class Held:
    """A title and who holds it; their words are found in the text."""

    words: str
    position: str
    holder: str | None
    organization: str | None = None
    place: str | None = None
    status: str = "current"
    gender: str | None = None


def mention(text: str, words: str, name: str, gender: str | None = None, kind: str = "person") -> Mention:
    start = text.index(words)
    return Mention(start=start, end=start + len(words), text=words, type=kind, name=name, gender=gender)


def title(text: str, held: Held) -> OfficialTitle:
    start = text.index(held.words)
    return OfficialTitle(
        start=start,
        end=start + len(held.words),
        text=held.words,
        position=held.position,
        organization=held.organization,
        place=held.place,
        status=held.status,
        person=mention(text, held.holder.split("/")[0], held.holder.split("/")[-1], held.gender) if held.holder else None,
    )


def quote(text: str, speaker: Mention | None) -> Quote:
    start = text.index("цех готов")
    return Quote(start=start, end=start + 9, text="цех готов", style="indirect", speaker=speaker, id="q")


def links(text: str, held: Sequence[Held], speaker: Mention | None, language=RUSSIAN):
    facts: list[Fact] = [title(text, one) for one in held]
    analysis = Analysis(Article(text=text, language=language.code), language)
    return list(relate_quotes(analysis, (*facts, quote(text, speaker))))


OREL = Held("директором завода", "директор", "Иван Орлов", organization="завод")
BELOVA = Held("директор школы", "директор", "Анна Белова", organization="школа")
PLANT = "Иван Орлов стал директором завода. "


@pytest.mark.parametrize(
    ("why", "text", "held", "speaker", "name"),
    [
        ("position and body", PLANT + "Директор завода сказал: цех готов.", [OREL], "Директор завода", "Иван Орлов"),
        ("the position without more", PLANT + "Директор сказал: цех готов.", [OREL], "Директор", "Иван Орлов"),
        (
            "an adjective before the position",
            PLANT + "Новый директор завода сказал: цех готов.",
            [OREL],
            "Новый директор завода",
            "Иван Орлов",
        ),
        ("another body", PLANT + "Директор школы сказал: цех готов.", [OREL], "Директор школы", None),
        ("another position at the same body", PLANT + "Бухгалтер завода сказал: цех готов.", [OREL], "Бухгалтер завода", None),
        (
            "the position is not the head: somebody who works for the director",
            PLANT + "Помощник директора завода сказал: цех готов.",
            [OREL],
            "Помощник директора завода",
            None,
        ),
        ("several people", PLANT + "Директора завода сказали: цех готов.", [OREL], "Директора завода", None),
        ("no noun at all", PLANT + "Присутствующий сказал: цех готов.", [OREL], "красивый", None),
        (
            "half of a position of two words is no title",
            "Иван Орлов стал первым заместителем. Заместитель сказал: цех готов.",
            [Held("первым заместителем", "первый заместитель", "Иван Орлов")],
            "Заместитель",
            None,
        ),
        (
            "whose title it was",
            "Иван Орлов был директором завода. Директор завода сказал: цех готов.",
            [evolve(OREL, status="former")],
            "Директор завода",
            None,
        ),
        (
            "who acts for the director is called director",
            "Иван Орлов стал директором завода. Директор завода сказал: цех готов.",
            [evolve(OREL, status="acting")],
            "Директор завода",
            "Иван Орлов",
        ),
        (
            "nobody is known to hold it",
            "Завод остался с директором завода. Директор завода сказал: цех готов.",
            [evolve(OREL, holder=None)],
            "Директор завода",
            None,
        ),
        (
            "several holders of the bare position",
            PLANT + "Анна Белова — директор школы. Директор сказал: цех готов.",
            [OREL, BELOVA],
            "Директор",
            None,
        ),
        (
            "of several holders of the position, the one of the body",
            PLANT + "Анна Белова — директор школы. Директор завода сказал: цех готов.",
            [OREL, BELOVA],
            "Директор завода",
            "Иван Орлов",
        ),
        (
            "several holders at one body",
            PLANT + "Анна Белова сменит его как директор завода. Директор ЗАВОДА сказал: цех готов.",
            [OREL, Held("директор завода", "директор", "Анна Белова", organization="завод")],
            "Директор ЗАВОДА",
            None,
        ),
        (
            "a place, in another case",
            "Иван Орлов избран мэром Минска. Мэр Минском доволен, сказал: цех готов.",
            [Held("мэром Минска", "мэр", "Иван Орлов", place="Минск")],
            "Мэр Минском",
            "Иван Орлов",
        ),
        (
            "four letters part Russia from Romania",
            "Иван Орлов стал послом России. Посол Румынии сказал: цех готов.",
            [Held("послом России", "посол", "Иван Орлов", place="Россия")],
            "Посол Румынии",
            None,
        ),
        (
            "three letters would not part the minister from the miner",
            "Иван Орлов стал министром. Минёр сказал: цех готов.",
            [Held("министром", "министр", "Иван Орлов")],
            "Минёр",
            None,
        ),
        (
            "ё and е are one letter",
            "Иван Орлов стал посёлковым главой. Глава поселковый сказал: цех готов.",
            [Held("посёлковым главой", "посёлковый глава", "Иван Орлов")],
            "Глава поселковый",
            "Иван Орлов",
        ),
        (
            "a hyphen parts words",
            "Иван Орлов стал вице-мэром Минска. Вице-мэр Минска сказал: цех готов.",
            [Held("вице-мэром Минска", "мэр вице", "Иван Орлов", place="Минск")],
            "Вице-мэр Минска",
            "Иван Орлов",
        ),
        (
            "a position without a letter is nobody's title",
            "Иван Орлов стал № 1. Директор сказал: цех готов.",
            [Held("№ 1", "№ 1", "Иван Орлов")],
            "Директор",
            None,
        ),
    ],
)
def test_a_title_alone_is_linked_to_its_only_holder(why, text, held, speaker, name):
    words = speaker if speaker in text else "Присутствующий"
    found = links(text, held, mention(text, words, speaker[0].lower() + speaker[1:]))
    assert [link.mention.name for link in found] == ([name] if name else []), why


def test_a_title_on_the_speaker_s_own_words_is_no_evidence():
    text = PLANT + "Анна Белова приехала. Директор завода сказал: цех готов."
    guessed = Held("Директор завода", "директор", "Анна Белова", organization="завод")
    speaker = mention(text, "Директор завода", "директор завода")
    [link] = links(text, [OREL, guessed], speaker)
    assert link.mention.name == "Иван Орлов"
    assert links(text, [guessed], speaker) == []


def test_the_link_is_to_the_speaker_s_words_with_the_holder_s_name_and_gender_as_last_given():
    text = "Белова стала директором завода. Это директор завода Анна Белова. Директор ЗАВОДА сказала: цех готов."
    first = Held("директором завода", "директор", "Белова/Анна Белова", organization="завод")
    last = Held("директор завода", "директор", "Анна Белова", organization="завод", gender="feminine")
    speaker = mention(text, "Директор ЗАВОДА", "директор завода")
    [link] = links(text, [first, last], speaker)
    assert (link.fact, link.field) == ("q", "speaker")
    assert link.mention == evolve(speaker, name="Анна Белова", gender="feminine")


def test_of_two_titles_of_one_holder_the_later_one_in_the_text_gives_the_gender():
    text = "Директор завода Анна Белова и она же директор школы Анна Белова. Директор школы и завода сказала: цех готов."
    earlier = Held("Директор завода", "директор", "Анна Белова", organization="завод", gender="feminine")
    later = Held("директор школы", "директор", "Анна Белова", organization="школа")
    [link] = links(text, [earlier, later], mention(text, "Директор школы и завода", "директор завода школы"))
    assert link.mention.gender is None


@pytest.mark.parametrize(
    ("why", "speaker"),
    [
        ("nobody speaks", None),
        ("a body speaks", ("Директор завода", "директор завода", "organization")),
    ],
)
def test_only_people_are_linked(why, speaker):
    text = PLANT + "Директор завода сказал: цех готов."
    words = speaker and mention(text, speaker[0], speaker[1], kind=speaker[2])
    assert links(text, [OREL], words) == [], why


def test_a_speaker_who_has_a_name_is_not_taken_for_a_title():
    text = "Елизавета приняла титул королевы. Королёва сказала: цех готов."
    singer = mention(text, "Королёва", "Королёва")
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN, recognizers=[("names", lambda analysis: [singer])])
    queen = title(text, Held("королевы", "королева", "Елизавета"))
    assert list(relate_quotes(analysis, (queen, quote(text, singer)))) == []


def test_a_language_without_a_grammar_of_quotes_is_left_alone():
    text = PLANT + "Директор завода сказал: цех готов."
    assert links(text, [OREL], mention(text, "Директор завода", "директор завода"), ENGLISH) == []
